// report/run.h: what a run of `check` or `parse` found, as plain data for every report format.
// Promises: values only; positions are ready to print (1-based lines and columns, columns in code points).
// Must not know: policy, files, terminals, exit codes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "label/label.h"
#include "match/screening.h"

namespace incilint::report {

/// Place of a byte of the label text in the file it came from.
using Locate = std::function<base::Position(std::size_t byte)>;

/// What a record is of: the whole file, or one of several in it.
enum class RecordKind : std::uint8_t { whole, row, product };

/// One record (a label, a row, a product of a product file).
struct Input {
    /// As every report names it: `check` from the root of the run, other commands as the user did; "-" is standard
    /// input. Bytes of a file system: reports escape them.
    std::string path;
    std::string project_path;  ///< from the root of the file's own project, escaped: for identities; may be empty
    std::size_t record = 1;    ///< 1-based
    RecordKind record_kind = RecordKind::whole;
    std::string id;                           ///< key of a catalog row; may be empty
    std::string product;                      ///< name from a product file (brand and name) or row; may be empty
    std::string own_name;                     ///< of `product` where a brand stands before it: without; may be empty
    std::string field;                        ///< header of the column that holds the label; empty: no row
    std::string text;                         ///< the label text
    std::shared_ptr<const std::string> file;  ///< the file that the label is a part of; null: it is the whole file
    std::shared_ptr<const base::LineIndex> lines;  ///< of `file`, where a person reads its lines (no rows); may be null
    /// The bytes of the file where they are other than `file` or `text` (a comment was hidden, a mark left out, a text
    /// decoded); an empty one: they are not known.
    std::shared_ptr<const std::string> source;
    Locate locate;                 ///< label byte → position in the file
    std::uint32_t first_line = 1;  ///< line of the file on which what is known of the product begins
    label::Label label;
    std::vector<match::Screening> screenings;  ///< for `parse`: how the entries were recognised, no more
    rules::ProductType type = rules::ProductType::unknown;
    bool type_guessed = false;
    const match::Program* program = nullptr;  ///< that screened it; null: that of the run
};

/// A finding about a file that steers the run (suppressions, baseline), not about a label. It is printed beside the
/// findings of labels and counts for the gates.
struct PolicyFinding {
    std::string rule;  ///< "suppression/unused", "suppression/expired", "suppression/malformed", "baseline/stale", …
    rules::Severity severity = rules::Severity::error;
    std::string path;                           ///< as Input::path; empty: the run as a whole
    base::Position from;                        ///< 1:1 where the file as a whole is meant
    base::Position to;                          ///< exclusive
    std::string message;                        ///< may quote the file (untrusted)
    std::string hint;                           ///< what to do; may be empty
    std::string fingerprint;                    ///< `incilint/v1`
    bool fails = false;                         ///< as match::Finding::fails
    match::Held held = match::Held::no;         ///< of one that speaks of an input and is shown all the same
    std::shared_ptr<const std::string> source;  ///< the bytes of its file; null: it is an input of the run
    std::size_t record = 0;                     ///< of the record that it speaks of, 1-based; 0: of none
    std::string product;                        ///< the id and name of that record; may be empty
};

/// An input, or one record of it, that could not be read.
struct Fault {
    base::Diagnostic what;   ///< its file named as Input::path
    std::size_t record = 0;  ///< 1-based; 0: the input as a whole
};

/// A product that a gate failed.
struct GateProduct {
    std::size_t input = 0;      ///< index into Run::inputs
    std::size_t screening = 0;  ///< index into its screenings
    std::string message;        ///< "a burden that may be above 20: 53"
};

/// A gate that failed the run, by its key in the configuration ("fail-on", "max-burden").
struct FailedGate {
    std::string gate;
    std::string message;  ///< may quote paths (untrusted)
    std::string path;     ///< where it is set; empty where no file sets it; as Input::path
    std::uint32_t line = 1;
    bool let_pass = false;              ///< by exit-zero
    std::vector<GateProduct> products;  ///< in the order of the run; empty: the gate judges the run as a whole
};

/// Findings that policy took out of a run.
struct HeldCounts {
    std::size_t suppressed = 0;
    std::size_t baselined = 0;
};

struct Run {
    std::string tool_version;
    const match::Program* program = nullptr;           ///< the first one where a run has several
    std::vector<const match::Program*> more_programs;  ///< of inputs that other rules hold for
    std::vector<Input> inputs;
    std::vector<Fault> faults;
    bool incomplete = false;
    std::vector<PolicyFinding> policy;  ///< sorted by path, place, rule
    std::vector<FailedGate> failed;     ///< why the exit code is 1
    HeldCounts held;

    /// The program that an input was screened by.
    [[nodiscard]] const match::Program& of(const Input& input) const {
        return input.program ? *input.program : *program;
    }
};

}  // namespace incilint::report
