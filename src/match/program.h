// match/program.h: everything a screening needs, compiled: dictionary, vocabulary, rules, verdict constants.
// Promises: immutable and const to all threads; opening checks the image once; the same sources give the same bytes.
// Must not know: YAML, TSV, files, labels' owners, how findings are printed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "label/vocabulary.h"
#include "lexicon/dictionary.h"
#include "rules/rule.h"

namespace incilint::match {

/// Where a set of rules came from, for reports.
struct RuleSetInfo {
    std::string id;
    std::string version;
    std::string digest;  ///< hex SHA-256
};

struct Compiled;

class Program {
  public:
    /// Opens an image made by match/compile.h. The Program keeps its own copy when `keep` is true, else the bytes must
    /// outlive it (the embedded default).
    [[nodiscard]] static base::Expected<Program> open(std::string_view image, bool keep);
    /// Opens what match/compile.h made in memory; the images that it was compiled against must outlive the Program.
    [[nodiscard]] static base::Expected<Program> open(Compiled compiled);

    [[nodiscard]] const lexicon::Dictionary& dictionary() const;
    [[nodiscard]] const label::Vocabulary& vocabulary() const;
    /// The rules in their order of report; plain data as in rules/rule.h, but without their tests.
    [[nodiscard]] const std::vector<rules::Rule>& rules() const;
    [[nodiscard]] const rules::VerdictModel& verdict() const;
    [[nodiscard]] const std::vector<RuleSetInfo>& rule_sets() const;

  private:
    struct Parts;  // owned bytes, opened images, rules and the tables the matcher runs on
    struct Bytes;  // where the parts stand that are read in place
    [[nodiscard]] static base::Expected<Program> open(std::shared_ptr<Parts> parts, const Bytes& bytes);
    std::shared_ptr<const Parts> parts_;
    friend class Matcher;
};

}  // namespace incilint::match
