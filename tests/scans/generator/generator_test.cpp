/// The generator is the measure for what reads scans, so it is measured first.

#include "form.hpp"
#include "generator.hpp"
#include "maps_text.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace scan_generator;
using dossier::layout::MapChoice;

namespace {

/// The second page of the sample, which has two tables of choices; made once.
constexpr int kPage = 1;
const PageMap& map_of_page() { return sample_form().maps.at(kPage); }
const Raster& clean_page() {
    static const Raster page = rasterise(sample_form().pdf, kPage, 300);
    return page;
}
const Raster& filled_page() {
    static const Raster page = [] {
        Raster out = clean_page();
        print_out(out, printer_for(4), 4);
        (void)fill(out, map_of_page(), {}, 4);
        return out;
    }();
    return page;
}

Point middle(const Rect& r) { return {(r.x0 + r.x1) / 2.0, (r.y0 + r.y1) / 2.0}; }
double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Centre of gravity of the ink near `at`, as far as `reach`; what is paler than halfway between paper and ink does not count.
Point centre_of_ink(const Raster& picture, Point at, double reach) {
    int lo = 255, hi = 0;
    const auto each = [&](const auto& f) {
        for (int y = static_cast<int>(at.y - reach); y <= static_cast<int>(at.y + reach); ++y)
            for (int x = static_cast<int>(at.x - reach); x <= static_cast<int>(at.x + reach); ++x)
                if (x >= 0 && y >= 0 && x < picture.width && y < picture.height) f(x, y, int{picture.row(y)[x]});
    };
    each([&](int, int, int v) { lo = std::min(lo, v), hi = std::max(hi, v); });
    double sum = 0, sx = 0, sy = 0;
    each([&](int x, int y, int v) {
        const double ink = v < (lo + hi) / 2 ? 1 : 0;
        sum += ink, sx += ink * (x + 0.5), sy += ink * (y + 0.5);
    });
    return {sx / sum, sy / sum};
}

/// How far the marks of the corners that are whole in the picture are from where the scan says; -1 when there are none.
double furthest_mark(const Scan& scan, const Wear& wear) {
    double out = -1;
    for (std::size_t k = 0; k < 4; ++k) {
        const Rect& mark = map_of_page().marks[k];
        const Rect room{mark.x0 - 4, mark.y0 - 4, mark.x1 + 4, mark.y1 + 4};
        if (!scan.shows(room) || (wear.staple && k == 0)) continue;
        const Point at = scan.at(middle(mark)), corner = scan.at({mark.x1, mark.y1});
        out = std::max(out, distance(centre_of_ink(scan.picture, at, 1.25 * distance(at, corner)), at));
    }
    return out;
}

/// Unlike FillOptions{} says: all ways, again and again.
FillOptions all_ways() {
    FillOptions out;
    out.hows.fill(1);
    out.write = 0.9;
    out.overflow = 0.4;
    return out;
}

}  // namespace

TEST_CASE("a page of a PDF is as large as it says, and its marks are where its map says") {
    const Raster& page = clean_page();
    CHECK(std::abs(page.width - 595.28 * 300 / 72) < 1);
    CHECK(std::abs(page.height - 841.89 * 300 / 72) < 1);
    for (const Rect& mark : map_of_page().marks) {
        const Point at = page.pixel(middle(mark));
        CHECK(distance(centre_of_ink(page, at, 25), at) < 0.5);
    }
    CHECK(rasterise(sample_form().pdf, 99, 100).gray.empty());
    CHECK(rasterise("no PDF", 0, 100).gray.empty());
}

TEST_CASE("the same seed gives the same bytes, another seed others") {
    const auto once = [](std::uint64_t seed) {
        Raster page = clean_page();
        print_out(page, printer_for(seed), seed);
        const Filling filling = fill(page, map_of_page(), {}, seed);
        return std::pair(degrade(page, wear_for(Preset::office_200_grey, seed), seed), filling.groups.size());
    };
    const auto a = once(17), b = once(17), c = once(18);
    CHECK(a.first.picture == b.first.picture);
    CHECK(a.first.homography.m == b.first.homography.m);
    CHECK_FALSE(a.first.picture == c.first.picture);
    CHECK(a.second == c.second);
}

