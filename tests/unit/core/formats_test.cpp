#include "../common/building.hpp"
#include "exchange/formats.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::exchange;

namespace {

const Source& klein() {
    static const Source source{"klein.yaml",
                               "naam: Klein\nbasisdeel:\n  kerntaken:\n    - code: B1-K1\n      titel: Verkoopt\n      werkprocessen:\n"
                               "        - code: B1-K1-W1\n          titel: Ontvangt\n          gedrag: {criteria: [groet;]}\n"
                               "profielen:\n  - code: P1\n    naam: Verkoper\n    niveau: 2\n  - code: P2\n    naam: Chef\n"
                               "    crebo: \"25999\"\n    isced: \"0416\"\n    niveau: 3\n"
                               "beoordeling:\n  schaal: [onvoldoende, voldoende, goed]\n  cesuur: {criteria: alle, werkprocessen: alle}\n"};
    return source;
}

struct Made {
    std::vector<std::string> paths, planned;
    std::string index, messages;
};
Made made(const std::vector<std::string>& formaten, const std::vector<FileSize>& existing = {}) {
    Diagnostics diagnostics;
    const model::Dossier dossier = yaml::read_dossier(klein(), diagnostics).value();
    make::Maker maker;
    REQUIRE(maker.prepare({}, diagnostics));
    Made m;
    const auto built = test::build(maker, dossier, {{}, formaten, "", ""}, diagnostics, existing);
    diagnostics.sort();
    m.messages = report(diagnostics);
    if (built) {
        m.planned = built->planned;
        for (const OutputFile& f : built->files) {
            m.paths.push_back(f.path);
            if (f.path == "index.html") m.index = f.bytes;
        }
    }
    return m;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string manifest_report(const std::string& formaat, const std::string& per) {
    const std::string manifest =
        "documenten:\n  - id: a\n    titel: T\n    formaat: " + formaat + "\n    per: " + per + "\n    uitvoer: a\n";
    make::Maker maker;
    Diagnostics diagnostics;
    CHECK_FALSE(maker.prepare({{"manifest.yaml", "manifest.yaml", manifest}}, diagnostics));
    return report(diagnostics);
}

}  // namespace

TEST_CASE("formats: what is missing is one warning in a whole build, and its files are not promised") {
    const Made all = made({}, {{"p1-verkoper/uitwisseling/elm.xml", 100}});
    CHECK(all.messages ==
          "warning: the format case is not made for P1, P2: the dossier has no \"vastgesteld\"\n"
          "  hint: \"dossier build --formaat case\" says where\n"
          "warning: the format elm is not made for P1: the dossier has no \"crebo\", \"isced\"\n"
          "  hint: \"dossier build --formaat elm\" says where\n"
          "note: uitwisseling/dossier-sbb.xml does not hold all of the dossier: the format of SBB has no place for "
          "\"beoordeling\", left out; "
          "the format of SBB has no place for \"isced\" of P2, left out\n"
          "  hint: \"dossier build --formaat sbb\" says where\n");
    CHECK_FALSE(contains(all.paths, "p1-verkoper/uitwisseling/elm.xml"));
    CHECK_FALSE(contains(all.planned, "p1-verkoper/uitwisseling/elm.xml"));
    CHECK(contains(all.paths, "p2-chef/uitwisseling/elm.xml"));
    CHECK(all.index.find("p2-chef/uitwisseling/elm.xml") != std::string::npos);
    CHECK(all.index.find("p1-verkoper/uitwisseling/elm.xml") == std::string::npos);
    CHECK(all.index.find("case.json") == std::string::npos);
    for (const char* name : {"qti.zip", "moodle-competenties.csv", "canvas-leerdoelen.csv"})
        CHECK(contains(all.paths, std::string("p1-verkoper/uitwisseling/") + name));
}

TEST_CASE("formats: what is missing is an error with its place when the format is asked for") {
    const Made elm = made({"elm"});
    CHECK(elm.paths.empty());
    CHECK(elm.messages ==
          "klein.yaml:11:11: error: profiel P1 has no \"crebo\", which the format elm requires\n"
          "    11 |   - code: P1\n"
          "       |           ^~\n"
          "  hint: add the crebonummer of the kwalificatie, \"crebo: \" and five digits, under \"code: P1\"\n"
          "klein.yaml:11:11: error: profiel P1 has no \"isced\", which the format elm requires\n"
          "    11 |   - code: P1\n"
          "       |           ^~\n"
          "  hint: add its ISCED-F code, like isced: \"0416\" for wholesale and retail sales, under \"code: P1\"\n");
    CHECK(made({"case"}).messages ==
          "klein.yaml:1:7: error: the dossier has no \"vastgesteld\", which the format case requires\n"
          "     1 | naam: Klein\n"
          "       |       ^~~~~\n"
          "  hint: add the date of the text, \"vastgesteld: 2025-08-01\", under \"naam\"; or set SOURCE_DATE_EPOCH "
          "for the date of the build\n");
    CHECK(made({"qti"}).messages == "");
}

TEST_CASE("formats: the manifest asks for what can be made") {
    CHECK(manifest_report("sbc", "dossier") ==
          "manifest.yaml:4:14: error: unknown formaat \"sbc\"\n"
          "     4 |     formaat: sbc\n"
          "       |              ^~~\n"
          "  hint: did you mean \"sbb\"?\n");
    CHECK(manifest_report("sbb", "profiel") ==
          "manifest.yaml:5:10: error: the formaat \"sbb\" is not made per \"profiel\"\n"
          "     5 |     per: profiel\n"
          "       |          ^~~~~~~\n"
          "  hint: write \"dossier\"\n");
    CHECK(manifest_report("elm", "kerntaak") ==
          "manifest.yaml:5:10: error: the formaat \"elm\" is not made per \"kerntaak\"\n"
          "     5 |     per: kerntaak\n"
          "       |          ^~~~~~~~\n"
          "  hint: write \"profiel\"\n");
}
