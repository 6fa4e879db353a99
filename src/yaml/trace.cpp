#include "yaml/trace.h"

#include <algorithm>

#include "base/text.h"
#include "yaml/properties.h"

namespace incilint::yaml {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
bool is_break(char c) {
    return c == '\n' || c == '\r';
}

class Tracer {
  public:
    Tracer(std::string_view text, const Node& node)
        : text_(text), value_(node.text), at_(properties_end(text, node.mark.offset)) {}

    std::vector<Piece> run() {
        const char first = at_ < text_.size() ? text_[at_] : '\0';
        if (first == '|' || first == '>') {
            block();
        } else {
            const char quote = first == '"' || first == '\'' ? first : '\0';
            if (quote != '\0') ++at_;
            flow(quote);
        }
        if (out_.empty() || done_ < value_.size()) rest();
        return std::move(out_);
    }

  private:
    /// Where value and text came apart: what is left of the value stays inside the text.
    void rest() {
        const std::size_t left = value_.size() - std::min(done_, value_.size());
        const std::size_t last = text_.size() - std::min(left, text_.size());
        out_.push_back({done_, std::min(at_, last)});
    }

    void piece() {
        if (!out_.empty() && text_delta() == at_ - done_) return;
        out_.push_back({done_, at_});
    }
    [[nodiscard]] std::size_t text_delta() const { return out_.back().text - out_.back().value; }

    /// One byte that stands for itself; a tab may have become a space (yaml/sketch.h). False: the two have come apart.
    bool copy() {
        if (text_[at_] != value_[done_] && (text_[at_] != '\t' || value_[done_] != ' ')) return false;
        piece();
        ++at_;
        ++done_;
        return true;
    }

    /// The end of a run of blanks and line ends from at_ on; counts the lines.
    [[nodiscard]] std::size_t white_end(std::size_t& lines) const {
        std::size_t end = at_;
        for (lines = 0; end < text_.size() && (is_blank(text_[end]) || is_break(text_[end])); ++end) {
            if (text_[end] == '\n') ++lines;
        }
        return end;
    }

    void flow(char quote) {
        while (done_ < value_.size() && at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\\' && quote == '"') {
                escape();
            } else if (c == '\'' && quote == '\'') {
                piece();
                at_ += 2;
                ++done_;
            } else if (is_blank(c) || is_break(c)) {
                std::size_t lines = 0;
                const std::size_t end = white_end(lines);
                if (lines == 0) {
                    if (!copy()) return;
                    continue;
                }
                piece();
                done_ += lines == 1 ? 1 : lines - 1;
                at_ = end;
            } else if (!copy()) {
                return;
            }
        }
    }

    void escape() {
        if (at_ + 1 < text_.size() && is_break(text_[at_ + 1])) {
            std::size_t lines = 0;
            ++at_;
            at_ = white_end(lines);
            return;
        }
        const char kind = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        const base::CodePoint made = base::decode(value_, done_);
        piece();
        // JSON writes what lies beyond U+FFFF as two escapes.
        at_ += kind == 'u' && made.value > 0xffff ? 12 : 2 + digits;
        done_ += made.length;
    }

    void block() {
        const bool folded = text_[at_] == '>';
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        at_ = std::min(at_ + 1, text_.size());
        std::size_t indent = 0;
        std::size_t first = at_;
        for (; first < text_.size() && (text_[first] == ' ' || is_break(text_[first])); ++first) {
            indent = text_[first] == ' ' ? indent + 1 : 0;
        }
        // A first line that starts with blanks of its own has its indent from the header; the value tells how many.
        const std::size_t own = value_.find_first_not_of('\n');
        for (std::size_t i = own; i < value_.size() && value_[i] == ' ' && indent > 0; ++i) --indent;
        skip_indent(indent);
        while (done_ < value_.size() && at_ < text_.size()) {
            if (text_[at_] == '\r') ++at_;
            if (at_ < text_.size() && text_[at_] == '\n') {
                line_ends(folded, indent);
            } else if (!copy()) {
                return;
            }
        }
    }

    void line_ends(bool folded, std::size_t indent) {
        piece();
        std::size_t lines = 0;
        while (at_ < text_.size() && is_break(text_[at_])) {
            lines += text_[at_++] == '\n' ? 1U : 0U;
            skip_indent(indent);
        }
        if (folded && value_[done_] == ' ') {
            ++done_;
            return;
        }
        for (; lines > 0 && done_ < value_.size() && value_[done_] == '\n'; --lines) ++done_;
    }

    void skip_indent(std::size_t indent) {
        for (std::size_t i = 0; i < indent && at_ < text_.size() && text_[at_] == ' '; ++i) ++at_;
    }

    std::string_view text_;
    std::string_view value_;
    std::size_t at_ = 0;    ///< in the text
    std::size_t done_ = 0;  ///< in the value
    std::vector<Piece> out_;
};

}  // namespace

std::vector<Piece> trace(std::string_view text, const Node& node) {
    return Tracer(text, node).run();
}

}  // namespace incilint::yaml
