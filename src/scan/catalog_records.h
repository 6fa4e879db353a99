// scan/catalog_records.h: the rows of a catalog as records to screen.
// Promises: rows come in their order, rejects between them; each finding can be placed in the file.
// Must not know: files on disk, output.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "catalog/columns.h"
#include "catalog/rows.h"
#include "scan/record.h"

namespace incilint::scan {

class CatalogRecords {
  public:
    /// Errors: no header, no column of ingredients, a NUL in the header, …
    [[nodiscard]] static base::Expected<CatalogRecords> open(std::shared_ptr<const Document> document, bool tabs_likely,
                                                             std::span<const catalog::ColumnRequest> columns,
                                                             const match::Context& defaults);

    using Step = catalog::RowReader::Step;
    [[nodiscard]] Step next() { return reader_.next(); }
    /// The row that next() found, as a record to screen.
    [[nodiscard]] Record record() const;
    [[nodiscard]] const catalog::Reject& reject() const { return reader_.reject(); }
    /// How the columns were chosen: "ingredients from 'INCI' (#3), id from 'SKU' (#1)".
    [[nodiscard]] std::string choice() const;

  private:
    CatalogRecords(std::shared_ptr<const Document> document, catalog::RowReader reader, const match::Context& defaults)
        : document_(std::move(document)), reader_(std::move(reader)), defaults_(defaults) {}

    std::shared_ptr<const Document> document_;
    catalog::RowReader reader_;
    catalog::Columns columns_;
    match::Context defaults_;
};

}  // namespace incilint::scan
