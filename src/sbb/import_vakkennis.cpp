/// Vakkennis en vaardigheden in a file of SBB: references to tables, with headings and categories between them.

#include "sbb/import_vakkennis.hpp"

#include "sbb/import_eisen.hpp"

namespace dossier::sbb {
namespace {

using model::Tekst;
using model::Vakkennis;
using pugi::xml_node;

void add_item(Vakkennis& to, const std::string& titel, Location at) {
    if (titel.empty()) return;
    if (titel.ends_with(':')) {
        to.rubrieken.emplace_back().titel = {titel, at};
        to.rubrieken.back().location = at;
        return;
    }
    if (to.rubrieken.empty()) to.rubrieken.emplace_back().location = at;
    to.rubrieken.back().items.push_back({titel, at});
}

void add_categories(xml_node met, Vakkennis& to, ImportFile& file) {
    for (const xml_node groep : met.children()) {
        if (groep.type() != pugi::node_element) continue;
        file.tree.mark(groep);
        const SbbEntry* categorie = file.tree.refer(file.categorieen, groep);
        if (categorie == nullptr) continue;
        to.rubrieken.emplace_back().titel = {categorie->titel, file.tree.name(groep)};
        for (const xml_node node : file.tree.children(groep, "vakkennisenvaardigheden")) {
            const SbbEntry* entry = file.tree.refer(file.kennis, node);
            if (entry != nullptr && !entry->titel.empty()) to.rubrieken.back().items.push_back({entry->titel, file.tree.name(node)});
        }
    }
    if (const Tekst words = file.rich(met); !words.empty())
        file.tree.warn("sbb-not-carried", words.location,
                       say("found text in {}, left out: {}", quoted(met.name()), quoted(write_tekst(words, 1000))));
}

/// A heading without items below it is an item of the rubriek before: its words must not be lost.
void settle_headings(Vakkennis& v) {
    std::vector<model::Rubriek> kept;
    for (model::Rubriek& r : v.rubrieken) {
        if (!r.items.empty()) {
            kept.push_back(std::move(r));
            continue;
        }
        if (kept.empty()) kept.emplace_back().location = r.titel.location;
        kept.back().items.push_back(r.titel);
    }
    v.rubrieken = std::move(kept);
}

}  // namespace

Vakkennis read_vakkennis(xml_node parent, ImportFile& file) {
    Vakkennis out;
    out.location = file.tree.name(parent);
    for (const xml_node node : file.tree.children(parent, "vakkennisenvaardigheden"))
        if (const SbbEntry* entry = file.tree.refer(file.kennis, node)) add_item(out, entry->titel, file.tree.name(node));
    if (const xml_node met = file.tree.child(parent, "vakkennisenvaardigheden_met_categorie")) add_categories(met, out, file);
    settle_headings(out);
    return out;
}

void read_vakkennis(xml_node node, model::Kerntaak& k, ImportFile& file) {
    Vakkennis read = read_vakkennis(node, file);
    k.vakkennis.location = read.location;
    std::vector<Vakkennis*> to{&k.vakkennis};
    for (model::Rubriek& r : read.rubrieken) {
        if (const auto found = phrases::find_audience(r.titel.value, 0, true, file.namen); found && found->begin == 0) {
            const bool nobody = !found->everyone && found->codes.empty();
            if (nobody) phrases::report_nobody(*found, r.titel.location, file.namen, file.diagnostics());
            to.clear();
            if (found->everyone) to.push_back(&k.vakkennis);
            // All eisen first: a reference does not outlive the next that is added.
            for (const std::string& code : found->codes) (void)eis_of(k.aanvullende_eisen, code, file.tree.at(node));
            for (const std::string& code : found->codes) to.push_back(&eis_of(k.aanvullende_eisen, code, file.tree.at(node)).vakkennis);
            r.titel = {};
        }
        for (Vakkennis* v : to) v->rubrieken.push_back(r);
    }
}

}  // namespace dossier::sbb
