// label/read.h: reads a label: text in, products and entries out, every byte accounted for.
// Promises: a pure function; linear in the text; no recursion on input depth; works on ill-formed UTF-8 too.
// Must not know: rules, files, how a finding is worded.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "label/label.h"
#include "label/vocabulary.h"
#include "lexicon/dictionary.h"
#include "lexicon/recognise_memo.h"

namespace incilint::label {

/// Reads many labels: what the dictionary said of their names is remembered from one to the next, and so is the memory
/// that the stages work in; neither changes an answer. One for each worker.
class Reader {
  public:
    /// All must outlive the reader. `shared`: whom a judge asks for the same names, if anybody.
    Reader(const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary,
           std::size_t most_names = std::size_t{1} << 17, lexicon::RecogniseMemo* shared = nullptr);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) = delete;
    [[nodiscard]] Label read(std::string_view text);
    /// The same, where known names that came in at these places, ascending, would only be more entries: nothing around
    /// would be read otherwise. Each place is the first byte of a name. Nothing where that is not certain; without
    /// places it is.
    [[nodiscard]] std::optional<Label> read_open(std::string_view text, std::span<const std::size_t> places);

  private:
    struct Workspace;
    std::unique_ptr<Workspace> work_;
};

/// Reads one label.
[[nodiscard]] Label read(std::string_view text, const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary);

}  // namespace incilint::label
