#include "generator.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "names.h"
#include "random.h"

namespace incilint::bench {
namespace {

/// What shops' labels are like: shares of labels, unless said otherwise.
namespace share {
constexpr double without_list = 0.018;
constexpr double prose_before = 0.27;     // lines of praise, then the list
constexpr double sentence_behind = 0.14;  // "Free of …", a legend
constexpr double marked = 0.065;          // stars at some names, and their legend
constexpr double stated_percents = 0.02;  // actives with their percent in the list
constexpr double kit = 0.03;              // a second list under a heading
constexpr double heading = 0.03;          // "Ingredients:"
constexpr double may_contain = 0.019;
constexpr double small_letters = 0.05;
constexpr double capitals = 0.007;
constexpr double blank_before_comma = 0.08;
constexpr double semicolons = 0.01;
constexpr double no_separator = 0.012;
constexpr double no_blank = 0.02;
constexpr double broken_line = 0.004;  // a line break inside the list
constexpr double full_stop = 0.56;
constexpr double enormous = 0.006;  // up to twenty lists in one field
// of names; the first three by the habit of the ingredient
constexpr double in_brackets = 0.38;  // "Butyrospermum Parkii Butter (Shea Butter)"
constexpr double with_slash = 0.01;   // "Aqua/Water", beside the slashes of INCI names themselves
constexpr double synonym = 0.14;      // "Water"
constexpr double habitual = 0.8;      // how often the habit is kept
constexpr double misspelt = 0.008;
constexpr double nobody_knows = 0.0075;
constexpr double built = 0.004;  // a ferment of something, which no dictionary lists
}  // namespace share

/// Names a label, at twelve points of its distribution.
constexpr std::array<double, 12> name_counts = {1, 7, 12, 17, 21, 25, 29, 33, 37, 42, 52, 96};
constexpr std::array<double, 12> name_points = {0, 0.03, 0.10, 0.19, 0.29, 0.39, 0.50, 0.62, 0.72, 0.82, 0.91, 1};

constexpr std::array<std::string_view, 14> subjects = {
    "Hyaluronic Acid", "Vitamin C", "Shea Butter", "Niacinamide",     "Green Tea Extract", "Peptides",  "Squalane",
    "Ceramides",       "Aloe Vera", "Rosehip Oil", "Probiotic Blend", "Caffeine",          "Argan Oil", "Oat Extract"};
constexpr std::array<std::string_view, 16> praise = {"Hydrates and plumps the skin.",
                                                     "Helps to soothe the look of redness.",
                                                     "Softens dry, rough patches overnight.",
                                                     "Supports the skin's natural barrier.",
                                                     "Brightens for an even, radiant tone.",
                                                     "Known to nourish and protect from daily stress.",
                                                     "Visibly smooths fine lines and wrinkles.",
                                                     "Leaves hair silky, shiny and easy to comb.",
                                                     "Draws moisture in and locks it there all day.",
                                                     "Clears pores without drying.",
                                                     "Refreshes, tones and balances oily zones.",
                                                     "A gentle, plant-based cleanser for sensitive skin.",
                                                     "Delivers antioxidants – defends against pollution.",
                                                     "Firms and lifts for a youthful contour.",
                                                     "Calms itching and the feeling of tightness.",
                                                     "Rich in fatty acids, 98% of natural origin."};
constexpr std::array<std::string_view, 8> behind = {"Free of parabens, sulfates and phthalates.",
                                                    "This formula is vegan, cruelty-free and dermatologist tested.",
                                                    "Ingredients may change: please read the package before use.",
                                                    "For external use only. Keep out of reach of children.",
                                                    "Made without silicones, mineral oil, or synthetic dyes.",
                                                    "Suitable for all skin types.",
                                                    "97% of the ingredients are of natural origin.",
                                                    "Recyclable bottle."};
constexpr std::array<std::string_view, 6> inventions = {"Renewal Complex", "Botanical Blend", "Marine Essence",
                                                        "Active Matrix",   "Glow Infusion",   "Bio-Repair Factor"};
constexpr std::array<std::string_view, 10> kinds = {"shampoo",     "face cream", "cleanser", "body lotion", "serum",
                                                    "conditioner", "sunscreen",  "mask",     "shower gel",  "lip balm"};
constexpr std::array<std::string_view, 8> makers = {"Nordlicht", "Maren & Sons", "Oleander",  "Casa Brisa",
                                                    "Tamarack",  "Pétale",       "Kumo Labs", "Plain Jar"};

template <std::size_t N>
std::string_view one_of(const std::array<std::string_view, N>& words, Random& random) {
    return words[random.below(N)];
}

}  // namespace

class Generator::Maker {
  public:
    Maker(const lexicon::Dictionary& dictionary, std::uint64_t seed) : names_(dictionary), random_{seed} {}

