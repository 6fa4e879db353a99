#include "label/amount.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "label/quantity.h"

namespace incilint::label {
namespace {

constexpr std::size_t longest_number = 12;  // digits; longer ones are no concentrations

/// The digits of a number as ASCII, "." kept; so many that it may be too long are no more than that.
class Digits {
  public:
    Digits() = default;
    /// Those of a slice, digits of any script.
    explicit Digits(std::string_view slice) { add(slice); }
    void add(std::string_view slice) {
        for (std::size_t at = 0; at < slice.size();) {
            const base::CodePoint point = base::decode(slice, at);
            char32_t value = point.value;
            if (value >= 0xff10 && value <= 0xff19) value = value - 0xff10 + '0';
            if (value == '.' || (value >= '0' && value <= '9')) put(static_cast<char>(value));
            at += point.length;
        }
    }
    void put(char c) {
        if (size_ < kept_.size()) kept_[size_++] = c;
    }
    [[nodiscard]] std::string_view text() const { return {kept_.data(), size_}; }
    [[nodiscard]] std::optional<double> value() const {
        if (size_ == 0 || size_ > longest_number) return std::nullopt;
        double value = 0;
        const auto [end, fault] = std::from_chars(kept_.data(), kept_.data() + size_, value);
        if (fault != std::errc() || end != kept_.data() + size_) return std::nullopt;
        return value;
    }

  private:
    std::array<char, longest_number + 1> kept_{};
    std::size_t size_ = 0;
};

/// The length of a phrase of `kind` that ends before `at`, at most six tokens long ("q.s. to").
std::size_t length_before(PhraseKind kind, const Tokens& tokens, std::size_t at, const Vocabulary& vocabulary) {
    for (std::size_t length = std::min<std::size_t>(6, at); length > 0; --length) {
        if (vocabulary.longest(kind, tokens, at - length) == length) return length;
    }
    return 0;
}

/// "Aqua: 62 %", "Urea = 10 %": the sign belongs to the amount, unless a heading stands before it.
void take_sign_before(std::string_view text, const Tokens& tokens, Amount& amount) {
    if (amount.from < 2 || !ends_entry(tokens, amount.to)) return;
    const Token& sign = tokens[amount.from - 1];
    const Token& name = tokens[amount.from - 2];
    const bool joins = sign.kind == TokenKind::colon || base::slice(text, sign.span()) == "=";
    const bool after_name = (name.kind == TokenKind::word || name.kind == TokenKind::close) && !name.has(phrase);
    if (joins && after_name && tokens[amount.from].gap < Gap::line) --amount.from;
}

/// "%5", as Turkish prints it: the sign stands apart from what is before it.
bool percent_before(const Tokens& tokens, std::size_t at) {
    return at > 1 && tokens[at - 1].kind == TokenKind::percent && tokens[at].gap == Gap::none &&
           (tokens[at - 1].gap != Gap::none || tokens[at - 2].kind == TokenKind::open);
}

/// "Parfum (100% Natural Scentwood)": two words or more in the bracket behind a name say what the whole is made of.
bool claims_in_bracket(const Tokens& tokens, std::size_t at, std::size_t next) {
    if (at == 0 || tokens[at - 1].kind != TokenKind::open) return false;
    std::size_t words = 0;
    while (next < tokens.size() && tokens[next].kind == TokenKind::word) {
        ++next;
        ++words;
    }
    return words > 1 && next < tokens.size() && tokens[next].kind == TokenKind::close;
}

/// "…, Tocopherol. 100 % vegan.": what begins a sentence states no name's share.
bool begins_sentence(const Tokens& tokens, const Amount& amount) {
    if (amount.from == 0) return true;
    if (tokens[amount.from].gap >= Gap::line) return amount.percent.min >= 100;  // a table's share stands on its line
    return tokens[amount.from - 1].kind == TokenKind::stop && tokens[amount.from].gap != Gap::none;
}

/// "6.0 % ........ Sunscreen": a remark up to the end of the line says what the ingredient is for.
void take_purpose_after(const Tokens& tokens, Amount& amount, const Vocabulary& vocabulary) {
    if (begins_sentence(tokens, amount)) return;
    std::size_t at = amount.to;
    while (at < tokens.size() && tokens[at].gap < Gap::line &&
           (tokens[at].kind == TokenKind::stop || tokens[at].kind == TokenKind::dash)) {
        ++at;
    }
    const bool apart = at < tokens.size() && tokens[at].gap != Gap::none && tokens[at].gap < Gap::line;
    const std::size_t remark = apart ? vocabulary.longest(PhraseKind::remark, tokens, at) : 0;
    const bool lone_stop = at == amount.to + 1 && tokens[amount.to].kind == TokenKind::stop;
    if (remark > 0 && !lone_stop && ends_entry(tokens, at + remark))
        amount.to = static_cast<std::uint32_t>(at + remark);
}

}  // namespace

bool ends_entry(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].gap >= Gap::line) return true;
    switch (tokens[at].kind) {
        case TokenKind::comma:
        case TokenKind::semicolon:
        case TokenKind::pipe:
        case TokenKind::bullet:
        case TokenKind::stop:
            return true;
        default:
            return false;
    }
}

