// scan/worker.h: what one thread does: a block of rows in, result rows and counts out.
// Promises: a pure function of the block (what is remembered between blocks changes no answer).
// Must not know: threads, files, the order of blocks.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/blocks.h"
#include "label/read.h"
#include "scan/catalog_records.h"
#include "scan/defaults.h"
#include "scan/quick.h"
#include "scan/result.h"
#include "scan/tally.h"

namespace incilint::scan {

/// What holds for all blocks of a catalog.
struct Plan {
    const match::Program& program;
    RowMeaning meaning;
    std::vector<std::string> headers;
    bool json_lines = false;
    char delimiter = ',';
    std::size_t max_row_bytes = catalog::RowReader::default_max_row_bytes;
    std::size_t memo_names = default_memo_names;
    ResultWriter writer;
    /// What policy makes of a product before it is counted and written: severities, what is off, what lets the run
    /// pass. Empty: nothing; else no label goes the quick way. Called by all threads.
    std::function<void(match::Screening& screening)> adjust{};
    match::Limits limits{};  ///< products that break one are counted
    /// Markets that rules speak of: records of others are counted. Empty: no rule asks for a market.
    std::vector<std::string> markets{};

    /// By ingredient, a bit each: its INCI name is known to be a plain slice (label/plain.h); empty: of none.
    std::string_view plain_names{};

    /// Result rows may be written without a report of each product.
    [[nodiscard]] bool rows_quick() const { return writer.takes_quick() && !adjust; }
};

struct BlockResult {
    std::string rows;
    Tally tally;
    std::vector<catalog::Gap> rejects;  ///< in the order of the records
};

class Worker {
  public:
    /// The plan must outlive the worker.
    explicit Worker(const Plan& plan)
        : plan_(plan),
          recognised_(plan.program.dictionary()),
          reader_(plan.program.dictionary(), plan.program.vocabulary(), plan.memo_names, &recognised_),
          scratch_(plan.rows_quick() ? plan.memo_names / few_judged_at_length : plan.memo_names, &recognised_),
          quick_(plan.program, plan.meaning.defaults, slices_a_name * plan.memo_names, recognised_, plan.plain_names),
          rows_quick_(quick_.usable() && plan.rows_quick()) {}
    /// Overwrites `out`.
    void screen(const catalog::Block& block, BlockResult& out);

  private:
    template <class Reader>
    void screen_rows(Reader& reader, const catalog::Block& block, BlockResult& out);
    [[nodiscard]] label::Label read(std::string_view text);
    void screen(const catalog::Row& row, std::optional<label::Label> label, report::Locate locate, BlockResult& out);
    /// False: the row wants a report of its own. Its label may have been read then.
    [[nodiscard]] bool screen_quickly(std::span<const std::string_view> cells, std::size_t record, BlockResult& out);
    /// Those that no rule knows.
    [[nodiscard]] std::vector<SaidWord> unclear(std::vector<SaidWord> said) const;
    [[nodiscard]] const match::Context& context_of(std::span<const std::string_view> cells);

    /// Few labels are judged with a report of their own, where rows are short.
    static constexpr std::size_t few_judged_at_length = 4;
    /// A name is printed in several ways.
    static constexpr std::size_t slices_a_name = 4;

    const Plan& plan_;
    lexicon::RecogniseMemo recognised_;
    label::Reader reader_;
    match::Scratch scratch_;
    Quick quick_;
    bool rows_quick_;                    ///< rows without a report of their own may go the quick way as a whole
    std::optional<label::Label> label_;  ///< of the row in hand, where it was read
    match::Context context_;             ///< of the cells below
    std::array<std::string, 3> said_{};  ///< what the last row said of type, area and market
    std::vector<SaidWord> unclear_;      ///< of that what no rule knows
};

}  // namespace incilint::scan
