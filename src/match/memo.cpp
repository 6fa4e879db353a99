#include "match/memo.h"

namespace incilint::match {
namespace {

/// Longer names are rare and repeat seldom: they are worked out each time.
constexpr std::size_t longest_kept = 256;

}  // namespace

const Resolved& Memo::resolve(const Matcher& matcher, std::string_view name, const lexicon::RecogniseOptions& options) {
    if (!matcher.is_of(program_) || options.correct_spelling != correct_spelling_) {
        known_.clear();
        program_ = matcher.program();
        correct_spelling_ = options.correct_spelling;
    }
    if (const auto found = known_.find(name); found != known_.end()) return found->second;
    last_ = matcher.resolve(name, options);
    if (name.size() > longest_kept || most_ == 0) return last_;
    // Full: start anew. Names that matter come back at once, and the bound holds without a clock or a list.
    if (known_.size() >= most_) known_.clear();
    return known_.emplace(std::string{name}, std::move(last_)).first->second;
}

}  // namespace incilint::match
