#include "match/glob.h"

#include <doctest/doctest.h>

#include "lexicon/normal.h"

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
    CHECK((may_match(*read, form) || !answer));
    CHECK(matches(load_glob(store(*read)), words_of(form)) == answer);
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
