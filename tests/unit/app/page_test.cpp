/// What the page asks of the program, without a browser: each request, and what a wrong one gets.

#include "app/app.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace {

using namespace dossier;
using Json = nlohmann::json;

std::string file(const std::string& name) {
    std::ifstream in(std::string(DOSSIER_SOURCE_DIR) + '/' + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A visit; `ask` gives the answer and keeps the files.
struct Visit {
    app::Page page{{}};
    std::vector<File> files;

    Json ask(const Json& request, std::vector<File> in = {}) {
        app::Answer answer = page.ask(request.dump(), std::move(in));
        files = std::move(answer.files);
        return Json::parse(answer.json);
    }
    Json open_sample() { return ask({{"do", "open"}}, {{"dossier.yaml", file("dossier.yaml")}}); }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const File& f : files) out.push_back(f.path);
        return out;
    }
};

std::vector<std::string> codes(const Json& diagnostics) {
    std::vector<std::string> out;
    for (const Json& d : diagnostics) out.push_back(d.at("code"));
    return out;
}

const std::string kClass =
    "studentnummer;naam;groep;profiel\n1001;Prins, Anouk;VK4A;P3\n1002;de Wit, Bas;VK4A;P9\n1003;Kaya, Cem;VK4B;P3\n";

TEST_CASE("a dossier that is opened says what it holds") {
    Visit visit;
    const Json answer = visit.open_sample();
    REQUIRE(answer.at("inhoud").is_object());
    CHECK(answer.at("inhoud").at("profielen").size() == 6);
    CHECK(answer.at("inhoud").at("profielen").at(2).at("code") == "P3");
    CHECK(answer.at("inhoud").at("basisdeel").at(0).at("werkprocessen").at(0).at("criteria").at(0).at("code") == "B1-K1-W1-G1");
    CHECK(answer.at("yaml") == file("dossier.yaml"));
    CHECK_FALSE(answer.contains("error"));
}

TEST_CASE("an error has its place, and leaves no dossier to make anything of") {
    Visit visit;
    std::string text = file("dossier.yaml");
    text.insert(0, "onzin: 1\n");
    const Json answer = visit.ask({{"do", "check"}, {"tekst", text}});
    CHECK(answer.at("inhoud").is_null());
    const Json& first = answer.at("diagnostics").at(0);
    CHECK(first.at("code") == "unknown-key");
    CHECK(first.at("line") == 1);
    CHECK(first.at("end_column") == 6);
    CHECK(visit.ask({{"do", "build"}}).at("error") == "there is no dossier without errors");
    CHECK(visit.files.empty());
}

TEST_CASE("a file of another kind, and a PDF without a reader, are errors that say what to do") {
    Visit visit;
    CHECK(codes(visit.ask({{"do", "open"}}, {{"dossier.pdf", "%PDF-1.7 ..."}}).at("diagnostics")) ==
          std::vector<std::string>{"pdf-no-reader"});
    CHECK(codes(visit.ask({{"do", "open"}}, {{"dossier.docx", std::string("PK\x03\x04word/document.xml")}}).at("diagnostics")) ==
          std::vector<std::string>{"other-kind"});
}

TEST_CASE("what is asked for is made") {
    Visit visit;
    (void)visit.open_sample();
    const Json listed = visit.ask({{"do", "documents"}});
    const Json built = visit.ask({{"do", "build"}, {"profielen", {"P3"}}, {"formaten", {"pdf"}}});
    CHECK_FALSE(built.contains("error"));
    std::vector<std::string> wanted;
    for (const Json& d : listed.at("documenten"))
        if (d.at("profiel") == "P3" && d.at("formaat") == "pdf") wanted.push_back(d.at("pad"));
    auto made = visit.names();
    std::sort(made.begin(), made.end());
    std::sort(wanted.begin(), wanted.end());
    CHECK(made == wanted);
}

TEST_CASE("a class list shows its rows and problems first, then its forms come in portions, with the overview last") {
    Visit visit;
    (void)visit.open_sample();
    const Json list = visit.ask({{"do", "class-list"}}, {{"klas.csv", kClass}});
    CHECK(list.at("rijen").size() == 2);
    CHECK(list.at("fout") == 1);
    CHECK(list.at("diagnostics").at(0).at("place") == "klas.csv:3:23");
    CHECK(list.at("diagnostics").dump().find("Wit") == std::string::npos);  // a message names the row, not the person
    const Json planned = visit.ask({{"do", "plan-forms"}, {"kerntaken", {"B1-K1"}}});
    REQUIRE(planned.at("paden").size() == 2);
    CHECK(visit.ask({{"do", "make-forms"}, {"van", 0}, {"tot", 1}}).at("diagnostics").empty());
    CHECK(visit.names() == std::vector<std::string>{"1001-beoordelingsformulier-b1-k1.pdf"});
    (void)visit.ask({{"do", "make-forms"}, {"van", 1}, {"tot", 20}});
    CHECK(visit.names() == std::vector<std::string>{"1003-beoordelingsformulier-b1-k1.pdf", "overzicht.csv"});
}

TEST_CASE("what was there of people can be forgotten, and goes with another dossier") {
    Visit visit;
    (void)visit.open_sample();
    (void)visit.ask({{"do", "class-list"}}, {{"klas.csv", kClass}});
    (void)visit.ask({{"do", "forget"}});
    CHECK(visit.ask({{"do", "plan-forms"}}).at("error") == "there is no class list");
    (void)visit.ask({{"do", "class-list"}}, {{"klas.csv", kClass}});
    (void)visit.open_sample();
    CHECK(visit.ask({{"do", "plan-forms"}}).at("error") == "there is no class list");
}

