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

/// What the columns of a catalog mean, and what holds for rows that do not say it themselves.
struct RowMeaning {
    std::string path;
    catalog::Columns columns;
    match::Context defaults;

    /// What is known of a product beside its label; `cell(role)` is the text of a row's cell.
    template <class Cell>
    [[nodiscard]] match::Context context(const Cell& cell) const {
        return context(cell(catalog::Role::type), cell(catalog::Role::area), cell(catalog::Role::market));
    }
    [[nodiscard]] match::Context context(std::string_view type, std::string_view area, std::string_view market) const;
    /// A row as a record to screen; without Input::locate.
    [[nodiscard]] Record record(const catalog::Row& row) const;
};

/// How columns were chosen: "ingredients from 'INCI' (#3), id from 'SKU' (#1)".
[[nodiscard]] std::string describe(const catalog::Columns& columns, const catalog::Row& header);
/// The column of each role, by header or by request.
[[nodiscard]] base::Expected<catalog::Columns> columns_of(const catalog::Row& header,
                                                          std::span<const catalog::ColumnRequest> requests,
                                                          const std::string& path);

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
    [[nodiscard]] std::string choice() const { return describe(meaning_.columns, reader_.header()); }

  private:
    CatalogRecords(std::shared_ptr<const Document> document, catalog::RowReader reader, RowMeaning meaning)
        : document_(std::move(document)), reader_(std::move(reader)), meaning_(std::move(meaning)) {}

    std::shared_ptr<const Document> document_;
    catalog::RowReader reader_;
    RowMeaning meaning_;
};

}  // namespace incilint::scan
