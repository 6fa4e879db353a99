// match/identity.h: what makes a finding the same finding in another run.
// Promises: lines, columns, messages and severities are no part of it, so that a moved line or a reworded rule changes
// nothing; the same identity gives the same fingerprint on every machine and in every later version of `incilint/v1`.
// Must not know: how products are called (report/identity.h), baselines, output formats.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace incilint::match {

struct Identity {
    std::string rule;
    std::string product;           ///< key of the product: its file from the project's root, and its id or name in it
    std::string ingredient;        ///< normal form of the INCI name, or of the name as printed; empty: the whole label
    std::uint32_t occurrence = 1;  ///< 1-based, of findings that agree in all else
    friend auto operator<=>(const Identity&, const Identity&) = default;
};

/// `incilint/v1`: 32 hex digits.
[[nodiscard]] std::string fingerprint(const Identity& identity);

}  // namespace incilint::match
