#include "../common/json_validator.hpp"
#include "../common/sample.hpp"
#include "resultaten/json_schema.hpp"
#include "resultaten/overzicht.hpp"
#include "resultaten/resultaten.hpp"
#include "view/view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <set>

using namespace dossier;
using namespace dossier::resultaten;
using filled::Field;
using filled::FilledPdf;
using filled::Kind;

namespace {

const model::Dossier& sample() {
    static const model::Dossier dossier = test::dossier_yaml();
    return dossier;
}

Kader frame() {
    Kader out;
    out.nu = {&sample(),
              {{"P3-beoordelingsformulier-P3-K2", "aaaa", "Beoordelingsformulier", 2, "P3-K2"},
               {"P3-observatieformulier-P3-K2-W1", "bbbb", "Observatieformulier", 2, "P3-K2", "P3-K2-W1"},
               {"P3-resultatenoverzicht", "cccc", "Resultatenoverzicht", 2, ""},
               {"P3-beoordelingsformulier-B1-K1", "dddd", "Beoordelingsformulier", 2, "B1-K1"}}};
    out.handtekening_nodig = false;
    return out;
}

const model::Kerntaak& kerntaak(const std::string& code = "P3-K2") {
    for (const model::Kerntaak* k : model::kerntaken_of(sample(), sample().profielen[2]))
        if (k->code.value == code) return *k;
    throw std::logic_error("no " + code);
}

/// A complete form on which all is voldoende.
FilledPdf good(const std::string& number = "0012345", const std::string& name = "Łukasz Dvořák", const std::string& code = "P3-K2") {
    FilledPdf out;
    out.condition = filled::Condition::form;
    const auto add = [&](std::string field, Kind kind, std::string value) {
        Field f;
        f.name = std::move(field);
        f.kind = kind;
        f.value = f.shown = std::move(value);
        out.fields.push_back(std::move(f));
    };
    add("document", Kind::text, "P3-beoordelingsformulier-" + code);
    add("kenmerk", Kind::text, code == "P3-K2" ? "aaaa" : "dddd");
    add("kandidaat", Kind::text, name);
    add("studentnummer", Kind::text, number);
    add("groep", Kind::text, "VK4A");
    add("datum", Kind::text, "1-6-2026");
    add("poging", Kind::text, "1");
    add("beoordelaar-1", Kind::text, "J. de Vries");
    add("beoordelaar-2", Kind::text, "A. Bakker");
    for (const model::Werkproces& w : kerntaak(code).werkprocessen) {
        for (const model::Criterium& c : model::criteria_voor(w, "P3")) {
            add(c.code, Kind::choice, "voldoende");
            add(c.code + "-motivering", Kind::text, "");
        }
        add(w.code.value + "-resultaat", Kind::choice, "voldoende");
    }
    add(code + "-resultaat", Kind::choice, "voldoende");
    add("opmerkingen", Kind::text, "");
    add("handtekening-beoordelaar-1", Kind::signature, "");
    return out;
}

Field& field(FilledPdf& pdf, const std::string& name) {
    const auto at = std::find_if(pdf.fields.begin(), pdf.fields.end(), [&](const Field& f) { return f.name == name; });
    REQUIRE(at != pdf.fields.end());
    return *at;
}
FilledPdf with(const std::string& name, const std::string& value) {
    FilledPdf out = good();
    field(out, name).value = field(out, name).shown = value;
    return out;
}

/// "soort onderdeel tekst" a line each, those to look at with a mark.
std::string findings(const Formulier& f) {
    std::string out;
    for (const Bevinding& b : f.bevindingen)
        if (b.soort != "handtekening-ontbreekt")
            out += (b.nakijken ? "! " : "  ") + b.soort + (b.onderdeel.empty() ? "" : " " + b.onderdeel) + ": " + b.tekst + '\n';
    return out;
}
Formulier one(const FilledPdf& pdf, const Kader& kader = frame()) {
    auto all = read_formulieren("a.pdf", pdf, kader);
    REQUIRE(all.size() == 1);
    return std::move(all.front());
}
std::string findings(const FilledPdf& pdf) { return findings(one(pdf)); }

/// The same read from a scan.
FilledPdf on_paper() {
    FilledPdf out = good();
    for (Field& f : out.fields) {
        f.paper = filled::OnPaper{"scan.pdf", 4, {1, 2, 3, 4}, 0.95F, {}, "", false};
        if (f.kind == Kind::signature) f.signed_here = true;
    }
    out.paper = filled::Paper{{{"scan.pdf", 3}, {"scan.pdf", 4}, {"scan.pdf", 5}, {"los.jpg", 1}}, {}};
    return out;
}

}  // namespace

TEST_CASE("a complete form has no findings, and all that was filled in") {
    const Formulier f = one(good());
    CHECK(findings(f) == "");
    CHECK(f.herkomst == Herkomst::deze_versie);
    CHECK(f.profiel == "P3");
    CHECK(f.kerntaak == "P3-K2");
    CHECK(f.studentnummer == "0012345");
    CHECK(f.naam == "Łukasz Dvořák");
    CHECK(f.datum == "2026-06-01");
    CHECK(f.poging == 1);
    REQUIRE(f.uitslag);
    CHECK(f.uitslag->uitslag == scoring::Uitslag::voldoende);
    CHECK(f.criteria.front().keuze == "voldoende");
    CHECK(f.criteria.front().tekst == kerntaak().werkprocessen.front().gedrag.criteria.front().value);
    CHECK_FALSE(f.nakijken());
}

