#include "report/escape.h"

#include <algorithm>

#include "base/fold.h"
#include "base/text.h"

namespace incilint::report {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// https://www.w3.org/TR/xml/#charsets, without the discouraged C1 controls.
bool in_xml(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return (c < 0x7F || c > 0x9F) && c != 0xFFFE && c != 0xFFFF;
}

/// Hands each code point on; ill-formed bytes come as U+FFFD.
template <class Use>
void for_each(std::string_view text, Use use) {
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::decode(text, at);
        use(c.value);
        at += c.length;
    }
}

bool entity(std::string& out, char32_t c) {
    switch (c) {
        case '&':
            out.append("&amp;");
            return true;
        case '<':
            out.append("&lt;");
            return true;
        case '>':
            out.append("&gt;");
            return true;
        case '"':
            out.append("&quot;");
            return true;
        case '\'':
            out.append("&#39;");
            return true;
        default:
            return false;
    }
}

void percent(std::string& out, unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out.push_back('%');
    out.push_back(digits[byte >> 4]);
    out.push_back(digits[byte & 15]);
}

/// Characters that a terminal or a log viewer obeys come spelled out; line ends keep their meaning as %0A and %0D.
std::string encoded(std::string_view untrusted, std::string_view signs) {
    std::string out;
    for (std::size_t at = 0; at < untrusted.size();) {
        const std::size_t end = std::min(untrusted.find('\r', at), untrusted.size());
        for (const char c : base::printable(untrusted.substr(at, end - at), true)) {
            if (c == '\n' || signs.find(c) != signs.npos)
                percent(out, static_cast<unsigned char>(c));
            else
                out.push_back(c);
        }
        if (end < untrusted.size()) percent(out, '\r');
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string xml_text(std::string_view untrusted) {
    std::string out;
    for_each(untrusted, [&](char32_t c) {
        if (c == '\n' || c == '\r' || c == '\t' || base::is_invisible(c) || c == 0x2028 || c == 0x2029)
            out.append("&#").append(std::to_string(static_cast<unsigned>(c))).append(";");
        else if (!entity(out, c))
            base::append(out, in_xml(c) ? c : replacement);
    });
    return out;
}

std::string xml_comment(std::string_view untrusted) {
    std::string out;
    for (const char c : xml_text(untrusted)) {
        if (c == '-' && out.ends_with('-')) out.push_back(' ');
        out.push_back(c);
    }
    return out.ends_with('-') ? out + " " : out;
}

std::string html_text(std::string_view untrusted) {
    std::string out;
    for_each(base::printable(untrusted, true), [&](char32_t c) {
        // A line of the document may be printed in a log, where a line may be a command.
        if (c == '\n')
            out.append("&#10;");
        else if (!entity(out, c))
            base::append(out, c);
    });
    return out;
}

std::string markdown_text(std::string_view untrusted) {
    constexpr std::string_view signs = "\\`*_{}[]()!|~:$";
    std::string out;
    for_each(base::printable(untrusted), [&](char32_t c) {
        const bool after_www = c == '.' && out.size() >= 3 && base::fold(out.substr(out.size() - 3)) == "www";
        // '@' and '#' as references, so that nobody is mentioned and no issue linked.
        if (c == '@' || c == '#')
            out.append("&#").append(std::to_string(static_cast<unsigned>(c))).append(";");
        else if (c == '<' || c == '>' || c == '&')
            entity(out, c);
        else if (after_www || (c < 0x80 && signs.find(static_cast<char>(c)) != signs.npos))
            out.append("\\").push_back(static_cast<char>(c));
        else
            base::append(out, c);
    });
    return out;
}

std::string github_data(std::string_view untrusted) {
    return encoded(untrusted, "%");
}

std::string github_property(std::string_view untrusted) {
    return encoded(untrusted, "%:,");
}

std::string uri_of_path(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        if (plain)
            out.push_back(c);
        else
            percent(out, static_cast<unsigned char>(c));
    }
    return out;
}

}  // namespace incilint::report
