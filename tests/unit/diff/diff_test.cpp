#include "diff/diff.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>

namespace {

using namespace dossier;
using diff::Soort;
using diff::Staat;
using diff::Stuk;
using diff::Verschil;
using diff::Wijziging;
using model::Dossier;

constexpr const char* kSmall = R"(naam: Handel
versie: "2024"
basisdeel:
  kerntaken:
    - code: B1-K1
      titel: Verkoopt artikelen
      complexiteit: De verkoper werkt volgens vaste procedures in de winkel.
      vakkennis:
        rubrieken:
          - titel: Klantcontact
            items:
              - heeft kennis van verkooptechnieken
              - kan klachten behandelen
          - titel: Artikelen
            items:
              - heeft kennis van het assortiment
      aanvullende_eisen:
        - profiel: P2
          complexiteit: De eerste verkoper lost ook problemen van collega's op.
      werkprocessen:
        - code: B1-K1-W1
          titel: Ontvangt de klant
          omschrijving: De verkoper groet de klant en vraagt wat die nodig heeft.
          resultaat: De klant voelt zich welkom.
          gedrag:
            criteria:
              - begroet elke klant vriendelijk en op tijd;
              - luistert goed naar de wensen van de klant;
              - vat de vraag van de klant in eigen woorden samen;
          competenties: [Samenwerken en overleggen, Presenteren]
        - code: B1-K1-W2
          titel: Rekent af
          omschrijving: De verkoper rekent de artikelen af aan de kassa.
          gedrag:
            criteria:
              - controleert het wisselgeld nauwkeurig;
              - volgt de kassaprocedure zonder fouten.
    - code: B1-K2
      titel: Beheert de voorraad
      werkprocessen:
        - code: B1-K2-W1
          titel: Vult schappen bij
          omschrijving: De verkoper vult de schappen bij met artikelen uit het magazijn.
          gedrag:
            criteria:
              - plaatst de oudste artikelen vooraan;
              - meldt tekorten direct aan de leidinggevende.
  generiek:
    onderdelen:
      - code: nederlands
        titel: Nederlands
        tekst: De eisen voor Nederlands staan in de wet.
profielen:
  - code: P1
    naam: Verkoper
    niveau: 2
  - code: P2
    naam: Eerste verkoper
    niveau: 3
    kerntaken:
      - code: P2-K1
        titel: Begeleidt collega's
        werkprocessen:
          - code: P2-K1-W1
            titel: Werkt nieuwe collega's in
beoordeling:
  schaal: [onvoldoende, voldoende, goed]
  cesuur: {criteria: alle, werkprocessen: alle}
)";

Dossier parsed(const std::string& text) {
    static std::vector<std::unique_ptr<Source>> sources;
    sources.push_back(std::make_unique<Source>(Source{"klein.yaml", text}));
    Diagnostics found;
    auto dossier = yaml::read_dossier(*sources.back(), found);
    REQUIRE_MESSAGE(dossier, report(found));
    return *dossier;
}

Dossier small() { return parsed(kSmall); }

/// The sample after `edit`, with its criteria numbered again.
Dossier edited(const std::function<void(Dossier&)>& edit) {
    Dossier d = small();
    edit(d);
    model::number_criteria(d);
    return d;
}

model::Text text(const char* value) { return {value, {}}; }

/// All that is not unchanged, one line each.
std::vector<std::string> lines(const Verschil& v) {
    std::vector<std::string> out;
    for (const Wijziging& w : v.alles) {
        if (w.staat == Staat::gelijk) continue;
        std::string line(diff::woord(w.soort));
        if (!w.naam.empty()) line += ' ' + w.naam;
        line += ' ' + w.code_oud + '>' + w.code_nieuw + ' ';
        line += w.staat == Staat::nieuw        ? "nieuw"
                : w.staat == Staat::vervallen  ? "vervallen"
                : w.staat == Staat::vertrokken ? "vertrokken"
                                               : "";
        if (w.staat == Staat::veranderd)
            line += std::string(w.verplaatst ? "verplaatst " : "") + (w.hernummerd ? "hernummerd " : "") +
                    (w.gewijzigd ? "gewijzigd " : "") + (w.volgorde ? "volgorde " : "");
        out.push_back(std::string(trim(line)));
    }
    return out;
}

