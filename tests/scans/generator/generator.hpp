#pragma once
/// Scans of forms for tests: what comes back when people fill in printed forms with a pen and put them on a scanner, a fax or in
/// front of a phone. Knows the truth of what it draws and where every point of the page went, so that a reader can be measured.
///
/// Everything is a function of its arguments: the same page, options and seed give the same bytes. Random numbers, sines and powers
/// are its own; only poppler (rasterise) and libjpeg (Wear::jpeg_quality, encode) may round otherwise in another version.
///
/// Steps, each of which can be left out or done by the caller instead:
///   rasterise(pdf, page, dpi)          the clean page, once per form
///   print_out(raster, printer, seed)   as a printer puts it on paper
///   fill(raster, map, options, seed)   with a pen; returns the truth
///   degrade(raster, wear_for(preset, seed), seed)   scanned; returns the picture and where points went
///   encode_png / encode_pdf ...        the file that a reader gets
///
/// Units: places on a page are points from its bottom left corner, y upwards, as in layout/map.hpp. Places in a raster are pixels from
/// its top left corner, y downwards, continuous: pixel (i, j) covers [i, i+1) x [j, j+1), its middle is (i + 0.5, j + 0.5).
/// Values are owned by who gets them; nothing is kept between calls, and all functions may run in several threads at once.

#include "layout/map.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace scan_generator {

using dossier::layout::PageMap;
using dossier::layout::Rect;

struct Point {
    double x = 0, y = 0;
};

/// Grey values, 0 black, 255 white; rows from the top, without padding: gray.size() == width * height.
struct Raster {
    int width = 0, height = 0;
    double dpi = 0;          ///< what its file says: pixels an inch across
    double dpi_y = 0;        ///< and down, of a fax; 0: as `dpi`
    double points_high = 0;  ///< of a rasterised page: its height, which is no whole number of pixels; 0: height * 72 / dpi
    std::vector<std::uint8_t> gray;

    Raster() = default;
    Raster(int w, int h, double d, std::uint8_t value);
    [[nodiscard]] std::uint8_t* row(int y) { return gray.data() + std::ptrdiff_t{y} * width; }
    [[nodiscard]] const std::uint8_t* row(int y) const { return gray.data() + std::ptrdiff_t{y} * width; }
    /// Of a page that fills it: where a point of it is.
    [[nodiscard]] Point pixel(Point p) const {
        return {p.x * dpi / 72, ((points_high > 0 ? points_high : height * 72 / dpi) - p.y) * dpi / 72};
    }
    friend bool operator==(const Raster&, const Raster&) = default;
};

/// A page of a PDF (from 0) as poppler paints it, forms as printed; empty when there is no such page. 300 dpi is enough for scans up
/// to 400 dpi.
[[nodiscard]] Raster rasterise(std::string_view pdf, int page, double dpi);

// ---------------------------------------------------------------------------------------------------------------- printing

/// What a printer does to a page before anyone writes on it.
struct Printer {
    double halftone_lpi = 0;  ///< dots of a laser printer in what is grey: rings, tints; 0: none
    double spread = 0;        ///< ink or toner that runs, sigma in mm
    double black = 0;         ///< grey value of full ink, 0..90: toner nearly empty
    double banding = 0;       ///< pale stripes across, of an inkjet that is dirty: part of the ink that is missing there, 0..1
    double specks = 0;        ///< loose toner, specks per square inch
};
/// A laser printer, as good and as bad as schools have.
[[nodiscard]] Printer printer_for(std::uint64_t seed);
void print_out(Raster& page, const Printer& printer, std::uint64_t seed);

// ---------------------------------------------------------------------------------------------------------------- the pen

enum class MarkKind : std::uint8_t {
    cross,
    tick,
    full_scribble,
    half_fill,
    neat_fill,
    slash,
    dot,
    big_cross,
    wobbly_cross,
    line_through,
    zigzag,
    encircling,  ///< around the ring, nothing in it
};
inline constexpr std::size_t kMarkKinds = 12;
enum class Pen : std::uint8_t { blue_ballpoint, black_fineliner, pencil, felt_tip };
inline constexpr std::size_t kPens = 4;
enum class Strength : std::uint8_t { firm, normal, light, faint };  ///< faint: a pencil that hardly touched
[[nodiscard]] const char* name(MarkKind kind);
[[nodiscard]] const char* name(Pen pen);

/// Draws one mark at a ring (or square) with its middle at `at` and half side `radius`, in points. Returns the share of the ring that
/// is inked: the mean over the disc within it of how much darker each pixel became, 0..1.
double draw_mark(Raster& page, Point at, double radius, MarkKind kind, Pen pen, Strength strength, std::uint64_t seed);

