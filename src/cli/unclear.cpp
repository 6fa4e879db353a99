#include "cli/unclear.h"

#include <algorithm>
#include <set>
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
#include "ignore/ignore_file.h"
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

std::string did_you_mean(std::string_view word) {
    return "did you mean " + quoted(word) + "?";
}

/// Paths, and the folders that they lie in.
std::vector<std::string> with_folders(std::vector<std::string> paths) {
    std::set<std::string> folders;
    for (const std::string& path : paths)
        for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
            folders.insert(path.substr(0, slash + 1));
    paths.insert(paths.end(), folders.begin(), folders.end());
    return paths;
}

Unclear no_such(std::string_view what, const scan::SaidWord& said, std::span<const std::string_view> words) {
    const std::vector<std::string> known(words.begin(), words.end());
    const auto near = base::nearest(said.word, known);
    return {quoted(said.text) + " is no " + std::string(what) + " that rules know: it is taken as not said",
            near ? did_you_mean(*near) : "one of: " + base::joined(known), near.has_value()};
}

}  // namespace

std::vector<std::string> markets_of(const match::Program& program, const std::optional<rules::Date>& law_date) {
    std::vector<std::string> out;
    for (const rules::Rule& rule : program.rules())
        if (law_date || (!rule.when.since && !rule.when.until))
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
        out.likely_wrong = true;
    }
    if (const auto near = base::nearest(code, known)) {
        out.hint = did_you_mean(*near);
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
                        bool files_too) {
    const std::string market = defaults_of(options).market;
    if (market.empty()) return;
    if (const auto why = unclear_market(market, markets_of(program, options.law_date))) {
        const policy::Value* value = settings.find("market");
        const bool of_file = value && value->origin == policy::Origin::file;
        if (!of_file || files_too)
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

base::Diagnostics idle_overrides(const Project& project, const std::vector<std::string>& files) {
    base::Diagnostics out;
    if (project.settings.overrides().empty()) return out;
    std::vector<std::string> paths;
    for (const std::string& file : files) paths.push_back(project.from_config(file));
    for (const policy::Override& part : project.settings.overrides()) {
        for (const std::string& pattern : part.files) {
            const auto is_of = [&](const std::string& path) { return ignore::names_file(pattern, path); };
            if (std::ranges::any_of(paths, is_of)) continue;
            const std::vector<std::string> known = with_folders(paths);
            const auto near = base::nearest(pattern, known);
            const std::string hint = near ? did_you_mean(*near) : "";
            out.push_back({"config/idle", part.where, "no file that is checked is " + quoted(pattern), hint});
        }
    }
    return out;
}

void UnclearWords::look_at(const scan::Record& record, const std::string& path, Scope& scope) {
    if (record.said.empty() && record.context.market.empty()) return;
    const auto& law_date = record.context.law_date;
    const auto [known, fresh] = markets_.try_emplace({&scope.program, law_date.has_value()});
    if (fresh) known->second = markets_of(scope.program, law_date);
    const std::vector<std::string>& markets = known->second;
    bool says_market = false;
    for (const scan::SaidWord& said : record.said) {
        says_market = says_market || said.role == catalog::Role::market;
        const auto why = unclear(said, markets);
        if (!why) continue;
        const base::Position at = record.place_of(said.role);
        note({&scope, path, said.role}, said.text, *why, {path, static_cast<int>(at.line), static_cast<int>(at.column)},
             said.text.find('\n') == said.text.npos);
    }
    if (says_market || record.context.market.empty()) return;
    if (!unclear_market(record.context.market, markets)) return;
    const policy::Value* value = scope.of(path).settings.find("market");
    if (!value || value->origin != policy::Origin::file) return;
    if (const auto why = unclear_market(value->items.front(), markets))
        note({&scope, value->where.file, catalog::Role::market}, value->items.front(), *why, value->where, false);
}

void UnclearWords::note(const Key& key, const std::string& text, const Unclear& why, const base::Where& where,
                        bool marked) {
    Words& said = words_[key];
    const auto had = std::ranges::find(said.words, text, &Word::text);
    if (had != said.words.end()) {
        ++had->records;
        return;
    }
    if (said.words.size() == most_words) {
        ++said.more;
        return;
    }
    Word& word = said.words.emplace_back(Word{text, {}, 1});
    word.remark.rule = key.role == catalog::Role::market ? policy::unknown_market
                       : key.role == catalog::Role::type ? policy::unknown_type
                                                         : policy::unknown_area;
    word.remark.severity = why.likely_wrong ? rules::Severity::warning : rules::Severity::note;
    word.remark.where = where;
    if (marked) word.remark.end_column = static_cast<std::uint32_t>(where.column) + columns_of(text);
    word.remark.message = why.message;
    word.remark.hint = why.hint;
}

std::vector<policy::Remark> UnclearWords::of(const Scope& scope) const {
    std::vector<policy::Remark> out;
    for (const auto& [key, said] : words_) {
        if (key.scope != &scope) continue;
        for (const Word& word : said.words) {
            policy::Remark remark = word.remark;
            const bool last = &word == &said.words.back();
            if (word.records > 1) remark.message += " (" + std::to_string(word.records) + " records)";
            if (last && said.more > 0)
                remark.message += "; " + base::counted(said.more, "more record says", "more records say") + " others";
            out.push_back(std::move(remark));
        }
    }
    return out;
}

}  // namespace incilint::cli
