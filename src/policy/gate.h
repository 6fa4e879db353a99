// policy/gate.h: when findings are too many or too grave: the thresholds of a run.
// Promises: plain functions of plain values; thresholds are inclusive; a gate that fails says why in words.
// Must not know: exit codes, files, output formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "match/screening.h"

namespace incilint::policy {

/// The lowest severity that fails a run.
enum class FailOn : std::uint8_t { never, error, warning, note };
[[nodiscard]] std::string_view word(FailOn fail_on);
[[nodiscard]] std::optional<FailOn> fail_on_named(std::string_view word);

/// True where a finding of this severity fails a run.
[[nodiscard]] bool fails(rules::Severity severity, FailOn fail_on);

/// Findings by severity; credits are no faults and count nowhere.
struct Tally {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t notes = 0;
};

void add(Tally& tally, rules::Severity severity);
void count(Tally& tally, const match::Screening& screening, const match::Program& program);

/// The reason to fail ("3 findings at or above 'warning': 1 error, 2 warnings"), or nothing.
[[nodiscard]] std::optional<std::string> gate(const Tally& tally, FailOn fail_on);

}  // namespace incilint::policy
