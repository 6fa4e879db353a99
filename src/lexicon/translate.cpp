#include "lexicon/translate.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

namespace incilint::lexicon {
namespace {

/// Bytes of the longest name that is translated.
constexpr std::size_t longest_name = 200;

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// True where letters follow letters: what stands last in English may end a word ("kamillenextrakt") but begins none
/// ("suc de", no "sucros").
bool begins_word(std::string_view text, std::string_view rest) {
    const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
    return is_ascii(text) && is_letter(text.back()) && !rest.empty() && is_letter(rest.front());
}

/// A part of the name and where the English name has it.
struct Piece {
    std::string_view text;  ///< as the INCI name says it
    Structure::Place place = Structure::Place::here;
    bool foreign = false;
    std::size_t from = 0;  ///< where the part before it ends
};

constexpr int part_cost = 8;  ///< of a piece that is translated

/// Cuts a name into as few pieces as possible, from its start; only what can be reached is looked up.
class Cutting {
  public:
    /// `known`: what a word costs that known names hold.
    Cutting(std::string_view name, const Dictionary& dictionary, int known = part_cost + 1)
        : name_(name), dictionary_(dictionary), known_(known), pieces_(name.size() + 1) {
        std::fill_n(costs_.begin(), name.size() + 1, unreached);
    }

    /// The pieces in the order of the name; none where the name cannot be cut.
    [[nodiscard]] std::vector<Piece> run() {
        costs_[0] = 0;
        for (std::size_t at = 0; at < name_.size(); ++at) {
            if (costs_[at] != unreached) go_on(at);
        }
        std::vector<Piece> pieces;
        if (costs_[name_.size()] == unreached) return pieces;
        for (std::size_t at = name_.size(); at > 0; at = pieces_[at].from) pieces.push_back(pieces_[at]);
        std::reverse(pieces.begin(), pieces.end());
        return pieces;
    }

  private:
    static constexpr std::uint16_t unreached = std::numeric_limits<std::uint16_t>::max();

    void reach(std::size_t end, Piece part) {
        // Of as many parts, rather those that are translated: "zoete" stands in known names, too.
        const int more = part.text == " " ? 0 : part.foreign ? part_cost : known_;
        const auto cost = static_cast<std::uint16_t>(costs_[part.from] + more);
        if (cost >= costs_[end]) return;
        costs_[end] = cost;
        pieces_[end] = part;
    }

    void go_on(std::size_t at) {
        const char byte = name_[at];
        if (byte == ' ' || byte == '/') return reach(at + 1, {name_.substr(at, 1), Structure::Place::here, false, at});
        const std::size_t most = dictionary_.structure().most_abroad(name_.substr(at));
        for (std::size_t size = 1; size <= most; ++size) {
            // A part ends where a character does.
            if (at + size < name_.size() && (static_cast<unsigned char>(name_[at + size]) & 0xC0U) == 0x80U) continue;
            const std::string_view text = name_.substr(at, size);
            const auto found = dictionary_.structure().word_abroad(text);
            if (found && !(found->place == Structure::Place::last && begins_word(text, name_.substr(at + size)))) {
                reach(at + size, {found->text, found->place, found->text != text, at});
            }
        }
        if (at == 0 || name_[at - 1] == ' ' || name_[at - 1] == '/') {
            std::size_t end = at;
            while (end < name_.size() && name_[end] != ' ' && name_[end] != '/') ++end;
            const std::string_view word = name_.substr(at, end - at);
            if (is_ascii(word) && dictionary_.knows_word(word)) reach(end, {word, Structure::Place::here, false, at});
        }
        // "40", "c14": numbers stay as they are.
        std::size_t figure = at + (byte == 'c' ? 1 : 0);
        while (figure < name_.size() && is_digit(name_[figure])) ++figure;
        if (figure > at + (byte == 'c' ? 1 : 0)) {
            reach(figure, {name_.substr(at, figure - at), Structure::Place::here, false, at});
        }
    }

