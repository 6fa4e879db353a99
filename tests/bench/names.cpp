#include "names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace incilint::bench {
namespace {

// What most formulas are made of; the ranks behind these are shuffled.
constexpr std::array<std::string_view, 120> common = {"Aqua",
                                                      "Glycerin",
                                                      "Phenoxyethanol",
                                                      "Parfum",
                                                      "Butylene Glycol",
                                                      "Citric Acid",
                                                      "Tocopherol",
                                                      "Ethylhexylglycerin",
                                                      "Disodium EDTA",
                                                      "Xanthan Gum",
                                                      "Sodium Hyaluronate",
                                                      "Potassium Sorbate",
                                                      "Sodium Benzoate",
                                                      "Dimethicone",
                                                      "Caprylic/Capric Triglyceride",
                                                      "Caprylyl Glycol",
                                                      "Sodium Hydroxide",
                                                      "Tocopheryl Acetate",
                                                      "Limonene",
                                                      "Linalool",
                                                      "Carbomer",
                                                      "Cetearyl Alcohol",
                                                      "Propanediol",
                                                      "Panthenol",
                                                      "CI 77891",
                                                      "Squalane",
                                                      "1,2-Hexanediol",
                                                      "Sodium Chloride",
                                                      "Glyceryl Stearate",
                                                      "Butyrospermum Parkii Butter",
                                                      "Pentylene Glycol",
                                                      "Silica",
                                                      "Helianthus Annuus Seed Oil",
                                                      "Camellia Sinensis Leaf Extract",
                                                      "Polysorbate 20",
                                                      "Stearic Acid",
                                                      "Mica",
                                                      "Niacinamide",
                                                      "Aloe Barbadensis Leaf Juice",
                                                      "Allantoin",
                                                      "Lecithin",
                                                      "Cetyl Alcohol",
                                                      "Cyclopentasiloxane",
                                                      "Alcohol Denat.",
                                                      "Citronellol",
                                                      "Geraniol",
                                                      "Lactic Acid",
                                                      "Propylene Glycol",
                                                      "Chlorphenesin",
                                                      "Betaine",
                                                      "Acrylates/C10-30 Alkyl Acrylate Crosspolymer",
                                                      "Simmondsia Chinensis Seed Oil",
                                                      "Adenosine",
                                                      "Caffeine",
                                                      "BHT",
                                                      "Benzyl Alcohol",
                                                      "Methylparaben",
                                                      "PEG-100 Stearate",
                                                      "Salicylic Acid",
                                                      "Sodium PCA",
                                                      "Polysorbate 60",
                                                      "CI 77499",
                                                      "CI 77491",
                                                      "CI 77492",
                                                      "Sodium Citrate",
                                                      "Maltodextrin",
                                                      "Hydrogenated Lecithin",
                                                      "Dipropylene Glycol",
                                                      "Trehalose",
                                                      "Rosmarinus Officinalis Leaf Extract",
                                                      "Glycyrrhiza Glabra Root Extract",
                                                      "Arginine",
                                                      "Ceramide NP",
                                                      "Citral",
                                                      "Triethanolamine",
                                                      "Sodium Laureth Sulfate",
                                                      "Cocamidopropyl Betaine",
                                                      "Sodium Lauryl Sulfate",
                                                      "Decyl Glucoside",
                                                      "Coco-Glucoside",
                                                      "Behenyl Alcohol",
                                                      "C12-15 Alkyl Benzoate",
                                                      "Ascorbic Acid",
                                                      "Bisabolol",
                                                      "Glycolic Acid",
                                                      "Sorbitol",
                                                      "Leuconostoc/Radish Root Ferment Filtrate",
                                                      "Olea Europaea Fruit Oil",
                                                      "Cocos Nucifera Oil",
                                                      "Persea Gratissima Oil",
                                                      "Zinc Oxide",
                                                      "Kaolin",
                                                      "Lavandula Angustifolia Oil",
                                                      "Palmitic Acid",
                                                      "Sodium Phytate",
                                                      "Hexyl Cinnamal",
                                                      "CI 19140",
                                                      "CI 42090",
                                                      "Hydroxyethylcellulose",
                                                      "Ethylhexyl Palmitate",
                                                      "Cholesterol",
                                                      "PEG-40 Hydrogenated Castor Oil",
                                                      "Dipotassium Glycyrrhizate",
                                                      "Inulin",
                                                      "Lactobacillus Ferment",
                                                      "Saccharomyces Ferment Filtrate",
                                                      "Alpha-Glucan Oligosaccharide",
                                                      "Isododecane",
                                                      "Isopropyl Myristate",
                                                      "Sorbitan Olivate",
                                                      "Cetearyl Olivate",
                                                      "Tetrasodium EDTA",
                                                      "Petrolatum",
                                                      "Cera Alba",
                                                      "Urea",
                                                      "Centella Asiatica Extract",
                                                      "Calendula Officinalis Flower Extract",
                                                      "Chamomilla Recutita Flower Extract",
                                                      "Polyquaternium-7",
                                                      "Benzyl Salicylate"};

// Which share of all entries the most frequent names make up.
struct Share {
    double ranks;
    double of_entries;
};
constexpr std::array<Share, 9> curve = {{{1, 0.022},
                                         {10, 0.14},
                                         {30, 0.29},
                                         {100, 0.50},
                                         {300, 0.67},
                                         {1000, 0.845},
                                         {3000, 0.955},
                                         {6000, 0.985},
                                         {20000, 1.0}}};

/// Normal forms are small letters; labels print capitals at the beginning of words.
std::string titled(std::string_view normal) {
    std::string out(normal);
    bool begins = true;
    for (char& c : out) {
        if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        begins = c == ' ' || c == '/' || c == '-';
    }
    return out;
}

}  // namespace

