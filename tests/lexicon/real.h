// tests/lexicon/real.h: the dictionary of the project itself, built once from data/.
// Promises: a dictionary that lives as long as the program. Must not know: what a test does with it.
#pragma once

#include "lexicon/dictionary.h"

namespace incilint::lexicon {

/// Fails the test where the tables do not build.
[[nodiscard]] Dictionary real_dictionary();

}  // namespace incilint::lexicon
