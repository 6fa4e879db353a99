#include "report/identity.h"

#include <unordered_map>
#include <utility>

namespace incilint::report {
namespace {

/// Indices of equal keys, in the order of their first.
std::vector<std::vector<std::size_t>> equal_ones(const std::vector<std::string>& keys) {
    std::vector<std::vector<std::size_t>> out;
    std::unordered_map<std::string_view, std::size_t> known;
    known.reserve(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto [at, fresh] = known.emplace(keys[i], out.size());
        if (fresh) out.emplace_back();
        out[at->second].push_back(i);
    }
    std::erase_if(out, [](const std::vector<std::size_t>& group) { return group.size() < 2; });
    return out;
}

void number(std::vector<std::string>& keys, const std::vector<std::size_t>& group) {
    for (std::size_t i = 0; i < group.size(); ++i)
        keys[group[i]] += "[" + std::to_string(i + 1) + " of " + std::to_string(group.size()) + "]";
}

std::string file_of(const Input& input) {
    return input.project_path.empty() ? input.path : input.project_path;
}

const std::string& own_key(const Input& input) {
    return input.id.empty() ? input.product : input.id;
}

/// The key of each input: file, and id, name or number in it.
std::vector<std::string> record_keys(const Run& run, std::vector<SharedKey>& shared) {
    std::vector<std::string> out;
    out.reserve(run.inputs.size());
    for (const Input& input : run.inputs) {
        std::string key = file_of(input);
        if (input.record_kind != RecordKind::whole)
            key.append("#").append(own_key(input).empty() ? std::to_string(input.record) : own_key(input));
        out.push_back(std::move(key));
    }
    // A file that is one label has no record that could be told apart.
    const auto in_files = [&](const std::vector<std::size_t>& group) {
        return run.inputs[group.front()].record_kind != RecordKind::whole;
    };
    for (const std::vector<std::size_t>& group : equal_ones(out)) {
        if (!in_files(group)) continue;
        if (const std::string& key = own_key(run.inputs[group.front()]); !key.empty()) shared.push_back({key, group});
        for (const std::size_t i : group) {
            const Input& input = run.inputs[i];
            if (!input.id.empty() && !input.product.empty()) out[i].append(" ").append(input.product);
        }
    }
    for (const std::vector<std::size_t>& group : equal_ones(out))
        if (in_files(group)) number(out, group);
    return out;
}

}  // namespace

ProductKeys::ProductKeys(const Run& run) {
    const std::vector<std::string> records = record_keys(run, shared_);
    for (std::size_t i = 0; i < run.inputs.size(); ++i) {
        const Input& input = run.inputs[i];
        std::vector<std::string> parts;
        for (const match::Screening& screening : input.screenings) {
            const label::Product* product = Subject(run.of(input), input, screening).product();
            parts.push_back(records[i] + (product && product->name ? "/" + *product->name : ""));
        }
        for (const std::vector<std::size_t>& group : equal_ones(parts)) {
            for (const std::size_t part : group) parts[part].push_back('/');
            number(parts, group);
        }
        for (std::size_t part = 0; part < parts.size(); ++part)
            keys_.emplace(&input.screenings[part], std::move(parts[part]));
    }
}

match::Identity Identifier::identity(const Subject& subject, const match::Finding& finding) {
    // No other product of the run has the key of a record: what was seen of the one before is needed no more.
    const bool is_whole = subject.input().record_kind == RecordKind::whole;
    if (std::exchange(last_, &subject.screening()) != &subject.screening() && !is_whole) seen_.clear();
    match::Identity out;
    out.rule = subject.rule(finding).id.text;
    out.product = keys_.of(subject);
    if (finding.entry) out.ingredient = subject.normal_name(*finding.entry);
    out.occurrence = 0;
    const std::uint32_t occurrence = ++seen_[out];
    out.occurrence = occurrence;
    return out;
}

}  // namespace incilint::report
