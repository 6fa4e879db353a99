#include "match/memo.h"

#include <algorithm>
#include <utility>

namespace incilint::match {
namespace {

/// Longer names are rare and repeat seldom: they are worked out each time.
constexpr std::size_t longest_kept = 256;

}  // namespace

const Resolved& Memo::resolve(const Matcher& matcher, std::string_view name, const lexicon::RecogniseOptions& options) {
    if (!matcher.is_of(program_) || options.correct_spelling != correct_spelling_) {
        known_.clear();
        before_.clear();
        program_ = matcher.program();
        correct_spelling_ = options.correct_spelling;
    }
    if (const auto found = known_.find(name); found != known_.end()) return found->second;
    const auto found = before_.find(name);
    if (found == before_.end()) {
        last_ = matcher.resolve(name, options, shared_);
        if (name.size() > longest_kept || most_ == 0) return last_;
    }
    auto node = found == before_.end() ? Known::node_type() : before_.extract(found);
    // Full: names that matter come back before the others are forgotten, and the bound holds without a clock or a list.
    if (known_.size() >= std::max<std::size_t>(most_ / 2, 1)) {
        before_ = most_ > 1 ? std::move(known_) : Known();
        known_.clear();
    }
    if (node) return known_.insert(std::move(node)).position->second;
    return known_.emplace(std::string{name}, std::move(last_)).first->second;
}

}  // namespace incilint::match
