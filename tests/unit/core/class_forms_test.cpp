#include "../common/building.hpp"
#include "../common/sample.hpp"
#include "base/ascii.hpp"
#include "conformance.hpp"
#include "core/forms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>

using namespace dossier;

namespace {

const std::string kList =
    "studentnummer;naam;groep;profiel;leerbedrijf;beoordelaar1;beoordelaar2;datum;locatie;afnamemoment;poging\n"
    "0012345;Łukasz Dvořák;VK4A;P3;\"De \"\"Korst\"\"; filiaal\";J. de Vries;Şule Öztürk;1-6-2026;Utrecht;ochtend;1\n"
    "0012346;Nguyễn Văn Đức;VK4A;P3;;;;;;;\n"
    "0012347;Anne-Wil d'Hondt-van 't Ooster;VK4B;P1;;;;;;;2\n"
    "0012348;Prince;;P3;;;;;;;\n"
    "0012349;Maria Wilhelmina Johanna Geertruida Antoinetta van der Woestijne-Vandenbroucke tot Hoog;VK4B;P3;;;;;;;\n"
    "0012350;Jan (Piet) \\ <b>{{naam}}</b>;VK4B;P3;;;;;;;\n";

struct Run {
    model::Dossier dossier = test::dossier_yaml();
    make::Maker maker;
    Diagnostics diagnostics;
    core::ClassList list;
    Source file;

    explicit Run(std::string text = kList) : file{"klas.csv", std::move(text), true, {}} {
        REQUIRE(maker.prepare({}, diagnostics));
        list = core::read_class_list(file, dossier, maker, {}, diagnostics);
        REQUIRE(list.list);
    }
    core::Forms plan(const core::FormsWanted& wanted) {
        auto forms = core::Forms::plan(maker, dossier, *list.list, wanted, {"", "dossier test"}, diagnostics);
        INFO(report(diagnostics));
        REQUIRE(forms);
        return std::move(*forms);
    }
};

const core::FormFile& file_of(const core::Forms& forms, const std::string& path) {
    const auto found = std::find_if(forms.files().begin(), forms.files().end(), [&](const core::FormFile& f) { return f.path == path; });
    REQUIRE(found != forms.files().end());
    return *found;
}

std::map<std::string, std::string> fields(const std::string& bytes) {
    QPDF pdf;
    pdf.processMemoryFile("form", bytes.data(), bytes.size());
    std::map<std::string, std::string> out;
    for (QPDFFormFieldObjectHelper& f : QPDFAcroFormDocumentHelper(pdf).getFormFields()) {
        const auto [at, fresh] = out.emplace(f.getFullyQualifiedName(), f.getValueAsString());
        const std::string& field = at->first;
        CHECK_MESSAGE((fresh || f.isRadioButton()), field);
    }
    return out;
}

std::string findings(const std::string& bytes) {
    std::string out;
    for (const std::string& f : conformance::check(bytes)) out += f + '\n';
    return out;
}

}  // namespace

TEST_CASE("a form for each candidate and kerntaak, named after number, part and poging") {
    Run run;
    const core::Forms forms = run.plan({});
    std::vector<std::string> paths;
    for (const core::FormFile& f : forms.files()) paths.push_back(f.path);
    CHECK(paths.size() == 5 * 4 + 3);
    CHECK(paths[0] == "0012345-beoordelingsformulier-b1-k1-poging-1.pdf");
    CHECK(paths[3] == "0012345-beoordelingsformulier-p3-k2-poging-1.pdf");
    CHECK(paths[4] == "0012346-beoordelingsformulier-b1-k1.pdf");
    CHECK(paths[10] == "0012347-beoordelingsformulier-p1-k1-poging-2.pdf");
}

TEST_CASE("what the list says stands in the fields, letter by letter, and the form keeps to PDF/UA-1 and PDF/A-2a") {
    Run run;
    const core::Forms forms = run.plan({.kerntaken = {"B1-K1"}});
    const auto all = fields(forms.make(forms.files()[0]));
    CHECK(all.at("kandidaat") == "Łukasz Dvořák");
    CHECK(all.at("studentnummer") == "0012345");
    CHECK(all.at("groep") == "VK4A");
    CHECK(all.at("leerbedrijf") == "De \"Korst\"; filiaal");
    CHECK(all.at("beoordelaar-1") == "J. de Vries");
    CHECK(all.at("beoordelaar-2") == "Şule Öztürk");
    CHECK(all.at("datum") == "01-06-2026");
    CHECK(all.at("locatie") == "Utrecht");
    CHECK(all.at("afnamemoment") == "ochtend");
    CHECK(all.at("poging") == "1");
    CHECK(all.at("opleiding") == "E-commerce specialist");
    CHECK(all.at("document") == "P3-beoordelingsformulier-B1-K1");
    CHECK(fields(forms.make(forms.files()[1])).at("kandidaat") == "Nguyễn Văn Đức");
    CHECK(fields(forms.make(forms.files()[1])).at("datum") == "");
    CHECK(fields(forms.make(forms.files()[5])).at("kandidaat") == "Jan (Piet) \\ <b>{{naam}}</b>");
    for (const core::FormFile& f : forms.files()) CHECK_MESSAGE(findings(forms.make(f)).empty(), f.path, findings(forms.make(f)));
}

