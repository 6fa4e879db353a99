// What the memo of recognitions says is what recognise() says, whoever asked before, and how.
#include "lexicon/recognise_memo.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "lexicon/names.h"
#include "real.h"

using namespace incilint;
using namespace incilint::lexicon;

namespace {

/// Names as they are known, and each with a letter lost, with a bracket and with an adjective.
std::vector<std::string> names_of(const Dictionary& dictionary) {
    std::vector<std::string> names;
    for (std::uint32_t id = 0; id < dictionary.size(); id += 40) {
        const std::string inci(dictionary.inci(IngredientId{id}));
        std::string torn = inci;
        if (torn.size() > 6) torn.erase(torn.size() / 2, 1);
        for (const std::string& name : {inci, torn, inci + " (Natural)", "Organic " + inci, inci + " unheard of"})
            names.push_back(name);
    }
    return names;
}

}  // namespace

TEST_CASE("a memo of recognitions changes no answer") {
    const Dictionary dictionary = real_dictionary();
    const std::vector<std::string> names = names_of(dictionary);
    RecogniseMemo memo(dictionary);
    constexpr RecogniseOptions ways[] = {{.correct_spelling = false}, {.correct_spelling = true}};
    std::mt19937 dice(20261128);
    std::size_t known = 0;
    std::size_t by_spelling = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        // The same name soon again, and by the other way first as often as not.
        for (const std::size_t at : {i, i - std::min<std::size_t>(i, dice() % 8)}) {
            for (const std::size_t way : {dice() % 2, dice() % 2}) {
                const auto expected = recognise(names[at], dictionary, ways[way]);
                const auto& said = memo.recognise(names[at], ways[way]);
                INFO(names[at]);
                REQUIRE(said == expected);
                known += said.has_value() ? 1 : 0;
                by_spelling += said && said->how == How::spelling ? 1 : 0;
            }
        }
    }
    // The list holds what the test is about.
    CHECK(known > names.size());
    CHECK(by_spelling > names.size() / 20);
}
