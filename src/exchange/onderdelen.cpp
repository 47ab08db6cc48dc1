#include "exchange/onderdelen.hpp"

#include "xml/escape.hpp"

#include <algorithm>

namespace dossier::exchange {
namespace {

using model::Blok;
using model::BlokSoort;
using model::Dossier;
using model::Kerntaak;
using model::Profiel;
using model::Tekst;
using model::Werkproces;

void add_section(std::vector<Sectie>& out, const std::string& kop, const Tekst& tekst) {
    if (!tekst.empty()) out.push_back({kop, tekst});
}

Tekst one_line(std::string text) {
    Tekst tekst;
    if (!text.empty()) tekst.blokken.push_back({BlokSoort::alinea, "", std::move(text), {}});
    return tekst;
}

void add_vakkennis(KerntaakDeel& deel, const model::Vakkennis& vakkennis, bool aanvullend) {
    for (const model::Rubriek& rubriek : vakkennis.rubrieken)
        for (const model::Text& item : rubriek.items) {
            const std::string code = deel.bron->code.value + "-V" + std::to_string(deel.vakkennis.size() + 1);
            const std::string low = lower(item.value);
            const bool kennis = low.starts_with("heeft ") && low.find("kennis") != std::string::npos;
            deel.vakkennis.push_back({code, item.value, rubriek.titel.value, aanvullend, false, kennis});
        }
}

class Taker {
public:
    Taker(const Dossier& dossier, const Profiel& profiel)
        : d_(dossier), p_(profiel), marked_(" (" + lower_first(aanvullend_voor(profiel)) + ")") {}

    [[nodiscard]] KerntaakDeel kerntaak(const Kerntaak& k) const {
        KerntaakDeel deel{&k, {}, {}, {}};
        add_section(deel.secties, "Complexiteit", k.complexiteit);
        for (const auto& eis : k.aanvullende_eisen)
            if (mine(eis.profiel)) add_section(deel.secties, "Complexiteit" + marked_, eis.complexiteit);
        add_section(deel.secties, "Verantwoordelijkheid en zelfstandigheid", k.verantwoordelijkheid);
        for (const auto& eis : k.aanvullende_eisen)
            if (mine(eis.profiel)) add_section(deel.secties, "Verantwoordelijkheid en zelfstandigheid" + marked_, eis.verantwoordelijkheid);
        add_vakkennis(deel, k.vakkennis, false);
        for (const auto& eis : k.aanvullende_eisen)
            if (mine(eis.profiel)) add_vakkennis(deel, eis.vakkennis, true);
        for (const Werkproces& w : k.werkprocessen) deel.werkprocessen.push_back(werkproces(w));
        return deel;
    }

private:
    static std::string lower_first(std::string text) {
        text[0] = static_cast<char>(text[0] | 0x20);
        return text;
    }
    [[nodiscard]] bool mine(const model::Text& profiel) const { return profiel.value == p_.code.value; }

    [[nodiscard]] WerkprocesDeel werkproces(const Werkproces& w) const {
        WerkprocesDeel deel{&w, {}, {}};
        const auto sections = [&](const std::string& kop, const Tekst& own, auto&& field) {
            add_section(deel.secties, kop, own);
            for (const auto& eis : w.aanvullende_eisen)
                if (mine(eis.profiel)) add_section(deel.secties, kop + marked_, field(eis));
        };
        sections("Omschrijving", w.omschrijving, [](const auto& eis) { return eis.omschrijving; });
        sections("Resultaat", w.resultaat, [](const auto& eis) { return eis.resultaat; });
        sections("Competenties", one_line(model::comma_list(w.competenties)),
                 [](const auto& eis) { return one_line(model::comma_list(eis.competenties)); });
        add_criteria(deel, w.gedrag, false);
        for (const auto& eis : w.aanvullende_eisen)
            if (mine(eis.profiel)) add_criteria(deel, eis.gedrag, true);
        return deel;
    }

