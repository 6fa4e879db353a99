// cli/app.h: the program from argv to exit code.
// Must not know: what a command does. Promises: no exception leaves, whatever the arguments.
#pragma once

namespace incilint::cli {

[[nodiscard]] int run(int argc, char** argv);

}  // namespace incilint::cli
