#include "scan/catalog_stream.h"

#include <algorithm>

#include "base/fold.h"
#include "catalog/json_lines.h"
#include "catalog/json_rows.h"
#include "catalog/unpack.h"

namespace incilint::scan {
namespace {

/// A word of a cell as rules write it: "Rinse Off" and "rinse_off" are "rinse-off".
std::string plain_word(std::string_view cell) {
    std::string out = base::fold(base::trim(cell));
    for (char& c : out)
        if (c == ' ' || c == '_') c = '-';
    return out;
}

/// Rows and bytes of rows that are looked at: enough to tell a column, little to hold.
constexpr std::size_t most_rows_seen = 100;
constexpr std::size_t most_bytes_seen = std::size_t{1} << 20;
/// Columns that are looked at; a wider table says by its header what it holds.
constexpr std::size_t most_columns_seen = 1000;

/// How often the cells of each column read as lists.
class Content {
  public:
    Content(std::size_t columns, const IsList& is_list) : is_list_(is_list), lists_(columns), filled_(columns) {}

    /// False: enough was seen.
    template <class Reader>
    bool look_at(Reader reader) {
        for (auto step = reader.next(); step != Reader::Step::end; step = reader.next()) {
            if (step != Reader::Step::row) continue;
            const catalog::Row& row = reader.row();
            for (std::size_t i = 0; i < std::min(row.fields.size(), most_columns_seen); ++i) {
                if (base::trim(row.fields[i].value).empty()) continue;
                ++filled_[i];
                lists_[i] += is_list_(row.fields[i].value);
            }
            bytes_ += row.span.size();
            if (++rows_ >= most_rows_seen || bytes_ >= most_bytes_seen) return false;
        }
        return true;
    }
    /// Columns of which at least half of the cells are lists.
    [[nodiscard]] std::vector<std::size_t> columns() const {
        std::vector<std::size_t> out;
        for (std::size_t i = 0; i < lists_.size(); ++i)
            if (lists_[i] > 0 && 2 * lists_[i] >= filled_[i]) out.push_back(i);
        return out;
    }

