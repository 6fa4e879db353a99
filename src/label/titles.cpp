#include "label/titles.h"

#include <algorithm>
#include <optional>

#include "label/headings.h"
#include "label/title_cells.h"

namespace incilint::label {
namespace {

constexpr std::uint32_t longest_looked_at = 48;  // tokens
constexpr int signs_needed = 2;

/// Where a title stands in a cell: [first, last), names around it.
struct Title {
    std::uint32_t first = none;
    std::uint32_t last = 0;
};

bool capitals(const Token& token) {
    return token.kind == TokenKind::word && token.is(has_upper) && !token.is(has_lower) && token.to - token.from > 3;
}

class Finder {
  public:
    Finder(const Reading& reading, Knowledge& knowledge, SizedTitle sized)
        : reading_(reading), tokens_(reading.tokens), knowledge_(knowledge), sized_(sized) {}

    [[nodiscard]] Title find(std::size_t i) {
        const Cell& cell = reading_.cells[i];
        if (const std::uint32_t end = bracket_title(i); end != none) return {cell.first, end};
        if (const std::uint32_t end = capital_title(i); end != none) return {cell.first, end};
        if (sized_.end != none && sized_.cell == i) return {cell.first, sized_.end};
        if (!cell.seen.note(product_word) || cell.heading != none || cell.bullet_line || cell.size() < 2 ||
            cell.size() > longest_looked_at)
            return {};
        const std::uint32_t noun = last_noun(cell);
        if (noun == none) return {};
        if (heads_alone(cell, i, noun)) return {cell.first, cell.last};
        // "Cream Cleanser Water (Aqua)" is known by its bracket alone, "Face Cream Aqua/Water" by its last part.
        std::uint32_t end = noun;
        while (end < cell.last && tokens_[end].kind != TokenKind::open && tokens_[end].kind != TokenKind::slash &&
               tokens_[end].kind != TokenKind::backslash) {
            ++end;
        }
        if (knowledge_.knows(cell.first, end)) return {};
        Title title;
        title.last = cell.colon_after ? cell.last : name_behind(noun, cell.last);
        if (title.last == none || signs(cell, i, noun, title.last) < signs_needed) return {};
        // "Lemon Balm Flower/Leaf/Stem Water" is another ingredient than the water at its end.
        if (title.last < cell.last && knowledge_.knows(cell.first, cell.last) &&
            knowledge_.identity(cell.first, cell.last) != knowledge_.identity(title.last, cell.last)) {
            return {};
        }
        title.first = begin(cell, noun);
        const bool whole = title.first == cell.first && title.last == cell.last;
        if (title.first == none || whole || title.last - title.first > longest_title) return {};
        return title;
    }

  private:
    /// "…, Linalool; Night Cream: Aqua", "Shampoo 250 ml: Aqua", "Mask (Aloe): Water": a heading where no sentence
    /// begins, with its size, or that is known by its bracket alone; in front of water, or of a known name where a
    /// heading of a product began the text.
    [[nodiscard]] bool heads_alone(const Cell& cell, std::size_t i, std::uint32_t noun) {
        const bool needed = cell.hard_before || cell.contains != PhraseKind::stop || knowledge_.knows(cell);
        if (!needed || !cell.colon_after || cell.size() > longest_title || i + 1 >= reading_.cells.size()) return false;
        const Cell& next = reading_.cells[i + 1];
        if (next.heading != none || next.before != Break::colon) return false;
        const bool sized = ends_in_size(cell);
        if (!tokens_[next.first].has(list_start) && !((sized || titled(i)) && knowledge_.knows(next))) return false;
        for (std::uint32_t at = cell.first; at < noun; ++at)
            if (tokens_[at].has(stop_word) || tokens_[at].kind == TokenKind::comma) return false;
        for (std::uint32_t at = noun + 1; at < cell.last; ++at) {  // a bracket, a size, a number
            if (tokens_[at].kind == TokenKind::open && reading_.partner[at] != none) at = reading_.partner[at];
            // In front of a size, "Lait corporel 200 ml": what the product is for stands behind it in many languages.
            const bool says =
                tokens_[at].kind == TokenKind::word && !tokens_[at].has(phrase) && !tokens_[at].is(digit_first);
            if (says && (!sized || cell.before == Break::comma)) return false;
        }
        // "LimoneneConditioner: Aqua": a name, and a heading behind it, unless a rarer sign than a comma parts the
        // products.
        if (cell.before <= Break::comma && knowledge_.longest_at(cell.first, noun) != none) return false;
        return !knowledge_.knows(cell.first, noun + 1);
    }
    /// "… 200 ml", "… 200ml"
    [[nodiscard]] bool ends_in_size(const Cell& cell) const {
        const Token& last = tokens_[cell.last - 1];
        return cell.contains == PhraseKind::marketing && cell.size() > 1 && last.kind == TokenKind::word &&
               (last.is(digit_first) || (last.has(phrase) && tokens_[cell.last - 2].kind == TokenKind::number));
    }
    /// The text begins with a heading of a product, and cell `i` is not it.
    [[nodiscard]] bool titled(std::size_t i) const {
        const Cell& first = reading_.cells[0];
        return i > 0 && first.colon_after && first.seen.note(product_word) && first.size() <= longest_title;
    }

