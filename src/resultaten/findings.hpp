#pragma once
/// What a person must know of a form. Private to `resultaten`.

#include "resultaten/fields.hpp"
#include "resultaten/resultaten.hpp"

namespace dossier::resultaten {

/// All that one form shows by itself. `dossier` is the version that it is made from; nullptr when that is not at hand.
void find_all(Formulier& form, const Velden& velden, const model::Dossier* dossier, const Kader& kader);
/// What is wrong with the file; without fields also what it is instead.
void add_condition(Formulier& form, const filled::FilledPdf& pdf);

}  // namespace dossier::resultaten