TEST_CASE("what is missing on a form") {
    CHECK(findings(with("kandidaat", " ")) == "! kandidaat-ontbreekt: De naam van de kandidaat is niet ingevuld.\n");
    CHECK(findings(with("studentnummer", "")) == "! kandidaat-ontbreekt: Het studentnummer is niet ingevuld.\n");
    CHECK(findings(with("beoordelaar-2", "")) == "! beoordelaar-ontbreekt: Beoordelaar 2 is niet ingevuld.\n");
    CHECK(findings(with("datum", "")) == "! datum-ontbreekt: De datum van de beoordeling is niet ingevuld.\n");
    CHECK(findings(with("datum", "morgen")) == "! datum-onleesbaar: De datum van de beoordeling is geen dag zoals 1-6-2026.\n");
    CHECK(findings(with("poging", "twee")) ==
          "! poging-onleesbaar: Bij poging staat geen getal van 1 tot en met 9. Er is gerekend met poging 1.\n");
    CHECK(findings(with("P3-K2-resultaat", "")) == "! uitslag-ontbreekt P3-K2: Bij kerntaak P3-K2 is geen resultaat aangekruist.\n");
    const std::string text = findings(with("P3-K2-W1-G1", ""));
    CHECK(text.starts_with("! niet-aangekruist P3-K2-W1-G1: Bij criterium P3-K2-W1-G1 is niets aangekruist.\n"));
    CHECK(text.find("! onbeslist P3-K2-W1: De uitslag van werkproces P3-K2-W1 staat niet vast: ") != std::string::npos);
    CHECK(text.find("! onbeslist P3-K2: De uitslag van kerntaak P3-K2 staat niet vast: ") != std::string::npos);
}

TEST_CASE("an onvoldoende needs its motivering, and the ticked result must follow from the rules") {
    FilledPdf pdf = with("P3-K2-W1-G1", "onvoldoende");
    std::string text = findings(pdf);
    CHECK(text.starts_with("! motivering-ontbreekt P3-K2-W1-G1: Criterium P3-K2-W1-G1 is onvoldoende en heeft geen motivering.\n"));
    CHECK(
        text.find("! uitslag-verschilt P3-K2-W1: Bij werkproces P3-K2-W1 is \"voldoende\" aangekruist, maar de uitslag is onvoldoende: ") !=
        std::string::npos);
    CHECK(text.find("! uitslag-verschilt P3-K2: ") != std::string::npos);
    field(pdf, "P3-K2-W1-G1-motivering").value = "De klant kreeg geen antwoord.";
    field(pdf, "P3-K2-W1-resultaat").value = "onvoldoende";
    field(pdf, "P3-K2-resultaat").value = "onvoldoende";
    CHECK(findings(pdf) == "");
    // Ticked as less than it is.
    CHECK(findings(with("P3-K2-resultaat", "onvoldoende"))
              .starts_with("! uitslag-verschilt P3-K2: Bij kerntaak P3-K2 is \"onvoldoende\" aangekruist, maar de uitslag is voldoende: "));
    CHECK(findings(with("P3-K2-resultaat", "goed")) == "");  // more than enough is enough
}

TEST_CASE("values that a form cannot have, and fields that contradict themselves") {
    CHECK(findings(with("P3-K2-W1-G1", "uitstekend"))
              .starts_with("! onmogelijke-waarde P3-K2-W1-G1: Bij criterium P3-K2-W1-G1 staat een keuze die het formulier niet heeft.\n"));
    FilledPdf pdf = good();
    field(pdf, "P3-K2-W1-G1").doubts = {filled::Doubt::page_differs};
    CHECK(findings(pdf) ==
          "! tegenstrijdig P3-K2-W1-G1: In het veld \"P3-K2-W1-G1\" staat een andere keuze opgeslagen dan de bladzijde laat zien.\n");
    field(pdf, "P3-K2-W1-G1").doubts = {filled::Doubt::two_values, filled::Doubt::not_text, filled::Doubt::not_listed,
                                        filled::Doubt::no_such_choice};
    const std::string text = findings(pdf);
    CHECK(std::count(text.begin(), text.end(), '!') == 4);
}

TEST_CASE("every file stands in the report, whatever it is") {
    const auto read = [](filled::Condition condition, std::string identifier = "") {
        FilledPdf pdf;
        pdf.condition = condition;
        pdf.identifier = std::move(identifier);
        return findings(pdf);
    };
    using C = filled::Condition;
    CHECK(read(C::not_pdf).find("! geen-pdf: Dit bestand is geen PDF.\n") != std::string::npos);
    CHECK(read(C::locked).find("! vergrendeld: Het bestand vraagt om een wachtwoord.\n") != std::string::npos);
    CHECK(read(C::unreadable).find("! beschadigd: Het bestand is beschadigd en niet te lezen.\n") != std::string::npos);
    CHECK(read(C::too_much).find("! te-groot: ") != std::string::npos);
    CHECK(read(C::unread).find("! niet-gelezen: ") != std::string::npos);
    CHECK(read(C::no_fields, "dossier:P3-x:aaaa").find("! plat: Dit formulier is plat gemaakt") != std::string::npos);
    CHECK(read(C::no_fields).find("! plat: Deze PDF heeft geen invulvelden") != std::string::npos);
    FilledPdf other;
    other.condition = C::form;
    other.fields.resize(1);
    other.fields[0].name = "Name";
    CHECK(findings(other) == "! geen-formulier: Dit is geen formulier van Dossier: documentnummer of kenmerk ontbreekt.\n");
    FilledPdf damaged = good();
    damaged.condition = C::damaged;
    CHECK(findings(damaged) == "! beschadigd: Het bestand is beschadigd. Wat er nog in stond is gelezen, maar kan onvolledig zijn.\n");
}

