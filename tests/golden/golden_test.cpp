#include "yaml/yaml.hpp"
#include "render/render.hpp"
#include "view/view.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace dossier;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = DOSSIER_SOURCE_DIR;
const fs::path kCase = kRoot / "tests/golden/klein";

std::string read_all(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Style, script and their hashes have tests of their own; here they would only hide what a reader sees.
std::string without_blocks(std::string page) {
    for (const auto& [open, close] :
         {std::pair<std::string, std::string>{"<style>", "</style>"}, {"<script>", "</script>"}, {"'sha256-", "'"}}) {
        for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at + open.size())) {
            const std::size_t begin = at + open.size();
            page.erase(begin, page.find(close, begin) - begin);
        }
    }
    return page;
}

struct Pages {
    Source yaml{"dossier.yaml", read_all(kCase / "dossier.yaml")};
    std::map<std::string, Source> files;
    Diagnostics diagnostics;
    std::optional<model::Dossier> dossier = yaml::read_dossier(yaml, diagnostics);
    std::optional<render::Templates> templates;

    Pages() {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kRoot / "templates")) {
            const std::string name = fs::relative(entry.path(), kRoot / "templates").generic_string();
            const std::string kind = entry.path().extension().string();
            if (kind == ".html" || kind == ".css" || kind == ".js") files[name] = {name, read_all(entry.path())};
        }
        render::TemplateSources sources;
        for (const auto& [name, source] : files) sources[name] = &source;
        templates = render::Templates::compile(sources, render::Templates::Check::all, diagnostics);
    }

    std::string page(const std::string& name, const view::Value& values) {
        REQUIRE_MESSAGE((dossier && templates), report(diagnostics));
        view::Value own = values;
        own.set("huisstijl",
                view::Object{{"school", ""}, {"voettekst", ""}, {"accent", "#0b5a82"}, {"accent_donker", "#82c7f2"}, {"logo", false}});
        const auto text = templates->render(name, own, diagnostics);
        REQUIRE_MESSAGE(text, report(diagnostics));
        return render::seal(*text);
    }
};

const view::Build kBuild{"2025-12-01", "dossier"};

void compare(const std::string& page, const std::string& name) {
    const std::string made = without_blocks(page);
    const fs::path path = kCase / name;
    if (const char* update = std::getenv("DOSSIER_UPDATE"); update != nullptr && std::string(update) == "1")
        std::ofstream(path, std::ios::binary) << made;
    const std::string expected = read_all(path);
    if (made == expected) return;
    std::size_t at = 0;
    while (at < made.size() && at < expected.size() && made[at] == expected[at]) ++at;
    const std::size_t from = at < 60 ? 0 : at - 60;
    FAIL(name << " differs at byte " << at << "\nmade:     " << made.substr(from, 160) << "\nexpected: " << expected.substr(from, 160)
              << "\nDOSSIER_UPDATE=1 ctest -L golden rewrites it");
}

}  // namespace

TEST_CASE("study guide of a profiel in full and of one in outline") {
    Pages pages;
    REQUIRE_MESSAGE(pages.dossier, report(pages.diagnostics));
    for (const model::Profiel& p : pages.dossier->profielen)
        compare(pages.page("studiegids.html", view::view_kwalificatie(*pages.dossier, p, kBuild)),
                "studiegids-" + slug(p.code.value) + ".html");
}

TEST_CASE("index and comparison") {
    Pages pages;
    REQUIRE_MESSAGE(pages.dossier, report(pages.diagnostics));
    view::Value values = view::view_dossier(*pages.dossier, kBuild);
    const auto file = [](const char* onderdeel, const char* href, const char* formaat) {
        return view::Value(
            view::Object{{"onderdeel", onderdeel}, {"bij", "P1"}, {"href", href}, {"formaat", formaat}, {"grootte", "12 kB"}});
    };
    const view::Value guide = view::Object{{"id", "studiegids"},
                                           {"titel", "Studiegids"},
                                           {"doel", "Wat je moet kunnen."},
                                           {"enkel", true},
                                           {"bij", "P1"},
                                           {"aantal", "1 bestand"},
                                           {"bestanden", view::List{file("", "p1/studiegids.html", "HTML")}}};
    const view::Value forms =
        view::Object{{"id", "formulier"},
                     {"titel", "Formulier"},
                     {"doel", "Voor beoordelaars."},
                     {"enkel", false},
                     {"bij", "P1"},
                     {"aantal", "2 bestanden"},
                     {"bestanden", view::List{file("B1-K1 Verkoopt", "p1/b1-k1.pdf", "PDF"), file("P1-K1 Vult", "p1/p1-k1.pdf", "PDF")}}};
    view::List profielen;
    for (view::Value profiel : *values.find("profielen")->list()) {
        profiel.set("documenten", view::List{guide, forms});
        profielen.push_back(profiel);
    }
    values.set("profielen", profielen);
    values.set("documenten", view::List{});
    compare(pages.page("index.html", values), "index.html");
    compare(pages.page("vergelijk.html", values), "vergelijk.html");
}

TEST_CASE("a page asks nothing of anybody else and allows only its own blocks") {
    Pages pages;
    REQUIRE_MESSAGE(pages.dossier, report(pages.diagnostics));
    const std::string page = pages.page("studiegids.html", view::view_kwalificatie(*pages.dossier, pages.dossier->profielen[0], kBuild));
    CHECK(page.find("default-src 'none'; style-src 'sha256-") != std::string::npos);
    CHECK(page.find("script-src 'sha256-") != std::string::npos);
    for (const char* never : {" src=", "@import", "url(", " style=", " onclick", "<link rel=\"stylesheet\""})
        CHECK_MESSAGE(page.find(never) == std::string::npos, never);
    const std::size_t script = page.rfind("<script>");
    CHECK(page.find("</script>", script) - script < 10 * 1024);
}
