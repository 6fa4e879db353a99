#include "label/groups.h"

#include "label/codes.h"

namespace incilint::label {
namespace {

constexpr std::uint32_t longest_opaque = 60;  // tokens

bool hard_separator(const Reading& reading, std::uint32_t at) {
    const Token& token = reading.tokens[at];
    switch (token.kind) {
        case TokenKind::semicolon:
        case TokenKind::bullet:
        case TokenKind::pipe:
            return true;
        case TokenKind::comma: {
            const bool locant =
                at > 0 && at + 1 < reading.tokens.size() && reading.tokens[at - 1].kind == TokenKind::number &&
                reading.tokens[at + 1].kind == TokenKind::number && reading.tokens[at + 1].gap == Gap::none;
            return !locant && !token.has(silent);
        }
        default:
            return false;
    }
}

std::vector<TokenRange> parts_of(const Reading& reading, std::uint32_t open, std::uint32_t close) {
    std::vector<TokenRange> parts;
    std::uint32_t first = open + 1;
    for (std::uint32_t at = open + 1; at <= close; ++at) {
        const std::uint32_t partner = reading.partner[at];
        if (at < close && partner != none && partner > at && partner < close) {
            at = partner;
            continue;
        }
        const bool joins = reading.tokens[at].has(joiner) && reading.tokens[at].gap != Gap::none;
        if (at < close && !hard_separator(reading, at) && !joins) continue;
        const TokenRange part = trim_name(reading, first, at);
        if (!part.empty()) parts.push_back(part);
        first = at + 1;
    }
    return parts;
}

/// "Oils", "extracts": not "clay".
bool group_of_many(const Reading& reading, std::uint32_t at) {
    const char last = reading.text[reading.tokens[at].to - 1];
    return last == 's' || last == 'S';
}

bool has_hard_separator(const Reading& reading, std::uint32_t open, std::uint32_t close) {
    for (std::uint32_t at = open + 1; at < close; ++at) {
        const std::uint32_t partner = reading.partner[at];
        if (partner != none && partner > at) {
            at = partner;
        } else if (hard_separator(reading, at)) {
            return true;
        }
    }
    return false;
}

/// "Parfum, (Linalool, Limonene)": every part is a known name, each another one, and nothing goes on behind them.
bool name_others(const Reading& reading, Knowledge& knowledge, const std::vector<TokenRange>& parts,
                 std::uint32_t close) {
    const bool goes_on = close + 1 < reading.tokens.size() && !hard_separator(reading, close + 1) &&
                         reading.tokens[close + 1].kind != TokenKind::stop && reading.tokens[close + 1].gap < Gap::line;
    if (goes_on) return false;
    std::string_view before;
    for (const TokenRange& part : parts) {
        const std::string_view who = knowledge.identity(part.first, part.last);
        if (who.empty() || who == before) return false;
        before = who;
    }
    return true;
}

}  // namespace

BracketRole role_of(const Reading& reading, Knowledge& knowledge, std::uint32_t name_first, std::uint32_t open,
                    std::uint32_t close) {
    // "4-(2, 6, 6-trimethyl-…)-3-buten-2-one": hyphens on both sides hold it in a name.
    const Tokens& tokens = reading.tokens;
    const bool hyphens = open > name_first && tokens[open - 1].kind == TokenKind::dash &&
                         tokens[open].gap == Gap::none && tokens[open - 1].gap == Gap::none &&
                         close + 1 < tokens.size() && tokens[close + 1].kind == TokenKind::dash &&
                         tokens[close + 1].gap == Gap::none;
    if (hyphens) return BracketRole::opaque;
    const TokenRange name = trim_name(reading, name_first, open);
    const std::vector<TokenRange> parts = parts_of(reading, open, close);
    const bool separated = has_hard_separator(reading, open, close);
    if (name.empty()) {
        // Nothing stands before the bracket: a list in brackets, or a name that begins with one.
        if (!separated || parts.size() < 2) return BracketRole::opaque;
        return close - open > 6 || name_others(reading, knowledge, parts, close) ? BracketRole::list
                                                                                 : BracketRole::opaque;
    }
    if (parts.size() < 2) return close - open > longest_opaque ? BracketRole::list : BracketRole::opaque;

    std::size_t known = 0;
    std::size_t colours = 0;
    bool synonym = false;
    const std::string_view group = knowledge.identity(name.first, name.last);
    for (const TokenRange& part : parts) {
        if (colour_index(reading, part.first, part.last)) ++colours;
        const std::string_view who = knowledge.identity(part.first, part.last);
        // A known ingredient's "Vitamin C" is what it is called, not a part of it.
        const bool called = separated && !group.empty() && parts.size() == 2 && knowledge.is_vague(part.first);
        if (called || (!who.empty() && who == group)) synonym = true;
        if (!who.empty() && who != group) ++known;
    }
    // "Pentavitin (Saccharide Isomerate, Aqua, Citric Acid)": one part bears the trade name's identity, the others do
    // not.
    const bool blend = separated && parts.size() >= 3 && known + 1 >= parts.size();
    if (colours * 2 > parts.size() || (synonym && !blend)) return BracketRole::opaque;
    // "Essential Oils (Lavender, Tea Tree)": the last word says that several of its kind follow.
    if (separated && reading.tokens[name.last - 1].has(group_word) && group_of_many(reading, name.last - 1))
        return BracketRole::parts;
    if (!separated) return known == parts.size() ? BracketRole::parts : BracketRole::opaque;
    if (known * 2 >= parts.size()) return BracketRole::parts;
    // Unknown parts: many of them are a blend, two may be names in two languages.
    const bool long_list = parts.size() >= 3 && (group.empty() || parts.size() >= 4);
    if (long_list) return BracketRole::parts;
    return close - open > longest_opaque ? BracketRole::list : BracketRole::opaque;
}

}  // namespace incilint::label
