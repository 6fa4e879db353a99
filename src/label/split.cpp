#include "label/split.h"

#include <algorithm>
#include <iterator>

#include "label/cut.h"
#include "label/openings.h"

namespace incilint::label {
namespace {

// Scores of a cell that is a name of its own …
constexpr double known_alone = worth_of_known_name;
constexpr double unknown_alone = 0.5;
constexpr double number_alone = -6;    // "1" of "1, 2-Hexanediol"
constexpr double head_alone = -5;      // "Extract"
constexpr double fragment_alone = -4;  // "Sodium"
// … and of neighbours that are one name.
constexpr double known_joined = 9;      // the most
constexpr double wrapped_joined = 1.5;  // unknown, but only a line end stands between
constexpr double locant_joined = 3;
// What a name pays for a separator within it.
constexpr double cost_of_line = 0.5;
constexpr double cost_of_stop = 3;
constexpr double cost_of_sign = 5;
constexpr double cost_of_paragraph = 4;
constexpr std::uint32_t longest_join = 4;  // cells
static_assert(worth_over_commas[0] == known_joined - cost_of_sign &&
              worth_over_commas[0] > locant_joined - cost_of_sign);
static_assert(worth_over_commas[1] == known_joined - 2 * cost_of_sign &&
              std::size(worth_over_commas) + 1 == longest_join);

class Joiner {
  public:
    Joiner(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t last)
        : reading_(reading), tokens_(reading.tokens), knowledge_(knowledge), first_(first), last_(last) {
        for (std::uint32_t i = first; i < last; ++i) {
            hard_ += cell(i).hard_before ? 1 : 0;
            lines_ += cell(i).before == Break::line && !cell(i).hard_before ? 1 : 0;
        }
    }

    [[nodiscard]] std::optional<double> alone(std::uint32_t i) {
        std::vector<CutPiece> pieces;
        if (cut_cell(reading_, knowledge_, cell(i), pieces) != 1) return std::nullopt;
        return score_alone(i, false);
    }

    base::LongVector<Name> run() {
        const std::uint32_t count = last_ - first_;
        base::LongVector<Place> places(count + 1);
        std::vector<CutPiece> alone;  // the pieces of each cell on its own
        alone.reserve(count + 8);
        for (std::uint32_t i = 0; i < count; ++i) {
            places[i].begins = alone.size();
            const std::size_t pieces = cut_cell(reading_, knowledge_, cell(first_ + i), alone);
            places[i].worth = score_alone(first_ + i, pieces > 1);
        }
        places[count].begins = alone.size();
        search(places);
        // Backwards along the best way each place learns where its name ends.
        for (std::uint32_t at = count; at > 0; at = places[at].from) places[places[at].from].ends = at;
        base::LongVector<Name> names;
        names.reserve(alone.size());
        for (std::uint32_t at = 0; at < count; at = places[at].ends) {
            const std::uint32_t end = places[at].ends;
            if (end == at + 1) {
                const std::uint32_t framed = own_bracket(first_ + at) ? 1 : 0;
                for (std::size_t piece = places[at].begins; piece < places[end].begins; ++piece)
                    names.push_back({alone[piece].first + framed, alone[piece].last - framed, first_ + at,
                                     alone[piece].missing, false});
            } else {
                names.push_back({cell(first_ + at).first, cell(first_ + end - 1).last, first_ + at, false, true});
            }
        }
        return names;
    }

  private:
    [[nodiscard]] const Cell& cell(std::uint32_t i) const { return reading_.cells[i]; }

    /// What is known in front of a cell, and behind the last one.
    struct Place {
        double best = -1e18;     ///< the most that the names before it can be worth …
        double worth = 0;        ///< of the cell on its own
        std::size_t begins = 0;  ///< the first piece of the cell on its own
        std::uint32_t from = 0;  ///< … where the last of them begins
        std::uint32_t ends = 0;  ///< where the best name that begins here ends
    };

    static void take(base::LongVector<Place>& places, std::uint32_t at, std::uint32_t to, double score) {
        const double sum = places[at].best + score;
        if (sum > places[to].best) {
            places[to].best = sum;
            places[to].from = at;
        }
    }

    /// The best way over all places: cells on their own, or joined ones.
    void search(base::LongVector<Place>& places) {
        const auto count = static_cast<std::uint32_t>(places.size() - 1);
        places[0].best = 0;
        static_assert(known_joined < 2 * known_alone);
        std::uint32_t weak = 0;  // the next cell that is no known name, as far as it was looked for
        for (std::uint32_t i = 0; i < count; ++i) {
            take(places, i, i + 1, places[i].worth);
            // Among known names no joined one could be worth more, which is nearly everywhere.
            if (weak < i) weak = i;
            while (weak < count && weak < i + longest_join && places[weak].worth >= known_alone) ++weak;
            if (weak >= std::min(count, i + longest_join)) continue;
            double cost = 0;
            double apart = places[i].worth;
            for (std::uint32_t j = i + 1; j < count && j < i + longest_join; ++j) {
                const double step = cost_between(first_ + j);
                if (step < 0) break;
                cost += step;
                apart += places[j].worth;
                // Even a known name would be worth less than its cells: the dictionary need not be asked.
                if (known_joined - cost < apart) continue;
                const double score = score_joined(first_ + i, first_ + j);
                if (score > 0) take(places, i, j + 1, score - cost);
            }
        }
    }

