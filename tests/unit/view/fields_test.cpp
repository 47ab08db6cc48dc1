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
    // One list has one aanhef: that of an aanvullende eis stands where the part has none of its own, see below.
    {".aanvullende_eisen[0].vakkennis.aanhef", "the kerntaak has its own"},
    {".aanvullende_eisen[0].gedrag.aanhef", "the werkproces has its own"},
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

TEST_CASE("the aanhef of an aanvullende eis stands where the part has none of its own") {
    model::Dossier d = every_field::filled();
    model::Kerntaak& k = d.basisdeel.kerntaken[0];
    const std::string vakkennis = k.aanvullende_eisen[0].vakkennis.aanhef.value;
    const std::string gedrag = k.werkprocessen[0].aanvullende_eisen[0].gedrag.aanhef.value;
    CHECK(seen(d).find(vakkennis) == std::string::npos);
    CHECK(seen(d).find(gedrag) == std::string::npos);
    k.vakkennis.aanhef.value.clear();
    k.werkprocessen[0].gedrag.aanhef.value.clear();
    CHECK(seen(d).find(vakkennis) != std::string::npos);
    CHECK(seen(d).find(gedrag) != std::string::npos);
}