TEST_CASE("a form of another version is not worked out, unless that version is at hand") {
    CHECK(findings(with("kenmerk", "9999")) ==
          "! andere-versie: Het kenmerk 9999 hoort niet bij dit dossier. Er is niets uitgerekend. Geef de oude versie mee met --oud.\n");
    model::Dossier old = sample();
    for (model::Profiel& p : old.profielen)
        for (model::Kerntaak& k : p.kerntaken)
            if (k.code.value == "P3-K2") k.werkprocessen.front().gedrag.criteria.front().value = "deed vroeger iets anders;";
    Kader kader = frame();
    kader.oud = Versie{&old, {{"P3-beoordelingsformulier-P3-K2", "9999", "Beoordelingsformulier", 2, "P3-K2"}}};
    const Formulier f = one(with("kenmerk", "9999"), kader);
    CHECK(f.herkomst == Herkomst::oude_versie);
    CHECK(f.uitslag);
    CHECK(findings(f) ==
          "! andere-versie: Dit formulier is van de oude versie van het dossier; de uitslag is volgens die versie uitgerekend. Gewijzigd: "
          "P3-K2-W1-G1.\n");
}

namespace {

/// A form that asks for no result of a kerntaak.
FilledPdf other_form(const std::string& document, const std::string& kenmerk) {
    FilledPdf out = with("document", document);
    field(out, "kenmerk").value = kenmerk;
    std::erase_if(out.fields, [](const Field& f) { return f.name.ends_with("-resultaat"); });
    return out;
}

}  // namespace

TEST_CASE("of a form without a result of an older version, only what changed on it is told") {
    model::Dossier old = sample();
    const auto werkproces = [&old](std::size_t n) -> model::Werkproces& {
        for (model::Profiel& p : old.profielen)
            for (model::Kerntaak& k : p.kerntaken)
                if (k.code.value == "P3-K2") return k.werkprocessen[n];
        throw std::logic_error("no P3-K2");
    };
    Kader kader = frame();
    kader.oud = Versie{&old,
                       {{"P3-observatieformulier-P3-K2-W1", "8888", "Observatieformulier", 2, "P3-K2", "P3-K2-W1"},
                        {"P3-resultatenoverzicht", "7777", "Resultatenoverzicht", 2, ""}}};
    const std::string of_old = "! andere-versie: Dit formulier is van de oude versie van het dossier.";
    const auto observed = [&] { return findings(one(other_form("P3-observatieformulier-P3-K2-W1", "8888"), kader)); };
    werkproces(1).gedrag.criteria.front().value = "deed vroeger iets anders;";  // of another form
    CHECK(observed() == of_old + " De criteria zijn gelijk gebleven.\n");
    CHECK(findings(one(other_form("P3-resultatenoverzicht", "7777"), kader)) == of_old + "\n");
    auto& criteria = werkproces(0).gedrag.criteria;
    criteria.front().value = "deed vroeger iets anders;";
    CHECK(observed() == of_old + " Gewijzigd: P3-K2-W1-G1.\n");
    const std::string last = "P3-K2-W1-G" + std::to_string(criteria.size()), next = "P3-K2-W1-G" + std::to_string(criteria.size() + 1);
    criteria.push_back(criteria.front());
    CHECK(observed() == of_old + " Gewijzigd: P3-K2-W1-G1. Vervallen: " + next + ".\n");
    criteria.resize(criteria.size() - 2);
    CHECK(observed() == of_old + " Gewijzigd: P3-K2-W1-G1. Nieuw: " + last + ".\n");
}

TEST_CASE("criteria that an assessor wrote are not dropped by a newer version") {
    model::Dossier old = sample();
    for (model::Profiel& p : old.profielen)
        for (model::Kerntaak& k : p.kerntaken)
            if (k.code.value == "P3-K2") k.werkprocessen.front().gedrag.criteria.clear();
    Kader kader = frame();
    kader.oud = Versie{&old, {{"P3-beoordelingsformulier-P3-K2", "9999", "Beoordelingsformulier", 2, "P3-K2"}}};
    FilledPdf pdf = with("kenmerk", "9999");
    Field own;
    own.name = "P3-K2-W1-G1-criterium";
    own.value = own.shown = "luistert";
    pdf.fields.push_back(own);
    const Formulier f = one(pdf, kader);
    CHECK(f.criteria.front().tekst == "luistert");
    CHECK(findings(f).find("Nieuw: P3-K2-W1-G1, ") != std::string::npos);
    CHECK(findings(f).find("Gewijzigd") == std::string::npos);
    CHECK(findings(f).find("Vervallen") == std::string::npos);
}

TEST_CASE("other forms of ours are known and do not count") {
    CHECK(findings(other_form("P3-observatieformulier-P3-K2-W1", "bbbb")) ==
          "  geen-beoordeling: Dit formulier heeft geen uitslag van een kerntaak. Het telt niet mee.\n");
}

namespace {

/// Forms of as many candidates in one file.
FilledPdf bundle_of(int forms) {
    FilledPdf out;
    out.condition = filled::Condition::form;
    for (int n = 1; n <= forms; ++n)
        for (Field f : good("00" + std::to_string(n)).fields) {
            f.name.insert(0, std::to_string(n) + '-');
            out.fields.push_back(std::move(f));
        }
    return out;
}

/// The field `name` signed by an untouched signature of an earlier version of the file, after which `changed_after` changed.
void sign(FilledPdf& pdf, const std::string& name, std::vector<std::string> changed_after) {
    field(pdf, name).signed_here = true;
    filled::Signature s;
    s.field = name;
    s.state = filled::Signature::State::intact;
    s.covers = filled::Signature::Covers::earlier_version;
    s.changed_after = std::move(changed_after);
    pdf.signatures.push_back(std::move(s));
}

}  // namespace

