#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/facts.h"
#include "cli/files.h"
#include "cli/suppress.h"
#include "ignore/ignore_file.h"
#include "report/rows.h"

namespace incilint::cli {
namespace {

policy::Suppression entry_of(const PolicyOptions& asked, rules::Date today) {
    policy::Suppression out;
    out.rules = {asked.rule};
    out.file = asked.file;
    out.product = asked.product;
    out.ingredient = asked.ingredient;
    out.reason = asked.reason;
    out.owner = asked.owner;
    out.ticket = asked.ticket;
    out.created = today;
    if (!asked.expires.empty()) out.expires = rules::date_named(asked.expires);
    return out;
}

/// Why an entry met nothing in the inputs of a run: the first of its words that none of them bears.
std::string why_not_met(const policy::Suppression& entry, const Judged& judged, const Part& part) {
    std::vector<std::string> files;
    std::vector<std::string> products;
    for (std::size_t i = 0; i < judged.run.inputs.size(); ++i) {
        if (&judged.parts[judged.part_of[i]] != &part) continue;
        const report::Input& input = judged.run.inputs[i];
        files.push_back(part.scope->project.from_config(judged.named(i)));
        for (const std::string& name : {input.id, input.product, input.own_name})
            if (!name.empty()) products.push_back(name);
    }
    const auto is_of = [&](const std::string& file) { return ignore::names_file(entry.file, file); };
    if (!entry.file.empty() && std::ranges::none_of(files, is_of))
        return "no file that is checked is '" + base::printable(entry.file) + "'" + near_words(entry.file, files);
    if (!entry.product.empty() && !part.suppressions.was_seen(part.suppressions.all().size() - 1))
        return "no product" + std::string(entry.file.empty() ? "" : " of these files") + " is called '" +
               base::printable(entry.product) + "'" + near_words(entry.product, products);
    std::vector<std::string> ingredients;
    for (const report::Row& row : report::rows_of(judged.run, false))
        if (row.rule_id == entry.rules.front() && !row.ingredient.empty()) ingredients.emplace_back(row.ingredient);
    return entry.rules.front() + " finds nothing" +
           (entry.ingredient.empty()
                ? std::string(" there")
                : " in '" + base::printable(entry.ingredient) + "'" + near_words(entry.ingredient, ingredients));
}

/// Why the entry would meet nothing; empty where it meets a finding, or where that cannot be told.
std::string meets_nothing(Options& options, Scopes& scopes) {
    Outcome outcome;
    const auto judged = judged_of(options, scopes, outcome);
    const bool whole = judged && outcome.code() == Exit::ok;
    if (!whole || judged->run.inputs.empty()) {
        say(std::string(whole ? "there is nothing to check here" : "not all could be read") +
            ": whether the entry meets a finding was not looked at");
        return "";
    }
    const policy::Suppression& entry = options.policy.more.front();
    for (const Part& part : judged->parts) {
        const auto& all = part.suppressions.all();
        if (part.scope->project.config_folder != scopes.projects().here().config_folder || all.empty()) continue;
        if (!part.suppressions.unused(all.size() - 1, true)) return "";
        return why_not_met(entry, *judged, part);
    }
    return "";
}

}  // namespace

int run_suppress_add(const Options& given) {
    Outcome outcome;
    const PolicyOptions& asked = given.policy;
    // 1. The project, the rules, the day. The run knows the entry, so that it can tell whether it meets anything.
    if (base::trim(asked.rule).empty()) {
        outcome.add(Exit::usage, "nothing to suppress: name a rule, see incilint rules list");
        return finish(outcome);
    }
    const auto today = today_of(given);
    policy::Suppression entry = entry_of(asked, today ? *today : rules::Date{});
    Options options = given;
    options.policy.more = {entry};
    options.policy.allow_empty = true;
    options.quiet = true;
    auto scopes = scopes_of(options, outcome);
    if (!scopes) return finish(outcome);
    const Scope* scope = scopes->here();
    if (!scope || !today) {
        if (!scope) say(scopes->faults());
        outcome.add(Exit::usage, today ? "the rules or names cannot be used" : base::describe(today.error()));
        return finish(outcome);
    }
    const Project* project = &scope->project;
    const match::Program& program = scope->program;
    // 2. The entry, which must be one that would hold.
    const rules::Rule* rule = find_rule(program, asked.rule);
    const auto of_inputs = policy::rules_of_inputs();
    const bool of_policy = std::ranges::find(of_inputs, std::string_view(asked.rule)) != of_inputs.end();
    if (!of_policy && (!rule || !rule->suppressible)) {
        outcome.add(Exit::usage,
                    rule ? asked.rule + " may not be suppressed: its rule says so"
                         : "no rule is called '" + base::printable(asked.rule) + "'" + near_rule(program, asked.rule));
        return finish(outcome);
    }
    if (!asked.expires.empty() && !entry.expires)
        outcome.add(Exit::usage, "--expires: '" + base::printable(asked.expires) + "' is no day, like 2027-03-31");
    if (entry.file.empty() && entry.product.empty() && entry.ingredient.empty())
        outcome.add(Exit::usage, "say where: --file, --product or --ingredient");
    std::vector<policy::Suppression> alone{entry};
    const policy::Requirements required{project->settings.texts("suppressions.require"),
                                        project->settings.count("suppressions.max_days"), *today};
    for (const policy::Remark& remark : policy::examine(alone, required, {asked.rule}))
        outcome.add(Exit::usage, remark.message + " (" + remark.hint + ")");
    if (outcome.code() != Exit::ok) return finish(outcome);
    if (const std::string why = meets_nothing(options, *scopes); !why.empty()) {
        outcome.add(Exit::usage, "nothing is added: " + why);
        return finish(outcome);
    }
    // 3. The file: as it was, with the entry at its end; read again before it is written.
    std::string path = suppressions_file(*project);
    if (path.empty()) path = project->from_here(project->config_folder + "/" + std::string(usual_suppressions));
    std::string text;
    std::size_t had = 0;
    if (exists(path)) {
        auto bytes = read_bytes(path, max_suppressions_bytes);
        const auto before = bytes ? policy::read_side_file(*bytes, path)
                                  : base::Expected<policy::SideFile, base::Diagnostics>(
                                        base::Error{base::Diagnostics{bytes.error().diagnostic}});
        if (!before) {
            say(before.error());
            outcome.add(Exit::usage, base::printable(path) + " cannot be used");
            return finish(outcome);
        }
        had = before->suppressions.size();
        for (const policy::Suppression& one : before->suppressions) {
            const bool same = std::ranges::find(one.rules, asked.rule) != one.rules.end() && one.file == entry.file &&
                              one.product == entry.product && one.ingredient == entry.ingredient;
            if (!same || (one.expires && *one.expires < *today)) continue;
            outcome.add(Exit::usage, "nothing is added: " + base::printable(path) + ":" +
                                         std::to_string(one.where.line) + " says it already");
            return finish(outcome);
        }
        text = std::move(*bytes);
        if (!text.empty() && !text.ends_with('\n')) text.push_back('\n');
    }
    if (had == 0 && text.find("suppressions:") == text.npos)
        text += std::string(text.find("incilint:") == text.npos ? "incilint: 1\n" : "") + "suppressions:\n";
    text += policy::side_file_entry(entry);
    const auto after = policy::read_side_file(text, path);
    if (!after || after->suppressions.size() != had + 1) {
        outcome.add(Exit::usage, base::printable(path) +
                                     " does not end with a list of entries, one below the other: add this by hand:\n" +
                                     policy::side_file_entry(entry));
        return finish(outcome);
    }
    write_file(path, text, outcome);
    if (outcome.code() == Exit::ok) say(base::printable(path) + ": suppression of " + asked.rule + " added");
    return finish(outcome);
}

}  // namespace incilint::cli
