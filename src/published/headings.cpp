#include "published/headings.hpp"

#include "base/base.hpp"

#include <algorithm>

namespace dossier::published {
namespace {

constexpr Kop kKoppen[] = {
    {"inhoudsopgave", Plek::buiten, Deel::inhoud},
    {"leeswijzer", Plek::buiten, Deel::leeswijzer},
    {"overzicht van het kwalificatiedossier", Plek::buiten, Deel::overzicht, true},
    {"basisdeel", Plek::buiten, Deel::niets, true},
    {"beroepsspecifieke onderdelen", Plek::buiten, Deel::niets},
    {"typering van de beroepengroep", Plek::buiten, Deel::niets, false, true},
    {"generieke onderdelen", Plek::buiten, Deel::generiek},
    {"profieldeel", Plek::buiten, Deel::niets, true},
    {"context", Plek::groep, Deel::context},
    {"typerende beroepshouding", Plek::groep, Deel::beroepshouding},
    {"resultaat van de beroepengroep", Plek::groep, Deel::groepsresultaat},
    {"complexiteit", Plek::kerntaak, Deel::complexiteit},
    {"verantwoordelijkheid en zelfstandigheid", Plek::kerntaak, Deel::verantwoordelijkheid},
    {"vakkennis en vaardigheden", Plek::kerntaak, Deel::vakkennis},
    {"omschrijving", Plek::werkproces, Deel::omschrijving},
    {"resultaat", Plek::werkproces, Deel::resultaat},
    {"gedrag", Plek::werkproces, Deel::gedrag},
    {"mbo-niveau", Plek::profiel, Deel::niveau},
    {"typering van het beroep", Plek::profiel, Deel::typering},
    {"beroepsvereisten", Plek::profiel, Deel::beroepsvereisten},
};

constexpr std::size_t kLongest = 60;  ///< bytes

}  // namespace

const Kop* find_kop(std::string_view line) {
    if (line.empty() || line.size() > kLongest) return nullptr;
    if (line[0] >= '1' && line[0] <= '9' && line.substr(1, 2) == ". ") line.remove_prefix(3);
    if (line.empty() || line[0] < 'A' || line[0] > 'Z') return nullptr;
    if (line.ends_with(':')) line = trim(line.substr(0, line.size() - 1));
    std::string text = lower(line);
    constexpr std::string_view kOther = "beroepsgroep", kOwn = "beroepengroep";
    if (const std::size_t at = text.find(kOther); at != std::string::npos) text.replace(at, kOther.size(), kOwn);
    const auto* found = std::find_if(std::begin(kKoppen), std::end(kKoppen), [&](const Kop& k) { return k.tekst == text; });
    return found == std::end(kKoppen) ? nullptr : found;
}

}  // namespace dossier::published
