#include "resultaten/findings.hpp"

#include "klassenlijst/klassenlijst.hpp"

#include <algorithm>

namespace dossier::resultaten {
namespace {

using filled::Condition;
using filled::Doubt;
using filled::Field;
using scoring::Antwoord;
using scoring::Uitslag;

class Finder {
public:
    Finder(Formulier& form, const Velden& velden, const model::Dossier* dossier, const Kader& kader)
        : form_(form), velden_(velden), dossier_(dossier), kader_(kader) {}

    void run() {
        version();
        doubts();
        marks();
        if (form_.beoordeelt() && dossier_) {
            who();
            criteria();
            results();
        } else if (dossier_ && form_.herkomst == Herkomst::deze_versie) {
            add("geen-beoordeling", "", "Dit formulier heeft geen uitslag van een kerntaak. Het telt niet mee.", false);
        }
        signatures();
    }

private:
    void add(std::string soort, std::string onderdeel, std::string tekst, bool nakijken = true) {
        form_.bevindingen.push_back({std::move(soort), std::move(onderdeel), std::move(tekst), nakijken});
    }

    // ---- which form ----

    void version() {
        if (form_.herkomst == Herkomst::onbekende_versie)
            add("andere-versie", "",
                "Het kenmerk " + form_.kenmerk +
                    " hoort niet bij dit dossier. Er is niets uitgerekend. Geef de oude versie mee met --oud.");
        if (form_.herkomst == Herkomst::oude_versie) changes_since();
    }

    /// The criteria that form `document` of a version is about; none of a form about a whole profiel.
    static std::vector<model::Criterium> criteria_of(const Versie& versie, const std::string& document) {
        std::vector<model::Criterium> out;
        const auto soort =
            std::find_if(versie.soorten.begin(), versie.soorten.end(), [&document](const FormulierSoort& s) { return s.id == document; });
        if (soort == versie.soorten.end()) return out;
        const model::Profiel& profiel = versie.dossier->profielen[soort->profiel];
        for (const model::Kerntaak* k : model::kerntaken_of(*versie.dossier, profiel))
            if (k->code.value == soort->kerntaak)
                for (const model::Werkproces& w : k->werkprocessen)
                    if (soort->werkproces.empty() || soort->werkproces == w.code.value)
                        for (model::Criterium& c : model::criteria_voor(w, profiel.code.value)) out.push_back(std::move(c));
        return out;
    }

    static const model::Criterium* find(const std::vector<model::Criterium>& criteria, const std::string& code) {
        const auto at = std::find_if(criteria.begin(), criteria.end(), [&code](const model::Criterium& c) { return c.code == code; });
        return at == criteria.end() ? nullptr : &*at;
    }

    /// Which criteria of the form are other, or gone, in the dossier of today. The dossiers say it, not the form: an observation has
    /// no choices, and where a dossier has no criteria assessors write their own, which no version can drop.
    void changes_since() {
        const std::vector<model::Criterium> then = criteria_of(*kader_.oud, form_.document), now = criteria_of(kader_.nu, form_.document);
        std::vector<std::string> changed, gone, added;
        for (const model::Criterium& c : then) {
            const model::Criterium* today = find(now, c.code);
            if (!today) gone.push_back(c.code);
            else if (*today->tekst != *c.tekst) changed.push_back(c.code);
        }
        for (const model::Criterium& c : now)
            if (!find(then, c.code)) added.push_back(c.code);
        std::string what;
        const auto tell = [&what](const char* word, const std::vector<std::string>& codes) {
            if (!codes.empty()) what += std::string(" ") + word + ": " + joined(codes) + ".";
        };
        tell("Gewijzigd", changed);
        tell("Vervallen", gone);
        tell("Nieuw", added);
        if (what.empty() && !then.empty()) what = " De criteria zijn gelijk gebleven.";
        add("andere-versie", "",
            std::string("Dit formulier is van de oude versie van het dossier") +
                (form_.beoordeelt() ? "; de uitslag is volgens die versie uitgerekend." : ".") + what);
    }

    // ---- what the paper leaves open ----

    [[nodiscard]] const filled::OnPaper* paper(std::string_view name) const {
        const Field* f = velden_.find(name);
        return f && f->paper ? &*f->paper : nullptr;
    }
    /// Whether a bevinding says already why this field has no value: one of itself, or that its page is not there.
    [[nodiscard]] bool open_on_paper(std::string_view name) const {
        const filled::OnPaper* p = paper(name);
        return p && (p->doubt != filled::OnPaper::Doubt::none || p->page == 0);
    }

    void marks() {
        std::vector<std::string> written;
        for (const auto& [name, field] : velden_.all()) {
            if (!field->paper || field->paper->doubt == filled::OnPaper::Doubt::none) continue;
            if (field->paper->doubt == filled::OnPaper::Doubt::handwriting) written.push_back(spaced(name));
            else mark(name, *field->paper);
        }
        if (!written.empty()) add("handschrift", "", "Met de pen ingevuld en nog niet overgenomen: " + joined(written) + '.');
    }

