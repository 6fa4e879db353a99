#include "label/name.h"

#include <algorithm>

#include "label/openings.h"

namespace incilint::label {
namespace {

bool separator(TokenKind kind) {
    return kind == TokenKind::comma || kind == TokenKind::semicolon || kind == TokenKind::pipe ||
           kind == TokenKind::bullet;
}

/// What may not begin or end a name. Closed brackets belong to it, stray ones at its ends do not.
bool no_end_of_name(const Reading& reading, std::uint32_t at, bool at_end) {
    const Token& token = reading.tokens[at];
    if (token.has(silent)) return true;
    switch (token.kind) {
        case TokenKind::word:
        case TokenKind::number:
        case TokenKind::percent:
            return false;
        case TokenKind::open:
            return at_end || reading.partner[at] == none;
        case TokenKind::close:
            return !at_end || reading.partner[at] == none;
        default:
            return true;
    }
}

/// Writes tokens one after the other, with the blanks that a clean name has between them.
class NameWriter {
  public:
    NameWriter(const Reading& reading, TokenRange range, bool undo_hyphens)
        : reading_(reading), tokens_(reading.tokens), range_(range), undo_hyphens_(undo_hyphens) {}

    std::string run() {
        for (std::uint32_t i = range_.first; i < range_.last; ++i) {
            const Token& token = tokens_[i];
            gap_ = gap_ || (i > range_.first && token.gap != Gap::none);
            if (token.has(silent) || token.kind == TokenKind::quote || token.kind == TokenKind::mark) {
                skipped_ = true;
                continue;
            }
            if (undo_hyphens_ && breaks_word(i)) {
                locant_ = true;  // the parts are written without a gap
                undone_ = true;
                continue;
            }
            if (token.kind == TokenKind::open) ++depth_;
            if (token.kind == TokenKind::close && depth_ > 0) --depth_;
            if (separator(token.kind) && depth_ == 0) {
                torn(i);
            } else {
                put(i);
            }
        }
        return std::move(out_);
    }

    [[nodiscard]] bool undone() const { return undone_; }

  private:
    /// A hyphen within a word that a gap and a small letter follow.
    [[nodiscard]] bool breaks_word(std::uint32_t at) const {
        return tokens_[at].kind == TokenKind::dash && tokens_[at].gap == Gap::none && at > range_.first &&
               kind(at + 1) == TokenKind::word && tokens_[at + 1].gap != Gap::none &&
               tokens_[at - 1].kind == TokenKind::word;
    }

    [[nodiscard]] TokenKind kind(std::uint32_t at) const {
        return at < range_.last ? tokens_[at].kind : TokenKind::other;
    }

    /// A separator within a name tore it: "1 | 2-Hexanediol", "Sodium | Gluconate".
    void torn(std::uint32_t at) {
        const bool within = before_ != none && at + 1 < range_.last;
        const bool tight = within && tokens_[at].gap == Gap::none && tokens_[at + 1].gap == Gap::none;
        const bool numbers = within && tokens_[before_].kind == TokenKind::number && kind(at + 1) == TokenKind::number;
        const bool atoms = tight && tokens_[before_].to - tokens_[before_].from == 1 &&  // "N,N-Dimethyl…"
                           tokens_[at + 1].to - tokens_[at + 1].from == 1;
        const bool locants =
            tight && is_locant(reading_, tokens_[before_]) && is_locant(reading_, tokens_[at + 1]);  // "4,4A"
        if (!numbers && !atoms && !locants) {
            gap_ = true;
            return;
        }
        const bool as_printed = tight && tokens_[at].kind == TokenKind::comma;
        out_.append(as_printed ? base::slice(reading_.text, tokens_[at].span()) : ",");
        locant_ = true;
    }

    void put(std::uint32_t at) {
        const bool blank = gap_ && before_ != none && !locant_ && !glued(before_, at);
        if (blank) out_ += mends_locant(before_, at) ? ',' : ' ';
        out_.append(base::slice(reading_.text, tokens_[at].span()));
        before_ = at;
        gap_ = skipped_ = locant_ = false;
    }

    /// True where the gap between two tokens is a fault of printing.
    [[nodiscard]] bool glued(std::uint32_t left, std::uint32_t right) const {
        const Token& a = tokens_[left];
        const Token& b = tokens_[right];
        const bool line = b.gap >= Gap::line;
        if ((skipped_ || line) && (a.kind == TokenKind::open || b.kind == TokenKind::close)) return true;
        if (a.kind == TokenKind::dash && a.gap == Gap::none) return b.kind == TokenKind::number || line;
        return line && (a.kind == TokenKind::slash || a.kind == TokenKind::backslash);
    }

