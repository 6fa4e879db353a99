// rules/date.h: a calendar day, as rules and the command line write it.
// Promises: plain value, ordered by time; only days that exist are read.
// Must not know: today, time zones, YAML.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace incilint::rules {

/// A day of the Gregorian calendar, 1000-01-01 to 9999-12-31. `day` is year * 10000 + month * 100 + day of the month,
/// so that order of numbers is order of time.
struct Date {
    std::uint32_t day = 0;
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// YYYY-MM-DD exactly; empty for any other form and for days that do not exist (2023-02-29).
[[nodiscard]] std::optional<Date> date_named(std::string_view text);
/// "2022-03-01"
[[nodiscard]] std::string word(Date date);

}  // namespace incilint::rules
