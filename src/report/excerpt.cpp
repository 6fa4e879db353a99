#include "report/excerpt.h"

#include <algorithm>

#include "report/style.h"

namespace incilint::report {
namespace {

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}
bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

Excerpt excerpt(std::string_view text, base::Span span, std::size_t columns) {
    // Bytes worth looking at on each side: a column takes few bytes, combining marks aside.
    const std::size_t reach = columns * 8;
    span.from = std::min(span.from, text.size());
    span.to = std::clamp(span.to, span.from, text.size());

    std::size_t begin = span.from;
    while (begin > 0 && span.from - begin < reach && !ends_line(text[begin - 1])) --begin;
    const bool cut_before = begin > 0 && !ends_line(text[begin - 1]);
    while (begin < span.from && cut_before && continues(text[begin])) ++begin;

    std::size_t to = span.from;
    while (to < span.to && to - span.from < reach && !ends_line(text[to])) ++to;
    while (to > span.from && to < text.size() && continues(text[to])) --to;
    std::size_t end = to;
    while (end < text.size() && end - to < reach && !ends_line(text[end])) ++end;
    const bool cut_after = end < text.size() && !ends_line(text[end]);
    while (end > to && end < text.size() && continues(text[end])) --end;

    const std::string before_all = base::printable(text.substr(begin, span.from - begin));
    const std::string marked_all = base::printable(text.substr(span.from, to - span.from));
    const std::string after_all = base::printable(text.substr(to, end - to));
    const std::string_view marked = head(marked_all, columns * 3 / 5);
    const std::size_t room = columns - display_width(marked);
    // What stands before gets two thirds of the room, more where little follows.
    const std::size_t after_needs = std::min(display_width(after_all), room / 3);
    const std::string_view before = tail(before_all, room - after_needs);
    const bool marked_cut = marked.size() < marked_all.size();
    const std::string_view after =
        marked_cut ? std::string_view() : head(after_all, room - std::min(room, display_width(before)));

    Excerpt out;
    if (cut_before || before.size() < before_all.size()) out.line.append("…");
    out.line.append(before);
    out.carets.assign(display_width(out.line), ' ');
    out.line.append(marked).append(after);
    if (marked_cut || cut_after || after.size() < after_all.size()) out.line.append("…");
    out.carets.append(std::max<std::size_t>(1, display_width(marked)), '^');
    return out;
}

}  // namespace incilint::report
