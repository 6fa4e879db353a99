// label/vocabulary.h: the words around ingredient lists, by language: headings, may-contain phrases, legends, claims …
// Promises: immutable, shared by threads, read from a flat image; a damaged image is refused.
// Must not know: ingredients (lexicon), rules, TSV files beyond build_vocabulary_image.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace incilint::label {

class Vocabulary {
  public:
    /// Opens an image made by build_vocabulary_image. The bytes must outlive the Vocabulary.
    [[nodiscard]] static base::Expected<Vocabulary> open(std::string_view image);
    // The reader's own look-ups are added by the implementer of label/.
};

/// Makes the image from data/vocabulary.tsv (kind, language, phrase, …); faults are reported with file and line.
[[nodiscard]] base::Expected<std::string, base::Diagnostics> build_vocabulary_image(std::string_view tsv,
                                                                                    const std::string& file);

}  // namespace incilint::label
