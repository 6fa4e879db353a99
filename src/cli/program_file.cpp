#include "cli/program_file.h"

#include <array>
#include <utility>

#include "base/hash.h"
#include "builtin/builtin.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "match/compile.h"
#include "match/sections.h"

namespace incilint::cli {
namespace {

constexpr std::string_view magic = "INCIRULE";
constexpr std::size_t max_program_bytes = std::size_t{64} << 20;

enum class Part : std::uint32_t { version = 1, knowledge, digest, image };

base::Error<base::Diagnostic> refused(const std::string& path, std::string code, std::string text) {
    return base::Error{
        base::Diagnostic{std::move(code), {path, 0, 0}, std::move(text), "run `incilint rules compile` again"}};
}

/// The digest of what this binary knows of names and labels; a program of other knowledge is stale.
std::string knowledge_digest() {
    const auto images = match::images_of(builtin::image());
    if (!images) return "";
    const std::uint64_t dictionary = base::hash64(images->dictionary);
    return std::to_string(dictionary) + "-" + std::to_string(base::hash64(images->vocabulary));
}

}  // namespace

std::string pack_program(std::string_view image) {
    const std::string knowledge = knowledge_digest();
    const std::string digest = base::sha256_hex(image);
    const auto section = [](Part part, std::string_view bytes) {
        return match::Section{static_cast<std::uint32_t>(part), bytes};
    };
    return match::write_sections(magic,
                                 std::array{section(Part::version, tool_version()), section(Part::knowledge, knowledge),
                                            section(Part::digest, digest), section(Part::image, image)});
}

base::Expected<match::Program> read_program(const std::string& path) {
    if (!exists(path))
        return base::Error{base::Diagnostic{"program/missing", {path, 0, 0}, "no such program file", ""}};
    const auto bytes = read_bytes(path, max_program_bytes);
    if (!bytes) return base::Error{bytes.error().diagnostic};
    // 1. Is it one, and whole?
    if (!bytes->starts_with(magic)) return refused(path, "program/format", "this is no compiled program");
    const auto sections = match::read_sections(magic, *bytes);
    if (!sections || !match::is_intact(*bytes)) return refused(path, "program/damaged", "the program file is damaged");
    const auto part = [&](Part wanted) { return match::section_of(*sections, static_cast<std::uint32_t>(wanted)); };
    // 2. Was it made by this version, of this knowledge?
    if (part(Part::version) != tool_version()) {
        return refused(path, "program/stale",
                       "compiled by version " + std::string(part(Part::version)) + ", this is version " +
                           std::string(tool_version()));
    }
    if (part(Part::knowledge) != knowledge_digest())
        return refused(path, "program/stale", "compiled for another dictionary than that of this version");
    // 3. What it says of itself.
    if (part(Part::digest) != base::sha256_hex(part(Part::image)))
        return refused(path, "program/damaged", "the program file is damaged: its digest is another");
    auto program = match::Program::open(part(Part::image), true);
    if (!program) return refused(path, "program/damaged", program.error().text);
    return std::move(*program);
}

}  // namespace incilint::cli
