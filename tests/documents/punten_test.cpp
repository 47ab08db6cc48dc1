/// A dossier whose committee uses all that `beoordeling` has: points, weights, a minimum, what may not apply, marks, attempts. Each
/// document says so, and its fields are there to be filled.

#include "../unit/common/building.hpp"
#include "check/check.hpp"
#include "conformance.hpp"
#include "folder/folder.hpp"
#include "read_back.hpp"
#include "scoring/zinnen.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <set>

using namespace dossier;
using namespace read_back;

namespace {

constexpr const char* kBeoordeling = R"(beoordeling:
  schaal: [onvoldoende, voldoende, goed]
  punten:
    - {waarde: onvoldoende, punten: 0}
    - {waarde: voldoende, punten: 2}
    - {waarde: goed, punten: 3}
  cesuur:
    criteria: 75%
    werkproces_punten: 50%
    werkproces_minimum: 40%
    werkprocessen: 60%
    kerntaak_punten: 55%
  onderdelen:
    - {code: B1-K1-W1, gewicht: 2}
    - {code: B1-K1-W1-G2, gewicht: 3}
    - {code: B1-K1-W2, cesuur: 60%, minimum: 50%}
    - {code: P3-K1, cesuur: 60 punten}
  cruciaal: [B1-K1-W2-G4]
  niet_van_toepassing: [B1-K1-W2-G1]
  cijfer: {bij_cesuur: "5,5", afronding: een decimaal}
  herkansing: {pogingen: 3, telt: hoogste}

)";

struct Made {
    std::unique_ptr<Source> source;
    model::Dossier dossier;
    std::vector<OutputFile> files;

    [[nodiscard]] const OutputFile& file(const std::string& path) const {
        const std::string whole = "p3-e-commerce-specialist/" + path;
        const auto found = std::find_if(files.begin(), files.end(), [&](const OutputFile& f) { return f.path == whole; });
        REQUIRE_MESSAGE(found != files.end(), whole);
        return *found;
    }
    [[nodiscard]] const model::Kerntaak& kerntaak(std::size_t i) const { return *model::kerntaken_of(dossier, dossier.profielen[2]).at(i); }
};

/// The dossier of the project with that beoordeling; everything of P3.
const Made& made() {
    static const Made all = [] {
        Made m;
        folder::ReadProblem problem;
        std::string text = folder::read_file(DOSSIER_SOURCE_DIR "/dossier.yaml", 8u << 20, problem).value();
        const std::size_t from = text.find("\nbeoordeling:\n") + 1, to = text.find("\nbegrippen:\n") + 1;
        REQUIRE(from < to);
        text.replace(from, to - from, kBeoordeling);
        m.source = std::make_unique<Source>(Source{"punten.yaml", text});
        Diagnostics diagnostics;
        m.dossier = yaml::read_dossier(*m.source, diagnostics).value();
        m.dossier.vastgesteld.value = "2025-08-01";  // CASE wants a date
        check::check_dossier(m.dossier, diagnostics);
        for (const Diagnostic& d : diagnostics.all())
            CHECK_MESSAGE((d.code == "outline-only" || d.code == "missing-part"), d.message.text());
        Diagnostics building;
        make::Maker maker;
        REQUIRE(maker.prepare({}, building));
        const auto built = test::build(maker, m.dossier, {{"P3"}, {}, "", ""}, building);
        REQUIRE_MESSAGE(built, report(building));
        m.files = built->files;
        return m;
    }();
    return all;
}

/// How often the form has a button for `value` in `group`.
std::size_t buttons(const OutputFile& file, const std::string& group, const std::string& value) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("form", file.bytes.data(), file.bytes.size());
    std::size_t n = 0;
    QPDFAcroFormDocumentHelper form(pdf);
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages())
        for (auto& widget : form.getWidgetAnnotationsForPage(page)) {
            if (form.getFieldForAnnotation(widget).getFullyQualifiedName() != group) continue;
            n += widget.getObjectHandle().getKey("/AP").getKey("/N").hasKey("/" + value) ? 1 : 0;
        }
    return n;
}

