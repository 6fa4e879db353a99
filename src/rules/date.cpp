#include "rules/date.h"

#include <chrono>
#include <cstddef>

namespace incilint::rules {
namespace {

constexpr std::size_t size = 10;  ///< of YYYY-MM-DD
constexpr std::uint32_t first_year = 1000;

std::optional<std::uint32_t> digits(std::string_view text) {
    std::uint32_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

std::string padded(std::uint32_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::optional<Date> date_named(std::string_view text) {
    if (text.size() != size || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year < first_year) return std::nullopt;
    const std::chrono::year_month_day known{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                                            std::chrono::day{*day}};
    if (!known.ok()) return std::nullopt;
    return Date{*year * 10000 + *month * 100 + *day};
}

std::string word(Date date) {
    return std::to_string(date.day / 10000) + "-" + padded(date.day / 100 % 100) + "-" + padded(date.day % 100);
}

}  // namespace incilint::rules
