#include "yaml/document.h"

#include <initializer_list>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint;
using yaml::Kind;

namespace {

std::string joined(std::initializer_list<std::string> parts) {
    std::string out;
    for (const std::string& part : parts) out += part;
    return out;
}

std::string place(yaml::Mark mark) {
    return joined({"@", std::to_string(mark.line), ":", std::to_string(mark.column)});
}

/// One line for a document: null, text@line:column ('…' where quoted), [items], {key@line:column=value}.
std::string shown(const yaml::Node& node) {
    std::string out;
    if (node.kind == Kind::null) return "null";
    if (node.kind == Kind::scalar) {
        const std::string quote = node.quoted ? "'" : "";
        return joined({quote, node.text, quote, place(node.mark)});
    }
    for (const yaml::Node& item : node.items) out += joined({out.empty() ? "" : " ", shown(item)});
    for (const yaml::Member& member : node.members) {
        out += joined({out.empty() ? "" : " ", member.key, place(member.key_mark), "=", shown(member.value)});
    }
    return node.kind == Kind::sequence ? joined({"[", out, "]"}) : joined({"{", out, "}"});
}

std::vector<std::string> faults(const std::string& text, const yaml::Limits& limits = {}) {
    const auto read = yaml::parse(text, "f", limits);
    std::vector<std::string> out;
    if (read) return out;
    for (const base::Diagnostic& fault : read.error()) out.push_back(joined({fault.code, " ", base::describe(fault)}));
    return out;
}

struct Good {
    std::string text;
    std::string shown;
};

struct Bad {
    std::string text;
    std::vector<std::string> faults;
};

}  // namespace

