#include "catalog/extent.h"

#include <algorithm>

#include "base/text.h"

namespace incilint::catalog {
std::size_t line_after(std::string_view text, std::size_t at, std::size_t& end) {
    end = next_mark(text, at, {'\n', '\r', '\r'}, best_isa());
    if (end == text.size()) return end;
    return text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? end + 2 : end + 1;
}

/// Follows the record at `at` to its line end, to the end of the text, or into a quote that stays open.
ExtentFinder::Followed ExtentFinder::follow(std::string_view text, std::size_t at) const {
    std::size_t opened = at;
    for (std::size_t from = at;;) {
        const std::size_t mark = next_mark(text, from, {quote_, '\n', '\r'}, isa_);
        if (mark >= text.size()) return {State::outside, text.size(), opened};
        if (text[mark] != '"' || quote_ != '"') return {State::line_end, mark, opened};
        // A quote opens a field only as its first byte; elsewhere it is a letter like any other.
        from = mark + 1;
        if (mark != at && text[mark - 1] != delimiter_) continue;
        opened = mark;
        for (std::size_t close = text.find('"', from);; close = text.find('"', close + 2)) {
            if (close == text.npos) return {State::open_quote, text.size(), opened};
            from = close + 1;
            if (from >= text.size() || text[from] != '"') break;
        }
    }
}

Extent ExtentFinder::find(std::string_view text, std::size_t at, bool last) const {
    const bool beyond = text.size() - at > most_bytes_;
    const std::string_view whole = beyond ? text.substr(0, at + most_bytes_) : text;
    const Followed followed = follow(whole, at);
    if (followed.state == State::line_end) return ended(text, at, followed.at, last);
    if (!beyond && !last) return {};
    if (!beyond && followed.state == State::outside) return ended(text, at, followed.at, last);
    Extent out = runaway(text, at, followed.fault_at, last);
    out.too_long = beyond;
    return out;
}

Extent ExtentFinder::ended(std::string_view text, std::size_t at, std::size_t end, bool last) const {
    Extent out;
    // A CR at the very end may be half of a CR LF.
    if (!last && end + 1 == text.size() && text[end] == '\r') return out;
    out.next = line_after(text, end, out.end);
    const std::string_view record = text.substr(at, end - at);
    const bool blank = (record.empty() || record.front() <= ' ' || static_cast<signed char>(record.front()) < 0) &&
                       base::trim(record).empty() && record.find(delimiter_) == record.npos;
    out.found = blank ? Found::blank : Found::record;
    return out;
}

Extent ExtentFinder::runaway(std::string_view text, std::size_t at, std::size_t fault_at, bool last) const {
    Extent out;
    out.fault_at = fault_at;
    out.next = line_after(text, fault_at, out.end);
    if (!last && (out.end == text.size() || (out.end + 1 == text.size() && text[out.end] == '\r'))) {
        // The line end may follow soon; a line without end is skipped without being kept.
        if (out.end < text.size() || text.size() - at <= 2 * most_bytes_) return out;
        out.next = text.npos;
    }
    out.found = Found::runaway;
    return out;
}

}  // namespace incilint::catalog