TEST_CASE("two versions give the was-wordt list in each form") {
    Visit visit;
    (void)visit.open_sample();
    CHECK(visit.ask({{"do", "compare"}}, {{"oud.yaml", file("dossier.yaml")}}).at("verschilt") == false);
    std::string old = file("dossier.yaml");
    const std::string naam = "naam: ";
    old.insert(old.find(naam) + naam.size(), "Oude ");
    CHECK(visit.ask({{"do", "compare"}}, {{"oud.yaml", old}}).at("verschilt") == true);
    CHECK(visit.names() == std::vector<std::string>{"was-wordt.html", "was-wordt.pdf", "was-wordt.json", "was-wordt.txt"});
}

TEST_CASE("a school's house style is in what is made after it; one with errors changes nothing") {
    Visit visit;
    (void)visit.open_sample();
    const Json build{{"do", "build"}, {"profielen", {"P1"}}, {"formaten", {"html"}}};
    (void)visit.ask(build);
    const std::string before = visit.files.at(0).bytes;
    CHECK(visit.ask({{"do", "style"}}, {{"huisstijl.yaml", "kleuren:\n  accent: rood\n"}}).at("past") == false);
    (void)visit.ask(build);
    CHECK(visit.files.at(0).bytes == before);
    CHECK(visit.ask({{"do", "style"}}, {{"huisstijl.yaml", "kleuren:\n  accent: \"#1b3f6e\"\n"}}).at("past") == true);
    (void)visit.ask(build);
    CHECK(visit.files.at(0).bytes != before);
}

TEST_CASE("a request that is none is a mistake of the page, and the visit goes on") {
    Visit visit;
    CHECK(visit.ask({{"do", "iets"}}).at("error") == "unknown request \"iets\"");
    CHECK(visit.ask({{"do", "open"}}).at("error") == "expected one file");
    CHECK(Json::parse(visit.page.ask("{", {}).json).contains("error"));
    CHECK(Json::parse(visit.page.ask("[]", {}).json).contains("error"));
    CHECK(visit.ask({{"do", "example"}}).at("yaml") == file("dossier.yaml"));
    CHECK(Json::parse(visit.ask({{"do", "schema"}}).at("schema").get<std::string>()).is_object());
}

/// Pages that are read as the test says, and what was asked of it.
struct Scans : app::ScanReader {
    std::size_t pages = 0;
    std::vector<std::size_t> read_pages{};
    std::size_t open(std::string) override { return pages; }
    scans::Page read(std::size_t index, const scans::Atlas& atlas, const scans::Wanted&) override {
        CHECK_FALSE(atlas.empty());
        read_pages.push_back(index);
        scans::Page page;
        page.condition = index == 0 ? scans::Condition::no_code : scans::Condition::blank;
        page.number = static_cast<std::uint32_t>(index + 1);
        return page;
    }
};

TEST_CASE("a scan is read page by page, what is lost is told, and people see the pages that they must look at") {
    Visit visit;
    Scans scans;
    scans.pages = 3;
    app::Page page{{nullptr, nullptr, &scans}};
    const auto ask = [&page](const Json& request, std::vector<File> in = {}) {
        return Json::parse(page.ask(request.dump(), std::move(in)).json);
    };
    ask({{"do", "open"}}, {{"dossier.yaml", file("dossier.yaml")}});
    ask({{"do", "collect"}, {"aantal", 2}});
    CHECK(ask({{"do", "add-form"}, {"nummer", 0}}, {{"stapel.tiff", "II*..."}}).at("bladzijden") == 3);
    ask({{"do", "add-page"}, {"nummer", 0}, {"bladzijde", 0}});
    ask({{"do", "add-page"}, {"nummer", 0}, {"bladzijde", 1}});
    ask({{"do", "lose"}, {"nummer", 0}, {"bladzijde", 2}});
    ask({{"do", "lose"}, {"nummer", 1}, {"naam", "zwaar.pdf"}});
    const Json results = ask({{"do", "results"}});
    CHECK(results.at("formulieren") == 3);  // the page without a code, the lost page, the lost file
    CHECK(codes(results.at("bevindingen")) == std::vector<std::string>{"blank-pages"});
    CHECK(results.at("tonen").size() == 2);
    CHECK(results.at("tonen").at(0) == Json{{"nummer", 0}, {"bladzijde", 0}});
    ask({{"do", "show-page"}, {"nummer", 0}, {"bladzijde", 0}}, {{"stapel.tiff", "II*..."}});
    CHECK(scans.read_pages == std::vector<std::size_t>{0, 1, 0});
    CHECK(ask({{"do", "show-page"}, {"nummer", 7}, {"bladzijde", 0}}).at("error") == "there are no results of that file yet");
    CHECK(ask({{"do", "add-page"}, {"nummer", 7}, {"bladzijde", 0}}).contains("error"));
    CHECK(codes(ask({{"do", "decide"}}, {{"nakijken.json", "{}"}}).at("diagnostics")) == std::vector<std::string>{"bad-decisions"});
}

TEST_CASE("without a reader of scans a picture is told, and there is nothing to show") {
    Visit visit;
    visit.open_sample();
    visit.ask({{"do", "collect"}, {"aantal", 1}});
    CHECK(visit.ask({{"do", "add-form"}, {"nummer", 0}}, {{"foto.jpg", "\xff\xd8\xff"}}).at("bladzijden") == 0);
    CHECK(visit.ask({{"do", "add-page"}, {"nummer", 0}, {"bladzijde", 0}}).at("error") == "there is no reader of scans");
    CHECK(visit.ask({{"do", "review"}}).at("error") == "there are no results yet");
    CHECK(visit.ask({{"do", "results"}}).at("formulieren") == 1);
}

}  // namespace
