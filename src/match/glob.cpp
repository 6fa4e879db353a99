#include "match/glob.h"

#include <algorithm>
#include <array>

namespace incilint::match {
namespace {

/// Characters that are words of their own.
constexpr bool is_point(char c) {
    return c == '(' || c == ')' || c == '[' || c == ']' || c == '/' || c == ',';
}

/// Whether a byte ends a word, looked up: a whole dictionary is taken apart for the globs of a rule file.
constexpr auto ends_word = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = byte == ' ' || is_point(static_cast<char>(byte));
    return table;
}();

/// Stars and texts between them, blanks collapsed; empty where a star touches a letter.
std::optional<std::vector<std::string>> runs_of(std::string_view text) {
    std::vector<std::string> runs;
    std::string run;
    const auto is_gap = [](char c) { return c == ' ' || c == '-' || c == '\t'; };
    const auto may_touch = [&](char c) { return is_gap(c) || is_point(c); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '*') {
            run.push_back(text[i]);
            continue;
        }
        if (i > 0 && !may_touch(text[i - 1])) return std::nullopt;
        if (i + 1 < text.size() && !may_touch(text[i + 1])) return std::nullopt;
        while (!run.empty() && is_gap(run.back())) run.pop_back();
        if (!run.empty()) runs.push_back(std::move(run));
        runs.emplace_back("*");
        run.clear();
        while (i + 1 < text.size() && is_gap(text[i + 1])) ++i;
    }
    if (!run.empty()) runs.push_back(std::move(run));
    return runs;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view normal) {
    std::vector<std::string_view> words;
    words_of(normal, words);
    return words;
}

void words_of(std::string_view normal, std::vector<std::string_view>& words) {
    words.clear();
    std::size_t first = 0;
    const auto end_word = [&](std::size_t end) {
        if (end > first) words.push_back(normal.substr(first, end - first));
        first = end + 1;
    };
    for (std::size_t at = 0; at < normal.size(); ++at) {
        if (!ends_word[static_cast<unsigned char>(normal[at])]) continue;
        end_word(at);
        if (normal[at] != ' ') words.push_back(normal.substr(at, 1));
    }
    end_word(normal.size());
}

std::optional<Glob> read_glob(std::string_view text, const std::function<std::string(std::string_view)>& normal) {
    const auto runs = runs_of(text);
    if (!runs) return std::nullopt;
    Glob glob;
    bool has_word = false;
    for (const std::string& run : *runs) {
        if (run == "*") {
            glob.words.emplace_back();
            continue;
        }
        const std::string folded = normal(run);
        for (const std::string_view word : words_of(folded)) {
            glob.words.emplace_back(word);
            has_word = true;
        }
    }
    return has_word ? std::optional{glob} : std::nullopt;
}

std::string store(const Glob& glob) {
    std::string out;
    for (const std::string& word : glob.words) {
        if (!out.empty()) out += ' ';
        out += word.empty() ? "*" : word;
    }
    return out;
}

Glob load_glob(std::string_view stored) {
    Glob glob;
    for (const std::string_view word : words_of(stored))
        glob.words.emplace_back(word == "*" ? std::string_view{} : word);
    return glob;
}

bool matches(const Glob& glob, const std::vector<std::string_view>& words) {
    // The last star takes one word more each time the rest does not fit; earlier stars never need to be tried again.
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t word = 0;
    std::size_t piece = 0;
    std::size_t star = none;
    std::size_t star_end = 0;
    while (word < words.size()) {
        if (piece < glob.words.size() && glob.words[piece].empty()) {
            star = piece++;
            star_end = ++word;
        } else if (piece < glob.words.size() && glob.words[piece] == words[word]) {
            ++piece;
            ++word;
        } else if (star != none) {
            piece = star + 1;
            word = ++star_end;
        } else {
            return false;
        }
    }
    return piece == glob.words.size();
}

}  // namespace incilint::match
