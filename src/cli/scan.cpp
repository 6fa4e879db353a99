#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/near.h"
#include "base/text.h"
#include "builtin/builtin.h"
#include "cli/catalog_input.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/policy_step.h"
#include "cli/scan_input.h"
#include "cli/scan_progress.h"
#include "cli/scan_rejects.h"
#include "cli/scopes.h"
#include "cli/unclear.h"
#include "policy/gate.h"
#include "scan/pipeline.h"
#include "scan/summary.h"
#include "scan/unknown.h"

namespace incilint::cli {
namespace {

/// Writes a small file of its own.
void write_file(const std::string& path, std::string_view content, Outcome& outcome) {
    if (path.empty()) return;
    auto output = Output::open(path);
    if (!output) return outcome.add(Exit::incomplete, "cannot write " + base::describe(output.error()));
    deliver(*output, content, outcome);
}

/// No output may be an input, nor another output.
bool outputs_differ(const Options& options, const std::vector<std::string>& beside, Outcome& outcome) {
    std::vector<std::string> outputs;
    for (const std::string* file :
         {&options.output, &options.scan.rejects, &options.scan.unknown_names, &options.scan.summary})
        if (!file->empty() && *file != "-") outputs.push_back(*file);
    for (const std::string* file : {&options.scan.rejects, &options.scan.unknown_names, &options.scan.summary}) {
        if (*file != "-") continue;
        outcome.add(Exit::usage,
                    "standard output is for the result: --rejects, --unknown-names, --summary want a file");
        return false;
    }
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        std::vector<std::string> others(outputs.begin() + static_cast<std::ptrdiff_t>(i) + 1, outputs.end());
        for (const auto* inputs : {&options.paths, &options.rule_files, &options.data_files, &beside})
            others.insert(others.end(), inputs->begin(), inputs->end());
        for (const std::string& other : others) {
            if (other != outputs[i] && !same_file(other, outputs[i])) continue;
            outcome.add(Exit::usage,
                        base::printable(outputs[i]) + " is an input or another output: it is not written over");
            return false;
        }
    }
    return true;
}

/// --category names something that the rules report.
bool categories_known(const Options& options, const match::Program& program, Outcome& outcome) {
    std::vector<std::string> known;
    for (const auto& rule : program.rules())
        if (!rule.category.empty() && std::find(known.begin(), known.end(), rule.category) == known.end())
            known.push_back(rule.category);
    for (const std::string& category : options.scan.result.categories) {
        if (std::find(known.begin(), known.end(), category) != known.end()) continue;
        std::string hint = "the rules report:";
        for (const std::string& one : known) hint.append(one == known.front() ? " " : ", ").append(one);
        if (const auto near = base::nearest(category, known)) hint = base::did_you_mean(*near);
        say(base::Diagnostic{
            "usage/category", {}, "no rule reports the category '" + base::printable(category) + "'", hint});
        outcome.add(Exit::usage, "--category wants a category of the rules");
        return false;
    }
    return true;
}

/// What the settings make of each product; nothing where they say nothing of severities.
std::function<void(match::Screening&)> adjustment(const policy::Settings& settings, const match::Program& program) {
    // One word a rule, so that a product costs no look-up by name.
    struct OfRule {
        std::string severity;
        bool soft = false;
    };
    std::vector<OfRule> words;
    const rules::Severity least = least_of(settings);
    bool any = least != rules::Severity::note;
    for (const rules::Rule& rule : program.rules()) {
        words.push_back({settings.severity_of(rule.id.text), settings.lists_rule("soft-fail", rule.id.text)});
        any = any || !words.back().severity.empty() || words.back().soft;
    }
    if (!any) return {};
    return [words, least, &program](match::Screening& screening) {
        std::vector<bool> out(screening.findings.size(), false);
        for (std::size_t i = 0; i < out.size(); ++i) {
            match::Finding& finding = screening.findings[i];
            if (program.rules()[finding.rule].effect == rules::Effect::credit) continue;
            const OfRule& says = words[finding.rule];
            finding.severity = severity_named(says.severity, finding.severity);
            finding.fails = !says.soft;
            out[i] = says.severity == "off" || finding.severity < least;
        }
        take_out(screening, out);
    };
}

/// Words of the records that no rule knows, which switch rules off.
void say_unclear(const scan::Tally& tally, const std::string& path, const std::vector<std::string>& markets) {
    for (const scan::UnclearCount& of : tally.unclear) {
        if (of.records == 0) continue;
        if (const auto why = unclear(of.said, markets))
            say(base::Diagnostic{"scan/unclear",
                                 {path, 0, 0},
                                 "record " + std::to_string(of.first) + ": " + why->message + "; " +
                                     base::counted(of.records, "such record", "such records"),
                                 why->hint});
    }
}

void say_lines(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        say(text.substr(0, end));
        text.remove_prefix(std::min(end, text.size() - 1) + 1);
    }
}

}  // namespace

