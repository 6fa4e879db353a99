#include "cli/own_report.h"

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

namespace incilint::cli {
namespace {

constexpr std::size_t enough = 4096;
constexpr std::size_t longest_last_line = 4096;

/// "incilint 1.0, rules …, dictionary …" in that order, wrapped or not, in at most so many bytes.
bool says_what_made_it(std::string_view text, std::size_t most) {
    if (text.size() > most) return false;
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    const std::size_t name = line.find("incilint ");
    const std::size_t rules = line.find(", rules ", std::min(name, line.size()));
    return rules != line.npos && line.find(", dictionary ", rules) != line.npos;
}

/// "path:line:column: severity family/rule …" on every line.
bool is_finding(std::string_view line) {
    for (const std::string_view severity : {": error ", ": warning ", ": note "}) {
        const std::size_t at = line.find(severity);
        if (at == line.npos) continue;
        std::size_t colons = 0;
        for (std::size_t i = at; i > 0 && (line[i - 1] == ':' || (line[i - 1] >= '0' && line[i - 1] <= '9')); --i)
            colons += line[i - 1] == ':' ? 1 : 0;
        const std::string_view rest = line.substr(at + severity.size());
        const std::string_view id = rest.substr(0, rest.find(' '));
        const bool placed = colons == 2 || line.substr(0, at) == "incilint";  // the run as a whole
        return placed && std::ranges::count(id, '/') == 1 &&
               id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == id.npos;
    }
    return false;
}

bool holds_findings_alone(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (!is_finding(text.substr(at, end - at))) return false;
        at = end + 1;
    }
    return !text.empty();
}

}  // namespace

bool is_report(std::string_view text) {
    text = base::trim(text);
    if (says_what_made_it(text.substr(std::min(text.rfind("\nincilint "), text.size())), longest_last_line))
        return true;
    const bool markup = !text.empty() && std::string_view("{[<:").find(text.front()) != text.npos;
    if (markup && says_what_made_it(text, text.size())) return true;
    constexpr std::array<std::string_view, 2> names = {"\"name\":\"incilint\"", "<testsuites name=\"incilint\""};
    if (markup && std::ranges::any_of(names, [&](std::string_view name) { return text.find(name) != text.npos; }))
        return true;
    return begins_as_report(text.substr(0, enough)) || holds_findings_alone(text);
}

bool begins_as_report(std::string_view head) {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    constexpr std::array<std::string_view, 5> kinds = {"finding", "policy", "fault", "gate", "summary"};
    constexpr std::string_view type = "{\"type\":\"";
    if (head.starts_with(type))
        for (const std::string_view kind : kinds)
            if (head.substr(type.size()).starts_with(kind)) return true;
    if (head.starts_with("{\"id\":") && head.find("\"list_found\":") != head.npos) return true;
    return head.starts_with("path,line,column,end_line,end_column,record,product,rule") ||
           head.starts_with("{\"schema\":\"incilint.");
}

bool holds_report(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (descriptor < 0) return false;
    const auto bytes_at = [descriptor](off_t place) {
        std::string out(enough, '\0');
        const ssize_t got = ::pread(descriptor, out.data(), out.size(), place);
        out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return out;
    };
    struct stat there {};
    const bool known = ::fstat(descriptor, &there) == 0 && S_ISREG(there.st_mode);
    std::string head = bytes_at(0);
    const auto end = static_cast<off_t>(enough);
    const std::string tail = known && there.st_size > end ? bytes_at(there.st_size - end) : std::string();
    ::close(descriptor);
    if (tail.empty()) return is_report(head);
    // What is cut off within a line is no line.
    head.resize(std::min(head.rfind('\n'), head.size()));
    return is_report(head) || is_report(tail.substr(std::min(tail.find('\n'), tail.size())));
}

}  // namespace incilint::cli
