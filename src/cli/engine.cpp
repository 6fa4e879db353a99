#include "cli/engine.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "builtin/builtin.h"
#include "builtin/make.h"
#include "cli/files.h"
#include "cli/program_file.h"
#include "cli/rule_files.h"
#include "lexicon/build.h"
#include "match/compile.h"
#include "rules/load.h"

namespace incilint::cli {
namespace {

constexpr std::size_t max_data_bytes = std::size_t{64} << 20;

void append(base::Diagnostics& into, base::Diagnostics more) {
    into.insert(into.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Loads a text with all that it extends.
void load(base::Expected<rules::RuleText> text, std::vector<rules::RuleSet>& sets, base::Diagnostics& faults) {
    if (!text) {
        faults.push_back(text.error());
        return;
    }
    auto set = rules::load_rules(*text, resolve_rules);
    if (set)
        sets.push_back(std::move(*set));
    else
        append(faults, set.error());
}

/// The names of all --data files as an image; empty where there are none.
std::string load_names(const Options& options, std::string_view dictionary_image, base::Diagnostics& faults) {
    std::vector<lexicon::HouseName> names;
    for (const std::string& path : options.data_files) {
        const auto bytes = read_bytes(path, max_data_bytes);
        if (!bytes) {
            faults.push_back(bytes.error().diagnostic);
            continue;
        }
        auto read = lexicon::read_house_names({path, *bytes});
        if (!read) {
            append(faults, read.error());
            continue;
        }
        names.insert(names.end(), std::make_move_iterator(read->begin()), std::make_move_iterator(read->end()));
    }
    if (names.empty() || !faults.empty()) return "";
    const auto dictionary = lexicon::Dictionary::open(dictionary_image);
    if (!dictionary) {
        faults.push_back(dictionary.error());
        return "";
    }
    auto image = lexicon::build_house_image(names, *dictionary);
    if (image) return std::move(*image);
    append(faults, image.error());
    return "";
}

/// From where the built-in sets of a run come: as stored they cost next to nothing, from their texts they have places.
enum class BuiltIn : std::uint8_t { stored, texts };

base::Expected<std::vector<rules::RuleSet>, base::Diagnostics> sets_of(const Options& options, BuiltIn from) {
    base::Diagnostics faults;
    std::vector<rules::RuleSet> sets;
    if (options.default_rules && from == BuiltIn::stored)
        sets = builtin::rule_sets();
    else if (options.default_rules)
        for (const std::string_view id : builtin::default_rule_sets) load(built_in_rules(id), sets, faults);
    for (const std::string& path : options.rule_files) load(rule_file(path), sets, faults);
    if (sets.empty() && faults.empty())
        faults.push_back(
            {"rules/none", {}, "no rules: --no-default-rules leaves nothing to screen with", "add --rules FILE"});
    if (!faults.empty()) return base::Error{std::move(faults)};
    return sets;
}

/// What rule sets are compiled with. `house` takes the names of --data and must outlive the input.
base::Expected<match::CompileInput, base::Diagnostics> input_of(const Options& options,
                                                                std::vector<rules::RuleSet> sets, std::string& house) {
    const auto images = match::images_of(builtin::image());
    if (!images) return base::Error{base::Diagnostics{images.error()}};
    base::Diagnostics faults;
    house = load_names(options, images->dictionary, faults);
    if (!faults.empty()) return base::Error{std::move(faults)};
    match::CompileInput input;
    input.rule_sets = std::move(sets);
    input.dictionary_image = images->dictionary;
    input.house_image = house;
    input.vocabulary_image = images->vocabulary;
    return input;
}

base::Expected<match::Compiled, base::Diagnostics> compiled_with(const Options& options, BuiltIn from) {
    auto sets = sets_of(options, from);
    if (!sets) return base::Error{std::move(sets).error()};
    std::string house;
    auto input = input_of(options, std::move(*sets), house);
    if (!input) return base::Error{std::move(input).error()};
    return match::compile_parts(std::move(*input));
}

}  // namespace

base::Expected<std::vector<rules::RuleSet>, base::Diagnostics> load_rule_sets(const Options& options) {
    return sets_of(options, BuiltIn::texts);
}

base::Expected<std::string, base::Diagnostics> make_image(const Options& options, std::vector<rules::RuleSet> sets) {
    std::string house;
    auto input = input_of(options, std::move(sets), house);
    if (!input) return base::Error{std::move(input).error()};
    return match::compile(std::move(*input));
}

base::Expected<match::Program, base::Diagnostics> make_program(const Options& options) {
    if (!options.program_file.empty()) {
        if (!options.rule_files.empty() || !options.data_files.empty() || !options.default_rules)
            return base::Error{base::Diagnostics{{"program/alone",
                                                  {},
                                                  "--program holds all rules and names: nothing stands beside it",
                                                  "give --rules and --data to `incilint rules compile`"}}};
        auto program = read_program(options.program_file);
        if (!program) return base::Error{base::Diagnostics{program.error()}};
        return std::move(*program);
    }
    if (options.default_rules && options.rule_files.empty() && options.data_files.empty()) {
        auto program = builtin::program();
        if (!program) return base::Error{base::Diagnostics{program.error()}};
        return std::move(*program);
    }
    auto made = compiled_with(options, BuiltIn::stored);
    // A fault may lie between a person's rules and a built-in one: told again with both places.
    if (!made) made = compiled_with(options, BuiltIn::texts);
    if (!made) return base::Error{made.error()};
    auto program = match::Program::open(std::move(*made));
    if (!program) return base::Error{base::Diagnostics{program.error()}};
    return std::move(*program);
}

}  // namespace incilint::cli
