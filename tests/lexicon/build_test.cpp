#include "lexicon/build.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "small.h"

using namespace incilint;
using namespace incilint::lexicon;

namespace {

std::vector<std::string> faults_of(const DictionarySources& texts) {
    std::vector<std::string> out;
    const auto made = build_image(texts);
    if (made) return out;
    for (const auto& fault : made.error()) out.push_back(base::describe(fault));
    return out;
}

std::vector<std::string> ingredient_faults(const std::string& rows) {
    const std::string text = "inci\tsynonyms\tcas\tclasses\tfunctions\tcap\tsource\n" + rows;
    DictionarySources texts = small::texts();
    texts.ingredients.text = text;
    return faults_of(texts);
}

}  // namespace

TEST_CASE("the same text gives the same bytes") {
    CHECK(small::image() == small::image());
}

TEST_CASE("each fault of an ingredient row is told with its line") {
    struct Row {
        std::string rows, says;
    };
    const Row rows[] = {
        {"Aqua\t\t\twatr\t\t\tunsourced\n", "ingredients.tsv:2: unknown class \"watr\""},
        {"Aqua\t\t\tsurfactnt\t\t\tunsourced\n", "did you mean 'surfactant'?"},
        {"Aqua\t\t\tvitamin; vitamin\t\t\tunsourced\n", "class \"vitamin\" stands twice"},
        {"Aqua\t\t\t\t\t\tBOK\n", "unknown source \"BOK\" (did you mean 'BOOK'?)"},
        {"Aqua\t\t\t\t\t\t\n", "no source"},
        {"Aqua\t\t\t\t\tV/29\tunsourced\n", "a cap that cannot be read: \"V/29\""},
        {"Aqua\t\t\t\t\tV/29=1@Rinse\tunsourced\n", "a cap that cannot be read"},
        {"Aqua\tWater\t\t\t\t\tunsourced\nWater\t\t\t\t\t\tunsourced\n",
         "ingredients.tsv:3: \"Water\" belongs to \"Aqua\" of line 2 already"},
        {"Aqua\tAQUA\t\t\t\t\tunsourced\n", "\"AQUA\" is the same name as another one of this row"},
        {"Aqua\tEau; eau*\t\t\t\t\tunsourced\n", "\"eau*\" is the same name"},
        {"Aqua\t***\t\t\t\t\tunsourced\n", "\"***\" is empty once normalised"},
        {"Zinc\t\t\t\t\t\tunsourced\nAqua\t\t\t\t\t\tunsourced\n", "ingredients.tsv:3: \"Aqua\" is out of order"},
        {"Aqua\t\t\t\t\t\tunsourced\naqua\t\t\t\t\t\tunsourced\n", "\"aqua\" stands twice"},
        {"Aqua\t\t\tunsourced\n", "ingredients.tsv:2: 4 cells where the header has 7"},
        {"Aqua \t\t\t\t\t\tunsourced\n", "blanks at the ends of \"Aqua\""},
        {"Aq\x01ua\t\t\t\t\t\tunsourced\n", "a control or invisible character at byte 3"},
        {"Aq\xffua\t\t\t\t\t\tunsourced\n", "ill-formed UTF-8 at byte 3"},
        {"Aqua\t\t\t\t\t\tunsourced\n\nZinc\t\t\t\t\t\tunsourced\n", "ingredients.tsv:3: an empty line"},
    };
    for (const Row& row : rows) {
        const std::vector<std::string> faults = ingredient_faults(row.rows);
        CAPTURE(row.rows);
        REQUIRE_FALSE(faults.empty());
        const bool told = std::any_of(faults.begin(), faults.end(), [&](const std::string& fault) {
            return fault.find(row.says) != std::string::npos;
        });
        CAPTURE(faults[0]);
        CHECK(told);
    }
    CHECK(ingredient_faults("Aqua\tWater\t\t\t\tV/1=2.5@rinse-off:acid; III/9a=0.5\tBOOK\n").empty());
}

