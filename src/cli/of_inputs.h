// cli/of_inputs.h: what policy says of inputs, not of the files that steer a run: odd words on products, shared keys.
// Promises: one finding may speak of many records; it is made of those alone that no suppression covers, so that living
// with one of them hides no other. Must not know: how suppressions are judged, reports.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "match/screening.h"
#include "policy/suppression.h"

namespace incilint::cli {

/// A finding of policy about inputs.
struct Told {
    policy::Remark remark;
    match::Held held = match::Held::no;
    std::optional<std::size_t> input;  ///< of the run: the first record that it speaks of
};

/// Whether what a rule says of one record (its index in the run) at that place is lived with.
using HoldRecord = std::function<match::Held(std::string_view rule, std::size_t input, const base::Where& where)>;

}  // namespace incilint::cli