    /// "[Toner] Water": a few words in square brackets where a line or sentence begins, in front of water.
    [[nodiscard]] std::uint32_t bracket_title(std::size_t i) {
        constexpr std::uint32_t longest = 8;  // tokens
        const Cell& cell = reading_.cells[i];
        const std::uint32_t close = reading_.partner[cell.first];
        if (cell.heading != none || close == none || close < cell.first || close > cell.first + longest ||
            close + 1 >= cell.last || !begins_text(cell))
            return none;
        const bool water = tokens_[close + 1].has(list_start);
        if (water && (square(cell.first) || tokens_[close - 1].has(product_word))) return close + 1;
        // "[01 Nude] Butyl Acetate, … [02 Red] Butyl Acetate, …": several of a kind vouch for one another.
        return square(cell.first) && parallel_brackets() && knowledge_.knows(close + 1, cell.last) ? close + 1 : none;
    }
    /// Two cells or more begin with a square bracket where a line or sentence begins, and an upper case name follows.
    [[nodiscard]] bool parallel_brackets() {
        if (parallel_) return *parallel_;
        std::size_t count = 0;
        for (const Cell& cell : reading_.cells) {
            const std::uint32_t close = reading_.partner[cell.first];
            count += close != none && close > cell.first && close + 1 < cell.last && begins_text(cell) &&
                             square(cell.first) && tokens_[close + 1].is(upper_first)
                         ? 1
                         : 0;
        }
        parallel_ = count > 1;
        return *parallel_;
    }
    /// "THE METHOD: CLEANSE OILY SKIN Water, …": two words or more in capitals, then water in small letters.
    [[nodiscard]] std::uint32_t capital_title(std::size_t i) {
        const Cell& cell = reading_.cells[i];
        if (cell.heading != none || !cell.seen.note(list_start) || (!begins_text(cell) && cell.before != Break::colon))
            return none;
        std::uint32_t at = cell.first;
        std::uint32_t words = 0;
        while (at < cell.last && !tokens_[at].is(has_lower) && at < cell.first + longest_title)
            words += tokens_[at].kind == TokenKind::word && tokens_[at].to - tokens_[at].from > 2 ? 1 : 0, ++at;
        const bool water = at < cell.last && tokens_[at].has(list_start) && tokens_[at].is(has_lower);
        // "ROSE FLOWER Water" names a water.
        if (!water || words < 2 || cell.before == Break::heading || knowledge_.knows(cell.first, at)) return none;
        const std::string_view whole = knowledge_.identity(cell.first, cell.last);
        return whole.empty() || whole == knowledge_.identity(at, cell.last) ? at : none;
    }
    [[nodiscard]] bool square(std::uint32_t at) const {
        const std::string_view sign = base::slice(reading_.text, tokens_[at].span());
        return sign == "[" || sign == "【" || sign == "［" || sign == "〔" || sign == "〖";
    }

    [[nodiscard]] std::uint32_t last_noun(const Cell& cell) const {
        for (std::uint32_t at = cell.last; at-- > cell.first;) {
            if (tokens_[at].has(product_word)) return at;
        }
        return none;
    }

    /// The known name that ends the cell behind the title's noun; none where there is none.
    [[nodiscard]] std::uint32_t name_behind(std::uint32_t noun, std::uint32_t last) {
        for (std::uint32_t at = noun + 1; at < last; ++at) {
            const Token& token = tokens_[at];
            const std::uint32_t close = reading_.partner[at];
            if (close != none && close > at && close < last) at = close;  // "Mask (Green Tea) - Water"
            const bool begins = token.kind == TokenKind::word && !token.has(stop_word) &&
                                (token.gap != Gap::none || token.is(joint)) &&
                                token.is(upper_first) == tokens_[noun].is(upper_first);
            // A slash name is known by its last parts: water begins it, if water is in it.
            if (begins && (token.has(list_start) || !water_follows(at + 1, last)) && knowledge_.knows(at, last))
                return at;
        }
        return none;
    }

    /// "Water" behind a blank; "Purified Water" may begin at either word.
    [[nodiscard]] bool water_follows(std::uint32_t at, std::uint32_t last) const {
        while (at < last && !tokens_[at].has(list_start)) ++at;
        return at + 1 < last && tokens_[at + 1].kind == TokenKind::slash;
    }

