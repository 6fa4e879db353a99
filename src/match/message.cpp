#include "match/message.h"

#include <array>
#include <charconv>
#include <cmath>

namespace incilint::match {
namespace {

constexpr std::size_t longest_quote = 120;

std::string number_text(double value) {
    // Ten-thousandths, by integers: no locale, no rounding by the library.
    const auto scaled = std::llround(std::min(std::max(value, 0.0), 1e9) * 1e4);
    std::string text = std::to_string(scaled / 10000);
    std::string rest = std::to_string(scaled % 10000);
    rest.insert(0, 4 - rest.size(), '0');
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return rest.empty() ? text : text + "." + rest;
}

}  // namespace

std::string percent_text(const label::Percent& percent) {
    if (percent.min == percent.max) return number_text(percent.min) + " %";
    if (percent.min <= 0) return "up to " + number_text(percent.max) + " %";
    if (percent.max >= 100) return "at least " + number_text(percent.min) + " %";
    return number_text(percent.min) + "-" + number_text(percent.max) + " %";
}

std::string quotable(std::string_view name) {
    if (name.size() <= longest_quote) return std::string{name};
    std::size_t end = longest_quote;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return std::string{name.substr(0, end)} + "…";
}

MessageValues values_of(const label::Entry& entry, const Place& place) {
    MessageValues values;
    values.ingredient = quotable(entry.name);
    values.rank = place.rank ? std::to_string(*place.rank) : "?";
    values.count = std::to_string(place.count);
    values.bounds = entry.percent ? percent_text(*entry.percent) : "amount not stated";
    return values;
}

std::string fill(const rules::Rule& rule, const MessageValues& values) {
    const std::array<std::pair<std::string_view, std::string_view>, 7> words{{
        {"{ingredient}", values.ingredient},
        {"{rank}", values.rank},
        {"{count}", values.count},
        {"{bounds}", values.bounds},
        {"{detail}", values.detail},
        {"{rule}", rule.id.text},
        {"{category}", rule.category},
    }};
    const std::string_view pattern = rule.message.empty() ? rule.title : rule.message;
    std::string out;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t brace = std::min(pattern.find('{', at), pattern.size());
        out += pattern.substr(at, brace - at);
        at = brace;
        if (at == pattern.size()) break;
        bool is_word = false;
        for (const auto& [word, value] : words) {
            if (!pattern.substr(at).starts_with(word)) continue;
            out += value;
            at += word.size();
            is_word = true;
            break;
        }
        if (!is_word) out += pattern[at++];
    }
    return out;
}

}  // namespace incilint::match