    void mark(const std::string& name, const filled::OnPaper& p) {
        using D = filled::OnPaper::Doubt;
        static const std::map<D, std::string> kWhy{{D::faint, "een zwak of klein teken"},
                                                   {D::two_marks, "meer dan een keuze aangekruist"},
                                                   {D::corrected, "een keuze zwart gemaakt en een andere aangekruist"},
                                                   {D::beside, "inkt naast de keuzes"},
                                                   {D::not_seen, "een deel van de keuzes niet te zien, of de scan te bleek of zwart-wit"}};
        constexpr std::string_view kResult = "-resultaat";
        const bool result = name.ends_with(kResult);
        const std::string code = result ? name.substr(0, name.size() - kResult.size()) : name;
        const auto why = kWhy.find(p.doubt);
        add("twijfel", code,
            "Op papier is bij " + (result ? "het resultaat van " + code : code) + ' ' +
                (why == kWhy.end() ? "iets onduidelijks" : why->second) + " (bladzijde " + std::to_string(p.page) + ")." +
                (p.looks_like.empty() ? "" : " Het lijkt " + quoted(spaced(p.looks_like)) + '.'));
    }

    // ---- what the file itself is not sure of ----

    void doubts() {
        for (const auto& [name, field] : velden_.all()) {
            for (const Doubt d : field->doubts) {
                switch (d) {
                    case Doubt::page_differs:
                        add("tegenstrijdig", name,
                            "In het veld " + quoted(name) + " staat een andere keuze opgeslagen dan de bladzijde laat zien.");
                        break;
                    case Doubt::no_such_choice:
                        add("onmogelijke-waarde", name, "Het veld " + quoted(name) + " heeft een waarde die het niet kan hebben.");
                        break;
                    case Doubt::two_values:
                        add("tegenstrijdig", name,
                            "Het veld " + quoted(name) + " staat meer dan een keer in het bestand, met andere waarden.");
                        break;
                    case Doubt::not_text:
                        add("onmogelijke-waarde", name, "In het veld " + quoted(name) + " staan tekens die niet te lezen zijn.");
                        break;
                    case Doubt::not_listed: add("vreemd-veld", name, "Het veld " + quoted(name) + " hoort niet bij dit formulier."); break;
                }
            }
        }
    }

    // ---- who ----

    void who() {
        if (form_.studentnummer.empty() && !open_on_paper("studentnummer"))
            add("kandidaat-ontbreekt", "", "Het studentnummer is niet ingevuld.");
        if (form_.naam.empty() && !open_on_paper("kandidaat")) add("kandidaat-ontbreekt", "", "De naam van de kandidaat is niet ingevuld.");
        if (form_.beoordelaar1.empty() && !open_on_paper("beoordelaar-1"))
            add("beoordelaar-ontbreekt", "", "Beoordelaar 1 is niet ingevuld.");
        if (form_.beoordelaar2.empty() && !open_on_paper("beoordelaar-2"))
            add("beoordelaar-ontbreekt", "", "Beoordelaar 2 is niet ingevuld.");
        const std::string typed = velden_.value("datum");
        const auto day = klassenlijst::day_of(typed);
        form_.datum = day.value_or(typed);
        if (open_on_paper("datum")) return;
        if (typed.empty()) add("datum-ontbreekt", "", "De datum van de beoordeling is niet ingevuld.");
        else if (!day) add("datum-onleesbaar", "", "De datum van de beoordeling is geen dag zoals 1-6-2026.");
    }

    // ---- what was chosen ----

    void criteria() {
        const auto stappen = scoring::stappen(dossier_->beoordeling);
        for (const CriteriumRegel& c : form_.criteria) {
            const auto antwoord = scoring::antwoord(dossier_->beoordeling, c.code, c.keuze);
            if (open_on_paper(c.code)) continue;
            if (!antwoord) {
                add("onmogelijke-waarde", c.code, "Bij criterium " + c.code + " staat een keuze die het formulier niet heeft.");
            } else if (antwoord->wat == Antwoord::Wat::niets) {
                add("niet-aangekruist", c.code, "Bij criterium " + c.code + " is niets aangekruist.");
            } else if (antwoord->wat == Antwoord::Wat::stap && !stappen[antwoord->stap].voldoende && c.motivering.empty()) {
                add("motivering-ontbreekt", c.code, "Criterium " + c.code + " is onvoldoende en heeft geen motivering.");
            }
            if (velden_.find(c.code + "-criterium") && c.tekst.empty())
                add("criterium-ontbreekt", c.code, "Bij " + c.code + " is iets aangekruist, maar staat er niet welk criterium het is.");
        }
        for (const WerkprocesRegel& w : form_.werkprocessen)
            if (w.uitslag && w.uitslag->criteria.van == 0 && w.uitslag->cruciaal.empty() && none_of(w.code))
                add("niet-aangekruist", w.code, "Bij werkproces " + w.code + " zijn geen criteria ingevuld.");
    }