std::vector<std::string> lines(const Dossier& a, const Dossier& b) { return lines(diff::compare(a, b)); }

std::string marked(const std::vector<Stuk>& stukken) {
    std::string out;
    for (const Stuk& s : stukken)
        out += s.soort == Stuk::Soort::gelijk ? s.tekst : s.soort == Stuk::Soort::weg ? "[-" + s.tekst + "-]" : "{+" + s.tekst + "+}";
    return out;
}

const Wijziging& part(const Verschil& v, Soort soort, std::string_view code_nieuw) {
    for (const Wijziging& w : v.alles)
        if (w.soort == soort && w.code_nieuw == code_nieuw && w.staat != Staat::vertrokken) return w;
    FAIL("no such part");
    return v.alles[0];
}

std::size_t index_of(const Verschil& v, Soort soort, std::string_view code_nieuw) {
    return static_cast<std::size_t>(&part(v, soort, code_nieuw) - v.alles.data());
}

using Lines = std::vector<std::string>;

/// compare(b, a) says the reverse of compare(a, b), of every part.
void check_mirror(const Dossier& a, const Dossier& b) {
    const auto facts = [](const Verschil& v, bool turned) {
        Lines out;
        for (const Wijziging& w : v.alles) {
            if (w.staat == Staat::vertrokken) continue;
            Staat staat = w.staat;
            if (turned && staat == Staat::nieuw) staat = Staat::vervallen;
            else if (turned && staat == Staat::vervallen) staat = Staat::nieuw;
            std::vector<std::string> sides{w.code_oud + '|' + w.oud + '|' + w.profiel_oud + '|' + w.van,
                                           w.code_nieuw + '|' + w.nieuw + '|' + w.profiel_nieuw + '|' + w.naar};
            if (turned) std::swap(sides[0], sides[1]);
            std::string words;
            for (const Stuk& s : w.woorden) {
                Stuk::Soort soort = s.soort;
                if (turned && soort != Stuk::Soort::gelijk) soort = soort == Stuk::Soort::weg ? Stuk::Soort::nieuw : Stuk::Soort::weg;
                words += std::to_string(static_cast<int>(soort));
            }
            // Gone before new, on both sides: the order within one change says nothing.
            for (std::size_t at = 0; (at = words.find("21", at)) != std::string::npos;) words.replace(at, 2, "12");
            out.push_back(std::to_string(static_cast<int>(w.soort)) + ' ' + std::to_string(static_cast<int>(staat)) + ' ' + sides[0] +
                          " > " + sides[1] + ' ' + std::to_string(w.verplaatst) + std::to_string(w.hernummerd) +
                          std::to_string(w.gewijzigd) + std::to_string(w.volgorde) + ' ' + w.verwant + ' ' + words);
        }
        std::sort(out.begin(), out.end());
        return out;
    };
    CHECK(facts(diff::compare(a, b), false) == facts(diff::compare(b, a), true));
}

model::Werkproces& w(Dossier& d, std::size_t k, std::size_t n) { return d.basisdeel.kerntaken[k].werkprocessen[n]; }

}  // namespace

TEST_CASE("a dossier against itself is unchanged") {
    const Verschil v = diff::compare(small(), small());
    CHECK(v.gelijk());
    CHECK(lines(v).empty());
    CHECK(diff::list_changes(v).empty());
    CHECK(diff::categorie(v, 0) == 4);
    CHECK(diff::write_text(v, {}, {"a", "b"}) == "was   a\nwordt b\n\nOngewijzigd.\n");
}

TEST_CASE("a criterium that is new, gone or reworded") {
    const Dossier b = edited([](Dossier& d) {
        auto& criteria = w(d, 0, 0).gedrag.criteria;
        criteria[0].value = "begroet elke klant hartelijk en op tijd;";
        criteria[2].value = "maakt een passend aanbod uit de folder;";
    });
    const Verschil v = diff::compare(small(), b);
    CHECK(lines(v) ==
          Lines{"criterium B1-K1-W1-G1>B1-K1-W1-G1 gewijzigd", "criterium B1-K1-W1-G3> vervallen", "criterium >B1-K1-W1-G3 nieuw"});
    CHECK(marked(part(v, Soort::criterium, "B1-K1-W1-G1").woorden) == "begroet elke klant [-vriendelijk -]{+hartelijk +}en op tijd;");
    CHECK(diff::categorie(v, index_of(v, Soort::werkproces, "B1-K1-W1")) == 2);
    CHECK(diff::categorie(v, index_of(v, Soort::werkproces, "B1-K1-W2")) == 4);
    check_mirror(small(), b);
}

