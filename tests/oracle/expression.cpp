// Ingredient expressions, by recursion over the author's tree.

#include <algorithm>

#include <re2/re2.h>

#include "lexicon/recognise.h"
#include "oracle.h"

namespace oracle {
namespace {

/// `nothing` looks at a name of which nothing at all is known: every term fails.
enum class View { identity, text_only, nothing };

struct Subject {
    View view;
    std::string normal;  ///< of the INCI name, or of the printed name where nothing was recognised
    const std::optional<lexicon::Recognition>& recognised;
};

std::vector<std::string> split(std::string_view normal) {
    std::vector<std::string> words(1);
    for (const char c : normal) {
        if (c == ' ') {
            words.emplace_back();
        } else if (std::string_view("()[]/,").find(c) != std::string_view::npos) {
            words.emplace_back(1, c);
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase(words, "");
    return words;
}

/// By trying every length for every star.
bool glob_holds(const std::vector<std::string>& glob, std::size_t g, const std::vector<std::string>& words,
                std::size_t w) {
    if (g == glob.size()) return w == words.size();
    if (glob[g] != "*") return w < words.size() && glob[g] == words[w] && glob_holds(glob, g + 1, words, w + 1);
    for (std::size_t end = w + 1; end <= words.size(); ++end) {
        if (glob_holds(glob, g + 1, words, end)) return true;
    }
    return false;
}

bool class_holds(const World& world, const std::string& wanted, const lexicon::Recognition& recognised) {
    for (lexicon::ClassId own : recognised.classes) {
        for (std::optional<lexicon::ClassId> up = own; up; up = world.dictionary.parent(*up)) {
            if (world.dictionary.class_name(*up) == wanted) return true;
        }
    }
    return false;
}

bool name_holds(const World& world, const std::string& wanted, const lexicon::Recognition& recognised) {
    const auto meant = lexicon::recognise(wanted, world.dictionary, {.correct_spelling = false});
    if (!meant) return false;
    if (meant->id || recognised.id) return meant->id == recognised.id;
    return world.dictionary.normal(meant->inci) == world.dictionary.normal(recognised.inci);
}

bool expr_holds(const World& world, const rules::IngredientExpr& expr, const Subject& subject);

bool term_holds(const World& world, const rules::IngredientExpr& expr, std::uint32_t index, const Subject& subject) {
    const rules::Term& term = expr.nodes[index];
    const auto child_holds = [&](std::uint32_t child) { return term_holds(world, expr, child, subject); };
    const bool has_identity = subject.view == View::identity;
    const bool has_text = subject.view != View::nothing;
    switch (term.kind) {
        case rules::TermKind::name:
            return has_identity && name_holds(world, term.word.text, *subject.recognised);
        case rules::TermKind::class_:
            return has_identity && class_holds(world, term.word.text, *subject.recognised);
        case rules::TermKind::glob: {
            // Globs of the generator are written with stars that stand alone.
            std::vector<std::string> glob;
            for (const std::string& word : split(term.word.text)) {
                for (const std::string& part : split(word == "*" ? word : world.dictionary.normal(word))) {
                    glob.push_back(part);
                }
            }
            return has_text && glob_holds(glob, 0, split(subject.normal), 0);
        }
        case rules::TermKind::pattern:
            return has_text && RE2::PartialMatch(subject.normal, RE2(term.word.text));
        case rules::TermKind::set:
            for (const auto& [id, set] : world.set.sets) {
                if (id.text == term.word.text) return expr_holds(world, set, subject);
            }
            return false;
        case rules::TermKind::any:
            return std::ranges::any_of(term.children, child_holds);
        case rules::TermKind::all:
            return std::ranges::all_of(term.children, child_holds);
        case rules::TermKind::not_:
            return std::ranges::none_of(term.children, child_holds);
    }
    return false;
}

bool expr_holds(const World& world, const rules::IngredientExpr& expr, const Subject& subject) {
    for (const std::uint32_t except : expr.except) {
        if (term_holds(world, expr, except, subject)) return false;
    }
    return term_holds(world, expr, expr.root, subject);
}

}  // namespace

bool holds(const World& world, const rules::IngredientExpr& expr, std::string_view name,
           const std::optional<lexicon::Recognition>& recognised) {
    if (recognised) {
        return expr_holds(world, expr, {View::identity, world.dictionary.normal(recognised->inci), recognised});
    }
    return expr_holds(world, expr, {View::text_only, world.dictionary.normal(name), recognised}) &&
           !expr_holds(world, expr, {View::nothing, "", recognised});
}

}  // namespace oracle
