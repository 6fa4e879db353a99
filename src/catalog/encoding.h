// catalog/encoding.h: from the bytes of a file to UTF-8 text, or a clear word why not.
// Promises: never guesses an encoding silently: a byte order mark or a declared encoding decides, else strict UTF-8;
// line and column of the text are those of the file; linear time.
// Must not know: files on disk, rows, ingredients.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "catalog/fill.h"

namespace incilint::catalog {

/// How the bytes of a file stand for text. `automatic`: a byte order mark, else strict UTF-8.
enum class Encoding : std::uint8_t { automatic, utf8, utf16le, utf16be, utf32le, utf32be, cp1252, latin1 };

/// The name a person types ("utf-16le"); `automatic` is "auto".
[[nodiscard]] std::string_view word(Encoding encoding);
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view name);
[[nodiscard]] std::span<const std::string_view> encoding_names();

struct Decoded {
    std::string text;  ///< well-formed UTF-8 without byte order mark; may hold NUL
    Encoding encoding = Encoding::utf8;
};

/// Decodes a whole file. Errors (code `encoding/…`): packed or binary content known by its first bytes, many control
/// characters, UTF-16 without a mark, ill-formed sequences (with byte offset, line and a hint).
[[nodiscard]] base::Expected<Decoded> decode(std::string bytes, const std::string& file, Encoding encoding);

/// What the first bytes of a file say: how it is to be decoded, and how many bytes its mark takes.
struct Opening {
    Encoding encoding = Encoding::utf8;  ///< never `automatic`
    std::size_t mark_bytes = 0;
};
/// `head`: the first 8 KiB of a file, or all of it. Errors as decode() has them for whole files.
[[nodiscard]] base::Expected<Opening> look_at(std::string_view head, const std::string& file, Encoding encoding);

/// A stream of bytes as a stream of UTF-8. In UTF-8 itself ill-formed bytes are passed on (the reader of rows rejects
/// theirs); in the other encodings they are an error.
[[nodiscard]] Fill decoded(Fill bytes, const std::string& file, Encoding encoding);

/// The fault for the first NUL in a text where none may be (code `encoding/nul`).
[[nodiscard]] std::optional<base::Diagnostic> find_nul(std::string_view text, const std::string& file);

/// What a file is by its first bytes ("a zip archive or an Office document"), if that is no text.
[[nodiscard]] std::optional<std::string_view> packed_or_binary(std::string_view bytes);

}  // namespace incilint::catalog
