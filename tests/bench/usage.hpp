#pragma once
/// What a process used, as the system counts it.

#include <sys/resource.h>

/// Of a processor, in the program and in the system for it.
inline double processor_seconds(const rusage& used) {
    const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// The most memory that it had at once; on Linux ru_maxrss counts kilobytes.
inline double peak_mb(const rusage& used) { return static_cast<double>(used.ru_maxrss) / 1024; }

/// RUSAGE_SELF, or RUSAGE_CHILDREN: those that this process waited for.
inline rusage usage_of(int who) {
    rusage used{};
    getrusage(who, &used);
    return used;
}
