#include "scan/record.h"

#include <algorithm>
#include <utility>

#include "base/fold.h"
#include "catalog/json_rows.h"
#include "lexicon/recognise.h"

namespace incilint::scan {
namespace {

bool names_json(std::string_view path) {
    return path.size() > 5 && base::fold(path.substr(path.size() - 5)) == ".json";
}

/// Percents that a product file states beside a name hold where the label itself prints none.
void apply_percents(label::Label& label, const std::vector<catalog::ProductItem>& items) {
    auto item = items.begin();
    for (label::Product& product : label.products) {
        for (label::Entry& entry : product.entries) {
            while (item != items.end() && item->span.to <= entry.span.from) ++item;
            if (item == items.end()) return;
            const bool inside = item->span.from <= entry.span.from;
            if (inside && item->percent && !entry.percent)
                entry.percent = label::Percent{*item->percent, *item->percent};
        }
    }
}

void take_label(Record& record, label::Label label) {
    report::Input& input = record.input;
    input.label = std::move(label);
    apply_percents(input.label, record.items);
    input.type = record.context.type;
}

}  // namespace

Record label_record(std::string path, std::string text, const match::Context& defaults) {
    Record out;
    out.input.path = std::move(path);
    out.input.text = std::move(text);
    out.context = defaults;
    return out;
}

base::Expected<std::vector<Record>, base::Diagnostics> product_records(const std::shared_ptr<const Document>& document,
                                                                       const match::Context& defaults) {
    auto products = catalog::read_product_file(document->text, document->path);
    const bool json = names_json(document->path);
    if (!products) {
        // The strict reader of YAML reads JSON too.
        base::Diagnostics faults = products.error();
        for (base::Diagnostic& fault : faults)
            if (json && fault.code.starts_with("yaml/")) fault.code.replace(0, 4, "json");
        return base::Error{std::move(faults)};
    }
    if (const auto wrong = json ? catalog::json_fault_at(document->text) : std::nullopt) {
        const base::Position at = document->lines.at(*wrong);
        return base::Error{
            base::Diagnostics{{"json/syntax",
                               {document->path, static_cast<int>(at.line), static_cast<int>(at.column)},
                               "this is no JSON, though it would be YAML",
                               "JSON wants double quotes around texts and no comma behind the last of them"}}};
    }
    std::vector<Record> out;
    for (catalog::ListedProduct& product : *products) {
        Record record;
        report::Input& input = record.input;
        input.path = document->path;
        input.record = out.size() + 1;
        input.record_kind = products->size() > 1 ? report::RecordKind::product : report::RecordKind::whole;
        input.product = product.brand.empty() || product.name.empty() ? product.brand + product.name
                                                                      : product.brand + " " + product.name;
        input.own_name = product.name;
        input.text = std::move(product.label);
        input.file = {document, &document->text};
        input.lines = {document, &document->lines};
        input.locate = [document, origin = std::move(product.origin)](std::size_t byte) {
            return document->lines.at(origin.at(byte));
        };
        input.first_line = static_cast<std::uint32_t>(std::max(product.where.line, 1));
        record.context = defaults;
        if (const auto type = rules::product_type_named(product.type)) record.context.type = *type;
        if (const auto area = rules::area_named(product.area)) record.context.area = *area;
        if (!product.market.empty()) {
            record.context.market = product.market;
            record.said.push_back({catalog::Role::market, product.market, product.market});
            record.place_of = [at = product.market_at](catalog::Role) {
                return base::Position{static_cast<std::uint32_t>(at.line), static_cast<std::uint32_t>(at.column)};
            };
        }
        record.items = std::move(product.items);
        out.push_back(std::move(record));
    }
    return out;
}

void read_record(Record& record, const match::Program& program) {
    label::Reader reader(program.dictionary(), program.vocabulary());
    take_label(record, reader.read(record.input.text));
    const auto& products = record.input.label.products;
    for (std::size_t i = 0; i < products.size(); ++i) {
        match::Screening screening;
        screening.product = static_cast<std::uint32_t>(i);
        for (const label::Entry& entry : products[i].entries) {
            match::ScreenedEntry& screened = screening.entries.emplace_back();
            screened.recognised = lexicon::recognise(entry.name, program.dictionary(), record.context.recognise);
        }
        record.input.screenings.push_back(std::move(screening));
    }
}

void screen_record(Record& record, const match::Program& program, match::Scratch& scratch) {
    label::Reader reader(program.dictionary(), program.vocabulary());
    screen_record(record, program, reader, scratch);
}

void screen_record(Record& record, const match::Program& program, label::Reader& reader, match::Scratch& scratch) {
    screen_record(record, reader.read(record.input.text), program, scratch);
}

void screen_record(Record& record, label::Label label, const match::Program& program, match::Scratch& scratch) {
    take_label(record, std::move(label));
    record.input.screenings = match::screen(program, record.input.label, record.input.text, record.context, scratch);
}

}  // namespace incilint::scan
