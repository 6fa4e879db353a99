#include "report/formats.h"

#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "builtin/builtin.h"
#include "identified.h"
#include "label/read.h"
#include "report/line_hash.h"
#include "report/rows.h"

using namespace incilint;
using nlohmann::json;

namespace {

report::Input screened(const match::Program& program, std::string text, std::string path) {
    report::Input out;
    out.path = std::move(path);
    out.text = std::move(text);
    out.label = label::read(out.text, program.dictionary(), program.vocabulary());
    out.screenings = match::screen(program, out.label, out.text, {});
    return out;
}

/// One label with an error and a warning on its second line, one clean label, a policy finding and an unreadable file.
report::Run small_run(const match::Program& program) {
    report::Run run;
    run.tool_version = "9.9.9";
    run.program = &program;
    run.inputs.push_back(screened(program, "Aqua, Glycerin,\nSodium Lauryl Sulfate, Crème, Parfum", "a b.txt"));
    run.inputs.push_back(screened(program, "Aqua, Glycerin, Talc, Mica, Kaolin, Squalane", "clean.txt"));
    report::PolicyFinding unused;
    unused.rule = "suppression/unused";
    unused.severity = rules::Severity::warning;
    unused.path = ".incilint-ignore.yaml";
    unused.from = {3, 5};
    unused.to = {3, 9};
    unused.message = "it holds nothing back";
    unused.hint = "remove it";
    run.policy.push_back(unused);
    run.faults.push_back({{"input/missing", {"gone.txt", 0, 0}, "no such file", ""}, 0});
    run.incomplete = true;
    incilint::test::identify(run);
    return run;
}

report::Run many(const match::Program& program, std::size_t labels) {
    report::Run run;
    run.program = &program;
    const report::Input one = screened(program, "Aqua, Sodium Lauryl Sulfate, Parfum", "x.txt");
    for (std::size_t i = 0; i < labels; ++i) {
        run.inputs.push_back(one);
        run.inputs.back().path = "l" + std::to_string(i) + ".txt";
    }
    incilint::test::identify(run);
    return run;
}

}  // namespace

TEST_CASE("rows: one order, places from 1, credits apart") {
    const auto program = builtin::program();
    REQUIRE(program);
    const report::Run run = small_run(*program);
    const auto rows = report::rows_of(run, false);
    REQUIRE(rows.size() >= 4);
    CHECK(rows[0].rule_id == "harsh-surfactant/lauryl-sulfate");
    CHECK(rows[0].line == 2);
    CHECK(rows[0].column == 1);
    CHECK(rows[0].end_column == 22);
    CHECK(rows[rows.size() - 2].kind == report::RowKind::policy);
    CHECK(rows.back().kind == report::RowKind::fault);
    for (const report::Row& row : rows) {
        CHECK(row.line >= 1);
        CHECK(row.column >= 1);
        CHECK((row.end_line > row.line || row.end_column > row.column));
        CHECK(!row.credit);
    }
    const auto counts = report::counts_of(rows);
    CHECK(counts.errors == 1);
    CHECK(counts.faults == 1);
    CHECK(report::words_of({}) == "no findings");
    CHECK(report::words_of({2, 1, 0, 3, 0}) == "2 errors, 1 warning, 3 held back");
}

