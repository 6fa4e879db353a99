#include "yaml/sketch.h"

#include <algorithm>
#include <string_view>

namespace incilint::yaml {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
bool is_break(char c) {
    return c == '\n' || c == '\r';
}

std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        const char c = text[i];
        const char lower = static_cast<char>(c | 0x20);
        if (c >= '0' && c <= '9') {
            value = value * 16 + static_cast<unsigned>(c - '0');
        } else if (lower >= 'a' && lower <= 'f') {
            value = value * 16 + static_cast<unsigned>(lower - 'a' + 10);
        } else {
            return std::nullopt;
        }
    }
    return value;
}

std::optional<SurrogatePair> pair_at(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) != "\\u" || text.substr(at + 2).size() < 10) return std::nullopt;
    const auto high = hex4(text, at + 2);
    if (!high || *high < 0xd800 || *high > 0xdbff || text.substr(at + 6, 2) != "\\u") return std::nullopt;
    const auto low = hex4(text, at + 8);
    if (!low || *low < 0xdc00 || *low > 0xdfff) return std::nullopt;
    return SurrogatePair{at, static_cast<char32_t>(0x10000U + ((*high - 0xd800U) << 10U) + (*low - 0xdc00U))};
}

class Walk {
  public:
    Walk(std::string& text, const Limits& limits) : text_(text), limits_(limits) {}

