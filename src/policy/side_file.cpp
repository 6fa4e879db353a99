#include <array>

#include "base/text.h"
#include "policy/suppression.h"
#include "rules/reader.h"
#include "yaml/document.h"

namespace incilint::policy {
namespace {

using namespace std::string_view_literals;
constexpr std::array file_keys = {"incilint"sv, "suppressions"sv};
constexpr std::array entry_keys = {"rule"sv, "where"sv, "reason"sv, "owner"sv, "ticket"sv, "expires"sv, "created"sv};
constexpr std::array where_keys = {"file"sv, "product"sv, "ingredient"sv};

class Loader {
  public:
    Loader(const std::string& file, base::Diagnostics& faults) : reader_(file, faults) {}

    Suppression entry(const yaml::Node& node) {
        Suppression out;
        out.where = reader_.at(node.mark);
        if (!reader_.map_of(node, "a suppression", entry_keys)) return out;
        if (const yaml::Node* rule = reader_.required(node, "rule", "a suppression")) {
            for (const rules::Word& word : reader_.texts(*rule, "rule")) {
                if (!rules::is_rule_id(word.text))
                    reader_.fault(rule->mark, "suppression/rule", rules::quoted(word.text) + " is no id of a rule");
                out.rules.push_back(word.text);
            }
        }
        if (const yaml::Node* where = reader_.required(node, "where", "a suppression")) {
            if (reader_.map_of(*where, "where", where_keys)) {
                out.file = text(*where, "file");
                out.product = text(*where, "product");
                out.ingredient = text(*where, "ingredient");
                if (out.file.empty() && out.product.empty() && out.ingredient.empty())
                    reader_.fault(where->mark, "suppression/where", "where: says nothing",
                                  "say a file, a product or an ingredient; a rule is switched off by severities");
            }
        }
        out.reason = text(node, "reason");
        out.owner = text(node, "owner");
        out.ticket = text(node, "ticket");
        out.expires = day(node, "expires");
        out.created = day(node, "created");
        return out;
    }

  private:
    std::string text(const yaml::Node& map, std::string_view key) {
        const yaml::Node* node = map.find(key);
        if (!node) return "";
        const auto word = reader_.text(*node, key);
        return word ? word->text : "";
    }
    std::optional<rules::Date> day(const yaml::Node& map, std::string_view key) {
        const yaml::Node* node = map.find(key);
        if (!node) return std::nullopt;
        const auto out = node->kind == yaml::Kind::scalar ? rules::date_named(node->text) : std::nullopt;
        if (!out) reader_.wrong(*node, key, "a day, like 2027-03-31");
        return out;
    }
    rules::Reader reader_;
};

/// A text in double quotes, which YAML and JSON read alike.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : base::printable(text)) {
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out + "\"";
}

}  // namespace

base::Expected<SideFile, base::Diagnostics> read_side_file(std::string_view text, const std::string& file) {
    const auto root = yaml::parse(text, file);
    if (!root) return base::Error{root.error()};
    base::Diagnostics faults;
    const rules::Reader reader(file, faults);
    SideFile out;
    if (root->kind == yaml::Kind::null) return out;
    if (!reader.map_of(*root, "a file of suppressions", file_keys)) return base::Error{std::move(faults)};
    const yaml::Node* list = root->find("suppressions");
    if (list && list->kind != yaml::Kind::null && !reader.list(*list, "suppressions")) return base::Error{faults};
    if (const yaml::Node* version = root->find("incilint"); version && version->text != "1")
        reader.wrong(*version, "incilint", "1");
    if (!faults.empty()) return base::Error{std::move(faults)};
    if (!list) return out;
    for (const yaml::Node& item : list->items) {
        // A fault spoils its own entry only; it is a finding, so that it shows where people look.
        base::Diagnostics wrong;
        Suppression entry = Loader(file, wrong).entry(item);
        for (const base::Diagnostic& fault : wrong)
            out.remarks.push_back({"suppression/malformed", rules::Severity::error, fault.where, 0,
                                   "this entry suppresses nothing: " + fault.text, fault.hint});
        entry.valid = wrong.empty();
        if (!entry.valid) entry.wrong = "malformed";
        out.suppressions.push_back(std::move(entry));
    }
    return out;
}

std::string side_file_entry(const Suppression& suppression) {
    std::string out = "  - rule: ";
    std::string rules;
    for (const std::string& rule : suppression.rules) rules.append(rules.empty() ? "" : ", ").append(rule);
    out.append(suppression.rules.size() == 1 ? rules : "[" + rules + "]").append("\n    where: {");
    std::string where;
    const auto add = [&where](std::string_view key, const std::string& value) {
        if (!value.empty()) where.append(where.empty() ? "" : ", ").append(key).append(": ").append(quoted(value));
    };
    add("file", suppression.file);
    add("product", suppression.product);
    add("ingredient", suppression.ingredient);
    out.append(where).append("}\n");
    const auto line = [&out](std::string_view key, const std::string& value) {
        if (!value.empty()) out.append("    ").append(key).append(": ").append(value).append("\n");
    };
    line("reason", suppression.reason.empty() ? "" : quoted(suppression.reason));
    line("owner", suppression.owner.empty() ? "" : quoted(suppression.owner));
    line("ticket", suppression.ticket.empty() ? "" : quoted(suppression.ticket));
    line("created", suppression.created ? word(*suppression.created) : "");
    line("expires", suppression.expires ? word(*suppression.expires) : "");
    return out;
}

}  // namespace incilint::policy
