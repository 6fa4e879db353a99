// lexicon/translate.h: names that other languages build of the parts of an INCI name: "소듐코코일글루타메이트",
// "ココイルグルタミン酸na", "cocoil glutamato di sodio", "huile de lavande".
// Promises: every part of the name is translated or is a word that known names hold; few look-ups for a name that is in
// English. Must not know: which ingredients there are.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// The normal form of the INCI name that a normal form without brackets says in another language; empty where it is
/// none.
[[nodiscard]] std::string translated(std::string_view normal, const Dictionary& dictionary);

[[nodiscard]] bool is_ascii(std::string_view text);

/// "stearate sorbitan", "di stearate glycol", as Japanese names an ester, with the acid last; empty where no acid
/// stands in front.
[[nodiscard]] std::string acid_last(std::string_view name);

}  // namespace incilint::lexicon
