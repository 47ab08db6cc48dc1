/// Makes every form of the real dossier and reads it back: conformance, fields, text.

#include "../unit/common/building.hpp"
#include "conformance.hpp"
#include "folder/folder.hpp"
#include "model/model.hpp"
#include "plan/plan.hpp"
#include "read_back.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace dossier;
using namespace read_back;

namespace {

struct Made {
    std::unique_ptr<Source> source;
    model::Dossier dossier;
    std::vector<OutputFile> forms;
};

/// The forms of the dossier in the project, made once.
const Made& made() {
    static const Made all = [] {
        Made m;
        folder::ReadProblem problem;
        const std::string path = DOSSIER_SOURCE_DIR "/dossier.yaml";
        m.source = std::make_unique<Source>(Source{"dossier.yaml", folder::read_file(path, 8u << 20, problem).value()});
        Diagnostics diagnostics;
        m.dossier = yaml::read_dossier(*m.source, diagnostics).value();
        make::Maker maker;
        REQUIRE(maker.prepare({}, diagnostics));
        m.forms = test::build(maker, m.dossier, {{}, {"pdf"}, "", ""}, diagnostics).value().files;
        return m;
    }();
    return all;
}

const OutputFile& form(const std::string& path) {
    const auto& forms = made().forms;
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const OutputFile& f) { return f.path == path; });
    REQUIRE_MESSAGE(found != forms.end(), path);
    return *found;
}

std::string form_path(const model::Profiel& profiel, const model::Kerntaak& kerntaak) {
    return view::folder(profiel) + "/formulieren/beoordelingsformulier-" + slug(kerntaak.code.value) + ".pdf";
}

/// The criterium as forms print it: without the ";" or "." of the list.
std::string printed(std::string text) {
    if (text.ends_with(';') || text.ends_with('.')) text.pop_back();
    return text;
}
std::string row_text(std::size_t number, const std::string& text) { return std::to_string(number) + ". " + printed(text); }

}  // namespace

TEST_CASE("every form of every profiel follows the rules of PDF/UA-1 and PDF/A-2a that we can check") {
    CHECK(made().forms.size() > 100);
    for (const OutputFile& file : made().forms) {
        INFO(file.path);
        std::string findings;
        for (const std::string& finding : conformance::check(file.bytes)) findings += finding + '\n';
        CHECK(findings == "");
    }
}

TEST_CASE("every criterium of a kerntaak is on its form, once, with the scale and a motivation") {
    std::size_t criteria = 0;
    for (const model::Profiel& profiel : made().dossier.profielen) {
        for (const model::Kerntaak* kerntaak : model::kerntaken_of(made().dossier, profiel)) {
            INFO(form_path(profiel, *kerntaak));
            const OutputFile& file = form(form_path(profiel, *kerntaak));
            const std::string text = text_of(file);
            const Fields fields = fields_of(file);
            std::vector<std::string> rows;
            for (const model::Werkproces& w : kerntaak->werkprocessen)
                for (std::size_t i = 0; i < w.gedrag.criteria.size(); ++i) rows.push_back(row_text(i + 1, w.gedrag.criteria[i].value));
            for (const std::string& row : rows) {
                const auto same =
                    std::count_if(rows.begin(), rows.end(), [&](const std::string& r) { return r.find(row) != std::string::npos; });
                INFO(row);
                CHECK(count(text, row) == static_cast<std::size_t>(same));
            }
            for (const model::Werkproces& w : kerntaak->werkprocessen) {
                const std::size_t n = w.gedrag.empty() ? 6 : w.gedrag.criteria.size();
                for (std::size_t i = 1; i <= n; ++i) {
                    const std::string code = model::criteriumcode(w, static_cast<int>(i));
                    INFO(code);
                    CHECK(fields.widgets.contains(code));
                    if (fields.widgets.contains(code)) CHECK(fields.widgets.at(code) == 4);
                    CHECK(fields.widgets.contains(code + "-motivering"));
                    CHECK(fields.widgets.contains(code + "-criterium") == w.gedrag.empty());
                }
                CHECK_FALSE(fields.widgets.contains(model::criteriumcode(w, static_cast<int>(n) + 1)));
                CHECK(fields.widgets.contains(w.code.value + "-resultaat"));
                CHECK(count(text, w.code.value + ' ' + w.titel.value) >= 1);
            }
            if (&profiel == &made().dossier.profielen[2]) criteria += rows.size();
            CHECK(fields.widgets.contains(kerntaak->code.value + "-resultaat"));
            for (const char* name :
                 {"kandidaat", "studentnummer", "groep", "opleiding", "crebo", "datum", "locatie", "beoordelaar-1", "beoordelaar-2",
                  "opmerkingen", "handtekening-beoordelaar-1", "handtekening-beoordelaar-2", "handtekening-kandidaat"})
                CHECK_MESSAGE(fields.widgets.contains(name), name);
            CHECK(count(text, "pagina " + std::to_string(fields.pages) + " van " + std::to_string(fields.pages)) == 1);
        }
    }
    CHECK(criteria == 114);
}

