#include "match/label_rule.h"

#include <algorithm>

namespace incilint::match {
namespace {

/// The last rank that is still inside; empty: any.
std::optional<std::uint32_t> last_rank(rules::Within within, std::uint32_t count) {
    switch (within) {
        case rules::Within::first_third:
            return (count + 2) / 3;
        case rules::Within::first_three:
            return 3;
        case rules::Within::first_five:
            return 5;
        case rules::Within::whole:
            break;
    }
    return std::nullopt;
}

class LabelJudge {
  public:
    LabelJudge(const Case& screened, std::uint32_t rule, const std::vector<FoundCategory>& found, bool lenient)
        : case_(screened),
          expr_(*screened.matcher.program().rules()[rule].label),
          first_(screened.matcher.first(rule)),
          found_(found),
          lenient_(lenient) {}

    /// Depth is bounded by the rule language (64), not by the label.
    Truth term(std::uint32_t index, bool negated) {
        const rules::LabelTerm& node = expr_.nodes[index];
        Truth truth = Truth::fails;
        switch (node.kind) {
            case rules::LabelTermKind::ingredient:
                return some_entry(node, negated);
            case rules::LabelTermKind::category:
                return std::max(some_entry(node, negated), found_before(node));
            case rules::LabelTermKind::detector:
                return detected(node);
            case rules::LabelTermKind::any:
                for (const std::uint32_t child : node.children) truth = std::max(truth, term(child, negated));
                return truth;
            case rules::LabelTermKind::all:
                truth = Truth::holds;
                for (const std::uint32_t child : node.children) truth = std::min(truth, term(child, negated));
                return truth;
            case rules::LabelTermKind::not_:
                for (const std::uint32_t child : node.children) truth = std::max(truth, term(child, !negated));
                if (truth == Truth::cannot_tell) return truth;
                return truth == Truth::holds ? Truth::fails : Truth::holds;
        }
        return truth;
    }

    std::vector<std::uint32_t> entries;

  private:
    Truth some_entry(const rules::LabelTerm& node, bool negated) {
        // Without a list no entry is declared; that one is absent cannot be told of it either.
        if (!case_.product) return negated ? Truth::cannot_tell : Truth::fails;
        Truth best = Truth::fails;
        for (std::uint32_t i = 0; i < case_.resolved.size(); ++i) {
            const Truth truth = one_entry(node, i, negated);
            if (truth != Truth::fails && !negated && meets(node, i)) entries.push_back(i);
            best = std::max(best, truth);
        }
        return best;
    }

    bool meets(const rules::LabelTerm& node, std::uint32_t i) const {
        const Resolved& resolved = *case_.resolved[i];
        if (node.kind == rules::LabelTermKind::ingredient) {
            return std::ranges::binary_search(resolved.expressions, first_ + node.ingredient);
        }
        return std::ranges::any_of(node.words, [&](const rules::Word& word) {
            return std::ranges::binary_search(resolved.listed_in, word.text);
        });
    }

    Truth one_entry(const rules::LabelTerm& node, std::uint32_t i, bool negated) const {
        const Resolved& resolved = *case_.resolved[i];
        const bool is_met = meets(node, i);
        if (!is_met && !(negated && !resolved.recognition)) return Truth::fails;
        const Place& place = case_.places[i];
        bool is_sure = is_met;
        if (node.kind == rules::LabelTermKind::ingredient) {
            if (const auto last = last_rank(expr_.within, place.count)) {
                if (place.rank && *place.rank > *last) return Truth::fails;
                is_sure = is_sure && place.rank.has_value();
            }
        }
        if (case_.product->entries[i].section == label::Section::may_contain) is_sure = false;
        const bool is_read = resolved.recognition && resolved.recognition->how != lexicon::How::spelling;
        if (!is_read && !lenient_) is_sure = false;
        return is_sure ? Truth::holds : Truth::cannot_tell;
    }

    Truth found_before(const rules::LabelTerm& node) const {
        Truth best = Truth::fails;
        for (const FoundCategory& found : found_) {
            const bool is_asked =
                std::ranges::any_of(node.words, [&](const auto& w) { return w.text == found.category; });
            if (is_asked) best = std::max(best, found.truth);
        }
        return best;
    }

    Truth detected(const rules::LabelTerm& node) const {
        const bool is_met = std::ranges::any_of(case_.detections, [&](const label::Detection* detection) {
            return !node.words.empty() && label::word(detection->detector) == node.words.front().text;
        });
        return is_met ? Truth::holds : Truth::fails;
    }

    const Case& case_;
    const rules::LabelExpr& expr_;
    std::uint32_t first_;
    const std::vector<FoundCategory>& found_;
    bool lenient_;
};

}  // namespace

LabelTruth judge_label(const Case& screened, std::uint32_t rule, const std::vector<FoundCategory>& found) {
    const std::uint32_t root = screened.matcher.program().rules()[rule].label->root;
    LabelTruth result;
    LabelJudge strict(screened, rule, found, false);
    result.strict = strict.term(root, false);
    result.lenient = result.strict;
    if (result.strict == Truth::cannot_tell) {
        LabelJudge lenient(screened, rule, found, true);
        result.lenient = lenient.term(root, false);
    }
    result.entries = std::move(strict.entries);
    std::ranges::sort(result.entries);
    result.entries.erase(std::unique(result.entries.begin(), result.entries.end()), result.entries.end());
    return result;
}

bool asks_for_categories(const rules::LabelExpr& expr) {
    return std::ranges::any_of(expr.nodes,
                               [](const auto& node) { return node.kind == rules::LabelTermKind::category; });
}

}  // namespace incilint::match
