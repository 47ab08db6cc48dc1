#include "writing.hpp"

#include "maths.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace scan_generator {
namespace {

/// A letter: where the pen goes, in tenths of the height of an "x" from its left foot, and how far the next letter is.
struct Letter {
    char sign;
    double advance;
    std::vector<Point> pen;
};

const std::vector<Letter>& letters() {
    static const std::vector<Letter> kLetters{
        {'a', 9, {{7, 9}, {3, 10}, {0.5, 5}, {3, 0}, {6, 3}, {7, 9}, {7, 2}, {9, 1}}},
        {'b', 8, {{1, 5}, {3, 19}, {1.2, 19}, {1, 2}, {4, 0}, {6.5, 4}, {4, 8}, {7, 7}}},
        {'c', 7, {{6, 8}, {3, 10}, {0.5, 5}, {3, 0}, {7, 2}}},
        {'d', 9, {{7, 9}, {3, 10}, {0.5, 5}, {3, 0}, {6.5, 4}, {7.5, 20}, {7, 3}, {9, 1}}},
        {'e', 7, {{0.5, 4}, {5, 6}, {4, 10}, {1, 7}, {1.5, 1}, {4, 0}, {7, 2}}},
        {'f', 6, {{0, 2}, {4, 18}, {2.5, 20}, {1.8, 10}, {1.2, -8}, {3, -6}, {2.2, 1}, {6, 2}}},
        {'g', 8, {{7, 9}, {3, 10}, {0.5, 5}, {3, 1}, {6.5, 5}, {7, 9}, {6, -7}, {3, -9}, {2, -5}, {8, 1}}},
        {'h', 9, {{0, 2}, {3, 19}, {1, 20}, {1, 0}, {2, 7}, {5, 10}, {6.5, 7}, {6.5, 1}, {9, 1}}},
        {'i', 4, {{0, 3}, {2, 9}, {1.8, 1}, {4, 1}}},
        {'j', 5, {{0.5, 3}, {3, 9}, {3, -6}, {1, -9}, {-0.5, -5}, {5, 1}}},
        {'k', 8, {{0, 2}, {3, 19}, {1, 20}, {1, 0}, {2, 6}, {5.5, 9.5}, {2, 5}, {6, 0}, {8, 1}}},
        {'l', 4, {{0, 2}, {3, 17}, {2, 20}, {1, 15}, {1.5, 1}, {4, 1}}},
        {'m', 13, {{0, 2}, {1, 10}, {1, 0}, {3, 9}, {5, 8}, {5, 0}, {7, 9}, {9.5, 8}, {10, 1}, {13, 1}}},
        {'n', 9, {{0, 2}, {1, 10}, {1, 0}, {3.5, 9}, {6, 8}, {6.2, 1}, {9, 1}}},
        {'o', 8, {{4, 10}, {0.5, 6}, {2, 0.5}, {6, 2}, {6, 8}, {3.5, 10}, {8, 8}}},
        {'p', 9, {{0, 4}, {1.5, 9}, {1, -9}, {1.3, 4}, {4, 10}, {7, 6}, {5, 0.5}, {2, 1}, {9, 1}}},
        {'r', 7, {{0, 2}, {2, 10}, {2.5, 8.5}, {5, 8.5}, {5, 2}, {7, 1}}},
        {'s', 7, {{0, 2}, {4, 10}, {5, 4}, {3, 0}, {1, 1}, {7, 1.5}}},
        {'t', 6, {{0, 3}, {3, 17}, {2.5, 3}, {3.5, 0}, {6, 1}}},
        {'u', 9, {{0, 7}, {1, 9}, {1.2, 2}, {4, 0}, {6.5, 9}, {6.8, 2}, {9, 1}}},
        {'v', 8, {{0, 9}, {1.5, 9}, {3, 0}, {6, 9}, {8, 9}}},
        {'w', 11, {{0, 9}, {1, 9}, {2.5, 0}, {5, 8}, {6.5, 0}, {9, 9}, {11, 9}}},
        {'z', 7, {{0, 8}, {5, 9}, {0.5, 1}, {3, 1.5}, {7, 1}}},
        {'0', 9, {{4, 16}, {0.5, 9}, {3.5, 0}, {7, 7}, {4.5, 16}, {3, 15.5}}},
        {'1', 7, {{0.5, 11}, {3.5, 16}, {3.5, 16}, {3.2, 0}}},
        {'2', 9, {{0.5, 12}, {3.5, 16}, {6.5, 12}, {0.5, 0.5}, {0.5, 0.5}, {7, 0.5}}},
        {'3', 9, {{0.5, 14}, {5, 15.5}, {5.5, 10}, {2.5, 8.5}, {6.5, 5}, {3.5, 0}, {0, 2}}},
        {'4', 9, {{3, 16}, {0.5, 6}, {0.5, 6}, {7, 6.5}, {5, 11}, {5, 0}}},
        {'5', 9, {{6, 16}, {1.5, 15.5}, {1.5, 15.5}, {1, 9}, {5.5, 8}, {5, 1}, {0.5, 1}}},
        {'6', 9, {{5, 16}, {1, 7}, {3, 0}, {6, 3.5}, {4, 7.5}, {1, 4}}},
        {'7', 9, {{0.5, 15.5}, {6.5, 15.8}, {6.5, 15.8}, {3, 0}}},
        {'8', 9, {{5, 13}, {3, 16}, {1, 12.5}, {5.5, 5}, {3.5, 0}, {0.7, 4}, {5, 12.5}}},
        {'9', 9, {{6, 13}, {3, 16}, {1, 11.5}, {5.5, 11}, {6.2, 14}, {4.5, 0}}},
        {'-', 7, {{1, 7}, {6, 7.3}}},
    };
    return kLetters;
}

const Letter* letter(char sign) {
    for (const Letter& l : letters())
        if (l.sign == sign) return &l;
    return nullptr;
}

constexpr std::array<std::string_view, 24> kWords{"goed",    "gedaan", "soms", "te",  "snel",      "werkt",     "netjes", "overleg",
                                                  "met",     "klant",  "zelf", "nog", "oefenen",   "duidelijk", "weinig", "vragen",
                                                  "gesteld", "hield",  "zich", "aan", "afspraken", "rustig",    "advies", "onvoldoende"};

/// How one person writes.
struct Script {
    double height;  ///< of an "x", points
    double slant;
    double spread;  ///< of widths
    double uneven;
    bool joined;
    double left, top, right, bottom;
};

class Writer {
public:
    Writer(const Script& script, Random& random) : s_(script), random_(random), x_(script.left) { line_to(script.top - 2.3 * s_.height); }

