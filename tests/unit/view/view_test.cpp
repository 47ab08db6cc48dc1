#include "view/view.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <map>

using namespace dossier;
using namespace dossier::model;

namespace {

Text text(std::string s) { return {std::move(s), {}}; }
Tekst long_text(std::string_view notation) { return parse_tekst(notation, {}); }

Begrip begrip(std::string term, std::string taal, std::string_view betekenis, std::string taal_betekenis) {
    Begrip b;
    b.term = text(std::move(term));
    b.taal = text(std::move(taal));
    b.betekenis = long_text(betekenis);
    b.taal_betekenis = text(std::move(taal_betekenis));
    return b;
}

Werkproces werkproces(std::string code, std::string titel) {
    Werkproces w;
    w.code = text(std::move(code));
    w.titel = text(std::move(titel));
    return w;
}

/// Two profielen: P1 in full, with an aanvullende eis of its own; P2 in outline.
Dossier sample() {
    Dossier d;
    d.naam = text("Commercie");
    d.vastgesteld = text("2025-08-01");
    d.beoordeling.schaal = {text("onvoldoende"), text("voldoende"), text("goed")};
    d.beoordeling.cesuur.criteria = text("75%");
    d.beoordeling.cesuur.werkprocessen = text("alle");
    d.beoordeling.cruciaal = {text("B1-K1-W1-G2")};
    d.begrippen = {begrip("CRM", "", "Relatiebeheer.", "")};

    Werkproces w = werkproces("B1-K1-W1", "Onderzoekt");
    w.omschrijving = long_text("Kijkt rond. Zie https://example.org/a. Gebruikt CRM en nog eens CRM.\n\n- een\n  - twee");
    w.gedrag.aanhef = text("De beginnend beroepsbeoefenaar:");
    w.gedrag.criteria = {text("zoekt;"), text("vindt;"), text("deelt.")};
    w.competenties = {text("Onderzoeken"), text("Samenwerken en overleggen")};
    AanvullendeEisWerkproces eis;
    eis.profiel = text("P1");
    eis.gedrag.criteria = {text("onthoudt.")};
    w.aanvullende_eisen = {eis};
    Kerntaak basis;
    basis.code = text("B1-K1");
    basis.titel = text("Onderzoekt de markt");
    basis.vakkennis.rubrieken = {
        {text("Kennis"), {text("heeft kennis van de markt"), text("kan een analyse maken"), text("kan één ding")}, {}}};
    basis.werkprocessen = {w};
    d.basisdeel.kerntaken = {basis};

    for (const char* code : {"P1", "P2"}) {
        Profiel p;
        p.code = text(code);
        p.naam = text(std::string("Profiel ") + code);
        p.niveau.value = 4;
        Kerntaak k;
        k.code = text(std::string(code) + "-K1");
        k.titel = text("Verkoopt");
        k.werkprocessen = {werkproces(std::string(code) + "-K1-W1", "Voert aftersales uit")};
        if (p.code.value == "P1") {
            k.werkprocessen[0].resultaat = long_text("Tevreden klanten.");
            k.vakkennis.rubrieken = {{text(""), {text("heeft kennis van de markt;")}, {}}};
        }
        p.kerntaken = {k};
        d.profielen.push_back(p);
    }
    number_criteria(d);
    return d;
}

const view::Value& at(const view::Value& value, std::string_view path) {
    const view::Value* found = value.find(path);
    REQUIRE_MESSAGE(found != nullptr, "no value " << path);
    return *found;
}
const view::Value& item(const view::Value& value, std::string_view path, std::size_t i) { return at(value, path).list()->at(i); }
std::string str(const view::Value& value, std::string_view path) {
    const view::Value& v = at(value, path);
    if (v.boolean() != nullptr) return *v.boolean() ? "ja" : "nee";
    return *v.text();
}

}  // namespace

TEST_CASE("values are shared until one copy is changed") {
    view::Value a;
    a.set("lijst", view::List{view::Value("x")});
    view::Value b = a;
    CHECK(at(a, "lijst").list() == at(b, "lijst").list());
    b.set("lijst", view::Value("weg"));
    CHECK(at(a, "lijst").list()->size() == 1);
    CHECK(str(b, "lijst") == "weg");
    CHECK(view::dump(a) == "lijst:\n  - \"x\"\n");
    CHECK(a.find("lijst.x") == nullptr);
}

