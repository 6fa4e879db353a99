// report/identity.h: the identity of each finding of a run, in the order of the run.
// Promises: the product key is the file from the project's root (else as named), then the id or else the name of the
// row or product, and the sub-heading of a kit; only a row without either is known by its number. No two products of a
// run share a key: records that do get their name too, and "[2 of 3]" where that is one as well, so that a finding
// mended in one never pays for one made in another. Must not know: what identities are for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "match/identity.h"
#include "report/names.h"
#include "report/run.h"

namespace incilint::report {

/// The records of one file that have one id, or one name and no id.
struct SharedKey {
    std::string key;                  ///< the id or name
    std::vector<std::size_t> inputs;  ///< of the run, two or more
};

/// The keys of all products of a run; the run must outlive it, and keep its inputs and their screenings in place.
class ProductKeys {
  public:
    explicit ProductKeys(const Run& run);
    [[nodiscard]] const std::string& of(const Subject& subject) const { return keys_.at(&subject.screening()); }
    /// In the order of the run.
    [[nodiscard]] const std::vector<SharedKey>& shared() const { return shared_; }

  private:
    std::map<const match::Screening*, std::string> keys_;
    std::vector<SharedKey> shared_;
};

/// Counts occurrences: ask it for each finding of a run once, in their order.
class Identifier {
  public:
    explicit Identifier(const ProductKeys& keys) : keys_(keys) {}
    [[nodiscard]] match::Identity identity(const Subject& subject, const match::Finding& finding);

  private:
    const ProductKeys& keys_;
    std::map<match::Identity, std::uint32_t>
        seen_;  ///< by identity with occurrence 0; of one product, or of whole files
    const match::Screening* last_ = nullptr;
};

}  // namespace incilint::report
