#include "generate.h"

namespace oracle {
namespace {

constexpr int deepest = 3;

std::uint32_t random_term(Dice& dice, const Words& words, rules::IngredientExpr& expr, std::size_t sets, int depth) {
    const std::uint32_t index = static_cast<std::uint32_t>(expr.nodes.size());
    expr.nodes.emplace_back();
    const std::uint32_t choice = dice.below(depth < deepest ? 12 : 8);
    rules::Term term;
    if (choice < 3) {
        term.kind = rules::TermKind::name;
        term.word.text = dice.pick(words.names);
    } else if (choice < 5) {
        term.kind = rules::TermKind::class_;
        term.word.text = dice.pick(words.classes);
    } else if (choice < 6) {
        term.kind = rules::TermKind::glob;
        term.word.text = dice.pick(words.globs);
    } else if (choice < 7) {
        term.kind = rules::TermKind::pattern;
        term.word.text = dice.pick(words.patterns);
    } else if (choice < 8) {
        term.kind = sets > 0 ? rules::TermKind::set : rules::TermKind::any;
        if (sets > 0) term.word.text = "set-" + std::to_string(dice.below(sets));
    } else {
        const rules::TermKind kinds[] = {rules::TermKind::any, rules::TermKind::all, rules::TermKind::not_};
        term.kind = kinds[dice.below(3)];
        for (std::uint32_t i = 1 + dice.below(3); i > 0; --i) {
            term.children.push_back(random_term(dice, words, expr, sets, depth + 1));
        }
    }
    expr.nodes[index] = std::move(term);
    return index;
}

rules::IngredientExpr random_expr(Dice& dice, const Words& words, std::size_t sets) {
    rules::IngredientExpr expr;
    expr.root = random_term(dice, words, expr, sets, 0);
    for (std::uint32_t i = dice.one_in(3) ? 1 + dice.below(2) : 0; i > 0; --i) {
        expr.except.push_back(random_term(dice, words, expr, sets, 1));
    }
    return expr;
}

rules::Range random_range(Dice& dice, std::uint32_t most) {
    rules::Range range;
    if (dice.one_in(2)) range.at_least = 1 + dice.below(most);
    if (!range.at_least || dice.one_in(3)) range.at_most = range.at_least.value_or(0) + 1 + dice.below(most);
    return range;
}

rules::When random_when(Dice& dice) {
    rules::When when;
    if (dice.one_in(3)) when.product.push_back(static_cast<rules::ProductType>(1 + dice.below(3)));
    if (dice.one_in(6)) when.area = {rules::Area::face, rules::Area::scalp};
    if (dice.one_in(6)) when.market = {"eu"};
    if (dice.one_in(5)) when.concentration = random_range(dice, 4);
    if (dice.one_in(6)) when.since = rules::Date{20220301 + dice.below(3)};
    if (dice.one_in(6)) when.until = rules::Date{20220301 + dice.below(3)};
    if (dice.one_in(3)) when.rank = random_range(dice, 5);
    if (dice.one_in(5)) when.rank_from_end = random_range(dice, 2);
    return when;
}

std::uint32_t random_label_term(Dice& dice, const Words& words, rules::LabelExpr& expr, std::size_t sets, int depth) {
    const std::uint32_t index = static_cast<std::uint32_t>(expr.nodes.size());
    expr.nodes.emplace_back();
    const std::uint32_t choice = dice.below(depth < deepest ? 9 : 5);
    rules::LabelTerm term;
    if (choice < 3) {
        term.kind = rules::LabelTermKind::ingredient;
        term.ingredient = static_cast<std::uint32_t>(expr.ingredients.size());
        expr.ingredients.push_back(random_expr(dice, words, sets));
    } else if (choice < 4) {
        term.kind = rules::LabelTermKind::category;
        for (std::uint32_t i = 1 + dice.below(2); i > 0; --i) {
            term.words.push_back({dice.one_in(2) ? "prebiotic" : "harsh-surfactant", {}});
        }
    } else if (choice < 5) {
        term.kind = rules::LabelTermKind::detector;
        term.words.push_back({dice.one_in(2) ? "mojibake" : "prose", {}});
    } else {
        const rules::LabelTermKind kinds[] = {rules::LabelTermKind::any, rules::LabelTermKind::all,
                                              rules::LabelTermKind::not_};
        term.kind = kinds[dice.below(3)];
        for (std::uint32_t i = 1 + dice.below(2); i > 0; --i) {
            term.children.push_back(random_label_term(dice, words, expr, sets, depth + 1));
        }
    }
    expr.nodes[index] = std::move(term);
    return index;
}

rules::Severity random_severity(Dice& dice) {
    return static_cast<rules::Severity>(dice.below(3));
}

rules::Rule random_rule(Dice& dice, const Words& words, std::size_t sets, std::size_t number) {
    rules::Rule rule;
    rule.id.text = "rule/" + std::to_string(number);
    rule.title = "A rule";
    rule.severity = random_severity(dice);
    rule.enabled = !dice.one_in(12);
    const std::uint32_t effect = dice.below(4);
    if (effect == 0) {
        rule.effect = rules::Effect::credit;
        rule.category = dice.one_in(2) ? "prebiotic" : "postbiotic";
    } else if (effect < 3) {
        rule.effect = rules::Effect::concern;
        rule.category = dice.one_in(2) ? "harsh-surfactant" : "fragrance";
    }
    const std::uint32_t subject = dice.below(6);
    if (subject == 0) {
        rule.detector = rules::Word{dice.one_in(2) ? "mojibake" : "prose", {}};
    } else if (subject < 3) {
        rule.label.emplace();
        rule.label->root = random_label_term(dice, words, *rule.label, sets, 0);
        rule.label->within = static_cast<rules::Within>(dice.below(4));
    } else {
        rule.ingredient = random_expr(dice, words, sets);
    }
    if (dice.one_in(2)) rule.when = random_when(dice);
    if (dice.one_in(2)) rule.otherwise = random_severity(dice);
    for (std::uint32_t i = dice.below(3); i > 0; --i) {
        rules::Grade grade;
        grade.when = random_when(dice);
        if (!dice.one_in(4)) grade.severity = random_severity(dice);
        rule.grades.push_back(grade);
    }
    return rule;
}

}  // namespace

rules::RuleSet random_rules(Dice& dice, const Words& words) {
    rules::RuleSet set;
    set.id.text = "random";
    for (std::size_t i = dice.below(4); i > 0; --i) {
        const std::size_t number = set.sets.size();
        set.sets.emplace_back(rules::Word{"set-" + std::to_string(number), {}}, random_expr(dice, words, number));
    }
    const std::size_t sets = set.sets.size();
    for (std::size_t i = 1 + dice.below(8); i > 0; --i) {
        set.rules.push_back(random_rule(dice, words, sets, set.rules.size()));
    }
    return set;
}

label::Label random_label(Dice& dice, const Words& words) {
    label::Label label;
    for (std::uint32_t p = dice.one_in(10) ? dice.below(3) : 1; p > 0; --p) {
        label::Product product;
        product.order = dice.one_in(4) ? static_cast<label::Order>(dice.below(3)) : label::Order::descending;
        for (std::uint32_t i = dice.below(14); i > 0; --i) {
            label::Entry entry;
            entry.name = label.texts.keep(dice.pick(words.printed));
            entry.section = dice.one_in(4) ? static_cast<label::Section>(dice.below(4)) : label::Section::main;
            entry.part_of_group = dice.one_in(8);
            if (dice.one_in(4)) {
                const double least = dice.below(5);
                entry.percent = label::Percent{least, least + dice.below(3)};
            }
            product.entries.push_back(entry);
        }
        label.products.push_back(product);
    }
    for (std::uint32_t i = dice.one_in(3) ? 1 + dice.below(2) : 0; i > 0; --i) {
        label::Detection detection;
        detection.detector = dice.one_in(2) ? label::Detector::mojibake : label::Detector::prose;
        if (dice.one_in(2)) detection.product = dice.below(2);
        if (dice.one_in(2)) detection.entry = dice.below(6);
        label.detections.push_back(detection);
    }
    return label;
}

match::Context random_context(Dice& dice) {
    match::Context context;
    context.type = static_cast<rules::ProductType>(dice.below(4));
    context.area = static_cast<rules::Area>(dice.below(5));
    if (dice.one_in(2)) context.market = dice.one_in(2) ? "eu" : "us";
    if (dice.one_in(2)) context.law_date = rules::Date{20220301 + dice.below(3)};
    context.recognise.correct_spelling = !dice.one_in(4);
    return context;
}

}  // namespace oracle