TEST_CASE("a criterium in front renumbers the others, it does not replace them") {
    const Dossier b = edited([](Dossier& d) {
        auto& criteria = w(d, 0, 0).gedrag.criteria;
        criteria.insert(criteria.begin(), text("stelt zich voor met zijn naam;"));
    });
    CHECK(lines(small(), b) == Lines{"criterium >B1-K1-W1-G1 nieuw", "criterium B1-K1-W1-G1>B1-K1-W1-G2 hernummerd",
                                     "criterium B1-K1-W1-G2>B1-K1-W1-G3 hernummerd", "criterium B1-K1-W1-G3>B1-K1-W1-G4 hernummerd"});
    check_mirror(small(), b);
}

TEST_CASE("a kerntaak that is renumbered is the same kerntaak") {
    const Dossier b = edited([](Dossier& d) {
        model::Kerntaak nieuw;
        nieuw.code = text("B1-K1");
        nieuw.titel = text("Werkt veilig en hygienisch");
        model::Werkproces proces;
        proces.code = text("B1-K1-W1");
        proces.titel = text("Maakt de werkplek schoon");
        nieuw.werkprocessen.push_back(proces);
        auto& all = d.basisdeel.kerntaken;
        for (std::size_t k = 0; k < all.size(); ++k) {
            all[k].code.value = "B1-K" + std::to_string(k + 2);
            for (std::size_t n = 0; n < all[k].werkprocessen.size(); ++n)
                all[k].werkprocessen[n].code.value = all[k].code.value + "-W" + std::to_string(n + 1);
        }
        all[0].titel.value = "Verkoopt artikelen en diensten";
        all.insert(all.begin(), nieuw);
    });
    const Verschil v = diff::compare(small(), b);
    CHECK(lines(v) == Lines{"kerntaak >B1-K1 nieuw", "werkproces >B1-K1-W1 nieuw", "kerntaak B1-K1>B1-K2 hernummerd gewijzigd",
                            "kerntaak B1-K2>B1-K3 hernummerd"});
    CHECK_FALSE(v.gelijk());
    CHECK(part(v, Soort::criterium, "B1-K2-W1-G1").code_oud == "B1-K1-W1-G1");
    CHECK(diff::categorie(v, index_of(v, Soort::kerntaak, "B1-K1")) == 1);
    CHECK(diff::categorie(v, index_of(v, Soort::kerntaak, "B1-K2")) == 3);
    CHECK(diff::categorie_kwalificatie(v, index_of(v, Soort::profiel, "P1")) == 2);
    CHECK(diff::reasons(v, {index_of(v, Soort::werkproces, "B1-K2-W2")}, -1, 5) == Lines{"werkproces B1-K1-W2 heet nu B1-K2-W2"});
    check_mirror(small(), b);
}

TEST_CASE("a criterium that moves to another werkproces") {
    const Dossier b = edited([](Dossier& d) {
        auto& from = w(d, 0, 0).gedrag.criteria;
        w(d, 0, 1).gedrag.criteria.push_back(from[1]);
        from.erase(from.begin() + 1);
    });
    const Verschil v = diff::compare(small(), b);
    CHECK(lines(v) == Lines{"criterium B1-K1-W1-G2>B1-K1-W2-G3 vertrokken", "criterium B1-K1-W1-G3>B1-K1-W1-G2 hernummerd",
                            "criterium B1-K1-W1-G2>B1-K1-W2-G3 verplaatst"});
    CHECK(part(v, Soort::criterium, "B1-K1-W2-G3").van == "B1-K1-W1");
    CHECK(part(v, Soort::criterium, "B1-K1-W2-G3").naar == "B1-K1-W2");
    CHECK(diff::categorie(v, index_of(v, Soort::werkproces, "B1-K1-W1")) == 3);
    check_mirror(small(), b);
}

