// label/vocabulary.h: the words around ingredient lists, by language: headings, may-contain phrases, legends, claims …
// Promises: immutable, shared by threads, read from a flat image; a damaged image is refused; opening hashes no text.
// Must not know: ingredients (lexicon), rules, TSV files beyond build_vocabulary_image.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "label/scan.h"
#include "label/vocabulary_image.h"

namespace incilint::label {

/// What a phrase of data/vocabulary.tsv says; the column `kind` holds word(kind).
enum class PhraseKind : std::uint8_t {
    // What follows belongs to …
    heading,              ///< the list
    heading_active,       ///< the active ingredients of a drug
    heading_inactive,     ///< its other ingredients
    heading_may_contain,  ///< the shades' colourants
    heading_at_most,      ///< entries up to the percent that the phrase holds: "contains # % or less of"
    heading_allergens,    ///< the list (allergens told once more)
    heading_function,     ///< entries of one function within the list: "thickener:"
    heading_highlight,    ///< praise of single ingredients, no list
    heading_usage,        ///< how to use it
    heading_warning,      ///< what to beware of
    heading_again,        ///< the list once more, in the language of a country
    heading_product,      ///< the product's name
    heading_meta,         ///< data about the product: type, size, maker
    // Runs of words that are themselves …
    claim,
    disclaimer,
    footnote,
    marketing,
    batch_code,
    // Single words and signs.
    stop,
    joiner,
    head,
    remark,
    nano,
    badge,
    percent,
    ppm,
    at_most,
    at_least,
    list_start,
    wording,
    ending,  ///< the last letters of a sentence where no blanks stand between words
    per,
    unit,  ///< of an amount that states no share: grams, colony forming units
    fill,  ///< the name fills up the rest, to the amount behind the word: "ad", "q.s. to"
    food,  ///< what laws on food name as allergens
    legal,
    abbreviation,
    product,  ///< what a product is: "shampoo", "night cream" ends with it
    group,    ///< an ingredient alone, a whole group of them behind another word: "alcohol", "clay"
    free      ///< says that what stands before it is not in the product: "paraben free"
};
inline constexpr std::size_t phrase_kind_count = 40;
[[nodiscard]] std::string_view word(PhraseKind kind);
[[nodiscard]] std::optional<PhraseKind> phrase_kind_named(std::string_view word);

/// A phrase as hashes of its tokens (label/scan.h); `number_hash` stands for any number.
struct Phrase {
    PhraseKind kind{};
    std::uint32_t first_token = 0;
    std::uint16_t size = 0;
};

class Vocabulary {
  public:
    /// Opens an image made by build_vocabulary_image. The bytes must outlive the Vocabulary.
    [[nodiscard]] static base::Expected<Vocabulary> open(std::string_view image);

