#include "child/child.hpp"

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

namespace dossier::child {
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

/// What is still to be written.
class Rest {
public:
    explicit Rest(std::vector<std::string_view> parts) : parts_(std::move(parts)) { skip(); }
    [[nodiscard]] bool empty() const { return at_ == parts_.size(); }
    [[nodiscard]] std::string_view first() const { return parts_[at_]; }
    void written(std::size_t bytes) {
        parts_[at_].remove_prefix(bytes);
        skip();
    }

private:
    void skip() {
        while (at_ < parts_.size() && parts_[at_].empty()) ++at_;
    }
    std::vector<std::string_view> parts_;
    std::size_t at_ = 0;
};

enum class Heard { whole, closed, too_late, too_much };

/// Writes and reads at once: a child that answers before it has read all must not wait for us while we wait for it. Until it has
/// closed its end, or `whole` says that this was all; without that the child is told by a shutdown that `input` is.
Heard talk(int fd, Rest input, Dialogue::Whole whole, std::size_t most, Clock::time_point end, std::string& output) {
    bool closed = input.empty();
    if (closed && whole == nullptr) ::shutdown(fd, SHUT_WR);
    std::array<char, 65536> buffer{};
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) return Heard::too_late;
        pollfd ready{fd, static_cast<short>(closed ? POLLIN : POLLIN | POLLOUT), 0};
        const int count = ::poll(&ready, 1, static_cast<int>(std::min<long long>(left, 60000)));
        if (count < 0 && errno != EINTR) return Heard::closed;
        if (count <= 0) continue;
        if (!closed && (ready.revents & POLLOUT) != 0) {
            const ssize_t n = ::send(fd, input.first().data(), input.first().size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            const bool gone = n < 0 && errno != EAGAIN && errno != EINTR;
            if (n > 0) input.written(static_cast<std::size_t>(n));
            closed = gone || input.empty();
            if (closed && whole == nullptr) ::shutdown(fd, SHUT_WR);
        }
        if ((ready.revents & (POLLIN | POLLHUP | POLLERR)) == 0) continue;
        const ssize_t n = ::recv(fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n <= 0) return Heard::closed;
        output.append(buffer.data(), static_cast<std::size_t>(n));
        if (output.size() > most) return Heard::too_much;
        if (whole != nullptr && closed && whole(output)) return Heard::whole;
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

/// Ends `child` at once. Its status is nobody's business any more.
void kill_and_wait(pid_t child) {
    ::kill(child, SIGKILL);
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {}
}

/// How `child` ended that was heard to the end, or has to be stopped.
Ended end_of(pid_t child, Heard heard, Clock::time_point end) {
    const auto status = heard == Heard::closed ? wait_for(child, end) : std::nullopt;
    if (!status) {
        kill_and_wait(child);
        return {heard == Heard::too_much ? Ended::too_much : Ended::too_late, 0, {}};
    }
    if (WIFSIGNALED(*status)) return {Ended::killed, WTERMSIG(*status), {}};
    return {Ended::exited, WEXITSTATUS(*status), {}};
}

/// Starts `program` with one end of a socket; the other becomes `ours`. 0 or errno.
int start_with_socket(const std::filesystem::path& program, int& ours, pid_t& child) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return errno;
    const Handle theirs(ends[1]);
    const int error = start(program, theirs.get(), child);
    if (error == 0) ours = ends[0];
    else ::close(ends[0]);
    return error;
}

}  // namespace

Ended run_child(const std::filesystem::path& program, std::string_view input, std::size_t most, std::chrono::milliseconds patience) {
    const Clock::time_point end = Clock::now() + patience;
    int socket = -1;
    pid_t child = 0;
    if (const int error = start_with_socket(program, socket, child)) return {Ended::not_begun, error, {}};
    const Handle ours(socket);
    std::string output;
    const Heard heard = talk(ours.get(), Rest({input}), nullptr, most, end, output);
    Ended ended = end_of(child, heard, end);
    ended.output = std::move(output);
    return ended;
}

std::optional<Ended> Dialogue::ask(const std::filesystem::path& program, const std::vector<std::string_view>& question, Whole whole,
                                   std::size_t most, std::chrono::milliseconds patience, std::string& answer) {
    const Clock::time_point end = Clock::now() + patience;
    // What it says without being asked would be taken for the answer to this question.
    char unasked = 0;
    if (socket_ >= 0 && ::recv(socket_, &unasked, 1, MSG_PEEK | MSG_DONTWAIT) > 0) stop();
    if (socket_ < 0)
        if (const int error = start_with_socket(program, socket_, process_)) return Ended{Ended::not_begun, error, {}};
    answer.clear();
    const Heard heard = talk(socket_, Rest(question), whole, most, end, answer);
    if (heard == Heard::whole) return std::nullopt;
    Ended ended = end_of(process_, heard, end);
    ended.output = answer;
    ::close(socket_);
    socket_ = -1;
    return ended;
}

void Dialogue::stop() {
    if (socket_ < 0) return;
    ::close(socket_);
    socket_ = -1;
    kill_and_wait(process_);
}

}  // namespace dossier::child