TEST_CASE("SARIF holds what code scanning wants") {
    const auto program = builtin::program();
    REQUIRE(program);
    const report::Run run = small_run(*program);
    const json log = json::parse(report::sarif(run, {{}, "urn:incilint:documentation"}));
    CHECK(log["version"] == "2.1.0");
    CHECK(log["runs"][0]["tool"]["driver"]["informationUri"] == "urn:incilint:documentation");
    const json& of = log["runs"][0];
    const json& rules = of["tool"]["driver"]["rules"];
    CHECK(of["tool"]["driver"]["semanticVersion"] == "9.9.9");
    std::set<std::string> ids;
    for (const json& rule : rules) {
        CHECK(ids.insert(rule["id"]).second);
        CHECK(!rule["shortDescription"]["text"].get<std::string>().empty());
        CHECK(!rule["fullDescription"]["text"].get<std::string>().empty());
        CHECK(rule["fullDescription"]["text"].get<std::string>().size() <= 4096);
        CHECK(!rule["help"]["text"].get<std::string>().empty());
        CHECK(rule["properties"]["tags"].size() <= 10);
    }
    for (const auto& rule : program->rules())
        CHECK(ids.contains(rule.id.text) == (rule.effect != rules::Effect::credit));
    CHECK(ids.contains("suppression/unused"));
    const json& first = of["results"][0];
    CHECK(rules[first["ruleIndex"].get<std::size_t>()]["id"] == first["ruleId"]);
    CHECK(first["level"] == "error");
    const json& place = first["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "a%20b.txt");
    CHECK(place["region"] == json({{"startLine", 2}, {"startColumn", 1}, {"endLine", 2}, {"endColumn", 22}}));
    CHECK(first["partialFingerprints"]["primaryLocationLineHash"] == report::line_hashes(run.inputs[0].text)[1]);
    CHECK(first["partialFingerprints"]["incilint/v1"].get<std::string>().size() == 32);
    CHECK(of["invocations"][0]["executionSuccessful"] == false);
    CHECK(of["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "no such file.");
    for (const json& result : of["results"]) CHECK(result["locations"].size() == 1);
}

TEST_CASE("SARIF keeps its limit and says so: the gravest stay") {
    const auto program = builtin::program();
    REQUIRE(program);
    const report::Run run = many(*program, 13'000);
    const json log = json::parse(report::sarif(run, {}));
    const json& results = log["runs"][0]["results"];
    CHECK(results.size() == 25'000);
    std::size_t errors = 0;
    for (const json& result : results) errors += result["level"] == "error" ? 1 : 0;
    CHECK(errors == 13'000);
    const json& told = log["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    REQUIRE(told.size() == 1);
    const std::size_t notes = [&] {
        std::size_t of = 0;
        for (const report::Row& row : report::rows_of(run, false)) of += row.severity == rules::Severity::note ? 1 : 0;
        return of;
    }();
    // The warnings that do not fit are as grave as those that stay.
    CHECK(told[0]["message"]["text"] == "Left out: 1000 warnings" +
                                            (notes > 0 ? ", " + std::to_string(notes) + " notes" : std::string()) +
                                            "; a run holds at most 25000 results, the gravest first.");
    report::Run errors_only = many(*program, 26'000);
    for (report::Input& input : errors_only.inputs)
        std::erase_if(input.screenings[0].findings,
                      [](const auto& finding) { return finding.severity != rules::Severity::error; });
    CHECK(report::sarif(errors_only, {})
              .find("\"Left out: 1000 errors; a run holds at most 25000 results, the gravest "
                    "first.\"") != std::string::npos);
}

TEST_CASE("annotations: ten of a kind, the gravest first, columns on one line only") {
    const auto program = builtin::program();
    REQUIRE(program);
    const std::string text = report::github(small_run(*program));
    CHECK(text.find("::error file=a b.txt,line=2,endLine=2,col=1,endColumn=22,title=harsh-surfactant/lauryl-sulfate%3A "
                    "Sodium Lauryl Sulfate::Sodium Lauryl Sulfate strips") != text.npos);
    const std::string capped = report::github(many(*program, 12));
    std::size_t errors = 0;
    for (std::size_t at = capped.find("::error "); at != capped.npos; at = capped.find("::error ", at + 1)) ++errors;
    CHECK(errors == 10);
    CHECK(capped.find("more findings are in the report: a step shows 10 of a kind") != capped.npos);
    CHECK(capped.starts_with("::error "));
    // The remark is one of the ten notices.
    std::size_t notices = 0;
    for (std::size_t at = capped.find("::notice "); at != capped.npos; at = capped.find("::notice ", at + 1)) ++notices;
    CHECK(notices <= 10);
    // What could not be read comes first: nobody would look for it behind ten errors.
    report::Run unread = many(*program, 12);
    unread.faults.push_back({{"input/unreadable", {"closed.txt", 0, 0}, "Permission denied", ""}, 0});
    CHECK(report::github(unread).starts_with("::error file=closed.txt,"));
}

TEST_CASE("code quality: every fingerprint once, grave faults on top") {
    const auto program = builtin::program();
    REQUIRE(program);
    report::Run run = small_run(*program);
    run.inputs.push_back(run.inputs[0]);  // the same file named twice
    const json issues = json::parse(report::gitlab(run));
    std::set<std::string> fingerprints;
    for (const json& issue : issues) {
        CHECK(fingerprints.insert(issue["fingerprint"]).second);
        CHECK(issue["location"]["lines"]["begin"] >= 1);
        CHECK(issue["description"].get<std::string>().starts_with(issue["check_name"].get<std::string>()));
    }
    CHECK(issues[0]["severity"] == "major");
    CHECK(issues.back()["severity"] == "blocker");
}

TEST_CASE("reviewdog counts columns in bytes") {
    const auto program = builtin::program();
    REQUIRE(program);
    const json document = json::parse(report::rdjson(small_run(*program)));
    bool found = false;
    for (const json& diagnostic : document["diagnostics"]) {
        if (diagnostic["code"]["value"] != "fragrance/undisclosed") continue;
        found = true;
        const json& range = diagnostic["location"]["range"];
        CHECK(range["start"] == json({{"line", 2}, {"column", 32}}));
        CHECK(range["end"] == json({{"line", 2}, {"column", 38}}));
    }
    CHECK(found);
}

TEST_CASE("JUnit: what fails the run is a failure, a clean product passes, a file that is not there is an error") {
    const auto program = builtin::program();
    REQUIRE(program);
    report::Run run = small_run(*program);
    const std::string lenient = report::junit(run);
    CHECK(lenient.find("failures=\"0\" errors=\"1\"") != lenient.npos);
    run.inputs[0].screenings[0].findings[0].fails = true;
    const std::string strict = report::junit(run);
    CHECK(strict.find("failures=\"1\" errors=\"1\"") != strict.npos);
    CHECK(strict.find("<testsuite name=\"clean.txt\" tests=\"1\" failures=\"0\"") != strict.npos);
    CHECK(strict.find("<system-out>warning: Parfum") != strict.npos);
}

TEST_CASE("findings line by line end with a summary") {
    const auto program = builtin::program();
    REQUIRE(program);
    const std::string text = report::findings_jsonl(small_run(*program));
    std::vector<json> lines;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        lines.push_back(json::parse(text.substr(at, text.find('\n', at) - at)));
    CHECK(lines.front()["rule"] == "harsh-surfactant/lauryl-sulfate");
    CHECK(lines.front()["path"] == "a b.txt");
    CHECK(lines.back()["type"] == "summary");
    CHECK(lines.back()["errors"] == 1);
    CHECK(lines.back()["incomplete"] == true);
}

TEST_CASE("what policy holds back is marked, or left out where no reader could tell") {
    const auto program = builtin::program();
    REQUIRE(program);
    report::Run run = small_run(*program);
    for (match::Finding& finding : run.inputs[0].screenings[0].findings) finding.held = match::Held::suppressed;
    const json log = json::parse(report::sarif(run, {}));
    CHECK(log["runs"][0]["results"][0]["suppressions"][0]["kind"] == "external");
    CHECK(report::junit(run).find("<skipped message=\"suppressed: ") != std::string::npos);
    CHECK(report::github(run).find("lauryl-sulfate") == std::string::npos);
    CHECK(report::gitlab(run).find("lauryl-sulfate") == std::string::npos);
    CHECK(report::concise(run).find("(suppressed)") != std::string::npos);
    const std::string style = report::checkstyle(run);
    CHECK(style.find("lauryl-sulfate") == std::string::npos);
    CHECK(style.find("<file name=\"a b.txt\">\n  </file>") != std::string::npos);
    CHECK(style.find("suppression/unused") != std::string::npos);
}

TEST_CASE("a job summary keeps its size and counts what it left out") {
    const auto program = builtin::program();
    REQUIRE(program);
    const std::string text = report::markdown(many(*program, 8'000), {});
    CHECK(text.size() < 1'000'000);
    CHECK(text.find("more products are not shown here") != text.npos);
    CHECK(text.find("more findings are not shown here") != text.npos);
    CHECK(report::markdown(small_run(*program), {}).find("**Incomplete**") != std::string::npos);
}

TEST_CASE("no format says that a product is safe") {
    const auto program = builtin::program();
    REQUIRE(program);
    const report::Run run = small_run(*program);
    for (const std::string& text :
         {report::concise(run), report::sarif(run, {}), report::junit(run), report::github(run), report::gitlab(run),
          report::checkstyle(run), report::rdjson(run), report::findings_csv(run), report::markdown(run, {}),
          report::html(run, {}), report::findings_jsonl(run)}) {
        CHECK(!text.empty());
        for (const char* word : {"certified", "microbiome-friendly", "is safe", "clinically proven"})
            CHECK(text.find(word) == text.npos);
    }
}
