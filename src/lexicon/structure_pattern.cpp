#include <algorithm>
#include <array>
#include <span>

#include "lexicon/structure_read.h"

namespace incilint::lexicon {
namespace {

constexpr std::size_t most_tokens = 16;
constexpr std::string_view hydrogenated = "hydrogenated ";

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// "12" as a number below 1000, or nothing.
std::optional<std::uint32_t> small_number(std::string_view text) {
    if (!all_digits(text) || text.size() > 3) return std::nullopt;
    std::uint32_t value = 0;
    for (const char byte : text) value = value * 10 + static_cast<std::uint32_t>(byte - '0');
    return value;
}

/// A word of the name; two words where a list holds them as one ("palm kernelate"), three bytes a range ("c12 14").
struct Token {
    std::string_view text;
    bool hydrogenated = false;
    std::optional<std::uint32_t> word;
    std::optional<std::uint32_t> low;  ///< of a range
    std::optional<std::uint32_t> high;
};

struct Tokens {
    std::array<Token, most_tokens> list;
    std::size_t count = 0;
};

/// "c12 15", "c12 c15": chain lengths.
bool take_range(std::string_view rest, Token& token) {
    if (rest.size() < 2 || rest[0] != 'c' || !is_digit(rest[1])) return false;
    std::string_view after = rest.substr(1);
    const std::string_view low = take_word(after, " ");
    std::string_view high = take_word(after, " ");
    if (high.starts_with('c')) high.remove_prefix(1);
    token.low = small_number(low);
    token.high = small_number(high);
    if (!token.low || !token.high || *token.low >= *token.high || *token.high > 60) {
        token.low.reset();
        return false;
    }
    token.text = rest.substr(0, static_cast<std::size_t>(high.data() + high.size() - rest.data()));
    return true;
}

/// The longest word of a list that stands here, of four words or fewer; else one word that no list holds.
void take_listed(const Grammar& grammar, std::string_view rest, Token& token) {
    constexpr std::size_t most_listed = 4;
    std::array<std::size_t, most_listed> ends{};
    std::size_t count = 0;
    for (std::size_t end = 0; count < ends.size() && end < rest.size(); ++end) {
        end = std::min(rest.find(' ', end), rest.size());
        ends[count++] = end;
    }
    while (count > 0 && !token.word) {
        token.text = rest.substr(0, ends[--count]);
        token.word = grammar.word(token.text);
    }
}

std::optional<Tokens> cut(const Grammar& grammar, std::string_view rest) {
    Tokens tokens;
    while (!rest.empty()) {
        if (tokens.count == most_tokens) return std::nullopt;
        Token& token = tokens.list[tokens.count++];
        if (!take_range(rest, token)) {
            if (rest.starts_with(hydrogenated)) {
                token.hydrogenated = true;
                rest.remove_prefix(hydrogenated.size());
            }
            take_listed(grammar, rest, token);
            // No element of any pattern takes a word that no list holds, other than a number or words in slashes.
            if (!token.word && !is_digit(token.text.front()) && token.text.find('/') == std::string_view::npos)
                return std::nullopt;
        }
        rest.remove_prefix(std::min(token.text.size() + 1, rest.size()));
    }
    return tokens;
}

/// "8", "18/18", "40b", "90m", "12.5": a number as names hold them; a letter stands at the end only, one of those that
/// alcohols and polymers have there.
bool is_number(std::string_view text) {
    constexpr std::string_view letters = "abcdfhm";
    if (text.empty() || text == "0" || !is_digit(text.front()) || text.size() > 9) return false;
    const bool letter = letters.find(text.back()) != std::string_view::npos;
    const std::string_view digits = letter ? text.substr(0, text.size() - 1) : text;
    bool after_digit = false;
    for (const char byte : digits) {
        if (is_digit(byte)) {
            after_digit = true;
        } else if ((byte == '/' || byte == '.') && after_digit) {
            after_digit = false;
        } else {
            return false;
        }
    }
    return after_digit;
}

/// Tries one pattern on all tokens; what it built grows as long as it fits.
class Match {
  public:
    Match(const Grammar& grammar, std::uint32_t pattern) : grammar_(grammar), pattern_(pattern) {}

    bool fits(std::span<const Token> tokens) {
        const std::uint32_t first = grammar_.number(Table::patterns, pattern_, pattern_elements);
        for (std::size_t i = tokens.size(); i-- > 0;) {
            if (!fits(tokens[i], first + static_cast<std::uint32_t>(i))) return false;
        }
        return true;
    }

    /// Only after fits().
    [[nodiscard]] StructureReading read(std::span<const Token> tokens) const {
        StructureReading made;
        const std::uint32_t first = grammar_.number(Table::patterns, pattern_, pattern_elements);
        Member whole;
        whole.classes = grammar_.number(Table::patterns, pattern_, pattern_classes);
        whole.class_count = grammar_.number(Table::patterns, pattern_, pattern_class_count);
        add_classes(grammar_, whole, made.classes);
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            const auto joint = static_cast<char>(grammar_.number(Table::elements, first + i, element_joint) & 127U);
            if (joint != '\0' && !made.inci.ends_with('-')) made.inci.push_back(joint);
            print(tokens[i], first + i, whole.class_count == 0, made);
        }
        if (made.inci.ends_with('-')) made.inci.pop_back();
        return made;
    }

