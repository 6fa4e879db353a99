#include "cli/policy_step.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "cli/console.h"
#include "cli/files.h"
#include "report/identity.h"
#include "report/places.h"
#include "report/style.h"

namespace incilint::cli {
namespace {

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

/// The commands that compare findings with a baseline, or write one.
bool of_baseline(Command command) {
    return command == Command::baseline_create || command == Command::baseline_check ||
           command == Command::baseline_prune || command == Command::baseline_accept;
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
    const bool keeps_identities = of_baseline(scope.options.command);
    report::Identifier identifier(keys);
    std::set<std::string> screened;
    // What holds for a file is asked for once, not once a record.
    std::vector<std::string> from_config(judged.files.size());
    const policy::Settings* settings = nullptr;
    for (std::size_t i = 0; i < run.inputs.size(); ++i) {
        if (judged.part_of[i] != number) continue;
        report::Input& input = run.inputs[i];
        std::string& file = from_config[judged.file_of[i]];
        if (screened.insert(input.project_path).second || file.empty()) {
            settings = &scope.of(judged.named(i)).settings;
            file = project.from_config(judged.named(i));
        }
        const policy::Settings& here = *settings;
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
                    part.baseline.cannot_hold(identity, policy::Baseline::Why::suppressed);
                    out[f] = out[f] || !show;
                    continue;
                }
                // What cannot fail a run needs no place in a baseline, and its end is no news.
                const bool soft = here.lists_rule("soft-fail", rule.id.text);
                const bool may_fail = fail_on == policy::FailOn::never || policy::fails(finding.severity, fail_on) ||
                                      (counts_warnings && finding.severity == rules::Severity::warning);
                // A rule that may not be suppressed is not lived with by a baseline either.
                if (may_fail && !soft && rule.suppressible && keeps_identities) part.identities.push_back(identity);
                if (!rule.suppressible) {
                    part.baseline.cannot_hold(identity, policy::Baseline::Why::refused);
                } else if (part.baseline.holds(identity)) {
                    finding.held = match::Held::baselined;
                    ++part.held.baselined;
                    out[f] = out[f] || !show;
                    continue;
                }
                if (soft) continue;
                policy::add(part.tally, finding.severity);
                finding.fails = policy::fails(finding.severity, fail_on);
                if (finding.fails && !rule.suppressible) part.beyond.push_back(identity);
            }
            take_out(screening, out);
        }
    }
    run.held.baselined += part.held.baselined;
    // 3. What policy says of inputs can be lived with, too, one record at a time; and what is left over.
    const auto hold = [&](std::string_view rule, std::size_t i, const base::Where& where) {
        const report::Input& input = run.inputs[i];
        const std::string& own = from_config[judged.file_of[i]];
        const auto held = [&](const std::string& file, int line) {
            const auto at = static_cast<std::uint32_t>(line);
            return part.suppressions.hold({rule, file, input.id, input.product, input.own_name, "", at, at, true});
        };
        const bool stands_there = where.file == judged.named(i);
        const match::Held of_place = stands_there
                                         ? held(own, where.line)
                                         : held(where.file.empty() ? "" : project.from_config(where.file), where.line);
        return of_place == match::Held::no && !stands_there ? held(own, 0) : of_place;
    };
    const auto called = [&](std::size_t i) {
        const report::Input& input = run.inputs[i];
        const std::string& name = !input.id.empty()        ? input.id
                                  : input.own_name.empty() ? input.product
                                                           : input.own_name;
        return name.empty() ? "record " + std::to_string(input.record) : report::shown(name, 40);
    };
    std::vector<Told> of_inputs = duplicate_keys(judged, number, keys, hold);
    std::ranges::move(judged.unclear.of(scope, hold, called), std::back_inserter(of_inputs));
    for (const Told& told : of_inputs) {
        part.held.suppressed += told.held != match::Held::no ? 1 : 0;
        // What configuration or command line say is of no record.
        const bool of_record = told.input && told.remark.where.file == judged.named(*told.input);
        if (told.held == match::Held::no || show) found.add(told, of_record ? &run.inputs[*told.input] : nullptr);
    }
    for (const Unread& unread : part.unread)
        part.suppressions.not_read(
            real_path(unread.path) == project.config_folder ? "." : project.from_config(unread.path), unread.folder);
    part.suppressions.judge_gone(
        [&](const std::string& named) { return !exists(project.config_folder + "/" + named); });
    found.add(part.suppressions.verdicts(part.whole));
    found.add(part.idle);
    if (!project.settings.flag("baseline.allow-stale"))
        for (const policy::BaselineEntry* entry : part.baseline.stale(judged_products(part, std::move(screened))))
            found.add(policy::stale_remark(*entry));
    run.held.suppressed += part.held.suppressed;
    for (base::Diagnostic& fault : found.faults) {
        fault.where.file = judged.paths.of(fault.where.file);
        run.faults.push_back({std::move(fault), 0});
    }
    for (const report::PolicyFinding& finding : found.findings) {
        if (finding.held == match::Held::no && !project.settings.lists_rule("soft-fail", finding.rule))
            policy::add(part.tally, finding.severity);
        if (finding.fails) part.beyond.push_back({finding.rule, report::place_words(finding), "", 1});
    }
    for (report::PolicyFinding& finding : found.findings)
        if (finding.severity >= least) run.policy.push_back(std::move(finding));
}

}  // namespace incilint::cli
