#include "label/scan.h"

#include <array>

#include "base/fold.h"
#include "base/hash.h"

namespace incilint::label {
namespace {

struct Sign {
    TokenKind kind;
    char hashed;  ///< the ASCII sign that vocabularies write
};

constexpr std::array<Sign, 128> ascii_signs = [] {
    std::array<Sign, 128> table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = {TokenKind::other, static_cast<char>(i)};
    const auto set = [&table](char c, TokenKind kind) { table[static_cast<std::size_t>(c)].kind = kind; };
    set(',', TokenKind::comma), set(';', TokenKind::semicolon), set('|', TokenKind::pipe);
    set('/', TokenKind::slash), set('\\', TokenKind::backslash), set('-', TokenKind::dash);
    set('.', TokenKind::stop), set(':', TokenKind::colon), set('*', TokenKind::mark), set('%', TokenKind::percent);
    set('(', TokenKind::open), set('[', TokenKind::open), set('{', TokenKind::open);
    set(')', TokenKind::close), set(']', TokenKind::close), set('}', TokenKind::close);
    set('+', TokenKind::plus), set('&', TokenKind::ampersand), set('"', TokenKind::quote);
    set('<', TokenKind::less), set('>', TokenKind::more), set('^', TokenKind::mark);
    return table;
}();

Sign sign(char32_t c) {
    if (c < 0x80) return ascii_signs[c];
    switch (c) {
        case 0xff0c:
        case 0x3001:
        case 0xff64:
        case 0x60c:
        case 0xfe50:
            return {TokenKind::comma, ','};
        case 0xff1b:
        case 0x61b:
            return {TokenKind::semicolon, ';'};
        case 0x2022:
        case 0x25cf:
        case 0xb7:
        case 0x25aa:
        case 0x25ab:
        case 0x25a0:
        case 0x25e6:
        case 0x2023:
        case 0x2219:
        case 0x22c5:
        case 0x25cb:
        case 0x25c6:
        case 0x2043:
        case 0x27a4:
        case 0x2713:
        case 0x2714:
        case 0x2726:
        case 0xf0b7:
        case 0x204c:
        case 0x204d:
            return {TokenKind::bullet, '\1'};
        case 0xff5c:
        case 0xa6:
        case 0x2502:
            return {TokenKind::pipe, '|'};
        case 0xff0f:
        case 0x2044:
        case 0x2215:
            return {TokenKind::slash, '/'};
        case 0xff3c:
            return {TokenKind::backslash, '\\'};
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
        case 0xff0d:
        case 0xfe63:
        case 0x2e3a:
            return {TokenKind::dash, '-'};
        case 0x3002:
        case 0xff0e:
        case 0xff61:
        case 0x2026:
            return {TokenKind::stop, '.'};
        case 0xff1a:
        case 0xfe55:
            return {TokenKind::colon, ':'};
        case 0xff08:
        case 0x3010:
        case 0x300c:
        case 0x3014:
        case 0xff3b:
        case 0x3016:
            return {TokenKind::open, '('};
        case 0xff09:
        case 0x3011:
        case 0x300d:
        case 0x3015:
        case 0xff3d:
        case 0x3017:
            return {TokenKind::close, ')'};
        case 0x2020:
        case 0x2021:
        case 0xa7:
        case 0xb9:
        case 0xb2:
        case 0xb3:
        case 0x2070:
        case 0xae:
        case 0x2122:
        case 0xa9:
        case 0xb0:
        case 0x2da:
        case 0x2120:
        case 0x203b:
        case 0xb6:
        case 0x25ca:
        case 0x2666:
        case 0x2217:
        case 0xff0a:
        case 0xba:
        case 0xaa:
        case 0x1d43:
        case 0x2071:
        case 0x2460:
        case 0x2461:
        case 0x2462:
            return {TokenKind::mark, '*'};
        case 0xff05:
        case 0xfe6a:
        case 0x66a:
            return {TokenKind::percent, '%'};
        case 0xff0b:
            return {TokenKind::plus, '+'};
        case 0xb1:
            return {TokenKind::other, '\2'};  // the sign ±
        case 0xff06:
            return {TokenKind::ampersand, '&'};
        case 0x201c:
        case 0x201d:
        case 0x201e:
        case 0xff02:
            return {TokenKind::quote, '"'};
        case 0x2264:
        case 0xff1c:
        case 0x2266:
            return {TokenKind::less, '<'};
        case 0x2265:
        case 0xff1e:
        case 0x2267:
            return {TokenKind::more, '>'};
        default:
            break;
    }
    if (c >= 0x2074 && c <= 0x2079) return {TokenKind::mark, '*'};
    return {TokenKind::other, '\3'};
}

bool apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x60 || c == 0xb4;
}
bool ideograph(char32_t c) {
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff66 && c <= 0xff9f);
}

enum class Class : std::uint8_t { blank, letter, digit, sign };

