#include "report/csv.h"

#include <algorithm>
#include <array>
#include <charconv>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace incilint::report {
namespace {

// What begins a formula: in ASCII, and the full-width forms that some programs fold (U+FF1D, FF0B, FF0D, FF20).
constexpr std::string_view openers = "=+-@\t\r";
constexpr std::array<std::string_view, 4> wide_openers = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                                          "\xef\xbc\xa0"};
// Where another program may cut a cell in two.
constexpr std::string_view cuts = ",;|\t\r\n";

bool opens_formula(std::string_view text) {
    if (text.empty()) return false;
    if (openers.find(text.front()) != openers.npos) return true;
    return std::any_of(wide_openers.begin(), wide_openers.end(),
                       [&](std::string_view opener) { return text.starts_with(opener); });
}

/// What a byte of a cell asks for.
constexpr unsigned char wants_quotes = 1;
constexpr unsigned char is_quote = 2;
constexpr unsigned char may_open_formula = 4;
constexpr unsigned char is_cut = 8;

constexpr std::array<unsigned char, 256> asks = [] {
    std::array<unsigned char, 256> out{};
    for (const char c : std::string_view(",;|\t\"\r\n")) out[static_cast<unsigned char>(c)] |= wants_quotes;
    for (const char c : std::string_view("=+-@\t\r\xef")) out[static_cast<unsigned char>(c)] |= may_open_formula;
    for (const char c : cuts) out[static_cast<unsigned char>(c)] |= is_cut;
    out['"'] |= is_quote;
    return out;
}();

unsigned char all_asked(std::string_view cell) {
    unsigned char all = 0;
    for (const char c : cell) all |= asks[static_cast<unsigned char>(c)];
    return all;
}

/// True also for other control characters.
bool any_wants_quotes(std::string_view cell) {
#if defined(__SSE2__)
    constexpr std::size_t step = sizeof(__m128i);
    const auto any_of = [](const char* at) {
        const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const auto is = [here](char c) { return _mm_cmpeq_epi8(here, _mm_set1_epi8(c)); };
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(here, _mm_set1_epi8(0x1f)), here);
        const __m128i cut = _mm_or_si128(_mm_or_si128(is(','), is(';')), _mm_or_si128(is('|'), is('"')));
        return _mm_movemask_epi8(_mm_or_si128(control, cut)) != 0;
    };
    if (cell.size() >= step) {
        for (std::size_t at = 0; at + step <= cell.size(); at += step)
            if (any_of(cell.data() + at)) return true;
        return any_of(cell.data() + cell.size() - step);
    }
#endif
    return (all_asked(cell) & wants_quotes) != 0;
}

/// A sign within a cell that neither begins it nor stands behind a cut opens nothing.
bool opens_within(std::string_view cell) {
    bool at_cut = true;
    for (const char c : cell) {
        const unsigned char asked = asks[static_cast<unsigned char>(c)];
        if (at_cut && (asked & may_open_formula) != 0) return true;
        at_cut = (asked & is_cut) != 0 || (at_cut && c == '"');
    }
    return false;
}

/// Digits that a spreadsheet would round or shorten: more than it keeps, or with a zero in front, or like 1E12.
bool long_number(std::string_view cell) {
    if (cell.empty() || cell.size() > 250) return false;
    const bool digits = std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits) return cell.size() > 11 || (cell.size() > 1 && cell.front() == '0');
    const std::size_t e = cell.find_first_of("eE");
    if (e == cell.npos || e == 0) return false;
    const auto digit = [](char c) { return (c >= '0' && c <= '9') || c == '+' || c == '.'; };
    return std::all_of(cell.begin(), cell.begin() + static_cast<std::ptrdiff_t>(e), digit) &&
           std::all_of(cell.begin() + static_cast<std::ptrdiff_t>(e) + 1, cell.end(), digit);
}

}  // namespace

bool stands_as_it_is(std::string_view cell) {
    if (cell.empty()) return true;
    // Whatever a formula could begin behind wants quotes itself.
    return !any_wants_quotes(cell) && cell.front() != ' ' && cell.back() != ' ' &&
           (asks[static_cast<unsigned char>(cell.front())] & may_open_formula) == 0;
}

std::string guarded(std::string_view cell) {
    std::string out;
    bool at_cut = true;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (at_cut && opens_formula(cell.substr(i))) out.push_back('\'');
        at_cut = cuts.find(c) != cuts.npos || (at_cut && c == '"');
        out.push_back(c);
    }
    return out;
}

void CsvWriter::separate() {
    if (!first_) out_.push_back(style_.separator);
    first_ = false;
}

void CsvWriter::plain(std::string_view cell) {
    separate();
    out_.append(cell);
}

void CsvWriter::number(std::size_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    plain({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void CsvWriter::number(int value) {
    number(static_cast<std::size_t>(std::max(value, 0)));
}

void CsvWriter::text(std::string_view cell) {
    separate();
    std::string made;
    unsigned char asked = all_asked(cell);
    if (style_.excel && long_number(cell)) {
        made.append("=\"").append(cell).append("\"");
        cell = made;
        asked = wants_quotes | is_quote;
    } else if (style_.guard && (asked & may_open_formula) != 0 && opens_within(cell)) {
        made = guarded(cell);
        cell = made;
    }
    const bool quotes = (asked & wants_quotes) != 0 || (!cell.empty() && (cell.front() == ' ' || cell.back() == ' '));
    if (!quotes) {
        out_.append(cell);
        return;
    }
    out_.push_back('"');
    if ((asked & is_quote) == 0) {
        out_.append(cell);
    } else {
        for (const char c : cell) {
            if (c == '"') out_.push_back('"');
            out_.push_back(c);
        }
    }
    out_.push_back('"');
}

void CsvWriter::end_row() {
    // Excel writes CR LF itself; tools that work on lines want LF.
    out_.append(style_.excel || style_.crlf ? "\r\n" : "\n");
    first_ = true;
}

}  // namespace incilint::report
