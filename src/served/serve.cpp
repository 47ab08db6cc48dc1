#include "served/serve.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <new>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dossier::served {
namespace {

/// Exit statuses of a helper, and of the processes that it makes.
enum Status { kDone = 0, kFailed = 1, kRefused = 8, kOutOfMemory = 9 };

/// Reads until there are `size` bytes or the end.
bool read_bytes(int fd, std::size_t size, std::string& bytes) {
    std::array<char, 65536> buffer{};
    while (bytes.size() < size) {
        const ssize_t n = ::read(fd, buffer.data(), std::min(buffer.size(), size - bytes.size()));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return n == 0;
        bytes.append(buffer.data(), static_cast<std::size_t>(n));
    }
    return true;
}

bool write_bytes(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

/// Never comes back. What it says goes to `out`.
[[noreturn]] void be_locked_in(const sandbox::Bounds& bounds, const std::function<void()>& work, int out, pid_t parent) {
    // It must not outlive this program, nor hear what is asked next, nor answer for others.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent || ::dup2(out, STDOUT_FILENO) < 0 || ::close(STDIN_FILENO) != 0)
        ::_exit(kFailed);
    // Libraries take an exception for lack of memory as damage of the file.
    std::set_new_handler([] { ::_exit(kOutOfMemory); });
    if (const std::string refused = sandbox::lock_in(bounds); !refused.empty()) ::_exit(write_bytes(refused) ? kRefused : kFailed);
    try {
        work();
    } catch (const std::bad_alloc&) {
        ::_exit(kOutOfMemory);
    } catch (...) {
        ::_exit(kFailed);
    }
    ::_exit(kFailed);
}

Told told(int status, std::string said) {
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGXCPU || signal == SIGKILL) return {too_much, {}, std::move(said)};
        return {broke_off, "signal " + std::to_string(signal), std::move(said)};
    }
    switch (WEXITSTATUS(status)) {
        case kDone: return {0, {}, std::move(said)};
        case kRefused: return {no_sandbox, std::move(said), {}};
        case kOutOfMemory: return {too_much, {}, std::move(said)};
        default: return {broke_off, "exit status " + std::to_string(WEXITSTATUS(status)), std::move(said)};
    }
}

}  // namespace

void run(int (*serve_all)()) {
    try {
        ::_exit(serve_all());
    } catch (const std::bad_alloc&) {
        ::_exit(kOutOfMemory);
    } catch (...) {
        ::_exit(kFailed);
    }
}

void reply(std::string_view part) {
    if (!write_bytes(part)) ::_exit(kFailed);
}

void finish() { ::_exit(kDone); }

std::optional<Told> in_sandbox(const sandbox::Bounds& bounds, std::size_t most, const std::function<void()>& work) {
    std::array<int, 2> ends{};
    const pid_t self = ::getpid();
    if (::pipe(ends.data()) != 0) return std::nullopt;
    const pid_t process = ::fork();
    if (process == 0) be_locked_in(bounds, work, ends[1], self);
    ::close(ends[1]);
    if (process < 0) {
        ::close(ends[0]);
        return std::nullopt;
    }
    std::string said;
    const bool heard = read_bytes(ends[0], most + 1, said) && said.size() <= most;
    ::close(ends[0]);
    if (!heard) ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0)
        if (errno != EINTR) return std::nullopt;
    if (heard) return told(status, std::move(said));
    said.resize(std::min(said.size(), most));
    return Told{too_much, {}, std::move(said)};
}

int serve(const Protocol& protocol, const std::function<std::string(std::string&& question)>& answer) {
    for (;;) {
        std::string length, question;
        if (!read_bytes(STDIN_FILENO, kLengthBytes, length)) return kFailed;
        if (length.empty()) return kDone;
        if (length.size() != kLengthBytes || length_of(length) > protocol.most_question) return kFailed;
        question.reserve(length_of(length));
        if (!read_bytes(STDIN_FILENO, length_of(length), question) || question.size() != length_of(length)) return kFailed;
        const std::string said = answer(std::move(question));
        if (said.empty()) return kFailed;
        if (!write_bytes(length_bytes(protocol.greeting.size() + said.size()) + std::string(protocol.greeting) + said)) return kFailed;
    }
}

}  // namespace dossier::served
