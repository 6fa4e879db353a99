#include "match/sections.h"

#include <algorithm>
#include <limits>

#include "base/bytes.h"
#include "base/hash.h"

namespace incilint::match {
namespace {

constexpr std::uint32_t version = 2;
constexpr std::size_t magic_size = 8;
constexpr std::size_t digest_at = magic_size + 4 + 4;
constexpr std::size_t table_at = digest_at + 8;
constexpr std::size_t row_size = 12;
constexpr std::size_t alignment = 64;

base::Error<base::Diagnostic> damaged(std::string text) {
    return base::Error{base::Diagnostic{"image/damaged", {}, std::move(text), "build it again"}};
}

std::string digest_of(std::string_view file) {
    base::ByteWriter out;
    out.u64(base::hash64(file.substr(table_at)));
    return out.take();
}

}  // namespace

std::string write_sections(std::string_view magic, std::span<const Section> sections) {
    std::size_t size = table_at + sections.size() * row_size;
    for (const Section& section : sections) size += section.bytes.size() + alignment;
    base::ByteWriter out;
    out.reserve(size);
    out.raw(magic);
    out.u32(version);
    out.u32(static_cast<std::uint32_t>(sections.size()));
    out.u64(0);
    for (const Section& section : sections) {
        out.u32(section.kind);
        out.u32(0);
        out.u32(static_cast<std::uint32_t>(section.bytes.size()));
    }
    for (std::size_t i = 0; i < sections.size(); ++i) {
        out.align(alignment);
        out.patch_u32(table_at + i * row_size + 4, static_cast<std::uint32_t>(out.size()));
        out.raw(sections[i].bytes);
    }
    std::string file = out.take();
    file.replace(digest_at, 8, digest_of(file));
    return file;
}

base::Expected<std::vector<Section>> read_sections(std::string_view magic, std::string_view file) {
    if (file.size() < table_at || file.substr(0, magic_size) != magic) return damaged("this is no image of this kind");
    if (file.size() > std::numeric_limits<std::uint32_t>::max()) return damaged("the image is too large");
    base::ByteReader in(file);
    in.seek(magic_size);
    if (in.u32() != version) return damaged("the image was made by another version");
    const std::uint32_t count = in.u32();
    if (count > most_sections) return damaged("the image's table is damaged");
    in.seek(table_at);
    std::vector<Section> sections;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t kind = in.u32();
        const std::uint32_t offset = in.u32();
        const std::uint32_t size = in.u32();
        if (in.failed() || offset > file.size() || size > file.size() - offset) {
            return damaged("the image's table points outside of it");
        }
        sections.push_back({kind, file.substr(offset, size)});
    }
    return sections;
}

std::string_view section_of(std::span<const Section> sections, std::uint32_t kind) {
    const auto found = std::ranges::find(sections, kind, &Section::kind);
    return found == sections.end() ? std::string_view{} : found->bytes;
}

bool is_intact(std::string_view file) {
    return file.size() >= table_at && file.substr(digest_at, 8) == digest_of(file);
}

}  // namespace incilint::match
