// lexicon/typed.h: how a name is typed where its letters are not to hand: "OLEO DE GIRASSOL", "Lavendeloel".
// Promises: ASCII, or nothing. Must not know: the dictionary, languages beyond their letters.
#pragma once

#include <string>
#include <string_view>

namespace incilint::lexicon {

/// The normal form without accents; a German ä, ö or ü becomes ae, oe or ue, because without the e an oil would read as
/// an alcohol ("citronellol"). Empty where nothing changes, or where letters of another alphabet are left.
[[nodiscard]] std::string typed_plainly(std::string_view normal);

}  // namespace incilint::lexicon
