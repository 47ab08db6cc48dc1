/// A dossier and a class list full of what means something to YAML, XML, HTML, scripts, templates, spreadsheets and PDF, in every
/// format and read back from it: texts come out as they went in. tests/browser/run.mjs does the same with the pages.

#include "../unit/common/building.hpp"
#include "../unit/common/seed.hpp"
#include "acroform/acroform.hpp"
#include "archive/archive.hpp"
#include "core/collect.hpp"
#include "core/forms.hpp"
#include "diff/diff.hpp"
#include "ownxml/ownxml.hpp"
#include "read_back.hpp"
#include "sbb/sbb.hpp"
#include "xml/document.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace dossier;

namespace {

using Json = nlohmann::json;
using Texts = std::vector<std::string>;

struct Run {
    Source source = test::source_file("tests/documents/vijandig.yaml");
    Source list = test::source_file("tests/documents/vijandig.csv");
    model::Dossier dossier;
    make::Maker maker;
    Diagnostics diagnostics;

    Run() {
        list.personal = true;
        dossier = yaml::read_dossier(source, diagnostics).value();
        REQUIRE(maker.prepare({}, diagnostics));
    }
    [[nodiscard]] std::vector<OutputFile> files(const std::string& formaat) {
        auto built = test::build(maker, dossier, {{}, {formaat}, "", ""}, diagnostics);
        REQUIRE_MESSAGE(built, report(diagnostics));
        return std::move(built->files);
    }
    [[nodiscard]] std::string file(const std::string& formaat, const std::string& ending) {
        for (OutputFile& f : files(formaat))
            if (f.path.starts_with("p1-") == (formaat != "sbb") && f.path.ends_with(ending)) return f.bytes;
        FAIL("no file ", ending);
        return "";
    }
};

Texts criteria(const model::Dossier& d) {
    Texts out;
    for (const model::Text& c : d.basisdeel.kerntaken.at(0).werkprocessen.at(0).gedrag.criteria) out.push_back(c.value);
    return out;
}

/// Without the mark at the end, which documents leave out.
std::string bare(std::string text) {
    while (!text.empty() && (text.back() == ';' || text.back() == '.')) text.pop_back();
    return text;
}

/// Those of `wanted` that none of `found` has; each a line.
std::string missing(const Texts& wanted, const Texts& found) {
    std::string out;
    for (const std::string& text : wanted)
        if (std::none_of(found.begin(), found.end(), [&](const std::string& f) { return f.find(bare(text)) != std::string::npos; }))
            out += text + '\n';
    return out;
}

void gather(const pugi::xml_node& node, Texts& out) {
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out.emplace_back(child.value());
        gather(child, out);
    }
    for (const pugi::xml_attribute a : node.attributes()) out.emplace_back(a.value());
}

/// All texts of an XML file, as a strict reader has them.
Texts texts_of_xml(const std::string& bytes) {
    const Source source{"uit.xml", bytes};
    Diagnostics diagnostics;
    const auto document = xml::XmlDocument::load(source, diagnostics);
    REQUIRE_MESSAGE(document, report(diagnostics));
    Texts out;
    gather(document->root(), out);
    return out;
}

void gather(const Json& json, Texts& out) {
    if (json.is_string()) out.push_back(json.get<std::string>());
    for (const auto& each : json)
        if (each.is_structured() || (each.is_string() && json.is_structured())) gather(each, out);
}

Texts cells_of(const std::string& csv) {
    const Source source{"uit.csv", csv, true, {}};
    Diagnostics diagnostics;
    const table::Table table = table::read_csv(source, table::Encoding::utf8, diagnostics);
    REQUIRE_MESSAGE(table.good, report(diagnostics));
    Texts out;
    for (const table::Row& row : table.rows)
        for (const table::Cell& cell : row.cells) out.push_back(cell.text);
    return out;
}

}  // namespace

TEST_CASE("traps of YAML are read as they stand") {
    Run run;
    CHECK(report(run.diagnostics) == "");
    const Texts all = criteria(run.dossier);
    CHECK(all.size() == 59);
    const Texts first(all.begin(), all.begin() + 14);
    CHECK(first ==
          Texts{"no", "yes", "~", "null", "1e3", "0x1F", "010", ".inf", "2001-01-01", "12:30:45", "\"", "'", "#geen commentaar", "a #b"});
    for (const char* text : {"\\n \\u003c \\x41 \\", "=cmd|' /C calc'!A0", "]]>", "{{=<% %>=}}", "\"a\";\"b\"\"c\"", "---"})
        CHECK(std::find(all.begin(), all.end(), text) != all.end());
}

