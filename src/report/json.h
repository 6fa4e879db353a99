// report/json.h: writes JSON as it goes, without a tree in memory.
// Promises: what it writes is always well-formed UTF-8 and JSON (ill-formed bytes become U+FFFD); control, bidi and
// invisible characters are escaped, so that a terminal may show it; the same values give the same bytes.
// Must not know: what is written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace incilint::report {

class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void key(std::string_view name);
    void string(std::string_view value);
    /// A finite number, in the shortest form that reads back the same; others become null.
    void number(double value);
    void number(std::size_t value);
    void number(int value);
    void boolean(bool value);
    void null();

    void member(std::string_view name, std::string_view value) { key(name), string(value); }
    void member(std::string_view name, const char* value) { key(name), string(value); }
    void member(std::string_view name, std::size_t value) { key(name), number(value); }
    void member(std::string_view name, int value) { key(name), number(value); }
    void member(std::string_view name, bool value) { key(name), boolean(value); }
    void member_null(std::string_view name) { key(name), null(); }
    /// The string, or null where it is empty.
    void member_or_null(std::string_view name, std::string_view value);

  private:
    void open(char bracket);
    void close(char bracket);
    void separate();

    std::string& out_;
    std::vector<bool> has_items_;  ///< of each open bracket
    bool after_key_ = false;
};

/// Base64 (RFC 4648, with padding) of any bytes.
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace incilint::report
