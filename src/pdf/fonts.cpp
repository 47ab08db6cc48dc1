#include "pdf/fonts_impl.hpp"

#include "pdf/icc.hpp"
#include "pdf/syntax.hpp"

#include <algorithm>
#include <cstdio>

namespace dossier::pdf {
namespace {

using layout::Face;
using layout::FontFace;

constexpr int kBest = 12;

/// Codes of WinAnsiEncoding from 128 that are not those of Latin-1.
constexpr char32_t kWinAnsi128[32] = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
                                      0x2039, 0x152,  0,      0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};

struct Letter {
    char32_t c;
    const char* glyph;  ///< its name in the Adobe Glyph List, as PDF/A asks
};

/// Letters of names that WinAnsi lacks, the likeliest in the Netherlands first: Turkish, Polish, Czech, Croatian, Hungarian,
/// Romanian, Slovak, Baltic. They take the codes below.
constexpr Letter kLetters[] = {
    {0x11F, "gbreve"},   {0x131, "dotlessi"}, {0x15F, "scedilla"}, {0x130, "Idotaccent"}, {0x15E, "Scedilla"}, {0x11E, "Gbreve"},
    {0x142, "lslash"},   {0x141, "Lslash"},   {0x107, "cacute"},   {0x119, "eogonek"},    {0x144, "nacute"},   {0x15B, "sacute"},
    {0x15A, "Sacute"},   {0x17C, "zdotaccent"}, {0x17A, "zacute"}, {0x105, "aogonek"},    {0x17B, "Zdotaccent"},
    {0x10D, "ccaron"},   {0x159, "rcaron"},   {0x11B, "ecaron"},   {0x10C, "Ccaron"},     {0x158, "Rcaron"},   {0x16F, "uring"},
    {0x111, "dcroat"},   {0x106, "Cacute"},   {0x151, "ohungarumlaut"}, {0x171, "uhungarumlaut"}, {0x103, "abreve"},
    {0x219, "scommaaccent"}, {0x110, "Dcroat"}, {0x148, "ncaron"}, {0x165, "tcaron"},     {0x10F, "dcaron"},   {0x179, "Zacute"},
    {0x218, "Scommaaccent"}, {0x104, "Aogonek"}, {0x118, "Eogonek"}, {0x143, "Nacute"},   {0x163, "tcommaaccent"},
    {0x13E, "lcaron"},   {0x102, "Abreve"},   {0x101, "amacron"},  {0x113, "emacron"},    {0x12B, "imacron"},  {0x16B, "umacron"},
    {0x13D, "Lcaron"},   {0x10E, "Dcaron"},   {0x147, "Ncaron"},   {0x164, "Tcaron"},     {0x16E, "Uring"},    {0x117, "edotaccent"},
    {0x137, "kcommaaccent"}, {0x13C, "lcommaaccent"}, {0x146, "ncommaaccent"}, {0x150, "Ohungarumlaut"}, {0x170, "Uhungarumlaut"},
    {0x100, "Amacron"},  {0x112, "Emacron"},
};

/// Codes that WinAnsi leaves open, then codes of signs that nobody types into a form, then control codes but for white space.
constexpr int kCodes[] = {129, 141, 143, 144, 157, 131, 134, 135, 136, 137, 139, 152, 155, 162, 164, 165, 166, 168, 170, 172, 174, 175,
                          182, 184, 185, 186, 208, 222, 240, 254, 1,   2,   3,   4,   5,   6,   7,   14,  15,  16,  17,  18,  19,  20,
                          21,  22,  23,  24,  25,  26,  28,  29,  30,  31,  11,  12,  27,  8};
static_assert(std::size(kCodes) >= std::size(kLetters));

/// Character by code of the field font.
std::array<char32_t, 256> field_characters() {
    std::array<char32_t, 256> out{};
    for (std::size_t code = 32; code < 256; ++code) out[code] = static_cast<char32_t>(code);
    for (std::size_t i = 0; i < 32; ++i) out[128 + i] = kWinAnsi128[i];
    out[127] = 0;
    for (std::size_t i = 0; i < std::size(kLetters); ++i) out[static_cast<std::size_t>(kCodes[i])] = kLetters[i].c;
    return out;
}

std::string hex4(unsigned v) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "%04X", v);
    return buffer;
}

