// label/shares.h: whose the stated percents are: purities of a part, blends, and shares that contradict an order.
// Promises: looks at the tokens of one name, or once at the entries of one product.
// Must not know: cells, rules.
#pragma once

#include "label/knowledge.h"
#include "label/label.h"

namespace incilint::label {

/// "Stevia Rebaudiana Extract (Rebaudioside A 95%)": the amount in the name that begins at `from` is the purity of
/// another ingredient that a bracket holds, and no level of the entry.
[[nodiscard]] bool states_purity(const Reading& reading, Knowledge& knowledge, std::uint32_t from,
                                 const Amount& amount);

/// "Phenoxyethanol (and) Ethylhexylglycerin 1 %": the percent of the last entry is that of all from `first` on, the
/// most that each can be; unless another of them states its own.
void share_blend(base::LongVector<Entry>& entries, std::size_t first);

/// Printed percents rise where the law would have them fall; those of actives, colours and at or below 1 % prove
/// nothing.
[[nodiscard]] bool shares_rise(const base::LongVector<Entry>& entries);

}  // namespace incilint::label
