#pragma once
/// The program without a shell: bytes and options in, files and diagnostics out. No files, no clock, no terminal, no threads of
/// its own: what differs between a command line and a page in a browser comes in through small interfaces: PdfText in
/// core/input.hpp, Workers and Observer below.
/// Locations of diagnostics point into the Sources given and into the Maker's templates, which must outlive them.

#include "base/base.hpp"
#include "base/file.hpp"
#include "core/input.hpp"
#include "make/file_lists.hpp"
#include "make/make.hpp"
#include "model/model.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dossier::core {

/// What the documents say of the run: the day, "" for none, and the program.
using Facts = view::Build;

/// How a shell runs many tasks: a pool of threads, or one after the other as here.
class Workers {
public:
    Workers() = default;
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    virtual ~Workers() = default;
    /// Calls `task(i)` once for each i below `count`, in any order and on any thread, and returns when all have returned. The
    /// first exception of a task is thrown on; tasks that have not begun by then need not be.
    virtual void each(std::size_t count, const std::function<void(std::size_t)>& task);
};

/// What a shell hears of long work, and how it stops it. Called from any thread, one call at a time.
class Observer {
public:
    Observer() = default;
    Observer(const Observer&) = delete;
    Observer& operator=(const Observer&) = delete;
    virtual ~Observer() = default;
    /// `done` of `of` files are made. False: stop; what is asked for is not made then, and a diagnostic says so.
    virtual bool made(std::size_t done, std::size_t of);
};

/// A small dossier.yaml to start from, with comments, that passes every rule.
[[nodiscard]] std::string starter(std::string_view naam);

struct Built {
    std::vector<OutputFile> files;
    /// Every path that the manifest gives for the dossier, whatever the selection, but for what cannot be made: what an earlier
    /// run made and is not among them must not stay behind.
    std::vector<std::string> planned;
};
/// The page with the whole program: index.html leads to it where it lies beside.
using make::kAppPage;

/// Makes every selected document of `dossier`; the same bytes whatever the workers do. nullopt after errors. `existing` are files
/// of earlier runs that are still there, and kAppPage, for the pages that list them; `earlier` knows which need not be made again. An
/// exchange format that requires what the dossier lacks is an error when `selection` names it; else its files are left out with a warning.
[[nodiscard]] std::optional<Built> build(const make::Maker& maker, const model::Dossier& dossier, const plan::Selection& selection,
                                         const Facts& facts, const std::vector<FileSize>& existing, const make::Earlier& earlier,
                                         Workers& workers, Observer& observer, Diagnostics& diagnostics);

/// What passes between the stages for the selected documents, as text; nullopt after errors.
[[nodiscard]] std::optional<std::string> dump(const make::Maker& maker, const model::Dossier& dossier, const plan::Selection& selection,
                                              make::Stage stage, const Facts& facts, Diagnostics& diagnostics);

/// Two versions of a dossier, each with what the list calls it: the name of its file.
struct Version {
    const model::Dossier& dossier;
    std::string file;
};
struct Comparison {
    std::vector<std::string> lists;  ///< one for each format that was asked for, in that order
    bool differs = false;
};
enum class ListFormat { text, html, json, pdf };
/// The was-wordt list with the forms to adopt again, in each of `formats`; nullopt after errors.
[[nodiscard]] std::optional<Comparison> compare(const make::Maker& maker, const Version& old, const Version& now,
                                                std::span<const ListFormat> formats, const Facts& facts, Diagnostics& diagnostics);

}  // namespace dossier::core
