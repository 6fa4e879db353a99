#include "label/knowledge.h"

#include <span>
#include <utility>

#include "base/fold.h"
#include "base/hash.h"
#include "lexicon/recognise.h"

namespace incilint::label {

namespace {

using Answer = NameFact::Answer;

Answer answer(bool yes) {
    return yes ? Answer::yes : Answer::no;
}

/// What the stages see of a slice: its bytes and how they became tokens, with notes and brackets. Nothing else of it
/// may count for what is kept in a SliceFact.
std::uint64_t print_of(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint64_t factor = 0x9e3779b97f4a7c15;  // odd, bits evenly spread
    std::uint64_t print = factor;
    for (const Token& token : std::span(reading.tokens).subspan(first, last - first)) {
        // `parted`: set late, and asked by cells alone. Where tokens end the hashes tell, for the bytes are compared.
        const std::uint64_t seen = token.look() & ~Token{.notes = parted}.look();
        // All numbers have one hash.
        if (token.kind == TokenKind::number) print ^= base::hash64(base::slice(reading.text, token.span()));
        print = (print ^ token.hash ^ seen) * factor;
        print ^= print >> 32;
        if (token.kind != TokenKind::open && token.kind != TokenKind::close) continue;
        const auto at = static_cast<std::uint32_t>(&token - reading.tokens.data());
        const std::uint32_t partner = reading.partner[at];
        if (partner != none) print += static_cast<std::uint64_t>(partner - at) * factor | 1U;
    }
    return print;
}

}  // namespace

SliceFact* Knowledge::slice(std::uint32_t first, std::uint32_t last) const {
    if (too_long(first, last)) return nullptr;
    Recent& recent = recent_of(first, last);
    if (is_recent(first, last)) return recent.fact;
    const std::string_view text = reading_.slice(first, last);
    recent = {turn_, first, last, memo_.slices().of(print_of(reading_, first, last), text)};
    return recent.fact;
}

void Knowledge::expect_cells(base::LongVector<Cell>& cells) {
    constexpr std::size_t most = 16;
    struct Asked {
        Cell* cell;
        std::string_view text;
        std::uint64_t print;
    };
    std::array<Asked, most> asked;
    Cell* next = cells.data();
    Cell* const end = next + cells.size();
    while (next != end) {
        std::size_t count = 0;
        for (; next != end && count < most; ++next) {
            Cell& cell = *next;
            if (cell.fact != nullptr || cell.heading != none || too_long(cell.first, cell.last)) continue;
            if (is_recent(cell.first, cell.last)) {
                cell.fact = recent_of(cell.first, cell.last).fact;
                continue;
            }
            const std::string_view text = reading_.slice(cell.first, cell.last);
            const std::uint64_t print = print_of(reading_, cell.first, cell.last);
            memo_.slices().fetch_slot(print);
            asked[count++] = {&cell, text, print};
        }
        for (std::size_t i = 0; i < count; ++i) memo_.slices().fetch_fact(asked[i].print);
        for (std::size_t i = 0; i < count; ++i) {
            Cell& cell = *asked[i].cell;
            cell.fact = memo_.slices().of(asked[i].print, asked[i].text);
            recent_of(cell.first, cell.last) = {turn_, cell.first, cell.last, cell.fact};
        }
    }
}

bool Knowledge::too_long(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || last - first > longest_name) return true;
    return reading_.tokens[last - 1].to - reading_.tokens[first].from > longest_bytes;
}

Knowledge::Asked Knowledge::ask(std::uint32_t first, std::uint32_t last, std::string& made) {
    SliceFact* fact = slice(first, last);
    if (fact == nullptr) {
        made = made_name(first, last);
        return {&memo_.of(made), made};
    }
    const std::string_view name = name_in(*fact, first, last);
    if (fact->said == nullptr) fact->said = &memo_.of(name, true);
    return {fact->said, name};
}

void Knowledge::restore_hyphen(std::string& name, std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t at = first + 1; at < last; ++at) {
        const Token& number = reading_.tokens[at];
        if (number.kind != TokenKind::number || number.gap < Gap::line) continue;
        const auto hit = dictionary_.find(dictionary_.normal(name));
        const auto slice = [&](std::uint32_t i) {
            return std::string(base::slice(reading_.text, reading_.tokens[i].span()));
        };
        const std::string hyphened = slice(at - 1) + "-" + slice(at);
        const std::string blank = slice(at - 1) + " " + slice(at);
        const std::size_t place = name.find(blank);
        if (!hit || place == name.npos) return;
        if (base::fold(dictionary_.inci(hit->id)).find(base::fold(hyphened)) == std::string::npos) return;
        name.replace(place, blank.size(), hyphened);
    }
}

std::string Knowledge::name(std::uint32_t first, std::uint32_t last) const {
    std::string made;
    return std::string(name(first, last, made));
}

std::string_view Knowledge::name(std::uint32_t first, std::uint32_t last, std::string& made) const {
    if (SliceFact* fact = slice(first, last); fact != nullptr) return name_in(*fact, first, last);
    return made = made_name(first, last);
}

std::uint64_t Knowledge::name_hash(std::uint32_t first, std::uint32_t last, std::string_view said) const {
    SliceFact* fact = slice(first, last);
    if (fact == nullptr) return word_hash(said);
    if (fact->name_hash == 0) fact->name_hash = word_hash(said);
    return fact->name_hash;
}

