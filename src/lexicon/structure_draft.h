// lexicon/structure_draft.h: the words and patterns of a grammar before they are laid out as bytes.
// Promises: plain values. Must not know: files, bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incilint::lexicon {

/// Bytes of the shortest word without accents that says the same as with them: "le" is no Hungarian juice.
constexpr std::size_t least_typed = 4;

using Classes = std::vector<std::uint32_t>;

/// A word of a list, before it is laid out.
struct Entry {
    std::string value;
    Classes classes;
};

struct Element {
    std::uint32_t kind = 0;
    char joint = '\0';
    bool literal = false;
    std::string print;
    std::array<std::uint32_t, 4> bounds{};
};

struct Pattern {
    std::vector<Element> elements;
    Classes classes;
};

[[nodiscard]] inline std::string lower(std::string_view text) {
    std::string out(text);
    for (char& byte : out) {
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
    }
    return out;
}

}  // namespace incilint::lexicon
