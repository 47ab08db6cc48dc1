/// An aanvullende eis of a profiel stands wherever the part stands that it adds to, and in no document of another profiel.

#include "model/model.hpp"
#include "../unit/common/building.hpp"
#include "folder/folder.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace dossier;

namespace {

/// The seven places and the two that have an aanhef, each with a word for the basic part and one for what P3 adds:
/// "basisresultaat", "extraresultaat".
const std::vector<std::string>& parts() {
    static const std::vector<std::string> all{"omschrijving",         "resultaat", "gedrag",       "competentie", "complexiteit",
                                              "verantwoordelijkheid", "vakkennis", "gedragaanhef", "kennisaanhef"};
    return all;
}

model::Tekst tekst(const std::string& words) { return model::parse_tekst(words, {}); }

model::Text word(const std::string& text) {
    model::Text out;
    out.value = text;
    return out;
}

model::Vakkennis vakkennis(const std::string& item) {
    model::Vakkennis out;
    out.rubrieken.emplace_back().items.push_back(word("kan " + item));
    return out;
}

/// The dossier of the project, with these words in B1-K1 and its first werkproces.
void plant(model::Dossier& dossier) {
    model::Kerntaak& kerntaak = dossier.basisdeel.kerntaken.at(0);
    model::Werkproces& werkproces = kerntaak.werkprocessen.at(0);
    werkproces.omschrijving = tekst("basisomschrijving.");
    werkproces.resultaat = tekst("basisresultaat.");
    werkproces.gedrag.aanhef = word("De basisgedragaanhef:");
    werkproces.gedrag.criteria.push_back(word("basisgedrag;"));
    werkproces.competenties.push_back(word("basiscompetentie"));
    kerntaak.complexiteit = tekst("basiscomplexiteit.");
    kerntaak.verantwoordelijkheid = tekst("basisverantwoordelijkheid.");
    kerntaak.vakkennis.aanhef = word("De basiskennisaanhef:");
    kerntaak.vakkennis.rubrieken.push_back(vakkennis("basisvakkennis").rubrieken.front());

    model::AanvullendeEisWerkproces& more = werkproces.aanvullende_eisen.emplace_back();
    more.profiel.value = "P3";
    more.omschrijving = tekst("extraomschrijving.");
    more.resultaat = tekst("extraresultaat.");
    more.gedrag.aanhef = word("De extragedragaanhef:");
    more.gedrag.criteria.push_back(word("extragedrag;"));
    more.competenties.push_back(word("extracompetentie"));
    model::AanvullendeEisKerntaak& above = kerntaak.aanvullende_eisen.emplace_back();
    above.profiel.value = "P3";
    above.complexiteit = tekst("extracomplexiteit.");
    above.verantwoordelijkheid = tekst("extraverantwoordelijkheid.");
    above.vakkennis = vakkennis("extravakkennis");
    above.vakkennis.aanhef = word("De extrakennisaanhef:");
}

/// What the file says, without soft hyphens: the text of a PDF, all that a zip holds, or the bytes.
std::string said_by(const OutputFile& file) {
    const bool pdf = file.path.ends_with(".pdf"), zip = file.path.ends_with(".zip");
    std::string raw = file.bytes;
    if (pdf || zip) {
        std::string name = (std::filesystem::temp_directory_path() / "dossier-extra-XXXXXX").string();
        const int fd = mkstemp(name.data());
        REQUIRE(fd >= 0);
        std::ofstream(name, std::ios::binary) << file.bytes;
        const std::string command =
            pdf ? "pdftotext -raw -enc UTF-8 '" + name + "' -"
                : "python3 -c \"import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); [sys.stdout.buffer.write(z.read(n)) for n in "
                  "z.namelist()]\" '" +
                      name + "'";
        FILE* pipe = popen(command.c_str(), "r");
        REQUIRE(pipe);
        raw.clear();
        char buffer[4096];
        for (std::size_t n; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) raw.append(buffer, n);
        REQUIRE(pclose(pipe) == 0);
        std::filesystem::remove(name);
    }
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw.compare(i, 2, "\xc2\xad") == 0) ++i;
        else if (!pdf || (raw[i] != '\n' && raw[i] != ' ')) out += raw[i];
    }
    return out;
}

}  // namespace

TEST_CASE("an aanvullende eis stands wherever its part stands, for its own profiel only") {
    folder::ReadProblem problem;
    const Source source{"dossier.yaml", folder::read_file(DOSSIER_SOURCE_DIR "/dossier.yaml", 8u << 20, problem).value()};
    Diagnostics diagnostics;
    model::Dossier dossier = yaml::read_dossier(source, diagnostics).value();
    plant(dossier);
    model::number_criteria(dossier);
    make::Maker maker;
    REQUIRE(maker.prepare({}, diagnostics));
    const auto files = test::build(maker, dossier, {}, diagnostics);
    REQUIRE_MESSAGE(files, report(diagnostics));
    std::map<std::string, std::set<std::string>> seen;  // part -> documents of P3 that have both
    for (const OutputFile& file : files->files) {
        const bool about_one = file.path.starts_with("p"), own = file.path.starts_with("p3-");
        if (file.path.ends_with(".pdf") && about_one && !own && !file.path.starts_with("p1-")) continue;  // as those of P1
        const std::string text = said_by(file);
        for (const std::string& part : parts()) {
            const bool basic = text.find("basis" + part) != std::string::npos, more = text.find("extra" + part) != std::string::npos;
            if (about_one && !own) CHECK_MESSAGE(!more, file.path << " says what P3 adds to " << part);
            if (!about_one || own)
                CHECK_MESSAGE(basic == more, file.path << (basic ? " lacks what P3 adds to " : " says only what P3 adds to ") << part);
            if (own && basic && more) seen[part].insert(file.path.substr(file.path.find('/') + 1));
        }
    }
    for (const std::string& part : parts())
        for (const char* path : {"studiegids.html", "uitwisseling/kwalificatie.xml"})
            CHECK_MESSAGE(seen[part].contains(path), path << " lacks " << part);
    for (const char* part : {"omschrijving", "resultaat", "gedrag"})
        for (const char* path : {"formulieren/beoordelingsformulier-b1-k1.pdf", "formulieren/observatieformulier-b1-k1-w1.pdf"})
            CHECK_MESSAGE(seen[part].contains(path), path << " lacks " << part);
    CHECK(seen["gedrag"].contains("formulieren/examenmatrijs.pdf"));
}
