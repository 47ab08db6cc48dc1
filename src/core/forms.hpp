#pragma once
/// Forms for a class list: one PDF for each candidate and part, and bundles of them for printing. Files are made one at a time and
/// handed out at once, so that memory does not grow with the list. No files, no threads of its own: see Workers in core/core.hpp.

#include "base/base.hpp"
#include "klassenlijst/klassenlijst.hpp"
#include "make/candidate_form.hpp"
#include "make/make.hpp"
#include "model/model.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::core {

struct ClassListInput {
    std::string codering;  ///< of a CSV: "utf-8", "windows-1252" or "utf-16"; "": recognised
    std::string sheet;     ///< of a workbook; "": the first
    std::string profiel;   ///< for rows that name none; may be ""
};
/// The candidates of a class list in CSV or .xlsx; no list when it cannot be read at all. Bad rows are errors, and the rest is there.
struct ClassList {
    table::Table table;  ///< what locations point into, those of messages among them
    std::optional<klassenlijst::Klassenlijst> list;
};
[[nodiscard]] ClassList read_class_list(const Source& file, const model::Dossier& dossier, const make::Maker& maker,
                                        const ClassListInput& input, Diagnostics& diagnostics);

enum class BundleBy { none, kandidaat, groep };
/// Of "kandidaat" or "groep"; none for every other word.
[[nodiscard]] BundleBy bundle_by(std::string_view word);

struct FormsWanted {
    std::vector<std::string> profielen{}, kerntaken{};  ///< codes; empty: all
    std::vector<std::string> documenten{};              ///< ids in the manifest; empty: what is made per kerntaak
    BundleBy bundle = BundleBy::none;
    std::size_t shard = 1, shards = 1;  ///< which share of the candidates, for several machines
};

/// One file to make. `path` is relative and has no folder but "bundels/"; `mark` says all that its bytes depend on (pdf::mark_of).
struct FormFile {
    std::string path;
    std::string mark;
    std::vector<std::size_t> kandidaten;  ///< one, or those of a bundle
    std::vector<std::size_t> forms;       ///< indices for the use of Forms: of one candidate
    std::size_t document = 0;             ///< index in the manifest
    std::string onderdeel;                ///< "B1-K1"; "" when it is about the whole kwalificatie
    bool bundle = false;
};

/// All files for a class list. Immutable; `make` may run in several threads at once. Borrows what it was planned from.
class Forms {
public:
    /// nullopt after errors: words of the command line that name nothing, two files with one name, a bundle of too many pages.
    [[nodiscard]] static std::optional<Forms> plan(const make::Maker& maker, const model::Dossier& dossier,
                                                   const klassenlijst::Klassenlijst& list, const FormsWanted& wanted,
                                                   const view::Build& facts, Diagnostics& diagnostics);
    Forms(Forms&&) noexcept;
    Forms& operator=(Forms&&) noexcept;
    ~Forms();

    [[nodiscard]] const std::vector<FormFile>& files() const;
    [[nodiscard]] std::string make(const FormFile& file) const;

    /// overzicht.csv: a line for each file, with who and what it is for. `earlier` is the overzicht of an earlier run, or "": what
    /// it names and is `there` still stays in it, and what is for someone who is no longer on the list is counted in `left`.
    [[nodiscard]] std::string overview(std::string_view earlier, const std::function<bool(const std::string&)>& there,
                                       std::size_t& left) const;

private:
    struct Impl;
    explicit Forms(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// What to do with a file that is there under the name of one to make.
enum class Present {
    same,     ///< made of the same values: nothing is to be done, whatever became of it since
    replace,  ///< made by this program of other values, and nobody touched it
    keep,     ///< filled in or made by someone else: never overwritten
};
/// Of its first bytes (at least pdf::kMarkWithin of them, or all) when they say enough; else nullopt: ask again with the whole file.
[[nodiscard]] std::optional<Present> judge_present(std::string_view bytes, bool whole, const FormFile& planned);
/// How many of its first bytes `judge_present` wants.
inline constexpr std::size_t kMarkBytes = 256;

}  // namespace dossier::core
