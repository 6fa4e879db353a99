// The program: all of it is in cli/app.h.
#include "cli/app.h"

int main(int argc, char** argv) {
    return incilint::cli::run(argc, argv);
}
