#include "match/identity.h"

#include "base/hash.h"

namespace incilint::match {

std::string fingerprint(const Identity& identity) {
    // The length before each part keeps parts apart whatever bytes they hold.
    std::string bytes = "incilint/v1";
    for (const std::string* part : {&identity.rule, &identity.product, &identity.ingredient})
        bytes.append(" ").append(std::to_string(part->size())).append(":").append(*part);
    bytes.append(" ").append(std::to_string(identity.occurrence));
    return base::sha256_hex(bytes).substr(0, 32);
}

}  // namespace incilint::match
