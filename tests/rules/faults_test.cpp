// What an author gets to read: one row a slip, with the exact words and places.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "rules/load.h"

using namespace incilint;

namespace {

struct Row {
    std::string text;
    std::vector<std::string> faults;
};

std::vector<std::string> faults(const std::string& text) {
    const auto read = rules::parse_rules({"r.yaml", "r.yaml", text});
    std::vector<std::string> out;
    if (read) return out;
    for (const base::Diagnostic& fault : read.error()) {
        std::string line = fault.code;
        out.push_back(line.append(" ").append(base::describe(fault)));
    }
    return out;
}

void check(const std::vector<Row>& table, const std::string& before) {
    for (const Row& row : table) {
        CAPTURE(row.text);
        std::string text = before;
        const auto found = faults(text.append(row.text));
        CHECK(found.size() == row.faults.size());
        for (std::size_t i = 0; i < found.size() && i < row.faults.size(); ++i) CHECK(found[i] == row.faults[i]);
    }
}

}  // namespace

TEST_CASE("slips at the top of a file") {
    check(
        {
            {"", {"rules/wrong-type r.yaml:1:1: a rule file must be a map, but is empty (it starts with incilint: 1)"}},
            {"id: x\n", {"rules/missing-key r.yaml:1:1: a rule file needs the key 'incilint'"}},
            {"incilint: 2\nid: x\n",
             {"rules/version r.yaml:1:11: this incilint reads rule files of version 1 (write incilint: 1)"}},
            {"incilint: 1\nid: My Rules\n",
             {"rules/bad-id r.yaml:2:5: id 'My Rules' is not kebab-case (lower-case letters and digits joined by "
              "hyphens)"}},
            {"incilint: 1\nid: x\nextend: y\n",
             {"rules/unknown-key r.yaml:3:1: unknown key 'extend' in a rule file (did you mean 'extends'?)"}},
            {"incilint: 1\nid: x\nrules: {a: b}\n", {"rules/wrong-type r.yaml:3:8: rules must be a list, not a map"}},
            {"incilint: 1\nid: x\nrules:\n", {"rules/wrong-type r.yaml:3:1: rules must be a list, but is empty"}},
            {"incilint: 1\nid: x\ntitle: [a]\n", {"rules/wrong-type r.yaml:3:8: title must be a text, not a list"}},
            {"incilint: 1\nid: x\nid: y\n",
             {"yaml/duplicate-key r.yaml:3:1: the key 'id' stands here again (first at line 2, column 1)"}},
            {"incilint: 1\nid: x\nsets: {A: {name: x}}\n",
             {"rules/bad-id r.yaml:3:8: set id 'A' is not kebab-case (lower-case letters and digits joined by "
              "hyphens)"}},
            {"incilint: 1\nid: x\ningredients: [{synonyms: [a]}, {inci: Gum}, {inci: GUM}]\n",
             {"rules/missing-key r.yaml:3:15: an ingredient needs the key 'inci'",
              "rules/duplicate-id r.yaml:3:52: ingredient 'GUM' stands here again (first at line 3)"}},
        },
        "");
}

TEST_CASE("slips in a rule") {
    check(
        {
            {"  - {severty: error}\n",
             {"rules/missing-key r.yaml:4:5: a rule needs the key 'id'",
              "rules/unknown-key r.yaml:4:6: unknown key 'severty' in a rule (did you mean 'severity'?)"}},
            {"  - {id: soap}\n",
             {"rules/bad-id r.yaml:4:10: rule id 'soap' is not family/name (two kebab-case words with a slash between "
              "them)"}},
            {"  - {id: a/b, title: T, effect: info, detector: d}\n  - {id: a/b, title: T, effect: info, detector: d}\n",
             {"rules/duplicate-id r.yaml:5:10: rule 'a/b' stands here again (first at line 4)"}},
            {"  - {id: a/b, title: T, effect: concern, detector: d}\n",
             {"rules/missing-key r.yaml:4:10: rule 'a/b' needs the key 'severity' (one of: note, warning, error)"}},
            {"  - {id: a/b, title: T, effect: credit, ingredient: {name: X}}\n",
             {"rules/missing-key r.yaml:4:10: rule 'a/b' needs the key 'category'"}},
            {"  - {id: a/b, detector: d}\n",
             {"rules/missing-key r.yaml:4:10: rule 'a/b' needs the key 'title'",
              "rules/missing-key r.yaml:4:10: rule 'a/b' needs the key 'effect' (one of: concern, credit, info)"}},
            {"  - {id: a/b, title: T, effect: info}\n",
             {"rules/target r.yaml:4:10: rule 'a/b' has nothing to look for (exactly one of: ingredient, label, "
              "detector; to change a rule of another set, extend that set)"}},
            {"  - {id: a/b, title: T, effect: info, ingredient: {name: X}, label: {name: X}}\n",
             {"rules/target r.yaml:4:62: rule 'a/b' has both 'ingredient' and 'label' (exactly one of: ingredient, "
              "label, detector)"}},
            {"  - {id: a/b, enabled: false}\n", {}},
        },
        "incilint: 1\nid: x\nrules:\n");
}

