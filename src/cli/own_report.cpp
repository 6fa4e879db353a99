#include "cli/own_report.h"

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <unistd.h>

#include "base/text.h"

namespace incilint::cli {
namespace {

constexpr std::size_t enough = 4096;
constexpr std::size_t longest_last_line = 4096;

}  // namespace

bool ends_as_report(std::string_view text) {
    text = base::trim(text);
    const std::size_t begin = text.rfind("\nincilint ");
    if (begin == text.npos || text.size() - begin > longest_last_line) return false;
    std::string last(text.substr(begin + 1));
    std::ranges::replace(last, '\n', ' ');  // where it was wrapped
    const std::size_t rules = last.find(", rules ");
    const std::size_t dictionary = last.find(", dictionary ");
    return rules != last.npos && dictionary != last.npos && rules < dictionary;
}

bool begins_as_report(std::string_view head) {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    constexpr std::array<std::string_view, 3> kinds = {"finding", "policy", "summary"};
    constexpr std::string_view type = "{\"type\":\"";
    if (head.starts_with(type))
        for (const std::string_view kind : kinds)
            if (head.substr(type.size()).starts_with(kind)) return true;
    if (head.starts_with("{\"id\":") && head.find("\"list_found\":") != head.npos) return true;
    return head.starts_with("path,line,column,end_line,end_column,record,product,rule") ||
           head.starts_with("{\"schema\":\"incilint.");
}

std::string head_of(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (descriptor < 0) return "";
    std::string out(enough, '\0');
    const ssize_t got = ::read(descriptor, out.data(), out.size());
    out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    ::close(descriptor);
    return out;
}

}  // namespace incilint::cli
