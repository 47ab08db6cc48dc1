#include "../common/sample.hpp"
#include "../common/seed.hpp"
#include "ownxml/ownxml.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::model;

namespace {

Dossier read_back(const std::string& xml) {
    const Source source{"d.xml", xml};
    Diagnostics diagnostics;
    auto read = ownxml::read_xml(source, diagnostics);
    CHECK(report(diagnostics) == "");
    REQUIRE(read);
    return std::move(*read);
}

void check_round_trip(const Dossier& d) {
    const std::string whole = ownxml::write_xml(d);
    const Dossier back = read_back(whole);
    CHECK(yaml::write_yaml(back) == yaml::write_yaml(d));
    CHECK(ownxml::write_xml(back) == whole);
    for (const Profiel& p : d.profielen) {
        const std::string one = ownxml::write_xml(d, p);
        const Dossier kwalificatie = read_back(one);
        CHECK(yaml::write_yaml(kwalificatie) == yaml::write_yaml(model::kwalificatie(d, p)));
        CHECK(ownxml::write_xml(kwalificatie, kwalificatie.profielen.at(0)) == one);
    }
}

void check_valid(const std::string& name, const Dossier& d) {
    const std::string schema = test::write_temporary(name + ".xsd", ownxml::write_xsd());
    CHECK(test::xmllint(name + ".xml", schema, ownxml::write_xml(d)) == "");
    for (const Profiel& p : d.profielen) CHECK(test::xmllint(name + '-' + p.code.value + ".xml", schema, ownxml::write_xml(d, p)) == "");
}

}  // namespace

TEST_CASE("xml: a dossier with every field goes there and back unchanged") { check_round_trip(test::full_dossier()); }

TEST_CASE("xml: dossier.yaml goes there and back unchanged, whole and by kwalificatie") { check_round_trip(test::dossier_yaml()); }

TEST_CASE("xml: what is written is valid against the schema") {
    check_valid("full", test::full_dossier());
    check_valid("dossier", test::dossier_yaml());
}

TEST_CASE("xml: criteria keep in a kwalificatie the code they have in the whole") {
    const Dossier d = test::full_dossier();
    const Dossier back = read_back(ownxml::write_xml(d, d.profielen.at(1)));
    const Werkproces& w = back.basisdeel.kerntaken.at(0).werkprocessen.at(0);
    REQUIRE(w.aanvullende_eisen.size() == 1);
    CHECK(w.gedrag.eerste_nummer == 1);
    CHECK(w.aanvullende_eisen[0].profiel.value == "P2");
    CHECK(w.aanvullende_eisen[0].gedrag.eerste_nummer == 5);
}

TEST_CASE("xml: the schema refuses what the reader refuses") {
    const std::string schema = test::write_temporary("refuse.xsd", ownxml::write_xsd());
    const std::string good = ownxml::write_xml(test::full_dossier());
    const auto changed = [&good](const std::string& from, const std::string& to) {
        std::string xml = good;
        const std::size_t at = xml.find(from);
        REQUIRE(at != std::string::npos);
        return xml.replace(at, from.size(), to);
    };
    for (const auto& [from, to] :
         {std::pair("<code>B1-K1</code>", "<code>B1-K0</code>"), std::pair("<crebo>25480</crebo>", "<crebo>2548</crebo>"),
          std::pair("<titel>", "<titl>x</titl><titel>"), std::pair("<niveau>3</niveau>", "<niveau>5</niveau>"),
          std::pair("<waarde>goed</waarde>", "<waarde>best</waarde>"), std::pair("code=\"B1-K1-W1-G2\"", "code=\"B1-K1-W1-G1\""),
          std::pair("teken=\"1.\"", "teken=\"I\""), std::pair("versie=\"1.0\"", "versie=\"2.0\""),
          std::pair("<vastgesteld>2024-02-29", "<vastgesteld>2023-02-29"), std::pair(" teken=\"*\"", "")}) {
        const std::string bad = changed(from, to);
        const std::string planted = to;
        CAPTURE(planted);
        CHECK(test::xmllint("refuse.xml", schema, bad) != "");
        const Source source{"d.xml", bad};
        Diagnostics diagnostics;
        CHECK_FALSE(ownxml::read_xml(source, diagnostics));
        CHECK(diagnostics.errors() == 1);
    }
}

TEST_CASE("xml: hand-wrapped text reads as one line") {
    std::string xml = ownxml::write_xml(test::full_dossier());
    const std::size_t at = xml.find("Over omschrijving");
    xml.replace(at + 4, 1, "\n      ");
    CHECK(write_tekst(read_back(xml).bron.omschrijving, 100).starts_with("Over omschrijving & <meer>."));
}
