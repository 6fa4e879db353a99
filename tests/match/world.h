// A small world for tests: a dictionary of a dozen names, rules written as YAML, labels written as lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "lexicon/build.h"
#include "match/compile.h"
#include "match/screening.h"
#include "rules/load.h"

namespace world {

using namespace incilint;

inline constexpr std::string_view classes =
    "class\tparent\tmeaning\tsource\n"
    "preservative\t\tPreservatives\tunsourced\n"
    "short-chain-alcohol\t\tAlcohols\tunsourced\n"
    "surfactant\t\tSurfactants\tunsourced\n"
    "alkyl-sulfate\tsurfactant\tSulfates\tunsourced\n";

inline constexpr std::string_view ingredients =
    "inci\tsynonyms\tcas\tclasses\tfunctions\tcap\tsource\n"
    "Alcohol Denat.\tDenatured Alcohol\t\tshort-chain-alcohol\t\t\tunsourced\n"
    "Aqua\tWater; Eau\t\t\t\t\tunsourced\n"
    "Coco-Glucoside\t\t\tsurfactant\t\t\tunsourced\n"
    "Glycerin\t\t\t\t\t\tunsourced\n"
    "Inulin\t\t\t\t\t\tunsourced\n"
    "Parfum\tFragrance; Perfume\t\t\t\t\tunsourced\n"
    "Phenoxyethanol\t\t\tpreservative\t\t\tunsourced\n"
    "Sodium Cetearyl Sulfate\t\t\talkyl-sulfate\t\t\tunsourced\n"
    "Sodium Coco-Sulfate\t\t\talkyl-sulfate\t\t\tunsourced\n"
    "Sodium Hydroxide\tLye\t\t\t\t\tunsourced\n"
    "Sodium Lauryl Sulfate\tSLS\t\talkyl-sulfate\t\t\tunsourced\n";

inline std::string dictionary_image() {
    lexicon::DictionarySources sources;
    sources.ingredients = {"ingredients.tsv", ingredients};
    sources.classes = {"classes.tsv", classes};
    sources.sources = {"sources.tsv", "key\tcitation\tlink\tread\tdate\n"};
    sources.spelling = {"spelling.tsv", "from\tto\tsource\nsulphate\tsulfate\tunsourced\n"};
    const auto image = lexicon::build_image(sources);
    if (!image) {
        for (const auto& fault : image.error()) MESSAGE(base::describe(fault));
    }
    REQUIRE(image);
    return *image;
}

/// `rules` is the list under `rules:`, `rest` any other keys.
inline std::string yaml(std::string_view rules, std::string_view rest = {}) {
    return "incilint: 1\nid: test\ntitle: Test\nversion: 1.0.0\n" + std::string{rest} + "rules:\n" + std::string{rules};
}

inline rules::RuleSet rule_set(const std::string& text) {
    const auto none = [](std::string_view, const rules::RuleText&) -> base::Expected<rules::RuleText> {
        return base::Error{base::Diagnostic{"test", {}, "nothing to extend", ""}};
    };
    auto loaded = rules::load_rules({"test.yaml", "test", text}, none);
    if (!loaded) {
        for (const auto& fault : loaded.error()) MESSAGE(base::describe(fault));
    }
    REQUIRE(loaded);
    return std::move(*loaded);
}

inline base::Expected<std::string, base::Diagnostics> compile(std::vector<rules::RuleSet> sets,
                                                              std::string_view house = {}) {
    const std::string dictionary = dictionary_image();
    const auto images = match::images_of(builtin::image());
    REQUIRE(images);
    return match::compile({std::move(sets), dictionary, house, images->vocabulary});
}

inline match::Program program(const std::string& text) {
    const auto image = compile({rule_set(text)});
    if (!image) {
        for (const auto& fault : image.error()) MESSAGE(base::describe(fault));
    }
    REQUIRE(image);
    auto opened = match::Program::open(*image, true);
    REQUIRE(opened);
    return std::move(*opened);
}

/// "Aqua, Inulin" as a label of one product.
inline label::Label label_of(std::string_view list) {
    label::Label label;
    label.products.emplace_back();
    std::size_t at = 0;
    while (at <= list.size()) {
        const std::size_t end = std::min(list.find(", ", at), list.size());
        label::Entry entry;
        entry.name = label.texts.keep(list.substr(at, end - at));
        entry.span = {at, end};
        label.products[0].entries.push_back(entry);
        at = end + 2;
    }
    return label;
}

inline match::Screening screened(const match::Program& program, const label::Label& label,
                                 const match::Context& context = {}) {
    auto screenings = match::screen(program, label, {}, context);
    REQUIRE(screenings.size() == 1);
    return std::move(screenings[0]);
}

/// Findings as "rule severity certainty @entry", one a line: what tests compare.
inline std::string describe(const match::Program& program, const match::Screening& screening) {
    std::string out;
    for (const match::Finding& finding : screening.findings) {
        out += program.rules()[finding.rule].id.text;
        out += " " + std::string{rules::word(finding.severity)};
        out += " " + std::string{match::word(finding.certainty)};
        out += finding.entry ? " @" + std::to_string(*finding.entry + 1) : "";
        out += "\n";
    }
    return out;
}

inline std::string findings(const match::Program& program, std::string_view list, const match::Context& context = {}) {
    return describe(program, screened(program, label_of(list), context));
}

}  // namespace world