bool has_field(const OutputFile& file, const std::string& name) { return fields_of(file).widgets.contains(name); }

}  // namespace

TEST_CASE("points: every form keeps to the rules of PDF/UA-1 and PDF/A-2a that we can check") {
    std::size_t forms = 0;
    for (const OutputFile& file : made().files) {
        if (!file.path.ends_with(".pdf")) continue;
        ++forms;
        INFO(file.path);
        std::string findings;
        for (const std::string& finding : conformance::check(file.bytes)) findings += finding + '\n';
        CHECK(findings == "");
    }
    CHECK(forms > 20);
}

TEST_CASE("points: the beoordelingsformulier has the choice, the fields and the rules") {
    const model::Beoordeling& b = made().dossier.beoordeling;
    const OutputFile& form = made().file("formulieren/beoordelingsformulier-b1-k1.pdf");
    const std::string text = text_of(form);
    CHECK(buttons(form, "B1-K1-W2-G1", "niet-van-toepassing") == 1);
    CHECK(buttons(form, "B1-K1-W2-G2", "niet-van-toepassing") == 0);
    CHECK(buttons(form, "B1-K1-W1-G1", "niet-van-toepassing") == 0);
    CHECK(buttons(form, "B1-K1-W2-resultaat", "niet-van-toepassing") == 0);
    CHECK(buttons(form, "B1-K1-W2-G1", "niet-beoordeeld") == 1);
    CHECK(buttons(form, "B1-K1-W2-G1", "goed") == 1);
    for (const char* name : {"B1-K1-W1-punten", "B1-K1-W2-punten", "B1-K1-punten", "B1-K1-cijfer"})
        CHECK_MESSAGE(has_field(form, name), name);
    const scoring::TeBeoordelenKerntaak deel = scoring::te_beoordelen(made().kerntaak(0), "P3");
    for (const scoring::TeBeoordelen& w : deel.werkprocessen) CHECK(count(text, scoring::zin_werkproces(b, w)) >= 1);
    CHECK(count(text, scoring::zin_kerntaak(b, deel)) == 1);
    CHECK(count(text, scoring::zin_punten(b)) == 1);
    CHECK(count(text, std::string(scoring::zin_minimum(b))) == 1);
    CHECK(count(text, std::string(scoring::zin_niet_van_toepassing(b))) == 1);
    CHECK(count(text, "goed (3)") >= 5);
    CHECK(count(text, "(telt 3 keer)") == 1);
    CHECK(count(text, "Dit werkproces telt 2 keer mee") == 1);
    CHECK(count(text, "Punten (meest " + std::to_string(scoring::meeste_punten(b, deel)) + ")") == 1);

    const OutputFile& other = made().file("formulieren/beoordelingsformulier-p3-k1.pdf");
    const std::string said = text_of(other);
    CHECK(count(said, "niet van toepassing") == 0);
    CHECK(count(said, "(telt") == 0);
    CHECK(count(said, "ten minste 60 van de ") == 1);
}

