#include "report/diff_sheet.h"

#include <cmath>
#include <utility>

#include <fmt/core.h>

#include "report/text.h"

namespace incilint::report {
namespace {

constexpr std::string_view arrow = " → ";

std::string moved(const std::string& before, const std::string& after) {
    if (before == after) return before;
    if (before.empty()) return after;
    return after.empty() ? before : before + std::string(arrow) + after;
}

std::string range(double low, double high) {
    return std::abs(high - low) < 0.05 ? fmt::format("{:.1f}", high) : fmt::format("{:.1f} to {:.1f}", low, high);
}

std::string burden_of(const match::Verdict& verdict) {
    if (verdict.burden_low == verdict.burden_high) return std::to_string(verdict.burden);
    return fmt::format("{} to {}", verdict.burden_low, verdict.burden_high);
}

/// A fact of both sides; the side that is not there has an empty text.
template <class Text>
std::pair<std::string, std::string> both(const ProductDiff& diff, Text text) {
    const auto of = [&](const std::optional<Subject>& side) {
        return side ? std::string(text(side->screening().verdict)) : std::string();
    };
    return {of(diff.before), of(diff.after)};
}

/// For people: "before → after".
template <class Text>
void show(Sheet& sheet, const std::string& label, const ProductDiff& diff, Text text) {
    const auto [before, after] = both(diff, text);
    sheet.fields.push_back({"", label, moved(before, after)});
}

/// For programs: "x_before" and "x_after", null where the side is not there.
template <class Text>
void tell(Sheet& sheet, const std::string& key, const ProductDiff& diff, Text text) {
    const auto [before, after] = both(diff, text);
    sheet.fields.push_back({key + "_before", "", before});
    sheet.fields.push_back({key + "_after", "", after});
}

void tell_number(Sheet& sheet, const std::string& key, const ProductDiff& diff, int match::Verdict::*number) {
    for (const bool newer : {false, true}) {
        const auto& side = newer ? diff.after : diff.before;
        Field field{key + (newer ? "_after" : "_before"), "", std::string()};
        if (side) field.value = static_cast<double>(side->screening().verdict.*number);
        sheet.fields.push_back(std::move(field));
    }
}

std::vector<Sheet> entry_sheets(const ProductDiff& diff) {
    std::vector<Sheet> out;
    for (const EntryDiff& entry : diff.entries) {
        Sheet row;
        row.fields = {{"change", "change", std::string(word(entry.change))},
                      {"ingredient", "ingredient", entry.ingredient},
                      {"before", "", entry.before},
                      {"after", "", entry.after},
                      {"", "before and after", moved(entry.before, entry.after)}};
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<Sheet> finding_sheets(const ProductDiff& diff) {
    std::vector<Sheet> out;
    for (const FindingDiff& finding : diff.findings) {
        const bool credit = finding.effect == rules::Effect::credit;
        Sheet row;
        row.fields = {{"change", "change", std::string(word(finding.change))},
                      {"effect", "", std::string(rules::word(finding.effect))},
                      {"severity", "", std::string(rules::word(finding.severity))},
                      {"", "kind", std::string(credit ? "credit" : rules::word(finding.severity))},
                      {"rule", "rule", finding.rule},
                      {"ingredient", "", finding.ingredient},
                      {"message", "message", finding.message}};
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<Sheet> point_sheets(const ProductDiff& diff) {
    std::vector<Sheet> out;
    for (const PointsDiff& points : diff.points) {
        Sheet row;
        row.fields = {{"effect", "", std::string(rules::word(points.effect))},
                      {"", "of", std::string(points.effect == rules::Effect::credit ? "support" : "burden")},
                      {"before_low", "", points.before_low},
                      {"before_high", "", points.before_high},
                      {"after_low", "", points.after_low},
                      {"after_high", "", points.after_high},
                      {"", "points",
                       range(points.before_low, points.before_high) + std::string(arrow) +
                           range(points.after_low, points.after_high)},
                      {"ingredient", "ingredient", points.ingredient},
                      {"rule", "rule", points.rule}};
        out.push_back(std::move(row));
    }
    return out;
}

std::string state_of(const ProductDiff& diff) {
    return !diff.before ? "new" : !diff.after ? "gone" : "changed";
}

Sheet product_sheet(const ProductDiff& diff) {
    Sheet out;
    const std::string state = state_of(diff);
    out.title = diff.name + (state == "changed" ? "" : " (" + state + ")");
    out.fields = {{"product", "", diff.name}, {"state", "", state}};
    const auto words_of = [](const match::Verdict& verdict) { return verdict.words; };
    const auto confidence_of = [](const match::Verdict& verdict) { return match::word(verdict.confidence); };
    tell(out, "verdict", diff, words_of);
    tell_number(out, "burden", diff, &match::Verdict::burden);
    tell_number(out, "burden_low", diff, &match::Verdict::burden_low);
    tell_number(out, "burden_high", diff, &match::Verdict::burden_high);
    tell_number(out, "support", diff, &match::Verdict::support);
    tell(out, "confidence", diff, confidence_of);
    show(out, "verdict", diff, words_of);
    show(out, "burden", diff, burden_of);
    show(out, "support", diff, [](const match::Verdict& verdict) { return std::to_string(verdict.support); });
    show(out, "confidence", diff, confidence_of);
    out.fields.push_back({"entries", "entries", entry_sheets(diff), Layout::table});
    out.fields.push_back({"findings", "findings", finding_sheets(diff), Layout::table});
    out.fields.push_back({"points", "why it moved", point_sheets(diff), Layout::table});
    return out;
}

}  // namespace

Sheet diff_sheet(const Changes& changes, std::string_view before, std::string_view after) {
    Sheet out;
    std::size_t gone = 0;
    std::size_t fresh = 0;
    std::vector<Sheet> products;
    for (const ProductDiff& diff : changes.products) {
        products.push_back(product_sheet(diff));
        gone += diff.after ? 0 : 1;
        fresh += diff.before ? 0 : 1;
    }
    const std::size_t changed = changes.products.size() - gone - fresh;
    out.title = std::string(before) + std::string(arrow) + std::string(after);
    out.fields = {{"before", "", std::string(before)},
                  {"after", "", std::string(after)},
                  {"changed", "", changed},
                  {"new", "", fresh},
                  {"gone", "", gone},
                  {"unchanged", "", changes.unchanged},
                  {"", "products",
                   fmt::format("{} changed, {} new, {} gone, {} unchanged", changed, fresh, gone, changes.unchanged)},
                  {"products", "what changed", std::move(products)},
                  {"", "note", std::string(closing_line)}};
    return out;
}

}  // namespace incilint::report
