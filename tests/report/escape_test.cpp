#include "report/escape.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint;

namespace {

struct Row {
    std::string text;
    std::string escaped;
};

}  // namespace

TEST_CASE("text of XML") {
    const std::vector<Row> rows = {
        {"Aqua & <b> \"x\" 'y'", "Aqua &amp; &lt;b&gt; &quot;x&quot; &#39;y&#39;"},
        {"a\nb\tc\rd", "a&#10;b&#9;c&#13;d"},
        {"\x1b[31m\x01", "\uFFFD[31m\uFFFD"},
        {"\xc2\x9b", "\uFFFD"},
        {"\xff\xfe", "\uFFFD\uFFFD"},
        {"\xef\xbf\xbe", "\uFFFD"},
        {"Crème 水 🌿", "Crème 水 🌿"},
    };
    for (const Row& row : rows) CHECK(report::xml_text(row.text) == row.escaped);
}

TEST_CASE("text of HTML") {
    const std::vector<Row> rows = {
        {"<script>alert('1')</script>", "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"},
        {"\" onload=\"x", "&quot; onload=&quot;x"},
        {"a\n::error::b", "a&#10;::error::b"},
        {"\x1b", "\\x1b"},
        {"\u202E", "\\u{202e}"},
    };
    for (const Row& row : rows) CHECK(report::html_text(row.text) == row.escaped);
}

TEST_CASE("text within a line of Markdown") {
    const std::vector<Row> rows = {
        {"a|b", "a\\|b"},
        {"`x` *y* _z_", "\\`x\\` \\*y\\* \\_z\\_"},
        {"[x](http://y)", "\\[x\\]\\(http\\://y\\)"},
        {"<img src=x>", "&lt;img src=x&gt;"},
        {"@team #1 &amp;", "&#64;team &#35;1 &amp;amp;"},
        {"www.x.y", "www\\.x.y"},
        {"a\nb", "a\\\\nb"},
        {"$x$", "\\$x\\$"},
    };
    for (const Row& row : rows) CHECK(report::markdown_text(row.text) == row.escaped);
}

TEST_CASE("workflow commands") {
    const std::vector<Row> data = {
        {"100 %", "100 %25"},
        {"a\n::error::b", "a%0A::error::b"},
        {"%0A", "%250A"},
        {"\x1b", "\\x1b"},
    };
    for (const Row& row : data) CHECK(report::github_data(row.text) == row.escaped);
    CHECK(report::github_property("a:b,c%\nd") == "a%3Ab%2Cc%25%0Ad");
    CHECK(report::github_property("cr\r.txt\r\n\r") == "cr%0D.txt%0D%0A%0D");
}

TEST_CASE("paths as URIs") {
    const std::vector<Row> rows = {
        {"labels/a.txt", "labels/a.txt"},
        {"a b#c?.txt", "a%20b%23c%3F.txt"},
        {"Crème.txt", "Cr%C3%A8me.txt"},
        {"a\n\xff.txt", "a%0A%FF.txt"},
        {"c:x", "c%3Ax"},
    };
    for (const Row& row : rows) CHECK(report::uri_of_path(row.text) == row.escaped);
}