TEST_CASE("a hostile dossier is the same after YAML, fmt, own XML and the XML of SBB") {
    Run run;
    const std::string yaml = yaml::write_yaml(run.dossier);
    const Source written{"again.yaml", yaml}, own{"own.xml", ownxml::write_xml(run.dossier)};
    CHECK(yaml::write_yaml(yaml::read_dossier(written, run.diagnostics).value()) == yaml);
    CHECK(yaml::write_yaml(ownxml::read_xml(own, run.diagnostics).value()) == yaml);
    const Source formatted{"fmt.yaml", yaml::format_dossier(run.source, run.diagnostics).value()};
    CHECK(yaml::write_yaml(yaml::read_dossier(formatted, run.diagnostics).value()) == yaml);
    const Source sbb{"sbb.xml", run.file("sbb", ".xml")};
    const model::Dossier back = sbb::import_sbb(sbb, run.diagnostics).value();
    // The format has one text for all criteria, of which some here cannot be told apart again: that is said, and every word is there.
    const auto& told = run.diagnostics.all();
    CHECK(std::any_of(told.begin(), told.end(), [](const Diagnostic& d) { return d.code == "sbb-not-exact"; }));
    const Texts of_sbb = texts_of_xml(sbb.text);
    CHECK(missing(criteria(run.dossier), of_sbb) == "");
    CHECK(back.basisdeel.kerntaken[0].titel.value == run.dossier.basisdeel.kerntaken[0].titel.value);
    CHECK(back.profielen[0].naam.value == run.dossier.profielen[0].naam.value);
    CHECK_FALSE(run.diagnostics.has_errors());
}

TEST_CASE("every exchange format has the texts of a hostile dossier as they are") {
    Run run;
    const Texts wanted = criteria(run.dossier);
    CHECK(missing(wanted, texts_of_xml(run.file("xml", "kwalificatie.xml"))) == "");
    Texts of_json;
    gather(Json::parse(run.file("case", "case.json")), of_json);
    CHECK(missing(wanted, of_json) == "");
    const Texts of_elm = texts_of_xml(run.file("elm", "elm.xml"));
    CHECK(missing({run.dossier.profielen[0].naam.value, run.dossier.basisdeel.kerntaken[0].titel.value}, of_elm) == "");
    for (const auto& [formaat, name] : {std::pair{"moodle", "moodle-competenties.csv"}, {"canvas", "canvas-leerdoelen.csv"}}) {
        CAPTURE(formaat);
        const Texts cells = cells_of(run.file(formaat, name));
        CHECK(missing(wanted, cells) == "");
        for (const std::string& cell : cells)
            CHECK_FALSE(std::string_view("=+-@").find(cell.empty() ? ' ' : cell[0]) != std::string_view::npos);
    }
}

TEST_CASE("the items of a QTI package have the texts of a hostile dossier as text") {
    Run run;
    const std::string bytes = run.file("qti", ".zip");
    std::string problem;
    const archive::Reader zip(bytes, problem);
    REQUIRE_MESSAGE(zip.good(), problem);
    archive::Reader::Problem why{};
    const std::string manifest = zip.read("imsmanifest.xml", 1u << 20, why).value();
    Texts all = texts_of_xml(manifest);
    std::size_t items = 0;
    for (std::size_t at = manifest.find("href=\""); at != std::string::npos; at = manifest.find("href=\"", at + 1)) {
        const std::string name = manifest.substr(at + 6, manifest.find('"', at + 6) - at - 6);
        if (!zip.has(name)) continue;
        ++items;
        const Texts of_item = texts_of_xml(zip.read(name, 1u << 20, why).value());
        all.insert(all.end(), of_item.begin(), of_item.end());
    }
    CHECK(items > 0);
    CHECK(missing(criteria(run.dossier), all) == "");
}

TEST_CASE("the forms of a hostile dossier show its texts, and its name in the file") {
    Run run;
    std::size_t forms = 0;
    for (const OutputFile& file : run.files("pdf")) {
        CAPTURE(file.path);
        const std::string text = read_back::text_of(file);
        const bool rating = file.path.find("beoordelingsformulier-") != std::string::npos;
        std::string gone;
        if (rating)
            for (const std::string& c : criteria(run.dossier))
                if (text.find(read_back::squeezed(bare(c))) == std::string::npos) gone += c + '\n';
        CHECK(gone == "");
        forms += rating ? 1 : 0;
        const filled::FilledPdf form = acroform::read_form(file.bytes);
        CHECK((form.condition == filled::Condition::form || form.condition == filled::Condition::no_fields));
        // Nothing of a text became an object of the file.
        for (const char* word : {"/JavaScript", "/JS", "/Launch", "/URI"}) CHECK(file.bytes.find(word) == std::string::npos);
    }
    CHECK(forms == 2);
}

TEST_CASE("the list of changes of a hostile dossier has its texts as they are") {
    Run run;
    model::Dossier before = run.dossier;
    for (model::Text& c : before.basisdeel.kerntaken[0].werkprocessen[0].gedrag.criteria)
        c.value = "eerder heel iets anders " + c.value.substr(0, 1);
    const core::Version old{before, "oud.yaml"}, now{run.dossier, "nu.yaml"};
    constexpr std::array formats{core::ListFormat::json, core::ListFormat::text};
    const auto compared = core::compare(run.maker, old, now, formats, {}, run.diagnostics);
    REQUIRE(compared);
    Texts all;
    gather(Json::parse(compared->lists[0]), all);
    CHECK(missing(criteria(run.dossier), all) == "");
    const std::string shown = read_back::squeezed(compared->lists[1]);
    std::string gone;
    for (const std::string& c : criteria(run.dossier))
        if (shown.find(read_back::squeezed(c)) == std::string::npos) gone += c + '\n';
    CHECK(gone == "");
}

