#include "cli/policy_found.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/policy_step.h"
#include "match/identity.h"

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
    const std::string file = remark.where.file.empty() ? "" : base::printable(project.from_root(remark.where.file));
    out.fingerprint =
        match::fingerprint({remark.rule, file, remark.known_by.empty() ? remark.message : remark.known_by, 1});
    return out;
}

/// What a setting names (nothing where it was emptied), else the file of the usual name beside the configuration.
std::string steering_file(const Project& project, std::string_view key, std::string_view usual_name) {
    if (const policy::Value* value = project.settings.find(key))
        return value->items.empty() ? "" : project.named_by(*value, value->items.front());
    const std::string usual = project.config_folder + "/" + std::string(usual_name);
    // A link to nowhere is no file that is not there: somebody wants it read.
    return exists(usual) || is_link(usual) ? project.from_here(usual) : "";
}

}  // namespace

void Found::add(const policy::Remark& remark) {
    add({remark, match::Held::no, std::nullopt}, nullptr);
}

void Found::add(const std::vector<policy::Remark>& remarks) {
    for (const policy::Remark& remark : remarks) add(remark);
}

void Found::add(const Told& told, const report::Input* input) {
    const policy::Remark& remark = told.remark;
    if (scope.project.settings.severity_of(remark.rule) == "off") return;
    report::PolicyFinding finding = finding_of(remark, scope.project, scope.options.fail_on, paths);
    if (const auto source = sources.find(remark.where.file); source != sources.end()) finding.source = source->second;
    finding.held = told.held;
    finding.fails = finding.fails && told.held == match::Held::no;
    if (input) {
        finding.record = input->record;
        finding.product = report::product_words(input->id, input->product);
    }
    findings.push_back(std::move(finding));
}

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

std::string suppressions_file(const Project& project) {
    return steering_file(project, "suppressions.file", usual_suppressions);
}

std::string baseline_file(const Project& project) {
    return steering_file(project, "baseline.file", usual_baseline);
}

}  // namespace incilint::cli
