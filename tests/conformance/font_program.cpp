#include "font_program.hpp"

#include <algorithm>
#include <vector>

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
    const std::size_t twice = u16(cmap, at + 6), ends = at + 14, starts = ends + twice + 2, deltas = starts + twice,
                      offsets = deltas + twice;
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

using Tokens = std::vector<std::string>;

/// Words, and strings of hex digits as "<12AB" without white space; brackets apart.
Tokens tokens_of(const std::string& cmap) {
    Tokens out;
    for (std::size_t i = 0; i < cmap.size();) {
        if (const char c = cmap[i]; c == '<' || c == '[' || c == ']') {
            out.emplace_back(1, c);
            ++i;
            if (c == '<')
                for (; i < cmap.size() && cmap[i] != '>'; ++i)
                    if (cmap[i] > ' ') out.back() += cmap[i];
        } else if (c > ' ' && c != '>') {
            const std::size_t end = std::min(cmap.find_first_of(" \t\r\n<>[]", i), cmap.size());
            out.push_back(cmap.substr(i, end - i));
            i = end;
        } else {
            ++i;
        }
    }
    return out;
}

std::u16string utf16(const std::string& token) {
    std::u16string out;
    for (std::size_t i = 1; i + 3 < token.size(); i += 4) out += static_cast<char16_t>(std::stoul(token.substr(i, 4), nullptr, 16));
    return out;
}

unsigned number(const std::string& token) { return token.size() > 1 ? static_cast<unsigned>(std::stoul(token.substr(1), nullptr, 16)) : 0; }

/// `at` is on the third word of a range: one target that counts on, or a list. Gives the last word of it.
std::size_t read_range(std::map<unsigned, std::u16string>& out, const Tokens& t, std::size_t at) {
    const unsigned first = number(t[at - 2]), last = std::min(number(t[at - 1]), 0xFFFFU);
    if (t[at] == "[") {
        unsigned code = first;
        for (++at; at < t.size() && t[at] != "]"; ++at) out[code++] = utf16(t[at]);
        return at;
    }
    std::u16string target = utf16(t[at]);
    for (unsigned code = first; code <= last && !target.empty(); ++code, ++target.back()) out[code] = target;
    return at;
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

std::map<unsigned, std::u16string> read_to_unicode(const std::string& cmap) {
    std::map<unsigned, std::u16string> out;
    const Tokens t = tokens_of(cmap);
    for (std::size_t i = 0; i < t.size(); ++i) {
        std::size_t at = i + 1;
        if (t[i] == "beginbfchar")
            for (; at + 1 < t.size() && t[at][0] == '<'; at += 2) out[number(t[at])] = utf16(t[at + 1]);
        if (t[i] == "beginbfrange")
            for (; at + 2 < t.size() && t[at][0] == '<'; ++at) at = read_range(out, t, at + 2);
    }
    return out;
}

CMap identity_cmap() { return {{{2, 0, 0xFFFF}}, {{2, 0, 0xFFFF, 0}}}; }

CMap read_cmap(const std::string& cmap) {
    CMap out;
    const Tokens t = tokens_of(cmap);
    const auto bytes = [](const std::string& token) { return (token.size() - 1) / 2; };
    const auto cid = [](const std::string& token) { return static_cast<unsigned>(std::stoul(token)); };
    for (std::size_t i = 0; i < t.size(); ++i) {
        std::size_t at = i + 1;
        if (t[i] == "begincodespacerange")
            for (; at + 1 < t.size() && t[at][0] == '<'; at += 2) out.spaces.push_back({bytes(t[at]), number(t[at]), number(t[at + 1])});
        if (t[i] == "begincidchar")
            for (; at + 1 < t.size() && t[at][0] == '<'; at += 2)
                out.cids.push_back({bytes(t[at]), number(t[at]), number(t[at]), cid(t[at + 1])});
        if (t[i] == "begincidrange")
            for (; at + 2 < t.size() && t[at][0] == '<'; at += 3)
                out.cids.push_back({bytes(t[at]), number(t[at]), number(t[at + 1]), cid(t[at + 2])});
    }
    return out;
}

std::optional<std::pair<unsigned, unsigned>> CMap::next(const std::string& text, std::size_t& at) const {
    for (const Range& space : spaces) {
        if (at + space.bytes > text.size()) continue;
        // A code is in a space when each of its bytes is between those of the ends.
        unsigned code = 0;
        bool inside = true;
        for (std::size_t i = 0; i < space.bytes; ++i) {
            const unsigned byte = static_cast<unsigned char>(text[at + i]), shift = static_cast<unsigned>(8 * (space.bytes - 1 - i));
            inside = inside && byte >= (space.first >> shift & 255) && byte <= (space.last >> shift & 255);
            code = code << 8 | byte;
        }
        if (!inside) continue;
        at += space.bytes;
        for (const Range& r : cids)
            if (r.bytes == space.bytes && code >= r.first && code <= r.last) return std::pair{code, r.cid + code - r.first};
        return std::pair{code, 0U};
    }
    ++at;
    return std::nullopt;
}

}  // namespace conformance