    /// The phrases that begin with this token: indices [first, last), longest first.
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    [[nodiscard]] Range beginning_with(std::uint64_t hash) const { return first_word(hash).range; }
    /// Those of them that may stand at `at` as far as the token behind it tells; empty where none is of this kind.
    [[nodiscard]] Range beginning(std::span<const Token> tokens, std::size_t at, PhraseKind kind) const;
    /// All that begins with a token, and of what kinds: bits of PhraseKind.
    struct First {
        std::uint64_t hash = 0;
        Range range;
        std::uint64_t kinds = 0;    ///< of the phrases
        std::uint64_t singles = 0;  ///< of those that are this one token
    };
    /// A quick "no phrase begins with it" for nearly all words.
    [[nodiscard]] bool may_begin(std::uint64_t hash) const {
        return bit_at(vocabulary_image::header_size, vocabulary_image::begins_bit(hash));
    }
    [[nodiscard]] First first_word(std::uint64_t hash) const {
        if (!may_begin(hash)) return {};
        for (std::uint64_t at = vocabulary_image::slot_of(hash);; ++at) {
            const First found = slot(at & (slots_ - 1));
            if (found.hash == hash || found.kinds == 0) return found;
        }
    }
    /// What of `found`, that begins with the token at `at`, is left once the token behind it is seen: where no phrase
    /// begins with the two, those of one token, which stand last.
    [[nodiscard]] First narrowed(First found, std::span<const Token> tokens, std::size_t at) const {
        if (found.kinds == 0) return found;
        if (at + 1 < tokens.size()) {
            const std::size_t pair = vocabulary_image::pair_bit(tokens[at].hash, tokens[at + 1].hash);
            if (bit_at(vocabulary_image::header_size + vocabulary_image::begins_size, pair)) return found;
        }
        found.range.first = found.range.last - static_cast<std::uint32_t>(std::popcount(found.singles));
        found.kinds = found.singles;
        return found;
    }
    [[nodiscard]] static constexpr std::uint64_t bit(PhraseKind kind) {
        return std::uint64_t{1} << static_cast<unsigned>(kind);
    }
    [[nodiscard]] Phrase phrase(std::uint32_t index) const {
        const std::size_t at = phrases_at_ + std::size_t{index} * vocabulary_image::phrase_size;
        return {static_cast<PhraseKind>(image_[at + 6]), base::load_u32(image_, at), base::load_u16(image_, at + 4)};
    }
    /// True where the tokens from `at` on are the phrase. Gaps between them do not matter, but for empty lines.
    [[nodiscard]] bool matches(const Phrase& phrase, std::span<const Token> tokens, std::size_t at) const {
        if (tokens.size() - at < phrase.size) return false;
        for (std::uint16_t i = 0; i < phrase.size; ++i) {
            if (i > 0 && tokens[at + i].gap == Gap::paragraph) return false;
            if (tokens[at + i].hash != token(phrase.first_token + i)) return false;
        }
        return true;
    }
    /// True where the whole run of tokens is one phrase of this kind.
    [[nodiscard]] bool is(PhraseKind kind, std::span<const Token> tokens) const;
    /// The size of the longest phrase of this kind at `at`, in tokens; 0 where none stands there.
    [[nodiscard]] std::uint32_t longest(PhraseKind kind, std::span<const Token> tokens, std::size_t at) const;
    /// True where this token alone is a phrase of this kind.
    [[nodiscard]] bool is(PhraseKind kind, std::uint64_t hash) const {
        return (first_word(hash).singles & bit(kind)) != 0;
    }
    /// True where some phrase holds a token of this hash. Looks at all of them.
    [[nodiscard]] bool mentions(std::uint64_t hash) const;

  private:
    explicit Vocabulary(std::string_view image) : image_(image) {}
    [[nodiscard]] std::uint64_t token(std::uint32_t index) const {
        return base::load_u64(image_, tokens_at_ + std::size_t{index} * vocabulary_image::token_size);
    }
    [[nodiscard]] bool bit_at(std::size_t table, std::size_t bit) const {
        return (static_cast<unsigned char>(image_[table + bit / 8]) >> bit % 8 & 1) != 0;
    }
    [[nodiscard]] First slot(std::uint64_t index) const {
        const std::size_t at = vocabulary_image::slots_at + index * vocabulary_image::slot_size;
        return {base::load_u64(image_, at),
                {base::load_u32(image_, at + 8), base::load_u32(image_, at + 12)},
                base::load_u64(image_, at + 16),
                base::load_u64(image_, at + 24)};
    }

    std::string_view image_;
    std::uint32_t phrases_ = 0;
    std::uint32_t slots_ = 0;  ///< of the table of first words: open addressing, at most three quarters full
    std::size_t phrases_at_ = 0;
    std::size_t tokens_at_ = 0;
};

/// Makes the image from data/vocabulary.tsv (kind, language, phrase, note); faults are reported with file and line.
[[nodiscard]] base::Expected<std::string, base::Diagnostics> build_vocabulary_image(std::string_view tsv,
                                                                                    const std::string& file);

}  // namespace incilint::label
