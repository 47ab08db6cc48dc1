#include "folder/folder.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dossier::folder {
namespace {

namespace fs = std::filesystem;

/// One path per line, sorted; hidden so that people see only documents.
constexpr const char* kInventory = ".dossier-inhoud";
constexpr std::size_t kLargest = 256u << 20;
constexpr int kMostLinks = 20;
constexpr std::string_view kTemporary = ".tmp-";  ///< and the number of the process

/// A POSIX file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }
    /// Closing is where a network disk reports that it was full.
    [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

private:
    int fd_;
};

std::string reason() { return std::strerror(errno); }

bool write_all(Descriptor& out, std::string_view bytes, std::string& problem) {
    if (out.get() < 0) {
        problem = reason();
        return false;
    }
    while (!bytes.empty()) {
        const ssize_t n = ::write(out.get(), bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            problem = reason();
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    if (!out.close()) {
        problem = reason();
        return false;
    }
    return true;
}

std::vector<std::string> read_inventory(const fs::path& folder) {
    ReadProblem ignored;
    const auto text = read_file(folder / kInventory, kLargest, ignored);
    std::vector<std::string> paths;
    if (!text) return paths;
    for (std::size_t at = 0; at < text->size();) {
        const std::size_t end = std::min(text->find('\n', at), text->size());
        std::string line = text->substr(at, end - at);
        // The inventory may have been edited: never follow a path out of the folder.
        const fs::path p(line);
        if (!line.empty() && p.is_relative() && std::none_of(p.begin(), p.end(), [](const fs::path& part) { return part == ".."; }))
            paths.push_back(std::move(line));
        at = end + 1;
    }
    return paths;
}

/// A new file of `mode`, or of what the umask leaves when that is nothing.
bool write_new(const fs::path& path, std::optional<mode_t> mode, std::string_view bytes, std::string& problem) {
    Descriptor out(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode ? 0600 : 0666));
    if (out.get() >= 0 && mode && ::fchmod(out.get(), *mode) != 0) {
        problem = reason();
        return false;
    }
    return write_all(out, bytes, problem);
}

/// The rights of a file that is there, for the one that takes its place.
std::optional<mode_t> mode_of(const fs::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
    return info.st_mode & 07777;
}

/// Temporary files of a run; those not renamed are removed.
class Pending {
public:
    Pending() = default;
    Pending(const Pending&) = delete;
    Pending& operator=(const Pending&) = delete;
    ~Pending() {
        std::error_code ignored;
        for (const auto& [from, to] : moves_) fs::remove(from, ignored);
        for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) fs::remove(*folder, ignored);  // only if empty
    }

    bool add(const fs::path& target, std::string_view bytes, std::string& problem) {
        if (!make_folder(target.parent_path(), problem)) return false;
        fs::path temporary = target;
        temporary += std::string(kTemporary) + std::to_string(::getpid());
        moves_.emplace_back(temporary, target);
        if (write_new(temporary, mode_of(target), bytes, problem)) return true;
        problem = target.string() + ": " + problem;
        return false;
    }

    bool commit(std::string& problem) {
        while (!moves_.empty()) {
            const auto& [from, to] = moves_.front();
            std::error_code error;
            fs::rename(from, to, error);
            if (error) {
                problem = to.string() + ": " + error.message();
                return false;
            }
            moves_.erase(moves_.begin());
        }
        made_.clear();
        return true;
    }

private:
    bool make_folder(const fs::path& folder, std::string& problem) {
        std::error_code error;
        if (folder.empty() || fs::is_directory(folder, error)) return true;
        if (!make_folder(folder.parent_path(), problem)) return false;
        fs::create_directory(folder, error);
        if (error) {
            problem = folder.string() + ": " + error.message();
            return false;
        }
        made_.push_back(folder);
        return true;
    }

    std::vector<std::pair<fs::path, fs::path>> moves_;
    std::vector<fs::path> made_;
};

/// Removes a file that is no longer planned, and the folders that it leaves empty.
bool remove_stale(const fs::path& folder, const std::string& path) {
    std::error_code error;
    const bool removed = fs::remove(folder / path, error);
    for (fs::path up = fs::path(path).parent_path(); removed && !up.empty(); up = up.parent_path())
        if (!fs::remove(folder / up, error)) break;
    return removed;
}

}  // namespace