TEST_CASE("forms in a bundle are forms") {
    const auto all = read_formulieren("groep.pdf", bundle_of(2), frame());
    REQUIRE(all.size() == 2);
    CHECK(all[1].studentnummer == "002");
    CHECK(all[1].nummer == 2);
    CHECK(findings(all[0]) == "");
}

TEST_CASE("what is wrong with a file is wrong with each form in it") {
    FilledPdf bundle = bundle_of(2);
    bundle.condition = filled::Condition::damaged;
    for (const Formulier& f : read_formulieren("groep.pdf", bundle, frame()))
        CHECK(findings(f) == "! beschadigd: Het bestand is beschadigd. Wat er nog in stond is gelezen, maar kan onvolledig zijn.\n");
}

TEST_CASE("what happens to one form of a bundle is no matter of the others") {
    FilledPdf bundle = bundle_of(12);
    // Form 1 is signed first, form 12 is filled in and signed after it.
    sign(bundle, "1-handtekening-beoordelaar-1", {"12-datum", "12-handtekening-beoordelaar-1"});
    sign(bundle, "12-handtekening-beoordelaar-1", {});
    const auto read = [&] { return read_formulieren("groep.pdf", bundle, frame()); };
    for (const Formulier& f : read()) {
        CHECK(findings(f) == "");
        CHECK(f.handtekeningen.size() == (f.nummer == 1 || f.nummer == 12 ? 1U : 0U));
        for (const filled::Signature& s : f.handtekeningen) CHECK(s.changed_after.empty());
    }
    // Its own fields are, whatever else changed; and so is what lies on the pages without being of any form.
    bundle.signatures[0].changed_after = {"12-datum", "1-datum", "Tekst1"};
    bundle.signatures[1].state = filled::Signature::State::broken;
    const auto all = read();
    CHECK(findings(all[0]) ==
          "! na-ondertekening 1-handtekening-beoordelaar-1: Na de handtekening van beoordelaar 1 veranderde: 1-datum, Tekst1.\n");
    CHECK(findings(all[1]) == "");
    CHECK(findings(all[11]) ==
          "! handtekening-gebroken 12-handtekening-beoordelaar-1: De handtekening van beoordelaar 1 klopt niet met het bestand.\n");
}

namespace {

Resultaten collected(const std::vector<FilledPdf>& pdfs, const Kader& kader = frame(), std::string_view zout = "") {
    std::vector<Formulier> all;
    for (std::size_t i = 0; i < pdfs.size(); ++i)
        for (Formulier& f : read_formulieren(std::string(1, static_cast<char>('a' + i)) + ".pdf", pdfs[i], kader))
            all.push_back(std::move(f));
    return verzameld(std::move(all), kader, zout);
}

}  // namespace

TEST_CASE("the same candidate, kerntaak and poging twice: a person decides") {
    const Resultaten r = collected({good(), good()});
    CHECK(findings(r.formulieren[0]) == "! dubbel P3-K2: Van deze kandidaat, kerntaak en poging is er nog een formulier: b.pdf.\n");
    REQUIRE(r.standen.size() == 1);
    CHECK_FALSE(r.standen[0].telt);
}

TEST_CASE("very many forms of one candidate, kerntaak and poging do not each name all others") {
    const auto many = [](bool same_assessor) {
        std::vector<FilledPdf> pdfs;
        for (int i = 0; i < 200; ++i) {
            pdfs.push_back(good());
            if (!same_assessor) field(pdfs.back(), "beoordelaar-1").value = "Assessor " + std::to_string(i);
        }
        return collected(pdfs);
    };
    const Resultaten twice = many(true);
    CHECK(twice.formulieren[0].bevindingen.back().tekst ==
          "Van deze kandidaat, kerntaak en poging is er nog een formulier: b.pdf, c.pdf, d.pdf, e.pdf, f.pdf, g.pdf, h.pdf, i.pdf, j.pdf, "
          "k.pdf en nog 189.");
    // Each is held against the nine behind it.
    CHECK(many(false).overeenstemming.size() == 9 * 200 - 45);
}

TEST_CASE("two assessors of one candidate are compared") {
    FilledPdf other = good();
    field(other, "beoordelaar-1").value = "A. Bakker";
    Resultaten r = collected({good(), other});
    CHECK(findings(r.formulieren[1]) ==
          "  twee-beoordelaars P3-K2: Een andere beoordelaar vulde ook een formulier in, met dezelfde uitslag: a.pdf.\n");
    CHECK(r.standen[0].telt);
    REQUIRE(r.overeenstemming.size() == 1);
    CHECK(r.overeenstemming[0].gelijk == r.overeenstemming[0].criteria);
    field(other, "P3-K2-W1-G1").value = "onvoldoende";
    field(other, "P3-K2-W1-G1-motivering").value = "x";
    field(other, "P3-K2-W1-resultaat").value = field(other, "P3-K2-resultaat").value = "onvoldoende";
    r = collected({good(), other});
    CHECK(findings(r.formulieren[0]) == "! beoordelaars-verschillen P3-K2: Een andere beoordelaar komt tot een andere uitslag: b.pdf.\n");
    CHECK_FALSE(r.standen[0].telt);
    CHECK(r.overeenstemming[0].gelijk + 1 == r.overeenstemming[0].criteria);
}

