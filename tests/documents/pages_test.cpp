/// Where the pages of real forms end, read from the dump of their layout.

#include "../unit/common/dumped_pages.hpp"
#include "../unit/common/seed.hpp"
#include "make/make.hpp"
#include "plan/plan.hpp"
#include "sbb/sbb.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace dossier;

namespace {

using Page = std::vector<std::string>;
/// By path.
using Forms = std::map<std::string, std::vector<Page>>;

Forms forms_of(const model::Dossier& dossier) {
    Diagnostics diagnostics;
    make::Maker maker;
    REQUIRE(maker.prepare({}, diagnostics));
    const auto jobs = plan::jobs_of(maker.manifest(), dossier, diagnostics);
    const make::Values values = maker.values_of(dossier, jobs, {"", "dossier test"});
    Forms forms;
    for (const plan::Job& job : jobs)
        if (job.kind == plan::Kind::form && job.profiel)
            forms[job.path] = test::dumped_pages(maker.dump(job, values, make::Stage::layout, diagnostics).value());
    return forms;
}

const Forms& real() {
    static const Source source = test::source_file("dossier.yaml");
    static const Forms forms = [] {
        Diagnostics diagnostics;
        return forms_of(yaml::read_dossier(source, diagnostics).value());
    }();
    return forms;
}

/// What each page begins with, after header and repeated rows.
std::string beginnings(const std::vector<Page>& pages) {
    std::string out;
    for (const Page& page : pages)
        for (const std::string& line : page)
            if (const test::DumpedLine l(line); l.content()) {
                out += l.text + '\n';
                break;
            }
    return out;
}

/// Forms whose last page is less than a fifth full.
std::string short_ends(const Forms& forms) {
    constexpr double kRoom = 733;
    std::string out;
    for (const auto& [path, pages] : forms)
        if (pages.size() > 1 && test::used(pages.back(), kRoom) < 0.17) out += path + '\n';
    return out;
}

/// Tables of criteria of which a page has one or two rows, and another page the rest.
std::string splits(const Forms& forms) {
    std::string out;
    for (const auto& [path, pages] : forms) {
        std::map<std::string, std::map<std::size_t, int>> rows;  // by werkproces and page
        for (std::size_t p = 0; p < pages.size(); ++p) {
            std::string before;
            for (const std::string& line : pages[p]) {
                const std::size_t at = line.find("-G");
                if (!line.starts_with("field ") || at == std::string::npos || line.find(" = ") == std::string::npos) continue;
                const std::string criterium = line.substr(6, line.find(' ', 6) - 6);
                if (criterium != before) ++rows[line.substr(6, at - 6)][p];
                before = criterium;
            }
        }
        for (const auto& [werkproces, on_page] : rows)
            if (on_page.size() > 1 && std::any_of(on_page.begin(), on_page.end(), [](const auto& n) { return n.second < 3; }))
                out += path + ' ' + werkproces + '\n';
    }
    return out;
}

}  // namespace

TEST_CASE("pages of the real dossier end where nothing is left alone") {
    const std::string p3 = "p3-e-commerce-specialist/formulieren/";
    CHECK(beginnings(real().at(p3 + "beoordelingsvoorschrift.pdf")) ==
          "Beoordelingsvoorschrift\n"
          "Cruciale criteria\n"
          "P3-K1 Evalueert data en doet verbetervoorstellen voor de digitale \n");
    CHECK(beginnings(real().at(p3 + "examenmatrijs.pdf")) ==
          "Examenmatrijs\n"
          "B1-K1-W1-G6 legt logische relaties tussen en trekt logische conclusies over de marktpositie van de onderneming\n"
          "B1-K2 Verzorgt marketing- en communicatie-activiteiten\n"
          "P3-K1 Evalueert data en doet verbetervoorstellen voor de digitale \n"
          "P3-K1-W4-G3 weet creativiteit treffend in vormgeving te verwerken\n"
          "P3-K2-W2-G2 verwerkt creatieve ideeën die passen bij de bedoeling/opdracht\n"
          "I Presenteren\n"
          "K Vakdeskundigheid toepassen\n");
    CHECK(beginnings(real().at(p3 + "resultatenoverzicht.pdf")) == "Resultatenoverzicht\nConclusie\n");
    CHECK(beginnings(real().at(p3 + "vaststellingsformulier.pdf")) ==
          "Vaststellingsformulier\n4. Het niveau past bij de complexiteit en de zelfstandigheid in het \n");
    // The signature alone: with the conclusion beside it the page before would be open by a third.
    CHECK(short_ends(real()) == "p1-commercieel-medewerker/formulieren/resultatenoverzicht.pdf\n");
    // A page more, or one open by two fifths, would be needed to keep these rows together.
    CHECK(splits(real()) ==
          "p2-consulent-commerciele-arbeidsbemiddeling/formulieren/beoordelingsformulier-p2-k2.pdf P2-K2-W1\n"
          "p3-e-commerce-specialist/formulieren/beoordelingsformulier-p3-k1.pdf P3-K1-W5\n"
          "p3-e-commerce-specialist/formulieren/beoordelingsformulier-p3-k2.pdf P3-K2-W1\n"
          "p5-junior-manager-groothandel/formulieren/beoordelingsformulier-p5-k1.pdf P5-K1-W1\n"
          "p6-junior-manager-internationale-handel/formulieren/beoordelingsformulier-p6-k2.pdf P6-K2-W1\n");
}

TEST_CASE("pages of a dossier that SBB published end where nothing is left alone") {
    const auto path = test::external("examples/sbb-2755-dienstverlening.xml");
    if (path.empty()) return;
    const Source source{"sbb.xml", test::file(path)};
    Diagnostics diagnostics;
    const auto dossier = sbb::import_sbb(source, diagnostics);
    REQUIRE(dossier);
    const Forms forms = forms_of(*dossier);
    CHECK(forms.size() > 10);
    CHECK(short_ends(forms) == "");
    CHECK(splits(forms) ==
          "p1-medewerker-facilitaire-dienstverlening/formulieren/beoordelingsformulier-b1-k1.pdf B1-K1-W1\n"
          "p1-medewerker-facilitaire-dienstverlening/formulieren/beoordelingsformulier-p1-k1.pdf P1-K1-W1\n"
          "p2-helpende-zorg-en-welzijn/formulieren/beoordelingsformulier-b1-k1.pdf B1-K1-W1\n"
          "p3-medewerker-sport-en-recreatie/formulieren/beoordelingsformulier-b1-k1.pdf B1-K1-W1\n");
}
