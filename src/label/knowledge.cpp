#include "label/knowledge.h"

#include "base/fold.h"

namespace incilint::label {

Knowledge::Fact& Knowledge::fact(std::uint32_t first, std::uint32_t last, std::string& name) {
    name = this->name(first, last);
    return facts_[name];
}

void Knowledge::restore_hyphen(std::string& name, std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t at = first + 1; at < last; ++at) {
        const Token& number = reading_.tokens[at];
        if (number.kind != TokenKind::number || number.gap < Gap::line) continue;
        const auto hit = dictionary_.find(dictionary_.normal(name));
        const auto slice = [&](std::uint32_t i) { return std::string(base::slice(reading_.text, reading_.tokens[i].span())); };
        const std::string hyphened = slice(at - 1) + "-" + slice(at);
        const std::string blank = slice(at - 1) + " " + slice(at);
        const std::size_t place = name.find(blank);
        if (!hit || place == name.npos) return;
        if (base::fold(dictionary_.inci(hit->id)).find(base::fold(hyphened)) == std::string::npos) return;
        name.replace(place, blank.size(), hyphened);
    }
}

std::string Knowledge::name(std::uint32_t first, std::uint32_t last) {
    std::string printed = clean_name(reading_, first, last);
    if (last - first > longest_name) return printed;
    restore_hyphen(printed, first, last);
    std::string mended = unhyphenated_name(reading_, first, last);
    if (mended.empty()) return printed;
    const auto without = dictionary_.find(dictionary_.normal(mended));
    const auto with = dictionary_.find(dictionary_.normal(printed));
    const bool better = without && (!with || base::fold(dictionary_.inci(without->id)) == base::fold(mended));
    return better ? mended : printed;
}

bool Knowledge::knows(std::uint32_t first, std::uint32_t last) {
    if (first >= last || last - first > longest_name) return false;
    std::string name;
    Fact& found = fact(first, last, name);
    if (!found.known) found.known = !name.empty() && lexicon::is_known(name, dictionary_);
    return *found.known;
}

bool Knowledge::nearly_knows(std::uint32_t first, std::uint32_t last) {
    if (first >= last || last - first > longest_name) return false;
    std::string name;
    Fact& found = fact(first, last, name);
    if (!found.nearly) found.nearly = !name.empty() && lexicon::recognise(name, dictionary_).has_value();
    return *found.nearly;
}

std::string_view Knowledge::identity(std::uint32_t first, std::uint32_t last) {
    if (first >= last || last - first > longest_name) return {};
    std::string name;
    Fact& found = fact(first, last, name);
    if (!found.identity) {
        const auto who = lexicon::recognise(name, dictionary_, {.correct_spelling = false});
        found.identity = who ? who->inci : std::string();
    }
    return *found.identity;
}

bool Knowledge::begins_name(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || last - first > longest_name) return false;
    return dictionary_.is_prefix(dictionary_.normal(clean_name(reading_, first, last)));
}

bool Knowledge::knows_word(std::uint32_t token) {
    const Token& word = reading_.tokens[token];
    const auto [found, is_new] = words_.try_emplace(word.hash, false);
    if (is_new) {
        found->second = dictionary_.knows_word(dictionary_.normal(base::slice(reading_.text, word.span())));
    }
    return found->second;
}

bool Knowledge::append(std::string& normal, std::uint32_t token) const {
    const Token& next = reading_.tokens[token];
    switch (next.kind) {
        case TokenKind::word:
        case TokenKind::number: {
            const bool glued = normal.empty() || normal.back() == '/' || normal.back() == ',';
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
        case TokenKind::mark:
        case TokenKind::quote:
        case TokenKind::stop:
            return true;
        default:
            return next.has(silent);
    }
}

std::vector<Edge> Knowledge::edges(std::uint32_t first, std::uint32_t last) const {
    std::vector<Edge> found;
    const Tokens& tokens = reading_.tokens;
    for (std::uint32_t start = first; start < last; ++start) {
        const bool word = tokens[start].kind == TokenKind::word || tokens[start].kind == TokenKind::number;
        if (!word || tokens[start].has(silent)) continue;
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
            if (dictionary_.find(normal)) found.push_back({start, at + 1, words});
            if (words > 16 || !dictionary_.is_prefix(normal)) {
                const bool slash = at + 1 < last &&
                                   (tokens[at + 1].kind == TokenKind::slash || tokens[at + 1].kind == TokenKind::comma);
                if (!slash || words > 16) break;
            }
        }
    }
    return found;
}

}  // namespace incilint::label