TEST_CASE("one number with two names") {
    const auto said = [](const std::vector<FilledPdf>& pdfs) { return findings(collected(pdfs).formulieren[0]); };
    const std::string two = "! nummer-twee-namen: Onder dit studentnummer staat op een ander formulier een andere naam: ";
    const auto other = [](const std::string& name) { return good("0012345", name, "B1-K1"); };
    CHECK(said({good(), other("Iemand Anders")}) == two + "\"Iemand Anders\" (b.pdf).\n");
    CHECK(said({good("0012345", "Jan Smit"), other("JanSmit")}) == two + "\"JanSmit\" (b.pdf).\n");
    CHECK(said({good(), good("0012346", "Iemand Anders", "B1-K1")}) == "");
    CHECK(said({good(), other("")}) == "");  // which has a bevinding of its own
    // As many as a form tells, and one more.
    std::vector<FilledPdf> pdfs{good(), other("B"), other("C"), other("D")};
    CHECK(said(pdfs).find(two + "\"B\" (b.pdf), \"C\" (c.pdf), \"D\" (d.pdf).\n") != std::string::npos);
    pdfs.push_back(other("E"));
    CHECK(said(pdfs).find(two + "\"B\" (b.pdf), \"C\" (c.pdf), \"D\" (d.pdf) en nog 1.\n") != std::string::npos);
}

TEST_CASE("a candidate is one, however number and name are spelled") {
    const auto twice = [](const std::string& number, const std::string& name) {
        return collected({good("0012345a", "Łukasz Dvořák"), good(number, name, "B1-K1")});
    };
    const auto rows = [](const Resultaten& r) { return view_overzicht(r, "test", "").find("kandidaten")->list()->size(); };
    const std::string number = "! andere-schrijfwijze: Het studentnummer van deze kandidaat is op een ander formulier anders geschreven: ";
    const std::string name = "! andere-schrijfwijze: De naam van deze kandidaat is op een ander formulier anders geschreven: ";
    const std::string end = ". Het verschil zit in hoofdletters of spaties.\n";

    Resultaten r = twice("00 12345A", "łukasz  DVOŘÁK");
    CHECK(rows(r) == 1);
    REQUIRE(r.standen.size() == 2);
    for (const Stand& s : r.standen) CHECK(s.studentnummer + ' ' + s.naam == "0012345a Łukasz Dvořák");
    CHECK(findings(r.formulieren[0]) == number + "hier \"0012345a\", daar \"00 12345A\" (b.pdf)" + end + name +
                                            "hier \"Łukasz Dvořák\", daar \"łukasz  DVOŘÁK\" (b.pdf)" + end);
    CHECK(findings(r.formulieren[1]) == number + "hier \"00 12345A\", daar \"0012345a\" (a.pdf)" + end + name +
                                            "hier \"łukasz  DVOŘÁK\", daar \"Łukasz Dvořák\" (a.pdf)" + end);

    r = twice("0012345a", "Łukasz\u00a0Dvořák");
    CHECK(rows(r) == 1);
    CHECK(findings(r.formulieren[0]).starts_with(name));
    r = twice("0012345a", "Łukasz Dvor\u030ca\u0301k");  // how a Mac stores it, which nobody can see
    CHECK(rows(r) == 1);
    CHECK(findings(r.formulieren[0]) == "");
    r = twice("0012345b", "Łukasz Dvořák");
    CHECK(rows(r) == 2);
    CHECK(findings(r.formulieren[0]) == "");
    // Two that lie on top of each other are one attempt twice.
    r = collected({good("0012345a"), good("0012345A")});
    CHECK(findings(r.formulieren[1]).find("! dubbel P3-K2: ") != std::string::npos);
    // Without a number it is the name that says who it is.
    r = collected({good("", "Jan Smit"), good("", "JAN  SMIT", "B1-K1"), good("", "Jan Smid", "B1-K1")});
    CHECK(rows(r) == 2);
}

TEST_CASE("a candidate of two profielen has a row for each, however many kerntaken they share") {
    Kader kader = frame();
    std::vector<FilledPdf> pdfs;
    for (const std::string code : {"B1-K1", "B1-K2"})
        for (const std::size_t profiel : {0U, 2U}) {
            const std::string id = sample().profielen[profiel].code.value + "-beoordelingsformulier-" + code;
            kader.nu.soorten.push_back({id, "eeee", "Beoordelingsformulier", profiel, code});
            pdfs.push_back(good("1", "Jan Smit", code));
            field(pdfs.back(), "document").value = id;
            field(pdfs.back(), "kenmerk").value = "eeee";
        }
    const Resultaten r = collected(pdfs, kader);
    REQUIRE(r.standen.size() == 4);
    CHECK(view_overzicht(r, "test", "").find("kandidaten")->list()->size() == 2);
}

TEST_CASE("one assessor in two spellings is not two assessors") {
    FilledPdf other = good();
    field(other, "beoordelaar-1").value = "j.  de Vries";
    CHECK(findings(collected({good(), other}).formulieren[0]).starts_with("! dubbel P3-K2: "));
}

TEST_CASE("where candidates fail") {
    FilledPdf bad = good("2");
    field(bad, "P3-K2-W1-G1").value = "onvoldoende";
    const Resultaten r = collected({good("1"), bad, good("3")});
    REQUIRE_FALSE(r.tellingen.empty());
    CHECK(r.tellingen[0].code == "P3-K2-W1-G1");
    CHECK(r.tellingen[0].onvoldoende == 1);
    CHECK(r.tellingen[0].beoordeeld == 3);
    CHECK(r.tellingen[1].onvoldoende == 0);
}

namespace {

/// All that is ever written of it.
std::string written(const Resultaten& r) {
    std::string out = json(r, "test") + view::dump(view_overzicht(r, "test", ""));
    for (const table::Sheet& sheet : sheets(r)) out += table::write_csv(sheet);
    return out;
}

/// What was found, without the words: "0! dubbel P3-K2" for form 0.
std::string found(const Resultaten& r) {
    std::string out;
    for (std::size_t i = 0; i < r.formulieren.size(); ++i)
        for (const Bevinding& b : r.formulieren[i].bevindingen)
            out += std::to_string(i) + (b.nakijken ? "! " : "  ") + b.soort + ' ' + b.onderdeel + '\n';
    return out;
}

}  // namespace

