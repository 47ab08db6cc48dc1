#pragma once
/// The headings that every kwalificatiedossier has, and what follows each.

#include <string_view>

namespace dossier::published {

/// What the reader is inside of; decides which headings can come.
enum class Plek { buiten, groep, kerntaak, werkproces, profiel, keuzedeel };

/// The text that goes on until the next heading.
enum class Deel {
    niets,
    voorwerk,
    inhoud,
    leeswijzer,
    overzicht,
    context,
    beroepshouding,
    groepsresultaat,
    generiek,
    complexiteit,
    verantwoordelijkheid,
    vakkennis,
    omschrijving,
    resultaat,
    gedrag,
    niveau,
    typering,
    beroepsvereisten,
    keuzedeel,
};

struct Kop {
    std::string_view tekst;
    Plek in;  ///< buiten: anywhere
    Deel opent;
    bool in_overzicht = false;  ///< stands in the overview too
    bool groep = false;         ///< what follows is about the beroepengroep
};

/// The heading that `line` is, wherever it may stand; nullptr if none. Capitals do not matter but for the first letter, a running
/// number ("2.") and a closing colon neither, and "beroepsgroep" is "beroepengroep".
[[nodiscard]] const Kop* find_kop(std::string_view line);

}  // namespace dossier::published