    /// "1 2-Hexanediol": two numbers before a hyphen are a locant.
    [[nodiscard]] bool mends_locant(std::uint32_t left, std::uint32_t right) const {
        if (tokens_[left].kind != TokenKind::number || tokens_[right].kind != TokenKind::number) return false;
        const bool dash = kind(right + 1) == TokenKind::dash && tokens_[right + 1].gap == Gap::none;
        return dash && (left == range_.first || tokens_[left - 1].kind != TokenKind::word);
    }

    const Reading& reading_;
    const Tokens& tokens_;
    TokenRange range_;
    std::string out_;
    std::uint32_t before_ = none;  ///< the token written last
    std::uint32_t depth_ = 0;
    bool gap_ = false;
    bool skipped_ = false;
    bool locant_ = false;
    bool undo_hyphens_ = false;
    bool undone_ = false;
};

}  // namespace

TokenRange trim_name(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    while (first < last && no_end_of_name(reading, first, false)) ++first;
    while (first < last && no_end_of_name(reading, last - 1, true)) --last;
    return {first, last};
}

std::string_view plain_name(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    if (first >= last) return {};
    const Tokens& tokens = reading.tokens;
    std::uint32_t depth = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        const Token& token = tokens[i];
        if (token.has(silent)) return {};
        const bool end = i == first || i + 1 == last;
        if (i > first && token.gap != Gap::none) {
            const Token& before = tokens[i - 1];
            const bool one_blank = token.from == before.to + 1 && reading.text[before.to] == ' ';
            const bool numbers = token.kind == TokenKind::number && before.kind == TokenKind::number;
            if (!one_blank || numbers || before.kind == TokenKind::dash) return {};
        }
        switch (token.kind) {
            case TokenKind::word:
            case TokenKind::number:
                break;
            case TokenKind::open:
            case TokenKind::close: {
                const std::uint32_t partner = reading.partner[i];
                if (partner == none || partner < first || partner >= last) return {};
                if (i == first && token.kind == TokenKind::close) return {};
                depth += token.kind == TokenKind::open ? 1 : 0;
                depth -= token.kind == TokenKind::close ? 1 : 0;
                break;
            }
            case TokenKind::comma: {
                const bool locant = !end && token.gap == Gap::none && tokens[i + 1].gap == Gap::none &&
                                    tokens[i - 1].kind == TokenKind::number && tokens[i + 1].kind == TokenKind::number;
                if (depth == 0 && !locant) return {};
                break;
            }
            case TokenKind::slash:
            case TokenKind::backslash:
            case TokenKind::dash:
            case TokenKind::ampersand:
                if (end) return {};
                break;
            default:
                return {};
        }
    }
    return reading.text.substr(tokens[first].from, tokens[last - 1].to - tokens[first].from);
}

std::string clean_name(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    return NameWriter(reading, trim_name(reading, first, last), false).run();
}

std::string heading_name(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    const auto& tokens = reading.tokens;
    const auto says = [&](std::uint32_t at) {
        const TokenKind kind = tokens[at].kind;
        return kind == TokenKind::word || kind == TokenKind::number || kind == TokenKind::percent ||
               ((kind == TokenKind::open || kind == TokenKind::close) && reading.partner[at] != none);
    };
    while (first < last && !says(first)) ++first;
    while (first < last && !says(last - 1)) --last;
    if (first < last && tokens[first].kind == TokenKind::open && reading.partner[first] == last - 1)
        ++first, --last;  // "[Toner]"
    const auto amount = std::ranges::lower_bound(reading.amounts, first, {}, &Amount::from);
    const bool stated = amount != reading.amounts.end() && amount->to <= last;
    const bool comma = std::any_of(tokens.begin() + first, tokens.begin() + last,
                                   [](const Token& token) { return separator(token.kind); });
    // "Rose Mist (30ml)": the size tells one product of a kit from the other.
    const bool sized = std::any_of(tokens.begin() + first, tokens.begin() + last,
                                   [](const Token& token) { return token.has(silent) && token.is(has_digit); });
    if (!stated && !comma && !sized) return clean_name(reading, first, last);  // else as printed
    std::string out;
    for (const char c : reading.slice(first, last)) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            out.push_back(c);
        else if (!out.ends_with(' '))
            out.push_back(' ');
    }
    return out;
}

std::string unhyphenated_name(const Reading& reading, std::uint32_t first, std::uint32_t last) {
    NameWriter writer(reading, trim_name(reading, first, last), true);
    std::string name = writer.run();
    return writer.undone() ? name : std::string();
}

}  // namespace incilint::label