    [[nodiscard]] double score_alone(std::uint32_t i, bool was_cut) {
        if (was_cut || (knowledge_.knows(cell(i)) && !only_heads(i))) return known_alone;
        bool number = true;
        bool head = true;
        std::uint32_t words = 0;
        for (std::uint32_t t = cell(i).first; t < cell(i).last; ++t) {
            const Token& token = tokens_[t];
            if (token.has(silent)) continue;
            if (token.kind == TokenKind::word) {
                number = false;
                head = head && (token.has(head_noun) || token.has(abbreviation));  // "Alcohol, Denat."
                ++words;
            }
            if (token.kind == TokenKind::number) head = false;
        }
        if (number) return number_alone;
        const Token& first = tokens_[cell(i).first];
        if ((head && words <= 2) || (first.kind == TokenKind::open && !name_in_bracket(i))) return head_alone;
        if (tokens_[cell(i).last - 1].kind == TokenKind::dash) return fragment_alone;
        return knowledge_.begins_name(cell(i).first, cell(i).last) ? fragment_alone : unknown_alone;
    }

    /// Names in Han begin with brackets, and few others that are called so: "(Sunflower) Seed Oil" is the rest of one.
    [[nodiscard]] bool name_in_bracket(std::uint32_t i) {
        if (cell(i).size() > 1 && tokens_[cell(i).first + 1].is(ideographic)) return true;
        return knowledge_.identity(cell(i).first, cell(i).last).starts_with('(');
    }
    /// "Glycerin, [Phenoxyethanol], Parfum": nothing but a bracket, and the name in it is another than the one before.
    [[nodiscard]] bool own_bracket(std::uint32_t i) {
        const Cell& here = cell(i);
        if (tokens_[here.first].kind != TokenKind::open || reading_.partner[here.first] != here.last - 1) return false;
        if (i == 0 || !here.hard_before || here.size() < 3 || reading_.text[tokens_[here.first].from] != '[')
            return false;
        const std::string_view who = knowledge_.identity(here.first + 1, here.last - 1);
        return !who.empty() && !knowledge_.is_vague(here.first + 1) &&
               who != knowledge_.identity(cell(i - 1).first, cell(i - 1).last);
    }
    /// "Butter" behind a line end: it ends names and is none.
    [[nodiscard]] bool only_heads(std::uint32_t i) {
        if (tokens_[cell(i).first].kind == TokenKind::open && reading_.partner[cell(i).first] != none)
            return !name_in_bracket(i) && !own_bracket(i);
        const Seen& seen = cell(i).seen;
        if (seen.kind(TokenKind::word) && !seen.note(head_noun) && !seen.note(silent)) return false;
        for (std::uint32_t at = cell(i).first; at < cell(i).last; ++at) {
            const Token& token = tokens_[at];
            if (!token.has(silent) && token.kind == TokenKind::word && !token.has(head_noun)) return false;
        }
        return true;
    }

    /// The price of a name that goes on over the separator before cell `i`; negative where none can.
    [[nodiscard]] double cost_between(std::uint32_t i) const {
        const Cell& next = cell(i);
        if (next.group_part != cell(i - 1).group_part) return -1;
        double cost = 0;
        switch (next.before) {
            case Break::comma:
            case Break::semicolon:
            case Break::pipe:
            case Break::bullet:
                cost = locant(i) ? 0 : cost_of_sign;
                break;
            case Break::line:
                cost = (next.bullet_line ? cost_of_sign : cost_of_line) +
                       (next.hard_before && !locant(i) ? cost_of_sign : 0);
                break;
            case Break::stop:
            case Break::tight:
                cost = cost_of_stop + (next.hard_before ? cost_of_sign : 0);
                break;
            case Break::paragraph:
                cost = cost_of_paragraph;
                break;
            default:
                return -1;
        }
        return cost;
    }

    /// "1, | 2-Hexanediol", "Diethylhexyl 2, | 6 Naphthalate"
    [[nodiscard]] bool locant(std::uint32_t i) const {
        const Token& left = tokens_[cell(i - 1).last - 1];
        const Token& right = tokens_[cell(i).first];
        const bool digits = left.kind == TokenKind::number && right.kind == TokenKind::number &&
                            left.to - left.from == 1 && right.to - right.from == 1;
        if (digits && cell(i).size() > 1 && tokens_[cell(i).first + 1].gap != Gap::none &&
            !knowledge_.knows(cell(i - 1)) && !knowledge_.knows(cell(i))) {
            return true;
        }
        return tokens_[cell(i - 1).last - 1].kind == TokenKind::number &&
               tokens_[cell(i).first].kind == TokenKind::number &&
               (cell(i - 1).size() == 1 || tokens_[cell(i - 1).last - 2].kind == TokenKind::dash);
    }

