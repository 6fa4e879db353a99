// match/pattern.h: RE2 patterns over normal forms, behind a literal that a name must hold before RE2 is asked.
// Promises: linear time and bounded memory (RE2); quiet; const and shared by threads once made.
// Must not know: the dictionary, rules, labels. It is the only file that sees RE2.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace incilint::match {

class Pattern {
  public:
    /// Compiles `text` (RE2 syntax; it is searched for, so `^` and `$` anchor it). An error says what RE2 dislikes.
    [[nodiscard]] static base::Expected<Pattern, std::string> make(std::string_view text);

    [[nodiscard]] bool matches(std::string_view normal) const;

    /// A text that every match holds; empty where none is sure.
    [[nodiscard]] const std::string& literal() const { return literal_; }

  private:
    struct Engine;
    std::shared_ptr<const Engine> engine_;
    std::string literal_;
};

}  // namespace incilint::match
