/// The was-wordt list of two versions of the real dossier, as a page and as a PDF, and the forms it asks to adopt again.

#include "conformance.hpp"
#include "diff/diff.hpp"
#include "changes/wijzigingen.hpp"
#include "folder/folder.hpp"
#include "make/make.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>

using namespace dossier;

namespace {

model::Dossier real() {
    static folder::ReadProblem problem;
    static const Source source{"dossier.yaml", folder::read_file(DOSSIER_SOURCE_DIR "/dossier.yaml", 8u << 20, problem).value()};
    Diagnostics diagnostics;
    return yaml::read_dossier(source, diagnostics).value();
}

struct Changes {
    Diagnostics diagnostics;
    make::Maker maker;
    diff::Verschil verschil;
    std::vector<diff::Formulier> forms;

    Changes(const model::Dossier& old, const model::Dossier& now) : verschil(diff::compare(old, now)) {
        REQUIRE(maker.prepare({}, diagnostics));
        forms = changes::forms_to_adopt(maker, old, now, verschil, diagnostics).value();
    }
    std::string page(const std::string& sjabloon) {
        const view::Build build{"", "dossier test"};
        const auto values = changes::view_changes(verschil, forms, {"Oud & <versie>", "Nieuw"}, build);
        const auto bytes = maker.make_page(sjabloon, values, "wijzigingen", build, diagnostics);
        REQUIRE_MESSAGE(bytes, report(diagnostics));
        return *bytes;
    }
    /// "P1 Beoordelingsformulier B1-K1: reason, reason", without those of which only the kenmerk changed.
    [[nodiscard]] std::vector<std::string> again() const {
        std::vector<std::string> out;
        for (const diff::Formulier& f : forms) {
            if (f.alleen_kenmerk) continue;
            std::string line = f.profiel.substr(0, 2) + ' ' + f.kort + (f.nieuw ? " nieuw" : "") + (f.vervallen ? " vervalt" : "");
            for (std::size_t i = 0; i < f.redenen.size(); ++i) line += (i == 0 ? ": " : ", ") + f.redenen[i];
            out.push_back(line);
        }
        return out;
    }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a reworded criterium of the profieldeel: its forms, of that profiel only") {
    model::Dossier now = real();
    auto& proces = now.profielen[2].kerntaken[0].werkprocessen[1];
    proces.gedrag.criteria[0].value = "verzamelt & ordent <alle> gegevens;";
    const Changes changes(real(), now);
    CHECK(changes.again() == Lines{"P3 Beoordelingsformulier P3-K1: criterium P3-K1-W2-G1 vervallen, criterium P3-K1-W2-G1 nieuw",
                                   "P3 Observatieformulier P3-K1-W2: criterium P3-K1-W2-G1 vervallen, criterium P3-K1-W2-G1 nieuw",
                                   "P3 Examenmatrijs: criterium P3-K1-W2-G1 vervallen, criterium P3-K1-W2-G1 nieuw"});
    CHECK(std::none_of(changes.forms.begin(), changes.forms.end(), [](const diff::Formulier& f) { return !f.profiel.starts_with("P3"); }));
}

TEST_CASE("a text that no form shows changes the kenmerk only") {
    model::Dossier now = real();
    now.basisdeel.kerntaken[0].complexiteit.blokken[0].tekst += " Nieuw.";
    const Changes changes(real(), now);
    CHECK(changes.again().empty());
    CHECK_FALSE(changes.forms.empty());
}

TEST_CASE("a kerntaak that is gone, and one that is new") {
    model::Dossier now = real();
    now.profielen[1].kerntaken.pop_back();
    const auto is_about = [](const std::string& line, const char* what) { return line.find(what) != std::string::npos; };
    const Lines gone = Changes(real(), now).again();
    CHECK(std::count(gone.begin(), gone.end(), "P2 Beoordelingsformulier P2-K2 vervalt") == 1);
    CHECK(std::any_of(gone.begin(), gone.end(), [&](const auto& l) { return is_about(l, "P2 Examenmatrijs: kerntaak P2-K2 vervallen"); }));
    const Lines came = Changes(now, real()).again();
    CHECK(std::count(came.begin(), came.end(), "P2 Beoordelingsformulier P2-K2 nieuw") == 1);
}

TEST_CASE("another scale is another form for everyone") {
    model::Dossier now = real();
    now.beoordeling.schaal.push_back({"uitmuntend", {}});
    const Changes changes(real(), now);
    const Lines again = changes.again();
    for (const char* profiel : {"P1", "P2", "P3", "P4", "P5", "P6"})
        CHECK(std::count(again.begin(), again.end(), std::string(profiel) + " Beoordelingsformulier B1-K1: schaal gewijzigd") == 1);
}

TEST_CASE("the page and the PDF: sealed, tagged, nothing by colour alone") {
    model::Dossier now = real();
    now.basisdeel.kerntaken[0].titel.value += " grondig";
    now.basisdeel.kerntaken[0].werkprocessen[0].gedrag.criteria.erase(now.basisdeel.kerntaken[0].werkprocessen[0].gedrag.criteria.begin());
    now.profielen[0].kerntaken.clear();
    model::number_criteria(now);
    Changes changes(real(), now);
    const std::string page = changes.page("wijzigingen.html");
    CHECK(page.find("stijl-hashes") == std::string::npos);
    CHECK(page.find("script-src 'none'") != std::string::npos);
    CHECK(page.find(" <ins><span class=\"vh\">nieuw: </span>grondig</ins>") != std::string::npos);
    CHECK(page.find("<del><span class=\"vh\">vervallen: </span>") != std::string::npos);
    CHECK(page.find("Oud &amp; &lt;versie&gt;") != std::string::npos);
    CHECK(conformance::check(changes.page("wijzigingen.xhtml")) == Lines{});
}

TEST_CASE("two equal versions have a page and a PDF too") {
    Changes changes(real(), real());
    CHECK(changes.forms.empty());
    CHECK(changes.page("wijzigingen.html").find("De twee versies zijn gelijk.") != std::string::npos);
    CHECK(conformance::check(changes.page("wijzigingen.xhtml")) == Lines{});
}
