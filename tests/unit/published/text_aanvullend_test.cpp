/// Aanvullende eisen in running text: for whom each is, by code and by name, and that none is lost or goes to others.

#include "phrases/audience.hpp"
#include "published/published.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace dossier;
using namespace dossier::model;

namespace {

const std::vector<phrases::NamedProfiel> kProfielen{
    {"P1", "Metselaar"}, {"P2", "Allround metselaar"}, {"P3", "Medewerker sport en recreatie"}, {"P4", "Medewerker sport"}};

/// The codes that the sentence names, "nobody", "everyone", or "no sentence".
std::string audience(std::string_view text) {
    const auto found = phrases::find_audience(text, 0, false, kProfielen);
    if (!found) return "no sentence";
    if (found->everyone) return "everyone";
    std::string out;
    for (const std::string& code : found->codes) out += (out.empty() ? "" : " ") + code;
    return out.empty() ? "nobody" : out;
}

const std::string kHead =
    "Overzicht van het kwalificatiedossier\nP1 Metselaar 2 Nee basisberoepsopleiding\n\nP2 Allround metselaar 3 Nee vakopleiding\n\n"
    "B1-K1 Bouwt B1-K1-W1 Legt\n\nBasisdeel\n\n1. Beroepsspecifieke onderdelen\n\n";

struct Imported {
    std::optional<published::TextImport> result;
    std::string report;
};
Imported imported(const std::string& text) {
    static std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<Source>(Source{"bron.txt", text}));
    Diagnostics diagnostics;
    Imported out{published::import_text(*sources.back(), diagnostics), ""};
    diagnostics.sort();
    out.report = report(diagnostics);
    if (diagnostics.has_errors()) out.result.reset();
    return out;
}

/// "P1: a; b. P2: c." of the criteria, with the competenties of each behind a bar.
std::string eisen(const std::string& gedrag) {
    const Imported i = imported(kHead + "B1-K1: Bouwt\n\nB1-K1-W1: Legt\n\nGedrag\n\n" + gedrag);
    CHECK(i.report == "");
    if (!i.result) return "";
    const Werkproces& w = i.result->dossier.basisdeel.kerntaken.at(0).werkprocessen.at(0);
    const auto line = [](const std::string& code, const Gedrag& gedrag_, const std::vector<Text>& competenties) {
        std::string out = code + ':';
        for (const Text& t : gedrag_.criteria) out += ' ' + t.value;
        for (const Text& t : competenties) out += " | " + t.value;
        return out + '\n';
    };
    std::string out = line("all", w.gedrag, w.competenties);
    for (const auto& eis : w.aanvullende_eisen) out += line(eis.profiel.value, eis.gedrag, eis.competenties);
    return out;
}

}  // namespace

TEST_CASE("aanvullende eisen: who a sentence names") {
    CHECK(audience("Voor P2 geldt aanvullend:") == "P2");
    CHECK(audience("Voor P2 Allround metselaar geldt aanvullend:") == "P2");
    CHECK(audience("Voor Allround metselaar geldt aanvullend:") == "P2");
    CHECK(audience("Voor de allround Metselaar geldt aanvullend:") == "P2");
    CHECK(audience("Voor het profiel \"Allround metselaar\" geldt aanvullend:") == "P2");
    CHECK(audience("Voor ‘Allround metselaar’ (P2) geldt aanvullend:") == "P2");
    CHECK(audience("Voor Allround metselaar (P1) geldt aanvullend:") == "nobody");
    CHECK(audience("Voor P2 “Allround metselaar” geldt bovendien:") == "P2");
    CHECK(audience("Voor P1 en P2 geldt aanvullend:") == "P1 P2");
    CHECK(audience("Voor Metselaar en Allround metselaar geldt aanvullend:") == "P1 P2");
    CHECK(audience("Voor P1 Metselaar, P2 Allround metselaar en P3 Medewerker sport en recreatie gelden aanvullend:") == "P1 P2 P3");
    CHECK(audience("Voor de profielen Metselaar en/of P2 geldt aanvullend het volgende:") == "P1 P2");
    CHECK(audience("Voor Medewerker sport en recreatie geldt aanvullend:") == "P3");
    CHECK(audience("Voor Medewerker sport en Metselaar geldt aanvullend:") == "P4 P1");
    CHECK(audience("Aanvullend geldt voor de Allround metselaar:") == "P2");
    CHECK(audience("Voor alle profielen geldt aanvullend:") == "everyone");
    CHECK(audience("Hij legt. Voor Metselaar geldt aanvullend: hij voegt.") == "P1");
    // Nobody is called so: never everyone.
    CHECK(audience("Voor de Stratenmaker geldt aanvullend:") == "nobody");
    CHECK(audience("Voor P2 en de Stratenmaker geldt aanvullend:") == "nobody");
    CHECK(audience("Voor P9 geldt aanvullend:") == "nobody");
    CHECK(audience("Voor P2 Metselaar geldt aanvullend:") == "nobody");
    // Prose.
    CHECK(audience("Voor het werk is Engels nodig. Dit geldt aanvullend: ja.") == "no sentence");
    CHECK(audience("Voor P2 geldt aanvullend dat hij kiest.") == "no sentence");
    CHECK(audience("Zie ook wat Voor P2 geldt aanvullend: niets.") == "no sentence");
}

