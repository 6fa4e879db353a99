// match/message.h: fills the message template of a rule.
// Promises: values are put in as they are, once: braces inside of them mean nothing. Linear time.
// Must not know: terminals (a message may quote the label, so it is as trusted as the label).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "label/label.h"
#include "match/place.h"
#include "rules/rule.h"

namespace incilint::match {

/// What {ingredient}, {rank}, {count}, {bounds} and {detail} stand for; {rule} and {category} come from the rule.
struct MessageValues {
    std::string ingredient;
    std::string rank;
    std::string count;
    std::string bounds;
    std::string detail;
};

/// Values of an entry: an unknown place is "?", an amount that nothing states is "amount not stated".
[[nodiscard]] MessageValues values_of(const label::Entry& entry, const Place& place);

/// The rule's message (its title where it has none); braces with other words stay as they are.
[[nodiscard]] std::string fill(const rules::Rule& rule, const MessageValues& values);

/// "2 %", "1-5 %", "up to 1 %", "at least 36 %": numbers with at most four decimals, without trailing zeros.
[[nodiscard]] std::string percent_text(const label::Percent& percent);

/// A name as a message quotes it: at most 120 bytes, cut between code points.
[[nodiscard]] std::string quotable(std::string_view name);

}  // namespace incilint::match
