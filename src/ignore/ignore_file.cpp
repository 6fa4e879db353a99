#include "ignore/ignore_file.h"

#include <algorithm>

namespace incilint::ignore {
namespace {

/// Without the line's trailing blanks, unless a backslash keeps them.
std::string_view without_blanks(std::string_view line) {
    while (!line.empty() && line.back() == ' ') {
        std::size_t slashes = 0;
        while (slashes + 1 < line.size() && line[line.size() - 2 - slashes] == '\\') ++slashes;
        if (slashes % 2 == 1) break;
        line.remove_suffix(1);
    }
    return line;
}

}  // namespace

IgnoreFile IgnoreFile::parse(std::string_view text) {
    IgnoreFile out;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.starts_with('#')) continue;
        line = without_blanks(line);
        Pattern pattern;
        if (line.starts_with('!')) {
            pattern.negated = true;
            line.remove_prefix(1);
        }
        if (line.ends_with('/')) {
            pattern.folders_only = true;
            line.remove_suffix(1);
        }
        if (line.empty()) continue;
        pattern.anchored = line.find('/') != line.npos;
        if (line.starts_with('/')) line.remove_prefix(1);
        pattern.glob = Glob::parse(line);
        out.patterns_.push_back(std::move(pattern));
    }
    return out;
}

std::optional<bool> IgnoreFile::says(std::string_view path, bool is_folder) const {
    const std::size_t slash = path.rfind('/');
    const std::string_view name = slash == path.npos ? path : path.substr(slash + 1);
    // The last line that matches decides.
    const auto last = std::find_if(patterns_.rbegin(), patterns_.rend(), [&](const auto& pattern) {
        return (is_folder || !pattern.folders_only) && pattern.glob.matches(pattern.anchored ? path : name);
    });
    if (last == patterns_.rend()) return std::nullopt;
    return !last->negated;
}

bool names_file(std::string_view pattern, std::string_view path) {
    const IgnoreFile line = IgnoreFile::parse(pattern);
    // The file itself, or a folder above it.
    for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
        if (line.says(path.substr(0, slash), true).value_or(false)) return true;
    return line.says(path, false).value_or(false);
}

}  // namespace incilint::ignore