TEST_CASE("pseudonyms are the same for the same person, and nothing of the person is left") {
    FilledPdf pdf = with("opmerkingen", "Łukasz was laat");
    field(pdf, "P3-K2-W1-G1-motivering").value = "Łukasz was laat";
    const auto of = [&](std::string_view salt) { return verzameld(read_formulieren("0012345-klas.pdf", pdf, frame()), frame(), salt); };
    const Resultaten r = of("zout");
    CHECK(r.formulieren[0].naam == of("zout").formulieren[0].naam);
    CHECK(r.formulieren[0].naam != of("ander").formulieren[0].naam);
    for (const char* word : {"ukasz", "Dvo", "0012345", "de Vries", "Bakker", "VK4A", "was laat"})
        CHECK_MESSAGE(written(r).find(word) == std::string::npos, std::string(word));
}

TEST_CASE("with pseudonyms the same is found, and told without names and numbers") {
    FilledPdf other_assessor = good("0012345a", "Jan Smit");
    field(other_assessor, "beoordelaar-1").value = "A. Bakker";
    const std::vector<FilledPdf> pdfs{good("0012345a", "Jan Smit"),
                                      good("0012345A", "jan  smit", "B1-K1"),
                                      good("00 12345a", "Iemand Anders", "B1-K1"),
                                      other_assessor,
                                      good("", "Kees de Boer"),
                                      good("", "KEES de Boer")};
    const Resultaten plain = collected(pdfs), r = collected(pdfs, frame(), "zout");
    CHECK(found(r) == found(plain));
    CHECK(r.overeenstemming.size() == 1);
    std::set<std::string> people;
    for (const Stand& s : r.standen) people.insert(s.studentnummer + '/' + s.naam);
    CHECK(people.size() == 2);
    CHECK(findings(r.formulieren[2]) ==
          "! andere-schrijfwijze: Het studentnummer van deze kandidaat is op een ander formulier anders geschreven: bestand-1, bestand-2. "
          "Het verschil zit in hoofdletters of spaties.\n"
          "! nummer-twee-namen: Onder dit studentnummer staat op een ander formulier een andere naam: bestand-1.\n"
          "! dubbel B1-K1: Van deze kandidaat, kerntaak en poging is er nog een formulier: bestand-2.\n");
    for (const char* word : {"mit", "Anders", "Boer", "12345", "de Vries", "Bakker", ".pdf"})
        CHECK_MESSAGE(written(r).find(word) == std::string::npos, std::string(word));
}

TEST_CASE("templates/README.md has every name of the overview, and no other") {
    FilledPdf other = with("P3-K2-W1-G1", "onvoldoende");
    field(other, "beoordelaar-1").value = "A. Bakker";
    std::set<std::string> there, documented;
    const std::function<void(const view::Value&)> gather = [&](const view::Value& v) {
        if (v.list())
            for (const view::Value& item : *v.list()) gather(item);
        if (v.object())
            for (const auto& [name, inner] : *v.object()) {
                if (name != "eerste" && name != "laatste") there.insert(name);
                gather(inner);
            }
    };
    gather(view_overzicht(collected({good(), other, good("2")}), "test", ""));
    std::ifstream in(DOSSIER_SOURCE_DIR "/templates/README.md", std::ios::binary);
    const std::string readme{std::istreambuf_iterator<char>(in), {}};
    const std::size_t from = readme.find("hoort bij `dossier collect"), to = readme.find("\n##", from);
    REQUIRE(to < readme.size());
    const std::string part = readme.substr(from, to - from);
    static const std::regex kName("`([a-z_]+)`");
    for (std::sregex_iterator it(part.begin(), part.end(), kName), end; it != end; ++it) documented.insert((*it)[1]);
    CHECK(there == documented);
}

TEST_CASE("the overview says once what holds for many criteria, and first what it comes to") {
    FilledPdf blank = good("3");
    for (auto& f : blank.fields)
        if (f.name.starts_with("P3-K2-") && f.name.find("motivering") == std::string::npos) f.value = "";
    const auto of = [](const std::vector<FilledPdf>& pdfs) { return view_overzicht(collected(pdfs), "test", ""); };
    const view::Value v = of({good("1"), good("2"), blank});
    CHECK(*v.find("conclusie")->text() == "Van 3 formulieren moet u er 1 nakijken.");
    const std::string text = view::dump(v);
    CHECK(text.find("Er is geen enkel criterium aangekruist.") != std::string::npos);
    CHECK(text.find(" onderdelen is geen resultaat aangekruist: P3-K2-W1") != std::string::npos);
    CHECK(text.find("is niets aangekruist") == std::string::npos);
    CHECK(*of({good()}).find("conclusie")->text() == "U hoeft niets na te kijken: het formulier is volledig en klopt.");
    CHECK(*of({good("1"), good("2")}).find("conclusie")->text() ==
          "U hoeft niets na te kijken: de 2 formulieren zijn volledig en kloppen.");
    CHECK(*of({blank}).find("conclusie")->text() == "Er is 1 formulier. Dat moet u nakijken.");
    CHECK(*of({blank, {}}).find("conclusie")->text() == "U moet alle 2 formulieren nakijken.");
}

TEST_CASE("tables hold every form, criterium and finding") {
    FilledPdf bad = with("beoordelaar-1", "");
    const Resultaten r = collected({good("1"), bad});
    const auto all = sheets(r);
    REQUIRE(all.size() == 4);
    CHECK(all[0].rows == 2);
    CHECK(all[1].rows == 2 * r.formulieren[0].criteria.size());
    CHECK(std::get<std::string>(all[2].row(0)[6]) == "beoordelaar-ontbreekt");
    CHECK(all[3].rows == 2);
    CHECK(std::get<std::string>(all[0].row(0)[8]) == "voldoende");
    CHECK(std::get<table::Day>(all[0].row(0)[7]).iso == "2026-06-01");
}