/// How the answer to one question was drawn.
enum class How : std::uint8_t {
    plain,       ///< one mark
    correction,  ///< the wrong ring blackened, another one marked, as the forms say
    two_marks,   ///< two marks, both plain
    faint,       ///< one mark that is hardly there
    outside,     ///< ink beside a ring, none in it
    ghost,       ///< a mark and the rest of one that was rubbed out
    stray_dot,   ///< nothing but a speck of ink in or at a ring
    empty,
};
inline constexpr std::size_t kHows = 8;
[[nodiscard]] const char* name(How how);

/// What a reader may make of it.
enum class Verdict : std::uint8_t {
    exact,   ///< must be read as `value` ("": nothing marked)
    person,  ///< must be left to a person
    either,  ///< read as `value`, or left to a person; anything else is wrong
};

/// The truth of one question: the choices of one field name on one page.
struct Expected {
    std::string field;
    std::string value;  ///< what whoever filled it in meant; "": nothing. Of two marks: the first
    How how = How::empty;
    Verdict verdict = Verdict::exact;
    MarkKind kind = MarkKind::cross;
    Pen pen = Pen::blue_ballpoint;
    std::string other;     ///< of a correction, ghost or two marks: the other ring with ink
    double ink = 0;        ///< share of the ring of `value` that was inked (see draw_mark); of a stray dot: of its ring
    bool crossed = false;  ///< handwriting from a field ran through one of its rings; its verdict is then `either` at best
};

/// The truth of one field to write in.
struct Written {
    std::string field;
    bool signature = false;
    bool overflow = false;  ///< the hand ran over the edge of the field
    Rect ink;               ///< around all of it, in points
};

struct Filling {
    std::vector<Expected> groups;  ///< every field name with choices, in the order of the map
    std::vector<Written> texts;    ///< only those written in
};

/// Weights need not add up to one. Of each a page has one hand: one pen and one kind of mark, now and then another.
struct FillOptions {
    std::array<double, kHows> hows{70, 4, 3, 3, 3, 3, 2, 12};  ///< in the order of How
    std::array<double, kPens> pens{60, 20, 12, 8};
    std::array<double, kMarkKinds> kinds{34, 14, 8, 2, 8, 6, 3, 8, 8, 2, 4, 3};
    double other_kind = 0.12;  ///< chance that a mark is not of the kind of this hand
    double write = 0.55;       ///< chance that a field is written in
    double overflow = 0.03;    ///< chance that a hand runs over the edge of a field
};
/// Draws into `page`, a raster of the whole page of `map`.
[[nodiscard]] Filling fill(Raster& page, const PageMap& map, const FillOptions& options, std::uint64_t seed);

// ---------------------------------------------------------------------------------------------------------------- the scan

/// 3 x 3, row by row.
struct Homography {
    std::array<double, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1};
    [[nodiscard]] Point operator()(Point p) const;
    friend Homography operator*(const Homography& a, const Homography& b);  ///< first `b`, then `a`
    [[nodiscard]] Homography inverse() const;
};

enum class Mode : std::uint8_t {
    grey,
    colour_as_grey,  ///< a colour scan whose colours were left out afterwards: softer, blue ink paler
    threshold,       ///< black and white at one value
    adaptive,        ///< black and white against what is around
};

/// A fold, from edge to edge.
struct Fold {
    bool across = true;  ///< else from top to bottom
    double at = 0.5;     ///< part of the page, from the top or the left
    double depth = 0.2;  ///< how much darker its line is, 0..1
};

