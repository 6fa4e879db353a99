#include "label/glued.h"

#include <algorithm>
#include <bitset>

#include "label/openings.h"

namespace incilint::label {
namespace {

constexpr std::uint32_t least_part = 4;     // letters of the word on either side
constexpr std::uint32_t least_name = 5;     // letters of the name on either side: "Urea" ends too many words
constexpr std::uint32_t longest_word = 60;  // letters; longer ones are no words
constexpr std::uint32_t most_around = 6;    // tokens of a name beside the word

class Seams {
  public:
    Seams(const Reading& reading, Knowledge& knowledge)
        : reading_(reading), tokens_(reading.tokens), knowledge_(knowledge) {}

    std::vector<std::uint32_t> run() {
        std::vector<std::uint32_t> found;
        for (const Cell& cell : reading_.cells) {
            if (cell.heading != none || knowledge_.knows(cell)) continue;
            first_ = cell.first, last_ = cell.last;
            SliceFact* fact = knowledge_.slice(cell);
            if (fact == nullptr || !fact->has_no_seam) {
                const std::size_t before = found.size();
                for (std::uint32_t at = first_; at < last_; ++at) take(seam_in(at), found);
                if (fact != nullptr) fact->has_no_seam = found.size() == before;
            }
            if (cell.seen.shape(has_digit)) take(locant_in(last_ - 1), found);
        }
        return found;
    }

  private:
    static void take(std::uint32_t seam, std::vector<std::uint32_t>& found) {
        if (seam != none) found.push_back(seam);
    }

    /// The byte behind the seam of the word; none where it has none.
    [[nodiscard]] std::uint32_t seam_in(std::uint32_t at) {
        const Token& word = tokens_[at];
        const std::uint32_t size = word.to - word.from;
        if (word.kind != TokenKind::word || word.is(non_ascii) || word.is(has_digit)) return none;
        if (size < 2 * least_part || size > longest_word || knowledge_.knows_word(at)) return none;
        // "Vitamin ELavandula Angustifolia Oil": a name may end in one letter.
        const std::uint32_t second = word.from + 1;
        const bool letter = is_capital(word.from) && is_capital(second) && !is_capital(second + 1);
        if (letter && knowledge_.has_word(bytes(second, word.to)) && name_ends(at, second) && name_begins(at, second))
            return second;
        for (std::uint32_t middle = word.to - least_part; middle >= word.from + least_part; --middle) {
            if (!knowledge_.has_word(bytes(word.from, middle)) || !knowledge_.has_word(bytes(middle, word.to)))
                continue;
            if (name_ends(at, middle) && name_begins(at, middle) && !knowledge_.is_unbroken(bytes(word.from, word.to)))
                return middle;
        }
        return none;
    }

    /// "Niacinamide1, 2-Hexanediol"
    [[nodiscard]] std::uint32_t locant_in(std::uint32_t at) const {
        if (!may_end_in_locant(reading_, at) || at + 4 >= tokens_.size()) return none;
        const Token& number = tokens_[at + 2];
        const bool locants = tokens_[at + 1].kind == TokenKind::comma && tokens_[at + 1].gap == Gap::none &&
                             number.kind == TokenKind::number && number.to - number.from == 1 &&
                             reading_.text[number.from] > reading_.text[tokens_[at].to - 1];
        const bool name = tokens_[at + 3].kind == TokenKind::dash && tokens_[at + 3].gap == Gap::none &&
                          tokens_[at + 4].kind == TokenKind::word && tokens_[at + 4].gap == Gap::none;
        return locants && name && name_ends(at, tokens_[at].to - 1) ? tokens_[at].to - 1 : none;
    }

    /// A known name ends at byte `middle` of the token.
    [[nodiscard]] bool name_ends(std::uint32_t at, std::uint32_t middle) const {
        std::uint32_t first = at;
        for (std::uint32_t step = 0; step <= most_around; ++step, --first) {
            const std::string_view name = bytes(tokens_[first].from, middle);
            if (wordlike(tokens_[first]) && name.size() >= least_name && knowledge_.is_name(name)) return true;
            if (first == first_ || !goes_on(first) || !within_name(tokens_[first - 1])) return false;
        }
        return false;
    }

    /// A known name begins at byte `middle` of the token.
    [[nodiscard]] bool name_begins(std::uint32_t at, std::uint32_t middle) const {
        for (std::uint32_t last = at; last <= at + most_around; ++last) {
            const std::string_view name = bytes(middle, tokens_[last].to);
            if (wordlike(tokens_[last]) && name.size() >= least_name && knowledge_.is_name(name)) return true;
            if (last + 1 >= last_ || !goes_on(last + 1) || !within_name(tokens_[last + 1])) return false;
        }
        return false;
    }

