// base/fold.h: the caseless, compatibility-composed form of a text (Unicode NFKC_Casefold by utf8proc).
// Promises: folding twice changes nothing; ill-formed bytes become U+FFFD; of a run of more than 32 combining
// marks the rest is dropped (linear time); never fails.
// Must not know: cosmetics (footnote marks, spelling pairs and hyphens are lexicon's).
#pragma once

#include <string>
#include <string_view>

namespace incilint::base {

/// NFKC with case fold; default-ignorable characters (zero-width, soft hyphen) removed.
[[nodiscard]] std::string fold(std::string_view text);

/// The text with the letters of Latin alphabets (up to U+024F) that bear accents without them; all else as it stands.
[[nodiscard]] std::string without_accents(std::string_view text);

/// True where fold(text) == ASCII-lower-case of text, so that the slow path can be skipped.
[[nodiscard]] bool folds_as_ascii(std::string_view text);

}  // namespace incilint::base
