#include "lexicon/normal.h"

#include <algorithm>

#include "base/fold.h"
#include "base/text.h"

namespace incilint::lexicon {
namespace {

/// What a byte of a folded name does to its normal form.
enum class Kind : std::uint8_t { keep, blank, tight, drop, other };

constexpr std::array<Kind, 256> make_kinds() {
    std::array<Kind, 256> kinds{};
    for (std::size_t byte = 0; byte < 256; ++byte) kinds[byte] = byte < 0x80 ? Kind::keep : Kind::other;
    for (const char byte : std::string_view(" \t\n\v\f\r-")) kinds[static_cast<std::uint8_t>(byte)] = Kind::blank;
    for (const char byte : std::string_view("()[]/\\,;")) kinds[static_cast<std::uint8_t>(byte)] = Kind::tight;
    kinds['*'] = Kind::drop;
    return kinds;
}
constexpr std::array<Kind, 256> kinds = make_kinds();

constexpr std::array<char, 256> make_small() {
    std::array<char, 256> bytes{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        bytes[byte] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    }
    bytes['`'] = '\'';
    return bytes;
}
/// ASCII letters as small ones, a grave accent as the quote it stands for.
constexpr std::array<char, 256> small = make_small();

constexpr bool within(char32_t value, char32_t from, char32_t to) {
    return value >= from && value <= to;
}

bool is_mark(char32_t value) {
    constexpr std::u32string_view marks = U"*＊†‡§¶°®©™℠¹²³∗⁎⁑⁕✱✲※ªº";
    return marks.find(value) != std::u32string_view::npos || value == 0x2070 || within(value, 0x2074, 0x2079);
}

bool is_dash(char32_t value) {
    return within(value, 0x2010, 0x2015) || value == 0x2043 || value == 0x2212 || value == 0xfe58 || value == 0xfe63 ||
           value == 0xff0d;
}

char quote(char32_t value) {
    constexpr std::u32string_view single = U"‘’‚‛′ʼʹ´`‹›＇";
    constexpr std::u32string_view twofold = U"“”„‟″«»〝〞＂";
    if (single.find(value) != std::u32string_view::npos) return '\'';
    return twofold.find(value) != std::u32string_view::npos ? '"' : '\0';
}

/// Before folding: NFKC would make a figure of a superscript mark, letters of ™, and a combining accent of ´.
std::string without_marks(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    for (std::size_t at = 0; at < name.size();) {
        const base::CodePoint point = base::decode(name, at);
        if (const char plain = quote(point.value); plain != '\0') {
            out.push_back(plain);
        } else if (!is_mark(point.value)) {
            out.append(name.substr(at, point.length));
        }
        at += point.length;
    }
    return out;
}

/// Whether a full stop, or the blank before one, ends what stands before a slash: "alcohol denat./alcool denat.".
bool ends_before_slash(char byte, std::string_view before) {
    return (byte == '/' || byte == '\\') && (before.ends_with('.') || before.ends_with(' '));
}

/// Grows a normal form; blanks wait until it is known what follows them.
class Line {
  public:
    explicit Line(std::size_t size) { out_.reserve(size); }

    void blank() { blank_ = true; }
    void tight(char byte) {
        while (ends_before_slash(byte, out_)) out_.pop_back();
        out_.push_back(byte == '\\' ? '/' : byte);
        blank_ = false;
        glued_ = true;
    }
    void keep(std::string_view bytes) {
        settle();
        out_.append(bytes);
    }
    void keep(char byte) {
        settle();
        out_.push_back(byte);
    }
    [[nodiscard]] std::string take() {
        const auto ends = [this](std::string_view end) {
            return std::string_view(out_).ends_with(end) ? end.size() : std::size_t{0};
        };
        while (const std::size_t size = std::max({ends("."), ends(" "), ends("。"), ends("…")})) {
            out_.erase(out_.size() - size);
        }
        return std::move(out_);
    }

  private:
    void settle() {
        if (blank_ && !glued_) out_.push_back(' ');
        blank_ = false;
        glued_ = false;
    }

