#pragma once
/// Aanvullende eisen while a file of SBB is read: what several elements say for one profiel comes together. Private to `sbb`.

#include "sbb/import_file.hpp"
#include "sbb/rich_text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dossier::sbb {

/// Adds to what is there already: several parts of a file may be for one profiel, and each counts.
void add(model::Tekst& to, model::Tekst from);
void add(model::Vakkennis& to, model::Vakkennis from);
void add(model::Gedrag& to, model::Gedrag from);

[[nodiscard]] bool is_empty(const model::AanvullendeEisKerntaak& eis);
[[nodiscard]] bool is_empty(const model::AanvullendeEisWerkproces& eis);

/// In the order of the profielen.
template <class Eis> void sort_eisen(std::vector<Eis>& eisen) {
    std::stable_sort(eisen.begin(), eisen.end(), [](const Eis& a, const Eis& b) {
        return std::pair(a.profiel.value.size(), a.profiel.value) < std::pair(b.profiel.value.size(), b.profiel.value);
    });
}

template <class Eis, class Read> void one_eis(ImportFile& file, pugi::xml_node aanvullend, pugi::xml_node profiel, const SbbEntry& entry,
                                              pugi::xml_node content, std::vector<Eis>& eisen, Read read) {
    Eis fresh;
    fresh.profiel = {entry.code, file.tree.name(profiel)};
    fresh.location = file.tree.name(aanvullend);
    const auto known = std::find_if(eisen.begin(), eisen.end(), [&](const Eis& e) { return e.profiel.value == entry.code; });
    Eis& target = known == eisen.end() ? fresh : *known;
    auto give = [&]() -> Eis& { return target; };
    if (content) read(content, give);
    if (known == eisen.end() && !is_empty(fresh)) eisen.push_back(std::move(fresh));
}

/// Calls `read(node, eis)` for each aanvullend of one profiel that holds `inner`; `eis()` gives the record to fill.
template <class Eis, class Read> void each_eis(ImportFile& file, pugi::xml_node parent, std::string_view wrapper, std::string_view inner,
                                               std::vector<Eis>& eisen, Read read) {
    for (const pugi::xml_node aanvullend : file.tree.children(file.tree.child(parent, wrapper), "aanvullend")) {
        const std::vector<pugi::xml_node> profielen = file.tree.children(aanvullend, "profiel");
        const pugi::xml_node content = file.tree.child(aanvullend, inner);
        std::size_t known = 0;
        for (const pugi::xml_node profiel : profielen)
            if (const SbbEntry* entry = file.tree.refer(file.profielcodes, profiel)) {
                ++known;
                one_eis(file, aanvullend, profiel, *entry, content, eisen, read);
            }
        if (known == 0)
            file.tree.warn("sbb-not-carried", file.tree.at(content ? content : aanvullend),
                           say("aanvullende eis of no known profiel, left out: {}", quoted(squeezed(file.tree.text(content)))));
    }
}

}  // namespace dossier::sbb