int run_scan(const Options& given) {
    Outcome outcome;
    const ScanOptions& wanted = given.scan;
    // 1. What is read, under which configuration, and what is written.
    if (given.paths.empty()) {
        outcome.add(Exit::usage, "nothing to scan: name a catalog, or - for standard input");
        return finish(outcome);
    }
    const std::string& path = given.paths.front();
    auto scopes = Scopes::open(given);
    if (!scopes) {
        say(scopes.error());
        outcome.add(Exit::usage, "the configuration cannot be used");
        return finish(outcome);
    }
    // 2. The rules, the settings of the catalog.
    Scope* const scope = scopes->of(path);
    if (const base::Diagnostics faults = scopes->faults(); !scope || !faults.empty()) {
        say(faults);
        outcome.add(Exit::usage,
                    std::string(scopes->projects().faults().empty() ? "the rules or names" : "the configuration") +
                        " cannot be used");
        return finish(outcome);
    }
    const match::Program& program = scope->program;
    const policy::Settings& settings = scope->of(path).settings;
    const Options& options = scope->of(path).options;
    auto input = open_catalog(path);
    if (!input) {
        say(input.error().diagnostic);
        outcome.add(input.error().code, "the catalog cannot be read");
        return finish(outcome);
    }
    if (!outputs_differ(options, scope->project.files, outcome)) return finish(outcome);
    tell_of_silent_law(options, settings, program, false);
    if (!categories_known(options, program, outcome)) return finish(outcome);
    // 3. Blocks of rows, and what their columns mean.
    note_signals();
    const auto begin = std::chrono::steady_clock::now();
    auto stream = scan::CatalogStream::open(input->fill, path, catalog_options(options, path));
    if (!stream) {
        say(stream.error());
        outcome.add(exit_of(stream.error()), stream.error().code.starts_with("column/")
                                                 ? "the catalog has no columns to work with"
                                                 : "the catalog cannot be read");
        return finish(outcome);
    }
    const std::string choice = stream->choice();
    if (!wanted.quiet) say(choice);
    // 4. Places for all that is written, before any work.
    auto output = open_output(options, outcome);
    if (!output) return finish(outcome);
    Rejects rejects(options, path);
    if (!rejects.open(wanted.rejects, outcome)) return finish(outcome);
    // 5. Screen block by block.
    const policy::Limits limits = limits_of(settings);
    scan::ResultOptions result = wanted.result;
    result.tool_version = tool_version();
    const scan::Plan plan{program,
                          stream->meaning(),
                          stream->headers(),
                          stream->json_lines(),
                          stream->delimiter(),
                          wanted.max_row_bytes,
                          wanted.memo_names,
                          scan::ResultWriter(program, std::move(result), stream->headers(), stream->meaning().columns),
                          adjustment(settings, program),
                          limits.product,
                          markets_of(program),
                          builtin::plain_names(program)};
    // Rows and progress on one terminal would run into each other.
    Progress progress(input->size, !wanted.quiet && !output->terminal());
    scan::Tally tally;
    output->write(plan.writer.head());
    bool first = plan.writer.leads_with_comma();
    const auto write = [&](const scan::BlockResult& done) {
        std::string_view rows = done.rows;
        if (first && !rows.empty()) rows.remove_prefix(1), first = false;
        tally.merge(done.tally);
        if (!done.rejects.empty()) progress.clear();
        rejects.take(done.rejects);
        progress.show(tally.records, *input->taken);
        return output->write(rows) == Written::ok && noted_signal() == 0;
    };
    const std::size_t jobs =
        wanted.line_buffered ? 1 : std::min<std::size_t>(wanted.jobs ? wanted.jobs : scan::cores(), 256);
    const auto ran = scan::run(plan, {[&](catalog::Block& block) { return stream->next(block); }, write}, jobs);
    progress.clear();
    // 6. A signal: nothing half-done is left behind.
    if (ended_by_signal(outcome)) return finish(outcome);
    // 7. What came of it.
    if (!ran) say(ran.error());
    if (!ran && ran.error().code == "scan/failed") {
        // Not the catalog ended early but we did: half a result is none.
        outcome.add(Exit::incomplete, "incomplete: nothing was written");
        return finish(outcome);
    }
    if (!ran) outcome.add(Exit::incomplete, "incomplete: the catalog could not be read to its end");
    if (tally.rejects() > wanted.max_rejects)
        outcome.add(Exit::incomplete,
                    "incomplete: " + base::counted(tally.rejects(), "row was", "rows were") + " left out");
    output->write(plan.writer.tail(outcome.has(Exit::incomplete)));
    note(output->commit(), *output, outcome);
    rejects.finish(outcome);
    if (tally.records == 0 && ran) outcome.add(Exit::usage, "the catalog holds no row");
    say_unclear(tally, path, plan.markets);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const scan::SummaryFacts facts{
        path, choice, took.count(), stream->bytes(), outcome.has(Exit::incomplete), std::string(tool_version())};
    if (!wanted.quiet) say_lines(scan::summary_text(tally, facts, program));
    if (!wanted.unknown_names.empty())
        write_file(wanted.unknown_names, scan::unknown_names(tally.unknown, program.dictionary()), outcome);
    if (!wanted.summary.empty())
        write_file(wanted.summary,
                   wanted.summary.ends_with(".json") ? scan::summary_json(tally, facts, program)
                                                     : scan::summary_markdown(tally, facts, program),
                   outcome);
    const policy::Tally severities = plan.adjust ? policy::Tally{tally.failing[2], tally.failing[1], tally.failing[0]}
                                                 : policy::Tally{tally.errors, tally.warnings, tally.notes};
    add_reasons(settings, limits, tally.broken, severities, options.fail_on, "", outcome);
    return finish(outcome);
}

}  // namespace incilint::cli