    std::vector<Stroke> strokes;

    [[nodiscard]] double x() const { return x_; }
    [[nodiscard]] double base() const { return base_; }
    void line_to(double base) {
        base_ = base, x_ = s_.left + random_.range(0, s_.height);
        slope_ = 0.02 * random_.normal();
        start_ = x_;
    }
    [[nodiscard]] double width(std::string_view word) const {
        double sum = 0;
        for (const char c : word)
            if (const Letter* l = letter(c)) sum += l->advance;
        return sum * s_.height / 10 * s_.spread;
    }
    void word(std::string_view word) {
        std::vector<Point> pen;
        std::vector<Point> extras;
        for (const char c : word) {
            const Letter* l = letter(c);
            if (!l) continue;
            if (!s_.joined || (c >= '0' && c <= '9') || c == '-') lift(pen);
            const double size = 1 + s_.uneven * 0.08 * random_.normal();
            for (const Point& p : l->pen) pen.push_back(place(p, size));
            if (c == 'i' || c == 'j') extras.push_back(place({3, 15}, size));
            if (c == 't') extras.push_back(place({0.5, 13}, size)), extras.push_back(place({6, 13.5}, size));
            x_ += l->advance * s_.height / 10 * s_.spread * (1 + 0.06 * s_.uneven * random_.normal());
        }
        lift(pen);
        add_extras(word, extras);
        x_ += s_.height * random_.range(0.7, 1.3);
    }

private:
    const Script& s_;
    Random& random_;
    double x_, base_ = 0, slope_ = 0, start_ = 0;
    [[nodiscard]] Hand hand() const { return {0.03 * s_.height + 0.05, 0.18, 0.3}; }

    Point place(const Point& p, double size) {
        const double u = s_.height / 10, j = 0.35 * s_.uneven;
        const double px = (p.x + j * random_.normal()) * s_.spread, py = (p.y + j * random_.normal()) * size;
        return {x_ + (px + py * s_.slant) * u, base_ + slope_ * (x_ - start_) + py * u};
    }
    void lift(std::vector<Point>& pen) {
        if (pen.size() > 1) strokes.push_back(draw(pen, hand(), random_));
        pen.clear();
    }
    /// Dots and bars come last, in a hurry.
    void add_extras(std::string_view word, const std::vector<Point>& extras) {
        std::size_t next = 0;
        for (const char c : word) {
            if (c == 'i' || c == 'j') {
                const Point p = extras[next++];
                strokes.push_back(draw({p, {p.x + 0.06 * s_.height, p.y - 0.1 * s_.height}}, hand(), random_));
            }
            if (c == 't') {
                strokes.push_back(draw({extras[next], extras[next + 1]}, hand(), random_));
                next += 2;
            }
        }
    }
};

std::string figures(Random& random) {
    std::string out;
    const int n = random.between(2, 6);
    for (int i = 0; i < n; ++i) out += static_cast<char>('0' + random.below(10));
    if (n > 3 && random.chance(0.5)) out[2] = '-';
    return out;
}

}  // namespace

