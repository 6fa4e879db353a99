// startup.cpp: what one `incilint check` of one label costs as a whole process, against /bin/true in the same rounds.
// usage: bench_startup INCILINT [ROUNDS]. Prints medians over interleaved rounds and their ratio.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

constexpr const char* label =
    "Aqua, Sodium Laureth Sulfate, Cocamidopropyl Betaine, Glycerin, Sodium Chloride, Panthenol, Inulin, "
    "Citric Acid, Sodium Benzoate, Potassium Sorbate, Parfum, Linalool, Limonene";

/// Milliseconds from spawn to exit, output thrown away; negative where the program could not be run.
double time_of(const std::vector<std::string>& words) {
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
    if (failed == 0) waitpid(child, &status, 0);
    const auto end = std::chrono::steady_clock::now();
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0 || !WIFEXITED(status) || WEXITSTATUS(status) > 1) return -1;
    return std::chrono::duration<double, std::milli>(end - begin).count();
}

double median(std::vector<double> values) {
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
    std::vector<double> nothing, check;
    for (int round = 0; round < rounds; ++round) {
        nothing.push_back(time_of({"/bin/true"}));
        check.push_back(time_of({words[1], "check", "--text", label}));
        if (nothing.back() < 0 || check.back() < 0) {
            std::fputs("bench_startup: a program could not be run\n", stderr);
            return 1;
        }
    }
    std::printf("rounds %d\n/bin/true        %.2f ms\nincilint check   %.2f ms\nratio            %.1f\n", rounds,
                median(nothing), median(check), median(check) / median(nothing));
    return 0;
}
