// report/documents.h: the machine-read documents of `parse`, `check` and `scan` (incilint.parse/1, incilint.report/1,
// the rows of incilint.scan/1). Promises: field names and their order are a contract; additions go behind what is
// there; each document ends with a line end; nothing depends on clock, machine or locale. Must not know: policy, exit
// codes, terminals.
#pragma once

#include <string>

#include "report/run.h"

namespace incilint::report {

/// `parse --format json`; screenings hold only how the entries were recognised.
[[nodiscard]] std::string parse_json(const Run& run);

/// `check --format json`.
[[nodiscard]] std::string check_json(const Run& run);

/// One line for each product of an input: `check --format jsonl`, `scan --format jsonl`.
void append_jsonl(std::string& out, const match::Program& program, const Input& input);

}  // namespace incilint::report
