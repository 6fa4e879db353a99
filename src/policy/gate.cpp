#include "policy/gate.h"

#include <array>

#include "base/counted.h"

namespace incilint::policy {
namespace {

constexpr std::array<std::string_view, 4> words = {"never", "error", "warning", "note"};

void append_count(std::string& out, std::size_t number, std::string_view what) {
    if (number == 0) return;
    if (!out.empty()) out.append(", ");
    out.append(std::to_string(number)).append(" ").append(what);
    if (number > 1) out.append("s");
}

}  // namespace

std::string_view word(FailOn fail_on) {
    return words[static_cast<std::size_t>(fail_on)];
}

std::optional<FailOn> fail_on_named(std::string_view name) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == name) return static_cast<FailOn>(i);
    return std::nullopt;
}

bool fails(rules::Severity severity, FailOn fail_on) {
    switch (fail_on) {
        case FailOn::never:
            return false;
        case FailOn::error:
            return severity == rules::Severity::error;
        case FailOn::warning:
            return severity != rules::Severity::note;
        case FailOn::note:
            break;
    }
    return true;
}

void add(Tally& tally, rules::Severity severity) {
    switch (severity) {
        case rules::Severity::error:
            ++tally.errors;
            break;
        case rules::Severity::warning:
            ++tally.warnings;
            break;
        case rules::Severity::note:
            ++tally.notes;
            break;
    }
}

void count(Tally& tally, const match::Screening& screening, const match::Program& program) {
    for (const match::Finding& finding : screening.findings) {
        if (program.rules()[finding.rule].effect != rules::Effect::credit) add(tally, finding.severity);
    }
}

std::optional<std::string> gate(const Tally& tally, FailOn fail_on) {
    if (fail_on == FailOn::never) return std::nullopt;
    const std::size_t warnings = fail_on >= FailOn::warning ? tally.warnings : 0;
    const std::size_t notes = fail_on >= FailOn::note ? tally.notes : 0;
    const std::size_t sum = tally.errors + warnings + notes;
    if (sum == 0) return std::nullopt;
    std::string counts;
    append_count(counts, tally.errors, "error");
    append_count(counts, warnings, "warning");
    append_count(counts, notes, "note");
    std::string out = base::counted(sum, "finding", "findings");
    out.append(" at or above '").append(word(fail_on)).append("': ");
    return out.append(counts);
}

}  // namespace incilint::policy
