// cli/scan_options.h: what a command line asks of `scan` beside what all commands know.
// Promises: plain values. Must not know: files.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "catalog/rows.h"
#include "scan/defaults.h"
#include "scan/result.h"

namespace incilint::cli {

struct ScanOptions {
    scan::ResultOptions result;
    std::string rejects;        ///< file for the rows left out
    std::string unknown_names;  ///< file for names nobody knew
    std::string summary;        ///< file for the sums; .json is JSON, others are Markdown
    std::size_t max_rejects = 0;
    std::size_t max_row_bytes = catalog::RowReader::default_max_row_bytes;
    std::size_t jobs = 0;  ///< 0: all cores
    std::size_t block_bytes = std::size_t{256} << 10;
    std::size_t memo_names = scan::default_memo_names;
    bool line_buffered = false;
    bool quiet = false;
    bool portable = false;  ///< without vector instructions
    std::string format;     ///< words as given, read by read_scan_options
    std::string only;
};

}  // namespace incilint::cli
