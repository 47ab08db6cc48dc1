#pragma once
/// Random numbers that are the same on any machine: xoshiro256** (Blackman and Vigna, public domain), seeded by splitmix64. Those of
/// <random> are not: each library has its own distributions.

#include <array>
#include <cstddef>
#include <cstdint>

namespace scan_generator {

inline std::uint64_t split_mix(std::uint64_t& state) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}
/// A number that looks random for each `a`, `b`.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    std::uint64_t state = a ^ (b * 0xD6E8FEB86659FD93u);
    return split_mix(state);
}

/// A compiler may ask the arguments of a call in any order: at most one of them may draw a number. Lists in braces are in order.
class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (std::uint64_t& s : s_) s = split_mix(seed);
    }
    std::uint64_t bits() {
        const std::uint64_t out = rotate(s_[1] * 5, 7) * 9, t = s_[1] << 17;
        s_[2] ^= s_[0], s_[3] ^= s_[1], s_[1] ^= s_[2], s_[0] ^= s_[3];
        s_[2] ^= t;
        s_[3] = rotate(s_[3], 45);
        return out;
    }
    /// [0, 1)
    double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
    double range(double from, double to) { return from + (to - from) * unit(); }
    int below(int n) { return static_cast<int>(unit() * n); }
    int between(int from, int to) { return from + below(to - from + 1); }
    bool chance(double p) { return unit() < p; }
    double sign() { return chance(0.5) ? 1 : -1; }
    /// About normal, sigma 1, never beyond 3.5: a hand and a sensor have no long tails that a test should hang on.
    double normal() {
        double sum = 0;
        for (int i = 0; i < 4; ++i) sum += unit();
        return (sum - 2) * 1.7320508075688772;
    }
    /// An index of `weights`, the likelier the heavier.
    template <std::size_t N> std::size_t pick(const std::array<double, N>& weights) {
        double sum = 0;
        for (const double w : weights) sum += w;
        double at = unit() * sum;
        for (std::size_t i = 0; i + 1 < N; ++i)
            if ((at -= weights[i]) < 0) return i;
        return N - 1;
    }

private:
    static std::uint64_t rotate(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    std::array<std::uint64_t, 4> s_{};
};

}  // namespace scan_generator