    void add_criteria(WerkprocesDeel& deel, const model::Gedrag& gedrag, bool aanvullend) const {
        int number = gedrag.eerste_nummer;
        for (const model::Text& criterium : gedrag.criteria) {
            std::string code = model::criteriumcode(*deel.bron, number++);
            const bool cruciaal = scoring::is_cruciaal(d_.beoordeling, code);
            deel.criteria.push_back({std::move(code), criterium.value, "", aanvullend, cruciaal, false});
        }
    }

    const Dossier& d_;
    const Profiel& p_;
    std::string marked_;
};

void add_plain(const std::vector<Blok>& blokken, const std::string& indent, std::string& out) {
    for (const Blok& blok : blokken) {
        if (blok.punten.empty()) out += indent + (blok.teken.empty() ? "" : blok.teken + ' ') + blok.tekst + '\n';
        for (const model::Punt& punt : blok.punten) {
            out += indent + punt.teken + ' ' + punt.tekst + '\n';
            add_plain(punt.onder, indent + "  ", out);
        }
    }
}

/// Whether a list counts 1, 2, 3 as an <ol> does by itself.
bool counts(const Blok& blok) {
    for (std::size_t i = 0; i < blok.punten.size(); ++i)
        if (blok.punten[i].teken != std::to_string(i + 1) + '.') return false;
    return true;
}

void add_xhtml(const std::vector<Blok>& blokken, std::string& out) {
    for (const Blok& blok : blokken) {
        if (blok.punten.empty()) {
            out += "<p>" + xml::xml_escaped(blok.teken.empty() ? blok.tekst : blok.teken + ' ' + blok.tekst, false) + "</p>";
            continue;
        }
        const bool numbered = blok.soort == BlokSoort::nummering && counts(blok);
        const std::string_view list = numbered ? "ol" : "ul";
        out.append("<").append(list).append(">");
        for (const model::Punt& punt : blok.punten) {
            const bool keep_sign = blok.soort == BlokSoort::nummering && !numbered;
            out += "<li>" + xml::xml_escaped(keep_sign ? punt.teken + ' ' + punt.tekst : punt.tekst, false);
            add_xhtml(punt.onder, out);
            out += "</li>";
        }
        out.append("</").append(list).append(">");
    }
}

}  // namespace

std::vector<KerntaakDeel> delen_van(const Dossier& dossier, const Profiel& profiel) {
    const Taker taker(dossier, profiel);
    std::vector<KerntaakDeel> delen;
    for (const Kerntaak& k : dossier.basisdeel.kerntaken) delen.push_back(taker.kerntaak(k));
    for (const Kerntaak& k : profiel.kerntaken) delen.push_back(taker.kerntaak(k));
    return delen;
}

std::string aanvullend_voor(const Profiel& profiel) { return "Aanvullende eis voor " + profiel.naam.value; }

std::size_t laagste_voldoende(const std::vector<scoring::Stap>& stappen) {
    const auto lowest = std::find_if(stappen.begin(), stappen.end(), [](const scoring::Stap& s) { return s.voldoende; });
    if (lowest != stappen.end()) return static_cast<std::size_t>(lowest - stappen.begin());
    return stappen.empty() ? 0 : stappen.size() - 1;
}

std::string plain_text(const Tekst& tekst) {
    std::string out;
    add_plain(tekst.blokken, "", out);
    if (!out.empty()) out.pop_back();
    return out;
}

std::string xhtml_text(const Tekst& tekst, std::string_view kop) {
    std::string out = kop.empty() ? std::string() : "<p><strong>" + xml::xml_escaped(kop, false) + "</strong></p>";
    add_xhtml(tekst.blokken, out);
    return out;
}

std::string identity(const Dossier& dossier, const Profiel& profiel) {
    std::string id = dossier.crebo.value.empty() ? slug(dossier.naam.value) : dossier.crebo.value;
    if (!dossier.versie.value.empty()) id += '-' + slug(dossier.versie.value);
    return id + '-' + slug(profiel.code.value);
}

}  // namespace dossier::exchange
