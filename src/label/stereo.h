// label/stereo.h: signs behind a name that tell a mirror image: "Camphor, (-)-", "Limonene, (+/-)-".
// Promises: one pass over the brackets.
// Must not know: cells, what the name is.
#pragma once

#include "label/reading.h"

namespace incilint::label {

/// The bracket at `open` holds nothing but + and -, and a hyphen is glued to it: "(-)-", "(+/-)-".
[[nodiscard]] bool is_stereo_sign(const Reading& reading, std::uint32_t open);

/// Marks such signs as silent where they stand behind a comma and no name is glued to them; the comma too.
void find_stereo_signs(Reading& reading);

}  // namespace incilint::label
