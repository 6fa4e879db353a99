#include "label/cut.h"

#include <algorithm>

#include "label/codes.h"
#include "label/openings.h"

namespace incilint::label {
namespace {

/// Signs that separate in some lists and belong to names in others, the surer ones first.
enum class Sign : std::uint8_t { wide, middle_dot, dash, slash, plus, tight_slash, joiner };

class CellCutter {
  public:
    CellCutter(const Reading& reading, Knowledge& knowledge)
        : reading_(reading), tokens_(reading.tokens), knowledge_(knowledge) {}

    std::vector<CutPiece> cut(std::uint32_t first, std::uint32_t last) {
        const std::uint32_t end = synonyms_end(first, last);
        if (end == none) return cut_apart(first, last);
        std::vector<CutPiece> pieces{{first, end, false}};
        for (const CutPiece& piece : cut_apart(end, last)) pieces.push_back({piece.first, piece.last, true});
        return pieces;
    }

    /// "Aqua / Water / Eau Glycerin Urea": known by its first part, but behind the last slash more names follow.
    [[nodiscard]] std::uint32_t synonyms_end(std::uint32_t first, std::uint32_t last) {
        std::uint32_t part = none;
        for (std::uint32_t at = first; at + 1 < last; ++at) {
            const std::uint32_t partner = reading_.partner[at];
            if (partner != none && partner > at && partner < last) at = partner;
            if (tokens_[at].kind != TokenKind::slash && tokens_[at].kind != TokenKind::backslash) continue;
            if (part != none && tokens_[part].has(list_start) && !tokens_[at + 1].has(list_start)) break;
            part = at + 1;
        }
        if (part == none || !knowledge_.knows(first, last) || knowledge_.knows(part, last)) return none;
        const std::vector<CutPiece> names = cut_run(reading_, knowledge_, part, last);
        if (names.size() < 2) return none;
        const std::string_view who = knowledge_.identity(names[0].first, names[0].last);
        return !who.empty() && who == knowledge_.identity(first, names[0].last) ? names[0].last : none;
    }

  private:
    std::vector<CutPiece> cut_apart(std::uint32_t first, std::uint32_t last) {
        std::vector<CutPiece> pieces{{first, last, false}};
        if (knowledge_.knows(first, last)) return pieces;
        if (const std::uint32_t open = unclosed_group(first, last); open != none) {
            pieces = {{first, open, false}, {open + 1, last, false}};
        }
        for (const Sign sign :
             {Sign::wide, Sign::middle_dot, Sign::dash, Sign::slash, Sign::plus, Sign::tight_slash, Sign::joiner}) {
            if (!stands(sign, first, last)) continue;
            std::vector<CutPiece> next;
            for (const CutPiece& piece : pieces) at_sign(piece, sign, next);
            pieces = std::move(next);
        }
        std::vector<CutPiece> out;
        for (const CutPiece& piece : pieces) {
            if (knowledge_.knows(piece.first, piece.last)) {
                out.push_back(piece);
                continue;
            }
            for (const CutPiece& part : cut_run(reading_, knowledge_, piece.first, piece.last)) out.push_back(part);
        }
        return out;
    }

    /// Whether the token at `at` is the sign, and how many tokens the sign takes (0: a gap only).
    [[nodiscard]] bool is_sign(Sign sign, std::uint32_t at, std::uint32_t last) const {
        const Token& token = tokens_[at];
        const bool before = token.gap != Gap::none;
        const bool after = at + 1 < last && tokens_[at + 1].gap != Gap::none;
        switch (sign) {
            case Sign::wide:
                return token.gap == Gap::wide;
            case Sign::middle_dot:
                return token.kind == TokenKind::middle_dot;
            case Sign::dash:
                return (token.kind == TokenKind::dash || reading_.text[token.from] == '~') && before && after;
            case Sign::slash:
                return token.kind == TokenKind::slash && before && after;
            case Sign::plus:
                return token.kind == TokenKind::plus && before && after;
            case Sign::joiner:
                return token.has(label::joiner) && before && token.kind != TokenKind::open &&
                       (after || behind_either(reading_, at) != none);
            case Sign::tight_slash:
                return token.kind == TokenKind::slash || token.kind == TokenKind::backslash;
        }
        return false;
    }

