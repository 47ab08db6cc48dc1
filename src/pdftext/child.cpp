#include "pdftext/child.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dossier::pdftext {
namespace {

using Clock = std::chrono::steady_clock;

/// A file descriptor that closes itself.
class Handle {
public:
    explicit Handle(int fd) : fd_(fd) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { close(); }
    void close() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

/// Starts `program` with `end` as stdin and stdout. 0 or errno.
int start(const std::filesystem::path& program, int end, pid_t& child) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (const int error = posix_spawn_file_actions_init(&actions)) return error;
    if (const int error = posix_spawnattr_init(&attributes)) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    // A signal that this process ignores would stay ignored in the child.
    sigset_t usual;
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    std::string name = program.string();
    const std::array<char*, 2> arguments{name.data(), nullptr};
    const std::array<char*, 1> environment{nullptr};
    int error = posix_spawnattr_setsigdefault(&attributes, &usual);
    if (error == 0) error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO);
    if (error == 0) error = posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO);
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    if (error == 0) error = posix_spawn(&child, name.c_str(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

/// Writes and reads at once: a child that answers before it has read all must not wait for us while we wait for it. Why it has
/// to be stopped, or nullopt once it has closed its end.
std::optional<Ended::How> talk(int fd, std::string_view input, std::size_t most, Clock::time_point end, std::string& output) {
    bool closed = input.empty();
    if (closed) ::shutdown(fd, SHUT_WR);
    std::array<char, 65536> buffer{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) return Ended::too_late;
        pollfd ready{fd, static_cast<short>(closed ? POLLIN : POLLIN | POLLOUT), 0};
        const int count = ::poll(&ready, 1, static_cast<int>(std::min<long long>(left, 60000)));
        if (count < 0 && errno != EINTR) return std::nullopt;
        if (count <= 0) continue;
        if (!closed && (ready.revents & POLLOUT) != 0) {
            const ssize_t n = ::send(fd, input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            const bool gone = n < 0 && errno != EAGAIN && errno != EINTR;
            if (n > 0) input.remove_prefix(static_cast<std::size_t>(n));
            closed = gone || input.empty();
            if (closed) ::shutdown(fd, SHUT_WR);
        }
        if ((ready.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
        const ssize_t n = ::recv(fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n <= 0) return std::nullopt;
        output.append(buffer.data(), static_cast<std::size_t>(n));
        if (output.size() > most) return Ended::too_much;
    }
}

/// The status of `child` once it has ended, nullopt if it does not in time. It has closed its end, so this takes no time but for
/// one that means ill.
std::optional<int> wait_for(pid_t child, Clock::time_point end) {
    for (;;) {
        int status = 0;
        const pid_t got = ::waitpid(child, &status, WNOHANG);
        if (got == child) return status;
        if (got < 0 && errno != EINTR) return std::nullopt;
        if (Clock::now() >= end) return std::nullopt;
        (void)::poll(nullptr, 0, 1);
    }
}

}  // namespace

Ended run_child(const std::filesystem::path& program, std::string_view input, std::size_t most, std::chrono::milliseconds patience) {
    const Clock::time_point end = Clock::now() + patience;
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return {Ended::not_begun, errno, {}};
    Handle ours(ends[0]);
    Handle theirs(ends[1]);
    pid_t child = 0;
    if (const int error = start(program, theirs.get(), child)) return {Ended::not_begun, error, {}};
    theirs.close();

    Ended ended;
    auto stop = talk(ours.get(), input, most, end, ended.output);
    const auto status = stop ? std::nullopt : wait_for(child, end);
    if (!status) {
        ::kill(child, SIGKILL);
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
        ended.how = stop.value_or(Ended::too_late);
    } else if (WIFSIGNALED(*status)) {
        ended.how = Ended::killed;
        ended.number = WTERMSIG(*status);
    } else {
        ended.number = WEXITSTATUS(*status);
    }
    return ended;
}

}  // namespace dossier::pdftext
