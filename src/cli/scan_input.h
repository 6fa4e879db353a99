// cli/scan_input.h: the bytes of a catalog as a stream, and the signals that end it.
// Promises: read() and never mmap; a signal to stop is an error of the stream ("scan/interrupted"), the second one
// kills. Must not know: what the bytes mean.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "catalog/fill.h"
#include "cli/files.h"

namespace incilint::cli {

/// SIGINT and SIGTERM are noted from here on instead of ending the process.
void note_signals();
/// The signal that came, or 0.
[[nodiscard]] int noted_signal();
/// Whether one came; the outcome has it then.
[[nodiscard]] bool ended_by_signal(Outcome& outcome);

struct CatalogInput {
    catalog::Fill fill;
    std::size_t size = 0;                ///< bytes of the file; 0: not known
    std::shared_ptr<std::size_t> taken;  ///< bytes read so far
};

/// Opens a file or standard input ("-").
[[nodiscard]] base::Expected<CatalogInput, Fault> open_catalog(const std::string& path);

}  // namespace incilint::cli
