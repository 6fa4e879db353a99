#include "cli/policy_step.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "base/text.h"
#include "cli/console.h"
#include "cli/files.h"
#include "report/identity.h"
#include "report/places.h"

namespace incilint::cli {
namespace {

constexpr std::size_t max_policy_bytes = std::size_t{64} << 20;

report::PolicyFinding finding_of(const policy::Remark& remark, const Project& project, policy::FailOn fail_on,
                                 const ReportPaths& paths) {
    report::PolicyFinding out;
    out.rule = remark.rule;
    const std::string word = project.settings.severity_of(remark.rule);
    out.severity = severity_named(word, remark.severity);
    out.path = paths.of(remark.where.file);
    out.from = {static_cast<std::uint32_t>(std::max(remark.where.line, 1)),
                static_cast<std::uint32_t>(std::max(remark.where.column, 1))};
    out.to = {out.from.line, std::max(remark.end_column, out.from.column + 1)};
    out.message = remark.message;
    out.hint = remark.hint;
    out.fails = policy::fails(out.severity, fail_on) && !project.settings.lists_rule("soft-fail", remark.rule);
    out.fingerprint =
        match::fingerprint({remark.rule, base::printable(project.from_root(remark.where.file)), remark.message, 1});
    return out;
}

using Bytes = std::shared_ptr<const std::string>;

/// What policy finds in the files of one part, and which of them cannot be used.
struct Found {
    const Scope& scope;
    const ReportPaths& paths;
    std::vector<report::PolicyFinding> findings{};
    std::map<std::string, Bytes> sources{};  ///< of files that are no inputs
    base::Diagnostics faults{};              ///< told already

