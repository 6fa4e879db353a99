#include "cli/console.h"

#include <cstdlib>
#include <string>

#include "cli/output.h"

namespace incilint::cli {

void say(std::string_view line) {
    std::string out = "incilint: ";
    out.append(line).push_back('\n');
    // Nothing is left to tell it to, should this fail.
    (void)write_all(2, out);
}

void say(const base::Diagnostic& diagnostic) {
    say(base::describe(diagnostic));
}

void say(const base::Diagnostics& diagnostics) {
    for (const base::Diagnostic& diagnostic : diagnostics) say(diagnostic);
}

int finish(const Outcome& outcome) {
    if (outcome.code() != Exit::broken_pipe)
        for (const auto& [code, reason] : outcome.reasons())
            say(reason + " (exit code " + std::to_string(static_cast<int>(code)) + ")");
    return static_cast<int>(outcome.code());
}

std::optional<Colour> colour_named(std::string_view word) {
    if (word == "auto") return Colour::automatic;
    if (word == "always") return Colour::always;
    if (word == "never") return Colour::never;
    return std::nullopt;
}

ColourEnvironment colour_environment() {
    const auto get = [](const char* name) -> std::optional<std::string_view> {
        const char* value = std::getenv(name);
        return value ? std::optional<std::string_view>(value) : std::nullopt;
    };
    return {get("NO_COLOR"), get("FORCE_COLOR"), get("CLICOLOR_FORCE"), get("CLICOLOR"), get("TERM")};
}

bool wants_colour(Colour colour, const ColourEnvironment& environment, bool terminal) {
    if (colour != Colour::automatic) return colour == Colour::always;
    const auto given = [](const std::optional<std::string_view>& value) { return value && !value->empty(); };
    if (given(environment.no_color)) return false;
    for (const auto& force : {environment.force_color, environment.clicolor_force})
        if (given(force) && *force != "0") return true;
    if (environment.clicolor == "0" || environment.term == "dumb") return false;
    return terminal;
}

}  // namespace incilint::cli
