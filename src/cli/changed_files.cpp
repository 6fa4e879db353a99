#include "cli/changed_files.h"

#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/files.h"

namespace incilint::cli {
namespace {

/// What a child wrote to standard output; an error where it ended with another code than 0.
base::Expected<std::string> output_of(const std::vector<std::string>& words) {
    const auto failed = [&](const std::string& why) {
        return base::Error{base::Diagnostic{"since/git", {}, "git could not tell what changed: " + why, ""}};
    };
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return failed(std::strerror(errno));
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        return failed(std::strerror(errno));
    }
    if (child == 0) {
        ::dup2(ends[1], 1);
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string out;
    char buffer[1 << 16];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) != 0;) {
        if (got > 0) out.append(buffer, static_cast<std::size_t>(got));
        if (got < 0 && errno != EINTR) break;
    }
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (!WIFEXITED(status)) return failed("it was killed");
    if (WEXITSTATUS(status) == 127) return failed("there is no git on the path");
    if (WEXITSTATUS(status) != 0) return failed("see its message above");
    return out;
}

}  // namespace

base::Expected<std::set<std::string>> changed_files(const std::string& root, const std::string& since) {
    if (since.starts_with('-'))
        return base::Error{
            base::Diagnostic{"since/commit", {}, "--since: '" + base::printable(since) + "' is no commit", ""}};
    if (!exists(root + "/.git"))
        return base::Error{base::Diagnostic{"since/git", {}, "--since asks git, and there is no repository here", ""}};
    const std::vector<std::vector<std::string>> questions = {
        {"git", "-C", root, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", "--merge-base", since,
         "--"},
        {"git", "-C", root, "ls-files", "-z", "--others", "--exclude-standard"},
    };
    std::set<std::string> out;
    for (const std::vector<std::string>& question : questions) {
        const auto answer = output_of(question);
        if (!answer) return base::Error{answer.error()};
        for (std::size_t at = 0; at < answer->size();) {
            const std::size_t end = std::min(answer->find('\0', at), answer->size());
            if (end > at) out.insert(answer->substr(at, end - at));
            at = end + 1;
        }
    }
    return out;
}

}  // namespace incilint::cli
