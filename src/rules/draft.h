// rules/draft.h: a rule file cut into its keys, before the values are read: the form in which files override each
// other. Promises: each key knows its file; merging is by key and leaves the order of the first file. Must not know:
// what the values mean, where files come from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/load.h"
#include "rules/reader.h"
#include "yaml/document.h"

namespace incilint::rules {

/// One key of a map with the file it stands in.
struct Entry {
    std::string key;
    base::Where where;  ///< of the key
    yaml::Node value;
};
struct MapDraft {
    Word name;  ///< what it is merged by: id of a rule, inci of an ingredient; empty for `verdict`
    std::vector<Entry> entries;
    [[nodiscard]] const Entry* find(std::string_view key) const;
};
struct Draft {
    Word id;
    std::string title;
    std::string version;
    std::vector<Word> extends;
    std::vector<MapDraft> ingredients;
    std::vector<Entry> sets;
    std::vector<MapDraft> rules;
    std::optional<MapDraft> verdict;
};

/// Reads a text as far as the keys; faults are added.
[[nodiscard]] Draft read_draft(const RuleText& text, base::Diagnostics& faults);

/// Lays `over` upon `under`: its id, title and version win; rules and ingredients merge key by key, sets by id; a
/// rule's new target (ingredient, label, detector) drops the old one; maps in `verdict` merge entry by entry.
void lay_over(Draft& under, Draft over);

}  // namespace incilint::rules
