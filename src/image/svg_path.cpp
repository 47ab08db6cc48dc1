/// Path data. Written by hand: nanosvg (not in Debian 12) skips a command that it does not know and a list that is too short, makes curves
/// of lines, and offers only its reader of whole files. SVG++ is as strict as this, but wants Boost (138 MB, 17 s for this file).

#include "image/svg_syntax.hpp"

#include "base/ascii.hpp"
#include "base/portable.hpp"

#include <cmath>
#include <numbers>

namespace dossier::image {
namespace {

/// The distance of a control point that makes a quarter of a circle.
constexpr double kQuarter = 0.5522847498307936;

/// A curve by its two control points and its end.
void append_curve(const std::array<double, 6>& in, const Matrix& m, std::vector<Segment>& path) {
    Segment s;
    s.kind = Segment::Kind::curve;
    for (std::size_t i = 0; i < in.size(); i += 2) {
        s.points[i] = static_cast<float>(m.a * in[i] + m.c * in[i + 1] + m.e);
        s.points[i + 1] = static_cast<float>(m.b * in[i] + m.d * in[i + 1] + m.f);
    }
    path.push_back(s);
}

/// Follows the commands of a path.
class PathReader {
public:
    PathReader(std::string_view d, const Matrix& m, std::vector<Segment>& out) : in_(d), m_(m), out_(out) {}

    bool read() {
        char command = 0;
        while (!in_.at_end()) {
            if (const char c = in_.letter()) command = c;
            else if (command == 0 || command == 'Z' || command == 'z') return false;
            if (out_.empty() && command != 'M' && command != 'm') return false;
            if (!step(command)) return false;
            // Further pairs after a move are lines.
            if (command == 'M') command = 'L';
            if (command == 'm') command = 'l';
        }
        return true;
    }

private:
    Numbers in_;
    const Matrix& m_;
    std::vector<Segment>& out_;
    double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
    double control_x_ = 0, control_y_ = 0;  ///< of the curve before, for the short forms
    char before_ = 0;

    bool take(double* to, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            const auto n = in_.number();
            if (!n) return false;
            to[i] = *n;
        }
        return true;
    }

    void move_to(double x, double y) {
        append_point(Segment::Kind::move, x, y, m_, out_);
        x_ = start_x_ = x;
        y_ = start_y_ = y;
    }
    void line_to(double x, double y) {
        append_point(Segment::Kind::line, x, y, m_, out_);
        x_ = x;
        y_ = y;
    }
    void curve_to(double x1, double y1, double x2, double y2, double x, double y) {
        append_curve({x1, y1, x2, y2, x, y}, m_, out_);
        x_ = x;
        y_ = y;
    }
    void quadratic_to(double cx, double cy, double x, double y) {
        control_x_ = cx;
        control_y_ = cy;
        curve_to(x_ + (cx - x_) * 2 / 3, y_ + (cy - y_) * 2 / 3, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y);
    }

    bool step(char command) {
        const bool relative = command >= 'a';
        const double ox = relative ? x_ : 0, oy = relative ? y_ : 0;
        const char kind = relative ? static_cast<char>(command - 32) : command;
        const char before = before_;
        before_ = kind;
        double n[7];
        switch (kind) {
            case 'M':
                if (!take(n, 2)) return false;
                move_to(ox + n[0], oy + n[1]);
                return true;
            case 'L':
                if (!take(n, 2)) return false;
                line_to(ox + n[0], oy + n[1]);
                return true;
            case 'H':
                if (!take(n, 1)) return false;
                line_to(ox + n[0], y_);
                return true;
            case 'V':
                if (!take(n, 1)) return false;
                line_to(x_, oy + n[0]);
                return true;
            case 'C':
                if (!take(n, 6)) return false;
                control_x_ = ox + n[2];
                control_y_ = oy + n[3];
                curve_to(ox + n[0], oy + n[1], control_x_, control_y_, ox + n[4], oy + n[5]);
                return true;
            case 'S': {
                if (!take(n, 4)) return false;
                const bool smooth = before == 'C' || before == 'S';
                const double x1 = smooth ? 2 * x_ - control_x_ : x_, y1 = smooth ? 2 * y_ - control_y_ : y_;
                control_x_ = ox + n[0];
                control_y_ = oy + n[1];
                curve_to(x1, y1, control_x_, control_y_, ox + n[2], oy + n[3]);
                return true;
            }
            case 'Q':
                if (!take(n, 4)) return false;
                quadratic_to(ox + n[0], oy + n[1], ox + n[2], oy + n[3]);
                return true;
            case 'T': {
                if (!take(n, 2)) return false;
                const bool smooth = before == 'Q' || before == 'T';
                quadratic_to(smooth ? 2 * x_ - control_x_ : x_, smooth ? 2 * y_ - control_y_ : y_, ox + n[0], oy + n[1]);
                return true;
            }
            case 'A': {
                if (!take(n, 3)) return false;
                const auto large = in_.flag(), sweep = in_.flag();
                if (!large || !sweep || !take(n + 3, 2)) return false;
                arc_to(n[0], n[1], n[2], *large, *sweep, ox + n[3], oy + n[4]);
                return true;
            }
            case 'Z': {
                Segment s;
                s.kind = Segment::Kind::close;
                out_.push_back(s);
                x_ = start_x_;
                y_ = start_y_;
                return true;
            }
            default: return false;
        }
    }

