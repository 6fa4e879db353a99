// lexicon/ethoxylated.h: a fat with ethylene or propylene oxide on it: "PEG-6 Caprylic/Capric Triglycerides".
// Promises: read only where what follows "PEG-n" or "PPG-n" is a known oil, fat or glyceride, which those chains are
// joined to in the trade; nothing is looked up of names that begin otherwise. Must not know: labels, rules.
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/dictionary.h"
#include "lexicon/structure.h"

namespace incilint::lexicon {

/// Reads the normal form of a whole name that neither the dictionary nor a pattern knows. INCI has such names for some
/// fats ("PEG-10 Sunflower Glycerides"), and labels print them for others.
[[nodiscard]] std::optional<StructureReading> read_ethoxylated(std::string_view normal, const Dictionary& dictionary);

}  // namespace incilint::lexicon
