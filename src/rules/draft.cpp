#include "rules/draft.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/fold.h"
#include "rules/keys.h"

namespace incilint::rules {
namespace {

/// Moves the members out of the map.
std::vector<Entry> entries_of(yaml::Node& map, const Reader& reader) {
    std::vector<Entry> out;
    out.reserve(map.members.size());
    for (yaml::Member& member : map.members)
        out.push_back({std::move(member.key), reader.at(member.key_mark), std::move(member.value)});
    return out;
}

/// Reports a name that stood here before.
void refuse_twins(const std::vector<MapDraft>& drafts, std::string_view what, bool folded, const Reader& reader) {
    std::map<std::string, const Word*> seen;
    for (const MapDraft& draft : drafts) {
        const auto [found, fresh] = seen.emplace(folded ? base::fold(draft.name.text) : draft.name.text, &draft.name);
        if (fresh) continue;
        add_fault(reader.faults(), draft.name.where, "rules/duplicate-id",
                  concat({what, " ", quoted(draft.name.text), " stands here again"}),
                  concat({"first at line ", std::to_string(found->second->where.line)}));
    }
}

void read_rules(yaml::Node& node, Draft& out, const Reader& reader) {
    if (!reader.list(node, "rules")) return;
    for (yaml::Node& item : node.items) {
        if (!reader.map_of(item, "a rule", keys::rule)) continue;
        const yaml::Node* id = reader.required(item, "id", "a rule");
        const auto word = id == nullptr ? std::nullopt : reader.text(*id, "id");
        if (!word) continue;
        if (!is_rule_id(word->text)) {
            reader.fault(id->mark, "rules/bad-id", concat({"rule id ", quoted(word->text), " is not family/name"}),
                         "two kebab-case words with a slash between them");
            continue;
        }
        out.rules.push_back({*word, entries_of(item, reader)});
    }
    refuse_twins(out.rules, "rule", false, reader);
}

void read_ingredients(yaml::Node& node, Draft& out, const Reader& reader) {
    if (!reader.list(node, "ingredients")) return;
    for (yaml::Node& item : node.items) {
        if (!reader.map_of(item, "an ingredient", keys::house)) continue;
        const yaml::Node* inci = reader.required(item, "inci", "an ingredient");
        const auto word = inci == nullptr ? std::nullopt : reader.text(*inci, "inci");
        if (word) out.ingredients.push_back({*word, entries_of(item, reader)});
    }
    refuse_twins(out.ingredients, "ingredient", true, reader);
}

void read_sets(yaml::Node& node, Draft& out, const Reader& reader) {
    if (!reader.map(node, "sets")) return;
    for (Entry& entry : entries_of(node, reader)) {
        if (is_kebab(entry.key)) {
            out.sets.push_back(std::move(entry));
        } else {
            add_fault(reader.faults(), entry.where, "rules/bad-id",
                      concat({"set id ", quoted(entry.key), " is not kebab-case"}),
                      "lower-case letters and digits joined by hyphens");
        }
    }
}

void read_head(const yaml::Node& root, Draft& out, const Reader& reader) {
    if (const yaml::Node* version = reader.required(root, "incilint", "a rule file")) {
        if (yaml::as_integer(*version) != 1) {
            reader.fault(version->mark, "rules/version", "this incilint reads rule files of version 1",
                         "write incilint: 1");
        }
    }
    if (const yaml::Node* id = reader.required(root, "id", "a rule file")) {
        if (auto word = reader.kebab(*id, "id")) out.id = std::move(*word);
    }
    const auto optional_text = [&](std::string_view key, std::string& into) {
        const yaml::Node* node = root.find(key);
        const auto word = node == nullptr ? std::nullopt : reader.text(*node, key);
        if (word) into = word->text;
    };
    optional_text("title", out.title);
    optional_text("version", out.version);
    if (const yaml::Node* extends = root.find("extends")) out.extends = reader.texts(*extends, "extends");
}

/// The drafts of `over` merged into `under` by name, key by key.
void merge(std::vector<MapDraft>& under, std::vector<MapDraft> over, bool folded, const auto& join) {
    const auto key_of = [&](const MapDraft& draft) { return folded ? base::fold(draft.name.text) : draft.name.text; };
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < under.size(); ++i) places.emplace(key_of(under[i]), i);
    for (MapDraft& draft : over) {
        const auto [found, fresh] = places.emplace(key_of(draft), under.size());
        if (fresh) {
            under.push_back(std::move(draft));
        } else {
            join(under[found->second], std::move(draft));
        }
    }
}

void replace(std::vector<Entry>& under, Entry over) {
    const auto found = std::find_if(under.begin(), under.end(), [&](const Entry& e) { return e.key == over.key; });
    if (found == under.end()) {
        under.push_back(std::move(over));
    } else {
        *found = std::move(over);
    }
}

void join_rule(MapDraft& under, MapDraft over) {
    constexpr std::array targets = {std::string_view("ingredient"), std::string_view("label"),
                                    std::string_view("detector")};
    const auto is_target = [&](const Entry& e) {
        return std::find(targets.begin(), targets.end(), e.key) != targets.end();
    };
    if (std::any_of(over.entries.begin(), over.entries.end(), is_target)) std::erase_if(under.entries, is_target);
    under.name = over.name;
    for (Entry& entry : over.entries) replace(under.entries, std::move(entry));
}

void join_verdict(MapDraft& under, MapDraft over) {
    for (Entry& entry : over.entries) {
        const auto found = std::find_if(under.entries.begin(), under.entries.end(),
                                        [&](const Entry& e) { return e.key == entry.key; });
        const bool maps =
            found != under.entries.end() && found->value.kind == yaml::Kind::map && entry.value.kind == yaml::Kind::map;
        if (!maps) {
            replace(under.entries, std::move(entry));
            continue;
        }
        for (yaml::Member& member : entry.value.members) {
            auto& below = found->value.members;
            const auto same =
                std::find_if(below.begin(), below.end(), [&](const yaml::Member& m) { return m.key == member.key; });
            if (same == below.end()) {
                below.push_back(std::move(member));
            } else {
                *same = std::move(member);
            }
        }
    }
}

}  // namespace

