#include "resultaten/personen.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>

namespace dossier::resultaten {
namespace {

/// A number that a whole school typed alike would give each form a list of all others.
constexpr std::size_t kMostOthers = 3;

bool is_space(char32_t c) { return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00a0'; }

/// `text` as it is compared, with `between` for each run of spaces inside it.
std::string sleutel(std::string_view text, std::string_view between) {
    const std::string plain = lower(unicode::normalised(text));
    std::string out;
    bool gap = false;
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t begin = at;
        if (is_space(decode_utf8(plain, at))) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += between;
        gap = false;
        out.append(plain, begin, at - begin);
    }
    return out;
}

/// By each way in which something is written: the first form that has it.
using Eerste = std::map<std::string, std::size_t>;

/// What the forms of one person call them.
struct Aanduidingen {
    Eerste namen;                              ///< by naamsleutel
    std::map<std::string, Eerste> spellingen;  ///< of each of these
    Eerste nummers;

    void add(const Formulier& f, std::size_t i) {
        if (!f.studentnummer.empty()) nummers.try_emplace(unicode::normalised(f.studentnummer), i);
        if (f.naam.empty()) return;
        const std::string naam = naamsleutel(f.naam);
        namen.try_emplace(naam, i);
        spellingen[naam].try_emplace(unicode::normalised(f.naam), i);
    }
};

void compare(Verschil::Wat wat, std::size_t form, const Eerste& all, const std::string& own, std::vector<Verschil>& out) {
    if (all.size() < 2) return;
    Verschil found{wat, form, {}, 0};
    for (const auto& [way, first] : all) {
        if (found.andere.size() == kMostOthers) break;
        if (way != own) found.andere.push_back(first);
    }
    std::sort(found.andere.begin(), found.andere.end());
    found.meer = all.size() - 1 - found.andere.size();
    out.push_back(std::move(found));
}

void compare(const Aanduidingen& all, const Formulier& f, std::size_t i, std::vector<Verschil>& out) {
    using Wat = Verschil::Wat;
    if (!f.studentnummer.empty()) compare(Wat::spelling_van_nummer, i, all.nummers, unicode::normalised(f.studentnummer), out);
    if (f.naam.empty()) return;
    const std::string naam = naamsleutel(f.naam);
    compare(Wat::andere_naam, i, all.namen, naam, out);
    compare(Wat::spelling_van_naam, i, all.spellingen.at(naam), unicode::normalised(f.naam), out);
}

}  // namespace

std::string naamsleutel(std::string_view naam) { return sleutel(naam, " "); }

std::string persoonsleutel(const Formulier& f) {
    if (std::string nummer = sleutel(f.studentnummer, ""); !nummer.empty()) return nummer;
    const std::string naam = naamsleutel(f.naam);
    return naam.empty() ? "" : '\n' + naam;  // no number has a line end, so none is a name
}

Personen personen_van(const std::vector<Formulier>& formulieren) {
    Personen out;
    for (std::size_t i = 0; i < formulieren.size(); ++i) {
        if (!formulieren[i].beoordeelt()) continue;
        if (std::string wie = persoonsleutel(formulieren[i]); !wie.empty()) out.formulieren[std::move(wie)].push_back(i);
    }
    for (const auto& [wie, indices] : out.formulieren) {
        Aanduidingen all;
        for (const std::size_t i : indices) all.add(formulieren[i], i);
        for (const std::size_t i : indices) compare(all, formulieren[i], i, out.verschillen);
    }
    return out;
}

Bevinding bevinding(const Verschil& verschil, const std::vector<Formulier>& formulieren, bool pseudoniemen) {
    const bool number = verschil.wat == Verschil::Wat::spelling_van_nummer;
    const auto said = [&](std::size_t i) { return quoted(number ? formulieren[i].studentnummer : formulieren[i].naam); };
    std::vector<std::string> others;
    for (const std::size_t i : verschil.andere)
        others.push_back(pseudoniemen ? formulieren[i].plaats() : said(i) + " (" + formulieren[i].plaats() + ')');
    std::string list = joined(others);
    if (verschil.meer > 0) list += " en nog " + std::to_string(verschil.meer);
    if (verschil.wat == Verschil::Wat::andere_naam)
        return {"nummer-twee-namen", "", "Onder dit studentnummer staat op een ander formulier een andere naam: " + list + '.', true};
    return {"andere-schrijfwijze", "",
            std::string(number ? "Het studentnummer" : "De naam") + " van deze kandidaat is op een ander formulier anders geschreven: " +
                (pseudoniemen ? list : "hier " + said(verschil.formulier) + ", daar " + list) +
                ". Het verschil zit in hoofdletters of spaties.",
            true};
}

void anonimiseer(std::vector<Formulier>& formulieren, std::string_view zout) {
    constexpr const char* kLeftOut = "(weggelaten)";
    const auto pseudonym = [zout](std::string_view kind, const std::string& sleutel) {
        if (sleutel.empty()) return sleutel;
        std::string all(zout);
        (((all += '\0') += kind) += '\0') += sleutel;
        return std::string(kind) + '-' + hex(sha256(all)).substr(0, 10);
    };
    std::map<std::string, std::string> files;
    const auto hide = [&files](std::string& name) {
        const auto [at, fresh] = files.try_emplace(name);
        if (fresh) at->second = "bestand-" + std::to_string(files.size());
        name = at->second;
    };
    for (Formulier& f : formulieren) {
        // A number is the person; the name stands for them only where there is no number.
        const std::string who = pseudonym("kandidaat", persoonsleutel(f));
        f.studentnummer = f.studentnummer.empty() ? "" : who;
        f.naam = who;
        f.groep = pseudonym("groep", naamsleutel(f.groep));
        f.beoordelaar1 = pseudonym("beoordelaar", naamsleutel(f.beoordelaar1));
        f.beoordelaar2 = pseudonym("beoordelaar", naamsleutel(f.beoordelaar2));
        f.leerbedrijf = pseudonym("leerbedrijf", naamsleutel(f.leerbedrijf));
        f.locatie.clear();
        f.afnamemoment.clear();
        f.opmerkingen.clear();
        for (CriteriumRegel& c : f.criteria) {
            if (!c.motivering.empty()) c.motivering = kLeftOut;
            if (c.eigen) c.tekst = kLeftOut;
            if (c.papier) hide(c.papier->file);
        }
        for (WerkprocesRegel& w : f.werkprocessen)
            if (w.papier) hide(w.papier->file);
        if (f.papier) hide(f.papier->file);
        for (filled::PaperPage& page : f.bladen) hide(page.file);
        for (filled::Signature& s : f.handtekeningen) s.certificate_name = s.name = s.reason = "";
        hide(f.bestand);
        if (!model::heeft_vorm(model::Vorm::datum, f.datum)) f.datum.clear();  // anything may have been typed
    }
}

}  // namespace dossier::resultaten
