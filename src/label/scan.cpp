#include "label/scan.h"

#include <array>
#include <bit>

#include "base/bytes.h"
#include "base/long_vector.h"
#include "label/signs.h"
#include "label/word_hash.h"

namespace incilint::label {
namespace {

/// What an ASCII byte is; all others end the quick way.
enum class Byte : std::uint8_t { other, small, capital, digit, blank, sign };

constexpr std::array<Byte, 256> bytes = [] {
    std::array<Byte, 256> table{};
    for (std::size_t c = 0; c < 0x80; ++c) table[c] = c <= ' ' ? Byte::blank : Byte::sign;
    for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = Byte::small;
    for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = Byte::capital;
    for (std::size_t c = '0'; c <= '9'; ++c) table[c] = Byte::digit;
    table['\''] = table['`'] = Byte::other;  // apostrophes stand within words
    return table;
}();

constexpr Byte byte_of(char c) {
    return bytes[static_cast<std::uint8_t>(c)];
}

/// A blank or sign of ASCII behind letters ends their word.
constexpr bool ends_letters(char c) {
    return byte_of(c) >= Byte::blank;
}

/// A letter that UTF-8 read in a wrong encoding begins with ("Ã©", "â€™"): the sign after it was part of a letter.
bool misread_lead(char32_t c) {
    return (c >= 0xc2 && c <= 0xef) || c == 0x20ac;
}

class Scanner {
  public:
    Scanner(std::string_view text, Tokens& tokens) : text_(text), tokens_(tokens) {
        tokens_.clear();
        // What is reserved and never written costs nothing in a long text.
        tokens_.reserve(text.size() / (text.size() < base::large_block / 4 ? 5 : 2) + 8);
    }

    void run() {
        while (at_ < text_.size()) step();
    }

  private:
    void step() {
        const char byte = text_[at_];
        const Byte first = byte_of(byte);
        if (first == Byte::small || first == Byte::capital) {
            if (!plain_word()) word();
            return;
        }
        if (byte == ' ') {
            ++blanks_;
            ++at_;
            return;
        }
        if (first == Byte::sign) return sign(static_cast<char32_t>(byte), 1);
        const base::CodePoint point = base::decode(text_, at_);
        switch (class_of(point.value)) {
            case CharacterClass::blank:
                blank(point.value);
                at_ += point.length;
                break;
            case CharacterClass::sign:
                sign(point.value, point.length);
                break;
            default:
                word();
                break;
        }
    }

    void sign(char32_t value, std::size_t length) {
        const bool ascii = value < ascii_kinds.size();
        const Sign found = ascii ? Sign{ascii_kinds[value], static_cast<char>(value)} : sign_of(value);
        add(found.kind, at_, at_ + length, ascii ? ascii_hashes[value] : hash_of_sign(found.hashed));
        at_ += length;
    }

    void blank(char32_t value) {
        if (value == '\n' || value == '\r' || value == 0x2028 || value == 0x2029 || value == 0x85) {
            // CR LF is one line end.
            if (!(value == '\n' && at_ > 0 && text_[at_ - 1] == '\r')) ++lines_;
        } else {
            blanks_ += value == '\t' ? 3 : 1;
        }
    }

    void add(TokenKind kind, std::size_t from, std::size_t to, std::uint64_t hash, unsigned shape = 0) {
        Gap gap = Gap::none;
        if (blanks_ > 0) gap = blanks_ > 2 ? Gap::wide : Gap::blank;
        if (lines_ > 0) gap = lines_ > 1 ? Gap::paragraph : Gap::line;
        blanks_ = lines_ = 0;
        Token& token = tokens_.emplace_back();
        token.from = static_cast<std::uint32_t>(from);
        token.to = static_cast<std::uint32_t>(to);
        token.hash = hash;
        token.kind = kind;
        token.gap = gap;
        token.shape = static_cast<std::uint8_t>(shape);
    }

    /// Shape::joint, where a word that begins here is.
    [[nodiscard]] unsigned joint_here() const {
        return next_is_joint_ && blanks_ + lines_ == 0 ? static_cast<unsigned>(joint) : 0;
    }

    /// A word of ASCII letters with a blank or a common sign behind it: what most of a label is. False, and nothing
    /// taken, where more must be known to tell where the word ends.
    bool plain_word() {
        WordHash hash;
        std::uint64_t capitals = 0;
        std::uint64_t small = 0;
        std::uint64_t small_before = 0;  // of the eight bytes before
        std::size_t at = at_;
        for (std::size_t count = 8; count == 8; at += count) {
            if (at + 8 > text_.size()) return false;
            const Eight eight{base::load_u64(text_, at)};
            std::uint64_t letters = eight.letters();
            std::uint64_t kept = ~std::uint64_t{0};
            if (letters != Eight::high) {
                count = static_cast<std::size_t>(std::countr_zero(~letters & Eight::high)) / 8;
                kept = (std::uint64_t{1} << 8 * count) - 1;
                letters &= kept;
            }
            const std::uint64_t lower = eight.small(letters);
            const std::uint64_t upper = letters & ~lower;
            // A capital behind two small letters may be a seam.
            if ((upper & (lower << 8 | small_before >> 56) & (lower << 16 | small_before >> 48)) != 0) return false;
            if (count > 0) hash.take(eight.bytes & kept, upper);
            small_before = lower;
            capitals |= upper;
            small |= lower;
        }
        if (!ends_letters(text_[at])) return false;
        unsigned shape = joint_here();
        if (byte_of(text_[at_]) == Byte::capital) shape |= upper_first;
        if (small != 0) shape |= has_lower;
        if (capitals != 0) shape |= has_upper;
        add(TokenKind::word, at_, at, hash.of(at - at_), shape);
        next_is_joint_ = false;
        at_ = at;
        if (text_[at] == ' ') ++blanks_, ++at_;
        return true;
    }