TEST_CASE("a criterium that became a requirement for one profiel only") {
    const Dossier b = edited([](Dossier& d) {
        auto& proces = w(d, 0, 1);
        model::AanvullendeEisWerkproces eis;
        eis.profiel = text("P2");
        eis.gedrag.criteria.push_back(proces.gedrag.criteria.back());
        proces.gedrag.criteria.pop_back();
        proces.aanvullende_eisen.push_back(eis);
    });
    const Verschil v = diff::compare(small(), b);
    CHECK(lines(v) ==
          Lines{"criterium B1-K1-W2-G2>B1-K1-W2-G2 vertrokken", "aanvullende eis > nieuw", "criterium B1-K1-W2-G2>B1-K1-W2-G2 verplaatst"});
    CHECK(part(v, Soort::criterium, "B1-K1-W2-G2").naar == "B1-K1-W2 (alleen P2)");
    const auto p1 = index_of(v, Soort::profiel, "P1");
    const auto p2 = index_of(v, Soort::profiel, "P2");
    CHECK(diff::categorie_kwalificatie(v, p1) == 3);
    CHECK(diff::categorie_kwalificatie(v, p2) == 2);
    check_mirror(small(), b);
}

TEST_CASE("an aanvullende eis follows its profiel to another code, and counts for that profiel only") {
    const Dossier b = edited([](Dossier& d) {
        d.profielen[1].code.value = "P3";
        d.profielen[1].kerntaken[0].code.value = "P3-K1";
        d.profielen[1].kerntaken[0].werkprocessen[0].code.value = "P3-K1-W1";
        auto& eis = d.basisdeel.kerntaken[0].aanvullende_eisen[0];
        eis.profiel.value = "P3";
        eis.complexiteit = model::parse_tekst("De eerste verkoper lost ook grote problemen van collega's op.", {});
    });
    const Verschil v = diff::compare(small(), b);
    CHECK(lines(v) == Lines{"tekst complexiteit > gewijzigd", "profiel P2>P3 hernummerd"});
    CHECK(diff::categorie(v, index_of(v, Soort::kerntaak, "B1-K1"), static_cast<int>(index_of(v, Soort::profiel, "P1"))) == 4);
    CHECK(diff::categorie(v, index_of(v, Soort::kerntaak, "B1-K1"), static_cast<int>(index_of(v, Soort::profiel, "P3"))) == 3);
    check_mirror(small(), b);
}

TEST_CASE("a werkproces that moves to another kerntaak takes its criteria along") {
    const Dossier b = edited([](Dossier& d) {
        model::Werkproces moved = w(d, 0, 1);
        moved.code.value = "B1-K2-W2";
        d.basisdeel.kerntaken[0].werkprocessen.pop_back();
        d.basisdeel.kerntaken[1].werkprocessen.push_back(moved);
    });
    CHECK(lines(small(), b) == Lines{"werkproces B1-K1-W2>B1-K2-W2 vertrokken", "werkproces B1-K1-W2>B1-K2-W2 verplaatst"});
    check_mirror(small(), b);
}

TEST_CASE("a criterium split in two, and two joined in one") {
    const Dossier b = edited([](Dossier& d) {
        auto& criteria = w(d, 0, 0).gedrag.criteria;
        criteria[0].value = "begroet elke klant vriendelijk;";
        criteria.insert(criteria.begin() + 1, text("begroet elke klant op tijd;"));
    });
    const Verschil v = diff::compare(small(), b);
    CHECK(part(v, Soort::criterium, "B1-K1-W1-G1").code_oud == "B1-K1-W1-G1");
    CHECK(part(v, Soort::criterium, "B1-K1-W1-G2").staat == Staat::nieuw);
    CHECK(part(v, Soort::criterium, "B1-K1-W1-G2").verwant == "B1-K1-W1-G1");
    const Verschil back = diff::compare(b, small());
    const auto gone = std::find_if(back.alles.begin(), back.alles.end(), [](const Wijziging& x) { return x.staat == Staat::vervallen; });
    REQUIRE(gone != back.alles.end());
    CHECK(gone->verwant == "B1-K1-W1-G1");
    check_mirror(small(), b);
}

