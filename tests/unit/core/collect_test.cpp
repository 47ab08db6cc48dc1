#include "../common/sample.hpp"
#include "core/collect.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>

using namespace dossier;

namespace {

using Values = std::map<std::string, std::string>;

const std::string none = "Off";  ///< no choice of a group

struct Run {
    model::Dossier dossier = test::dossier_yaml();
    make::Maker maker;
    Diagnostics diagnostics;
    std::vector<make::FormIdentity> identities;

    Run() {
        REQUIRE(maker.prepare({}, diagnostics));
        identities = maker.form_identities(dossier, diagnostics);
    }

    /// A complete form of profiel P3 on which all is voldoende, but for `own`.
    filled::FilledPdf form(const std::string& kerntaak, const Values& own) const {
        const std::string id = "P3-beoordelingsformulier-" + kerntaak;
        const auto identity = std::find_if(identities.begin(), identities.end(), [&id](const make::FormIdentity& f) { return f.id == id; });
        REQUIRE(identity != identities.end());
        Values values{{"document", id},
                      {"kenmerk", identity->kenmerk},
                      {"datum", "1-6-2026"},
                      {"kandidaat", "Jan Smit"},
                      {"studentnummer", "0012345"},
                      {"beoordelaar-1", "J. de Vries"},
                      {"beoordelaar-2", "A. Bakker"},
                      {kerntaak + "-resultaat", "voldoende"}};
        for (const model::Kerntaak* k : model::kerntaken_of(dossier, dossier.profielen[identity->profiel])) {
            if (k->code.value != kerntaak) continue;
            for (const model::Werkproces& w : k->werkprocessen) {
                values[w.code.value + "-resultaat"] = "voldoende";
                for (const model::Criterium& c : model::criteria_voor(w, "P3")) values[c.code] = "voldoende";
            }
        }
        for (const auto& [name, value] : own) values[name] = value;
        filled::FilledPdf out;
        out.condition = filled::Condition::form;
        for (const auto& [name, value] : values) {
            out.fields.emplace_back();
            out.fields.back().name = name;
            out.fields.back().value = out.fields.back().shown = value;
        }
        return out;
    }

    /// The fields of each resultatenoverzicht, by the name of its file.
    std::map<std::string, Values> overviews(const std::vector<filled::FilledPdf>& forms, const std::string& zout = "") {
        core::Collector collector(maker, dossier, nullptr, {false, zout}, diagnostics);
        collector.expect(forms.size());
        for (std::size_t i = 0; i < forms.size(); ++i) collector.add(i, std::to_string(i) + ".pdf", forms[i]);
        collector.finish();
        const auto files = collector.overviews({"", "dossier test"}, diagnostics);
        REQUIRE_MESSAGE(files, report(diagnostics));
        std::map<std::string, Values> out;
        for (const File& file : *files) {
            CHECK_MESSAGE(!out.contains(file.path), file.path);
            out[file.path] = fields(file.bytes);
        }
        return out;
    }

private:
    static Values fields(const std::string& bytes) {
        QPDF pdf;
        pdf.processMemoryFile("overzicht", bytes.data(), bytes.size());
        Values out;
        for (QPDFFormFieldObjectHelper& f : QPDFAcroFormDocumentHelper(pdf).getFormFields()) {
            const std::string choice = f.isRadioButton() && f.getValue().isName() ? f.getValue().getName().substr(1) : "";  // "/voldoende"
            out.emplace(f.getFullyQualifiedName(), f.isRadioButton() ? choice : f.getValueAsString());
        }
        return out;
    }
};

}  // namespace

TEST_CASE("a candidate who is spelled in two ways gets one overview, and a person decides") {
    Run run;
    const auto all = run.overviews({run.form("B1-K1", {{"studentnummer", "12a"}, {"kandidaat", "Jan Smit"}}),
                                    run.form("B1-K2", {{"studentnummer", "1 2A"}, {"kandidaat", "JAN  Smit"}, {"datum", "2-6-2026"}})});
    REQUIRE(all.size() == 1);
    CHECK(all.begin()->first == "12a-resultatenoverzicht-p3.pdf");
    const Values& values = all.begin()->second;
    CHECK(values.at("studentnummer") == "12a");
    CHECK(values.at("kandidaat") == "Jan Smit");
    CHECK(values.at("B1-K1-datum") == "01-06-2026");
    CHECK(values.at("B1-K2-datum") == "02-06-2026");
    CHECK(values.at("B1-K1-resultaat") == none);
}

TEST_CASE("an overview has a result where there is nothing to look at, and only there") {
    Run run;
    const auto of = [&run](const Values& own) {
        const auto all = run.overviews({run.form("B1-K1", own)});
        REQUIRE(all.size() == 1);
        return all.begin()->second;
    };
    const Values good = of({});
    CHECK(good.at("B1-K1-resultaat") == "voldoende");
    CHECK(good.at("B1-K1-kenmerk") != "");
    CHECK(good.at("B1-K1-poging") == "");
    CHECK(good.at("B1-K2-resultaat") == none);
    CHECK(of({{"poging", "1"}}).at("B1-K1-poging") == "1");
    for (const Values& look : {Values{{"beoordelaar-2", ""}}, Values{{"datum", "morgen"}}, Values{{"B1-K1-resultaat", "onvoldoende"}},
                               Values{{"B1-K1-W1-G1", ""}}}) {
        const Values values = of(look);
        CHECK_MESSAGE(values.at("B1-K1-resultaat") == none, look.begin()->first);
        CHECK(values.at("B1-K1-datum") == (look.contains("datum") ? "" : "01-06-2026"));
    }
}

TEST_CASE("two candidates whose numbers make one name of a file have an overview each") {
    Run run;
    const auto all = run.overviews({run.form("B1-K1", {{"studentnummer", "1-2"}}), run.form("B1-K1", {{"studentnummer", "1.2"}})});
    REQUIRE(all.size() == 2);
    CHECK(all.contains("1-2-resultatenoverzicht-p3.pdf"));
    CHECK(all.contains("1-2-resultatenoverzicht-p3-2.pdf"));
}

TEST_CASE("with pseudonyms a candidate of two spellings has one overview, without number and name") {
    Run run;
    const auto all = run.overviews({run.form("B1-K1", {{"studentnummer", "12a"}}), run.form("B1-K2", {{"studentnummer", "12 A"}})}, "zout");
    REQUIRE(all.size() == 1);
    CHECK(all.begin()->first.starts_with("kandidaat-"));
    CHECK(all.begin()->second.at("kandidaat") == all.begin()->second.at("studentnummer"));
}

TEST_CASE("the format of results is that of the end of the name, in any case") {
    using core::ResultFormat;
    CHECK(core::result_format("map.csv/uit.XLSX") == ResultFormat::xlsx);
    CHECK(core::result_format("uit.Csv") == ResultFormat::csv);
    CHECK(core::result_format("uit.json") == ResultFormat::json);
    CHECK(core::result_format("uit.html") == ResultFormat::html);
    for (const char* name : {"", "csv", "uit.csv.pdf", "uit.htm", "uit.xlsx/"})
        CHECK_MESSAGE(!core::result_format(name), std::string(name));
}
