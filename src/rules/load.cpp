#include "rules/load.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "rules/check.h"
#include "rules/draft.h"
#include "rules/expr.h"
#include "rules/rule_reader.h"

namespace incilint::rules {
namespace {

constexpr std::size_t max_chain = 8;   ///< files that extend each other, one below the other
constexpr std::size_t max_texts = 64;  ///< files of one rule set

RuleSet realise(const Draft& draft, Complete complete, base::Diagnostics& faults) {
    RuleSet out;
    out.id = draft.id;
    out.title = draft.title;
    out.version = draft.version;
    out.extends = draft.extends;
    for (const MapDraft& house : draft.ingredients) out.ingredients.push_back(read_house(house, faults));
    for (const Entry& set : draft.sets) {
        auto expr = read_ingredient_expr(set.value, Reader(set.where.file, faults));
        if (expr) out.sets.emplace_back(Word{set.key, set.where}, std::move(*expr));
    }
    out.rules.reserve(draft.rules.size());  // a rule is large: moved over and over it costs as much as reading it
    for (const MapDraft& rule : draft.rules) out.rules.push_back(read_rule(rule, complete, faults));
    if (draft.verdict) out.verdict = read_verdict(*draft.verdict, faults);
    // A faulty set is left out: what is said of references to it would be a second fault for the same cause.
    if (complete == Complete::yes && faults.empty()) {
        check_sets(out, faults);
        check_gates(out, faults);
    }
    return out;
}

void in_file_order(base::Diagnostics& faults) {
    std::stable_sort(faults.begin(), faults.end(), [](const base::Diagnostic& a, const base::Diagnostic& b) {
        if (a.where.file != b.where.file) return false;
        return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    });
}

/// Follows `extends` depth first; each file is laid on once, after all that it extends.
class Loader {
  public:
    explicit Loader(const Resolver& resolver) : resolver_(resolver) {}

    void visit(const RuleText& text) {
        done_.insert(key_of(text));
        chain_.push_back(&text);
        base::Diagnostics found;
        Draft draft = read_draft(text, found);
        const bool stands_alone = texts_ == 0 && chain_.size() == 1 && draft.extends.empty();
        RuleSet read = realise(draft, stands_alone ? Complete::yes : Complete::no, found);
        if (stands_alone) alone = std::move(read);
        in_file_order(found);
        faults.insert(faults.end(), found.begin(), found.end());
        for (const Word& name : draft.extends) follow(name, text);
        chain_.pop_back();
        digests.append(base::sha256_hex(text.text)).append("\n");
        ++texts_;
        if (texts_ == 1) {
            merged = std::move(draft);
        } else {
            lay_over(merged, std::move(draft));
        }
    }

    Draft merged;
    std::optional<RuleSet> alone;  ///< the set of a text that extends nothing: read once is enough
    std::string digests;           ///< one line a file
    base::Diagnostics faults;
    [[nodiscard]] std::size_t texts() const { return texts_; }

  private:
    static const std::string& key_of(const RuleText& text) { return text.key.empty() ? text.file : text.key; }

    [[nodiscard]] std::string chain_to(const RuleText& last) const {
        std::string out;
        for (const RuleText* text : chain_) out.append(text->file).append(" → ");
        return out.append(last.file);
    }

    void follow(const Word& name, const RuleText& from) {
        auto found = resolver_ ? resolver_(name.text, from) : base::Expected<RuleText>(base::Error{no_resolver()});
        if (!found) {
            base::Diagnostic fault = std::move(found).error();
            if (fault.where.line == 0) fault.where = name.where;
            faults.push_back(std::move(fault));
            return;
        }
        const auto same = [&](const RuleText* text) { return key_of(*text) == key_of(*found); };
        if (std::any_of(chain_.begin(), chain_.end(), same)) {
            add_fault(faults, name.where, "rules/extends-cycle",
                      concat({"extends goes in a circle: ", chain_to(*found)}));
        } else if (done_.contains(key_of(*found))) {
            return;
        } else if (chain_.size() > max_chain) {
            add_fault(faults, name.where, "rules/extends-deep",
                      concat({"extends goes deeper than ", std::to_string(max_chain), " files: ", chain_to(*found)}));
        } else if (done_.size() >= max_texts) {
            add_fault(faults, name.where, "rules/extends-deep",
                      concat({"extends leads to more than ", std::to_string(max_texts), " files"}));
        } else {
            visit(*found);
        }
    }

    static base::Diagnostic no_resolver() {
        base::Diagnostics out;
        add_fault(out, {}, "rules/extends", "nothing can be extended here");
        return out.front();
    }

    const Resolver& resolver_;
    std::set<std::string> done_;
    std::vector<const RuleText*> chain_;
    std::size_t texts_ = 0;
};

}  // namespace

base::Expected<RuleSet, base::Diagnostics> parse_rules(const RuleText& text) {
    base::Diagnostics faults;
    const Draft draft = read_draft(text, faults);
    RuleSet out = realise(draft, draft.extends.empty() ? Complete::yes : Complete::no, faults);
    in_file_order(faults);
    if (!faults.empty()) return base::Error{std::move(faults)};
    out.digest = base::sha256_hex(text.text);
    return out;
}

base::Expected<RuleSet, base::Diagnostics> load_rules(const RuleText& text, const Resolver& resolver) {
    Loader loader(resolver);
    loader.visit(text);
    if (!loader.faults.empty()) return base::Error{std::move(loader.faults)};
    RuleSet out = loader.alone ? std::move(*loader.alone) : realise(loader.merged, Complete::yes, loader.faults);
    in_file_order(loader.faults);
    if (!loader.faults.empty()) return base::Error{std::move(loader.faults)};
    out.extends.clear();
    out.digest = loader.texts() == 1 ? loader.digests.substr(0, 64) : base::sha256_hex(loader.digests);  // hex
    return out;
}

}  // namespace incilint::rules
