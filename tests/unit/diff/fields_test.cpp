/// The was-wordt list misses no field of the model.

#include "../every_field.hpp"
#include "diff/diff.hpp"

#include <doctest/doctest.h>

using namespace dossier;

TEST_CASE("a change of any field is a line of the was-wordt list, in both directions") {
    const model::Dossier whole = every_field::filled();
    REQUIRE(diff::compare(whole, whole).gelijk());
    std::size_t changes = 0;
    every_field::for_each_change([&](const model::Dossier& changed, const std::string& path) {
        INFO(path);
        ++changes;
        for (const bool turned : {false, true}) {
            const diff::Verschil v = turned ? diff::compare(changed, whole) : diff::compare(whole, changed);
            CHECK_FALSE(v.gelijk());
            CHECK_FALSE(diff::list_changes(v).empty());
            CHECK(diff::write_text(v, {}, {"oud", "nieuw"}).find("Ongewijzigd") == std::string::npos);
        }
    });
    CHECK(changes > 300);
}

TEST_CASE("earlier codes are listed and are no change of the national text") {
    const model::Dossier whole = every_field::filled();
    model::Dossier now = whole;
    now.basisdeel.kerntaken[0].eerdere_codes.pop_back();
    now.basisdeel.kerntaken[0].werkprocessen[0].eerdere_codes.clear();
    const diff::Verschil v = diff::compare(whole, now);
    CHECK(diff::categorie(v, 0) == 4);
    const std::string list = diff::write_text(v, {}, {"oud", "nieuw"});
    CHECK(list.find("    - eerdere codes: gewijzigd\n        B1-K18[-, B1-K19-]\n") != std::string::npos);
    CHECK(list.find("      - eerdere codes: vervallen\n          B1-K1-W8, B1-K1-W9\n") != std::string::npos);
}
