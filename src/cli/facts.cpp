#include "cli/facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/near.h"
#include "builtin/builtin.h"
#include "cli/engine.h"
#include "cli/near_names.h"
#include "label/label.h"
#include "lexicon/names.h"
#include "match/matcher.h"
#include "match/screening.h"
#include "report/rule_help.h"
#include "rules/load.h"

namespace incilint::cli {
namespace {

constexpr std::size_t most_similar = 6;
constexpr std::size_t most_look_alikes = 10;
constexpr std::size_t most_examples = 12;

/// What each rule says of a name that stands alone, by product type: "rinse-off: error".
std::map<std::uint32_t, std::string> alone(const std::string& name, const match::Program& program) {
    label::Label label;
    label::Entry entry;
    entry.name = name;
    entry.span = {0, name.size()};
    label.products.push_back({std::nullopt, label::Order::descending, {entry}});
    label.pieces.push_back({entry.span, label::PieceKind::entry});
    std::map<std::uint32_t, std::string> out;
    for (const rules::ProductType type : {rules::ProductType::rinse_off, rules::ProductType::leave_on}) {
        match::Context context;
        context.type = type;
        for (const match::Screening& screening : match::screen(program, label, name, context)) {
            for (const match::Finding& finding : screening.findings) {
                if (!finding.entry) continue;
                std::string& words = out[finding.rule];
                words.append(words.empty() ? "" : "; ").append(rules::word(finding.severity));
                if (finding.certainty == match::Certainty::possible) words.append(" (possible)");
                words.append(" in a ").append(rules::word(type)).append(" product");
            }
        }
    }
    for (auto& [rule, words] : out) words.append(", as the first name of its list");
    return out;
}

/// The rules whose expressions hold for a name, in their order of report.
std::vector<report::NamedBy> rules_naming(const std::string& name, const match::Resolved& resolved,
                                          const match::Program& program) {
    const match::Matcher matcher(program);
    std::set<std::uint32_t> numbers;
    for (const std::uint32_t expression : resolved.expressions) numbers.insert(matcher.rule_of(expression));
    const std::map<std::uint32_t, std::string> words = alone(name, program);
    std::vector<report::NamedBy> out;
    for (const bool direct : {true, false}) {
        for (const std::uint32_t number : numbers) {
            const rules::Rule& rule = program.rules()[number];
            if (rule.ingredient.has_value() != direct) continue;
            const auto found = words.find(number);
            std::string finding =
                direct ? "none by itself: see its condition" : "none by itself: it is part of a rule on the whole list";
            out.push_back({&rule, found == words.end() ? finding : found->second});
        }
    }
    return out;
}

bool share_a_word(std::string_view a, std::string_view b) {
    const auto words = lexicon::words_of(b);
    for (const std::string_view word : lexicon::words_of(a)) {
        if (word.size() >= 4 && std::find(words.begin(), words.end(), word) != words.end()) return true;
    }
    return false;
}

/// Fills what the rules' tests say of a name: its look-alikes, and the rules that do not mean it.
void add_tests(report::IngredientFacts& out, const rules::RuleSet& joined, const lexicon::Dictionary& dictionary) {
    std::set<std::string> named_by;
    for (const report::NamedBy& by : out.rules) named_by.insert(by.rule->id.text);
    const std::string inci = dictionary.normal(out.recognition.inci);
    std::set<std::string> told{inci};
    for (const rules::Rule& rule : joined.rules) {
        if (!rule.enabled || !rule.ingredient) continue;
        const bool names_it = named_by.contains(rule.id.text);
        for (const rules::Word& word : rule.tests.no_match) {
            const auto other = lexicon::recognise(word.text, dictionary, {.correct_spelling = false});
            const std::string normal = dictionary.normal(other ? other->inci : word.text);
            if (!names_it && normal == inci) out.not_meant_by.push_back(rule.id.text);
            const bool alike = names_it && share_a_word(inci, normal) && out.look_alikes.size() < most_look_alikes;
            if (alike && told.insert(normal).second) out.look_alikes.push_back(other ? other->inci : word.text);
        }
    }
}

}  // namespace

base::Expected<Knowledge, base::Diagnostics> load_knowledge(const Options& options) {
    auto program = make_program(options);
    if (!program) return base::Error{std::move(program).error()};
    Knowledge out{std::move(*program), std::nullopt};
    if (!options.program_file.empty()) return out;
    auto sets = load_rule_sets(options);
    if (!sets) return base::Error{std::move(sets).error()};
    auto joined = rules::join_rules(std::move(*sets));
    if (!joined) return base::Error{std::move(joined).error()};
    out.joined = std::move(*joined);
    return out;
}

std::string cite(std::string_view key) {
    std::string_view table = builtin::sources();
    while (!key.empty() && !table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        std::array<std::string_view, 5> cells;  // key, citation, link, read, date
        for (std::string_view& cell : cells) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            cell = line.substr(0, tab);
            line.remove_prefix(std::min(tab + 1, line.size()));
        }
        if (cells[0] != key) continue;
        std::string out(cells[1]);
        if (!cells[2].empty()) out.append(", ").append(cells[2]);
        if (!cells[3].empty()) out.append(" (read: ").append(cells[3]);
        if (!cells[4].empty()) out.append(cells[3].empty() ? " (of " : "; text of ").append(cells[4]);
        if (!cells[3].empty() || !cells[4].empty()) out.append(")");
        return out;
    }
    return "";
}

