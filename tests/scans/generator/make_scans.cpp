/// Makes scans to look at.
///   make_scans marks OUT.png [SEED]                          every kind of mark with every pen, enlarged
///   make_scans sheet FORM.pdf MAPS.txt OUT.png [SEED]        a piece of the form with every preset
///   make_scans FORM.pdf MAPS.txt OUT_DIR [--preset NAME] [--seed N] [--count N] [--as png|jpg|tiff|pdf] [--ways all]
/// The last writes a file for each page that has choices, and truth.txt; with "--ways all" every way of filling in is as likely as
/// any other, and hands often run over. MAPS.txt: see maps_text.hpp.

#include "generator.hpp"
#include "maps_text.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

using namespace scan_generator;

namespace {

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}
void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out) throw std::runtime_error("cannot write " + path.string());
}

void paste(Raster& onto, const Raster& from, int x, int y) {
    for (int j = 0; j < from.height && y + j < onto.height; ++j)
        std::copy_n(from.row(j), std::min(from.width, onto.width - x), onto.row(y + j) + x);
}
Raster piece(const Raster& from, int x, int y, int width, int height) {
    Raster out(width, height, from.dpi, 128);
    for (int j = 0; j < height; ++j)
        for (int i = 0; i < width; ++i)
            if (x + i >= 0 && y + j >= 0 && x + i < from.width && y + j < from.height) out.row(j)[i] = from.row(y + j)[x + i];
    return out;
}

/// As a form has it; for marks without a form.
void ring(Raster& page, Point at) {
    const double middle = page.dpi / 72;
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x) {
            const Point p = page.pixel(at);
            const double dx = x + 0.5 - p.x, dy = y + 0.5 - p.y, d2 = dx * dx + dy * dy;
            const double in = 5.05 * middle, out = 5.95 * middle;
            if (d2 > in * in && d2 < out * out) page.row(y)[x] = 115;
        }
}

void marks(const std::string& path, std::uint64_t seed) {
    constexpr int kCell = 150, kEach = 3;
    const int columns = static_cast<int>(kMarkKinds), rows = static_cast<int>(kPens) * kEach + 1;
    Raster out(columns * kCell, rows * kCell, 300, 255);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c) {
            Raster cell(kCell, kCell, 300, 250);
            const Point at{18, 18};
            ring(cell, at);
            const bool faint = r == rows - 1;
            const Pen pen = faint ? Pen::pencil : static_cast<Pen>(r / kEach);
            const Strength strength = faint ? Strength::faint : static_cast<Strength>(r % kEach);
            draw_mark(cell, at, 5.5, static_cast<MarkKind>(c), pen, strength, seed + static_cast<std::uint64_t>(100 * r + c));
            paste(out, cell, c * kCell, r * kCell);
        }
    write_file(path, encode_png(out));
}

/// The first page with choices.
std::size_t page_with_choices(const std::vector<PageMap>& maps, std::size_t from) {
    for (std::size_t p = from; p < maps.size(); ++p)
        if (maps[p].choices.size() > 8) return p;
    throw std::runtime_error("no page has choices");
}

void sheet(const std::string& pdf, const std::vector<PageMap>& maps, const std::string& path, std::uint64_t seed) {
    const std::size_t p = page_with_choices(maps, 0);
    const Raster clean = rasterise(pdf, static_cast<int>(p), 300);
    constexpr int kWide = 620, kHigh = 460;
    Raster out(3 * kWide, 5 * kHigh, 200, 255);
    for (std::size_t k = 0; k < kPresets; ++k) {
        Raster page = clean;
        print_out(page, printer_for(seed + k), seed + k);
        (void)fill(page, maps[p], {}, seed + k);
        const auto preset = static_cast<Preset>(k);
        const Scan scan = degrade(page, wear_for(preset, seed), seed);
        const auto& choice = maps[p].choices[maps[p].choices.size() / 2];
        const Point at = scan.at({choice.x, choice.y});
        const int left = static_cast<int>(at.x) - kWide / 2, top = static_cast<int>(at.y) - kHigh / 2;
        const Raster part = piece(scan.picture, left, top, kWide - 6, kHigh - 6);
        paste(out, part, static_cast<int>(k % 3) * kWide, static_cast<int>(k / 3) * kHigh);
        std::cout << k << ' ' << name(preset) << '\n';
    }
    write_file(path, encode_png(out));
}