TEST_CASE("every preset: the same bytes again, and each mark where the scan says, to less than a pixel") {
    double worst_of_all = 0;
    for (std::size_t k = 0; k < kPresets; ++k) {
        const auto preset = static_cast<Preset>(k);
        int seen = 0;
        for (std::uint64_t seed = 1; seed <= (preset == Preset::high_600 ? 1u : 2u); ++seed) {
            INFO(name(preset) << ' ' << seed);
            const Wear wear = wear_for(preset, seed);
            const Scan scan = degrade(filled_page(), wear, seed);
            if (seed == 1 && preset != Preset::high_600) CHECK(scan.picture == degrade(filled_page(), wear, seed).picture);
            const double off = furthest_mark(scan, wear);
            CHECK(off < std::max(1.0, wear.dpi / 300));
            worst_of_all = std::max(worst_of_all, off);
            seen += off >= 0 ? 1 : 0;
            CHECK(two_valued(scan.picture) == (wear.mode == Mode::threshold || wear.mode == Mode::adaptive));
        }
        CHECK_MESSAGE(seen > 0, name(preset));
    }
    MESSAGE("furthest: ", worst_of_all, " pixels");
}

TEST_CASE("the same bytes on every machine, but for what poppler and libjpeg round") {
    PageMap map;
    map.width = 595.28F, map.height = 841.89F;
    for (int k = 0; k < 40; ++k)
        map.choices.push_back({"q" + std::to_string(k / 4), std::to_string(k % 4), true, 250 + 40 * static_cast<float>(k % 4),
                               100 + 60 * static_cast<float>(k / 4)});
    map.fields.push_back({"tekst", false, "", "", {60, 700, 540, 760}});
    map.fields.push_back({"handtekening", true, "", "", {60, 30, 300, 80}});
    std::string sums;
    constexpr std::array kSome{Preset::office_200_grey, Preset::photo, Preset::twice_copied, Preset::holes_staples_stains, Preset::fax_bw};
    for (const Preset preset : kSome) {
        Raster page(1240, 1754, 150, 255);
        for (const Rect& mark : sample_form().maps[0].marks) {
            const Point from = page.pixel({mark.x0, mark.y1});
            for (int y = 0; y < 18; ++y)
                std::fill_n(page.row(static_cast<int>(from.y) + y) + static_cast<int>(from.x), 18, std::uint8_t{90});
        }
        print_out(page, printer_for(5), 5);
        (void)fill(page, map, all_ways(), 5);
        Wear wear = wear_for(preset, 5);
        wear.jpeg_quality = 0;
        wear.folds.push_back({});
        std::uint64_t sum = 0xCBF29CE484222325u;
        for (const std::uint8_t v : degrade(page, wear, 5).picture.gray) sum = (sum ^ v) * 0x100000001B3u;
        sums += std::to_string(sum >> 40) + ' ';
    }
    CHECK(sums == "16432902 11394308 717540 4941720 2008379 ");
}

TEST_CASE("the homography is exact where the feeder is even, and near where it is not") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Wear wear = wear_for(seed % 2 == 0 ? Preset::photo : Preset::skewed_5, seed);
        wear.dpi = 60;  // only where things go is asked
        const Raster small(496, 702, 60, 255);
        const Scan uneven = degrade(small, wear, seed);
        wear.stretch = 0, wear.slips = 0, wear.curl = 0;
        const Scan even = degrade(small, wear, seed);
        for (const Point p : {Point{30, 30}, Point{560, 40}, Point{300, 420}, Point{40, 800}}) {
            CHECK(distance(even.at(p), even.homography(p)) < 1e-6);
            CHECK(distance(uneven.at(p), uneven.homography(p)) < 60 / 25.4 * 4);
        }
    }
}

TEST_CASE("a copy of a copy still knows where it came from") {
    const Wear wear = wear_for(Preset::twice_copied, 3);
    CHECK(wear.before.size() == 1);
    const Scan scan = degrade(filled_page(), wear, 3);
    CHECK(scan.passages.size() == 2);
    CHECK(furthest_mark(scan, wear) < 1);
}

TEST_CASE("quarter turns turn the picture") {
    Wear wear;
    wear.dpi = 100;
    for (int turns = 0; turns < 4; ++turns) {
        wear.quarter_turns = turns;
        const Scan scan = degrade(clean_page(), wear, 1);
        CHECK((scan.picture.width > scan.picture.height) == (turns % 2 == 1));
        // The code is at the top right; a quarter clockwise it is at the bottom right.
        const Point code = scan.at(middle(map_of_page().code_place));
        CHECK((code.x > scan.picture.width / 2.0) == (turns == 0 || turns == 1));
        CHECK((code.y > scan.picture.height / 2.0) == (turns == 1 || turns == 2));
        CHECK(furthest_mark(scan, wear) < 0.5);
    }
}

