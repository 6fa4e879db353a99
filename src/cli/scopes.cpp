#include "cli/scopes.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "builtin/builtin.h"
#include "cli/engine.h"
#include "cli/policy_step.h"
#include "cli/unclear.h"
#include "ignore/ignore_file.h"

namespace incilint::cli {
namespace {

/// What a program is made of, as one word.
std::string parts_of(const Options& options) {
    std::string out = options.default_rules ? "with" : "without";
    for (const auto* files : {&options.rule_files, &options.data_files}) {
        out.push_back('\n');
        for (const std::string& file : *files) out.append(file).push_back('\0');
    }
    return out;
}

/// A file that cannot be read is told where the configuration names it.
base::Diagnostic with_place(base::Diagnostic fault, const Project& project) {
    if (fault.where.line > 0) return fault;
    for (const std::string_view key : {"rules", "names"}) {
        const policy::Value* value = project.settings.find(key);
        if (!value || value->origin != policy::Origin::file) continue;
        for (const std::string& item : value->items) {
            if (project.named_by(*value, item) != fault.where.file) continue;
            fault.text = base::printable(fault.where.file) + ": " + fault.text;
            fault.where = value->where;
            return fault;
        }
    }
    return fault;
}

/// What the settings say of rules that neither this run nor the built-in sets have.
base::Diagnostics unknown_rules(const Options& options, const policy::Settings& settings,
                                const match::Program& program) {
    std::vector<std::string> known;
    for (const rules::Rule& rule : program.rules()) known.push_back(rule.id.text);
    // Where the rules are chosen by hand, a configuration may go on to speak of the built-in ones.
    if (!options.default_rules || !options.program_file.empty())
        if (const auto built_in = builtin::program())
            for (const rules::Rule& rule : built_in->rules()) known.push_back(rule.id.text);
    return settings.unknown_rules(known);
}

}  // namespace

void Scope::tell_of_law() {
    if (!std::exchange(told_, true))
        tell_of_silent_law(options, project.settings, program, options.command == Command::check);
}

const FileView& Scope::of(const std::string& path) {
    auto named = project.settings.overrides_of(project.from_config(path));
    const auto [at, fresh] = views_.try_emplace(named);
    if (fresh) {
        at->second.settings = project.settings.with(named);
        at->second.options = configured(given_, project, at->second.settings);
    }
    return at->second;
}

base::Expected<Scopes, base::Diagnostics> Scopes::open(const Options& given) {
    auto projects = Projects::open(given);
    if (!projects) return base::Error{std::move(projects).error()};
    Scopes out;
    out.given_ = &given;
    out.projects_ = std::make_shared<Projects>(std::move(*projects));
    return out;
}

Scope* Scopes::of(Project& project) {
    const auto [at, fresh] = by_project_.try_emplace(&project, nullptr);
    if (!fresh) return at->second;
    const Options options = configured(*given_, project);
    const auto [known, unknown] = programs_.try_emplace(parts_of(options));
    if (unknown) {
        auto program = make_program(options);
        if (program)
            known->second = std::make_unique<const match::Program>(std::move(*program));
        else
            for (base::Diagnostic fault : program.error()) faults_.push_back(with_place(std::move(fault), project));
    }
    if (!known->second) return nullptr;
    const base::Diagnostics wrong = unknown_rules(options, project.settings, *known->second);
    faults_.insert(faults_.end(), wrong.begin(), wrong.end());
    if (!wrong.empty()) return nullptr;
    return at->second = &scopes_->emplace_back(*given_, project, *known->second);
}

base::Diagnostics Scopes::faults() const {
    base::Diagnostics out = projects_->faults();
    out.insert(out.end(), faults_.begin(), faults_.end());
    return out;
}

SearchRules Scopes::search() const {
    SearchRules out;
    const std::shared_ptr<Projects> projects = projects_;
    out.named_too = given_->policy.force_exclude;
    out.input_name = given_->stdin_filename;
    out.allow_empty = given_->policy.allow_empty;
    out.root_of = [projects](const std::string& folder) {
        const Project& project = projects->of_folder(folder);
        return project.settings.flag("gitignore") ? project.root : std::string();
    };
    out.excluded = [projects, met = excluded_](const std::string& path) {
        const Project& project = projects->of(path);
        const policy::Value* excluded = project.settings.find("exclude");
        if (!excluded) return false;
        const std::string from = project.from_config(path);
        bool out_of_run = false;
        for (const std::string& pattern : excluded->items) {
            if (!ignore::names_file(pattern, from)) continue;
            (*met)[&project].insert(pattern);
            out_of_run = true;
        }
        return out_of_run;
    };
    return out;
}

std::vector<std::string> Scopes::files_read() const {
    std::vector<std::string> out;
    for (Scope& scope : *scopes_)
        for (const auto* files : {&scope.project.files, &scope.options.rule_files, &scope.options.data_files})
            out.insert(out.end(), files->begin(), files->end());
    for (const Scope& scope : *scopes_) {
        const Project& project = scope.project;
        for (std::string file :
             {suppressions_file(project), baseline_file(project), project.from_here(project.root + "/.gitignore")})
            if (!file.empty()) out.push_back(std::move(file));
    }
    return out;
}

}  // namespace incilint::cli
