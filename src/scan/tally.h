// scan/tally.h: what a scan counts: records, verdicts, names.
// Promises: memory is bounded; the sums are the same however the records are shared out, as long as parts are added in
// the order of the records.
// Must not know: output formats, files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "catalog/rows.h"
#include "match/limits.h"
#include "report/run.h"
#include "scan/name_counts.h"
#include "scan/record.h"

namespace incilint::scan {

/// Records that say a word which no rule knows.
struct UnclearCount {
    std::size_t records = 0;
    std::size_t first = 0;  ///< the first of them
    SaidWord said;          ///< its word
};

struct Tally {
    std::size_t records = 0;
    std::array<std::size_t, catalog::reject_kinds> rejected{};
    std::size_t products = 0;
    std::size_t without_list = 0;
    std::size_t entries = 0;
    std::size_t recognised = 0;
    std::size_t quick = 0;   ///< labels that went the quick way: depends on threads and blocks as time does
    std::size_t errors = 0;  ///< findings that are no credits, by severity
    std::size_t warnings = 0;
    std::size_t notes = 0;
    std::array<std::size_t, 3> failing{};  ///< by severity (note, warning, error): those that policy marked
    match::BrokenLimits broken{};          ///< limits of the plan
    std::array<UnclearCount, catalog::role_count> unclear{};   ///< by role
    std::map<std::string, std::size_t, std::less<>> verdicts;  ///< products by verdict words
    NameCounts flagged;                                        ///< findings by ingredient
    NameCounts credited;
    NameCounts unknown;

    void count(const report::Input& input, const match::Screening& screening, const match::Program& program);
    void count_unclear(const SaidWord& said, std::size_t record);
    void count_verdict(std::string_view words, std::size_t number);
    void merge(const Tally& later);
    void clear();
    [[nodiscard]] std::size_t rejects() const;
};

}  // namespace incilint::scan