TEST_CASE("a form has the fields, in the same places, of the blank one") {
    Run run;
    const core::Forms forms = run.plan({.kerntaken = {"P3-K1"}});
    const auto blank = test::build(run.maker, run.dossier, {{"P3"}, {"pdf"}, "beoordelingsformulier", "P3-K1"}, run.diagnostics);
    REQUIRE(blank);
    auto named = fields(blank->files.front().bytes), filled = fields(forms.make(forms.files()[0]));
    REQUIRE(named.size() == filled.size());
    for (const auto& field : named) CHECK_MESSAGE(filled.contains(field.first), field.first);
}

TEST_CASE("bundles hold all forms with their values under names of their own, and bookmarks") {
    Run run;
    for (const auto by : {core::BundleBy::kandidaat, core::BundleBy::groep}) {
        const core::Forms forms = run.plan({.profielen = {"P3"}, .kerntaken = {"B1-K1", "P3-K1"}, .bundle = by});
        const bool group = by == core::BundleBy::groep;
        const core::FormFile& f = file_of(forms, group ? "bundels/groep-vk4a.pdf" : "bundels/0012345-poging-1.pdf");
        const std::string bytes = forms.make(f);
        CHECK_MESSAGE(findings(bytes).empty(), findings(bytes));
        const auto all = fields(bytes);
        CHECK(all.at("1-kandidaat") == "Łukasz Dvořák");
        CHECK(all.at("2-kandidaat") == "Łukasz Dvořák");
        CHECK(all.at("1-document") == "P3-beoordelingsformulier-B1-K1");
        CHECK(all.at("2-document") == "P3-beoordelingsformulier-P3-K1");
        CHECK(all.contains("4-kandidaat") == group);
        if (group) CHECK(all.at("4-kandidaat") == "Nguyễn Văn Đức");
        QPDF pdf;
        pdf.processMemoryFile("bundle", bytes.data(), bytes.size());
        const auto marks = QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines();
        REQUIRE(marks.size() == (group ? 4 : 2));
        CHECK(QPDFOutlineObjectHelper(marks[1]).getTitle().starts_with("Łukasz Dvořák: Beoordelingsformulier P3-K1"));
        std::size_t pages = 0;
        for (const std::size_t i : f.forms) {
            QPDF one;
            const auto single = std::find_if(forms.files().begin(), forms.files().end(),
                                             [&](const core::FormFile& s) { return !s.bundle && s.forms.front() == i; });
            const std::string made = forms.make(*single);
            one.processMemoryFile("one", made.data(), made.size());
            pages += one.getAllPages().size();
        }
        CHECK(pdf.getAllPages().size() == pages);
    }
}

TEST_CASE("shares for several machines hold each candidate once") {
    Run run;
    std::vector<std::string> all, shares;
    const auto take = [&run](const core::FormsWanted& wanted, std::vector<std::string>& paths) {
        const core::Forms forms = run.plan(wanted);
        for (const core::FormFile& f : forms.files()) paths.push_back(f.path);
    };
    take({}, all);
    for (std::size_t i = 1; i <= 4; ++i) take({.shard = i, .shards = 4}, shares);
    std::sort(all.begin(), all.end());
    std::sort(shares.begin(), shares.end());
    CHECK(all == shares);
}

