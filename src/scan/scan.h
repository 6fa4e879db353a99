// scan/scan.h: screens a catalog row by row and writes one result line a product.
// Promises: results in the order of the rows; accepted + rejected = records; what cannot be read is told, not dropped.
// Must not know: files on disk, exit codes, terminals.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "scan/catalog_records.h"

namespace incilint::scan {

struct Summary {
    std::size_t records = 0;
    std::size_t rejected = 0;
    std::size_t products = 0;
    std::size_t without_list = 0;
    std::size_t entries = 0;
    std::size_t recognised = 0;
    bool stopped = false;  ///< the writer wanted no more
};

struct Sinks {
    std::function<bool(std::string_view)> write;  ///< result lines; false stops the scan
    std::function<void(const catalog::Reject&)> reject;
    std::function<void(const match::Screening&)> screened;  ///< each product, for gates
};

[[nodiscard]] Summary scan(CatalogRecords& records, const match::Program& program, const Sinks& sinks);

}  // namespace incilint::scan
