#include "folder/watch.hpp"

#include "folder/descriptor.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/inotify.h>

namespace dossier::folder {
namespace {

namespace fs = std::filesystem;

/// What somebody who saves, renames or removes a file gives.
constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE;

}  // namespace

struct Watcher::Impl {
    Descriptor inotify{::inotify_init1(IN_CLOEXEC)};
    struct Watched {
        fs::path folder;
        std::map<std::string, std::set<std::string>> files;  ///< by name in the folder: the paths as they were added
        std::set<std::string> all;                           ///< those that everything in the folder counts for
    };
    std::map<int, Watched> watched;

    Watched* watch(const fs::path& folder, std::string& problem) {
        const int number = ::inotify_add_watch(inotify.get(), folder.c_str(), kChanges | IN_ONLYDIR);
        if (number < 0) {
            problem = folder.string() + ": " + reason();
            return nullptr;
        }
        watched[number].folder = folder;
        return &watched[number];
    }

    bool add_folder(const fs::path& folder, const std::string& as, std::string& problem) {
        Watched* own = watch(folder, problem);
        if (!own) return false;
        own->all.insert(as);
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            std::error_code ignored;
            if (fs::is_directory(at->symlink_status(ignored)) && !add_folder(at->path(), as, problem)) return false;
        }
        return true;
    }

    void take(const inotify_event& event, std::set<std::string>& changed) {
        const auto found = watched.find(event.wd);
        if (found == watched.end() || event.len == 0) return;
        const std::string name = event.name;
        const auto file = found->second.files.find(name);
        // A file that was only made has nothing in it yet.
        if (file != found->second.files.end() && (event.mask & IN_CREATE) == 0) changed.insert(file->second.begin(), file->second.end());
        const std::set<std::string> all = found->second.all;
        changed.insert(all.begin(), all.end());
        std::string ignored;  // a folder that is gone again
        const fs::path path = found->second.folder / name;
        if ((event.mask & IN_ISDIR) != 0 && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0)
            for (const std::string& as : all) (void)add_folder(path, as, ignored);
    }

    bool read(std::set<std::string>& changed) {
        alignas(inotify_event) std::array<char, 65536> buffer{};
        const ssize_t n = ::read(inotify.get(), buffer.data(), buffer.size());
        if (n < 0) return errno == EINTR;
        for (std::size_t at = 0; at < static_cast<std::size_t>(n);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            take(*reinterpret_cast<const inotify_event*>(buffer.data() + at), changed);
            at += sizeof event + event.len;
        }
        return true;
    }
};

Watcher::Watcher() : impl_(std::make_unique<Impl>()) {}
Watcher::~Watcher() = default;

bool Watcher::add(const fs::path& path, std::string& problem) {
    std::error_code error;
    if (fs::is_directory(path, error)) return impl_->add_folder(path, path.string(), problem);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    Impl::Watched* own = impl_->watch(folder, problem);
    if (own) own->files[path.filename().string()].insert(path.string());
    return own != nullptr;
}

std::set<std::string> Watcher::wait(std::string& problem) {
    constexpr int kMoment = 60;  // milliseconds
    std::set<std::string> changed;
    for (;;) {
        pollfd ready{impl_->inotify.get(), POLLIN, 0};
        const int n = ::poll(&ready, 1, changed.empty() ? -1 : kMoment);
        if (n == 0) return changed;
        if ((n < 0 && errno != EINTR) || (n > 0 && !impl_->read(changed))) {
            problem = reason();
            return {};
        }
    }
}

}  // namespace dossier::folder
