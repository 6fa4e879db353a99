// ignore/glob.h: path patterns as .gitignore writes them: * ? [a-z] and ** over whole folders.
// Promises: * and ? never cross a slash; time is pattern times path, whatever the pattern.
// Must not know: files, what a match means.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace incilint::ignore {

class Glob {
  public:
    /// A backslash takes the next character as it is. A bracket that is never closed matches nothing.
    [[nodiscard]] static Glob parse(std::string_view pattern);
    [[nodiscard]] bool matches(std::string_view path) const;

  private:
    enum class Kind : std::uint8_t { byte, any_byte, set, star, folders, rest, never };
    struct Token {
        Kind kind{};
        unsigned char byte = 0;
        std::array<bool, 256> set{};
    };
    void parse_set(std::string_view pattern, std::size_t& at);
    std::vector<Token> tokens_;
};

}  // namespace incilint::ignore
