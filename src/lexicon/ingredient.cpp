#include "lexicon/ingredient.h"

#include <algorithm>
#include <charconv>

namespace incilint::lexicon {
namespace {

bool is_word(std::string_view text) {
    const auto fits = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

/// "V/29", "III/9a": a Roman number of an annex, then its entry.
bool is_entry(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
    const auto roman = [](char byte) { return byte == 'I' || byte == 'V' || byte == 'X'; };
    const std::string_view annex = text.substr(0, slash);
    const std::string_view entry = text.substr(slash + 1);
    const auto fits = [](char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.';
    };
    return std::all_of(annex.begin(), annex.end(), roman) && std::all_of(entry.begin(), entry.end(), fits);
}

}  // namespace

std::string_view word(How how) {
    switch (how) {
        case How::exact:
            return "exact";
        case How::synonym:
            return "synonym";
        case How::structure:
            return "structure";
        case How::spelling:
            return "spelling";
    }
    return "";
}

std::optional<Cap> read_cap(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || !is_entry(text.substr(0, equals))) return std::nullopt;
    Cap cap;
    cap.annex_entry = text.substr(0, equals);
    std::string_view rest = text.substr(equals + 1);
    const auto [end, fault] =
        std::from_chars(rest.data(), rest.data() + rest.size(), cap.percent, std::chars_format::fixed);
    if (fault != std::errc{} || !(cap.percent >= 0 && cap.percent <= 100)) return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    if (colon < rest.size()) {
        cap.as = rest.substr(colon + 1);
        if (!is_word(cap.as)) return std::nullopt;
    }
    const std::string_view use = rest.substr(0, colon);
    if (!use.empty()) {
        if (use.front() != '@' || !is_word(use.substr(1))) return std::nullopt;
        cap.use = use.substr(1);
    }
    return cap;
}

}  // namespace incilint::lexicon
