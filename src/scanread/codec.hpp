#pragma once
/// Maps, questions and pages as bytes, between the program that reads pictures and the one that asks. Who asks trusts none of them.

#include "scans/scans.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::scanread {

/// What is asked of the pages `first` (from 0) and `count` - 1 more.
struct Batch {
    std::uint32_t first = 0, count = 0;
    scans::Wanted wanted;
};

// What a page may say at most: ten times what a form of A4 holds.
inline constexpr std::size_t kMostAnswers = 2'000, kMostChoices = 100, kMostWritings = 2'000;
inline constexpr std::size_t kMostPicture = std::size_t{1} << 20;  ///< bytes, also of a cut-out
inline constexpr std::size_t kMostCode = 1'000;                    ///< bytes

[[nodiscard]] std::string encode(const scans::Atlas& atlas);
[[nodiscard]] std::string encode(const Batch& batch);
[[nodiscard]] std::string encode(std::uint32_t count);
[[nodiscard]] std::string encode(const scans::Page& page);

// nullopt unless the bytes are what `encode` makes of some value, no byte less or more.
[[nodiscard]] std::optional<scans::Atlas> decode_atlas(std::string_view bytes);
[[nodiscard]] std::optional<Batch> decode_batch(std::string_view bytes);
[[nodiscard]] std::optional<std::uint32_t> decode_count(std::string_view bytes);
/// All text UTF-8 but the code, all numbers finite, and no more than kMost... of anything.
[[nodiscard]] std::optional<scans::Page> decode_page(std::string_view bytes);

}  // namespace dossier::scanread
