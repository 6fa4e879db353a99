#include "cli/output.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

namespace incilint::cli {
namespace {

base::Error<base::Diagnostic> cannot_open(const std::string& path) {
    return base::Error{base::Diagnostic{"output/open", {path, 0, 0}, std::strerror(errno), ""}};
}

/// The name of an open file that has none, for linkat().
std::string open_file(int descriptor) {
    return "/proc/self/fd/" + std::to_string(descriptor);
}

/// A file without a name in the folder of `target`: however the process ends, nothing stays behind. -1 where the file
/// system or the machine knows none.
int nameless_beside(const std::string& target) {
    const std::size_t slash = target.rfind('/');
    const std::string folder = slash == target.npos ? "." : target.substr(0, slash + 1);
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0 && ::access(open_file(descriptor).c_str(), F_OK) == 0) return descriptor;
    if (descriptor >= 0) ::close(descriptor);
    return -1;
}

}  // namespace

Written write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
        if (wrote > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(wrote));
            continue;
        }
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0 && errno == EAGAIN) {
            // Someone made the pipe non-blocking: wait until it takes more.
            pollfd ready{descriptor, POLLOUT, 0};
            if (::poll(&ready, 1, -1) >= 0 || errno == EINTR) continue;
        }
        return wrote < 0 && errno == EPIPE ? Written::broken_pipe : Written::failed;
    }
    return Written::ok;
}

Output::Output(int descriptor, std::string target, std::string temporary)
    : descriptor_(descriptor), target_(std::move(target)), temporary_(std::move(temporary)) {}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      nameless_(std::exchange(other.nameless_, false)),
      state_(other.state_),
      error_(std::move(other.error_)) {}

Output::~Output() {
    if (descriptor_ > 2) ::close(descriptor_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

base::Expected<Output> Output::open(const std::string& path) {
    if (path.empty() || path == "-") return Output(1, "", "");
    struct stat there {};
    const bool exists = ::stat(path.c_str(), &there) == 0;
    if (exists && !S_ISREG(there.st_mode)) {
        const int device = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (device < 0) return cannot_open(path);
        return Output(device, path, "");
    }
    // Through a symbolic link, the file it means is replaced, not the link.
    std::string target = path;
    if (char* real = exists ? ::realpath(path.c_str(), nullptr) : nullptr) {
        target = real;
        std::free(real);
    }
    std::string temporary = target + ".XXXXXX";
    int descriptor = nameless_beside(target);
    const bool nameless = descriptor >= 0;
    if (!nameless) descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) return cannot_open(path);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = exists ? there.st_mode & 0777 : 0666 & ~mask;
    if (::fchmod(descriptor, mode) != 0) {
        const int why = errno;
        ::close(descriptor);
        if (!nameless) ::unlink(temporary.c_str());
        errno = why;
        return cannot_open(path);
    }
    Output out(descriptor, target, nameless ? "" : temporary);
    out.nameless_ = nameless;
    return out;
}

Written Output::fail(const char* what) {
    state_ = Written::failed;
    error_ = std::string(what).append(target_.empty() ? "standard output" : base::printable(target_));
    error_.append(": ").append(std::strerror(errno));
    return state_;
}

Written Output::write(std::string_view bytes) {
    if (state_ != Written::ok) return state_;
    state_ = write_all(descriptor_, bytes);
    return state_ == Written::failed ? fail("cannot write ") : state_;
}

bool Output::give_name() {
    // A name cannot be given over another one, so it is given beside it and moved.
    const std::string stem = target_ + "." + std::to_string(::getpid()) + ".";
    for (int i = 0; i < 100; ++i) {
        temporary_ = stem + std::to_string(i);
        if (::linkat(AT_FDCWD, open_file(descriptor_).c_str(), AT_FDCWD, temporary_.c_str(), AT_SYMLINK_FOLLOW) == 0)
            return true;
        temporary_.clear();  // not ours to take away
        if (errno != EEXIST) break;
    }
    return false;
}

Written Output::commit() {
    if (state_ != Written::ok) return state_;
    if ((nameless_ || !temporary_.empty()) && ::fsync(descriptor_) != 0) return fail("cannot write ");
    if (std::exchange(nameless_, false) && !give_name()) return fail("cannot put in place ");
    // Closing is when some file systems tell that the disk is full; standard output counts too.
    const int descriptor = std::exchange(descriptor_, -1);
    if (::close(descriptor) != 0) return fail("cannot write ");
    if (temporary_.empty()) return state_;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) return fail("cannot put in place ");
    temporary_.clear();
    return state_;
}

bool Output::terminal() const {
    return descriptor_ >= 0 && ::isatty(descriptor_) == 1;
}

}  // namespace incilint::cli
