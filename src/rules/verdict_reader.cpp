#include <algorithm>
#include <utility>

#include "rules/keys.h"
#include "rules/rule_reader.h"
#include "rules/when.h"

namespace incilint::rules {
namespace {

using Numbers = std::map<std::string, double>;

/// A map of numbers in [low, high]. With `known`, its keys are of these; else any kebab words.
void read_numbers(Numbers& into, const yaml::Node& node, std::string_view what, Words known, double low,
                  std::optional<double> high, const Reader& reader) {
    if (!reader.map(node, what)) return;
    for (const yaml::Member& member : node.members) {
        const bool good =
            known.empty() ? is_kebab(member.key) : std::find(known.begin(), known.end(), member.key) != known.end();
        if (!good) {
            reader.unknown_key(member, what, known);
        } else if (const auto value = reader.number(member.value, member.key, low, high)) {
            into[member.key] = *value;
        }
    }
}

void read_contact(std::map<std::string, Contact>& into, const yaml::Node& node, const Reader& reader) {
    if (!reader.map(node, "contact")) return;
    for (const yaml::Member& member : node.members) {
        if (!is_kebab(member.key)) {
            reader.unknown_key(member, "contact", {});
        } else if (reader.map_of(member.value, "a contact", keys::contact)) {
            Contact contact;
            const auto factor = [&](std::string_view key, double& value) {
                const yaml::Node* found = reader.required(member.value, key, "a contact");
                if (found != nullptr) value = reader.number(*found, key, 0, std::nullopt).value_or(value);
            };
            factor("rinse-off", contact.rinse_off);
            factor("leave-on-above", contact.leave_on_above);
            factor("leave-on-below", contact.leave_on_below);
            into[member.key] = contact;
        }
    }
}

void read_unless_above(std::map<std::string, std::vector<std::string>>& into, const yaml::Node& node,
                       const Reader& reader) {
    if (!reader.map(node, "unless-above")) return;
    for (const yaml::Member& member : node.members) {
        if (!is_kebab(member.key)) {
            reader.unknown_key(member, "unless-above", {});
            continue;
        }
        std::vector<std::string>& words = into[member.key];
        for (Word& word : reader.kebabs(member.value, "category")) words.push_back(std::move(word.text));
    }
}

std::vector<Gate> read_gates(const yaml::Node& node, const Reader& reader) {
    std::vector<Gate> out;
    if (!reader.list(node, "gates")) return out;
    for (const yaml::Node& item : node.items) {
        if (!reader.map_of(item, "a gate", keys::gate)) continue;
        const yaml::Node* rule = reader.required(item, "rule", "a gate");
        const yaml::Node* band = reader.required(item, "at-least", "a gate");
        const auto id = rule == nullptr ? std::nullopt : reader.text(*rule, "rule");
        const auto name = band == nullptr ? std::nullopt : reader.text(*band, "at-least");
        if (!id || !name) continue;
        const bool family =
            id->text.ends_with('/') && is_kebab(std::string_view(id->text).substr(0, id->text.size() - 1));
        if (!family && !is_rule_id(id->text)) {
            reader.fault(rule->mark, "rules/bad-id", concat({"gate rule ", quoted(id->text), " is no rule id"}),
                         "family/name, or family/ for all rules of a family");
            continue;
        }
        Gate gate;
        gate.rule = id->text;
        gate.at_least = name->text;
        gate.where = reader.at(item.mark);
        if (const yaml::Node* when = item.find("when")) gate.when = read_when(*when, reader);
        out.push_back(std::move(gate));
    }
    return out;
}

std::vector<Band> read_bands(const yaml::Node& node, const Reader& reader) {
    std::vector<Band> out;
    if (!reader.list(node, "bands")) return out;
    if (node.items.empty()) reader.fault(node.mark, "rules/wrong-type", "bands is an empty list");
    for (const yaml::Node& item : node.items) {
        if (!reader.map_of(item, "a band", keys::band)) continue;
        const yaml::Node* from = reader.required(item, "from", "a band");
        const yaml::Node* name = reader.required(item, "name", "a band");
        if (from == nullptr || name == nullptr) continue;
        const auto start = reader.number(*from, "from", 0, 100);
        const auto word = reader.text(*name, "name");
        if (!start || !word) continue;
        const double at = start.value_or(0);
        if (out.empty() ? at != 0 : at <= out.back().from) {
            reader.fault(from->mark, "rules/out-of-range",
                         out.empty() ? "the first band must start from 0" : "bands must ascend");
        }
        out.push_back({at, word->text});
    }
    return out;
}

struct NumberKey {
    std::string_view key;
    double VerdictModel::*member;
    std::optional<double> high;
};
struct MapKey {
    std::string_view key;
    Numbers VerdictModel::*member;
    Words known;
    double low;
    std::optional<double> high;
};

constexpr double unbounded = -1e9;  ///< `confidence` holds thresholds and factors of any sign

bool read_number_key(VerdictModel& model, const Entry& entry, const Reader& reader) {
    const NumberKey table[] = {
        {"burden-scale", &VerdictModel::burden_scale, std::nullopt},
        {"support-scale", &VerdictModel::support_scale, std::nullopt},
        {"sibling-factor", &VerdictModel::sibling_factor, 1},
        {"above-share", &VerdictModel::above_share, 1},
        {"straddling-share", &VerdictModel::straddling_share, 1},
        {"min-recognised", &VerdictModel::min_recognised, 1},
    };
    for (const NumberKey& row : table) {
        if (row.key != entry.key) continue;
        if (const auto value = reader.number(entry.value, row.key, 0, row.high)) model.*row.member = *value;
        return true;
    }
    return false;
}

bool read_map_key(VerdictModel& model, const Entry& entry, const Reader& reader) {
    const MapKey table[] = {
        {"concern-level", &VerdictModel::concern_level, keys::levels, 0, std::nullopt},
        {"credit-level", &VerdictModel::credit_level, keys::levels, 0, std::nullopt},
        {"fixed-level", &VerdictModel::fixed_level, {}, 0, std::nullopt},
        {"cap", &VerdictModel::cap, {}, 0, std::nullopt},
        {"evidence", &VerdictModel::evidence, keys::evidence_grades, 0, 1},
        {"confidence", &VerdictModel::confidence, {}, unbounded, std::nullopt},
    };
    for (const MapKey& row : table) {
        if (row.key != entry.key) continue;
        read_numbers(model.*row.member, entry.value, row.key, row.known, row.low, row.high, reader);
        return true;
    }
    return false;
}

}  // namespace

VerdictModel read_verdict(const MapDraft& draft, base::Diagnostics& faults) {
    VerdictModel model;
    for (const Entry& entry : draft.entries) {
        const Reader reader(entry.where.file, faults);
        model.given.push_back(entry.key);
        if (read_number_key(model, entry, reader) || read_map_key(model, entry, reader)) continue;
        if (entry.key == "top-ranks") {
            if (const auto ranks = reader.integer(entry.value, "top-ranks", 1, 1000)) {
                model.top_ranks = static_cast<int>(*ranks);
            }
        } else if (entry.key == "contact") {
            read_contact(model.contact, entry.value, reader);
        } else if (entry.key == "unless-above") {
            read_unless_above(model.unless_above, entry.value, reader);
        } else if (entry.key == "gates") {
            model.gates = read_gates(entry.value, reader);
        } else if (entry.key == "bands") {
            model.bands = read_bands(entry.value, reader);
        }
    }
    return model;
}

}  // namespace incilint::rules
