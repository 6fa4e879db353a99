// rules/rule.h: a rule set as plain data, just as its author wrote it.
// Promises: plain values; every value that came from a file knows its place (base::Where) for messages.
// Must not know: the dictionary (names and classes are still words here), YAML, labels, how rules are run.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/date.h"

namespace incilint::rules {

enum class Effect : std::uint8_t { concern, credit, info };
enum class Severity : std::uint8_t { note, warning, error };
enum class ProductType : std::uint8_t { unknown, rinse_off, leave_on, not_applicable };
enum class Area : std::uint8_t { unknown, face, body, hair, scalp, lip, oral, nail, baby };

[[nodiscard]] std::string_view word(Effect effect);
[[nodiscard]] std::string_view word(Severity severity);
[[nodiscard]] std::string_view word(ProductType type);  // "rinse-off"; unknown: "unknown"
[[nodiscard]] std::string_view word(Area area);
[[nodiscard]] std::optional<Effect> effect_named(std::string_view word);
[[nodiscard]] std::optional<Severity> severity_named(std::string_view word);
[[nodiscard]] std::optional<ProductType> product_type_named(std::string_view word);
[[nodiscard]] std::optional<Area> area_named(std::string_view word);

/// A word with its place in the file.
struct Word {
    std::string text;
    base::Where where;
};

/// What an ingredient must be. In a glob `*` stands for one or more whole words (brackets, slashes and commas are
/// words); a pattern is searched for in the normal form, `^` and `$` anchor it. A tree without pointers: `children`
/// index into the owner's `nodes`.
enum class TermKind : std::uint8_t { name, class_, glob, pattern, set, any, all, not_ };
struct Term {
    TermKind kind = TermKind::any;
    Word word;  ///< name, class, glob, pattern (RE2 syntax) or set id; empty for any/all/not
    std::vector<std::uint32_t> children;
};
/// The tree of an `ingredient:` (or a set): it matches where `root` holds and no `except` term does.
struct IngredientExpr {
    std::vector<Term> nodes;
    std::uint32_t root = 0;
    std::vector<std::uint32_t> except;  ///< indices of nodes
};

/// What the label as a whole must be (`label:`). `ingredient` indexes the owner's `ingredients`.
enum class LabelTermKind : std::uint8_t { ingredient, category, detector, any, all, not_ };
struct LabelTerm {
    LabelTermKind kind = LabelTermKind::any;
    std::uint32_t ingredient = 0;  ///< for LabelTermKind::ingredient
    std::vector<Word> words;       ///< categories (any of them), or one detector
    std::vector<std::uint32_t> children;
};
enum class Within : std::uint8_t { whole, first_third, first_three, first_five };
struct LabelExpr {
    std::vector<LabelTerm> nodes;
    std::uint32_t root = 0;
    std::vector<IngredientExpr> ingredients;
    Within within = Within::whole;  ///< where in the list ingredient terms must be met
};

/// A range of weight percents or ranks; an open end is empty. Bounds are inclusive.
struct Range {
    std::optional<double> at_least;
    std::optional<double> at_most;
};
/// Three-valued condition: all given parts must hold; a part that cannot be told makes the whole "cannot tell" unless
/// another part fails.
struct When {
    std::vector<ProductType> product;  ///< any of; empty: no condition
    std::vector<Area> area;
    std::vector<std::string> market;     ///< lower-case codes ("eu")
    std::optional<Range> concentration;  ///< weight percent
    std::optional<Range> rank;           ///< 1-based place in the list
    /// Place counted from the end of the list: 1 is the last entry.
    std::optional<Range> rank_from_end;
    /// First and last day (inclusive) of the law that the rule speaks of; compared with the day of the law asked for.
    std::optional<Date> since;
    std::optional<Date> until;
    [[nodiscard]] bool empty() const {
        return product.empty() && area.empty() && market.empty() && !concentration && !rank && !rank_from_end &&
               !since && !until;
    }
};

/// A severity that holds under a condition; the first of `grades` whose condition holds decides, else the rule's own.
struct Grade {
    When when;
    std::optional<Severity> severity;  ///< empty (`severity: none`): no finding
    base::Where where;
};

struct Evidence {
    Word source;        ///< key of data/sources.tsv
    std::string grade;  ///< human-rct, human-controlled, human-in-vivo, human-by-maker, review, expert-panel, in-vitro,
                        ///< class-inference, regulatory, secondary, supplier, unsourced
    std::string says;
};

struct RuleTests {
    std::vector<Word> match;  ///< names; for label rules whole lists
    std::vector<Word> no_match;
    [[nodiscard]] bool empty() const { return match.empty() && no_match.empty(); }
};

struct Rule {
    Word id;
    std::string category;  ///< empty for label/… and info rules that report none
    Effect effect = Effect::info;
    Severity severity = Severity::note;
    bool enabled = true;
    bool suppressible = true;
    std::string title;
    std::optional<IngredientExpr> ingredient;  ///< exactly one of ingredient, label, detector
    std::optional<LabelExpr> label;
    std::optional<Word> detector;
    When when;
    std::optional<Severity> otherwise;  ///< severity where `when` cannot be told; empty: no finding then
    std::vector<Grade> grades;          ///< severity by rank, product, … (first that holds)
    double weight = 0;                  ///< severity points (0 … 10), see VerdictModel
    std::string group;                  ///< siblings of one group count once at full (empty: the category)
    std::string basis;                  ///< barrier | antimicrobial | allergen | taxa-shift | claim
    std::vector<Evidence> evidence;
    std::string message;  ///< template: {ingredient} {rank} {count} {bounds} {rule} {category}
    std::vector<Word> alternatives;
    RuleTests tests;
};

struct HouseIngredient {
    Word inci;
    std::vector<Word> synonyms;
    std::vector<Word> classes;
};

/// Contact factors of a category by product type (report section 10, point 3). Numbers are factors >= 0.
struct Contact {
    double rinse_off = 1;
    double leave_on_above = 1;  ///< level above the 1 % line
    double leave_on_below = 1;
};
/// A verdict gate: findings of `rule` (id or prefix ending in "/") that match raise the verdict to at least `at_least`.
struct Gate {
    std::string rule;
    When when;
    std::string at_least;  ///< name of a band
    base::Where where;
};
/// A band of burden: applies from `from` (inclusive) upwards.
struct Band {
    double from = 0;
    std::string name;  ///< "low", "moderate", "high", "very high"
};
/// All constants of burden, support, confidence and verdict; data of the rule set (`verdict:`).
struct VerdictModel {
    double burden_scale = 5;
    double support_scale = 8;
    double sibling_factor = 0.3;
    /// Level factors for concerns and credits: top (rank <= top_ranks), above, straddling, below, trace.
    int top_ranks = 3;
    double above_share = 0.5;  ///< until bounds: rank within this share of the list counts as above, …
    double straddling_share = 0.7;
    std::map<std::string, double> concern_level;  ///< top, above, straddling, below, trace
    std::map<std::string, double> credit_level;
    /// Level factor by category whatever the place: preservatives act at their legal levels, so that a low place
    /// excuses none of them. Holds for concerns; categories that are not here take their level's factor.
    std::map<std::string, double> fixed_level;
    /// Credits of a category (key) count nothing where a finding of one of these categories stands above them in the
    /// list: a mild co-surfactant is no credit behind the sulfate that does the washing.
    std::map<std::string, std::vector<std::string>> unless_above;
    std::map<std::string, Contact> contact;  ///< by category; "default" for the others
    std::map<std::string, double> cap;       ///< by category: most points it can add to burden or support
    std::map<std::string, double> evidence;  ///< confidence weight by evidence grade, 0 … 1
    std::vector<Gate> gates;
    std::vector<Band> bands;
    double min_recognised = 0.5;               ///< below this share of recognised entries: no verdict
    std::map<std::string, double> confidence;  ///< thresholds and factors, see rules/README.md
    std::vector<std::string> given;            ///< keys its files wrote; the others give way to an earlier set
};

struct RuleSet {
    Word id;
    std::string title;
    std::string version;
    std::vector<Word> extends;  ///< as written; resolved by rules/load.h
    std::vector<HouseIngredient> ingredients;
    std::vector<std::pair<Word, IngredientExpr>> sets;
    std::vector<Rule> rules;
    std::optional<VerdictModel> verdict;
    std::string digest;  ///< SHA-256 (hex) of the texts it was loaded from
};

}  // namespace incilint::rules
