#include "plan/plan.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::plan;

namespace {

model::Dossier two_profielen() {
    model::Dossier d;
    d.naam.value = "Handel";
    model::Werkproces w;
    w.titel.value = "Ontvangt";
    model::Kerntaak k;
    k.titel.value = "Verkoopt";
    const auto kerntaak = [&](const std::string& code) {
        k.code.value = code;
        w.code.value = code + "-W1";
        k.werkprocessen = {w};
        return k;
    };
    d.basisdeel.kerntaken = {kerntaak("B1-K1")};
    for (const std::string code : {"P1", "P2"}) {
        model::Profiel p;
        p.code.value = code;
        p.naam.value = code == "P1" ? "Verkoper" : "../../Eerste verkoper";
        p.kerntaken = {kerntaak(code + "-K1")};
        d.profielen.push_back(p);
    }
    return d;
}

std::string planned(const std::string& manifest_text, std::string* messages = nullptr) {
    const Source source{"manifest.yaml", manifest_text};
    Diagnostics diagnostics;
    const yaml::Manifest manifest = yaml::read_manifest(source, diagnostics);
    REQUIRE(report(diagnostics) == "");
    std::string out;
    const model::Dossier dossier = two_profielen();
    for (const Job& job : jobs_of(manifest, dossier, diagnostics)) out += job.path + '\n';
    diagnostics.sort();
    if (messages) *messages = report(diagnostics);
    else CHECK(report(diagnostics) == "");
    return out;
}

std::string entry(const std::string& id, const std::string& per, const std::string& uitvoer) {
    return "  - id: " + id + "\n    titel: T\n    formaat: pdf\n    sjabloon: a.xhtml\n    per: " + per + "\n    uitvoer: " + uitvoer +
           "\n";
}

}  // namespace

TEST_CASE("a document is made per dossier, profiel, kerntaak or werkproces, the whole last") {
    CHECK(planned("documenten:\n" + entry("i", "dossier", "index.html") + entry("g", "profiel", "gids.html") +
                  entry("f", "kerntaak", "f/{{kerntaak.pad}}.pdf") + entry("o", "werkproces", "o/{{ werkproces.pad }}.pdf")) ==
          "p1-verkoper/gids.html\n"
          "p1-verkoper/f/b1-k1.pdf\n"
          "p1-verkoper/f/p1-k1.pdf\n"
          "p1-verkoper/o/b1-k1-w1.pdf\n"
          "p1-verkoper/o/p1-k1-w1.pdf\n"
          "p2-eerste-verkoper/gids.html\n"
          "p2-eerste-verkoper/f/b1-k1.pdf\n"
          "p2-eerste-verkoper/f/p2-k1.pdf\n"
          "p2-eerste-verkoper/o/b1-k1-w1.pdf\n"
          "p2-eerste-verkoper/o/p2-k1-w1.pdf\n"
          "index.html\n");
}

TEST_CASE("two documents with one path are an error in the manifest") {
    std::string messages;
    (void)planned("documenten:\n" + entry("f", "kerntaak", "f.pdf"), &messages);
    CHECK(messages ==
          "manifest.yaml:7:14: error: documents \"f\" and \"f\" both go to \"p1-verkoper/f.pdf\"\n"
          "     7 |     uitvoer: f.pdf\n"
          "       |              ^~~~~\n"
          "  hint: give each a file name of its own; {{kerntaak.pad}} or {{werkproces.pad}} tells them apart\n"
          "manifest.yaml:7:14: error: documents \"f\" and \"f\" both go to \"p2-eerste-verkoper/f.pdf\"\n"
          "     7 |     uitvoer: f.pdf\n"
          "       |              ^~~~~\n"
          "  hint: give each a file name of its own; {{kerntaak.pad}} or {{werkproces.pad}} tells them apart\n");
}

TEST_CASE("an unknown name in a path is an error in the manifest") {
    std::string messages;
    (void)planned("documenten:\n" + entry("f", "profiel", "f-{{kerntaak.pad}}.pdf"), &messages);
    CHECK(messages ==
          "manifest.yaml:7:14: error: unknown name \"kerntaak.pad\" in uitvoer\n"
          "     7 |     uitvoer: f-{{kerntaak.pad}}.pdf\n"
          "       |              ^~~~~~~~~~~~~~~~~~~~~~\n"
          "  hint: use {{profiel.pad}}, {{kerntaak.pad}} or {{werkproces.pad}}, as far as \"per\" allows\n");
}
