#include "lexicon/image_writer.h"

#include <bit>

#include "base/hash.h"

namespace incilint::lexicon {
namespace {

struct Keyed {
    std::uint64_t hash = 0;
    std::uint64_t value = 0;
};

/// Open addressing, at most half full, no key further than most_probes from where its hash points.
std::vector<std::uint64_t> placed(const std::vector<Keyed>& keys) {
    if (keys.empty()) return {};
    for (std::size_t slots = std::bit_ceil(2 * keys.size());; slots *= 2) {
        std::vector<std::uint64_t> table(slots, 0);
        bool fits = true;
        for (const Keyed& key : keys) {
            std::size_t step = 0;
            while (step < most_probes && table[(key.hash + step) & (slots - 1)] != 0) ++step;
            fits = step < most_probes;
            if (!fits) break;
            table[(key.hash + step) & (slots - 1)] = key.value;
        }
        if (fits) return table;
    }
}

}  // namespace

void ImageWriter::text(Part part, std::string_view value) {
    const auto at = static_cast<std::uint32_t>(this->part(Part::text).size());
    const auto [entry, fresh] = pooled_.try_emplace(std::string(value), at);
    if (fresh) this->part(Part::text).raw(value);
    number(part, entry->second);
    number(part, static_cast<std::uint32_t>(value.size()));
}

void ImageWriter::index(Part part, const std::vector<std::uint64_t>& hashes) {
    std::vector<Keyed> keys;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (hashes[i] != none) keys.push_back({hashes[i], (hashes[i] >> 32 << 32) | (i + 1)});
    }
    for (const std::uint64_t value : placed(keys)) this->part(part).u64(value);
}

void ImageWriter::set(Part part, const std::vector<std::uint64_t>& hashes) {
    std::vector<Keyed> keys;
    keys.reserve(hashes.size());
    for (const std::uint64_t hash : hashes) keys.push_back({hash, hash == 0 ? 1 : hash});
    for (const std::uint64_t value : placed(keys)) this->part(part).u64(value);
}

std::string ImageWriter::finish(std::string_view base_digest) {
    base::ByteWriter content;
    std::array<std::size_t, part_count> starts{};
    std::array<std::size_t, part_count> sizes{};
    const std::size_t begin = image_header + 8 * part_count;
    for (std::size_t i = 0; i < part_count; ++i) {
        content.align(8);
        starts[i] = begin + content.size();
        sizes[i] = parts_[i].size();
        content.raw(parts_[i].take());
    }
    const std::string body = content.take();
    base::ByteWriter image;
    image.raw(image_magic);
    image.u32(image_version);
    image.u32(static_cast<std::uint32_t>(begin + body.size()));
    for (const std::uint8_t byte : base::sha256(body)) image.u8(byte);
    image.raw(base_digest.empty() ? std::string(32, '\0') : std::string(base_digest));
    for (std::size_t i = 0; i < part_count; ++i) {
        image.u32(static_cast<std::uint32_t>(starts[i]));
        image.u32(static_cast<std::uint32_t>(sizes[i]));
    }
    image.raw(body);
    return image.take();
}

}  // namespace incilint::lexicon
