// lexicon/structure_slots.h: the hash table over the words of a grammar, as the builder lays it out.
// Promises: a word is found within most_word_steps steps; the same hashes give the same table.
// Must not know: words, kinds.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "lexicon/structure_image.h"

namespace incilint::lexicon {

/// An open hash table of the words: 0, or a word's number + 1.
[[nodiscard]] inline std::vector<std::uint32_t> word_slots(const std::vector<std::uint64_t>& hashes) {
    for (std::size_t size = std::bit_ceil(2 * hashes.size() + 1);; size *= 2) {
        std::vector<std::uint32_t> slots(size, 0);
        bool fits = true;
        for (std::size_t i = 0; i < hashes.size() && fits; ++i) {
            std::size_t step = 0;
            while (step < most_word_steps && slots[(hashes[i] + step) & (size - 1)] != 0) ++step;
            fits = step < most_word_steps;
            if (fits) slots[(hashes[i] + step) & (size - 1)] = static_cast<std::uint32_t>(i + 1);
        }
        if (fits) return slots;
    }
}

}  // namespace incilint::lexicon
