/// The forms of the real dossier and of a class list, read as filled-in forms are.

#include "../unit/common/building.hpp"
#include "../unit/common/sample.hpp"
#include "acroform/acroform.hpp"
#include "core/forms.hpp"
#include "pdfform/pdfform.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace dossier;
using filled::Condition;
using filled::Field;
using filled::Kind;

namespace {

struct Run {
    model::Dossier dossier = test::dossier_yaml();
    make::Maker maker;
    Diagnostics diagnostics;
    core::ClassList list;
    Source file{"klas.csv",
                "studentnummer;naam;groep;profiel;beoordelaar1;datum\n"
                "0012345;Łukasz Dvořák;VK4A;P3;Şule Öztürk;1-6-2026\n"
                "0012346;Nguyễn Văn Đức;VK4A;P3;;\n",
                true,
                {}};

    Run() {
        REQUIRE(maker.prepare({}, diagnostics));
        list = core::read_class_list(file, dossier, maker, {}, diagnostics);
        REQUIRE(list.list);
    }
    core::Forms plan(const core::FormsWanted& wanted) {
        auto forms = core::Forms::plan(maker, dossier, *list.list, wanted, {"", "dossier test"}, diagnostics);
        REQUIRE(forms);
        return std::move(*forms);
    }
};

const Field& field(const filled::FilledPdf& form, const std::string& name) {
    const auto found = std::find_if(form.fields.begin(), form.fields.end(), [&](const Field& f) { return f.name == name; });
    REQUIRE_MESSAGE(found != form.fields.end(), name);
    return *found;
}

}  // namespace

TEST_CASE("every form of every profiel is read without a doubt, and names itself") {
    Run run;
    const auto files = test::build(run.maker, run.dossier, {{}, {"pdf"}, "", ""}, run.diagnostics).value().files;
    CHECK(files.size() > 100);
    std::size_t with_fields = 0;
    for (const OutputFile& file : files) {
        INFO(file.path);
        const filled::FilledPdf form = acroform::read_form(file.bytes);
        CHECK((form.condition == Condition::form || form.condition == Condition::no_fields));
        CHECK(form.identifier.starts_with("dossier:"));
        CHECK(form.title != "");
        CHECK(form.pages > 0);
        for (const Field& f : form.fields) {
            CHECK(f.doubts.empty());
            CHECK((f.kind == Kind::text || f.kind == Kind::choice || f.kind == Kind::signature));
        }
        if (form.fields.empty()) continue;
        ++with_fields;
        // What is written in the file says the same as what is printed in its metadata.
        CHECK(form.identifier == "dossier:" + field(form, "document").value + ':' + field(form, "kenmerk").value);
        CHECK(field(form, "document").readonly);
    }
    CHECK(with_fields > 50);
}

TEST_CASE("a form for a candidate says what the class list said") {
    Run run;
    const core::Forms forms = run.plan({.kerntaken = {"B1-K1"}});
    const filled::FilledPdf form = acroform::read_form(forms.make(forms.files().at(0)));
    CHECK(form.condition == Condition::form);
    CHECK(field(form, "kandidaat").value == "Łukasz Dvořák");
    CHECK(field(form, "kandidaat").initial == "Łukasz Dvořák");
    CHECK(field(form, "studentnummer").value == "0012345");
    CHECK(field(form, "beoordelaar-1").value == "Şule Öztürk");
    CHECK(field(form, "B1-K1-W1-G1").kind == Kind::choice);
    CHECK(field(form, "handtekening-beoordelaar-1").kind == Kind::signature);
    CHECK_FALSE(field(form, "handtekening-beoordelaar-1").signed_here);
}

TEST_CASE("a bundle says so for each of its forms, under their numbers") {
    Run run;
    const core::Forms forms = run.plan({.bundle = core::BundleBy::groep});
    const auto bundle = std::find_if(forms.files().begin(), forms.files().end(), [](const core::FormFile& f) { return f.bundle; });
    REQUIRE(bundle != forms.files().end());
    const filled::FilledPdf form = acroform::read_form(forms.make(*bundle));
    CHECK(form.condition == Condition::form);
    CHECK(field(form, "1-kandidaat").value == "Łukasz Dvořák");
    CHECK(field(form, "5-kandidaat").value == "Nguyễn Văn Đức");
    CHECK(std::all_of(form.fields.begin(), form.fields.end(), [](const Field& f) { return f.doubts.empty(); }));
}

TEST_CASE("a form that was cut off anywhere is never taken for a sound one") {
    Run run;
    const core::Forms forms = run.plan({.kerntaken = {"B1-K1"}});
    const std::string whole = forms.make(forms.files().at(0));
    pdfform::Helper helper({DOSSIER_PDFFORM});
    std::size_t cuts = 0;
    for (std::size_t size = 0; size < whole.size(); size += 4096, ++cuts) {
        INFO(size);
        Diagnostics diagnostics;
        const filled::FilledPdf form = helper.read({"formulier.pdf", whole.substr(0, size)}, diagnostics);
        CHECK(report(diagnostics) == "");
        CHECK((form.condition == Condition::damaged || form.condition == Condition::unreadable ||
               (size == 0 && form.condition == Condition::not_pdf)));
    }
    CHECK(cuts > 15);
    // The last bytes too.
    for (std::size_t size = whole.size() - 40; size + 1 < whole.size(); ++size) {
        INFO(size);
        CHECK(acroform::read_form(std::string_view(whole).substr(0, size)).condition != Condition::no_fields);
    }
}
