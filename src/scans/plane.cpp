// Written by hand: systems of at most eight equations, for which a library of linear algebra would be the larger part of the program.
#include "scans/plane.hpp"

#include <cmath>
#include <utility>
#include <vector>

namespace dossier::scans {
namespace {

/// The solution of `rows` (each a row of coefficients and the right-hand side), or of the normal equations when there are more rows
/// than unknowns.
template <std::size_t N> std::optional<std::array<double, N>> solve(const std::vector<std::array<double, N + 1>>& rows) {
    std::array<std::array<double, N + 1>, N> a{};
    for (const auto& r : rows)
        for (std::size_t i = 0; i < N; ++i)
            for (std::size_t j = 0; j <= N; ++j) a[i][j] += r[i] * r[j];
    for (std::size_t c = 0; c < N; ++c) {
        std::size_t best = c;
        for (std::size_t r = c + 1; r < N; ++r)
            if (std::abs(a[r][c]) > std::abs(a[best][c])) best = r;
        if (std::abs(a[best][c]) < 1e-12) return std::nullopt;
        std::swap(a[c], a[best]);
        for (std::size_t r = 0; r < N; ++r) {
            if (r == c) continue;
            const double f = a[r][c] / a[c][c];
            for (std::size_t j = c; j <= N; ++j) a[r][j] -= f * a[c][j];
        }
    }
    std::array<double, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = a[i][N] / a[i][i];
    return out;
}

/// Points on a page are up to some hundreds of points; near 1 the equations are well conditioned.
constexpr double kUnit = 500;

}  // namespace

double length(Point p) { return std::sqrt(p.x * p.x + p.y * p.y); }  // hypot guards against what no picture has

Point Plane::operator()(Point p) const {
    const double w = m_[6] * p.x + m_[7] * p.y + m_[8];
    return {(m_[0] * p.x + m_[1] * p.y + m_[2]) / w, (m_[3] * p.x + m_[4] * p.y + m_[5]) / w};
}

double Plane::scale(Point p) const {
    const Point here = (*this)(p), right = (*this)({p.x + 1, p.y}), below = (*this)({p.x, p.y + 1});
    const Point a = right - here, b = below - here;
    return std::sqrt(std::abs(a.x * b.y - a.y * b.x));
}

std::optional<Plane> Plane::similar(std::span<const Pair> pairs) {
    std::vector<std::array<double, 5>> rows;
    for (const Pair& p : pairs) {
        const double x = p.page.x / kUnit, y = p.page.y / kUnit;
        rows.push_back({x, -y, 1, 0, p.picture.x});
        rows.push_back({y, x, 0, 1, p.picture.y});
    }
    const auto s = solve<4>(rows);
    if (!s) return std::nullopt;
    Plane out;
    out.m_ = {(*s)[0] / kUnit, -(*s)[1] / kUnit, (*s)[2], (*s)[1] / kUnit, (*s)[0] / kUnit, (*s)[3], 0, 0, 1};
    return out;
}

std::optional<Plane> Plane::affine(std::span<const Pair> pairs) {
    std::vector<std::array<double, 4>> across, down;
    for (const Pair& p : pairs) {
        across.push_back({p.page.x / kUnit, p.page.y / kUnit, 1, p.picture.x});
        down.push_back({p.page.x / kUnit, p.page.y / kUnit, 1, p.picture.y});
    }
    const auto a = solve<3>(across), d = solve<3>(down);
    if (!a || !d) return std::nullopt;
    Plane out;
    out.m_ = {(*a)[0] / kUnit, (*a)[1] / kUnit, (*a)[2], (*d)[0] / kUnit, (*d)[1] / kUnit, (*d)[2], 0, 0, 1};
    return out;
}

std::optional<Plane> Plane::projective(std::span<const Pair, 4> pairs) {
    std::vector<std::array<double, 9>> rows;
    for (const Pair& p : pairs) {
        const double x = p.page.x / kUnit, y = p.page.y / kUnit, u = p.picture.x / kUnit, v = p.picture.y / kUnit;
        rows.push_back({x, y, 1, 0, 0, 0, -u * x, -u * y, u});
        rows.push_back({0, 0, 0, x, y, 1, -v * x, -v * y, v});
    }
    const auto s = solve<8>(rows);
    if (!s) return std::nullopt;
    const auto& h = *s;
    Plane out;
    out.m_ = {h[0], h[1], h[2] * kUnit, h[3], h[4], h[5] * kUnit, h[6] / kUnit, h[7] / kUnit, 1};
    return out;
}

}  // namespace dossier::scans
