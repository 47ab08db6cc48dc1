/// A small part of what scan_bench measures: what must never happen, and what must keep working.

#include "layout/page_code.hpp"
#include "measure.hpp"

#include <algorithm>
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

/// A stroke of a pen, `half` points to both sides of its middle, at a slant.
void stroke(Raster& picture, scan_generator::Point at, double half, int thick) {
    const double scale = picture.dpi / 72;
    const auto reach = static_cast<int>(half * scale);
    for (int d = -reach; d <= reach; ++d)
        for (int w = -thick / 2; w <= thick / 2; ++w) picture.row(static_cast<int>(at.y) + d)[static_cast<int>(at.x) + d + w] = 20;
}

void to_two_values(Raster& picture) {
    for (std::uint8_t& v : picture.gray) v = v < 200 ? 0 : 255;
}

const scans::Answer& answer(const scans::Page& page, const std::string& field) {
    const auto at = std::find_if(page.answers.begin(), page.answers.end(), [&](const scans::Answer& a) { return a.field == field; });
    REQUIRE(at != page.answers.end());
    return *at;
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
    // A clear mark is seldom asked, and what is not clear is often. An empty question is asked wherever a mark may be lost.
    CHECK(all.marked_doubts * 12 < all.marked);
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

TEST_CASE("where the frames have faded, a ring that is full but for some specks may be the mistake") {
    const PrintedPage& page = forms().pages.front();
    const dossier::layout::MapChoice& full = page.map.choices.front();
    Raster picture = page.raster;
    const auto middle = picture.pixel({full.x, full.y});
    for (int y = -18; y <= 18; ++y)
        for (int x = -18; x <= 18; ++x)
            if (x * x + y * y <= 18 * 18 && (x + 18) % 9 < 6)
                picture.row(static_cast<int>(middle.y) + y)[static_cast<int>(middle.x) + x] = 20;
    const scans::Answer as_printed = answer(read(picture, forms().atlas), full.field);
    CHECK(as_printed.value == full.value);
    CHECK(as_printed.doubt == scans::Doubt::none);
    CHECK(as_printed.choices.front().ink > 0.55F);
    CHECK(as_printed.choices.front().ink < 0.72F);
    for (const dossier::layout::MapField& f : page.map.fields) wipe(picture, f.rect);
    CHECK(answer(read(picture, forms().atlas), full.field).doubt == scans::Doubt::not_seen);
}

TEST_CASE("in black and white an empty question is left to a person, and a cross is read") {
    const PrintedPage& page = forms().pages.front();
    const dossier::layout::MapChoice& crossed = page.map.choices.front();
    Raster picture = page.raster;
    stroke(picture, picture.pixel({crossed.x, crossed.y}), 4, 6);
    to_two_values(picture);
    const scans::Page read_back = read(picture, forms().atlas);
    for (const scans::Answer& a : read_back.answers) {
        CAPTURE(a.field);
        CHECK(a.value == (a.field == crossed.field ? crossed.value : ""));
        CHECK(a.doubt == (a.field == crossed.field ? scans::Doubt::none : scans::Doubt::not_seen));
    }
}

TEST_CASE("in black and white what is left of a second mark is one") {
    const PrintedPage& page = forms().pages.front();
    const dossier::layout::MapChoice& crossed = page.map.choices[0];
    const dossier::layout::MapChoice& other = page.map.choices[1];
    REQUIRE(crossed.field == other.field);
    Raster picture = page.raster;
    stroke(picture, picture.pixel({crossed.x, crossed.y}), 4, 6);
    stroke(picture, picture.pixel({other.x, other.y}), 0.7, 1);
    CHECK(answer(read(picture, forms().atlas), crossed.field).doubt == scans::Doubt::none);
    to_two_values(picture);
    CHECK(answer(read(picture, forms().atlas), crossed.field).doubt == scans::Doubt::two);
}

TEST_CASE("a dot that was drawn out is no mark for sure") {
    const PrintedPage& page = forms().pages.front();
    const dossier::layout::MapChoice& dotted = page.map.choices.front();
    Raster picture = page.raster;
    stroke(picture, picture.pixel({dotted.x, dotted.y}), 1.4, 6);
    CHECK(answer(read(picture, forms().atlas), dotted.field).doubt == scans::Doubt::faint);
}

TEST_CASE("a mark on the letters beside a choice is one that a person must see") {
    // Where the word stands on the page once, and where twice.
    int looked = 0;
    for (const PrintedPage& page : forms().pages)
        for (const dossier::layout::MapChoice& c : page.map.choices) {
            if (!c.field.ends_with("-resultaat") || c.value != "voldoende" || looked == 4) continue;
            ++looked;
            CAPTURE(c.field);
            Raster picture = page.raster;
            CHECK(answer(read(picture, forms().atlas), c.field).doubt == scans::Doubt::none);
            const auto letters = picture.pixel({c.x + 13.5, c.y});
            stroke(picture, letters, 3, 6);
            // Across.
            for (int d = -12; d <= 12; ++d)
                for (int w = -3; w <= 3; ++w) picture.row(static_cast<int>(letters.y) - d)[static_cast<int>(letters.x) + d + w] = 20;
            const scans::Page read_back = read(picture, forms().atlas);
            CHECK(answer(read_back, c.field).doubt == scans::Doubt::outside);
            CHECK(answer(read_back, c.field).value == "voldoende");
        }
    CHECK(looked == 4);
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
