#include "label/tails.h"

#include "base/fold.h"

namespace incilint::label {
namespace {

/// Radicals and cations of chemistry ("benzyl", "sodium") stand in front of what they are bound to, hardly ever alone.
bool bound(std::string_view word) {
    const std::string folded = base::fold(word);
    return folded.ends_with("yl") || folded.ends_with("ium");
}

}  // namespace

bool breaks_off(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t least = 5;  // bytes of a word that is all there is
    if (first >= last || reading.tokens[last - 1].kind != TokenKind::word || knowledge.nearly_knows(first, last))
        return false;
    const Token& word = reading.tokens[last - 1];
    if (knowledge.begins_name(first, last))
        return bound(base::slice(reading.text, word.span())) && !knowledge.is_genus(last - 1);
    if (knowledge.knows_word(last - 1)) return false;
    if (last - first == 1) return word.to - word.from >= least && knowledge.begins_bytes(first, last);
    return !knowledge.knows(first, last - 1) && knowledge.begins_name(first, last - 1) &&
           knowledge.begins_bytes(first, last);
}

}  // namespace incilint::label
