// report/sheet.h: facts under headings, written as text, JSON or Markdown: the cards of `explain`, the lists of
// `rules`. Promises: the same facts in each form; untrusted text is escaped; what is empty is left out of text and
// Markdown and is null or [] in JSON, so that its fields are always there. Must not know: what the facts are about.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/style.h"

namespace incilint::report {

struct Sheet;

/// How records of a field are shown to people: one block each, or one line each under a line of labels.
enum class Layout : std::uint8_t { blocks, table };

/// A fact. `key` names it in JSON (empty: not there), `label` for people (empty: not there).
struct Field {
    std::string key;
    std::string label;
    std::variant<std::string, std::vector<std::string>, double, std::size_t, bool, std::vector<Sheet>> value;
    Layout layout = Layout::blocks;
};

/// Facts that belong together; three sheets deep at most. A title is for people.
struct Sheet {
    std::string title;
    std::vector<Field> fields;
};

[[nodiscard]] std::string sheet_text(const Sheet& sheet, const TextStyle& style);
[[nodiscard]] std::string sheet_markdown(const Sheet& sheet);
/// One object that begins with "schema".
[[nodiscard]] std::string sheet_json(const Sheet& sheet, std::string_view schema);

}  // namespace incilint::report