    /// SVG 2, appendix B.2: from end points to centre, then a curve for each quarter at most.
    void arc_to(double rx, double ry, double degrees, bool large, bool sweep, double x, double y) {
        rx = std::abs(rx);
        ry = std::abs(ry);
        if (rx == 0 || ry == 0) return line_to(x, y);
        if (x == x_ && y == y_) return;
        const double phi = degrees * std::numbers::pi / 180, cosine = std::cos(phi), sine = std::sin(phi);
        const double dx = (x_ - x) / 2, dy = (y_ - y) / 2;
        const double px = cosine * dx + sine * dy, py = -sine * dx + cosine * dy;
        const double grow = px * px / (rx * rx) + py * py / (ry * ry);
        if (grow > 1) {
            rx *= std::sqrt(grow);
            ry *= std::sqrt(grow);
        }
        const double below = rx * rx * py * py + ry * ry * px * px;
        const double root = std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below)) * (large == sweep ? -1 : 1);
        const double cxp = root * rx * py / ry, cyp = -root * ry * px / rx;
        const double cx = cosine * cxp - sine * cyp + (x_ + x) / 2, cy = sine * cxp + cosine * cyp + (y_ + y) / 2;
        const double from = std::atan2((py - cyp) / ry, (px - cxp) / rx);
        double turn = std::atan2((-py - cyp) / ry, (-px - cxp) / rx) - from;
        if (sweep && turn < 0) turn += 2 * std::numbers::pi;
        if (!sweep && turn > 0) turn -= 2 * std::numbers::pi;
        const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / (std::numbers::pi / 2) - 1e-9)));
        const double each = turn / parts, k = 4.0 / 3 * std::tan(each / 4);
        const auto point = [&](double u, double v, double& ax, double& ay) {
            ax = cx + cosine * rx * u - sine * ry * v;
            ay = cy + sine * rx * u + cosine * ry * v;
        };
        for (int i = 0; i < parts; ++i) {
            const double a = from + each * i, b = a + each;
            double x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0;
            point(std::cos(a) - k * std::sin(a), std::sin(a) + k * std::cos(a), x1, y1);
            point(std::cos(b) + k * std::sin(b), std::sin(b) - k * std::cos(b), x2, y2);
            point(std::cos(b), std::sin(b), x3, y3);
            if (i + 1 == parts) x3 = x, y3 = y;
            curve_to(x1, y1, x2, y2, x3, y3);
        }
    }
};

}  // namespace

Matrix combined(const Matrix& o, const Matrix& i) {
    return {o.a * i.a + o.c * i.b, o.b * i.a + o.d * i.b,       o.a * i.c + o.c * i.d,
            o.b * i.c + o.d * i.d, o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

double scale_of(const Matrix& m) { return std::sqrt(std::abs(m.a * m.d - m.b * m.c)); }

void Numbers::skip() {
    while (!text_.empty() && (is_space(text_[0]) || text_[0] == ',')) text_.remove_prefix(1);
}

bool Numbers::at_end() {
    skip();
    return text_.empty();
}

char Numbers::letter() {
    skip();
    if (text_.empty() || !is_letter(text_[0])) return 0;
    const char c = text_[0];
    text_.remove_prefix(1);
    return c;
}

std::optional<double> Numbers::number() {
    skip();
    if (!text_.empty() && text_[0] == '+') text_.remove_prefix(1);
    double n = 0;
    const auto [end, error] = read_decimal(text_.data(), text_.data() + text_.size(), n);
    if (error != std::errc{} || std::abs(n) > 1e6) return std::nullopt;
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
    return n;
}

std::optional<bool> Numbers::flag() {
    skip();
    if (text_.empty() || (text_[0] != '0' && text_[0] != '1')) return std::nullopt;
    const bool set = text_[0] == '1';
    text_.remove_prefix(1);
    return set;
}

void append_point(Segment::Kind kind, double x, double y, const Matrix& m, std::vector<Segment>& path) {
    Segment s;
    s.kind = kind;
    s.points[0] = static_cast<float>(m.a * x + m.c * y + m.e);
    s.points[1] = static_cast<float>(m.b * x + m.d * y + m.f);
    path.push_back(s);
}

bool append_path(std::string_view d, const Matrix& m, std::vector<Segment>& path) { return PathReader(d, m, path).read(); }

void append_ellipse(double x, double y, double rx, double ry, const Matrix& m, std::vector<Segment>& path) {
    append_rectangle(x - rx, y - ry, 2 * rx, 2 * ry, rx, ry, m, path);
}

void append_rectangle(double x, double y, double width, double height, double rx, double ry, const Matrix& m, std::vector<Segment>& path) {
    rx = std::min(rx, width / 2);
    ry = std::min(ry, height / 2);
    const double right = x + width, bottom = y + height;
    const auto corner = [&](double x1, double y1, double x2, double y2, double x3, double y3) {
        if (rx <= 0 || ry <= 0) return;
        append_curve({x1, y1, x2, y2, x3, y3}, m, path);
    };
    const double kx = rx * (1 - kQuarter), ky = ry * (1 - kQuarter);
    append_point(Segment::Kind::move, x + rx, y, m, path);
    append_point(Segment::Kind::line, right - rx, y, m, path);
    corner(right - kx, y, right, y + ky, right, y + ry);
    append_point(Segment::Kind::line, right, bottom - ry, m, path);
    corner(right, bottom - ky, right - kx, bottom, right - rx, bottom);
    append_point(Segment::Kind::line, x + rx, bottom, m, path);
    corner(x + kx, bottom, x, bottom - ky, x, bottom - ry);
    append_point(Segment::Kind::line, x, y + ry, m, path);
    corner(x, y + ky, x + kx, y, x + rx, y);
    Segment close;
    close.kind = Segment::Kind::close;
    path.push_back(close);
}

}  // namespace dossier::image
