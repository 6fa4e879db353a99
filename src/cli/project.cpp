#include "cli/project.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include <unistd.h>

#include "base/near.h"
#include "base/text.h"
#include "cli/files.h"
#include "policy/config.h"

namespace incilint::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t max_config_bytes = std::size_t{4} << 20;
constexpr std::size_t max_extends = 8;
/// Settings that name files to read.
constexpr std::array<std::string_view, 4> files_read = {"rules", "names", "suppressions.file", "baseline.file"};

/// Reads a configuration and first all that it extends.
class Chain {
  public:
    explicit Chain(Project& project) : project_(project) {}

    /// `named`: where a configuration says so; nowhere for the first one.
    base::Diagnostics read(const std::string& path, const base::Where& named = {}) {
        const std::string shown = project_.from_here(path);
        const std::string real = real_path(path);
        std::string chain;
        for (const std::string& open : open_) chain.append(project_.from_here(open)).append(" > ");
        chain.append(shown);
        if (std::find(open_.begin(), open_.end(), real) != open_.end())
            return {{"config/cycle", named, "configurations extend each other: " + base::printable(chain), ""}};
        if (open_.size() >= max_extends)
            return {
                {"config/depth", named, "more than 8 configurations extend each other: " + base::printable(chain), ""}};
        const auto bytes = read_bytes(path, max_config_bytes);
        if (!bytes) {
            base::Diagnostic fault = bytes.error().diagnostic;
            fault.where.file = shown;
            return {std::move(fault)};
        }
        auto file = policy::read_config(*bytes, shown);
        if (!file) return file.error();
        open_.push_back(real);
        for (const auto& extended : file->extends)
            if (base::Diagnostics faults = extend(real, extended); !faults.empty()) return faults;
        open_.pop_back();
        if (base::Diagnostics faults = outside(real, *file); !faults.empty()) return faults;
        for (auto& [key, value] : file->values) project_.settings.set(key, std::move(value));
        for (policy::Override& part : file->overrides) project_.settings.add(std::move(part));
        project_.files.push_back(shown);
        return {};
    }

  private:
    base::Diagnostics extend(const std::string& from, const policy::ConfigFile::Extended& extended) {
        const auto wrong = [&](std::string text, std::string hint) {
            return base::Diagnostics{
                {"config/extends", extended.where, "extends: " + std::move(text), std::move(hint)}};
        };
        const std::string named = "'" + base::printable(extended.path) + "'";
        if (extended.path.find("://") != std::string::npos)
            return wrong(named + " is an address: nothing is read from a network", "copy the file into the repository");
        if (extended.path.starts_with('/')) return wrong(named + " is an absolute path", "write it from this file");
        const std::string path = (fs::path(from).parent_path() / extended.path).native();
        const std::string real = real_path(path);
        if (real.empty()) return wrong(named + " is not there", "it is looked for from the folder of this file");
        if (!below(project_.root, real)) return wrong(named + " lies outside the project", "");
        return read(path, extended.where);
    }

    /// What the file says is to be read and lies neither in the project nor below the file: a change to review shall
    /// not make a machine read files of its own. A person may name any, by option or environment.
    [[nodiscard]] base::Diagnostics outside(const std::string& real, const policy::ConfigFile& file) const {
        base::Diagnostics out;
        const std::string folder = fs::path(real).parent_path().native();
        for (const auto& [key, value] : file.values) {
            if (std::ranges::find(files_read, key) == files_read.end()) continue;
            for (const std::string& item : value.items) {
                const std::string path = (fs::path(folder) / item).lexically_normal().native();
                const std::string real_one = real_path(path);
                const std::string& whole = real_one.empty() ? path : real_one;
                if (below(project_.root, whole) || below(folder, whole)) continue;
                out.push_back({"config/outside", value.where,
                               key + ": '" + base::printable(item) + "' lies outside the project",
                               "a person may name it, by option or environment; a file of the project may not"});
            }
        }
        return out;
    }

    Project& project_;
    std::vector<std::string> open_;
};

std::string variable_of(std::string_view key) {
    std::string out = "INCILINT_";
    for (const char c : key)
        out.push_back(c == '-' || c == '.' ? '_' : (c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c));
    return out;
}

base::Diagnostics read_environment(policy::Settings& settings) {
    base::Diagnostics out;
    for (const policy::Key& key : policy::keys()) {
        if (key.name.ends_with('*')) continue;
        const std::string name = variable_of(key.name);
        const char* value = std::getenv(name.c_str());
        if (!value || !*value) continue;
        auto wrong = settings.assign(std::string(key.name) + "=" + value, policy::Origin::environment, {name, 0, 0});
        if (wrong) out.push_back(std::move(*wrong));
    }
    return out;
}

base::Diagnostics read_flags(const PolicyOptions& options, policy::Settings& settings) {
    base::Diagnostics out;
    const auto assign = [&](const std::string& flag, const std::string& assignment) {
        if (auto wrong = settings.assign(assignment, policy::Origin::flag, {flag, 0, 0})) out.push_back(*wrong);
    };
    for (const std::string& assignment : options.assigns) assign("--set", assignment);
    for (const auto& [flag, assignment] : options.flags) assign(flag, assignment);
    return out;
}

}  // namespace

base::Diagnostics misspelt_variables() {
    constexpr std::string_view prefix = "INCILINT_";
    std::vector<std::string> known{"CONFIG"};
    for (const policy::Key& key : policy::keys())
        if (!key.name.ends_with('*')) known.push_back(variable_of(key.name).substr(prefix.size()));
    base::Diagnostics out;
    for (char** entry = ::environ; entry && *entry; ++entry) {
        const std::string_view whole(*entry);
        if (!whole.starts_with(prefix)) continue;
        const std::string_view name = whole.substr(prefix.size(), whole.find('=') - prefix.size());
        const auto near = base::nearest(name, known);
        if (!near || *near == name) continue;
        out.push_back({"config/variable",
                       {},
                       "the environment variable " + std::string(prefix) + base::printable(name) + " says nothing",
                       base::did_you_mean(std::string(prefix) + std::string(*near))});
    }
    return out;
}

