#pragma once
/// Filled-in forms on their way to tables, on screen and on paper. Keeps what each file said, so that an answer of a person asks for no file
/// once more. Personal data: gone with this object.

#include "app/app.hpp"
#include "core/collect.hpp"
#include "core/input.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dossier::app {

/// The version of the dossier that some of the forms are of.
struct OldVersion {
    std::unique_ptr<Source> source;
    core::Imported imported;
};

class Collecting {
public:
    /// Of `files` files. Borrows maker and dossier, and what `readers` and `wanted` point at; `old` may be null.
    Collecting(const make::Maker& maker, const model::Dossier& dossier, std::unique_ptr<OldVersion> old, core::CollectWanted wanted,
               Readers readers, std::size_t files);

    /// What file `i` says. How many pages have to be read, when it is a scan: then `add_page` for each, before the next file.
    [[nodiscard]] std::size_t add_file(std::size_t i, File file, Diagnostics& diagnostics);
    void add_page(std::size_t i, std::size_t page);  ///< from 0
    /// For a page, or a whole file, that ended the program or took too long.
    void lose_page(std::size_t i, std::size_t page);
    void lose_file(std::size_t i, std::string name);

    /// A file of answers, as the page nakijken.html saves it.
    void decide(const Source& answers, Diagnostics& diagnostics);

    /// After the last file, and after each `decide`.
    [[nodiscard]] core::Collector& results();
    /// Of the last `results`.
    [[nodiscard]] const core::Collector& shown() const;
    /// What was found in all that.
    [[nodiscard]] const Diagnostics& found() const { return found_; }

    /// A page of a scan that was added, once more: it is read with cut-outs. With the file, unless it is that of the page before.
    void show_page(std::size_t i, std::size_t page, std::optional<File> file);

private:
    struct Entry {
        std::string name, identity;
        std::optional<filled::FilledPdf> form;
        std::vector<scans::Page> pages;
    };

    const make::Maker& maker_;
    const model::Dossier& dossier_;
    std::unique_ptr<OldVersion> old_;
    core::CollectWanted wanted_;
    Readers readers_;
    std::vector<Entry> entries_;
    std::map<std::pair<std::size_t, std::uint32_t>, scans::Page> shown_;
    Diagnostics found_;
    std::unique_ptr<core::Collector> next_;       ///< for the next results; its maps are those that pages are read by
    std::unique_ptr<core::Collector> collector_;  ///< of the last results

    [[nodiscard]] core::Collector& next();
};

}  // namespace dossier::app