    std::string out_;
    bool blank_ = false;
    bool glued_ = true;  ///< no blank may follow: at the start, and after a bracket, slash, comma or semicolon
};

/// One code point beyond ASCII of a folded name.
void add_other(Line& line, std::string_view folded, std::size_t at, base::CodePoint point) {
    if (is_mark(point.value)) return;
    if (is_dash(point.value) || base::is_space(point.value)) {
        line.blank();
    } else if (const char plain = quote(point.value); plain != '\0') {
        line.keep(plain);
    } else {
        line.keep(folded.substr(at, point.length));
    }
}

std::string arranged(std::string_view folded) {
    Line line(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const char byte = folded[at];
        const Kind kind = kinds[static_cast<std::uint8_t>(byte)];
        if (kind == Kind::other) {
            const base::CodePoint point = base::decode(folded, at);
            add_other(line, folded, at, point);
            at += point.length;
            continue;
        }
        ++at;
        if (kind == Kind::keep) {
            line.keep(small[static_cast<std::uint8_t>(byte)]);
        } else if (kind == Kind::blank) {
            line.blank();
        } else if (kind == Kind::tight) {
            line.tight(byte);
        }
    }
    return line.take();
}

/// The same for ASCII, which most names are: no decoding, one write a byte.
std::string arranged_ascii(std::string_view name) {
    std::string out(name.size(), ' ');
    std::size_t size = 0;
    bool blank = false;
    bool glued = true;
    for (const char byte : name) {
        const auto value = static_cast<std::uint8_t>(byte);
        const Kind kind = kinds[value];
        if (kind == Kind::keep) {
            if (blank && !glued) ++size;  // the buffer is blanks already
            out[size++] = small[value];
            blank = glued = false;
        } else if (kind == Kind::blank) {
            blank = true;
        } else if (kind == Kind::tight) {
            while (ends_before_slash(byte, std::string_view(out).substr(0, size))) out[--size] = ' ';
            out[size++] = byte == '\\' ? '/' : byte;
            blank = false;
            glued = true;
        }
    }
    while (size > 0 && (out[size - 1] == '.' || out[size - 1] == ' ')) --size;
    out.erase(size);
    return out;
}

std::size_t two_hash(char before, char last) {
    return (static_cast<std::size_t>(static_cast<std::uint8_t>(before)) * 31 + static_cast<std::uint8_t>(last)) & 4095;
}

/// Of the last two bytes.
std::size_t end_hash(std::string_view text) {
    return two_hash(text[text.size() - 2], text.back());
}

}  // namespace

SpellingPairs::SpellingPairs(std::vector<Pair> pairs) : pairs_(std::move(pairs)) {
    std::erase_if(pairs_, [](const Pair& pair) { return pair.first.size() < 2 || pair.first == pair.second; });
    std::stable_sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) {
        if (end_hash(a.first) != end_hash(b.first)) return end_hash(a.first) < end_hash(b.first);
        return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first < b.first;
    });
    for (std::size_t i = pairs_.size(); i > 0; --i)
        first_[end_hash(pairs_[i - 1].first)] = static_cast<std::uint16_t>(i);
}

const SpellingPairs::Pair* SpellingPairs::ending(std::string_view text) const {
    if (text.size() < 2) return nullptr;
    const std::size_t hash = end_hash(text);
    const std::size_t first = first_[hash];
    if (first == 0) return nullptr;
    for (std::size_t i = first - 1; i < pairs_.size() && end_hash(pairs_[i].first) == hash; ++i)
        if (text.ends_with(pairs_[i].first)) return &pairs_[i];
    return nullptr;
}

void SpellingPairs::apply(std::string& text) const {
    std::size_t first = 0;
    for (first = 1; first < text.size(); ++first) {
        if (first_[two_hash(text[first - 1], text[first])] == 0) continue;
        if (ending(std::string_view(text).substr(0, first + 1)) != nullptr) break;
    }
    if (first >= text.size()) return;
    // What was written never holds a `from`: so the result is a fixed point. A replacement is read again, byte by byte;
    // the budget ends pairs that would feed each other for ever (the build refuses them).
    std::string out(text, 0, first);
    std::string waiting;
    std::size_t budget = 4 * text.size() + 64;
    for (std::size_t at = first; at < text.size() || !waiting.empty();) {
        if (waiting.empty()) {
            out.push_back(text[at++]);
        } else {
            out.push_back(waiting.back());
            waiting.pop_back();
        }
        const Pair* pair = budget > 0 ? ending(out) : nullptr;
        if (pair == nullptr) continue;
        --budget;
        out.erase(out.size() - pair->first.size());
        waiting.append(pair->second.rbegin(), pair->second.rend());
    }
    text = std::move(out);
}

std::string normal_form(std::string_view name, const SpellingPairs& pairs) {
    if (base::folds_as_ascii(name)) {
        std::string out = arranged_ascii(name);
        pairs.apply(out);
        return out;
    }
    // Beyond ASCII a letter may meet a combining mark only now that what stood between is gone: seldom, at most twice.
    std::string out(name);
    for (int turn = 0; turn < 4; ++turn) {
        std::string next = arranged(base::fold(without_marks(out)));
        pairs.apply(next);
        const bool settled = next == out;
        out = std::move(next);
        if (settled || base::folds_as_ascii(out)) break;
    }
    return out;
}

}  // namespace incilint::lexicon
