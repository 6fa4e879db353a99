// scan/catalog_stream.h: a catalog as a stream of blocks, and what its columns mean.
// Promises: one way for all commands: unpacking, encoding, CSV or JSON, header, columns by header, by request, or by
// content where headers say nothing; the choice is the same whatever the sizes of blocks and reads.
// Must not know: files on disk, output, how a list of ingredients is told (it is handed a test).
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catalog/blocks.h"
#include "catalog/columns.h"
#include "catalog/encoding.h"
#include "scan/record.h"

namespace incilint::scan {

/// What the columns of a catalog mean, and what holds for rows that do not say it themselves.
struct RowMeaning {
    std::string path;
    catalog::Columns columns;
    match::Context defaults;
    std::string field{};      ///< header of the column of ingredients
    bool by_content = false;  ///< the column of ingredients was found by what it holds

    /// What is known of a product beside its label; `cell(role)` is the text of a row's cell.
    template <class Cell>
    [[nodiscard]] match::Context context(const Cell& cell) const {
        return context(cell(catalog::Role::type), cell(catalog::Role::area), cell(catalog::Role::market));
    }
    [[nodiscard]] match::Context context(std::string_view type, std::string_view area, std::string_view market) const;
    /// The words of such cells that Record::said holds.
    [[nodiscard]] static std::vector<SaidWord> said(std::string_view type, std::string_view area,
                                                    std::string_view market);
    /// A row as a record to screen; without Input::locate.
    [[nodiscard]] Record record(const catalog::Row& row) const;
};

/// How columns were chosen: "ingredients from 'INCI' (#3), id from 'SKU' (#1)".
[[nodiscard]] std::string describe(const RowMeaning& meaning, const catalog::Row& header);
/// Says whether a cell reads as a list of ingredients.
using IsList = std::function<bool(std::string_view)>;

struct CatalogOptions {
    catalog::BlockOptions blocks;
    catalog::Encoding encoding = catalog::Encoding::automatic;
    std::vector<catalog::ColumnRequest> columns;
    match::Context defaults;
    IsList is_list;                      ///< empty: headers alone decide
    std::shared_ptr<std::string> whole;  ///< set: all text of the catalog is kept there, for reports that quote it
};

class CatalogStream {
  public:
    /// Errors: `row/…` and `catalog/empty` for a header that cannot be read or is not there, `column/…`, and those of
    /// unpacking, encodings and the bytes themselves.
    [[nodiscard]] static base::Expected<CatalogStream> open(catalog::Fill bytes, const std::string& path,
                                                            const CatalogOptions& options);

    [[nodiscard]] const RowMeaning& meaning() const { return meaning_; }
    [[nodiscard]] const std::vector<std::string>& headers() const { return headers_; }
    [[nodiscard]] bool json_lines() const { return json_lines_; }
    [[nodiscard]] char delimiter() const { return blocks_.delimiter(); }
    [[nodiscard]] std::size_t max_row_bytes() const { return max_row_bytes_; }
    /// "ingredients from 'INCI' (#3), id from 'SKU' (#1); semicolons".
    [[nodiscard]] std::string choice() const;
    /// False: there are no more records. An error of the stream comes after what could be read.
    [[nodiscard]] base::Expected<bool> next(catalog::Block& out);
    /// Bytes of text that were handed out.
    [[nodiscard]] std::size_t bytes() const { return blocks_.bytes(); }

  private:
    CatalogStream(catalog::BlockReader blocks, RowMeaning meaning, bool json_lines, std::size_t max_row_bytes);
    [[nodiscard]] base::Expected<catalog::Columns> by_content(const CatalogOptions& options,
                                                              base::Diagnostic by_header);

    catalog::BlockReader blocks_;
    RowMeaning meaning_;
    std::vector<std::string> headers_;
    bool json_lines_ = false;
    std::size_t max_row_bytes_ = 0;
    std::deque<catalog::Block> held_;  ///< read to look at, not yet handed out
};

}  // namespace incilint::scan
