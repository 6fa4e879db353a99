#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "full_matrix.h"
#include "lexicon/spelling.h"
#include "lexicon/spelling_words.h"
#include "spelling_index.h"
#include "turns.h"

using namespace incilint::lexicon;

namespace {

std::vector<std::string> pieces(std::string_view name) {
    std::vector<std::string> out{std::string()};
    std::size_t last = 0;
    each_token(name, [&](std::size_t from, std::size_t size) {
        out.back() += name.substr(last, from - last);
        out.emplace_back(name.substr(from, size));
        out.emplace_back();
        last = from + size;
    });
    out.back() += name.substr(last);
    return out;
}

/// The words of names, but for those that may be misprints of usual ones.
std::set<std::string> words_of(const std::vector<std::string>& names) {
    std::map<std::string, std::size_t> counts;
    for (const std::string& name : names)
        for (const std::string& piece : pieces(name)) ++counts[piece];
    std::set<std::string> words;
    for (const auto& [word, count] : counts) {
        bool misprint = false;
        for (const auto& [other, often] : counts) {
            if (count > 1 || often < usual_from || std::min(word.size(), other.size()) < least_misprint) continue;
            const bool exchanged =
                word.size() == other.size() && !std::is_permutation(word.begin(), word.end(), other.begin());
            misprint = misprint || (!exchanged && is_word(word, shortest_word) && is_word(other, shortest_word) &&
                                    full_matrix(word, other) == 1 && is_slip(word, other, false));
        }
        if (!misprint) words.insert(word);
    }
    return words;
}

/// What Spelling promises, by looking at every name.
std::string slowly(std::string_view written, const std::vector<std::string>& names,
                   const std::set<std::string>& words) {
    const std::size_t letters = letters_in(written);
    if (letters < least_letters || written.size() > longest_misspelt) return "-";
    const std::vector<std::string> mine = pieces(written);
    std::size_t best = 3;
    std::vector<std::string> found;
    for (const std::string& name : names) {
        const std::vector<std::string> theirs = pieces(name);
        if (letters_in(name) < least_letters || theirs.size() != mine.size()) continue;
        std::size_t edits = 0;
        std::size_t changed = 0;
        bool fits = true;
        for (std::size_t i = 0; i < mine.size(); ++i) {
            if (mine[i] == theirs[i]) continue;
            const std::size_t apart = full_matrix(mine[i], theirs[i]);
            const bool is_short = std::min(mine[i].size(), theirs[i].size()) < least_word;
            const bool is_exchange = mine[i].size() == theirs[i].size() &&
                                     !std::is_permutation(mine[i].begin(), mine[i].end(), theirs[i].begin());
            fits = fits && is_word(mine[i], shortest_word) && is_word(theirs[i], shortest_word) &&
                   words.count(mine[i]) == 0 && words.count(theirs[i]) == 1 &&
                   (apart < 2 || theirs[i].size() >= least_word_for_two || doubles_elsewhere(mine[i], theirs[i]));
            if (is_short) {
                fits = fits && apart == 1 && !is_exchange && letters >= letters_for_short &&
                       std::max(mine[i].size(), theirs[i].size()) > shortest_word;
            }
            edits += apart;
            ++changed;
        }
        if (!fits || changed == 0 || edits > (letters >= letters_for_two ? 2U : 1U) || edits > best) continue;
        if (edits < best) found.clear();
        best = edits;
        found.push_back(name);
    }
    if (found.size() != 1) return "-";
    const std::vector<std::string> theirs = pieces(found[0]);
    const auto is_said = [](const std::string& piece) { return is_word(piece, 1); };
    if (std::count_if(mine.begin(), mine.end(), is_said) == 1 && mine.size() == 3 && loses_ending(mine[1], theirs[1]))
        return "-";
    for (std::size_t i = 0; i < mine.size(); ++i) {
        if (mine[i] != theirs[i] && !is_slip(mine[i], theirs[i], mine.size() == 2 && i == 1)) return "-";
    }
    return found[0];
}

}  // namespace

TEST_CASE("the index finds what a look at every name finds") {
    std::mt19937 random(11);
    const std::vector<std::string> parts = {"ethyl", "meth", "oxy", "cap", "lau", "ryl", "ate", "gly", "cer", "ben",
                                            "zo",    "so",   "di",  "um",  "ste", "ar",  "pro", "pyl", "ol",  "ine"};
    std::set<std::string> made = {"benzyl alcohol",
                                  "cetyl alcohol",
                                  "sodium stearate",
                                  "glyceryl stearate",
                                  "magnesium sulfate",
                                  "sodium laureth sulfate",
                                  "caprylic/capric triglyceride"};
    while (made.size() < 700) {
        std::string name;
        for (std::size_t word = 0, count = 1 + random() % 3; word < count; ++word) {
            if (word > 0) name += random() % 8 == 0 ? "/" : " ";
            for (std::size_t part = 0, most = 1 + random() % 5; part < most; ++part)
                name += parts[random() % parts.size()];
        }
        made.insert(name);
    }
    const std::vector<std::string> names(made.begin(), made.end());
    const Index index(names);
    const std::set<std::string> words = words_of(names);
    std::size_t mended = 0;
    for (int turn = 0; turn < incilint::test::turns(3000); ++turn) {
        std::string text = names[random() % names.size()];
        for (std::size_t edit = 0, count = 1 + random() % 3; edit < count; ++edit) {
            const std::size_t at = random() % text.size();
            const char letter = random() % 20 == 0 ? ' ' : static_cast<char>('a' + random() % 26);
            const auto kind = random() % 4;
            if (kind == 0 && text.size() > 1) text.erase(at, 1);
            if (kind == 1) text.insert(at, 1, letter);
            if (kind == 2) text[at] = letter;
            if (kind == 3 && at + 1 < text.size()) std::swap(text[at], text[at + 1]);
        }
        if (made.count(text) > 0) continue;
        CAPTURE(text);
        const auto found = index.spelling.nearest(text);
        REQUIRE((found ? found->name : "-") == slowly(text, names, words));
        mended += found ? 1U : 0U;
    }
    CHECK(mended > incilint::test::turns(500U));
}

TEST_CASE("a misprint that one name holds keeps no label from being mended") {
    std::vector<std::string> names = {"salvia exract", "dimethyl glutarate", "sodium glutamate"};
    for (int i = 0; i < 30; ++i) {
        const std::string genus = std::string("plant") + static_cast<char>('a' + i % 26) + (i < 26 ? "ia" : "um");
        names.push_back(genus + " extract");
        names.push_back(genus + " glutamate");
    }
    const Index index(names);
    const auto found = index.spelling.nearest("plantbia exract");
    REQUIRE(found.has_value());
    CHECK(found->name == "plantbia extract");
    CHECK_FALSE(index.spelling.nearest("sodium glutarate").has_value());
}
