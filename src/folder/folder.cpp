#include "folder/folder.hpp"

#include "folder/descriptor.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace dossier::folder {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLinks = 20;

bool because(std::string& problem, std::string words = reason()) {
    problem = std::move(words);
    return false;
}

/// The rights of a file that is there, for the one that takes its place.
std::optional<mode_t> mode_of(const fs::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
    return info.st_mode & 07777;
}

bool was_written(const struct stat& before, const struct stat& after) {
    return before.st_size != after.st_size || before.st_mtim.tv_sec != after.st_mtim.tv_sec ||
           before.st_mtim.tv_nsec != after.st_mtim.tv_nsec;
}

bool is_same_file(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

/// A file beside `target`, of this run alone: what a killed run left there is taken over, and another run that writes it is waited for.
Descriptor take_temporary(const fs::path& temporary, std::optional<mode_t> mode) {
    for (;;) {
        Descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, mode ? 0600 : 0666));
        if (!out) return {};
        while (::flock(out.get(), LOCK_EX) != 0)
            if (errno != EINTR && errno != ENOTSUP && errno != ENOLCK) return {};
            else if (errno != EINTR) break;  // a disk without locks
        struct stat own {
        }, there{};
        if (::fstat(out.get(), &own) != 0) return {};
        // The other run may have put it in its place meanwhile.
        if (::lstat(temporary.c_str(), &there) != 0 || !is_same_file(own, there)) continue;
        if (::ftruncate(out.get(), 0) != 0 || (mode && ::fchmod(out.get(), *mode) != 0)) return {};
        return out;
    }
}

bool replace_file(const fs::path& target, std::string_view bytes, Durable durable, std::string& problem) {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const fs::path temporary = folder / temporary_name(target.filename().string());
    Descriptor out = take_temporary(temporary, mode_of(target));
    if (!out) return because(problem);
    if (!write_all(out.get(), bytes) || (durable == Durable::now && !sync(out.get())) || ::rename(temporary.c_str(), target.c_str()) != 0) {
        because(problem);
        ::unlink(temporary.c_str());
        return false;
    }
    if (!out.close()) return because(problem);
    if (durable == Durable::later) return true;
    const Descriptor at(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return (at && sync(at.get())) || because(problem);
}

}  // namespace

bool write_file(const fs::path& path, std::string_view bytes, std::string& problem, Durable durable) {
    std::error_code error;
    // Behind a link stands the file that the person means; a link to nothing names the file to make.
    fs::path target = path;
    for (int links = 0; fs::is_symlink(fs::symlink_status(target, error)); ++links) {
        if (links == kMostLinks) return because(problem, "has too many links");
        const fs::path next = fs::read_symlink(target, error);
        target = next.is_absolute() ? next : target.parent_path() / next;
    }
    const fs::file_status status = fs::status(target, error);
    if (fs::is_directory(status)) return because(problem, "is a folder");
    // A device or a pipe cannot be replaced, only written to.
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        Descriptor out(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
        return (out && write_all(out.get(), bytes) && out.close()) || because(problem);
    }
    return make_folder(target.parent_path(), problem) && replace_file(target, bytes, durable, problem);
}

bool sync_all(const fs::path& folder, std::string& problem) {
    const Descriptor at(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return (at && ::syncfs(at.get()) == 0) || because(problem);
}

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

std::optional<std::vector<std::string>> files_in(const fs::path& folder, std::string& problem) {
    std::vector<std::string> out;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().filename().string().starts_with('.')) {
            at.disable_recursion_pending();
            continue;
        }
        std::error_code ignored;
        if (fs::is_regular_file(at->symlink_status(ignored))) out.push_back(at->path().lexically_relative(folder).generic_string());
    }
    if (error) {
        problem = error.message();
        return std::nullopt;
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool is_link(const fs::path& path) {
    std::error_code error;
    return fs::is_symlink(fs::symlink_status(path, error));
}

bool make_folder(const fs::path& folder, std::string& problem) {
    if (folder.empty()) return true;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder, error)) {
        problem = folder.string() + ": " + (error ? error.message() : "is a file");
        return false;
    }
    return true;
}

bool touch(const fs::path& path, std::string& problem) {
    if (::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0) return true;
    return because(problem, path.string() + ": " + reason());
}

void remove_strays(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (!is_temporary_name(at->path().filename().string())) continue;
        const Descriptor stray(::open(at->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        // A run that is busy holds it.
        if (stray && ::flock(stray.get(), LOCK_EX | LOCK_NB) == 0) ::unlink(at->path().c_str());
    }
}

std::optional<std::string> read_beginning(const fs::path& path, std::size_t most, ReadProblem& problem) {
    Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::string out(most, '\0');
    std::size_t got = 0;
    while (in.get() >= 0 && got < most) {
        const ssize_t n = ::read(in.get(), out.data() + got, most - got);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) break;
        if (n == 0) {
            out.resize(got);
            return out;
        }
        got += static_cast<std::size_t>(n);
    }
    if (got == most) return out;
    problem = {reason_words()};
    return std::nullopt;
}

std::optional<std::string> read_file(const fs::path& path, std::size_t most, ReadProblem& problem) {
    Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (in.get() < 0 || ::fstat(in.get(), &info) != 0) {
        problem.words = reason_words();
        return std::nullopt;
    }
    if (S_ISDIR(info.st_mode)) {
        problem.words = say("is a folder");
        return std::nullopt;
    }
    std::string text;
    if (!read_all(in.get(), most, text)) {
        problem.words = reason_words();
        return std::nullopt;
    }
    if (text.size() > most) {
        problem = {say("is larger than {} MiB", most >> 20), true};
        return std::nullopt;
    }
    struct stat after {};
    if (S_ISREG(info.st_mode) && ::fstat(in.get(), &after) == 0 && was_written(info, after)) {
        problem.words = say("was changed while it was read");
        return std::nullopt;
    }
    return text;
}

}  // namespace dossier::folder
