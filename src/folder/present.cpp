#include "folder/present.hpp"

#include "base/base.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace dossier::folder {
namespace {

Descriptor open_folder(int in, const std::string& name) {
    return Descriptor(::openat(in, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Pattern<0> kind_words(mode_t mode) {
    if (S_ISLNK(mode)) return say("is a link");
    if (S_ISDIR(mode)) return say("is a folder");
    return S_ISREG(mode) ? say("is a file") : say("is no file");
}

Present unreadable() { return {Present::Kind::unreadable, "", 0, "", say("cannot be read: {}", reason_words()), false}; }

/// The first folder on the way to `path` that is none.
Present blocked(int root, std::string_view path) {
    const int error = errno;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const std::string upto(path.substr(0, slash));
        struct stat info {};
        if (::fstatat(root, upto.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(info.st_mode))
            return {Present::Kind::blocked, "", 0, upto, kind_words(info.st_mode), false};
    }
    errno = error;
    return unreadable();
}

}  // namespace

std::string name_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

Descriptor parent_of(int root, std::string_view path, MadeFolders* made) {
    Descriptor at(::openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (std::size_t begin = 0, slash = 0; at && (slash = path.find('/', begin)) != std::string_view::npos; begin = slash + 1) {
        const std::string name(path.substr(begin, slash - begin));
        Descriptor next = open_folder(at.get(), name);
        if (!next && errno == ENOENT && made) {
            if (::mkdirat(at.get(), name.c_str(), 0777) != 0) return {};
            made->emplace_back(path.substr(0, slash));
            next = open_folder(at.get(), name);
        }
        at = std::move(next);
    }
    return at;
}

Stamp stamp_of(int root, std::string_view path) {
    const std::string name(path);
    struct stat info {};
    // A folder on the way that became a link has other files in it, with other numbers.
    if (::fstatat(root, name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(info.st_mode)) return {};
    const auto nanoseconds = [](const timespec& t) { return std::int64_t{t.tv_sec} * 1'000'000'000 + t.tv_nsec; };
    Stamp out{"", static_cast<std::size_t>(info.st_size), nanoseconds(info.st_ctim)};
    for (const std::int64_t n : {static_cast<std::int64_t>(info.st_dev), static_cast<std::int64_t>(info.st_ino),
                                 static_cast<std::int64_t>(info.st_size), nanoseconds(info.st_mtim), out.changed})
        out.text.append(out.text.empty() ? "" : ".").append(std::to_string(n));
    return out;
}

Present look(int root, std::string_view path) {
    const Descriptor parent = parent_of(root, path);
    if (!parent) return errno == ENOENT ? Present{} : blocked(root, path);
    const std::string name = name_of(path);
    const Descriptor file(::openat(parent.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    const auto other = [](Pattern<0> words, bool is_folder = false) { return Present{Present::Kind::other, "", 0, "", words, is_folder}; };
    struct stat info {};
    if (!file) {
        const int error = errno;
        if (error == ENOENT) return {};
        if (::fstatat(parent.get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISREG(info.st_mode))
            return other(kind_words(info.st_mode), S_ISDIR(info.st_mode));
        errno = error;
        return unreadable();
    }
    if (::fstat(file.get(), &info) == 0 && !S_ISREG(info.st_mode)) return other(kind_words(info.st_mode), S_ISDIR(info.st_mode));
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(info.st_size) + 1);
    // No output of this program comes near.
    constexpr std::size_t kMost = std::size_t{256} << 20;
    if (!read_all(file.get(), kMost, bytes)) return unreadable();
    return {Present::Kind::file, hex(sha256(bytes)), bytes.size(), "", {}, false};
}

}  // namespace dossier::folder
