/// A library to preload (LD_PRELOAD) that makes one call of the system go wrong, or ends the program there, as a power cut would.
///
/// FAULT_CALLS   which calls count: "write,fsync,rename"; rename stands for renameat too, and so on
/// FAULT_AT      the number of the call that fails, from 1; 0 or none: no call
/// FAULT_ERROR   the error that it fails with, as a number of errno(3); "kill": the program is killed before the call
/// FAULT_CHANGE  a file that gets one byte more just before that call, which then goes on as it is
/// FAULT_COUNT   a file to which the number of calls is written in the end

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<long> counted{0};

const char* setting(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The calls of this library itself, which must not count.
long raw_open(const char* path, int flags) { return ::syscall(SYS_openat, AT_FDCWD, path, flags, 0666); }

struct AtEnd {
    ~AtEnd() {
        const char* path = setting("FAULT_COUNT");
        if (*path == '\0') return;
        const long fd = raw_open(path, O_WRONLY | O_CREAT | O_TRUNC);
        const std::string text = std::to_string(counted);
        ::syscall(SYS_write, fd, text.data(), text.size());
        ::syscall(SYS_close, fd);
    }
} at_end;

/// Whether the call, one of `kind`, goes wrong; errno says how.
bool goes_wrong(const char* kind) {
    static const std::string calls = std::string(",") + setting("FAULT_CALLS") + ',';
    static const long at = std::atol(setting("FAULT_AT"));
    if (calls.find(std::string(",") + kind + ',') == std::string::npos) return false;
    if (++counted != at) return false;
    if (const char* path = setting("FAULT_CHANGE"); *path != '\0') {
        const long fd = raw_open(path, O_WRONLY | O_APPEND);
        ::syscall(SYS_write, fd, "\n", 1);
        ::syscall(SYS_close, fd);
        return false;
    }
    const char* error = setting("FAULT_ERROR");
    if (std::strcmp(error, "kill") == 0) ::raise(SIGKILL);
    errno = std::atoi(error);
    return true;
}

template <class F> F next(F, const char* name) { return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name)); }

mode_t mode_of(int flags, va_list arguments) { return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0; }

}  // namespace

// The names of libc, with its types.
#define PASS_ON(name, ...)                         \
    static const auto real = next(&::name, #name); \
    return real(__VA_ARGS__)

extern "C" {

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    if (goes_wrong("open")) return -1;
    PASS_ON(open, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    if (goes_wrong("open")) return -1;
    PASS_ON(openat, folder, path, flags, mode);
}
int close(int fd) {
    if (goes_wrong("close")) {
        // As close(2) has it: the descriptor is gone all the same.
        const int error = errno;
        ::syscall(SYS_close, fd);
        errno = error;
        return -1;
    }
    PASS_ON(close, fd);
}
ssize_t read(int fd, void* to, size_t count) {
    if (goes_wrong("read")) return -1;
    PASS_ON(read, fd, to, count);
}
ssize_t write(int fd, const void* from, size_t count) {
    if (goes_wrong("write")) return -1;
    PASS_ON(write, fd, from, count);
}
int fsync(int fd) {
    if (goes_wrong("fsync")) return -1;
    PASS_ON(fsync, fd);
}
int rename(const char* from, const char* to) noexcept {
    if (goes_wrong("rename")) return -1;
    PASS_ON(rename, from, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
    if (goes_wrong("rename")) return -1;
    PASS_ON(renameat, from_folder, from, to_folder, to);
}
int mkdir(const char* path, mode_t mode) noexcept {
    if (goes_wrong("mkdir")) return -1;
    PASS_ON(mkdir, path, mode);
}
int mkdirat(int folder, const char* path, mode_t mode) noexcept {
    if (goes_wrong("mkdir")) return -1;
    PASS_ON(mkdirat, folder, path, mode);
}
int unlink(const char* path) noexcept {
    if (goes_wrong("unlink")) return -1;
    PASS_ON(unlink, path);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
    if (goes_wrong("unlink")) return -1;
    PASS_ON(unlinkat, folder, path, flags);
}
}
