#include "lexicon/structure.h"

#include <algorithm>
#include <array>

#include "lexicon/structure_image.h"
#include "lexicon/structure_read.h"

namespace incilint::lexicon {
namespace {

base::Error<base::Diagnostic> refused(std::string text) {
    base::Diagnostic made;
    made.code = "dictionary/damaged";
    made.text = std::move(text);
    made.hint = "make the image again";
    return base::Error<base::Diagnostic>{std::move(made)};
}

/// Letters, an apostrophe, what is beyond ASCII.
bool is_common_word(std::string_view word) {
    return word.size() >= 3 && std::all_of(word.begin(), word.end(), [](char byte) {
               return (byte >= 'a' && byte <= 'z') || byte == '\'' || static_cast<unsigned char>(byte) >= 0x80;
           });
}

/// "hydrogenated", "sulfate", "ethyl": what was made of a plant, or a chemical.
bool is_made(std::string_view word) {
    constexpr std::array<std::string_view, 10> endings = {"ate",  "ated", "ented", "ides", "ized",
                                                          "oids", "ol",   "ols",   "yl",   "yzed"};
    return std::any_of(endings.begin(), endings.end(), [word](std::string_view end) { return word.ends_with(end); });
}

std::optional<StructureReading> read_any(const Grammar& grammar, std::string_view normal) {
    // A ferment's substrate may be anything: what ends like one is one, or nothing.
    if (normal.find("ferment") != std::string_view::npos || normal.find("lysate") != std::string_view::npos) {
        if (auto found = read_ferment(grammar, normal)) return found;
        // Of plant cells there are lysates too ("callus lysate").
        const bool fermented = normal.find("ferment") != std::string_view::npos;
        return fermented ? std::nullopt : read_plant(grammar, normal);
    }
    if (auto found = read_pattern(grammar, normal)) return found;
    if (auto found = read_polymer(grammar, normal)) return found;
    if (auto found = read_ferment(grammar, normal)) return found;
    if (auto found = read_plant(grammar, normal)) return found;
    return read_plants(grammar, normal);
}

}  // namespace

base::Expected<Structure> Structure::open(std::string_view bytes, std::size_t class_count) {
    base::ByteReader reader(bytes);
    if (reader.raw(structure_magic.size()) != structure_magic) return refused("the grammar does not begin as one");
    std::array<std::size_t, table_count> counts{};
    std::size_t size = structure_head;
    for (std::size_t i = 0; i < table_count; ++i) size += 4 * table_width[i] * (counts[i] = reader.u32());
    size += reader.u32();
    if (reader.failed() || size != bytes.size()) return refused("the grammar is not as long as it says");
    const std::size_t slots = counts[static_cast<std::size_t>(Table::slots)];
    if (slots == 0 || (slots & (slots - 1)) != 0 || counts[static_cast<std::size_t>(Table::kinds)] < fixed_kinds) {
        return refused("a table of the grammar has a wrong size");
    }
    Structure made;
    made.grammar_.emplace(bytes, class_count);
    return made;
}

std::optional<StructureReading> Structure::read(std::string_view normal) const {
    constexpr std::size_t longest = 4000;
    if (!grammar_ || normal.empty() || normal.size() > longest) return std::nullopt;
    auto found = read_any(*grammar_, normal);
    if (found && found->classes.empty()) found.reset();
    return found;
}

std::optional<StructureReading> Structure::read_bare_plant(std::string_view normal) const {
    if (!grammar_) return std::nullopt;
    return lexicon::read_bare_plant(*grammar_, normal);
}

bool Structure::is_genus(std::string_view word) const {
    return grammar_ && grammar_->find(kind_genus, word).has_value();
}

bool Structure::ends_plant(std::string_view word) const {
    if (!grammar_ || word.empty()) return false;
    const Grammar& grammar = *grammar_;
    return grammar.find(kind_form, word).has_value() || is_part(word);
}

bool Structure::is_part(std::string_view word) const {
    if (!grammar_ || word.empty()) return false;
    const Grammar& grammar = *grammar_;
    while (!word.empty()) {
        if (!grammar.find(kind_part, take_word(word, "/"))) return false;
    }
    return true;
}

bool Structure::is_fatty_part(std::string_view word) const {
    if (!grammar_ || word.empty()) return false;
    const auto member = grammar_->find(kind_part, word);
    return member && member->value == "fatty";
}

bool Structure::is_cation(std::string_view word) const {
    return grammar_ && grammar_->find(kind_cation, word).has_value();
}

bool Structure::may_be_common(std::string_view word) const {
    if (!grammar_ || !is_common_word(word)) return false;
    const Grammar& grammar = *grammar_;
    const auto known = grammar.word(word);
    const auto in = [&](std::uint32_t kind) { return known && grammar.find(kind, *known).has_value(); };
    if (in(kind_stop) || in(kind_process) || in(kind_form)) return false;
    return in(kind_common) || in(kind_genus) || in(kind_substrate) || in(kind_part) ||
           (!looks_latin(word) && !is_made(word));
}

bool Structure::may_be_vernacular(std::string_view genus, std::string_view word) const {
    if (!grammar_ || !is_common_word(word) || !looks_latin(word)) return false;
    const Grammar& grammar = *grammar_;
    return !is_no_epithet(grammar, word) && !find_strain(grammar, word) && !is_genus(word) &&
           !grammar.find(kind_epithet, std::string(genus).append(1, ' ').append(word));
}

std::string_view Structure::genus_of_common(std::string_view name) const {
    const auto known = grammar_ ? grammar_->find(kind_common, name) : std::nullopt;
    return known ? known->value.substr(0, known->value.find(' ')) : std::string_view{};
}

std::optional<Structure::Altered> Structure::altered(std::string_view word) const {
    if (!grammar_) return std::nullopt;
    const auto member = grammar_->find(kind_altered, word);
    if (!member) return std::nullopt;
    Altered out{member->value, {}};
    add_classes(*grammar_, *member, out.classes);
    return out;
}

std::optional<Structure::Abroad> Structure::word_abroad(std::string_view word) const {
    if (!grammar_) return std::nullopt;
    const Grammar& grammar = *grammar_;
    const auto known = grammar.word(word);
    if (!known) return std::nullopt;
    if (const auto here = grammar.find(kind_abroad, *known)) return Abroad{here->value, Place::here};
    if (const auto first = grammar.find(kind_abroad_first, *known)) return Abroad{first->value, Place::first};
    if (const auto last = grammar.find(kind_abroad_last, *known)) return Abroad{last->value, Place::last};
    return std::nullopt;
}

std::size_t Structure::most_abroad(std::string_view text) const {
    if (!grammar_) return 0;
    const auto start = grammar_->find(kind_abroad_start, text.substr(0, abroad_start_size));
    return std::min(text.size(), start ? longest_in(start->value) : abroad_start_size);
}

void add_classes(const Grammar& grammar, const Member& member, std::vector<ClassId>& to) {
    const std::uint32_t end = grammar.end(Table::classes, member.classes, member.class_count);
    for (std::uint32_t i = member.classes; i < end; ++i) {
        const std::uint32_t named = grammar.number(Table::classes, i, 0);
        const auto id = static_cast<ClassId>(named);
        if (named < grammar.class_count() && std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
    }
}

std::string titled(std::string_view normal) {
    std::string out(normal);
    bool start = true;
    for (char& byte : out) {
        if (start && byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 32);
        start = byte == ' ' || byte == '/' || byte == '(' || byte == ')' || byte == '-';
    }
    return out;
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& byte : out) {
        if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 32);
    }
    return out;
}

