/// How a dossier came about, in the XML of SBB: who adopted it, and the verantwoordingsinformatie.

#include "sbb/export_verantwoording.hpp"

#include "sbb/export_texts.hpp"
#include "sbb/verantwoording.hpp"

#include <algorithm>

namespace dossier::sbb {
namespace {

/// Whether the first titled text is nothing but who adopted the dossier and where, as `add_vaststelling` writes it.
bool has_vaststelling(const model::Dossier& dossier) {
    if (dossier.verantwoording.empty() || dossier.verantwoording.front().titel.value != kVaststelling) return false;
    const auto& blokken = dossier.verantwoording.front().tekst.blokken;
    return std::all_of(blokken.begin(), blokken.end(),
                       [](const model::Blok& b) { return b.tekst.starts_with(kVastgesteldDoor) || b.tekst.starts_with(kVastgesteldTe); });
}

/// Those parts, empty, as readers of the format expect them.
void write_empty_parts(xml::Markup& xml, const ExportNumbers& numbers, const model::Dossier& dossier) {
    const auto part = [&](std::string_view name, std::string_view titel, std::string_view hoofdstuk, auto&& content) {
        xml.open(name, {{"titel", titel}, {"hoofdstuk", hoofdstuk}});
        content();
        xml.close();
    };
    part("brondocumenten", "Beroepscompetentieprofielen (BCP)", "1", [&] {
        xml.leaf("brondocument", "", {{"naam", ""}, {"type", ""}, {"datum", ""}, {"omschrijving", ""}, {"link", ""}});
    });
    xml.leaf("arbeidsmarktinformatie", "", {{"titel", "Arbeidsmarktinformatie"}, {"hoofdstuk", "2"}});
    part("trendsenontwikkelingen", "Trends en ontwikkelingen", "3", [&] {
        xml.leaf("wetenregelgeving", "");
        xml.leaf("ontwikkelingenindeberoepsuitoefening", "");
    });
    xml.leaf("wettelijkeberoepsvereisten", "", {{"titel", "Wettelijke beroepsvereisten"}, {"hoofdstuk", "4"}});
    part("bijzonderevereisten", "Bijzondere vereisten", "5", [&] {
        for (const model::Profiel& p : dossier.profielen) {
            xml.open("profiel", {{"referentie", numbers.profiel(p.code.value)}});
            xml.leaf("eisen", "");
            xml.leaf("toelichtingvereisten", "");
            xml.close();
        }
    });
    part("taalbeheersingseisen", "Beroepsspecifieke moderne vreemde talen", "6", [&] {
        xml.leaf("toelichting", "");
        xml.leaf("taalbeheersingseis", "", {{"titel", "Beroepsspecifieke moderne vreemde talen"}});
    });
    xml.leaf("ontwikkelmogelijkheden", "",
             {{"titel", "Ontwikkelmogelijkheden van de beroepsbeoefenaar in het onderwijs"}, {"hoofdstuk", "7"}});
    part("onderhoudsagenda", "Onderhoudsagenda", "8", [&] {
        xml.open("agenda");
        xml.open("onderdeel");
        for (const std::string_view name : {"onderwerp", "actie", "wie", "wanneer"}) xml.leaf(name, "");
        xml.close();
        xml.close();
        xml.leaf("toelichting", "");
    });
    part("wijzigingen", "Wijzigingen ten opzichte van de voorgaande versie", "9", [&] {
        xml.open("wijzigingscategorien");
        xml.leaf("wijzigingscategorie", "", {{"titel", ""}, {"categorie", ""}});
        xml.close();
        xml.leaf("omschrijving", "");
    });
    xml.leaf("betrokkenen", "", {{"titel", "Betrokkenen"}, {"hoofdstuk", "10"}});
}

}  // namespace

void write_vaststelling(xml::Markup& xml, const model::Dossier& dossier) {
    xml.open("verantwoording");
    xml.open("vaststellingsinformatie");
    std::string door, te;
    if (has_vaststelling(dossier)) {
        for (const model::Blok& blok : dossier.verantwoording.front().tekst.blokken) {
            if (blok.tekst.starts_with(kVastgesteldDoor)) door = blok.tekst.substr(kVastgesteldDoor.size());
            if (blok.tekst.starts_with(kVastgesteldTe)) te = blok.tekst.substr(kVastgesteldTe.size());
        }
    }
    xml.leaf("vastgestelddoor", door);
    xml.leaf("vastgesteldop", day_first(dossier.vastgesteld.value));
    xml.leaf("vastgesteldte", te);
    xml.close();
    xml.close();
}

void write_verantwoording(xml::Markup& xml, const ExportNumbers& numbers, const model::Dossier& dossier) {
    std::span<const model::Paragraaf> rest = dossier.verantwoording;
    if (has_vaststelling(dossier)) rest = rest.subspan(1);
    xml.open("verantwoordingsinformatie", {{"titel", "Verantwoordingsinformatie"}});
    write_empty_parts(xml, numbers, dossier);
    xml.leaf("aanvullendeinfo", headed(rest, false), {{"titel", "Aanvullende informatie"}, {"hoofdstuk", "12"}});
    xml.leaf("examenprofielen", "", {{"titel", "Examenprofielen"}, {"hoofdstuk", "13"}});
    xml.close();
}

}  // namespace dossier::sbb
