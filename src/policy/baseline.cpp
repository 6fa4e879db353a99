#include "policy/baseline.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.h"
#include "rules/reader.h"
#include "yaml/document.h"

namespace incilint::policy {
namespace {

using namespace std::string_view_literals;
constexpr std::array file_keys = {"incilint-baseline"sv, "findings"sv};
constexpr std::array entry_keys = {"product"sv, "rule"sv, "ingredient"sv, "occurrence"sv};
constexpr std::int64_t most_occurrences = 1'000'000;

auto order(const match::Identity& identity) {
    return std::tie(identity.product, identity.rule, identity.ingredient, identity.occurrence);
}

bool before(const match::Identity& a, const match::Identity& b) {
    return order(a) < order(b);
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        constexpr std::string_view digits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f)
            out.append("\\x").append({digits[byte / 16], digits[byte % 16]});
        else if (c == '"' || c == '\\')
            out.append("\\").push_back(c);
        else
            out.push_back(c);
    }
    return out + "\"";
}

std::string text_of(const rules::Reader& reader, const yaml::Node& entry, std::string_view key) {
    const yaml::Node* node = reader.required(entry, key, "an entry");
    if (node && node->kind == yaml::Kind::scalar) return node->text;
    if (node) reader.wrong(*node, key, "a text");
    return "";
}

}  // namespace

Baseline::Baseline(const std::vector<match::Identity>& findings) {
    for (const match::Identity& identity : findings) entries_.push_back({identity, {}, false});
    std::sort(entries_.begin(), entries_.end(),
              [](const BaselineEntry& a, const BaselineEntry& b) { return before(a.identity, b.identity); });
}

base::Expected<Baseline, base::Diagnostics> Baseline::read(std::string_view text, const std::string& file) {
    yaml::Limits limits;
    limits.max_bytes = std::size_t{64} << 20;
    limits.max_scalar_bytes = std::size_t{64} << 20;
    limits.max_nodes = 4'000'000;
    const auto root = yaml::parse(text, file, limits);
    if (!root) return base::Error{root.error()};
    base::Diagnostics faults;
    const rules::Reader reader(file, faults);
    Baseline out;
    if (reader.map_of(*root, "a baseline", file_keys)) {
        const yaml::Node* version = reader.required(*root, "incilint-baseline", "a baseline");
        if (version && version->text != "1") reader.wrong(*version, "incilint-baseline", "1");
        const yaml::Node* list = reader.required(*root, "findings", "a baseline");
        if (list && list->kind != yaml::Kind::null && reader.list(*list, "findings")) {
            for (const yaml::Node& item : list->items) {
                if (!reader.map_of(item, "an entry", entry_keys)) continue;
                BaselineEntry entry;
                entry.where = reader.at(item.mark);
                entry.identity = {text_of(reader, item, "rule"), text_of(reader, item, "product"),
                                  text_of(reader, item, "ingredient"), 1};
                if (const yaml::Node* number = item.find("occurrence"))
                    entry.identity.occurrence = static_cast<std::uint32_t>(
                        reader.integer(*number, "occurrence", 1, most_occurrences).value_or(1));
                out.entries_.push_back(std::move(entry));
            }
        }
    }
    std::stable_sort(out.entries_.begin(), out.entries_.end(),
                     [](const BaselineEntry& a, const BaselineEntry& b) { return before(a.identity, b.identity); });
    for (std::size_t i = 1; i < out.entries_.size(); ++i)
        if (out.entries_[i].identity == out.entries_[i - 1].identity)
            rules::add_fault(faults, out.entries_[i].where, "baseline/twice", "this finding stands here twice",
                             "take one line out");
    if (!faults.empty()) return base::Error{std::move(faults)};
    return out;
}

BaselineEntry* Baseline::find(const match::Identity& identity) {
    const auto found = std::lower_bound(
        entries_.begin(), entries_.end(), identity,
        [](const BaselineEntry& entry, const match::Identity& wanted) { return before(entry.identity, wanted); });
    return found == entries_.end() || found->identity != identity ? nullptr : &*found;
}

bool Baseline::holds(const match::Identity& identity) {
    BaselineEntry* entry = find(identity);
    if (entry) entry->met = true;
    return entry != nullptr;
}

void Baseline::cannot_hold(const match::Identity& identity, Why why) {
    if (BaselineEntry* entry = find(identity)) entry->why = why;
}

std::vector<const BaselineEntry*> Baseline::stale(
    const std::function<bool(const std::string& product)>& screened) const {
    std::vector<const BaselineEntry*> out;
    for (const BaselineEntry& entry : entries_)
        if (!entry.met && screened(entry.identity.product)) out.push_back(&entry);
    return out;
}

std::string baseline_text(std::vector<match::Identity> identities) {
    std::sort(identities.begin(), identities.end(), before);
    std::string out =
        "# Findings that were there when this was written; `incilint baseline` makes and changes it.\n"
        "incilint-baseline: 1\nfindings:\n";
    if (identities.empty()) out = out.substr(0, out.size() - 1) + " []\n";
    for (const match::Identity& identity : identities) {
        out.append("  - {product: ").append(quoted(identity.product));
        out.append(", rule: ").append(identity.rule);
        out.append(", ingredient: ").append(quoted(identity.ingredient));
        if (identity.occurrence > 1) out.append(", occurrence: ").append(std::to_string(identity.occurrence));
        out.append("}\n");
    }
    return out;
}

Remark stale_remark(const BaselineEntry& entry) {
    const match::Identity& identity = entry.identity;
    Remark out;
    out.rule = "baseline/stale";
    out.where = entry.where;
    out.hint = "take it out of the baseline: incilint baseline prune";
    const std::string whose = (identity.ingredient.empty() ? "" : " for " + identity.ingredient);
    switch (entry.why) {
        case StaleWhy::gone:
            out.message = identity.rule + " is gone" + whose + " from " + identity.product;
            break;
        case StaleWhy::suppressed:
            out.message = identity.rule + " is suppressed" + whose + " in " + identity.product;
            break;
        case StaleWhy::refused:
            out.message = identity.rule + " may not be in a baseline" + whose + " of " + identity.product +
                          ": its rule says suppressible: false";
            break;
    }
    return out;
}

}  // namespace incilint::policy