std::string bytes_of(const Raster& picture, const std::string& as) {
    const std::span<const Raster> one(&picture, 1);
    if (as == "jpg") return encode_jpeg(picture, 75);
    if (as == "tiff") return encode_tiff(one);
    if (as == "pdf") return encode_pdf(one, two_valued(picture) ? PdfPicture::ccitt : PdfPicture::dct);
    return encode_png(picture);
}

struct Order {
    std::string preset, as = "png";
    std::uint64_t seed = 1, count = 1;
    FillOptions fill;
};

/// One page, once: the file, a line about it, and its truth.
void make_one(const Raster& clean, const PageMap& map, const std::filesystem::path& file, Preset preset, std::uint64_t seed,
              const Order& order, std::ostream& truth) {
    // Of the processor, not of the clock: other things run as well.
    const auto start = std::clock();
    Raster page = clean;
    print_out(page, printer_for(seed), seed);
    const Filling filling = fill(page, map, order.fill, seed);
    const auto filled = std::clock();
    const Scan scan = degrade(page, wear_for(preset, seed), seed);
    const auto end = std::clock();
    const auto ms = [](std::clock_t d) { return d * 1000 / CLOCKS_PER_SEC; };
    write_file(file, bytes_of(scan.picture, order.as));
    const std::string called = file.filename().string();
    std::cout << called << ' ' << scan.picture.width << 'x' << scan.picture.height << " print and fill " << ms(filled - start)
              << " ms, degrade " << ms(end - filled) << " ms\n";
    for (const Expected& e : filling.groups)
        truth << called << '\t' << e.field << '\t' << e.value << '\t' << name(e.how) << '\t' << name(e.kind) << '\t' << name(e.pen) << '\t'
              << e.other << '\t' << e.ink << '\n';
}

void scans(const std::string& pdf, const std::vector<PageMap>& maps, const std::filesystem::path& folder, const Order& order) {
    std::filesystem::create_directories(folder);
    std::ofstream truth(folder / "truth.txt");
    for (std::size_t p = 0; p < maps.size(); ++p) {
        if (maps[p].choices.empty()) continue;
        const Raster clean = rasterise(pdf, static_cast<int>(p), 300);
        for (std::size_t k = 0; k < kPresets; ++k) {
            const auto preset = static_cast<Preset>(k);
            if (!order.preset.empty() && order.preset != name(preset)) continue;
            for (std::uint64_t n = order.seed; n < order.seed + order.count; ++n) {
                const std::string file = std::string(name(preset)) + "-" + std::to_string(p + 1) + "-" + std::to_string(n) + "." + order.as;
                make_one(clean, maps[p], folder / file, preset, n, order, truth);
            }
        }
    }
}

int run(const std::vector<std::string>& args) {
    if (args.size() >= 2 && args[0] == "marks") {
        marks(args[1], args.size() > 2 ? std::stoull(args[2]) : 1);
        return 0;
    }
    if (args.size() >= 4 && args[0] == "sheet") {
        sheet(read_file(args[1]), read_maps(read_file(args[2])), args[3], args.size() > 4 ? std::stoull(args[4]) : 1);
        return 0;
    }
    if (args.size() < 3) {
        std::cerr << "usage: see the first lines of make_scans.cpp\n";
        return 2;
    }
    Order order;
    for (std::size_t i = 3; i + 1 < args.size(); i += 2) {
        if (args[i] == "--preset") order.preset = args[i + 1];
        if (args[i] == "--seed") order.seed = std::stoull(args[i + 1]);
        if (args[i] == "--count") order.count = std::stoull(args[i + 1]);
        if (args[i] == "--as") order.as = args[i + 1];
        if (args[i] == "--ways") order.fill.hows.fill(1), order.fill.overflow = 0.4, order.fill.write = 0.8;
    }
    scans(read_file(args[0]), read_maps(read_file(args[1])), args[2], order);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
