#include "label/scan.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint::label;

namespace {

std::vector<std::string> slices(std::string_view text) {
    std::vector<std::string> out;
    for (const Token& token : scan(text)) out.emplace_back(text.substr(token.from, token.to - token.from));
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words, numbers and signs") {
    CHECK(slices("Aqua, 1,2-Hexanediol") == Words{"Aqua", ",", "1", ",", "2", "-", "Hexanediol"});
    CHECK(slices("Extrait d'Orge 0.5%") == Words{"Extrait", "d'Orge", "0.5", "%"});
    CHECK(slices("C12-15 B12.") == Words{"C12", "-", "15", "B12", "."});
    CHECK(slices("") == Words{});
    CHECK(slices("100ppm") == Words{"100", "ppm"});
    CHECK(slices("グリセリン５％、BG") == Words{"グリセリン", "５", "％", "、", "BG"});
    CHECK(slices("Ge\u0301raniol") == Words{"Ge\u0301raniol"});
}

TEST_CASE("words that were glued together come apart at the joint") {
    CHECK(slices("CitralPlease note") == Words{"Citral", "Please", "note"});
    CHECK(slices("Seed OilGlycerin") == Words{"Seed", "Oil", "Glycerin"});
    CHECK(slices("McIntosh PEGs mRNA EDTA") == Words{"McIntosh", "PEGs", "mRNA", "EDTA"});
    const Tokens tokens = scan("CitralPlease");
    REQUIRE(tokens.size() == 2);
    CHECK(tokens[1].is(joint));
}

TEST_CASE("gaps are told apart") {
    const Tokens tokens = scan("a b\tc   d\ne\r\nf\n\ng\r\n\r\nh,i");
    std::vector<Gap> gaps;
    for (const Token& token : tokens) gaps.push_back(token.gap);
    CHECK(gaps == std::vector<Gap>{Gap::none, Gap::blank, Gap::wide, Gap::wide, Gap::line, Gap::line, Gap::paragraph,
                                   Gap::paragraph, Gap::none, Gap::none});
}

TEST_CASE("signs of one kind have one hash, words fold case and accents") {
    CHECK(scan("，")[0].hash == scan(",")[0].hash);
    CHECK(scan("（")[0].kind == TokenKind::open);
    CHECK(scan("•")[0].kind == TokenKind::bullet);
    CHECK(scan("™")[0].kind == TokenKind::mark);
    CHECK(word_hash("İÇİNDEKİLER") == word_hash("icindekiler"));
    CHECK(word_hash("l’eau") == word_hash("L'EAU"));
    CHECK(word_hash("Aqua") != word_hash("Aqu"));
    CHECK(scan("12")[0].hash == number_hash);
    CHECK(scan("7")[0].hash == number_hash);
}

TEST_CASE("a word is the same token wherever it stands, whatever its length") {
    for (std::size_t size = 1; size <= 40; ++size) {
        for (const std::size_t capital : {size, std::size_t{0}, std::size_t{1}, size - 1, size / 2}) {
            std::string word;
            for (std::size_t i = 0; i < size; ++i) word += static_cast<char>((i == capital ? 'A' : 'a') + i % 26);
            CAPTURE(word);
            const Tokens last = scan(word);
            const Tokens within = scan(word + ", and more behind it");
            REQUIRE(within.size() >= last.size());
            for (std::size_t i = 0; i < last.size(); ++i) {
                CHECK(within[i].hash == last[i].hash);
                CHECK(within[i].shape == last[i].shape);
                CHECK(within[i].to == last[i].to);
                CHECK(last[i].hash ==
                      word_hash(std::string_view(word).substr(last[i].from, last[i].to - last[i].from)));
            }
        }
    }
}

TEST_CASE("every byte is a token or a blank, on any bytes") {
    const std::string texts[] = {"\xff\xfe a\x80,", std::string("a\0b", 3), "\xe2\x82", "��", "a\u2028b"};
    for (const std::string& text : texts) {
        std::uint32_t end = 0;
        for (const Token& token : scan(text)) {
            CHECK(token.from >= end);
            CHECK(token.to > token.from);
            end = token.to;
        }
        CHECK(end <= text.size());
    }
}
