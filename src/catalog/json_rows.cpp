#include "catalog/json_rows.h"

#include <algorithm>
#include <optional>

namespace incilint::catalog {
namespace {

constexpr std::size_t deepest = 64;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A cursor over one JSON text. Every step is false where the text is not JSON; the first that is so says why.
class Cursor {
  public:
    Cursor(std::string_view text, base::Span span) : text_(text.substr(0, span.to)), at_(span.from) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] std::string_view why() const { return why_; }
    /// Notes why, if nothing was noted before; false.
    bool wrong(std::string_view why) { return why_ = why_.empty() ? why : why_, false; }
    [[nodiscard]] bool done() const { return at_ >= text_.size(); }
    [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }
    void blank() {
        while (!done() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
    }
    bool take(char c) {
        if (done() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool take_word(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }

    bool take_key(Field* out = nullptr) {
        if (!take_string(out)) return false;
        blank();
        return take(':') || wrong("a colon is wanted behind the key");
    }
    /// A text; its content goes to `out`, which may be null.
    bool take_string(Field* out) {
        if (!take('"')) return wrong("a text in double quotes is wanted here");
        while (!done()) {
            const std::size_t from = at_;
            while (!done() && text_[at_] != '"' && text_[at_] != '\\' && static_cast<unsigned char>(text_[at_]) >= 0x20)
                ++at_;
            if (out && at_ > from) {
                out->origin.add(out->value.size(), from);
                out->value.append(text_, from, at_ - from);
            }
            if (take('"')) {
                if (out) out->origin.add(out->value.size(), at_ - 1);
                return true;
            }
            if (done()) break;
            if (text_[at_] != '\\') return wrong("a control character stands in a text: write it as an escape");
            if (!take_escape(out)) return wrong("this is no escape that JSON knows");
        }
        return wrong("a text that has no closing quote");
    }

    bool take_number() {
        (void)take('-');
        if (!take('0') && !take_digits()) return false;
        if (take('.') && !take_digits()) return false;
        if (take('e') || take('E')) {
            if (!take('+')) (void)take('-');
            return take_digits();
        }
        return true;
    }

    /// Any value, nested ones without recursion.
    bool skip_value() {
        std::string open;
        while (true) {
            blank();
            bool ended = true;
            if (take('{')) {
                blank();
                if (!take('}')) {
                    open.push_back('}');
                    if (!take_key()) return false;
                    ended = false;
                }
            } else if (take('[')) {
                blank();
                if (!take(']')) open.push_back(']'), ended = false;
            } else if (!take_scalar()) {
                return false;
            }
            if (open.size() > deepest) return wrong("nested deeper than 64");
            for (; ended; blank()) {
                if (open.empty()) return true;
                blank();
                if (take(',')) {
                    ended = false;
                    blank();
                    if (open.back() == '}' && !take_key()) return false;
                } else if (take(open.back())) {
                    open.pop_back();
                } else {
                    return wrong(open.back() == '}' ? "a comma or a closing brace is wanted here"
                                                    : "a comma or a closing bracket is wanted here");
                }
            }
        }
    }

  private:
    bool take_digits() {
        if (!is_digit(peek())) return false;
        while (is_digit(peek())) ++at_;
        return true;
    }
    bool take_scalar() {
        if (peek() == '"') return take_string(nullptr);
        if (take_word("true") || take_word("false") || take_word("null") || take_number()) return true;
        return wrong("this is no value of JSON: texts stand in double quotes");
    }
    std::optional<char32_t> take_hex() {
        char32_t value = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = peek();
            const char lower = static_cast<char>(c | 0x20);
            if (!is_digit(c) && !(lower >= 'a' && lower <= 'f')) return std::nullopt;
            value = value << 4U | static_cast<char32_t>(is_digit(c) ? c - '0' : lower - 'a' + 10);
        }
        return value;
    }
    bool take_escape(Field* out) {
        const std::size_t from = at_++;
        constexpr std::string_view letters = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        char32_t value = 0;
        if (const std::size_t i = letters.find(peek()); !done() && i != letters.npos) {
            value = static_cast<unsigned char>(meant[i]);
            ++at_;
        } else {
            if (!take('u')) return false;
            const auto unit = take_hex();
            if (!unit || (*unit >= 0xDC00 && *unit <= 0xDFFF)) return false;
            value = *unit;
            if (value >= 0xD800 && value <= 0xDBFF) {
                if (!take('\\') || !take('u')) return false;
                const auto low = take_hex();
                if (!low || *low < 0xDC00 || *low > 0xDFFF) return false;
                value = 0x10000 + ((value - 0xD800) << 10U) + (*low - 0xDC00);
            }
        }
        if (!out) return true;
        out->origin.add(out->value.size(), from);
        base::append(out->value, value);
        return true;
    }

    std::string_view text_;
    std::size_t at_;
    std::string_view why_;
};

/// A list whose values are all texts, as one text.
bool take_texts(Cursor& cursor, Field& out) {
    if (!cursor.take('[')) return false;
    for (bool first = true;; first = false) {
        cursor.blank();
        if (first && cursor.take(']')) return true;
        if (!first) {
            out.origin.add(out.value.size(), cursor.at());
            out.value.append(", ");
        }
        if (!cursor.take_string(&out)) return false;
        cursor.blank();
        if (cursor.take(']')) return true;
        if (!cursor.take(',')) return false;
    }
}

bool take_member_value(std::string_view text, Cursor& cursor, Field& out) {
    out = Field();
    if (cursor.peek() == '"') return cursor.take_string(&out);
    out.origin.add(0, cursor.at());
    if (cursor.take_word("null")) return true;
    if (cursor.peek() == '[') {
        Cursor ahead = cursor;
        if (take_texts(ahead, out)) {
            cursor = ahead;
            return true;
        }
        out = Field();
    }
    const std::size_t from = cursor.at();
    if (!cursor.skip_value()) return false;
    out.origin.clear();
    out.origin.add(0, from);
    out.value.assign(text, from, cursor.at() - from);
    return true;
}

/// An object and nothing behind it.
bool read_members(std::string_view text, Cursor& cursor, std::vector<JsonMember>& members) {
    cursor.blank();
    if (!cursor.take('{')) return cursor.wrong("it is no JSON object: an opening brace is wanted here");
    cursor.blank();
    bool more = !cursor.take('}');
    while (more) {
        cursor.blank();
        const std::size_t key_at = cursor.at();
        Field key;
        if (!cursor.take_key(&key)) return false;
        cursor.blank();
        if (std::ranges::find(members, key.value, &JsonMember::key) != members.end()) {
            cursor = Cursor(text, {key_at, text.size()});
            return cursor.wrong("this key stands there already");
        }
        JsonMember& member = members.emplace_back();
        member.key = std::move(key.value);
        if (!take_member_value(text, cursor, member.value)) return false;
        cursor.blank();
        more = cursor.take(',');
        if (!more && !cursor.take('}')) return cursor.wrong("a comma or a closing brace is wanted here");
    }
    cursor.blank();
    return cursor.done() || cursor.wrong("something stands behind the object");
}

}  // namespace

std::optional<std::size_t> json_fault_at(std::string_view text) {
    Cursor cursor(text, {0, text.size()});
    const bool value = cursor.skip_value();
    cursor.blank();
    if (value && cursor.done()) return std::nullopt;
    return cursor.at();
}

bool read_json_object(std::string_view text, base::Span span, std::vector<JsonMember>& members, JsonFault* fault) {
    members.clear();
    Cursor cursor(text, span);
    const bool read = read_members(text, cursor, members);
    if (fault) *fault = {cursor.at(), cursor.why()};
    return read;
}

JsonRowReader::JsonRowReader(std::string_view text, const std::vector<std::string>& headers, std::size_t max_row_bytes,
                             std::size_t records, std::uint32_t line)
    : text_(text), headers_(headers), finder_(ExtentFinder::lines(max_row_bytes)), line_(line), records_(records) {}

JsonRowReader::Step JsonRowReader::next() {
    while (at_ < text_.size()) {
        const std::size_t begin = at_;
        const Extent extent = finder_.find(text_, begin, true);
        at_ = extent.next;
        const std::uint32_t line = line_;
        line_ += static_cast<std::uint32_t>(count_line_ends(text_.substr(begin, at_ - begin), finder_.isa()));
        if (extent.found == Found::blank) continue;
        const base::Span span{begin, extent.end};
        reject_ = {RejectKind::not_a_record, ++records_, line, span, 0, 0, begin};
        if (extent.found == Found::runaway) {
            reject_.kind = RejectKind::too_long;
            return Step::reject;
        }
        if (const auto bad = find_ill_formed(base::slice(text_, span))) {
            reject_.kind = RejectKind::ill_formed;
            reject_.fault_at = begin + *bad;
            return Step::reject;
        }
        if (JsonFault fault; !read_json_object(text_, span, members_, &fault)) {
            reject_.fault_at = fault.at;
            reject_.what = fault.why;
            reject_.column = base::LineIndex(text_.substr(begin, extent.end - begin)).at(fault.at - begin).column;
            return Step::reject;
        }
        row_.record = records_;
        row_.line = line;
        row_.span = span;
        // A key that is not there has its place, too: that of the record.
        Field none;
        none.origin.add(0, span.from);
        row_.fields.assign(headers_.size(), none);
        for (JsonMember& member : members_) {
            const auto found = std::find(headers_.begin(), headers_.end(), member.key);
            if (found == headers_.end()) continue;
            if (member.value.value.find('\0') != std::string::npos) {
                reject_.kind = RejectKind::nul;
                return Step::reject;
            }
            row_.fields[static_cast<std::size_t>(found - headers_.begin())] = std::move(member.value);
        }
        return Step::row;
    }
    return Step::end;
}

}  // namespace incilint::catalog
