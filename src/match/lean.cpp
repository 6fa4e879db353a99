#include "match/lean.h"

#include <algorithm>
#include <limits>

#include "match/factors.h"
#include "match/judge.h"
#include "match/label_rule.h"
#include "match/lean_tables.h"

namespace incilint::match {
namespace {

constexpr std::int64_t one = 1'000'000;
constexpr std::size_t most_bits = 64;
/// Markets are any word that a catalog holds.
constexpr std::size_t most_contexts = 64;

bool asks_rank(const rules::When& when) {
    return when.rank.has_value() || when.rank_from_end.has_value();
}

std::int64_t constant(const rules::VerdictModel& model, const char* key, std::int64_t otherwise) {
    const auto found = model.confidence.find(key);
    return found == model.confidence.end() ? otherwise : millionths(found->second);
}

LeanRule lean_rule(const rules::Rule& rule, const rules::VerdictModel& model) {
    LeanRule out;
    out.effect = rule.effect;
    out.scored = rule.weight > 0;
    out.asks_rank = asks_rank(rule.when) ||
                    std::ranges::any_of(rule.grades, [](const rules::Grade& grade) { return asks_rank(grade.when); });
    if (rule.effect == rules::Effect::concern && out.scored) {
        std::int64_t best = 0;
        for (const rules::Evidence& evidence : rule.evidence) {
            const auto known = model.evidence.find(evidence.grade);
            if (known != model.evidence.end()) best = std::max(best, millionths(known->second));
        }
        out.evidence_weight = millionths(rule.weight) / 1000;
        out.evidence = out.evidence_weight * std::min(best, one);
    }
    return out;
}

std::int64_t times(std::int64_t points, std::int64_t factor) {
    return (points * factor + one / 2) / one;
}

/// Points that fit; a sum ends at 100 (add_up.cpp), which what is cut off here is far beyond.
std::int32_t small(std::int64_t points) {
    return static_cast<std::int32_t>(std::min<std::int64_t>(points, std::numeric_limits<std::int32_t>::max()));
}

std::string verdict_words(std::string_view words) {
    return std::string(words.substr(0, words.find(" (")));
}

}  // namespace

Lean::Tables::Tables(const Program& the_program) : program(the_program), matcher(program) {
    const rules::VerdictModel& model = program.verdict();
    const std::vector<rules::Rule>& all = program.rules();
    usable = all.size() < 0xffff && model.gates.size() <= most_bits && model.bands.size() < 200;
    std::map<std::string_view, std::uint8_t> categories;
    for (std::uint32_t r = 0; usable && r < all.size(); ++r) {
        rules.push_back(lean_rule(all[r], model));
        LeanRule& rule = rules.back();
        rule.group = matcher.groups().group_of[r];
        if (!all[r].category.empty())
            rule.category = categories.emplace(all[r].category, categories.size()).first->second;
        usable = categories.size() <= most_lean_categories;
    }
    if (!usable) return;
    for (std::uint32_t r = 0; r < all.size(); ++r) {
        if (const auto cancels = model.unless_above.find(all[r].category); cancels != model.unless_above.end())
            for (const std::string& category : cancels->second)
                if (const auto number = categories.find(category); number != categories.end())
                    rules[r].cancelled_by |= std::uint64_t{1} << number->second;
    }
    for (const rules::Gate& gate : model.gates) {
        const auto wanted = std::ranges::find(model.bands, gate.at_least, &rules::Band::name);
        for (std::uint32_t r = 0; wanted != model.bands.end() && r < all.size(); ++r) {
            const std::string& id = all[r].id.text;
            const bool is_meant = gate.rule.ends_with('/') ? id.starts_with(gate.rule) : id == gate.rule;
            if (is_meant && all[r].effect == rules::Effect::concern) rules[r].gates |= std::uint64_t{1} << gates.size();
        }
        gates.push_back({&gate, static_cast<std::uint8_t>(wanted - model.bands.begin())});
    }
    for (const bool asks : {false, true}) {
        for (std::uint32_t r = 0; r < all.size(); ++r)
            if (all[r].label && asks_for_categories(*all[r].label) == asks) label_rules.push_back(r);
        if (!asks) asking = label_rules.size();
    }
    for (std::uint32_t r = 0; r < all.size(); ++r)
        if (const auto detector = all[r].detector ? label::detector_named(all[r].detector->text) : std::nullopt)
            rules_of[static_cast<std::size_t>(*detector)].push_back(static_cast<std::uint16_t>(r));
    for (const std::uint32_t r : label_rules) {
        const rules::LabelExpr& expr = *all[r].label;
        for (std::uint32_t n = 0; n < expr.nodes.size(); ++n) {
            const bool names = expr.nodes[n].kind == rules::LabelTermKind::ingredient;
            if (!names && expr.nodes[n].kind != rules::LabelTermKind::category) continue;
            usable = usable && terms.size() < most_bits;
            if (!usable) return;
            const rules::Within within = names ? expr.within : rules::Within::whole;
            terms_within[static_cast<std::size_t>(within)] |= std::uint64_t{1} << terms.size();
            term_of[{r, n}] = static_cast<std::uint8_t>(terms.size());
            terms.push_back({static_cast<std::uint16_t>(r), n, within});
        }
    }
    words = {"no verdict", "no listed concern"};
    for (const rules::Band& band : model.bands) {
        band_from.push_back(millionths(band.from));
        words.push_back(verdict_words(band.name + " listed burden ("));
    }
    if (model.bands.empty()) words.emplace_back("listed burden");
    caps = matcher.caps();
    bucket_of = matcher.groups().bucket_of;
    is_burden.resize(bucket_of.size());
    for (const LeanRule& rule : rules) is_burden[rule.group] = rule.effect == incilint::rules::Effect::concern ? 1 : 0;
    above_share = millionths(model.above_share);
    straddling_share = millionths(model.straddling_share);
    sibling = millionths(model.sibling_factor);
    min_recognised = millionths(model.min_recognised);
    few_entries = constant(model, "few-entries", 0);
    few_factor = constant(model, "few-entries-factor", one);
    type_unknown = constant(model, "type-unknown", one);
    high = constant(model, "high", one);
    medium = constant(model, "medium", one);
}

Lean::Lean(const Program& program) : tables_(std::make_unique<Tables>(program)), room_(std::make_unique<Room>()) {
    room_->groups.resize(tables_->bucket_of.size());
    room_->buckets.resize(tables_->caps.size());
}
Lean::~Lean() = default;
Lean::Lean(Lean&&) noexcept = default;
Lean& Lean::operator=(Lean&&) noexcept = default;

bool Lean::usable() const {
    return tables_->usable;
}

std::string_view Lean::words(std::uint8_t number) const {
    return tables_->words[number];
}

std::size_t Lean::word_count() const {
    return tables_->words.size();
}

std::optional<LeanFacts> Lean::facts(const Resolved& resolved) const {
    LeanFacts out;
    const std::vector<rules::Rule>& all = tables_->program.rules();
    for (const std::uint32_t expression : resolved.expressions) {
        const std::uint32_t r = tables_->matcher.rule_of(expression);
        if (!all[r].ingredient) continue;
        if (out.count == LeanFacts::most_rules) return std::nullopt;
        out.rules[out.count++] = static_cast<std::uint16_t>(r);
    }
    for (std::size_t t = 0; t < tables_->terms.size(); ++t) {
        const LeanTerm& term = tables_->terms[t];
        const rules::LabelTerm& node = all[term.rule].label->nodes[term.node];
        const bool met =
            node.kind == rules::LabelTermKind::ingredient
                ? std::ranges::binary_search(resolved.expressions, tables_->matcher.first(term.rule) + node.ingredient)
                : std::ranges::any_of(node.words, [&](const rules::Word& word) {
                      return std::ranges::binary_search(resolved.listed_in, word.text);
                  });
        if (met) out.terms |= std::uint64_t{1} << t;
    }
    return out;
}

LeanContext& Lean::in(const Context& context) {
    if (LeanContext* last = room_->last; last != nullptr && last->context.type == context.type &&
                                         last->context.area == context.area && last->context.market == context.market &&
                                         last->context.law_date == context.law_date)
        return *last;
    const Room::Key key{context.type, context.area, context.market, context.law_date};
    auto found = room_->contexts.find(key);
    if (found == room_->contexts.end()) {
        if (room_->contexts.size() >= most_contexts) room_->contexts.clear();
        auto made = std::make_unique<LeanContext>();
        made->context = context;
        const std::vector<rules::Rule>& all = tables_->program.rules();
        const rules::VerdictModel& model = tables_->program.verdict();
        made->cases.resize(all.size());
        made->scores.resize(all.size());
        for (std::uint32_t r = 0; r < all.size(); ++r) {
            const LeanRule& rule = tables_->rules[r];
            LeanCase& one_case = made->cases[r];
            one_case.effect = rule.effect;
            one_case.scored = rule.scored;
            one_case.group = rule.group;
            one_case.category = rule.category < most_lean_categories ? std::uint64_t{1} << rule.category : 0;
            one_case.cancelled_by = rule.cancelled_by;
            one_case.gates = rule.gates;
            one_case.evidence_weight = rule.evidence_weight;
            one_case.evidence = rule.evidence;
            const double scale = rule.effect == rules::Effect::concern ? model.burden_scale : model.support_scale;
            for (std::size_t level = 0; level < LeanScores::levels; ++level) {
                const Points full =
                    full_points(factors_of(all[r], static_cast<Level>(level), context.type, model), scale);
                made->scores[r].at[level] = {small(full.low), small(full.high),
                                             small(times(full.low, tables_->sibling)),
                                             small(times(full.high, tables_->sibling))};
            }
            if (rule.asks_rank) {
                one_case.state = LeanCase::State::ask;
            } else if (const auto decision = decide(all[r], Truth::holds, Facts{context})) {
                one_case.state = LeanCase::State::finding;
                one_case.severity = decision->severity;
                one_case.certainty = decision->certainty;
            }
        }
        found = room_->contexts.emplace(key, std::move(made)).first;
    }
    room_->last = found->second.get();
    return *room_->last;
}

}  // namespace incilint::match
