// cost.cpp: what a command costs: wall time, CPU time and peak memory of that command alone.
// usage: bench_cost COMMAND…   the command has our standard input and output; its standard error is thrown away.
// Prints "WALL_SECONDS CPU_SECONDS PEAK_KIB" on standard error; exit code: the command's own, 127 where it did not
// start. The kernel counts the memory of whoever forks towards its child's peak, so the one who forks must be small: a
// script's interpreter would be measured instead of the program.
#include <chrono>
#include <cstdio>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("usage: bench_cost COMMAND...\n", stderr);
        return 127;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawnp(&child, words[1], &actions, nullptr, words + 1, environ) != 0) return 127;
    int status = 0;
    rusage usage{};
    if (wait4(child, &status, 0, &usage) != child) return 127;
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    posix_spawn_file_actions_destroy(&actions);
    std::fprintf(stderr, "%.6f %.6f %ld\n", wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
                 usage.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
