#include "label/plain_cut.h"

#include <bit>

#include "base/byte_mask.h"

namespace incilint::label {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A comma without a blank behind it that stands in no number ("1,2-") and between no letters for atoms ("N,N-").
bool separates(std::string_view text, std::size_t at) {
    if (at == 0 || at + 1 >= text.size()) return false;
    const char before = text[at - 1];
    const char after = text[at + 1];
    if (digit(after)) {
        const bool locant = letter(before) && at > 1 && digit(text[at - 2]);  // "4A,5"
        return !digit(before) && before != ' ' && !locant;
    }
    if (!letter(after)) return false;
    const auto inner = [](char c) { return letter(c) || digit(c); };
    const bool single_before = letter(before) && (at < 2 || !inner(text[at - 2]));
    const bool single_after = at + 2 >= text.size() || !inner(text[at + 2]);
    return !(single_before && single_after);
}

}  // namespace

bool PlainCut::cut(std::string_view text) {
    count_ = 0;
    if (text.ends_with('.')) {
        text.remove_suffix(1);
        if (text.ends_with('.')) return false;  // the list breaks off
    }
    std::size_t count = 0;
    std::size_t from = 0;
    for (std::size_t block = 0; block < text.size(); block += base::mask_bytes) {
        if (room_.size() <= count + base::mask_bytes) room_.resize(2 * (count + base::mask_bytes));
        std::string_view* const out = room_.data();
        for (std::uint64_t commas = base::byte_mask(text, block, ','); commas != 0; commas &= commas - 1) {
            const std::size_t at = block + static_cast<std::size_t>(std::countr_zero(commas));
            const bool blank = at + 1 < text.size() && text[at + 1] == ' ';
            if (!blank && !separates(text, at)) continue;
            // A full stop set off from its comma is no part of the name: it is left for the reader.
            const bool blank_before = at > from + 1 && text[at - 1] == ' ' && text[at - 2] != '.';
            out[count++] = {text.data() + from, at - from - (blank_before ? 1 : 0)};
            from = at + (blank ? 2 : 1);
        }
    }
    if (from >= text.size()) return false;
    room_[count++] = text.substr(from);
    count_ = count;
    return true;
}

void PlainCut::join(std::size_t at) {
    room_[at] = taken_together(room_[at], room_[at + 1]);
    room_.erase(room_.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    --count_;
}

}  // namespace incilint::label
