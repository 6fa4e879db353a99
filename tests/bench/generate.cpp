// generate.cpp: writes a catalog with a fixed seed to standard output: the same bytes on every machine.
// usage: bench_generate plain|realistic ROWS [SEED] > catalog.csv
//   plain      INCI names, ", " between them
//   realistic  labels as shops print them
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "builtin/builtin.h"
#include "generator.h"
#include "match/program.h"

int main(int count, char** words) {
    const std::string_view kind = count > 2 ? words[1] : "";
    const long rows = count > 2 ? std::atol(words[2]) : 0;
    if ((kind != "plain" && kind != "realistic") || rows < 1 || count > 4) {
        std::fputs("usage: bench_generate plain|realistic ROWS [SEED] > catalog.csv\n", stderr);
        return 2;
    }
    const auto program = incilint::builtin::program();
    if (!program) {
        std::fputs("bench_generate: the default program does not open\n", stderr);
        return 1;
    }
    incilint::bench::Generator generator(
        program->dictionary(), count > 3 ? std::strtoull(words[3], nullptr, 10) : incilint::bench::default_seed);
    std::string out = "sku,name,ingredients\n";
    for (long i = 0; i < rows; ++i) {
        generator.row(out, static_cast<std::size_t>(i), kind == "realistic");
        if (out.size() < (std::size_t{1} << 20) && i + 1 < rows) continue;
        if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return 1;
        out.clear();
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
}
