#pragma once
/// POSIX file descriptors. Private to `folder`.

#include "base/message.hpp"

#include <string>
#include <string_view>
#include <utility>

#include <unistd.h>

namespace dossier::folder {

/// Closes itself.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] explicit operator bool() const { return fd_ >= 0; }
    /// Closing is where a network disk reports that it was full.
    [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

private:
    int fd_ = -1;
};

/// What errno says.
[[nodiscard]] std::string reason();
/// The same, with words of our own for what happens to people who read.
[[nodiscard]] Message reason_words();
/// All of `bytes`; false and errno after a failure.
[[nodiscard]] bool write_all(int fd, std::string_view bytes);
/// Everything up to the end, at most `most` bytes: one more tells that there were more. False and errno after a failure.
[[nodiscard]] bool read_all(int fd, std::size_t most, std::string& bytes);
/// Waits until the disk has it. What cannot be synced (a pipe, a file system without) is as good as it gets: true.
[[nodiscard]] bool sync(int fd);

/// What a file is called while it is written beside its place, and whether a name is one of those. Hidden: a folder that is published
/// may be read meanwhile.
[[nodiscard]] std::string temporary_name(std::string_view name);
[[nodiscard]] bool is_temporary_name(std::string_view name);

}  // namespace dossier::folder
