#include "cli/threads.hpp"

#include "base/portable.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace dossier::cli {

Threads::Threads(unsigned count) : threads_(count > 0 ? count : std::max(1U, std::thread::hardware_concurrency())) {}

void Threads::each(std::size_t count, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr problem;
    std::mutex guard;
    const auto run = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++) task(i);
        } catch (...) {
            next = count;
            const std::lock_guard lock(guard);
            problem = std::current_exception();
        }
    };
    {
        std::vector<Thread> threads;
        const std::size_t helpers = std::min<std::size_t>(threads_, count);
        for (std::size_t i = 1; i < helpers; ++i) threads.emplace_back(run);
        run();
    }
    if (problem) std::rethrow_exception(problem);
}

}  // namespace dossier::cli
