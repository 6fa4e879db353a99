#include "lexicon/adjectives.h"

namespace incilint::lexicon {

bool Adjectives::has(std::size_t count) {
    if (count < known_ || complete_) return count < known_;
    constexpr std::size_t longest = 40;
    const std::string_view text = left_[known_];
    const auto take = [&](std::string_view rest, std::string_view adjective) {
        taken_[known_] = adjective;
        left_[++known_] = rest;
        return true;
    };
    // The longest adjective goes first; one in front goes before one behind.
    for (std::size_t at = text.rfind(' ', longest); at != std::string_view::npos && at > 0;
         at = text.rfind(' ', at - 1)) {
        const std::string_view front = text.substr(0, at);
        if (dictionary_.is_adjective(front) || dictionary_.is_stereo(front)) return take(text.substr(at + 1), front);
    }
    const std::size_t begin = text.size() - std::min(text.size(), longest);
    for (std::size_t at = text.find(' ', begin); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        if (dictionary_.is_adjective(text.substr(at + 1))) return take(text.substr(0, at), text.substr(at + 1));
    }
    complete_ = true;
    return false;
}

}  // namespace incilint::lexicon
