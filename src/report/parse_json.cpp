#include "report/documents.h"
#include "report/parts_json.h"

namespace incilint::report {
namespace {

void write_parsed_product(JsonWriter& json, const Input& input, const Places& places, std::size_t index) {
    const label::Product& product = input.label.products[index];
    const match::Screening* screening = nullptr;
    for (const match::Screening& s : input.screenings)
        if (s.product == index) screening = &s;
    json.begin_object();
    json.key("name");
    if (product.name)
        json.string(*product.name);
    else
        json.null();
    json.member("order", label::word(product.order));
    json.key("ingredients");
    json.begin_array();
    for (std::size_t i = 0; i < product.entries.size(); ++i) {
        begin_entry(json, places, product.entries[i], i + 1, screened_at(screening, i));
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

void write_ignored(JsonWriter& json, const Input& input, const Places& places) {
    json.key("ignored");
    json.begin_array();
    for (const label::Piece& piece : input.label.pieces) {
        if (piece.kind == label::PieceKind::entry || piece.kind == label::PieceKind::separator) continue;
        json.begin_object();
        json.member("kind", label::word(piece.kind));
        json.member("text", base::slice(input.text, piece.span));
        write_span(json, places, piece.span);
        json.end_object();
    }
    json.end_array();
    json.key("spans");
    json.begin_array();
    for (const label::Piece& piece : input.label.pieces) {
        json.begin_object();
        json.member("from", piece.span.from);
        json.member("to", piece.span.to);
        json.member("kind", label::word(piece.kind));
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string parse_json(const Run& run) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("schema", "incilint.parse/1");
    json.key("inputs");
    json.begin_array();
    for (const Input& input : run.inputs) {
        const Places places(input);
        json.begin_object();
        write_path(json, input.path);
        json.member("record", input.record);
        json.key("products");
        json.begin_array();
        for (std::size_t i = 0; i < input.label.products.size(); ++i) write_parsed_product(json, input, places, i);
        json.end_array();
        write_ignored(json, input, places);
        json.end_object();
    }
    json.end_array();
    if (!run.faults.empty()) write_faults(json, run.faults);
    json.end_object();
    out.push_back('\n');
    return out;
}

}  // namespace incilint::report
