#include "cli/near_names.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/near.h"
#include "lexicon/names.h"
#include "lexicon/recognise.h"

namespace incilint::cli {
namespace {

constexpr std::size_t longest = 200;    ///< bytes: no name is longer
constexpr std::size_t longest_run = 8;  ///< words of a part
constexpr std::size_t most_words = 24;  ///< words of a name that are looked at

struct Near {
    double distance = 0;  ///< smaller is nearer; by edits below 1, by words above
    lexicon::IngredientId id{};
};

std::vector<std::string_view> unique_words(std::string_view normal) {
    std::vector<std::string_view> words = lexicon::words_of(normal);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

std::vector<std::string> near_names(const lexicon::Dictionary& dictionary, std::string_view normal,
                                    std::optional<lexicon::IngredientId> self, std::size_t most) {
    std::vector<std::string> out;
    if (normal.empty() || normal.size() > longest) return out;
    const std::vector<std::string_view> asked = unique_words(normal);
    // 1. How many names hold each word: a rare word in common says more.
    std::unordered_map<std::string_view, double> holders;
    for (const std::string_view word : asked) holders[word] = 0;
    std::vector<std::vector<std::string_view>> words(dictionary.size());
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
        const auto names = dictionary.names(lexicon::IngredientId{id});
        if (names.empty()) continue;
        words[id] = unique_words(names.front());
        for (const std::string_view word : words[id]) {
            if (const auto found = holders.find(word); found != holders.end()) ++found->second;
        }
    }
    // 2. The distance of each name: edits as a share of its length, else what is not in common.
    const std::size_t limit = std::clamp<std::size_t>(normal.size() / 4, 1, 4);
    std::vector<Near> found;
    for (std::uint32_t id = 0; id < dictionary.size(); ++id) {
        if (self && *self == lexicon::IngredientId{id}) continue;
        double distance = 10;
        for (const std::string_view name : dictionary.names(lexicon::IngredientId{id})) {
            const std::size_t edits = base::edit_distance(normal, name, limit);
            if (edits <= limit) distance = std::min(distance, static_cast<double>(edits) / 10);
        }
        double common = 0;
        for (const std::string_view word : words[id]) {
            const auto at = holders.find(word);
            if (at != holders.end() && word.size() > 2) common += 1 / (1 + at->second / 20);
        }
        if (common > 0) {
            const double size = static_cast<double>(words[id].size() + asked.size());
            distance = std::min(distance, 1 + size / (size + 10 * common));
        }
        if (distance < 1.75) found.push_back({distance, lexicon::IngredientId{id}});
    }
    std::stable_sort(found.begin(), found.end(), [](const Near& a, const Near& b) { return a.distance < b.distance; });
    if (found.size() > most) found.resize(most);
    for (const Near& near : found) out.emplace_back(dictionary.inci(near.id));
    return out;
}

std::vector<std::string> known_parts(const lexicon::Dictionary& dictionary, std::string_view normal, std::size_t most) {
    std::vector<std::string> out;
    if (normal.size() > longest) return out;
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < normal.size() && starts.size() < most_words;) {
        starts.push_back(at);
        at = std::min(normal.find(' ', at), normal.size());
        while (at < normal.size() && normal[at] == ' ') ++at;
    }
    for (std::size_t first = 0; first < starts.size() && out.size() < most; ++first) {
        const std::size_t left = std::min(starts.size() - first, longest_run);
        for (std::size_t count = left; count > 0; --count) {
            const std::size_t end = first + count < starts.size() ? starts[first + count] - 1 : normal.size();
            const std::string_view run = normal.substr(starts[first], end - starts[first]);
            if (run.size() < 3 || run == normal) continue;
            const auto known = lexicon::recognise(run, dictionary, {.correct_spelling = false});
            if (!known) continue;
            out.push_back(std::string(run).append(" (").append(known->inci).append(")"));
            first += count - 1;
            break;
        }
    }
    return out;
}

std::vector<std::string> new_words(const lexicon::Dictionary& dictionary, std::string_view normal) {
    std::vector<std::string> out;
    for (const std::string_view word : unique_words(normal.substr(0, std::min(normal.size(), longest)))) {
        if (word.find_first_of("()[]/,;") == word.npos && !dictionary.knows_word(word)) out.emplace_back(word);
    }
    return out;
}

}  // namespace incilint::cli