bool looks_latin(std::string_view word) {
    constexpr std::array<std::string_view, 16> endings = {"a",   "ae", "ale", "are", "as", "ense", "es", "i",
                                                          "ile", "is", "ns",  "os",  "um", "us",   "x",  "oides"};
    if (word.size() < 3 || word.size() > 30) return false;
    if (!std::all_of(word.begin(), word.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; })) return false;
    return std::any_of(endings.begin(), endings.end(), [word](std::string_view end) { return word.ends_with(end); });
}

bool is_no_epithet(const Grammar& grammar, std::string_view word) {
    constexpr std::array<std::string_view, 8> chemical = {"ane", "ate", "ene", "ide", "ine", "one", "ose", "yl"};
    // A word of another language may be an epithet too ("lavanda").
    constexpr std::array<std::uint32_t, 6> latin = {kind_strain,       kind_species,     kind_abroad,
                                                    kind_abroad_first, kind_abroad_last, kind_abroad_start};
    if (std::any_of(chemical.begin(), chemical.end(), [word](std::string_view end) { return word.ends_with(end); })) {
        return true;
    }
    const auto known = grammar.word(word);
    return known &&
           std::none_of(latin.begin(), latin.end(), [&](std::uint32_t kind) { return grammar.find(kind, *known); });
}

std::optional<Member> find_strain(const Grammar& grammar, std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return grammar.find(kind_strain, word);
}

std::string_view take_word(std::string_view& rest, std::string_view cuts) {
    // Neither letters nor figures cut, in any use.
    const auto inner = [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); };
    std::size_t end = 0;
    while (end < rest.size() && (inner(rest[end]) || cuts.find(rest[end]) == std::string_view::npos)) ++end;
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

}  // namespace incilint::lexicon
