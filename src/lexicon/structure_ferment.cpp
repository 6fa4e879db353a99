#include <algorithm>
#include <array>
#include <vector>

#include "lexicon/structure_read.h"

namespace incilint::lexicon {
namespace {

constexpr std::string_view cuts = " /()[]+,&";
constexpr std::string_view part_cuts = "/+&()";
constexpr std::string_view alga = "alga";
constexpr std::string_view yeast = "yeast";
/// The value of a process word that also stands in front of what it was done to: "fermented soybean".
constexpr std::string_view participle = "participle";

/// The words of a ferment's name before its process: who ferments, and what.
struct Head {
    std::vector<std::string_view> organisms;   ///< first words of the parts that name one
    std::vector<std::string_view> substrates;  ///< all words of the other parts
    bool led = false;                          ///< an organism stands first
    bool species = false;                      ///< a species is named
    bool strange = false;                      ///< what follows a genus is perhaps no species
    bool done = false;                         ///< the process says that something was fermented
    bool fermented = false;                    ///< a part begins with a process: "Bacillus/Fermented Soybean"
    std::string_view family;  ///< of the organisms; "mixed" where they differ, empty where there is none
};

/// What the process words say, from the strongest down.
enum class Process : std::uint8_t { cells, extract, ferment, filtrate, lysate };
constexpr std::array<std::string_view, 5> process_names = {"cells", "extract", "ferment", "filtrate", "lysate"};

struct Tail {
    std::string_view head;  ///< what stands before the process
    Process process = Process::cells;
    bool other = false;      ///< a word that is no process stands there: "oil"
    bool fermented = false;  ///< a process word says so
};

/// Takes process words off the end, over slashes too ("extract/ferment filtrate").
Tail take_tail(const Grammar& grammar, std::string_view normal) {
    Tail tail{normal};
    while (!tail.head.empty()) {
        std::size_t at = tail.head.size();
        while (at > 0 && tail.head[at - 1] != ' ' && tail.head[at - 1] != '/') --at;
        at = at > 0 ? at - 1 : std::string_view::npos;
        const std::string_view word = at == std::string_view::npos ? tail.head : tail.head.substr(at + 1);
        const auto member = grammar.find(kind_process, word);
        if (!member) break;
        const bool done = member->value == participle;
        if (done && at != std::string_view::npos && tail.head[at] != ' ') break;
        if (done) tail.process = std::max(tail.process, Process::ferment);
        for (std::size_t i = 0; i < process_names.size(); ++i) {
            if (member->value == process_names[i]) tail.process = std::max(tail.process, static_cast<Process>(i));
        }
        tail.other = tail.other || member->value == "form";
        tail.fermented = tail.fermented || done || member->value == "ferment" || member->value == "lysate";
        tail.head = at == std::string_view::npos ? std::string_view() : tail.head.substr(0, at);
    }
    return tail;
}

bool is_plain(std::string_view head) {
    return std::all_of(head.begin(), head.end(), [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
               static_cast<unsigned char>(byte) >= 0x80 || cuts.find(byte) != std::string_view::npos || byte == '.' ||
               byte == '\'' || byte == '%';
    });
}

bool is_letters(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

/// How a part begins.
struct Leader {
    std::string_view first;  ///< word
    std::string_view rest;   ///< what follows it
    std::optional<Member> organism;
    bool guessed = false;  ///< a genus that no list holds, by its ending
};

Leader leader_of(const Grammar& grammar, std::string_view part) {
    Leader leader{{}, part, {}, false};
    while (leader.first.empty() && !leader.rest.empty()) leader.first = take_word(leader.rest, cuts);
    if (leader.first.empty()) return leader;
    // "candida bombicola" goes before "candida".
    const std::string_view first = leader.first;
    std::string_view after = leader.rest;
    const std::string_view second = take_word(after, cuts);
    if (!second.empty() && second.data() == first.data() + first.size() + 1) {
        leader.organism = grammar.find(kind_organism, std::string_view(first.data(), first.size() + 1 + second.size()));
    }
    if (!leader.organism) leader.organism = grammar.find(kind_organism, first);
    if (!leader.organism) leader.organism = organism_abbreviated(grammar, first, second);
    if (!leader.organism) {
        leader.organism = organism_by_ending(grammar, first);
        leader.guessed = leader.organism.has_value();
    }
    return leader;
}

/// True where the first part that says anything names an organism.
bool led_by_organism(const Grammar& grammar, std::string_view text) {
    while (!text.empty()) {
        const Leader leader = leader_of(grammar, take_word(text, part_cuts));
        if (!leader.first.empty()) return leader.organism.has_value();
    }
    return false;
}

/// The word, or two of which the second names a part: "RadishRoot".
void add_substrate(const Grammar& grammar, std::string_view word, Head& head) {
    constexpr std::size_t least_plant = 4;
    constexpr std::size_t least_part = 4;
    const bool known = grammar.find(kind_common, word) || grammar.find(kind_substrate, word);
    for (std::size_t at = least_plant; !known && at + least_part <= word.size(); ++at) {
        if (!grammar.find(kind_part, word.substr(at))) continue;
        head.substrates.push_back(word.substr(0, at));
        head.substrates.push_back(word.substr(at));
        return;
    }
    head.substrates.push_back(word);
}

/// One part between slashes: an organism with its species, or a substrate.
bool read_part(const Grammar& grammar, std::string_view part, Head& head) {
    auto [first, rest, organism, guessed] = leader_of(grammar, part);
    if (first.empty()) return true;
    if (grammar.find(kind_stop, first)) return false;
    // Yeast extract feeds others.
    if (first == yeast && !head.family.empty()) organism.reset();
    if (!organism) {
        const auto process = grammar.find(kind_process, first);
        const bool done = process && process->value == participle;
        head.fermented = head.fermented || done;
        for (std::string_view words = done ? rest : part; !words.empty();) {
            const std::string_view word = take_word(words, cuts);
            if (word.empty()) continue;
            if (grammar.find(kind_stop, word)) return false;
            add_substrate(grammar, word, head);
        }
        return true;
    }
    head.organisms.push_back(first);
    // An alga beside a microbe is what the microbe grows on.
    if (head.family.empty() || head.family == alga) head.family = organism->value;
    if (head.family != organism->value && organism->value != alga) head.family = "mixed";
    bool species = true;
    bool named = false;
    while (!rest.empty()) {
        const std::string_view word = take_word(rest, cuts);
        if (word.empty()) continue;
        const auto strain = find_strain(grammar, word);
        const bool fed = grammar.find(kind_common, word) || grammar.find(kind_substrate, word) ||
                         grammar.find(kind_part, word) || grammar.find(kind_process, word);
        const bool rank = strain && strain->value == "rank";
        const std::string_view next = std::string_view(rest).substr(0, rest.find_first_of(cuts));
        const bool code = named ? is_strain_code(word) || (!fed && is_collection(word, next))
                                : word.find_first_of("0123456789") != std::string_view::npos;
        const bool fits = code || (looks_latin(word) && !is_no_epithet(grammar, word)) || strain.has_value();
        const bool substrate = !fits && fed;
        // "Saccharomyces Abalone Ferment": behind a listed genus stands what was fermented, known or not.
        const bool eaten = head.done && !guessed && is_letters(word);
        if (grammar.find(kind_stop, word) || (!fits && !substrate && !eaten)) return false;
        species = species && fits;
        head.species = true;
        const bool known = grammar.find(kind_species, word).has_value() || is_species_name(grammar, word);
        head.strange = head.strange || !(known || rank || (named && (code || strain)));
        named = named || known;
        if (!species) add_substrate(grammar, word, head);
    }
    head.strange = head.strange || (guessed && !named);
    return true;
}

std::optional<Head> read_head(const Grammar& grammar, std::string_view text, bool done) {
    if (!is_plain(text)) return std::nullopt;
    Head head;
    head.done = done;
    std::vector<std::string_view> parts;
    for (std::string_view rest = text; !rest.empty();) parts.push_back(take_word(rest, part_cuts));
    for (const std::string_view part : parts) {
        const bool first = head.substrates.empty();
        if (!read_part(grammar, part, head)) return std::nullopt;
        if (!first && head.organisms.size() == 1 && !head.led) return std::nullopt;
        head.led = head.led || !head.organisms.empty();
    }
    return head;
}

/// True where the substrate stands alone, with the name of its part at most ("coconut fruit extract").
bool alone(const Grammar& grammar, const Head& head, std::string_view substrate) {
    return std::all_of(head.substrates.begin(), head.substrates.end(), [&](std::string_view word) {
        return word == substrate || grammar.find(kind_part, word) || grammar.find(kind_process, word) ||
               grammar.find(kind_form, word) || looks_latin(word);
    });
}

/// The rows "organism substrate" for that organism on that substrate alone, and, for ferments of one organism alone,
/// "organism".
std::optional<Member> special(const Grammar& grammar, const Head& head, Process process) {
    for (const std::string_view organism : head.organisms) {
        for (const std::string_view substrate : head.substrates) {
            std::string meant(substrate);
            meant.erase(std::unique(meant.begin(), meant.end()), meant.end());  // "raddish"
            const auto found = grammar.find(kind_special, std::string(organism) + ' ' + meant);
            if (found && head.organisms.size() == 1 && alone(grammar, head, substrate)) return found;
        }
        const auto row = grammar.find(kind_special, organism);
        if (row && head.organisms.size() == 1 && head.substrates.empty() && !head.species &&
            row->value == process_names[static_cast<std::size_t>(process)])
            return row;
    }
    return std::nullopt;
}

/// True where every word is a plant's, a part's or a food's, by its common or its latin name: what an unnamed microbe
/// may ferment.
bool are_substrates(const Grammar& grammar, const std::vector<std::string_view>& words) {
    if (words.empty() || grammar.find(kind_part, words[0]) || grammar.find(kind_process, words[0])) return false;
    bool latin = false;
    for (const std::string_view word : words) {
        const bool genus = grammar.find(kind_genus, word).has_value();
        const bool known = genus || grammar.find(kind_common, word) || grammar.find(kind_substrate, word) ||
                           grammar.find(kind_part, word) || grammar.find(kind_process, word);
        if (!known && (!latin || !looks_latin(word) || is_no_epithet(grammar, word))) return false;
        latin = genus || (latin && !known);
    }
    return true;
}

std::optional<Member> product(const Grammar& grammar, const Head& head, Process process, bool fermented) {
    if (const auto found = special(grammar, head, process); found && fermented) return found;
    if (head.organisms.empty()) {
        return fermented && are_substrates(grammar, head.substrates) ? grammar.find(kind_product, "unnamed")
                                                                     : std::nullopt;
    }
    // Without "ferment" or "lysate" a name is an organism's only where it names nothing else.
    const bool differ = head.organisms.size() > 1 && head.family == "mixed";
    if (!fermented && (differ || !head.substrates.empty() || head.strange)) return std::nullopt;
    const bool minerals = !head.substrates.empty() &&
                          std::all_of(head.substrates.begin(), head.substrates.end(), [&](std::string_view word) {
                              return grammar.find(kind_mineral, word).has_value();
                          });
    std::string key(head.family);
    if (minerals && process == Process::ferment) {
        if (const auto found = grammar.find(kind_product, key + " mineral")) return found;
    }
    if (const auto found =
            grammar.find(kind_product, key + ' ' + std::string(process_names[static_cast<std::size_t>(process)]))) {
        return found;
    }
    return fermented ? grammar.find(kind_product, key) : std::nullopt;
}

}  // namespace

std::optional<StructureReading> read_ferment(const Grammar& grammar, std::string_view normal) {
    constexpr std::string_view hydrolyzed = "hydrolyzed ";
    std::string_view rest = normal;
    const bool split = rest.starts_with(hydrolyzed);
    if (split) rest.remove_prefix(hydrolyzed.size());
    const Tail tail = take_tail(grammar, rest);
    if (tail.head.empty() || (tail.other && !tail.fermented)) return std::nullopt;
    // Without "ferment" or "lysate" a name is that of an organism alone.
    if (!tail.fermented && !led_by_organism(grammar, tail.head)) return std::nullopt;
    const auto head = read_head(grammar, tail.head, tail.fermented);
    if (!head || (head->fermented && head->substrates.empty())) return std::nullopt;
    const bool fermented = tail.fermented || head->fermented;
    // "Hydrolyzed Lactobacillus": cells broken up are a lysate.
    const Process process = split && !fermented ? Process::lysate
                            : head->fermented   ? std::max(tail.process, Process::ferment)
                                                : tail.process;
    const auto member = product(grammar, *head, process, fermented);
    if (!member || member->class_count == 0) return std::nullopt;
    StructureReading made;
    made.inci = titled_strain(grammar, normal);
    add_classes(grammar, *member, made.classes);
    return made;
}

}  // namespace incilint::lexicon