    /// What speaks for a title: its noun, a list that begins behind it, capitals among small letters.
    [[nodiscard]] int signs(const Cell& cell, std::size_t i, std::uint32_t noun, std::uint32_t end) {
        int found = 1;
        std::uint32_t next = end;
        if (cell.colon_after) {
            if (i + 1 >= reading_.cells.size()) return 0;
            const Cell& follower = reading_.cells[i + 1];
            if (follower.heading != none) {
                return begins_list(reading_.headings[follower.heading].kind) ? signs_needed : 0;
            }
            next = follower.first;
            found += knowledge_.knows(follower.first, follower.last) ? 1 : 0;
        }
        const std::uint32_t last = cell.colon_after ? reading_.cells[i + 1].last : cell.last;
        for (std::uint32_t at = next; at < last; ++at) {
            if (tokens_[at].has(list_start)) return found + 1;
        }
        // "2. Lip Balm - Castor Oil, …": a number in front and a dash behind say what a colon would.
        const bool dash = next > 1 && tokens_[next - 1].kind == TokenKind::dash && tokens_[next - 1].gap != Gap::none;
        if (dash && begins_text(cell) && cell.first > 0 && tokens_[cell.first - 1].kind == TokenKind::stop) ++found;
        const bool small_around = tokens_[next].is(has_lower) || tokens_[cell.first].is(has_lower);
        return found + (capitals(tokens_[noun]) && small_around ? 1 : 0);
    }

    /// Where the title begins: behind the known name that begins the cell, or with it.
    [[nodiscard]] std::uint32_t begin(const Cell& cell, std::uint32_t noun) {
        if (begins_text(cell)) return cell.first;
        // "…, Parfum; Conditioner - Aqua, …": a rarer sign than a comma parts the products.
        const bool parted = cell.before == Break::semicolon || cell.before == Break::pipe;
        if (parted && knowledge_.longest_at(cell.first, noun + 1) == none) return cell.first;
        std::uint32_t end = none;
        for (const Edge& edge : knowledge_.edges(cell.first, noun)) {
            if (edge.first == cell.first) end = edge.last;
        }
        if (end == none) {  // an unknown name; capitals tell the title from it
            if (!capitals(tokens_[noun]) || capitals(tokens_[cell.first])) return none;
            end = noun;
            while (end > cell.first && capitals(tokens_[end - 1])) --end;
        }
        while (end < noun && tokens_[end].kind != TokenKind::word && tokens_[end].kind != TokenKind::number) ++end;
        return end;
    }

    const Reading& reading_;
    const Tokens& tokens_;
    Knowledge& knowledge_;
    SizedTitle sized_;
    std::optional<bool> parallel_;
};

}  // namespace

void find_titles(Reading& reading, Knowledge& knowledge) {
    const bool bracket = reading.seen.kind(TokenKind::open);
    const bool colon = reading.seen.kind(TokenKind::colon);
    if (colon && (reading.seen.note(list_start) || reading.seen.note(product_word))) join_titles(reading, knowledge);
    const SizedTitle sized = sized_title(reading, knowledge);
    if (!reading.seen.note(product_word) && !bracket && sized.end == none && !(colon && reading.seen.note(list_start)))
        return;
    base::LongVector<Cell> cells;  // empty up to the first title
    bool found = false;
    Finder finder(reading, knowledge, sized);
    for (std::size_t i = 0; i < reading.cells.size(); ++i) {
        const Cell& cell = reading.cells[i];
        const Title title = finder.find(i);
        if (title.first == none) {
            if (found) cells.push_back(cell);
            continue;
        }
        if (!found) cells.assign(reading.cells.begin(), reading.cells.begin() + static_cast<std::ptrdiff_t>(i));
        found = true;
        Cell part = cell;
        part.fact = nullptr;
        part.colon_after = false;
        part.opens = part.contains = PhraseKind::stop;
        if (title.first > cell.first) {
            part.last = title.first;
            cells.push_back(part);
            part.before = Break::tight;
            part.hard_before = false;
        }
        part.first = title.first;
        part.last = title.last;
        while (part.last > part.first + 1 && reading.tokens[part.last - 1].kind == TokenKind::close &&
               reading.partner[part.last - 1] < part.first) {  // "[Cream] Water": the bracket opened before it
            --part.last;
        }
        part.title = true;
        part.hard_before = false;
        part.colon_after = cell.colon_after;
        cells.push_back(part);
        if (title.last < cell.last) {
            part.first = title.last;
            part.last = cell.last;
            part.before = Break::heading;
            part.title = part.colon_after = part.hard_before = false;
            cells.push_back(part);
        }
    }
    if (found) reading.cells = std::move(cells);
}

}  // namespace incilint::label
