// match/glob.h: globs over whole words of a normal form.
// Promises: `*` stands for one or more whole words, anything else for itself; steps grow with words times words at
// worst. Must not know: the dictionary, rules, labels. Brackets, slashes and commas of a normal form are words of their
// own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incilint::match {

/// A name's normal form cut into words; views into it.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view normal);
/// The same into memory that is used again.
void words_of(std::string_view normal, std::vector<std::string_view>& words);

/// A glob ready to match: its words in order; an empty word is a `*`.
struct Glob {
    std::vector<std::string> words;
};

/// Reads "* lauryl sulfate". `normal` makes normal forms of what stands between the stars. Empty where the text has no
/// word at all or a `*` inside a word ("sod*um"); a hyphen beside a star counts as a blank ("PEG-* Castor Oil").
[[nodiscard]] std::optional<Glob> read_glob(std::string_view text,
                                            const std::function<std::string(std::string_view)>& normal);

/// One text for a Glob ("* lauryl sulfate"), and back.
[[nodiscard]] std::string store(const Glob& glob);
[[nodiscard]] Glob load_glob(std::string_view stored);

[[nodiscard]] bool matches(const Glob& glob, const std::vector<std::string_view>& words);

}  // namespace incilint::match
