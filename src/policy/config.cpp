#include "policy/config.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/near.h"
#include "rules/reader.h"
#include "yaml/document.h"

namespace incilint::policy {
namespace {

using rules::quoted;
using rules::Reader;

class Loader {
  public:
    Loader(const std::string& file, base::Diagnostics& faults) : reader_(file, faults) {}

    ConfigFile file(const yaml::Node& root) {
        ConfigFile out;
        if (root.kind == yaml::Kind::null || !reader_.map(root, "a configuration")) return out;
        for (const yaml::Member& member : root.members) {
            if (member.key == "incilint") {
                if (member.value.text != "1") reader_.wrong(member.value, "incilint", "1");
            } else if (member.key == "extends") {
                for (const rules::Word& word : reader_.texts(member.value, "extends"))
                    out.extends.push_back({word.text, word.where});
            } else if (member.key == "overrides") {
                overrides(member.value, out.overrides);
            } else {
                value("", member, false, out.values);
            }
        }
        return out;
    }

  private:
    /// The keys that may stand behind `prefix`, without what follows a further dot.
    static std::vector<std::string> known(std::string_view prefix, bool by_path) {
        std::set<std::string> out;
        if (prefix.empty() && by_path) out.insert("files");
        if (prefix.empty() && !by_path) out.insert({"incilint", "extends", "overrides"});
        for (const Key& key : keys()) {
            if (!key.name.starts_with(prefix) || (by_path && !key.by_path)) continue;
            const std::string_view rest = key.name.substr(prefix.size());
            const std::vector<std::string> tails = rest == "*" ? tails_of(key) : std::vector<std::string>();
            if (tails.empty())
                out.insert(std::string(rest.substr(0, rest.find('.'))));
            else
                out.insert(tails.begin(), tails.end());
        }
        return {out.begin(), out.end()};
    }

    /// Whether keys stand below a name.
    static bool is_group(const std::string& name) {
        return std::ranges::any_of(keys(), [&](const Key& key) { return key.name.starts_with(name + "."); });
    }

    void value(const std::string& prefix, const yaml::Member& member, bool by_path,
               std::map<std::string, Value>& into) {
        const std::string name = prefix + member.key;
        const Key* key = find_key(name);
        const bool group = is_group(name);
        if (!key && group && prefix.empty() && (!by_path || name == "severities" || name == "columns")) {
            if (!reader_.map(member.value, name)) return;
            for (const yaml::Member& inner : member.value.members) value(name + ".", inner, by_path, into);
            return;
        }
        if (!key || (by_path && !key->by_path)) {
            std::string hint = rules::suggestion(member.key, known(prefix, by_path));
            if (key) hint = "it holds for a whole run and cannot stand in an override";
            return reader_.fault(member.key_mark, "config/unknown-key", "unknown key " + quoted(name), hint);
        }
        Value out{{}, Origin::file, reader_.at(member.key_mark)};
        if (key->kind == Kind::texts) {
            if (member.value.kind == yaml::Kind::sequence)
                for (const yaml::Node& item : member.value.items) add(*key, name, item, out);
            else
                add(*key, name, member.value, out);
        } else {
            add(*key, name, member.value, out);
        }
        into[name] = std::move(out);
    }

    void add(const Key& key, const std::string& name, const yaml::Node& node, Value& out) {
        if (node.kind != yaml::Kind::scalar) {
            reader_.wrong(node, name, key.kind == Kind::texts ? "a text or a list of texts" : "a single value");
            return;
        }
        auto good = checked(key, node.text);
        if (good)
            out.items.push_back(std::move(*good));
        else
            reader_.fault(node.mark, "config/value", name + ": " + quoted(node.text) + " is not " + good.error());
    }

    void overrides(const yaml::Node& node, std::vector<Override>& into) {
        if (!reader_.list(node, "overrides")) return;
        for (const yaml::Node& item : node.items) {
            if (!reader_.map(item, "an override")) continue;
            Override part;
            part.where = reader_.at(item.mark);
            for (const yaml::Member& member : item.members) {
                if (member.key != "files") {
                    value("", member, true, part.values);
                    continue;
                }
                for (const rules::Word& word : reader_.texts(member.value, "files")) part.files.push_back(word.text);
            }
            if (reader_.required(item, "files", "an override")) into.push_back(std::move(part));
        }
    }

    Reader reader_;
};

}  // namespace

base::Expected<ConfigFile, base::Diagnostics> read_config(std::string_view text, const std::string& file) {
    const auto root = yaml::parse(text, file);
    if (!root) return base::Error{root.error()};
    base::Diagnostics faults;
    ConfigFile out = Loader(file, faults).file(*root);
    if (!faults.empty()) return base::Error{std::move(faults)};
    return out;
}

std::string config_template() {
    std::string out =
        "# Configuration of incilint: `incilint config show` says what holds and why.\n"
        "# Editors check it against the schema that `incilint schema config -o FILE` writes.\n"
        "incilint: 1\n"
        "# extends: [other.incilint.yaml]  # what this file does not say\n";
    std::string group;
    for (const Key& key : keys()) {
        const std::size_t dot = key.name.find('.');
        std::string name(key.name);
        std::string indent;
        if (dot != key.name.npos) {
            const std::string parent(key.name.substr(0, dot));
            name = key.name.substr(dot + 1);
            if (parent != group) out.append("# ").append(parent).append(":\n");
            group = parent;
            indent = "  ";
            if (name == "*") name = parent == "columns" ? "ingredients" : "label/prose";
        }
        std::string example(key.fallback);
        if (example.empty()) {
            example = std::string(key.words.substr(0, key.words.find(' ')));
            if (key.kind == Kind::count || key.kind == Kind::score) example = "10";
            if (key.kind == Kind::percent) example = "20 %";
            if (key.kind == Kind::day) example = "2026-08-01";
            if (key.kind == Kind::code) example = "eu";
            if (name == "file") example = group == "baseline" ? ".incilint-baseline.yaml" : ".incilint-ignore.yaml";
            if (key.kind == Kind::text && example.empty()) example = name;
        }
        if (key.kind == Kind::texts) example.insert(0, "[").append("]");
        out.append("# ").append(indent).append(name).append(": ").append(example);
        out.append("  # ").append(key.meaning).append("\n");
    }
    return out +
           "# overrides:\n"
           "#   - files: [leave-on/]  # as in .gitignore\n"
           "#     product-type: leave-on\n";
}

}  // namespace incilint::policy
