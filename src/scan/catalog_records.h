// scan/catalog_records.h: the rows of a catalog as records to screen.
// Promises: rows come in their order, rejects between them; each finding can be placed in the file.
// Must not know: files on disk, output.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "catalog/json_rows.h"
#include "catalog/rows.h"
#include "scan/catalog_stream.h"
#include "scan/record.h"

namespace incilint::scan {

/// Lines and columns of a block, worked out when the first is asked for. The block must outlive it.
class BlockLines {
  public:
    explicit BlockLines(const catalog::Block& block) : block_(block) {}
    [[nodiscard]] base::Position at(std::size_t byte) {
        if (!index_) index_.emplace(block_.text);
        base::Position place = index_->at(byte);
        place.line += block_.line - 1;
        return place;
    }

  private:
    const catalog::Block& block_;
    std::optional<base::LineIndex> index_;
};

class CatalogRecords {
  public:
    /// Errors: those of CatalogStream::open.
    [[nodiscard]] static base::Expected<CatalogRecords> open(catalog::Fill bytes, const std::string& path,
                                                             const CatalogOptions& options);

    using Step = catalog::RowReader::Step;
    /// An error of the stream comes after what could be read.
    [[nodiscard]] base::Expected<Step> next();
    /// The row that next() found, as a record to screen.
    [[nodiscard]] Record record() const;
    [[nodiscard]] const catalog::Reject& reject() const { return reject_; }
    [[nodiscard]] std::string choice() const { return stream_->choice(); }

  private:
    /// A block that the records of its rows share.
    struct Shared {
        catalog::Block block;
        BlockLines lines{block};
    };
    using RowsOf = std::variant<std::monostate, catalog::RowReader, catalog::JsonRowReader>;

    explicit CatalogRecords(CatalogStream stream) : stream_(std::make_unique<CatalogStream>(std::move(stream))) {}
    [[nodiscard]] Step step();

    std::unique_ptr<CatalogStream> stream_;  ///< readers of rows point into it
    std::shared_ptr<const std::string> whole_;
    std::shared_ptr<Shared> block_;
    RowsOf rows_;
    bool gap_told_ = true;
    catalog::Reject reject_;
};

}  // namespace incilint::scan
