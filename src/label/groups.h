// label/groups.h: what a bracket with separators in it holds: synonyms of the name before it, or parts of a blend.
// Promises: decided by what the dictionary knows of the name and of the parts; bounded work a bracket.
// Must not know: sections, scores.
#pragma once

#include "label/knowledge.h"
#include "label/reading.h"

namespace incilint::label {

enum class BracketRole : std::uint8_t {
    opaque,  ///< belongs to a name; separators in it do not separate
    parts,   ///< parts of the group named before it
    list     ///< a whole list or section in brackets
};

/// The role of the bracket whose signs are tokens `open` and `close`; the name before it begins at `name_first`.
[[nodiscard]] BracketRole role_of(const Reading& reading, Knowledge& knowledge, std::uint32_t name_first,
                                  std::uint32_t open, std::uint32_t close);

}  // namespace incilint::label