TEST_CASE("each question has one truth, of a choice that there is") {
    std::map<std::string, std::set<std::string>> choices;
    for (const MapChoice& c : map_of_page().choices) choices[c.field].insert(c.value);
    std::set<How> seen;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Raster page = clean_page();
        const Filling filling = fill(page, map_of_page(), all_ways(), seed);
        CHECK(filling.groups.size() == choices.size());
        for (const Expected& e : filling.groups) {
            INFO(seed << ' ' << e.field << ' ' << name(e.how) << ' ' << name(e.kind) << ' ' << name(e.pen));
            seen.insert(e.how);
            const bool none = e.how == How::empty || e.how == How::stray_dot;
            CHECK(none == e.value.empty());
            if (!none) CHECK(choices.at(e.field).contains(e.value));
            const bool two = e.how == How::correction || e.how == How::two_marks || e.how == How::ghost;
            CHECK(two == !e.other.empty());
            if (two) CHECK((choices.at(e.field).contains(e.other) && e.other != e.value));
            if (e.how == How::plain && e.verdict == Verdict::exact) CHECK(e.ink > 0.02);
            if (e.how == How::outside || e.how == How::empty) CHECK(e.ink == 0);
            if (e.how == How::faint) CHECK(e.ink < 0.2);
            if (e.how == How::two_marks || e.how == How::faint || e.how == How::outside) CHECK(e.verdict == Verdict::person);
            if (e.how == How::empty && !e.crossed) CHECK(e.verdict == Verdict::exact);
            if (e.crossed) CHECK(e.verdict != Verdict::exact);
        }
    }
    CHECK(seen.size() == kHows);
}

TEST_CASE("where nothing is said to be, nothing was drawn") {
    const Raster& before = clean_page();
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Raster page = before;
        const Filling filling = fill(page, map_of_page(), all_ways(), seed);
        for (const Expected& e : filling.groups) {
            if (e.how != How::empty || e.crossed) continue;
            for (const MapChoice& c : map_of_page().choices) {
                if (c.field != e.field) continue;
                const Point p = page.pixel({c.x, c.y});
                for (int y = static_cast<int>(p.y) - 18; y <= p.y + 18; ++y)
                    CHECK(std::equal(page.row(y) + static_cast<int>(p.x) - 18, page.row(y) + static_cast<int>(p.x) + 18,
                                     before.row(y) + static_cast<int>(p.x) - 18));
            }
        }
    }
}

TEST_CASE("handwriting keeps to its field unless it is said to run over") {
    int written = 0, over = 0, signatures = 0;
    std::ptrdiff_t crossed = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        for (std::size_t p = 0; p < sample_form().maps.size(); ++p) {
            const PageMap& map = sample_form().maps[p];
            Raster page(620, 877, 75, 255);
            const Filling filling = fill(page, map, all_ways(), seed);
            crossed += std::count_if(filling.groups.begin(), filling.groups.end(), [](const Expected& e) { return e.crossed; });
            for (const Written& w : filling.texts) {
                ++written, over += w.overflow ? 1 : 0, signatures += w.signature ? 1 : 0;
                const auto field = std::find_if(map.fields.begin(), map.fields.end(), [&](const auto& f) { return f.field == w.field; });
                REQUIRE(field != map.fields.end());
                const bool within = w.ink.x0 >= field->rect.x0 - 1 && w.ink.x1 <= field->rect.x1 + 1 && w.ink.y0 >= field->rect.y0 - 1 &&
                                    w.ink.y1 <= field->rect.y1 + 1;
                CHECK(within == !w.overflow);
            }
        }
    CHECK(written > 100);
    CHECK(over > written / 10);
    CHECK(signatures > 10);
    CHECK(crossed == 0);  // no field of this form is that near to a ring
}

TEST_CASE("a hand that runs through a ring makes its question uncertain") {
    PageMap map;
    map.width = 595.28F, map.height = 841.89F;
    for (int k = 0; k < 16; ++k) {
        const float y = 60 + 45 * static_cast<float>(k);
        map.choices.push_back({"q" + std::to_string(k), "a", true, 280, y});
        map.fields.push_back({"t" + std::to_string(k), false, "", "", {296, y - 14, 430, y + 14}});
    }
    int crossed = 0;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Raster page(620, 877, 75, 255);
        for (const Expected& e : fill(page, map, all_ways(), seed).groups) {
            if (!e.crossed) continue;
            ++crossed;
            CHECK(e.verdict != Verdict::exact);
        }
    }
    CHECK(crossed > 2);
}

