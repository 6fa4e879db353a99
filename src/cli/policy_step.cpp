#include "cli/policy_step.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "cli/console.h"
#include "cli/file_settings.h"
#include "cli/files.h"
#include "report/identity.h"

namespace incilint::cli {
namespace {

constexpr std::size_t max_policy_bytes = std::size_t{64} << 20;

rules::Severity severity_named(std::string_view word, rules::Severity otherwise) {
    if (word == "error") return rules::Severity::error;
    if (word == "warning") return rules::Severity::warning;
    if (word == "note") return rules::Severity::note;
    return otherwise;
}

/// Takes the findings that `leaves` names out into `held`; points keep meaning the finding that they meant.
template <class Leaves>
void take_out(match::Screening& screening, const Leaves& leaves) {
    std::vector<match::Finding> kept;
    std::vector<match::Finding> taken;
    std::vector<std::pair<bool, std::uint32_t>> place;  // taken, number
    for (match::Finding& finding : screening.findings) {
        const bool out = leaves(finding);
        std::vector<match::Finding>& into = out ? taken : kept;
        place.emplace_back(out, static_cast<std::uint32_t>(into.size()));
        into.push_back(std::move(finding));
    }
    for (match::Contribution& part : screening.verdict.contributions) {
        const auto [out, number] = place[part.finding];
        part.finding = number + (out ? static_cast<std::uint32_t>(kept.size()) : 0);
    }
    screening.findings = std::move(kept);
    screening.held = std::move(taken);
}

report::PolicyFinding finding_of(const policy::Remark& remark, const Project& project) {
    report::PolicyFinding out;
    out.rule = remark.rule;
    const std::string word = project.settings.severity_of(remark.rule);
    out.severity = severity_named(word, remark.severity);
    out.path = remark.where.file;
    out.project_path = project.from_root(remark.where.file);
    out.from = {static_cast<std::uint32_t>(std::max(remark.where.line, 1)),
                static_cast<std::uint32_t>(std::max(remark.where.column, 1))};
    out.to = {out.from.line, std::max(remark.end_column, out.from.column + 1)};
    out.message = remark.message;
    out.hint = remark.hint;
    out.fingerprint = match::fingerprint({remark.rule, out.project_path, remark.message, 1});
    return out;
}

void add_remarks(report::Run& run, const std::vector<policy::Remark>& remarks, const Project& project) {
    for (const policy::Remark& remark : remarks)
        if (project.settings.severity_of(remark.rule) != "off") run.policy.push_back(finding_of(remark, project));
}

/// The bytes of a file that policy reads; a fault is one of use.
std::optional<std::string> policy_bytes(const std::string& path, Outcome& outcome) {
    auto bytes = read_bytes(path, max_policy_bytes);
    if (bytes) return std::move(*bytes);
    say(bytes.error().diagnostic);
    outcome.add(Exit::usage, base::printable(path) + " cannot be read");
    return std::nullopt;
}

void wrong_file(const base::Diagnostics& faults, const std::string& path, Outcome& outcome) {
    say(faults);
    outcome.add(Exit::usage, base::printable(path) + " cannot be used");
}

/// All suppressions of a run: comments and the side file; what is wrong with them is a finding.
std::vector<policy::Suppression> gather(report::Run& run, const Project& project, const match::Program& program,
                                        std::vector<policy::Comments> comments, rules::Date today, Outcome& outcome) {
    std::vector<policy::Suppression> all;
    for (policy::Comments& of_file : comments) {
        add_remarks(run, of_file.remarks, project);
        for (policy::Suppression& one : of_file.suppressions) {
            one.file = project.from_config(one.file);
            all.push_back(std::move(one));
        }
    }
    if (const std::string path = suppressions_file(project); !path.empty()) {
        const auto bytes = policy_bytes(path, outcome);
        if (!bytes) return all;
        auto file = policy::read_side_file(*bytes, path);
        if (!file) {
            wrong_file(file.error(), path, outcome);
            return all;
        }
        add_remarks(run, file->remarks, project);
        std::move(file->suppressions.begin(), file->suppressions.end(), std::back_inserter(all));
    }
    std::vector<std::string> known;
    for (const rules::Rule& rule : program.rules()) known.push_back(rule.id.text);
    const policy::Settings& settings = project.settings;
    const policy::Requirements asked{settings.texts("suppressions.require"), settings.count("suppressions.max_days"),
                                     today};
    add_remarks(run, policy::examine(all, asked, known), project);
    for (policy::Suppression& one : all) {
        const auto recognised = lexicon::recognise(one.ingredient, program.dictionary(), {.correct_spelling = false});
        one.normal_ingredient = program.dictionary().normal(recognised ? recognised->inci : one.ingredient);
    }
    return all;
}

}  // namespace

std::string suppressions_file(const Project& project) {
    if (const policy::Value* value = project.settings.find("suppressions.file"))
        return project.named_by(*value, value->items.front());
    const std::string usual = project.config_folder + "/.incilint-ignore.yaml";
    return exists(usual) ? relative_to(real_path("."), usual) : "";
}

std::string baseline_file(const Project& project) {
    const policy::Value* value = project.settings.find("baseline.file");
    return value && !value->items.empty() ? project.named_by(*value, value->items.front()) : "";
}

void apply_policy(Judged& judged, const Options& options, const Project& project,
                  std::vector<policy::Comments> comments, Outcome& outcome) {
    report::Run& run = judged.run;
    const match::Program& program = *run.program;
    const auto today = today_of(options);
    if (!today) {
        outcome.add(Exit::usage, base::describe(today.error()));
        return;
    }
    // 1. What is known: suppressions, then the baseline.
    judged.suppressions = policy::Suppressions(gather(run, project, program, std::move(comments), *today, outcome));
    if (const std::string path = baseline_file(project); !path.empty()) {
        const auto bytes = policy_bytes(path, outcome);
        auto baseline = bytes ? policy::Baseline::read(*bytes, path) : policy::Baseline();
        if (baseline)
            judged.baseline = std::move(*baseline);
        else
            wrong_file(baseline.error(), path, outcome);
    }
    // 2. Each finding: its severity here, whether it is held.
    const bool show = project.settings.flag("show-suppressed");
    const rules::Severity least = severity_named(project.settings.text("min-severity"), rules::Severity::note);
    const bool counts_warnings = limits_of(project.settings).max_warnings.has_value();
    FileSettings settings(project);
    report::Identifier identifier;
    std::set<std::string> screened;
    for (report::Input& input : run.inputs) {
        const policy::Settings& here = settings.of(input.path);
        const std::string file = project.from_config(input.path);
        screened.insert(input.project_path);
        judged.suppressions.saw({"", file, input.id, input.product, "", 0, true});
        for (match::Screening& screening : input.screenings) {
            const report::Subject subject(program, input, screening);
            std::set<const match::Finding*> off;
            for (match::Finding& finding : screening.findings) {
                const rules::Rule& rule = subject.rule(finding);
                const match::Identity identity = identifier.identity(subject, finding);
                finding.fingerprint = match::fingerprint(identity);
                if (rule.effect == rules::Effect::credit) continue;
                const std::string word = here.severity_of(rule.id.text);
                finding.severity = severity_named(word, finding.severity);
                if (word == "off") {
                    off.insert(&finding);
                    continue;
                }
                const std::uint32_t line = finding.span.empty() ? 0
                                           : input.locate       ? input.locate(finding.span.from).line
                                                          : base::LineIndex(input.text).at(finding.span.from).line;
                if (judged.suppressions.covers(
                        {rule.id.text, file, input.id, input.product, identity.ingredient, line, rule.suppressible})) {
                    finding.held = match::Held::suppressed;
                    ++run.held.suppressed;
                    continue;
                }
                // What cannot fail a run needs no place in a baseline, and its end is no news.
                const bool may_fail = options.fail_on == policy::FailOn::never ||
                                      policy::fails(finding.severity, options.fail_on) ||
                                      (counts_warnings && finding.severity == rules::Severity::warning);
                if (may_fail) judged.identities.push_back(identity);
                if (!judged.baseline.holds(identity)) {
                    if (!here.lists_rule("soft-fail", rule.id.text)) policy::add(judged.tally, finding.severity);
                    continue;
                }
                finding.held = match::Held::baselined;
                ++run.held.baselined;
            }
            take_out(screening, [&](const match::Finding& finding) {
                if (program.rules()[finding.rule].effect == rules::Effect::credit) return false;
                return off.contains(&finding) || finding.severity < least || (!show && finding.held != match::Held::no);
            });
        }
    }
    // 3. What is left over.
    add_remarks(run, judged.suppressions.verdicts(judged.whole), project);
    const auto was_screened = [&](const std::string& product) {
        if (judged.whole || screened.contains(product)) return true;
        return std::any_of(screened.begin(), screened.end(), [&](const std::string& file) {
            return product.size() > file.size() && product.starts_with(file) &&
                   (product[file.size()] == '#' || product[file.size()] == '/');
        });
    };
    if (!project.settings.flag("baseline.allow-stale"))
        for (const policy::BaselineEntry* entry : judged.baseline.stale(was_screened))
            add_remarks(run, {policy::stale_remark(*entry)}, project);
    for (const report::PolicyFinding& finding : run.policy)
        if (!project.settings.lists_rule("soft-fail", finding.rule)) policy::add(judged.tally, finding.severity);
    std::erase_if(run.policy, [least](const report::PolicyFinding& finding) { return finding.severity < least; });
    std::stable_sort(run.policy.begin(), run.policy.end(), [](const auto& a, const auto& b) {
        return std::tie(a.path, a.from.line, a.from.column, a.rule, a.message) <
               std::tie(b.path, b.from.line, b.from.column, b.rule, b.message);
    });
}

}  // namespace incilint::cli