TEST_CASE("documents are read with their places") {
    const Good table[] = {
        {"", "null"},
        {"# nothing\n", "null"},
        {"a: 1\n", "{a@1:1=1@1:4}"},
        {"\xef\xbb\xbf"
         "a: 1\n",
         "{a@1:1=1@1:4}"},
        {"a: 1\r\nb:\r\n  - 2\r\n", "{a@1:1=1@1:4 b@2:1=[2@3:5]}"},
        {"é: [ü, \"x\"]\n", "{é@1:1=[ü@1:5 'x'@1:8]}"},
        {"a: no\nb: 012\nc: ~\nd: 'no'\ne:\n", "{a@1:1=no@1:4 b@2:1=012@2:4 c@3:1=null d@4:1='no'@4:4 e@5:1=null}"},
        {"a: |\n  [[ \"\n  {\nb: x\n", "{a@1:1='[[ \"\n{\n'@1:4 b@4:1=x@4:4}"},
        {"- k: |\n    text [\n  j: [1, 2]\n", "[{k@1:3='text [\n'@1:6 j@3:3=[1@3:7 2@3:10]}]"},
        {"a: it's {b\nc: d\n", "{a@1:1=it's {b@1:4 c@2:1=d@2:4}"},
        {"a: x,\n  'y, [z\nb: 1\n", "{a@1:1=x, 'y, [z@1:4 b@3:1=1@3:4}"},
        {"{\n\t\"a\": 1,\n\t\"b\": [true,\n\t2]\n}\n", "{a@2:2=1@2:7 b@3:2=[true@3:8 2@4:2]}"},
        {"{\"a\":\"\\u00e9\\/\",\"b\":{}}", "{a@1:2='é/'@1:6 b@1:17={}}"},
        {"{\"a\": \"\\ud83e\\uddfc!\", \"b\": 2}", "{a@1:2='🧼!'@1:7 b@1:24=2@1:29}"},
        {"a: &x [1]\nb: *x\n", "{a@1:1=[1@1:8] b@2:1=[1@1:8]}"},
        {"a: &a [1, &b {c: [x, &d [y]], e: *d}, *b]\nf: {g: *d, h: [*b, *d]}\n",
         "{a@1:1=[1@1:8 {c@1:15=[x@1:19 [y@1:26]] e@1:31=[y@1:26]} {c@1:15=[x@1:19 [y@1:26]] e@1:31=[y@1:26]}] "
         "f@2:1={g@2:5=[y@1:26] h@2:12=[{c@1:15=[x@1:19 [y@1:26]] e@1:31=[y@1:26]} [y@1:26]]}}"},
        {"- &a {b: &a [c, &c d]}\n- *a\n- &a ~\n- {*c : *a, e: *c}\n",
         "[{b@1:7=[c@1:14 d@1:17]} [c@1:14 d@1:17] null {d@4:4=null e@4:13=d@4:16}]"},
        {"a: &x k\n*x : 1\n", "{a@1:1=k@1:4 k@2:1=1@2:6}"},
        {"a: ! no\nb: Null\nc: [null, ]\n", "{a@1:1='no'@1:4 b@2:1=null c@3:1=[null]}"},
        {"---\na: 1\n...\n# the end\n", "{a@2:1=1@2:4}"},
        {"a: >+\n  x\n  y\n\nb: \"\\\n  x\\\n  y\"\n", "{a@1:1='x y\n\n'@1:4 b@5:1='xy'@5:4}"},
        // Line ends of YAML 1.1 and a byte order mark are characters of the text, as YAML 1.2 has it.
        {"a: x\u2028y\u2029z\nb: \"\u0085\ufeff\uffff\"\nc: \uE000\n",
         "{a@1:1=x\u2028y\u2029z@1:4 b@2:1='\u0085\ufeff\uffff'@2:4 c@3:1=\uE000@3:4}"},
        {"a\u2028b: \"\\ue000\\u0100\\U0000e001\"\n", "{a\u2028b@1:1='\ue000\u0100\ue001'@1:6}"},
        {"\u2028: \"\\ud83e\\uddfc\" # \u0085\nb: [\ufeff, 2]\n", "{\u2028@1:1='🧼'@1:4 b@2:1=[\ufeff@2:5 2@2:8]}"},
        {"--- |\n  \tx:\t- \ty\n\n  \tz\n", "'\tx:\t- \ty\n\n\tz\n'@1:5"},
        // Tabs that are white space, where they do not indent.
        {"a: {x: 1\n\t}\n\t\nb:\n  -\tc: 1\n    d:\t2\n \t# e\n",
         "{a@1:1={x@1:5=1@1:8} b@4:1=[{c@5:5=1@5:8 d@6:5=2@6:8}]}"},
        // A tab that begins a block text is text: a line of it that is not folded.
        {"a: |\n  \tx\n  y\nb: |-\n\n   \t  \n   z\n", "{a@1:1='\tx\ny\n'@1:4 b@4:1='\n\t  \nz'@4:4}"},
        {"a: >\n  \tx\n  y\n  z\nb: >-\r\n\r\n  \t \r\n\r\n  y\r\n  z\r\nc: >\n  \tx\n   y\n",
         "{a@1:1='\tx\ny z\n'@1:4 b@5:1='\n\t \n\ny z'@5:4 c@11:1='\tx\n y\n'@11:4}"},
        {"- >+\n \tx\n\n- &x >\n  \tx y\n- *x\n", "['\tx\n\n'@1:3 '\tx y\n'@4:3 '\tx y\n'@6:3]"},
        {"a: x\n\t\n  y\nb: |\n  x\n  \ty\n", "{a@1:1=x\ny@1:4 b@4:1='x\n\ty\n'@4:4}"},
    };
    for (const Good& row : table) {
        CAPTURE(row.text);
        CHECK(faults(row.text) == std::vector<std::string>{});
        if (const auto read = yaml::parse(row.text, "f")) CHECK(shown(*read) == row.shown);
    }
}

