#include "scan/unknown.h"

#include <algorithm>

#include "base/near.h"
#include "base/text.h"

namespace incilint::scan {
namespace {

constexpr std::size_t shortest = 4;
constexpr std::size_t longest = 120;
// Triples that stand in more names than this say nothing of any one.
constexpr std::size_t common_triple = 4000;
// Names whose edits are counted for one question.
constexpr std::size_t most_compared = 24;
// Names behind this many are rare: nobody looks for their neighbours by hand.
constexpr std::size_t most_explained = 1000;
constexpr std::size_t most_near = 3;

std::uint32_t triple_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    return byte(at) << 16U | byte(at + 1) << 8U | byte(at + 2);
}

/// A cell of a TSV: tabs and line ends would end it, semicolons would make two names of one.
std::string cell(std::string_view name) {
    std::string out(name);
    for (char& c : out)
        if (c == '\t' || c == '\n' || c == '\r') c = ' ';
    return out;
}

}  // namespace

NearNames::NearNames(const lexicon::Dictionary& dictionary) : dictionary_(dictionary) {
    for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
        const lexicon::IngredientId id{i};
        for (const std::string_view normal : dictionary.names(id)) {
            if (normal.size() < shortest || normal.size() > longest) continue;
            const auto index = static_cast<std::uint32_t>(names_.size());
            names_.push_back({normal, id});
            for (std::size_t at = 0; at + 3 <= normal.size(); ++at) {
                auto& holders = holders_[triple_at(normal, at)];
                if (holders.empty() || holders.back() != index) holders.push_back(index);
            }
        }
    }
    shared_.resize(names_.size());
}

std::vector<std::string_view> NearNames::near(std::string_view name, std::size_t most) {
    const std::string normal = dictionary_.normal(name);
    std::vector<std::string_view> out;
    if (normal.size() < shortest || normal.size() > longest) return out;
    std::vector<std::uint32_t> touched;
    for (std::size_t at = 0; at + 3 <= normal.size(); ++at) {
        const auto found = holders_.find(triple_at(normal, at));
        if (found == holders_.end() || found->second.size() > common_triple) continue;
        for (const std::uint32_t index : found->second)
            if (shared_[index]++ == 0) touched.push_back(index);
    }
    struct Near {
        std::size_t edits = 0;
        std::uint32_t index = 0;
    };
    const std::size_t compared = std::min(most_compared, touched.size());
    std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(compared), touched.end(),
                      [this](std::uint32_t a, std::uint32_t b) {
                          return shared_[a] != shared_[b] ? shared_[a] > shared_[b] : a < b;
                      });
    // Half the letters may differ in a long name: a person judges, and is shown why it is asked.
    const std::size_t limit = std::max<std::size_t>(2, normal.size() / 3);
    std::vector<Near> near;
    for (std::size_t i = 0; i < compared; ++i) {
        const std::size_t edits = base::edit_distance(normal, names_[touched[i]].normal, limit);
        if (edits <= limit) near.push_back({edits, touched[i]});
    }
    for (const std::uint32_t index : touched) shared_[index] = 0;
    std::ranges::stable_sort(near, {}, &Near::edits);
    for (const Near& one : near) {
        const std::string_view inci = dictionary_.inci(names_[one.index].id);
        if (std::find(out.begin(), out.end(), inci) == out.end()) out.push_back(inci);
        if (out.size() == most) break;
    }
    return out;
}

std::string unknown_names(const NameCounts& unknown, const lexicon::Dictionary& dictionary) {
    std::string out =
        "# Names that nothing knew, the most frequent first. Write into `classes` what each is, delete what is no\n"
        "# ingredient, and scan again with --data and this file. A name that is another spelling of a known one: put\n"
        "# the known name into `inci` and this one into `synonyms`.\n"
        "inci\tsynonyms\tclasses\n";
    NearNames near(dictionary);
    std::size_t rank = 0;
    for (const auto& [name, count] : unknown.top(unknown.size())) {
        const std::string inci = cell(name);
        if (base::trim(inci).empty() || inci.starts_with('#')) continue;
        out.append("# ").append(std::to_string(count)).append(count == 1 ? " time" : " times");
        if (++rank <= most_explained) {
            std::string list;
            for (const std::string_view known : near.near(name, most_near))
                list.append(list.empty() ? "; near: " : ", ").append(known);
            out.append(list);
        }
        out.append("\n").append(inci).append("\t\t\n");
    }
    if (unknown.beyond() > 0)
        out.append("# and ").append(std::to_string(unknown.beyond())).append(" more, each rare or no name\n");
    return out;
}

}  // namespace incilint::scan
