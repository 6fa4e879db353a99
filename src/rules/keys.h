// rules/keys.h: every key and word that a rule file may hold, in one place: loader, messages and JSON Schema agree on
// it. Promises: constant tables. Must not know: what the words mean.
#pragma once

#include <array>
#include <string_view>

namespace incilint::rules::keys {

using std::string_view_literals::operator""sv;

inline constexpr std::array set = {"incilint"sv,    "id"sv,   "title"sv, "version"sv, "extends"sv,
                                   "ingredients"sv, "sets"sv, "rules"sv, "verdict"sv};
inline constexpr std::array rule = {"id"sv,      "title"sv,        "category"sv,   "effect"sv,       "severity"sv,
                                    "enabled"sv, "suppressible"sv, "ingredient"sv, "label"sv,        "detector"sv,
                                    "when"sv,    "otherwise"sv,    "grades"sv,     "weight"sv,       "group"sv,
                                    "basis"sv,   "evidence"sv,     "message"sv,    "alternatives"sv, "tests"sv};
inline constexpr std::array house = {"inci"sv, "synonyms"sv, "classes"sv};
inline constexpr std::array leaves = {"name"sv, "class"sv, "glob"sv, "pattern"sv, "set"sv};
inline constexpr std::array term = {"name"sv, "class"sv, "glob"sv, "pattern"sv, "set"sv,
                                    "any"sv,  "all"sv,   "not"sv,  "except"sv};
inline constexpr std::array label_term = {"name"sv,     "class"sv,    "glob"sv, "pattern"sv, "set"sv, "ingredient"sv,
                                          "category"sv, "detector"sv, "any"sv,  "all"sv,     "not"sv};
inline constexpr std::array within = {"whole"sv, "first-third"sv, "first-three"sv, "first-five"sv};
inline constexpr std::array when = {"product"sv, "area"sv,     "market"sv, "concentration"sv,
                                    "rank"sv,    "from-end"sv, "since"sv,  "until"sv};
inline constexpr std::array range = {"at-least"sv, "at-most"sv};
inline constexpr std::array grade = {"when"sv, "severity"sv};
inline constexpr std::array evidence = {"source"sv, "grade"sv, "says"sv};
inline constexpr std::array tests = {"match"sv, "no_match"sv};
inline constexpr std::array verdict = {
    "burden-scale"sv,  "support-scale"sv, "sibling-factor"sv, "top-ranks"sv,      "above-share"sv, "straddling-share"sv,
    "concern-level"sv, "credit-level"sv,  "fixed-level"sv,    "unless-above"sv,   "contact"sv,     "cap"sv,
    "evidence"sv,      "gates"sv,         "bands"sv,          "min-recognised"sv, "confidence"sv};
inline constexpr std::array levels = {"top"sv, "above"sv, "straddling"sv, "below"sv, "trace"sv};
inline constexpr std::array contact = {"rinse-off"sv, "leave-on-above"sv, "leave-on-below"sv};
inline constexpr std::array gate = {"rule"sv, "when"sv, "at-least"sv};
inline constexpr std::array band = {"from"sv, "name"sv};

inline constexpr std::array effects = {"concern"sv, "credit"sv, "info"sv};
inline constexpr std::array severities = {"note"sv, "warning"sv, "error"sv};
inline constexpr std::array severities_or_none = {"note"sv, "warning"sv, "error"sv, "none"sv};
inline constexpr std::array products = {"rinse-off"sv, "leave-on"sv, "not-applicable"sv};
inline constexpr std::array areas = {"face"sv, "body"sv, "hair"sv, "scalp"sv, "lip"sv, "oral"sv, "nail"sv, "baby"sv};
inline constexpr std::array bases = {"barrier"sv, "antimicrobial"sv, "allergen"sv, "taxa-shift"sv, "claim"sv};
inline constexpr std::array evidence_grades = {
    "human-rct"sv, "human-controlled"sv, "human-in-vivo"sv, "human-by-maker"sv, "review"sv,   "expert-panel"sv,
    "in-vitro"sv,  "class-inference"sv,  "regulatory"sv,    "secondary"sv,      "supplier"sv, "unsourced"sv};
inline constexpr std::array placeholders = {"ingredient"sv, "rank"sv,     "count"sv, "bounds"sv,
                                            "rule"sv,       "category"sv, "detail"sv};

}  // namespace incilint::rules::keys
