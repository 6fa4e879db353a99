#include "policy/suppression.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint;
using namespace incilint::policy;

namespace {

const std::vector<std::string> known = {"fragrance/undisclosed", "harsh-surfactant/lauryl-sulfate", "label/no-list"};
const rules::Date today = *rules::date_named("2026-11-26");

Target target(std::string_view rule, std::uint32_t line) {
    return {rule, "a.txt", "", "", "", "parfum", line, line, true};
}

std::vector<std::string> rules_of(const std::vector<Remark>& remarks) {
    std::vector<std::string> out;
    for (const Remark& remark : remarks) out.push_back(remark.rule);
    return out;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("what a comment covers") {
    struct Case {
        std::string text;
        std::vector<std::uint32_t> covered;  ///< lines of 1 to 5 on which the rule is suppressed
        bool whole;                          ///< and findings on the label as a whole
    };
    const std::string ignore = "# incilint-ignore fragrance/undisclosed -- agreed";
    const std::vector<Case> cases = {
        {ignore + "\nAqua, Parfum\nParfum\n", {2}, false},
        {ignore + "\n\nAqua, Parfum\n", {3}, false},
        {ignore + "\n# incilint-ignore label/no-list -- x\nAqua, Parfum\n", {3}, false},
        {"Aqua,\n  Parfum, " + ignore + "\nParfum\n", {2}, false},
        {"Aqua, Parfum\r\n" + ignore + "\r\nParfum\r\n", {3}, false},
        {"# incilint-ignore-file fragrance/undisclosed -- agreed\nAqua\n", {1, 2, 3, 4, 5}, true},
        {"Aqua\n" + ignore + "\n", {}, false},
        {"\t" + ignore + "\nParfum", {2}, false},
        {"#incilint-ignore fragrance/undisclosed -- agreed\nParfum", {2}, false},
        {"# incilint-ignore label/no-list, fragrance/undisclosed -- agreed\nParfum", {2}, false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Comments comments = read_comments(c.text, "a.txt");
        CHECK(comments.remarks.empty());
        Suppressions all(comments.suppressions);
        std::vector<std::uint32_t> covered;
        for (std::uint32_t line = 1; line <= 5; ++line)
            if (all.covers(target("fragrance/undisclosed", line))) covered.push_back(line);
        CHECK(covered == c.covered);
        CHECK(all.covers(target("fragrance/undisclosed", 0)) == c.whole);
        CHECK(!all.covers(target("harsh-surfactant/lauryl-sulfate", 2)));
    }
}

TEST_CASE("what is found on a list as a whole stands on every line of it") {
    const Comments comments = read_comments("Aqua,\n# incilint-ignore support/none -- agreed\nTalc,\nMica\n", "a.txt");
    const auto covers = [&](std::uint32_t from, std::uint32_t to) {
        return Suppressions(comments.suppressions).covers({"support/none", "a.txt", "", "", "", "", from, to, true});
    };
    CHECK(covers(1, 4));
    CHECK(covers(3, 3));
    CHECK(!covers(1, 2));
    CHECK(!covers(4, 4));
    CHECK(!covers(0, 0));
}

TEST_CASE("entries that name one file are judged where it is gone") {
    std::vector<Suppression> all(4);
    for (auto& one : all) one.rules = {"fragrance/undisclosed"};
    all[0].file = "labels/gone.txt";
    all[1].file = "/gone.txt";
    all[2].file = "gone.txt";      // in any folder
    all[3].file = "labels/*.txt";  // others may be meant
    Suppressions judged(all);
    judged.judge_gone([](const std::string&) { return true; });
    CHECK(judged.unused(0, false));
    CHECK(judged.unused(1, false));
    CHECK(!judged.unused(2, false));
    CHECK(!judged.unused(3, false));
}

TEST_CASE("the grammar is exact: what is nearly a suppression is told and suppresses nothing") {
    const Names malformed = {
        "# incilint-ignore\nParfum",
        "# incilint-ignore -- why\nParfum",
        "# incilint-ignore fragrance -- why\nParfum",
        "# incilint-ignore fragrance/undisclosed label/no-list -- why\nParfum",
        "# incilint-ignore fragrance/undisclosed, -- why\nParfum",
        "# incilint-ignore fragrance/undisclosed -- why (until 2027-02-30)\nParfum",
        "# incilint-ignore fragrance/undisclosed -- why (until 2027-03-31) and more\nParfum",
        "# incilint-ignored fragrance/undisclosed -- why\nParfum",
        "# incilint-disable fragrance/undisclosed -- why\nParfum",
        "# incilint: ignore fragrance/undisclosed -- why\nParfum",
        "# incilint ignore fragrance/undisclosed -- why\nParfum",
        "# INCILINT-IGNORE fragrance/undisclosed -- why\nParfum",
        "# incilint_ignore fragrance/undisclosed -- why\nParfum",
    };
    for (const std::string& text : malformed) {
        CAPTURE(text);
        const Comments comments = read_comments(text, "a.txt");
        CHECK(std::ranges::none_of(comments.suppressions, &Suppression::valid));
        CHECK(rules_of(comments.remarks) == Names{"suppression/malformed"});
        CHECK(comments.spans.size() == 1);
    }
    for (const std::string text : {"# about incilint\nParfum", "# incilinters\nParfum", "Parfum #incilint", "CI#77491"})
        CHECK(read_comments(text, "a.txt").spans.empty());
}

TEST_CASE("comments become blanks and nothing else moves") {
    std::string text = "Aqua, # incilint-ignore fragrance/undisclosed -- caf\xc3\xa9\nParfum";
    const Comments comments = read_comments(text, "a.txt");
    REQUIRE(comments.suppressions.size() == 1);
    CHECK(comments.suppressions.front().where == base::Where{"a.txt", 1, 7});
    const std::size_t size = text.size();
    blank(text, comments.spans);
    CHECK(text.size() == size);
    CHECK(text.starts_with("Aqua, "));
    CHECK(text.find("incilint") == text.npos);
    CHECK(text.ends_with("  \nParfum"));
}

TEST_CASE("expired, incomplete and unknown ones are told and suppress nothing") {
    struct Case {
        std::string comment;
        Requirements asked;
        Names told;
    };
    const std::vector<Case> cases = {
        {"fragrance/undisclosed -- why", {{"reason"}, {}, today}, {}},
        {"fragrance/undisclosed", {{"reason"}, {}, today}, {"suppression/incomplete"}},
        {"fragrance/undisclosed", {{}, {}, today}, {}},
        {"fragrance/undisclosed -- why (until 2026-11-26)", {{"reason"}, {}, today}, {}},
        {"fragrance/undisclosed -- why (until 2026-11-25)", {{"reason"}, {}, today}, {"suppression/expired"}},
        {"fragrance/undisclosed -- why", {{"reason", "expires"}, {}, today}, {"suppression/incomplete"}},
        {"fragrance/undisclosed -- why (until 2027-11-26)", {{"reason"}, 365, today}, {}},
        {"fragrance/undisclosed -- why (until 2027-11-27)", {{"reason"}, 365, today}, {"suppression/incomplete"}},
        {"fragrance/undisclosed -- why", {{"reason"}, 365, today}, {"suppression/incomplete"}},
        {"fragrance/undisclosd -- why", {{"reason"}, {}, today}, {"suppression/malformed"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.comment);
        std::vector<Suppression> all =
            read_comments("# incilint-ignore " + c.comment + "\nParfum", "a.txt").suppressions;
        REQUIRE(all.size() == 1);
        const auto told = examine(all, c.asked, known);
        CHECK(rules_of(told) == c.told);
        CHECK(Suppressions(all).covers(target("fragrance/undisclosed", 2)) == c.told.empty());
    }
    CHECK(days_between(*rules::date_named("2024-02-28"), *rules::date_named("2024-03-01")) == 2);
    CHECK(days_between(*rules::date_named("2000-01-01"), *rules::date_named("2001-01-01")) == 366);
}

TEST_CASE("unused ones are told only where what they speak of was screened; some rules cannot be suppressed") {
    const auto file = read_side_file(
        "incilint: 1\nsuppressions:\n"
        "  - {rule: fragrance/undisclosed, where: {file: labels/}, reason: a}\n"
        "  - {rule: fragrance/undisclosed, where: {product: '0012'}, reason: b}\n"
        "  - {rule: [label/no-list], where: {ingredient: Parfum}, reason: c}\n",
        "s.yaml");
    REQUIRE(file);
    REQUIRE(file->suppressions.size() == 3);
    {
        Suppressions all(file->suppressions);
        all.saw({"", "shop.csv", "0011", "", "", "", 0, 0, true});
        CHECK(all.verdicts(false).empty());
        CHECK(all.verdicts(true).size() == 3);
    }
    {
        Suppressions all(file->suppressions);
        all.saw({"", "labels/x.txt", "", "", "", "", 0, 0, true});
        all.saw({"", "shop.csv", "0012", "", "", "", 0, 0, true});
        CHECK(all.covers({"fragrance/undisclosed", "shop.csv", "0012", "", "", "parfum", 3, 3, true}));
        CHECK(rules_of(all.verdicts(false)) == Names{"suppression/unused"});
        CHECK(all.verdicts(false).front().where.line == 3);
    }
    {
        Suppressions all(file->suppressions);
        CHECK(!all.covers({"fragrance/undisclosed", "labels/x.txt", "", "", "", "parfum", 1, 1, false}));
        CHECK(rules_of(all.verdicts(false)) == Names{"suppression/refused"});
    }
}

TEST_CASE("faults of the side file: an entry is spoilt alone, a file that is none is an error") {
    const auto file = read_side_file(
        "suppressions:\n"
        "  - {rule: fragrance/undisclosed, where: {file: a.txt}, reason: fine}\n"
        "  - {rule: fragrance/undisclosed, wher: {file: a.txt}}\n"
        "  - {rule: fragrance, where: {file: a.txt}}\n"
        "  - {rule: fragrance/undisclosed, where: {}}\n"
        "  - {rule: fragrance/undisclosed, where: {file: a.txt}, expires: tomorrow}\n",
        "s.yaml");
    REQUIRE(file);
    REQUIRE(file->suppressions.size() == 5);
    CHECK(file->suppressions[0].valid);
    for (std::size_t i = 1; i < 5; ++i) CHECK(!file->suppressions[i].valid);
    CHECK(file->remarks.size() >= 4);
    CHECK(file->remarks.front().hint.find("where") != std::string::npos);
    CHECK(!read_side_file("- a\n", "s.yaml"));
    CHECK(!read_side_file("supressions: []\n", "s.yaml"));
    CHECK(read_side_file("", "s.yaml"));
}

TEST_CASE("what is written is read again") {
    Suppression one;
    one.rules = {"fragrance/undisclosed", "label/no-list"};
    one.file = "labels/a \"b\".txt";
    one.ingredient = "Parfum: # x";
    one.reason = "agreed \\ with the brand: see #7";
    one.owner = "ops";
    one.expires = today;
    const std::string text = "incilint: 1\nsuppressions:\n" + side_file_entry(one);
    CAPTURE(text);
    const auto file = read_side_file(text, "s.yaml");
    REQUIRE(file);
    REQUIRE(file->remarks.empty());
    const Suppression& back = file->suppressions.front();
    CHECK(back.rules == one.rules);
    CHECK(back.file == one.file);
    CHECK(back.ingredient == one.ingredient);
    CHECK(back.reason == one.reason);
    CHECK(back.expires == one.expires);
}
