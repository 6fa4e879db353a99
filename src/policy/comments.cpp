#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/fold.h"
#include "base/near.h"
#include "base/text.h"
#include "policy/suppression.h"
#include "rules/reader.h"

namespace incilint::policy {
namespace {

constexpr std::string_view grammar = "write # incilint-ignore RULE -- reason (until YYYY-MM-DD)";

bool blank_byte(char c) {
    return c == ' ' || c == '\t';
}

/// The word at the start, without what follows it.
std::string_view first_word(std::string_view text) {
    return text.substr(0, std::min(text.find_first_of(" \t"), text.size()));
}

/// Whether a comment (without its #) is meant for us: "incilint-…", or "incilint" and a word much like "ignore".
bool is_ours(std::string_view comment) {
    const std::string_view body = base::trim(comment);
    const std::string_view word = first_word(body);
    constexpr std::string_view name = "incilint";
    if (word.size() < name.size() || word.size() > 40) return false;
    for (std::size_t i = 0; i < name.size(); ++i)
        if ((word[i] | 0x20) != name[i]) return false;
    if (word.size() > name.size() && (word[name.size()] == '-' || word[name.size()] == '_')) return true;
    std::string_view rest = body.substr(name.size());
    while (!rest.empty() && (blank_byte(rest.front()) || rest.front() == ':')) rest.remove_prefix(1);
    return base::edit_distance(first_word(rest), "ignore", 2) <= 2;
}

/// Where the comment of a line begins, which is itself at `from` in its text: a # at its start or behind a blank; npos:
/// there is none of ours.
std::size_t comment_of(std::string_view line, std::size_t from, const std::vector<base::Span>& texts) {
    for (std::size_t at = line.find('#'); at != line.npos; at = line.find('#', at + 1)) {
        if (!(at == 0 || blank_byte(line[at - 1])) || !is_ours(line.substr(at + 1))) continue;
        const auto behind = std::ranges::upper_bound(texts, from + at, {}, &base::Span::from);
        if (behind == texts.begin() || from + at >= std::prev(behind)->to) return at;
    }
    return line.npos;
}

/// "until 2027-03-31", "(expires 2027-03-31)": an end that is not written as one would hold for ever.
bool means_an_end(std::string_view reason) {
    constexpr std::array<std::string_view, 6> words = {"until", "till", "til", "expires", "expire", "exp"};
    std::string last;
    std::string word;
    for (const char c : base::fold(reason) + " ") {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
            word.push_back(c);
            continue;
        }
        if (rules::date_named(word) && std::ranges::find(words, last) != words.end()) return true;
        if (!word.empty()) last = std::exchange(word, {});
    }
    return false;
}

/// Reads the words of a comment; what is wrong with them, or nothing.
std::string read_words(std::string_view body, Suppression& out, bool& whole_file) {
    const std::string_view command = first_word(body);
    whole_file = command == "incilint-ignore-file";
    if (command != "incilint-ignore" && !whole_file)
        return "'" + base::printable(command) + "' is neither incilint-ignore nor incilint-ignore-file";
    body.remove_prefix(command.size());
    const std::size_t dashes = body.find(" -- ");
    const std::string_view rules = base::trim(body.substr(0, std::min(dashes, body.size())));
    if (rules.empty()) return "it names no rule";
    for (std::size_t at = 0; at <= rules.size();) {
        const std::size_t comma = std::min(rules.find(',', at), rules.size());
        const std::string_view rule = base::trim(rules.substr(at, comma - at));
        if (!rules::is_rule_id(rule)) return "'" + base::printable(rule) + "' is no id of a rule";
        out.rules.emplace_back(rule);
        at = comma + 1;
    }
    if (dashes == body.npos) return "";
    std::string_view reason = base::trim(body.substr(dashes + 4));
    const std::size_t bracket = reason.rfind("(until ");
    if (bracket != reason.npos) {
        std::string_view day = reason.substr(bracket + 7);
        if (!day.ends_with(')')) return "the bracket of (until …) does not end the comment";
        day.remove_suffix(1);
        out.expires = rules::date_named(day);
        if (!out.expires) return "'" + base::printable(day) + "' is no day, like 2027-03-31";
        reason = base::trim(reason.substr(0, bracket));
    } else if (means_an_end(reason)) {
        return "its last day is not written as (until YYYY-MM-DD) at its end";
    }
    out.reason = reason;
    return "";
}

/// Whether what stands at `at` is the first line of a block text of YAML: it is indented and alone on its line, and
/// what stands above it ends in "|" or ">", with what YAML allows behind.
bool begins_block(std::string_view text, std::size_t at) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    if (line == at || !base::trim(text.substr(line, at - line)).empty()) return false;
    std::string_view above = base::trim(text.substr(0, line));
    above.remove_prefix(above.rfind('\n') + 1);
    above = base::trim(above.substr(0, above.find(" #")));
    while (!above.empty() &&
           (above.back() == '+' || above.back() == '-' || (above.back() >= '1' && above.back() <= '9')))
        above.remove_suffix(1);
    return above.ends_with('|') || above.ends_with('>');
}

