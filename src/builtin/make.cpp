#include "builtin/make.h"

#include <array>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "builtin/contents.h"
#include "label/plain.h"
#include "label/vocabulary.h"
#include "lexicon/build.h"
#include "match/compile.h"
#include "match/rules_io.h"
#include "match/sections.h"
#include "rules/load.h"

namespace incilint::builtin {
namespace {

using base::Diagnostics;

lexicon::NamedText named(const Folder& folder, std::string_view name) {
    const auto found = folder.texts.find(name);
    const std::string_view text = found == folder.texts.end() ? std::string_view{} : std::string_view{found->second};
    return {folder.folder + "/" + std::string{name}, text};
}

/// Takes the value, or keeps the faults and leaves an empty one.
template <class T>
T value_or_faults(base::Expected<T, Diagnostics> result, Diagnostics& faults) {
    if (result) return std::move(result).value();
    faults.insert(faults.end(), result.error().begin(), result.error().end());
    return {};
}

base::Expected<rules::RuleText> rule_file(const Folder& rules, std::string_view id) {
    const std::string name = std::string{id} + ".yaml";
    const auto found = rules.texts.find(name);
    if (found == rules.texts.end()) {
        return base::Error{
            base::Diagnostic{"rules/not-found", {}, "there is no rule set \"" + std::string{id} + "\"", ""}};
    }
    return rules::RuleText{rules.folder + "/" + name, name, found->second};
}

std::vector<rules::RuleSet> load_defaults(const Folder& rules, Diagnostics& faults) {
    const auto resolve = [&](std::string_view id, const rules::RuleText&) { return rule_file(rules, id); };
    std::vector<rules::RuleSet> sets;
    for (const std::string_view id : default_rule_sets) {
        const auto file = rule_file(rules, id);
        if (!file) {
            faults.push_back(file.error());
            continue;
        }
        sets.push_back(value_or_faults(rules::load_rules(*file, resolve), faults));
    }
    return sets;
}

std::string store_rule_texts(const Folder& rules) {
    base::ByteWriter out;
    for (const auto& [name, text] : rules.texts) {
        constexpr std::string_view ending = ".yaml";
        if (!name.ends_with(ending)) continue;
        out.text(std::string_view{name}.substr(0, name.size() - ending.size()));
        out.text(text);
    }
    return out.take();
}

/// Which INCI names are plain slices as they are written (label/plain.h): a scan need not prove them.
std::string plain_names(const match::Program& program) {
    const lexicon::Dictionary& dictionary = program.dictionary();
    label::PlainReader reader(dictionary, program.vocabulary());
    std::string bits((dictionary.size() + 7) / 8, '\0');
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
        const std::string_view inci = dictionary.inci(lexicon::IngredientId{id});
        const auto proof = reader.prove(inci);
        if (!proof || !proof->sure || proof->stray || proof->name != inci) continue;
        bits[id / 8] = static_cast<char>(bits[id / 8] | 1 << (id % 8));
    }
    base::ByteWriter out;
    out.text(dictionary.digest());
    return out.take() + bits;
}

}  // namespace

base::Expected<std::string, Diagnostics> make(const Folder& data, const Folder& rules) {
    Diagnostics faults;
    lexicon::DictionarySources sources;
    sources.ingredients = named(data, "ingredients.tsv");
    sources.classes = named(data, "classes.tsv");
    sources.sources = named(data, "sources.tsv");
    sources.spelling = named(data, "spelling.tsv");
    sources.structure = named(data, "structure.tsv");
    sources.name_words = named(data, "name-words.tsv");
    const std::string dictionary = value_or_faults(lexicon::build_image(sources), faults);
    const lexicon::NamedText words = named(data, "vocabulary.tsv");
    const std::string vocabulary = value_or_faults(label::build_vocabulary_image(words.text, words.file), faults);
    const std::vector<rules::RuleSet> sets = load_defaults(rules, faults);
    if (!faults.empty()) return base::Error{std::move(faults)};

    const auto program = match::compile({sets, dictionary, {}, vocabulary});
    if (!program) return base::Error{program.error()};
    const auto opened = match::Program::open(*program, false);
    if (!opened) return base::Error{Diagnostics{opened.error()}};
    const std::string plain = plain_names(*opened);
    const std::string rule_texts = store_rule_texts(rules);
    const std::string rule_sets = match::store(sets);
    const auto section = [](Content content, std::string_view bytes) {
        return match::Section{static_cast<std::uint32_t>(content), bytes};
    };
    return match::write_sections(
        magic, std::array{section(Content::program, *program), section(Content::rule_texts, rule_texts),
                          section(Content::sources, sources.sources.text), section(Content::rule_sets, rule_sets),
                          section(Content::plain_names, plain)});
}

}  // namespace incilint::builtin
