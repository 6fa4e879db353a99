#include "yaml/everyday.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "yaml/places.h"

namespace incilint::yaml {
namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_break(char c) {
    return c == '\n' || c == '\r';  // CR stands before LF only, yaml/prepare.h
}
bool is_of_key(char c) {
    return is_word(c) || c == '_' || c == '-' || c == '.' || c == '/';
}
/// What a plain text may begin with and mean nothing else by it.
bool begins_plain(char c) {
    return is_word(c) || c == '_' || c == '/' || c == '(' || c == '+' || static_cast<unsigned char>(c) >= 0x80;
}
/// Plain texts that YAML reads as no value at all.
bool is_null(std::string_view text) {
    return text == "null" || text == "Null" || text == "NULL" || text == "~";
}

class Everyday {
  public:
    Everyday(std::string_view text, std::size_t before, const Limits& limits)
        : text_(text), limits_(limits), places_(text, before) {}

    std::optional<Node> run() {
        Node root;
        line_start();
        if (at_ >= text_.size() || !block(root, 1) || at_ < text_.size()) return std::nullopt;
        return root;
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n';
    }
    [[nodiscard]] std::size_t column() const { return at_ - line_; }
    [[nodiscard]] bool at_end_of_line() const { return is_break(peek()); }
    [[nodiscard]] bool at_dash() const { return peek() == '-' && peek(1) == ' ' && at_ < text_.size(); }
    [[nodiscard]] bool blank_before() const { return at_ == line_ || text_[at_ - 1] == ' '; }

    void skip_blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    void next_line() {
        at_ += text_[at_] == '\r' ? 2 : 1;
        line_ = at_;
    }
    /// From the start of a line to the first content, over empty lines and comments.
    void line_start() {
        while (at_ < text_.size()) {
            skip_blanks();
            if (peek() == '#') at_ = std::min(text_.find('\n', at_), text_.size());
            if (at_ >= text_.size() || !at_end_of_line()) return;
            next_line();
        }
    }
    /// Nothing but a comment may follow on this line; goes on to the next content.
    bool end_line() {
        skip_blanks();
        if (peek() == '#' && blank_before()) at_ = std::min(text_.find('\n', at_), text_.size());
        if (!at_end_of_line()) return false;
        if (at_ < text_.size()) next_line();
        line_start();
        return true;
    }

    /// The length of a key that stands here with its colon; 0: there is none.
    [[nodiscard]] std::size_t key_length() const {
        constexpr std::size_t longest = 200;  // yaml-cpp takes no key that is much longer
        if (!is_word(peek())) return 0;
        std::size_t end = at_;
        while (end < text_.size() && is_of_key(text_[end])) ++end;
        if (end >= text_.size() || text_[end] != ':' || end - at_ > longest) return 0;
        const char behind = end + 1 < text_.size() ? text_[end + 1] : '\n';
        if ((behind != ' ' && !is_break(behind)) || is_null(text_.substr(at_, end - at_))) return 0;
        return end - at_;
    }

    bool open(Node& node, Kind kind, int depth) {
        node.kind = kind;
        node.mark = places_.at(at_);
        return depth < limits_.max_depth;
    }
    Member& add_member(Node& map, std::size_t length) {
        Member& member = map.members.emplace_back();
        member.key_mark = places_.at(at_);
        member.key = text_.substr(at_, length);
        at_ += length + 1;
        return member;
    }
    bool keys_differ(const Node& map) {
        keys_.clear();
        for (const Member& member : map.members) keys_.push_back(member.key);
        std::sort(keys_.begin(), keys_.end());
        return std::adjacent_find(keys_.begin(), keys_.end()) == keys_.end();
    }

    bool block(Node& node, int depth) {
        if (at_dash()) return block_sequence(node, depth);
        if (key_length() > 0) return block_map(node, depth);
        return value(node, depth) && end_line();
    }

    bool block_map(Node& node, int depth) {
        const std::size_t indent = column();
        if (!open(node, Kind::map, depth)) return false;
        while (true) {
            const std::size_t length = key_length();
            if (length == 0) return false;
            Node& below = add_member(node, length).value;
            skip_blanks();
            if (at_end_of_line() || peek() == '#') {
                if (!end_line() || at_ >= text_.size() || column() < indent) return false;
                // A list may stand as far to the left as the key that it belongs to.
                if (column() == indent && !at_dash()) return false;
                if (!block(below, depth + 1)) return false;
            } else if (!value(below, depth + 1) || !end_line()) {
                return false;
            }
            if (at_ >= text_.size() || column() < indent) return keys_differ(node);
            if (column() > indent) return false;
        }
    }

