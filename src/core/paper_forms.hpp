#pragma once
/// The forms on paper among what is collected. Private to `core`.

#include "core/collect.hpp"
#include "papier/nakijken.hpp"
#include "resultaten/resultaten.hpp"

#include <map>
#include <mutex>
#include <set>

namespace dossier::core {

/// A version of the dossier, and the forms that it gives.
struct FormsOf {
    const model::Dossier* dossier = nullptr;
    std::vector<make::FormIdentity> forms;
};

class PaperForms {
public:
    PaperForms(const make::Maker& maker, const std::vector<FormsOf>& versions, std::size_t files, Diagnostics& diagnostics);

    [[nodiscard]] const scans::Atlas& atlas() const { return atlas_; }
    void add(std::size_t i, const std::string& name, const std::string& identity, scans::Page page);

    /// Puts the forms of each file among `read`, in place of what was said of a file that turned out to be a scan.
    void put(std::vector<std::vector<resultaten::Formulier>>& read, const resultaten::Kader& kader, const CollectWanted& wanted);

    [[nodiscard]] std::vector<PageWanted> pages_to_show(const resultaten::Resultaten& results) const;
    void add_cutouts(std::size_t file, const scans::Page& page);
    [[nodiscard]] papier::Nakijken nakijken(const resultaten::Resultaten& results) const;
    [[nodiscard]] std::size_t pages() const { return bladen_.size(); }
    [[nodiscard]] std::size_t blank() const { return gelegd_.leeg; }

private:
    scans::Atlas atlas_;
    papier::Soorten soorten_;
    std::vector<std::vector<papier::Blad>> by_file_;
    std::vector<papier::Blad> bladen_;
    papier::Gelegd gelegd_;
    std::vector<std::size_t> index_;  ///< by form of gelegd_: among the results
    /// By file and page: pictures by the name of their field, and of the whole page by "".
    std::map<std::pair<std::size_t, std::uint32_t>, std::map<std::string, std::string>> pictures_;

    [[nodiscard]] bool to_show(std::size_t form, const resultaten::Resultaten& results) const;
    [[nodiscard]] std::string picture(std::size_t file, std::uint32_t page, const std::string& field) const;
    [[nodiscard]] papier::NakijkFormulier shown(std::size_t form, const resultaten::Formulier& result) const;
};

}  // namespace dossier::core
