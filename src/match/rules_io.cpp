#include "match/rules_io.h"

#include <algorithm>
#include <concepts>
#include <map>
#include <type_traits>
#include <utility>

#include "base/bytes.h"

namespace incilint::match {
namespace {

/// Writes whatever it is given.
class Writer {
  public:
    void number(std::uint32_t& value) { out_.u32(value); }
    void real(double& value) { out_.f64(value); }
    void text(std::string& value) { out_.text(value); }
    void byte(std::uint8_t& value) { out_.u8(value); }
    [[nodiscard]] std::uint32_t count(std::size_t value) {
        out_.u32(static_cast<std::uint32_t>(value));
        return static_cast<std::uint32_t>(value);
    }
    [[nodiscard]] std::string take() { return out_.take(); }
    static constexpr bool reads = false;

  private:
    base::ByteWriter out_;
};

/// Fills whatever it is given; zeros once something was wrong.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : size_(bytes.size()), in_(bytes) {}
    void number(std::uint32_t& value) { value = in_.u32(); }
    void real(double& value) { value = in_.f64(); }
    void text(std::string& value) { value = in_.text(); }
    void byte(std::uint8_t& value) { value = in_.u8(); }
    /// Every element takes at least one byte, so that a damaged count cannot ask for more than there is.
    [[nodiscard]] std::uint32_t count(std::size_t) {
        const std::uint32_t value = in_.u32();
        if (in_.failed() || value > size_ - in_.at()) {
            broken_ = true;
            return 0;
        }
        return value;
    }
    [[nodiscard]] bool ok() const { return !broken_ && !in_.failed() && in_.at() == size_; }
    void refuse() { broken_ = true; }
    static constexpr bool reads = true;

  private:
    std::size_t size_;
    base::ByteReader in_;
    bool broken_ = false;
};

template <class A>
void pass(A& ar, std::uint32_t& value) {
    ar.number(value);
}
template <class A>
void pass(A& ar, double& value) {
    ar.real(value);
}
template <class A>
void pass(A& ar, std::string& value) {
    ar.text(value);
}
template <class A>
void pass(A& ar, bool& value) {
    std::uint8_t byte = value ? 1 : 0;
    ar.byte(byte);
    value = byte != 0;
}
template <class A>
void pass(A& ar, int& value) {
    auto number = static_cast<std::uint32_t>(value);
    ar.number(number);
    value = static_cast<int>(number);
}
template <class A, class E>
requires std::is_enum_v<E>
void pass(A& ar, E& value) {
    auto byte = static_cast<std::uint8_t>(value);
    ar.byte(byte);
    if constexpr (A::reads) {
        constexpr std::uint8_t most = 16;  // no enumeration of rules/rule.h has more members
        if (byte > most) ar.refuse();
    }
    value = static_cast<E>(byte);
}

// Declared before the containers so that elements of any type find their function.
template <class A>
void pass(A& ar, rules::Word& value);
template <class A>
void pass(A& ar, rules::Term& value);
template <class A>
void pass(A& ar, rules::IngredientExpr& value);
template <class A>
void pass(A& ar, rules::LabelTerm& value);
template <class A>
void pass(A& ar, rules::LabelExpr& value);
template <class A>
void pass(A& ar, rules::Range& value);
template <class A>
void pass(A& ar, rules::Date& value);
template <class A>
void pass(A& ar, rules::When& value);
template <class A>
void pass(A& ar, rules::Grade& value);
template <class A>
void pass(A& ar, rules::Evidence& value);
template <class A>
void pass(A& ar, rules::Rule& value);
template <class A>
void pass(A& ar, rules::Contact& value);
template <class A>
void pass(A& ar, rules::Gate& value);
template <class A>
void pass(A& ar, rules::Band& value);
template <class A>
void pass(A& ar, rules::VerdictModel& value);
template <class A>
void pass(A& ar, RuleSetInfo& value);
template <class A>
void pass(A& ar, rules::HouseIngredient& value);
template <class A>
void pass(A& ar, std::pair<rules::Word, rules::IngredientExpr>& value);
template <class A>
void pass(A& ar, rules::RuleSet& value);

template <class A, class T>
void pass(A& ar, std::vector<T>& values) {
    const std::uint32_t count = ar.count(values.size());
    if constexpr (A::reads) {
        values.clear();
        for (std::uint32_t i = 0; i < count; ++i) pass(ar, values.emplace_back());
    } else {
        for (T& value : values) pass(ar, value);
    }
}
template <class A, class T>
void pass(A& ar, std::optional<T>& value) {
    bool held = value.has_value();
    pass(ar, held);
    if (!held) return;
    if (!value) value.emplace();
    pass(ar, *value);
}
template <class A, class T>
void pass(A& ar, std::map<std::string, T>& values) {
    const std::uint32_t count = ar.count(values.size());
    if constexpr (A::reads) {
        for (std::uint32_t i = 0; i < count; ++i) {
            std::string key;
            pass(ar, key);
            pass(ar, values[key]);
        }
    } else {
        for (auto& [key, value] : values) {
            std::string copy = key;
            pass(ar, copy);
            pass(ar, value);
        }
    }
}

template <class A, class... T>
void each(A& ar, T&... values) {
    (pass(ar, values), ...);
}

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

std::string store(const RuleBook& book) {
    RuleBook copy = book;
    Writer out;
    pass_book(out, copy);
    return out.take();
}

std::optional<RuleBook> load_rule_book(std::string_view bytes) {
    Reader in(bytes);
    RuleBook book;
    pass_book(in, book);
    if (!in.ok()) return std::nullopt;
    if (!indices_hold(book.rules)) return std::nullopt;
    return book;
}

std::string store(const std::vector<rules::RuleSet>& sets) {
    std::vector<rules::RuleSet> copy = sets;
    Writer out;
    pass(out, copy);
    return out.take();
}

std::optional<std::vector<rules::RuleSet>> load_rule_sets(std::string_view bytes) {
    Reader in(bytes);
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