TEST_CASE("vakkennis: other rubriek, other order, reworded") {
    const Dossier b = edited([](Dossier& d) {
        auto& rubrieken = d.basisdeel.kerntaken[0].vakkennis.rubrieken;
        rubrieken[1].items.push_back(rubrieken[0].items[1]);
        rubrieken[0].items.pop_back();
        rubrieken[0].items[0].value = "heeft brede kennis van verkooptechnieken";
        rubrieken[1].titel.value = "Artikelen en diensten";
    });
    CHECK(lines(small(), b) == Lines{"vakkennis > gewijzigd", "vakkennis > vertrokken", "rubriek > gewijzigd", "vakkennis > verplaatst"});
    check_mirror(small(), b);
    const Dossier c = edited([](Dossier& d) {
        auto& items = d.basisdeel.kerntaken[0].vakkennis.rubrieken[0].items;
        std::swap(items[0], items[1]);
        std::swap(w(d, 0, 0).competenties[0], w(d, 0, 0).competenties[1]);
    });
    CHECK(lines(small(), c) == Lines{"rubriek > volgorde", "werkproces B1-K1-W1>B1-K1-W1 volgorde"});
    check_mirror(small(), c);
}

TEST_CASE("competenties, generieke onderdelen, head fields and beoordeling") {
    const Dossier b = edited([](Dossier& d) {
        w(d, 0, 0).competenties[1] = text("Leren");
        d.basisdeel.generiek.onderdelen[0].tekst = model::parse_tekst("De eisen voor Nederlands staan in het besluit.", {});
        d.versie.value = "2025";
        d.beoordeling.schaal = {text("onvoldoende"), text("voldoende")};
    });
    const Verschil v = diff::compare(small(), b);
    CHECK(lines(v) == Lines{"tekst versie > gewijzigd", "competentie > vervallen", "competentie > nieuw", "tekst tekst > gewijzigd",
                            "tekst schaal > gewijzigd"});
    CHECK(diff::categorie_kwalificatie(v, index_of(v, Soort::profiel, "P1")) == 2);
    const Dossier c = edited([](Dossier& d) { d.beoordeling.schaal = {text("onvoldoende"), text("voldoende")}; });
    CHECK(diff::categorie(diff::compare(small(), c), 0) == 4);  // the school's own choice is no change of the national text
    check_mirror(small(), b);
}

TEST_CASE("a profiel that is new, and one that is gone") {
    const Dossier b = edited([](Dossier& d) { d.profielen.erase(d.profielen.begin()); });
    const Verschil v = diff::compare(small(), b);
    CHECK(lines(v) == Lines{"profiel P1> vervallen", "tekst niveau > vervallen"});
    CHECK(diff::categorie(diff::compare(b, small()), index_of(diff::compare(b, small()), Soort::profiel, "P1")) == 1);
    check_mirror(small(), b);
}

TEST_CASE("another dossier altogether is category 1") {
    const Dossier other = parsed(R"(naam: Zorg
basisdeel:
  kerntaken:
    - code: B1-K1
      titel: Ondersteunt bij wonen en huishouden
      werkprocessen: [{code: B1-K1-W1, titel: Maakt maaltijden klaar}]
profielen: [{code: P1, naam: Helpende zorg en welzijn, niveau: 2}]
beoordeling:
  schaal: [onvoldoende, voldoende, goed]
  cesuur: {criteria: alle, werkprocessen: alle}
)");
    CHECK(diff::categorie(diff::compare(small(), other), 0) == 1);
    check_mirror(small(), other);
}