    /// The sign may stand within some piece of [first, last).
    [[nodiscard]] bool stands(Sign sign, std::uint32_t first, std::uint32_t last) const {
        for (std::uint32_t at = first + 1; at < last; ++at) {
            if (is_sign(sign, at, last)) return true;
        }
        return false;
    }

    /// "Vitamin Complex (Retinyl Palmitate": a bracket that is never closed between a group and its first part.
    [[nodiscard]] std::uint32_t unclosed_group(std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t at = first + 1; at + 1 < last; ++at) {
            if (tokens_[at].kind != TokenKind::open || reading_.partner[at] != none) continue;
            const bool group = !knowledge_.knows(first, at) && !knowledge_.begins_name(first, at);
            const bool part = knowledge_.knows(at + 1, last) && !colour_index(reading_, at + 1, last);
            return group && part ? at : none;
        }
        return none;
    }

    void at_sign(const CutPiece& piece, Sign sign, std::vector<CutPiece>& out) {
        std::vector<CutPiece> parts;
        std::uint32_t first = piece.first;
        for (std::uint32_t at = piece.first; at < piece.last; ++at) {
            const std::uint32_t partner = reading_.partner[at];
            if (at > piece.first && is_sign(sign, at, piece.last)) {
                parts.push_back({first, at, false});
                const std::uint32_t either = sign == Sign::joiner ? behind_either(reading_, at) : none;
                first = either != none ? either : sign == Sign::wide ? at : at + 1;
                if (either != none) at = either - 1;
            }
            if (partner != none && partner > at && partner < piece.last) at = partner;
        }
        parts.push_back({first, piece.last, false});
        std::erase_if(parts, [&](const CutPiece& part) { return trim_name(reading_, part.first, part.last).empty(); });
        if (parts.size() < 2 || knowledge_.knows(piece.first, piece.last) || !separates(sign, parts)) {
            out.push_back(piece);
            return;
        }
        if (sign == Sign::slash || sign == Sign::tight_slash) join_synonyms(parts);
        out.insert(out.end(), parts.begin(), parts.end());
    }

    /// The evidence of the cell as a whole: many signs, or known names on all sides.
    [[nodiscard]] bool separates(Sign sign, const std::vector<CutPiece>& parts) {
        std::size_t known = 0;
        std::size_t short_parts = 0;
        std::size_t colours = 0;
        for (const CutPiece& part : parts) {
            known += knowledge_.knows(part.first, part.last) ? 1 : 0;
            short_parts += part.last - part.first <= 8 ? 1 : 0;
            colours += sign >= Sign::slash && colour_index(reading_, part.first, part.last) ? 1 : 0;
        }
        // "CI 77491 / CI 77492" is one name; a colour at the end of a list that slashes separate is not.
        if (colours > 0 && (sign != Sign::slash || parts.size() < 4 || colours * 2 >= parts.size())) return false;
        if (sign == Sign::tight_slash) return known == parts.size() && differ(parts);
        if (sign == Sign::joiner)
            return known > 0 &&
                   std::all_of(parts.begin(), parts.end(), [&](const CutPiece& part) { return may_be_name(part); });
        if (sign == Sign::middle_dot) return parts.size() >= 3 && known * 2 >= parts.size();
        if (known == parts.size()) return sign != Sign::slash || parts.size() > 3 || differ(parts);
        if (parts.size() >= 4) return known * 3 >= parts.size() || short_parts == parts.size();
        return parts.size() == 3 && sign != Sign::slash && known >= 2;
    }

