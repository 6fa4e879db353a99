#include "report/provenance.h"

#include <algorithm>
#include <set>

#include "base/joined.h"

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
    std::vector<std::string> out;
    for (const match::RuleSetInfo& set : rule_sets_of(run))
        out.push_back(set.id + (set.version.empty() ? "" : " " + set.version) + " " +
                      set.digest.substr(0, short_digest));
    return base::joined(out);
}

std::vector<std::string> dictionaries_of(const Run& run) {
    std::vector<std::string> out;
    for (const match::Program* program : programs_of(run))
        if (std::string digest(program->dictionary().digest()); std::ranges::find(out, digest) == out.end())
            out.push_back(std::move(digest));
    return out;
}

std::string dictionary_used(const Run& run) {
    std::vector<std::string> digests = dictionaries_of(run);
    for (std::string& digest : digests) digest.resize(std::min(digest.size(), short_digest));
    return base::joined(digests);
}

std::string made_by(const Run& run) {
    return "incilint " + run.tool_version + ", rules " + rules_used(run) + ", dictionary " + dictionary_used(run);
}

}  // namespace incilint::report
