/// Honest bounds: what machines and people do on an ordinary day, not the worst that could be thought of.

#include "generator.hpp"

#include "random.hpp"

#include <algorithm>
#include <cmath>

namespace scan_generator {
namespace {

/// A feeder or flatbed with a lid, that shows the whole sheet.
Wear scanner(Random& random, double dpi) {
    Wear w;
    w.dpi = dpi;
    w.white = random.range(240, 255), w.black = random.range(0, 30);
    w.skew = 0.35 * random.normal();
    w.shift_x = 0.7 * random.normal(), w.shift_y = 0.7 * random.normal();
    w.scale_x = 1 + 0.002 * random.normal(), w.scale_y = 1 + 0.003 * random.normal();
    w.backdrop = random.chance(0.75) ? 255 : random.range(20, 200);
    w.blur = random.range(0.25, 0.6) * dpi / 200;
    w.noise = random.range(0.8, 2.5);
    return w;
}

/// What a machine that everyone uses adds.
void used_by_everyone(Wear& w, Random& random) {
    w.skew = std::clamp(0.8 * random.normal(), -2.0, 2.0);
    w.shift_x = 1.2 * random.normal(), w.shift_y = 1.5 * random.normal();
    w.noise = random.range(2, 6), w.streaks = random.range(0, 1.2);
    w.shadow = random.chance(0.5) ? random.range(0.05, 0.45) : 0, w.shadow_edge = random.below(4);
    w.stretch = random.range(0, 0.004);
    w.slips = random.chance(0.2) ? 1 : 0;
    w.see_through = random.chance(0.4) ? random.range(0.02, 0.08) : 0;
    w.glass_line = random.chance(0.12) ? random.range(-0.3, 0.6) : 0;
    w.jpeg_quality = random.between(60, 90);
    if (random.chance(0.3)) w.mode = Mode::colour_as_grey;
}

Wear office(Random& random, double dpi) {
    Wear w = scanner(random, dpi);
    used_by_everyone(w, random);
    return w;
}

void black_and_white(Wear& w, Random& random) {
    w.jpeg_quality = 0;
    w.mode = random.chance(0.5) ? Mode::threshold : Mode::adaptive;
    w.level = w.mode == Mode::threshold ? random.range(105, 190) : random.range(14, 45);
    w.salt_pepper = random.range(0, 0.0004);
}

Wear fax(Random& random) {
    Wear w = scanner(random, 204);
    w.dpi_y = 196;
    black_and_white(w, random);
    w.blur = random.range(0.5, 0.9), w.noise = random.range(2, 7);
    w.stretch = random.range(0.001, 0.008), w.slips = random.below(3);
    w.salt_pepper = random.range(0.0001, 0.0015);
    w.glass_line = random.chance(0.25) ? random.range(0.4, 0.8) : 0;
    w.backdrop = 255;
    return w;
}

Wear dark(Random& random) {
    Wear w = office(random, 200);
    w.gamma = random.range(1.3, 2.2), w.brightness = random.range(-70, -25), w.white = random.range(215, 245);
    return w;
}
Wear light(Random& random) {
    Wear w = office(random, 200);
    w.gamma = random.range(0.68, 0.9), w.brightness = random.range(5, 25), w.black = random.range(20, 70);
    w.mode = Mode::grey;  // which colour_as_grey would make paler yet: then nobody could read it
    w.see_through = 0;
    return w;
}

Wear skewed(Random& random) {
    Wear w = office(random, 200);
    const double way = random.sign();
    w.skew = way * random.range(2, 5);
    // Half of the machines make room for a crooked sheet; the others cut it.
    w.margin = random.chance(0.6) ? 14 : 0;
    w.shift_x = 0, w.shift_y = 0;
    return w;
}

Wear scaled(Random& random) {
    Wear w = office(random, 200);
    w.scale_x = random.range(0.9, 1.1), w.scale_y = w.scale_x * random.range(0.99, 1.01);
    w.margin = w.scale_x > 1.02 && random.chance(0.7) ? 15 : 0;
    return w;
}

Wear copied_twice(Random& random) {
    Wear w = office(random, random.chance(0.5) ? 200 : 300);
    Wear copy = scanner(random, 300);
    copy.contrast = random.range(1.1, 1.5), copy.brightness = random.range(-10, 25), copy.noise = random.range(1, 4);
    copy.scale_x = copy.scale_y = random.chance(0.5) ? 0.95 : random.range(0.93, 1.0);
    copy.skew = 0.6 * random.normal();
    copy.backdrop = 255;
    copy.stretch = random.range(0, 0.002);
    w.before.push_back(copy);
    w.toner = printer_for(random.bits());
    return w;
}

Wear photo(Random& random) {
    Wear w;
    w.photo = true;
    w.dpi = random.range(170, 260);
    w.margin = random.range(4, 22);
    w.perspective = random.range(0.01, 0.07);
    w.skew = 2.5 * random.normal();
    w.curl = random.range(0, 0.8), w.stretch = random.range(0, 0.004);
    w.backdrop = random.range(25, 130);
    w.white = random.range(215, 250), w.black = random.range(5, 45);
    w.uneven = random.range(0.1, 0.45);
    w.phone_shadow = random.chance(0.5) ? random.range(0.1, 0.4) : 0;
    w.blur = random.range(0.5, 1.3), w.motion = random.chance(0.2) ? random.range(2, 4) : 0;
    w.gamma = random.range(0.85, 1.15), w.contrast = random.range(1, 1.15);
    w.noise = random.range(2, 7), w.jpeg_quality = random.between(60, 92);
    w.mode = Mode::colour_as_grey;
    w.quarter_turns = random.chance(0.25) ? random.between(1, 3) : 0;
    if (random.chance(0.3)) w.folds.push_back({random.chance(0.7), random.range(0.4, 0.6), random.range(0.05, 0.2)});
    return w;
}

Wear in_a_folder(Random& random) {
    Wear w = office(random, 200);
    w.punch_holes = random.chance(0.7) ? 2 : 4;
    w.hole_grey = random.chance(0.6) ? random.range(0, 60) : random.range(150, 235);
    w.staple = random.chance(0.6);
    w.stains = random.below(3);
    return w;
}

Wear folded(Random& random) {
    Wear w = office(random, random.chance(0.7) ? 200 : 300);
    const bool letter = random.chance(0.5);
    for (const double at : letter ? std::array{1.0 / 3, 2.0 / 3} : std::array{0.5, 0.5})
        w.folds.push_back({true, at + 0.01 * random.normal(), random.range(0.1, 0.5)});
    if (!letter) w.folds[1].across = random.chance(0.3);
    return w;
}

Wear turned_over(Random& random) {
    Wear w = office(random, 200);
    w.quarter_turns = random.between(1, 3);
    return w;
}

}  // namespace

Wear wear_for(Preset preset, std::uint64_t seed) {
    Random random(mix(seed, 1000 + static_cast<std::uint64_t>(preset)));
    switch (preset) {
        case Preset::clean_200_grey: return scanner(random, 200);
        case Preset::office_200_grey: return office(random, 200);
        case Preset::office_300_bw: {
            Wear w = office(random, 300);
            black_and_white(w, random);
            return w;
        }
        case Preset::fax_bw: return fax(random);
        case Preset::dark: return dark(random);
        case Preset::light: return light(random);
        case Preset::low_150: return office(random, 150);
        case Preset::high_600: return office(random, 600);
        case Preset::rotated: return turned_over(random);
        case Preset::skewed_5: return skewed(random);
        case Preset::scaled: return scaled(random);
        case Preset::twice_copied: return copied_twice(random);
        case Preset::photo: return photo(random);
        case Preset::holes_staples_stains: return in_a_folder(random);
        case Preset::folded: return folded(random);
    }
    return {};
}

const char* name(Preset preset) {
    static constexpr std::array<const char*, kPresets> kNames{
        "clean_200_grey", "office_200_grey", "office_300_bw", "fax_bw", "dark",         "light", "low_150",
        "high_600",       "rotated",         "skewed_5",      "scaled", "twice_copied", "photo", "holes_staples_stains",
        "folded"};
    return kNames[static_cast<std::size_t>(preset)];
}

}  // namespace scan_generator