TEST_CASE("slips in the values of a rule") {
    // Line 4, column 58 on.
    const std::string before = "incilint: 1\nid: x\nrules:\n  - {id: a/b, title: T, effect: info, detector: no-list, ";
    check(
        {
            {"severity: eror}\n", {"rules/unknown-word r.yaml:4:68: unknown severity 'eror' (did you mean 'error'?)"}},
            {"severity: none}\n", {"rules/unknown-word r.yaml:4:68: unknown severity 'none' (did you mean 'note'?)"}},
            {"enabled: no}\n",
             {"rules/wrong-type r.yaml:4:67: enabled must be true or false, not 'no' (without quotes; yes, no, on and "
              "off are plain words)"}},
            {"weight: 11}\n", {"rules/out-of-range r.yaml:4:66: weight must be between 0 and 10, not '11'"}},
            {"weight: 1e1}\n",
             {"rules/wrong-type r.yaml:4:66: weight must be a number, not '1e1' (a plain decimal like 0.5, without "
              "quotes)"}},
            {"basis: bariers}\n",
             {"rules/unknown-word r.yaml:4:65: unknown basis 'bariers' (did you mean 'barrier'?)"}},
            {"when: {concentration: {at-least: 1}}}\n",
             {"rules/wrong-type r.yaml:4:91: concentration at-least must be a percentage like 1 %, not '1' (write the "
              "% sign)"}},
            {"when: {concentration: {at-least: 120 %}}}\n",
             {"rules/out-of-range r.yaml:4:91: concentration at-least must be between 0 and 100, not '120 %'"}},
            {"when: {concentration: {at-least: 5 %, at-most: 1 %}}}\n",
             {"rules/out-of-range r.yaml:4:80: concentration is empty: at-least is above at-most"}},
            {"when: {rank: {at-most: 0}}}\n",
             {"rules/out-of-range r.yaml:4:81: rank at-most must be between 1 and 100000, not '0'"}},
            {"when: {since: 2023-02-29, until: spring}}\n",
             {"rules/wrong-date r.yaml:4:72: since is '2023-02-29', which is no day (write year-month-day: 2022-03-01)",
              "rules/wrong-date r.yaml:4:91: until is 'spring', which is no day (write year-month-day: 2022-03-01)"}},
            {"when: {since: 2024-01-01, until: 2023-12-31}}\n",
             {"rules/out-of-range r.yaml:4:64: when is empty: since is after until"}},
            {"when: {rank: {}}}\n", {"rules/missing-key r.yaml:4:71: rank has no bound (one of: at-least, at-most)"}},
            {"when: {product: leaveon, area: [face, feet]}}\n",
             {"rules/unknown-word r.yaml:4:74: unknown product type 'leaveon' (did you mean 'leave-on'?)",
              "rules/unknown-word r.yaml:4:96: unknown area 'feet' (one of: face, body, hair, scalp, lip, oral, nail, "
              "baby)"}},
            {"grades: [{severity: note}]}\n", {"rules/missing-key r.yaml:4:67: a grade needs the key 'when'"}},
            {"evidence: [{source: X, grade: human}]}\n",
             {"rules/unknown-word r.yaml:4:88: unknown evidence grade 'human' (one of: human-rct, human-controlled, "
              "human-in-vivo, human-by-maker, review, expert-panel, in-vitro, class-inference, regulatory, secondary, "
              "supplier, unsourced)"}},
            {"evidence: [{grade: review}, {grade: unsourced}]}\n",
             {"rules/missing-key r.yaml:4:69: an evidence needs the key 'source' (or grade: unsourced, if there is "
              "none)"}},
            {"message: \"{ingrediant} of {\"}\n",
             {"rules/unknown-word r.yaml:4:67: unknown word {ingrediant} in message (did you mean 'ingredient'?)",
              "rules/unknown-word r.yaml:4:67: a { without its } in message (one of: ingredient, rank, count, bounds, "
              "rule, category, detail)"}},
            {"tests: {match: [], no-match: [x]}}\n",
             {"rules/wrong-type r.yaml:4:73: match is an empty list",
              "rules/unknown-key r.yaml:4:77: unknown key 'no-match' in tests (did you mean 'no_match'?)"}},
        },
        before);
}

