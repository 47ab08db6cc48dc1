#pragma once
/// What is marked on pictures of forms, for shells that run on a system of their own. What reads pictures is not in this program:
/// `dossier-scan` has it, a program of its own that reads the pages of a file in sandboxes, so that a hostile file can take down, see or
/// falsify nothing, not even what the next file says, and a page that cannot be read takes none of the others with it.

#include "base/base.hpp"
#include "scans/scans.hpp"
#include "served/served.hpp"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dossier::scanread {

/// Where the helper of this program is looked for: beside it, then where it is installed.
[[nodiscard]] std::vector<std::filesystem::path> helper_places();

/// What is known of a file before its pages are read.
struct Opened {
    std::size_t pages = 0;
    /// Of a file without pages to read: `unreadable` or `too_much`. Absent then only after an error in the diagnostics.
    std::optional<scans::Condition> why;
};

/// Each thread has its own.
class Helper {
public:
    /// Reads pages of the forms in `atlas`, which is copied. The first of `places` that is there is the helper.
    explicit Helper(const scans::Atlas& atlas, std::vector<std::filesystem::path> places = helper_places());

    /// All pages of `file` in turn, a few at a time, so that a pile takes no more memory than some of its pages. A file that cannot be
    /// opened gives one page, with number 0 and `unreadable` or `too_much`. False after an error in `diagnostics`: the helper itself is
    /// missing or broken; nothing more is read with it.
    [[nodiscard]] bool read_file(const Source& file, const scans::Wanted& wanted, const std::function<void(scans::Page&&)>& page,
                                 Diagnostics& diagnostics);

    /// The same in steps. `file` must outlive what is read of it, until the next is opened.
    [[nodiscard]] Opened open(const Source& file, Diagnostics& diagnostics);
    /// Pages from `first` (from 0) of the file that is open: `count` or as many as there are and one question takes; none after an error.
    [[nodiscard]] std::vector<scans::Page> read(std::size_t first, std::size_t count, const scans::Wanted& wanted,
                                                Diagnostics& diagnostics);

    /// Whether an error was of the helper, not of a file: it is missing, does not start, or says what it should not.
    [[nodiscard]] bool broken() const { return broken_; }

    /// How long a file may take to open by the clock, and a page to read, for a helper that does nothing at all. Time of a processor is
    /// bounded there.
    std::chrono::milliseconds patience{60000};

private:
    struct Pages;
    [[nodiscard]] served::Said introduce();
    [[nodiscard]] served::Said ask(const std::string* question, std::size_t pages);
    [[nodiscard]] Pages ask_pages(std::size_t first, std::size_t count, const scans::Wanted& wanted);
    void fail(const served::Said& said, Diagnostics& diagnostics);

    served::Client client_;
    std::string atlas_;  ///< as bytes
    const Source* file_ = nullptr;
    bool introduced_ = false;  ///< the helper that runs knows the forms and the file
    bool knows_forms_ = false;
    std::size_t pages_ = 0;  ///< of the file
    std::size_t slow_ = 0;   ///< pages of it that took too much
    bool broken_ = false;
};

}  // namespace dossier::scanread