Names::Names(const lexicon::Dictionary& dictionary) : dictionary_(dictionary) {
    std::unordered_set<lexicon::IngredientId> taken;
    for (const std::string_view name : common) {
        const auto hit = dictionary.find(dictionary.normal(name));
        if (hit && taken.insert(hit->id).second) ranked_.push_back(hit->id);
    }
    const std::size_t fixed = ranked_.size();
    for (std::size_t id = 0; id < dictionary.size(); ++id)
        if (const auto one = static_cast<lexicon::IngredientId>(id); !taken.contains(one)) ranked_.push_back(one);
    Random random{20261126};
    for (std::size_t i = ranked_.size() - 1; i > fixed; --i)
        std::swap(ranked_[i], ranked_[fixed + random.below(i - fixed + 1)]);
}

std::string Names::synonym(std::size_t rank, Random& random) const {
    // Shops print one synonym nearly always, and rarely one with signs beyond ASCII.
    const auto plain = [](std::string_view name) {
        return name.find('(') == name.npos && std::none_of(name.begin(), name.end(), [](char c) { return c < 0; });
    };
    const auto names = dictionary_.names(ranked_[rank]);
    if (names.size() < 2) return {};
    if (random.chance(0.97)) {
        const auto first = std::find_if(names.begin() + 1, names.end(), plain);
        return first == names.end() ? std::string() : titled(*first);
    }
    return titled(names[1 + random.below(names.size() - 1)]);
}

std::size_t Names::draw(Random& random) const {
    const double u = random.unit();
    Share low{0.5, 0};
    for (const Share high : curve) {
        if (u >= high.of_entries) {
            low = high;
            continue;
        }
        const double part = (u - low.of_entries) / (high.of_entries - low.of_entries);
        const double rank = low.ranks * std::pow(high.ranks / low.ranks, part);
        return std::min(static_cast<std::size_t>(rank), ranked_.size() - 1);
    }
    return ranked_.size() - 1;
}

}  // namespace incilint::bench
