// label/amount.h: stated concentrations: "2 %", "< 1 %", "1-5 %", "min. 36 %", "2,000 ppm", "2 percent".
// Promises: finds amounts in one pass; a value is weight percent between 0 and 100 000, min <= max.
// Must not know: ingredients, sections.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "label/label.h"
#include "label/scan.h"
#include "label/vocabulary.h"

namespace incilint::label {

/// What stands behind the number of an amount.
inline constexpr std::uint64_t units_of_amounts = Vocabulary::bit(PhraseKind::percent) |
                                                  Vocabulary::bit(PhraseKind::ppm) | Vocabulary::bit(PhraseKind::per) |
                                                  Vocabulary::bit(PhraseKind::unit);

/// Tokens [from, to) state a percent; `number` is where its first number stands.
struct Amount {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Percent percent;
};

/// Marks the tokens of each amount as `amount` and `silent`.
[[nodiscard]] std::vector<Amount> find_amounts(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary);
/// The same, behind the amounts that are there. Where find_phrases met no unit there are none to find.
void find_amounts(std::string_view text, Tokens& tokens, const Vocabulary& vocabulary, std::vector<Amount>& amounts);

/// An entry may end in front of the token: at a sign that separates, a line end or the end of the text.
[[nodiscard]] bool ends_entry(const Tokens& tokens, std::size_t at);
/// So may an amount: at the end of its bracket too.
[[nodiscard]] bool ends_amount(const Tokens& tokens, std::size_t at);

/// Which amount belongs to which name, for names that are asked for one behind the other.
class AmountsInOrder {
  public:
    /// Both must outlive it.
    AmountsInOrder(const Tokens& tokens, const std::vector<Amount>& amounts) : tokens_(tokens), amounts_(amounts) {}
    /// The amount in the tokens [from, to), the one outside of brackets before one that fills some; null where there is
    /// none.
    [[nodiscard]] const Amount* within(std::uint32_t from, std::uint32_t to);
    /// "Avobenzone, 3%, Octisalate", "Benzoyl Peroxide, 5%.": the amount behind the name that ends before `to`, between
    /// separators or on a line of its own.
    [[nodiscard]] const Amount* behind(std::uint32_t to);

  private:
    [[nodiscard]] const Amount* first_beyond(std::uint32_t token);
    [[nodiscard]] bool in_bracket(const Amount& amount) const;
    const Tokens& tokens_;
    const std::vector<Amount>& amounts_;
    std::size_t next_ = 0;
};

/// The number at token `at` with its decimal or thousands comma: its value and the token after it.
struct Number {
    double value = 0;
    std::size_t next = 0;
};
[[nodiscard]] std::optional<Number> number_at(std::string_view text, const Tokens& tokens, std::size_t at);

}  // namespace incilint::label
