// scan/printed_names.h: the names that result rows and sums print, by small numbers.
// Promises: one cache line a name, with its text where that is short; numbers are good until clear().
// Must not know: slices, rules, rows.
#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/ingredient.h"

namespace incilint::scan {

/// How a row lists a name: bits.
enum class Listed : std::uint8_t { flagged = 1, credited = 2, unknown = 4 };

struct alignas(64) PrintedName {
    static constexpr std::size_t inline_bytes = 40;
    char bytes[inline_bytes] = {};  ///< the text, or where a longer one stands: see text()
    std::uint32_t size = 0;
    std::uint32_t id = 0;       ///< IngredientId + 1; 0: the dictionary does not have it
    std::uint32_t flagged = 0;  ///< findings in this block
    std::uint32_t credited = 0;
    std::uint32_t row = 0;        ///< the last row that lists it, as callers count rows
    std::uint8_t listed = 0;      ///< how that row does
    bool plain_cell : 1 = false;  ///< stands in a list of names of a CSV cell as it is (report/csv.h)
    bool quotes : 1 = false;      ///< a cell that holds it wants quotes

    [[nodiscard]] std::string_view text() const {
        if (size <= inline_bytes) return {bytes, size};
        const char* at = nullptr;
        std::memcpy(&at, bytes, sizeof at);
        return {at, size};
    }
    [[nodiscard]] std::optional<lexicon::IngredientId> ingredient() const {
        if (id == 0) return std::nullopt;
        return lexicon::IngredientId{id - 1};
    }
    /// True the first time for a row and a way.
    [[nodiscard]] bool list(std::uint32_t in_row, Listed how) {
        const auto bit = static_cast<std::uint8_t>(how);
        if (row != in_row) {
            row = in_row;
            listed = 0;
        }
        const bool first = (listed & bit) == 0;
        listed |= bit;
        return first;
    }
};
static_assert(sizeof(PrintedName) == 64);

class PrintedNames {
  public:
    PrintedNames() { clear(); }
    /// Room at once: what grows by doubling is twice in memory for a while. What is never written costs nothing.
    /// `ids`: of the dictionary, from 0 on.
    void reserve(std::size_t most, std::size_t ids) {
        names_.reserve(most);
        number_of_id_.resize(ids);
    }
    /// The number of a name; 0 is none. `id`: of the dictionary, where it has the name, which is always printed alike.
    [[nodiscard]] std::uint32_t number(std::string_view text, std::optional<lexicon::IngredientId> id);
    [[nodiscard]] PrintedName& operator[](std::uint32_t number) { return names_[number]; }
    [[nodiscard]] const PrintedName& operator[](std::uint32_t number) const { return names_[number]; }
    void fetch(std::uint32_t number) const { __builtin_prefetch(names_.data() + number); }
    void clear();
    /// No row lists any name: callers may count rows from 1 on again.
    void forget_rows();

  private:
    std::vector<PrintedName> names_;
    std::deque<std::string> long_texts_;
    std::vector<std::uint32_t> number_of_id_;                   ///< 0: none yet
    std::unordered_map<std::string, std::uint32_t> number_of_;  ///< of those that the dictionary does not have
};

}  // namespace incilint::scan
