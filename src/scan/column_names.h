// scan/column_names.h: names for the columns of a result that takes columns over from a catalog.
// Promises: no two names alike, not even to a reader that takes large and small letters for one.
// Must not know: what the columns hold, formats.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace incilint::scan {

class ColumnNames {
  public:
    /// A column of the catalog: its header, the second "inci" as "inci_2".
    [[nodiscard]] std::string kept(const std::string& header);
    /// A column of ours: its name, or "incilint_verdict" where the catalog has a "verdict".
    [[nodiscard]] std::string own(std::string name);

  private:
    [[nodiscard]] bool take(std::string_view name);
    std::set<std::string> taken_;
};

}  // namespace incilint::scan
