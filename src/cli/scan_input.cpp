#include "cli/scan_input.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace incilint::cli {
namespace {

volatile std::sig_atomic_t came = 0;

extern "C" void note_signal(int number) {
    came = number;
}

/// A descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > 2) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

base::Error<base::Diagnostic> fault(const char* code, const std::string& path, const char* text) {
    return base::Error{base::Diagnostic{code, {path, 0, 0}, text, ""}};
}

}  // namespace

void note_signals() {
    struct sigaction action {};
    action.sa_handler = note_signal;
    // One polite word; whoever says it twice means it.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

int noted_signal() {
    return came;
}

bool ended_by_signal(Outcome& outcome) {
    if (came == 0) return false;
    if (!outcome.ended())
        outcome.add(came == SIGINT ? Exit::interrupted : Exit::terminated,
                    "interrupted: incomplete, nothing was written");
    return true;
}

base::Expected<CatalogInput, Fault> open_catalog(const std::string& path) {
    const int number = path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    const auto refuse = [&path](const char* code, std::string text, Exit exit) {
        return base::Error{Fault{{code, {path, 0, 0}, std::move(text), ""}, exit}};
    };
    if (number < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG;
        if (missing) return refuse("input/missing", "no such file", Exit::usage);
        return refuse("input/unreadable", std::strerror(errno), Exit::incomplete);
    }
    const auto descriptor = std::make_shared<Descriptor>(number);
    CatalogInput out;
    struct stat there {};
    if (::fstat(number, &there) == 0) {
        if (S_ISDIR(there.st_mode)) return refuse("input/folder", "a folder is no catalog", Exit::usage);
        if (S_ISREG(there.st_mode)) out.size = static_cast<std::size_t>(there.st_size);
    }
    out.taken = std::make_shared<std::size_t>(0);
    out.fill = [descriptor, path, taken = out.taken](std::string& bytes, std::size_t wanted) -> base::Expected<bool> {
        const std::size_t had = bytes.size();
        while (true) {
            if (came != 0) return fault("scan/interrupted", path, "interrupted");
            bytes.resize(had + wanted);
            const ssize_t got = ::read(descriptor->number(), bytes.data() + had, wanted);
            bytes.resize(had + (got > 0 ? static_cast<std::size_t>(got) : 0));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return fault("input/unreadable", path, std::strerror(errno));
            *taken += static_cast<std::size_t>(got);
            return got > 0;
        }
    };
    return out;
}

}  // namespace incilint::cli
