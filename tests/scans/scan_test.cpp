/// A small part of what scan_bench measures: what must never happen, and what must keep working.

#include "layout/page_code.hpp"
#include "measure.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

using namespace scan_measure;
using scan_generator::Preset;
using scan_generator::Raster;
namespace scans = dossier::scans;

namespace {

const Forms& forms() {
    static const Forms all = [] {
        scans::prepare_pictures();
        std::ifstream file(DOSSIER_YAML, std::ios::binary);
        std::stringstream text;
        text << file.rdbuf();
        return forms_of(text.str());
    }();
    return all;
}

Tally tally(Preset preset, std::size_t pages, std::uint64_t seed) {
    Tally sum;
    for (std::size_t n = 0; n < pages; ++n) sum.add(measure(forms(), preset, seed, n, ""));
    return sum;
}

scans::Page read(const Raster& picture, const scans::Atlas& atlas) {
    const std::string bytes = scan_generator::encode_png(picture);
    return scans::Reading(bytes).page(0, atlas, {true});
}

/// Nothing is left of what is printed at `place`, and two points around it.
void wipe(Raster& picture, const dossier::layout::Rect& place) {
    const auto a = picture.pixel({place.x0 - 2.0, place.y1 + 2.0}), b = picture.pixel({place.x1 + 2.0, place.y0 - 2.0});
    for (int y = static_cast<int>(a.y); y < static_cast<int>(b.y); ++y)
        for (int x = static_cast<int>(a.x); x < static_cast<int>(b.x); ++x) picture.row(y)[x] = 255;
}

}  // namespace

TEST_CASE("no answer is wrong, whatever a scanner does to the paper") {
    Tally all;
    for (std::size_t p = 0; p < scan_generator::kPresets; ++p) {
        const Tally one = tally(static_cast<Preset>(p), 3, 5);
        INFO(scan_generator::name(static_cast<Preset>(p)));
        CHECK(one.wrong == 0);
        all.add(one);
    }
    CHECK(all.groups > 200);
    CHECK(all.lost <= 4);
    // What is clear on paper is seldom asked, and what is not is often.
    CHECK(all.clear_doubts * 20 < all.clear);
    CHECK(all.unclear_doubts * 2 > all.unclear);
}

TEST_CASE("a scan of an office, in grey at 200 dpi, is read whole") {
    const Tally office = tally(Preset::office_200_grey, 12, 77);
    CHECK(office.lost == 0);
    CHECK(office.wrong == 0);
    CHECK(office.clear_doubts == 0);
}

TEST_CASE("a page as it was printed says nothing, with certainty") {
    const PrintedPage& page = forms().pages.front();
    const scans::Page read_back = read(page.raster, forms().atlas);
    CHECK(read_back.condition == scans::Condition::read);
    CHECK_FALSE(read_back.answers.empty());
    for (const scans::Answer& a : read_back.answers) {
        CHECK(a.value.empty());
        CHECK(a.doubt == scans::Doubt::none);
        CHECK(a.sure > 0.9F);
        CHECK(a.cutout.empty());
    }
}

TEST_CASE("a line from edge to edge is no mark, and hides none") {
    const PrintedPage& page = forms().pages.front();
    const dossier::layout::MapChoice& crossed = page.map.choices.front();
    Raster picture = page.raster;
    const auto middle = picture.pixel({crossed.x, crossed.y});
    // A scratch on the glass, two pixels wide, through the rings of a column.
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < 2; ++x) picture.row(y)[static_cast<int>(middle.x) + x] = 20;
    for (const scans::Answer& a : read(picture, forms().atlas).answers) {
        CAPTURE(a.field);
        CHECK(a.value.empty());
        CHECK(a.doubt == scans::Doubt::none);
    }
    // A stroke of a pen across it.
    for (int d = -14; d <= 14; ++d)
        for (int w = -2; w <= 2; ++w) picture.row(static_cast<int>(middle.y) + d)[static_cast<int>(middle.x) + d + w] = 30;
    for (const scans::Answer& a : read(picture, forms().atlas).answers) {
        CAPTURE(a.field);
        CHECK(a.value == (a.field == crossed.field ? crossed.value : ""));
        CHECK(a.doubt == scans::Doubt::none);
    }
}

TEST_CASE("where the frames of fields have faded, an empty question is left to a person") {
    const PrintedPage& page = forms().pages.front();
    REQUIRE(!page.map.fields.empty());
    Raster picture = page.raster;
    for (const dossier::layout::MapField& f : page.map.fields) wipe(picture, f.rect);
    const scans::Page read_back = read(picture, forms().atlas);
    CHECK(read_back.condition == scans::Condition::read);
    for (const scans::Answer& a : read_back.answers) {
        CHECK(a.doubt == scans::Doubt::not_seen);
        CHECK(a.sure == 0);
        CHECK_FALSE(a.cutout.empty());
    }
}

TEST_CASE("a page of a form that is not at hand is told as such, and one whose fields lay elsewhere too") {
    const PrintedPage& page = forms().pages.front();
    scans::Atlas without = forms().atlas;
    without.erase(page.map.code);
    scans::Page one = read(page.raster, without);
    CHECK(one.condition == scans::Condition::unknown_form);
    CHECK(one.code == page.map.code);
    CHECK_FALSE(one.picture.empty());
    auto code = dossier::layout::parse_page_code(page.map.code);
    REQUIRE(code);
    code->places = code->places == "000" ? "001" : "000";
    dossier::layout::PageMap elsewhere = page.map;
    elsewhere.code = dossier::layout::page_code_text(*code);
    without.emplace(elsewhere.code, elsewhere);
    one = read(page.raster, without);
    CHECK(one.condition == scans::Condition::other_places);
}

TEST_CASE("a page without code is not one with nothing on it") {
    Raster page = forms().pages.front().raster;
    wipe(page, forms().pages.front().map.code_place);
    CHECK(read(page, forms().atlas).condition == scans::Condition::no_code);
    CHECK(read(Raster(1654, 2339, 200, 250), forms().atlas).condition == scans::Condition::blank);
    CHECK(read(Raster(3, 2, 200, 0), forms().atlas).condition == scans::Condition::blank);
}
