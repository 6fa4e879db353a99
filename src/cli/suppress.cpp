#include "cli/suppress.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/joined.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/deliver.h"
#include "cli/files.h"
#include "cli/policy_step.h"
#include "cli/scopes.h"

namespace incilint::cli {
namespace {

/// The text of the file without the lines of some entries (as they stand in the file, a block a list item).
std::string without(const std::string& text, const std::vector<std::size_t>& gone, const policy::SideFile& file) {
    const base::LineIndex lines(text);
    std::vector<bool> drop(lines.lines() + 1, false);
    for (const std::size_t index : gone) {
        const auto from = static_cast<std::size_t>(file.suppressions[index].where.line);
        const std::size_t to = index + 1 < file.suppressions.size()
                                   ? static_cast<std::size_t>(file.suppressions[index + 1].where.line)
                                   : lines.lines() + 1;
        for (std::size_t line = from; line < to && line < drop.size(); ++line) {
            const std::string_view content = base::trim(lines.line(static_cast<std::uint32_t>(line)));
            drop[line] = !content.starts_with('#');
        }
    }
    std::string out;
    for (std::uint32_t line = 1; line <= lines.lines(); ++line)
        if (!drop[line] && !(line == lines.lines() && lines.line(line).empty()))
            out.append(lines.line(line)).append("\n");
    return out;
}

report::Sheet row_of(const policy::Suppression& one, bool unused, bool met) {
    const std::string status = !one.valid ? one.wrong : unused ? "unused" : met ? "holds" : "not judged";
    const std::string where = one.where.file + ":" + std::to_string(one.where.line);
    report::Sheet row;
    row.title = where;
    row.fields = {{"place", "", where},
                  {"rules", "rules", base::joined(one.rules)},
                  {"file", "file", one.file},
                  {"product", "product", one.product},
                  {"ingredient", "ingredient", one.ingredient},
                  {"reason", "reason", one.reason},
                  {"owner", "owner", one.owner},
                  {"ticket", "ticket", one.ticket},
                  {"expires", "expires", one.expires ? rules::word(*one.expires) : ""},
                  {"status", "status", status}};
    return row;
}

/// Takes the entries out of a file of suppressions that hold no more or meet nothing.
void prune(const Part& part, const std::string& path, rules::Date today, Outcome& outcome) {
    const auto bytes = read_bytes(path, max_suppressions_bytes);
    const auto file = bytes ? policy::read_side_file(*bytes, path)
                            : base::Expected<policy::SideFile, base::Diagnostics>(base::Error{base::Diagnostics{}});
    if (!file) {
        outcome.add(Exit::usage, base::printable(path) + " cannot be used");
        return;
    }
    // Entries of the side file stand behind the comments, in their order.
    const auto& all = part.suppressions.all();
    const std::size_t first = all.size() - file->suppressions.size();
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < file->suppressions.size(); ++i) {
        const policy::Suppression& one = file->suppressions[i];
        const bool expired = one.expires && *one.expires < today;
        if (expired || part.suppressions.unused(first + i, part.whole)) gone.push_back(i);
    }
    if (gone.empty()) return say(base::printable(path) + ": nothing to take out");
    std::string text = without(*bytes, gone, *file);
    if (gone.size() == file->suppressions.size()) text = "incilint: 1\nsuppressions:\n";
    const auto after = policy::read_side_file(text, path);
    if (!after || after->suppressions.size() + gone.size() != file->suppressions.size()) {
        outcome.add(Exit::usage,
                    base::printable(path) + " is not a list of one entry below the other: edit it by hand");
        return;
    }
    write_file(path, text, outcome);
    if (outcome.code() == Exit::ok)
        say(base::printable(path) + ": " + std::to_string(gone.size()) + " unused or expired taken out");
}

}  // namespace

std::optional<Scopes> scopes_of(const Options& options, Outcome& outcome) {
    auto scopes = Scopes::open(options);
    if (scopes) return std::move(*scopes);
    say(scopes.error());
    outcome.add(Exit::usage, "the configuration cannot be used");
    return std::nullopt;
}

std::optional<Judged> judged_of(Options& options, Scopes& scopes, Outcome& outcome) {
    const Project& here = scopes.projects().here();
    if (options.paths.empty()) options.paths = {here.from_here(here.config_folder)};
    const auto rules = search_rules(options, scopes, outcome);
    auto found = rules ? find_inputs(options, scopes, outcome, *rules) : std::nullopt;
    if (!found) return std::nullopt;
    Judged out = screen_inputs(options, std::move(*found), scopes, outcome);
    if (outcome.has(Exit::usage) || outcome.ended()) return std::nullopt;
    return out;
}

void write_file(const std::string& path, const std::string& text, Outcome& outcome) {
    auto output = Output::open(path);
    if (output)
        deliver(*output, text, outcome);
    else
        outcome.add(Exit::incomplete, "cannot write " + base::describe(output.error()));
}

int run_suppress_list(const Options& given) {
    Outcome outcome;
    Options options = given;
    auto scopes = scopes_of(options, outcome);
    if (!scopes) return finish(outcome);
    const auto judged = judged_of(options, *scopes, outcome);
    if (!judged) return finish(outcome);
    std::vector<report::Sheet> rows;
    for (const Part& part : judged->parts) {
        const auto& all = part.suppressions.all();
        for (std::size_t i = 0; i < all.size(); ++i)
            rows.push_back(row_of(all[i], part.suppressions.unused(i, part.whole), part.suppressions.met(i)));
    }
    report::Sheet sheet;
    sheet.title = base::counted(rows.size(), "suppression", "suppressions");
    sheet.fields = {{"suppressions", "where and why", std::move(rows), report::Layout::blocks}};
    deliver_sheet(options, sheet, "incilint.suppression-list/1", outcome);
    return finish(outcome);
}

int run_suppress_prune(const Options& given) {
    Outcome outcome;
    Options options = given;
    const auto today = today_of(given);
    if (!today) {
        outcome.add(Exit::usage, base::describe(today.error()));
        return finish(outcome);
    }
    auto scopes = scopes_of(options, outcome);
    if (!scopes) return finish(outcome);
    const auto judged = judged_of(options, *scopes, outcome);
    // What could not be read may be what a suppression is for.
    if (!judged || outcome.code() != Exit::ok) return finish(outcome);
    std::size_t files = 0;
    for (const Part& part : judged->parts) {
        const std::string path = suppressions_file(part.scope->project);
        if (path.empty() || !exists(path)) continue;
        ++files;
        prune(part, path, *today, outcome);
    }
    if (files == 0) outcome.add(Exit::usage, "there is no file of suppressions");
    return finish(outcome);
}

}  // namespace incilint::cli
