#include "pdf/font_objects.hpp"

#include "pdf/syntax.hpp"

#include <algorithm>
#include <cstdio>

namespace dossier::pdf {
namespace {

/// Whether `b` is `n` further than `a`, in code and character, and in one range with it: only the last byte may differ.
bool follows(const std::pair<unsigned, char32_t>& a, const std::pair<unsigned, char32_t>& b, std::size_t n) {
    return b.first == a.first + n && b.second == a.second + n && b.first >> 8 == a.first >> 8 && b.second >> 8 == a.second >> 8;
}

void add_ranges(Buffer& out, const CodeMap& map, int bytes) {
    const auto code = [bytes](unsigned c) { return "<" + (bytes == 2 ? hex4(c) : hex4(c).substr(2)) + ">"; };
    std::vector<std::string> ranges;
    for (std::size_t at = 0; at < map.size();) {
        std::size_t end = at + 1;
        while (end < map.size() && follows(map[at], map[end], end - at)) ++end;
        ranges.push_back(code(map[at].first) + code(map[end - 1].first) + "<" + hex4(static_cast<unsigned>(map[at].second)) + ">\n");
        at = end;
    }
    for (std::size_t at = 0; at < ranges.size(); at += 100) {
        const std::size_t end = std::min(ranges.size(), at + 100);
        integer(out, static_cast<long long>(end - at));
        out += " beginbfrange\n";
        for (std::size_t i = at; i < end; ++i) out += ranges[i];
        out += "endbfrange\n";
    }
}

}  // namespace

std::string hex4(unsigned v) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "%04X", v);
    return buffer;
}

Buffer to_unicode(std::initializer_list<CodesOf> all) {
    Buffer out;
    out +=
        "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n";
    integer(out, static_cast<long long>(all.size() == 1 ? 1 : 3));
    out += " begincodespacerange\n";
    // Codes of one byte and of two are told apart by their first.
    if (all.size() == 2) out += "<20><7E>\n<0100><0FFF>\n<8000><FFFF>";
    else out += all.begin()->bytes == 2 ? "<0000><FFFF>" : "<00><FF>";
    out += "\nendcodespacerange\n";
    for (const CodesOf& codes : all) add_ranges(out, codes.map, codes.bytes);
    out += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
    return out;
}

int add_deflated(Objects& objects, std::string_view bytes) {
    const int n = objects.reserve();
    objects.begin(n) += "/Filter/FlateDecode";
    objects.end_deflated(bytes, kBest);
    return n;
}

void begin_descriptor(Buffer& out, const layout::FontFace& f, int file) {
    out += "/Type/FontDescriptor";
    name(out += "/FontName", f.name);
    out += "/FontBBox[";
    for (std::size_t i = 0; i < 4; ++i) integer(i > 0 ? out += ' ' : out, f.bbox[i]);
    integer(out += "]/ItalicAngle ", f.italic_angle);
    integer(out += "/Ascent ", f.ascent);
    integer(out += "/Descent ", f.descent);
    integer(out += "/CapHeight ", f.cap_height);
    integer(out += "/StemV ", f.stem_v);
    ref(out += "/FontFile2 ", file);
}

int add_composite(Objects& objects, const layout::FontFace& f, const Composite& parts) {
    const int descendant = objects.reserve(), font = objects.reserve();
    Buffer& c = objects.begin(descendant);
    c += "/Type/Font/Subtype/CIDFontType2";
    name(c += "/BaseFont", f.name);
    (c += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>") += parts.glyphs;
    ref(c += "/FontDescriptor ", parts.descriptor);
    objects.end();
    Buffer& t = objects.begin(font);
    (t += "/Type/Font/Subtype/Type0/Encoding ") += parts.encoding;
    name(t += "/BaseFont", f.name);
    ref(t += "/DescendantFonts[", descendant);
    ref(t += "]/ToUnicode ", parts.unicode);
    objects.end();
    return font;
}

}  // namespace dossier::pdf