/// A ToUnicode CMap of `bytes`-byte codes.
std::string to_unicode(const std::vector<std::pair<unsigned, char32_t>>& map, int bytes) {
    const std::string last = bytes == 2 ? "FFFF" : "FF";
    std::string out = "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
                      "/CMapType 2 def\n1 begincodespacerange\n<" + last.substr(0, 0) + std::string(last.size(), '0') + "><" + last +
                      ">\nendcodespacerange\n";
    for (std::size_t at = 0; at < map.size(); at += 100) {
        const std::size_t end = std::min(map.size(), at + 100);
        integer(out, static_cast<long long>(end - at));
        out += " beginbfchar\n";
        for (std::size_t i = at; i < end; ++i) {
            const std::string code = hex4(map[i].first);
            out += "<" + (bytes == 2 ? code : code.substr(2)) + "><" + hex4(static_cast<unsigned>(map[i].second)) + ">\n";
        }
        out += "endbfchar\n";
    }
    return out + "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
}

PreparedFace prepare(const FontFace& f) {
    PreparedFace out;
    out.name = f.name;
    out.file = deflated(f.file, kBest);
    out.file_length = f.file.size();
    out.widths = "[0[";
    for (std::size_t g = 0; g < f.advance.size(); ++g) {
        if (g > 0) out.widths += ' ';
        integer(out.widths, f.advance[g]);
    }
    out.widths += "]]";
    std::vector<std::pair<unsigned, char32_t>> map;
    for (std::size_t g = 1; g < f.unicode.size(); ++g)
        if (f.unicode[g] != 0) map.emplace_back(static_cast<unsigned>(g), f.unicode[g]);
    out.to_unicode = deflated(to_unicode(map, 2), kBest);
    std::string set((f.advance.size() + 7) / 8, '\0');
    for (std::size_t g = 0; g < f.advance.size(); ++g)
        set[g / 8] = static_cast<char>(static_cast<std::uint8_t>(set[g / 8]) | 0x80U >> (g % 8));
    out.cid_set = deflated(set, kBest);
    std::string& m = out.metrics;
    m = "/Type/FontDescriptor";
    name(m += "/FontName", f.name);
    m += "/FontBBox[";
    for (std::size_t i = 0; i < 4; ++i) integer(i > 0 ? m += ' ' : m, f.bbox[i]);
    m += "]/ItalicAngle ";
    integer(m, f.italic_angle);
    integer(m += "/Ascent ", f.ascent);
    integer(m += "/Descent ", f.descent);
    integer(m += "/CapHeight ", f.cap_height);
    integer(m += "/StemV ", f.stem_v);
    return out;
}

void prepare_field_font(const FontFace& f, PdfFonts::Impl& out) {
    const auto characters = field_characters();
    std::vector<std::pair<unsigned, char32_t>> map;
    out.field_widths = "[";
    for (unsigned code = 1; code < 256; ++code) {
        const std::uint16_t glyph = characters[code] ? f.glyph(characters[code]) : std::uint16_t{0};
        if (code > 1) out.field_widths += ' ';
        integer(out.field_widths, glyph ? f.advance[glyph] : 0);
        if (glyph) map.emplace_back(code, characters[code]);
    }
    out.field_widths += ']';
    out.field_to_unicode = deflated(to_unicode(map, 1), kBest);
    std::vector<std::pair<int, const char*>> differences;
    for (std::size_t i = 0; i < std::size(kLetters); ++i)
        if (f.glyph(kLetters[i].c)) differences.emplace_back(kCodes[i], kLetters[i].glyph);
    std::sort(differences.begin(), differences.end());
    out.field_encoding = "<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[";
    int last = -2;
    for (const auto& [code, glyph] : differences) {
        if (code != last + 1) integer(last >= 0 ? out.field_encoding += ' ' : out.field_encoding, code);
        out.field_encoding += '/';
        out.field_encoding += glyph;
        last = code;
    }
    out.field_encoding += "]>>";
}

