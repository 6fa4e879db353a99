// lexicon/brackets.h: cuts a name at its brackets.
// Promises: linear time, no recursion; brackets that do not match are mended: an open one ends with the name, a stray
// closing one is left out.
// Must not know: the dictionary.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incilint::lexicon {

/// A normal form in parts: "butyrospermum parkii(shea)butter".
struct Brackets {
    std::string without;                ///< "butyrospermum parkii butter"
    std::string inlined;                ///< "butyrospermum parkii shea butter"
    std::vector<std::string> contents;  ///< "shea": the outer brackets' own texts, inner brackets left out
    std::string after;                  ///< "butter": what follows the last bracket
    bool any = false;                   ///< some bracket stands in the name; else `inlined` is `without`
};
[[nodiscard]] Brackets cut_brackets(std::string_view normal);

}  // namespace incilint::lexicon
