// Random rule sets and labels, the same for the same seed on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "label/label.h"
#include "match/screening.h"
#include "rules/rule.h"

namespace oracle {

using namespace incilint;

/// mt19937 is the same everywhere; the distributions of the standard library are not, so they are not used.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    [[nodiscard]] std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(engine_() % count); }
    [[nodiscard]] bool one_in(std::uint32_t count) { return below(count) == 0; }
    template <class T>
    [[nodiscard]] const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }

  private:
    std::mt19937 engine_;
};

/// The words that rules may use.
struct Words {
    std::vector<std::string> names;
    std::vector<std::string> classes;
    std::vector<std::string> globs;
    std::vector<std::string> patterns;
    std::vector<std::string> printed;  ///< names as labels print them, unknown and misspelt ones too
};

[[nodiscard]] rules::RuleSet random_rules(Dice& dice, const Words& words);
[[nodiscard]] label::Label random_label(Dice& dice, const Words& words);
[[nodiscard]] match::Context random_context(Dice& dice);

}  // namespace oracle