TEST_CASE("points: the beoordelingsvoorschrift explains all of it, with every mark") {
    const model::Beoordeling& b = made().dossier.beoordeling;
    const std::string text = text_of(made().file("formulieren/beoordelingsvoorschrift.pdf"));
    for (const std::string& words :
         {scoring::zin_punten(b), scoring::zin_werkproces(b), scoring::zin_kerntaak(b), scoring::zin_cijfer(b), scoring::zin_rekenen(b),
          scoring::zin_herkansing(b), std::string(scoring::zin_minimum(b)), std::string(scoring::zin_gewicht(b)),
          std::string(scoring::zin_cruciaal()), std::string(scoring::zin_niet_van_toepassing(b))})
        CHECK_MESSAGE(count(text, words) == 1, words);
    CHECK(count(text, "werkproces B1-K1-W1: 2 keer") == 1);
    CHECK(count(text, "criterium B1-K1-W1-G2: 3 keer") == 1);
    const scoring::TeBeoordelenKerntaak deel = scoring::te_beoordelen(made().kerntaak(2), "P3");
    REQUIRE(deel.kerntaak == "P3-K1");
    std::string rows;
    std::size_t n = 0;
    for (const scoring::CijferVanaf& each : scoring::cijfertabel(b.cijfer, 60, scoring::meeste_punten(b, deel))) {
        rows += std::to_string(each.punten) + ' ' + scoring::tekst(each.cijfer, b.cijfer) + ' ';
        if (++n % 4 == 0 && n <= 40) {
            CHECK_MESSAGE(count(text, rows) >= 1, rows);
            rows.clear();
        }
    }
    CHECK(n > 40);
}

TEST_CASE("points: results, guide and vaststelling") {
    const model::Beoordeling& b = made().dossier.beoordeling;
    const OutputFile& results = made().file("formulieren/resultatenoverzicht.pdf");
    for (const char* code : {"B1-K1", "B1-K2", "P3-K1", "P3-K2"}) {
        CHECK(has_field(results, std::string(code) + "-poging"));
        CHECK(has_field(results, std::string(code) + "-cijfer"));
        CHECK(buttons(results, std::string(code) + "-resultaat", "vrijstelling") == 1);
    }
    CHECK(count(text_of(results), scoring::zin_herkansing(b)) == 1);
    CHECK(count(text_of(made().file("formulieren/vaststellingsformulier.pdf")), "3. Schaal, punten, cesuur en cruciale criteria") == 1);
    const std::string& guide = made().file("studiegids.html").bytes;
    for (const std::string& words : {scoring::zin_punten(b), scoring::zin_kerntaak(b), scoring::zin_cijfer(b), scoring::zin_herkansing(b),
                                     std::string(scoring::zin_minimum(b)), std::string("Zo word je beoordeeld"), std::string("telt 3 keer"),
                                     scoring::zin_werkproces(b, scoring::te_beoordelen(made().kerntaak(0), "P3").werkprocessen[1])})
        CHECK_MESSAGE(guide.find(words) != std::string::npos, words);
}

TEST_CASE("points: exchange formats carry them where they have a place") {
    const OutputFile& qti = made().file("uitwisseling/qti.zip");
    const auto read = [&](const std::string& name) {
        return said_of(qti,
                       "python3 -c \"import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('" + name + "'))\" %");
    };
    const std::string item = read("items/b1-k1-w1.xml"), drops = read("items/b1-k1-w2.xml");
    CHECK(item.find("<mapEntry mapKey=\"W3\" mappedValue=\"9\"/>") != std::string::npos);  // goed, times 3
    CHECK(item.find("<mapEntry mapKey=\"W2\" mappedValue=\"2\"/>") != std::string::npos);
    CHECK(item.find("normalMaximum=\"24\" masteryValue=\"12\"") != std::string::npos);
    CHECK(item.find("<mapResponse identifier=\"B1-K1-W1-G6\"/>") != std::string::npos);
    CHECK(item.find("externalScored") == std::string::npos);
    CHECK(item.find("NVT") == std::string::npos);
    CHECK(drops.find("<simpleChoice identifier=\"NVT\" fixed=\"true\">niet van toepassing</simpleChoice>") != std::string::npos);
    CHECK(drops.find("normalMaximum") == std::string::npos);
    const std::string& framework = made().file("uitwisseling/case.json").bytes;
    CHECK(framework.find("\"score\": 0,") != std::string::npos);
    CHECK(framework.find("\"score\": 1,") == std::string::npos);
    CHECK(framework.find("\"weight\": 3,") != std::string::npos);
    CHECK(made().file("uitwisseling/canvas-leerdoelen.csv").bytes.find(",2,3,goed,2,voldoende,0,onvoldoende") != std::string::npos);
}
