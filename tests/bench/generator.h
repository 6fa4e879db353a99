// bench/generator.h: labels and catalogs with a fixed seed, the same bytes on every machine.
// Promises: a pure function of dictionary, seed and what was asked before; the shares of realistic labels were measured
// on a collection of 5,059 labels of shops (README.md prints both side by side), no text of it is here. Must not know:
// how labels are read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "lexicon/dictionary.h"

namespace incilint::bench {

inline constexpr std::uint64_t default_seed = 20261126;

class Generator {
  public:
    Generator(const lexicon::Dictionary& dictionary, std::uint64_t seed);
    ~Generator();
    /// INCI names, ", " between them.
    [[nodiscard]] std::string plain();
    /// A label as shops print them.
    [[nodiscard]] std::string realistic();
    /// Appends a row of a catalog: sku, name, ingredients.
    void row(std::string& out, std::size_t number, bool realistic_label);

  private:
    class Maker;
    std::unique_ptr<Maker> maker_;
};

}  // namespace incilint::bench