bool write_file(const fs::path& path, std::string_view bytes, std::string& problem) {
    std::error_code error;
    // Behind a link stands the file that the person means; a link to nothing names the file to make.
    fs::path target = path;
    for (int links = 0; fs::is_symlink(fs::symlink_status(target, error)); ++links) {
        if (links == kMostLinks) {
            problem = "has too many links";
            return false;
        }
        const fs::path next = fs::read_symlink(target, error);
        target = next.is_absolute() ? next : target.parent_path() / next;
    }
    const fs::file_status status = fs::status(target, error);
    if (fs::is_directory(status)) {
        problem = "is a folder";
        return false;
    }
    // A device or a pipe cannot be replaced, only written to.
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        Descriptor out(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
        return write_all(out, bytes, problem);
    }
    Pending pending;
    return pending.add(target, bytes, problem) && pending.commit(problem);
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
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder, error)) {
        problem = folder.string() + ": " + (error ? error.message() : "is a file");
        return false;
    }
    return true;
}

void remove_strays(const fs::path& folder, const std::vector<std::string>& paths) {
    std::set<fs::path> folders, targets;
    for (const std::string& path : paths) {
        targets.insert(folder / path);
        folders.insert((folder / path).parent_path());
    }
    for (const fs::path& each : folders) {
        std::error_code error;
        for (fs::directory_iterator at(each, error), end; !error && at != end; at.increment(error)) {
            const std::string name = at->path().string();
            const std::size_t mark = name.rfind(kTemporary);
            if (mark == std::string::npos || !targets.contains(name.substr(0, mark))) continue;
            const std::string_view number = std::string_view(name).substr(mark + kTemporary.size());
            std::error_code ignored;
            if (!number.empty() && std::all_of(number.begin(), number.end(), is_digit)) fs::remove(at->path(), ignored);
        }
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
    problem = {reason()};
    return std::nullopt;
}

std::optional<std::string> read_file(const fs::path& path, std::size_t most, ReadProblem& problem) {
    Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (in.get() < 0 || ::fstat(in.get(), &info) != 0) {
        problem.words = reason();
        return std::nullopt;
    }
    if (S_ISDIR(info.st_mode)) {
        problem.words = "is a folder";
        return std::nullopt;
    }
    std::string text;
    std::string chunk(1u << 16, '\0');
    for (;;) {
        const ssize_t n = ::read(in.get(), chunk.data(), chunk.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            problem.words = reason();
            return std::nullopt;
        }
        if (n == 0) return text;
        text.append(chunk, 0, static_cast<std::size_t>(n));
        if (text.size() > most) {
            problem = {"is larger than " + std::to_string(most >> 20) + " MiB", true};
            return std::nullopt;
        }
    }
}

std::vector<FileSize> existing_files(const fs::path& folder) {
    std::vector<FileSize> found;
    for (std::string& path : read_inventory(folder)) {
        std::error_code error;
        const auto size = fs::file_size(folder / path, error);
        if (!error) found.push_back({std::move(path), static_cast<std::size_t>(size)});
    }
    return found;
}

std::optional<Written> write_files(const fs::path& folder, const std::vector<File>& files, const std::vector<std::string>& planned,
                                   std::string& problem) {
    Written result;
    Pending pending;
    ReadProblem ignored;
    for (const File& file : files) {
        const fs::path target = folder / fs::path(file.path);
        const auto old = read_file(target, kLargest, ignored);
        if (old && *old == file.bytes) {
            ++result.unchanged;
            continue;
        }
        if (!pending.add(target, file.bytes, problem)) return std::nullopt;
        ++result.written;
    }

    std::vector<std::string> inventory;
    std::vector<std::string> stale;
    const auto is_planned = [&](const std::string& path) { return std::find(planned.begin(), planned.end(), path) != planned.end(); };
    for (const std::string& path : read_inventory(folder)) (is_planned(path) ? inventory : stale).push_back(path);
    for (const File& file : files) inventory.push_back(file.path);
    std::sort(inventory.begin(), inventory.end());
    inventory.erase(std::unique(inventory.begin(), inventory.end()), inventory.end());
    std::string lines;
    for (const std::string& path : inventory) lines += path + '\n';
    const auto old_lines = read_file(folder / kInventory, kLargest, ignored);
    if ((!old_lines || *old_lines != lines) && !pending.add(folder / kInventory, lines, problem)) return std::nullopt;

    if (!pending.commit(problem)) return std::nullopt;
    for (const std::string& path : stale) result.removed += remove_stale(folder, path) ? 1 : 0;
    return result;
}

}  // namespace dossier::folder