TEST_CASE("all kinds of mark leave ink with all pens, a faint one little") {
    for (std::size_t k = 0; k < kMarkKinds; ++k)
        for (std::size_t p = 0; p < kPens; ++p) {
            const auto kind = static_cast<MarkKind>(k);
            INFO(name(kind) << ' ' << name(static_cast<Pen>(p)));
            Raster firm(200, 200, 300, 250), faint = firm;
            const double ink = draw_mark(firm, {24, 24}, 5.5, kind, static_cast<Pen>(p), Strength::firm, 9);
            const double little = draw_mark(faint, {24, 24}, 5.5, kind, Pen::pencil, Strength::faint, 9);
            if (kind != MarkKind::encircling) CHECK(ink > 0.01);
            CHECK(ink >= little);
            CHECK_FALSE(firm == faint);
        }
}

TEST_CASE("a fax has two values and two resolutions") {
    const Scan scan = degrade(filled_page(), wear_for(Preset::fax_bw, 2), 2);
    CHECK(two_valued(scan.picture));
    CHECK(std::abs(scan.picture.width - 595.28 * 204 / 72) < 2);
    CHECK(std::abs(scan.picture.height - 841.89 * 196 / 72) < 2);
    CHECK(scan.picture.dpi == 204);
    CHECK(scan.picture.dpi_y == 196);
}

TEST_CASE("what is encoded comes back") {
    const Raster grey = degrade(filled_page(), wear_for(Preset::low_150, 1), 1).picture;
    const Raster bits = degrade(filled_page(), wear_for(Preset::fax_bw, 1), 1).picture;
    CHECK(decode(encode_png(grey)).gray == grey.gray);
    CHECK(decode(encode_png(bits)).gray == bits.gray);
    CHECK(decode(encode_png(bits)).dpi == doctest::Approx(204).epsilon(0.01));

    const Raster lossy = decode(encode_jpeg(grey, 80));
    REQUIRE(lossy.gray.size() == grey.gray.size());
    double sum = 0;
    for (std::size_t i = 0; i < grey.gray.size(); ++i) sum += std::abs(int{grey.gray[i]} - int{lossy.gray[i]});
    CHECK(sum / static_cast<double>(grey.gray.size()) < 4);

    const std::array both{bits, bits, bits};
    const std::string tiff = encode_tiff(both);
    CHECK(tiff_pages(tiff) == 3);
    CHECK(decode(tiff).gray == bits.gray);
    CHECK(decode(tiff).dpi_y == 196);
    CHECK(tiff.size() < bits.gray.size() / 8);
    const std::array one{grey};
    CHECK(decode(encode_tiff(one)).gray == grey.gray);
    CHECK(decode("nothing").gray.empty());
}

TEST_CASE("a PDF of pictures has a page for each, as large as the paper") {
    const Raster grey = degrade(filled_page(), wear_for(Preset::low_150, 1), 1).picture;
    const Raster bits = degrade(filled_page(), wear_for(Preset::office_300_bw, 1), 1).picture;
    const std::array pages{grey, bits};
    for (const PdfPicture how : {PdfPicture::dct, PdfPicture::ccitt, PdfPicture::flate}) {
        const std::string pdf = encode_pdf(pages, how);
        CHECK(pdf.starts_with("%PDF"));
        CHECK((pdf.find("/CCITTFaxDecode") != std::string::npos) == (how == PdfPicture::ccitt));
        CHECK((pdf.find("/DCTDecode") != std::string::npos) == (how != PdfPicture::flate));
        const Raster first = rasterise(pdf, 0, 150), second = rasterise(pdf, 1, 300);
        CHECK(std::abs(first.width - grey.width) <= 2);
        CHECK(std::abs(second.height - bits.height) <= 2);
        CHECK(rasterise(pdf, 2, 50).gray.empty());
    }
}

TEST_CASE("maps as text come back") {
    const std::string text = write_maps(sample_form().maps);
    const std::vector<PageMap> maps = read_maps(text);
    CHECK(maps.size() == sample_form().maps.size());
    CHECK(write_maps(maps) == text);
    CHECK(dossier::layout::places_sum(maps[0]) == dossier::layout::places_sum(sample_form().maps[0]));
    CHECK_THROWS_WITH(static_cast<void>(read_maps("page\tX\t1\t2\nring\t1")), "line 2 of the maps is no such line");
}
