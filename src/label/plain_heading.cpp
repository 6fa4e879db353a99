#include <algorithm>

#include "label/phrases.h"
#include "label/plain.h"
#include "label/scan.h"

namespace incilint::label {
namespace {

// Headings are short; more of them are not kept.
constexpr std::size_t longest_heading = 48;
constexpr std::size_t most_headings = 256;

}  // namespace

std::size_t PlainReader::heading(std::string_view text) {
    const std::size_t colon = text.substr(0, longest_heading).find(':');
    if (colon == text.npos || text.substr(0, colon).find(',') != text.npos) return 0;
    const std::size_t size = colon + (colon + 1 < text.size() && text[colon + 1] == ' ' ? 2 : 1);
    std::string heading(text.substr(0, size));
    auto found = headings_.find(heading);
    if (found == headings_.end()) {
        if (headings_.size() >= most_headings) headings_.clear();
        base::LongVector<Piece> pieces = heading_alone(heading);
        found = headings_.emplace(std::move(heading), std::move(pieces)).first;
    }
    return found->second.empty() ? 0 : size;
}

/// What the reader makes of it in front of two lists that it knows by themselves.
base::LongVector<Piece> PlainReader::heading_alone(const std::string& heading) const {
    Tokens tokens = scan(heading);
    const auto phrases = find_phrases(heading, tokens, vocabulary_);
    const auto other = [](const PhraseHit& hit) { return hit.kind != PhraseKind::heading; };
    if (phrases.empty() || std::ranges::any_of(phrases, other)) return {};
    // "Ingredient s:" weighs less than its phrase: names that nothing knows might be no list behind it.
    if (phrases.front().from != 0 || phrases.back().to + 1 != tokens.size()) return {};
    Reader reader(dictionary_, vocabulary_);
    base::LongVector<Piece> pieces;
    for (const std::string_view names : {"Aqua, Glycerin", "GLYCERIN,AQUA,TALC."}) {
        const Label whole = reader.read(heading + std::string(names));
        const Label list = reader.read(names);
        const bool alone = whole.products.size() == 1 && list.products.size() == 1 && !whole.products[0].name &&
                           whole.products[0].order == Order::descending && whole.detections.empty() &&
                           whole.products[0].entries.size() == list.products[0].entries.size();
        if (!alone) return {};
        for (std::size_t i = 0; i < list.products[0].entries.size(); ++i) {
            const Entry& entry = whole.products[0].entries[i];
            if (entry.section != Section::main || entry.name != list.products[0].entries[i].name || entry.percent ||
                entry.span.from != list.products[0].entries[i].span.from + heading.size())
                return {};
        }
        base::LongVector<Piece> front;
        for (const Piece& piece : whole.pieces)
            if (piece.span.to <= heading.size()) front.push_back(piece);
        if (front.empty() || front.back().span.to != heading.size()) return {};
        const auto is_heading = [](const Piece& piece) {
            return piece.kind == PieceKind::heading || piece.kind == PieceKind::separator;
        };
        for (const Piece& piece : front)
            if (!is_heading(piece)) return {};
        pieces = std::move(front);
    }
    return pieces;
}

}  // namespace incilint::label