    /// No two of the parts are the same ingredient.
    [[nodiscard]] bool differ(const std::vector<CutPiece>& parts) {
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            if (knowledge_.identity(parts[i].first, parts[i].last) ==
                knowledge_.identity(parts[i + 1].first, parts[i + 1].last)) {
                return false;
            }
        }
        // "Citrus Nobilis Peel Oil/Mandarin Peel Oil": where one is not the INCI name, it is the other's common name.
        return parts.size() > 3 || std::all_of(parts.begin(), parts.end(), [&](const CutPiece& part) {
                   return word_hash(knowledge_.identity(part.first, part.last)) == word_hash(without_brackets(part));
               });
    }

    /// What stands beside "and" may be a name of its own: known, or of several words, and no sentence.
    [[nodiscard]] bool may_be_name(const CutPiece& part) {
        if (knowledge_.knows(part.first, part.last)) return true;
        std::uint32_t words = 0;
        bool head = false;
        bool own = false;  // "Flower Extract" goes with the plant before it
        for (std::uint32_t at = part.first; at < part.last; ++at) {
            if (tokens_[at].has(stop_word) || tokens_[at].has(wording)) return false;
            if (tokens_[at].kind != TokenKind::word) continue;
            ++words;
            head = tokens_[at].has(head_noun);
            own = own || !head;
        }
        return words > 1 && own && head && tokens_[part.first].kind == TokenKind::word;
    }

    [[nodiscard]] std::string without_brackets(const CutPiece& part) const {
        const std::string name = knowledge_.name(part.first, part.last);
        std::string out;
        std::size_t depth = 0;
        for (const char c : name) {
            depth += c == '(' ? 1 : 0;
            const bool double_blank = c == ' ' && !out.empty() && out.back() == ' ';
            if (depth == 0 && !double_blank) out += c;
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return std::string(base::trim(out));
    }

    /// Neighbours that name one ingredient are one entry, also where the slash separates.
    void join_synonyms(std::vector<CutPiece>& parts) {
        std::vector<CutPiece> joined;
        for (const CutPiece& part : parts) {
            const std::string_view who = knowledge_.identity(part.first, part.last);
            const bool same =
                !joined.empty() && !who.empty() && knowledge_.identity(joined.back().first, joined.back().last) == who;
            if (same) {
                joined.back().last = part.last;
            } else {
                joined.push_back(part);
            }
        }
        parts = std::move(joined);
    }

    const Reading& reading_;
    const Tokens& tokens_;
    Knowledge& knowledge_;
};

}  // namespace

std::size_t cut_cell(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t last,
                     std::vector<CutPiece>& out) {
    Cell cell;
    cell.first = first;
    cell.last = last;
    return cut_cell(reading, knowledge, cell, out);
}

std::size_t cut_cell(const Reading& reading, Knowledge& knowledge, const Cell& cell, std::vector<CutPiece>& out) {
    const std::uint32_t first = cell.first;
    const std::uint32_t last = cell.last;
    const std::size_t before = out.size();
    SliceFact* fact = knowledge.slice(cell);
    if (fact == nullptr || fact->cut == SliceFact::Cut::not_asked) {
        const std::vector<CutPiece> pieces = CellCutter(reading, knowledge).cut(first, last);
        out.insert(out.end(), pieces.begin(), pieces.end());
        const bool whole = pieces.size() == 1 && pieces[0].first == first && pieces[0].last == last;
        if (fact != nullptr) fact->cut = whole ? SliceFact::Cut::whole : SliceFact::Cut::pieces;
        if (fact != nullptr && !whole) {
            std::vector<CutPiece>& kept = knowledge.rest_of(*fact).pieces;
            for (const CutPiece& piece : pieces)
                kept.push_back({piece.first - first, piece.last - first, piece.missing});
        }
        return out.size() - before;
    }
    if (fact->cut == SliceFact::Cut::whole) {
        out.push_back({first, last, false});
        return 1;
    }
    for (const CutPiece& piece : fact->rest->pieces)
        out.push_back({first + piece.first, first + piece.last, piece.missing});
    return out.size() - before;
}

}  // namespace incilint::label
