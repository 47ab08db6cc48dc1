#include "sandbox/sandbox.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

// The sanitizers reserve terabytes of address space for their shadow, which no bound on it allows.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DOSSIER_SHADOW_MEMORY 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define DOSSIER_SHADOW_MEMORY 1
#endif
#endif
#ifndef DOSSIER_SHADOW_MEMORY
#define DOSSIER_SHADOW_MEMORY 0
#endif

namespace dossier::sandbox {
namespace {

/// Sets both limits of a resource: what was taken away is not to be had back. 0 or errno.
template <class Resource> int bound(Resource resource, rlim_t most) {
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0) return errno;
    limit.rlim_max = std::min(limit.rlim_max, most);
    limit.rlim_cur = std::min(limit.rlim_cur, limit.rlim_max);
    return setrlimit(resource, &limit) == 0 ? 0 : errno;
}

int bound_all(const Bounds& bounds) {
    if (const int error = bound(RLIMIT_CORE, 0)) return error;
    if (const int error = bound(RLIMIT_CPU, bounds.seconds)) return error;
    return DOSSIER_SHADOW_MEMORY ? 0 : bound(RLIMIT_AS, bounds.bytes);
}

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

int allow(const Filter& filter, int call, std::initializer_list<scmp_arg_cmp> when = {}) {
    return seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, static_cast<unsigned>(when.size()), when.begin());
}

// The macros of libseccomp for these are C only.
scmp_arg_cmp is(unsigned argument, scmp_datum_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }
scmp_arg_cmp has(unsigned argument, scmp_datum_t bit) { return {argument, SCMP_CMP_MASKED_EQ, bit, bit}; }
scmp_arg_cmp has_not(unsigned argument, scmp_datum_t bit) { return {argument, SCMP_CMP_MASKED_EQ, bit, 0}; }

/// The calls that computing, memory and the two ends of the protocol take. 0 or -errno.
int fill(const Filter& filter) {
    // Ending, and the ground that C++ stands on: locks, signals (with their stack, for the sanitizers), random numbers for the
    // allocator, the time.
    for (const int call :
         {SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sigaltstack), SCMP_SYS(futex),
          SCMP_SYS(sched_yield), SCMP_SYS(getrandom), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(restart_syscall)})
        if (const int error = allow(filter, call)) return error;
    // Memory: its own, never of a file and never to run.
    for (const int call : {SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise)})
        if (const int error = allow(filter, call)) return error;
    if (const int error = allow(filter, SCMP_SYS(mprotect), {has_not(2, PROT_EXEC)})) return error;
    if (const int error = allow(filter, SCMP_SYS(mmap), {has_not(2, PROT_EXEC), has(3, MAP_ANONYMOUS)})) return error;
    if (const int error = allow(filter, SCMP_SYS(read), {is(0, STDIN_FILENO)})) return error;
    return allow(filter, SCMP_SYS(write), {is(0, STDOUT_FILENO)});
}

}  // namespace

std::string lock_in(const Bounds& bounds) {
    if (const int error = bound_all(bounds)) return std::string("limits: ") + std::strerror(error);
    if (close_range(STDERR_FILENO + 1, ~0U, 0) != 0) return std::string("open files: ") + std::strerror(errno);
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
    if (!filter) return "seccomp: no filter";
    int error = fill(filter);
    if (error == 0) error = seccomp_load(filter.get());
    return error == 0 ? std::string() : std::string("seccomp: ") + std::strerror(-error);
}

}  // namespace dossier::sandbox
