#pragma once
/// Results of filled-in forms: from files to tables. No files, no threads of its own: a shell reads PDFs with a FormReader (see
/// core/input.hpp), in any order and on any thread, and hands over what they say.

#include "base/base.hpp"
#include "base/file.hpp"
#include "core/core.hpp"
#include "filled/filled.hpp"
#include "make/make.hpp"
#include "klassenlijst/klassenlijst.hpp"
#include "model/model.hpp"
#include "papier/papier.hpp"
#include "scans/scans.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::core {

inline constexpr std::size_t kMostForm = std::size_t{64} << 20;   ///< bytes of a file that is read as a form
inline constexpr std::size_t kMostScan = std::size_t{512} << 20;  ///< and as pictures of forms

/// Whether a PDF may hold pictures of forms. Scanners and copiers write many that have to be mended, and many that are large: what was
/// said of one stays when none of its pages has a code.
[[nodiscard]] bool may_be_scan(const filled::FilledPdf& pdf);

struct CollectWanted {
    bool handtekening_nodig = true;  ///< whether a form without digital signatures is for a person to look at
    std::string zout;                ///< not "": pseudonyms in place of people in every output
    /// Who the forms on paper are for: the list that they were made from; null when there is none. Borrowed.
    const klassenlijst::Klassenlijst* klas = nullptr;
    papier::Beslissingen beslissingen{};  ///< what people decided of forms on paper
};

/// A page of a file, both as Collector has them: the index of the file, and the number of the page from 1.
struct PageWanted {
    std::size_t file = 0;
    std::uint32_t page = 0;
};

enum class ResultFormat { xlsx, csv, json, html };
/// By the end of a file's name; nullopt for any other.
[[nodiscard]] std::optional<ResultFormat> result_format(std::string_view path);

/// Borrows what it is made of.
class Collector {
public:
    /// `old` may be null: the version that some of the forms are of. Its forms are known by the templates of `maker`.
    Collector(const make::Maker& maker, const model::Dossier& dossier, const model::Dossier* old, CollectWanted wanted,
              Diagnostics& diagnostics);
    ~Collector();
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;

    /// One place for each file, so that the order is theirs whoever is first.
    void expect(std::size_t files);
    /// What file `i`, that people know as `name`, says. May be called from several threads, for different `i`.
    void add(std::size_t i, const std::string& name, const filled::FilledPdf& pdf);

    // Forms on paper: pictures, and PDFs that hold no fields. A shell reads their pages by the maps (scans/scans.hpp) and hands them over.

    /// The maps of all forms of both versions; laid out when first asked for, which no other thread may do at that time.
    [[nodiscard]] const scans::Atlas& atlas();
    /// Page after page of file `i`, which has the identity papier::file_identity. May be called from several threads, for different `i`.
    void add_page(std::size_t i, const std::string& name, const std::string& identity, scans::Page page);

    /// After the last `add` and `add_page`, once.
    void finish();

    /// The pages of which people want to see something: read them once more with cut-outs, and hand those over.
    [[nodiscard]] std::vector<PageWanted> pages_to_show() const;
    void add_cutouts(std::size_t file, const scans::Page& page);
    /// The page nakijken.html; nullopt after errors.
    [[nodiscard]] std::optional<std::string> nakijken(const Facts& facts, Diagnostics& diagnostics) const;
    [[nodiscard]] std::size_t pages() const;  ///< of paper
    /// Says what of the paper is no finding of a form: empty pages, answers to other scans.
    void tell(Diagnostics& diagnostics) const;

    /// Whether a person must look.
    [[nodiscard]] bool to_look_at() const;
    [[nodiscard]] std::size_t forms() const;
    [[nodiscard]] std::size_t forms_to_look_at() const;

    /// What a file of that format holds: one file, of CSV four. `path` names the first. nullopt after errors.
    [[nodiscard]] std::optional<std::vector<File>> write(ResultFormat format, const std::string& path, const Facts& facts,
                                                         Diagnostics& diagnostics) const;
    /// The resultatenoverzicht of each candidate, filled in as far as the forms go; names as those of `dossier forms`.
    [[nodiscard]] std::optional<std::vector<File>> overviews(const Facts& facts, Diagnostics& diagnostics) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::core
