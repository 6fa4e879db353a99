#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/text.h"
#include "cli/changed_files.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/engine.h"
#include "cli/files.h"
#include "cli/idle.h"
#include "cli/policy_step.h"
#include "cli/unclear.h"
#include "policy/gate.h"
#include "report/text.h"

namespace incilint::cli {
namespace {

/// Whether all that lies in a folder was asked for.
bool screened_whole(const Options& options, const std::string& folder) {
    if (!options.policy.since.empty()) return false;
    return std::any_of(options.paths.begin(), options.paths.end(), [&](const std::string& path) {
        const std::string real = real_path(path);
        return !real.empty() && below(real, folder);
    });
}

/// The part of a run under a scope; made when it is asked for first.
std::size_t part_under(Judged& judged, Scope& scope, const Options& options) {
    for (std::size_t i = 0; i < judged.parts.size(); ++i)
        if (judged.parts[i].scope == &scope) return i;
    judged.parts.emplace_back(scope, limits_of(scope.project.settings));
    judged.parts.back().whole = screened_whole(options, scope.project.config_folder);
    return judged.parts.size() - 1;
}

/// The files in the order of their names in the reports: no report shall depend on the order of arguments.
void sort_files(FoundFiles& found, const ReportPaths& paths, const std::string& stdin_filename) {
    std::vector<std::pair<std::string, NamedFile>> keyed;
    for (NamedFile& file : found.files) {
        const bool named = file.path == "-" && !stdin_filename.empty();
        keyed.emplace_back(paths.of(named ? stdin_filename : file.path), std::move(file));
    }
    std::ranges::stable_sort(keyed, {}, &std::pair<std::string, NamedFile>::first);
    for (std::size_t i = 0; i < keyed.size(); ++i) found.files[i] = std::move(keyed[i].second);
}

/// What the faults say was not read. What is not there is not among it: nothing of it is left.
std::vector<Unread> unread_of(const std::vector<report::Fault>& faults, Scopes& scopes) {
    std::vector<Unread> out;
    for (const report::Fault& fault : faults) {
        const std::string& path = fault.what.where.file;
        if (path.empty() || path == "-" || path == "--text" || !exists(path)) continue;
        const bool folder = !is_file(path);
        const Project& project = folder ? scopes.projects().of_folder(path) : scopes.projects().of(path);
        out.push_back({&project, path, folder});
    }
    return out;
}

/// A catalog may have a hundred thousand records, and all of them are held: none keeps what no report shows.
void make_lean(report::Input& input) {
    std::erase_if(input.label.pieces, [](const label::Piece& piece) {
        return piece.kind == label::PieceKind::entry || piece.kind == label::PieceKind::separator;
    });
    input.label.pieces.shrink_to_fit();
    input.label.detections = {};
    for (label::Product& product : input.label.products) product.entries.shrink_to_fit();
    for (match::Screening& screening : input.screenings) {
        for (match::ScreenedEntry& entry : screening.entries)
            if (entry.recognised) entry.recognised->classes = {};
        screening.entries.shrink_to_fit();
        screening.findings.shrink_to_fit();
        screening.verdict.contributions.shrink_to_fit();
    }
}

std::string called(const Project& project) {
    return project.files.empty() ? "without a configuration" : base::printable(project.files.back());
}

/// The products of a part that break the limit of this key; none where the gate is no limit on products.
std::vector<report::GateProduct> products_failed(const Judged& judged, std::size_t part, const std::string& gate,
                                                 const std::string& whose) {
    std::vector<report::GateProduct> out;
    const policy::Limits& limits = judged.parts[part].limits;
    const auto limit = std::ranges::find(match::every_limit, gate, policy::key);
    if (limit == match::every_limit.end()) return out;
    for (std::size_t i = 0; i < judged.run.inputs.size(); ++i) {
        if (judged.part_of[i] != part) continue;
        const std::vector<match::Screening>& screenings = judged.run.inputs[i].screenings;
        for (std::size_t j = 0; j < screenings.size(); ++j) {
            const match::Numbers numbers = match::numbers_of(screenings[j]);
            if (match::breaks(limits.product, *limit, numbers))
                out.push_back({i, j, policy::words(limits, *limit, numbers) + whose});
        }
    }
    return out;
}

}  // namespace

std::optional<SearchRules> search_rules(const Options& options, Scopes& scopes, Outcome& outcome) {
    SearchRules out = scopes.search();
    if (options.policy.since.empty()) return out;
    // Each repository is asked once; the one of here before anything is read.
    const auto changed = std::make_shared<std::map<std::string, std::set<std::string>>>();
    const std::string since = options.policy.since;
    auto answer = changed_files(scopes.projects().here().root, since);
    if (!answer) {
        say(answer.error());
        outcome.add(Exit::usage, "--since cannot be answered");
        return std::nullopt;
    }
    (*changed)[scopes.projects().here().root] = std::move(*answer);
    Projects* projects = &scopes.projects();
    out.changed = [changed, since, projects, &outcome](const std::string& path) {
        const Project& project = projects->of(path);
        const auto [at, fresh] = changed->try_emplace(project.root);
        if (fresh) {
            auto files = changed_files(project.root, since);
            if (files)
                at->second = std::move(*files);
            else
                say(files.error()), outcome.add(Exit::usage, "--since cannot be answered");
        }
        return at->second.contains(project.from_root(path));
    };
    return out;
}

Judged screen_inputs(const Options& options, FoundFiles found, Scopes& scopes, Outcome& outcome) {
    Judged out;
    out.run.tool_version = tool_version();
    out.run.program = &scopes.here()->program;
    // 1. Read and screen.
    Options reading = options;
    if (!options.policy.since.empty()) reading.policy.allow_empty = true;
    std::map<const match::Program*, match::Scratch> scratch;
    out.paths = ReportPaths(scopes, found);
    sort_files(found, out.paths, options.stdin_filename);
    std::set<std::pair<const match::Program*, std::string>> silent;  // markets whose law is not asked for
    std::string reported;
    std::string from_root;
    bool first = true;
    InputResult inputs =
        for_each_record(reading, std::move(found), scopes, outcome, [&](scan::Record record, Scope& scope) {
            scan::screen_record(record, scope.program, scratch[&scope.program]);
            if (out.files.empty() || record.input.path != out.files.back()) {
                out.files.push_back(record.input.path);
                reported = out.paths.of(record.input.path);
                from_root = base::printable(scope.project.from_root(record.input.path));
            }
            out.file_of.push_back(out.files.size() - 1);
            out.unclear.look_at(record, out.run.inputs.size(), record.input.path, scope);
            if (!record.context.law_date && !record.context.market.empty() &&
                record.context.market != defaults_of(scope.options).market)
                silent.emplace(&scope.program, record.context.market);
            // The rules of the run are those of its first product.
            if (std::exchange(first, false)) out.run.program = &scope.program;
            record.input.path = reported;
            record.input.project_path = from_root;
            if (record.input.record_kind == report::RecordKind::row) make_lean(record.input);
            if (&scope.program != out.run.program) record.input.program = &scope.program;
            const std::size_t part = part_under(out, scope, options);
            for (const match::Screening& screening : record.input.screenings)
                match::count_broken(out.parts[part].broken, out.parts[part].limits.product,
                                    match::numbers_of(screening), [&] { return report::place_of(record.input); });
            out.part_of.push_back(part);
            out.run.inputs.push_back(std::move(record.input));
        });
    out.run.faults = std::move(inputs.faults);
    std::vector<Unread> unread = unread_of(out.run.faults, scopes);
    for (report::Fault& fault : out.run.faults) fault.what.where.file = out.paths.of(fault.what.where.file);
    std::ranges::stable_sort(out.run.faults, {}, [](const report::Fault& fault) {
        const base::Where& at = fault.what.where;
        return std::tie(at.file, fault.record, at.line, at.column, fault.what.code);
    });
    if (!options.policy.since.empty() && out.run.inputs.empty() && outcome.code() == Exit::ok && !options.quiet)
        say("no file to check changed since " + base::printable(options.policy.since));
    for (const auto& [program, market] : silent)
        if (!options.quiet) tell_of_no_law_date(market, *program);
    // 2. Each project: what its policy makes of the findings.
    if (out.parts.empty()) (void)part_under(out, *scopes.here(), options);
    for (auto& [scope, comments] : inputs.comments)
        out.parts[part_under(out, *scope, options)].comments.push_back(std::move(comments));
    for (Part& part : out.parts) {
        for (const Unread& one : unread)
            if (one.project == &part.scope->project) part.unread.push_back(one);
        const match::Program* program = &part.scope->program;
        if (program != out.run.program &&
            std::ranges::find(out.run.more_programs, program) == out.run.more_programs.end())
            out.run.more_programs.push_back(program);
    }
    std::vector<Looked> looked;
    for (const Part& part : out.parts) {
        const Project& project = part.scope->project;
        const bool whole = part.whole && part.unread.empty();
        looked.push_back({&project, whole, whole && unread.empty() && screened_whole(options, project.root)});
    }
    for (auto& [part, remark] : idle_patterns(looked, out.files, scopes.excluded()))
        out.parts[part].idle.push_back(std::move(remark));
    const report::ProductKeys keys(out.run);
    for (std::size_t part = 0; part < out.parts.size(); ++part) apply_policy(out, part, keys, outcome);
    std::stable_sort(out.run.policy.begin(), out.run.policy.end(), [](const auto& a, const auto& b) {
        return std::tie(a.path, a.from.line, a.from.column, a.rule, a.message) <
               std::tie(b.path, b.from.line, b.from.column, b.rule, b.message);
    });
    out.run.incomplete = outcome.has(Exit::incomplete) || !out.run.faults.empty();
    return out;
}

policy::Limits limits_of(const policy::Settings& settings) {
    return {settings.count("max-warnings"),
            {settings.percent("max-unknown"), settings.count("min-support"), settings.count("max-burden")}};
}

std::vector<policy::Reason> add_reasons(const policy::Settings& settings, const policy::Limits& limits,
                                        const match::BrokenLimits& broken, const policy::Tally& tally,
                                        policy::FailOn fail_on, const std::string& whose, Outcome& outcome) {
    std::vector<policy::Reason> reasons = policy::reasons(limits, tally.warnings, broken);
    if (auto reason = policy::gate(tally, fail_on)) reasons.insert(reasons.begin(), {"fail-on", std::move(*reason)});
    for (policy::Reason& reason : reasons) {
        reason.words += whose;
        if (settings.flag("exit-zero"))
            say(reason.words + " (let pass by exit-zero)");
        else
            outcome.add(Exit::findings, reason.words);
    }
    return reasons;
}

void apply_gates(Judged& judged, bool quiet, Outcome& outcome) {
    report::Run& run = judged.run;
    for (std::size_t number = 0; number < judged.parts.size(); ++number) {
        const Part& part = judged.parts[number];
        const policy::Settings& settings = part.scope->project.settings;
        const std::string whose = judged.parts.size() > 1 ? " (" + called(part.scope->project) + ")" : "";
        for (policy::Reason& reason :
             add_reasons(settings, part.limits, part.broken, part.tally, part.scope->options.fail_on, whose, outcome)) {
            report::FailedGate failed{reason.gate, std::move(reason.words), "", 1, settings.flag("exit-zero"), {}};
            failed.products = products_failed(judged, number, reason.gate, whose);
            const policy::Value* value = settings.find(reason.gate);
            if (value && value->origin == policy::Origin::file) {
                failed.path = judged.paths.of(value->where.file);
                failed.line = static_cast<std::uint32_t>(std::max(value->where.line, 1));
            }
            run.failed.push_back(std::move(failed));
        }
    }
    if (run.held.suppressed + run.held.baselined > 0 && !quiet)
        say(std::to_string(run.held.suppressed) + " suppressed and " +
            base::counted(run.held.baselined, "known finding", "known findings") + " left out");
}

}  // namespace incilint::cli
