// label/slice_memo.h: what the stages found of a slice of tokens, remembered from one label to the next.
// Promises: a fact is found by all that the stages see of a slice (bytes, tokens, notes, brackets), so that it can
// never change an answer; bounded; references stay good until forget(). Must not know: how any fact is found, what
// stands around a slice.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incilint::label {

struct NameFact;

/// Why a cell is what it is; `score` > 0 speaks for the list.
struct Evidence {
    double score = 0;
    bool known = false;  ///< the whole cell is a known name
    double cover = 0;    ///< share of its words that known names cover
    std::uint32_t words = 0;
    std::uint32_t prose = 0;   ///< words of sentences in it
    std::uint32_t praise = 0;  ///< of these, words of advertising and usage
    std::uint32_t legal = 0;   ///< words of disclaimers and warnings
};

/// Tokens [first, last) of a cell that are a name.
struct CutPiece {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool missing = false;  ///< cut where no separator stands
};

/// What was found of one slice, as far as it was asked.
struct SliceFact {
    std::string text;                          ///< its bytes
    std::optional<bool> known;                 ///< a known name, without spelling correction
    bool is_name = false;                      ///< the bytes are the clean name
    std::optional<std::string> clean;          ///< the clean name, where it is another text
    NameFact* said = nullptr;                  ///< what the dictionary says of that name
    std::optional<Evidence> evidence;          ///< as a cell
    std::optional<std::vector<CutPiece>> cut;  ///< as a cell, counted from its first token; empty: it stays whole
};

class SliceMemo {
  public:
    explicit SliceMemo(std::size_t most) : most_(most) {}

    /// The fact of the slice that `print` says all of but its bytes; null where there is no room for a new one.
    [[nodiscard]] SliceFact* of(std::uint64_t print, std::string_view text);
    [[nodiscard]] bool full() const { return facts_.size() >= most_; }
    void forget();

  private:
    struct Slot {
        std::uint64_t print = 0;
        SliceFact* fact = nullptr;
    };
    void grow();

    std::size_t most_;
    std::vector<Slot> slots_;  ///< open addressing, at most half full
    std::deque<SliceFact> facts_;
};

}  // namespace incilint::label
