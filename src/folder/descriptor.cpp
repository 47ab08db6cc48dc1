#include "folder/descriptor.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace dossier::folder {

constexpr std::string_view kTemporary = ".dossier-tmp";

std::string temporary_name(std::string_view name) { return '.' + std::string(name).append(kTemporary); }
bool is_temporary_name(std::string_view name) {
    return name.starts_with('.') && name.ends_with(kTemporary) && name.size() > 1 + kTemporary.size();
}

std::string reason() { return std::strerror(errno); }

Message reason_words() {
    switch (errno) {
        case ENOENT: return say("No such file or directory");
        case EACCES: return say("Permission denied");
        default: return Message::as_is(reason());
    }
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n == 0) errno = EIO;
        if (n <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

bool read_all(int fd, std::size_t most, std::string& bytes) {
    constexpr std::size_t kChunk = std::size_t{1} << 16;
    std::size_t got = bytes.size();
    while (got <= most) {
        bytes.resize(std::max(bytes.size(), got + kChunk));
        const ssize_t n = ::read(fd, bytes.data() + got, bytes.size() - got);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
    }
    bytes.resize(got);
    return true;
}

bool sync(int fd) { return ::fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS; }

}  // namespace dossier::folder
