#include "builtin/builtin.h"

#include "base/bytes.h"
#include "builtin/contents.h"
#include "match/rules_io.h"
#include "match/sections.h"

// The bytes between these two are put there by the assembler (builtin.cmake).
extern "C" {
extern const char incilint_builtin_begin;
extern const char incilint_builtin_end;
}

namespace incilint::builtin {
namespace {

std::string_view content(Content wanted) {
    const char* const begin = &incilint_builtin_begin;
    const std::string_view file(begin, static_cast<std::size_t>(&incilint_builtin_end - begin));
    const auto sections = match::read_sections(magic, file);
    return sections ? match::section_of(*sections, static_cast<std::uint32_t>(wanted)) : std::string_view{};
}

struct NamedRules {
    std::string_view id;
    std::string_view text;
};

std::vector<NamedRules> all_rules() {
    const std::string_view bytes = content(Content::rule_texts);
    base::ByteReader in(bytes);
    std::vector<NamedRules> rules;
    while (in.at() < bytes.size() && !in.failed()) {
        const std::string_view id = in.text();
        rules.push_back({id, in.text()});
    }
    return rules;
}

}  // namespace

std::string_view image() {
    return content(Content::program);
}

base::Expected<match::Program> program() {
    // Opened once and never taken apart: it ends with the process, and to free each text of each rule takes time.
    static const auto* const opened = new base::Expected<match::Program>(match::Program::open(image(), false));
    return *opened;
}

std::vector<rules::RuleSet> rule_sets() {
    return match::load_rule_sets(content(Content::rule_sets)).value_or(std::vector<rules::RuleSet>{});
}

std::optional<std::string_view> rule_text(std::string_view id) {
    for (const NamedRules& rules : all_rules()) {
        if (rules.id == id) return rules.text;
    }
    return std::nullopt;
}

std::vector<std::string_view> rule_ids() {
    std::vector<std::string_view> ids;
    for (const NamedRules& rules : all_rules()) ids.push_back(rules.id);
    return ids;
}

std::string_view plain_names(const match::Program& program) {
    const std::string_view bytes = content(Content::plain_names);
    base::ByteReader in(bytes);
    const std::string_view digest = in.text();
    return !in.failed() && digest == program.dictionary().digest() ? bytes.substr(in.at()) : std::string_view{};
}

std::string_view sources() {
    return content(Content::sources);
}

}  // namespace incilint::builtin
