#include "scan/catalog_records.h"

namespace incilint::scan {

base::Expected<CatalogRecords> CatalogRecords::open(catalog::Fill bytes, const std::string& path,
                                                    const CatalogOptions& options) {
    auto stream = CatalogStream::open(std::move(bytes), path, options);
    if (!stream) return base::Error{stream.error()};
    CatalogRecords out(std::move(*stream));
    out.whole_ = options.whole;
    return out;
}

base::Expected<CatalogRecords::Step> CatalogRecords::next() {
    while (true) {
        if (const Step found = step(); found != Step::end) return found;
        auto block = std::make_shared<Shared>();
        const auto more = stream_->next(block->block);
        if (!more) return base::Error{more.error()};
        if (!*more) return Step::end;
        block_ = std::move(block);
        const catalog::Block& read = block_->block;
        gap_told_ = !read.gap;
        if (stream_->json_lines()) {
            rows_.emplace<catalog::JsonRowReader>(read.text, stream_->headers(), stream_->max_row_bytes(), read.records,
                                                  read.line);
        } else {
            rows_.emplace<catalog::RowReader>(read.text, stream_->delimiter(), stream_->max_row_bytes(),
                                              stream_->headers().size(), read.records, read.line);
        }
    }
}

CatalogRecords::Step CatalogRecords::step() {
    const auto read = [this](auto& reader) {
        if constexpr (std::is_same_v<decltype(reader), std::monostate&>) {
            return Step::end;
        } else {
            const Step found = reader.next();
            if (found == Step::reject) {
                reject_ = reader.reject();
                for (std::size_t* place : {&reject_.span.from, &reject_.span.to, &reject_.fault_at})
                    *place += block_->block.offset;
            }
            return found;
        }
    };
    const Step found = std::visit(read, rows_);
    if (found != Step::end || gap_told_) return found;
    gap_told_ = true;
    reject_ = block_->block.gap->reject;
    return Step::reject;
}

Record CatalogRecords::record() const {
    const auto row_of = [](const auto& reader) -> const catalog::Row* {
        if constexpr (std::is_same_v<decltype(reader), const std::monostate&>)
            return nullptr;
        else
            return &reader.row();
    };
    const catalog::Row& row = *std::visit(row_of, rows_);
    Record out = stream_->meaning().record(row);
    const auto column = stream_->meaning().columns.at(catalog::Role::ingredients);
    out.input.file = whole_;
    if (!out.said.empty())
        out.place_of = [block = block_, &row, &columns = stream_->meaning().columns](catalog::Role role) {
            return block->lines.at(row.fields[*columns.at(role)].origin.at(0));
        };
    out.input.locate = [block = block_, origin = row.fields[*column].origin](std::size_t byte) {
        return block->lines.at(origin.at(byte));
    };
    return out;
}

}  // namespace incilint::scan
