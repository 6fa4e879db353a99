// Our reader held against yaml-cpp, whose code has nothing in common with libyaml's: the same tree for every YAML file
// here, and for texts that say things in the ways in which YAML lets them be said.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include "yaml/document.h"

using namespace incilint;

namespace {

void show(std::string& out, const yaml::Node& node) {
    switch (node.kind) {
        case yaml::Kind::null:
            out += "~";
            return;
        case yaml::Kind::scalar:
            out.append(node.quoted ? "'" : "").append(node.text).append(node.quoted ? "'" : "");
            return;
        case yaml::Kind::sequence:
            out += "[";
            for (const yaml::Node& item : node.items) show(out, item), out += ", ";
            out += "]";
            return;
        case yaml::Kind::map:
            break;
    }
    out += "{";
    for (const yaml::Member& member : node.members) {
        out.append(member.key).append(": ");
        show(out, member.value), out += ", ";
    }
    out += "}";
}

void show(std::string& out, const YAML::Node& node) {
    const std::string quote = node.Tag() == "!" ? "'" : "";
    switch (node.Type()) {
        case YAML::NodeType::Scalar:
            out.append(quote).append(node.Scalar()).append(quote);
            return;
        case YAML::NodeType::Sequence:
            out += "[";
            for (const YAML::Node& item : node) show(out, item), out += ", ";
            out += "]";
            return;
        case YAML::NodeType::Map:
            out += "{";
            for (const auto& member : node) {
                out.append(member.first.Scalar()).append(": ");
                show(out, member.second), out += ", ";
            }
            out += "}";
            return;
        default:
            out += "~";
    }
}

void compare(const std::string& text) {
    const auto read = yaml::parse(text, "f");
    std::string faults;
    if (!read) {
        for (const base::Diagnostic& fault : read.error()) faults.append(base::describe(fault)).append("\n");
    }
    REQUIRE(faults.empty());
    std::string ours, theirs;
    show(ours, *read);
    show(theirs, YAML::Load(text));
    CHECK(ours == theirs);
}

}  // namespace

TEST_CASE("our reader and yaml-cpp read the same") {
    const std::string table[] = {
        "a: b#c #d\nb: -1\nc: :x\nd: ?x\ne: a:b\nf: http://x/y?z\ng: x,y [z]\n",
        "- - a\n  - b\n- c: d\n  e: f\n-\n  - g\n- # h\n  i\n",
        "a:\n- b\n- c:\n  - d\n  -\n    e: f\ng:\n",
        "x: {\"a\":1, b: 2, 'c': {d: [], e: {}}, f, g: }\ny: [a: 1, b, [c], {d: e}, ]\n",
        "? a\n: b\n? |\n  c\n: - d\n  - e\n? f\n",
        "a: x\n  y\n\n  z # w\nb: 'x\n\n\n  y''s'\nc: \"x\\\n  y\\tz\n\n  \\u00e9\\x41\"\n",
        "a: |\n  x\n   y\n\n  z\n\nb: |-\n  x\n\nc: |+\n\n  x\n\nd: |2\n   x\n",
        "a: >\n  x\n  y\n\n  z\n   w\n  v\nb: >-\n\n  x\n  y\nc: >2-\n    x\n  y\n",
        "a: &x {b: &y [1, 2]}\nc: *x\nd: *y\n",
        "%YAML 1.2\n---\na: ~\nb: null\nc: NULL\nd: 'null'\ne: nUll\nf: ''\n...\n",
        "{\"a\":{\"b\":null,\"c\":[1,2.5,{\"d\":\"e\\\"\\/\\n\"}],\"f\":true,\"g\":\"\"}}",
        "  a: 1\n  b:\n   c: 2\n\n\n# e\n  d: é\n",
    };
    for (const std::string& text : table) {
        CAPTURE(text);
        compare(text);
        // The same with the line ends of Windows.
        std::string other;
        for (const char c : text) other.append(c == '\n' ? "\r\n" : std::string(1, c));
        compare(other);
    }
}

TEST_CASE("our reader and yaml-cpp read the files of this project the same") {
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"rules", "examples", "tests"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(INCILINT_SOURCE "/" + std::string(folder))) {
            const auto ending = entry.path().extension();
            if (entry.is_regular_file() && (ending == ".yaml" || ending == ".yml")) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    CHECK(files.size() >= 10);
    for (const std::filesystem::path& file : files) {
        CAPTURE(file);
        std::ifstream in(file, std::ios::binary);
        compare({std::istreambuf_iterator<char>(in), {}});
    }
}