TEST_CASE("what YAML or we refuse is told once, at its place") {
    using namespace std::string_literals;
    const Bad table[] = {
        {"a: b: c\n", {"yaml/syntax f:1:5: a colon where no value can stand (put a text that holds ': ' in quotes)"}},
        {"a: [1, 2\nb: 3\n", {"yaml/syntax f:1:4: a '[' without its ']' (is a comma or bracket missing?)"}},
        {"[a, [b], c", {"yaml/syntax f:1:1: a '[' without its ']' (is a comma or bracket missing?)"}},
        {"a: 'it\nb: c\n", {"yaml/syntax f:1:4: a quoted text without its closing quote"}},
        {"a: ! \"it\nb: c\n", {"yaml/syntax f:1:6: a quoted text without its closing quote"}},
        {"a: !\"it\"\n", {"yaml/syntax f:1:4: a tag that does not end as it should (put the text in quotes)"}},
        {joined({"\"", std::string(200000, 'a'), "\n"}),
         {"yaml/syntax f:1:1: a quoted text without its closing quote"}},
        {"a: 1\n}\n", {"yaml/syntax f:2:1: a ']' or '}' that was not opened"}},
        {"- a\nb: 1\n",
         {"yaml/syntax f:2:1: a list that does not end here as it should (does each item start with '- '?)"}},
        {"a: 1\n  b: 2\n",
         {"yaml/syntax f:2:4: a colon where no value can stand (put a text that holds ': ' in quotes)"}},
        {"a:\n  b: 1\n c: 2\n",
         {"yaml/syntax f:3:2: a map that does not end here as it should (is the indentation or a colon missing?)"}},
        {"a: 1\nb\n",
         {"yaml/syntax f:2:1: a line without a colon where a key of a map is due (is ': ' missing, or the "
          "indentation?)"}},
        {"a: [1}\n", {"yaml/syntax f:1:4: a '[' without its ']' (is a comma or bracket missing?)"}},
        {"a: [b,, c]\n", {"yaml/syntax f:1:7: a value is missing here"}},
        {"a: {b:1:}\n",
         {"yaml/syntax f:1:8: a colon where no value can stand (put a text that holds a colon in quotes)"}},
        {"a: *sulfate*\n",
         {"yaml/syntax f:1:4: an alias (*) without a name of letters, digits, - or _ (put the text in quotes)"}},
        {"a: & b\n",
         {"yaml/syntax f:1:4: an anchor (&) without a name of letters, digits, - or _ (put the text in quotes)"}},
        {"a: `x`\n", {"yaml/syntax f:1:4: a character that no value can start with (put the text in quotes)"}},
        {"a: - b\n", {"yaml/syntax f:1:4: a '- ' where no list item can stand (put the list on a line of its own)"}},
        {"a: \"\\q\"\n", {"yaml/syntax f:1:5: an unknown escape after '\\' (single quotes keep '\\' as it is)"}},
        {"a: \"\\ud83e\"\n", {"yaml/syntax f:1:7: an escape that is no character"}},
        {"a: |x\n  y\n", {"yaml/syntax f:1:5: text on the line of a '|' or '>' (begin it on the next line)"}},
        {"a: |\n\t\n  x\n", {"yaml/syntax f:2:1: a tab used as indentation (indent with spaces)"}},
        {"a: |\n  x\n\t\nb: c\n", {"yaml/syntax f:3:1: a tab used as indentation (indent with spaces)"}},
        {"a: \"x\n---\ny\"\n", {"yaml/syntax f:2:1: a '---' or '...' inside a quoted text"}},
        {"%x: 1\n",
         {"yaml/syntax f:1:1: a line that starts with '%' and is no directive of YAML (put the text in quotes)"}},
        {"%YAML 2.0\n---\na: 1\n",
         {"yaml/syntax f:1:1: a version of YAML that is not read (leave the %YAML line out)"}},
        {"a: !e!x y\n", {"yaml/syntax f:1:4: a tag whose handle is not declared (leave it out)"}},
        {"a: 1\n...\nb: 2\n", {"yaml/syntax f:3:1: text after the end of the document"}},
        {"\ufeffé: x\u2028y\nb: c: d\n",
         {"yaml/syntax f:2:5: a colon where no value can stand (put a text that holds ': ' in quotes)"}},
        {"a: 1\n---\nb: 2\n", {"yaml/several-documents f:2:1: a second document (a file holds one document)"}},
        {"é: {a: 1, a: 2}\né: 3\n",
         {"yaml/duplicate-key f:1:11: the key 'a' stands here again (first at line 1, column 5)",
          "yaml/duplicate-key f:2:1: the key 'é' stands here again (first at line 1, column 1)"}},
        {"a:\n\tb: 1\n", {"yaml/tab f:2:1: a tab used as indentation (indent with spaces)"}},
        {"a: !!binary x\nb: !foo [1]\n",
         {"yaml/tag f:1:4: a tag (!!binary) (leave it out)", "yaml/tag f:2:4: a tag (!foo) (leave it out)"}},
        {"a: &x {b: 1}\nc:\n  <<: *x\n", {"yaml/merge-key f:3:3: a merge key (<<) (write the keys out)"}},
        {"? [a]\n: b\n", {"yaml/key f:1:3: a key that is no text (a list or map cannot be a key)"}},
        {"~: b\n", {"yaml/key f:1:1: a key that is empty (put it in quotes if you mean it)"}},
        {"&a: no\n", {"yaml/key f:1:1: a key that is empty (put it in quotes if you mean it)"}},
        {"a: *nope\n", {"yaml/syntax f:1:4: an alias (*) to an anchor (&) that is not there"}},
        {"a: &a [*a]\n", {"yaml/cycle f:1:8: an alias inside the value it stands for (write the value out)"}},
        {"a: \"\xff\"\n", {"yaml/encoding f:1:5: not UTF-8 (byte 0xff) (save the file as UTF-8)"}},
        {"é: \xc0\x80\n", {"yaml/encoding f:1:4: not UTF-8 (byte 0xc0) (save the file as UTF-8)"}},
        {"a: \"x\0y\"\n"s, {"yaml/nul f:1:6: a NUL byte (is this a binary file?)"}},
        {"a\0:\0 \0"s, {"yaml/encoding f:1:1: UTF-16 or UTF-32 text (save the file as UTF-8)"}},
        {"\xff\xfe"
         "a\0"s,
         {"yaml/encoding f:1:1: UTF-16 or UTF-32 text (save the file as UTF-8)"}},
        {"a: \x04 b\n",
         {"yaml/control-character f:1:4: a control character (U+0004) (write it as \"\\x04\" in double quotes)"}},
        {"a: \xc2\x9b b\n",
         {"yaml/control-character f:1:4: a control character (U+009b) (write it as \"\\x9b\" in double quotes)"}},
        {"a: 1\rb: 2\n",
         {"yaml/control-character f:1:5: a carriage return without line feed (end lines with LF or CR LF)"}},
    };
    for (const Bad& row : table) {
        CAPTURE(row.text.substr(0, 60));
        CHECK(faults(row.text) == row.faults);
    }
}

