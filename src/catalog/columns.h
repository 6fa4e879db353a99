// catalog/columns.h: which column of a catalog holds what, by its header or by a person's word.
// Promises: never guesses: a header is known (data/columns.tsv) or named by the person; two columns of one name are an
// error where that name is needed; every fault lists the headers and the nearest one.
// Must not know: rows, ingredients, files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace incilint::catalog {

enum class Role : std::uint8_t { ingredients, id, name, brand, type, area, market };
inline constexpr std::size_t role_count = 7;
[[nodiscard]] std::string_view word(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view word);

/// `--column ROLE=NAME` or `ROLE=#N` (1-based).
struct ColumnRequest {
    Role role{};
    std::string column;
};
[[nodiscard]] base::Expected<ColumnRequest> parse_column_request(std::string_view text);

/// 0-based column of each role, where there is one.
struct Columns {
    std::optional<std::size_t> of[role_count];
    [[nodiscard]] std::optional<std::size_t> at(Role role) const { return of[static_cast<std::size_t>(role)]; }
};

/// Errors (`column/…`): no column of ingredients, a requested column that is not there or is there twice.
[[nodiscard]] base::Expected<Columns> find_columns(std::span<const std::string> headers,
                                                   std::span<const ColumnRequest> requests, const std::string& file);

/// What a header that is known says of its column.
[[nodiscard]] std::optional<Role> role_of_header(std::string_view header);

/// The text of data/columns.tsv.
[[nodiscard]] std::string_view columns_table();

}  // namespace incilint::catalog