  private:
    bool fits(const Token& token, std::uint32_t element) const {
        const std::uint32_t kind = grammar_.number(Table::elements, element, element_kind);
        const auto bound = [&](std::size_t i) { return grammar_.number(Table::elements, element, element_least + i); };
        if (kind == kind_range) {
            return token.low && *token.low >= bound(0) && *token.low <= bound(1) && *token.high >= bound(2) &&
                   *token.high <= bound(3);
        }
        if (token.low) return false;
        if (kind == kind_number) return !token.hydrogenated && is_number(token.text);
        if (token.hydrogenated && grammar_.number(Table::elements, element, element_literal) != 0) return false;
        if (token.word && grammar_.find(kind, *token.word)) return true;
        if (token.text.find('/') == std::string_view::npos) return false;
        for (std::string_view rest = token.text; !rest.empty();) {
            if (!grammar_.find(kind, take_word(rest, "/"))) return false;
        }
        return true;
    }

    void print(const Token& token, std::uint32_t element, bool with_classes, StructureReading& made) const {
        const std::uint32_t kind = grammar_.number(Table::elements, element, element_kind);
        if (token.hydrogenated) made.inci += "Hydrogenated ";
        if (token.low) {
            made.inci += 'C' + std::to_string(*token.low) + '-' + std::to_string(*token.high);
        } else if (kind == kind_number) {
            made.inci += upper(token.text);
        } else if (grammar_.number(Table::elements, element, element_literal) != 0) {
            made.inci += grammar_.text(Table::elements, element, element_print);
        } else {
            const auto whole = token.word ? grammar_.find(kind, *token.word) : std::nullopt;
            for (std::string_view rest = token.text; !rest.empty();) {
                const std::string_view part = whole ? take_word(rest, "") : take_word(rest, "/");
                const auto member = whole ? whole : grammar_.find(kind, part);
                if (member && with_classes) add_classes(grammar_, *member, made.classes);
                made.inci += member && !member->value.empty() ? std::string(member->value) : titled(part);
                if (!rest.empty()) {
                    if (made.inci.ends_with('-')) made.inci.pop_back();
                    made.inci.push_back('/');
                }
            }
        }
    }

    const Grammar& grammar_;
    std::uint32_t pattern_;
};

std::size_t literals(const Grammar& grammar, std::uint32_t pattern) {
    const std::uint32_t first = grammar.number(Table::patterns, pattern, pattern_elements);
    const std::uint32_t end =
        grammar.end(Table::elements, first, grammar.number(Table::patterns, pattern, pattern_element_count));
    std::size_t out = 0;
    for (std::uint32_t i = first; i < end; ++i) out += grammar.number(Table::elements, i, element_literal);
    return out;
}

/// The reading of the pattern with the most fixed words; none where two such differ.
class Choice {
  public:
    explicit Choice(const Grammar& grammar) : grammar_(grammar) {}

    void try_kind(std::uint32_t kind, std::span<const Token> tokens) {
        const std::uint32_t first = grammar_.number(Table::kinds, kind, kind_patterns);
        const std::uint32_t end =
            grammar_.end(Table::patterns, first, grammar_.number(Table::kinds, kind, kind_pattern_count));
        for (std::uint32_t pattern = first; pattern < end; ++pattern) {
            if (grammar_.number(Table::patterns, pattern, pattern_element_count) != tokens.size()) continue;
            Match match(grammar_, pattern);
            if (match.fits(tokens)) take(match.read(tokens), literals(grammar_, pattern));
        }
    }

    [[nodiscard]] std::optional<StructureReading> result() && {
        if (!found_ || differ_ || found_->classes.empty()) return std::nullopt;
        return std::move(found_);
    }

  private:
    void take(StructureReading reading, std::size_t fixed) {
        if (found_ && fixed < fixed_) return;
        differ_ = found_ && fixed == fixed_ && (differ_ || found_->classes != reading.classes);
        if (!found_ || fixed > fixed_) found_ = std::move(reading);
        fixed_ = fixed;
    }

    const Grammar& grammar_;
    std::optional<StructureReading> found_;
    std::size_t fixed_ = 0;
    bool differ_ = false;
};

}  // namespace

std::optional<StructureReading> read_pattern(const Grammar& grammar, std::string_view normal) {
    const auto tokens = cut(grammar, normal);
    if (!tokens || tokens->count == 0) return std::nullopt;
    const std::span<const Token> list(tokens->list.data(), tokens->count);
    const Token& last = list.back();
    Choice choice(grammar);
    if (last.low) choice.try_kind(kind_range, list);
    if (is_number(last.text)) choice.try_kind(kind_number, list);
    std::string_view part = last.text;
    const auto word = last.word ? last.word : grammar.word(take_word(part, "/"));
    if (word) {
        const std::uint32_t first = grammar.number(Table::words, *word, word_members);
        const std::uint32_t end =
            grammar.end(Table::members, first, grammar.number(Table::words, *word, word_member_count));
        for (std::uint32_t i = first; i < end; ++i) {
            choice.try_kind(grammar.number(Table::members, i, member_kind), list);
        }
    }
    return std::move(choice).result();
}

}  // namespace incilint::lexicon
