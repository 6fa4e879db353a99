#include "report/rule_help.h"

#include <algorithm>
#include <array>
#include <utility>

#include "report/escape.h"

namespace incilint::report {
namespace {

struct PolicyWords {
    std::string_view id;
    std::string_view title;
    std::string_view what_to_do;
};
constexpr std::array<PolicyWords, 15> policy_words = {{
    {"suppression/unused", "A suppression that holds nothing back", "Remove it: the finding it was for is gone."},
    {"suppression/expired", "A suppression whose day has passed", "Mend the label, or give a reason and a new day."},
    {"suppression/malformed", "A suppression that cannot be read",
     "Write it as the README shows; it holds nothing back."},
    {"suppression/incomplete", "A suppression without what the configuration requires", "Add what is missing."},
    {"suppression/refused", "A suppression of a rule that may not be suppressed",
     "Mend the label: the rule says suppressible: false."},
    {"product/duplicate-key", "Records of one file that share an id, or a name and have no id",
     "Give each its own id: a baseline tells them apart by name and order alone."},
    {"product/unknown-market", "A market that no rule speaks of",
     "Rules of law do not judge such products: look at the spelling of the code, like eu."},
    {"product/unknown-type", "A product type that there is not",
     "It is taken as not said: write rinse-off, leave-on or not-applicable."},
    {"product/unknown-area", "A part of the body that there is not",
     "It is taken as not said: write face, body, hair, scalp, lip, oral, nail or baby."},
    {"config/idle", "A pattern of the configuration that names no file",
     "Look at the spelling of the path, from the folder of the configuration, or take it out."},
    {"baseline/stale", "An entry of the baseline that holds nothing back", "Run incilint baseline prune."},
    {"gate/max-warnings", "More warnings than a run may have", "Mend some, or raise max-warnings."},
    {"gate/max-unknown", "A product with a larger share of unknown names than it may have",
     "Look at the spelling, add names by --data, or raise max-unknown."},
    {"gate/min-support", "A product with less support than it must have",
     "See its points of support, or lower min-support."},
    {"gate/max-burden", "A product whose burden may be higher than it may be",
     "See its points of burden, or raise max-burden."},
}};

/// What is told of what could not be read, by the family of its id.
constexpr std::array<FaultHelp, 10> fault_words = {{
    {"input", "An input that is not there, holds nothing to check or cannot be read",
     "Look at the path and at who may read it; what was not read is not judged."},
    {"encoding", "Bytes that are no text in the encoding that they seem to be in",
     "Save the file as UTF-8, or say its encoding: --encoding."},
    {"unpack", "A packed file that cannot be unpacked", "Pack it again; a part of a file is none."},
    {"catalog", "A catalog without rows, or without anything at all", "It wants a header and at least one row."},
    {"column", "A catalog whose columns do not say where the ingredients stand, or not once",
     "Name the column: --column ingredients=NAME, or columns in the configuration."},
    {"row", "A row of a catalog that was left out, because it is not built like its header",
     "Mend the row: quotes around fields that hold the separator, and as many fields as the header."},
    {"product", "A product file with keys or values that there are not", "See incilint schema product."},
    {"yaml", "A YAML file that cannot be read, or not in one way alone", "Mend it at the place that is told."},
    {"json", "JSON that cannot be read", "Mend it at the place that is told."},
    {"config", "A configuration that cannot be used", "See incilint config show and incilint schema config."},
}};

/// " (grade; citation)"; the grade alone where there is no source.
std::string cited(const rules::Evidence& evidence, const Cite& cite) {
    std::string citation = cite ? cite(evidence.source.text) : std::string();
    if (citation.empty()) citation = evidence.source.text;
    return " (" + evidence.grade + (citation.empty() ? "" : "; " + citation) + ")";
}

/// The address behind an identifier that a citation prints; empty where it prints none.
std::string link_in(std::string_view citation) {
    struct Register {
        std::string_view prefix;
        std::string_view address;
    };
    constexpr std::array<Register, 2> registers = {{
        {"doi:", "https://doi.org/"},
        {"CELEX ", "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"},
    }};
    for (const auto& [prefix, address] : registers) {
        const std::size_t at = citation.find(prefix);
        if (at == citation.npos) continue;
        std::string id;
        for (const char c : citation.substr(at + prefix.size())) {
            const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                               std::string_view("./-_").find(c) != std::string_view::npos;
            // Brackets are part of some DOIs, and end a link of Markdown where they are bare.
            if (plain)
                id.push_back(c);
            else if (c == '(' || (c == ')' && id.find("%28") != id.npos))
                id.append(c == '(' ? "%28" : "%29");
            else
                break;
        }
        while (id.ends_with('.')) id.pop_back();
        if (!id.empty()) return std::string(address) + id;
    }
    return "";
}

}  // namespace

RuleHelp help_of(const rules::Rule& rule, const Cite& cite) {
    RuleHelp out;
    out.id = rule.id.text;
    out.title = rule.title;
    out.severity = rule.severity;
    out.may_guess = rule.otherwise.has_value() || rule.label.has_value();
    out.tags.emplace_back("cosmetics");
    if (!rule.category.empty()) out.tags.push_back(rule.category);
    if (!rule.basis.empty()) out.tags.push_back("basis-" + rule.basis);

    out.full = rule.title;
    if (!rule.evidence.empty() && !rule.evidence.front().says.empty()) out.full += ": " + rule.evidence.front().says;
    out.text = rule.title + ".";
    out.markdown = "**" + markdown_text(rule.title) + "**\n";
    if (!rule.evidence.empty()) {
        out.text += "\nEvidence:";
        out.markdown += "\nEvidence:\n\n";
    }
    for (const rules::Evidence& evidence : rule.evidence) {
        const std::string source = cited(evidence, cite);
        if (out.link.empty()) out.link = link_in(source);
        const std::string line = evidence.says + source;
        out.text += "\n- " + line;
        out.markdown += "- " + markdown_text(line) + "\n";
    }
    std::string instead;
    for (const rules::Word& word : rule.alternatives) instead.append(instead.empty() ? "" : ", ").append(word.text);
    if (!instead.empty()) {
        out.text += "\nInstead: " + instead + ".";
        out.markdown += "\nInstead: " + markdown_text(instead) + "\\.\n";
    }
    if (!out.link.empty()) {
        out.text += "\nRead: " + out.link;
        out.markdown += "\nRead: <" + out.link + ">\n";
    }
    return out;
}

std::vector<std::string> policy_rules() {
    std::vector<std::string> out;
    for (const PolicyWords& words : policy_words) out.emplace_back(words.id);
    return out;
}

rules::Severity usual_severity(std::string_view id) {
    if (id == "product/duplicate-key" || id == "product/unknown-type" || id == "product/unknown-area")
        return rules::Severity::note;
    const bool warns = id == "suppression/unused" || id == "product/unknown-market" || id == "config/idle";
    return warns ? rules::Severity::warning : rules::Severity::error;
}

const FaultHelp* help_of_fault(std::string_view id) {
    const std::size_t slash = id.find('/');
    const auto found = std::ranges::find(fault_words, id.substr(0, std::min(slash, id.size())), &FaultHelp::family);
    return slash == id.npos || found == fault_words.end() ? nullptr : &*found;
}

RuleHelp help_of_policy(std::string_view id, rules::Severity severity) {
    RuleHelp out;
    out.id = id;
    out.title = id;
    out.text = "A finding about the files that steer the run.";
    for (const PolicyWords& words : policy_words) {
        if (words.id != id) continue;
        out.title = words.title;
        out.text = std::string(words.title) + ". " + std::string(words.what_to_do);
    }
    out.full = out.text;
    out.markdown = markdown_text(out.text) + "\n";
    out.severity = severity;
    out.tags = {"cosmetics", "policy"};
    return out;
}

}  // namespace incilint::report