TEST_CASE("a hostile class list comes out of forms and results as it went in") {
    Run run;
    const core::ClassList list = core::read_class_list(run.list, run.dossier, run.maker, {}, run.diagnostics);
    REQUIRE_MESSAGE(list.list, report(run.diagnostics));
    CHECK(report(run.diagnostics) == "");
    REQUIRE(list.list->kandidaten.size() == 3);
    using klassenlijst::Veld;
    CHECK(list.list->kandidaten[0][Veld::naam] == "<script>window.kwaad=20</script> \"Noor\" & {{naam}}");
    CHECK(list.list->kandidaten[1][Veld::naam] == "no");
    CHECK(list.list->kandidaten[2][Veld::studentnummer] == "010");
    const auto forms = core::Forms::plan(run.maker, run.dossier, *list.list, {}, {"", "dossier test"}, run.diagnostics);
    REQUIRE_MESSAGE(forms, report(run.diagnostics));
    core::Collector collector(run.maker, run.dossier, nullptr, {}, run.diagnostics);
    collector.expect(forms->files().size());
    for (std::size_t i = 0; i < forms->files().size(); ++i) {
        const core::FormFile& file = forms->files()[i];
        CAPTURE(file.path);
        CHECK(file.path.find_first_of("/\\:<>\"|?* ") == std::string::npos);
        const filled::FilledPdf form = acroform::read_form(forms->make(file));
        REQUIRE(form.condition == filled::Condition::form);
        const klassenlijst::Kandidaat& k = list.list->kandidaten[file.kandidaten.at(0)];
        for (const filled::Field& f : form.fields) {
            if (f.name == "kandidaat") CHECK(f.value == k[Veld::naam]);
            if (f.name == "studentnummer") CHECK(f.value == k[Veld::studentnummer]);
            if (f.name == "groep") CHECK(f.value == k[Veld::groep]);
        }
        collector.add(i, "=" + file.path, form);
    }
    collector.finish();
    Texts wanted;
    for (const klassenlijst::Kandidaat& k : list.list->kandidaten)
        wanted.insert(wanted.end(), {k[Veld::naam], k[Veld::studentnummer], k[Veld::groep]});
    std::size_t left = 0;
    CHECK(missing(wanted, cells_of(forms->overview(
                              "", [](const std::string&) { return true; }, left))) == "");

    const auto result = [&](core::ResultFormat format, const char* path) {
        return collector.write(format, path, {"", "dossier test"}, run.diagnostics).value();
    };
    Texts of_json;
    gather(Json::parse(result(core::ResultFormat::json, "r.json").at(0).bytes), of_json);
    CHECK(missing(wanted, of_json) == "");
    Texts cells;
    for (const File& csv : result(core::ResultFormat::csv, "r.csv")) {
        // What a spreadsheet would run has an apostrophe in front.
        for (const std::string& cell : cells_of(csv.bytes)) {
            CHECK_FALSE((cell.size() > 1 && std::string_view("=+@").find(cell[0]) != std::string_view::npos));
            cells.push_back(cell);
        }
    }
    CHECK(missing(wanted, cells) == "");
    const Source workbook{"r.xlsx", result(core::ResultFormat::xlsx, "r.xlsx").at(0).bytes, true, {}};
    const table::Table sheet = table::read_xlsx(workbook, "", run.diagnostics);
    REQUIRE(sheet.good);
    Texts of_sheet;
    for (const table::Row& row : sheet.rows)
        for (const table::Cell& cell : row.cells) of_sheet.push_back(cell.text);
    CHECK(missing(wanted, of_sheet) == "");
}

TEST_CASE("signs that turn the direction of text are refused wherever they come in") {
    Run run;
    for (const char* sign : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
        const std::string turned = std::string("a") + sign + "b";
        CAPTURE(turned);
        const auto with = [&](std::string text, const std::string& part) { return text.replace(text.find(part), part.size(), turned); };
        Diagnostics found;
        const Source yaml{"a.yaml", with(run.source.text, "begrip")}, xml{"a.xml", with(ownxml::write_xml(run.dossier), "Rubriek")};
        const Source list{"a.csv", "studentnummer;naam;profiel\n1;" + turned + ";P1\n", true, {}};
        CHECK_FALSE(yaml::read_dossier(yaml, found));
        CHECK_FALSE(ownxml::read_xml(xml, found));
        const core::ClassList read = core::read_class_list(list, run.dossier, run.maker, {}, found);
        CHECK((!read.list || read.list->kandidaten.empty()));
        CHECK(found.errors() >= 3);
    }
}
