#include "lexicon/image.h"

#include "base/bytes.h"

namespace incilint::lexicon {
namespace {

/// Bytes of a record of `width` numbers.
constexpr std::size_t bytes_of(std::size_t width) {
    return 4 * width;
}

/// Bytes of a record of each part; 0: any bytes; the hash tables (8) must hold a power of two of slots besides.
constexpr std::array<std::size_t, part_count> unit = {0,
                                                      bytes_of(ingredient_width),
                                                      bytes_of(1),
                                                      bytes_of(name_width),
                                                      bytes_of(1),
                                                      8,
                                                      8,
                                                      8,
                                                      8,
                                                      bytes_of(class_width),
                                                      8,
                                                      bytes_of(pair_width),
                                                      bytes_of(name_word_width),
                                                      8,
                                                      0,
                                                      0};

constexpr bool is_table(Part part) {
    return part == Part::name_slots || part == Part::squeezed_slots || part == Part::prefixes || part == Part::words ||
           part == Part::class_slots || part == Part::name_word_slots;
}

base::Error<base::Diagnostic> refused(std::string text) {
    base::Diagnostic made;
    made.code = "dictionary/damaged";
    made.text = std::move(text);
    made.hint = "make the image again";
    return base::Error<base::Diagnostic>{std::move(made)};
}

}  // namespace

base::Expected<Image> Image::open(std::string_view bytes) {
    base::ByteReader reader(bytes);
    if (reader.raw(8) != image_magic) return refused("the dictionary image does not begin as one");
    if (reader.u32() != image_version) return refused("the dictionary image is of another version");
    if (reader.u32() != bytes.size()) return refused("the dictionary image is not as long as it says");
    Image made;
    made.digest_ = reader.raw(32);
    made.base_digest_ = reader.raw(32);
    for (std::size_t i = 0; i < part_count; ++i) {
        const std::size_t from = reader.u32();
        const std::size_t size = reader.u32();
        if (reader.failed() || from > bytes.size() || size > bytes.size() - from) {
            return refused("a section of the dictionary image lies outside it");
        }
        const bool uneven = unit[i] != 0 && size % unit[i] != 0;
        const std::size_t slots = size / 8;
        if (uneven || (is_table(static_cast<Part>(i)) && (slots & (slots - 1)) != 0)) {
            return refused("a section of the dictionary image has a wrong size");
        }
        made.parts_[i] = bytes.substr(from, size);
    }
    return made;
}

std::size_t Image::count(Part part, std::size_t width) const {
    return this->part(part).size() / (4 * width);
}

std::uint32_t Image::number(Part part, std::size_t width, std::size_t record, std::size_t field) const {
    const std::string_view bytes = this->part(part);
    const std::size_t at = 4 * (record * width + field);
    return at + 4 <= bytes.size() ? base::load_u32(bytes, at) : 0;
}

std::string_view Image::text(Part part, std::size_t width, std::size_t record, std::size_t field) const {
    const std::string_view pool = this->part(Part::text);
    const std::size_t from = number(part, width, record, field);
    const std::size_t size = number(part, width, record, field + 1);
    return from <= pool.size() && size <= pool.size() - from ? pool.substr(from, size) : std::string_view{};
}

bool Image::holds(Part part, std::uint64_t hash) const {
    const std::string_view table = this->part(part);
    const std::size_t slots = table.size() / 8;
    if (slots == 0) return false;
    const std::uint64_t key = hash == 0 ? 1 : hash;
    for (std::size_t step = 0; step < most_probes; ++step) {
        const std::uint64_t value = slot(table, (hash + step) & (slots - 1));
        if (value == key) return true;
        if (value == 0) return false;
    }
    return false;
}

std::uint64_t Image::slot(std::string_view table, std::size_t at) const {
    return base::load_u64(table, 8 * at);
}

}  // namespace incilint::lexicon
