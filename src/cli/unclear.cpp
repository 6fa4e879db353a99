#include "cli/unclear.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/counted.h"
#include "base/fold.h"
#include "base/joined.h"
#include "base/near.h"
#include "base/text.h"
#include "catalog/product_file.h"
#include "cli/console.h"
#include "cli/inputs.h"
#include "policy/settings.h"

namespace incilint::cli {
namespace {

/// Words of one file that are told one by one.
constexpr std::size_t most_words = 5;

bool is_code(std::string_view word) {
    return word.size() >= 2 && word.size() <= 8 &&
           std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string quoted(std::string_view word) {
    return "'" + base::printable(word) + "'";
}

std::uint32_t columns_of(std::string_view text) {
    std::uint32_t out = 0;
    for (std::size_t at = 0; at < text.size(); at += base::decode(text, at).length) ++out;
    return out;
}

bool has_letters(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const base::CodePoint point = base::decode(word, at);
        if (base::is_letter(point.value)) return true;
        at += point.length;
    }
    return false;
}

std::string_view rule_of(catalog::Role role) {
    return role == catalog::Role::market ? policy::unknown_market
           : role == catalog::Role::type ? policy::unknown_type
                                         : policy::unknown_area;
}

Unclear no_such(std::string_view what, const scan::SaidWord& said, std::span<const std::string_view> words) {
    const std::vector<std::string> known(words.begin(), words.end());
    const auto near = base::nearest(said.word, known);
    return {quoted(said.text) + " is no " + std::string(what) + " that rules know: it is taken as not said",
            near ? base::did_you_mean(*near) : "one of: " + base::joined(known), near.has_value()};
}

}  // namespace

std::vector<std::string> markets_of(const match::Program& program) {
    std::vector<std::string> out;
    for (const rules::Rule& rule : program.rules())
        out.insert(out.end(), rule.when.market.begin(), rule.when.market.end());
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::optional<Unclear> unclear_market(const std::string& market, const std::vector<std::string>& known) {
    const std::string code = base::fold(market);
    if (known.empty() || std::ranges::binary_search(known, code)) return std::nullopt;
    Unclear out{"no rule speaks of the market " + quoted(market), "rules know " + base::joined(known)};
    if (!is_code(code)) {
        out.hint = "a market is one code of letters; " + out.hint;
        // A dash or a question mark says that none is known, as it does for a type.
        out.likely_wrong = has_letters(code);
    }
    if (const auto near = base::nearest(code, known)) {
        out.hint = base::did_you_mean(*near);
        out.likely_wrong = true;
    }
    return out;
}

std::optional<Unclear> unclear(const scan::SaidWord& said, const std::vector<std::string>& markets) {
    if (said.role == catalog::Role::market) return unclear_market(said.text, markets);
    return said.role == catalog::Role::type ? no_such("product type", said, catalog::product_keys::types)
                                            : no_such("area", said, catalog::product_keys::areas);
}

void tell_of_silent_law(const Options& options, const policy::Settings& settings, const match::Program& program,
                        bool reported) {
    const std::string market = defaults_of(options).market;
    if (market.empty()) return;
    if (const auto why = unclear_market(market, markets_of(program))) {
        const policy::Value* value = settings.find("market");
        if (!reported)
            say(base::Diagnostic{std::string(policy::unknown_market), value ? value->where : base::Where{},
                                 why->message, why->hint});
    } else if (!options.law_date && !options.quiet) {
        tell_of_no_law_date(market, program);
    }
}

void tell_of_no_law_date(const std::string& market, const match::Program& program) {
    const auto waits = [&](const rules::Rule& rule) {
        return (rule.when.since || rule.when.until) &&
               std::ranges::find(rule.when.market, market) != rule.when.market.end();
    };
    const auto silent = std::ranges::count_if(program.rules(), waits);
    if (silent == 0) return;
    say(base::counted(static_cast<std::size_t>(silent), "rule", "rules") + " of law for the market '" +
        base::printable(market) +
        "' stay silent: say --law-date (law-date in the configuration), the day whose law is asked for");
}

const std::vector<std::string>& UnclearWords::markets(const match::Program& program) {
    const auto [known, fresh] = markets_.try_emplace(&program);
    if (fresh) known->second = markets_of(program);
    return known->second;
}

void UnclearWords::look_at(const scan::Record& record, std::size_t input, const std::string& path, Scope& scope) {
    if (record.said.empty() && record.context.market.empty()) return;
    const std::vector<std::string>& known = markets(scope.program);
    bool says_market = false;
    for (const scan::SaidWord& said : record.said) {
        says_market = says_market || said.role == catalog::Role::market;
        const auto why = unclear(said, known);
        if (!why) continue;
        const base::Position at = record.place_of(said.role);
        note({&scope, path, said.role}, said.text, *why,
             {input, static_cast<int>(at.line), static_cast<int>(at.column)}, said.text.find('\n') == said.text.npos);
    }
    if (says_market || record.context.market.empty()) return;
    const policy::Value* value = scope.of(path).settings.find("market");
    if (!value || value->items.empty()) return;
    const std::string& market = value->items.front();
    auto why = unclear_market(market, known);
    if (!why) return;
    const bool of_file = value->origin == policy::Origin::file;
    if (!of_file) why->message = base::printable(value->where.file) + ": " + why->message;
    note({&scope, of_file ? value->where.file : std::string(), catalog::Role::market}, market, *why,
         {input, value->where.line, value->where.column}, false);
}

void UnclearWords::note(Key key, const std::string& text, const Unclear& why, const At& at, bool marked) {
    if (key.file.empty())
        for (const auto& [had, words] : words_)
            if (had.file.empty() && had.role == key.role) key.scope = had.scope;
    const auto [word, fresh] = words_[key].try_emplace(text);
    if (fresh) word->second.why = why, word->second.marked = marked;
    word->second.records.push_back(at);
}

std::vector<Told> UnclearWords::of(const Scope& scope, const HoldRecord& hold,
                                   const std::function<std::string(std::size_t)>& called) const {
    std::vector<Told> out;
    for (const auto& [key, words] : words_) {
        if (key.scope != &scope) continue;
        const std::string_view rule = rule_of(key.role);
        // 1. Each word, without its records that are lived with; of these a finding for each way of it.
        std::vector<std::pair<const std::pair<const std::string, Word>*, std::vector<At>>> free;
        for (const auto& word : words) {
            std::map<match::Held, std::vector<At>> records;
            for (const At& at : word.second.records)
                records[hold(rule, at.input, {key.file, at.line, at.column})].push_back(at);
            for (auto& [held, some] : records) {
                if (held == match::Held::no)
                    free.emplace_back(&word, std::move(some));
                else
                    out.push_back({remark_of(key, word, some, called), held, some.front().input});
            }
        }
        // 2. The others: a few words, first those that are likely wrong, in the order of their places.
        std::ranges::stable_sort(free, {}, [](const auto& word) {
            return std::pair(!word.first->second.why.likely_wrong, word.second.front().input);
        });
        std::size_t more = 0;
        for (std::size_t i = most_words; i < free.size(); ++i) more += free[i].second.size();
        for (std::size_t i = 0; i < std::min(free.size(), most_words); ++i) {
            const auto& [word, records] = free[i];
            Told told{remark_of(key, *word, records, called), match::Held::no, records.front().input};
            if (more > 0 && i + 1 == most_words)
                told.remark.message += "; " + base::counted(more, "more record says", "more records say") + " others";
            out.push_back(std::move(told));
        }
    }
    return out;
}

policy::Remark UnclearWords::remark_of(const Key& key, const std::pair<const std::string, Word>& said,
                                       const std::vector<At>& records,
                                       const std::function<std::string(std::size_t)>& called) {
    const auto& [text, word] = said;
    policy::Remark out;
    out.rule = rule_of(key.role);
    out.severity = word.why.likely_wrong ? rules::Severity::warning : rules::Severity::note;
    out.where = {key.file, records.front().line, records.front().column};
    if (word.marked) out.end_column = static_cast<std::uint32_t>(out.where.column) + columns_of(text);
    out.message = word.why.message;
    out.known_by = out.message;
    out.hint = word.why.hint;
    if (records.size() < 2) return out;
    constexpr std::size_t most_named = 3;
    std::string names;
    for (std::size_t i = 0; word.marked && i < std::min(records.size(), most_named); ++i)
        names.append(i > 0 ? ", " : "").append(called(records[i].input));
    if (!names.empty() && records.size() > most_named)
        names += " and " + std::to_string(records.size() - most_named) + " more";
    out.message += " (" + std::to_string(records.size()) + " records" + (names.empty() ? "" : ": " + names) + ")";
    return out;
}

}  // namespace incilint::cli