TEST_CASE("aanvullende eisen: blocks add up") {
    CHECK(eisen("- a.\n\nVoor P1 en P2 geldt aanvullend:\n\n- b;\n- c.\n\nVoor P2 geldt aanvullend:\n\n- d.\n\n"
                "De onderliggende competenties zijn: Leren\n") == "all: a. | Leren\nP1: b; c.\nP2: b; c. d.\n");
    CHECK(eisen("- a.\n\nVoor P2 Allround metselaar geldt aanvullend:\n\n- b;\n- c.\n\nDe onderliggende competenties zijn: Leren\n\n"
                "Voor P2 Allround metselaar geldt aanvullend: Aansturen, Begeleiden\n") ==
          "all: a. | Leren\nP2: b; c. | Aansturen | Begeleiden\n");
    CHECK(eisen("- a.\n\nDe onderliggende competenties zijn: Leren\n\nVoor P2 geldt aanvullend:\n\n- b.\n\n"
                "De onderliggende competentie is: Aansturen\n") == "all: a. | Leren\nP2: b. | Aansturen\n");
    CHECK(eisen("- a.\n\nVoor P2 geldt aanvullend:\n\n- b.\n\nVoor alle profielen geldt aanvullend:\n\n- c.\n") == "all: a. c.\nP2: b.\n");
    // The phrase and the sentence wrapped.
    CHECK(eisen("- a.\n\nVoor P1 Metselaar en P2 Allround\nmetselaar geldt aanvullend:\n\n- b.\n\nDe onderliggende competenties\n"
                "zijn: Leren,\nAansturen\n") == "all: a. | Leren | Aansturen\nP1: b.\nP2: b.\n");
}

TEST_CASE("aanvullende eisen: twice in each of the places of long text and vakkennis") {
    const std::string twice = "Voor Allround metselaar geldt aanvullend:\n\nEen.\n\nVoor P2 geldt aanvullend: Twee.\n\n";
    const Imported i =
        imported(kHead + "B1-K1: Bouwt\n\nComplexiteit\n\nC.\n\n" + twice + "Verantwoordelijkheid en zelfstandigheid\n\nV.\n\n" + twice +
                 "Vakkennis en vaardigheden\n\n§ kan a\n\nVoor P2 geldt aanvullend:\n\nRubriek\n§ kan b\n\n"
                 "Voor Allround metselaar "
                 "geldt aanvullend:\n\n§ kan c\n\nB1-K1-W1: Legt\n\nOmschrijving\n\nO.\n\n" +
                 twice + "Resultaat\n\nR. " + twice);
    CHECK(i.report == "");
    REQUIRE(i.result);
    const Kerntaak& k = i.result->dossier.basisdeel.kerntaken.at(0);
    REQUIRE(k.aanvullende_eisen.size() == 1);
    const auto& eis = k.aanvullende_eisen[0];
    CHECK(write_tekst(k.complexiteit, 80) == "C.");
    CHECK(write_tekst(eis.complexiteit, 80) == "Een.\n\nTwee.");
    CHECK(write_tekst(eis.verantwoordelijkheid, 80) == "Een.\n\nTwee.");
    REQUIRE(eis.vakkennis.rubrieken.size() == 2);
    CHECK(eis.vakkennis.rubrieken[0].items.size() == 1);
    CHECK(eis.vakkennis.rubrieken[1].titel.value.empty());
    CHECK(eis.vakkennis.rubrieken[1].items.at(0).value == "kan c");
    const Werkproces& w = k.werkprocessen.at(0);
    REQUIRE(w.aanvullende_eisen.size() == 1);
    CHECK(write_tekst(w.aanvullende_eisen[0].omschrijving, 80) == "Een.\n\nTwee.");
    CHECK(write_tekst(w.resultaat, 80) == "R.");
    CHECK(write_tekst(w.aanvullende_eisen[0].resultaat, 80) == "Een.\n\nTwee.");
}

TEST_CASE("aanvullende eisen: a name that nobody has is an error") {
    CHECK(imported(kHead + "B1-K1: Bouwt\n\nComplexiteit\n\nC.\n\nVoor de Allround metselar geldt aanvullend:\n\nMeer.\n\n"
                           "B1-K1-W1: Legt\n")
              .report ==
          "bron.txt:18:1: error: found an aanvullende eis for \"de Allround metselar\", expected the code or the name of a profiel\n"
          "    18 | Voor de Allround metselar geldt aanvullend:\n"
          "       | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
          "  hint: did you mean \"Allround metselaar\"?\n"
          "  hint: the profielen are: P1 Metselaar, P2 Allround metselaar\n"
          "  hint: correct the sentence in the text and import that\n");
    // "geldt ook" on a line of its own is meant so too; inside a paragraph it is prose.
    CHECK(imported(kHead + "B1-K1: Bouwt\n\nComplexiteit\n\nC.\n\nVoor de Stratenmaker geldt ook:\n\nMeer.\n\n"
                           "B1-K1-W1: Legt\n")
              .report.find("error: found an aanvullende eis for \"de Stratenmaker\"") != std::string::npos);
    CHECK(imported(kHead + "B1-K1: Bouwt\n\nComplexiteit\n\nC. Voor de klant geldt ook: op tijd is op tijd.\n\n"
                           "B1-K1-W1: Legt\n")
              .report == "");
}
