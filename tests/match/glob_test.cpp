#include "match/glob.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "lexicon/normal.h"
#include "match/glob_index.h"

using namespace incilint::match;

namespace {

std::string normal(std::string_view text) {
    return incilint::lexicon::normal_form(text, {{"sulphate", "sulfate"}});
}

bool glob_matches(std::string_view glob, std::string_view name) {
    const auto read = read_glob(glob, normal);
    REQUIRE(read);
    const std::string form = normal(name);
    const bool answer = matches(*read, words_of(form));
    CHECK(matches(load_glob(store(*read)), words_of(form)) == answer);
    CHECK(GlobIndex({*read}).matching({*read}, words_of(form)).size() == (answer ? 1 : 0));
    return answer;
}

}  // namespace

TEST_CASE("a star stands for one or more whole words") {
    struct Row {
        const char* glob;
        const char* name;
        bool matches;
    };
    const Row rows[] = {
        {"* lauryl sulfate", "Sodium Lauryl Sulfate", true},
        {"* lauryl sulfate", "SODIUM LAURYL-SULPHATE", true},
        {"* Lauryl Sulphate", "Ammonium Lauryl Sulfate", true},
        {"* lauryl sulfate", "Lauryl Sulfate", false},
        {"* lauryl sulfate", "Sodium Lauryl Sulfate Extra", false},
        {"* lauryl sulfate", "Sodium Lauryl Sulfoacetate", false},
        {"* lauryl sulfate", "Some Very Long Lauryl Sulfate", true},
        {"sodium * sulfate", "Sodium Lauryl Sulfate", true},
        {"sodium * sulfate", "Sodium Sulfate", false},
        {"sodium * sulfate", "Sodium Coco Sulfate And Sulfate", true},
        {"PEG-* Castor Oil", "PEG-40 Castor Oil", true},
        {"PEG-* Castor Oil", "PEG-40 Hydrogenated Castor Oil", true},
        {"PEG-* Castor Oil", "PEG Castor Oil", false},
        {"* (shea) butter", "Butyrospermum Parkii (Shea) Butter", true},
        {"lactobacillus/* ferment", "Lactobacillus/Soybean Ferment", true},
        {"* ferment *", "Lactobacillus Ferment Lysate", true},
        {"* ferment *", "Lactobacillus Ferment", false},
        {"a * b * c", "a x b y b z c", true},
        {"a * b * c", "a b c", false},
        {"aqua", "Aqua", true},
        {"aqua", "Aqua Water", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.glob);
        CAPTURE(row.name);
        CHECK(glob_matches(row.glob, row.name) == row.matches);
    }
}

TEST_CASE("what is no glob is refused") {
    for (const char* text : {"", "*", "* *", "sod*um", "lauryl*", "*sulfate"}) {
        CAPTURE(text);
        CHECK_FALSE(read_glob(text, normal));
    }
}

TEST_CASE("many stars against many words end soon") {
    std::string glob = "a";
    for (int i = 0; i < 50; ++i) glob += " * a";
    std::string name;
    for (int i = 0; i < 2000; ++i) name += "a ";
    CHECK_FALSE(glob_matches(glob + " * b", name));
}

TEST_CASE("the index of all globs answers as trying each of them does") {
    // Every text of up to three of these words, as globs with stars and as names without.
    const std::string words[] = {"*", "sodium", "lauryl", "sulfate", "(", "7"};
    std::vector<std::string> texts;
    std::vector<std::string> shorter{""};
    for (int length = 0; length < 3; ++length) {
        std::vector<std::string> longer;
        for (const std::string& start : shorter) {
            for (const std::string& word : words) longer.push_back(start.empty() ? word : start + " " + word);
        }
        texts.insert(texts.end(), longer.begin(), longer.end());
        shorter = std::move(longer);
    }
    std::vector<Glob> globs;
    for (const std::string& text : texts) globs.push_back(load_glob(text));
    const GlobIndex index(globs);
    CHECK(!index.empty());
    CHECK(GlobIndex().empty());
    std::size_t held = 0;
    for (const std::string& name : texts) {
        const std::vector<std::string_view> cut = words_of(name);
        std::vector<std::uint32_t> slow;
        for (std::uint32_t i = 0; i < globs.size(); ++i) {
            const bool only_stars = std::ranges::all_of(globs[i].words, &std::string::empty);
            if (!only_stars && matches(globs[i], cut)) slow.push_back(i);
        }
        held += slow.size();
        CHECK(index.matching(globs, cut) == slow);
    }
    CHECK(held > 1000);
}
