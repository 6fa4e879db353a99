// report/names.h: what every report says of one screened product: its name, its entries, its rules, its verdict words.
// Promises: views into the run it was given; one place decides how a product and an ingredient are called.
// Must not know: output formats.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "report/run.h"

namespace incilint::report {

/// One screened product of an input. The program, input and screening must outlive it.
class Subject {
  public:
    Subject(const match::Program& program, const Input& input, const match::Screening& screening)
        : program_(program), input_(input), screening_(screening) {}

    [[nodiscard]] const Input& input() const { return input_; }
    [[nodiscard]] const match::Screening& screening() const { return screening_; }
    /// Null where the label declares no list.
    [[nodiscard]] const label::Product* product() const;
    [[nodiscard]] std::span<const label::Entry> entries() const;
    [[nodiscard]] const rules::Rule& rule(const match::Finding& finding) const {
        return program_.rules()[finding.rule];
    }
    /// The name from file or row, the sub-heading of a kit, or both; may be empty.
    [[nodiscard]] std::string name() const;
    /// The INCI name where the entry was recognised, else the name as printed.
    [[nodiscard]] std::string_view ingredient_name(std::uint32_t entry) const;
    /// Its normal form.
    [[nodiscard]] std::string normal_name(std::uint32_t entry) const;

  private:
    const match::Program& program_;
    const Input& input_;
    const match::Screening& screening_;
};

/// What a record is called: its id and its name, where it has them.
[[nodiscard]] std::string product_words(const std::string& id, const std::string& name);
/// Where a finding of policy stands: "a.csv:2:3", or "the run as a whole".
[[nodiscard]] std::string place_words(const PolicyFinding& finding);

/// The verdict without the number of concerns, which stands in a field of its own.
[[nodiscard]] std::string_view verdict_words(const match::Verdict& verdict);

}  // namespace incilint::report
