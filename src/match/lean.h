// match/lean.h: the judgement of a plain product in small integers: the verdict, the findings, no words.
// Promises: for a product of one descending main list without percents, groups and detections of single entries the
// answer is that of screen() (screening.h), to the last point; allocates nothing for a product once its names and its
// context are known. A test holds both against each other. Must not know: messages, remarks, labels, output.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "match/matcher.h"
#include "match/screening.h"

namespace incilint::match {

/// Categories are bits of a word.
inline constexpr std::size_t most_lean_categories = 64;

/// What rules say of a name, whatever list it stands in.
struct alignas(32) LeanFacts {
    static constexpr std::size_t most_rules = 11;  // so that two of them fill a line of cache
    std::uint64_t terms = 0;                       ///< terms of label rules that it meets
    std::uint16_t count = 0;
    std::array<std::uint16_t, most_rules> rules{};  ///< rules that name it, ascending
    [[nodiscard]] bool empty() const { return terms == 0 && count == 0; }
    friend bool operator==(const LeanFacts&, const LeanFacts&) = default;
};

/// An entry of a plain list, where rules have a word to say of it or nothing knows it.
struct LeanEntry {
    const LeanFacts* facts = nullptr;  ///< null: no rule has a word to say
    std::uint32_t place = 0;           ///< in the list, from 0 on
    bool recognised = false;
    bool read = false;  ///< recognised, and not by a corrected spelling
};

struct LeanFinding {
    static constexpr std::uint32_t whole_label = 0xffffffff;
    std::uint16_t rule = 0;
    rules::Severity severity{};
    Certainty certainty{};
    std::uint32_t entry = whole_label;
};

struct LeanScreening {
    bool given = false;
    std::uint8_t words = 0;  ///< number of Lean::words
    Confidence confidence{};
    int burden = 0;
    int burden_low = 0;
    int burden_high = 0;
    int support = 0;
    int concerns = 0;
    std::uint32_t recognised = 0;
    /// In the order of Screening::findings, but that those of detectors stand before those of entries.
    std::vector<LeanFinding> findings;
};

class LeanContext;

/// The tables of one program, and room for judging. One owner.
class Lean {
  public:
    explicit Lean(const Program& program);
    ~Lean();
    Lean(Lean&&) noexcept;
    Lean& operator=(Lean&&) noexcept;

    /// False for rule sets beyond what the tables hold (65,535 rules, 64 label terms, categories or gates).
    [[nodiscard]] bool usable() const;
    /// Nothing for a name that more rules name than fit.
    [[nodiscard]] std::optional<LeanFacts> facts(const Resolved& resolved) const;
    /// What is known of a product beside its label, prepared; good until the next call.
    [[nodiscard]] LeanContext& in(const Context& context);
    /// A list of `count` names, at least one. `entries`, in their order, may leave out those that are recognised and of
    /// which no rule has a word to say. `detectors`: those that fired for the label as a whole, a bit each.
    void judge(LeanContext& context, std::uint32_t count, std::span<const LeanEntry> entries, LeanScreening& out,
               std::uint16_t detectors = 0);
    /// The verdict without the number of concerns, for words 0 … word_count() - 1.
    [[nodiscard]] std::string_view words(std::uint8_t number) const;
    [[nodiscard]] std::size_t word_count() const;

    struct Tables;  ///< for lean*.cpp

  private:
    struct Room;
    std::unique_ptr<Tables> tables_;
    std::unique_ptr<Room> room_;
};

}  // namespace incilint::match
