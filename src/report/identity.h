// report/identity.h: the identity of each finding of a run, in the order of the run.
// Promises: the product key is the file from the project's root (else as named), then the id or else the name of the
// row or product, and the sub-heading of a kit; only a row without either is known by its number.
// Must not know: what identities are for.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "match/identity.h"
#include "report/names.h"
#include "report/run.h"

namespace incilint::report {

[[nodiscard]] std::string product_key(const Subject& subject);

/// Counts occurrences: ask it for each finding of a run once, in their order.
class Identifier {
  public:
    [[nodiscard]] match::Identity identity(const Subject& subject, const match::Finding& finding);

  private:
    std::map<match::Identity, std::uint32_t> seen_;  ///< by identity with occurrence 0
};

}  // namespace incilint::report
