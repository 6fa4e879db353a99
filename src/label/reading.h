// label/reading.h: what the stages of one reading hand to each other.
// Promises: plain data; token and cell ranges are half-open indices into `tokens` and `cells`.
// Must not know: how any stage works.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "base/long_vector.h"
#include "label/amount.h"
#include "label/label.h"
#include "label/phrases.h"
#include "label/scan.h"
#include "label/vocabulary.h"

namespace incilint::label {

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct SliceFact;  // label/slice_memo.h

/// Tokens [first, last).
struct TokenRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    [[nodiscard]] bool empty() const { return first >= last; }
};

/// A closed pair of brackets, by token.
struct Bracket {
    std::uint32_t open = 0;
    std::uint32_t close = 0;
};

/// What separates a cell from the one before it: the strongest sign that stands between them.
enum class Break : std::uint8_t {
    start,
    comma,
    semicolon,
    bullet,
    pipe,
    slash,
    dash,
    plus,
    wide,
    joiner,
    bracket,
    phrase,
    tight,
    stop,
    line,
    colon,
    heading,
    paragraph
};

/// What any of some tokens is, so that a stage with nothing to look for need not look.
struct Seen {
    std::uint32_t kinds = 0;
    std::uint16_t notes = 0;
    std::uint8_t shapes = 0;
    void add(const Token& token) {
        kinds |= bit(token.kind);
        notes |= token.notes;
        shapes |= token.shape;
    }
    [[nodiscard]] bool kind(TokenKind kind) const { return (kinds & bit(kind)) != 0; }
    [[nodiscard]] bool word() const { return (kinds & (bit(TokenKind::word) | bit(TokenKind::number))) != 0; }
    [[nodiscard]] bool digits() const { return kind(TokenKind::number) || shape(has_digit); }
    [[nodiscard]] bool shape(Shape bit) const { return (shapes & bit) != 0; }
    [[nodiscard]] bool note(Note bit) const { return (notes & bit) != 0; }

  private:
    static constexpr std::uint32_t bit(TokenKind kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }
};

/// A run of tokens between separators: the unit that is judged as list or prose, then cut or joined.
struct Cell {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Break before = Break::start;
    bool bullet_line : 1 = false;  ///< a dash or bullet at the start of its line stands before it
    bool colon_after : 1 = false;
    bool aside : 1 = false;                  ///< says something of the name before it and ends nothing
    bool title : 1 = false;                  ///< names a product of a kit (label/titles.h)
    bool hard_before : 1 = false;            ///< a comma, semicolon, bullet or pipe is among the separators before it
    bool group_part : 1 = false;             ///< inside the brackets of a group name
    std::uint32_t heading = none;            ///< index into headings
    PhraseKind contains = PhraseKind::stop;  ///< a claim stands in its middle; `stop`: none
    PhraseKind opens = PhraseKind::stop;     ///< claim, disclaimer … where a phrase begins the cell; `stop`: none
    Seen seen;                               ///< what its tokens are, and those it was cut from
    SliceFact* fact = nullptr;               ///< what is kept of its slice; null where nothing was fetched
    [[nodiscard]] std::uint32_t size() const { return last - first; }
    /// Nothing is said by it, of it or in front of it: neither a heading nor a title, bullet, claim or praise.
    [[nodiscard]] bool bare() const {
        return heading == none && !bullet_line && !colon_after && !aside && !title && opens == PhraseKind::stop &&
               contains == PhraseKind::stop;
    }
};

/// Words that say what follows. `percent` is that of "contains # % or less of".
struct Heading {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    PhraseKind kind{};
    std::optional<Percent> percent;
};

struct Reading {
    std::string_view text;  ///< the clean text
    Tokens tokens;
    std::vector<PhraseHit> phrases;
    Seen seen;  ///< all tokens; taken by find_brackets
    std::vector<Amount> amounts;
    std::vector<Bracket> brackets;            ///< closed pairs, inner ones first
    base::LongVector<std::uint32_t> partner;  ///< for each token: the other sign of its pair, or none
    std::vector<std::uint32_t> stray;         ///< brackets without a partner
    std::vector<TokenRange> enumerators;      ///< numbers in front of names, in order (label/enumeration.h)
    std::vector<Heading> headings;
    base::LongVector<Cell> cells;

    /// Another text; the memory stays.
    void begin(std::string_view next) {
        text = next;
        seen = {};
        tokens.clear(), phrases.clear(), amounts.clear(), brackets.clear();
        partner.clear(), stray.clear(), enumerators.clear(), headings.clear(), cells.clear();
    }
    /// The first phrase that begins at the token or behind it.
    [[nodiscard]] std::vector<PhraseHit>::const_iterator first_phrase(std::uint32_t at) const {
        return std::partition_point(phrases.begin(), phrases.end(),
                                    [at](const PhraseHit& one) { return one.from < at; });
    }
    [[nodiscard]] std::string_view slice(std::uint32_t first, std::uint32_t last) const {
        return first >= last ? std::string_view()
                             : text.substr(tokens[first].from, tokens[last - 1].to - tokens[first].from);
    }
};

}  // namespace incilint::label