std::string_view Knowledge::name_in(SliceFact& fact, std::uint32_t first, std::uint32_t last) const {
    if (!fact.is_name && !fact.has_clean) {
        std::string made = made_name(first, last);
        fact.is_name = made == fact.text();
        fact.has_clean = !fact.is_name;
        if (fact.has_clean) memo_.slices().rest_of(fact).clean = std::move(made);
    }
    return fact.name();
}

std::string Knowledge::made_name(std::uint32_t first, std::uint32_t last) const {
    if (const std::string_view plain = plain_name(reading_, first, last); !plain.empty()) return std::string(plain);
    std::string printed = clean_name(reading_, first, last);
    if (too_long(first, last)) return printed;
    restore_hyphen(printed, first, last);
    std::string mended = unhyphenated_name(reading_, first, last);
    if (mended.empty()) return printed;
    const auto without = dictionary_.find(dictionary_.normal(mended));
    const auto with = dictionary_.find(dictionary_.normal(printed));
    const bool better = without && (!with || base::fold(dictionary_.inci(without->id)) == base::fold(mended));
    return better ? mended : printed;
}

const NameFact& Knowledge::look_up(const Asked& asked) const {
    NameFact& fact = *asked.fact;
    if (fact.known != Answer::not_asked) return fact;
    auto who = lexicon::recognise(asked.name, dictionary_, {.correct_spelling = false}, memo_.shared());
    fact.known = answer(who.has_value());
    if (who) fact.id = who->id;
    if (who && !who->id) fact.built = std::move(who->inci);
    return fact;
}

bool Knowledge::knows(std::uint32_t first, std::uint32_t last) {
    if (too_long(first, last)) return false;
    SliceFact* fact = slice(first, last);
    if (fact != nullptr && fact->known) return *fact->known;
    std::string made;
    const Asked asked = ask(first, last, made);
    const bool known = look_up(asked).known == Answer::yes && !(last - first == 1 && only_says(first));
    if (fact != nullptr) fact->known = known;
    return known;
}

bool Knowledge::nearly_knows(std::uint32_t first, std::uint32_t last) {
    if (too_long(first, last)) return false;
    std::string made;
    const Asked asked = ask(first, last, made);
    if (asked.fact->nearly == Answer::not_asked) {
        const bool known = look_up(asked).known == Answer::yes;
        asked.fact->nearly = answer(known || lexicon::recognise_unknown(asked.name, dictionary_).has_value());
    }
    return asked.fact->nearly == Answer::yes;
}

std::string_view Knowledge::identity(std::uint32_t first, std::uint32_t last) {
    if (too_long(first, last)) return {};
    std::string made;
    const Asked asked = ask(first, last, made);
    const NameFact& fact = look_up(asked);
    return fact.id ? dictionary_.inci(*fact.id) : std::string_view(fact.built);
}

bool Knowledge::is_vague(std::uint32_t token) const {
    const Token& word = reading_.tokens[token];
    return word.to - word.from <= longest_bytes &&
           dictionary_.is_vague(dictionary_.normal(base::slice(reading_.text, word.span())));
}

bool Knowledge::begins_name(std::uint32_t first, std::uint32_t last) {
    if (too_long(first, last)) return false;
    std::string made;
    const Asked asked = ask(first, last, made);
    if (asked.fact->begins == Answer::not_asked) {
        asked.fact->begins = answer(dictionary_.is_prefix(dictionary_.normal(asked.name)));
    }
    return asked.fact->begins == Answer::yes;
}

bool Knowledge::begins_bytes(std::uint32_t first, std::uint32_t last) const {
    if (too_long(first, last)) return false;
    return dictionary_.begins_bytes(dictionary_.normal(name(first, last)));
}

bool Knowledge::is_genus(std::uint32_t at) const {
    return dictionary_.structure().is_genus(base::fold(base::slice(reading_.text, reading_.tokens[at].span())));
}

bool Knowledge::is_cation(std::uint32_t at) const {
    const Token& word = reading_.tokens[at];
    if (word.kind != TokenKind::word || word.to - word.from > longest_bytes) return false;
    return dictionary_.structure().is_cation(base::fold(base::slice(reading_.text, word.span())));
}

bool Knowledge::is_adjective(std::uint32_t first, std::uint32_t last) const {
    return !too_long(first, last) && dictionary_.is_adjective(dictionary_.normal(name(first, last)));
}

bool Knowledge::has_word(std::string_view word) const {
    return dictionary_.knows_word(base::fold(word));
}

bool Knowledge::is_name(std::string_view name) const {
    return dictionary_.find(dictionary_.normal(name)).has_value();
}

bool Knowledge::is_unbroken(std::string_view word) const {
    return dictionary_.find_squeezed(dictionary_.normal(word)).has_value();
}

bool Knowledge::knows_word(std::uint32_t token) {
    const Token& word = reading_.tokens[token];
    if (word.to - word.from > longest_bytes) return false;
    return memo_.word(
        word.hash, [&] { return dictionary_.knows_word(dictionary_.normal(base::slice(reading_.text, word.span()))); });
}

}  // namespace incilint::label