    [[nodiscard]] bool goes_on(std::uint32_t at) const { return tokens_[at].gap <= Gap::blank; }
    [[nodiscard]] static bool within_name(const Token& token) {
        return wordlike(token) || token.kind == TokenKind::dash || token.kind == TokenKind::slash;
    }
    [[nodiscard]] bool is_capital(std::uint32_t byte) const {
        return reading_.text[byte] >= 'A' && reading_.text[byte] <= 'Z';
    }
    [[nodiscard]] std::string_view bytes(std::uint32_t from, std::uint32_t to) const {
        return base::slice(reading_.text, {from, to});
    }

    const Reading& reading_;
    const Tokens& tokens_;
    Knowledge& knowledge_;
    std::uint32_t first_ = 0;  ///< the cell that is looked at
    std::uint32_t last_ = 0;
};

/// Cuts the token at byte `at`; returns what is in front of it.
Token part(std::string_view text, Token& behind, std::uint32_t at) {
    Token front = behind;
    const bool locant = behind.is(has_digit);
    front.to = behind.from = at;
    front.shape = static_cast<std::uint8_t>(front.shape & ~has_digit);
    front.hash = word_hash(base::slice(text, front.span()));
    behind.gap = Gap::none;
    if (locant) {
        behind.kind = TokenKind::number;
        behind.hash = number_hash;
        behind.shape = joint | digit_first | has_digit;
        return front;
    }
    behind.hash = word_hash(base::slice(text, behind.span()));
    const char first = text[at];
    const bool capital = first >= 'A' && first <= 'Z';
    behind.shape = static_cast<std::uint8_t>((behind.shape & ~upper_first) | joint | (capital ? upper_first : 0));
    return front;
}

}  // namespace

std::vector<std::uint32_t> glued_at(const Reading& reading, Knowledge& knowledge) {
    return Seams(reading, knowledge).run();
}

std::vector<std::uint32_t> counted_at(const Reading& reading, Knowledge& knowledge, std::size_t least) {
    constexpr std::size_t most_digits = 2;
    constexpr std::size_t least_letters = 4;
    std::vector<std::uint32_t> found;
    std::bitset<100> numbers;
    if (!reading.seen.shape(has_digit)) return found;
    for (const Cell& cell : reading.cells) {
        if (!cell.seen.shape(has_digit)) continue;
        const Token& word = reading.tokens[cell.last - 1];
        if (!word.is(has_digit) || word.kind != TokenKind::word || word.is(digit_first) || word.is(non_ascii)) continue;
        const std::string_view text = base::slice(reading.text, word.span());
        const std::size_t letters = text.find_first_of("0123456789");
        const bool counted = letters >= least_letters && text.size() - letters <= most_digits &&
                             text.find_first_not_of("0123456789", letters) == std::string_view::npos;
        if (!counted || cell.heading != none || knowledge.knows(cell)) continue;
        const auto place = static_cast<std::uint32_t>(word.from + letters);
        if (!knowledge.is_name(base::slice(reading.text, {reading.tokens[cell.first].from, place}))) continue;
        found.push_back(place);
        std::size_t value = 0;
        for (const char c : text.substr(letters)) value = value * 10 + static_cast<std::size_t>(c - '0');
        numbers.set(value);
    }
    if (numbers.count() < least) found.clear();
    return found;
}

void mark_numbers(Reading& reading, const std::vector<std::uint32_t>& places) {
    auto place = places.begin();
    for (Token& token : reading.tokens) {
        while (place != places.end() && *place < token.from) ++place;
        if (place != places.end() && *place == token.from) token.kind = TokenKind::mark;
    }
}

void part_tokens(Reading& reading, const std::vector<std::uint32_t>& places) {
    Tokens parted;
    parted.reserve(reading.tokens.size() + places.size());
    auto place = places.begin();
    for (Token& token : reading.tokens) {
        while (place != places.end() && *place <= token.from) ++place;
        if (place != places.end() && *place < token.to) parted.push_back(part(reading.text, token, *place));
        parted.push_back(token);
    }
    reading.tokens = std::move(parted);
}

bool may_end_in_locant(const Reading& reading, std::uint32_t at) {
    const Token& word = reading.tokens[at];
    if (!word.is(has_digit) || word.kind != TokenKind::word || word.to - word.from <= least_name) return false;
    const std::string_view text = base::slice(reading.text, word.span());
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return digit(text.back()) && std::none_of(text.begin(), text.end() - 1, digit);
}

}  // namespace incilint::label
