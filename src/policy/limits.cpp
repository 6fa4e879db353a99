#include "policy/limits.h"

#include <utility>

#include "base/counted.h"

namespace incilint::policy {
namespace {

/// 12.5 → "12.5", 20 → "20".
std::string number(double value) {
    std::string out = std::to_string(value);
    while (out.ends_with('0')) out.pop_back();
    if (out.ends_with('.')) out.pop_back();
    return out;
}

}  // namespace

void LimitCheck::note(Broken& broken, std::string words) {
    if (broken.products++ == 0) broken.first = std::move(words);
}

void LimitCheck::see(const match::Screening& screening, const std::string& name) {
    if (limits_.max_unknown && !screening.entries.empty()) {
        std::size_t unknown = 0;
        for (const match::ScreenedEntry& entry : screening.entries)
            if (!entry.recognised) ++unknown;
        const auto all = static_cast<double>(screening.entries.size());
        if (static_cast<double>(unknown) * 100 > *limits_.max_unknown * all)
            note(unknown_, name + ": " + std::to_string(unknown) + " of " + std::to_string(screening.entries.size()));
    }
    const match::Verdict& verdict = screening.verdict;
    if (!verdict.given) return;
    if (limits_.min_support && verdict.support < static_cast<int>(*limits_.min_support))
        note(support_, name + ": " + std::to_string(verdict.support));
    if (limits_.max_burden && verdict.burden_high > static_cast<int>(*limits_.max_burden))
        note(burden_, name + ": " + std::to_string(verdict.burden_high));
}

std::vector<std::string> LimitCheck::reasons(std::size_t warnings) const {
    std::vector<std::string> out;
    if (limits_.max_warnings && warnings > *limits_.max_warnings)
        out.push_back(std::to_string(warnings) + " warnings, where " + std::to_string(*limits_.max_warnings) +
                      " are allowed");
    const auto add = [&out](const Broken& broken, const std::string& what) {
        if (broken.products == 0) return;
        out.push_back(base::counted(broken.products, "product", "products") + " " + what + " (" + broken.first + ")");
    };
    if (limits_.max_unknown) add(unknown_, "with more than " + number(*limits_.max_unknown) + " % unknown names");
    if (limits_.min_support) add(support_, "with support below " + std::to_string(*limits_.min_support));
    if (limits_.max_burden) add(burden_, "with a burden that may be above " + std::to_string(*limits_.max_burden));
    return out;
}

}  // namespace incilint::policy
