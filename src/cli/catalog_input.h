// cli/catalog_input.h: how all commands read catalogs: one set of options, one test of columns, one exit code a fault.
// Promises: `check`, `parse`, `diff` and `scan` read the same rows and leave out the same ones.
// Must not know: reports, how rows are screened.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "scan/catalog_stream.h"

namespace incilint::cli {

/// True for names that a catalog may have, packed or not: "shop.csv", "shop.tsv.gz", "shop.jsonl.zst".
[[nodiscard]] bool names_a_catalog(std::string_view path);

/// What the options say of reading the catalog `path`.
[[nodiscard]] scan::CatalogOptions catalog_options(const Options& options, const std::string& path);

/// The exit code that a fault of CatalogStream::open earns.
[[nodiscard]] Exit exit_of(const base::Diagnostic& fault);

}  // namespace incilint::cli
