#include "../common/sample.hpp"
#include "../common/seed.hpp"
#include "sbb/sbb.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::model;

namespace {

struct Written {
    std::string xml, report;
};
Written written(const Dossier& d) {
    Diagnostics diagnostics;
    std::string xml = sbb::write_sbb(d, diagnostics);
    Diagnostics without_place;
    for (const Diagnostic& one : diagnostics.all()) without_place.warning(one.code, {}, one.message, one.hints);
    return {std::move(xml), report(without_place)};
}

Dossier imported(const Source& source) {
    Diagnostics diagnostics;
    auto d = sbb::import_sbb(source, diagnostics);
    CHECK_FALSE(diagnostics.has_errors());
    REQUIRE(d);
    return std::move(*d);
}

}  // namespace

TEST_CASE("sbb: what is exported comes back as it was") {
    const Written w = written(test::full_dossier());
    CHECK(w.report ==
          "warning: the format of SBB has no place for \"bron\", left out\n"
          "warning: the format of SBB has no place for \"opvolger\", left out\n"
          "warning: the format of SBB has no place for \"keuzedelen\", left out\n"
          "warning: the format of SBB has no place for \"begrippen\", left out\n"
          "warning: the format of SBB has no place for \"beoordeling\", left out\n"
          "warning: the format of SBB has no place for \"code\", \"alleen_niveau\" and \"links\" of \"titel & <157> 'ë'\", left out\n"
          "warning: the format of SBB has no place for \"code\", \"alleen_niveau\" and \"links\" of \"titel & <163> 'ë'\", left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of B1-K1, left out\n"
          "warning: the format of SBB has no place for \"eerdere_codes\" in B1-K1, left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of B1-K2, left out\n"
          "warning: the format of SBB has no place for \"eerdere_codes\" in B1-K2, left out\n"
          "warning: the format of SBB has no place for \"isced\" of P1, left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of P1-K1, left out\n"
          "warning: the format of SBB has no place for \"eerdere_codes\" in P1-K1, left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of P1-K2, left out\n"
          "warning: the format of SBB has no place for \"eerdere_codes\" in P1-K2, left out\n"
          "warning: the format of SBB has no place for \"isced\" of P2, left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of P2-K1, left out\n"
          "warning: the format of SBB has no place for \"eerdere_codes\" in P2-K1, left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of P2-K2, left out\n"
          "warning: the format of SBB has no place for \"eerdere_codes\" in P2-K2, left out\n");
}

TEST_CASE("sbb: a dossier that the format changes is reported") {
    Dossier d = test::full_dossier();
    d.basisdeel.kerntaken.at(0).code.value = "B1-K12";
    d.basisdeel.kerntaken.at(0).vakkennis.rubrieken.at(0).items.at(0).value = "eindigt op:";
    CHECK(written(d).report.find("warning: the format of SBB does not give back exactly what the dossier has, first at: \"") !=
          std::string::npos);
}

TEST_CASE("sbb: dossier.yaml comes back but for what the format cannot hold") {
    const Written w = written(test::dossier_yaml());
    CHECK(w.report ==
          "warning: the format of SBB has no place for \"bron\", left out\n"
          "warning: the format of SBB has no place for \"begrippen\", left out\n"
          "warning: the format of SBB has no place for \"beoordeling\", left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of B1-K1, left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of B1-K2, left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of P3-K1, left out\n"
          "warning: the format of SBB has no place for \"aanhef\" of \"vakkennis\" of P3-K2, left out\n");
}

TEST_CASE("sbb: a published file comes back the same, and again") {
    const auto folder = test::external("examples");
    if (folder.empty()) return;
    const Source source{"sbb.xml", test::file(folder / "sbb-2755-dienstverlening.xml")};
    const Dossier d = imported(source);
    const Written w = written(d);
    CHECK(w.report == "warning: the format of SBB has no place for \"beoordeling\", left out\n");
    const Source again{"again.xml", w.xml};
    const Dossier back = imported(again);
    CHECK(yaml::write_yaml(back) == yaml::write_yaml(d));
    CHECK(written(back).xml == w.xml);
    const auto schemas = test::external("schemas");
    if (!schemas.empty()) CHECK(test::xmllint("sbb.xml", (schemas / "sbb-inferred.xsd").string(), w.xml) == "");
}

TEST_CASE("sbb: text that would read as something else is kept") {
    Dossier d = test::full_dossier();
    d.basisdeel.generiek = {};
    Kerntaak& k = d.basisdeel.kerntaken.at(0);
    k.complexiteit = parse_tekst("<b>vet</b> en &lt;p&gt;\n\n*geen noot\n\no ja\n\n- a\n\n  onder a\n\n  - b", {});
    CHECK(written(d).report.find("exactly") == std::string::npos);
    const Source source{"sbb.xml", written(d).xml};
    CHECK(write_tekst(imported(source).basisdeel.kerntaken.at(0).complexiteit, 1000) == write_tekst(k.complexiteit, 1000));
}
