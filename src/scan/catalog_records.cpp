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
    CatalogRecords out(document, catalog::RowReader(document->text, dialect), defaults);
    for (const catalog::Reject& reject : out.reader_.header_faults()) {
        base::Diagnostic fault = catalog::describe(reject, document->path);
        fault.text = "the header cannot be read: " + fault.text;
        return base::Error{std::move(fault)};
    }
    const auto& header = out.reader_.header().fields;
    if (header.empty())
        return base::Error{base::Diagnostic{
            "catalog/empty", {document->path, 0, 0}, "the file is empty: a catalog begins with a header", ""}};
    std::vector<std::string> names;
    for (const catalog::Field& field : header) names.push_back(field.value);
    const auto found = catalog::find_columns(names, columns, document->path);
    if (!found) return base::Error{found.error()};
    out.columns_ = *found;
    return out;
}

Record CatalogRecords::record() const {
    const catalog::Row& row = reader_.row();
    const auto cell = [&](catalog::Role role) -> std::string_view {
        const auto column = columns_.at(role);
        return column ? std::string_view(row.fields[*column].value) : std::string_view();
    };
    Record out;
    const catalog::Field& label = row.fields[*columns_.at(catalog::Role::ingredients)];
    out.input.path = document_->path;
    out.input.record = row.record;
    out.input.record_kind = report::RecordKind::row;
    out.input.id = std::string(cell(catalog::Role::id));
    out.input.product = std::string(base::trim(cell(catalog::Role::name)));
    out.input.text = label.value;
    out.input.locate = [document = document_, origin = label.origin](std::size_t byte) {
        return document->lines.at(origin.at(byte));
    };
    out.context = defaults_;
    if (const auto type = rules::product_type_named(plain_word(cell(catalog::Role::type)))) out.context.type = *type;
    if (const auto area = rules::area_named(plain_word(cell(catalog::Role::area)))) out.context.area = *area;
    if (const std::string market = plain_word(cell(catalog::Role::market)); !market.empty())
        out.context.market = market;
    return out;
}

std::string CatalogRecords::choice() const {
    std::string out;
    for (std::size_t i = 0; i < catalog::role_count; ++i) {
        const auto role = static_cast<catalog::Role>(i);
        const auto column = columns_.at(role);
        if (!column) continue;
        if (!out.empty()) out.append(", ");
        out.append(catalog::word(role))
            .append(" from '")
            .append(base::printable(base::trim(reader_.header().fields[*column].value)));
        out.append("' (#").append(std::to_string(*column + 1)).append(")");
    }
    return out;
}

}  // namespace incilint::scan
