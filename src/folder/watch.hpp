#pragma once
/// Waiting until somebody saves a file (inotify(7)).

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace dossier::folder {

/// Knows files by their folders, for most editors put a new file in the place of the old one.
class Watcher {
public:
    Watcher();
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    /// From now on `path` counts: a file, which need not be there yet, or a folder with all that is in it. On failure `problem` says which
    /// and why.
    [[nodiscard]] bool add(const std::filesystem::path& path, std::string& problem);
    /// Waits for a change, and then until nothing more has changed for a moment. The paths as they were added; empty after a failure,
    /// and `problem` says why.
    [[nodiscard]] std::set<std::string> wait(std::string& problem);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::folder
