/// What a printer makes of a page.

#include "maths.hpp"
#include "sensor.hpp"

#include <algorithm>
#include <cstring>

namespace scan_generator {
namespace {

/// Dots in rows at 45 degrees, as laser printers set what is grey: a threshold for every place of a tile, smallest in the middle of
/// a dot. `cell` is the distance between rows, in pixels.
std::array<std::uint8_t, 256> screen(double cell) {
    std::array<std::uint8_t, 256> out{};
    // The tile repeats after 16 pixels, so a whole number of dots must go into it.
    const double waves = std::max(1.0, std::floor(16 / (cell * 1.4142135623730951) + 0.5));
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x) {
            const double a = 2 * kPi * waves * (x + y) / 16, b = 2 * kPi * waves * (x - y) / 16;
            out[static_cast<std::size_t>(16 * y + x)] = to_byte(127.5 + 60 * (cosine(a) + cosine(b)));
        }
    return out;
}

/// Whether eight pixels are all paper, as most are.
bool all_white(const std::uint8_t* row) {
    std::uint64_t word = 0;
    std::memcpy(&word, row, sizeof word);
    return word == ~std::uint64_t{0};
}

void halftone(Raster& page, double lpi, Random& random) {
    const std::array<std::uint8_t, 256> tile = screen(page.dpi / lpi);
    const int x0 = random.below(16), y0 = random.below(16);
    for (int y = 0; y < page.height; ++y) {
        std::uint8_t* row = page.row(y);
        const std::uint8_t* dots = tile.data() + 16 * ((y + y0) & 15);
        for (int x = 0; x < page.width; ++x) {
            while (x + 8 <= page.width && all_white(row + x)) x += 8;
            if (x >= page.width) break;
            const int v = row[x];
            if (v < 12 || v > 243) continue;
            // Dots are round because toner runs: soft at their edge, and never quite black or white.
            const int dot = std::clamp(128 + (v - dots[(x + x0) & 15]) * 4, 0, 255);
            row[x] = static_cast<std::uint8_t>((3 * dot + 2 * v) / 5);
        }
    }
}

}  // namespace

Printer printer_for(std::uint64_t seed) {
    Random random(mix(seed, 7));
    Printer p;
    p.halftone_lpi = random.range(85, 141);
    p.spread = random.range(0.02, 0.06);
    p.black = random.chance(0.15) ? random.range(40, 90) : random.range(5, 35);
    p.banding = random.chance(0.1) ? random.range(0.1, 0.4) : 0;
    p.specks = random.range(0, 2);
    return p;
}

void print_out(Raster& page, const Printer& printer, std::uint64_t seed) {
    Random random(mix(seed, 8));
    if (printer.halftone_lpi > 0) halftone(page, printer.halftone_lpi, random);
    blur(page, printer.spread * page.dpi / 25.4);
    const std::uint64_t own = random.bits();
    for (int y = 0; y < page.height; ++y) {
        const double pale = printer.banding * smooth_step(0.2, 0.8, noise_1d(own, y / (page.dpi * 0.12)));
        const double least = printer.black + (255 - printer.black) * pale;
        const int factor = static_cast<int>((255 - least) / 255 * 256);
        if (factor == 256) continue;
        std::uint8_t* row = page.row(y);
        for (int x = 0; x < page.width; ++x) {
            while (x + 8 <= page.width && all_white(row + x)) x += 8;
            if (x < page.width) row[x] = static_cast<std::uint8_t>(255 - ((255 - row[x]) * factor >> 8));
        }
    }
    const double inches = page.width / page.dpi * (page.height / page.dpi);
    for (int n = static_cast<int>(printer.specks * inches); n > 0; --n) {
        const int x = random.below(page.width - 1), y = random.below(page.height - 1);
        const std::uint8_t grey = to_byte(random.range(30, 160));
        for (int k = 0; k < random.between(1, 3); ++k) page.row(y + k / 2)[x + k % 2] = grey;
    }
}

}  // namespace scan_generator
