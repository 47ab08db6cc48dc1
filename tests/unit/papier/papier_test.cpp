#include "layout/page_code.hpp"
#include "papier/nakijken.hpp"
#include "papier/papier.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <set>

using namespace dossier;
using namespace dossier::papier;
using filled::OnPaper;
using filled::PaperProblem;
using klassenlijst::Kandidaat;
using klassenlijst::Veld;

namespace {

const std::string kForm = "D1:P3-BEOORDELINGSFORMULIER-P3-K1:0123456789AB";

std::string code_of(std::size_t page, const std::string& key = "") { return layout::page_code_text({kForm, page, "7QK", key}); }

/// A form of three pages: who and when, a question with two choices, a signature.
scans::Atlas atlas() {
    layout::PageMap first, second, third;
    first.code = code_of(1), second.code = code_of(2), third.code = code_of(3);
    first.fields = {{"kandidaat", false, "", "naam", {}},
                    {"studentnummer", false, "", "studentnummer", {}},
                    {"datum", false, "", "datum", {}},
                    {"opleiding", false, "E-commerce specialist", "", {}}};
    second.choices = {{"K1-G1", "onvoldoende", true, 100, 500}, {"K1-G1", "goed", true, 140, 500}};
    second.fields = {{"K1-G1-motivering", false, "", "", {}}};
    third.fields = {{"handtekening-kandidaat", true, "", "", {}}};
    scans::Atlas out;
    scans::add_to(out, {first, second, third});
    return out;
}

klassenlijst::Klassenlijst klas() {
    klassenlijst::Klassenlijst out;
    for (const auto& [number, name] : {std::pair{"0011", "Noor Jansen"}, std::pair{"0022", "Sam Bos"}}) {
        Kandidaat k;
        k[Veld::studentnummer] = number;
        k[Veld::naam] = name;
        k[Veld::datum] = "2026-06-01";
        out.kandidaten.push_back(k);
    }
    return out;
}

/// Page `page` of the form; on the second `value` is marked.
scans::Page page_of(std::size_t page, std::uint32_t number, const std::string& key = "", const std::string& value = "goed",
                    scans::Doubt doubt = scans::Doubt::none) {
    scans::Page out;
    out.condition = scans::Condition::read;
    out.number = number;
    out.code = code_of(page, key);
    if (page == 1)
        out.writings = {{"kandidaat", false, 0, {}, {}},
                        {"studentnummer", false, 0, {}, {}},
                        {"datum", false, 0.02F, {}, {}},
                        {"opleiding", false, 0.05F, {}, {}}};
    if (page == 2) {
        out.answers = {
            {"K1-G1", value, doubt, doubt == scans::Doubt::none ? 0.9F : 0, {{"onvoldoende", 0, 0}, {"goed", 0.3F, 0}}, {1, 2, 3, 4}, {}}};
        out.writings = {{"K1-G1-motivering", false, 0.02F, {}, {}}};
    }
    if (page == 3) out.writings = {{"handtekening-kandidaat", true, 0.03F, {}, {}}};
    return out;
}

struct Stapel {
    scans::Atlas maps = atlas();
    Soorten soorten{{kForm, {"P3-beoordelingsformulier-P3-K1", "0123456789ab", "Dossier", "2024"}}};
    klassenlijst::Klassenlijst list = klas();
    Beslissingen beslissingen;
    bool with_list = true;
    std::vector<Blad> bladen;

    void add(std::size_t file, scans::Page page) {
        bladen.push_back({file, "scan-" + std::to_string(file) + ".pdf", "ID" + std::to_string(file), std::move(page)});
    }
    Gelegd run() { return leg_samen(bladen, {maps, soorten, with_list ? &list : nullptr, beslissingen}); }
    [[nodiscard]] std::string key(std::size_t i) const { return klassenlijst::sleutel(list.kandidaten[i]); }
};

const filled::Field& field(const Formulier& f, const std::string& name) {
    const auto at = std::find_if(f.form.fields.begin(), f.form.fields.end(), [&](const filled::Field& x) { return x.name == name; });
    REQUIRE(at != f.form.fields.end());
    return *at;
}

std::vector<PaperProblem::Kind> kinds(const Formulier& f) {
    std::vector<PaperProblem::Kind> out;
    for (const PaperProblem& p : f.form.paper->problems) out.push_back(p.kind);
    return out;
}

using Kinds = std::vector<PaperProblem::Kind>;

}  // namespace

