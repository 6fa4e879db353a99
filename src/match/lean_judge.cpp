#include <algorithm>

#include "match/judge.h"
#include "match/lean_tables.h"

namespace incilint::match {
namespace {

constexpr std::int64_t one = 1'000'000;
constexpr std::int64_t most = 100 * one;
int rounded(std::int64_t points) {
    return static_cast<int>((points + one / 2) / one);
}

/// The last rank of each range of label rules, by rules::Within.
std::array<std::uint32_t, 4> last_ranks(std::uint32_t count) {
    std::array<std::uint32_t, 4> last{};
    last[static_cast<std::size_t>(rules::Within::whole)] = count;
    last[static_cast<std::size_t>(rules::Within::first_third)] = (count + 2) / 3;
    last[static_cast<std::size_t>(rules::Within::first_three)] = 3;
    last[static_cast<std::size_t>(rules::Within::first_five)] = 5;
    return last;
}

}  // namespace

void Lean::Room::add(std::uint32_t group, const LeanScore& score) {
    GroupSum& sum = groups[group];
    if (sum.turn != turn) {
        sum = {turn, {}, {}, {}};
        touched.push_back(group);
    }
    sum.siblings.low += score.sibling_low;
    sum.siblings.high += score.sibling_high;
    // The largest of a group counts in full instead of as a sibling.
    if (score.full_low > sum.most.low) {
        sum.most.low = score.full_low;
        sum.lift.low = score.full_low - score.sibling_low;
    }
    if (score.full_high > sum.most.high) {
        sum.most.high = score.full_high;
        sum.lift.high = score.full_high - score.sibling_high;
    }
}

/// As add_up() does it; what the largest of a group take first is what all of it takes in the end.
void Lean::Room::sums(const Tables& tables, Points& burden, Points& support) {
    for (const std::uint32_t group : touched) {
        const GroupSum& sum = groups[group];
        BucketSum& bucket = buckets[tables.bucket_of[group]];
        if (bucket.turn != turn) bucket = {turn, {}};
        const std::int64_t cap = tables.caps[tables.bucket_of[group]];
        const auto take = [&](std::int64_t Points::*end, Points& side) {
            const std::int64_t taken = std::min(cap - bucket.taken.*end, sum.siblings.*end + sum.lift.*end);
            bucket.taken.*end += taken;
            side.*end = std::min(most, side.*end + taken);
        };
        Points& side = tables.is_burden[group] ? burden : support;
        take(&Points::low, side);
        take(&Points::high, side);
    }
}

void Lean::judge(LeanContext& context, std::uint32_t count, std::span<const LeanEntry> entries, LeanScreening& out,
                 std::uint16_t detectors) {
    const Tables& tables = *tables_;
    Room& room = *room_;
    out.findings.clear();
    out.recognised = count;
    room.touched.clear();
    ++room.turn;

    // 1. What label rules ask for.
    LeanTerms terms;
    terms.detectors = detectors;
    const std::array<std::uint32_t, 4> last = last_ranks(count);
    for (const LeanEntry& entry : entries) {
        const std::uint64_t asked = entry.facts == nullptr ? 0 : entry.facts->terms;
        if (entry.recognised && asked == 0) continue;
        std::uint64_t met = 0;
        for (std::size_t w = 0; w < last.size(); ++w) {
            if (entry.place >= last[w]) continue;
            met |= asked & tables.terms_within[w];
            if (!entry.recognised) terms.unknown |= static_cast<std::uint8_t>(1U << w);
        }
        out.recognised -= entry.recognised ? 0 : 1;
        terms.met |= met;
        if (entry.read) terms.sure |= met;
    }
    // 2. Findings, in the order of places and rules, and what they weigh.
    int concerns = 0;
    std::int64_t weights = 0;
    std::int64_t evidence = 0;
    std::uint8_t gate_band = 0;
    std::uint64_t above = 0;  // categories found at entries above this one
    const auto take = [&](const LeanFinding& finding, const LeanCase& rule, Level level, const Place* place) {
        const LeanScore& score = context.scores[finding.rule].at[static_cast<std::size_t>(level)];
        out.findings.push_back(finding);
        if (rule.effect == rules::Effect::concern) {
            ++concerns;
            weights += rule.evidence_weight;
            evidence += rule.evidence;
            if (rule.scored) room.add(rule.group, score);
            for (std::uint64_t left = rule.gates; left != 0; left &= left - 1) {
                const LeanGate& gate = tables.gates[static_cast<std::size_t>(__builtin_ctzll(left))];
                if (gate.band > gate_band &&
                    judge_when(gate.gate->when, Facts{context.context, place}, nullptr) == Truth::holds)
                    gate_band = gate.band;
            }
        } else if (rule.effect == rules::Effect::credit && rule.scored && finding.certainty == Certainty::certain &&
                   (rule.cancelled_by & above) == 0) {
            room.add(rule.group, score);
        }
    };
    for (const LeanFinding& finding : context.label_findings(tables, terms))
        take(finding, context.cases[finding.rule], Level::above, nullptr);
    const auto top = static_cast<std::int64_t>(tables.program.verdict().top_ranks);
    Place place;
    place.count = count;
    for (const LeanEntry& entry : entries) {
        const LeanFacts* facts = entry.facts;
        const std::uint32_t i = entry.place;
        if (facts == nullptr || facts->count == 0) continue;
        const std::int64_t rank = std::int64_t{i} + 1;
        const std::int64_t scaled = rank * one;
        place.rank = i + 1;
        place.level = rank <= top                                 ? Level::top
                      : scaled <= count * tables.above_share      ? Level::above
                      : scaled <= count * tables.straddling_share ? Level::straddling
                                                                  : Level::below;
        std::uint64_t here = 0;
        for (std::size_t k = 0; k < facts->count; ++k) {
            const std::uint16_t r = facts->rules[k];
            const LeanCase& one_case = context.cases[r];
            LeanFinding finding{r, one_case.severity, one_case.certainty, i};
            if (one_case.state == LeanCase::State::nothing) continue;
            if (one_case.state == LeanCase::State::ask) {
                const auto decision = decide(tables.program.rules()[r], Truth::holds, Facts{context.context, &place});
                if (!decision) continue;
                finding.severity = decision->severity;
                finding.certainty = decision->certainty;
            }
            if (!entry.read) finding.certainty = Certainty::possible;
            take(finding, one_case, place.level, &place);
            here |= one_case.category;
        }
        above |= here;
    }

    // 3. The sums.
    Points burden;
    Points support;
    room.sums(tables, burden, support);
    out.burden_low = rounded(burden.low);
    out.burden_high = rounded(burden.high);
    out.burden = rounded((burden.low + burden.high) / 2);
    out.support = rounded(support.low);

    // 4. Confidence and words.
    const std::int64_t share = std::int64_t{out.recognised} * one / std::max<std::int64_t>(count, 1);
    std::int64_t value = share;
    const auto shrink = [&](std::int64_t factor) { value = value * std::min(factor, one) / one; };
    shrink(weights == 0 ? one : evidence / weights);
    if (std::int64_t{out.recognised} * one < tables.few_entries) shrink(tables.few_factor);
    if (context.context.type == rules::ProductType::unknown) shrink(tables.type_unknown);
    out.confidence = value >= tables.high     ? Confidence::high
                     : value >= tables.medium ? Confidence::medium
                                              : Confidence::low;
    out.concerns = concerns;
    out.given = tables.matcher.has_verdict() && share >= tables.min_recognised;
    out.words = 0;
    if (!out.given) return;
    out.words = 1;
    if (concerns == 0) return;
    std::uint8_t band = 0;
    for (std::size_t i = 0; i < tables.band_from.size(); ++i)
        if (out.burden * one >= tables.band_from[i]) band = static_cast<std::uint8_t>(i);
    out.words = static_cast<std::uint8_t>(2 + std::max(band, gate_band));
}

}  // namespace incilint::match
