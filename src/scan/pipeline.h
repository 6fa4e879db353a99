// scan/pipeline.h: many workers, one stream of blocks in, one stream of results out, in the order of the blocks.
// Promises: the only threads of the program; the sink sees every block once and in order, on the calling thread;
// memory is bound by a fixed number of blocks; a thread that cannot be had is done without.
// Must not know: what blocks hold, files.
#pragma once

#include <cstddef>
#include <functional>

#include "base/result.h"
#include "catalog/blocks.h"
#include "scan/worker.h"

namespace incilint::scan {

struct Stream {
    /// The next block; false: there are no more.
    std::function<base::Expected<bool>(catalog::Block&)> read;
    /// What came of a block; false: no more is wanted.
    std::function<bool(const BlockResult&)> write;
};

/// The threads that this machine runs at once; at least 1.
[[nodiscard]] std::size_t cores();

/// Runs until the stream ends, fails or is no longer wanted. `jobs`: workers, at least 1; with 1 there is no thread
/// beside the calling one. The error is that of `read`, or `scan/failed` where a worker could not go on.
[[nodiscard]] base::Expected<bool> run(const Plan& plan, const Stream& stream, std::size_t jobs);

}  // namespace incilint::scan