TEST_CASE("all faults of all tables are told in one go") {
    DictionarySources texts = small::texts();
    texts.ingredients.text = "inci\tsynonims\tcas\tclasses\tfunctions\tcap\tsource\nAqua\t\t\t\t\t\tunsourced\n";
    texts.classes.text = "class\tparent\tmeaning\tsource\na\tb\tx\tunsourced\nb\t\tx\tNOPE\n";
    texts.spelling.text = "from\tto\tsource\nsulph\tsulphur\tunsourced\nSulph\tsulf\tunsourced\n";
    const std::vector<std::string> faults = faults_of(texts);
    const std::string_view expected[] = {
        "ingredients.tsv:1: unknown column \"synonims\" (did you mean 'synonyms'?)",
        "classes.tsv:2: parent \"b\" must stand above its class",
        "classes.tsv:3: unknown source \"NOPE\"",
        "spelling.tsv:2: another spelling changes \"sulph\" or \"sulphur\"",
        "spelling.tsv:3: a spelling is written as a normal form (small letters, no hyphen)",
    };
    for (const std::string_view text : expected) {
        CAPTURE(text);
        CHECK(std::find(faults.begin(), faults.end(), text) != faults.end());
    }
}

TEST_CASE("a header must be there, whole and in order") {
    DictionarySources texts = small::texts();
    texts.sources.text = "";
    CHECK(faults_of(texts).front() == "sources.tsv: there is no header line");
    texts.sources.text = "citation\tkey\tlink\tread\tdate\n";
    CHECK(faults_of(texts).front().find("column \"citation\" is out of place") != std::string::npos);
    texts.sources.text = "key\tcitation\tlink\tread\n";
    CHECK(faults_of(texts).front().find("column \"date\" is missing") != std::string::npos);
    texts.sources.text = "key\tkey\tlink\tread\tdate\n";
    CHECK(faults_of(texts).front().find("column \"key\" stands twice") != std::string::npos);
}

TEST_CASE("names of the house: free order, only inci needed, comments, CR LF and a byte-order mark taken") {
    const auto names = read_house_names(
        {"house.tsv",
         "\xef\xbb\xbf# ours\r\nclasses\tinci\tsynonyms\r\n\r\nfixed-oil\tAcme Oil\tAO-1; AO\r\n\tAcme Base\r\n"});
    REQUIRE(names.has_value());
    REQUIRE(names->size() == 2);
    CHECK((*names)[0].inci == "Acme Oil");
    CHECK((*names)[0].synonyms == std::vector<std::string>{"AO-1", "AO"});
    CHECK((*names)[0].classes == std::vector<std::string>{"fixed-oil"});
    CHECK((*names)[0].where.line == 4);
    CHECK((*names)[1].inci == "Acme Base");

    const auto without = read_house_names({"house.tsv", "synonyms\tclases\nA\tb\n"});
    REQUIRE_FALSE(without.has_value());
    CHECK(base::describe(without.error()[0]) == "house.tsv:1: unknown column \"clases\" (did you mean 'classes'?)");
    CHECK(without.error().size() == 2);
}

TEST_CASE("house names: unknown classes are told with a near match, double names with both lines") {
    const std::string image = small::image();
    const auto base = Dictionary::open(image);
    REQUIRE(base.has_value());
    HouseName one;
    one.inci = "Acme Oil";
    one.classes = {"fixed-oli"};
    one.where.file = "house.tsv";
    one.where.line = 2;
    HouseName two = one;
    two.classes.clear();
    two.where.line = 3;
    const auto made = build_house_image({one, two}, *base);
    REQUIRE_FALSE(made.has_value());
    CHECK(base::describe(made.error()[0]) == "house.tsv:2: unknown class \"fixed-oli\" (did you mean 'fixed-oil'?)");
    CHECK(base::describe(made.error()[1]) == "house.tsv:3: \"Acme Oil\" belongs to \"Acme Oil\" of line 2 already");
}

TEST_CASE("a cap is read as the annexes print it") {
    const auto plain = read_cap("V/29=1");
    REQUIRE(plain.has_value());
    CHECK(plain->annex_entry == "V/29");
    CHECK(plain->percent == 1);
    CHECK(plain->use.empty());
    const auto full = read_cap("V/1=2.5@rinse-off:acid");
    REQUIRE(full.has_value());
    CHECK(full->percent == 2.5);
    CHECK(full->use == "rinse-off");
    CHECK(full->as == "acid");
    for (const std::string_view bad : {"", "V/29", "29=1", "V/=1", "/29=1", "V/29=x", "V/29=101", "V/29=-1", "V/29=1@",
                                       "V/29=1:", "V/29=nan", "V/29=1 %"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_cap(bad).has_value());
    }
}
