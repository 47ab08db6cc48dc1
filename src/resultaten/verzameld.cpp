/// What only shows when the forms lie side by side.

#include "resultaten/personen.hpp"
#include "resultaten/resultaten.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace dossier::resultaten {
namespace {

using scoring::Antwoord;

/// Forms of one candidate, kerntaak and attempt that are held against each other, and named.
constexpr std::size_t kMostTogether = 10;

class Verzamelaar {
public:
    Verzamelaar(Resultaten& out, const Kader& kader) : out_(out), forms_(out.formulieren), kader_(kader) {}

    void run(std::string_view zout) {
        const Personen personen = personen_van(forms_);
        // Whatever is told from here on has nothing of a person in it, for the forms have not.
        if (!zout.empty()) anonimiseer(forms_, zout);
        for (const Verschil& v : personen.verschillen) forms_[v.formulier].bevindingen.push_back(bevinding(v, forms_, !zout.empty()));
        for (const auto& [key, indices] : personen.formulieren) person(indices);
        std::stable_sort(out_.standen.begin(), out_.standen.end(), [](const Stand& a, const Stand& b) {
            return std::tie(a.studentnummer, a.naam, a.profiel, a.kerntaak) < std::tie(b.studentnummer, b.naam, b.profiel, b.kerntaak);
        });
        count();
    }

private:
    /// What the first of these forms that says it has for `field`.
    [[nodiscard]] std::string first_of(const std::vector<std::size_t>& indices, std::string Formulier::*field) const {
        for (const std::size_t i : indices)
            if (!(forms_[i].*field).empty()) return forms_[i].*field;
        return "";
    }

    /// All forms of one person.
    void person(const std::vector<std::size_t>& indices) {
        const std::string nummer = first_of(indices, &Formulier::studentnummer), naam = first_of(indices, &Formulier::naam);
        std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> groups;  // by profiel and kerntaak
        for (const std::size_t i : indices) groups[{forms_[i].profiel, forms_[i].kerntaak}].push_back(i);
        for (auto& [key, group] : groups) {
            Stand out = stand(group);
            out.studentnummer = nummer;
            out.naam = naam;
            out_.standen.push_back(std::move(out));
        }
    }

    /// Of a person, profiel and kerntaak.
    Stand stand(std::vector<std::size_t>& indices) {
        std::stable_sort(indices.begin(), indices.end(),
                         [this](std::size_t a, std::size_t b) { return forms_[a].poging < forms_[b].poging; });
        const Formulier& first = forms_[indices.front()];
        Stand out{"", "", first.groep, first.profiel, first.kerntaak, first.kerntaak_titel, indices, {}};
        bool sure = true;
        std::vector<scoring::Poging> attempts;
        std::vector<std::size_t> of_attempt;
        for (std::size_t at = 0; at < indices.size();) {
            std::size_t end = at;
            while (end < indices.size() && forms_[indices[end]].poging == forms_[indices[at]].poging) ++end;
            if (end - at > 1) sure = several(indices, at, end) && sure;
            const Formulier& f = forms_[indices[at]];
            attempts.push_back({f.poging, f.uitslag->uitslag, f.uitslag->cijfer});
            of_attempt.push_back(indices[at]);
            at = end;
        }
        const model::Dossier& d = *kader_.nu.dossier;
        if (sure)
            if (const auto which = scoring::telt(d.beoordeling.herkansing, attempts)) out.telt = of_attempt[*which];
        if (sure && !out.telt && attempts.size() > 1)
            for (const std::size_t i : indices)
                forms_[i].bevindingen.push_back(
                    {"welke-poging", forms_[i].kerntaak,
                     "Er is meer dan een poging en het dossier zegt niet welke telt. Zet dat onder herkansing bij de beoordeling.", true});
        return out;
    }