TEST_CASE("a profiel known in outline only says so on its forms") {
    const auto& dossier = made().dossier;
    const std::string outline = "geeft het kwalificatiedossier alleen de titels van de werkprocessen";
    CHECK(count(text_of(form(form_path(dossier.profielen[0], dossier.profielen[0].kerntaken[0]))), outline) == 1);
    CHECK(count(text_of(form(form_path(dossier.profielen[2], dossier.profielen[2].kerntaken[0]))), outline) == 0);
}

TEST_CASE("the examenmatrijs has every werkproces and every criterium of the kwalificatie, once") {
    for (const model::Profiel& profiel : made().dossier.profielen) {
        const std::string text = text_of(form(view::folder(profiel) + "/formulieren/examenmatrijs.pdf"));
        for (const model::Kerntaak* kerntaak : model::kerntaken_of(made().dossier, profiel)) {
            for (const model::Werkproces& w : kerntaak->werkprocessen) {
                INFO(profiel.code.value << ' ' << w.code.value);
                CHECK(count(text, w.code.value + ' ' + w.titel.value) == 1);
                int nummer = w.gedrag.eerste_nummer;
                for (const model::Text& criterium : w.gedrag.criteria)
                    CHECK(count(text, model::criteriumcode(w, nummer++) + ' ' + printed(criterium.value)) == 1);
            }
        }
    }
}

TEST_CASE("every form says what it was made from: on the page, in a QR code, in XMP and in hidden fields") {
    std::set<std::string> ids;
    for (const OutputFile& file : made().forms) {
        INFO(file.path);
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("form", file.bytes.data(), file.bytes.size());
        std::map<std::string, std::string> values;
        QPDFAcroFormDocumentHelper fields(pdf);
        for (auto& field : pdf.getRoot().getKey("/AcroForm").getKey("/Fields").getArrayAsVector())
            if (field.getKey("/V").isString()) values[field.getKey("/T").getUTF8Value()] = field.getKey("/V").getUTF8Value();
        const std::string id = values["document"], kenmerk = values["kenmerk"];
        CHECK(ids.insert(id).second);
        CHECK(kenmerk.size() == 12);
        CHECK(values["dossier"] == made().dossier.naam.value);
        const auto xmp = pdf.getRoot().getKey("/Metadata").getStreamData();
        const std::string text(reinterpret_cast<const char*>(xmp->getBuffer()), xmp->getSize());
        CHECK(text.find("<dc:identifier>dossier:" + id + ":" + kenmerk + "</dc:identifier>") != std::string::npos);
        const std::size_t pages = QPDFPageDocumentHelper(pdf).getAllPages().size();
        const std::string shown = text_of(file);
        CHECK(count(shown, id + " · kenmerk " + kenmerk + '\n') == pages);
        for (std::size_t page = 1; page <= pages; ++page)
            CHECK(count(shown, "pagina " + std::to_string(page) + " van " + std::to_string(pages)) == 1);
    }
}