    void word() {
        const std::size_t from = at_;
        Word word;
        while (at_ < text_.size()) {
            const base::CodePoint point = base::decode(text_, at_);
            const CharacterClass found = class_of(point.value);
            if (found == CharacterClass::blank || ends_word(word, point, found)) break;
            if (found == CharacterClass::digit) {
                if (at_ == from) word.shape |= digit_first;
                word.shape |= has_digit;
                word.small = 0;
            } else if (found == CharacterClass::letter) {
                const bool upper = base::is_upper(point.value);
                // "CitralPlease": two small letters, a capital, a small letter; "CitralDAILY": four and three capitals.
                if (upper && ((word.small >= 2 && small_follows(point.length)) ||
                              (word.small >= 4 && capitals_follow(point.length)))) {
                    finish(from, word);
                    next_is_joint_ = true;
                    return;
                }
                add_letter(word, point, upper);
                if (upper && at_ == from) word.shape |= upper_first;
                word.before = point.value;
                at_ += point.length;
                plain_letters(word);
                continue;
            }
            word.before = point.value;
            at_ += point.length;
        }
        finish(from, word);
        next_is_joint_ = false;
    }

    struct Word;
    /// ASCII letters behind a letter, up to where a seam may be: what most of a label is.
    void plain_letters(Word& word) {
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c >= 'a' && c <= 'z') {
                word.shape |= has_lower;
                ++word.small;
            } else if (c >= 'A' && c <= 'Z' && word.small < 2) {
                word.shape |= has_upper;
                word.small = 0;
            } else {
                return;
            }
            word.before = static_cast<char32_t>(c);
        }
    }

    struct Word {
        std::uint8_t shape = 0;
        std::size_t small = 0;  ///< small letters since the last change of case
        bool digits_only = true;
        char32_t before = 0;
    };

    [[nodiscard]] bool ends_word(const Word& word, const base::CodePoint& point, CharacterClass found) const {
        if (word.before == 0) return false;
        if (point.value == '.') return !(word.digits_only && decimal_point());
        if (found == CharacterClass::digit)
            return ideograph(word.before) || (word.small > 2 && percent_follows());  // "エキス5％", "Oxide15%"
        if (found == CharacterClass::letter)
            return word.digits_only && (text_.substr(at_, 3) == "ppm" || text_.substr(at_, 3) == "mg/");
        if (apostrophe(point.value)) return !letter_follows(point.length);
        return !(point.length > 1 && misread_lead(word.before) && letter_follows_soon(point.length));
    }

    static void add_letter(Word& word, const base::CodePoint& point, bool upper) {
        const bool sign = ideograph(point.value);
        word.digits_only = false;
        if (point.length > 1) word.shape |= non_ascii;
        if (sign) word.shape |= ideographic;
        if (upper) word.shape |= has_upper;
        if (!upper && !sign) word.shape |= has_lower;
        word.small = upper ? 0 : word.small + 1;
    }

    void finish(std::size_t from, const Word& word) {
        const std::uint64_t hash = word.digits_only ? number_hash : word_hash(text_.substr(from, at_ - from));
        add(word.digits_only ? TokenKind::number : TokenKind::word, from, at_, hash, word.shape | joint_here());
    }

    [[nodiscard]] bool decimal_point() const {
        return at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9';
    }
    [[nodiscard]] bool letter_follows(std::size_t length) const {
        return at_ + length < text_.size() &&
               class_of(base::decode(text_, at_ + length).value) == CharacterClass::letter;
    }
    /// A letter comes next, or after one more sign ("â€™O").
    [[nodiscard]] bool letter_follows_soon(std::size_t length) const {
        if (letter_follows(length)) return true;
        const std::size_t next = at_ + length;
        return next < text_.size() && letter_follows(length + base::decode(text_, next).length);
    }
    /// A short number and a percent sign stand here.
    [[nodiscard]] bool percent_follows() const {
        constexpr std::size_t longest = 6;
        std::size_t at = at_;
        while (at < text_.size() && at < at_ + longest &&
               ((text_[at] >= '0' && text_[at] <= '9') || text_[at] == '.' || text_[at] == ',')) {
            ++at;
        }
        return at < text_.size() && text_[at] == '%';
    }
    [[nodiscard]] bool capitals_follow(std::size_t length) const {
        for (std::size_t at = at_ + length, count = 0; count < 2; ++count) {
            if (at >= text_.size()) return false;
            const base::CodePoint next = base::decode(text_, at);
            if (class_of(next.value) != CharacterClass::letter || !base::is_upper(next.value)) return false;
            at += next.length;
        }
        return true;
    }
    [[nodiscard]] bool small_follows(std::size_t length) const {
        if (at_ + length >= text_.size()) return false;
        const char32_t next = base::decode(text_, at_ + length).value;
        return class_of(next) == CharacterClass::letter && !base::is_upper(next);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t blanks_ = 0;
    std::size_t lines_ = 0;
    bool next_is_joint_ = false;
    Tokens& tokens_;
};

}  // namespace

void scan(std::string_view text, Tokens& tokens) {
    Scanner(text, tokens).run();
}

Tokens scan(std::string_view text) {
    Tokens tokens;
    scan(text, tokens);
    return tokens;
}

}  // namespace incilint::label
