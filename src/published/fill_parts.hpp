#pragma once
/// Hands the lines between two headings to the part of the dossier that they belong to.

#include "published/audience.hpp"
#include "published/headings.hpp"
#include "published/sections.hpp"
#include "published/title.hpp"

namespace dossier::published {

/// Where the walk through the text is.
struct OpenPart {
    Plek plek = Plek::buiten;
    Deel deel = Deel::voorwerk;
    std::string kerntaak, werkproces, profiel;  ///< the codes of the last headings
};

/// The lines that are titles of rubrieken of vakkennis beyond doubt: with items below, and a meant break or an aanhef above.
[[nodiscard]] std::set<std::string> sure_rubriek_titles(std::span<const TextLine> lines);

/// Borrows all that it is given.
class PartFiller {
public:
    PartFiller(TextImport& out, const Words& words, const std::vector<phrases::NamedProfiel>& profielen,
               const std::set<std::string>& rubriek_titles, Diagnostics& diagnostics)
        : out_(out), words_(words), profielen_(profielen), rubriek_titles_(rubriek_titles), diagnostics_(diagnostics) {}

    /// Parts `text` by whom it is for, and reads each into the part that is open.
    void fill(const OpenPart& open, std::span<const TextLine> text);
    /// The kwalificaties of the title page.
    [[nodiscard]] const std::vector<TitledProfiel>& titled() const { return titled_; }

private:
    [[nodiscard]] SectionReader section(std::span<const TextLine> text) const {
        return {text, words_, rubriek_titles_, out_.lines, diagnostics_};
    }
    void whole(const OpenPart& open, std::span<const TextLine> text);
    void extra(const OpenPart& open, std::span<const TextLine> text, const std::string& code);
    void competenties(const OpenPart& open, const ForWhom& part);

    TextImport& out_;
    const Words& words_;
    const std::vector<phrases::NamedProfiel>& profielen_;
    const std::set<std::string>& rubriek_titles_;
    Diagnostics& diagnostics_;
    std::vector<TitledProfiel> titled_;
};

}  // namespace dossier::published
