// yaml/sketch.h: a rough walk over YAML text that tells quotes, comments, block scalars and flow brackets apart.
// Promises: linear time, no memory but the pairs found. It is not a parser: it finds what must be refused at its place
// before a parser stumbles over what comes of it, and makes spaces of the tabs that are white space and not
// indentation, all of which libyaml would refuse. Must not know: libyaml, places (byte offsets only), messages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "yaml/document.h"

namespace incilint::yaml {

struct SketchFault {
    enum class Kind : std::uint8_t {
        tab,         ///< a tab as indentation of block text
        deep,        ///< flow brackets nested beyond Limits::max_depth
        many,        ///< more values than Limits::max_nodes
        anchors,     ///< more anchors than Limits::max_anchors
        directives,  ///< more lines that start with '%' than a document has use for; libyaml compares each with each
    };
    Kind kind = Kind::tab;
    std::size_t at = 0;
};

/// `\ud83d\ude00` in double quotes: JSON's way to write one character, unknown to YAML.
struct SurrogatePair {
    static constexpr std::size_t length = 12;
    std::size_t at = 0;
    char32_t value = 0;
};

struct Sketch {
    static constexpr char first_tab = '\x01';  ///< a byte that no YAML holds
    std::optional<SketchFault> fault;          ///< the first one; the walk stops there
    std::vector<SurrogatePair> pairs;
    bool tabs = false;                    ///< first_tab stands in the text where a tab begins a block scalar
    std::size_t values = 0;               ///< list items and values of keys seen: about the number of nodes
    std::optional<std::size_t> unclosed;  ///< the innermost flow bracket that is still open at the end
};

/// Writes into `text` only for tabs: spaces, or Sketch::first_tab.
[[nodiscard]] Sketch sketch_of(std::string& text, const Limits& limits);

}  // namespace incilint::yaml
