#include <algorithm>

#include "base/find_all.h"
#include "label/phrases.h"
#include "label/plain.h"
#include "label/scan.h"

namespace incilint::label {
namespace {

// Headings are short; more of them are not kept.
constexpr std::size_t longest_heading = 48;
constexpr std::size_t most_headings = 256;

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A comma without a blank behind it that stands in no number ("1,2-") and between no letters for atoms ("N,N-").
bool separates(std::string_view text, std::size_t at) {
    if (at == 0 || at + 1 >= text.size()) return false;
    const char before = text[at - 1];
    const char after = text[at + 1];
    if (digit(after)) return !digit(before) && before != ' ';
    if (!letter(after)) return false;
    const auto inner = [](char c) { return letter(c) || digit(c); };
    const bool single_before = letter(before) && (at < 2 || !inner(text[at - 2]));
    const bool single_after = at + 2 >= text.size() || !inner(text[at + 2]);
    return !(single_before && single_after);
}

}  // namespace

bool cut_plain(std::string_view text, std::vector<std::string_view>& slices, std::vector<std::uint32_t>& places) {
    if (text.ends_with('.')) {
        text.remove_suffix(1);
        if (text.ends_with('.')) return false;  // the list breaks off
    }
    base::find_all(text, ',', places);
    slices.resize(places.size() + 1);
    std::size_t count = 0;
    std::size_t from = 0;
    for (const std::size_t at : places) {
        const bool blank = at + 1 < text.size() && text[at + 1] == ' ';
        if (!blank && !separates(text, at)) continue;
        // A full stop set off from its comma is no part of the name: it is left for the reader.
        const bool blank_before = at > from + 1 && text[at - 1] == ' ' && text[at - 2] != '.';
        slices[count++] = {text.data() + from, at - from - (blank_before ? 1 : 0)};
        from = at + (blank ? 2 : 1);
    }
    slices[count++] = text.substr(from);
    slices.resize(count);
    return !slices.back().empty();
}

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
