#pragma once
/// What a person must look at of forms on paper, as values for the page nakijken.html: cut-outs, what the program thinks, and what can
/// be chosen. The page saves Beslissingen.

#include "papier/papier.hpp"
#include "view/value.hpp"

#include <string>
#include <vector>

namespace dossier::papier {

struct Keuze {
    std::string waarde;  ///< "" nothing is marked
    std::string opschrift;
};
struct Vraag {
    std::string bestand;  ///< file_identity
    std::uint32_t bladzijde = 0;
    std::string veld;
    std::string kop;            ///< "P3-K1-W1-G2"
    std::string tekst;          ///< of the criterium; may be ""
    std::string waarom;         ///< a Dutch sentence
    std::string lijkt_op;       ///< value, "" no idea
    std::vector<Keuze> keuzes;  ///< empty: words to type over
    std::string plaatje;        ///< PNG; "" none
};
struct Handschrift {
    std::string kop, gedrukt;  ///< what it is, and what was printed there
    std::string plaatje;
};
struct NakijkFormulier {
    std::string wie, titel, plaats;
    std::vector<std::string> opmerkingen;
    std::vector<Vraag> vragen;
    std::vector<Handschrift> handschrift;
};
/// A page that belongs to no form.
struct LosBlad {
    std::string plaats, tekst, plaatje;
};
struct Nakijken {
    std::vector<NakijkFormulier> formulieren;
    std::vector<LosBlad> bladen;
};

/// dossier aantal_vragen aantal_beslist formulieren=[id wie titel plaats opmerkingen=[tekst] vragen=[id bestand bladzijde veld kop tekst
/// waarom plaatje keuzes=[id vraag waarde opschrift toets gedacht] tekstveld] handschrift=[kop gedrukt plaatje]] bladen=[plaats tekst
/// plaatje] build={datum programma}; a `plaatje` is a data: address.
[[nodiscard]] view::Value view_nakijken(const Nakijken& nakijken, const std::string& dossier, const std::string& programma,
                                        const std::string& datum);

/// What people read for the name of a field: "beoordelaar 1", "P3-K1-W1-G2", "P3-K1-W1 resultaat". Codes keep their hyphens.
[[nodiscard]] std::string kop_van(const std::string& veld);

/// The questions of a form, without pictures: every field with a doubt. `keuzes` of a question are those of its map.
[[nodiscard]] std::vector<Vraag> vragen_van(const Formulier& formulier, const std::vector<Blad>& bladen, const scans::Atlas& atlas);

}  // namespace dossier::papier
