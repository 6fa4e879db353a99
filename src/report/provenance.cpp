#include "report/provenance.h"

#include <algorithm>
#include <set>

namespace incilint::report {
namespace {

constexpr std::size_t short_digest = 12;

}  // namespace

std::vector<const match::Program*> programs_of(const Run& run) {
    std::vector<const match::Program*> out{run.program};
    out.insert(out.end(), run.more_programs.begin(), run.more_programs.end());
    return out;
}

std::vector<match::RuleSetInfo> rule_sets_of(const Run& run) {
    std::vector<match::RuleSetInfo> out;
    std::set<std::pair<std::string, std::string>> known;
    for (const match::Program* program : programs_of(run))
        for (const match::RuleSetInfo& set : program->rule_sets())
            if (known.emplace(set.id, set.digest).second) out.push_back(set);
    return out;
}

std::string rules_used(const Run& run) {
    std::string out;
    for (const match::RuleSetInfo& set : rule_sets_of(run))
        out.append(out.empty() ? "" : ", ")
            .append(set.id)
            .append(" ")
            .append(set.version)
            .append(" ")
            .append(set.digest.substr(0, short_digest));
    return out;
}

std::string dictionary_used(const Run& run) {
    std::vector<std::string> digests;
    for (const match::Program* program : programs_of(run)) {
        const std::string digest(program->dictionary().digest().substr(0, short_digest));
        if (std::ranges::find(digests, digest) == digests.end()) digests.push_back(digest);
    }
    std::string out;
    for (const std::string& digest : digests) out.append(out.empty() ? "" : ", ").append(digest);
    return out;
}

std::string made_by(const Run& run) {
    return "incilint " + run.tool_version + ", rules " + rules_used(run) + ", dictionary " + dictionary_used(run);
}

}  // namespace incilint::report