/// All that happens to a page on its way into a file. The defaults do nothing.
struct Wear {
    // The paper, in its own directions.
    std::vector<Fold> folds;
    int punch_holes = 0;     ///< 0, 2 or 4 at the left edge
    double hole_grey = 0;    ///< what is seen through them
    bool staple = false;     ///< top left
    int stains = 0;          ///< rings of coffee cups
    double see_through = 0;  ///< how much of the back is seen, 0..0.2
    // How it lies.
    double dpi = 200, dpi_y = 0;  ///< of the picture; dpi_y 0: the same
    int quarter_turns = 0;        ///< clockwise
    double skew = 0;              ///< degrees, clockwise
    double scale_x = 1, scale_y = 1;
    double shift_x = 0, shift_y = 0;  ///< mm, right and down
    double margin = 0;                ///< mm of picture around an A4 that lies straight: how much larger than the paper the glass is
    double stretch = 0;               ///< largest local stretch down the page by an uneven feeder, 0.01 is 1 %
    int slips = 0;                    ///< times that the feeder slipped
    bool photo = false;               ///< by hand: perspective, on a table
    double perspective = 0;           ///< of a photo: how far the corners are out of place, part of the page
    double curl = 0;                  ///< mm that the sides of the page bend out of straight: paper does not lie flat on a table
    // Light and glass.
    double backdrop = 255;    ///< grey beside the page
    double shadow = 0;        ///< darkness at the dark edge, 0..0.8: of a book's back, an open lid
    int shadow_edge = 0;      ///< 0 left, 1 right, 2 top, 3 bottom
    double phone_shadow = 0;  ///< of a hand and phone over a part of the page, 0..0.5
    double uneven = 0;        ///< of the light over the whole page, 0..0.5
    double glass_line = 0;    ///< a speck on the glass of a feeder: a line down the picture, darkness -0.5 (pale)..0.8
    double blur = 0;          ///< sigma in pixels
    double motion = 0;        ///< length in pixels
    // What the scanner makes of it.
    double white = 255, black = 0;  ///< grey values of paper and full ink
    double gamma = 1;               ///< above 1 darker
    double brightness = 0;          ///< added, -100..100
    double contrast = 1;
    double noise = 0;        ///< sigma in grey values
    double streaks = 0;      ///< difference between the cells of the sensor, sigma in grey values
    double salt_pepper = 0;  ///< part of the pixels
    Mode mode = Mode::grey;
    double level = 128;    ///< of Mode::threshold: below it is black. Of adaptive: how much darker than around, 5..60
    int jpeg_quality = 0;  ///< round trip, 0: none. Not of black and white
    /// A copy first: what the page went through before, then `toner` as the copier printed it. Its own shift and scale count too.
    std::vector<Wear> before;
    Printer toner;
};

/// One passage from flat sheet to picture.
struct Passage {
    Homography flat;           ///< but for the feeder
    std::vector<float> row;    ///< for each row of the picture where it was (y) if the feeder had been even; empty: it was
    std::vector<float> shift;  ///< and how far (x) it lies to the left of where it would have been
    [[nodiscard]] Point operator()(Point p) const;
};

struct Scan {
    Raster picture;
    /// From points on the page to pixels, but for the uneven feeder: exact where Wear::stretch, slips and
    /// curl are 0.
    Homography homography;
    /// All of it, in turn: the first takes points.
    std::vector<Passage> passages;
    /// Exactly where a point of the page is in the picture; may lie outside of it.
    [[nodiscard]] Point at(Point p) const;
    /// Whether all of `rect` (points) is in the picture: skewed and enlarged pages lose corners.
    [[nodiscard]] bool shows(const Rect& rect) const;
};

[[nodiscard]] Scan degrade(const Raster& page, const Wear& wear, std::uint64_t seed);

enum class Preset : std::uint8_t {
    clean_200_grey,
    office_200_grey,
    office_300_bw,
    fax_bw,
    dark,
    light,
    low_150,
    high_600,
    rotated,
    skewed_5,
    scaled,
    twice_copied,
    photo,
    holes_staples_stains,
    folded,
};
inline constexpr std::size_t kPresets = 15;
[[nodiscard]] const char* name(Preset preset);
/// Somewhere in the honest range of `preset`.
[[nodiscard]] Wear wear_for(Preset preset, std::uint64_t seed);

// ---------------------------------------------------------------------------------------------------------------- files

[[nodiscard]] bool two_valued(const Raster& raster);  ///< only 0 and 255
// Each "" when it cannot be done.
[[nodiscard]] std::string encode_png(const Raster& raster);  ///< one bit a pixel when it is two_valued
[[nodiscard]] std::string encode_jpeg(const Raster& raster, int quality);
/// Pages in one file. What is two_valued in G4, the rest deflated.
[[nodiscard]] std::string encode_tiff(std::span<const Raster> pages);
enum class PdfPicture : std::uint8_t { dct, ccitt, flate };
/// One picture a page, as large as its resolution says. `ccitt` is for what is two_valued; other pages get `dct` then.
[[nodiscard]] std::string encode_pdf(std::span<const Raster> pages, PdfPicture picture, int jpeg_quality = 75);
/// The first picture in PNG, JPEG or TIFF bytes as grey; empty when there is none.
[[nodiscard]] Raster decode(std::string_view bytes);
[[nodiscard]] int tiff_pages(std::string_view bytes);

}  // namespace scan_generator