TEST_CASE("the mark of a file says whether it is up to date, and whether anyone touched it") {
    Run run;
    const core::Forms forms = run.plan({.kerntaken = {"B1-K1"}});
    const core::FormFile& f = forms.files()[0];
    const std::string bytes = forms.make(f);
    using core::judge_present;
    using core::Present;
    CHECK(bytes == forms.make(f));
    CHECK(judge_present(std::string_view(bytes).substr(0, core::kMarkBytes), false, f) == Present::same);
    core::FormFile other = f;
    other.mark = std::string(f.mark.size(), '0');
    CHECK_FALSE(judge_present(std::string_view(bytes).substr(0, core::kMarkBytes), false, other));
    CHECK(judge_present(bytes, true, other) == Present::replace);
    std::string touched = bytes;
    touched[touched.size() / 2] = static_cast<char>(touched[touched.size() / 2] ^ 1);
    CHECK(judge_present(touched, true, other) == Present::keep);
    CHECK(judge_present(bytes + "\n1 0 obj\n", true, other) == Present::keep);
    CHECK(judge_present("%PDF-1.4\n1 0 obj", false, f) == Present::keep);
    CHECK(judge_present("", false, f) == Present::keep);
    // Another value of a field is another mark; a value that no field takes is none.
    Run changed(std::string(kList).replace(kList.find("Utrecht"), 7, "Zwolle"));
    CHECK(changed.plan({.kerntaken = {"B1-K1"}}).files()[0].mark != f.mark);
    CHECK(changed.plan({.kerntaken = {"B1-K1"}}).files()[1].mark == forms.files()[1].mark);
}

TEST_CASE("what a command line names and is not there") {
    Run run;
    Diagnostics found;
    CHECK_FALSE(core::Forms::plan(run.maker, run.dossier, *run.list.list, {.kerntaken = {"B1-K7"}, .documenten = {"beoordelingformulier"}},
                                  {"", "t"}, found));
    CHECK(report(found) ==
          "error: there is no form \"beoordelingformulier\"\n  hint: did you mean \"beoordelingsformulier\"?\n"
          "error: there is no kerntaak \"B1-K7\"\n  hint: did you mean \"B1-K1\"?\n");
}

TEST_CASE("overzicht.csv says what was made, and what is for someone who left the list") {
    Run run;
    std::size_t left = 0;
    const core::Forms forms = run.plan({.kerntaken = {"B1-K1"}});
    const std::string first = forms.overview(
        "", [](const std::string&) { return true; }, left);
    CHECK(left == 0);
    CHECK(first.starts_with(
        "\xEF\xBB\xBFstudentnummer;naam;groep;profiel;document;onderdeel;poging;bestand;opmerking\r\n"
        "0012345;Łukasz Dvořák;VK4A;P3;beoordelingsformulier;B1-K1;1;0012345-beoordelingsformulier-b1-k1-poging-1.pdf;\r\n"));
    CHECK(forms.overview(
              first, [](const std::string&) { return true; }, left) == first);
    std::string shorter = kList;
    shorter.erase(shorter.find("0012345"), shorter.find("0012346") - shorter.find("0012345"));
    Run next(shorter);
    const std::string second = next.plan({.kerntaken = {"B1-K1"}})
                                   .overview(
                                       first, [](const std::string&) { return true; }, left);
    CHECK(left == 1);
    CHECK(second.find("0012345;Łukasz Dvořák;VK4A;P3;beoordelingsformulier;B1-K1;1;0012345-beoordelingsformulier-b1-k1-poging-1.pdf;niet "
                      "meer op de klassenlijst\r\n") != std::string::npos);
    // A file that is gone is gone; forms of another kerntaak of the same people stay in it.
    CHECK(next.plan({.kerntaken = {"B1-K1"}})
              .overview(
                  first, [](const std::string&) { return false; }, left)
              .find("0012345") == std::string::npos);
    const std::string third = run.plan({.kerntaken = {"B1-K2"}})
                                  .overview(
                                      first, [](const std::string&) { return true; }, left);
    CHECK(left == 0);
    CHECK(third.find("b1-k1-poging-1.pdf;\r\n") != std::string::npos);
}

TEST_CASE("a template that asks a class list for what it has not") {
    Diagnostics diagnostics;
    make::Maker maker;
    const model::Dossier dossier = test::dossier_yaml();
    REQUIRE(maker.prepare({{"formulier/gegevens.xhtml", "formulier/gegevens.xhtml",
                            "<p><input type=\"text\" name=\"a\" klassenlijst=\"naan\" label=\"Naam\"/></p>"}},
                          diagnostics));
    CHECK_FALSE(test::build(maker, dossier, {{"P3"}, {"pdf"}, "beoordelingsformulier", "P3-K1"}, diagnostics));
    const std::string text = report(diagnostics);
    CHECK_MESSAGE(
        text.find("formulier/gegevens.xhtml:1:4: error: klassenlijst=\"naan\" is no column of a class list\n") != std::string::npos, text);
    CHECK_MESSAGE(text.find("  hint: did you mean \"naam\"?\n") != std::string::npos, text);
}
