#pragma once
/// Of pages and fields: sizes, spaces and colours that scans and pens count on, in points. How text looks is in styles.hpp.

#include "layout/layout.hpp"

namespace dossier::layout::style {

inline constexpr float kShortSide = 595.28F, kLongSide = 841.89F;  // A4
inline constexpr float kMarginX = 51.0F;
inline constexpr float kHeaderTop = 26.0F, kHeaderGap = 20.0F;  // page edge to header, header to text
inline constexpr float kFooterBottom = 24.0F, kFooterGap = 16.0F;
inline constexpr float kMarginY = 48.0F;  // without header or footer
// The frame by which a scan of a page is read: a black square in each corner, inside what office printers print (they leave out
// 4.2 mm at most), and a code between them and the text.
inline constexpr float kMarkSide = 8.5F, kMarkInset = 22.7F;
inline constexpr float kCodeSide = 34.0F, kCodeTop = 17.0F, kCodeGap = 6.0F;
inline constexpr float kColumnGap = 14.0F;

inline constexpr Color kInk{0x1a, 0x1a, 0x1a};
inline constexpr Color kGrey{0x4a, 0x4f, 0x57};       // contrast 8 : 1
inline constexpr Color kFieldEdge{0x6b, 0x75, 0x83};  // 4.7 : 1, prints in black and white
inline constexpr Color kFieldFill{0xfb, 0xfc, 0xfe};
inline constexpr Color kRowRule{0xb3, 0xba, 0xc4};

inline constexpr float kFieldText = 9.5F;
inline constexpr float kFieldLine = 13.0F;
inline constexpr float kFieldLeast = 23.0F;  // 8.1 mm to write in
inline constexpr float kTarget = 18.0F;      // 24 px: what a finger or pen must hit
inline constexpr float kSignature = 46.0F;

/// `color` mixed with white; share 0 is white.
[[nodiscard]] constexpr Color tint(Color c, float share) {
    const auto mix = [share](std::uint8_t v) {
        return static_cast<std::uint8_t>(255.0F - (255.0F - static_cast<float>(v)) * share + 0.5F);
    };
    return {mix(c.r), mix(c.g), mix(c.b)};
}

}  // namespace dossier::layout::style