TEST_CASE("words that changed: signs apart, small islands joined, nothing lost") {
    CHECK(marked(diff::compare_words("a b c", "a b c")) == "a b c");
    CHECK(marked(diff::compare_words("kijkt vriendelijk;", "kijkt vriendelijk.")) == "kijkt vriendelijk[-;-]{+.+}");
    CHECK(marked(diff::compare_words("neemt de grote doos mee", "neemt het kleine de pak mee")) ==
          "neemt [-de grote doos -]{+het kleine de pak +}mee");
    CHECK(marked(diff::compare_words("", "nieuw")) == "{+nieuw+}");
    // The space before a word that is gone at the end goes with it: neither text is glued.
    CHECK(marked(diff::compare_words("legt vast en volledig;", "legt vast;")) == "legt vast[- en volledig-];");
    CHECK(marked(diff::compare_words("legt vast;", "legt vast en volledig;")) == "legt vast{+ en volledig+};");
    CHECK(marked(diff::compare_words("een marge - winst", "een marge -winst")) == "een marge -[- -]winst");
    CHECK(marked(diff::compare_words("geheel anders", "niets gemeen")) == "[-geheel anders-]{+niets gemeen+}");
    CHECK(marked(diff::compare_words("café open", "café dicht")) == "café [-open-]{+dicht+}");
    const std::string a = "De verkoper groet de klant, vraagt wat die nodig heeft en wijst de weg.\n\n- een\n- twee";
    const std::string b = "De verkoper begroet de klant en vraagt wat deze nodig heeft.\n\n- een\n- drie\n- twee";
    const auto without = [](const std::vector<Stuk>& all, Stuk::Soort soort) {
        std::string out;
        for (const Stuk& s : all) out += s.soort == soort ? std::string() : s.tekst;
        return out;
    };
    CHECK(without(diff::compare_words(a, b), Stuk::Soort::weg) == b);
    // Of a space in one text and a line end in the other, both equal, the new one is shown.
    const auto spaced = [](std::string text) {
        std::string out;
        for (const char c : text)
            if ((c != ' ' && c != '\n') || !out.ends_with(' ')) out += c == '\n' ? ' ' : c;
        return out;
    };
    CHECK(spaced(without(diff::compare_words(a, b), Stuk::Soort::nieuw)) == spaced(a));
}

TEST_CASE("in the list a change of nothing but space is marked, and space around words is not") {
    const auto list = [](const char* old, const char* now) {
        Dossier a = small(), b = small();
        w(a, 0, 0).gedrag.criteria[0].value = old;
        w(b, 0, 0).gedrag.criteria[0].value = now;
        return diff::write_text(diff::compare(a, b), {}, {"oud", "nieuw"});
    };
    CHECK(list("begroet (vriendelijk) , snel/goed;", "begroet (vriendelijk), snel/goed;").find("begroet (vriendelijk)[- -], snel/goed;") !=
          std::string::npos);
    CHECK(list("legt vast en volledig;", "legt vast;").find("legt vast [-en volledig-];") != std::string::npos);
    CHECK(list("legt vast;", "legt vast en volledig;").find("legt vast {+en volledig+};") != std::string::npos);
}