TEST_CASE("pages of one person make one form, in any order and of any file, with what the class list says") {
    Stapel s;
    s.add(0, page_of(3, 1, s.key(0)));
    s.add(0, page_of(2, 2, s.key(1), "onvoldoende"));
    s.add(0, page_of(1, 3, s.key(0)));
    s.add(1, page_of(1, 1, s.key(1)));
    s.add(1, page_of(2, 2, s.key(0)));
    s.add(2, page_of(3, 1, s.key(1)));
    const Gelegd out = s.run();
    REQUIRE(out.formulieren.size() == 2);
    const Formulier& noor = out.formulieren[0];
    CHECK(field(noor, "document").value == "P3-beoordelingsformulier-P3-K1");
    CHECK(field(noor, "kenmerk").value == "0123456789ab");
    CHECK(field(noor, "kandidaat").value == "Noor Jansen");
    CHECK(field(noor, "datum").value == "01-06-2026");
    CHECK(field(noor, "opleiding").value == "E-commerce specialist");
    CHECK(field(noor, "K1-G1").value == "goed");
    CHECK(field(noor, "K1-G1").paper->file == "scan-1.pdf");
    CHECK(field(noor, "K1-G1").paper->page == 2);
    CHECK(field(noor, "K1-G1").paper->rectangle == std::array<std::int32_t, 4>{1, 2, 3, 4});
    CHECK(field(noor, "K1-G1-motivering").value == kOpPapier);
    CHECK(field(noor, "handtekening-kandidaat").signed_here);
    CHECK(kinds(noor).empty());
    CHECK(field(out.formulieren[1], "kandidaat").value == "Sam Bos");
    CHECK(field(out.formulieren[1], "K1-G1").value == "onvoldoende");
}

TEST_CASE("without a class list, or on another one, nobody is guessed") {
    Stapel s;
    for (std::size_t p = 1; p <= 3; ++p) s.add(0, page_of(p, static_cast<std::uint32_t>(p), s.key(0)));
    s.with_list = false;
    Gelegd out = s.run();
    REQUIRE(out.formulieren.size() == 1);
    CHECK(kinds(out.formulieren[0]) == Kinds{PaperProblem::Kind::nobody});
    CHECK(field(out.formulieren[0], "kandidaat").value.empty());
    // The date is written with a pen and matters.
    CHECK(field(out.formulieren[0], "datum").paper->doubt == OnPaper::Doubt::handwriting);
    s.with_list = true;
    s.list.kandidaten.erase(s.list.kandidaten.begin());
    CHECK(kinds(s.run().formulieren[0]) == Kinds{PaperProblem::Kind::not_on_list});
    s.list = klas();
    s.list.kandidaten.push_back(s.list.kandidaten[0]);
    CHECK(kinds(s.run().formulieren[0]) == Kinds{PaperProblem::Kind::more_than_one});
}