    std::string plain() {
        std::string out;
        for (const std::size_t rank : draw_list()) {
            if (!out.empty()) out += ", ";
            out += names_.inci(rank);
        }
        return out;
    }

    std::string realistic() {
        std::string out;
        if (random_.chance(share::without_list)) {
            add_praise(out);
            return out;
        }
        if (random_.chance(share::prose_before)) {
            add_praise(out);
            out += random_.chance(0.8) ? "\n\n" : "\n";
        }
        const bool kit = random_.chance(share::kit);
        if (kit)
            out += std::string(one_of(kinds, random_)) + ": ";
        else if (random_.chance(share::heading))
            out += "Ingredients: ";
        const std::size_t lists = random_.chance(share::enormous) ? 8 + random_.below(12) : 1;
        for (std::size_t i = 0; i < lists; ++i) {
            if (i > 0) out += ".\n\n" + std::string(one_of(subjects, random_)) + ": ";
            add_list(out);
        }
        if (kit) {
            out += ".\n" + std::string(one_of(kinds, random_)) + ": ";
            add_list(out);
        }
        if (random_.chance(share::may_contain)) out += ". May contain: CI 77891 (Titanium Dioxide), CI 77491, Mica";
        if (random_.chance(share::full_stop)) out += ".";
        if (random_.chance(share::sentence_behind)) out.append(" ").append(one_of(behind, random_));
        return out;
    }

    /// A row behind the two columns that both catalogs have.
    void row(std::string& out, std::size_t number, bool realistic_label) {
        const std::string label = realistic_label ? realistic() : plain();
        out += "SKU-" + std::to_string(1000000 + number) + ",";
        out.append(one_of(makers, random_)).append(" ").append(one_of(kinds, random_));
        out += " " + std::to_string(random_.below(400)) + " ml,\"";
        for (const char c : label) out.append(c == '"' ? 2 : 1, c);
        out += "\"\n";
    }

  private:
    std::size_t list_length() {
        const double u = random_.unit();
        std::size_t i = 1;
        while (name_points[i] < u) ++i;
        const double part = (u - name_points[i - 1]) / (name_points[i] - name_points[i - 1]);
        return static_cast<std::size_t>(0.5 + name_counts[i - 1] + part * (name_counts[i] - name_counts[i - 1]));
    }

    /// Ranks of different names; the commonest first, as the order of amounts has it.
    std::vector<std::size_t> draw_list() {
        const std::size_t wanted = list_length();
        std::vector<std::size_t> out;
        for (std::size_t tries = 0; out.size() < wanted && tries < wanted * 20; ++tries) {
            const std::size_t rank = names_.draw(random_);
            if (std::find(out.begin(), out.end(), rank) == out.end()) out.push_back(rank);
        }
        const auto water = std::find(out.begin(), out.end(), std::size_t{0});
        if (water != out.end()) std::iter_swap(out.begin(), water);
        return out;
    }

    void add_praise(std::string& out) {
        const std::size_t lines = 1 + random_.below(7);
        const bool dashes = random_.chance(0.85);
        for (std::size_t i = 0; i < lines; ++i) {
            if (i > 0) out += '\n';
            if (dashes) out += '-';
            out.append(one_of(subjects, random_)).append(": ").append(one_of(praise, random_));
            if (random_.chance(0.3)) out.append(" ").append(one_of(praise, random_));
        }
    }

