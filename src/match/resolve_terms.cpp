#include "match/resolve_terms.h"

#include "base/near.h"
#include "lexicon/recognise.h"

namespace incilint::match {
namespace {

/// Deepest nesting of terms and sets together; the loader allows 64 for one expression.
constexpr int deepest = 256;
/// Each search for a near name goes over the whole dictionary: after so many the hint is left out.
constexpr std::size_t most_near_searches = 20;
/// Bounds the memory of a compilation, in nodes.
constexpr std::size_t most_nodes = 200'000;

}  // namespace

TermResolver::TermResolver(const lexicon::Dictionary& dictionary,
                           const std::vector<std::pair<rules::Word, rules::IngredientExpr>>& sets,
                           base::Diagnostics& faults)
    : dictionary_(dictionary), faults_(faults) {
    for (const auto& [id, expr] : sets) sets_[id.text] = Set{&id, &expr};
    code_.rule_first.push_back(0);
}

void TermResolver::add_root(const rules::IngredientExpr& expr) {
    code_.roots.push_back(expression(expr));
}

void TermResolver::end_rule() {
    code_.rule_first.push_back(static_cast<std::uint32_t>(code_.roots.size()));
}

void TermResolver::check_sets() {
    for (const auto& [id, known] : sets_) {
        if (known.state == State::untouched) set(*known.id);
    }
}

void TermResolver::fault(std::string code, const rules::Word& word, std::string text, std::string hint) {
    faults_.push_back({std::move(code), word.where, std::move(text), std::move(hint)});
}

std::uint32_t TermResolver::expression(const rules::IngredientExpr& expr) {
    const std::uint32_t root = term(expr, expr.root);
    if (expr.except.empty()) return root;
    std::vector<std::uint32_t> excepted;
    for (const std::uint32_t index : expr.except) excepted.push_back(term(expr, index));
    return join(Op::all, {root, negate(join(Op::any, excepted))});
}

std::uint32_t TermResolver::term(const rules::IngredientExpr& expr, std::uint32_t index) {
    const rules::Term& node = expr.nodes[index];
    switch (node.kind) {
        case rules::TermKind::name:
            return name(node.word);
        case rules::TermKind::class_:
            return class_(node.word);
        case rules::TermKind::glob:
            return glob(node.word);
        case rules::TermKind::pattern:
            return pattern(node.word);
        case rules::TermKind::set:
            return set(node.word);
        default:
            break;
    }
    if (depth_ >= deepest) {
        fault("rules/too-deep", node.word, "terms and sets are nested too deeply", "");
        return join(Op::any, {});
    }
    ++depth_;
    std::vector<std::uint32_t> children;
    for (const std::uint32_t child : node.children) children.push_back(term(expr, child));
    --depth_;
    if (node.kind == rules::TermKind::all) return join(Op::all, children);
    const std::uint32_t any = join(Op::any, children);
    return node.kind == rules::TermKind::not_ ? negate(any) : any;
}

std::uint32_t TermResolver::name(const rules::Word& word) {
    const auto known = lexicon::recognise(word.text, dictionary_, {.correct_spelling = false});
    if (!known) {
        fault("rules/unknown-name", word, "no ingredient is called \"" + word.text + "\"", near_name(word.text));
        return join(Op::any, {});
    }
    if (known->id) return leaf(Op::name, static_cast<std::uint32_t>(*known->id));
    return text_leaf(Op::built_name, dictionary_.normal(known->inci));
}

std::string TermResolver::near_name(const std::string& name) {
    std::string advice = "add it to `ingredients:` if it is a name of the house";
    if (++near_searches_ > most_near_searches) return advice;
    if (const auto meant = lexicon::recognise(name, dictionary_, {})) return base::did_you_mean(meant->inci);
    if (inci_names_.empty()) {
        for (std::uint32_t id = 0; id < dictionary_.size(); ++id) {
            inci_names_.emplace_back(dictionary_.inci(lexicon::IngredientId{id}));
        }
    }
    return base::near_hint(name, inci_names_, advice);
}

std::uint32_t TermResolver::class_(const rules::Word& word) {
    if (const auto known = dictionary_.class_named(word.text))
        return leaf(Op::class_, static_cast<std::uint32_t>(*known));
    if (class_names_.empty()) {
        for (std::size_t id = 0; id < dictionary_.class_count(); ++id) {
            class_names_.emplace_back(dictionary_.class_name(static_cast<lexicon::ClassId>(id)));
        }
    }
    fault("rules/unknown-class", word, "there is no class \"" + word.text + "\"",
          base::near_hint(word.text, class_names_, "classes are those of data/classes.tsv"));
    return join(Op::any, {});
}

std::uint32_t TermResolver::glob(const rules::Word& word) {
    const auto read = read_glob(word.text, [&](std::string_view text) { return dictionary_.normal(text); });
    if (read) return text_leaf(Op::glob, store(*read));
    fault("rules/bad-glob", word, "\"" + word.text + "\" is no glob",
          "`*` stands for whole words, and at least one other word is needed");
    return join(Op::any, {});
}

std::uint32_t TermResolver::pattern(const rules::Word& word) {
    const auto made = Pattern::make(word.text);
    if (made) return text_leaf(Op::pattern, word.text);
    fault("rules/bad-pattern", word, "\"" + word.text + "\" is no pattern: " + made.error(),
          "the syntax is that of RE2");
    return join(Op::any, {});
}

std::uint32_t TermResolver::set(const rules::Word& word) {
    const auto found = sets_.find(word.text);
    if (found == sets_.end()) {
        std::vector<std::string> ids;
        for (const auto& [id, known] : sets_) ids.push_back(id);
        fault("rules/unknown-set", word, "there is no set \"" + word.text + "\"", base::near_hint(word.text, ids));
        return join(Op::any, {});
    }
    Set& known = found->second;
    if (known.state == State::done) return known.node;
    if (known.state == State::open || depth_ >= deepest) {
        const bool is_cycle = known.state == State::open;
        fault(is_cycle ? "rules/set-cycle" : "rules/too-deep", word,
              is_cycle ? "the set \"" + word.text + "\" holds itself" : "sets are nested too deeply", "");
        return join(Op::any, {});
    }
    known.state = State::open;
    ++depth_;
    known.node = expression(*known.expr);
    --depth_;
    known.state = State::done;
    return known.node;
}

std::uint32_t TermResolver::leaf(Op op, std::uint32_t a) {
    const auto [found, is_new] = leaves_.emplace(std::tuple(op, a), static_cast<std::uint32_t>(code_.nodes.size()));
    if (is_new) code_.nodes.push_back({op, a, 0});
    return found->second;
}

std::uint32_t TermResolver::text_leaf(Op op, const std::string& text) {
    // A text serves one kind only: a glob and a pattern may be spelled alike.
    const std::string key = std::to_string(static_cast<int>(op)) + text;
    const auto [found, is_new] = texts_.emplace(key, static_cast<std::uint32_t>(code_.texts.size()));
    if (is_new) code_.texts.push_back(text);
    return leaf(op, found->second);
}

std::uint32_t TermResolver::join(Op op, const std::vector<std::uint32_t>& children) {
    if (children.size() == 1) return children.front();
    if (code_.nodes.size() >= most_nodes) {
        if (code_.nodes.size() == most_nodes) fault("rules/too-many-terms", {}, "the rules have too many terms", "");
        if (code_.nodes.size() > most_nodes) return static_cast<std::uint32_t>(most_nodes);
        code_.nodes.push_back({Op::any, 0, 0});
        return static_cast<std::uint32_t>(most_nodes);
    }
    code_.nodes.push_back(
        {op, static_cast<std::uint32_t>(code_.children.size()), static_cast<std::uint32_t>(children.size())});
    code_.children.insert(code_.children.end(), children.begin(), children.end());
    return static_cast<std::uint32_t>(code_.nodes.size() - 1);
}

std::uint32_t TermResolver::negate(std::uint32_t node) {
    code_.nodes.push_back({Op::not_, node, 0});
    return static_cast<std::uint32_t>(code_.nodes.size() - 1);
}

}  // namespace incilint::match
