#pragma once
/// What to make for which profiel, and putting it on disk: planned from templates/manifest.yaml, made in parallel, written
/// so that after any failure the old files are whole. The only stage, with `cli`, that touches files.

#include "model/model.hpp"
#include "view/view.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::publish {

/// A file of the output: `path` is relative to the output folder, with "/" between names, each name from `slug` or literal
/// manifest text, never "..".
struct File {
    std::string path;
    std::string bytes;
};

/// Which part of the plan to make; empty lists mean all.
struct Selection {
    std::vector<std::string> profielen;  ///< codes
    std::vector<std::string> formaten;   ///< html, pdf, or a name of exchange_formats.cpp
    std::string document;                ///< id in the manifest
    std::string onderdeel;               ///< code of a kerntaak or werkproces
};

/// Templates, manifest and fonts, prepared once per run and shared by all dossiers and threads.
class Publisher {
public:
    Publisher();
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;
    ~Publisher();

    /// Once, before all else. Templates of `overrides` (may be empty) go before the built-in ones. False after errors in
    /// `diagnostics`, which point into texts that this object owns: report them before it goes.
    [[nodiscard]] bool prepare(const std::filesystem::path& overrides, Diagnostics& diagnostics);

    /// Reports what `selection` names and neither the manifest nor the dossier has. Errors have no place: they are mistakes
    /// on the command line.
    void check_selection(const model::Dossier& dossier, const Selection& selection, Diagnostics& diagnostics) const;

    /// Makes every selected document of `dossier` with up to `jobs` threads; the same bytes for any number. nullopt after
    /// errors. `existing` are the paths of earlier runs that are still on disk, with their sizes, for the index page.
    /// An exchange format that requires what the dossier lacks is an error when `selection` names it; else its files are left
    /// out with a warning and their paths added to `left_out`.
    struct Existing {
        std::string path;
        std::size_t bytes;
    };
    [[nodiscard]] std::optional<std::vector<File>> make(const model::Dossier& dossier, const Selection& selection,
                                                        const view::Build& build, unsigned jobs,
                                                        const std::vector<Existing>& existing, Diagnostics& diagnostics,
                                                        std::vector<std::string>* left_out = nullptr) const;

    /// Every path that the manifest gives for `dossier`, whatever the selection.
    [[nodiscard]] std::vector<std::string> paths(const model::Dossier& dossier, Diagnostics& diagnostics) const;

    enum class Stage { view, markup, layout };
    /// What passes between the stages for the selected documents, as text.
    [[nodiscard]] std::optional<std::string> dump(const model::Dossier& dossier, const Selection& selection, Stage stage,
                                                  const view::Build& build, Diagnostics& diagnostics) const;

    /// A form (a PDF document of the manifest) before it is laid out.
    struct FormText {
        std::string document;  ///< id in the manifest
        std::string titel;     ///< "Beoordelingsformulier B1-K1 Verkoopt"
        std::string path;
        std::string profiel, onderdeel;  ///< codes; "" where the form is not about one
        std::string text;      ///< the filled-in template, without what identifies the version: kenmerken, versie and dates
        std::string kenmerk;   ///< the filled-in template with them
    };
    /// All forms of `dossier` in the order of the plan; nullopt after errors.
    [[nodiscard]] std::optional<std::vector<FormText>> form_texts(const model::Dossier& dossier, Diagnostics& diagnostics) const;

    /// The document that template `sjabloon` makes of `values`: an HTML page, or a PDF when the name ends in .xhtml. `id` goes
    /// into the identity of a PDF.
    [[nodiscard]] std::optional<std::string> make_page(const std::string& sjabloon, view::Value values, const std::string& id,
                                                       const view::Build& build, Diagnostics& diagnostics) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Reports each text of `dossier` with a character that no form can show, as `make` does. The fonts of a school make no
/// difference: what they lack comes from the built-in ones.
void check_printable(const model::Dossier& dossier, Diagnostics& diagnostics);

/// What happened to the files of one output folder.
struct Written {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;  ///< made by an earlier run and no longer in the plan
};

/// Brings `folder` up to date: files with the same bytes are left alone; all others are first written beside their place
/// and then renamed, so that a full disk or a crash while writing leaves the old ones whole; files that the inventory of an
/// earlier run names and `planned` does not are removed. On failure: nullopt, and `problem` says which file and why.
[[nodiscard]] std::optional<Written> write_files(const std::filesystem::path& folder, const std::vector<File>& files,
                                                 const std::vector<std::string>& planned, std::string& problem);
/// The files of the inventory of an earlier run in `folder` that are still there.
[[nodiscard]] std::vector<Publisher::Existing> existing_files(const std::filesystem::path& folder);

/// Writes a file whole or not at all: beside its place first, then renamed. On failure `problem` says why, without the path.
[[nodiscard]] bool write_file(const std::filesystem::path& path, std::string_view bytes, std::string& problem);

/// Reads a file whole, at most `most` bytes. On failure: nullopt, and `problem` says why, without the path.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t most, std::string& problem);

}  // namespace dossier::publish
