#include <algorithm>
#include <functional>
#include <limits>

#include "label/cut.h"
#include "label/openings.h"

namespace incilint::label {
namespace {

// Scores of a piece and of a cut where no separator stands. A cut costs a little more than a piece is worth as such,
// so that a known long name is never cut into known short ones, and a run of known names always is.
constexpr double piece_score = 6;
constexpr double word_score = 0.5;
constexpr double cut_cost = 6.2;
constexpr double cut_after_amount = 1;  // a percent or a mark ends a name
constexpr double unknown_piece = -4;
constexpr double unknown_word = -0.5;
constexpr std::uint32_t longest_unknown = 4;  // words
constexpr double impossible = -1e9;

class Run {
  public:
    Run(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t last)
        : reading_(reading), tokens_(reading.tokens), knowledge_(knowledge), first_(first), last_(last) {}

    std::vector<CutPiece> pieces() {
        const std::vector<Edge> edges = with_translations(knowledge_.edges(first_, last_));
        const CutPiece whole{first_, last_, false};
        if (edges.empty()) return {whole};
        best_.assign(last_ - first_ + 1, impossible);
        from_.assign(best_.size(), {none, Way::skip});
        best_[0] = 0;
        std::size_t edge = 0;
        for (std::uint32_t at = first_; at < last_; ++at) {
            while (edge < edges.size() && edges[edge].first < at) ++edge;
            if (best_[at - first_] <= impossible) continue;
            if (skippable(at)) reach(at, at + 1, 0, Way::skip);
            const double cost = cost_before(at);
            if (cost < 0) continue;
            for (std::size_t i = edge; i < edges.size() && edges[i].first == at; ++i) {
                if (at > first_ && only_heads(edges[i])) continue;
                reach(at, edges[i].last, piece_score + word_score * edges[i].words - cost, Way::known);
            }
            unknown_from(at, cost);
        }
        return accepted(mended(traced()), whole);
    }

  private:
    enum class Way : std::uint8_t { skip, known, unknown };
    struct From {
        std::uint32_t at;
        Way way;
    };

    /// "Lavandula Angustifolia Oil/Lavender Oil": names of one ingredient on both sides of a slash are one name too.
    [[nodiscard]] std::vector<Edge> with_translations(std::vector<Edge> edges) {
        constexpr std::uint32_t most_words = 12;
        std::vector<Edge> added;  // the first tokens descend
        for (std::size_t i = edges.size(); i-- > 0;) {
            const Edge left = edges[i];
            const bool slash = left.last + 1 < last_ && (tokens_[left.last].kind == TokenKind::slash ||
                                                         tokens_[left.last].kind == TokenKind::backslash);
            if (!slash) continue;
            const std::string_view who = knowledge_.identity(left.first, left.last);
            const auto join = [&](const Edge& right) {
                const std::uint32_t words = left.words + right.words;
                if (words <= most_words && !who.empty() && knowledge_.identity(right.first, right.last) == who)
                    added.push_back({left.first, right.last, words});
            };
            const std::uint32_t next = left.last + 1;
            const auto before = [](const Edge& edge, std::uint32_t at) { return edge.first < at; };
            for (auto right = std::lower_bound(edges.begin(), edges.end(), next, before);
                 right != edges.end() && right->first == next; ++right)
                join(*right);
            const auto behind = [](const Edge& edge, std::uint32_t at) { return edge.first > at; };
            const auto joined = std::lower_bound(added.begin(), added.end(), next, behind);
            const auto end = std::find_if(joined, added.end(), [next](const Edge& edge) { return edge.first != next; });
            for (const Edge& right : std::vector<Edge>(joined, end)) join(right);
        }
        if (added.empty()) return edges;
        edges.insert(edges.end(), added.rbegin(), added.rend());
        std::ranges::stable_sort(edges, {}, &Edge::first);
        return edges;
    }

    void reach(std::uint32_t at, std::uint32_t to, double score, Way way) {
        if (to < last_ && way != Way::skip && !ends_before(to)) return;
        const double total = best_[at - first_] + score;
        if (total > best_[to - first_]) {
            best_[to - first_] = total;
            from_[to - first_] = {at, way};
        }
    }

