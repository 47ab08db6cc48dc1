#pragma once
/// Numbers that are the same for a seed on every machine; the distributions of <random> are not.

#include <cstddef>
#include <cstdint>
#include <string>

namespace dossier::roundtrip {

/// SplitMix64.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    std::size_t between(std::size_t least, std::size_t most) { return least + below(most - least + 1); }
    bool chance(std::size_t percent) { return below(100) < percent; }
    template <class List> auto pick(const List& list) { return list[below(std::size(list))]; }

private:
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    std::uint64_t state_;
};

}  // namespace dossier::roundtrip
