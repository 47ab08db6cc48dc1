/// Kerntaken and werkprocessen in the XML of SBB, each text followed by what is added to it per profiel.

#include "sbb/export_kerntaken.hpp"

#include "sbb/export_texts.hpp"

#include <algorithm>

namespace dossier::sbb {
namespace {

using model::Kerntaak;
using model::Werkproces;

class KerntaakWriter {
public:
    KerntaakWriter(xml::Markup& xml, ExportNumbers& numbers, bool basis) : xml_(xml), numbers_(numbers), basis_(basis) {}

    void kerntaak(const Kerntaak& k) {
        xml_.open("kerntaak", {{"nr", numbers_.next_part()}, {"titel", k.titel.value}, {"hoofdstuk", chapter_of(k.code.value)}});
        with_eisen("complexiteit", plain_or_pre(k.complexiteit), k.aanvullende_eisen, "complexiteit",
                   [](const auto& eis) { return plain_or_pre(eis.complexiteit); });
        with_eisen("verantwoordelijkheid", plain_or_pre(k.verantwoordelijkheid), k.aanvullende_eisen, "verantwoordelijkheid",
                   [](const auto& eis) { return plain_or_pre(eis.verantwoordelijkheid); });
        vakkennis(k);
        xml_.open(basis_ ? "basiswerkprocessen" : "profielwerkprocessen");
        for (const Werkproces& w : k.werkprocessen) werkproces(w);
        xml_.close();
        xml_.close();
    }

private:
    /// An element with a text and, in the basisdeel, what is added to it per profiel.
    template <class Eisen, class Field>
    void with_eisen(const std::string& name, const std::string& text, const Eisen& eisen, std::string_view inner, Field field) {
        const bool any = std::any_of(eisen.begin(), eisen.end(), [&](const auto& eis) { return !field(eis).empty(); });
        if (!basis_ && !any) return xml_.leaf(name, text);
        xml_.open(name);
        xml_.text(text);
        per_profiel(
            name + "perprofiel", eisen, [&](const auto& eis) { return !field(eis).empty(); },
            [&](const auto& eis) { xml_.leaf(inner, field(eis)); });
        xml_.close();
    }

    /// `write(eis)` for each of `eisen` that `holds`, in an element of its profiel; in the basisdeel an empty list is written too.
    template <class Eisen, class Holds, class Write>
    void per_profiel(const std::string& list, const Eisen& eisen, Holds holds, Write write) {
        if (std::none_of(eisen.begin(), eisen.end(), holds)) {
            if (basis_) xml_.leaf(list, "");
            return;
        }
        xml_.open(list);
        for (const auto& eis : eisen) {
            if (!holds(eis)) continue;
            xml_.open("aanvullend");
            xml_.leaf("profiel", "", {{"referentie", numbers_.profiel(eis.profiel.value)}});
            write(eis);
            xml_.close();
        }
        xml_.close();
    }

    void items(const model::Rubriek& r) {
        for (const model::Text& item : r.items) reference(item.value);
    }
    void reference(const std::string& titel) { xml_.leaf("vakkennisenvaardigheden", "", {{"referentie", numbers_.kennis.number(titel)}}); }

    /// The references outside categories.
    void loose_items(const model::Vakkennis& v) {
        const bool categories = by_category(v);
        for (const model::Rubriek& r : v.rubrieken) {
            if (categories && !r.titel.value.empty()) continue;
            if (!r.titel.value.empty()) reference(r.titel.value);
            items(r);
        }
    }

    void categories(const model::Vakkennis& v, bool always) {
        if (!by_category(v)) {
            if (always) xml_.leaf("vakkennisenvaardigheden_met_categorie", "");
            return;
        }
        xml_.open("vakkennisenvaardigheden_met_categorie");
        for (const model::Rubriek& r : v.rubrieken) {
            if (r.titel.value.empty()) continue;
            xml_.open("categorie", {{"referentie", numbers_.categorieen.number(r.titel.value)}});
            items(r);
            xml_.close();
        }
        xml_.close();
    }

    void vakkennis(const Kerntaak& k) {
        xml_.open("vakkennisenvaardigheden");
        loose_items(k.vakkennis);
        per_profiel(
            "vakkennisenvaardighedenperprofiel", k.aanvullende_eisen, [](const auto& eis) { return !eis.vakkennis.empty(); },
            [&](const auto& eis) {
                xml_.open("vakkennisenvaardighedenonderdelen");
                loose_items(eis.vakkennis);
                categories(eis.vakkennis, false);
                xml_.close();
            });
        categories(k.vakkennis, true);
        xml_.close();
    }

    void competenties(const std::vector<model::Text>& names) {
        for (const model::Text& name : names)
            if (const model::Competentie* c = model::find_competentie(name.value))
                xml_.leaf("competentie", "", {{"referentie", number_of(*c)}});
    }

    void werkproces(const Werkproces& w) {
        const auto& eisen = w.aanvullende_eisen;
        xml_.open("werkproces", {{"nr", numbers_.next_part()}, {"titel", w.titel.value}, {"hoofdstuk", chapter_of(w.code.value)}});
        with_eisen("werkprocesomschrijving", plain_or_pre(w.omschrijving), eisen, "omschrijving",
                   [](const auto& eis) { return plain_or_pre(eis.omschrijving); });
        with_eisen("werkprocesresultaat", plain_or_pre(w.resultaat), eisen, "omschrijving",
                   [](const auto& eis) { return plain_or_pre(eis.resultaat); });
        with_eisen("werkprocesgedrag", gedrag_text(w.gedrag), eisen, "omschrijving",
                   [](const auto& eis) { return gedrag_text(eis.gedrag); });
        xml_.open("werkprocescompetenties");
        competenties(w.competenties);
        per_profiel(
            "werkprocescompetentiesperprofiel", eisen, [](const auto& eis) { return !eis.competenties.empty(); },
            [&](const auto& eis) {
                xml_.open("omschrijving");
                competenties(eis.competenties);
                xml_.close();
            });
        xml_.close();
        xml_.close();
    }

    xml::Markup& xml_;
    ExportNumbers& numbers_;
    bool basis_;
};

}  // namespace

void write_kerntaken(xml::Markup& xml, ExportNumbers& numbers, const std::vector<Kerntaak>& kerntaken, Deel deel) {
    KerntaakWriter writer(xml, numbers, deel == Deel::basis);
    for (const Kerntaak& k : kerntaken) writer.kerntaak(k);
}

}  // namespace dossier::sbb