bool ends_amount(const Tokens& tokens, std::size_t at) {
    return ends_entry(tokens, at) || tokens[at].kind == TokenKind::close;
}

std::optional<Number> number_at(std::string_view text, const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size() || tokens[at].kind != TokenKind::number) return std::nullopt;
    Digits whole(base::slice(text, tokens[at].span()));
    std::size_t next = at + 1;
    const bool comma = next + 1 < tokens.size() && tokens[next].kind == TokenKind::comma &&
                       tokens[next].gap == Gap::none && tokens[next + 1].kind == TokenKind::number &&
                       tokens[next + 1].gap == Gap::none;
    if (comma) {
        const Digits after(base::slice(text, tokens[next + 1].span()));
        const bool thousands = after.text().size() == 3 && whole.text().size() <= 3 && whole.text() != "0";
        if (!thousands) whole.put('.');
        whole.add(after.text());
        next += 2;
    }
    const auto value = whole.value();
    if (!value) return std::nullopt;
    return Number{*value, next};
}

std::vector<Amount> find_amounts(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary) {
    std::vector<Amount> amounts;
    find_amounts(text, tokens, vocabulary, amounts);
    return amounts;
}

void find_amounts(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary, std::vector<Amount>& amounts) {
    const std::size_t count = tokens.size();
    for (std::size_t at = 0; at < count; ++at) {
        if (tokens[at].kind != TokenKind::number) continue;
        const auto first = number_at(text, tokens, at);
        if (!first) continue;
        // "C12-15", "PEG-40": a number glued to a hyphen behind letters is part of a name.
        std::optional<Number> second;
        if (first->next + 1 < tokens.size() && tokens[first->next].kind == TokenKind::dash) {
            second = number_at(text, tokens, first->next + 1);
        }
        std::size_t next = second ? second->next : first->next;
        double parts = 1;  // of one percent
        const bool sign_first = percent_before(tokens, at) && ends_amount(tokens, next);
        if (!sign_first &&
            (next >= tokens.size() || (vocabulary.first_word(tokens[next].hash).kinds & units_of_amounts) == 0)) {
            at = first->next - 1;
            continue;
        }
        std::size_t unit = vocabulary.longest(PhraseKind::percent, tokens, next);
        if (unit == 0) {
            unit = vocabulary.longest(PhraseKind::ppm, tokens, next);
            parts = 1e4;  // ppm
            // "1000 ppm F": of the fluoride in it, which is no share of the name.
            if (unit > 0 && vocabulary.longest(PhraseKind::unit, tokens, next) > unit) {
                at = next - 1;
                continue;
            }
        }
        if (unit == 0) {
            unit = vocabulary.longest(PhraseKind::per, tokens, next);
            parts = 10;  // milligrams a gram
        }
        if (sign_first) parts = 1;
        if (unit == 0 && !sign_first) {
            at = first->next - 1;
            continue;
        }
        next += unit;
        if (first->value == 100 && claims_in_bracket(tokens, at, next)) {
            at = next - 1;
            continue;
        }
        const std::size_t from = at - (sign_first ? 1 : 0);
        Amount amount{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(next), {}};
        double value = first->value;
        // "Salicylic Acid .50%": the nought before the point is not printed.
        const bool fraction = at > 0 && !second && first->next == at + 1 && tokens[at - 1].kind == TokenKind::stop &&
                              tokens[at - 1].gap != Gap::none && tokens[at].gap == Gap::none;
        if (fraction) {
            Digits digits("0.");
            digits.add(base::slice(text, tokens[at].span()));
            value = digits.value().value_or(value);
            --amount.from;
        }
        const double low = value / parts;
        const double high = (second ? second->value : value) / parts;
        amount.percent = {std::min(low, high), std::max(low, high)};
        if (const std::size_t words = length_before(PhraseKind::at_most, tokens, from, vocabulary);
            words > 0 && !second) {
            amount.percent = {0, high};
            amount.from -= static_cast<std::uint32_t>(words);
        } else if (const std::size_t more = length_before(PhraseKind::at_least, tokens, from, vocabulary);
                   more > 0 && !second) {
            amount.percent = {low, std::max(low, 100.0)};
            amount.from -= static_cast<std::uint32_t>(more);
        }
        const std::size_t filling = second ? 0 : length_before(PhraseKind::fill, tokens, from, vocabulary);
        if ((filling > 0 && low >= 100) || (amount.percent.min <= 0 && high == 100)) {
            // "Aqua ad 100 %", "up to 100 %": the name fills up the rest, which states no share.
            for (std::size_t i = std::min<std::size_t>(amount.from, from - filling); i < next; ++i)
                tokens[i].notes |= silent;
            at = next - 1;
            continue;
        }
        take_sign_before(text, tokens, amount);
        take_purpose_after(tokens, amount, vocabulary);
        for (std::size_t i = amount.from; i < amount.to; ++i) tokens[i].notes |= label::amount | silent;
        amounts.push_back(amount);
        at = next - 1;
    }
    find_quantities(text, tokens, vocabulary);
}

