#include "diff/elements.hpp"

#include "model/fields.hpp"

namespace dossier::diff {
namespace {

constexpr std::size_t kOneLine = 1u << 30;

std::string plain(const model::Text& text) { return text.value; }
std::string plain(const model::Getal& getal) { return getal.value == 0 ? std::string() : std::to_string(getal.value); }
std::string plain(const model::Tekst& tekst) { return model::write_tekst(tekst, kOneLine); }

/// All fields of a record as lines, for records that are compared as one text.
class Lines {
public:
    void required(std::string_view, const auto& field, const model::Veld&) { line(plain(field)); }
    void optional(std::string_view, const auto& field, const model::Veld&) { line(plain(field)); }
    void list(std::string_view, std::string_view, const std::vector<model::Text>& items, const model::Veld&) {
        line(model::comma_list(items));
    }
    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    void line(const std::string& value) {
        if (!value.empty()) (text_ += text_.empty() ? "" : "\n") += value;
    }
    std::string text_;
};

template <class T> std::string lines(const T& record) {
    Lines v;
    T::fields(v, record);
    return std::move(v).text();
}

class Builder {
public:
    std::vector<Element> build(const model::Dossier& d) {
        const int top = add({Soort::dossier, -1, "", "", "", "", true});
        head(top, d);
        basisdeel(top, d.basisdeel);
        for (const model::Profiel& p : d.profielen) profiel(top, p);
        generiek(top, d.basisdeel.generiek);
        list(top, "keuzedelen", "keuzedeel", d.keuzedelen, [](const model::Keuzedeel& k) { return k.code.value; });
        beoordeling(top, d.beoordeling);
        list(top, "begrippen", "begrip", d.begrippen, [](const model::Begrip&) { return std::string(); });
        list(top, "leeswijzer", "paragraaf", d.leeswijzer, [](const model::Paragraaf&) { return std::string(); });
        list(top, "verantwoording", "paragraaf", d.verantwoording, [](const model::Paragraaf&) { return std::string(); });
        bron(top, d.bron);
        return std::move(out_);
    }

private:
    int add(Element element) {
        if (element.ouder >= 0) {
            const Element& parent = out_[static_cast<std::size_t>(element.ouder)];
            element.landelijk = element.landelijk && parent.landelijk;
            if (element.profiel.empty()) element.profiel = parent.profiel;
        }
        out_.push_back(std::move(element));
        return static_cast<int>(out_.size()) - 1;
    }
    int deel(int ouder, const char* naam, bool landelijk = true) { return add({Soort::deel, ouder, naam, "", "", "", landelijk}); }
    void veld(int ouder, std::string naam, std::string tekst, bool landelijk = true) {
        if (!tekst.empty()) add({Soort::veld, ouder, std::move(naam), "", std::move(tekst), "", landelijk});
    }
    template <class T> void veld(int ouder, std::string naam, const T& value) requires requires { plain(value); }
    { veld(ouder, std::move(naam), plain(value)); }

    void head(int top, const model::Dossier& d) {
        veld(top, "naam", d.naam);
        veld(top, "crebo", d.crebo);
        veld(top, "versie", d.versie);
        veld(top, "vastgesteld", d.vastgesteld);
        veld(top, "geldig van", d.geldig_van);
        veld(top, "geldig tot", d.geldig_tot);
        veld(top, "sectorkamer", d.sectorkamer);
        veld(top, "domein", d.domein);
        veld(top, "opvolger", lines(d.opvolger));
    }

    void basisdeel(int top, const model::Basisdeel& b) {
        const int here = deel(top, "basisdeel");
        veld(here, "context", b.beroepsgroep.context);
        veld(here, "beroepshouding", b.beroepsgroep.beroepshouding);
        veld(here, "resultaat", b.beroepsgroep.resultaat);
        for (const model::Kerntaak& k : b.kerntaken) kerntaak(here, k);
    }

    void profiel(int top, const model::Profiel& p) {
        const int here = add({Soort::profiel, top, "", p.code.value, p.naam.value, "", true});
        veld(here, "crebo", p.crebo);
        veld(here, "isced", p.isced);
        veld(here, "niveau", p.niveau);
        veld(here, "sbu", p.sbu);
        veld(here, "soort", p.soort);
        veld(here, "beroepsvereisten", p.beroepsvereisten);
        veld(here, "toelichting beroepsvereisten", p.toelichting_beroepsvereisten);
        veld(here, "typering", p.typering);
        for (const model::Kerntaak& k : p.kerntaken) kerntaak(here, k);
    }

    /// Where old links land: no part of the national text.
    void eerdere_codes(int ouder, const std::vector<model::Text>& codes) { veld(ouder, "eerdere codes", model::comma_list(codes), false); }

    void vakkennis(int ouder, const model::Vakkennis& v) {
        veld(ouder, "aanhef vakkennis", v.aanhef);
        for (const model::Rubriek& r : v.rubrieken) {
            const int here = add({Soort::rubriek, ouder, "", "", r.titel.value, "", true});
            for (const model::Text& item : r.items) add({Soort::vakkennis, here, "", "", item.value, "", true});
        }
    }

    void kerntaak(int ouder, const model::Kerntaak& k) {
        const int here = add({Soort::kerntaak, ouder, "", k.code.value, k.titel.value, "", true});
        eerdere_codes(here, k.eerdere_codes);
        veld(here, "complexiteit", k.complexiteit);
        veld(here, "verantwoordelijkheid", k.verantwoordelijkheid);
        vakkennis(here, k.vakkennis);
        for (const model::AanvullendeEisKerntaak& eis : k.aanvullende_eisen) {
            const int extra = add({Soort::aanvullende_eis, here, "", "", "", eis.profiel.value, true});
            veld(extra, "complexiteit", eis.complexiteit);
            veld(extra, "verantwoordelijkheid", eis.verantwoordelijkheid);
            vakkennis(extra, eis.vakkennis);
        }
        for (const model::Werkproces& w : k.werkprocessen) werkproces(here, w);
    }