    std::string misspelt(std::string name) {
        if (name.size() < 5) return name;
        const std::size_t at = 1 + random_.below(name.size() - 3);
        switch (random_.below(4)) {
            case 0:
                std::swap(name[at], name[at + 1]);
                break;
            case 1:
                name.erase(at, 1);
                break;
            case 2:
                name.insert(at, 1, name[at]);
                break;
            default:
                name[at] = static_cast<char>('a' + random_.below(26));
                break;
        }
        return name;
    }

    std::string unknown_name() {
        if (random_.chance(0.5)) return std::string(one_of(inventions, random_));
        const std::string_view a = names_.inci(random_.below(names_.size()));
        const std::string_view b = names_.inci(random_.below(names_.size()));
        return std::string(a.substr(0, a.find(' '))) + " " + std::string(b.substr(b.rfind(' ') + 1)) + " Complex";
    }

    std::string printed(std::size_t rank) {
        const std::string inci(names_.inci(rank));
        if (random_.chance(share::nobody_knows)) return unknown_name();
        if (random_.chance(share::misspelt)) return misspelt(inci);
        if (random_.chance(share::built))
            return "Lactobacillus/" + inci.substr(0, inci.find(' ')) + " Ferment Filtrate";
        // Habit decides: Shea Butter stands in brackets nearly always, Glycerin never.
        const double habit = Random{rank}.unit();
        double limit = share::in_brackets;
        const bool brackets = habit < limit;
        const bool slash = !brackets && habit < (limit += share::with_slash);
        const bool alone = !brackets && !slash && habit < limit + share::synonym;
        if (!(brackets || slash || alone) || !random_.chance(share::habitual)) return inci;
        const std::string other = names_.synonym(rank, random_);
        if (other.empty()) return inci;
        return brackets ? inci + " (" + other + ")" : slash ? inci + "/" + other : other;
    }

    void add_list(std::string& out) {
        const std::size_t begin = out.size();
        std::string separator = ", ";
        const double kind = random_.unit();
        double limit = share::blank_before_comma;
        if (kind < limit)
            separator = " , ";
        else if (kind < (limit += share::semicolons))
            separator = "; ";
        else if (kind < (limit += share::no_separator))
            separator = " ";
        else if (kind < (limit += share::no_blank))
            separator = ",";
        const bool marks = random_.chance(share::marked);
        const bool percents = random_.chance(share::stated_percents);
        const auto ranks = draw_list();
        const std::size_t broken_at = random_.chance(share::broken_line) ? 1 + random_.below(ranks.size() + 1) : 0;
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            if (i > 0) out += i == broken_at ? ",\n" : separator;
            out += printed(ranks[i]);
            if (marks && random_.chance(0.3)) out += '*';
            if (percents && i < 3) out += " " + std::to_string(1 + random_.below(9)) + "%";
        }
        if (random_.chance(share::small_letters))
            change_case(out, begin, 'A', 'a' - 'A');
        else if (random_.chance(share::capitals))
            change_case(out, begin, 'a', 'A' - 'a');
        if (marks) out += ". *Certified organic";
    }

    static void change_case(std::string& text, std::size_t from, char first, int by) {
        for (std::size_t i = from; i < text.size(); ++i)
            if (text[i] >= first && text[i] < first + 26) text[i] = static_cast<char>(text[i] + by);
    }

    Names names_;
    Random random_;
};

Generator::Generator(const lexicon::Dictionary& dictionary, std::uint64_t seed)
    : maker_(std::make_unique<Maker>(dictionary, seed)) {}
Generator::~Generator() = default;

std::string Generator::plain() {
    return maker_->plain();
}
std::string Generator::realistic() {
    return maker_->realistic();
}
void Generator::row(std::string& out, std::size_t number, bool realistic_label) {
    maker_->row(out, number, realistic_label);
}

}  // namespace incilint::bench