    [[nodiscard]] double score_joined(std::uint32_t i, std::uint32_t j) {
        const std::uint32_t from = cell(i).first;
        const std::uint32_t to = cell(j).last;
        // Where every part is a name, the parts are the better reading and the joined name need not be asked for.
        bool all_known = true;
        for (std::uint32_t k = i; k <= j; ++k) all_known = all_known && !only_heads(k) && knowledge_.knows(cell(k));
        if (all_known || holds_strange_word(i, j)) return 0;
        // "Dimethicone Crosspolymer, Ammonium": a cation behind a separator begins the next salt.
        if (cell(j).size() == 1 && cell(j).hard_before && knowledge_.is_cation(cell(j).first)) return 0;
        if (knowledge_.knows(from, to)) return adds_nothing(i, j) ? 0 : known_joined;
        if (j != i + 1) return 0;
        if (locant(j)) return locant_joined;
        // A line end alone wraps a name where the list has other separators.
        const bool wrapped =
            cell(j).before == Break::line && !cell(j).hard_before && !cell(j).bullet_line && hard_ > lines_;
        return wrapped ? wrapped_joined : 0;
    }

    /// Two cells with a sign between them, the first of which begins no name, and some word of them occurs in none:
    /// what the sign broke is a word beside it, and the whole would have to be known. Words in brackets and those that
    /// hold a hyphen or a number prove nothing.
    [[nodiscard]] bool holds_strange_word(std::uint32_t i, std::uint32_t j) {
        if (j != i + 1 || !cell(j).hard_before || locant(j)) return false;
        const auto whole = [&](std::uint32_t at) {
            const Token& token = tokens_[at];
            const bool goes_on =
                at + 1 < tokens_.size() && tokens_[at + 1].gap == Gap::none && in_word(tokens_[at + 1]);
            const bool began = token.gap == Gap::none && at > 0 && in_word(tokens_[at - 1]);
            return token.kind == TokenKind::word && !token.is(has_digit) && !began && !goes_on;
        };
        const auto strange = [&](std::uint32_t from, std::uint32_t to) {
            std::uint32_t depth = 0;
            for (std::uint32_t at = from; at < to; ++at) {
                if (tokens_[at].kind == TokenKind::open) ++depth;
                if (tokens_[at].kind == TokenKind::close && depth > 0) --depth;
                if (depth == 0 && whole(at) && !knowledge_.knows_word(at)) return true;
            }
            return false;
        };
        const std::uint32_t end = cell(i).last;
        if (strange(cell(i).first, end - 1) || strange(cell(j).first + 1, cell(j).last))
            return !knowledge_.begins_name(cell(i).first, end);
        // The word that the sign broke is the last one in front of it: then a known word begins so.
        return strange(end - 1, end) && !only_heads(j) && !knowledge_.begins_bytes(cell(i).first, end);
    }

    /// "(Jojoba) Seed Oil, | Cera Alba", "6,10-Tetramethyl-, | Rose Water": a rest that no name begins with, and all
    /// that is known of the whole is what its last cell says alone.
    [[nodiscard]] bool adds_nothing(std::uint32_t i, std::uint32_t j) {
        const bool bracket = tokens_[cell(i).first].kind == TokenKind::open && !name_in_bracket(i);
        const bool hyphen = tokens_[cell(j - 1).last - 1].kind == TokenKind::dash;
        // "Copolymer, Butyrospermum Parkii (Shea Butter)": the rest of a name that is lost.
        const bool rest = j == i + 1 && cell(i).size() == 1 && tokens_[cell(i).first].has(head_noun);
        if ((!bracket && !hyphen && !rest) || !cell(j).hard_before || only_heads(j) || !knowledge_.knows(cell(j)))
            return false;
        return knowledge_.identity(cell(j).first, cell(j).last) == knowledge_.identity(cell(i).first, cell(j).last);
    }

    const Reading& reading_;
    const Tokens& tokens_;
    Knowledge& knowledge_;
    std::uint32_t first_;
    std::uint32_t last_;
    std::uint32_t hard_ = 0;
    std::uint32_t lines_ = 0;
};

}  // namespace

std::optional<double> worth_alone(const Reading& reading, Knowledge& knowledge, std::uint32_t cell) {
    return Joiner(reading, knowledge, cell, cell + 1).alone(cell);
}

base::LongVector<Name> split(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t last) {
    return Joiner(reading, knowledge, first, last).run();
}

}  // namespace incilint::label
