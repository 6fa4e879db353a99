// label/slice_memo.h: what the stages found of a slice of tokens, remembered from one label to the next.
// Promises: a fact is found by all that the stages see of a slice (bytes, tokens, notes, brackets), so that it can
// never change an answer; bounded: where there is no more room, what one label alone asked for is forgotten; references
// stay good until forget_rare(). Must not know: how any fact is found, what stands around a slice.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "label/pool.h"
#include "label/slot_table.h"

namespace incilint::label {

struct NameFact;

/// Why a cell is what it is; `score` > 0 speaks for the list.
struct Evidence {
    double score = 0;
    double cover = 0;  ///< share of its words that known names cover
    std::uint16_t words = 0;
    std::uint16_t prose = 0;       ///< words of sentences in it
    std::uint16_t praise = 0;      ///< of these, words of advertising and usage
    std::uint16_t legal = 0;       ///< words of disclaimers and warnings
    std::uint16_t name_words = 0;  ///< words that occur in names of ingredients, not counted where `known`
    bool known = false;            ///< the whole cell is a known name
    bool dense = false;            ///< many known names, and little between them: a list that lost its separators
};

/// Tokens [first, last) of a cell that are a name.
struct CutPiece {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool missing = false;  ///< cut where no separator stands
};

/// A known name inside a cell: tokens [first, last), brackets after it included.
struct Edge {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t words = 0;
};

/// What was found of one slice, as far as it was asked. One line of cache, and the next for the bytes of most.
struct alignas(64) SliceFact {
    enum class Cut : std::uint8_t { not_asked, whole, pieces };
    /// What few slices have.
    struct Rest {
        std::string text;              ///< its bytes, where they are many
        std::string clean;             ///< the clean name
        std::vector<CutPiece> pieces;  ///< as a cell, counted from its first token
        std::vector<Edge> edges;       ///< where has_edges; likewise
    };
    static constexpr std::size_t most_inside = 64;

    Evidence evidence;            ///< as a cell, where has_evidence
    std::uint64_t name_hash = 0;  ///< word_hash of its clean name, which tells names apart that differ but in capitals
    NameFact* said = nullptr;     ///< what the dictionary says of its name
    Rest* rest = nullptr;         ///< owned by the memo
    std::uint16_t size = 0;       ///< of its bytes
    std::uint16_t label = 0;      ///< the last one that asked for it, by the last digits of its number
    std::optional<bool> known;    ///< a known name, without spelling correction
    bool has_evidence : 1 = false;
    bool is_name : 1 = false;      ///< the bytes are the clean name …
    bool has_clean : 1 = false;    ///< … or `rest` has it
    bool has_edges : 1 = false;    ///< the known names in it are in `rest`, or it holds none
    bool has_no_seam : 1 = false;  ///< no two names are glued together in one of its words (label/glued.h)
    bool met_again : 1 = false;    ///< by another label, since there was room last
    Cut cut = Cut::not_asked;      ///< as a cell: it stays whole, or `rest` has the pieces
    std::array<char, most_inside> inside;

    [[nodiscard]] std::string_view text() const {
        return size <= most_inside ? std::string_view(inside.data(), size) : std::string_view(rest->text);
    }
    /// The clean name, where one of is_name and has_clean holds.
    [[nodiscard]] std::string_view name() const { return is_name ? text() : std::string_view(rest->clean); }
};

class SliceMemo {
  public:
    explicit SliceMemo(std::size_t most) : most_(most) {}

    /// The fact of the slice that `print` says all of but its bytes; null where there is no room for a new one.
    [[nodiscard]] SliceFact* of(std::uint64_t print, std::string_view text);
    [[nodiscard]] SliceFact::Rest& rest_of(SliceFact& fact);
    [[nodiscard]] bool full() const { return slots_.size() >= most_; }
    void begin_label() { ++label_; }
    /// Forgets what was met in one label alone, and more where that is not a quarter of all: names that many labels
    /// print stay, and those of one label do not drive them out.
    void forget_rare();
    /// Calls each(fact) for all that is kept.
    template <class Each>
    void each(const Each& each) {
        slots_.each(each);
    }

    /// The memory of a fact that will be asked for is fetched ahead: first where it stands, then the fact.
    void fetch_slot(std::uint64_t print) const { slots_.fetch(print); }
    void fetch_fact(std::uint64_t print) const {
        const SliceFact* fact = slots_.peek(print);
        if (fact == nullptr) return;
        __builtin_prefetch(fact);
        __builtin_prefetch(reinterpret_cast<const char*>(fact) + 64);
    }

  private:
    std::size_t most_;
    SlotTable<SliceFact*> slots_;
    Pool<SliceFact> facts_;
    Pool<SliceFact::Rest> rests_;
    std::uint16_t label_ = 0;
};

}  // namespace incilint::label