const rules::Rule* find_rule(const match::Program& program, std::string_view id) {
    for (const rules::Rule& rule : program.rules()) {
        if (rule.id.text == id) return &rule;
    }
    return nullptr;
}

std::string near_words(std::string_view word, const std::vector<std::string>& known) {
    const std::string hint = base::near_hint(word, known);
    return hint.empty() ? hint : "; " + hint;
}

std::string near_rule(const match::Program& program, std::string_view id) {
    std::vector<std::string> ids;
    for (const rules::Rule& rule : program.rules()) ids.push_back(rule.id.text);
    return near_words(id, ids);
}

report::RuleFacts facts_of_rule(const rules::Rule& rule, const Knowledge& known) {
    report::RuleFacts out{&rule, nullptr, {}, 0};
    if (known.joined) {
        for (const rules::Rule& other : known.joined->rules) {
            if (other.id.text == rule.id.text) out.tests = &other.tests;
        }
    }
    if (!rule.ingredient) return out;
    const match::Matcher matcher(known.program);
    const auto number = static_cast<std::uint32_t>(&rule - known.program.rules().data());
    const std::uint32_t own = matcher.first(number);
    const lexicon::Dictionary& dictionary = known.program.dictionary();
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
        const std::string_view inci = dictionary.inci(lexicon::IngredientId{id});
        const auto resolved = matcher.resolve(inci, {.correct_spelling = false});
        if (!std::binary_search(resolved.expressions.begin(), resolved.expressions.end(), own)) continue;
        if (++out.named <= most_examples) out.examples.emplace_back(inci);
    }
    return out;
}

report::IngredientFacts facts_of_name(const Asked& asked, lexicon::Recognition recognition, const Knowledge& known) {
    const lexicon::Dictionary& dictionary = known.program.dictionary();
    const match::Matcher matcher(known.program);
    const match::Resolved resolved = matcher.resolve(asked.name, {});
    report::IngredientFacts out;
    out.asked = asked.text;
    out.normal = dictionary.normal(asked.name);
    out.recognition = std::move(recognition);
    out.listed_in = resolved.listed_in;
    out.rules = rules_naming(asked.name, resolved, known.program);
    out.similar = near_names(dictionary, dictionary.normal(out.recognition.inci), out.recognition.id, most_similar);
    if (known.joined) add_tests(out, *known.joined, dictionary);
    return out;
}

report::UnknownFacts facts_of_unknown(const std::string& name, const Knowledge& known) {
    const lexicon::Dictionary& dictionary = known.program.dictionary();
    report::UnknownFacts out;
    out.asked = name;
    out.normal = dictionary.normal(name);
    out.similar = near_names(dictionary, out.normal, std::nullopt, most_similar);
    out.known_parts = known_parts(dictionary, out.normal, most_similar);
    out.new_words = new_words(dictionary, out.normal);
    out.rules = rules_naming(name, match::Matcher(known.program).resolve(name, {}), known.program);
    return out;
}

report::Sheet policy_card(const std::string& subject) {
    const report::RuleHelp help = report::help_of_policy(subject, rules::Severity::warning);
    report::Sheet card;
    if (help.title == subject) {
        const report::FaultHelp* fault = report::help_of_fault(subject);
        if (!fault) return card;
        card.title = subject + ": " + std::string(fault->title);
        card.fields = {{"kind", "", std::string("fault")},
                       {"id", "", subject},
                       {"title", "", std::string(fault->title)},
                       {"says", "says", std::string(fault->title) + ". " + std::string(fault->what_to_do)}};
        return card;
    }
    card.title = subject + ": " + help.title;
    card.fields = {{"kind", "", std::string("policy")},
                   {"id", "", subject},
                   {"title", "", help.title},
                   {"says", "says", help.text}};
    return card;
}

}  // namespace incilint::cli
