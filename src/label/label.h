// label/label.h: what was read from one label: products, entries, and where every byte went.
// Promises: plain values; `pieces` cover the text from 0 to its end, in order, without gap or overlap.
// Must not know: rules, verdicts, files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/long_vector.h"
#include "base/text.h"
#include "base/text_pool.h"

namespace incilint::label {

enum class Section : std::uint8_t { main, active, inactive, may_contain };
/// How the entries of a product are ordered: `descending` is assumed by law unless the list is seen to be alphabetical,
/// or stated percents contradict it.
enum class Order : std::uint8_t { descending, alphabetical, unknown };
/// What a run of bytes is. `entry` and `separator` belong to the list; the others are ignored parts.
enum class PieceKind : std::uint8_t {
    entry,
    separator,
    heading,
    claim,
    marketing,
    disclaimer,
    footnote,
    batch_code,
    other_text
};

[[nodiscard]] std::string_view word(Section section);
[[nodiscard]] std::string_view word(Order order);
[[nodiscard]] std::string_view word(PieceKind kind);

/// A stated concentration in weight percent, 0 <= min <= max. "2 %" is {2, 2}, "< 1 %" is {0, 1}, "min. 36 %" {36,
/// 100}.
struct Percent {
    double min = 0;
    double max = 0;
    friend bool operator==(const Percent&, const Percent&) = default;
};

/// One declared ingredient. Its texts live as long as the label's pool.
struct Entry {
    std::string_view printed;  ///< the slice as printed, trimmed; empty where that is the name
    std::string_view name;     ///< cleaned: marks, percents, quotes dropped, blanks collapsed, locants mended
    base::Span span;           ///< bytes of the label text that it stands on
    std::string_view marks;    ///< footnote marks printed at the name, e.g. "**"
    std::optional<Percent> percent;
    Section section = Section::main;
    bool nano = false;           ///< printed with "(nano)"
    bool broken_off = false;     ///< the text breaks off within it: it is what it says, or unknown
    bool part_of_group = false;  ///< declared inside the brackets of a group name before it

    /// The slice as printed, trimmed.
    [[nodiscard]] std::string_view raw() const { return printed.empty() ? name : printed; }
};

/// One ingredient declaration; a kit has several.
struct Product {
    std::optional<std::string> name;  ///< the kit's sub-heading, cleaned of trailing colon
    Order order = Order::descending;
    base::LongVector<Entry> entries;
};

/// A run of bytes and what it is. Entries in several slices (a bracket's percent, say) share the index.
struct Piece {
    base::Span span;
    PieceKind kind = PieceKind::other_text;
    friend bool operator==(const Piece&, const Piece&) = default;
};

/// Data-quality checks of the reader; a rule of rules/label.yaml names each by its word ("mojibake").
enum class Detector : std::uint8_t {
    no_list,
    prose,
    several_products,
    missing_separators,
    broken_bracket,
    mojibake,
    duplicate_entry,
    alphabetical,
    truncated,
    invisible_character,
    look_alike,
    html,
    infeasible_percent
};
inline constexpr std::size_t detector_count = 13;
[[nodiscard]] std::string_view word(Detector detector);
[[nodiscard]] std::optional<Detector> detector_named(std::string_view word);

/// A detector that fired. `product` and `entry` (0-based) where the finding belongs to one.
struct Detection {
    Detector detector{};
    base::Span span;
    std::optional<std::size_t> product;
    std::optional<std::size_t> entry;
    std::string detail;  ///< a few plain words, may quote the label (untrusted)
};

/// A label as read. Empty `products`: it declares no list.
struct Label {
    std::vector<Product> products;
    base::LongVector<Piece> pieces;
    std::vector<Detection> detections;
    base::TextPool texts;  ///< what the entries say
};

}  // namespace incilint::label
