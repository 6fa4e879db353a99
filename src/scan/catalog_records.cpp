#include "scan/catalog_records.h"

#include <utility>
#include <vector>

#include "base/fold.h"

namespace incilint::scan {
namespace {

/// A word of a cell as rules write it: "Rinse Off" and "rinse_off" are "rinse-off".
std::string plain_word(std::string_view cell) {
    std::string out = base::fold(base::trim(cell));
    for (char& c : out)
        if (c == ' ' || c == '_') c = '-';
    return out;
}

}  // namespace

base::Expected<CatalogRecords> CatalogRecords::open(std::shared_ptr<const Document> document, bool tabs_likely,
                                                    std::span<const catalog::ColumnRequest> columns,
                                                    const match::Context& defaults) {
    const catalog::Dialect dialect = catalog::sniff(document->text, tabs_likely ? '\t' : ',');
    CatalogRecords out(document, catalog::RowReader(document->text, dialect), {document->path, {}, defaults});
    for (const catalog::Reject& reject : out.reader_.header_faults()) {
        base::Diagnostic fault = catalog::describe(reject, document->path);
        fault.text = "the header cannot be read: " + fault.text;
        return base::Error{std::move(fault)};
    }
    if (out.reader_.header().fields.empty())
        return base::Error{base::Diagnostic{
            "catalog/empty", {document->path, 0, 0}, "the file is empty: a catalog begins with a header", ""}};
    const auto found = columns_of(out.reader_.header(), columns, document->path);
    if (!found) return base::Error{found.error()};
    out.meaning_.columns = *found;
    return out;
}

Record CatalogRecords::record() const {
    Record out = meaning_.record(reader_.row());
    const auto column = meaning_.columns.at(catalog::Role::ingredients);
    out.input.file = {document_, &document_->text};
    out.input.locate = [document = document_, origin = reader_.row().fields[*column].origin](std::size_t byte) {
        return document->lines.at(origin.at(byte));
    };
    return out;
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
    out.input.text = cell(catalog::Role::ingredients);
    out.context = context(cell);
    return out;
}

base::Expected<catalog::Columns> columns_of(const catalog::Row& header,
                                            std::span<const catalog::ColumnRequest> requests, const std::string& path) {
    std::vector<std::string> names;
    for (const catalog::Field& field : header.fields) names.push_back(field.value);
    return catalog::find_columns(names, requests, path);
}

std::string describe(const catalog::Columns& columns, const catalog::Row& header) {
    std::string out;
    for (std::size_t i = 0; i < catalog::role_count; ++i) {
        const auto role = static_cast<catalog::Role>(i);
        const auto column = columns.at(role);
        if (!column) continue;
        if (!out.empty()) out.append(", ");
        out.append(catalog::word(role))
            .append(" from '")
            .append(base::printable(base::trim(header.fields[*column].value)));
        out.append("' (#").append(std::to_string(*column + 1)).append(")");
    }
    return out;
}

}  // namespace incilint::scan