TEST_CASE("pages without a key are forms where their order says so") {
    Stapel s;
    SUBCASE("one of each, however they lie") {
        for (const std::size_t p : {2U, 3U, 1U}) s.add(0, page_of(p, static_cast<std::uint32_t>(p)));
        const Gelegd out = s.run();
        REQUIRE(out.formulieren.size() == 1);
        CHECK(kinds(out.formulieren[0]).empty());
    }
    SUBCASE("two copies one behind the other") {
        std::uint32_t n = 0;
        for (const std::size_t p : {1U, 2U, 3U, 1U, 2U, 3U}) {
            ++n;
            s.add(0, page_of(p, n, "", n < 4 ? "goed" : "onvoldoende"));
        }
        const Gelegd out = s.run();
        REQUIRE(out.formulieren.size() == 2);
        CHECK(field(out.formulieren[0], "K1-G1").value == "goed");
        CHECK(field(out.formulieren[1], "K1-G1").value == "onvoldoende");
        CHECK(kinds(out.formulieren[0]).empty());
    }
    SUBCASE("two copies mixed up: whose page is whose is for a person") {
        std::uint32_t n = 0;
        for (const std::size_t p : {1U, 3U, 1U, 2U, 2U, 3U}) s.add(0, page_of(p, ++n));
        const Gelegd out = s.run();
        REQUIRE(out.formulieren.size() == 3);
        for (const Formulier& f : out.formulieren) CHECK(kinds(f).front() == PaperProblem::Kind::order_unsure);
    }
    SUBCASE("pictures of a page each lie in one pile, a file of more pages in its own") {
        for (std::size_t p = 1; p <= 3; ++p) s.add(p, page_of(p, 1));
        for (std::size_t p = 1; p <= 3; ++p) s.add(9, page_of(p, static_cast<std::uint32_t>(p)));
        CHECK(s.run().formulieren.size() == 2);
    }
}

TEST_CASE("a page that is missing leaves its fields empty and is told") {
    Stapel s;
    s.add(0, page_of(1, 1, s.key(0)));
    s.add(0, page_of(3, 2, s.key(0)));
    const Gelegd out = s.run();
    REQUIRE(out.formulieren.size() == 1);
    CHECK(kinds(out.formulieren[0]) == Kinds{PaperProblem::Kind::missing});
    CHECK(out.formulieren[0].form.paper->problems[0].number == 2);
    CHECK(field(out.formulieren[0], "K1-G1").value.empty());
    CHECK(field(out.formulieren[0], "K1-G1").paper->doubt == OnPaper::Doubt::none);
}

TEST_CASE("a page scanned twice: the same is told, another answer is a doubt, and an unsure one stays unsure") {
    Stapel s;
    for (std::size_t p = 1; p <= 3; ++p) s.add(0, page_of(p, static_cast<std::uint32_t>(p), s.key(0)));
    SUBCASE("the same") {
        s.add(0, page_of(2, 4, s.key(0)));
        const Gelegd out = s.run();
        REQUIRE(out.formulieren.size() == 1);
        CHECK(kinds(out.formulieren[0]) == Kinds{PaperProblem::Kind::twice});
        CHECK(field(out.formulieren[0], "K1-G1").value == "goed");
        CHECK(field(out.formulieren[0], "K1-G1").doubts.empty());
    }
    SUBCASE("another answer") {
        s.add(0, page_of(2, 4, s.key(0), "onvoldoende"));
        const filled::Field f = field(s.run().formulieren[0], "K1-G1");
        CHECK(f.value.empty());
        CHECK(f.doubts == std::vector{filled::Doubt::two_values});
    }
    SUBCASE("not sure") {
        s.add(0, page_of(2, 4, s.key(0), "goed", scans::Doubt::faint));
        CHECK(field(s.run().formulieren[0], "K1-G1").paper->doubt == OnPaper::Doubt::faint);
    }
    SUBCASE("all of it twice is two forms: two assessors have the same paper") {
        for (std::size_t p = 1; p <= 3; ++p) s.add(1, page_of(p, static_cast<std::uint32_t>(p), s.key(0), "onvoldoende"));
        const Gelegd out = s.run();
        REQUIRE(out.formulieren.size() == 2);
        CHECK(field(out.formulieren[0], "K1-G1").value == "goed");
        CHECK(field(out.formulieren[1], "K1-G1").value == "onvoldoende");
    }
}