const Amount* AmountsInOrder::first_beyond(std::uint32_t token) {
    while (next_ < amounts_.size() && amounts_[next_].to <= token) ++next_;
    return next_ < amounts_.size() ? &amounts_[next_] : nullptr;
}

bool AmountsInOrder::in_bracket(const Amount& amount) const {
    return amount.from > 0 && amount.to < tokens_.size() && tokens_[amount.from - 1].kind == TokenKind::open &&
           tokens_[amount.to].kind == TokenKind::close;
}

const Amount* AmountsInOrder::within(std::uint32_t from, std::uint32_t to) {
    const Amount* amount = first_beyond(from);
    if (amount == nullptr || amount->from >= to) return nullptr;
    // "Sodium Lactate (60%) 4%": what the bracket states is the grade of what is sold.
    const Amount* const next = amount + 1 < amounts_.data() + amounts_.size() ? amount + 1 : nullptr;
    const bool another = next != nullptr && next->from < to && in_bracket(*amount) && !in_bracket(*next);
    return another ? next : amount;
}

const Amount* AmountsInOrder::behind(std::uint32_t to) {
    const Amount* amount = first_beyond(to);
    if (amount == nullptr || amount->from > to + 1) return nullptr;
    // "Sodium Fluoride" and below it "0.24 % (0.15 % w/v fluoride ion)"
    const bool own_line = amount->from == to && tokens_[to].gap >= Gap::line;
    if (amount->from == to) {
        const bool fills = amount->to >= tokens_.size() || tokens_[amount->to].gap >= Gap::line ||
                           tokens_[amount->to].kind == TokenKind::open;
        return own_line && fills ? amount : nullptr;
    }
    const auto separator = [&](std::uint32_t at) {
        return tokens_[at].kind == TokenKind::comma || tokens_[at].kind == TokenKind::semicolon ||
               tokens_[at].kind == TokenKind::pipe;
    };
    const bool ends = amount->to >= tokens_.size() || tokens_[amount->to].gap >= Gap::line || separator(amount->to) ||
                      tokens_[amount->to].kind == TokenKind::stop;
    return ends && separator(to) ? amount : nullptr;
}

}  // namespace incilint::label
