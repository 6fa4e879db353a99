// label/read.h: reads a label: text in, products and entries out, every byte accounted for.
// Promises: a pure function; linear in the text; no recursion on input depth; works on ill-formed UTF-8 too.
// Must not know: rules, files, how a finding is worded.
#pragma once

#include <string_view>

#include "label/label.h"
#include "label/memo.h"
#include "label/vocabulary.h"
#include "lexicon/dictionary.h"

namespace incilint::label {

/// Reads many labels: what the dictionary said of their names is remembered from one to the next, which changes no
/// answer. One for each worker.
class Reader {
  public:
    /// Both must outlive the reader.
    Reader(const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary,
           std::size_t most_names = std::size_t{1} << 17)
        : dictionary_(dictionary), vocabulary_(vocabulary), memo_(most_names) {}
    [[nodiscard]] Label read(std::string_view text);

  private:
    const lexicon::Dictionary& dictionary_;
    const Vocabulary& vocabulary_;
    NameMemo memo_;
};

/// Reads one label.
[[nodiscard]] Label read(std::string_view text, const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary);

}  // namespace incilint::label
