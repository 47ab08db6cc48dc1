/// The documents miss no field of the model.

#include "../every_field.hpp"
#include "view/view.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

using namespace dossier;

namespace {

/// Everything that templates can see of the dossier, without the fingerprints, which change with any of it.
std::string seen(const model::Dossier& d) {
    const view::Build build{"2025-08-01", "dossier"};
    std::string all = view::dump(view::view_dossier(d, build));
    for (const model::Profiel& p : d.profielen) all += view::dump(view::view_kwalificatie(d, p, build));
    std::string out;
    std::istringstream lines(all);
    for (std::string line; std::getline(lines, line);)
        if (line.find("vingerafdruk: ") == std::string::npos) out += line + '\n';
    return out;
}

/// Fields that no document shows, by the end of their path, and why.
const std::map<std::string, std::string> kUnseen{
    {".isced", "goes into ELM, for machines only"},
};

const std::string* unseen(const std::string& path) {
    for (const auto& [end, why] : kUnseen)
        if (path.ends_with(end)) return &end;
    return nullptr;
}

}  // namespace

TEST_CASE("a change of any field shows in the values of a document, unless it is known why not") {
    const std::string whole = seen(every_field::filled());
    std::map<std::string, std::size_t> used;
    std::size_t changes = 0;
    every_field::for_each_change([&](const model::Dossier& changed, const std::string& path) {
        ++changes;
        INFO(path);
        const bool same = seen(changed) == whole;
        if (const std::string* end = unseen(path)) {
            CHECK_MESSAGE(same, path << " shows after all: take it off the list");
            ++used[*end];
        } else {
            CHECK_MESSAGE(!same, path << " shows in no document");
        }
    });
    CHECK(changes > 300);
    for (const auto& each : kUnseen) CHECK_MESSAGE(used[each.first] > 0, each.first << " is no field: take it off the list");
}

namespace {

model::Text text(const char* value) { return {value, {}}; }
model::Rubriek rubriek(const char* titel) { return {text(titel), {text("kan iets")}, {}}; }

/// The aanhef of the whole, then "|aanhef>text" of each criterium or rubriek.
std::string aanhef_of(const view::Value& part, const char* items, const char* text) {
    std::string out = std::string(*part.find("aanhef")->text());
    for (const view::Value& item : *part.find(items)->list())
        out += '|' + std::string(*item.find("aanhef")->text()) + '>' + std::string(*item.find(text)->text());
    return out;
}

}  // namespace

TEST_CASE("the aanhef of an aanvullende eis stands above what it adds, where it has other words than the list") {
    model::Dossier d;
    d.profielen.emplace_back().code.value = "P1";
    model::Kerntaak& k = d.basisdeel.kerntaken.emplace_back();
    model::Werkproces& w = k.werkprocessen.emplace_back();
    model::Vakkennis& kennis = k.vakkennis;
    model::Gedrag& gedrag = w.gedrag;
    kennis.aanhef.value = gedrag.aanhef.value = "De kok:";
    kennis.rubrieken = {rubriek("Keuken")};
    gedrag.criteria = {text("snijdt;"), text("kookt;")};
    model::AanvullendeEisKerntaak& meer = k.aanvullende_eisen.emplace_back();
    meer.profiel.value = "P1";
    meer.vakkennis.aanhef.value = "De gastheer:";
    meer.vakkennis.rubrieken = {rubriek("Zaal"), rubriek("Wijn")};
    model::AanvullendeEisWerkproces& nog = w.aanvullende_eisen.emplace_back();
    nog.profiel.value = "P1";
    nog.gedrag.aanhef.value = "De gastheer:";
    nog.gedrag.criteria = {text("dekt;"), text("schenkt.")};
    const auto seen_kennis = [&] {
        const view::Value all = view::view_kwalificatie(d, d.profielen[0], {});
        return aanhef_of(*all.find("kerntaken")->list()->front().find("vakkennis"), "rubrieken", "titel");
    };
    const auto seen_gedrag = [&] {
        const view::Value all = view::view_kwalificatie(d, d.profielen[0], {});
        return aanhef_of(*all.find("kerntaken")->list()->front().find("werkprocessen")->list()->front().find("gedrag"), "criteria",
                         "tekst");
    };
    CHECK(seen_kennis() == "De kok:|>Keuken|De gastheer:>Zaal|>Wijn");
    CHECK(seen_gedrag() == "De kok:|>snijdt;|>kookt;|De gastheer:>dekt;|>schenkt.");

    // The same words once more say nothing.
    meer.vakkennis.aanhef.value = nog.gedrag.aanhef.value = "De kok:";
    CHECK(seen_kennis() == "De kok:|>Keuken|>Zaal|>Wijn");
    CHECK(seen_gedrag() == "De kok:|>snijdt;|>kookt;|>dekt;|>schenkt.");

    // What everyone has stands under no aanhef of others.
    kennis.aanhef.value = gedrag.aanhef.value = "";
    CHECK(seen_kennis() == "|>Keuken|De kok:>Zaal|>Wijn");
    CHECK(seen_gedrag() == "|>snijdt;|>kookt;|De kok:>dekt;|>schenkt.");

    // Where there is nothing else, it is that of the list.
    kennis.rubrieken.clear();
    gedrag.criteria.clear();
    CHECK(seen_kennis() == "De kok:|>Zaal|>Wijn");
    CHECK(seen_gedrag() == "De kok:|>dekt;|>schenkt.");
}
