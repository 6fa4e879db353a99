// report/line_hash.h: the fingerprints that GitHub code scanning computes for the lines of a file, so that the ones in
// our SARIF agree with those of its upload action.
// The algorithm is that of github/codeql-action, src/fingerprints.ts: a rolling hash modulo 2^64 with factor 37 over
// 100 UTF-16 units from the first one of the line, blanks and tabs skipped, line ends as LF; ":n" counts equal hashes.
// Promises: equal to what that action computes; linear time.
// Must not know: findings, files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace incilint::report {

/// By line, the first at [0]: "e9496ae3ebfced30:1".
[[nodiscard]] std::vector<std::string> line_hashes(std::string_view text);

}  // namespace incilint::report
