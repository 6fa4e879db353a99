#include "cli/exit_code.h"

#include <algorithm>

namespace incilint::cli {
namespace {

/// Higher is worse. A broken pipe says that nobody reads what would be said.
int badness(Exit code) {
    switch (code) {
        case Exit::ok:
            return 0;
        case Exit::findings:
            return 1;
        case Exit::incomplete:
            return 2;
        case Exit::usage:
            return 3;
        case Exit::broken_pipe:
            return 4;
        case Exit::interrupted:
        case Exit::terminated:
            return 5;
    }
    return 0;
}

}  // namespace

Exit worst(Exit a, Exit b) {
    return badness(a) >= badness(b) ? a : b;
}

Exit Outcome::code() const {
    Exit out = Exit::ok;
    for (const auto& [code, reason] : reasons_) out = worst(out, code);
    return out;
}

bool Outcome::has(Exit code) const {
    return std::any_of(reasons_.begin(), reasons_.end(), [code](const auto& r) { return r.first == code; });
}

}  // namespace incilint::cli
