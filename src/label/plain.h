// label/plain.h: the fast path for plain lists: slices that mean the same on every label.
// Promises: where it answers, the answer is that of Reader::read, byte for byte; it answers nothing where it cannot
// prove so. The proof has two halves: a slice by itself holds nothing that reaches beyond its ends (prove), and what
// neighbours can still do to each other is looked at (stand_as_list, alphabetical and duplicate entries).
// Must not know: rules, what an ingredient is to anybody.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "label/label.h"
#include "label/memo.h"
#include "label/plain_cut.h"
#include "label/read.h"

namespace incilint::label {

/// What is known of a slice between two separating commas, whatever list it stands in.
struct PlainSlice {
    std::string name;             ///< the clean name
    std::uint64_t name_hash = 0;  ///< entries whose names have one hash are duplicates (label/detect.h)
    double score = 0;             ///< its evidence for being of a list (label/judge.h)
    double worth = 0;             ///< as a name of its own (label/split.h)
    bool sure = false;            ///< a known name that no neighbour can change
    bool torn = false;            ///< a comma within it tore it: two cells that the reader joins
    double second_score = 0;      ///< of the second one
    bool begins_in_number = false;
    bool ends_in_locant = false;  ///< a number at its end that a number behind a comma would go on from
    bool stray = false;           ///< a closing bracket has no partner: a detection of the label
    std::uint32_t stray_at = 0;   ///< byte of the first one
};

/// How slices stand beside each other.
struct Standing {
    bool as_list = false;                               ///< the reader takes all of them for one list and joins none
    std::size_t joined = static_cast<std::size_t>(-1);  ///< this one and the next are one name to it, so far as is
                                                        ///< known: taken as one slice they may stand
    [[nodiscard]] bool joins() const { return joined != static_cast<std::size_t>(-1); }
};

/// No slice that is longer is looked at.
inline constexpr std::size_t longest_plain_slice = 240;
/// Cheap: false where no look into the slice can prove it.
[[nodiscard]] bool may_be_plain(std::string_view slice);

/// Proves slices, with a reader of its own. One owner.
class PlainReader {
  public:
    /// All must outlive the reader. `shared`: as of Reader.
    PlainReader(const lexicon::Dictionary& dictionary, const Vocabulary& vocabulary,
                lexicon::RecogniseMemo* shared = nullptr);

    /// How many bytes of the text are a heading and the blank behind it, where they say no more than that what follows
    /// is the list: "Ingredients: ". A pure function of those bytes.
    [[nodiscard]] std::size_t heading(std::string_view text);
    /// The slice, if it means the same on every label; a pure function of its bytes.
    [[nodiscard]] std::optional<PlainSlice> prove(std::string_view slice);
    /// What the neighbours do to each other. The slices stand in one text.
    [[nodiscard]] Standing stand(std::span<const PlainSlice* const> slices, std::span<const std::string_view> printed);
    /// The label, if all of it is plain: what tests compare with Reader::read.
    [[nodiscard]] std::optional<Label> read(std::string_view text);

  private:
    [[nodiscard]] std::optional<PlainSlice> look_at(std::string_view slice);
    [[nodiscard]] base::LongVector<Piece> heading_alone(const std::string& heading) const;
    [[nodiscard]] bool known_as_one(std::span<const std::string_view> printed);
    [[nodiscard]] bool may_break_off(std::string_view slice);
    const lexicon::Dictionary& dictionary_;
    const Vocabulary& vocabulary_;
    NameMemo memo_;
    bool usable_ = false;  ///< no phrase of the vocabulary goes on over a comma
    std::unordered_map<std::string, std::optional<PlainSlice>> proven_;
    std::unordered_map<std::string, bool> known_as_one_;  ///< by what neighbours print together
    std::unordered_map<std::string, bool> may_break_off_;
    std::unordered_map<std::string, base::LongVector<Piece>>
        headings_;  ///< as the reader has them; empty: no such heading
};

}  // namespace incilint::label
