#include "yaml/stand_ins.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/text.h"
#include "yaml/sketch.h"

namespace incilint::yaml {
namespace {

constexpr char32_t plane = 0x10000;

std::string utf8(char32_t value) {
    std::string out;
    base::append(out, value);
    return out;
}

/// The character that an escape (\uXXXX, \UXXXXXXXX) at `at` writes; 0: none.
char32_t escaped(std::string_view text, std::size_t at) {
    const std::string_view digits = text.substr(at).starts_with("\\u")   ? text.substr(at + 2, 4)
                                    : text.substr(at).starts_with("\\U") ? text.substr(at + 2, 8)
                                                                         : std::string_view();
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

/// Which characters of the first plane the text holds or writes by escapes.
std::vector<bool> used_in(std::string_view text) {
    std::vector<bool> used(plane, false);
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint here = base::decode(text, at);
        if (here.value < plane) used[here.value] = true;
        if (here.value == U'\\') {
            if (const char32_t made = escaped(text, at); made < plane) used[made] = true;
        }
        at += here.length;
    }
    return used;
}

/// Which of `odd` stands at `at`.
std::optional<std::size_t> index_of(std::string_view text, std::size_t at, const auto& odd) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead != 0xc2 && lead != 0xe2 && lead != 0xef && lead != static_cast<unsigned char>(Sketch::first_tab)) {
        return std::nullopt;
    }
    const auto found =
        std::find_if(odd.begin(), odd.end(), [&](std::string_view o) { return text.substr(at).starts_with(o); });
    if (found == odd.end()) return std::nullopt;
    return static_cast<std::size_t>(found - odd.begin());
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    std::size_t at = text.find(from);
    if (at == text.npos) return;
    std::string out;
    std::size_t copied = 0;
    for (; at != text.npos; at = text.find(from, copied)) {
        out.append(text, copied, at - copied).append(to);
        copied = at + from.size();
    }
    text = out.append(text, copied);
}

}  // namespace

std::optional<std::size_t> StandIns::first(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        // Rule files are ASCII but for a letter here and there: eight bytes at once.
        for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080U) != 0) break;
        }
        if (at == text.size()) break;
        if (index_of(text, at, odd_)) return at;
    }
    return std::nullopt;
}

bool StandIns::put_in(std::string& text, bool tabs) {
    const auto begin = first(text);
    if (!begin && !tabs) return true;
    const std::vector<bool> used = used_in(text);
    char32_t next = 0xe000;  // private use
    for (std::string& stands : stands_) {
        while (next < 0xf900 && used[next]) ++next;
        if (next == 0xf900) return false;
        stands = utf8(next++);
    }
    std::string out;
    out.reserve(text.size());
    std::size_t copied = 0;
    for (std::size_t at = tabs ? 0 : *begin; at < text.size(); ++at) {
        const auto i = index_of(text, at, odd_);
        if (!i) continue;
        out.append(text, copied, at - copied).append(stands_[*i]);
        copied = at + odd_[*i].size();
    }
    text = out.append(text, copied);
    return true;
}

void StandIns::take_out(std::string& text) const {
    if (stands_[0].empty()) return;
    for (std::size_t i = 0; i < odd_.size(); ++i) {
        replace_all(text, stands_[i], odd_[i].front() == Sketch::first_tab ? "\t" : odd_[i]);
    }
}

}  // namespace incilint::yaml
