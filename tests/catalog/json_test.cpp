#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "catalog/json_lines.h"
#include "catalog/json_rows.h"

using namespace incilint;
using namespace incilint::catalog;

namespace {

std::string shown(const std::string& text) {
    std::vector<JsonMember> members;
    if (!read_json_object(text, {0, text.size()}, members)) return "!";
    std::string out;
    for (const JsonMember& member : members) out += member.key + "=" + member.value.value + "|";
    return out;
}

std::string lines_of(const std::string& text, std::size_t piece) {
    auto maybe = json_as_lines(
        [&text, at = std::size_t{0}, piece](std::string& out, std::size_t) mutable -> base::Expected<bool> {
            const std::size_t size = std::min(piece, text.size() - at);
            out.append(text, at, size);
            at += size;
            return size > 0;
        },
        "f");
    REQUIRE(maybe);
    std::string out = maybe->json ? "" : "no JSON: ";
    while (true) {
        const auto more = maybe->fill(out, 64);
        if (!more) return "!" + more.error().code;
        if (!*more) return out;
    }
}

}  // namespace

TEST_CASE("objects are read strictly") {
    struct Case {
        std::string text;
        std::string want;
    };
    for (const Case& c : std::vector<Case>{
             {R"({})", ""},
             {R"( { "a" : "x" , "b":null,"c":12.5e-3,"d":true } )", "a=x|b=|c=12.5e-3|d=true|"},
             {R"({"a":"\"\\\/\n\u00e9\ud83d\ude00"})", "a=\"\\/\n\u00e9\U0001F600|"},
             {R"({"a":["Aqua","Talc"],"b":[],"c":[1,"x"]})", "a=Aqua, Talc|b=|c=[1,\"x\"]|"},
             {R"({"a":{"b":[{"c":[]}]}})", R"(a={"b":[{"c":[]}]}|)"},
             {R"({"a":1,"a":2})", "!"},
             {R"({"a":"x)", "!"},
             {R"({"a":01})", "!"},
             {R"({"a":1,})", "!"},
             {R"({"a":"\x"})", "!"},
             {R"({"a":"\ud800"})", "!"},
             {"{\"a\":\"\t\"}", "!"},
             {R"({"a":1} x)", "!"},
             {R"({"a":[1 2]})", "!"},
             {R"({"a":{"b" 1}})", "!"},
             {R"({"a":nul})", "!"},
             {R"([1])", "!"},
             {R"("x")", "!"},
             {"", "!"},
             {"{\"a\":" + std::string(100'000, '[') + "}", "!"},
         }) {
        CAPTURE(c.text.substr(0, 60));
        CHECK(shown(c.text) == c.want);
    }
}

TEST_CASE("what is no object says why and where") {
    struct Case {
        std::string text;
        std::size_t at;
        std::string why;
    };
    for (const Case& c : std::vector<Case>{
             {R"({"a":"x)", 7, "a text that has no closing quote"},
             {R"({"a":1,"a":2})", 7, "this key stands there already"},
             {R"({"a":01})", 6, "a comma or a closing brace is wanted here"},
             {R"({"a":1,})", 7, "a text in double quotes is wanted here"},
             {R"({'a':1})", 1, "a text in double quotes is wanted here"},
             {R"({"a":x})", 5, "this is no value of JSON: texts stand in double quotes"},
             {R"({"a":"\x"})", 7, "this is no escape that JSON knows"},
             {"{\"a\":\"\t\"}", 6, "a control character stands in a text: write it as an escape"},
             {R"({"a":1} x)", 8, "something stands behind the object"},
             {R"({"a":[1 2]})", 8, "a comma or a closing bracket is wanted here"},
             {R"({"a" 1})", 5, "a colon is wanted behind the key"},
             {R"({"a":{"b" 1}})", 10, "a colon is wanted behind the key"},
             {R"([1])", 0, "it is no JSON object: an opening brace is wanted here"},
             {"{\"a\":" + std::string(100, '[') + "}", 70, "nested deeper than 64"},
         }) {
        CAPTURE(c.text);
        std::vector<JsonMember> members;
        JsonFault fault;
        CHECK_FALSE(read_json_object(c.text, {0, c.text.size()}, members, &fault));
        CHECK(fault.at == c.at);
        CHECK(fault.why == c.why);
    }
}

TEST_CASE("each byte of a text knows its place") {
    const std::string text = R"({"i":"Aqua\u002C \"Talc\"", "l": ["x\ty", "z"]})";
    std::vector<JsonMember> members;
    REQUIRE(read_json_object(text, {0, text.size()}, members));
    const Field& one = members[0].value;
    CHECK(one.value == "Aqua, \"Talc\"");
    CHECK(text[one.origin.at(4)] == '\\');
    CHECK(text[one.origin.at(one.value.find("Talc"))] == 'T');
    const Field& list = members[1].value;
    CHECK(list.value == "x\ty, z");
    CHECK(text[list.origin.at(0)] == 'x');
    CHECK(text[list.origin.at(2)] == 'y');
    CHECK(text[list.origin.at(5)] == 'z');
}

TEST_CASE("a list of objects becomes a line each, in place") {
    const std::string list = "[\n {\"a\": \"x,y]\", \"b\": [1,\n 2]},\n {\"a\":\"\\\"\"}\n]\n";
    for (std::size_t piece = 1; piece < 40; ++piece) {
        const std::string got = lines_of(list, piece);
        CHECK(got.size() == list.size());
        CHECK(got == "   {\"a\": \"x,y]\", \"b\": [1,  2]}\n  {\"a\":\"\\\"\"}  \n");
        CHECK(lines_of("{\"a\":1}\n{\"a\":2}\n", piece) == "{\"a\":1}\n{\"a\":2}\n");
        CHECK(lines_of("[id],[inci]\n1,2\n", piece) == "no JSON: [id],[inci]\n1,2\n");
        CHECK(lines_of("", piece) == "no JSON: ");
        CHECK(lines_of("[{\"a\":1},", piece) == "!json/cut-off");
    }
}

TEST_CASE("lines that are no objects are rejects between the rows") {
    const std::string text =
        "{\"inci\":\"Aqua\",\"id\":7}\n\nnot this\n{\"id\":\"8\"}\n{\"inci\":\"\xff\"}\n{\"inci\":\"\\u0000\"}";
    const std::vector<std::string> headers = {"id", "inci"};
    JsonRowReader reader(text, headers, 1000, 0, 1);
    std::string got;
    for (auto step = reader.next(); step != RowReader::Step::end; step = reader.next()) {
        if (step == RowReader::Step::row)
            got += std::to_string(reader.row().line) + ":" + reader.row().fields[0].value + "/" +
                   reader.row().fields[1].value + " ";
        else
            got += std::to_string(reader.reject().line) + "!" + std::string(word(reader.reject().kind)) + " ";
    }
    CHECK(got == "1:7/Aqua 3!not-a-record 4:8/ 5!ill-formed-utf-8 6!nul-byte ");
}