    [[nodiscard]] bool none_of(const std::string& werkproces) const {
        return std::none_of(form_.criteria.begin(), form_.criteria.end(),
                            [&](const CriteriumRegel& c) { return c.werkproces == werkproces; });
    }

    // ---- what it comes to ----

    /// Whether a ticked result is enough; nullopt for nothing, and for "niet beoordeeld" and the like.
    [[nodiscard]] std::optional<bool> ticked(const std::string& sleutel) const {
        for (const scoring::Stap& s : scoring::stappen(dossier_->beoordeling))
            if (s.sleutel == sleutel) return s.voldoende;
        return std::nullopt;
    }

    void result(const std::string& code, const std::string& soort, const std::string& aangekruist, Uitslag uitslag,
                const std::string& zin) {
        if (open_on_paper(code + "-resultaat")) {
        } else if (aangekruist.empty()) {
            add("uitslag-ontbreekt", code, "Bij " + soort + ' ' + code + " is geen resultaat aangekruist.");
        } else if (uitslag != Uitslag::onbeslist && ticked(aangekruist) != (uitslag == Uitslag::voldoende)) {
            add("uitslag-verschilt", code,
                "Bij " + soort + ' ' + code + " is " + quoted(aangekruist) + " aangekruist, maar de uitslag is " +
                    std::string(scoring::woord(uitslag)) + ": " + zin + '.');
        }
        if (uitslag == Uitslag::onbeslist)
            add("onbeslist", code, "De uitslag van " + soort + ' ' + code + " staat niet vast: " + zin + '.');
    }

    void results() {
        for (const WerkprocesRegel& w : form_.werkprocessen)
            if (w.uitslag) result(w.code, "werkproces", w.aangekruist, w.uitslag->uitslag, w.uitslag->zin);
        result(form_.kerntaak, "kerntaak", form_.aangekruist, form_.uitslag->uitslag, form_.uitslag->zin);
        if (!scoring::mag(dossier_->beoordeling.herkansing, form_.poging))
            add("poging-te-veel", "", "Dit is poging " + std::to_string(form_.poging) + "; zoveel pogingen zijn er niet.");
    }

    // ---- signatures ----

    /// "beoordelaar 1" of the field "handtekening-beoordelaar-1", in a bundle too; a field of another name by that name.
    static std::string signer(std::string_view field) {
        constexpr std::string_view kBegin = "handtekening-";
        const std::size_t at = field.find(kBegin);
        if (at == std::string_view::npos) return quoted(field);
        return spaced(field.substr(at + kBegin.size()));
    }

    void signatures() {
        bool any = !form_.bladen.empty();  // on paper nobody signs digitally
        std::vector<std::string> missing;
        for (const auto& [name, field] : velden_.all()) {
            if (field->kind != filled::Kind::signature) continue;
            any = any || field->signed_here;
            if (!field->signed_here && !open_on_paper(name)) missing.push_back(signer(name));
        }
        if (form_.beoordeelt() && !missing.empty())
            add("handtekening-ontbreekt", "",
                std::string(any ? "Niet getekend door: " : "Niet digitaal getekend door: ") + joined(missing) + ".",
                kader_.handtekening_nodig || any);
        for (const filled::Signature& s : form_.handtekeningen) {
            if (s.state == filled::Signature::State::broken)
                add("handtekening-gebroken", s.field, "De handtekening van " + signer(s.field) + " klopt niet met het bestand.");
            if (s.state == filled::Signature::State::unknown)
                add("handtekening-onbekend", s.field,
                    "De handtekening van " + signer(s.field) + " is van een soort die niet is na te gaan.");
            std::vector<std::string> after;
            for (const std::string& name : s.changed_after)
                if (const Field* f = find_full(name); !f || f->kind != filled::Kind::signature) after.push_back(name);
            if (!after.empty())
                add("na-ondertekening", s.field, "Na de handtekening van " + signer(s.field) + " veranderde: " + joined(after) + ".");
            else if (s.state == filled::Signature::State::intact && s.covers == filled::Signature::Covers::part)
                add("handtekening-onbekend", s.field, "De handtekening van " + signer(s.field) + " dekt niet het hele formulier.");
        }
    }

    [[nodiscard]] const Field* find_full(const std::string& name) const {
        for (const auto& [own, field] : velden_.all())
            if (field->name == name) return field;
        return nullptr;
    }

