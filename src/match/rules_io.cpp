#include "match/rules_io.h"

#include <algorithm>
#include <utility>

#include "match/archive.h"

namespace incilint::match {
namespace archive {

template <class A>
void pass(A& ar, rules::Date& d) {
    pass(ar, d.day);
}
template <class A>
void pass(A& ar, rules::Word& w) {
    pass(ar, w.text);
}
template <class A>
void pass(A& ar, rules::Term& t) {
    each(ar, t.kind, t.word, t.children);
}
template <class A>
void pass(A& ar, rules::IngredientExpr& e) {
    each(ar, e.nodes, e.root, e.except);
}
template <class A>
void pass(A& ar, rules::LabelTerm& t) {
    each(ar, t.kind, t.ingredient, t.words, t.children);
}
template <class A>
void pass(A& ar, rules::LabelExpr& e) {
    each(ar, e.nodes, e.root, e.ingredients, e.within);
}
template <class A>
void pass(A& ar, rules::Range& r) {
    each(ar, r.at_least, r.at_most);
}
template <class A>
void pass(A& ar, rules::When& w) {
    each(ar, w.product, w.area, w.market, w.concentration, w.rank, w.rank_from_end, w.since, w.until);
}
template <class A>
void pass(A& ar, rules::Grade& g) {
    each(ar, g.when, g.severity);
}
template <class A>
void pass(A& ar, rules::Evidence& e) {
    each(ar, e.source, e.grade, e.says);
}
template <class A>
void pass(A& ar, rules::Rule& r) {
    each(ar, r.id, r.category, r.effect, r.severity, r.enabled, r.suppressible, r.title, r.ingredient, r.label);
    each(ar, r.detector, r.when, r.otherwise, r.grades, r.weight, r.group, r.basis, r.evidence, r.message);
    each(ar, r.alternatives);
}
template <class A>
void pass(A& ar, rules::Contact& c) {
    each(ar, c.rinse_off, c.leave_on_above, c.leave_on_below);
}
template <class A>
void pass(A& ar, rules::Gate& g) {
    each(ar, g.rule, g.when, g.at_least);
}
template <class A>
void pass(A& ar, rules::Band& b) {
    each(ar, b.from, b.name);
}
template <class A>
void pass(A& ar, rules::VerdictModel& m) {
    each(ar, m.burden_scale, m.support_scale, m.sibling_factor, m.top_ranks, m.above_share, m.straddling_share);
    each(ar, m.concern_level, m.credit_level, m.fixed_level, m.unless_above, m.contact, m.cap, m.evidence);
    each(ar, m.gates, m.bands, m.min_recognised, m.confidence);
}
template <class A>
void pass(A& ar, RuleSetInfo& i) {
    each(ar, i.id, i.version, i.digest);
}

template <class A>
void pass(A& ar, rules::HouseIngredient& h) {
    each(ar, h.inci, h.synonyms, h.classes);
}
template <class A>
void pass(A& ar, std::pair<rules::Word, rules::IngredientExpr>& s) {
    each(ar, s.first, s.second);
}
template <class A>
void pass(A& ar, rules::RuleSet& s) {
    each(ar, s.id, s.title, s.version, s.ingredients, s.sets, s.rules, s.verdict, s.digest);
    // A joined verdict needs to know which keys were written; a program's is final.
    if (s.verdict) pass(ar, s.verdict->given);
}

template <class A>
void pass_book(A& ar, RuleBook& book) {
    each(ar, book.sets, book.rules, book.verdict);
}

}  // namespace archive

namespace {

bool indices_hold(const rules::IngredientExpr& expr) {
    const auto inside = [&](std::uint32_t i) { return i < expr.nodes.size(); };
    for (const rules::Term& term : expr.nodes) {
        for (const std::uint32_t child : term.children) {
            if (!inside(child)) return false;
        }
    }
    for (const std::uint32_t i : expr.except) {
        if (!inside(i)) return false;
    }
    return inside(expr.root);
}

bool indices_hold(const rules::LabelExpr& expr) {
    for (const rules::IngredientExpr& ingredient : expr.ingredients) {
        if (!indices_hold(ingredient)) return false;
    }
    for (const rules::LabelTerm& term : expr.nodes) {
        if (term.kind == rules::LabelTermKind::ingredient && term.ingredient >= expr.ingredients.size()) return false;
        for (const std::uint32_t child : term.children) {
            if (child >= expr.nodes.size()) return false;
        }
    }
    return expr.root < expr.nodes.size();
}

bool indices_hold(const std::vector<rules::Rule>& rules) {
    return std::ranges::all_of(rules, [](const rules::Rule& rule) {
        return (!rule.ingredient || indices_hold(*rule.ingredient)) && (!rule.label || indices_hold(*rule.label));
    });
}

}  // namespace

std::string store(RuleBook book) {
    archive::Writer out;
    archive::pass_book(out, book);
    return out.take();
}

std::optional<RuleBook> load_rule_book(std::string_view bytes) {
    archive::Reader in(bytes);
    RuleBook book;
    archive::pass_book(in, book);
    if (!in.ok()) return std::nullopt;
    if (!indices_hold(book.rules)) return std::nullopt;
    return book;
}

std::string store(std::vector<rules::RuleSet> sets) {
    archive::Writer out;
    pass(out, sets);
    return out.take();
}

std::optional<std::vector<rules::RuleSet>> load_rule_sets(std::string_view bytes) {
    archive::Reader in(bytes);
    std::vector<rules::RuleSet> sets;
    pass(in, sets);
    if (!in.ok()) return std::nullopt;
    for (const rules::RuleSet& set : sets) {
        if (!indices_hold(set.rules)) return std::nullopt;
        for (const auto& [id, expr] : set.sets) {
            if (!indices_hold(expr)) return std::nullopt;
        }
    }
    return sets;
}

}  // namespace incilint::match