    /// Forms [at, end) are of one person, kerntaak and attempt. True when it does not matter which of them counts.
    bool several(const std::vector<std::size_t>& indices, std::size_t at, std::size_t end) {
        bool assessors = true;
        std::set<std::string> names;
        for (std::size_t i = at; i < end; ++i) {
            const std::string& name = forms_[indices[i]].beoordelaar1;
            assessors = assessors && !name.empty() && names.insert(naamsleutel(name)).second;
        }
        bool same = true;
        for (std::size_t i = at; i < end; ++i)
            for (std::size_t j = i + 1; j < std::min(end, i + kMostTogether); ++j) {
                const bool equal = forms_[indices[i]].uitslag->uitslag == forms_[indices[j]].uitslag->uitslag;
                same = same && equal;
                if (assessors) out_.overeenstemming.push_back(compare(indices[i], indices[j]));
            }
        for (std::size_t i = at; i < end; ++i) {
            Formulier& f = forms_[indices[i]];
            const std::string others = others_of(indices, at, end, i);
            if (!assessors)
                f.bevindingen.push_back(
                    {"dubbel", f.kerntaak, "Van deze kandidaat, kerntaak en poging is er nog een formulier: " + others + '.', true});
            else if (!same)
                f.bevindingen.push_back(
                    {"beoordelaars-verschillen", f.kerntaak, "Een andere beoordelaar komt tot een andere uitslag: " + others + '.', true});
            else
                f.bevindingen.push_back({"twee-beoordelaars", f.kerntaak,
                                         "Een andere beoordelaar vulde ook een formulier in, met dezelfde uitslag: " + others + '.',
                                         false});
        }
        return assessors && same;
    }

    /// Where the others of [at, end) are, for people: nobody reads a hundred names, and a hundred forms each with them all are many.
    [[nodiscard]] std::string others_of(const std::vector<std::size_t>& indices, std::size_t at, std::size_t end, std::size_t own) const {
        std::vector<std::string> out;
        for (std::size_t j = at; j < end && out.size() < kMostTogether; ++j)
            if (j != own) out.push_back(forms_[indices[j]].plaats());
        const std::size_t more = end - at - 1 - out.size();
        return joined(out) + (more > 0 ? " en nog " + std::to_string(more) : "");
    }

    [[nodiscard]] Overeenstemming compare(std::size_t a, std::size_t b) const {
        Overeenstemming out{a, b, 0, 0, forms_[a].uitslag->uitslag == forms_[b].uitslag->uitslag};
        std::map<std::string, std::string> chosen;
        for (const CriteriumRegel& c : forms_[a].criteria)
            if (!c.keuze.empty()) chosen[c.code] = c.keuze;
        for (const CriteriumRegel& c : forms_[b].criteria) {
            const auto at = chosen.find(c.code);
            if (c.keuze.empty() || at == chosen.end()) continue;
            ++out.criteria;
            out.gelijk += at->second == c.keuze ? 1U : 0U;
        }
        return out;
    }

    void count() {
        std::map<std::tuple<std::string, std::string, std::string>, Telling> all;  // profiel, code, text: versions may differ
        for (const Formulier& f : forms_) {
            const Versie* versie = f.herkomst == Herkomst::deze_versie   ? &kader_.nu
                                   : f.herkomst == Herkomst::oude_versie ? &*kader_.oud
                                                                         : nullptr;
            if (!versie) continue;
            const model::Beoordeling& b = versie->dossier->beoordeling;
            const auto stappen = scoring::stappen(b);
            for (const CriteriumRegel& c : f.criteria) {
                const auto antwoord = scoring::antwoord(b, c.code, c.keuze);
                if (!antwoord || antwoord->wat != Antwoord::Wat::stap) continue;
                Telling& t = all.try_emplace({f.profiel, c.code, c.tekst}, Telling{c.code, c.werkproces, f.kerntaak, f.profiel, c.tekst})
                                 .first->second;
                ++t.beoordeeld;
                t.onvoldoende += stappen[antwoord->stap].voldoende ? 0U : 1U;
            }
        }
        for (auto& [key, telling] : all) out_.tellingen.push_back(std::move(telling));
        std::stable_sort(out_.tellingen.begin(), out_.tellingen.end(), [](const Telling& a, const Telling& b) {
            const std::size_t one = a.onvoldoende * b.beoordeeld, other = b.onvoldoende * a.beoordeeld;
            return one != other ? one > other : a.onvoldoende > b.onvoldoende;
        });
    }

    Resultaten& out_;
    std::vector<Formulier>& forms_;
    const Kader& kader_;
};

}  // namespace

bool Resultaten::nakijken() const {
    return std::any_of(formulieren.begin(), formulieren.end(), [](const Formulier& f) { return f.nakijken(); });
}

Resultaten verzameld(std::vector<Formulier> formulieren, const Kader& kader, std::string_view zout) {
    Resultaten out;
    out.formulieren = std::move(formulieren);
    Verzamelaar(out, kader).run(zout);
    return out;
}

}  // namespace dossier::resultaten