TEST_CASE("a kwalificatie has the basisdeel, its own kerntaken and only its own aanvullende eisen") {
    const Dossier d = sample();
    const view::Value p1 = view::view_kwalificatie(d, d.profielen[0], {"", "dossier"});
    CHECK(str(p1, "dossier.vastgesteld") == "1 augustus 2025");
    CHECK(str(p1, "build.datum") == "");
    CHECK(str(p1, "profiel.pad") == "p1-profiel-p1");
    CHECK(at(p1, "kerntaken").list()->size() == 2);
    const view::Value& w = item(item(p1, "kerntaken", 0), "werkprocessen", 0);
    CHECK(str(w, "id") == "b1-k1-w1");
    CHECK(at(w, "criteria").list()->size() == 4);
    CHECK(str(item(w, "criteria", 0), "tekst") == "zoekt;");
    CHECK(str(item(w, "criteria", 0), "zin") == "zoekt");
    CHECK(str(item(w, "criteria", 1), "cruciaal") == "ja");
    CHECK(str(item(w, "criteria", 3), "code") == "B1-K1-W1-G4");
    CHECK(str(item(w, "criteria", 3), "aanvullend") == "ja");
    CHECK(str(item(w, "criteria", 3), "laatste") == "ja");
    CHECK(str(w, "cesuur") ==
          "Dit werkproces is voldoende als ten minste 3 van de 4 criteria minstens voldoende zijn, waaronder het cruciale criterium.");
    CHECK(str(p1, "volgende.code") == "P2");
    CHECK(str(p1, "vorige") == "nee");

    const view::Value p2 = view::view_kwalificatie(d, d.profielen[1], {"2025-12-01", "dossier"});
    CHECK(at(item(item(p2, "kerntaken", 0), "werkprocessen", 0), "criteria").list()->size() == 3);
    CHECK(str(p2, "profiel.alleen_titels") == "ja");
    CHECK(str(p1, "profiel.alleen_titels") == "nee");
    CHECK(str(item(p2, "kerntaken", 1), "alleen_titel") == "ja");
    CHECK(str(p2, "build.datum") == "1 december 2025");
    CHECK(str(p2, "vorige.pad") == "p1-profiel-p1");
}

TEST_CASE("long text becomes a flat list with links, terms at first use and balanced lists") {
    const Dossier d = sample();
    const view::Value p1 = view::view_kwalificatie(d, d.profielen[0], {});
    const view::Value& text_blocks = at(item(item(p1, "kerntaken", 0), "werkprocessen", 0), "omschrijving");
    const view::List& pieces = *at(text_blocks.list()->at(0), "stukken").list();
    REQUIRE(pieces.size() == 5);
    CHECK(str(pieces[1], "url") == "https://example.org/a");
    CHECK(str(pieces[2], "tekst") == ". Gebruikt ");
    CHECK(str(pieces[3], "begrip") == "begrip-crm");
    CHECK(str(pieces[4], "tekst") == " en nog eens CRM.");
    std::string kinds;
    for (const view::Value& block : *text_blocks.list())
        for (const char* kind : {"alinea", "begin_opsomming", "eind_opsomming", "begin_punt", "eind_punt"})
            if (str(block, kind) == "ja") kinds += std::string(kind) + " ";
    CHECK(kinds == "alinea begin_opsomming begin_punt begin_opsomming begin_punt eind_punt eind_opsomming eind_punt eind_opsomming ");
}

