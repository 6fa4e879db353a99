// Tables for people and spreadsheets: CSV and Markdown.
#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "base/text.h"
#include "report/csv.h"
#include "report/escape.h"
#include "report/formats.h"
#include "report/log_path.h"
#include "report/names.h"
#include "report/provenance.h"
#include "report/rows.h"
#include "report/rule_help.h"
#include "report/style.h"
#include "report/text.h"

namespace incilint::report {
namespace {

constexpr std::size_t most_bytes = 900'000;  ///< GitHub refuses a job summary over 1 MiB
constexpr std::size_t longest_cell = 300;    ///< columns
constexpr std::size_t room_for_products = 300'000;

std::string cell(std::string_view untrusted) {
    std::string_view kept = head(untrusted, longest_cell);
    std::string out = markdown_text(kept);
    return kept.size() < untrusted.size() ? out + "…" : out;
}

std::string place(const Row& row) {
    if (row.path.empty()) return "–";
    return fmt::format("{}:{}:{}", cell(row.path), row.line, row.column);
}

std::string verdict_line(const Subject& subject) {
    const match::Verdict& verdict = subject.screening().verdict;
    std::string burden = "–";
    std::string support = "–";
    if (verdict.given) {
        burden = verdict.burden_low == verdict.burden_high
                     ? std::to_string(verdict.burden)
                     : fmt::format("{} to {}", verdict.burden_low, verdict.burden_high);
        support = std::to_string(verdict.support);
    }
    const std::string name = subject.name();
    return fmt::format("| {} | {} | {} | {} | {} |\n", cell(place_of(subject.input())), cell(name), cell(verdict.words),
                       burden, support);
}

/// Adds lines while there is room, then says how many there were no room for.
class Lines {
  public:
    Lines(std::string& out, std::size_t room) : out_(out), end_(out.size() + room) {}
    void add(const std::string& line) {
        if (left_out_ > 0 || out_.size() + line.size() > end_)
            ++left_out_;
        else
            out_ += line;
    }
    void finish(std::string_view what) {
        if (left_out_ > 0) out_ += fmt::format("\n{} more {} are not shown here\\.\n", left_out_, what);
    }

  private:
    std::string& out_;
    std::size_t end_;
    std::size_t left_out_ = 0;
};

}  // namespace

std::string findings_csv(const Run& run) {
    std::string out =
        "path,line,column,end_line,end_column,record,product,rule,category,effect,severity,certainty,ingredient,"
        "message,"
        "held,fingerprint,made_by\r\n";
    const std::string by = base::printable(made_by(run), true);
    CsvStyle style;
    style.crlf = true;
    for (const Row& row : rows_of(run, true)) {
        CsvWriter csv(out, style);
        // A spreadsheet is no terminal, but its text is pasted into one, and a log may show it line by line.
        const auto text = [&](std::string_view untrusted) { csv.text(base::printable(untrusted)); };
        text(log_path(row.path));
        for (const std::uint32_t number : {row.line, row.column, row.end_line, row.end_column})
            row.path.empty() ? csv.plain("") : csv.number(std::size_t{number});
        if (row.record > 0)
            csv.number(row.record);
        else
            csv.plain("");
        text(row.product);
        text(row.rule_id);
        text(row.rule ? row.rule->category : std::string());
        csv.plain(row.rule ? rules::word(row.rule->effect) : "info");
        csv.plain(rules::word(row.severity));
        csv.plain(row.possible ? "possible" : "certain");
        text(row.ingredient);
        text(sentence(row));
        csv.plain(row.held == match::Held::no ? "" : match::word(row.held));
        csv.plain(row.fingerprint);
        csv.text(by);
        csv.end_row();
    }
    return out;
}

std::string markdown(const Run& run, const FormatOptions& options) {
    const std::vector<Row> rows = rows_of(run, false);
    const std::size_t products = products_of(run);
    std::string out = fmt::format("## incilint: {} in {} product{}\n\n", words_of(counts_of(rows)), products,
                                  products == 1 ? "" : "s");
    if (run.incomplete)
        out += fmt::format(
            "**Incomplete**: {}\n\n",
            markdown_text(run.faults.empty() ? "not all that was named could be read." : unread_words(run)));
    if (products > 0) out += "| label | product | verdict | burden | support |\n| --- | --- | --- | ---: | ---: |\n";
    Lines lines(out, room_for_products);
    for (const Input& input : run.inputs)
        for (const match::Screening& screening : input.screenings)
            lines.add(verdict_line(Subject(run.of(input), input, screening)));
    lines.finish("products");

    if (!rows.empty()) out += "\n| severity | place | rule | finding |\n| --- | --- | --- | --- |\n";
    Lines found(out, most_bytes - std::min(most_bytes, out.size()) - 1'000);
    std::vector<const Row*> sorted = gravest(rows, rows.size());
    std::ranges::stable_sort(sorted, std::greater{}, [](const Row* row) { return row->severity; });
    for (const Row* row : sorted) {
        std::string severity{rules::word(row->severity)};
        if (row->held != match::Held::no) severity.append(", ").append(match::word(row->held));
        if (row->possible) severity += ", possible";
        found.add(
            fmt::format("| {} | {} | {} | {} |\n", severity, place(*row), cell(row->rule_id), cell(sentence(*row))));
    }
    found.finish("findings");

    out += "\n";
    std::set<const rules::Rule*> told;
    Lines why(out, most_bytes - std::min(most_bytes, out.size()) - 1'000);
    for (const Row* row : sorted) {
        if (!row->rule || !told.insert(row->rule).second) continue;
        const RuleHelp help = help_of(*row->rule, options.cite);
        why.add("<details><summary>" + html_text(help.id) + "</summary>\n\n" + help.markdown + "\n</details>\n\n");
    }
    why.finish("explanations");
    if (!out.ends_with("\n\n")) out += "\n";
    return out + std::string(closing_line) + "\n\n" + markdown_text(made_by(run)) + "\n";
}

}  // namespace incilint::report
