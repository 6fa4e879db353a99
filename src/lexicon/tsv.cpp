#include "lexicon/tsv.h"

#include <algorithm>
#include <optional>

#include "base/near.h"
#include "base/text.h"

namespace incilint::lexicon {
namespace {

constexpr std::size_t most_faults = 100;
constexpr std::size_t missing = static_cast<std::size_t>(-1);

std::vector<std::string_view> split(std::string_view line, std::string_view separator) {
    std::vector<std::string_view> out;
    for (;;) {
        const std::size_t end = line.find(separator);
        out.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return out;
        line.remove_prefix(end + separator.size());
    }
}

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

/// Reads one file; keeps what the messages need.
class Reader {
  public:
    Reader(std::string_view file, const TsvShape& shape, base::Diagnostics& faults)
        : file_(file), shape_(shape), faults_(faults) {}

    /// True where the header can be read by.
    bool header(std::string_view line, int number) {
        const std::vector<std::string_view> names = split(line, "\t");
        order_.assign(names.size(), missing);
        std::vector<bool> seen(shape_.columns.size(), false);
        bool sound = true;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string_view name = base::trim(names[i]);
            const auto found = std::find(shape_.columns.begin(), shape_.columns.end(), name);
            const auto column = static_cast<std::size_t>(found - shape_.columns.begin());
            if (found == shape_.columns.end()) {
                unknown_column(name, number);
                sound = false;
            } else if (seen[column] || (shape_.strict && column != i)) {
                fault(number, "tsv/header",
                      "column " + quoted(name) + (seen[column] ? " stands twice" : " is out of place"), columns());
                sound = false;
            } else {
                seen[column] = true;
                order_[i] = column;
            }
        }
        for (std::size_t i = 0; i < shape_.columns.size(); ++i) {
            if (seen[i] || (!shape_.strict && i >= shape_.required)) continue;
            fault(number, "tsv/header", "column " + quoted(shape_.columns[i]) + " is missing", columns());
            sound = false;
        }
        return sound;
    }

    std::optional<TsvRow> row(std::string_view line, int number) {
        const std::vector<std::string_view> cells = split(line, "\t");
        if (cells.size() != order_.size() && (shape_.strict || cells.size() > order_.size())) {
            fault(number, "tsv/columns",
                  std::to_string(cells.size()) + " cells where the header has " + std::to_string(order_.size()));
            return std::nullopt;
        }
        TsvRow made{number, std::vector<std::string_view>(shape_.columns.size())};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string_view cell = base::trim(cells[i]);
            if (shape_.strict && cell.size() != cells[i].size()) {
                fault(number, "tsv/blank", "blanks at the ends of " + quoted(cell));
            }
            made.cells[order_[i]] = cell;
        }
        return made;
    }

    /// True where the line holds only well-formed text without control characters.
    bool sound(std::string_view line, int number) {
        for (std::size_t at = 0; at < line.size();) {
            const base::CodePoint point = base::decode(line, at);
            const bool control =
                (point.value < 0x20 && point.value != '\t') || (point.value >= 0x7f && point.value < 0xa0);
            if (!point.valid || control || base::is_invisible(point.value)) {
                fault(number, "tsv/character",
                      std::string(point.valid ? "a control or invisible character" : "ill-formed UTF-8") + " at byte " +
                          std::to_string(at + 1));
                return false;
            }
            at += point.length;
        }
        return true;
    }

    void fault(int line, std::string_view code, std::string text, std::string hint = std::string()) {
        add_fault(faults_, code, file_, line, std::move(text), std::move(hint));
    }

  private:
    [[nodiscard]] std::string columns() const {
        std::string out = "the columns are";
        for (const std::string_view column : shape_.columns) out.append(" ").append(column);
        return out;
    }

    void unknown_column(std::string_view name, int number) {
        const std::vector<std::string> known(shape_.columns.begin(), shape_.columns.end());
        fault(number, "tsv/header", "unknown column " + quoted(name), base::near_hint(name, known, columns()));
    }

    std::string_view file_;
    const TsvShape& shape_;
    base::Diagnostics& faults_;
    std::vector<std::size_t> order_;
};

}  // namespace

std::vector<TsvRow> read_tsv(std::string_view file, std::string_view text, const TsvShape& shape,
                             base::Diagnostics& faults) {
    Reader reader(file, shape, faults);
    std::vector<TsvRow> rows;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    bool headed = false;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with('#')) continue;
        if (base::trim(line).empty()) {
            if (shape.strict) reader.fault(number, "tsv/empty-line", "an empty line");
            continue;
        }
        if (!reader.sound(line, number)) {
            if (!headed) return rows;
            continue;
        }
        if (!headed) {
            if (!reader.header(line, number)) return rows;
            headed = true;
        } else if (auto row = reader.row(line, number)) {
            rows.push_back(std::move(*row));
        }
    }
    if (!headed) reader.fault(0, "tsv/header", "there is no header line");
    return rows;
}

std::vector<std::string_view> cell_list(std::string_view cell) {
    if (cell.empty()) return {};
    std::vector<std::string_view> parts = split(cell, ";");
    for (std::string_view& part : parts) part = base::trim(part);
    return parts;
}

void add_fault(base::Diagnostics& faults, std::string_view code, std::string_view file, int line, std::string text,
               std::string hint) {
    if (faults.size() >= most_faults) return;
    base::Diagnostic made;
    made.code = code;
    made.where.file = file;
    made.where.line = line;
    made.text = std::move(text);
    made.hint = std::move(hint);
    faults.push_back(std::move(made));
}

}  // namespace incilint::lexicon