  private:
    const IsList& is_list_;
    std::vector<std::size_t> lists_;
    std::vector<std::size_t> filled_;
    std::size_t rows_ = 0;
    std::size_t bytes_ = 0;
};

std::string_view name_of(char delimiter) {
    return delimiter == '\t'  ? "tabs"
           : delimiter == ';' ? "semicolons"
           : delimiter == '|' ? "pipes"
           : delimiter == ',' ? "commas"
                              : "a sign of its own";
}

}  // namespace

CatalogStream::CatalogStream(catalog::BlockReader blocks, RowMeaning meaning, bool json_lines,
                             std::size_t max_row_bytes)
    : blocks_(std::move(blocks)), meaning_(std::move(meaning)), json_lines_(json_lines), max_row_bytes_(max_row_bytes) {
    for (const catalog::Field& field : blocks_.header().fields) headers_.push_back(field.value);
}

base::Expected<CatalogStream> CatalogStream::open(catalog::Fill bytes, const std::string& path,
                                                  const CatalogOptions& options) {
    catalog::Fill text = catalog::decoded(catalog::unpacked(std::move(bytes), path), path, options.encoding);
    if (options.whole)
        text = [text = std::move(text), whole = options.whole](std::string& out, std::size_t wanted) {
            const std::size_t before = out.size();
            auto got = text(out, wanted);
            whole->append(out, before);
            return got;
        };
    auto maybe = catalog::json_as_lines(std::move(text), path);
    if (!maybe) return base::Error{maybe.error()};
    catalog::BlockOptions block_options = options.blocks;
    block_options.json_lines = maybe->json;
    auto blocks = catalog::BlockReader::open(std::move(maybe->fill), path, block_options);
    if (!blocks) return base::Error{blocks.error()};
    CatalogStream out(std::move(*blocks), {path, {}, options.defaults, ""}, maybe->json, block_options.max_row_bytes);
    auto columns = catalog::find_columns(out.headers_, options.columns, path);
    // What comes as it comes is not waited for: there the header must say it.
    if (!columns && columns.error().code == "column/no-ingredients" && options.is_list && !options.blocks.as_it_comes)
        columns = out.by_content(options, columns.error());
    if (!columns) {
        base::Diagnostic why = columns.error();
        if (maybe->json && why.code == "column/no-ingredients" && out.headers_.size() == 1)
            why.hint = "an object a line, one of its keys for the list: {\"ingredients\": \"Aqua, …\"}";
        return base::Error{std::move(why)};
    }
    out.meaning_.columns = *columns;
    out.meaning_.field = base::trim(out.headers_[*columns->at(catalog::Role::ingredients)]);
    return out;
}

base::Expected<catalog::Columns> CatalogStream::by_content(const CatalogOptions& options, base::Diagnostic by_header) {
    for (std::size_t i = 0; i < std::min(headers_.size(), most_columns_seen); ++i) {
        if (!options.is_list(headers_[i])) continue;
        by_header.text = "the first line holds a list of ingredients where a header should stand";
        by_header.hint = "write a line of column names above it";
        return base::Error{std::move(by_header)};
    }
    Content content(headers_.size(), options.is_list);
    for (bool enough = false; !enough;) {
        catalog::Block block;
        const auto more = blocks_.next(block);
        if (!more || !*more) break;  // an error comes again when the blocks are read
        held_.push_back(std::move(block));
        const catalog::Block& seen = held_.back();
        enough =
            json_lines_
                ? !content.look_at(catalog::JsonRowReader(seen.text, headers_, max_row_bytes_, seen.records, seen.line))
                : !content.look_at(catalog::RowReader(seen.text, blocks_.delimiter(), max_row_bytes_, headers_.size(),
                                                      seen.records, seen.line));
    }
    const std::vector<std::size_t> found = content.columns();
    if (found.size() == 1) {
        std::vector<catalog::ColumnRequest> requests = options.columns;
        requests.push_back({catalog::Role::ingredients, "#" + std::to_string(found.front() + 1)});
        meaning_.by_content = true;
        return catalog::find_columns(headers_, requests, meaning_.path);
    }
    if (found.size() > 1) {
        by_header.text = "several columns hold lists of ingredients:";
        for (const std::size_t column : found) {
            by_header.text.append(column == found.front() ? " '" : ", '").append(base::trim(headers_[column]));
            by_header.text.append("' (#").append(std::to_string(column + 1)).append(")");
        }
        by_header.hint = "say which: --column ingredients=#" + std::to_string(found.front() + 1);
    }
    return base::Error{std::move(by_header)};
}

base::Expected<bool> CatalogStream::next(catalog::Block& out) {
    if (held_.empty()) return blocks_.next(out);
    out = std::move(held_.front());
    held_.pop_front();
    return true;
}

std::string CatalogStream::choice() const {
    return describe(meaning_, blocks_.header()) + "; " +
           std::string(json_lines_ ? "JSON" : name_of(blocks_.delimiter()));
}

match::Context RowMeaning::context(std::string_view type, std::string_view area, std::string_view market) const {
    match::Context out = defaults;
    if (!type.empty())
        if (const auto known = rules::product_type_named(plain_word(type))) out.type = *known;
    if (!area.empty())
        if (const auto known = rules::area_named(plain_word(area))) out.area = *known;
    if (!market.empty())
        if (std::string code = plain_word(market); !code.empty()) out.market = std::move(code);
    return out;
}

std::vector<SaidWord> RowMeaning::said(std::string_view type, std::string_view area, std::string_view market) {
    std::vector<SaidWord> out;
    const auto add = [&out](catalog::Role role, std::string_view cell, const auto& is_known) {
        if (cell.empty()) return;
        std::string word = plain_word(cell);
        if (!word.empty() && !is_known(word)) out.push_back({role, std::string(base::trim(cell)), std::move(word)});
    };
    add(catalog::Role::type, type, [](const std::string& word) { return rules::product_type_named(word).has_value(); });
    add(catalog::Role::area, area, [](const std::string& word) { return rules::area_named(word).has_value(); });
    add(catalog::Role::market, market, [](const std::string&) { return false; });
    return out;
}

Record RowMeaning::record(const catalog::Row& row) const {
    const auto cell = [&](catalog::Role role) -> std::string_view {
        const auto column = columns.at(role);
        return column ? std::string_view(row.fields[*column].value) : std::string_view();
    };
    Record out;
    out.input.path = path;
    out.input.record = row.record;
    out.input.record_kind = report::RecordKind::row;
    out.input.id = std::string(cell(catalog::Role::id));
    out.input.product = std::string(base::trim(cell(catalog::Role::name)));
    out.input.field = field;
    out.input.text = cell(catalog::Role::ingredients);
    out.context = context(cell);
    out.said = said(cell(catalog::Role::type), cell(catalog::Role::area), cell(catalog::Role::market));
    return out;
}

std::string describe(const RowMeaning& meaning, const catalog::Row& header) {
    std::string out;
    for (std::size_t i = 0; i < catalog::role_count; ++i) {
        const auto role = static_cast<catalog::Role>(i);
        const auto column = meaning.columns.at(role);
        if (!column) continue;
        if (!out.empty()) out.append(", ");
        out.append(catalog::word(role))
            .append(" from '")
            .append(base::printable(base::trim(header.fields[*column].value)));
        out.append("' (#").append(std::to_string(*column + 1));
        out.append(role == catalog::Role::ingredients && meaning.by_content ? ", by what it holds)" : ")");
    }
    return out;
}

}  // namespace incilint::scan