std::vector<Stroke> words_in(const Rect& place, bool over, Random& random) {
    const double high = place.y1 - place.y0, wide = place.x1 - place.x0;
    Script script{};
    script.height = std::min(random.range(3.8, 6.8), high / 2.9);
    script.slant = random.range(-0.05, 0.4), script.spread = random.range(0.85, 1.2), script.uneven = random.range(0.6, 1.6);
    script.joined = random.chance(0.7);
    const bool down = over && high > 25 && random.chance(0.4);
    script.left = place.x0 + 2, script.top = place.y1, script.right = place.x1 - 2, script.bottom = place.y0;
    // Past the right edge, as a rule; now and then from before the left one, where choices may be.
    if (over && !down) script.right += random.range(8, 28), script.left -= random.chance(0.3) ? random.range(8, 26) : random.range(0, 5);
    if (down) script.bottom -= random.range(5, 14);
    Writer writer(script, random);
    if (wide < 70) {
        writer.word(figures(random));
        return std::move(writer.strokes);
    }
    const int most = over ? 40 : random.between(1, 3 + static_cast<int>(wide * high / 700));
    const double line = script.height * random.range(2.3, 2.9);
    for (int n = 0; n < most; ++n) {
        const std::string_view word = kWords[static_cast<std::size_t>(random.below(static_cast<int>(kWords.size())))];
        if (writer.x() + writer.width(word) > script.right) {
            if (writer.base() - line < script.bottom + (down ? 0 : 0.9 * script.height)) break;
            writer.line_to(writer.base() - line);
            if (writer.x() + writer.width(word) > script.right) break;
        }
        writer.word(word);
    }
    return std::move(writer.strokes);
}

std::vector<Stroke> signature_in(const Rect& place, bool over, Random& random) {
    const double high = (place.y1 - place.y0) * (over ? random.range(1.2, 1.7) : random.range(0.55, 0.85));
    const double wide = std::min<double>(place.x1 - place.x0, random.range(70, 130)) * (over ? 1.1 : 0.85);
    const double left = place.x0 + std::max(2.0, (place.x1 - place.x0 - wide) * random.range(0.1, 0.6));
    const double middle = (place.y0 + place.y1) / 2 + (over ? random.range(-0.15, 0.15) : 0) * high;
    const auto at = [&](double x, double y) { return Point{left + x * wide, middle + y * high / 2}; };
    std::vector<Stroke> out;
    const Hand hand{0.2, 0.3, 0.5};
    // The first letter, large; then a line of letters that nobody can read; then what runs back below it.
    const double tall = random.range(0.7, 1);
    std::vector<Point> c{at(0.02, -0.5 * tall), at(0.1, 0.9 * tall), at(0.2, 0.7), at(0.08, -0.1), at(0.2, -0.7 * tall), at(0.3, 0)};
    const int waves = random.between(3, 8);
    for (int i = 0; i < waves; ++i) {
        const double x = 0.3 + 0.55 * i / waves, fade = 1 - 0.6 * i / waves;
        const double across = x + 0.02 * random.normal();
        c.push_back(at(across, fade * random.range(0.1, 0.55)));
        if (random.chance(0.35)) c.push_back(at(x - 0.03, fade * random.range(0.3, 0.8)));
        c.push_back(at(x + 0.04, -fade * random.range(0.05, 0.4)));
    }
    c.push_back(at(1, random.range(-0.3, 0.4)));
    if (random.chance(0.6)) c.push_back(at(0.95, -0.75)), c.push_back(at(0.4, random.range(-0.9, -0.6))), c.push_back(at(0.1, -0.7));
    out.push_back(draw(c, hand, random));
    if (random.chance(0.5)) out.push_back(draw({at(0.35, 0.75), at(0.6, 0.6), at(0.95, 0.85)}, hand, random));
    return out;
}

}  // namespace scan_generator