    Sketch run() {
        while (at_ < text_.size() && !sketch_.fault) {
            if (line_start_) {
                start_line();
            } else {
                step();
            }
        }
        if (depth_ > 0) sketch_.unclosed = opened_[static_cast<std::size_t>(depth_) - 1];
        return sketch_;
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n'; }
    /// True where an indicator (- ? :) stands alone, as YAML wants it in block text.
    [[nodiscard]] bool blank_follows() const { return is_blank(peek(1)) || is_break(peek(1)); }
    void fail(SketchFault::Kind kind, std::size_t at) { sketch_.fault = SketchFault{kind, at}; }

    void start_line() {
        line_start_ = false;
        if (depth_ == 0) fresh_ = true;
        parent_ = -1;
        const std::size_t start = at_;
        std::size_t tab = text_.size();
        while (at_ < text_.size() && is_blank(text_[at_])) {
            if (text_[at_] == '\t' && tab == text_.size()) tab = at_;
            ++at_;
        }
        const bool content = at_ < text_.size() && !is_break(text_[at_]) && text_[at_] != '#';
        if (tab < text_.size()) {
            if (depth_ == 0 && content) {
                fail(SketchFault::Kind::tab, tab);
            } else {
                std::replace(text_.begin() + static_cast<std::ptrdiff_t>(tab),
                             text_.begin() + static_cast<std::ptrdiff_t>(at_), '\t', ' ');
            }
        }
        constexpr std::size_t max_directives = 8;
        if (depth_ == 0 && at_ == start && content && text_[at_] == '%' && ++directives_ > max_directives) {
            fail(SketchFault::Kind::directives, at_);
        }
        indent_ = static_cast<int>(at_ - start);
        line_ = start;
    }

    void step() {
        const char c = text_[at_];
        if (is_break(c)) {
            line_start_ = c == '\n';
            ++at_;
        } else if (is_blank(c)) {
            if (fresh_ && depth_ == 0) text_[at_] = ' ';
            ++at_;
        } else if (c == '#' && (at_ == line_ || is_blank(text_[at_ - 1]))) {
            skip_line();
        } else if (fresh_) {
            token(c);
        } else {
            plain(c);
        }
    }

    /// `c` stands where a value, key or indicator may begin.
    void token(char c) {
        if (c == '&' && ++anchors_ > limits_.max_anchors) return fail(SketchFault::Kind::anchors, at_);
        if (at_ == line_ && text_.compare(at_, 3, "---") == 0 && (is_blank(peek(3)) || is_break(peek(3)))) {
            at_ += 3;  // the mark of a document: a value may follow it
        } else if (c == '"' || c == '\'') {
            skip_quoted(c);
            fresh_ = false;
        } else if (c == '[' || c == '{') {
            open();
        } else if (depth_ > 0) {
            flow(c);
        } else if ((c == '-' || c == '?') && blank_follows()) {
            parent_ = static_cast<int>(at_ - line_);
            count();
            ++at_;
            indent_after_dash();
        } else if (c == '|' || c == '>') {
            skip_block_scalar();
        } else if (c == '&' || c == '!' || c == '*') {
            while (at_ < text_.size() && !is_blank(text_[at_]) && !is_break(text_[at_])) ++at_;
        } else {
            plain(c);
        }
    }

    /// `- key: |` nests its text below the key, not below the dash.
    void indent_after_dash() {
        std::size_t next = at_;
        while (next < text_.size() && text_[next] == ' ') ++next;
        indent_ = static_cast<int>(next - line_);
    }

    /// Inside a plain scalar, or after a quoted one.
    void plain(char c) {
        fresh_ = false;
        if (depth_ > 0) {
            flow(c);
        } else if (c == ':' && blank_follows()) {
            fresh_ = true;
            parent_ = indent_;
            count();
            ++at_;
        } else {
            ++at_;
        }
    }

    void flow(char c) {
        if (c == ',') {
            count();
            fresh_ = true;
        } else if (c == '[' || c == '{') {
            open();
            return;
        } else if (c == ']' || c == '}') {
            --depth_;
            fresh_ = false;
        } else {
            // After a quoted key JSON writes no blank behind the colon.
            fresh_ = c == ':' || (c == '?' && blank_follows());
        }
        ++at_;
    }

    void open() {
        opened_.resize(static_cast<std::size_t>(depth_));
        opened_.push_back(at_);
        if (++depth_ > limits_.max_depth) fail(SketchFault::Kind::deep, at_);
        count();
        fresh_ = true;
        ++at_;
    }

    void count() {
        if (++sketch_.values > limits_.max_nodes && !sketch_.fault) fail(SketchFault::Kind::many, at_);
    }

    void skip_line() {
        while (at_ < text_.size() && !is_break(text_[at_])) ++at_;
    }

    void skip_quoted(char quote) {
        ++at_;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == quote && quote == '\'' && peek(1) == '\'') {
                at_ += 2;
            } else if (c == quote) {
                ++at_;
                return;
            } else if (c == '\\' && quote == '"') {
                const auto pair = pair_at(text_, at_);
                if (pair) sketch_.pairs.push_back(*pair);
                at_ += pair ? SurrogatePair::length : 2;
            } else {
                ++at_;
            }
        }
    }

    /// Skips the lines of a `|` or `>` scalar: all that are blank or indented deeper than the parent.
    void skip_block_scalar() {
        skip_line();
        bool begun = false;  // a line with more than white space has been
        while (at_ < text_.size()) {
            std::size_t next = at_;
            while (next < text_.size() && is_break(text_[next])) ++next;
            std::size_t content = next;
            // Only spaces indent: a tab belongs to the text.
            while (content < text_.size() && text_[content] == ' ') ++content;
            const std::size_t sign = text_.find_first_not_of(" \t", content);
            const bool blank = sign < text_.size() && is_break(text_[sign]);
            const bool inside = static_cast<int>(content - next) > parent_;
            if (!blank && !inside) break;
            // A tab begins the text where nothing else has: libyaml would take it for indentation.
            if (!begun && inside && content < text_.size() && text_[content] == '\t') {
                text_[content] = Sketch::first_tab;
                sketch_.tabs = begun = true;
            }
            begun |= !blank;
            at_ = content;
            skip_line();
        }
    }

    std::string& text_;
    const Limits& limits_;
    Sketch sketch_;
    std::vector<std::size_t> opened_;  ///< where each open flow bracket stands
    std::size_t at_ = 0;
    std::size_t line_ = 0;  ///< where the line starts
    std::size_t anchors_ = 0;
    std::size_t directives_ = 0;
    int depth_ = 0;    ///< open flow brackets
    int indent_ = 0;   ///< column of the innermost block node on this line
    int parent_ = -1;  ///< indent that the lines of a block scalar must exceed
    bool line_start_ = true;
    bool fresh_ = true;  ///< a token may begin here
};

}  // namespace

Sketch sketch_of(std::string& text, const Limits& limits) {
    return Walk(text, limits).run();
}

}  // namespace incilint::yaml