TEST_CASE("every page of a form says in its code which page it is of which form") {
    // By a program of others, from pictures as a phone would make them.
    const auto capitals = [](std::string text) {
        for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        return text;
    };
    for (const char* path : {"p3-e-commerce-specialist/formulieren/beoordelingsformulier-b1-k1.pdf",
                             "p3-e-commerce-specialist/formulieren/examenmatrijs.pdf"}) {
        const OutputFile& file = form(path);
        const std::string identifier = said_of(file, "pdfinfo -meta %");
        const std::size_t at = identifier.find(">dossier:") + 9;
        const std::string begin = "D1:" + capitals(identifier.substr(at, identifier.find('<', at) - at)) + ':';
        const std::string info = said_of(file, "pdfinfo %");
        const int pages = std::stoi(info.substr(info.find("Pages:") + 6));
        for (int page = 1; page <= pages; ++page) {
            const std::string n = std::to_string(page);
            const std::string code =
                said_of(file, ("pdftoppm -r 150 -gray -f " + n + " -l " + n + " % | zbarimg -q --nodbus --raw pgm:-").c_str());
            CHECK(code.starts_with(begin + n + ':'));
        }
    }
}

TEST_CASE("forms in a school's own typeface, colour and logo follow the same rules") {
    namespace fs = std::filesystem;
    std::string name = (fs::temp_directory_path() / "dossier-school-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    const fs::path folder = name;
    fs::copy_file(fs::path(DOSSIER_DEJAVU) / "DejaVuSerif.ttf", folder / "Gewoon.ttf");
    fs::copy_file(fs::path(DOSSIER_DEJAVU) / "DejaVuSerif-Bold.ttf", folder / "Vet.ttf");
    std::ofstream(folder / "logo.svg") << "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 20'>"
                                          "<circle cx='10' cy='10' r='9' fill='#00594f'/></svg>";
    std::ofstream(folder / "huisstijl.yaml") << "school: ROC Voorbeeld\nvoettekst: Examens van ROC Voorbeeld\nkleuren:\n"
                                                "  accent: \"#00594f\"\n"
                                                "logo:\n  bestand: logo.svg\n  beschrijving: Logo van ROC Voorbeeld\n"
                                                "lettertypen:\n  gewoon: Gewoon.ttf\n  vet: Vet.ttf\n";
    fs::create_directory(folder / "formulier");
    std::ofstream(folder / "formulier" / "stijl.yaml") << "alinea:\n  grootte: 11pt\n  regelafstand: 16pt\n"
                                                          "tabel:\n  tekst:\n    grootte: 10pt\n    regelafstand: 14pt\n";
    Diagnostics diagnostics;
    make::Maker maker;
    auto own = folder::read_templates(folder, diagnostics);
    const bool ready = own && maker.prepare(std::move(*own), diagnostics);
    fs::remove_all(folder);
    REQUIRE_MESSAGE(ready, report(diagnostics));
    const auto forms = test::build(maker, made().dossier, {{"P3"}, {"pdf"}, "", ""}, diagnostics);
    REQUIRE_MESSAGE(forms, report(diagnostics));
    CHECK(forms->files.size() > 20);
    for (const OutputFile& file : forms->files) {
        INFO(file.path);
        std::string findings;
        for (const std::string& finding : conformance::check(file.bytes)) findings += finding + '\n';
        CHECK(findings == "");
        CHECK(count(text_of(file), "Examens van ROC Voorbeeld") > 0);
        const std::string fonts = said_of(file, "pdffonts %");
        CHECK(fonts.find("DejaVuSerif") != std::string::npos);
        CHECK(fonts.find("OpenSans") == std::string::npos);
    }
}
