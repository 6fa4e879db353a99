#include "spawn.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace incilint::test {
namespace {

using Pipe = std::array<int, 2>;

Pipe make_pipe() {
    Pipe out{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

/// Writes `input` and reads both outputs at once, so that no pipe can fill up and block.
void exchange(int in, int out, int err, const std::string& input, Result& result) {
    std::size_t written = 0;
    std::array<char, 65536> buffer{};
    if (input.empty()) ::close(std::exchange(in, -1));
    while (out >= 0 || err >= 0) {
        std::array<pollfd, 3> waits = {pollfd{in, POLLOUT, 0}, pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
        if (::poll(waits.data(), waits.size(), -1) < 0) throw std::runtime_error("poll");
        if (in >= 0 && waits[0].revents != 0) {
            const ssize_t n = ::write(in, input.data() + written, input.size() - written);
            if (n > 0) written += static_cast<std::size_t>(n);
            if (n < 0 || written == input.size()) ::close(std::exchange(in, -1));
        }
        const auto drain = [&](int& from, const pollfd& wait, std::string& into) {
            if (from < 0 || wait.revents == 0) return;
            const ssize_t n = ::read(from, buffer.data(), buffer.size());
            if (n > 0)
                into.append(buffer.data(), static_cast<std::size_t>(n));
            else
                ::close(std::exchange(from, -1));
        };
        drain(out, waits[1], result.out);
        drain(err, waits[2], result.err);
    }
    if (in >= 0) ::close(in);
}

}  // namespace

Result spawn(const Run& run) {
    std::signal(SIGPIPE, SIG_IGN);
    const Pipe in = make_pipe();
    Pipe out = make_pipe();
    const Pipe err = make_pipe();
    std::vector<std::string> command = run.command;
    std::vector<std::string> environment = run.environment;
    const char* path = std::getenv("PATH");
    bool has_path = false;
    for (const std::string& variable : environment) has_path = has_path || variable.starts_with("PATH=");
    if (!has_path) environment.push_back(std::string("PATH=").append(path ? path : "/usr/bin:/bin"));
    std::vector<char*> argv = pointers(command);
    std::vector<char*> envp = pointers(environment);
    const std::string folder = run.folder.empty() ? "." : run.folder.native();
    const auto begin = std::chrono::steady_clock::now();
    // Before the child can write: nobody ever reads.
    if (run.close_output) ::close(std::exchange(out[0], -1));
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("fork");
    if (child == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        const int to = run.output_to.empty() ? out[1] : ::open(run.output_to.c_str(), O_WRONLY | O_CLOEXEC);
        if (::chdir(folder.c_str()) != 0 || ::dup2(in[0], 0) < 0 || ::dup2(to, 1) < 0 || ::dup2(err[1], 2) < 0)
            ::_exit(126);
        ::execvpe(argv[0], argv.data(), envp.data());
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    ::close(err[1]);
    Result result;
    exchange(in[1], out[0], err[0], run.input, result);
    int status = 0;
    ::waitpid(child, &status, 0);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

Result run_tool(std::vector<std::string> arguments, std::string input, const std::filesystem::path& folder) {
    arguments.insert(arguments.begin(), INCILINT_BINARY);
    return spawn({std::move(arguments), std::move(input), {}, folder, "", false});
}

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "incilint-test-XXXXXX").native();
    if (!::mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void Folder::write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream file(path_ / name, std::ios::binary);
    file << content;
}

std::string Folder::read(const std::string& name) const {
    return read_file(path_ / name);
}

Result shell(const Folder& folder, const std::string& script, std::vector<std::string> more) {
    const std::string programs = std::filesystem::path(INCILINT_BINARY).parent_path().native();
    const char* path = std::getenv("PATH");
    more.push_back("HOME=" + folder.path().string());
    if (std::none_of(more.begin(), more.end(), [](const std::string& one) { return one.starts_with("PATH="); }))
        more.push_back("PATH=" + programs + ":" + (path ? path : "/usr/bin:/bin"));
    more.push_back(std::string("INCILINT=") + INCILINT_BINARY);
    return spawn({{"bash", "-c", script}, "", std::move(more), folder.path(), "", false});
}

bool has_schema_check(const Folder& folder) {
    return shell(folder, "python3 -c 'import jsonschema, yaml'").exit == 0;
}

Result check_schema(const Folder& folder, const std::string& schema, const std::string& kind,
                    const std::string& files) {
    return shell(folder, "python3 " INCILINT_CASES "/check_schema.py " + schema + " " + kind + " " + files);
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

}  // namespace incilint::test
