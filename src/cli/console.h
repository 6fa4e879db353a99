// cli/console.h: what is said to the person at the terminal: messages on standard error, and whether to use colour.
// Promises: messages are escaped and never mix with the report on standard output.
// Must not know: commands.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "cli/exit_code.h"

namespace incilint::cli {

/// One line on standard error: "incilint: …".
void say(std::string_view line);
void say(const base::Diagnostic& diagnostic);
void say(const base::Diagnostics& diagnostics);
/// The reason for each code, then the code itself, ready to return from main.
[[nodiscard]] int finish(const Outcome& outcome);

enum class Colour : std::uint8_t { automatic, always, never };
[[nodiscard]] std::optional<Colour> colour_named(std::string_view word);

/// The environment variables that speak of colour; an unset one is empty optional.
struct ColourEnvironment {
    std::optional<std::string_view> no_color{};
    std::optional<std::string_view> force_color{};
    std::optional<std::string_view> clicolor_force{};
    std::optional<std::string_view> clicolor{};
    std::optional<std::string_view> term{};
};
[[nodiscard]] ColourEnvironment colour_environment();

/// --color, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, CLICOLOR=0 and TERM=dumb, then whether a terminal reads.
[[nodiscard]] bool wants_colour(Colour colour, const ColourEnvironment& environment, bool terminal);

}  // namespace incilint::cli