Class class_of(char32_t c) {
    if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Class::letter;
        if (c >= '0' && c <= '9') return Class::digit;
        return c == ' ' || (c >= 9 && c <= 13) || c < 0x20 ? Class::blank : Class::sign;
    }
    if (c == 0xaa || c == 0xba) return Class::sign;  // ordinal signs are letters to Unicode, marks to labels
    if (base::is_letter(c) || c == 0xfffd || (c >= 0x300 && c <= 0x36f) || c == 0x30fb || c == 0x30fc)
        return Class::letter;
    if (base::is_digit(c)) return Class::digit;
    if (base::is_space(c)) return Class::blank;
    return sign(c).kind == TokenKind::other && c > 0xa0 && c != 0xb1 && c < 0x2000 ? Class::letter : Class::sign;
}

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size() / 5 + 8); }

    Tokens run() {
        while (at_ < text_.size()) step();
        return std::move(tokens_);
    }

  private:
    void step() {
        const base::CodePoint point = base::decode(text_, at_);
        switch (class_of(point.value)) {
            case Class::blank:
                blank(point.value);
                at_ += point.length;
                break;
            case Class::sign: {
                const Sign found = sign(point.value);
                Token& token = add(found.kind, at_, at_ + point.length);
                token.hash = word_hash(std::string_view(&found.hashed, 1));
                at_ += point.length;
                break;
            }
            default:
                word();
                break;
        }
    }

    void blank(char32_t value) {
        if (value == '\n' || value == '\r' || value == 0x2028 || value == 0x2029 || value == 0x85) {
            // CR LF is one line end.
            if (!(value == '\n' && at_ > 0 && text_[at_ - 1] == '\r')) ++lines_;
        } else {
            blanks_ += value == '\t' ? 3 : 1;
        }
    }

    Token& add(TokenKind kind, std::size_t from, std::size_t to) {
        Gap gap = Gap::none;
        if (blanks_ > 0) gap = blanks_ > 2 ? Gap::wide : Gap::blank;
        if (lines_ > 0) gap = lines_ > 1 ? Gap::paragraph : Gap::line;
        blanks_ = lines_ = 0;
        Token token;
        token.from = static_cast<std::uint32_t>(from);
        token.to = static_cast<std::uint32_t>(to);
        token.kind = kind;
        token.gap = gap;
        tokens_.push_back(token);
        return tokens_.back();
    }

    void word() {
        const std::size_t from = at_;
        std::size_t small = 0;  // small letters since the last change of case
        std::uint8_t shape = 0;
        bool digits_only = true;
        while (at_ < text_.size()) {
            const base::CodePoint point = base::decode(text_, at_);
            const Class found = class_of(point.value);
            if (point.value == '.' && digits_only && at_ > from && decimal_point()) {
                at_ += point.length;
                continue;
            }
            if (found == Class::sign && !(apostrophe(point.value) && at_ > from && letter_follows(point.length))) break;
            if (found == Class::blank) break;
            if (found == Class::digit) {
                if (at_ == from) shape |= digit_first;
                shape |= has_digit;
                small = 0;
            } else {
                digits_only = false;
                if (point.length > 1) shape |= non_ascii;
                if (ideograph(point.value)) shape |= ideographic;
                const bool upper = base::is_upper(point.value);
                // "CitralPlease": three small letters, a capital, a small letter.
                if (upper && small >= 3 && small_follows(point.length)) {
                    finish(from, shape, false);
                    next_is_joint_ = true;
                    return;
                }
                if (upper && at_ == from) shape |= upper_first;
                shape = static_cast<std::uint8_t>(shape | (upper                                          ? has_upper
                                                           : point.length == 1 || !ideograph(point.value) ? has_lower
                                                                                                          : 0));
                small = upper ? 0 : small + 1;
            }
            at_ += point.length;
        }
        finish(from, shape, digits_only);
        next_is_joint_ = false;
    }

    void finish(std::size_t from, std::uint8_t shape, bool number) {
        Token& token = add(number ? TokenKind::number : TokenKind::word, from, at_);
        token.shape = static_cast<std::uint8_t>(shape | (next_is_joint_ && token.gap == Gap::none ? joint : 0));
        token.hash = number ? number_hash : word_hash(text_.substr(from, at_ - from));
    }

    [[nodiscard]] bool decimal_point() const {
        return at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9';
    }
    [[nodiscard]] bool letter_follows(std::size_t length) const {
        return at_ + length < text_.size() && class_of(base::decode(text_, at_ + length).value) == Class::letter;
    }
    [[nodiscard]] bool small_follows(std::size_t length) const {
        if (at_ + length >= text_.size()) return false;
        const char32_t next = base::decode(text_, at_ + length).value;
        return class_of(next) == Class::letter && !base::is_upper(next);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t blanks_ = 0;
    std::size_t lines_ = 0;
    bool next_is_joint_ = false;
    Tokens tokens_;
};

}  // namespace

Tokens scan(std::string_view text) {
    return Scanner(text).run();
}

std::uint64_t word_hash(std::string_view word) {
    std::array<char, 32> small{};
    if (word.size() <= small.size()) {
        bool ascii = true;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const char c = word[i];
            ascii = ascii && static_cast<unsigned char>(c) < 0x80;
            small[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (ascii) return base::hash64(std::string_view(small.data(), word.size())) | 2U;
    }
    const std::string folded = base::fold(word);
    std::string plain;  // typographic apostrophes as typed ones
    for (std::size_t at = 0; at < folded.size();) {
        const base::CodePoint point = base::decode(folded, at);
        if (point.value == 0x2019 || point.value == 0x2018) {
            plain += '\'';
        } else {
            plain.append(folded, at, point.length);
        }
        at += point.length;
    }
    return base::hash64(plain) | 2U;
}

}  // namespace incilint::label