    void add(const policy::Remark& remark, match::Held held = match::Held::no) {
        if (scope.project.settings.severity_of(remark.rule) == "off") return;
        findings.push_back(finding_of(remark, scope.project, scope.options.fail_on, paths));
        if (const auto source = sources.find(remark.where.file); source != sources.end())
            findings.back().source = source->second;
        findings.back().held = held;
        findings.back().fails = findings.back().fails && held == match::Held::no;
    }
    void add(const std::vector<policy::Remark>& remarks) {
        for (const policy::Remark& remark : remarks) add(remark);
    }
};

/// The bytes of a file that policy reads, as a setting may name it; a fault is one of use.
Bytes policy_bytes(const std::string& path, const policy::Value* named, Found& found, Outcome& outcome) {
    auto bytes = read_bytes(path, max_policy_bytes);
    if (bytes) return std::make_shared<const std::string>(std::move(*bytes));
    const base::Diagnostic fault = bytes.error().diagnostic;
    base::Diagnostic told = fault;
    if (named && named->origin != policy::Origin::fallback)
        told = {fault.code, named->where, base::printable(path) + ": " + fault.text, fault.hint};
    say(told);
    // A flag is no place that a report can show.
    found.faults.push_back(named && named->origin == policy::Origin::file ? std::move(told) : fault);
    outcome.add(Exit::usage, base::printable(path) + " cannot be read");
    return nullptr;
}

void wrong_file(const base::Diagnostics& faults, const std::string& path, Found& found, Outcome& outcome) {
    say(faults);
    found.faults.insert(found.faults.end(), faults.begin(), faults.end());
    outcome.add(Exit::usage, base::printable(path) + " cannot be used");
}

/// The lines that a finding stands on: its own; of one on the list as a whole, those of the list and of what leads to
/// it.
std::pair<std::uint32_t, std::uint32_t> lines_of(const report::Input& input, const match::Screening& screening,
                                                 const match::Finding& finding, const report::Places& places) {
    if (!finding.span.empty()) {
        const std::uint32_t line = places.at(finding.span.from).line;
        return {line, line};
    }
    const auto& products = input.label.products;
    const auto last_of = [&](std::size_t product) {
        return products[product].entries.empty() ? 0U : places.at(products[product].entries.back().span.to).line;
    };
    const std::size_t own = screening.product.value_or(products.size());
    const std::uint32_t from = own > 0 && own < products.size() ? last_of(own - 1) : input.first_line;
    const std::uint32_t to = own < products.size() ? last_of(own) : places.at(input.text.size()).line;
    return {from, std::max(from, to)};
}

/// What a setting names (nothing where it was emptied), else the file of the usual name beside the configuration.
std::string steering_file(const Project& project, std::string_view key, std::string_view usual_name) {
    if (const policy::Value* value = project.settings.find(key))
        return value->items.empty() ? "" : project.named_by(*value, value->items.front());
    const std::string usual = project.config_folder + "/" + std::string(usual_name);
    return exists(usual) ? project.from_here(usual) : "";
}

/// All suppressions of a run: comments and the side file; what is wrong with them is a finding.
std::vector<policy::Suppression> gather(Found& found, Part& part, rules::Date today, Outcome& outcome) {
    const Scope& scope = *part.scope;
    const Project& project = scope.project;
    const match::Program& program = scope.program;
    std::vector<policy::Suppression> all;
    for (policy::Comments& of_file : part.comments) {
        found.add(of_file.remarks);
        for (policy::Suppression& one : of_file.suppressions) {
            one.file = project.from_config(one.file);
            all.push_back(std::move(one));
        }
    }
    if (const std::string path = suppressions_file(project); !path.empty()) {
        const auto bytes = policy_bytes(path, project.settings.find("suppressions.file"), found, outcome);
        if (bytes) found.sources[path] = bytes;
        auto file = bytes ? policy::read_side_file(*bytes, path) : policy::SideFile();
        if (!file)
            wrong_file(file.error(), path, found, outcome);
        else {
            found.add(file->remarks);
            std::move(file->suppressions.begin(), file->suppressions.end(), std::back_inserter(all));
        }
    }
    all.insert(all.end(), scope.options.policy.more.begin(), scope.options.policy.more.end());
    const auto of_inputs = policy::rules_of_inputs();
    std::vector<std::string> known(of_inputs.begin(), of_inputs.end());
    for (const rules::Rule& rule : program.rules()) known.push_back(rule.id.text);
    const policy::Settings& settings = project.settings;
    const policy::Requirements asked{settings.texts("suppressions.require"), settings.count("suppressions.max_days"),
                                     today};
    found.add(policy::examine(all, asked, known));
    for (policy::Suppression& one : all) {
        const auto recognised = lexicon::recognise(one.ingredient, program.dictionary(), {.correct_spelling = false});
        one.normal_ingredient = program.dictionary().normal(recognised ? recognised->inci : one.ingredient);
    }
    return all;
}

}  // namespace

std::string suppressions_file(const Project& project) {
    return steering_file(project, "suppressions.file", usual_suppressions);
}

std::string baseline_file(const Project& project) {
    return steering_file(project, "baseline.file", usual_baseline);
}

void apply_policy(Judged& judged, std::size_t number, const report::ProductKeys& keys, Outcome& outcome) {
    report::Run& run = judged.run;
    Part& part = judged.parts[number];
    Scope& scope = *part.scope;
    const Project& project = scope.project;
    Found found{scope, judged.paths};
    const auto today = today_of(scope.options);
    if (!today) {
        outcome.add(Exit::usage, base::describe(today.error()));
        return;
    }
    // 1. What is known: suppressions, then the baseline.
    part.suppressions = policy::Suppressions(gather(found, part, *today, outcome));
    if (const std::string path = baseline_file(project); !path.empty()) {
        const auto bytes = policy_bytes(path, project.settings.find("baseline.file"), found, outcome);
        if (bytes) found.sources[path] = bytes;
        auto baseline = bytes ? policy::Baseline::read(*bytes, path) : policy::Baseline();
        if (baseline)
            part.baseline = std::move(*baseline);
        else
            wrong_file(baseline.error(), path, found, outcome);
    }
    // 2. Each finding: its severity here, whether it is held, whether it fails the run.
    const bool show = project.settings.flag("show-suppressed");
    const rules::Severity least = least_of(project.settings);
    const bool counts_warnings = limits_of(project.settings).max_warnings.has_value();
    const policy::FailOn fail_on = scope.options.fail_on;
    report::Identifier identifier(keys);
    std::set<std::string> screened;
    for (std::size_t i = 0; i < run.inputs.size(); ++i) {
        if (judged.part_of[i] != number) continue;
        report::Input& input = run.inputs[i];
        const policy::Settings& here = scope.of(judged.named(i)).settings;
        const std::string file = project.from_config(judged.named(i));
        screened.insert(input.project_path);
        part.suppressions.saw({"", file, input.id, input.product, input.own_name, "", 0, 0, true});
        const report::Places places(input);
        for (match::Screening& screening : input.screenings) {
            const report::Subject subject(scope.program, input, screening);
            std::vector<bool> out(screening.findings.size(), false);
            for (std::size_t f = 0; f < screening.findings.size(); ++f) {
                match::Finding& finding = screening.findings[f];
                const rules::Rule& rule = subject.rule(finding);
                const match::Identity identity = identifier.identity(subject, finding);
                finding.fingerprint = match::fingerprint(identity);
                if (rule.effect == rules::Effect::credit) continue;
                const Says says = says_of(here, rule, finding.severity);
                finding.severity = says.severity;
                out[f] = says.off || finding.severity < least;
                if (says.off) continue;
                const auto [line, last_line] = lines_of(input, screening, finding, places);
                const match::Held suppressed =
                    part.suppressions.hold({rule.id.text, file, input.id, input.product, input.own_name,
                                            identity.ingredient, line, last_line, rule.suppressible});
                if (suppressed != match::Held::no) {
                    finding.held = suppressed;
                    ++part.held.suppressed;
                    out[f] = out[f] || !show;
                    continue;
                }
                // What cannot fail a run needs no place in a baseline, and its end is no news.
                const bool may_fail = fail_on == policy::FailOn::never || policy::fails(finding.severity, fail_on) ||
                                      (counts_warnings && finding.severity == rules::Severity::warning);
                // A rule that may not be suppressed is not lived with by a baseline either.
                if (may_fail && rule.suppressible) part.identities.push_back(identity);
                if (part.baseline.holds(identity) && rule.suppressible) {
                    finding.held = match::Held::baselined;
                    ++part.held.baselined;
                    out[f] = out[f] || !show;
                    continue;
                }
                if (here.lists_rule("soft-fail", rule.id.text)) continue;
                policy::add(part.tally, finding.severity);
                finding.fails = policy::fails(finding.severity, fail_on);
            }
            take_out(screening, out);
        }
    }
    run.held.baselined += part.held.baselined;
    // 3. What policy says of inputs can be lived with, too; and what is left over.
    std::vector<policy::Remark> of_inputs = duplicate_keys(judged, number, keys);
    std::move(part.unclear.begin(), part.unclear.end(), std::back_inserter(of_inputs));
    for (const policy::Remark& remark : of_inputs) {
        const auto line = static_cast<std::uint32_t>(remark.where.line);
        const std::string file = project.from_config(remark.where.file);
        const match::Held held = part.suppressions.hold({remark.rule, file, "", "", "", "", line, line, true});
        part.held.suppressed += held != match::Held::no ? 1 : 0;
        if (held == match::Held::no || show) found.add(remark, held);
    }
    for (const Unread& unread : part.unread)
        part.suppressions.not_read(
            real_path(unread.path) == project.config_folder ? "." : project.from_config(unread.path), unread.folder);
    part.suppressions.judge_gone(
        [&](const std::string& named) { return !exists(project.config_folder + "/" + named); });
    found.add(part.suppressions.verdicts(part.whole));
    if (!project.settings.flag("baseline.allow-stale"))
        for (const policy::BaselineEntry* entry : part.baseline.stale(judged_products(part, std::move(screened))))
            found.add(policy::stale_remark(*entry));
    run.held.suppressed += part.held.suppressed;
    for (base::Diagnostic& fault : found.faults) {
        fault.where.file = judged.paths.of(fault.where.file);
        run.faults.push_back({std::move(fault), 0});
    }
    for (const report::PolicyFinding& finding : found.findings)
        if (finding.held == match::Held::no && !project.settings.lists_rule("soft-fail", finding.rule))
            policy::add(part.tally, finding.severity);
    for (report::PolicyFinding& finding : found.findings)
        if (finding.severity >= least) run.policy.push_back(std::move(finding));
}

}  // namespace incilint::cli
