#include "cli/policy_step.h"

#include <algorithm>
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

/// What policy finds in the files of one part.
struct Found {
    const Scope& scope;
    const ReportPaths& paths;
    std::vector<report::PolicyFinding> findings{};

    void add(const std::vector<policy::Remark>& remarks) {
        for (const policy::Remark& remark : remarks)
            if (scope.project.settings.severity_of(remark.rule) != "off")
                findings.push_back(finding_of(remark, scope.project, scope.options.fail_on, paths));
    }
};

/// The bytes of a file that policy reads, as a setting may name it; a fault is one of use.
std::optional<std::string> policy_bytes(const std::string& path, const policy::Value* named, Outcome& outcome) {
    auto bytes = read_bytes(path, max_policy_bytes);
    if (bytes) return std::move(*bytes);
    base::Diagnostic fault = bytes.error().diagnostic;
    if (named && named->origin != policy::Origin::fallback)
        fault = {fault.code, named->where, base::printable(path) + ": " + fault.text, fault.hint};
    say(fault);
    outcome.add(Exit::usage, base::printable(path) + " cannot be read");
    return std::nullopt;
}

void wrong_file(const base::Diagnostics& faults, const std::string& path, Outcome& outcome) {
    say(faults);
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
        const auto bytes = policy_bytes(path, project.settings.find("suppressions.file"), outcome);
        if (!bytes) return all;
        auto file = policy::read_side_file(*bytes, path);
        if (!file) {
            wrong_file(file.error(), path, outcome);
            return all;
        }
        found.add(file->remarks);
        std::move(file->suppressions.begin(), file->suppressions.end(), std::back_inserter(all));
    }
    std::vector<std::string> known;
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

rules::Severity severity_named(std::string_view word, rules::Severity otherwise) {
    if (word == "error") return rules::Severity::error;
    if (word == "warning") return rules::Severity::warning;
    if (word == "note") return rules::Severity::note;
    return otherwise;
}

rules::Severity least_of(const policy::Settings& settings) {
    return severity_named(settings.text("min-severity"), rules::Severity::note);
}

Says says_of(const policy::Settings& settings, const rules::Rule& rule, rules::Severity severity) {
    const std::string word = settings.severity_of(rule.id.text);
    return {severity_named(word, severity), word == "off"};
}

void take_out(match::Screening& screening, const std::vector<bool>& out) {
    std::vector<match::Finding> kept;
    std::vector<match::Finding> taken;
    std::vector<std::uint32_t> place;  // in its list
    for (std::size_t i = 0; i < screening.findings.size(); ++i) {
        std::vector<match::Finding>& into = out[i] ? taken : kept;
        place.push_back(static_cast<std::uint32_t>(into.size()));
        into.push_back(std::move(screening.findings[i]));
    }
    for (match::Contribution& part : screening.verdict.contributions)
        part.finding = place[part.finding] + (out[part.finding] ? static_cast<std::uint32_t>(kept.size()) : 0);
    screening.findings = std::move(kept);
    screening.held = std::move(taken);
}

void apply_severities(match::Screening& screening, const match::Program& program, const policy::Settings& settings) {
    std::vector<bool> out(screening.findings.size(), false);
    const rules::Severity least = least_of(settings);
    for (std::size_t i = 0; i < out.size(); ++i) {
        match::Finding& finding = screening.findings[i];
        const rules::Rule& rule = program.rules()[finding.rule];
        if (rule.effect == rules::Effect::credit) continue;
        const Says says = says_of(settings, rule, finding.severity);
        finding.severity = says.severity;
        out[i] = says.off || finding.severity < least;
    }
    if (std::ranges::find(out, true) != out.end()) take_out(screening, out);
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
        const auto bytes = policy_bytes(path, project.settings.find("baseline.file"), outcome);
        auto baseline = bytes ? policy::Baseline::read(*bytes, path) : policy::Baseline();
        if (baseline)
            part.baseline = std::move(*baseline);
        else
            wrong_file(baseline.error(), path, outcome);
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
        part.suppressions.saw({"", file, input.id, input.product, "", 0, 0, true});
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
                if (part.suppressions.covers({rule.id.text, file, input.id, input.product, identity.ingredient, line,
                                              last_line, rule.suppressible})) {
                    finding.held = match::Held::suppressed;
                    ++part.held.suppressed;
                    out[f] = out[f] || !show;
                    continue;
                }
                // What cannot fail a run needs no place in a baseline, and its end is no news.
                const bool may_fail = fail_on == policy::FailOn::never || policy::fails(finding.severity, fail_on) ||
                                      (counts_warnings && finding.severity == rules::Severity::warning);
                if (may_fail) part.identities.push_back(identity);
                if (part.baseline.holds(identity)) {
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
    run.held.suppressed += part.held.suppressed;
    run.held.baselined += part.held.baselined;
    // 3. What is left over.
    part.suppressions.judge_gone(
        [&](const std::string& named) { return !exists(project.config_folder + "/" + named); });
    found.add(part.suppressions.verdicts(part.whole));
    if (!project.settings.flag("baseline.allow-stale"))
        for (const policy::BaselineEntry* entry : part.baseline.stale(judged_products(part, std::move(screened))))
            found.add({policy::stale_remark(*entry)});
    found.add(duplicate_keys(judged, number, keys));
    for (const report::PolicyFinding& finding : found.findings)
        if (!project.settings.lists_rule("soft-fail", finding.rule)) policy::add(part.tally, finding.severity);
    for (report::PolicyFinding& finding : found.findings)
        if (finding.severity >= least) run.policy.push_back(std::move(finding));
}

}  // namespace incilint::cli