std::uint32_t columns_of(std::string_view text) {
    std::uint32_t out = 1;
    for (std::size_t at = 0; at < text.size(); at += base::decode(text, at).length) ++out;
    return out;
}

}  // namespace

Comments read_comments(std::string_view text, const std::string& file, const std::vector<base::Span>& texts) {
    Comments out;
    if (text.find("incilint") == text.npos && text.find("INCILINT") == text.npos && text.find("Incilint") == text.npos)
        return out;
    const base::LineIndex lines(text);
    std::size_t waiting = 0;  // suppressions from here on wait for the line that they cover
    for (std::uint32_t number = 1; number <= lines.lines(); ++number) {
        const std::string_view line = lines.line(number);
        const std::size_t at = comment_of(line, static_cast<std::size_t>(line.data() - text.data()), texts);
        const bool alone = at != line.npos && base::trim(line.substr(0, at)).empty();
        if (!alone) {
            if (base::trim(line).empty()) continue;
            for (; waiting < out.suppressions.size(); ++waiting) {
                Suppression& above = out.suppressions[waiting];
                if (above.first_line == 0 && above.last_line == 1) above.first_line = above.last_line = number;
            }
        }
        if (at == line.npos) continue;
        const auto from = static_cast<std::size_t>(line.data() - text.data()) + at;
        out.spans.push_back({from, from + line.size() - at});
        Suppression suppression;
        suppression.comment = true;
        suppression.file = file;
        suppression.where = {file, static_cast<int>(number), static_cast<int>(columns_of(line.substr(0, at)))};
        suppression.end_column = columns_of(line);
        bool whole_file = false;
        const std::string fault = read_words(base::trim(line.substr(at + 1)), suppression, whole_file);
        if (!fault.empty()) {
            out.remarks.push_back({"suppression/malformed", rules::Severity::error, suppression.where,
                                   suppression.end_column, "this comment suppresses nothing: " + fault,
                                   std::string(grammar)});
            suppression.valid = false;
            suppression.wrong = "malformed";
        }
        // Until its line is found a comment that stands alone is marked by lines 0 to 1: it covers nothing.
        if (!whole_file) {
            suppression.first_line = alone ? 0 : number;
            suppression.last_line = alone ? 1 : number;
        }
        if (!alone) waiting = out.suppressions.size() + 1;
        out.suppressions.push_back(std::move(suppression));
    }
    return out;
}

void blank(std::string& text, const std::vector<base::Span>& spans) {
    for (const base::Span span : spans) {
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(span.from),
                  text.begin() + static_cast<std::ptrdiff_t>(span.to), ' ');
        // A line of blanks alone may not be longer than the first line of a block text: a tab is text.
        if (begins_block(text, span.from)) text[span.from] = '\t';
    }
}

}  // namespace incilint::policy
