#include "policy/suppression.h"

#include <algorithm>

#include "base/fold.h"
#include "base/near.h"
#include "ignore/ignore_file.h"
#include "policy/settings.h"

namespace incilint::policy {
namespace {

Remark remark(const Suppression& suppression, std::string rule, rules::Severity severity, std::string message,
              std::string hint) {
    return {std::move(rule), severity, suppression.where, suppression.end_column, std::move(message), std::move(hint)};
}

std::string rule_words(const Suppression& suppression) {
    std::string out;
    for (const std::string& rule : suppression.rules) out.append(out.empty() ? "" : ", ").append(rule);
    return out;
}

/// Days since a fixed day, by the usual count of a year that begins in March.
long day_number(rules::Date date) {
    const long year = static_cast<long>(date.day / 10000);
    const long month = static_cast<long>(date.day / 100 % 100);
    const long day = static_cast<long>(date.day % 100);
    const long shifted = month <= 2 ? year - 1 : year;
    const long in_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + in_year;
}

/// What a suppression does not say, of what is asked.
std::string lacking(const Suppression& suppression, const std::vector<std::string>& require) {
    std::string out;
    for (const std::string& what : require) {
        const bool there = what == "reason"   ? !suppression.reason.empty()
                           : what == "owner"  ? !suppression.owner.empty()
                           : what == "ticket" ? !suppression.ticket.empty()
                                              : suppression.expires.has_value();
        if (!there) out.append(out.empty() ? "" : ", ").append(what);
    }
    return out;
}

/// A name without what two writings of it differ in: case, compatibility forms, white space.
std::string comparable(std::string_view name) {
    std::string out;
    for (const char c : base::fold(name)) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

}  // namespace

long days_between(rules::Date from, rules::Date to) {
    return day_number(to) - day_number(from);
}

std::vector<Remark> examine(std::vector<Suppression>& suppressions, const Requirements& requirements,
                            const std::vector<std::string>& known_rules) {
    std::vector<Remark> out;
    for (Suppression& one : suppressions) {
        if (!one.valid) continue;
        const auto tell = [&](std::string rule, std::string message, std::string hint) {
            one.valid = false;
            if (one.wrong.empty()) one.wrong = rule.substr(rule.find('/') + 1);
            out.push_back(remark(one, std::move(rule), rules::Severity::error, std::move(message), std::move(hint)));
        };
        for (const std::string& rule : one.rules) {
            if (std::find(known_rules.begin(), known_rules.end(), rule) != known_rules.end()) continue;
            const auto own = own_rules();
            if (rule.starts_with("gate/") || std::ranges::find(own, std::string_view(rule)) != own.end()) {
                tell("suppression/refused", "'" + rule + "' may not be suppressed: it judges the run, not a label",
                     "severities and gates in the configuration may switch it off");
                continue;
            }
            tell("suppression/malformed", "no rule is called '" + rule + "'",
                 base::near_hint(rule, known_rules, "see incilint rules list"));
        }
        if (one.expires && *one.expires < requirements.today)
            tell("suppression/expired",
                 "the suppression of " + rule_words(one) + " ended on " + word(*one.expires) +
                     (one.reason.empty() ? "" : ": " + one.reason),
                 "mend the label, or decide again and give a new day");
        if (const std::string what = lacking(one, requirements.require); !what.empty())
            tell(
                "suppression/incomplete", "the suppression of " + rule_words(one) + " does not say: " + what,
                one.comment && (what.find("owner") != what.npos || what.find("ticket") != what.npos)
                    ? "suppressions.require asks for it; a comment has a reason and a day alone: write an entry of the "
                      "file of suppressions"
                    : "suppressions.require asks for it");
        if (one.created && (requirements.today < *one.created || (one.expires && *one.expires < *one.created)))
            tell("suppression/malformed",
                 "the suppression of " + rule_words(one) + " was created on " + word(*one.created) +
                     (requirements.today < *one.created ? ", which is not yet" : ", after its end"),
                 "created is the day it was decided on");
        if (!requirements.max_days) continue;
        const long most = static_cast<long>(*requirements.max_days);
        const long days = one.expires ? days_between(one.created.value_or(requirements.today), *one.expires) : most + 1;
        if (days > most)
            tell("suppression/incomplete",
                 "the suppression of " + rule_words(one) + " lasts longer than " + std::to_string(most) + " days",
                 "suppressions.max_days allows no more");
    }
    return out;
}

Suppressions::Suppressions(std::vector<Suppression> all) : all_(std::move(all)), uses_(all_.size()) {
    for (const Suppression& one : all_) {
        products_.push_back(comparable(one.product));
        any_product_ = any_product_ || !one.product.empty();
    }
}

Suppressions::Names Suppressions::names_of(const Target& target) const {
    if (!any_product_) return {};
    return {comparable(target.product), comparable(target.name)};
}

bool Suppressions::is_of(std::size_t index, const Target& target, const Names& names) const {
    const Suppression& one = all_[index];
    if (one.comment ? one.file != target.file : !one.file.empty() && !ignore::names_file(one.file, target.file))
        return false;
    // An id is a key: byte for byte.
    if (one.product.empty() || one.product == target.id) return true;
    return !products_[index].empty() && (products_[index] == names.product || products_[index] == names.name);
}

match::Held Suppressions::hold(const Target& target) {
    match::Held out = match::Held::no;
    const Names names = names_of(target);
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const Suppression& one = all_[i];
        if (!one.valid || std::find(one.rules.begin(), one.rules.end(), target.rule) == one.rules.end()) continue;
        if (!one.normal_ingredient.empty() && one.normal_ingredient != target.ingredient) continue;
        const bool bound = one.last_line > 0;
        if (bound && (target.line == 0 || target.last_line < one.first_line || target.line > one.last_line)) continue;
        if (bound && one.first_line == 0) continue;
        if (!is_of(i, target, names)) continue;
        uses_[i].used = true;
        if (!target.suppressible)
            uses_[i].refused = true;
        else if (one.comment)
            out = match::Held::suppressed_in_source;
        else if (out == match::Held::no)
            out = match::Held::suppressed;
    }
    return out;
}

void Suppressions::saw(const Target& product) {
    const Names names = names_of(product);
    for (std::size_t i = 0; i < all_.size(); ++i)
        if (!uses_[i].seen && (!all_[i].file.empty() || !all_[i].product.empty()) && is_of(i, product, names))
            uses_[i].seen = true;
}

void Suppressions::not_read(const std::string& path, bool folder) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const std::string_view file = all_[i].file;
        if (all_[i].comment || uses_[i].unread) continue;
        const bool any = file.empty() || (folder && file.find_first_of("*?[!\\") != file.npos);
        const bool in_it = folder && (file.find('/') == file.npos || path == "." ||
                                      file.substr(file.starts_with('/')).starts_with(path + "/"));
        uses_[i].unread = any || in_it || ignore::names_file(all_[i].file, path);
    }
}

