// scan/summary.h: the sums of a scan for people (text, Markdown) and for programs (JSON).
// Promises: plain values in, bytes out; names from labels are escaped for where they stand.
// Must not know: files, terminals, clocks (the seconds are handed in).
#pragma once

#include <string>
#include <string_view>

#include "match/program.h"
#include "scan/tally.h"

namespace incilint::scan {

struct SummaryFacts {
    std::string catalog;  ///< as the user named it
    std::string columns;  ///< how they were chosen
    double seconds = 0;
    std::size_t bytes = 0;
    bool incomplete = false;
    std::string tool_version;
};

[[nodiscard]] std::string summary_text(const Tally& tally, const SummaryFacts& facts, const match::Program& program);
[[nodiscard]] std::string summary_markdown(const Tally& tally, const SummaryFacts& facts,
                                           const match::Program& program);
[[nodiscard]] std::string summary_json(const Tally& tally, const SummaryFacts& facts, const match::Program& program);

/// "60.3 %" of a whole.
[[nodiscard]] std::string percent(std::size_t part, std::size_t whole);

}  // namespace incilint::scan
