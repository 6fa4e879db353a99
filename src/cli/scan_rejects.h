// cli/scan_rejects.h: the rows that a scan leaves out, as a CSV of their own and on standard error.
// Promises: every row goes into the file; on standard error the first ones stand, and how many more there are.
// Must not know: what else a scan writes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/blocks.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "report/csv.h"

namespace incilint::cli {

class Rejects {
  public:
    /// `path` is the catalog's, as it is printed; both must outlive it.
    Rejects(const Options& options, const std::string& path);
    /// Makes the file; no name: there is none. False: it cannot be written, and the outcome says why.
    [[nodiscard]] bool open(const std::string& file, Outcome& outcome);
    void take(const std::vector<catalog::Gap>& rejects);
    void finish(Outcome& outcome);

  private:
    const std::string& path_;
    report::CsvStyle style_;
    std::optional<Output> output_;
    std::size_t told_ = 0;
};

}  // namespace incilint::cli
