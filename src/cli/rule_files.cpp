#include "cli/rule_files.h"

#include <utility>
#include <vector>

#include "base/near.h"
#include "base/text.h"
#include "builtin/builtin.h"
#include "cli/files.h"

namespace incilint::cli {
namespace {

constexpr std::size_t max_rule_bytes = std::size_t{16} << 20;

base::Error<base::Diagnostic> fault(std::string code, const std::string& file, std::string text, std::string hint) {
    return base::Error{base::Diagnostic{std::move(code), {file, 0, 0}, std::move(text), std::move(hint)}};
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? std::string() : path.substr(0, slash);
}

base::Expected<rules::RuleText> read(const std::string& path, const std::string& real) {
    auto bytes = read_bytes(path, max_rule_bytes);
    if (!bytes) return base::Error{bytes.error().diagnostic};
    return rules::RuleText{path, real, std::move(*bytes)};
}

}  // namespace

base::Expected<rules::RuleText> rule_file(const std::string& path) {
    const std::string real = real_path(path);
    if (real.empty()) return fault("rules/missing", path, "no such rule file", "");
    return read(path, real);
}

base::Expected<rules::RuleText> built_in_rules(std::string_view id) {
    const std::string name(id);
    if (const auto text = builtin::rule_text(id)) {
        std::string file = "built-in ";
        std::string key = "built-in:";
        return rules::RuleText{file.append(name).append(".yaml"), key.append(name), std::string(*text)};
    }
    return fault("rules/unknown", name, "there is no built-in rule set of this name", "");
}

base::Expected<rules::RuleText> resolve_rules(std::string_view name, const rules::RuleText& from) {
    if (builtin::rule_text(name)) return built_in_rules(name);
    const std::string quoted = "'" + base::printable(name) + "'";
    if (name.find("://") != name.npos)
        return fault("rules/extends", from.file, "extends " + quoted + ": addresses on the net are not read", "");
    if (name.starts_with('/'))
        return fault("rules/extends", from.file, "extends " + quoted + ": an absolute path is not followed",
                     "name a file in or below the folder of this one");
    std::vector<std::string> ids;
    for (const std::string_view id : builtin::rule_ids()) ids.emplace_back(id);
    const std::string hint =
        base::near_hint(name, ids, "name a built-in set, or a file in or below the folder of this one");
    // Built-in texts have no folder, so that they can only name each other.
    if (!from.key.starts_with('/')) return fault("rules/extends", from.file, "extends " + quoted + ": not found", hint);

    const std::string root = folder_of(from.key) + "/";
    const std::string real = real_path(root + std::string(name));
    if (real.empty()) return fault("rules/extends", from.file, "extends " + quoted + ": not found", hint);
    if (!real.starts_with(root))
        return fault("rules/extends", from.file, "extends " + quoted + ": it lies outside the folder of this file",
                     "name a file in or below the folder of this one");
    const std::string shown_folder = folder_of(from.file);
    const std::string shown = shown_folder.empty() ? std::string(name) : shown_folder + "/" + std::string(name);
    auto text = read(real, real);
    if (!text) return fault("rules/extends", from.file, "extends " + quoted + ": " + text.error().text, "");
    text->file = shown;
    return text;
}

}  // namespace incilint::cli
