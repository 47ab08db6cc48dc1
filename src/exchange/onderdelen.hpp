#pragma once
/// A kwalificatie taken apart for the formats of other systems: its kerntaken, werkprocessen, criteria and vakkennis in order,
/// with the aanvullende eisen of the profiel merged in and marked. Private to `exchange`.

#include "base/base.hpp"
#include "model/model.hpp"
#include "scoring/scoring.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::exchange {

/// A part with text of its own: criterium B1-K1-W1-G1, or item of vakkennis B1-K1-V1.
struct Onderdeel {
    std::string code;
    std::string tekst;
    std::string rubriek;  ///< of vakkennis
    bool aanvullend = false;
    bool cruciaal = false;
    bool kennis = false;  ///< "heeft kennis van", "heeft specialistische kennis van"; else it is a skill
};

/// Long text under a heading.
struct Sectie {
    std::string kop;
    model::Tekst tekst;
};

struct WerkprocesDeel {
    const model::Werkproces* bron;
    std::vector<Sectie> secties;  ///< omschrijving, resultaat, competenties, each with what the profiel adds
    std::vector<Onderdeel> criteria;
};
struct KerntaakDeel {
    const model::Kerntaak* bron;
    std::vector<Sectie> secties;  ///< complexiteit, verantwoordelijkheid, each with what the profiel adds
    std::vector<Onderdeel> vakkennis;
    std::vector<WerkprocesDeel> werkprocessen;
};

/// The kerntaken of the basisdeel, then those of `profiel`. Points into both.
[[nodiscard]] std::vector<KerntaakDeel> delen_van(const model::Dossier& dossier, const model::Profiel& profiel);

/// "Aanvullende eis voor Verkoper".
[[nodiscard]] std::string aanvullend_voor(const model::Profiel& profiel);
/// Position of the lowest step that is a pass; the last one if there is none.
[[nodiscard]] std::size_t laagste_voldoende(const std::vector<scoring::Stap>& stappen);

/// Text without markup: a line for each paragraph, "- " before items.
[[nodiscard]] std::string plain_text(const model::Tekst& tekst);
/// Paragraphs and lists as XHTML elements without namespace prefix. `kop` opens the first as strong text, if not empty.
[[nodiscard]] std::string xhtml_text(const model::Tekst& tekst, std::string_view kop = {});

/// The name of a kwalificatie in ids that other systems keep: "25180-2025-p1"; naam stands in for a crebo that is not there.
/// The same text in a new version is a new thing there, as results hang on it.
[[nodiscard]] std::string identity(const model::Dossier& dossier, const model::Profiel& profiel);

}  // namespace dossier::exchange
