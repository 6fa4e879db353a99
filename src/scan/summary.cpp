#include "scan/summary.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/counted.h"
#include "base/text.h"
#include "report/json.h"
#include "report/parts_json.h"
#include "scan/unknown.h"

namespace incilint::scan {
namespace {

constexpr std::size_t most_names = 10;
constexpr std::size_t bar_width = 30;

struct TopName {
    std::string name;
    std::size_t count = 0;
    std::string near;  ///< may be empty
};

std::vector<TopName> top(const NameCounts& counts) {
    std::vector<TopName> out;
    for (const auto& [name, count] : counts.top(most_names)) out.push_back({std::string(name), count, ""});
    return out;
}

std::vector<TopName> top_unknown(const NameCounts& counts, const lexicon::Dictionary& dictionary) {
    std::vector<TopName> out = top(counts);
    if (out.empty()) return out;
    NearNames near(dictionary);
    for (TopName& one : out)
        if (const auto found = near.near(one.name, 1); !found.empty()) one.near = found.front();
    return out;
}

std::string bar(std::size_t part, std::size_t whole) {
    if (part == 0 || whole == 0) return "";
    return std::string(std::max<std::size_t>(1, part * bar_width / whole), '#');
}

std::string padded(std::string text, std::size_t width, bool right = false) {
    if (text.size() < width) text.insert(right ? 0 : text.size(), width - text.size(), ' ');
    return text;
}

/// Counts in the order of a verdict: most products first, ties by words.
std::vector<std::pair<std::string, std::size_t>> verdicts(const Tally& tally) {
    std::vector<std::pair<std::string, std::size_t>> out(tally.verdicts.begin(), tally.verdicts.end());
    std::ranges::stable_sort(out, std::greater{}, [](const auto& item) { return item.second; });
    return out;
}

std::string rate(const Tally& tally, const SummaryFacts& facts) {
    const double seconds = std::max(facts.seconds, 0.001);
    const auto tenths = static_cast<std::size_t>(std::llround(seconds * 100));
    std::string out =
        std::to_string(tenths / 100) + "." + (tenths % 100 < 10 ? "0" : "") + std::to_string(tenths % 100);
    out.append(" s, ").append(std::to_string(std::llround(static_cast<double>(tally.products) / seconds)));
    out.append(" products a second, ");
    out.append(std::to_string(std::llround(static_cast<double>(facts.bytes) / seconds / 1e6))).append(" MB/s");
    if (tally.quick > 0) out.append("; ").append(percent(tally.quick, tally.records)).append(" of labels plain");
    return out;
}

void append_rejects(std::string& out, const Tally& tally) {
    for (std::size_t i = 0; i < tally.rejected.size(); ++i) {
        if (tally.rejected[i] == 0) continue;
        out.append(out.empty() ? "" : ", ").append(std::to_string(tally.rejected[i])).append(" ");
        out.append(catalog::word(static_cast<catalog::RejectKind>(i)));
    }
}

std::string line_of(const std::vector<TopName>& names) {
    std::string out;
    for (const TopName& one : names) {
        out.append(out.empty() ? "" : "; ").append(base::printable(one.name));
        out.append(" (").append(std::to_string(one.count));
        if (!one.near.empty()) out.append(", near ").append(one.near);
        out.append(")");
    }
    return out;
}

/// A cell of a Markdown table, as plain text.
std::string markdown(std::string_view text) {
    std::string out;
    for (const char c : base::printable(text)) {
        if (std::string_view("\\`*_[]<>|#~@&!").find(c) != std::string_view::npos) out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

void append_table(std::string& out, std::string_view title, const std::vector<TopName>& names, bool with_near) {
    if (names.empty()) return;
    out.append("\n## ").append(title).append("\n\n| name | times |").append(with_near ? " near |" : "");
    out.append("\n| --- | ---: |").append(with_near ? " --- |" : "").append("\n");
    for (const TopName& one : names) {
        out.append("| ").append(markdown(one.name)).append(" | ").append(std::to_string(one.count)).append(" |");
        if (with_near) out.append(" ").append(markdown(one.near)).append(" |");
        out.append("\n");
    }
}

void write_names(report::JsonWriter& json, std::string_view key, const std::vector<TopName>& names, bool with_near) {
    json.key(key);
    json.begin_array();
    for (const TopName& one : names) {
        json.begin_object();
        json.member("name", one.name);
        json.member("count", one.count);
        if (with_near) json.member_or_null("near", one.near);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string percent(std::size_t part, std::size_t whole) {
    const std::size_t tenths = whole == 0 ? 0 : part * 1000 / whole;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

std::string summary_text(const Tally& tally, const SummaryFacts& facts, const match::Program& program) {
    std::string out = base::counted(tally.products, "product", "products");
    out.append(", ").append(std::to_string(tally.without_list)).append(" without a list");
    out.append(", ").append(base::counted(tally.entries, "name", "names"));
    out.append(", ").append(percent(tally.recognised, tally.entries)).append(" recognised, ");
    out.append(base::counted(tally.rejects(), "row", "rows")).append(" left out");
    std::string kinds;
    append_rejects(kinds, tally);
    if (!kinds.empty()) out.append(" (").append(kinds).append(")");
    out.push_back('\n');
    for (const auto& [words, count] : verdicts(tally)) {
        out.append("  ").append(padded(words, 28)).append(padded(std::to_string(count), 9, true));
        out.append(padded(percent(count, tally.products), 9, true)).append("  ");
        out.append(bar(count, tally.products)).append("\n");
    }
    const std::string flagged = line_of(top(tally.flagged));
    const std::string credited = line_of(top(tally.credited));
    const std::string unknown = line_of(top_unknown(tally.unknown, program.dictionary()));
    if (!flagged.empty()) out.append("  flagged most: ").append(flagged).append("\n");
    if (!credited.empty()) out.append("  credited most: ").append(credited).append("\n");
    if (!unknown.empty()) out.append("  unknown most: ").append(unknown).append("\n");
    return out.append("  ").append(rate(tally, facts)).append("\n");
}

std::string summary_markdown(const Tally& tally, const SummaryFacts& facts, const match::Program& program) {
    std::string out = "# Scan of " + markdown(facts.catalog) + "\n\n";
    out.append("| what | |\n| --- | ---: |\n");
    const auto row = [&out](std::string_view what, const std::string& value) {
        out.append("| ").append(what).append(" | ").append(value).append(" |\n");
    };
    row("records", std::to_string(tally.records));
    row("products", std::to_string(tally.products));
    row("products without a list", std::to_string(tally.without_list));
    row("rows left out", std::to_string(tally.rejects()));
    for (std::size_t i = 0; i < tally.rejected.size(); ++i)
        if (tally.rejected[i] > 0)
            row(std::string("… ").append(catalog::word(static_cast<catalog::RejectKind>(i))),
                std::to_string(tally.rejected[i]));
    row("names", std::to_string(tally.entries));
    row("names recognised", percent(tally.recognised, tally.entries));
    row("complete", facts.incomplete ? "no" : "yes");
    for (const match::RuleSetInfo& set : program.rule_sets())
        row("rules", markdown(set.id + " " + set.version + " " + set.digest.substr(0, 12)));
    out.append("\n## Verdicts\n\n| verdict | products | share | |\n| --- | ---: | ---: | --- |\n");
    for (const auto& [words, count] : verdicts(tally)) {
        out.append("| ").append(words).append(" | ").append(std::to_string(count)).append(" | ");
        out.append(percent(count, tally.products)).append(" | `").append(bar(count, tally.products)).append("` |\n");
    }
    append_table(out, "Flagged most", top(tally.flagged), false);
    append_table(out, "Credited most", top(tally.credited), false);
    append_table(out, "Unknown most", top_unknown(tally.unknown, program.dictionary()), true);
    return out.append(
        "\nA screening of printed lists, not a test of the products, no certification, no medical advice.\n");
}

std::string summary_json(const Tally& tally, const SummaryFacts& facts, const match::Program& program) {
    std::string out;
    report::JsonWriter json(out);
    json.begin_object();
    report::write_heading(json, "incilint.scan-summary/1", facts.tool_version, program);
    json.member("path", facts.catalog);
    json.member("columns", facts.columns);
    json.member("records", tally.records);
    json.member("products", tally.products);
    json.member("without_list", tally.without_list);
    json.member("rejected", tally.rejects());
    json.key("rejected_by_kind");
    json.begin_object();
    for (std::size_t i = 0; i < tally.rejected.size(); ++i)
        if (tally.rejected[i] > 0) json.member(catalog::word(static_cast<catalog::RejectKind>(i)), tally.rejected[i]);
    json.end_object();
    json.member("names", tally.entries);
    json.member("recognised", tally.recognised);
    json.key("verdicts");
    json.begin_object();
    for (const auto& [words, count] : tally.verdicts) json.member(words, count);
    json.end_object();
    write_names(json, "flagged", top(tally.flagged), false);
    write_names(json, "credited", top(tally.credited), false);
    write_names(json, "unknown", top_unknown(tally.unknown, program.dictionary()), true);
    json.key("seconds");
    json.number(facts.seconds);
    json.member("bytes", facts.bytes);
    json.member("incomplete", facts.incomplete);
    json.end_object();
    out.push_back('\n');
    return out;
}

}  // namespace incilint::scan
