#pragma once
/// What <cmath> rounds differently from one system to the next: here it is the same everywhere, to about 1e-12. Only what IEEE 754
/// defines to the last bit is used below it. Compile without contraction (-ffp-contract=off).

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace scan_generator {

inline constexpr double kPi = 3.14159265358979323846;

inline double sine(double x) {
    x -= std::floor(x / (2 * kPi) + 0.5) * (2 * kPi);
    if (x > kPi / 2) x = kPi - x;
    if (x < -kPi / 2) x = -kPi - x;
    double term = x, sum = x;
    for (int n = 2; n <= 20; n += 2) sum += term *= -x * x / (n * (n + 1));
    return sum;
}
inline double cosine(double x) { return sine(x + kPi / 2); }

inline double exponential(double x) {
    const double k = std::floor(x / 0.69314718055994531 + 0.5), r = x - k * 0.69314718055994531;
    double term = 1, sum = 1;
    for (int n = 1; n <= 14; ++n) sum += term *= r / n;
    return std::ldexp(sum, static_cast<int>(std::clamp(k, -1000.0, 1000.0)));
}
/// Of x > 0.
inline double logarithm(double x) {
    int k = 0;
    const double f = std::frexp(x, &k), z = (f - 1) / (f + 1);
    double power = z, sum = z;
    for (int n = 3; n <= 61; n += 2) sum += (power *= z * z) / n;
    return 2 * sum + k * 0.69314718055994531;
}
inline double power(double base, double exponent) { return base <= 0 ? 0 : exponential(exponent * logarithm(base)); }

/// 0 below `from`, 1 above `to`, smooth between them.
inline double smooth_step(double from, double to, double x) {
    const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}
inline std::uint8_t to_byte(double v) { return static_cast<std::uint8_t>(std::clamp(v, 0.0, 255.0) + 0.5); }

/// Smooth noise around 0, about -1..1, that changes over distances of 1.
double noise_1d(std::uint64_t seed, double x);
/// The same in the plane.
double noise_2d(std::uint64_t seed, double x, double y);

}  // namespace scan_generator
