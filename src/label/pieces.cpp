#include "label/assemble.h"

namespace incilint::label {

PieceKind piece_kind(PhraseKind kind) {
    switch (kind) {
        case PhraseKind::claim:
            return PieceKind::claim;
        case PhraseKind::disclaimer:
            return PieceKind::disclaimer;
        case PhraseKind::footnote:
            return PieceKind::footnote;
        case PhraseKind::marketing:
            return PieceKind::marketing;
        case PhraseKind::batch_code:
            return PieceKind::batch_code;
        default:
            return PieceKind::other_text;
    }
}
namespace {

/// Appends bytes up to `to` as `kind`; neighbours of one ignored kind become one piece.
void add(base::LongVector<Piece>& pieces, std::size_t to, PieceKind kind) {
    const std::size_t from = pieces.empty() ? 0 : pieces.back().span.to;
    if (to <= from) return;
    const bool joins = !pieces.empty() && pieces.back().kind == kind && kind != PieceKind::entry;
    if (joins) {
        pieces.back().span.to = to;
    } else {
        pieces.push_back({{from, to}, kind});
    }
}

}  // namespace

base::LongVector<Piece> pieces_of(const Reading& reading, const base::LongVector<Stretch>& stretches,
                                  const CleanText& clean) {
    base::LongVector<Piece> pieces;
    pieces.reserve(2 * stretches.size() + 1);
    PieceKind before = PieceKind::separator;
    for (const Stretch& stretch : stretches) {
        const base::Span span = clean.origin({reading.tokens[stretch.first].from, reading.tokens[stretch.last - 1].to});
        // Blanks and signs within one ignored text belong to it.
        const bool within = before == stretch.kind && before != PieceKind::entry && before != PieceKind::separator;
        add(pieces, span.from, within ? before : PieceKind::separator);
        add(pieces, span.to, stretch.kind);
        before = stretch.kind;
    }
    add(pieces, clean.source().size(), PieceKind::separator);
    return pieces;
}

}  // namespace incilint::label
