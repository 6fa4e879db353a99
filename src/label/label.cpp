#include "label/label.h"

#include <array>

namespace incilint::label {
namespace {

constexpr std::array<std::string_view, 4> sections{"main", "active", "inactive", "may-contain"};
constexpr std::array<std::string_view, 3> orders{"descending", "alphabetical", "unknown"};
constexpr std::array<std::string_view, 9> kinds{"entry",      "separator", "heading",    "claim",     "marketing",
                                                "disclaimer", "footnote",  "batch-code", "other-text"};
constexpr std::array<std::string_view, detector_count> detectors{
    "no-list",           "prose",        "several-products", "missing-separators",  "broken-bracket", "mojibake",
    "duplicate-entry",   "alphabetical", "truncated",        "invisible-character", "look-alike",     "html",
    "infeasible-percent"};

template <std::size_t N, class E>
std::string_view at(const std::array<std::string_view, N>& words, E value) {
    return words[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view word(Section section) {
    return at(sections, section);
}
std::string_view word(Order order) {
    return at(orders, order);
}
std::string_view word(PieceKind kind) {
    return at(kinds, kind);
}
std::string_view word(Detector detector) {
    return at(detectors, detector);
}

std::optional<Detector> detector_named(std::string_view word) {
    for (std::size_t i = 0; i < detectors.size(); ++i) {
        if (detectors[i] == word) return static_cast<Detector>(i);
    }
    return std::nullopt;
}

}  // namespace incilint::label
