#include "report/line_hash.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using incilint::report::line_hashes;

// Expected values: an independent implementation of the algorithm that the upload action runs, which agrees with the
// vectors published with that action.
TEST_CASE("line hashes are those of the upload action") {
    struct Row {
        std::string text;
        std::vector<std::string> hashes;
    };
    const std::vector<Row> rows = {
        {"", {"c129715d7a2bc9a3:1"}},
        {"Aqua", {"33b387caccb44e83:1"}},
        {"Aqua, Glycerin\nParfum\n", {"4c118699060d97a7:1", "6d67ce53899e8870:1", "c129715d7a2bc9a3:1"}},
        {"Aqua\r\nGlycerin\r\nAqua\r\n",
         {"fa42cb7bd2b1e01e:1", "768b4b56288d761c:1", "4d7f5baae7d7cb09:1", "c129715d7a2bc9a3:1"}},
        {"a\rb\r\rc", {"4850bf53658d4e53:1", "b0367d257df6d03c:1", "1c206f60a702cfe8:1", "188ff2f224477a1e:1"}},
        {"Cr\u00e8me \U0001F33F, \u6c34\n\tTalc  \n",
         {"eaf5f3042cb1f65d:1", "d65fd93d383c6195:1", "c129715d7a2bc9a3:1"}},
        {std::string(130, 'x') + "\n" + std::string(5, 'y') + "\n",
         {"52b56201ffb58620:1", "2de056aba93624e6:1", "c129715d7a2bc9a3:1"}},
        {"Aqua\nAqua\nAqua\nAqua\n",
         {"8e7efc43f0aec7ab:1", "84a02417c038706d:1", "45a18152daa98dd7:1", "4d7f5baae7d7cb09:1",
          "c129715d7a2bc9a3:1"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(line_hashes(row.text) == row.hashes);
    }
    // Lines with the same hundred units after them are told apart by number.
    std::string many;
    for (int i = 0; i < 60; ++i) many += "Aqua, Talc\n";
    const auto hashes = line_hashes(many);
    REQUIRE(hashes.size() == 61);
    CHECK(hashes[0].ends_with(":1"));
    CHECK(hashes[7].ends_with(":8"));
    CHECK(hashes[0].substr(0, hashes[0].find(':')) == hashes[7].substr(0, hashes[7].find(':')));
}