int add_stream(Objects& objects, std::string_view entries, std::string_view deflated_bytes) {
    const int n = objects.reserve();
    std::string& body = objects.begin(n);
    body += entries;
    body += "/Filter/FlateDecode";
    objects.end_stream(deflated_bytes);
    return n;
}

void begin_descriptor(std::string& body, const PreparedFace& face, int file) {
    body += face.metrics;
    ref(body += "/FontFile2 ", file);
}

int add_type0(Objects& objects, const PreparedFace& face, int file) {
    const int set = add_stream(objects, "", face.cid_set);
    const int unicode = add_stream(objects, "", face.to_unicode);
    const int descriptor = objects.reserve(), descendant = objects.reserve(), font = objects.reserve();
    std::string& d = objects.begin(descriptor);
    begin_descriptor(d, face, file);
    ref(d += "/Flags 4/CIDSet ", set);
    objects.end();
    std::string& c = objects.begin(descendant);
    c += "/Type/Font/Subtype/CIDFontType2";
    name(c += "/BaseFont", face.name);
    c += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 0/W ";
    c += face.widths;
    ref(c += "/FontDescriptor ", descriptor);
    objects.end();
    std::string& f = objects.begin(font);
    f += "/Type/Font/Subtype/Type0/Encoding/Identity-H";
    name(f += "/BaseFont", face.name);
    ref(f += "/DescendantFonts[", descendant);
    ref(f += "]/ToUnicode ", unicode);
    objects.end();
    return font;
}

int add_field_font(Objects& objects, const PdfFonts::Impl& fonts, int file) {
    const PreparedFace& face = fonts.faces[0];
    const int unicode = add_stream(objects, "", fonts.field_to_unicode);
    const int descriptor = objects.reserve(), font = objects.reserve();
    std::string& d = objects.begin(descriptor);
    begin_descriptor(d, face, file);
    d += "/Flags 32";
    objects.end();
    std::string& f = objects.begin(font);
    f += "/Type/Font/Subtype/TrueType/FirstChar 1/LastChar 255";
    name(f += "/BaseFont", face.name);
    (f += "/Widths") += fonts.field_widths;
    (f += "/Encoding") += fonts.field_encoding;
    ref(f += "/FontDescriptor ", descriptor);
    ref(f += "/ToUnicode ", unicode);
    objects.end();
    return font;
}

}  // namespace

PdfFonts::PdfFonts(const layout::Fonts& fonts) : impl_(std::make_unique<Impl>()) {
    for (std::size_t i = 0; i < layout::kFaces; ++i) impl_->faces[i] = prepare(fonts.face(static_cast<Face>(i)));
    const FontFace& regular = fonts.face(Face::regular);
    prepare_field_font(regular, *impl_);
    impl_->profile = deflated(srgb_profile(), kBest);
    impl_->glyphs = regular.glyphs;
    impl_->advance = regular.advance;
}

PdfFonts::~PdfFonts() = default;

std::string_view resource_name(Face face) {
    constexpr std::string_view kNames[] = {"/F0", "/F1", "/F2", "/F3", "/F4"};
    return kNames[static_cast<std::size_t>(face)];
}

FontObjects add_fonts(Objects& objects, const PdfFonts::Impl& fonts, const std::array<bool, layout::kFaces>& used, bool fields) {
    FontObjects out;
    for (std::size_t i = 0; i < layout::kFaces; ++i) {
        const bool shared = i == 0 && fields;
        if (!used[i] && !shared) continue;
        std::string length = "/Length1 ";
        integer(length, static_cast<long long>(fonts.faces[i].file_length));
        const int file = add_stream(objects, length, fonts.faces[i].file);
        if (used[i]) out.type0[i] = add_type0(objects, fonts.faces[i], file);
        if (shared) out.field = add_field_font(objects, fonts, file);
    }
    return out;
}

}  // namespace dossier::pdf
