#include "report/json.h"

#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint::report;
using namespace std::string_literals;

namespace {

std::string written(std::string_view text) {
    std::string out;
    JsonWriter(out).string(text);
    return out;
}

std::string number(double value) {
    std::string out;
    JsonWriter(out).number(value);
    return out;
}

}  // namespace

TEST_CASE("strings are escaped for JSON and for terminals") {
    struct Case {
        std::string text;
        std::string want;
    };
    const std::vector<Case> cases = {
        {"", R"("")"},
        {"Aqua", R"("Aqua")"},
        {"a\"b\\c", R"("a\"b\\c")"},
        {"\n\r\t\b\x1b\0"s, R"("\n\r\t\u0008\u001b\u0000")"},
        {"Cr\xc3\xa8me \xe6\xb0\xb4", "\"Crème 水\""},
        {"\x7f\xc2\x9b", R"("\u007f\u009b")"},
        {"\xe2\x80\xae\xe2\x80\xa8\xef\xbb\xbf", R"("\u202e\u2028\ufeff")"},
        {"\xf3\xa0\x81\x81", R"("\udb40\udc41")"},
        {"a\xff"
         "b",
         "\"a\xef\xbf\xbd"
         "b\""},
        {"\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.want);
        CHECK(written(c.text) == c.want);
    }
}

TEST_CASE("numbers are short and read back the same") {
    CHECK(number(2) == "2");
    CHECK(number(0.1) == "0.1");
    CHECK(number(12.5) == "12.5");
    CHECK(number(-0.0) == "-0");
    CHECK(number(std::numeric_limits<double>::infinity()) == "null");
    CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "null");
}

TEST_CASE("commas stand between items, nowhere else") {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.member("a", std::size_t{1});
    json.key("b");
    json.begin_array();
    json.begin_object();
    json.end_object();
    json.null();
    json.begin_array();
    json.end_array();
    json.string("x");
    json.end_array();
    json.member("c", true);
    json.member_or_null("d", "");
    json.member("e", "");
    json.end_object();
    CHECK(out == R"({"a":1,"b":[{},null,[],"x"],"c":true,"d":null,"e":""})");
}

TEST_CASE("base64 as RFC 4648 prints it") {
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
    CHECK(base64("\xff\x00\xfe"s) == "/wD+");
}
