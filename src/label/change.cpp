#include "label/change.h"

#include "label/headings.h"

namespace incilint::label {

Change change_at(const Cell& before, const Cell& cell, PhraseKind opens, std::uint32_t prose_before) {
    // What stands before a colon is told by what follows, and names are not followed by one.
    if (before.colon_after) {
        const bool claim = before.opens != PhraseKind::stop || before.contains != PhraseKind::stop;
        // "All our dyes contain:" and an empty line.
        const bool sentence = prose_before > 2 && cell.before != Break::paragraph;
        return {claim || sentence ? 8.0 : 1.0, 9, 5};
    }
    if (opens != PhraseKind::stop) return {6, 0.3};
    // Bullets of one block go together.
    if (before.bullet_line && cell.bullet_line && cell.before < Break::paragraph) return {5, 5};
    // A legend's sentence is followed by more of its kind sooner than by one name.
    const bool legend = before.opens != PhraseKind::stop && before.opens != PhraseKind::marketing;
    switch (cell.before) {
        case Break::start:
            return {0.6, 0};
        case Break::heading:
            return {0, 1.5};
        case Break::paragraph:
            return {0.3, 0.3};
        case Break::line:
            return {legend ? 4.0 : 1.0, cell.hard_before ? 4.0 : 1.0};
        case Break::stop:
            return {legend ? 4.0 : 1.3, cell.hard_before ? 4.0 : 1.2};
        case Break::tight:
            return {1.5, 1.8};
        case Break::phrase:
            return {6, 0.5};
        case Break::bracket:
            return {6, 3};
        default:
            return at_separator;
    }
}

bool aside(PhraseKind kind) {
    return !begins_list(kind);
}

PhraseKind reason(PhraseKind kind) {
    switch (kind) {
        case PhraseKind::heading_highlight:
        case PhraseKind::heading_usage:
            return PhraseKind::marketing;
        case PhraseKind::heading_warning:
            return PhraseKind::disclaimer;
        default:
            return kind;
    }
}

double opening(PhraseKind kind) {
    switch (kind) {
        case PhraseKind::claim:
        case PhraseKind::disclaimer:
        case PhraseKind::footnote:
            return -6;
        case PhraseKind::batch_code:
            return -9;
        case PhraseKind::marketing:
            return -4;
        default:
            return 0;
    }
}

}  // namespace incilint::label
