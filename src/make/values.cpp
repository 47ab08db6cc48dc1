#include "make/make.hpp"

namespace dossier::make {

Values::Values(const model::Dossier& dossier) : dossier_print(view::fingerprint(dossier)) {
    const std::size_t count = dossier.profielen.size();
    bronnen.resize(count);
    sleutels.resize(count);
    kwalificaties.resize(count);
    bestanden.resize(count);
}

void Values::take(const model::Dossier& dossier, std::size_t profiel) {
    if (bronnen[profiel]) return;
    bronnen[profiel] = view::kwalificatie_of(dossier, dossier.profielen[profiel]);
    sleutels[profiel] = view::digest(*bronnen[profiel]);
}

void Values::view(std::size_t profiel, const view::Build& build) {
    if (kwalificaties[profiel].object() == nullptr)
        kwalificaties[profiel] = view::view_kwalificatie(*bronnen[profiel], build, dossier_print);
}

}  // namespace dossier::make
