// report/changes.h: what changed between two screenings of the same products: entries, findings, points.
// Promises: products are paired by file below the named folder, then by key, name or order; entries by what they are
// recognised as, so that another spelling is no new ingredient; plain data in the order of the newer list.
// Must not know: output formats, policy, files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/names.h"
#include "report/run.h"

namespace incilint::report {

/// One run and what its inputs were named by: paths are compared below `base`.
struct Side {
    const Run& run;
    std::string_view base;
};

enum class EntryChange : std::uint8_t { added, removed, moved, amount, spelling };
[[nodiscard]] std::string_view word(EntryChange change);

/// `before` and `after` say the place ("place 2"), amount ("2 %") or spelling; empty where there is none.
struct EntryDiff {
    EntryChange change{};
    std::string ingredient;
    std::string before;
    std::string after;
};

enum class FindingChange : std::uint8_t { appeared, gone, graver, milder };
[[nodiscard]] std::string_view word(FindingChange change);

struct FindingDiff {
    FindingChange change{};
    rules::Severity severity{};  ///< the newer one; of a finding that is gone, the one it had
    rules::Effect effect{};
    std::string rule;
    std::string ingredient;  ///< empty: the label as a whole
    std::string message;
};

/// What one finding adds to burden or support, before and after; points of 100, low and high end.
struct PointsDiff {
    rules::Effect effect{};
    std::string rule;
    std::string ingredient;
    double before_low = 0;
    double before_high = 0;
    double after_low = 0;
    double after_high = 0;
};

/// A product on both sides, or on one only.
struct ProductDiff {
    std::string name;
    std::optional<Subject> before;
    std::optional<Subject> after;
    std::vector<EntryDiff> entries;
    std::vector<FindingDiff> findings;
    std::vector<PointsDiff> points;
    [[nodiscard]] bool changed() const;
};

struct Changes {
    std::vector<ProductDiff> products;  ///< those that changed, came or went
    std::size_t unchanged = 0;
};

[[nodiscard]] Changes changes(const Side& before, const Side& after);

}  // namespace incilint::report