    Formulier& form_;
    const Velden& velden_;
    const model::Dossier* dossier_;
    const Kader& kader_;
};

}  // namespace

void find_all(Formulier& form, const Velden& velden, const model::Dossier* dossier, const Kader& kader) {
    Finder(form, velden, dossier, kader).run();
}

namespace {

struct Woorden {
    const char* soort;
    std::string tekst;
    bool nakijken = true;
};
Woorden words_of(const filled::PaperProblem& p, const Formulier& form) {
    using K = filled::PaperProblem::Kind;
    const std::string n = std::to_string(p.number);
    switch (p.kind) {
        case K::missing: return {"bladzijde-ontbreekt", "Bladzijde " + n + " van het formulier is niet gescand."};
        case K::twice: return {"bladzijde-dubbel", "Bladzijde " + n + " van het formulier is twee keer gescand.", false};
        case K::nobody:
            return {
                "kandidaat-onbekend",
                "Op papier staat een code voor de kandidaat. Geef de klassenlijst mee met --klassenlijst, of neem naam en nummer over."};
        case K::not_on_list: return {"kandidaat-onbekend", "De code op het papier hoort bij niemand op de klassenlijst."};
        case K::more_than_one:
            return {"kandidaat-onbekend", "De code op het papier kan bij meer dan een kandidaat op de klassenlijst horen."};
        case K::order_unsure:
            return {"volgorde-onzeker",
                    "Dit papier is zonder naam geprint en de bladzijden lagen door elkaar. Kijk of ze alle van dezelfde kandidaat zijn."};
        case K::no_code:
            return {"bladzijde-onbekend", "De code rechtsboven op deze bladzijde is niet te lezen. Scan de bladzijde opnieuw."};
        case K::foreign_code: return {"bladzijde-onbekend", "De code op deze bladzijde is niet van een formulier van Dossier."};
        case K::unknown_form:
            return {"andere-versie", "Deze bladzijde is van " + form.document + " met kenmerk " + form.kenmerk +
                                         ". Dat formulier hoort niet bij dit dossier. Geef de oude versie mee met --oud."};
        case K::other_places:
            return {"andere-sjablonen", "Deze bladzijde is van " + form.document +
                                            ", maar met andere sjablonen gemaakt dan er nu zijn. Geef die sjablonen mee met --templates."};
        case K::not_placed:
            return {"bladzijde-onleesbaar",
                    "De vakjes op deze bladzijde zijn niet te vinden: er ontbreekt een hoek, of het papier ligt scheef of gevouwen. Scan "
                    "opnieuw."};
        case K::unreadable: return {"bladzijde-onleesbaar", "Dit is geen afbeelding, of ze is beschadigd."};
        case K::too_much: return {"te-groot", "Deze afbeelding vraagt meer tijd of geheugen dan een bladzijde mag."};
    }
    return {"bladzijde-onbekend", ""};
}

}  // namespace

void add_condition(Formulier& form, const filled::FilledPdf& pdf) {
    const auto add = [&form](std::string soort, std::string tekst, bool unreadable) {
        form.bevindingen.insert(form.bevindingen.begin(), {std::move(soort), "", std::move(tekst), true});
        if (unreadable) form.herkomst = Herkomst::onleesbaar;
    };
    switch (pdf.condition) {
        case Condition::form:
            if (pdf.fields.empty()) add("geen-formulier", "Deze PDF heeft geen invulvelden.", true);
            break;
        case Condition::no_fields:
            add("plat",
                pdf.identifier.starts_with("dossier:")
                    ? "Dit formulier is plat gemaakt of als nieuwe PDF afgedrukt: de velden zijn weg. Vraag het ingevulde formulier zelf."
                    : "Deze PDF heeft geen invulvelden: een plat gemaakt of afgedrukt formulier, een scan, of iets anders.",
                true);
            break;
        case Condition::damaged:
            add("beschadigd", "Het bestand is beschadigd. Wat er nog in stond is gelezen, maar kan onvolledig zijn.", false);
            break;
        case Condition::unreadable: add("beschadigd", "Het bestand is beschadigd en niet te lezen.", true); break;
        case Condition::locked: add("vergrendeld", "Het bestand vraagt om een wachtwoord.", true); break;
        case Condition::not_pdf: add("geen-pdf", "Dit bestand is geen PDF.", true); break;
        case Condition::too_much: add("te-groot", "Het bestand vraagt meer tijd of geheugen dan een formulier mag.", true); break;
        case Condition::stray_page: form.herkomst = Herkomst::onleesbaar; break;
        case Condition::unread: add("niet-gelezen", "Het bestand is niet gelezen.", true); break;
    }
    if (!pdf.paper) return;
    for (const filled::PaperProblem& p : pdf.paper->problems) {
        Woorden w = words_of(p, form);
        form.bevindingen.push_back({w.soort, "", std::move(w.tekst), w.nakijken});
    }
}

}  // namespace dossier::resultaten