TEST_CASE("words in another language are marked wherever they stand, as whole words, and a term still links once") {
    Dossier d = sample();
    d.begrippen = {begrip("customer journey", "en", "Klantreis.", ""), begrip("CX", "", "customer experience", "en")};
    Werkproces& w = d.basisdeel.kerntaken[0].werkprocessen[0];
    w.titel = text("Customer journey");
    w.omschrijving = long_text(
        "De \xe2\x80\x9c"
        "customer journey\xe2\x80\x9d. Customer journey, geen customer journeys. CX (customer experience).");
    const view::Value p1 = view::view_kwalificatie(d, d.profielen[0], {});
    const view::Value& value = item(item(p1, "kerntaken", 0), "werkprocessen", 0);
    std::string seen;
    const auto note = [&](const view::List& pieces) {
        for (const view::Value& piece : pieces)
            seen += '[' + str(piece, "tekst") + '|' + str(piece, "begrip") + '|' + str(piece, "taal") + ']';
    };
    note(*at(value, "titel_stukken").list());
    CHECK(seen == "[Customer journey||en]");
    seen.clear();
    note(*at(item(value, "omschrijving", 0), "stukken").list());
    CHECK(seen ==
          "[De \xe2\x80\x9c||][customer journey|begrip-customer-journey|en][\xe2\x80\x9d. ||][Customer journey||en]"
          "[, geen customer journeys. ||][CX|begrip-cx|][ (||][customer experience||en][).||]");
    CHECK(str(item(p1, "begrippen", 0), "taal") == "en");
    CHECK(str(item(p1, "begrippen", 1), "taal_betekenis") == "en");
}

TEST_CASE("earlier codes are ids, unless another part has that code now") {
    Dossier d = sample();
    d.basisdeel.kerntaken[0].eerdere_codes = {text("B1-K3")};
    d.basisdeel.kerntaken[0].werkprocessen[0].eerdere_codes = {text("B1-K1-W7"), text("B1-K1-W1"), text("B1-K1-W7")};
    const view::Value p1 = view::view_kwalificatie(d, d.profielen[0], {});
    const view::Value& k = item(p1, "kerntaken", 0);
    REQUIRE(at(k, "eerdere").list()->size() == 1);
    CHECK(*item(k, "eerdere", 0).text() == "b1-k3");
    const view::List& ids = *at(item(k, "werkprocessen", 0), "eerdere").list();
    REQUIRE(ids.size() == 1);
    CHECK(*ids[0].text() == "b1-k1-w7");
}

TEST_CASE("the index of vakkennis sorts on the subject and names every kerntaak") {
    const Dossier d = sample();
    const view::Value p1 = view::view_kwalificatie(d, d.profielen[0], {});
    const view::List& groups = *at(p1, "index_vakkennis").list();
    REQUIRE(groups.size() == 3);
    CHECK(str(groups[0], "letter") == "A");
    CHECK(str(item(groups[0], "items", 0), "onderwerp") == "analyse maken");
    CHECK(str(item(groups[0], "items", 0), "soort") == "vaardigheid");
    CHECK(str(item(groups[1], "items", 0), "onderwerp") == "één ding");
    CHECK(str(item(groups[2], "items", 0), "onderwerp") == "markt");
    CHECK(at(item(groups[2], "items", 0), "kerntaken").list()->size() == 2);
}

TEST_CASE("the matrix has a row for each competentie asked and a cell for each werkproces that asks any") {
    const Dossier d = sample();
    const view::Value p1 = view::view_kwalificatie(d, d.profielen[0], {});
    CHECK(at(p1, "matrix.kolommen").list()->size() == 1);
    CHECK(str(item(p1, "matrix.rijen", 0), "letter") == "E");
    CHECK(str(item(item(p1, "matrix.rijen", 1), "cellen", 0), "ja") == "ja");
}

TEST_CASE("without exameneenheden each kerntaak is one exam, and coverage is held against the norm") {
    Dossier d = sample();
    const view::Value plain = view::view_kwalificatie(d, d.profielen[0], {});
    CHECK(at(plain, "examenmatrijs.eenheden").list()->size() == 2);
    CHECK(str(plain, "examenmatrijs.voldoet") == "ja");
    d.beoordeling.exameneenheden = {{text("E1"), text("Proeve"), text("proeve van bekwaamheid"), {text("B1-K1-W1")}, {}}};
    const view::Value part = view::view_kwalificatie(d, d.profielen[0], {});
    CHECK(str(item(part, "examenmatrijs.kerntaken", 0), "procent") == "100%");
    CHECK(str(item(part, "examenmatrijs.kerntaken", 1), "procent") == "0%");
    CHECK(str(item(part, "examenmatrijs.kerntaken", 1), "voldoet") == "nee");
    CHECK(str(part, "examenmatrijs.voldoet") == "nee");
    CHECK(str(part, "examenmatrijs.standaard") == "nee");
}