TEST_CASE("a doubt has no value but what it looks like, and a person decides it for that page of that file alone") {
    Stapel s;
    for (std::size_t p = 1; p <= 3; ++p) s.add(0, page_of(p, static_cast<std::uint32_t>(p), s.key(0), "goed", scans::Doubt::corrected));
    Gelegd out = s.run();
    CHECK(field(out.formulieren[0], "K1-G1").value.empty());
    CHECK(field(out.formulieren[0], "K1-G1").paper->looks_like == "goed");
    CHECK(field(out.formulieren[0], "K1-G1").paper->doubt == OnPaper::Doubt::corrected);
    const std::vector<Vraag> asked = vragen_van(out.formulieren[0], s.bladen, s.maps);
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].bestand == "ID0");
    CHECK(asked[0].bladzijde == 2);
    CHECK(asked[0].lijkt_op == "goed");
    REQUIRE(asked[0].keuzes.size() == 3);
    CHECK(asked[0].keuzes[2].opschrift == "niets aangekruist");

    s.beslissingen.add({"ID1", 2, "K1-G1", "goed"});  // of another file
    CHECK(field(s.run().formulieren[0], "K1-G1").value.empty());
    CHECK(s.beslissingen.unused() == 1);
    s.beslissingen.add({"ID0", 2, "K1-G1", "onvoldoende"});
    s.beslissingen.add({"ID0", 1, "studentnummer", "0099"});
    out = s.run();
    CHECK(field(out.formulieren[0], "K1-G1").value == "onvoldoende");
    CHECK(field(out.formulieren[0], "K1-G1").paper->decided);
    CHECK(field(out.formulieren[0], "studentnummer").value == "0099");
    CHECK(vragen_van(out.formulieren[0], s.bladen, s.maps).empty());
    CHECK(s.beslissingen.unused() == 1);
    s.beslissingen.add({"ID0", 2, "K1-G1", "uitstekend"});  // none of the choices
    CHECK(field(s.run().formulieren[0], "K1-G1").doubts == std::vector{filled::Doubt::no_such_choice});
}

TEST_CASE("pages that belong to no form are each told, and empty ones counted") {
    Stapel s;
    const auto page = [](scans::Condition c, std::uint32_t n, const std::string& code) {
        scans::Page out;
        out.condition = c;
        out.number = n;
        out.code = code;
        return out;
    };
    using C = scans::Condition;
    s.add(0, page(C::blank, 1, ""));
    s.add(0, page(C::no_code, 2, ""));
    s.add(0, page(C::foreign_code, 3, "WIFI:T:WPA;S:x"));
    s.add(0, page(C::unknown_form, 4, "D1:P9-X:ABCDEF:1:7QK"));
    s.add(0, page(C::other_places, 5, code_of(1)));
    s.add(0, page(C::not_placed, 6, code_of(2)));
    s.add(0, page(C::unreadable, 7, ""));
    s.add(0, page(C::too_much, 8, ""));
    const Gelegd out = s.run();
    CHECK(out.leeg == 1);
    REQUIRE(out.formulieren.size() == 7);
    using K = PaperProblem::Kind;
    const Kinds expected{K::no_code, K::foreign_code, K::unknown_form, K::other_places, K::not_placed, K::unreadable, K::too_much};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(out.formulieren[i].form.condition == filled::Condition::stray_page);
        CHECK(kinds(out.formulieren[i]) == Kinds{expected[i]});
        CHECK(out.formulieren[i].form.paper->pages == std::vector<filled::PaperPage>{{"scan-0.pdf", static_cast<std::uint32_t>(i + 2)}});
    }
    CHECK(field(out.formulieren[2], "document").value == "P9-X");
    CHECK(field(out.formulieren[2], "kenmerk").value == "abcdef");
}

