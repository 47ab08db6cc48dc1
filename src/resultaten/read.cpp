/// One file to forms: which form it is, who it is about, what was chosen, and what that comes to.

#include "resultaten/fields.hpp"
#include "resultaten/findings.hpp"
#include "resultaten/resultaten.hpp"

#include <algorithm>

namespace dossier::resultaten {
namespace {

/// A form of the dossier that a file may be, with what it is made from.
struct Gevonden {
    const Versie* versie = nullptr;
    const FormulierSoort* soort = nullptr;
};
Gevonden find(const Versie& versie, const std::string& id, const std::string& kenmerk) {
    for (const FormulierSoort& s : versie.soorten)
        if (s.id == id && s.kenmerk == kenmerk) return {&versie, &s};
    return {};
}

const model::Kerntaak* kerntaak_of(const Gevonden& g) {
    if (!g.soort || g.soort->kerntaak.empty()) return nullptr;
    for (const model::Kerntaak* k : model::kerntaken_of(*g.versie->dossier, g.versie->dossier->profielen[g.soort->profiel]))
        if (k->code.value == g.soort->kerntaak) return k;
    return nullptr;
}

void who(Formulier& out, const Velden& velden) {
    out.studentnummer = velden.value("studentnummer");
    out.naam = velden.value("kandidaat");
    out.groep = velden.value("groep");
    out.leerbedrijf = velden.value("leerbedrijf");
    out.locatie = velden.value("locatie");
    out.afnamemoment = velden.value("afnamemoment");
    out.beoordelaar1 = velden.value("beoordelaar-1");
    out.beoordelaar2 = velden.value("beoordelaar-2");
    out.opmerkingen = velden.value("opmerkingen");
}

std::optional<filled::OnPaper> paper_of(const Velden& velden, std::string_view name) {
    const filled::Field* field = velden.find(name);
    return field ? field->paper : std::nullopt;
}

/// The criteria of a werkproces with their text: of the dossier, or of the rows that an assessor filled in where it has none.
std::vector<CriteriumRegel> criteria_of(const model::Werkproces& w, std::string_view profiel, const Velden& velden) {
    std::vector<CriteriumRegel> out;
    for (model::Criterium& c : model::criteria_voor(w, profiel)) out.push_back({std::move(c.code), w.code.value, *c.tekst, "", ""});
    if (out.empty()) {
        for (int n = 1;; ++n) {
            const std::string code = model::criteriumcode(w, n);
            if (!velden.find(code + "-criterium")) break;
            const std::string own = velden.value(code + "-criterium");
            if (!own.empty() || !velden.value(code).empty()) out.push_back({code, w.code.value, own, "", "", true});
        }
    }
    for (CriteriumRegel& c : out) {
        c.keuze = velden.value(c.code);
        c.motivering = velden.value(c.code + "-motivering");
        c.papier = paper_of(velden, c.code);
    }
    return out;
}

/// What was chosen, and what it comes to.
void assess(Formulier& out, const model::Kerntaak& kerntaak, const model::Dossier& dossier, const Velden& velden) {
    const model::Beoordeling& b = dossier.beoordeling;
    scoring::TeBeoordelenKerntaak te{kerntaak.code.value, {}};
    scoring::Antwoorden antwoorden;
    for (const model::Werkproces& w : kerntaak.werkprocessen) {
        scoring::TeBeoordelen deel{w.code.value, {}};
        for (CriteriumRegel& c : criteria_of(w, out.profiel, velden)) {
            deel.criteria.push_back(c.code);
            if (const auto antwoord = scoring::antwoord(b, c.code, c.keuze)) antwoorden[c.code] = *antwoord;
            out.criteria.push_back(std::move(c));
        }
        te.werkprocessen.push_back(std::move(deel));
        out.werkprocessen.push_back(
            {w.code.value, w.titel.value, velden.value(w.code.value + "-resultaat"), {}, paper_of(velden, w.code.value + "-resultaat")});
    }
    out.aangekruist = velden.value(kerntaak.code.value + "-resultaat");
    out.papier = paper_of(velden, kerntaak.code.value + "-resultaat");
    out.uitslag = scoring::kerntaak_uitslag(b, te, antwoorden);
    for (std::size_t i = 0; i < out.werkprocessen.size(); ++i) out.werkprocessen[i].uitslag = out.uitslag->werkprocessen[i];
}

void attempt(Formulier& out, const Velden& velden) {
    const std::string poging = velden.value("poging");
    if (poging.empty()) return;
    if (poging.size() == 1 && poging[0] >= '1' && poging[0] <= '9') {
        out.poging = poging[0] - '0';
        out.poging_genoemd = true;
    } else {
        out.bevindingen.push_back(
            {"poging-onleesbaar", "", "Bij poging staat geen getal van 1 tot en met 9. Er is gerekend met poging 1.", true});
    }
}

Formulier read_one(const std::string& bestand, std::size_t nummer, const Velden& velden, const filled::FilledPdf& pdf, const Kader& kader) {
    Formulier out;
    out.bestand = bestand;
    out.nummer = nummer;
    out.document = velden.value("document");
    out.kenmerk = velden.value("kenmerk");
    out.dossier = velden.value("dossier");
    out.versie = velden.value("versie");
    if (pdf.condition == filled::Condition::stray_page) {  // add_condition says why
        if (pdf.paper) out.bladen = pdf.paper->pages;
        return out;
    }
    if (out.document.empty() || out.kenmerk.empty()) {
        out.herkomst = Herkomst::geen_formulier;
        out.bevindingen.push_back({"geen-formulier", "", "Dit is geen formulier van Dossier: documentnummer of kenmerk ontbreekt.", true});
        return out;
    }
    if (pdf.paper) out.bladen = pdf.paper->pages;
    out.handtekeningen = signatures_of(pdf, nummer);
    who(out, velden);
    attempt(out, velden);
    Gevonden g = find(kader.nu, out.document, out.kenmerk);
    out.herkomst = g.soort ? Herkomst::deze_versie : Herkomst::onbekende_versie;
    if (!g.soort && kader.oud) {
        g = find(*kader.oud, out.document, out.kenmerk);
        if (g.soort) out.herkomst = Herkomst::oude_versie;
    }
    if (g.soort) {
        out.titel = g.soort->titel;
        out.profiel = g.versie->dossier->profielen[g.soort->profiel].code.value;
        out.kerntaak = g.soort->kerntaak;
        const model::Kerntaak* kerntaak = kerntaak_of(g);
        // Only a form that asks for the result of the kerntaak assesses it.
        if (kerntaak) out.kerntaak_titel = kerntaak->titel.value;
        if (kerntaak && velden.find(kerntaak->code.value + "-resultaat")) assess(out, *kerntaak, *g.versie->dossier, velden);
    }
    find_all(out, velden, g.versie ? g.versie->dossier : nullptr, kader);
    return out;
}

/// "scan.pdf, bladzijde 3 tot en met 8", "a.jpg, b.jpg", "scan.pdf, bladzijde 3, 7 en 8".
std::string bladzijden(const std::vector<filled::PaperPage>& pages) {
    std::string out;
    for (std::size_t i = 0; i < pages.size();) {
        std::vector<std::uint32_t> own;
        const std::string& file = pages[i].file;
        for (; i < pages.size() && pages[i].file == file; ++i) own.push_back(pages[i].page);
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
        if (!out.empty()) out += "; ";
        out += file;
        if (own.front() == 0) continue;  // of a file without pages
        out += (own.size() > 1 ? ", bladzijden " : ", bladzijde ");
        const bool run = own.size() > 2 && own.back() - own.front() + 1 == own.size();
        std::vector<std::string> words;
        words.reserve(own.size());
        for (const std::uint32_t n : own) words.push_back(std::to_string(n));
        out += run ? words.front() + " tot en met " + words.back() : joined(words);
    }
    return out;
}

}  // namespace

std::string_view woord(Herkomst herkomst) {
    switch (herkomst) {
        case Herkomst::deze_versie: return "deze versie";
        case Herkomst::oude_versie: return "oude versie";
        case Herkomst::onbekende_versie: return "onbekende versie";
        case Herkomst::onleesbaar: return "onleesbaar";
        case Herkomst::geen_formulier: return "geen formulier";
    }
    return "";
}

bool Formulier::nakijken() const {
    return std::any_of(bevindingen.begin(), bevindingen.end(), [](const Bevinding& b) { return b.nakijken; });
}

std::string Formulier::plaats() const {
    if (!bladen.empty()) return bladzijden(bladen);
    return nummer == 0 ? bestand : bestand + ", formulier " + std::to_string(nummer);
}

std::vector<Formulier> read_formulieren(const std::string& bestand, const filled::FilledPdf& pdf, const Kader& kader) {
    std::vector<Formulier> out;
    for (const auto& [nummer, velden] : forms_of(pdf)) out.push_back(read_one(bestand, nummer, velden, pdf, kader));
    if (out.empty()) {
        out.emplace_back();
        out.back().bestand = bestand;
        if (pdf.paper) out.back().bladen = pdf.paper->pages;
    }
    for (Formulier& f : out) add_condition(f, pdf);
    return out;
}

}  // namespace dossier::resultaten
