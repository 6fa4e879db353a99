#include "label/knowledge.h"
#include "lexicon/respelt.h"

namespace incilint::label {

bool Knowledge::append(std::string& normal, std::uint32_t token) const {
    const Token& next = reading_.tokens[token];
    switch (next.kind) {
        case TokenKind::word:
        case TokenKind::number: {
            if (next.to - next.from > longest_bytes || normal.size() > longest_bytes) return false;
            const bool glued = normal.empty() || normal.back() == '/' || normal.back() == ',' ||
                               (normal.back() == '&' && next.gap == Gap::none);  // "FD&C"
            if (!glued) normal += ' ';
            normal += dictionary_.normal(base::slice(reading_.text, next.span()));
            return true;
        }
        case TokenKind::slash:
        case TokenKind::backslash:
            normal += '/';
            return true;
        case TokenKind::comma:
            normal += ',';
            return next.gap == Gap::none;
        case TokenKind::ampersand:
            normal += '&';
            return true;
        case TokenKind::dash:
        case TokenKind::middle_dot:
        case TokenKind::mark:
        case TokenKind::quote:
            return true;
        case TokenKind::stop:
            // "No. 5": the stop belongs to the name where some name goes on with it.
            if (token > 0 && reading_.tokens[token - 1].has(abbreviation) && dictionary_.is_prefix(normal + '.'))
                normal += '.';
            return true;
        default:
            return next.has(silent);
    }
}

bool Knowledge::ends_salt(const std::string& anion, std::uint32_t at, std::uint32_t last) const {
    const bool word = at < last && reading_.tokens[at].kind == TokenKind::word && reading_.tokens[at].gap == Gap::blank;
    if (!word || !is_cation(at)) return false;
    std::string salt = anion;
    return append(salt, at) && !dictionary_.find(salt) && !lexicon::cation_first(salt, dictionary_).empty();
}

void Knowledge::edges_at(std::uint32_t start, std::uint32_t last, std::vector<Edge>& found) const {
    const Tokens& tokens = reading_.tokens;
    const bool word = tokens[start].kind == TokenKind::word || tokens[start].kind == TokenKind::number;
    if (!word || tokens[start].has(silent)) return;
    // A name begins with a number only as "1,2-Hexanediol" and "4-Terpineol" do.
    const bool locant =
        start + 1 < last && tokens[start + 1].gap == Gap::none && tokens[start + 1].kind != TokenKind::word;
    if (tokens[start].kind == TokenKind::number && !locant) return;
    std::string normal;
    std::uint32_t words = 0;
    for (std::uint32_t at = start; at < last; ++at) {
        const std::uint32_t partner = reading_.partner[at];
        if (partner != none && partner > at && partner < last) {  // a bracket within a name is passed over
            const bool follows = !found.empty() && found.back().first == start && found.back().last == at;
            at = partner;
            if (follows) found.back().last = at + 1;
            continue;
        }
        if (!append(normal, at)) break;
        const bool whole = tokens[at].kind == TokenKind::word || tokens[at].kind == TokenKind::number;
        if (!whole || tokens[at].has(silent)) {
            if (!found.empty() && found.back().first == start && found.back().last == at &&
                (tokens[at].has(silent) || tokens[at].kind == TokenKind::stop)) {
                found.back().last = at + 1;
            }
            continue;
        }
        ++words;
        if (dictionary_.find(normal) && !(at == start && only_says(at))) found.push_back({start, at + 1, words});
        if (ends_salt(normal, at + 1, last)) found.push_back({start, at + 2, words + 1});
        const bool abbreviated =
            at + 1 < last && tokens[at + 1].kind == TokenKind::stop && tokens[at].has(abbreviation);
        if (abbreviated && words <= 16 && dictionary_.is_prefix(normal + '.')) continue;  // "No. 5"
        if (words > 16 || !dictionary_.is_prefix(normal)) {
            const bool slash =
                at + 1 < last && (tokens[at + 1].kind == TokenKind::slash || tokens[at + 1].kind == TokenKind::comma);
            if (!slash || words > 16) break;
        }
    }
    // Nothing longer begins so: a bracket behind the name still belongs to it.
    if (!found.empty() && found.back().first == start && found.back().last < last) {
        const std::uint32_t open = found.back().last;
        const std::uint32_t close = reading_.partner[open];
        if (close != none && close > open && close < last) found.back().last = close + 1;
    }
}

std::vector<Edge> Knowledge::edges(std::uint32_t first, std::uint32_t last) const {
    std::vector<Edge> found;
    SliceFact* fact = slice(first, last);
    if (fact == nullptr || !fact->has_edges) {
        for (std::uint32_t start = first; start < last; ++start) edges_at(start, last, found);
        if (fact == nullptr) return found;
        fact->has_edges = true;
        if (!found.empty()) {
            std::vector<Edge>& kept = memo_.slices().rest_of(*fact).edges;
            kept.reserve(found.size());
            for (const Edge& edge : found) kept.push_back({edge.first - first, edge.last - first, edge.words});
        }
    } else if (fact->rest != nullptr) {
        found.reserve(fact->rest->edges.size());
        for (const Edge& edge : fact->rest->edges) found.push_back({edge.first + first, edge.last + first, edge.words});
    }
    return found;
}

std::uint32_t Knowledge::longest_at(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t longest = none;
    for (const Edge& edge : edges(first, last)) {  // kept, and asked for again where the cell is weighed
        if (edge.first != first) break;
        longest = edge.last;
    }
    return longest;
}

}  // namespace incilint::label