TEST_CASE("the JSON keeps to its published schema, whatever came in") {
    const test::Validator schema(test::Json::parse(json_schema()));
    FilledPdf bad = with("P3-K2-W1-G1", "onvoldoende");
    filled::Signature signature;
    signature.field = "handtekening-beoordelaar-1";
    signature.changed_after = {"datum"};
    bad.signatures = {signature};
    FilledPdf locked;
    locked.condition = filled::Condition::locked;
    FilledPdf other = good("3");
    other.fields[0].value = "iets-anders";
    FilledPdf not_text = with("opmerkingen", "\xff");
    FilledPdf scanned = on_paper();
    field(scanned, "P3-K2-W1-G1").paper->doubt = filled::OnPaper::Doubt::corrected;
    const std::vector<FilledPdf> pdfs{good("1"), good("1"), bad, locked, other, not_text, {}, scanned};
    const std::string text = json(collected(pdfs), "dossier test");
    const auto value = test::Json::parse(text);
    CHECK(schema.accepts(value));
    CHECK(value["formulieren"].size() == pdfs.size());
    CHECK(text == value.dump(2) + '\n');
    CHECK(schema.accepts(test::Json::parse(json(collected({}), ""))));

    // It does say no: without a key, with an unknown one, with a word that there is not.
    auto changed = value;
    changed["formulieren"][0].erase("nakijken");
    CHECK_FALSE(schema.accepts(changed));
    changed = value;
    changed["formulieren"][0]["onzin"] = 1;
    CHECK_FALSE(schema.accepts(changed));
    changed = value;
    changed["formulieren"][0]["berekend"]["uitslag"] = "goed";
    CHECK_FALSE(schema.accepts(changed));
}

TEST_CASE("what is wrong with a signature is said of who signed") {
    Kader kader = frame();
    kader.handtekening_nodig = true;
    FilledPdf pdf = good();
    const auto said = [&] {
        std::string out;
        for (const Bevinding& b : one(pdf, kader).bevindingen) out += b.soort + ": " + b.tekst + '\n';
        return out;
    };
    CHECK(said() == "handtekening-ontbreekt: Niet digitaal getekend door: beoordelaar 1.\n");
    field(pdf, "handtekening-beoordelaar-1").signed_here = true;
    filled::Signature signature;
    signature.field = "handtekening-beoordelaar-1";
    signature.covers = filled::Signature::Covers::whole_file;
    signature.state = filled::Signature::State::intact;
    pdf.signatures = {signature};
    CHECK(said() == "");
    pdf.signatures[0].state = filled::Signature::State::broken;
    CHECK(said() == "handtekening-gebroken: De handtekening van beoordelaar 1 klopt niet met het bestand.\n");
    pdf.signatures[0].state = filled::Signature::State::unknown;
    CHECK(said() == "handtekening-onbekend: De handtekening van beoordelaar 1 is van een soort die niet is na te gaan.\n");
    pdf.signatures[0].state = filled::Signature::State::intact;
    pdf.signatures[0].covers = filled::Signature::Covers::part;
    CHECK(said() == "handtekening-onbekend: De handtekening van beoordelaar 1 dekt niet het hele formulier.\n");
    pdf.signatures[0].covers = filled::Signature::Covers::earlier_version;
    pdf.signatures[0].changed_after = {"datum", "handtekening-beoordelaar-1"};
    CHECK(said() == "na-ondertekening: Na de handtekening van beoordelaar 1 veranderde: datum.\n");
}

TEST_CASE("a form on paper is a form: its pages are its place, and it needs no digital signature") {
    const Formulier f = one(on_paper());
    CHECK(f.bevindingen.empty());
    CHECK(f.plaats() == "scan.pdf, bladzijden 3 tot en met 5; los.jpg, bladzijde 1");
    CHECK(f.uitslag->uitslag == scoring::Uitslag::voldoende);
    FilledPdf unsigned_form = on_paper();
    field(unsigned_form, "handtekening-beoordelaar-1").signed_here = false;
    CHECK(one(unsigned_form).bevindingen.back().tekst == "Niet getekend door: beoordelaar 1.");
}

TEST_CASE("what paper leaves open is asked once, and nothing is worked out from it") {
    using D = filled::OnPaper::Doubt;
    const auto doubt = [](const std::string& name, D why, const std::string& looks_like = "") {
        FilledPdf out = on_paper();
        Field& f = field(out, name);
        f.value = f.shown = "";
        f.paper->doubt = why;
        f.paper->looks_like = looks_like;
        return findings(out);
    };
    const std::string open = "! onbeslist P3-K2-W1: De uitslag van werkproces P3-K2-W1 staat niet vast: ";
    const auto asked = [&](D why, const std::string& words) {
        const std::string all = doubt("P3-K2-W1-G1", why);
        CHECK(all.starts_with("! twijfel P3-K2-W1-G1: Op papier is bij P3-K2-W1-G1 " + words + " (bladzijde 4).\n"));
        CHECK(all.find(open) != std::string::npos);
        CHECK(all.find("niet-aangekruist") == std::string::npos);
    };
    asked(D::faint, "een zwak of klein teken");
    asked(D::two_marks, "meer dan een keuze aangekruist");
    asked(D::corrected, "een keuze zwart gemaakt en een andere aangekruist");
    asked(D::beside, "inkt naast de keuzes");
    asked(D::not_seen, "een deel van de keuzes niet te zien, of de scan te bleek of zwart-wit");
    CHECK(doubt("P3-K2-resultaat", D::corrected, "niet-beoordeeld") ==
          "! twijfel P3-K2: Op papier is bij het resultaat van P3-K2 een keuze zwart gemaakt en een andere aangekruist (bladzijde 4)."
          " Het lijkt \"niet beoordeeld\".\n");
    CHECK(doubt("datum", D::handwriting) == "! handschrift: Met de pen ingevuld en nog niet overgenomen: datum.\n");
    CHECK(doubt("beoordelaar-1", D::handwriting) == "! handschrift: Met de pen ingevuld en nog niet overgenomen: beoordelaar 1.\n");
}