TEST_CASE("what the page for people saved is read, and what it cannot have saved is an error") {
    const auto read = [](const std::string& text, Beslissingen& out) {
        Diagnostics diagnostics;
        const Source file{"nakijken.json", text, true, {}};
        read_beslissingen(file, out, diagnostics);
        return report(diagnostics);
    };
    Beslissingen out;
    CHECK(read(R"({"dossier-nakijken": 1, "beslissingen": [{"bestand": "ID0", "bladzijde": 2, "veld": "K1-G1", "waarde": ""}]})", out)
              .empty());
    REQUIRE(out.find("ID0", 2, "K1-G1") != nullptr);
    CHECK(out.find("ID0", 2, "K1-G1")->empty());
    const std::string hint = "\n  hint: use the file as the page nakijken.html saved it; save it again from there\n";
    CHECK(read("[", out) == "error: nakijken.json: this is no JSON object" + hint);
    CHECK(read("{}", out) == "error: nakijken.json: \"dossier-nakijken\" is not 1" + hint);
    CHECK(read(R"({"dossier-nakijken": 1})", out) == "error: nakijken.json: it has no list \"beslissingen\"" + hint);
    for (const char* bad : {R"({})", R"({"bestand": "a", "bladzijde": 0, "veld": "b", "waarde": "c"})",
                            R"({"bestand": "a", "bladzijde": 1, "veld": "", "waarde": "c"})",
                            R"({"bestand": "a", "bladzijde": -1, "veld": "b", "waarde": "c"})",
                            R"({"bestand": 1, "bladzijde": 1, "veld": "b", "waarde": "c"})", R"("x")"})
        CHECK(read(std::string(R"({"dossier-nakijken": 1, "beslissingen": [)") + bad + "]}", out) ==
              "error: nakijken.json: decision 1 lacks bestand, bladzijde, veld or waarde, or has one that cannot be" + hint);
    std::string many = "1";
    for (int i = 0; i < 3000; ++i) many += ",1";
    CHECK(read(R"({"dossier-nakijken": 1, "beslissingen": [)" + many + "]}", out).ends_with("and 951 more\n"));
}

TEST_CASE("the key of a candidate depends on number, name and attempt, and says none of them") {
    Kandidaat a;
    a[Veld::studentnummer] = "0012345";
    a[Veld::naam] = "Noor Jansen";
    const std::string key = klassenlijst::sleutel(a);
    CHECK(key.size() == layout::kKeyLetters);
    CHECK(key.find("12345") == std::string::npos);
    Kandidaat b = a;
    b[Veld::poging] = "2";
    CHECK(klassenlijst::sleutel(b) != key);
    b = a;
    b[Veld::naam] = "Noor Janssen";
    CHECK(klassenlijst::sleutel(b) != key);
    b = a;
    b[Veld::groep] = "1A";
    CHECK(klassenlijst::sleutel(b) == key);
}

TEST_CASE("templates/README.md has every name of the page for people, and no other") {
    Nakijken shown;
    shown.formulieren.push_back({"Noor",
                                 "Formulier",
                                 "scan.pdf",
                                 {"iets"},
                                 {{"ID0", 2, "K1-G1", "K1-G1", "tekst", "waarom", "goed", {{"goed", "goed"}}, "x"}},
                                 {{"motivering", "", "x"}}});
    shown.bladen.push_back({"scan.pdf", "tekst", "x"});
    std::set<std::string> there, documented;
    const std::function<void(const view::Value&)> gather = [&](const view::Value& v) {
        if (v.list())
            for (const view::Value& item : *v.list()) gather(item);
        if (v.object())
            for (const auto& [name, inner] : *v.object()) {
                if (name != "eerste" && name != "laatste" && name != "build") there.insert(name);
                if (name != "build") gather(inner);
            }
    };
    gather(view_nakijken(shown, "Dossier", "test", ""));
    std::ifstream in(DOSSIER_SOURCE_DIR "/templates/README.md", std::ios::binary);
    const std::string readme{std::istreambuf_iterator<char>(in), {}};
    const std::size_t from = readme.find("hoort bij `dossier collect --nakijken"), to = readme.find("\n##", from);
    REQUIRE(to < readme.size());
    const std::string part = readme.substr(from, to - from);
    static const std::regex kName("`([a-z_]+)`");
    for (std::sregex_iterator it(part.begin(), part.end(), kName), end; it != end; ++it) documented.insert((*it)[1]);
    for (const char* other : {"build", "src"}) documented.erase(other);
    CHECK(there == documented);
}

TEST_CASE("people read the names of fields as words, and codes as codes") {
    CHECK(kop_van("beoordelaar-1") == "beoordelaar 1");
    CHECK(kop_van("P3-K1-W1-G2") == "P3-K1-W1-G2");
    CHECK(kop_van("P3-K1-W1-G2-motivering") == "P3-K1-W1-G2 motivering");
    CHECK(kop_van("P3-K1-resultaat") == "P3-K1 resultaat");
    CHECK(kop_van("") == "");
    CHECK(kop_van("A-") == "A-");
}