TEST_CASE("the list for a terminal") {
    const Dossier b = edited([](Dossier& d) {
        d.versie.value = "2025";
        w(d, 0, 0).gedrag.criteria[0].value = "begroet elke klant hartelijk en op tijd;";
        auto& from = w(d, 0, 0).gedrag.criteria;
        w(d, 0, 1).gedrag.criteria.push_back(from[1]);
        from.erase(from.begin() + 1);
    });
    const std::vector<diff::Formulier> forms{{"P1 Verkoper",
                                              "Beoordelingsformulier B1-K1 Verkoopt artikelen",
                                              "Beoordelingsformulier B1-K1",
                                              "beoordelingsformulier",
                                              "x.pdf",
                                              false,
                                              false,
                                              false,
                                              {"criterium B1-K1-W1-G1 gewijzigd"}}};
    const std::string list =
        diff::write_text(diff::compare(small(), b), forms, {"Handel, versie 2024 (oud.yaml)", "Handel, versie 2025 (nieuw.yaml)"});
    CHECK(list == R"(was   Handel, versie 2024 (oud.yaml)
wordt Handel, versie 2025 (nieuw.yaml)

TELLING
                             nieuw   vervallen  verplaatst  hernummerd   gewijzigd ongewijzigd
  profiel                        -           -           -           -           -           2
  kerntaak                       -           -           -           -           -           3
  werkproces                     -           -           -           -           -           4
  criterium                      -           -           1           1           1           4
  vakkennis                      -           -           -           -           -           3
  aanvullende eis                -           -           -           -           -           1
  competentie                    -           -           -           -           -           2
  generiek onderdeel             -           -           -           -           -           1

CATEGORIE (1 nieuw, 2 nieuwe onderdelen, 3 wijzigingen, 4 ongewijzigd)
                       Basisdeel
  3 wijzigingen          B1-K1 Verkoopt artikelen
  3 wijzigingen            B1-K1-W1 Ontvangt de klant
  3 wijzigingen            B1-K1-W2 Rekent af
  4 ongewijzigd          B1-K2 Beheert de voorraad
  3 wijzigingen        P1 Verkoper
  3 wijzigingen        P2 Eerste verkoper
  4 ongewijzigd          P2-K1 Begeleidt collega's

WIJZIGINGEN ([-vervallen-] {+nieuw+})

Het dossier
  - versie: gewijzigd
      [-2024-] {+2025+}

Basisdeel

  B1-K1 Verkoopt artikelen  [3 wijzigingen]

    B1-K1-W1 Ontvangt de klant  [3 wijzigingen]
      - criterium B1-K1-W1-G1: gewijzigd
          begroet elke klant [-vriendelijk-] {+hartelijk+} en op tijd;
      - criterium B1-K1-W1-G2: verplaatst, naar B1-K1-W2 (nu B1-K1-W2-G3)
          luistert goed naar de wensen van de klant;
      - criterium B1-K1-W1-G2: hernummerd, was B1-K1-W1-G3
          vat de vraag van de klant in eigen woorden samen;

    B1-K1-W2 Rekent af  [3 wijzigingen]
      - criterium B1-K1-W2-G3: verplaatst, van B1-K1-W1 (was B1-K1-W1-G2)
          luistert goed naar de wensen van de klant;

FORMULIEREN DIE DE EXAMENCOMMISSIE OPNIEUW VASTSTELT

  P1 Verkoper
    - Beoordelingsformulier B1-K1 Verkoopt artikelen: criterium B1-K1-W1-G1 gewijzigd
)");
}

TEST_CASE("speed: 300 criteria that all changed, and texts without end") {
    Dossier a = small();
    for (int i = 0; i < 300; ++i)
        w(a, 0, 0).gedrag.criteria.push_back(
            text(("handelt situatie " + std::to_string(i * 7919 % 1000) + " volgens afspraak " + std::to_string(i) + " met de klant af;")
                     .c_str()));
    model::number_criteria(a);
    Dossier b = a;
    for (auto& c : w(b, 0, 0).gedrag.criteria) c.value.insert(c.value.size() - 1, " en meldt dat");
    std::reverse(w(b, 0, 0).gedrag.criteria.begin(), w(b, 0, 0).gedrag.criteria.end());
    std::string endless_a;
    std::string endless_b;
    for (int i = 0; i < 100000; ++i) {
        endless_a += "woord" + std::to_string(i * 7 % 1000) + ' ';
        endless_b += "woord" + std::to_string(i * 11 % 1000) + ' ';
    }
    const auto begin = std::chrono::steady_clock::now();
    const Verschil v = diff::compare(a, b);
    CHECK(diff::compare_words(endless_a, endless_b).size() == 2);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    CHECK(took.count() < 1000);
    MESSAGE("300 criteria and 100,000 words: " << took.count() << " ms");
    CHECK(std::none_of(v.alles.begin(), v.alles.end(),
                       [](const Wijziging& x) { return x.soort == Soort::criterium && x.staat == Staat::nieuw; }));
    check_mirror(a, b);
}

TEST_CASE("the real dossier: unchanged against itself, mirrored after shuffling its parts") {
    std::ifstream in(DOSSIER_SOURCE_DIR "/dossier.yaml");
    std::ostringstream all;
    all << in.rdbuf();
    const Dossier a = parsed(all.str());
    CHECK(diff::compare(a, a).gelijk());
    Dossier b = a;
    std::reverse(b.profielen.begin(), b.profielen.end());
    for (model::Kerntaak& k : b.basisdeel.kerntaken)
        for (model::Werkproces& p : k.werkprocessen) {
            if (!p.gedrag.criteria.empty()) p.gedrag.criteria.erase(p.gedrag.criteria.begin());
            p.titel.value += " opnieuw";
        }
    model::number_criteria(b);
    check_mirror(a, b);
}
