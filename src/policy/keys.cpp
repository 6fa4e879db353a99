#include "policy/keys.h"

#include <algorithm>
#include <array>

namespace incilint::policy {
namespace {

constexpr std::string_view severities = "error warning note off";

constexpr std::array<Key, 25> table = {{
    {"rules", Kind::texts, "", "", "rule files beside the built-in ones, from the folder of this file"},
    {"names", Kind::texts, "", "", "tables of own names, from the folder of this file"},
    {"default-rules", Kind::flag, "", "true", "whether the built-in rules are used"},
    {"strict-names", Kind::flag, "", "false", "whether misspelt names stay unknown"},
    {"product-type", Kind::word, "rinse-off leave-on not-applicable", "",
     "the type of products that do not say it themselves", true},
    {"market", Kind::code, "", "", "the market of products that do not say it themselves", true},
    {"law-date", Kind::day, "", "", "the day whose law is asked for"},
    {"columns.*", Kind::text, "", "",
     "the column of a catalog that holds ingredients, id, name, brand, type, area, market", true,
     "ingredients id name brand type area market"},
    {"severities.*", Kind::word, severities, "", "the severity of a rule, or of FAMILY/*; off: not reported", true},
    {"soft-fail", Kind::texts, "", "", "rules, or FAMILY/*, that are reported and never fail a run", true},
    {"exclude", Kind::texts, "", "", "files left out, as in .gitignore, from the folder of this file"},
    {"gitignore", Kind::flag, "", "true", "whether files that git ignores are left out of folders"},
    {"fail-on", Kind::word, "error warning note never", "error", "the lowest severity that fails a run"},
    {"min-severity", Kind::word, "error warning note", "note", "the lowest severity that is reported"},
    {"max-warnings", Kind::count, "", "", "more warnings than this fail a run"},
    {"max-unknown", Kind::percent, "", "", "a product with a larger share of unknown names fails a run"},
    {"min-support", Kind::score, "", "", "a product with less support fails a run"},
    {"max-burden", Kind::score, "", "", "a product whose burden may be higher fails a run"},
    {"suppressions.file", Kind::text, "", "", "the file of suppressions (.incilint-ignore.yaml beside this file)"},
    {"suppressions.require", Kind::texts, "reason expires owner ticket", "reason",
     "what each suppression must say: reason, expires, owner, ticket"},
    {"suppressions.max_days", Kind::count, "", "", "a suppression may not outlast this many days from its creation"},
    {"baseline.file", Kind::text, "", "",
     "the file of known findings (.incilint-baseline.yaml beside this file, once it is there)"},
    {"baseline.allow-stale", Kind::flag, "", "false", "whether entries that nothing meets any more pass"},
    {"show-suppressed", Kind::flag, "", "false", "whether suppressed and known findings are shown, marked"},
    {"exit-zero", Kind::flag, "", "false", "whether findings leave the exit code 0"},
}};

}  // namespace

std::span<const Key> keys() {
    return table;
}

std::vector<std::string> tails_of(const Key& key) {
    std::vector<std::string> out;
    for (std::string_view rest = key.tails; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        out.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

const Key* find_key(std::string_view name) {
    for (const Key& key : table) {
        if (key.name == name) return &key;
        const std::string_view stem = key.name.substr(0, key.name.size() - 1);
        if (!key.name.ends_with(".*") || !name.starts_with(stem) || name.size() == stem.size()) continue;
        const std::vector<std::string> tails = tails_of(key);
        if (tails.empty() || std::find(tails.begin(), tails.end(), name.substr(stem.size())) != tails.end())
            return &key;
    }
    return nullptr;
}

std::vector<std::string> key_names() {
    std::vector<std::string> out;
    for (const Key& key : table) {
        const std::vector<std::string> tails = tails_of(key);
        for (const std::string& tail : tails)
            out.push_back(std::string(key.name.substr(0, key.name.size() - 1)) + tail);
        if (tails.empty()) out.emplace_back(key.name);
    }
    return out;
}

}  // namespace incilint::policy