TEST_CASE("nesting is cut at the limit, in flow and in block text") {
    const auto repeated = [](const std::string& text, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) out += text;
        return out;
    };
    const auto too_deep = [](const std::string& at) {
        return std::vector{joined({"yaml/too-deep f:", at, ": nesting deeper than 64 levels"})};
    };
    std::string stairs;
    for (int i = 0; i < 1000; ++i) stairs.append(static_cast<std::size_t>(i), ' ').append("a:\n");
    CHECK(faults(joined({repeated("[", 64), repeated("]", 64)})).empty());
    CHECK(faults(joined({repeated("[", 65), repeated("]", 65)})) == too_deep("1:65"));
    CHECK(faults(repeated("[", 100000)) == too_deep("1:65"));
    CHECK(faults(repeated("{a: ", 10000)) == too_deep("1:257"));
    CHECK(faults(joined({repeated("- ", 63), "x\n"})).empty());
    CHECK(faults(joined({repeated("- ", 5000), "x\n"})) == too_deep("1:129"));
    CHECK(faults(stairs) == too_deep("65:65"));
    CHECK(faults("a: &a [[[[1]]]]\nb: [[[*a]]]\n", {.max_depth = 7}) ==
          std::vector<std::string>{"yaml/too-deep f:2:7: nesting deeper than 7 levels"});
}

TEST_CASE("aliases are paid for each time they are used") {
    std::string laughs = "a0: &a0 [lol, lol, lol]\n";
    for (int i = 1; i < 40; ++i) {
        const std::string before = std::to_string(i - 1);
        const std::string name = std::to_string(i);
        laughs += joined({"a", name, ": &a", name, " [*a", before, ", *a", before, "]\n"});
    }
    const auto read = yaml::parse(laughs, "f");
    REQUIRE_FALSE(read);
    CHECK(read.error().size() == 1);
    CHECK(read.error()[0].code == "yaml/too-many-nodes");
    std::string blowup = joined({"a: &a \"", std::string(50000, 'x'), "\"\nb: ["});
    for (int i = 0; i < 20000; ++i) blowup += "*a,";
    const auto big = yaml::parse(joined({blowup, "*a]\n"}), "f");
    REQUIRE_FALSE(big);
    CHECK(big.error()[0].code == "yaml/too-large");
}

