#include "catalog/encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/text.h"
#include "catalog/unicode.h"

namespace incilint::catalog {
namespace {

constexpr std::array<std::string_view, 8> names = {"auto",     "utf-8",    "utf-16le", "utf-16be",
                                                   "utf-32le", "utf-32be", "cp1252",   "latin1"};

struct Magic {
    std::string_view bytes;
    std::string_view what;
};
using namespace std::string_view_literals;
constexpr std::array magics = {
    Magic{"\x1f\x8b"sv, "gzip data"sv},
    Magic{"\x28\xb5\x2f\xfd"sv, "zstd data"sv},
    Magic{"PK\x03\x04"sv, "a zip archive or an Office document (xlsx, docx, ods)"sv},
    Magic{"PK\x05\x06"sv, "an empty zip archive"sv},
    Magic{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "an old Office document (xls, doc)"sv},
    Magic{"BZh"sv, "bzip2 data"sv},
    Magic{"\xfd"
          "7zXZ"sv,
          "xz data"sv},
    Magic{"7z\xbc\xaf\x27\x1c"sv, "a 7z archive"sv},
    Magic{"%PDF-"sv, "a PDF document"sv},
    Magic{"\x89PNG\r\n"sv, "a PNG picture"sv},
    Magic{"\xff\xd8\xff"sv, "a JPEG picture"sv},
    Magic{"GIF8"sv, "a GIF picture"sv},
    Magic{"\x7f"
          "ELF"sv,
          "a program"sv},
    Magic{"SQLite format 3"sv, "an SQLite database"sv},
};

base::Where place(std::string_view text, std::size_t at, const std::string& file) {
    const auto position = base::LineIndex(text.substr(0, at)).at(at);
    return {file, static_cast<int>(position.line), static_cast<int>(position.column)};
}

base::Error<base::Diagnostic> fault(std::string code, base::Where where, std::string text, std::string hint) {
    return base::Error{base::Diagnostic{std::move(code), std::move(where), std::move(text), std::move(hint)}};
}

std::string hex(unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

std::string unpack_hint(std::string_view what) {
    if (what.starts_with("gzip")) return "unpack it first: gunzip -c FILE | incilint check -";
    if (what.starts_with("zstd")) return "unpack it first: zstd -dc FILE | incilint check -";
    if (what.find("Office") != what.npos) return "save the sheet as CSV (UTF-8) first";
    return "labels and catalogs are plain text";
}

struct Mark {
    std::string_view bytes;
    Encoding encoding;
};
// UTF-32LE before UTF-16LE: its mark begins with the other's.
constexpr std::array marks = {
    Mark{"\xef\xbb\xbf"sv, Encoding::utf8},    Mark{"\xff\xfe\0\0"sv, Encoding::utf32le},
    Mark{"\0\0\xfe\xff"sv, Encoding::utf32be}, Mark{"\xff\xfe"sv, Encoding::utf16le},
    Mark{"\xfe\xff"sv, Encoding::utf16be},
};

/// What a sample of unmarked bytes looks like, judged by where its NULs stand and how many controls it has.
enum class Look : std::uint8_t { text, utf16le, utf16be, binary };
Look look(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 8192);
    if (sample.size() < 4) return Look::text;
    std::size_t even = 0;
    std::size_t odd = 0;
    std::size_t controls = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const auto c = static_cast<unsigned char>(sample[i]);
        if (c == 0) ++(i % 2 == 0 ? even : odd);
        if (c < 0x20 && !(c >= 9 && c <= 13) && c != 0x1b) ++controls;
    }
    const std::size_t half = sample.size() / 2;
    if (odd * 10 >= half * 7 && even * 10 < half) return Look::utf16le;
    if (even * 10 >= half * 7 && odd * 10 < half) return Look::utf16be;
    // Text has next to no control characters; a tenth is far beyond any label.
    return controls * 10 > sample.size() ? Look::binary : Look::text;
}

base::Expected<Decoded> decode_utf8(std::string bytes, const std::string& file) {
    const auto bad = base::first_ill_formed(bytes);
    if (!bad) return Decoded{std::move(bytes), Encoding::utf8};
    return fault(
        "encoding/ill-formed-utf-8", place(bytes, *bad, file),
        "byte " + hex(static_cast<unsigned char>(bytes[*bad])) + " at offset " + std::to_string(*bad) + " is not UTF-8",
        "if the file was saved in a Windows code page, say --encoding cp1252");
}

base::Expected<Decoded> decode_units(std::string_view bytes, const std::string& file, Encoding encoding) {
    std::string text;
    const UnitFault bad = encoding == Encoding::utf16le || encoding == Encoding::utf16be
                              ? utf16_to_utf8(bytes, encoding == Encoding::utf16be, text)
                              : utf32_to_utf8(bytes, encoding == Encoding::utf32be, text);
    if (bad.what.empty()) return Decoded{std::move(text), encoding};
    return fault("encoding/ill-formed-" + std::string(word(encoding)), place(text, text.size(), file),
                 std::string(bad.what) + " at byte offset " + std::to_string(bad.at), "the file may be cut off");
}

}  // namespace

