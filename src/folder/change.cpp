#include "folder/change.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>

namespace dossier::folder {
namespace {

std::string temporary(std::string_view path) { return temporary_name(name_of(path)); }

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

/// Sets errno back to what it was: what is cleaned up after a failure does not change what is said of it.
class KeepsErrno {
public:
    KeepsErrno() = default;
    KeepsErrno(const KeepsErrno&) = delete;
    KeepsErrno& operator=(const KeepsErrno&) = delete;
    ~KeepsErrno() { errno = error_; }

private:
    int error_ = errno;
};

void remove_empty(int root, std::string_view folder) {
    for (; !folder.empty(); folder = folder_of(folder)) {
        const Descriptor parent = parent_of(root, folder);
        if (!parent || ::unlinkat(parent.get(), name_of(folder).c_str(), AT_REMOVEDIR) != 0) return;
    }
}

}  // namespace

void remove_temporary(int root, std::string_view path) {
    const Descriptor parent = parent_of(root, path);
    if (parent) ::unlinkat(parent.get(), temporary(path).c_str(), 0);
}

bool remove_file(int root, const std::string& path) {
    const Descriptor parent = parent_of(root, path);
    if (!parent) return errno == ENOENT;
    if (::unlinkat(parent.get(), name_of(path).c_str(), 0) != 0 && errno != ENOENT) return false;
    remove_empty(root, folder_of(path));
    return true;
}

Change::~Change() {
    const KeepsErrno keeps;
    for (std::size_t i = placed_; i < paths_.size(); ++i) remove_temporary(root_, paths_[i]);
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
        const Descriptor parent = parent_of(root_, *folder);
        if (parent) ::unlinkat(parent.get(), name_of(*folder).c_str(), AT_REMOVEDIR);
    }
}

bool Change::failed(std::string_view path, std::string& problem) const {
    problem = shown_ + '/' + std::string(path) + ": " + reason();
    return false;
}

bool Change::write(std::string_view path, std::string_view bytes, std::string& problem) {
    const Descriptor parent = parent_of(root_, path, &made_);
    if (!parent) return failed(path, problem);
    paths_.emplace_back(path);
    struct stat old {};
    const bool replaces = ::fstatat(parent.get(), name_of(path).c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(old.st_mode);
    const std::string name = temporary(path);
    ::unlinkat(parent.get(), name.c_str(), 0);
    Descriptor file(::openat(parent.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, replaces ? 0600 : 0666));
    if (!file || (replaces && ::fchmod(file.get(), old.st_mode & 07777) != 0) || !write_all(file.get(), bytes))
        return failed(path, problem);
    // The disk may begin; `place` waits for it.
    if (durable_ == Durable::yes) ::sync_file_range(file.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
    return file.close() || failed(path, problem);
}

bool Change::sync_folders(std::string& problem) const {
    std::set<std::string, std::less<>> folders{std::string()};
    for (const std::string& path : paths_)
        for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) folders.emplace(folder);
    for (const std::string& folder : folders) {
        const Descriptor at = parent_of(root_, folder.empty() ? folder : folder + '/');
        if (!at || !sync(at.get())) return failed(folder, problem);
    }
    return true;
}

bool Change::place(std::string& problem) {
    for (const std::string& path : paths_) {
        if (durable_ == Durable::no) break;
        const Descriptor parent = parent_of(root_, path);
        const Descriptor file(parent ? ::openat(parent.get(), temporary(path).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1);
        if (!file || !sync(file.get())) return failed(path, problem);
    }
    for (; placed_ < paths_.size(); ++placed_) {
        const std::string& path = paths_[placed_];
        const Descriptor parent = parent_of(root_, path);
        if (!parent || ::renameat(parent.get(), temporary(path).c_str(), parent.get(), name_of(path).c_str()) != 0)
            return failed(path, problem);
    }
    made_.clear();
    return durable_ == Durable::no || sync_folders(problem);
}

}  // namespace dossier::folder
