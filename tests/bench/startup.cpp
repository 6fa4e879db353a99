// startup.cpp: what one `incilint check` of one label costs as a whole process, against /bin/true in the same rounds.
// usage: bench_startup INCILINT [ROUNDS]. Prints medians over interleaved rounds and their ratios; CPU time and page
// faults as the system counted them, for they say something on a busy machine too.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

constexpr const char* label =
    "Aqua, Sodium Laureth Sulfate, Cocamidopropyl Betaine, Glycerin, Sodium Chloride, Panthenol, Inulin, "
    "Citric Acid, Sodium Benzoate, Potassium Sorbate, Parfum, Linalool, Limonene";

struct Cost {
    double wall = -1;  ///< milliseconds from spawn to exit; negative where the program could not be run
    double cpu = 0;    ///< milliseconds
    double faults = 0;
};

/// Runs a program, its output thrown away.
Cost cost_of(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", 1, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    const int failed = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    int status = 0;
    rusage used{};
    if (failed == 0) wait4(child, &status, 0, &used);
    const auto end = std::chrono::steady_clock::now();
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1) return {};
    const auto ms = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
    };
    return {std::chrono::duration<double, std::milli>(end - begin).count(), ms(used.ru_utime) + ms(used.ru_stime),
            static_cast<double>(used.ru_minflt)};
}

double median(const std::vector<Cost>& costs, double Cost::*part) {
    std::vector<double> values;
    for (const Cost& cost : costs) values.push_back(cost.*part);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("usage: bench_startup INCILINT [ROUNDS]\n", stderr);
        return 2;
    }
    const int rounds = count > 2 ? std::max(1, std::atoi(words[2])) : 101;
    std::vector<Cost> nothing, check;
    for (int round = 0; round < rounds; ++round) {
        nothing.push_back(cost_of({"/bin/true"}));
        check.push_back(cost_of({words[1], "check", "--text", label}));
        if (nothing.back().wall < 0 || check.back().wall < 0) {
            std::fputs("bench_startup: a program could not be run\n", stderr);
            return 1;
        }
    }
    std::printf("rounds %d         /bin/true  incilint check  ratio\n", rounds);
    const auto row = [&](const char* name, double Cost::*part) {
        const double least = median(nothing, part);
        const double whole = median(check, part);
        std::printf("%-18s %10.2f %15.2f %6.1f\n", name, least, whole, whole / least);
    };
    row("wall, ms", &Cost::wall);
    row("CPU, ms", &Cost::cpu);
    row("page faults", &Cost::faults);
    return 0;
}
