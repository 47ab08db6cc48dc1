/// Aanvullende eisen while a file of SBB is read: what several elements say for one profiel comes together.

#include "sbb/import_eisen.hpp"

#include <iterator>

namespace dossier::sbb {

void add(model::Tekst& to, model::Tekst from) {
    if (to.empty()) to.location = from.location;
    std::move(from.blokken.begin(), from.blokken.end(), std::back_inserter(to.blokken));
}

void add(model::Vakkennis& to, model::Vakkennis from) {
    if (to.empty()) to.location = from.location;
    std::move(from.rubrieken.begin(), from.rubrieken.end(), std::back_inserter(to.rubrieken));
}

void add(model::Gedrag& to, model::Gedrag from) {
    if (to.empty()) {
        to = std::move(from);
        return;
    }
    if (to.aanhef.value.empty()) to.aanhef = from.aanhef;
    const bool other = !from.aanhef.value.empty() && from.aanhef.value != to.aanhef.value;
    if (other && !from.criteria.empty()) from.criteria.front().value.insert(0, from.aanhef.value + ' ');
    std::move(from.criteria.begin(), from.criteria.end(), std::back_inserter(to.criteria));
}

bool is_empty(const model::AanvullendeEisKerntaak& e) {
    return e.complexiteit.empty() && e.verantwoordelijkheid.empty() && e.vakkennis.empty();
}
bool is_empty(const model::AanvullendeEisWerkproces& e) {
    return e.omschrijving.empty() && e.resultaat.empty() && e.gedrag.empty() && e.competenties.empty();
}

}  // namespace dossier::sbb
