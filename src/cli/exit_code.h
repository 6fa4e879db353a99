// cli/exit_code.h: what a run ends with, and why.
// Promises: of several codes the worst wins, 2 > 3 > 1 > 0; each code but 0 has a reason in words.
// Must not know: what was run.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace incilint::cli {

enum class Exit : std::uint8_t {
    ok = 0,
    findings = 1,
    usage = 2,
    incomplete = 3,
    interrupted = 130,
    broken_pipe = 141,
    terminated = 143
};

[[nodiscard]] Exit worst(Exit a, Exit b);

/// The codes a run has earned so far.
class Outcome {
  public:
    void add(Exit code, std::string reason) { reasons_.emplace_back(code, std::move(reason)); }
    [[nodiscard]] Exit code() const;
    [[nodiscard]] bool has(Exit code) const;
    /// A signal asked for the end: nothing more is written.
    [[nodiscard]] bool ended() const { return has(Exit::interrupted) || has(Exit::terminated); }
    [[nodiscard]] const std::vector<std::pair<Exit, std::string>>& reasons() const { return reasons_; }

  private:
    std::vector<std::pair<Exit, std::string>> reasons_;
};

}  // namespace incilint::cli
