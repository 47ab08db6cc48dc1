/// Pictures that the real helper reads in its sandbox.

#include "form.hpp"
#include "scanread/protocol.hpp"
#include "scanread/scanread.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using scans::Condition;

namespace {

std::vector<scans::Page> read(scanread::Helper& helper, const std::string& bytes, bool cutouts = false) {
    Diagnostics diagnostics;
    std::vector<scans::Page> pages;
    const Source file{"stapel", bytes};
    CHECK(helper.read_file(
        file, {cutouts}, [&](scans::Page&& page) { pages.push_back(std::move(page)); }, diagnostics));
    CHECK(report(diagnostics) == "");
    CHECK_FALSE(helper.broken());
    for (std::size_t i = 0; i < pages.size(); ++i) CHECK(pages[i].number == (pages.size() == 1 && pages[i].number == 0 ? 0 : i + 1));
    return pages;
}

bool is_png(const std::string& bytes) { return bytes.starts_with("\x89PNG\r\n\x1a\n"); }

}  // namespace

TEST_CASE("scanread: every page of a form of ours is read, and nothing is marked on it") {
    scanread::Helper helper(test::form().atlas, {DOSSIER_SCAN});
    const auto pages = read(helper, test::form().pdf);
    REQUIRE(pages.size() == test::form().pages);
    REQUIRE(pages.size() > 3);
    std::size_t answers = 0;
    for (const scans::Page& page : pages) {
        INFO(scans::dump(page));
        CHECK(page.condition == Condition::read);
        CHECK(test::form().atlas.contains(page.code));
        for (const scans::Answer& answer : page.answers) CHECK(answer.value == "");
        answers += page.answers.size();
    }
    CHECK(answers > 10);
}

TEST_CASE("scanread: PNG, JPEG and TIFF are read as the PDF is") {
    scanread::Helper helper(test::form().atlas, {DOSSIER_SCAN});
    const std::string code = read(helper, test::form().pdf).at(0).code;
    for (const test::Kind kind : {test::Kind::png, test::Kind::jpeg, test::Kind::tiff, test::Kind::tiff_fax})
        for (const double scale : {1.0, 3.0}) {
            const std::size_t which = static_cast<std::size_t>(kind);
            CAPTURE(which);
            CAPTURE(scale);
            const auto pages = read(helper, test::picture(0, kind, scale));
            REQUIRE(pages.size() == 1);
            CHECK(pages[0].condition == Condition::read);
            CHECK(pages[0].code == code);
        }
}

TEST_CASE("scanread: a cross and a dot; what a person must see is cut out, when that is wanted") {
    scanread::Helper helper(test::form().atlas, {DOSSIER_SCAN});
    std::size_t number = 0;
    const layout::PageMap* map = nullptr;
    for (const scans::Page& page : read(helper, test::form().pdf)) {
        map = &test::form().atlas.at(page.code);
        if (!map->choices.empty()) break;
        ++number;
    }
    REQUIRE(!map->choices.empty());
    const layout::MapChoice& first = map->choices.front();
    const layout::MapChoice& last = map->choices.back();
    REQUIRE(first.field != last.field);
    const std::string marked = test::marked_page(number, *map, first, last);
    for (const bool cutouts : {false, true}) {
        const auto pages = read(helper, marked, cutouts);
        REQUIRE(pages.size() == 1);
        INFO(scans::dump(pages[0]));
        REQUIRE(pages[0].condition == Condition::read);
        for (const scans::Answer& answer : pages[0].answers) {
            INFO(answer.field);
            CHECK(answer.value == (answer.field == first.field ? first.value : answer.field == last.field ? last.value : ""));
            CHECK((answer.doubt == scans::Doubt::none) == (answer.field != last.field));
            CHECK(is_png(answer.cutout) == (cutouts && answer.field == last.field));
        }
    }
}

TEST_CASE("scanread: a TIFF of many pages, and pages from anywhere") {
    scanread::Helper helper(test::form().atlas, {DOSSIER_SCAN});
    const auto of_pdf = read(helper, test::form().pdf);
    const std::string tiff = test::pages_as_tiff(3);
    const auto pages = read(helper, tiff);
    REQUIRE(pages.size() == 3);
    REQUIRE(of_pdf.size() >= 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(pages[i].code == of_pdf[i].code);
    Diagnostics diagnostics;
    const Source file{"stapel.tif", tiff};
    CHECK(helper.open(file, diagnostics).pages == 3);
    CHECK(helper.read(3, 1, {}, diagnostics).empty());
    const auto last = helper.read(1, 100, {}, diagnostics);
    REQUIRE(last.size() == 2);
    CHECK(last[0] == pages[1]);
    CHECK(last[1] == pages[2]);
    CHECK(report(diagnostics) == "");
}

TEST_CASE("scanread: a pile of more pages than one question takes") {
    scanread::Helper helper({}, {DOSSIER_SCAN});
    const std::size_t count = 2 * scanread::kMostBatch + 1;
    const auto pages = read(helper, test::blank_pdf(count));
    REQUIRE(pages.size() == count);
    for (const scans::Page& page : pages) CHECK(page.condition == Condition::blank);
    Diagnostics diagnostics;
    const Source most{"stapel", test::blank_pdf(scans::kMostPages)};
    CHECK(helper.open(most, diagnostics).pages == scans::kMostPages);
    const auto more = read(helper, test::blank_pdf(scans::kMostPages + 1));
    REQUIRE(more.size() == 1);
    CHECK(more[0].number == 0);
    CHECK(more[0].condition == Condition::too_much);
}

TEST_CASE("scanread: a page of another, and one with nothing on it") {
    scanread::Helper none({}, {DOSSIER_SCAN});
    const auto pages = read(none, test::form().pdf, true);
    REQUIRE(pages.size() == test::form().pages);
    for (const scans::Page& page : pages) {
        CHECK(page.condition == Condition::unknown_form);
        CHECK(is_png(page.picture));
    }
    const auto blank = read(none, test::flat_png(1654, 2339, 8), true);
    REQUIRE(blank.size() == 1);
    CHECK(blank[0].condition == Condition::blank);
    CHECK(blank[0].picture == "");
}
