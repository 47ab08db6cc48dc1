#pragma once
/// A program as people run it, and what that took.

#include "base/base.hpp"
#include "usage.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using Clock = std::chrono::steady_clock;

inline double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

[[noreturn]] inline void stop(const std::string& why) {
    std::fputs((why + '\n').c_str(), stderr);
    std::exit(1);
}

struct Ran {
    double seconds, processor, peak_mb;
};

/// Runs `program` with its output thrown away. Exit 1 is for a person to look, and no failure here.
inline Ran run(const std::string& program, std::vector<std::string> words) {
    words.insert(words.begin(), program);
    std::vector<char*> argv;
    for (std::string& w : words) argv.push_back(w.data());
    argv.push_back(nullptr);
    const auto start = Clock::now();
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        (void)std::freopen("/dev/null", "w", stdout);
        (void)std::freopen("/dev/null", "w", stderr);
        execv(argv[0], argv.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) stop("failed: " + dossier::joined(words, " "));
    return {since(start), processor_seconds(used), peak_mb(used)};
}
