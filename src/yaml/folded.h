// yaml/folded.h: a folded scalar (>) whose first line begins with a tab: libyaml did not see the tab (yaml/stand_ins.h)
// and folded the line into the next, which YAML does not do with lines that begin with white space.
// Promises: changes nothing but the line end behind that line; looks at no more than the scalar.
// Must not know: libyaml, places.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace incilint::yaml {

/// `text` from the scalar on.
inline void part_first_line(std::string& value, std::string_view text) {
    constexpr std::string_view white = " \t";
    const std::size_t first = value.find_first_not_of('\n');
    if (first == value.npos || value[first] != '\t') return;
    const std::size_t at = text.find_first_not_of(" \r\n", std::min(text.find('\n'), text.size()));
    if (at == text.npos || text[at] != '\t') return;
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t end = first + line.size();
    if (end >= value.size() || value.compare(first, line.size(), line) != 0) return;
    if (value[end] == ' ') {
        value[end] = '\n';
        return;
    }
    const std::size_t next = value.find_first_not_of('\n', end);
    if (next != value.npos && white.find(value[next]) == white.npos) value.insert(end, 1, '\n');
}

}  // namespace incilint::yaml
