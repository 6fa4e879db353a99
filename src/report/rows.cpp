#include "report/rows.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "base/counted.h"
#include "report/places.h"

namespace incilint::report {
namespace {

void place(Row& row, base::Position from, base::Position to) {
    row.line = std::max(1U, from.line);
    row.column = std::max(1U, from.column);
    row.end_line = std::max(row.line, to.line);
    row.end_column = to.line > from.line ? std::max(1U, to.column) : std::max(row.column + 1, to.column);
}

Row label_row(const Subject& subject, const match::Finding& finding, const Places& places) {
    const rules::Rule& rule = subject.rule(finding);
    Row row;
    row.severity = finding.severity;
    row.held = finding.held;
    row.fails = finding.fails;
    row.possible = finding.certainty == match::Certainty::possible;
    row.credit = rule.effect == rules::Effect::credit;
    row.input = &subject.input();
    row.rule = &rule;
    row.rule_id = rule.id.text;
    row.path = taker_path(subject.input().path);
    row.record = subject.input().record;
    place(row, places.at(finding.span.from), places.at(finding.span.to));
    row.product = product_words(subject.input().id, subject.name());
    if (finding.entry) row.ingredient = subject.ingredient_name(*finding.entry);
    row.message = finding.message;
    row.fingerprint = finding.fingerprint;
    return row;
}

Row policy_row(const PolicyFinding& finding) {
    Row row;
    row.kind = RowKind::policy;
    row.severity = finding.severity;
    row.fails = finding.fails;
    row.held = finding.held;
    row.rule_id = finding.rule;
    row.path = taker_path(finding.path);
    row.record = finding.record;
    row.product = finding.product;
    place(row, finding.from, finding.to);
    row.message = finding.message;
    row.hint = finding.hint;
    row.fingerprint = finding.fingerprint;
    return row;
}

Row fault_row(const Fault& told) {
    const base::Diagnostic& fault = told.what;
    Row row;
    row.kind = RowKind::fault;
    row.rule_id = fault.code;
    row.path = taker_path(fault.where.file);
    row.record = told.record;
    const auto at_least_one = [](int value) { return value > 0 ? static_cast<std::uint32_t>(value) : 1U; };
    const base::Position from{at_least_one(fault.where.line), at_least_one(fault.where.column)};
    place(row, from, from);
    row.placed = fault.where.line > 0;
    row.message = fault.text;
    row.hint = fault.hint;
    return row;
}

Row gate_row(const FailedGate& failed) {
    Row row;
    row.kind = RowKind::gate;
    row.rule_id = "gate/" + failed.gate;
    row.fails = !failed.let_pass;
    row.path = taker_path(failed.path);
    place(row, {failed.line, 1}, {failed.line, 1});
    row.message = failed.message;
    return row;
}

/// One row for each product that the gate failed, else one where it is set.
void add_gate_rows(std::vector<Row>& out, const Run& run, const FailedGate& failed) {
    if (failed.products.empty()) return out.push_back(gate_row(failed));
    std::optional<Places> places;
    const Input* placed = nullptr;
    for (const GateProduct& product : failed.products) {
        const Input& input = run.inputs[product.input];
        if (std::exchange(placed, &input) != &input) places.emplace(input);
        const Subject subject(run.of(input), input, input.screenings[product.screening]);
        Row row = gate_row(failed);
        row.again = &product != &failed.products.front();
        row.input = &input;
        row.path = taker_path(input.path);
        row.record = input.record;
        const auto entries = subject.entries();
        const base::Position at = places->at(entries.empty() ? 0 : entries.front().span.from);
        place(row, at, at);
        row.product = product_words(subject.input().id, subject.name());
        row.message = product.message;
        out.push_back(std::move(row));
    }
}

/// What policy found: in inputs, each at its line among the findings of its file; then in the files that steer the run.
void add_policy_rows(std::vector<Row>& out, const Run& run) {
    if (run.policy.empty()) return;
    std::set<std::string_view> inputs;
    for (const Input& input : run.inputs) inputs.insert(input.path);
    const auto labels = static_cast<std::ptrdiff_t>(out.size());
    for (const PolicyFinding& finding : run.policy)
        if (inputs.contains(finding.path)) out.push_back(policy_row(finding));
    std::inplace_merge(out.begin(), out.begin() + labels, out.end(), [](const Row& a, const Row& b) {
        return std::tie(a.path, a.line, a.column) < std::tie(b.path, b.line, b.column);
    });
    for (const PolicyFinding& finding : run.policy)
        if (!inputs.contains(finding.path)) out.push_back(policy_row(finding));
}

void append(std::string& out, std::size_t number, std::string_view what) {
    if (number == 0) return;
    out.append(out.empty() ? "" : ", ").append(std::to_string(number)).append(" ").append(what);
    if (number > 1) out.push_back('s');
}

}  // namespace

std::string file_of(const Row& row) {
    return row.path.empty() ? "." : row.path;
}

std::string taker_path(const std::string& path) {
    std::string_view plain = path;
    while (plain.size() > 2 && plain.starts_with("./")) plain.remove_prefix(plain.find_first_not_of('/', 1));
    return std::string(plain);
}

std::vector<Row> rows_of(const Run& run, bool with_credits) {
    std::vector<Row> out;
    for (const Input& input : run.inputs) {
        const Places places(input);
        for (const match::Screening& screening : input.screenings) {
            const Subject subject(run.of(input), input, screening);
            for (const match::Finding& finding : screening.findings) {
                if (!with_credits && subject.rule(finding).effect == rules::Effect::credit) continue;
                out.push_back(label_row(subject, finding, places));
            }
        }
    }
    add_policy_rows(out, run);
    for (const FailedGate& failed : run.failed)
        if (failed.gate != "fail-on") add_gate_rows(out, run, failed);
    for (const Fault& fault : run.faults) out.push_back(fault_row(fault));
    return out;
}

RowCounts counts_of(const std::vector<Row>& rows) {
    RowCounts out;
    for (const Row& row : rows) {
        if (row.kind == RowKind::fault)
            ++out.faults;
        else if (row.kind == RowKind::gate)
            out.gates += row.again ? 0 : 1;
        else if (row.held != match::Held::no)
            ++out.held;
        else if (row.credit)
            continue;
        else if (row.severity == rules::Severity::error)
            ++out.errors;
        else if (row.severity == rules::Severity::warning)
            ++out.warnings;
        else
            ++out.notes;
    }
    return out;
}

std::string words_of(const RowCounts& counts) {
    std::string out;
    append(out, counts.errors, "error");
    append(out, counts.warnings, "warning");
    append(out, counts.notes, "note");
    if (out.empty()) out = "no findings";
    if (counts.held > 0) out.append(", ").append(std::to_string(counts.held)).append(" held back");
    if (counts.gates > 0) append(out, counts.gates, "failed gate");
    if (counts.faults > 0) append(out, counts.faults, "fault");
    return out;
}

std::vector<const Row*> gravest(const std::vector<Row>& rows, std::size_t most) {
    std::vector<const Row*> out;
    out.reserve(rows.size());
    for (const Row& row : rows) out.push_back(&row);
    if (out.size() <= most) return out;
    std::ranges::stable_sort(out, std::greater{}, [](const Row* row) { return row->severity; });
    out.resize(most);
    std::ranges::sort(out);  // addresses in one vector: the order of the rows
    return out;
}

std::string left_out(const std::vector<Row>& rows, const std::vector<const Row*>& kept) {
    std::array<std::size_t, 3> numbers{};
    for (const Row& row : rows) ++numbers[static_cast<std::size_t>(row.severity)];
    for (const Row* row : kept) --numbers[static_cast<std::size_t>(row->severity)];
    std::string out;
    for (const rules::Severity severity : {rules::Severity::error, rules::Severity::warning, rules::Severity::note})
        append(out, numbers[static_cast<std::size_t>(severity)], rules::word(severity));
    return out;
}

std::string sentence(const Row& row) {
    std::string out(row.message);
    if (!row.hint.empty()) out.append(": ").append(row.hint);
    return out;
}

std::string unread_words(const Run& run) {
    std::set<std::string_view> inputs;
    std::size_t rows = 0;
    for (const Fault& fault : run.faults) fault.record > 0 ? void(++rows) : void(inputs.insert(fault.what.where.file));
    std::string out;
    if (!inputs.empty()) out = base::counted(inputs.size(), "input", "inputs") + " could not be read or used";
    if (rows > 0)
        out.append(out.empty() ? "" : ", ").append(base::counted(rows, "row was", "rows were")) += " left out";
    return out;
}

std::size_t products_of(const Run& run) {
    std::size_t out = 0;
    for (const Input& input : run.inputs) out += input.screenings.size();
    return out;
}

}  // namespace incilint::report