const Entry* MapDraft::find(std::string_view key) const {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

Draft read_draft(const RuleText& text, base::Diagnostics& faults) {
    Draft out;
    out.id.where = {text.file, 1, 1};
    auto parsed = yaml::parse(text.text, text.file);
    if (!parsed) {
        faults.insert(faults.end(), parsed.error().begin(), parsed.error().end());
        return out;
    }
    const Reader reader(text.file, faults);
    if (parsed->kind != yaml::Kind::map) {
        reader.wrong(*parsed, "a rule file", "a map", "it starts with incilint: 1");
        return out;
    }
    if (!reader.map_of(*parsed, "a rule file", keys::set)) return out;
    read_head(*parsed, out, reader);
    for (yaml::Member& member : parsed->members) {
        yaml::Node& node = member.value;
        if (member.key == "ingredients") read_ingredients(node, out, reader);
        if (member.key == "sets") read_sets(node, out, reader);
        if (member.key == "rules") read_rules(node, out, reader);
        if (member.key != "verdict" || !reader.map_of(node, "verdict", keys::verdict)) continue;
        const base::Where where = reader.at(node.mark);
        out.verdict = MapDraft{{"", where}, entries_of(node, reader)};
    }
    return out;
}

void lay_over(Draft& under, Draft over) {
    under.id = std::move(over.id);
    under.title = std::move(over.title);
    under.version = std::move(over.version);
    under.extends.clear();
    const auto join_map = [](MapDraft& below, MapDraft above) {
        below.name = above.name;
        for (Entry& entry : above.entries) replace(below.entries, std::move(entry));
    };
    merge(under.ingredients, std::move(over.ingredients), true, join_map);
    for (Entry& set : over.sets) replace(under.sets, std::move(set));
    merge(under.rules, std::move(over.rules), false, join_rule);
    if (under.verdict && over.verdict) {
        join_verdict(*under.verdict, std::move(*over.verdict));
    } else if (over.verdict) {
        under.verdict = std::move(over.verdict);
    }
}

}  // namespace incilint::rules
