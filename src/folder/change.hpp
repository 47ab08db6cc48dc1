#pragma once
/// Files on their way into a folder. Private to `folder`.

#include "folder/descriptor.hpp"
#include "folder/present.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::folder {

/// Files that are written beside their places, and all put there once every one of them is on the disk. What is not put in its place
/// when this goes, goes too; so do folders that were made and are empty.
class Change {
public:
    enum class Durable : std::uint8_t { yes, no };
    /// `shown` is what messages call the folder; borrowed, as `root` is. What need not be durable is not waited for.
    Change(int root, const std::string& shown, Durable durable = Durable::yes) : root_(root), shown_(shown), durable_(durable) {}
    Change(const Change&) = delete;
    Change& operator=(const Change&) = delete;
    ~Change();

    /// A file that is there keeps its rights.
    [[nodiscard]] bool write(std::string_view path, std::string_view bytes, std::string& problem);
    /// Puts all in their places. After a failure `placed` says how many are.
    [[nodiscard]] bool place(std::string& problem);
    [[nodiscard]] std::size_t placed() const { return placed_; }

private:
    int root_;
    const std::string& shown_;
    Durable durable_;
    std::vector<std::string> paths_;  ///< the first `placed_` are in their places
    std::size_t placed_ = 0;
    MadeFolders made_;

    [[nodiscard]] bool sync_folders(std::string& problem) const;
    [[nodiscard]] bool failed(std::string_view path, std::string& problem) const;
};

/// Removes what a run that was killed left beside the place of `path`.
void remove_temporary(int root, std::string_view path);
/// Removes a file, and the folders that it leaves empty. False, and errno, after a failure; a file that is not there is none.
[[nodiscard]] bool remove_file(int root, const std::string& path);

}  // namespace dossier::folder
