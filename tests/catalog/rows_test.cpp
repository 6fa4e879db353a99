#include "catalog/rows.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/text.h"

using namespace incilint::catalog;
using namespace std::string_literals;

namespace {

std::string joined(const Row& row) {
    std::string out;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        if (i > 0) out.push_back('|');
        out.append(row.fields[i].value);
    }
    return out;
}

std::string shown(const Reject& reject) {
    std::string out = "!";
    return out.append(word(reject.kind)).append("@").append(std::to_string(reject.line));
}

/// All records as "line:a|b" or "!kind@line", the header first.
std::vector<std::string> records(const std::string& text, char delimiter = ',', std::size_t limit = 1000) {
    RowReader reader(text, {delimiter, 0}, limit);
    std::vector<std::string> out;
    for (const Reject& fault : reader.header_faults()) out.push_back(shown(fault));
    if (!reader.header().fields.empty()) out.push_back(joined(reader.header()));
    for (auto step = reader.next(); step != RowReader::Step::end; step = reader.next())
        out.push_back(step == RowReader::Step::row
                          ? std::to_string(reader.row().line).append(":").append(joined(reader.row()))
                          : shown(reader.reject()));
    return out;
}

}  // namespace

TEST_CASE("records are cut as RFC 4180 says") {
    struct Case {
        std::string text;
        std::vector<std::string> want;
    };
    const std::vector<Case> cases = {
        {"", {}},
        {"\n\n", {}},
        {"a,b", {"a|b"}},
        {"a,b\n1,2\n", {"a|b", "2:1|2"}},
        {"a,b\r\n1,2\n3,4\r5,6", {"a|b", "2:1|2", "3:3|4", "4:5|6"}},
        {"a,b\r1,2\r", {"a|b", "2:1|2"}},
        {"\n\na,b\n\n1,2\n  \n3,4\n", {"a|b", "5:1|2", "7:3|4"}},
        {"a,b\n\"x, y\",\"say \"\"no\"\"\"\n", {"a|b", "2:x, y|say \"no\""}},
        {"a,b\n1,\"x\ny\r\nz\"\n2,3", {"a|b", "2:1|x\ny\r\nz", "5:2|3"}},
        {"a,b\n1,\n,2\n\"\",\"\"\n", {"a|b", "2:1|", "3:|2", "4:|"}},
        {"a,b\n1,A\"q\n", {"a|b", "2:1|A\"q"}},
        {"a,b\n1,2,,\n", {"a|b", "2:1|2"}},
        {"a,b\n1,2\n\x1a", {"a|b", "2:1|2"}},
        {"a\n\nx\n", {"a", "3:x"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(records(c.text) == c.want);
    }
    CHECK(records("a\tb, c\n1\t2, 3\n", '\t') == std::vector<std::string>{"a|b, c", "2:1|2, 3"});
}

TEST_CASE("what cannot be read is rejected with kind and line, and the next record is read") {
    struct Case {
        std::string text;
        std::vector<std::string> want;
    };
    const std::vector<Case> cases = {
        {"a,b\n1\n2,3\n", {"a|b", "!too-few-fields@2", "3:2|3"}},
        {"a,b\n1,2,3\n2,3\n", {"a|b", "!too-many-fields@2", "3:2|3"}},
        {"a,b\n1,\"x\n2,3\n4,5\n", {"a|b", "!unclosed-quote@2", "3:2|3", "4:4|5"}},
        {"a,b\n\"x\ny\",\"z\n2,3\n", {"a|b", "!unclosed-quote@3", "4:2|3"}},
        {"a,b\n1,\"x\"y\n2,3\n", {"a|b", "!text-after-quote@2", "3:2|3"}},
        {"a,b\n1,x\0y\n2,3\n"s, {"a|b", "!nul-byte@2", "3:2|3"}},
        {"a,\"b\n1,2\n", {"!unclosed-quote@1"}},
        {"\"", {"!unclosed-quote@1"}},
        {"a,b\n1,\"", {"a|b", "!unclosed-quote@2"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(records(c.text) == c.want);
    }
    const std::string long_row = "a,b\n1,\"" + std::string(2000, 'x') + "\"\n2,3\n";
    CHECK(records(long_row) == std::vector<std::string>{"a|b", "!too-long@2", "3:2|3"});
    CHECK(records("a,b\n" + std::string(2000, 'x') + ",1\n2,3\n") ==
          std::vector<std::string>{"a|b", "!too-long@2", "3:2|3"});
}

TEST_CASE("a row knows its line, whichever rows were asked for") {
    const std::string text = "a,b\n1,2\n\n3,4\r\n5,\"x\ny\"\n6,7\r8,9\n";
    const std::vector<unsigned> lines = {2, 4, 5, 7, 8};
    for (unsigned asked = 0; asked < 32; ++asked) {
        CAPTURE(asked);
        RowReader reader(text, {',', 0});
        for (std::size_t i = 0; i < lines.size(); ++i) {
            REQUIRE(reader.next() == RowReader::Step::row);
            // Twice, as the first question moves what is counted.
            if ((asked >> i & 1U) != 0) CHECK(reader.row().line == lines[i]);
            if ((asked >> i & 1U) != 0) CHECK(reader.row().line == lines[i]);
        }
        CHECK(reader.next() == RowReader::Step::end);
    }
}

TEST_CASE("every byte of a value knows its place in the text") {
    const std::string text = "id,inci\n7,\"Aqua, \"\"Pure\"\",\nTalc\"\n";
    RowReader reader(text, {',', 0});
    REQUIRE(reader.next() == RowReader::Step::row);
    const Field& field = reader.row().fields[1];
    REQUIRE(field.value == "Aqua, \"Pure\",\nTalc");
    const incilint::base::LineIndex index(text);
    struct Place {
        std::string word;
        unsigned line;
        unsigned column;
    };
    for (const Place& place : {Place{"Aqua", 2, 4}, Place{"Pure", 2, 12}, Place{"Talc", 3, 1}}) {
        CAPTURE(place.word);
        const auto at = index.at(field.origin.at(field.value.find(place.word)));
        CHECK(at.line == place.line);
        CHECK(at.column == place.column);
    }
    for (std::size_t i = 0; i < field.value.size(); ++i) CHECK(text[field.origin.at(i)] == field.value[i]);
    CHECK(text[field.origin.at(field.value.size())] == '"');
    CHECK(text[reader.row().fields[0].origin.at(0)] == '7');
}

TEST_CASE("the delimiter is what header and rows agree on") {
    struct Case {
        std::string text;
        char likely;
        char want;
        std::size_t begin;
    };
    const std::vector<Case> cases = {
        {"id,inci\n1,\"Aqua, Talc\"\n", ',', ',', 0},
        {"id;inci\n1;Aqua, Talc\n2;Aqua, Mica, Talc\n", ',', ';', 0},
        {"id\tinci\n1\tAqua, Talc\n", ',', '\t', 0},
        {"id|inci\n1|Aqua, Talc; Mica\n", ',', '|', 0},
        {"sep=;\r\nid;inci\r\n", ',', ';', 7},
        {"inci\nAqua\n", ',', ',', 0},
        {"inci\n", '\t', '\t', 0},
        {"", ',', ',', 0},
        {"id;name;inci\n1;\"a;b\";\"Aqua, Talc, Mica\"\n", ',', ';', 0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Dialect got = sniff(c.text, c.likely);
        CHECK(got.delimiter == c.want);
        CHECK(got.begin == c.begin);
    }
}

TEST_CASE("a million quotes take linear time") {
    std::string text = "a,b\n";
    for (int i = 0; i < 200'000; ++i) text += "1,\"x\n";
    RowReader reader(text, {',', 0});
    std::size_t records = 0;
    while (reader.next() != RowReader::Step::end) ++records;
    CHECK(records >= 100'000);
}
