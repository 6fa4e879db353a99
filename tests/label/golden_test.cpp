// Every case of tests/golden/parse-*.test, read by the real reader with the real dictionary and vocabulary.
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "builtin/builtin.h"
#include "golden_cases.h"
#include "label/read.h"

namespace incilint::golden {
namespace {

/// The two readings without what they share at both ends, one entry a line.
std::string difference(const std::string& want, const std::string& got) {
    const std::vector<std::string> a = split(want, " | "), b = split(got, " | ");
    std::size_t head = 0, tail = 0;
    const std::size_t shorter = std::min(a.size(), b.size());
    while (head < shorter && a[head] == b[head]) ++head;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    std::string out;
    if (head > 0) out += "\n      " + std::to_string(head) + " as wanted";
    for (std::size_t i = head; i < a.size() - tail; ++i) out += "\n    - " + base::printable(a[i]);
    for (std::size_t i = head; i < b.size() - tail; ++i) out += "\n    + " + base::printable(b[i]);
    if (tail > 0) out += "\n      " + std::to_string(tail) + " as wanted";
    return out;
}

/// What is wrong with the reading of one case; empty: nothing.
std::string judge(const Case& wanted, const label::Label& label) {
    std::string wrong;
    const std::string got = render(label);
    if (got != wanted.reads) wrong += "\n  reads: (- wanted, + got)" + difference(wanted.reads, got);
    if (wanted.ignored && render_ignored(label) != *wanted.ignored) {
        wrong += "\n  ignored: wanted " + *wanted.ignored + "\n           got    " + render_ignored(label);
    }
    if (wanted.found) {
        const std::vector<std::string> names = fired(label);
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
        bool right = *wanted.found == "(none)" ? names.empty() : true;
        for (const std::string& name : split(*wanted.found, ", ")) {
            const bool there = std::find(names.begin(), names.end(), name) != names.end();
            right = right && (name == "(none)" || there);
        }
        if (!right) wrong += "\n  found: wanted " + *wanted.found + ", got " + (all.empty() ? "(none)" : all);
    }
    if (wanted.order) {
        const std::string order(label.products.empty() ? "no product" : label::word(label.products.front().order));
        if (order != *wanted.order) wrong += "\n  order: wanted " + *wanted.order + ", got " + order;
    }
    const std::string lost = uncovered(wanted.label, label);
    if (!lost.empty()) wrong += "\n  " + lost;
    return wrong;
}

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& item : std::filesystem::directory_iterator(std::string(INCILINT_TEST_DATA) + "/golden")) {
        const std::string name = item.path().filename().string();
        if (name.rfind("parse-", 0) == 0 && item.path().extension() == ".test") files.push_back(item.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// A detector, kind or order that does not exist would never be met: a slip of the pen in a case.
std::string unknown_words(const Case& one) {
    std::string wrong;
    for (const std::string& name : split(one.found.value_or("(none)"), ", ")) {
        if (name != "(none)" && !label::detector_named(name)) wrong += " detector " + name;
    }
    for (const std::string& kind : split(one.ignored.value_or("(none)"), "; ")) {
        bool known = kind == "(none)";
        for (auto k = label::PieceKind::heading; k <= label::PieceKind::other_text;
             k = static_cast<label::PieceKind>(static_cast<int>(k) + 1)) {
            known = known || label::word(k) == kind;
        }
        if (!known) wrong += " kind " + kind;
    }
    return wrong;
}

TEST_CASE("golden: the case format refuses what it does not know") {
    // A wrong escape costs three faults: the escape, `reads:` without a label, and a case without either.
    CHECK(parse_cases("what: a\nlabel: Aqua\\, Talc\nreads: Aqua\n").faults.size() == 3);
    CHECK(parse_cases("what: a\nlabel: Aqua\n").faults.size() == 1);
    CHECK(parse_cases("what: a\nlabel: Aqua\nreads: Aqua\nnote: no\n").faults.size() == 1);
    const CaseFile good = parse_cases("# c\nwhat: a\nlabel: A\\n\\u{E9}\nreads: A / B {2%}\nfound: prose\n\n");
    REQUIRE(good.faults.empty());
    REQUIRE(good.cases.size() == 1);
    CHECK(good.cases[0].label == "A\n\xC3\xA9");
    CHECK(good.cases[0].reads == "A/B {2%}");
    CHECK(good.cases[0].line == 2);
}

TEST_CASE("golden: the files are well formed") {
    std::map<std::string, std::string> titles;
    std::size_t count = 0;
    for (const auto& path : case_files()) {
        const std::string name = path.filename().string();
        const CaseFile file = parse_cases(file_text(path.string()).value_or(""));
        for (const std::string& fault : file.faults) ADD_FAIL_CHECK_AT(name.c_str(), 0, fault);
        for (const Case& one : file.cases) {
            ++count;
            const bool fresh = titles.emplace(one.what, name).second;
            CHECK_MESSAGE(fresh, name, ":", one.line, ": the title is taken: ", one.what);
            const std::string unknown = unknown_words(one);
            CHECK_MESSAGE(unknown.empty(), name, ":", one.line, ": unknown", unknown);
        }
    }
    CHECK(count >= 300);
}

TEST_CASE("golden: every label is read as written down") {
    const auto program = builtin::program();
    REQUIRE(program.has_value());
    std::string table;
    std::size_t passed = 0, all = 0;
    for (const auto& path : case_files()) {
        const std::string name = path.filename().string();
        const CaseFile file = parse_cases(file_text(path.string()).value_or(""));
        std::size_t good = 0;
        for (const Case& one : file.cases) {
            const label::Label label = label::read(one.label, program->dictionary(), program->vocabulary());
            const std::string wrong = judge(one, label);
            good += wrong.empty() ? 1 : 0;
            if (wrong.empty()) continue;
            const std::string says = one.what + "\n  label: " + base::printable(one.label) + wrong;
            ADD_FAIL_CHECK_AT(name.c_str(), static_cast<int>(one.line), says);
        }
        table += "\n  " + std::to_string(good) + " of " + std::to_string(file.cases.size()) + "  " +
                 path.stem().string().substr(6);
        passed += good;
        all += file.cases.size();
    }
    MESSAGE("golden cases that pass: ", passed, " of ", all, table);
    CHECK(passed == all);
}

}  // namespace
}  // namespace incilint::golden