TEST_CASE("budgets on size and values") {
    CHECK(faults("a: 12345\n", {.max_bytes = 8}) ==
          std::vector<std::string>{"yaml/too-large f: 9 bytes, more than the limit of 8 (split the file)"});
    CHECK(faults("[1, 2, 3]\n", {.max_nodes = 3}).size() == 1);
    CHECK(faults("[1, 2, 3]\n", {.max_nodes = 4}).empty());
    CHECK(faults("- 1\n- 2\n- 3\n", {.max_nodes = 3}) ==
          std::vector<std::string>{"yaml/too-many-nodes f:3:3: more than 3 values (split the file)"});
    CHECK(faults("- &a 1\n- [&b 2, &c {k: &d 3}]\n", {.max_anchors = 4}).empty());
    CHECK(faults("- &a 1\n- [&b 2, &c {k: &d 3}]\n", {.max_anchors = 3}) ==
          std::vector<std::string>{"yaml/too-many-anchors f:2:17: more than 3 anchors (write the values out)"});
    CHECK(faults("a: x & y\nb: \"&a &b\"\n# &c\n", {.max_anchors = 0}).empty());
    CHECK(faults("a: abcdef\n", {.max_scalar_bytes = 6}).size() == 1);
    CHECK(faults("a: abcdef\n", {.max_scalar_bytes = 7}).empty());
}

TEST_CASE("directives are few") {
    std::string text;
    for (int i = 0; i < 9; ++i) text += joined({"%TAG !", std::to_string(i), "! x\n"});
    CHECK(faults(joined({text, "---\na: 1\n"})) ==
          std::vector<std::string>{
              "yaml/too-many-directives f:9:1: one line too many that starts with '%' (leave them out)"});
    CHECK(faults(joined({text.substr(text.find('\n') + 1), "---\na: 1\n"})).empty());
}

TEST_CASE("a key that stands again is found among few keys and many") {
    for (const int keys : {3, 16, 17, 300}) {
        std::string text;
        for (int i = 0; i < keys; ++i) text += joined({"k", std::to_string(i), ": 1\n"});
        CHECK(faults(text).empty());
        const std::string line = std::to_string(keys + 1);
        CHECK(faults(joined({text, "k1: 2\n"})) ==
              std::vector{joined(
                  {"yaml/duplicate-key f:", line, ":1: the key 'k1' stands here again (first at line 2, column 1)"})});
    }
}

TEST_CASE("faults are many but not endless") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += joined({"k", std::to_string(i), ": !x 1\n"});
    CHECK(faults(text).size() == 50);
}

TEST_CASE("scalars are strict") {
    const auto scalar = [](const std::string& text, bool quoted = false) {
        return yaml::Node{Kind::scalar, text, quoted, {}, {}, {}};
    };
    CHECK(yaml::as_bool(scalar("true")) == true);
    CHECK(yaml::as_bool(scalar("false")) == false);
    for (const char* text : {"no", "yes", "True", "1", ""}) CHECK_FALSE(yaml::as_bool(scalar(text)));
    CHECK_FALSE(yaml::as_bool(scalar("true", true)));
    CHECK(yaml::as_integer(scalar("-12")) == -12);
    CHECK(yaml::as_integer(scalar("0")) == 0);
    for (const char* text : {"012", "0x1F", "1_000", "1.0", "+1", "", "-", "99999999999999999999", "1 "}) {
        CAPTURE(text);
        CHECK_FALSE(yaml::as_integer(scalar(text)));
    }
    CHECK(yaml::as_number(scalar("0.5")) == 0.5);
    CHECK(yaml::as_number(scalar("-10")) == -10.0);
    for (const char* text : {"1e3", ".5", "5.", "nan", ".inf", "inf", "0x1", "1_0", "01.5", "1,5", "--1"}) {
        CAPTURE(text);
        CHECK_FALSE(yaml::as_number(scalar(text)));
    }
    CHECK_FALSE(yaml::as_number(scalar("1", true)));
    CHECK_FALSE(yaml::as_number(yaml::Node{}));
}

TEST_CASE("find") {
    const auto read = yaml::parse("a: 1\nb: 2\n", "f");
    REQUIRE(read);
    REQUIRE(read->find("b") != nullptr);
    CHECK(read->find("b")->text == "2");
    CHECK(read->find("c") == nullptr);
}
