#include "policy/config.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace incilint;
using namespace incilint::policy;

TEST_CASE("faults of a configuration say where, what and what was meant") {
    struct Case {
        std::string text;
        std::string want;
    };
    const std::vector<Case> cases = {
        {"fail-onn: error\n", "c.yaml:1:1: unknown key 'fail-onn' (did you mean 'fail-on'?)"},
        {"fail-on: eror\n",
         "c.yaml:1:10: fail-on: 'eror' is not one of error, warning, note, never; did you mean 'error'?"},
        {"\nmax-warnings: -1\n", "c.yaml:2:15: max-warnings: '-1' is not a whole number of 0 or more"},
        {"max-unknown: 120 %\n", "c.yaml:1:14: max-unknown: '120 %' is not a percentage from 0 to 100, like 20 %"},
        {"gitignore: yes\n", "c.yaml:1:12: gitignore: 'yes' is not true or false"},
        {"law-date: 2026-02-30\n", "c.yaml:1:11: law-date: '2026-02-30' is not a day, like 2026-08-01"},
        {"severities: {label/prose: wrong}\n",
         "c.yaml:1:27: severities.label/prose: 'wrong' is not one of error, warning, note, off"},
        {"suppressions: {requires: [reason]}\n",
         "c.yaml:1:16: unknown key 'suppressions.requires' (did you mean 'require'?)"},
        {"overrides: [{files: a/, fail-on: note}]\n",
         "c.yaml:1:25: unknown key 'fail-on' (it holds for a whole run and cannot stand in an override)"},
        {"overrides: [{market: eu}]\n", "files"},
        {"market: [eu, us]\n", "c.yaml:1:9: market must be a single value"},
        {"fail-on: error\nfail-on: note\n", "c.yaml:2:1"},
        {"- a\n", "c.yaml:1:1: a configuration must be"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto got = read_config(c.text, "c.yaml");
        REQUIRE(!got);
        CAPTURE(base::describe(got.error().front()));
        CHECK(base::describe(got.error().front()).find(c.want) != std::string::npos);
    }
}

TEST_CASE("every fault of a file is told at once") {
    const auto got = read_config("fail-onn: error\nmarkt: eu\n", "c.yaml");
    REQUIRE(!got);
    CHECK(got.error().size() == 2);
}

TEST_CASE("flags win over environment, environment over files, files over defaults; overrides are of their file") {
    const auto file = read_config(
        "fail-on: warning\nmarket: us\noverrides:\n  - files: [eu/]\n    market: eu\n    product-type: leave-on\n"
        "  - files: ['*.csv']\n    severities: {fragrance/*: note, fragrance/undisclosed: error}\n",
        "c.yaml");
    REQUIRE(file);
    Settings settings;
    CHECK(settings.text("fail-on") == "error");
    for (const auto& [key, value] : file->values) settings.set(key, value);
    for (const Override& part : file->overrides) settings.add(part);
    CHECK(settings.text("fail-on") == "warning");
    CHECK(settings.find("fail-on")->where.line == 1);
    CHECK(settings.for_file("eu/a.txt").text("market") == "eu");
    CHECK(settings.for_file("us/a.txt").text("market") == "us");
    CHECK(settings.for_file("eu/a.csv").severity_of("fragrance/undisclosed") == "error");
    CHECK(settings.for_file("eu/a.csv").severity_of("fragrance/allergen") == "note");
    CHECK(settings.for_file("eu/a.txt").severity_of("fragrance/allergen") == "");
    CHECK(!settings.assign("fail-on=note", Origin::environment, {"INCILINT_FAIL_ON", 0, 0}));
    CHECK(!settings.assign("fail-on=never", Origin::flag, {"--fail-on", 0, 0}));
    CHECK(settings.text("fail-on") == "never");
    CHECK(!settings.assign("market=jp", Origin::flag, {"--market", 0, 0}));
    CHECK(settings.for_file("eu/a.txt").text("market") == "jp");
    CHECK(settings.for_file("eu/a.txt").text("product-type") == "leave-on");
    CHECK(!settings.assign("suppressions.require=reason, expires", Origin::flag, {}));
    CHECK(settings.texts("suppressions.require") == std::vector<std::string>{"reason", "expires"});
    const auto wrong = settings.assign("fail-in=note", Origin::flag, {"--set", 0, 0});
    REQUIRE(wrong);
    CHECK(base::describe(*wrong) == "--set: there is no setting 'fail-in' (did you mean 'fail-on'?)");
}

TEST_CASE("the template that init writes is a configuration that says nothing but its version") {
    const std::string text = config_template();
    const auto got = read_config(text, "t.yaml");
    REQUIRE(got);
    CHECK(got->values.empty());
    // With its comment signs taken off it is a configuration with every key.
    std::string bare;
    for (std::size_t at = text.find("incilint: 1"); at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        bare += (line.starts_with("# ") ? line.substr(2) : line) + "\n";
        at = end + 1;
    }
    CAPTURE(bare);
    const auto full = read_config(bare, "t.yaml");
    REQUIRE_MESSAGE(full, base::describe(full.error().front()));
    CHECK(full->values.size() == keys().size());
    CHECK(full->overrides.size() == 1);
}
