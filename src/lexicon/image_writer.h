// lexicon/image_writer.h: lays out the bytes that lexicon/image.h reads.
// Promises: the same calls in the same order give the same bytes on every machine.
// Must not know: TSV, normal forms.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/bytes.h"
#include "lexicon/image.h"

namespace incilint::lexicon {

class ImageWriter {
  public:
    [[nodiscard]] base::ByteWriter& part(Part part) { return parts_[static_cast<std::size_t>(part)]; }
    /// Puts a text into the pool (each distinct text once) and its offset and size into `part`.
    void text(Part part, std::string_view value);
    void number(Part part, std::uint32_t value) { this->part(part).u32(value); }
    /// A HashIndex: record i is found by hashes[i]; a hash of `none` is left out.
    void index(Part part, const std::vector<std::uint64_t>& hashes);
    /// A hash set.
    void set(Part part, const std::vector<std::uint64_t>& hashes);
    /// The image. `base_digest`: 32 bytes, or empty for a base image.
    [[nodiscard]] std::string finish(std::string_view base_digest);

    static constexpr std::uint64_t none = 0;

  private:
    std::array<base::ByteWriter, part_count> parts_;
    std::unordered_map<std::string, std::uint32_t> pooled_;
};

}  // namespace incilint::lexicon
