#include "diff/elements.hpp"

namespace dossier::diff {
namespace {

struct Found {
    bool nieuw = false, anders = false;
};

Found look(const Verschil& v, std::size_t from, int profiel) {
    Found found;
    const int depth = v.alles[from].diepte;
    for (std::size_t i = from; i < v.alles.size() && (i == from || v.alles[i].diepte > depth); ++i) {
        const Wijziging& w = v.alles[i];
        if (!w.landelijk || (profiel >= 0 && !concerns(w, v.alles[static_cast<std::size_t>(profiel)]))) continue;
        found.nieuw = found.nieuw || w.staat == Staat::nieuw;
        found.anders = found.anders || w.staat != Staat::gelijk || w.code_oud != w.code_nieuw;
    }
    return found;
}

int number(const Found& found) { return found.nieuw ? 2 : found.anders ? 3 : 4; }

}  // namespace

bool concerns(const Wijziging& w, const Wijziging& own) {
    // What moved shows at both its places, each time for those who have that place.
    const bool was_here = w.staat != Staat::nieuw && !w.verplaatst;
    const bool is_here = w.staat != Staat::vervallen && w.staat != Staat::vertrokken;
    return (is_here && (w.profiel_nieuw.empty() || w.profiel_nieuw == own.code_nieuw)) ||
           (was_here && (w.profiel_oud.empty() || w.profiel_oud == own.code_oud));
}

int categorie(const Verschil& verschil, std::size_t onderdeel, int profiel) {
    const Wijziging& w = verschil.alles[onderdeel];
    if (w.staat == Staat::vervallen || w.staat == Staat::vertrokken) return 0;
    if (w.staat == Staat::nieuw) return 1;
    if (w.soort == Soort::dossier) {  // nothing that people are examined on was kept
        bool any = false;
        bool kept = false;
        for (const Wijziging& k : verschil.alles)
            if (k.soort == Soort::kerntaak) any = true, kept = kept || k.staat == Staat::gelijk || k.staat == Staat::veranderd;
        if (any && !kept) return 1;
    }
    return number(look(verschil, onderdeel, profiel));
}

int categorie_kwalificatie(const Verschil& verschil, std::size_t profiel) {
    const int own = categorie(verschil, profiel, static_cast<int>(profiel));
    if (own < 2) return own;
    Found found{own == 2, own == 3};
    for (std::size_t i = 0; i < verschil.alles.size(); ++i) {
        const Wijziging& w = verschil.alles[i];
        if (w.soort != Soort::deel || (w.naam != "basisdeel" && w.naam != "generieke onderdelen")) continue;
        const Found here = look(verschil, i, static_cast<int>(profiel));
        found.nieuw = found.nieuw || here.nieuw;
        found.anders = found.anders || here.anders;
    }
    return number(found);
}

std::vector<bool> rated_apart(const Verschil& verschil) {
    std::vector<bool> within(verschil.alles.size(), false);  // of a kerntaak: whether what is in it is rated
    std::vector<bool> out(verschil.alles.size(), false);
    for (std::size_t i = 0; i < verschil.alles.size(); ++i) {
        const Wijziging& w = verschil.alles[i];
        if (w.soort == Soort::kerntaak) {
            const int c = categorie(verschil, i);
            within[i] = c == 2 || c == 3;
        }
        out[i] = w.soort == Soort::werkproces && w.ouder >= 0 && within[static_cast<std::size_t>(w.ouder)];
    }
    return out;
}

std::string_view woord_categorie(int categorie) {
    switch (categorie) {
        case 1: return "nieuw";
        case 2: return "nieuwe onderdelen";
        case 3: return "wijzigingen";
        case 4: return "ongewijzigd";
        default: return "vervallen";
    }
}

}  // namespace dossier::diff
