// policy/baseline.h: the findings that were there on the day a baseline was made.
// Promises: an entry is a finding's identity, never a count or a line, so that one finding mended and another made do
// not cancel out; the file is sorted, one entry a line; reading what was written gives the same entries.
// Must not know: files, which files were screened (it is told), output.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "match/identity.h"
#include "policy/suppression.h"

namespace incilint::policy {

/// Why an entry holds nothing: its finding is not there, is suppressed, or is of a rule that may not be lived with.
enum class StaleWhy : std::uint8_t { gone, suppressed, refused };

struct BaselineEntry {
    match::Identity identity;
    base::Where where;  ///< in the file it was read from
    bool met = false;
    StaleWhy why = StaleWhy::gone;  ///< where it was not met
};

class Baseline {
  public:
    using Why = StaleWhy;
    Baseline() = default;
    explicit Baseline(const std::vector<match::Identity>& findings);
    [[nodiscard]] static base::Expected<Baseline, base::Diagnostics> read(std::string_view text,
                                                                          const std::string& file);
    /// Whether the finding is known; remembers that its entry was met.
    [[nodiscard]] bool holds(const match::Identity& identity);
    /// The finding is there, but no entry may hold it.
    void cannot_hold(const match::Identity& identity, Why why);
    /// Entries that nothing met, of products that were screened.
    [[nodiscard]] std::vector<const BaselineEntry*> stale(
        const std::function<bool(const std::string& product)>& screened) const;
    [[nodiscard]] const std::vector<BaselineEntry>& entries() const { return entries_; }

  private:
    [[nodiscard]] BaselineEntry* find(const match::Identity& identity);
    std::vector<BaselineEntry> entries_;  ///< sorted by product, rule, ingredient, occurrence; unique
};

/// The file of these identities.
[[nodiscard]] std::string baseline_text(std::vector<match::Identity> identities);
[[nodiscard]] Remark stale_remark(const BaselineEntry& entry);

}  // namespace incilint::policy
