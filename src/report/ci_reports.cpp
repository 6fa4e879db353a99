// GitHub annotations, GitLab Code Quality, Reviewdog.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/core.h>

#include "base/hash.h"
#include "base/text.h"
#include "report/escape.h"
#include "report/formats.h"
#include "report/json.h"
#include "report/provenance.h"
#include "report/rows.h"

namespace incilint::report {
namespace {

/// Annotations of each severity that GitHub shows of one step (actions/toolkit).
constexpr std::size_t most_annotations = 10;

std::string_view command_of(rules::Severity severity) {
    return severity == rules::Severity::note ? "notice" : rules::word(severity);
}

std::string annotation(const Row& row) {
    std::string title = row.rule_id;
    if (!row.ingredient.empty()) title.append(": ").append(row.ingredient);
    if (row.path.empty())
        return fmt::format("::{} title={}::{}\n", command_of(row.severity), github_property(title),
                           github_data(sentence(row)));
    std::string out = fmt::format("::{} file={},line={},endLine={}", command_of(row.severity),
                                  github_property(row.path), row.line, row.end_line);
    // A range over several lines must not have columns.
    if (row.line == row.end_line) out += fmt::format(",col={},endColumn={}", row.column, row.end_column);
    return out + fmt::format(",title={}::{}\n", github_property(title), github_data(sentence(row)));
}

std::string_view gitlab_severity(const Row& row) {
    if (row.kind == RowKind::fault) return "blocker";
    if (row.severity == rules::Severity::error) return "major";
    return row.severity == rules::Severity::warning ? "minor" : "info";
}

/// GitLab wants each fingerprint once.
class Unique {
  public:
    std::string of(const Row& row) {
        std::string out(row.fingerprint);
        if (out.empty())
            out =
                base::sha256_hex(row.rule_id + "\n" + row.path + "\n" + std::string(row.ingredient) + "\n" + which(row))
                    .substr(0, 32);
        while (!seen_.insert(out).second) out = base::sha256_hex(out).substr(0, 32);
        return out;
    }

  private:
    /// What tells the row from others of its file: the product, else the record.
    static std::string which(const Row& row) {
        return row.product.empty() && row.record > 0 ? std::to_string(row.record) : row.product;
    }
    std::set<std::string> seen_;
};

/// Columns in bytes of the line, as Reviewdog counts them.
class ByteColumns {
  public:
    explicit ByteColumns(const Row& row) {
        if (!row.input) return;
        index_.emplace(row.input->file ? std::string_view(*row.input->file) : std::string_view(row.input->text));
    }
    [[nodiscard]] std::size_t at(std::uint32_t line, std::uint32_t column) const {
        if (!index_) return column;
        const std::string_view text = index_->line(line);
        std::size_t byte = 0;
        for (std::uint32_t i = 1; i < column && byte < text.size(); ++i) byte += base::decode(text, byte).length;
        return byte + 1;
    }

  private:
    std::optional<base::LineIndex> index_;
};

std::string_view rdjson_severity(rules::Severity severity) {
    return severity == rules::Severity::error ? "ERROR" : severity == rules::Severity::warning ? "WARNING" : "INFO";
}

void write_place(JsonWriter& json, std::string_view key, std::size_t line, std::size_t column) {
    json.key(key);
    json.begin_object();
    json.member("line", line);
    json.member("column", column);
    json.end_object();
}

}  // namespace

std::string github(const Run& run) {
    std::vector<Row> rows = rows_of(run, false);
    std::erase_if(rows, [](const Row& row) { return row.held != match::Held::no; });
    // The gravest first; of one severity what could not be read, which no label's mending cures.
    std::ranges::stable_sort(rows, [](const Row& a, const Row& b) {
        return std::pair(a.severity, a.kind == RowKind::fault) > std::pair(b.severity, b.kind == RowKind::fault);
    });
    std::array<std::size_t, 3> of{};
    for (const Row& row : rows) ++of[static_cast<std::size_t>(row.severity)];
    const bool too_many = std::ranges::any_of(of, [](std::size_t count) { return count > most_annotations; });
    // What tells how many are left out is a notice, too, and wants its place among them.
    std::array<std::size_t, 3> room{most_annotations, most_annotations, most_annotations};
    if (too_many) --room[static_cast<std::size_t>(rules::Severity::note)];
    std::string out;
    std::size_t left_out = 0;
    for (const Row& row : rows) {
        std::size_t& left = room[static_cast<std::size_t>(row.severity)];
        if (left > 0)
            out += annotation(row), --left;
        else
            ++left_out;
    }
    if (left_out > 0)
        out += fmt::format("::notice title=incilint::{} more findings are in the report: a step shows {} of a kind\n",
                           left_out, most_annotations);
    // Shown in the log of a step that is debugged, and nowhere else.
    return out + fmt::format("::debug::{}\n", github_data(made_by(run)));
}

std::string gitlab(const Run& run) {
    std::string out;
    Unique unique;
    const std::string by = made_by(run);
    JsonWriter json(out);
    json.begin_array();
    for (const Row& row : rows_of(run, false)) {
        if (row.held != match::Held::no) continue;
        json.begin_object();
        // GitLab shows the description, not the name of the check.
        json.member("description", row.rule_id + ": " + sentence(row));
        json.member("check_name", row.rule_id);
        json.member("fingerprint", unique.of(row));
        json.member("severity", gitlab_severity(row));
        json.key("location");
        json.begin_object();
        json.member("path", file_of(row));
        json.key("lines");
        json.begin_object();
        json.member("begin", std::size_t{row.line});
        json.end_object();
        json.end_object();
        // A key that GitLab does not know is passed over.
        json.member("made_by", by);
        json.end_object();
    }
    json.end_array();
    out.push_back('\n');
    return out;
}

std::string rdjson(const Run& run) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.key("source");
    json.begin_object();
    json.member("name", "incilint");
    json.end_object();
    json.key("diagnostics");
    json.begin_array();
    std::optional<ByteColumns> columns;
    const Input* of = nullptr;
    for (const Row& row : rows_of(run, false)) {
        if (row.held != match::Held::no) continue;
        if (!columns || of != row.input) columns.emplace(row);
        of = row.input;
        json.begin_object();
        json.member("message", sentence(row));
        json.key("location");
        json.begin_object();
        json.member("path", file_of(row));
        json.key("range");
        json.begin_object();
        write_place(json, "start", row.line, columns->at(row.line, row.column));
        write_place(json, "end", row.end_line, columns->at(row.end_line, row.end_column));
        json.end_object();
        json.end_object();
        json.member("severity", rdjson_severity(row.severity));
        json.key("code");
        json.begin_object();
        json.member("value", row.rule_id);
        json.end_object();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    out.push_back('\n');
    return out;
}

}  // namespace incilint::report
