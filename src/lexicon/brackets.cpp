#include "lexicon/brackets.h"

#include <algorithm>

namespace incilint::lexicon {
namespace {

bool is_bracket(char byte) {
    return byte == '(' || byte == '[' || byte == ')' || byte == ']';
}

void end_word(std::string& text) {
    if (!text.empty() && text.back() != ' ' && text.back() != '/') text.push_back(' ');
}

void strip(std::string& text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
}

/// A slash stands without blanks, here as in every normal form.
void add(std::string& text, char byte) {
    if (byte == '/') strip(text);
    text.push_back(byte);
}

/// "(4 methoxyphenyl)methanol": what the bracket holds sits on the name behind it and makes another of it.
bool begins_with_substituent(std::string_view normal) {
    if (!normal.starts_with('(') && !normal.starts_with('[')) return false;
    const std::string_view content = normal.substr(1, normal.find_first_of(")]") - 1);
    return content.size() < normal.size() - 1 && content.ends_with("yl") &&
           content.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

Brackets cut_brackets(std::string_view normal) {
    Brackets made;
    made.any = std::any_of(normal.begin(), normal.end(), is_bracket) && !begins_with_substituent(normal);
    if (!made.any && normal.find(" /") == std::string_view::npos) {
        made.without = normal;
        strip(made.without);
        made.inlined = made.without;
        return made;
    }
    std::size_t depth = 0;
    bool bracketed = false;
    for (const char byte : normal) {
        if (is_bracket(byte)) {
            end_word(made.inlined);
        } else {
            add(made.inlined, byte);
        }
        if (byte == '(' || byte == '[') {
            if (++depth == 1) {
                made.contents.emplace_back();
                made.after.clear();
                end_word(made.without);
                bracketed = true;
            }
        } else if (byte == ')' || byte == ']') {
            if (depth > 0) --depth;
            if (depth == 0) end_word(made.without);
        } else if (depth == 1) {
            made.contents.back().push_back(byte);
        } else if (depth == 0) {
            add(made.without, byte);
            if (bracketed) made.after.push_back(byte);
        }
    }
    strip(made.without);
    strip(made.after);
    strip(made.inlined);
    std::erase_if(made.contents, [](const std::string& text) { return text.empty(); });
    return made;
}

}  // namespace incilint::lexicon