    void unknown_from(std::uint32_t at, double cost) {
        if (!wordlike(at)) return;
        std::uint32_t words = 0;
        for (std::uint32_t to = at; to < last_; ++to) {
            if (tokens_[to].kind == TokenKind::open && reading_.partner[to] != none && reading_.partner[to] < last_) {
                to = reading_.partner[to];
            } else if (wordlike(to) && ++words > longest_unknown) {
                return;
            }
            if (to + 1 == last_ || (ends_before(to + 1) && cost_before(to + 1) >= 0)) {
                reach(at, to + 1, unknown_piece + unknown_word * (words - 1) - cost, Way::unknown);
            }
        }
    }

    /// "Essential Oil" ends names; behind one it is no name of its own.
    [[nodiscard]] bool only_heads(const Edge& edge) const {
        for (std::uint32_t at = edge.first; at < edge.last; ++at) {
            if (wordlike(at) && !tokens_[at].has(head_noun)) return false;
        }
        return true;
    }

    [[nodiscard]] bool wordlike(std::uint32_t at) const {
        return tokens_[at].kind == TokenKind::word || tokens_[at].kind == TokenKind::number;
    }

    /// A sign between two names that belongs to neither.
    [[nodiscard]] bool skippable(std::uint32_t at) const {
        const Token& token = tokens_[at];
        if (token.has(silent) || token.has(joiner)) return true;
        switch (token.kind) {
            case TokenKind::mark:
            case TokenKind::stop:
            case TokenKind::quote:
            case TokenKind::plus:
                return true;
            case TokenKind::close:
                return reading_.partner[at] == none;
            case TokenKind::dash:
                return token.gap != Gap::none || (at + 1 < last_ && tokens_[at + 1].gap != Gap::none) ||
                       parts_words(at);
            default:
                return false;
        }
    }

    /// "caprylyl glycol-sodium cocoyl isethionate": a hyphen between two words of several letters.
    [[nodiscard]] bool parts_words(std::uint32_t at) const {
        constexpr std::uint32_t several = 5;
        const auto is_long = [&](const Token& token) {
            return token.kind == TokenKind::word && token.to - token.from >= several && !token.is(has_digit);
        };
        return at > first_ + 1 && at + 2 < last_ && is_long(tokens_[at - 1]) && is_long(tokens_[at + 1]);
    }

    /// A name may end before this token.
    [[nodiscard]] bool ends_before(std::uint32_t at) const {
        const Token& token = tokens_[at];
        return token.gap != Gap::none || token.is(joint) || skippable(at) || skippable(at - 1) ||
               tokens_[at - 1].kind == TokenKind::close;
    }

    /// What a cut before this token costs; negative where none is possible.
    [[nodiscard]] double cost_before(std::uint32_t at) const {
        if (at == first_) return 0;
        if (!ends_before(at)) return -1;
        for (std::uint32_t i = at; i-- > first_ && skippable(i);) {
            if (tokens_[i].has(silent) || tokens_[i].kind == TokenKind::mark) return cut_after_amount;
        }
        return cut_cost;
    }

    struct Piece {
        CutPiece range;
        bool known;
    };

    [[nodiscard]] std::vector<Piece> traced() const {
        std::vector<Piece> pieces;
        if (best_.back() <= impossible) return pieces;
        for (std::uint32_t at = last_; at > first_;) {
            const From from = from_[at - first_];
            if (from.at == none) return {};
            if (from.way != Way::skip) pieces.push_back({{from.at, at, true}, from.way == Way::known});
            at = from.at;
        }
        std::reverse(pieces.begin(), pieces.end());
        return pieces;
    }

    /// "Birch Alcohol": the cell is two words, and the second says what kind of thing the first one is. What the
    /// dictionary knows of the second alone is not said of the whole. "Iron Oxides (CI 77491)" is whole.
    [[nodiscard]] bool names_group(const std::vector<Piece>& pieces) const {
        if (pieces.size() != 2) return false;
        const CutPiece& left = pieces[0].range;
        const CutPiece& right = pieces[1].range;
        const Token& word = tokens_[right.first];
        const bool numbered = left.last > left.first + 1 && tokens_[left.last - 1].kind == TokenKind::close &&
                              tokens_[left.last - 2].is(has_digit);
        return !numbered && word.has(group_word) && word.gap == Gap::blank && right.last == right.first + 1 &&
               left.last == right.first && !tokens_[left.first].has(list_start) && right.last == last_;
    }