    void gedrag(int ouder, const model::Werkproces& w, const model::Gedrag& g) {
        veld(ouder, "aanhef gedrag", g.aanhef);
        int nummer = g.eerste_nummer;
        for (const model::Text& c : g.criteria) add({Soort::criterium, ouder, "", model::criteriumcode(w, nummer++), c.value, "", true});
    }

    void competenties(int ouder, const std::vector<model::Text>& list) {
        for (const model::Text& c : list) add({Soort::competentie, ouder, "", "", c.value, "", true});
    }

    void werkproces(int ouder, const model::Werkproces& w) {
        const int here = add({Soort::werkproces, ouder, "", w.code.value, w.titel.value, "", true});
        eerdere_codes(here, w.eerdere_codes);
        veld(here, "omschrijving", w.omschrijving);
        veld(here, "resultaat", w.resultaat);
        gedrag(here, w, w.gedrag);
        competenties(here, w.competenties);
        for (const model::AanvullendeEisWerkproces& eis : w.aanvullende_eisen) {
            const int extra = add({Soort::aanvullende_eis, here, "", "", "", eis.profiel.value, true});
            veld(extra, "omschrijving", eis.omschrijving);
            veld(extra, "resultaat", eis.resultaat);
            gedrag(extra, w, eis.gedrag);
            competenties(extra, eis.competenties);
        }
    }

    void generiek(int top, const model::Generiek& g) {
        const int here = deel(top, "generieke onderdelen");
        veld(here, "inleiding", g.inleiding);
        for (const model::GeneriekOnderdeel& o : g.onderdelen) {
            const int part = add({Soort::generiek_onderdeel, here, "", o.code.value, o.titel.value, "", true});
            veld(part, "alleen niveau", o.alleen_niveau);
            veld(part, "tekst", o.tekst);
            for (const model::Link& l : o.links) add({Soort::item, part, "link", "", lines(l), "", true});
        }
    }

    template <class T, class Code> void list(int top, const char* naam, const char* item, const std::vector<T>& records, Code code) {
        const int here = deel(top, naam);
        for (const T& each : records) add({Soort::item, here, item, code(each), lines(each), "", true});
    }

    void beoordeling(int top, const model::Beoordeling& b) {
        const int here = deel(top, "beoordeling", false);
        veld(here, "schaal", model::comma_list(b.schaal));
        std::string punten;
        for (const model::Stappunten& p : b.punten) punten += (punten.empty() ? "" : ", ") + p.waarde.value + ' ' + p.punten.value;
        veld(here, "punten", punten);
        veld(here, "cesuur criteria", b.cesuur.criteria);
        veld(here, "cesuur werkproces in punten", b.cesuur.werkproces_punten);
        veld(here, "minimum van elk werkproces", b.cesuur.werkproces_minimum);
        veld(here, "cesuur werkprocessen", b.cesuur.werkprocessen);
        veld(here, "cesuur kerntaak in punten", b.cesuur.kerntaak_punten);
        veld(here, "toelichting cesuur", b.cesuur.toelichting);
        for (const model::Onderdeelregel& o : b.onderdelen) {
            veld(here, "gewicht van " + o.code.value, plain(o.gewicht));
            veld(here, "cesuur in punten van " + o.code.value, o.cesuur.value);
            veld(here, "minimum van " + o.code.value, o.minimum.value);
        }
        veld(here, "cruciale criteria", model::comma_list(b.cruciaal));
        veld(here, "niet van toepassing", model::comma_list(b.niet_van_toepassing));
        veld(here, "cijfer bij de cesuur", b.cijfer.bij_cesuur);
        veld(here, "afronding van het cijfer", b.cijfer.afronding);
        veld(here, "pogingen", b.herkansing.pogingen);
        veld(here, "poging die telt", b.herkansing.telt);
        veld(here, "dekkingsnorm", b.dekkingsnorm);
        for (const model::Exameneenheid& e : b.exameneenheden) add({Soort::item, here, "exameneenheid", e.code.value, lines(e), "", true});
    }

    void bron(int top, const model::Bron& b) {
        const int here = deel(top, "bron", false);
        veld(here, "titel", b.titel);
        veld(here, "url", b.url);
        veld(here, "licentie", b.licentie);
        veld(here, "omschrijving", b.omschrijving);
        for (const model::Opmerking& o : b.opmerkingen) add({Soort::item, here, "opmerking", "", lines(o), "", true});
    }

    std::vector<Element> out_;
};

}  // namespace

std::vector<Element> elements(const model::Dossier& dossier) { return Builder().build(dossier); }

std::string_view woord(Soort soort) {
    switch (soort) {
        case Soort::dossier: return "dossier";
        case Soort::deel: return "deel";
        case Soort::profiel: return "profiel";
        case Soort::kerntaak: return "kerntaak";
        case Soort::werkproces: return "werkproces";
        case Soort::aanvullende_eis: return "aanvullende eis";
        case Soort::rubriek: return "rubriek";
        case Soort::veld: return "tekst";
        case Soort::criterium: return "criterium";
        case Soort::vakkennis: return "vakkennis";
        case Soort::competentie: return "competentie";
        case Soort::generiek_onderdeel: return "generiek onderdeel";
        case Soort::item: return "item";
    }
    return "";
}

}  // namespace dossier::diff
