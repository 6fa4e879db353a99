#include "scan/worker.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "catalog/json_rows.h"

namespace incilint::scan {
namespace {

void count_reject(catalog::Gap gap, BlockResult& out) {
    ++out.tally.records;
    ++out.tally.rejected[static_cast<std::size_t>(gap.reject.kind)];
    out.rejects.push_back(std::move(gap));
}

void count_broken(const match::Limits& limits, const match::Numbers& numbers, std::size_t record, Tally& tally) {
    match::count_broken(tally.broken, limits, numbers, [record] { return "record " + std::to_string(record); });
}

}  // namespace

std::vector<SaidWord> Worker::unclear(std::vector<SaidWord> said) const {
    std::erase_if(said, [&](const SaidWord& one) {
        return one.role == catalog::Role::market &&
               (plan_.markets.empty() || std::ranges::find(plan_.markets, one.word) != plan_.markets.end());
    });
    return said;
}

const match::Context& Worker::context_of(std::span<const std::string_view> cells) {
    constexpr std::array<catalog::Role, 3> roles{catalog::Role::type, catalog::Role::area, catalog::Role::market};
    bool same = true;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const auto column = plan_.meaning.columns.at(roles[i]);
        if (!column || said_[i] == cells[*column]) continue;
        said_[i] = cells[*column];
        same = false;
    }
    if (!same) {
        context_ = plan_.meaning.context(said_[0], said_[1], said_[2]);
        unclear_ = unclear(RowMeaning::said(said_[0], said_[1], said_[2]));
    }
    return context_;
}

bool Worker::screen_quickly(std::span<const std::string_view> cells, std::size_t record, BlockResult& out) {
    const auto cell = [&](catalog::Role role) {
        const auto column = plan_.meaning.columns.at(role);
        return column ? cells[*column] : std::string_view();
    };
    const std::string_view text = cell(catalog::Role::ingredients);
    const match::Context& context = context_of(cells);
    const auto finish = [&](const QuickProduct& product, std::string_view product_name) {
        if (plan_.limits.any()) {
            const match::LeanScreening& judged = *product.screening;
            count_broken(plan_.limits,
                         {product.entries, judged.recognised, judged.given, judged.support, judged.burden_high}, record,
                         out.tally);
        }
        plan_.writer.write(out.rows,
                           {record, cell(catalog::Role::id), base::trim(cell(catalog::Role::name)), product_name},
                           product, quick_);
    };
    if (const QuickProduct* product = quick_.screen(text, context, out.tally)) {
        finish(*product, {});
    } else {
        label_ = read(text);
        if (!quick_.may_judge(*label_)) return false;
        for (const label::Product& product : label_->products)
            finish(quick_.judge_next(*label_, context, out.tally), product.name ? *product.name : std::string_view());
    }
    ++out.tally.records;
    for (const SaidWord& said : unclear_) out.tally.count_unclear(said, record);
    return true;
}

label::Label Worker::read(std::string_view text) {
    auto label = quick_.read(reader_, text);
    return label ? std::move(*label) : reader_.read(text);
}

void Worker::screen(const catalog::Row& row, std::optional<label::Label> label, report::Locate locate,
                    BlockResult& out) {
    Record record = plan_.meaning.record(row);
    record.input.locate = std::move(locate);
    if (!record.said.empty())
        for (const SaidWord& said : unclear(std::move(record.said))) out.tally.count_unclear(said, record.input.record);
    if (!label) label = read(record.input.text);
    screen_record(record, std::move(*label), plan_.program, scratch_);
    ++out.tally.records;
    for (match::Screening& screening : record.input.screenings) {
        if (plan_.adjust) plan_.adjust(screening);
        out.tally.count(record.input, screening, plan_.program);
        if (plan_.limits.any())
            count_broken(plan_.limits, match::numbers_of(screening), record.input.record, out.tally);
    }
    plan_.writer.write(out.rows, record.input, row);
}

template <class Reader>
void Worker::screen_rows(Reader& reader, const catalog::Block& block, BlockResult& out) {
    BlockLines lines(block);
    const std::size_t label = *plan_.meaning.columns.at(catalog::Role::ingredients);
    for (auto step = reader.next(); step != Reader::Step::end; step = reader.next()) {
        if (step == Reader::Step::row) {
            label_.reset();
            quick_.begin_row();
            if (rows_quick_ && screen_quickly(reader.cells(), reader.record(), out)) continue;
            const catalog::Row& row = reader.row();
            screen(
                row, std::exchange(label_, std::nullopt),
                [&](std::size_t byte) { return lines.at(row.fields[label].origin.at(byte)); }, out);
            continue;
        }
        catalog::Gap gap{reader.reject(), ""};
        gap.raw = base::slice(block.text, gap.reject.span).substr(0, catalog::most_raw_bytes);
        for (std::size_t* place : {&gap.reject.span.from, &gap.reject.span.to, &gap.reject.fault_at})
            *place += block.offset;
        count_reject(std::move(gap), out);
    }
}

void Worker::screen(const catalog::Block& block, BlockResult& out) {
    out.rows.clear();
    out.tally.clear();
    out.rejects.clear();
    quick_.begin_block();
    if (plan_.json_lines) {
        catalog::JsonRowReader reader(block.text, plan_.headers, plan_.max_row_bytes, block.records, block.line);
        screen_rows(reader, block, out);
    } else {
        catalog::RowReader reader(block.text, plan_.delimiter, plan_.max_row_bytes, plan_.headers.size(), block.records,
                                  block.line);
        screen_rows(reader, block, out);
    }
    quick_.end_block(out.tally);
    if (block.gap) count_reject(*block.gap, out);
}

}  // namespace incilint::scan