std::string_view word(Encoding encoding) {
    return names[static_cast<std::size_t>(encoding)];
}

std::span<const std::string_view> encoding_names() {
    return names;
}

std::optional<Encoding> encoding_named(std::string_view name) {
    std::string lower(name);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == lower) return static_cast<Encoding>(i);
    constexpr std::array<std::pair<std::string_view, Encoding>, 6> others = {{{"utf8", Encoding::utf8},
                                                                              {"windows-1252", Encoding::cp1252},
                                                                              {"iso-8859-1", Encoding::latin1},
                                                                              {"latin-1", Encoding::latin1},
                                                                              {"utf16le", Encoding::utf16le},
                                                                              {"utf16be", Encoding::utf16be}}};
    for (const auto& [other, encoding] : others)
        if (other == lower) return encoding;
    return std::nullopt;
}

std::optional<std::string_view> packed_or_binary(std::string_view bytes) {
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes)) return magic.what;
    return std::nullopt;
}

base::Expected<Opening> look_at(std::string_view head, const std::string& file, Encoding encoding) {
    // 1. What carries a mark says itself what it is; a declared encoding must not contradict it.
    for (const Mark& mark : marks) {
        if (!head.starts_with(mark.bytes)) continue;
        if (encoding != Encoding::automatic && encoding != mark.encoding)
            return fault("encoding/contradiction", {file, 1, 1},
                         "the file has the byte order mark of " + std::string(word(mark.encoding)) +
                             ", but --encoding says " + std::string(word(encoding)),
                         "leave --encoding out");
        return Opening{mark.encoding, mark.bytes.size()};
    }
    // 2. What is no text at all.
    if (const auto what = packed_or_binary(head))
        return fault("encoding/binary", {file, 0, 0}, "this is " + std::string(*what) + ", not text",
                     unpack_hint(*what));
    // 3. What was declared.
    if (encoding != Encoding::automatic && encoding != Encoding::utf8) return Opening{encoding, 0};
    // 4. Strict UTF-8, after a look at what it may be instead.
    const Look looks = look(head);
    if (looks == Look::binary)
        return fault("encoding/binary", {file, 0, 0}, "this is binary, not text", "labels and catalogs are plain text");
    if (looks == Look::text) return Opening{Encoding::utf8, 0};
    const std::string name(word(looks == Look::utf16le ? Encoding::utf16le : Encoding::utf16be));
    return fault("encoding/no-mark", {file, 1, 1}, "this looks like " + name + " without a byte order mark",
                 "say --encoding " + name);
}

base::Expected<Decoded> decode(std::string bytes, const std::string& file, Encoding encoding) {
    const auto opening = look_at(bytes, file, encoding);
    if (!opening) return base::Error{opening.error()};
    bytes.erase(0, opening->mark_bytes);
    if (opening->encoding == Encoding::utf8) return decode_utf8(std::move(bytes), file);
    if (opening->encoding != Encoding::cp1252 && opening->encoding != Encoding::latin1)
        return decode_units(bytes, file, opening->encoding);
    std::string text;
    if (opening->encoding == Encoding::latin1) {
        latin1_to_utf8(bytes, text);
    } else if (const auto bad = cp1252_to_utf8(bytes, text)) {
        return fault("encoding/ill-formed-cp1252", place(text, text.size(), file),
                     "byte " + hex(static_cast<unsigned char>(bytes[*bad])) + " at offset " + std::to_string(*bad) +
                         " has no meaning in cp1252",
                     "try --encoding latin1");
    }
    return Decoded{std::move(text), opening->encoding};
}

std::optional<base::Diagnostic> find_nul(std::string_view text, const std::string& file) {
    const std::size_t at = text.find('\0');
    if (at == text.npos) return std::nullopt;
    return base::Diagnostic{"encoding/nul", place(text, at, file),
                            "a NUL character at byte offset " + std::to_string(at) + ": this is not a text file",
                            "remove it, or save the file as UTF-8 text"};
}

}  // namespace incilint::catalog