TEST_CASE("slips in expressions") {
    const std::string before =
        "incilint: 1\nid: x\nsets: {s: {name: S}}\nrules:\n  - {id: a/b, title: T, effect: info, ";
    const std::string long_pattern(501, 'x');
    std::string too_long = "ingredient: {pattern: ";
    check(
        {
            {"ingredient: Parfum}\n",
             {"rules/wrong-type r.yaml:5:51: an ingredient term must be a map, not 'Parfum' (write {name: Parfum})"}},
            {"ingredient: {any: [Parfum]}}\n",
             {"rules/wrong-type r.yaml:5:58: an ingredient term must be a map, not 'Parfum' (write {name: Parfum})"}},
            {"ingredient: [{name: A}]}\n",
             {"rules/wrong-type r.yaml:5:51: an ingredient term must be a map, not a list (write {any: […]} or {all: "
              "[…]})"}},
            {"ingredient: {class: a, name: B}}\n",
             {"rules/two-kinds r.yaml:5:62: 'class' and 'name' in one term (put them in any: […] or all: […])"}},
            {"ingredient: {except: {name: A}}}\n",
             {"rules/missing-key r.yaml:5:51: an ingredient term says nothing (one of: name, class, any, …)"}},
            {"ingredient: {names: A}}\n",
             {"rules/unknown-key r.yaml:5:52: unknown key 'names' in an ingredient term (did you mean 'name'?)"}},
            {"ingredient: {any: {name: A}}}\n", {"rules/wrong-type r.yaml:5:57: any must be a list, not a map"}},
            {"ingredient: {all: []}}\n", {"rules/wrong-type r.yaml:5:57: all is an empty list"}},
            {"ingredient: {name: [A, ' ']}}\n", {"rules/wrong-type r.yaml:5:62: name must be a text, not ' '"}},
            {"ingredient: {set: t}}\n", {"rules/unknown-set r.yaml:5:57: there is no set 't' (did you mean 's'?)"}},
            {too_long.append(long_pattern).append("}}\n"),
             {"rules/out-of-range r.yaml:5:61: a pattern longer than 500 bytes"}},
            {"label: {not: {category: [Fragrance]}}}\n",
             {"rules/bad-id r.yaml:5:64: category 'Fragrance' is not kebab-case (lower-case letters and digits joined "
              "by hyphens)"}},
            {"label: {name: A, within: first}}\n",
             {"rules/unknown-word r.yaml:5:64: unknown within 'first' (one of: whole, first-third, first-three, "
              "first-five)"}},
            {"label: {all: [{name: A, within: whole}]}}\n",
             {"rules/unknown-key r.yaml:5:63: unknown key 'within' in a label term (one of: name, class, glob, "
              "pattern, set, ingredient, category, detector, any, all, not)"}},
        },
        before);
}

TEST_CASE("slips in verdict") {
    check(
        {
            {"burden_scale: 5\n",
             {"rules/unknown-key r.yaml:4:3: unknown key 'burden_scale' in verdict (did you mean 'burden-scale'?)"}},
            {"concern-level: {first: 1}\n",
             {"rules/unknown-key r.yaml:4:19: unknown key 'first' in concern-level (one of: top, above, straddling, "
              "below, trace)"}},
            {"sibling-factor: 2\n",
             {"rules/out-of-range r.yaml:4:19: sibling-factor must be between 0 and 1, not '2'"}},
            {"top-ranks: 0.5\n", {"rules/wrong-type r.yaml:4:14: top-ranks must be a whole number, not '0.5'"}},
            {"contact: {soap: {rinse-off: 1, leave-on: 1}}\n",
             {"rules/missing-key r.yaml:4:19: a contact needs the key 'leave-on-above'",
              "rules/missing-key r.yaml:4:19: a contact needs the key 'leave-on-below'",
              "rules/unknown-key r.yaml:4:34: unknown key 'leave-on' in a contact (one of: rinse-off, "
              "leave-on-above, leave-on-below)"}},
            {"bands: [{from: 1, name: low}, {from: 1, name: high}]\n",
             {"rules/out-of-range r.yaml:4:18: the first band must start from 0",
              "rules/out-of-range r.yaml:4:40: bands must ascend"}},
            {"bands: [{from: 0, name: low}]\n  gates: [{rule: soap, at-least: low}, {rule: soap/, at-least: hi}]\n",
             {"rules/bad-id r.yaml:5:18: gate rule 'soap' is no rule id (family/name, or family/ for all rules of a "
              "family)"}},
            {"bands: [{from: 0, name: low}]\n  gates: [{rule: soap/, at-least: lo}]\n",
             {"rules/unknown-word r.yaml:5:11: there is no band 'lo' (did you mean 'low'?)"}},
        },
        "incilint: 1\nid: x\nverdict:\n  ");
}
