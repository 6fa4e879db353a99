// cli/policy_options.h: what a command line asks of configuration, input files, gates, suppressions and baselines.
// Promises: plain values. Must not know: files.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "policy/suppression.h"

namespace incilint::cli {

struct PolicyOptions {
    std::string config;                ///< --config FILE
    bool isolated = false;             ///< no configuration file at all
    std::vector<std::string> assigns;  ///< --set KEY=VALUE
    /// Settings that have a flag of their own and were given: the flag, then KEY=VALUE.
    std::vector<std::pair<std::string, std::string>> flags;
    std::string since;  ///< only files that changed since this commit
    bool force_exclude = false;
    bool allow_empty = false;
    std::string today;
    std::string stdin_format;  ///< text, yaml, json, csv, tsv, jsonl; empty: by --stdin-filename
    // `suppress add`
    std::string rule;
    std::string file;
    std::string product;
    std::string ingredient;
    std::string reason;
    std::string owner;
    std::string ticket;
    std::string expires;
    std::vector<policy::Suppression> more;  ///< that stand in no file yet
    // `init`
    bool workflow = false;
    bool hook = false;
};

}  // namespace incilint::cli
