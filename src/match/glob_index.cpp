#include "match/glob_index.h"

#include <algorithm>

namespace incilint::match {

GlobIndex::GlobIndex(const std::vector<Glob>& globs) {
    // 1. How many globs share a word.
    std::map<std::string_view, std::size_t> shared;
    for (const Glob& glob : globs) {
        for (const std::string& word : glob.words) {
            if (!word.empty()) ++shared[word];
        }
    }
    // 2. "* lauryl sulfate" stands at "lauryl" where fewer globs have that than "sulfate".
    for (std::uint32_t number = 0; number < globs.size(); ++number) {
        const std::string* rarest = nullptr;
        for (const std::string& word : globs[number].words) {
            if (word.empty()) continue;
            if (rarest == nullptr || shared[word] < shared[*rarest]) rarest = &word;
        }
        if (rarest != nullptr) by_word_[*rarest].push_back(number);
    }
}

std::vector<std::uint32_t> GlobIndex::matching(const std::vector<Glob>& globs,
                                               const std::vector<std::string_view>& words) const {
    std::vector<std::uint32_t> out;
    if (by_word_.empty()) return out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto before = words.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(words.begin(), before, words[i]) != before) continue;  // a word said twice is asked once
        const auto found = by_word_.find(words[i]);
        if (found == by_word_.end()) continue;
        for (const std::uint32_t number : found->second) {
            if (matches(globs[number], words)) out.push_back(number);
        }
    }
    std::ranges::sort(out);
    return out;
}

}  // namespace incilint::match