void Suppressions::judge_gone(const std::function<bool(const std::string&)>& is_gone) {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        std::string_view file = all_[i].file;
        if (uses_[i].seen || all_[i].comment || file.find_first_of("*?[!\\") != file.npos) continue;
        // A name without a folder is looked for in every one; a slash at the front is the folder of the configuration.
        if (file.substr(0, file.size() - file.ends_with('/')).find('/') == file.npos) continue;
        while (file.starts_with('/')) file.remove_prefix(1);
        uses_[i].seen = is_gone(std::string(file));
    }
}

bool Suppressions::unused(std::size_t index, bool whole) const {
    return all_[index].valid && !uses_[index].used && !uses_[index].unread && (whole || uses_[index].seen);
}

std::vector<Remark> Suppressions::verdicts(bool whole) const {
    std::vector<Remark> out;
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (uses_[i].refused)
            out.push_back(remark(all_[i], "suppression/refused", rules::Severity::error,
                                 rule_words(all_[i]) + " may not be suppressed", "the rule says suppressible: false"));
        if (unused(i, whole))
            out.push_back(
                remark(all_[i], "suppression/unused", rules::Severity::warning,
                       "nothing is left to suppress for " + rule_words(all_[i]),
                       all_[i].comment ? "take the comment out" : "take the entry out: incilint suppress prune"));
    }
    return out;
}

}  // namespace incilint::policy
