#include "scan/name_counts.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace {

using incilint::lexicon::IngredientId;
using incilint::scan::NameCounts;
using Top = std::vector<std::pair<std::string_view, std::size_t>>;

TEST_CASE("the most frequent names come first, ties in the order of letters") {
    NameCounts counts;
    for (const char* name : {"Zinc", "Alum", "Zinc", "Clay", "", "Alum", "Zinc"}) counts.add(name);
    CHECK(counts.top(2) == Top{{"Zinc", 3}, {"Alum", 2}});
    CHECK(counts.top(9) == Top{{"Zinc", 3}, {"Alum", 2}, {"", 1}, {"Clay", 1}});
    CHECK(counts.size() == 4);
}

TEST_CASE("a name that structure built counts with the one that the dictionary has") {
    NameCounts part;
    part.add("Lactobacillus Ferment", 2);
    part.add_known(IngredientId{7}, "Lactobacillus Ferment", 3);
    NameCounts counts;
    counts.merge(part);
    CHECK(counts.top(1) == Top{{"Lactobacillus Ferment", 5}});
}

TEST_CASE("over the bound only the sum goes on, and names that are no names are counted there too") {
    NameCounts counts(2);
    for (const char* name : {"a", "b", "c", "a", "c"}) counts.add(name);
    counts.add(std::string(201, 'x'), 4);
    CHECK(counts.top(9) == Top{{"a", 2}, {"b", 1}});
    CHECK(counts.beyond() == 6);
}

TEST_CASE("parts that are added in order give what one count gives, and a plain map as well") {
    constexpr std::size_t number = 5000;
    const auto name_of = [](std::size_t i) { return "name " + std::to_string(i * i % 1777); };
    for (const std::size_t most : {std::size_t{100}, number}) {
        NameCounts whole(most);
        NameCounts sum(most);
        std::map<std::string, std::size_t> plain;
        for (std::size_t from = 0; from < number; from += 250) {
            NameCounts part;
            for (std::size_t i = from; i < from + 250; ++i) {
                whole.add(name_of(i));
                part.add(name_of(i));
                ++plain[name_of(i)];
            }
            sum.merge(part);
        }
        CHECK(sum.top(number) == whole.top(number));
        CHECK(sum.beyond() == whole.beyond());
        for (const auto& [name, count] : sum.top(number)) CHECK(plain.at(std::string(name)) == count);
        CHECK(sum.size() == std::min(most, plain.size()));
    }
}

}  // namespace