    std::string_view name_;
    const Dictionary& dictionary_;
    int known_;
    std::array<std::uint16_t, longest_name + 1> costs_;  ///< of the parts up to each place
    std::vector<Piece> pieces_;                          ///< that end there, where it is reached
};

/// The genus in front, if the piece names a plant.
std::string_view genus_in(std::string_view text, const Structure& structure) {
    const std::string_view word = text.substr(0, text.find(' '));
    return structure.is_genus(word) ? word : std::string_view();
}

/// "rosa centifolia rose oil": the plant is named twice, the second time by a word of every day, which is dropped; so
/// is the genus in front of the whole name ("citrus limon"). False where it is another plant's.
bool drop_second_plant(std::vector<Piece>& pieces, const Structure& structure) {
    std::string_view genus;
    Piece* bare = nullptr;  // the genus, as long as nothing follows it
    for (Piece& piece : pieces) {
        if (piece.text == "/") genus = {};
        if (piece.text == " " || piece.text.empty()) continue;
        const std::string_view own = genus_in(piece.text, structure);
        const bool whole = own.size() < piece.text.size();
        if (genus.empty() || own.empty()) {
            bare = genus.empty() && !own.empty() && !whole ? &piece : nullptr;
            if (genus.empty()) genus = own;
            continue;
        }
        // A Latin name may be cut into its words: the second of them is no plant's own name.
        if (!piece.foreign || !whole) continue;
        if (own != genus) return false;
        (bare != nullptr ? *bare : piece).text = {};
        bare = nullptr;
    }
    return true;
}

void append(std::string& to, std::string_view part) {
    if (part.empty() || part == " ") return;
    if (part != "/" && !to.empty() && to.back() != '/') to.push_back(' ');
    to += part;
}

/// The INCI name that the pieces say; empty where they say none.
std::string said(std::vector<Piece> pieces, const Dictionary& dictionary) {
    std::string out;
    if (!drop_second_plant(pieces, dictionary.structure())) return out;
    const auto foreign = [](const Piece& part) { return part.foreign; };
    const auto says = [](const Piece& part) { return part.text != " " && !part.text.empty(); };
    // "鼠李糖乳杆菌" is genus and species; "etherische lavendelolie" a known word that lost its adjective.
    const auto says_enough = [&](const Piece& part) {
        return part.text.find(' ', 1) != std::string_view::npos || (says(part) && !part.foreign);
    };
    // A single word of another language is a row's synonym, or nothing.
    if (std::none_of(pieces.begin(), pieces.end(), foreign)) return out;
    if (std::count_if(pieces.begin(), pieces.end(), says) < 2 &&
        std::none_of(pieces.begin(), pieces.end(), says_enough)) {
        return out;
    }
    const auto append_all = [&](auto begin, auto end, Structure::Place place) {
        for (auto part = begin; part != end; ++part) {
            if (part->place == place) append(out, part->text);
        }
    };
    append_all(pieces.begin(), pieces.end(), Structure::Place::first);
    append_all(pieces.begin(), pieces.end(), Structure::Place::here);
    append_all(pieces.rbegin(), pieces.rend(), Structure::Place::last);
    return out;
}

/// A word of a row's foreign synonym was taken for English where its own parts are translated, too: "laurilsulfato".
bool may_be_cut(const std::vector<Piece>& pieces) {
    constexpr std::size_t shortest = 8;
    return std::any_of(pieces.begin(), pieces.end(),
                       [](const Piece& piece) { return !piece.foreign && piece.text.size() >= shortest; });
}

}  // namespace

std::string translated(std::string_view normal, const Dictionary& dictionary) {
    if (normal.empty() || normal.size() > longest_name) return {};
    std::vector<Piece> pieces = Cutting(normal, dictionary).run();
    const bool again = may_be_cut(pieces);
    std::string out = said(std::move(pieces), dictionary);
    if (out.empty() || !again || dictionary.find(out) || dictionary.structure().knows(out)) return out;
    constexpr int dearer = 2 * part_cost + 1;
    std::string other = said(Cutting(normal, dictionary, dearer).run(), dictionary);
    return other.empty() ? out : other;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; });
}

std::string acid_last(std::string_view name) {
    constexpr std::array<std::string_view, 6> counts = {"di", "hexa", "penta", "sesqui", "tetra", "tri"};
    std::string_view rest = name;
    const auto next = [&rest] {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        return word;
    };
    std::string acid(next());
    if (std::ranges::find(counts, acid) != counts.end()) acid += next();
    if (rest.empty() || !acid.ends_with("ate")) return {};
    return std::string(rest).append(1, ' ').append(acid);
}

}  // namespace incilint::lexicon
