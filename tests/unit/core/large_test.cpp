/// A dossier as large as they get, from the XML of SBB to guides and forms: every text where it belongs, and nowhere else.

#include "../common/building.hpp"
#include "../common/sbb_large.hpp"
#include "../common/temporary_folder.hpp"
#include "sbb/sbb.hpp"

#include "exchange/exchange.hpp"
#include "exchange/onderdelen.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <map>

using namespace dossier;

namespace {

std::set<std::string> marks(const std::string& text) {
    std::set<std::string> out;
    for (std::size_t at = text.find("merk"); at != std::string::npos; at = text.find("merk", at + 1))
        if (text.size() > at + 8 && text[at + 8] == 'x') out.insert(text.substr(at, 9));
    return out;
}

}  // namespace

TEST_CASE("the largest dossier: guides and forms have every text of their profiel and none of another") {
    const test::LargeSbb large = test::large_sbb();
    const Source source{"groot.xml", large.xml};
    Diagnostics diagnostics;
    const model::Dossier dossier = sbb::import_sbb(source, diagnostics).value();
    make::Maker maker;
    REQUIRE(maker.prepare({}, diagnostics));
    const auto files = test::build(maker, dossier, {{}, {"html", "pdf"}, "", ""}, diagnostics);
    CHECK(report(diagnostics) == "");
    REQUIRE(files);

    const TemporaryFolder folder;
    std::map<std::string, std::set<std::string>> in_forms, in_guide;  // by folder of the profiel
    for (const OutputFile& file : files->files) {
        const std::string profiel = file.path.substr(0, file.path.find('/'));
        if (file.path.ends_with("/studiegids.html")) in_guide[profiel] = marks(file.bytes);
        if (!file.path.ends_with(".pdf")) continue;
        folder.write("form.pdf", file.bytes);
        const std::string path = (folder.path() / "form.pdf").string();
        REQUIRE(std::system(("pdftotext '" + path + "' '" + path + ".txt'").c_str()) == 0);
        in_forms[profiel].merge(marks(folder.read("form.pdf.txt")));
    }
    for (std::size_t p = 0; p < dossier.profielen.size(); ++p) {
        const model::Profiel& profiel = dossier.profielen[p];
        CAPTURE(profiel.code.value);
        std::set<std::string> want = large.basis;
        want.insert(large.profiel[p].begin(), large.profiel[p].end());
        CHECK(in_guide[view::folder(profiel)] == want);
        const std::set<std::string>& found = in_forms[view::folder(profiel)];
        CHECK(std::includes(want.begin(), want.end(), found.begin(), found.end()));
        for (const auto& k : exchange::delen_van(dossier, profiel))
            for (const auto& w : k.werkprocessen) {
                for (const auto& c : w.criteria) CHECK(found.contains(*marks(c.tekst).begin()));
                CHECK(found.contains(*marks(w.bron->titel.value).begin()));
            }
    }
}
