#include "match/self_test.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "label/read.h"
#include "lexicon/recognise.h"
#include "match/exceptions.h"
#include "match/matcher.h"
#include "match/screening.h"

namespace incilint::match {
namespace {

/// A context that meets the conditions of a rule as far as a context can.
Context context_for(const rules::When& when) {
    Context out;
    out.type = when.product.empty() ? rules::ProductType::rinse_off : when.product.front();
    if (!when.area.empty()) out.area = when.area.front();
    if (!when.market.empty()) out.market = when.market.front();
    out.law_date = when.since ? when.since : when.until;
    out.law_date = when.since ? when.since : when.until;
    return out;
}

class Run {
  public:
    Run(const rules::RuleSet& joined, const Program& program, const ProgramImages& images)
        : joined_(joined), program_(program), images_(images), matcher_(program) {
        for (std::uint32_t i = 0; i < program.rules().size(); ++i) numbers_[program.rules()[i].id.text] = i;
    }

    base::Expected<SelfTest, base::Diagnostics> run() {
        for (const rules::Rule& rule : joined_.rules) {
            const auto number = numbers_.find(rule.id.text);
            if (!rule.enabled || number == numbers_.end()) continue;
            for (const rules::Word& word : rule.tests.match) test(rule, number->second, word, true);
            for (const rules::Word& word : rule.tests.no_match) test(rule, number->second, word, false);
        }
        look_at_dictionary();
        auto exceptions = exceptions_of(joined_, images_, names_);
        if (!exceptions) return base::Error{std::move(exceptions).error()};
        out_.exceptions = std::move(*exceptions);
        for (const rules::Rule& rule : joined_.rules) {
            const auto number = numbers_.find(rule.id.text);
            if (!rule.enabled || number == numbers_.end()) continue;
            if (!hit_.contains(number->second)) out_.never_hit.push_back(rule.id);
            const bool finds = hit_.contains(number->second) || named_.contains(number->second);
            if (rule.ingredient && !finds) out_.finds_nothing.push_back(rule.id);
        }
        return std::move(out_);
    }

  private:
    void test(const rules::Rule& rule, std::uint32_t number, const rules::Word& word, bool wanted) {
        ++out_.run;
        const bool got = rule.ingredient ? meets_name(number, word) : meets_text(rule, number, word);
        if (got == wanted) return;
        std::string text = "rule '" + rule.id.text;
        text.append(wanted ? "' does not match '" : "' matches '").append(word.text).append("'");
        out_.failures.push_back({"test/failed", word.where, std::move(text), ""});
    }

    bool meets_name(std::uint32_t number, const rules::Word& word) {
        const Resolved known = matcher_.resolve(word.text, {.correct_spelling = false});
        if (!known.recognition) out_.unknown_names.push_back(word);
        names_.push_back(word.text);
        for (const std::uint32_t expression : known.expressions) hit_.insert(matcher_.rule_of(expression));
        const std::uint32_t own = matcher_.first(number);
        return std::find(known.expressions.begin(), known.expressions.end(), own) != known.expressions.end();
    }

    bool meets_text(const rules::Rule& rule, std::uint32_t number, const rules::Word& word) {
        const label::Label label = label::read(word.text, program_.dictionary(), program_.vocabulary());
        bool met = false;
        for (const label::Product& product : label.products) {
            for (const label::Entry& entry : product.entries) names_.emplace_back(entry.name);
        }
        for (const Screening& screening : screen(program_, label, word.text, context_for(rule.when))) {
            for (const Finding& finding : screening.findings) {
                hit_.insert(finding.rule);
                met = met || finding.rule == number;
            }
        }
        return met;
    }

    void look_at_dictionary() {
        const lexicon::Dictionary& dictionary = program_.dictionary();
        out_.names = dictionary.size();
        for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
            const auto known =
                matcher_.resolve(dictionary.inci(lexicon::IngredientId{id}), {.correct_spelling = false});
            if (!known.expressions.empty()) ++out_.seen;
            for (const std::uint32_t expression : known.expressions) named_.insert(matcher_.rule_of(expression));
        }
    }

    const rules::RuleSet& joined_;
    const Program& program_;
    const ProgramImages& images_;
    Matcher matcher_;
    std::map<std::string, std::uint32_t, std::less<>> numbers_;
    std::set<std::uint32_t> hit_;     ///< rules that some test hits
    std::set<std::uint32_t> named_;   ///< rules that look at some name of the dictionary
    std::vector<std::string> names_;  ///< names that stand in tests
    SelfTest out_;
};

}  // namespace

base::Expected<SelfTest, base::Diagnostics> self_test(const rules::RuleSet& joined, const Program& program,
                                                      const ProgramImages& images) {
    return Run(joined, program, images).run();
}

}  // namespace incilint::match