TEST_CASE("a kwalificatie that the exams of the dossier leave out has none, and is not said to be covered") {
    Dossier d = sample();
    d.beoordeling.exameneenheden = {{text("E1"), text("Proeve"), text("proeve van bekwaamheid"), {text("P2-K1-W1")}, {}}};
    const view::Value p1 = view::view_kwalificatie(d, d.profielen[0], {});
    CHECK(at(p1, "examenmatrijs.eenheden").list()->empty());
    CHECK(str(p1, "examenmatrijs.standaard") == "nee");
    CHECK(str(item(p1, "examenmatrijs.kerntaken", 0), "procent") == "0%");
    CHECK(str(p1, "examenmatrijs.voldoet") == "nee");
}

TEST_CASE("the examenmatrijs names each criterium, those of aanvullende eisen too") {
    const Dossier d = sample();
    for (const model::Profiel& p : d.profielen) {
        const view::Value v = view::view_kwalificatie(d, p, {});
        std::vector<std::string> on_forms, on_matrix;
        const auto collect = [](const view::Value& kerntaken, std::vector<std::string>& out) {
            for (const view::Value& k : *kerntaken.list())
                for (const view::Value& w : *at(k, "werkprocessen").list())
                    for (const view::Value& c : *at(w, "criteria").list())
                        out.push_back(str(c, "code") + str(c, "zin") + str(c, "aanvullend"));
        };
        collect(at(v, "kerntaken"), on_forms);
        collect(at(v, "examenmatrijs.kerntaken"), on_matrix);
        CHECK(!on_forms.empty());
        CHECK(on_matrix == on_forms);
    }
}

TEST_CASE("a fingerprint changes with the content it is about and with nothing else") {
    const Dossier d = sample();
    const auto print = [](const Dossier& one, std::size_t p) { return view::fingerprint(model::kwalificatie(one, one.profielen[p])); };
    CHECK(print(d, 0).size() == 12);
    Dossier other = d;
    other.profielen[1].kerntaken[0].titel.value += "!";
    CHECK(print(d, 0) == print(other, 0));
    CHECK(print(d, 1) != print(other, 1));
    CHECK(view::fingerprint(d) != view::fingerprint(other));
    other = d;
    other.beoordeling.cruciaal.clear();
    CHECK(view::fingerprint(d.basisdeel.kerntaken[0], d.beoordeling) != view::fingerprint(other.basisdeel.kerntaken[0], other.beoordeling));
    CHECK(view::fingerprint(d.profielen[0].kerntaken[0], d.beoordeling) ==
          view::fingerprint(other.profielen[0].kerntaken[0], other.beoordeling));
}

TEST_CASE("a document about a kerntaak or werkproces shares the other values") {
    const Dossier d = sample();
    const view::Value p1 = view::view_kwalificatie(d, d.profielen[0], {});
    CHECK(p1.find("kerntaak") == nullptr);
    const view::Value one = view::with_werkproces(p1, 1, 0);
    CHECK(str(one, "kerntaak.code") == "P1-K1");
    CHECK(str(one, "werkproces.id") == "p1-k1-w1");
    CHECK(one.find("matrix")->object() == p1.find("matrix")->object());
    CHECK_THROWS_AS((void)view::with_kerntaak(p1, 9), std::out_of_range);
}

TEST_CASE("the comparison finds what several profielen share") {
    const Dossier d = sample();
    const view::Value all = view::view_dossier(d, {});
    CHECK(at(all, "kerntaken").list()->size() == 3);
    const view::Value& shared = item(all, "vergelijking.gedeelde_kerntaken", 0);
    CHECK(str(shared, "titel") == "Verkoopt");
    CHECK(at(shared, "plekken").list()->size() == 2);
    CHECK(str(item(shared, "werkprocessen", 0), "overal") == "ja");
    CHECK(str(item(item(all, "vergelijking.paren", 0), "cellen", 1), "aantal") == "1");
}