    [[nodiscard]] bool nearly_knows(const Piece& piece) {
        return knowledge_.nearly_knows(piece.range.first, piece.range.last);
    }

    /// "Organic", which goes with the name behind it; what a name is for ("Emulsifier") may as well go with the one
    /// before.
    [[nodiscard]] bool praises(const CutPiece& piece) const {
        return !tokens_[piece.last - 1].has(function_word) && !follows_mark(reading_, piece.first) &&
               knowledge_.is_adjective(piece.first, piece.last);
    }

    /// "Aqua | Soldium | PCA": an unknown piece and the known one behind it that are one misspelt name.
    [[nodiscard]] std::vector<Piece> mended(const std::vector<Piece>& pieces) {
        if (pieces.size() < 3) return pieces;  // the whole is asked for as such
        std::vector<Piece> out;
        for (const Piece& piece : pieces) {
            const bool behind = !out.empty() && piece.known && !out.back().known &&
                                out.back().range.last == piece.range.first && !nearly_knows(out.back());
            const std::uint32_t first = behind ? out.back().range.first : piece.range.first;
            // Where the whole is known, its first words only say more of the name: they were cut from it for a reason.
            if (behind && knowledge_.nearly_knows(first, piece.range.last) &&
                (!knowledge_.knows(first, piece.range.last) || praises(out.back().range))) {
                out.back().range.last = piece.range.last;
                out.back().known = knowledge_.knows(first, piece.range.last);
            } else {
                out.push_back(piece);
            }
        }
        return out;
    }

    /// A cut must explain the cell: all pieces known, or nearly so.
    [[nodiscard]] std::vector<CutPiece> accepted(const std::vector<Piece>& pieces, const CutPiece& whole) {
        if (names_group(pieces)) return {whole};
        const auto known = static_cast<std::size_t>(
            std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.known; }));
        const std::size_t others = pieces.size() - known;
        if (pieces.size() < 2 || known == 0) return {whole};
        // Where the known ones do not outweigh the others, these count as misspelt ones only: see below.
        if (others * 4 > known && knowledge_.nearly_knows(first_, last_)) return {whole};
        const auto misspelt = static_cast<std::size_t>(std::count_if(
            pieces.begin(), pieces.end(), [this](const Piece& piece) { return !piece.known && nearly_knows(piece); }));
        const std::size_t unknown = others - misspelt;
        // "Lanolin Alchohol": a piece that is only nearly a name explains less than a whole that is nearly one.
        if (misspelt > 0 && knowledge_.nearly_knows(first_, last_)) return {whole};
        // Among many names a word for what each of them does may stand: "… Jojoba Oil Emollient Glycerin …".
        constexpr std::size_t many = 8;
        const std::size_t share = known >= many ? 2 : 4;
        const bool explains = known + misspelt >= 2 && unknown * share <= known + misspelt;
        if (!explains) return {whole};
        std::vector<CutPiece> out;
        const Piece* before = nullptr;
        for (const Piece& piece : pieces) {
            // Two names of one ingredient side by side are synonyms: "甘油 Glycerin".
            const std::string_view who =
                before == nullptr ? std::string_view() : knowledge_.identity(before->range.first, before->range.last);
            const bool synonym = !who.empty() && who == knowledge_.identity(piece.range.first, piece.range.last);
            before = &piece;
            if (synonym) {
                out.back().last = piece.range.last;
            } else if (out.empty()) {
                out.push_back({first_, piece.range.last, false});
            } else {
                out.push_back({piece.range.first, piece.range.last, true});
            }
        }
        out.back().last = last_;
        // Silent tokens after a name (its mark, its percent) belong to it.
        for (std::size_t i = 0; i + 1 < out.size(); ++i) {
            while (out[i].last < out[i + 1].first &&
                   (tokens_[out[i].last].has(silent) || tokens_[out[i].last].kind == TokenKind::mark)) {
                ++out[i].last;
            }
        }
        return out;
    }

    const Reading& reading_;
    const Tokens& tokens_;
    Knowledge& knowledge_;
    std::uint32_t first_;
    std::uint32_t last_;
    std::vector<double> best_;
    std::vector<From> from_;
};

}  // namespace

std::vector<CutPiece> cut_run(const Reading& reading, Knowledge& knowledge, std::uint32_t first, std::uint32_t last) {
    return Run(reading, knowledge, first, last).pieces();
}

}  // namespace incilint::label
