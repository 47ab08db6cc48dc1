#pragma once
/// Instructions that this thread executes in user space: unlike time, the same on a busy machine. 0 where the system does
/// not count them or does not say.

#include <cstdint>

#ifdef __linux__
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>

class Instructions {
public:
    Instructions() {
        perf_event_attr what{};
        what.size = sizeof what;
        what.type = PERF_TYPE_HARDWARE;
        what.config = PERF_COUNT_HW_INSTRUCTIONS;
        what.exclude_kernel = 1;
        what.exclude_hv = 1;
        file_ = static_cast<int>(syscall(SYS_perf_event_open, &what, 0, -1, -1, 0));
    }
    ~Instructions() {
        if (file_ >= 0) close(file_);
    }
    Instructions(const Instructions&) = delete;
    Instructions& operator=(const Instructions&) = delete;

    [[nodiscard]] std::uint64_t count() const {
        std::uint64_t n = 0;
        return file_ >= 0 && read(file_, &n, sizeof n) == sizeof n ? n : 0;
    }

private:
    int file_ = -1;
};
#else
class Instructions {
public:
    [[nodiscard]] std::uint64_t count() const { return 0; }
};
#endif
