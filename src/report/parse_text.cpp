#include <algorithm>

#include <fmt/core.h>

#include "report/names.h"
#include "report/places.h"
#include "report/text.h"

namespace incilint::report {
namespace {

constexpr std::size_t name_columns = 44;

std::string percent_text(const std::optional<label::Percent>& percent) {
    if (!percent) return "";
    if (percent->min == percent->max) return fmt::format("{} %", percent->min);
    return fmt::format("{} to {} %", percent->min, percent->max);
}

std::string recognised_text(const label::Entry& entry, const match::ScreenedEntry* screened, const TextStyle& style) {
    if (!screened || !screened->recognised) return paint(style, Hue::yellow, "not recognised");
    const lexicon::Recognition& known = *screened->recognised;
    if (known.how == lexicon::How::exact && known.inci == entry.name) return "exact";
    return fmt::format("{}: {}", lexicon::word(known.how), shown(known.inci, 60));
}

void append_product(std::string& out, const Input& input, std::size_t index, const TextStyle& style) {
    const label::Product& product = input.label.products[index];
    const auto found = std::ranges::lower_bound(input.screenings, index, {}, &match::Screening::product);
    const match::Screening* screening = found != input.screenings.end() && found->product == index ? &*found : nullptr;
    std::string title = fmt::format("  {} entries, order {}", product.entries.size(), label::word(product.order));
    if (product.name)
        title = fmt::format("  {}: {} entries, order {}", shown(*product.name), product.entries.size(),
                            label::word(product.order));
    out.append(paint(style, Hue::bold, title)).append("\n");
    std::size_t widest = 10;
    for (const label::Entry& entry : product.entries)
        widest = std::max(widest, std::min(name_columns, display_width(shown(entry.name, name_columns))));
    for (std::size_t i = 0; i < product.entries.size(); ++i) {
        const label::Entry& entry = product.entries[i];
        const match::ScreenedEntry* screened =
            screening && i < screening->entries.size() ? &screening->entries[i] : nullptr;
        out.append(fmt::format("  {:>4}  {}  {}  {}  {}\n", i + 1, padded(shown(entry.name, name_columns), widest),
                               padded(label::word(entry.section), 11), padded(percent_text(entry.percent), 10),
                               recognised_text(entry, screened, style)));
    }
}

void append_ignored(std::string& out, const Input& input, const TextStyle& style) {
    const Places places(input);
    bool any = false;
    for (const label::Piece& piece : input.label.pieces) {
        if (piece.kind == label::PieceKind::entry || piece.kind == label::PieceKind::separator) continue;
        if (!any) out.append(paint(style, Hue::bold, "  left out")).append("\n");
        any = true;
        const base::Position at = places.at(piece.span.from);
        out.append(fmt::format("  {:>4}:{:<4} {}  {}\n", at.line, at.column, padded(label::word(piece.kind), 10),
                               shown(base::trim(base::slice(input.text, piece.span)), style.width - 24)));
    }
}

}  // namespace

std::string parse_text(const Run& run, const TextStyle& style) {
    std::string out;
    for (const Input& input : run.inputs) {
        if (!out.empty()) out.append("\n");
        std::string title = place_of(input);
        if (!input.product.empty()) title += ": " + shown(input.product);
        out.append(paint(style, Hue::bold, title)).append("\n");
        if (input.label.products.empty()) out.append("  no ingredient list found\n");
        for (std::size_t i = 0; i < input.label.products.size(); ++i) append_product(out, input, i, style);
        append_ignored(out, input, style);
    }
    return out;
}

}  // namespace incilint::report
