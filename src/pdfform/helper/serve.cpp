#include "pdfform/helper/serve.hpp"

#include "acroform/acroform.hpp"
#include "cms/cms.hpp"
#include "filled/filled.hpp"
#include "pdfform/codec.hpp"
#include "pdfform/protocol.hpp"
#include "sandbox/sandbox.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <new>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dossier::pdfform {
namespace {

/// A form takes some milliseconds and megabytes; a bundle of two thousand pages, 12 MiB, takes four seconds and 760 MiB.
sandbox::Bounds bounds_for(std::uint64_t size) {
    const std::uint64_t megabytes = size >> 20;
    return {.seconds = std::min<std::uint64_t>(3 + megabytes / 2, 20), .bytes = std::min<std::uint64_t>(512 + 64 * megabytes, 2048) << 20};
}

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

bool write_bytes(const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t n = ::write(STDOUT_FILENO, bytes.data() + at, bytes.size() - at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        at += static_cast<std::size_t>(n);
    }
    return true;
}

/// Never comes back. Writes its answer, without what goes before it, to `out`.
[[noreturn]] void be_reader(const std::string& pdf, int out, pid_t parent) {
    // It must not outlive this program, nor hear what is asked next, nor answer for others.
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent || ::dup2(out, STDOUT_FILENO) < 0 || ::close(STDIN_FILENO) != 0)
        ::_exit(kFailed);
    // libqpdf takes an exception for lack of memory as damage of the file.
    std::set_new_handler([] { ::_exit(kOutOfMemory); });
    if (const std::string refused = sandbox::lock_in(bounds_for(pdf.size())); !refused.empty())
        ::_exit(write_bytes(static_cast<char>(no_sandbox) + refused) ? kDone : kFailed);
    acroform::read_form(
        pdf, [](const filled::FilledPdf& read) { ::_exit(write_bytes(static_cast<char>(form) + encode(read)) ? kDone : kFailed); });
    ::_exit(kFailed);
}

std::string end_of(int status, std::string said) {
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGXCPU || signal == SIGKILL) return {static_cast<char>(too_much)};
        return static_cast<char>(broke_off) + ("signal " + std::to_string(signal));
    }
    switch (WEXITSTATUS(status)) {
        case kDone: return said;
        case kOutOfMemory: return {static_cast<char>(too_much)};
        default: return static_cast<char>(broke_off) + ("exit status " + std::to_string(WEXITSTATUS(status)));
    }
}

/// The answer about `pdf`; "" if this system cannot even give one.
std::string answer(const std::string& pdf) {
    std::array<int, 2> ends{};
    const pid_t self = ::getpid();
    if (::pipe(ends.data()) != 0) return "";
    const pid_t reader = ::fork();
    if (reader == 0) be_reader(pdf, ends[1], self);
    ::close(ends[1]);
    if (reader < 0) {
        ::close(ends[0]);
        return "";
    }
    std::string said;
    const std::size_t most = kMostAnswer - kGreeting.size();
    const bool heard = read_bytes(ends[0], most + 1, said) && said.size() <= most;
    ::close(ends[0]);
    if (!heard) ::kill(reader, SIGKILL);
    int status = 0;
    while (::waitpid(reader, &status, 0) < 0)
        if (errno != EINTR) return "";
    return end_of(status, std::move(said));
}

}  // namespace

int serve() {
    cms::prepare();
    for (;;) {
        std::string length, pdf;
        if (!read_bytes(STDIN_FILENO, kLengthBytes, length)) return kFailed;
        if (length.empty()) return kDone;
        if (length.size() != kLengthBytes || length_of(length) > kMostQuestion) return kFailed;
        if (!read_bytes(STDIN_FILENO, length_of(length), pdf) || pdf.size() != length_of(length)) return kFailed;
        const std::string said = answer(pdf);
        if (said.empty()) return kFailed;
        if (!write_bytes(length_bytes(kGreeting.size() + said.size()) + std::string(kGreeting) + said)) return kFailed;
    }
}

}  // namespace dossier::pdfform
