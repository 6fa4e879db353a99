#include "lexicon/structure_read.h"

namespace incilint::lexicon {
namespace {

/// True where a word of a polymer's name is known: a monomer, a number, a chain length.
bool is_monomer(const Grammar& grammar, std::string_view word) {
    if (grammar.find(kind_monomer, word)) return true;
    if (word.starts_with('c')) word.remove_prefix(1);
    return !word.empty() && word.size() <= 3 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Acids and anhydrides have a name in -ic before them, and names in -ic have one of both behind them.
bool follows(std::string_view word, std::string_view before) {
    return before.ends_with("ic") == (word == "acid" || word == "anhydride");
}

}  // namespace

std::optional<StructureReading> read_polymer(const Grammar& grammar, std::string_view normal) {
    constexpr std::string_view cuts = " /()";
    const std::size_t at = normal.rfind(' ');
    const auto polymer =
        at == std::string_view::npos ? std::nullopt : grammar.find(kind_polymer, normal.substr(at + 1));
    if (!polymer) return std::nullopt;
    StructureReading made;
    const std::string_view names = normal.substr(0, at);
    bool named = names.find('/') != std::string_view::npos;
    std::string_view before;
    for (std::string_view rest = names; !rest.empty();) {
        const std::string_view word = take_word(rest, cuts);
        const bool last = word.data() + word.size() == names.data() + names.size();
        if (!word.empty()) {
            if (!is_monomer(grammar, word) || !follows(word, before)) return std::nullopt;
            const auto member = grammar.find(kind_monomer, word);
            if (member && last && member->value == "joint") return std::nullopt;
            named = named || (member && member->value == "alone");
            if (member) add_classes(grammar, *member, made.classes);
            made.inci += member && member->value == "upper" ? upper(word) : titled(word);
            before = word;
        }
        if (last) break;
        // "C10-30", "PEG-8": figures are joined to what they count.
        const char cut = word.data()[word.size()];
        const bool joined = cut == ' ' && !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
        made.inci.push_back(joined ? '-' : cut);
    }
    if (!named || !follows("", before)) return std::nullopt;
    add_classes(grammar, *polymer, made.classes);
    made.inci += ' ' + titled(normal.substr(at + 1));
    return made;
}

}  // namespace incilint::lexicon
