#include "label/vocabulary.h"

#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "label/phrases.h"

using namespace incilint;
using namespace incilint::label;

namespace {

const std::string header = "kind\tlanguage\tphrase\tnote\n";

std::string image_of(const std::string& rows) {
    return build_vocabulary_image(header + rows, "v.tsv").value();
}

std::string faults_of(const std::string& tsv) {
    const auto made = build_vocabulary_image(tsv, "v.tsv");
    if (made) return {};
    std::string out;
    for (const auto& fault : made.error()) out += base::describe(fault) + "\n";
    return out;
}

std::vector<PhraseHit> hits(const Vocabulary& vocabulary, const std::string& text) {
    Tokens tokens = scan(text);
    return find_phrases(text, tokens, vocabulary);
}

}  // namespace

TEST_CASE("the longest phrase wins, numbers stand for #") {
    const std::string image = image_of(
        "heading\ten\tingredients\t\nheading-active\ten\tactive ingredients\t\n"
        "heading-at-most\ten\tcontains # % or less of\t\nclaim\ten\tfree of\t\nstop\ten\tthe\t\n");
    const Vocabulary vocabulary = Vocabulary::open(image).value();
    const auto active = hits(vocabulary, "Active  Ingredients: x");
    REQUIRE(active.size() == 1);
    CHECK(active[0].kind == PhraseKind::heading_active);
    CHECK(active[0].to == 2);
    const auto most = hits(vocabulary, "Contains 2.5 % or less of: x");
    REQUIRE(most.size() == 1);
    CHECK(most[0].kind == PhraseKind::heading_at_most);
    CHECK(hits(vocabulary, "free\n\nof").empty());
    CHECK(hits(vocabulary, "free\nof").size() == 1);
    Tokens tokens = scan("THE end");
    (void)find_phrases("THE end", tokens, vocabulary);
    CHECK(tokens[0].has(stop_word));
    CHECK_FALSE(tokens[1].has(stop_word));
}

TEST_CASE("the same rows in any order give the same bytes") {
    CHECK(image_of("stop\ten\tthe\t\nclaim\ten\tfree of\t\n") == image_of("claim\ten\tfree of\t\nstop\ten\tthe\t\n"));
}

TEST_CASE("faults are told with their line, all in one go") {
    CHECK(faults_of("").find("v.tsv") != std::string::npos);
    CHECK(faults_of("kind\tphrase\n").find("v.tsv:1") != std::string::npos);
    const std::string faults = faults_of(header + "headin\ten\tx\t\nstop\teng\tx\t\nstop\ten\t\t\nstop\ten\n");
    CHECK(faults.find("v.tsv:2") != std::string::npos);
    CHECK(faults.find("did you mean 'heading'") != std::string::npos);
    CHECK(faults.find("v.tsv:3") != std::string::npos);
    CHECK(faults.find("v.tsv:4") != std::string::npos);
    CHECK(faults.find("v.tsv:5") != std::string::npos);
}

TEST_CASE("a damaged image is refused, never followed") {
    const std::string good = image_of("stop\ten\tthe\t\nclaim\ten\tfree of\t\n");
    CHECK(Vocabulary::open(good).has_value());
    CHECK_FALSE(Vocabulary::open("").has_value());
    for (std::size_t size = 0; size < good.size(); size += 7)
        CHECK_FALSE(Vocabulary::open(good.substr(0, size)).has_value());
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x55);
        const auto opened = Vocabulary::open(bad);
        if (!opened) continue;
        (void)hits(*opened, "free of the end");  // must end and stay in its bytes
    }
}

TEST_CASE("a table of first words without an empty slot is refused: a search in it would not end") {
    using namespace vocabulary_image;
    std::string full = image_of("stop\ten\tthe\t\nclaim\ten\tfree of\t\n");
    const std::size_t slots = base::load_u32(full, 12);
    REQUIRE(slots >= 3);
    for (std::size_t i = 0; i < slots; ++i) full[slots_at + i * slot_size + 16] = 1;
    CHECK_FALSE(Vocabulary::open(full).has_value());
}

TEST_CASE("what begins with two tokens is found by both, what is one token by itself") {
    const std::string image = image_of("claim\ten\tfree of\t\nclaim\ten\tfree\t\nmarketing\ten\t# ml\t\n");
    const auto vocabulary = Vocabulary::open(image);
    REQUIRE(vocabulary);
    const auto left = [&](std::string_view text, PhraseKind kind) {
        const auto range = vocabulary->beginning(scan(text), 0, kind);
        return range.last - range.first;
    };
    CHECK(left("free of oil", PhraseKind::claim) == 2);
    CHECK(left("free oil", PhraseKind::claim) == 1);
    CHECK(left("free", PhraseKind::claim) == 1);
    CHECK(left("free of", PhraseKind::marketing) == 0);
    CHECK(left("50 ml", PhraseKind::marketing) == 1);
    CHECK(left("50 Oil", PhraseKind::marketing) == 0);
    CHECK(left("50", PhraseKind::marketing) == 0);
}

TEST_CASE("the vocabulary of the project has every kind and 18 languages") {
    std::ifstream file(std::string(INCILINT_SOURCE) + "/data/vocabulary.tsv");
    std::stringstream text;
    text << file.rdbuf();
    const std::string tsv = text.str();
    CHECK(faults_of(tsv).empty());
    for (const std::string language :
         {"en", "de", "fr", "it", "es", "pt", "nl", "pl", "cs", "sv", "da", "hu", "ro", "tr", "ru", "ja", "ko", "zh"}) {
        for (const std::string kind : {"heading", "heading-may-contain", "claim", "disclaimer", "footnote"}) {
            CAPTURE(language);
            CAPTURE(kind);
            CHECK(tsv.find("\n" + kind + "\t" + language + "\t") != std::string::npos);
        }
    }
    std::string line, before;
    std::istringstream lines(tsv);
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        CHECK(before <= line);
        before = line;
    }
}
