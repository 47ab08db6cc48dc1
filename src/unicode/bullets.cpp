#include "unicode/unicode.hpp"

#include <algorithm>

namespace dossier::unicode {
namespace {

struct Bullet {
    char32_t sign;
    bool sure;  ///< not an ordinary character of running text
};

/// In order of code point.
constexpr Bullet kBullets[] = {
    {'*', false},     // * asterisk, in plain text
    {'-', false},     // - hyphen, in plain text
    {'o', false},     // Word's second level, in Courier New
    {0xA7, false},    // § Wingdings A7, the small square, without its font
    {0xA8, false},    // ¨ Wingdings A8, the open square, without its font
    {0xB7, true},     // · Symbol B7, the disc, without its font; also the middle dot
    {0xD8, false},    // Ø Wingdings D8, the arrow head, without its font
    {0xFC, false},    // ü Wingdings FC, the check mark, without its font
    {0x2010, false},  // ‐ hyphen
    {0x2013, false},  // – en dash
    {0x2014, false},  // — em dash
    {0x2022, true},   // • bullet
    {0x2023, true},   // ‣ triangular bullet
    {0x2043, true},   // ⁃ hyphen bullet
    {0x204C, true},   // ⁌ black leftwards bullet
    {0x204D, true},   // ⁍ black rightwards bullet
    {0x2192, false},  // → arrow; also "invoer → uitvoer"
    {0x2212, false},  // − minus sign, of Symbol
    {0x2219, true},   // ∙ bullet operator
    {0x22C5, true},   // ⋅ dot operator
    {0x25A0, true},   // ■ black square
    {0x25A1, true},   // □ white square
    {0x25AA, true},   // ▪ small black square
    {0x25AB, true},   // ▫ small white square
    {0x25B6, true},   // ▶ right-pointing triangle
    {0x25B8, true},   // ▸ small right-pointing triangle
    {0x25BA, true},   // ► right-pointing pointer
    {0x25C6, true},   // ◆ black diamond
    {0x25C7, true},   // ◇ white diamond
    {0x25CB, true},   // ○ white circle
    {0x25CF, true},   // ● black circle
    {0x25D8, true},   // ◘ inverse bullet
    {0x25E6, true},   // ◦ white bullet
    {0x25FC, true},   // ◼ medium black square
    {0x25FE, true},   // ◾ medium small black square
    {0x2610, true},   // ☐ ballot box
    {0x2611, true},   // ☑ ballot box with check
    {0x2713, true},   // ✓ check mark
    {0x2714, true},   // ✔ heavy check mark
    {0x2756, true},   // ❖ black diamond minus white x
    {0x2794, true},   // ➔ heavy arrow
    {0x27A2, true},   // ➢ arrow head, what Wingdings D8 shows
    {0x27A4, true},   // ➤ black arrow head
    {0x2B1D, true},   // ⬝ very small square
    {0x2B25, true},   // ⬥ medium black diamond
    {0xF02D, true},   // Symbol 2D, minus
    {0xF06C, true},   // Wingdings 6C, disc
    {0xF06E, true},   // Wingdings 6E, square
    {0xF06F, true},   // Wingdings 6F, open square
    {0xF071, true},   // Wingdings 71, shadowed square
    {0xF075, true},   // Wingdings 75, diamond
    {0xF076, true},   // Wingdings 76, four diamonds
    {0xF077, true},   // Wingdings 77, small diamond
    {0xF09E, true},   // Wingdings 9E, small dot
    {0xF09F, true},   // Wingdings 9F, dot
    {0xF0A1, true},   // Wingdings A1, circle
    {0xF0A7, true},   // Wingdings A7, small square
    {0xF0A8, true},   // Wingdings A8, open square
    {0xF0AE, true},   // Symbol AE, arrow
    {0xF0B7, true},   // Symbol B7, disc
    {0xF0D8, true},   // Wingdings D8, arrow head
    {0xF0E0, true},   // Wingdings E0, arrow
    {0xF0E8, true},   // Wingdings E8, heavy arrow
    {0xF0FC, true},   // Wingdings FC, check mark
    {0xF0FE, true},   // Wingdings FE, box with check mark
};

static_assert(std::is_sorted(std::begin(kBullets), std::end(kBullets), [](const Bullet& a, const Bullet& b) { return a.sign < b.sign; }));

const Bullet* find(char32_t c) {
    const auto* at =
        std::lower_bound(std::begin(kBullets), std::end(kBullets), c, [](const Bullet& b, char32_t sign) { return b.sign < sign; });
    return at != std::end(kBullets) && at->sign == c ? at : nullptr;
}

}  // namespace

bool is_bullet(char32_t c) {
    const Bullet* b = find(c);
    return b != nullptr && b->sure;
}

bool may_be_bullet(char32_t c) {
    const Bullet* b = find(c);
    return b != nullptr && !b->sure;
}

}  // namespace dossier::unicode
