#include <algorithm>

#include "match/judge.h"
#include "match/label_rule.h"
#include "match/lean_tables.h"

namespace incilint::match {
namespace {

/// Combinations of label terms that are kept a context.
constexpr std::size_t most_kept = 4096;

/// judge_label() over what is known of the terms instead of over entries.
class TermJudge {
  public:
    using TermOf = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint8_t>;
    TermJudge(const rules::LabelExpr& expr, std::uint32_t rule, const TermOf& term_of, const LeanTerms& terms,
              const std::vector<FoundCategory>& found, bool lenient)
        : expr_(expr), rule_(rule), term_of_(term_of), terms_(terms), found_(found), lenient_(lenient) {}

    /// Depth is bounded by the rule language (64).
    Truth term(std::uint32_t index, bool negated) const {
        const rules::LabelTerm& node = expr_.nodes[index];
        Truth truth = Truth::fails;
        switch (node.kind) {
            case rules::LabelTermKind::ingredient:
                return some_entry(index, expr_.within, negated);
            case rules::LabelTermKind::category:
                return std::max(some_entry(index, rules::Within::whole, negated), found_before(node));
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

  private:
    Truth some_entry(std::uint32_t node, rules::Within within, bool negated) const {
        const std::uint64_t bit = std::uint64_t{1} << term_of_.at({rule_, node});
        const bool met = (terms_.met & bit) != 0;
        if (lenient_ ? met : (terms_.sure & bit) != 0) return Truth::holds;
        const bool unknown = (terms_.unknown >> static_cast<unsigned>(within) & 1U) != 0;
        return met || (negated && unknown) ? Truth::cannot_tell : Truth::fails;
    }

    Truth detected(const rules::LabelTerm& node) const {
        const auto detector = node.words.empty() ? std::nullopt : label::detector_named(node.words.front().text);
        const bool fired = detector && (terms_.detectors >> static_cast<unsigned>(*detector) & 1U) != 0;
        return fired ? Truth::holds : Truth::fails;
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

    const rules::LabelExpr& expr_;
    std::uint32_t rule_;
    const TermOf& term_of_;
    const LeanTerms& terms_;
    const std::vector<FoundCategory>& found_;
    bool lenient_;
};

}  // namespace

std::vector<LeanFinding> lean_label_findings(const Lean::Tables& tables, const LeanTerms& terms,
                                             const Context& context) {
    std::vector<LeanFinding> findings;
    std::vector<FoundCategory> found;
    for (std::size_t i = 0; i < tables.label_rules.size(); ++i) {
        const std::uint32_t r = tables.label_rules[i];
        const rules::Rule& rule = tables.program.rules()[r];
        const auto judge = [&](bool lenient) {
            return TermJudge(*rule.label, r, tables.term_of, terms, found, lenient).term(rule.label->root, false);
        };
        const Truth strict = judge(false);
        const Truth lenient = strict == Truth::cannot_tell ? judge(true) : strict;
        if (lenient == Truth::fails) continue;
        auto decision = decide(rule, lenient, Facts{context});
        if (!decision) continue;
        if (strict != Truth::holds) decision->certainty = Certainty::possible;
        findings.push_back({static_cast<std::uint16_t>(r), decision->severity, decision->certainty});
        // Rules that ask for categories do not see each other.
        if (rule.category.empty() || i >= tables.asking) continue;
        found.push_back({rule.category, decision->certainty == Certainty::certain ? Truth::holds : Truth::cannot_tell});
    }
    std::ranges::sort(findings, {}, &LeanFinding::rule);
    for (std::size_t i = 0; i < label::detector_count; ++i) {
        if ((terms.detectors >> i & 1U) == 0) continue;
        for (const std::uint16_t r : tables.rules_of[i])
            if (const auto decision = decide(tables.program.rules()[r], Truth::holds, Facts{context}))
                findings.push_back({r, decision->severity, decision->certainty});
    }
    return findings;
}

const std::vector<LeanFinding>& LeanContext::label_findings(const Lean::Tables& tables, const LeanTerms& terms) {
    constexpr unsigned hash_bits = 64;
    constexpr unsigned near_bits = 10;
    static_assert(std::size_t{1} << near_bits == std::tuple_size_v<decltype(near_)>);
    Near& near = near_[std::uint64_t{Hash{}(terms)} >> (hash_bits - near_bits)];
    if (near.findings != nullptr && near.terms == terms) return *near.findings;
    auto found = kept_.find(terms);
    if (found == kept_.end()) {
        if (kept_.size() >= most_kept) {
            kept_.clear();
            near_ = {};
        }
        found = kept_.emplace(terms, lean_label_findings(tables, terms, context)).first;
    }
    near = {terms, &found->second};
    return found->second;
}

}  // namespace incilint::match
