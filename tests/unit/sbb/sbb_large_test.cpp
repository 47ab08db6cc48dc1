/// Counts a dossier as large as they get on its way from the XML of SBB to everything that is made from it without templates.

#include "../common/sample.hpp"
#include "../common/sbb_large.hpp"
#include "check/check.hpp"
#include "exchange/exchange.hpp"
#include "exchange/onderdelen.hpp"
#include "ownxml/ownxml.hpp"
#include "sbb/sbb.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::model;

namespace {

struct Large {
    test::LargeSbb made = test::large_sbb();
    Source source{"groot.xml", made.xml};
    Dossier dossier;
    Large() {
        Diagnostics diagnostics;
        auto read = sbb::import_sbb(source, diagnostics);
        CHECK(report(diagnostics) == "");
        REQUIRE(read);
        dossier = std::move(*read);
    }
};
const Large& large() {
    static const Large one;
    return one;
}

/// The marks of `text`.
std::set<std::string> marks(const std::string& text) {
    std::set<std::string> out;
    for (std::size_t at = text.find("merk"); at != std::string::npos; at = text.find("merk", at + 1))
        if (text.size() > at + 8 && text[at + 8] == 'x') out.insert(text.substr(at, 9));
    return out;
}

std::set<std::string> expected(std::size_t profiel) {
    std::set<std::string> all = large().made.basis;
    all.insert(large().made.profiel.at(profiel).begin(), large().made.profiel.at(profiel).end());
    return all;
}

}  // namespace

TEST_CASE("sbb: the largest dossier is imported whole") {
    const auto& [made, source, d] = large();
    CHECK(made.werkprocessen == 43);
    CHECK(made.criteria == 277);
    CHECK(made.eisen == 122);
    std::size_t criteria = 0, eisen = 0, werkprocessen = 0;
    const auto count = [&](const std::vector<Kerntaak>& kerntaken) {
        for (const Kerntaak& k : kerntaken) {
            for (const auto& e : k.aanvullende_eisen)
                eisen += !e.complexiteit.empty() + !e.verantwoordelijkheid.empty() + !e.vakkennis.empty();
            for (const Werkproces& w : k.werkprocessen) {
                ++werkprocessen;
                criteria += w.gedrag.criteria.size();
                for (const auto& e : w.aanvullende_eisen) {
                    eisen += !e.omschrijving.empty() + !e.resultaat.empty() + !e.gedrag.empty();
                    criteria += e.gedrag.criteria.size();
                }
            }
        }
    };
    count(d.basisdeel.kerntaken);
    for (const Profiel& p : d.profielen) count(p.kerntaken);
    CHECK(werkprocessen == made.werkprocessen);
    CHECK(criteria == made.criteria);
    CHECK(eisen == made.eisen);
    CHECK(marks(yaml::write_yaml(d)) == marks(made.xml));
    Diagnostics diagnostics;
    check::check_dossier(d, diagnostics);
    CHECK(report(diagnostics) == "");
}

TEST_CASE("sbb: the largest dossier comes back from YAML, own XML and SBB XML") {
    const Dossier& d = large().dossier;
    const std::string yaml = yaml::write_yaml(d);
    Diagnostics diagnostics;
    const Source as_yaml{"d.yaml", yaml};
    const auto from_yaml = yaml::read_dossier(as_yaml, diagnostics);
    REQUIRE(from_yaml);
    CHECK(yaml::write_yaml(*from_yaml) == yaml);
    const Source as_xml{"d.xml", ownxml::write_xml(d)};
    const auto from_xml = ownxml::read_xml(as_xml, diagnostics);
    REQUIRE(from_xml);
    CHECK(yaml::write_yaml(*from_xml) == yaml);
    CHECK(report(diagnostics) == "");
    const Source as_sbb{"sbb.xml", sbb::write_sbb(d, diagnostics)};
    const auto from_sbb = sbb::import_sbb(as_sbb, diagnostics);
    REQUIRE(from_sbb);
    CHECK(yaml::write_yaml(*from_sbb) == yaml);
    CHECK(diagnostics.all().size() == 1);  // no place for beoordeling
}

TEST_CASE("sbb: every text of the largest dossier is in each file of its profielen and in no other") {
    Dossier d = large().dossier;
    for (std::size_t p = 0; p < d.profielen.size(); ++p) {
        CAPTURE(p);
        Profiel& profiel = d.profielen[p];
        profiel.isced.value = "0416";
        const std::set<std::string> want = expected(p);
        CHECK(marks(ownxml::write_xml(d, profiel)) == want);
        CHECK(marks(exchange::write_elm(d, profiel)) == want);
        CHECK(marks(exchange::write_case(d, profiel, "")) == want);
        CHECK(marks(exchange::write_moodle(d, profiel)) == want);
        CHECK(marks(exchange::write_canvas(d, profiel)) == want);
        std::size_t marked = 0;
        for (const auto& k : exchange::delen_van(d, profiel))
            for (const auto& w : k.werkprocessen)
                for (const auto& c : w.criteria) {
                    const bool own = large().made.profiel.at(p).contains(c.tekst.substr(c.tekst.find("merk"), 9));
                    CHECK(c.aanvullend == (own && c.code.starts_with("B1-")));
                    marked += c.aanvullend;
                }
        CHECK(marked >= 10);
    }
}
