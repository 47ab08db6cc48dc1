/// Locks itself in as the helpers of dossier do, then tries what a program that was taken over would try, and says what came of it.
///
///   sandbox_probe FILE       each call, and what the system said
///   sandbox_probe spin       computes without end, within one second
///
/// FILE is there and can be read and written.

#include "sandbox/sandbox.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::string said;

void say(const char* what, long result) {
    said += std::string(what) + ' ' +
            (result >= 0       ? "done"
             : errno == EPERM  ? "EPERM"
             : errno == ENOMEM ? "ENOMEM"
                               : std::strerror(errno)) +
            '\n';
}

/// By number, so that no wrapper of the C library chooses another call.
template <class... Arguments> void call(const char* what, long number, Arguments... arguments) { say(what, syscall(number, arguments...)); }

void try_all(const char* file) {
    call("open to read", SYS_openat, AT_FDCWD, file, O_RDONLY, 0);
    call("open to write", SYS_openat, AT_FDCWD, file, O_WRONLY | O_TRUNC, 0);
    call("make a file", SYS_openat, AT_FDCWD, (std::string(file) + ".new").c_str(), O_WRONLY | O_CREAT, 0600);
    call("unlink", SYS_unlinkat, AT_FDCWD, file, 0);
    call("rename", SYS_renameat2, AT_FDCWD, file, AT_FDCWD, (std::string(file) + ".new").c_str(), 0);
    struct stat info {};
    call("stat", SYS_newfstatat, AT_FDCWD, file, &info, 0);
    call("folder", SYS_chdir, "/");
    call("socket", SYS_socket, AF_INET, SOCK_STREAM, 0);
    call("local socket", SYS_socket, AF_UNIX, SOCK_STREAM, 0);
    call("fork", SYS_clone, SIGCHLD, 0, 0, 0, 0);
    char* const none[] = {nullptr};
    call("exec", SYS_execve, "/bin/true", none, none);
    call("kill", SYS_kill, getppid(), 0);
    call("ptrace", SYS_ptrace, PTRACE_TRACEME, 0, 0, 0);
    call("memory to run", SYS_mmap, nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    call("memory of a file", SYS_mmap, nullptr, 4096, PROT_READ, MAP_PRIVATE, 0, 0);
    call("more time", SYS_prlimit64, 0, 0, nullptr, nullptr);
    call("stderr", SYS_write, STDERR_FILENO, "x", 1);
    call("a file that was open", SYS_read, 3, &info, 1);
    call("memory", SYS_mmap, nullptr, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
#ifdef DOSSIER_PROBE_BOUNDED
    call("too much memory", SYS_mmap, nullptr, 3UL << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
#endif
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const bool spin = std::strcmp(argv[1], "spin") == 0;
    if (!spin && open(argv[1], O_RDWR) < 0) return 3;
    dossier::sandbox::Bounds bounds;
    if (spin) bounds.seconds = 1;
    if (const std::string refused = dossier::sandbox::lock_in(bounds); !refused.empty()) {
        std::printf("refused: %s\n", refused.c_str());
        return 4;
    }
    volatile unsigned long turns = 0;
    while (spin) turns = turns + 1;
    try_all(argv[1]);
    const ssize_t n = write(STDOUT_FILENO, said.data(), said.size());
    _exit(n == static_cast<ssize_t>(said.size()) ? 0 : 1);
}