TEST_CASE("parts of one title are held against each other by what they say") {
    Dossier d = sample();
    Werkproces& one = d.profielen[0].kerntaken[0].werkprocessen[0];
    Werkproces& other = d.profielen[1].kerntaken[0].werkprocessen[0];
    const auto inhoud = [&] { return *item(view::view_dossier(d, {}), "vergelijking.gedeelde_werkprocessen", 0).find("inhoud"); };
    CHECK(str(inhoud(), "bekend") == "nee");
    CHECK(str(item(inhoud(), "onbekend", 0), "code") == "P2-K1-W1");

    one.gedrag.criteria = {text("helpt;"), text("luistert.")};
    other.resultaat = one.resultaat;
    other.gedrag.criteria = {text("helpt;"), text("luistert;")};
    CHECK(str(inhoud(), "gelijk") == "ja");
    other.gedrag.criteria.push_back(text("schrijft op."));
    const view::Value now = inhoud();
    CHECK(str(now, "verschilt") == "ja");
    REQUIRE(at(now, "verschillen").list()->size() == 1);
    const view::Value& gedrag = item(now, "verschillen", 0);
    CHECK(str(gedrag, "onderdeel") == "Gedrag");
    CHECK(str(gedrag, "aantal_gelijk") == "2 punten zijn");
    CHECK(str(item(gedrag, "kanten", 0), "niets_extra") == "ja");
    CHECK(str(item(item(gedrag, "kanten", 1), "items", 0), "tekst") == "schrijft op");

    CHECK(at(view::view_dossier(d, {}), "vergelijking.gelijkende_werkprocessen").list()->empty());
    other.titel = text("Verzorgt de nazorg");
    const view::Value all = view::view_dossier(d, {});
    CHECK(str(item(all, "vergelijking.gelijkende_werkprocessen", 0), "aantal_gelijk") == "2 criteria");
    CHECK(str(item(all, "vergelijking.gelijkende_werkprocessen", 0), "titel_ander") == "Verzorgt de nazorg");
}

TEST_CASE("the example has something in every list and every group of names somewhere") {
    const view::Example example = view::example();
    std::vector<std::string> empty;
    for (const view::Value* root : {&example.dossier, &example.kwalificatie}) {
        // By path without item numbers: a list may be empty in one place if it is not in another.
        std::map<std::string, bool> filled;
        const std::function<void(const view::Value&, const std::string&)> walk = [&](const view::Value& value, const std::string& path) {
            if (const view::List* list = value.list()) {
                filled[path] = filled[path] || !list->empty();
                for (const view::Value& each : *list) walk(each, path + "[]");
            }
            if (const view::Object* object = value.object())
                for (const auto& [name, held] : *object) walk(held, path + '.' + name);
        };
        walk(*root, "");
        for (const auto& [path, any] : filled)
            if (!any) empty.push_back(path);
    }
    // The basisdeel is no other profiel's, and a page about the whole dossier has no profiel of its own.
    std::string all;
    for (const std::string& path : empty) all += path + ' ';
    CHECK(all == ".basisdeel.kerntaken[].ook_in .kerntaken[].ook_in .profieldeel.kerntaken[].ook_in .basisdeel.kerntaken[].ook_in ");
    for (const char* group : {"vorige", "volgende", "dossier.opvolger"}) CHECK(at(example.kwalificatie, group).object() != nullptr);
    CHECK(at(item(example.kwalificatie, "kerntaken", 0), "vakkennis").object() != nullptr);
    CHECK(at(item(item(example.kwalificatie, "kerntaken", 0), "werkprocessen", 0), "gedrag").object() != nullptr);
}

TEST_CASE("a whole mark is a scale of ten steps") {
    Dossier d = sample();
    d.beoordeling.schaal = {text("cijfer")};
    const view::Value all = view::view_dossier(d, {});
    CHECK(at(all, "beoordeling.schaal").list()->size() == 10);
    CHECK(str(item(all, "beoordeling.schaal", 4), "voldoende") == "nee");
    CHECK(str(item(all, "beoordeling.schaal", 5), "voldoende") == "ja");
    CHECK(str(all, "beoordeling.cesuur.zin_kerntaak") == "Een kerntaak is voldoende als alle werkprocessen minstens een 6 zijn.");
}
