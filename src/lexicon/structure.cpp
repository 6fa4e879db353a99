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

/// One field that says where a run of another table (or the text) begins; the next field says how long it is.
struct Run {
    Table table;
    std::size_t field;
    std::optional<Table> into;  ///< none: into the text
};
constexpr std::array<Run, 7> runs = {{{Table::words, word_text, std::nullopt},
                                      {Table::words, word_members, Table::members},
                                      {Table::members, member_value, std::nullopt},
                                      {Table::members, member_classes, Table::classes},
                                      {Table::patterns, pattern_elements, Table::elements},
                                      {Table::patterns, pattern_classes, Table::classes},
                                      {Table::elements, element_print, std::nullopt}}};

bool runs_hold(const Grammar& grammar, Table table, std::size_t field, std::size_t size) {
    for (std::size_t record = 0; record < grammar.count(table); ++record) {
        const std::size_t from = grammar.number(table, record, field);
        if (from > size || grammar.number(table, record, field + 1) > size - from) return false;
    }
    return true;
}

bool below(const Grammar& grammar, Table table, std::size_t field, std::size_t limit) {
    for (std::size_t record = 0; record < grammar.count(table); ++record) {
        if (grammar.number(table, record, field) >= limit) return false;
    }
    return true;
}

bool has_elements(const Grammar& grammar) {
    for (std::size_t record = 0; record < grammar.count(Table::patterns); ++record) {
        if (grammar.number(Table::patterns, record, pattern_element_count) == 0) return false;
    }
    return true;
}

}  // namespace

base::Expected<Structure> Structure::open(std::string_view bytes, std::size_t class_count) {
    base::ByteReader reader(bytes);
    if (reader.raw(structure_magic.size()) != structure_magic) return refused("the grammar does not begin as one");
    std::size_t size = structure_magic.size() + 4 * table_count;
    for (std::size_t i = 0; i < table_count; ++i) size += 4 * table_width[i] * reader.u32();
    if (reader.failed() || size > bytes.size()) return refused("the grammar is not as long as it says");
    const Grammar grammar(bytes);
    const std::size_t slots = grammar.count(Table::slots);
    bool sound = slots > 0 && (slots & (slots - 1)) == 0 && grammar.count(Table::kinds) >= fixed_kinds;
    for (const Run& run : runs) {
        const std::size_t into = run.into ? grammar.count(*run.into) : grammar.text_size();
        sound = sound && runs_hold(grammar, run.table, run.field, into);
    }
    sound = sound && runs_hold(grammar, Table::kinds, kind_patterns, grammar.count(Table::patterns)) &&
            below(grammar, Table::slots, 0, grammar.count(Table::words) + 1) &&
            below(grammar, Table::members, member_kind, grammar.count(Table::kinds)) &&
            below(grammar, Table::elements, element_kind, grammar.count(Table::kinds)) &&
            below(grammar, Table::elements, element_joint, 128) && below(grammar, Table::classes, 0, class_count) &&
            has_elements(grammar);
    if (!sound) return refused("a table of the grammar leads outside it");
    Structure made;
    made.bytes_ = bytes;
    return made;
}

std::optional<StructureReading> Structure::read(std::string_view normal) const {
    constexpr std::size_t longest = 4000;
    if (bytes_.empty() || normal.empty() || normal.size() > longest) return std::nullopt;
    const Grammar grammar(bytes_);
    // A ferment's substrate may be anything: what ends like one is one, or nothing.
    if (normal.find("ferment") != std::string_view::npos || normal.find("lysate") != std::string_view::npos) {
        return read_ferment(grammar, normal);
    }
    if (auto found = read_pattern(grammar, normal)) return found;
    if (auto found = read_polymer(grammar, normal)) return found;
    if (auto found = read_ferment(grammar, normal)) return found;
    return read_plant(grammar, normal);
}

void add_classes(const Grammar& grammar, const Member& member, std::vector<ClassId>& to) {
    for (std::uint32_t i = member.classes; i < member.classes + member.class_count; ++i) {
        const auto id = static_cast<ClassId>(grammar.number(Table::classes, i, 0));
        if (std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
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
    constexpr std::array<std::uint32_t, 2> latin = {kind_strain, kind_species};
    if (std::any_of(chemical.begin(), chemical.end(), [word](std::string_view end) { return word.ends_with(end); })) {
        return true;
    }
    const auto known = grammar.word(word);
    return known &&
           std::none_of(latin.begin(), latin.end(), [&](std::uint32_t kind) { return grammar.find(kind, *known); });
}

std::string_view take_word(std::string_view& rest, std::string_view cuts) {
    const std::size_t end = std::min(rest.find_first_of(cuts), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

}  // namespace incilint::lexicon
