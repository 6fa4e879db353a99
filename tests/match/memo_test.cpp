#include "match/memo.h"

#include <random>

#include <doctest/doctest.h>

#include "world.h"

using namespace incilint;

namespace {

const std::string rules_text = world::yaml(
    "  - {id: a/b, category: harsh-surfactant, effect: concern, severity: error, title: T, ingredient: {any: [{class: "
    "alkyl-sulfate}, {glob: \"* foam\"}]}}\n"
    "  - {id: a/c, category: prebiotic, effect: credit, title: T, ingredient: {pattern: \"inul\"}}\n");

}  // namespace

TEST_CASE("the memo changes no answer, whatever its size") {
    const auto program = world::program(rules_text);
    const match::Matcher matcher(program);
    const std::vector<std::string> names = {"Aqua", "SLS",          "sls",         "Inulin", "Inulin Foam",
                                            "",     "Mystery Foam", "Water (Eau)", "Lye",    std::string(5000, 'x')};
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
        match::Memo memo(size);
        std::mt19937 random(1);
        for (int round = 0; round < 2000; ++round) {
            const std::string& name = names[random() % names.size()];
            const lexicon::RecogniseOptions options{.correct_spelling = random() % 50 != 0};
            CHECK(memo.resolve(matcher, name, options) == matcher.resolve(name, options));
            CHECK(memo.size() <= size);
        }
    }
}

TEST_CASE("a memo forgets when the program is another") {
    const auto one = world::program(rules_text);
    const auto two = world::program(world::yaml("  - {id: a/b, effect: info, title: T, ingredient: {name: Aqua}}\n"));
    match::Scratch scratch;
    const auto label = world::label_of("Aqua, SLS");
    for (int round = 0; round < 3; ++round) {
        const auto first = match::screen(one, label, {}, {}, scratch);
        CHECK(world::describe(one, first[0]) == "a/b error certain @2\n");
        const auto second = match::screen(two, label, {}, {}, scratch);
        CHECK(world::describe(two, second[0]) == "a/b note certain @1\n");
    }
}

TEST_CASE("a name that is asked for again and again stays, however many others come") {
    const auto program = world::program(rules_text);
    const match::Matcher matcher(program);
    match::Memo memo(100);
    const match::Resolved* first = nullptr;
    for (int i = 0; i < 1000; ++i) {
        const match::Resolved& often = memo.resolve(matcher, "Inulin", {});
        if (first == nullptr) first = &often;
        CHECK(&often == first);
        static_cast<void>(memo.resolve(matcher, "Mystery " + std::to_string(i), {}));
        CHECK(memo.size() <= 100);
    }
}
