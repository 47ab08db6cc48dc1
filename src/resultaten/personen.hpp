#pragma once
/// Who the forms are about: one person however number and name are spelled, what forms say otherwise of them, and pseudonyms.
/// Private to `resultaten`.

#include "resultaten/resultaten.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::resultaten {

/// A name as it is compared: whatever its case, how its accents are stored, and how many spaces are between its words.
[[nodiscard]] std::string naamsleutel(std::string_view naam);
/// Who a form is about, as it is compared: the number without spaces; the name where there is no number. "" for nobody.
[[nodiscard]] std::string persoonsleutel(const Formulier& formulier);

/// A form that calls a person otherwise than other forms do.
struct Verschil {
    enum class Wat { andere_naam, spelling_van_naam, spelling_van_nummer };
    Wat wat = Wat::andere_naam;
    std::size_t formulier = 0;
    std::vector<std::size_t> andere;  ///< the first form of each other way, a few at most
    std::size_t meer = 0;             ///< how many other ways there are beside these
};

struct Personen {
    std::map<std::string, std::vector<std::size_t>> formulieren;  ///< those that assess, in their order, by persoonsleutel
    std::vector<Verschil> verschillen;                            ///< by person, then in the order of the forms
};
[[nodiscard]] Personen personen_van(const std::vector<Formulier>& formulieren);

/// The bevinding that says it; of forms with pseudonyms, which have nothing to show but where.
[[nodiscard]] Bevinding bevinding(const Verschil& verschil, const std::vector<Formulier>& formulieren, bool pseudoniemen);

/// Puts pseudonyms in place of people. Not before the forms are compared: a person has but one of them.
void anonimiseer(std::vector<Formulier>& formulieren, std::string_view zout);

}  // namespace dossier::resultaten
