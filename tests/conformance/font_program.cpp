#include "font_program.hpp"

#include <algorithm>

namespace conformance {
namespace {

unsigned u16(const std::string& s, std::size_t at) {
    return at + 1 < s.size() ? static_cast<unsigned>(static_cast<unsigned char>(s[at]) << 8 | static_cast<unsigned char>(s[at + 1])) : 0;
}
std::size_t u32(const std::string& s, std::size_t at) { return static_cast<std::size_t>(u16(s, at)) << 16 | u16(s, at + 2); }

std::string table(const std::string& file, const std::string& tag) {
    for (std::size_t i = 0; i < u16(file, 4); ++i) {
        const std::size_t row = 12 + 16 * i;
        if (file.compare(row, 4, tag) != 0) continue;
        return u32(file, row + 8) <= file.size() ? file.substr(u32(file, row + 8), u32(file, row + 12)) : "";
    }
    return "";
}

/// Format 4: segments of characters, each with a difference to its glyphs or a list of them.
void read_segments(const std::string& cmap, std::size_t at, std::map<unsigned, unsigned>& out) {
    const std::size_t twice = u16(cmap, at + 6), ends = at + 14, starts = ends + twice + 2, deltas = starts + twice, offsets = deltas + twice;
    for (std::size_t s = 0; s < twice; s += 2) {
        const unsigned offset = u16(cmap, offsets + s);
        for (unsigned c = u16(cmap, starts + s); c <= u16(cmap, ends + s) && c != 0xFFFF; ++c) {
            unsigned glyph = c;
            if (offset != 0) glyph = u16(cmap, offsets + s + offset + std::size_t{2} * (c - u16(cmap, starts + s)));
            if (offset == 0 || glyph != 0) glyph = (glyph + u16(cmap, deltas + s)) & 0xFFFF;
            if (glyph != 0) out[c] = glyph;
        }
    }
}

}  // namespace

FontProgram read_font(const std::string& file) {
    FontProgram out;
    const unsigned upem = u16(table(file, "head"), 18), metrics = u16(table(file, "hhea"), 34);
    if (upem == 0 || metrics == 0) return out;
    out.glyphs = u16(table(file, "maxp"), 4);
    const std::string hmtx = table(file, "hmtx"), cmap = table(file, "cmap");
    for (unsigned g = 0; g < out.glyphs; ++g) out.advance.push_back(u16(hmtx, std::size_t{4} * std::min(g, metrics - 1)) * 1000.0 / upem);
    for (std::size_t i = 0; i < u16(cmap, 2); ++i) {
        const std::size_t row = 4 + 8 * i, at = u32(cmap, row + 4);
        if (u16(cmap, row) != 3 || u16(cmap, row + 2) != 1 || u16(cmap, at) != 4) continue;
        out.has_unicode_cmap = true;
        read_segments(cmap, at, out.unicode);
    }
    return out;
}

}  // namespace conformance