    bool block_sequence(Node& node, int depth) {
        const std::size_t indent = column();
        if (!open(node, Kind::sequence, depth)) return false;
        while (true) {
            ++at_;
            skip_blanks();
            Node& item = node.items.emplace_back();
            if (key_length() > 0) {
                if (!block_map(item, depth + 1)) return false;
            } else if (!value(item, depth + 1) || !end_line()) {
                return false;
            }
            if (at_ >= text_.size() || column() < indent) return true;
            if (column() > indent) return false;
            if (!at_dash()) return true;
        }
    }

    /// A value that is no block, between brackets or not.
    bool value(Node& node, int depth, bool in_flow = false) {
        const char c = peek();
        if (c == '[') return flow_sequence(node, depth);
        if (c == '{') return flow_map(node, depth);
        if (c == '"' || c == '\'') return quoted(node, c);
        return plain(node, in_flow);
    }

    bool quoted(Node& node, char quote) {
        node.kind = Kind::scalar;
        node.quoted = true;
        node.mark = places_.at(at_++);
        for (; !at_end_of_line(); ++at_) {
            const char c = text_[at_];
            if (c == quote && (quote == '"' || peek(1) != quote)) {
                ++at_;
                return true;
            }
            if (c == quote) ++at_;  // two stand for one
            if (c != '\\' || quote == '\'') {
                node.text += c;
                continue;
            }
            ++at_;
            if (peek() == 'n') {
                node.text += '\n';
            } else if (peek() == '"' || peek() == '\\') {
                node.text += peek();
            } else {
                return false;
            }
        }
        return false;
    }

    bool plain(Node& node, bool in_flow) {
        const bool number = peek() == '-' && peek(1) >= '0' && peek(1) <= '9';
        if (at_ >= text_.size() || (!begins_plain(peek()) && !number)) return false;
        const std::size_t from = at_;
        for (; !at_end_of_line(); ++at_) {
            const char c = text_[at_];
            if (c == '#' && text_[at_ - 1] == ' ') break;
            if (c == ':' && (in_flow || peek(1) == ' ' || is_break(peek(1)))) return false;
            if (in_flow && (c == ',' || c == ']' || c == '}')) break;
            if (in_flow && (c == '[' || c == '{' || c == '?')) return false;
        }
        std::size_t end = at_;
        while (text_[end - 1] == ' ') --end;
        node.kind = Kind::scalar;
        node.mark = places_.at(from);
        node.text = text_.substr(from, end - from);
        return !is_null(node.text);
    }

    /// Over blanks, line ends and comments between brackets. Content may not begin a line: it could be no content.
    bool skip_white() {
        while (at_ < text_.size()) {
            skip_blanks();
            if (peek() == '#' && blank_before()) at_ = std::min(text_.find('\n', at_), text_.size());
            if (at_ >= text_.size() || !at_end_of_line()) break;
            next_line();
        }
        return at_ < text_.size() && column() > 0;
    }

    /// Behind an item: true where another follows. `fine` is false where neither a comma nor the end is there.
    bool goes_on(char close, bool& fine) {
        fine = skip_white();
        const bool comma = fine && peek() == ',';
        if (comma) {
            ++at_;
            fine = skip_white();
        }
        if (fine && peek() == close) {
            ++at_;
            return false;
        }
        fine = fine && comma;
        return fine;
    }

    bool flow_sequence(Node& node, int depth) {
        if (!open(node, Kind::sequence, depth)) return false;
        ++at_;
        bool fine = skip_white();
        if (fine && peek() == ']') {
            ++at_;
            return true;
        }
        do {
            if (!fine || !value(node.items.emplace_back(), depth + 1, true)) return false;
        } while (goes_on(']', fine));
        return fine;
    }

    bool flow_map(Node& node, int depth) {
        if (!open(node, Kind::map, depth)) return false;
        ++at_;
        bool fine = skip_white();
        if (fine && peek() == '}') {
            ++at_;
            return true;
        }
        do {
            const std::size_t length = fine ? key_length() : 0;
            if (length == 0) return false;
            Node& below = add_member(node, length).value;
            if (!skip_white() || !value(below, depth + 1, true)) return false;
        } while (goes_on('}', fine));
        return fine && keys_differ(node);
    }

    std::string_view text_;
    const Limits& limits_;
    Places places_;
    std::size_t at_ = 0;
    std::size_t line_ = 0;  ///< where the line starts
    std::vector<std::string_view> keys_;
};

}  // namespace

std::optional<Node> read_everyday(const Prepared& prepared, std::string_view original, const Limits& limits) {
    const std::string_view text = prepared.text;
    // Within the limits nothing has to be counted: a value takes a byte at least.
    const bool small = prepared.values < limits.max_nodes / 2 && text.size() <= limits.max_scalar_bytes;
    const bool plain = text.find('\t') == text.npos && text.find("\xef\xbb\xbf") == text.npos;
    if (!small || !plain || !prepared.shifts.empty()) return std::nullopt;
    return Everyday(text, original.size() - without_bom(original).size(), limits).run();
}

}  // namespace incilint::yaml
