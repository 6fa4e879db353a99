#include "ignore/glob.h"

#include <string>
#include <utility>

namespace incilint::ignore {
namespace {

/// ASCII only, whatever the locale: the names of POSIX that git knows.
bool in_class(std::string_view name, unsigned char c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    const bool digit = c >= '0' && c <= '9';
    const bool print = c > 0x20 && c < 0x7f;
    if (name == "alpha") return upper || lower;
    if (name == "digit") return digit;
    if (name == "alnum") return upper || lower || digit;
    if (name == "upper") return upper;
    if (name == "lower") return lower;
    if (name == "space") return c == ' ' || (c >= '\t' && c <= '\r');
    if (name == "blank") return c == ' ' || c == '\t';
    if (name == "punct") return print && !upper && !lower && !digit;
    if (name == "xdigit") return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (name == "cntrl") return c < 0x20 || c == 0x7f;
    if (name == "graph") return print;
    return name == "print" && (print || c == ' ');
}

}  // namespace

void Glob::parse_set(std::string_view pattern, std::size_t& at) {
    // `at` stands on the bracket; the first character of a set may be a closing bracket.
    Token token{Kind::set, 0, {}};
    std::size_t i = at + 1;
    const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
    if (negated) ++i;
    bool closed = false;
    for (bool first = true; i < pattern.size(); first = false) {
        if (pattern[i] == ']' && !first) {
            closed = true;
            break;
        }
        if (pattern.substr(i).starts_with("[:")) {
            const std::size_t end = pattern.find(":]", i + 2);
            if (end != pattern.npos) {
                const std::string_view name = pattern.substr(i + 2, end - i - 2);
                for (unsigned c = 0; c < 256; ++c)
                    if (in_class(name, static_cast<unsigned char>(c))) token.set[c] = true;
                i = end + 2;
                continue;
            }
        }
        if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
        const auto from = static_cast<unsigned char>(pattern[i++]);
        auto to = from;
        if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
            ++i;
            if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
            to = static_cast<unsigned char>(pattern[i++]);
        }
        for (unsigned c = from; c <= to; ++c) token.set[c] = true;
    }
    if (!closed) {
        tokens_.push_back({Kind::never, 0, {}});
        at = pattern.size();
        return;
    }
    if (negated)
        for (bool& in : token.set) in = !in;
    token.set['/'] = false;
    tokens_.push_back(token);
    at = i + 1;
}

Glob Glob::parse(std::string_view pattern) {
    Glob out;
    for (std::size_t i = 0; i < pattern.size();) {
        const bool starts_folder = i == 0 || pattern[i - 1] == '/';
        if (pattern[i] == '*') {
            std::size_t end = i;
            while (end < pattern.size() && pattern[end] == '*') ++end;
            const bool two = end - i == 2 && starts_folder;
            if (two && end == pattern.size()) {
                out.tokens_.push_back({Kind::rest, 0, {}});
            } else if (two && pattern[end] == '/') {
                out.tokens_.push_back({Kind::folders, 0, {}});
                ++end;
            } else {
                out.tokens_.push_back({Kind::star, 0, {}});
            }
            i = end;
        } else if (pattern[i] == '?') {
            out.tokens_.push_back({Kind::any_byte, 0, {}});
            ++i;
        } else if (pattern[i] == '[') {
            out.parse_set(pattern, i);
        } else {
            if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
            out.tokens_.push_back({Kind::byte, static_cast<unsigned char>(pattern[i++]), {}});
        }
    }
    return out;
}

bool Glob::matches(std::string_view path) const {
    // States are places in the pattern. A `folders` token is entered at the start of a folder name; it is left there or
    // behind any later slash.
    std::vector<bool> now(tokens_.size() + 1, false);
    std::vector<bool> inside(tokens_.size() + 1, false);
    const auto enter = [&](std::vector<bool>& states, std::vector<bool>& folders) {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!states[i]) continue;
            const Kind kind = tokens_[i].kind;
            if (kind == Kind::star || kind == Kind::rest) states[i + 1] = true;
            if (kind == Kind::folders) folders[i] = states[i + 1] = true;
        }
    };
    now[0] = true;
    enter(now, inside);
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        std::vector<bool> next(tokens_.size() + 1, false);
        std::vector<bool> next_inside = inside;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const Token& token = tokens_[i];
            if (inside[i] && byte == '/') next[i + 1] = true;
            if (!now[i]) continue;
            switch (token.kind) {
                case Kind::byte:
                    if (token.byte == byte) next[i + 1] = true;
                    break;
                case Kind::any_byte:
                    if (byte != '/') next[i + 1] = true;
                    break;
                case Kind::set:
                    if (token.set[byte]) next[i + 1] = true;
                    break;
                case Kind::star:
                    if (byte != '/') next[i] = true;
                    break;
                case Kind::rest:
                    next[i] = true;
                    break;
                case Kind::folders:
                case Kind::never:
                    break;
            }
        }
        enter(next, next_inside);
        now = std::move(next);
        inside = std::move(next_inside);
    }
    return now[tokens_.size()];
}

}  // namespace incilint::ignore