TEST_CASE("what is wrong with the pages of a form on paper is said in words") {
    using K = filled::PaperProblem::Kind;
    const auto said = [](K kind) {
        FilledPdf out = on_paper();
        out.paper->problems = {{kind, 2}};
        return findings(out);
    };
    CHECK(said(K::missing) == "! bladzijde-ontbreekt: Bladzijde 2 van het formulier is niet gescand.\n");
    CHECK(said(K::twice) == "  bladzijde-dubbel: Bladzijde 2 van het formulier is twee keer gescand.\n");
    CHECK(said(K::nobody) ==
          "! kandidaat-onbekend: Op papier staat een code voor de kandidaat. Geef de klassenlijst mee met --klassenlijst, of neem "
          "naam en nummer over.\n");
    CHECK(said(K::not_on_list) == "! kandidaat-onbekend: De code op het papier hoort bij niemand op de klassenlijst.\n");
    CHECK(said(K::more_than_one) ==
          "! kandidaat-onbekend: De code op het papier kan bij meer dan een kandidaat op de klassenlijst horen.\n");
    CHECK(said(K::order_unsure) ==
          "! volgorde-onzeker: Dit papier is zonder naam geprint en de bladzijden lagen door elkaar. Kijk of ze alle van "
          "dezelfde kandidaat zijn.\n");
    const auto stray = [](K kind) {
        FilledPdf out;
        out.condition = filled::Condition::stray_page;
        out.fields = {good().fields[0], good().fields[1]};
        out.paper = filled::Paper{{{"scan.pdf", 7}}, {{kind, 7}}};
        const Formulier f = one(out);
        CHECK(f.herkomst == Herkomst::onleesbaar);
        CHECK(f.plaats() == "scan.pdf, bladzijde 7");
        return findings(f);
    };
    CHECK(stray(K::no_code) ==
          "! bladzijde-onbekend: De code rechtsboven op deze bladzijde is niet te lezen. Scan de bladzijde opnieuw.\n");
    CHECK(stray(K::foreign_code) == "! bladzijde-onbekend: De code op deze bladzijde is niet van een formulier van Dossier.\n");
    CHECK(stray(K::unknown_form) ==
          "! andere-versie: Deze bladzijde is van P3-beoordelingsformulier-P3-K2 met kenmerk aaaa. Dat formulier hoort niet "
          "bij dit dossier. Geef de oude versie mee met --oud.\n");
    CHECK(stray(K::other_places) ==
          "! andere-sjablonen: Deze bladzijde is van P3-beoordelingsformulier-P3-K2, maar met andere sjablonen gemaakt dan er "
          "nu zijn. Geef die sjablonen mee met --templates.\n");
    CHECK(stray(K::not_placed) ==
          "! bladzijde-onleesbaar: De vakjes op deze bladzijde zijn niet te vinden: er ontbreekt een hoek, of het papier ligt "
          "scheef of gevouwen. Scan opnieuw.\n");
    CHECK(stray(K::unreadable) == "! bladzijde-onleesbaar: Dit is geen afbeelding, of ze is beschadigd.\n");
    CHECK(stray(K::too_much) == "! te-groot: Deze afbeelding vraagt meer tijd of geheugen dan een bladzijde mag.\n");
}

TEST_CASE("the criteria say how sure an answer on paper is and where it stands, and nothing new where there is no paper") {
    CHECK(sheets(collected({good()}))[1].columns.size() == 13);
    FilledPdf scanned = on_paper();
    field(scanned, "P3-K2-W1-G2").paper->doubt = filled::OnPaper::Doubt::faint;
    field(scanned, "P3-K2-W1-G3").paper->decided = true;
    const Resultaten r = collected({scanned});
    const auto criteria = sheets(r)[1];
    REQUIRE(criteria.columns.size() == 15);
    CHECK(std::get<long long>(criteria.row(0)[13]) == 95);
    CHECK(std::get<std::string>(criteria.row(0)[14]) == "scan.pdf, bladzijde 4, vlak 1 2 3 4");
    CHECK(std::get<std::string>(criteria.row(1)[13]) == "twijfel");
    CHECK(std::get<std::string>(criteria.row(2)[13]) == "door een mens");
    const auto value = test::Json::parse(json(r, ""))["formulieren"][0];
    CHECK(value["bladzijden"].size() == 4);
    CHECK(value["criteria"][0]["papier"]["zekerheid"] == 95);
    CHECK(value["criteria"][1]["papier"]["twijfel"] == "zwak");
    CHECK(value["criteria"][2]["papier"]["door_mens"] == true);
}

TEST_CASE("pseudonyms hide the names of scans, and what an assessor wrote as a criterium") {
    const Resultaten r = collected({on_paper()}, frame(), "zout dat lang genoeg is om te gebruiken");
    const std::string text = json(r, "");
    for (const char* secret : {"scan.pdf", "los.jpg", "Dvo", "0012345"}) CHECK(text.find(secret) == std::string::npos);
    CHECK(text.find("bestand-2") != std::string::npos);
}
