// scan/quick.h: the quick way of a catalog's row: a plain list, or one that was read, judged in small integers, without
// a string for each finding.
// Promises: where it answers, the result row and the sums are those of the long way (scan/record.h), byte for byte;
// where anything is in doubt it answers nothing, and the long way goes. Must not know: output beyond names that are
// printed, threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "label/shortened.h"
#include "scan/slices.h"
#include "scan/tally.h"

namespace incilint::scan {

/// A product that was judged; good until the next one.
struct QuickProduct {
    const match::LeanScreening* screening = nullptr;
    std::string_view words;  ///< of the verdict
    std::size_t entries = 0;
    std::vector<std::uint32_t> flagged;  ///< numbers of names (PrintedNames), each once
    std::vector<std::uint32_t> credited;
    std::vector<std::uint32_t> unknown;
};

class Quick {
  public:
    /// `names`: about how many slices are kept; 0: it answers nothing. `plain_names`: as in Plan (scan/worker.h).
    Quick(const match::Program& program, const match::Context& defaults, std::size_t names,
          lexicon::RecogniseMemo& shared, std::string_view plain_names);

    [[nodiscard]] bool usable() const { return memo_.usable(); }
    void begin_block();
    /// Before screen() and read(), whichever the row is asked.
    void begin_row() { memo_.begin_row(); }
    /// Judges the label and counts it; null: it is for the long way. Its names are not in `tally` before end_block().
    [[nodiscard]] const QuickProduct* screen(std::string_view text, const match::Context& context, Tally& tally);
    /// Whether judge_next() can take the products of a label that was read; else it is for the long way.
    [[nodiscard]] bool may_judge(const label::Label& label);
    /// Judges the next product of the label that may_judge() saw last, from the first on, and counts it.
    [[nodiscard]] const QuickProduct& judge_next(const label::Label& label, const match::Context& context,
                                                 Tally& tally);
    /// What the reader says of a label, with most of its known names left out of the reading; null where it must read
    /// them all.
    [[nodiscard]] std::optional<label::Label> read(label::Reader& reader, std::string_view text);
    [[nodiscard]] const PrintedName& name(std::uint32_t number) const { return memo_.names()[number]; }
    void end_block(Tally& tally);

  private:
    [[nodiscard]] label::Standing stand();
    [[nodiscard]] bool may_be_alphabetical() const;
    void count(Tally& tally);

    const match::Program program_;
    SliceMemo memo_;
    std::vector<char> effect_of_rule_;
    label::PlainCut cut_;
    SliceRow row_;
    std::vector<const SliceMemo::Slot*> slots_;  ///< of the entries of all products of a label that was read
    std::vector<std::uint16_t> detectors_;       ///< that fired for each of them, a bit each
    std::size_t next_ = 0;                       ///< product to judge …
    std::size_t next_slot_ = 0;                  ///< … and the slot of its first entry
    std::uint32_t row_number_ = 0;               ///< of the rows that were counted: PrintedName::row
    std::vector<bool> sure_;
    label::ShortReader short_reader_;
    label::PlainSlice known_;  ///< what any known name is at least
    std::vector<const label::PlainSlice*> proofs_;
    match::LeanScreening screening_;
    QuickProduct product_;
    std::vector<std::uint32_t> named_;  ///< names with counts in this block
    std::vector<std::size_t> verdicts_;
};

}  // namespace incilint::scan