std::string relative_to(const std::string& folder, const std::string& path) {
    std::string real = real_path(path);
    if (real.empty()) real = (fs::path(current_folder()) / path).lexically_normal().native();
    if (folder == "/" && real.starts_with('/')) return real.substr(1);
    if (real.starts_with(folder + "/")) return real.substr(folder.size() + 1);
    return path;
}

std::string Project::from_root(const std::string& path) const {
    return path == "-" || path == "--text" ? path : relative_to(root, path);
}

std::string Project::from_config(const std::string& path) const {
    return path == "-" || path == "--text" ? path : relative_to(config_folder, path);
}

std::string Project::from_here(const std::string& path) const {
    const std::string real = real_path(path);
    const std::string whole = real.empty() ? fs::path(path).lexically_normal().native() : real;
    if (!below(root, whole)) return path;
    return fs::path(whole).lexically_relative(current_folder()).native();
}

std::string Project::named_by(const policy::Value& value, const std::string& path) const {
    if (value.origin != policy::Origin::file || path.starts_with('/')) return path;
    return (fs::path(value.where.file).parent_path() / path).native();
}

std::string current_folder() {
    const std::string real = real_path(".");
    return real.empty() ? "." : real;
}

base::Expected<Project, base::Diagnostics> read_project(const std::string& file, std::string root,
                                                        std::string config_folder, const PolicyOptions& options) {
    Project out;
    out.root = std::move(root);
    out.config_folder = std::move(config_folder);
    // The layers, the strongest last.
    base::Diagnostics faults;
    if (!file.empty()) faults = Chain(out).read(file);
    if (faults.empty()) faults = read_environment(out.settings);
    if (faults.empty()) faults = read_flags(options, out.settings);
    // What steers by standing where it stands must stand in the project, too.
    for (const auto& [key, name] :
         {std::pair("suppressions.file", usual_suppressions), {"baseline.file", usual_baseline}}) {
        const std::string path = out.config_folder + "/" + std::string(name);
        if (out.settings.find(key) || !exists(path) || below(out.root, real_path(path))) continue;
        faults.push_back({"config/outside",
                          {fs::path(path).lexically_relative(current_folder()).native(), 0, 0},
                          "a link that leads out of the project",
                          "put the file there itself"});
    }
    if (!faults.empty()) return base::Error{std::move(faults)};
    return out;
}

Options configured(const Options& options, const Project& project, const policy::Settings& settings) {
    Options out = options;
    const auto add_files = [&](std::string_view key, std::vector<std::string>& into) {
        if (const policy::Value* value = settings.find(key))
            for (const std::string& path : value->items) into.push_back(project.named_by(*value, path));
    };
    if (options.program_file.empty()) {
        std::vector<std::string> rules;
        add_files("rules", rules);
        out.rule_files.insert(out.rule_files.begin(), rules.begin(), rules.end());
        std::vector<std::string> names;
        add_files("names", names);
        out.data_files.insert(out.data_files.begin(), names.begin(), names.end());
        out.default_rules = settings.flag("default-rules");
    }
    out.strict_names = settings.flag("strict-names");
    // A scan and a comparison fail where that is asked for, a check unless it is not.
    const policy::Value* fail_on = settings.find("fail-on");
    const bool reports_only = options.command == Command::scan || options.command == Command::diff;
    if (reports_only && (!fail_on || fail_on->origin == policy::Origin::fallback))
        out.fail_on = policy::FailOn::never;
    else
        out.fail_on = policy::fail_on_named(settings.text("fail-on")).value_or(policy::FailOn::error);
    out.type = rules::product_type_named(settings.text("product-type")).value_or(rules::ProductType::unknown);
    out.market = settings.text("market");
    out.law_date = rules::date_named(settings.text("law-date"));
    for (const auto& [key, value] : settings.all()) {
        if (!key.starts_with("columns.")) continue;
        const auto role = catalog::role_named(key.substr(8));
        if (!role) continue;
        const bool given = std::any_of(options.columns.begin(), options.columns.end(),
                                       [&](const catalog::ColumnRequest& request) { return request.role == *role; });
        if (!given) out.columns.push_back({*role, value.items.front()});
    }
    return out;
}

base::Expected<rules::Date> today_of(const Options& options) {
    if (!options.policy.today.empty()) {
        if (const auto day = rules::date_named(options.policy.today)) return *day;
        return base::Error{base::Diagnostic{"usage/value",
                                            {"--today", 0, 0},
                                            "'" + base::printable(options.policy.today) + "' is no day",
                                            "write year-month-day, like 2026-08-01"}};
    }
    std::time_t now = std::time(nullptr);
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch && *epoch) {
        const std::string text = epoch;
        if (text.size() > 11 || text.find_first_not_of("0123456789") != std::string::npos)
            return base::Error{base::Diagnostic{"usage/value",
                                                {"SOURCE_DATE_EPOCH", 0, 0},
                                                "'" + base::printable(text) + "' is no number of seconds",
                                                ""}};
        now = static_cast<std::time_t>(std::stoll(text));
    }
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    return rules::Date{
        static_cast<std::uint32_t>((parts.tm_year + 1900) * 10000 + (parts.tm_mon + 1) * 100 + parts.tm_mday)};
}

}  // namespace incilint::cli
