#include "pdf/fonts_impl.hpp"

#include "pdf/icc.hpp"
#include "pdf/syntax.hpp"

#include <algorithm>
#include <cstdio>

namespace dossier::pdf {
namespace {

using layout::Face;
using layout::FontFace;

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
constexpr int kCodes[] = {129, 141, 143, 144, 157, 131, 134, 135, 136, 137, 139, 152, 155, 161, 162, 164, 165, 166, 168, 170, 172, 175,
                          182, 184, 185, 191, 208, 222, 240, 254, 1,   2,   3,   4,   5,   6,   7,   14,  15,  16,  17,  18,  19,  20,
                          21,  22,  23,  24,  25,  26,  28,  29,  30,  31,  11,  12,  27,  8};
static_assert(std::size(kCodes) >= std::size(kLetters));

/// Character by code of the field font.
std::array<char32_t, 256> field_characters() {
    std::array<char32_t, 256> out{};
    for (std::size_t code = 32; code < 256; ++code) out[code] = static_cast<char32_t>(code);
    for (std::size_t i = 0; i < 32; ++i) out[128 + i] = kWinAnsi128[i];
    // What a program writes for a character that the font lacks; as .notdef it would be invisible and no PDF/A.
    out[0] = U'?';
    // These two are a space and a hyphen by name in WinAnsi, and so is their width.
    out[160] = U' ';
    out[173] = U'-';
    out[127] = 0x2022;  // WinAnsi has the bullet here, too, and pdf.js writes this code
    for (std::size_t i = 0; i < std::size(kLetters); ++i) out[static_cast<std::size_t>(kCodes[i])] = kLetters[i].c;
    return out;
}

std::string hex4(unsigned v) {
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "%04X", v);
    return buffer;
}

/// Whether `b` is `n` further than `a`, in code and character, and in one range with it: only the last byte may differ.
bool follows(const std::pair<unsigned, char32_t>& a, const std::pair<unsigned, char32_t>& b, std::size_t n) {
    return b.first == a.first + n && b.second == a.second + n && b.first >> 8 == a.first >> 8 && b.second >> 8 == a.second >> 8;
}

/// A ToUnicode CMap of `bytes`-byte codes.
Buffer to_unicode(const std::vector<std::pair<unsigned, char32_t>>& map, int bytes) {
    Buffer out;
    out += "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
           "/CMapType 2 def\n1 begincodespacerange\n";
    out += bytes == 2 ? "<0000><FFFF>" : "<00><FF>";
    out += "\nendcodespacerange\n";
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
    out += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
    return out;
}

/// Ends the object begun as a deflated stream of `bytes`.
void end_deflated(Objects& objects, std::string_view bytes) {
    deflate(objects.begin_data(), bytes, kBest);
    objects.end_stream();
}

int add_deflated(Objects& objects, std::string_view bytes) {
    const int n = objects.reserve();
    objects.begin(n) += "/Filter/FlateDecode";
    end_deflated(objects, bytes);
    return n;
}

void begin_descriptor(Buffer& out, const FontFace& f, int file) {
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

std::string cid_set(const FontFace& f) {
    std::string set((f.advance.size() + 7) / 8, '\0');
    for (std::size_t g = 0; g < f.advance.size(); ++g)
        set[g / 8] = static_cast<char>(static_cast<std::uint8_t>(set[g / 8]) | 0x80U >> (g % 8));
    return set;
}

/// The objects of a face, its file first; `font` receives the number of the Type 0 font.
Fragment prepare(const FontFace& f, std::size_t index, int& font) {
    Objects objects(face_number(index));
    const int file = objects.reserve();
    Buffer& b = objects.begin(file);
    integer(b += "/Length1 ", static_cast<long long>(f.file.size()));
    b += "/Filter/FlateDecode";
    end_deflated(objects, f.file);
    const int set = add_deflated(objects, cid_set(f));
    std::vector<std::pair<unsigned, char32_t>> map;
    for (std::size_t g = 1; g < f.unicode.size(); ++g)
        if (f.unicode[g] != 0) map.emplace_back(static_cast<unsigned>(g), f.unicode[g]);
    const int unicode = add_deflated(objects, to_unicode(map, 2).view());

    const int descriptor = objects.reserve(), descendant = objects.reserve();
    font = objects.reserve();
    Buffer& d = objects.begin(descriptor);
    begin_descriptor(d, f, file);
    ref(d += "/Flags 4/CIDSet ", set);
    objects.end();
    Buffer& c = objects.begin(descendant);
    c += "/Type/Font/Subtype/CIDFontType2";
    name(c += "/BaseFont", f.name);
    c += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 0/W [0[";
    for (std::size_t g = 0; g < f.advance.size(); ++g) integer(g > 0 ? c += ' ' : c, f.advance[g]);
    ref(c += "]]/FontDescriptor ", descriptor);
    objects.end();
    Buffer& t = objects.begin(font);
    t += "/Type/Font/Subtype/Type0/Encoding/Identity-H";
    name(t += "/BaseFont", f.name);
    ref(t += "/DescendantFonts[", descendant);
    ref(t += "]/ToUnicode ", unicode);
    objects.end();
    return objects.fragment();
}

void add_encoding(Buffer& out, const FontFace& f) {
    std::vector<std::pair<int, const char*>> differences{{0, "question"}};
    for (std::size_t i = 0; i < std::size(kLetters); ++i)
        if (f.glyph(kLetters[i].c)) differences.emplace_back(kCodes[i], kLetters[i].glyph);
    std::sort(differences.begin(), differences.end());
    out += "/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[";
    int last = -2;
    for (const auto& [code, glyph] : differences) {
        if (code != last + 1) integer(last >= 0 ? out += ' ' : out, code);
        (out += '/') += glyph;
        last = code;
    }
    out += "]>>";
}

/// The simple font for fields, which shares the file of the regular face; `font` receives its number.
Fragment prepare_field_font(const FontFace& f, int& font) {
    Objects objects(kFieldFontNumber);
    const auto characters = field_characters();
    std::vector<std::pair<unsigned, char32_t>> map;
    Buffer widths;
    for (unsigned code = 0; code < 256; ++code) {
        const std::uint16_t glyph = characters[code] ? f.glyph(characters[code]) : std::uint16_t{0};
        integer(code > 0 ? widths += ' ' : widths, glyph ? f.advance[glyph] : 0);
        if (glyph) map.emplace_back(code, characters[code]);
    }
    const int unicode = add_deflated(objects, to_unicode(map, 1).view());
    const int descriptor = objects.reserve();
    font = objects.reserve();
    Buffer& d = objects.begin(descriptor);
    begin_descriptor(d, f, face_number(0));
    d += "/Flags 32";
    objects.end();
    Buffer& t = objects.begin(font);
    t += "/Type/Font/Subtype/TrueType/FirstChar 0/LastChar 255";
    name(t += "/BaseFont", f.name);
    ((t += "/Widths[") += widths.view()) += ']';
    add_encoding(t, f);
    ref(t += "/FontDescriptor ", descriptor);
    ref(t += "/ToUnicode ", unicode);
    objects.end();
    return objects.fragment();
}

Fragment prepare_intent(int& intent) {
    Objects objects(kIntentNumber);
    const int profile = objects.reserve();
    objects.begin(profile) += "/N 3/Filter/FlateDecode";
    end_deflated(objects, srgb_profile());
    intent = objects.reserve();
    Buffer& i = objects.begin(intent);
    i += "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)";
    ref(i += "/DestOutputProfile ", profile);
    objects.end();
    return objects.fragment();
}

}  // namespace

PdfFonts::PdfFonts(const layout::Fonts& fonts) : impl_(std::make_unique<Impl>()) {
    for (std::size_t i = 0; i < layout::kFaces; ++i)
        impl_->faces[i] = prepare(fonts.face(static_cast<Face>(i)), i, impl_->type0[i]);
    const FontFace& regular = fonts.face(Face::regular);
    impl_->field = prepare_field_font(regular, impl_->field_font);
    impl_->intent = prepare_intent(impl_->output_intent);
    impl_->glyphs = regular.glyphs;
    impl_->advance = regular.advance;
}

PdfFonts::~PdfFonts() = default;

std::string_view resource_name(Face face) {
    constexpr std::string_view kNames[] = {"/F0", "/F1", "/F2", "/F3", "/F4"};
    return kNames[static_cast<std::size_t>(face)];
}

}  // namespace dossier::pdf
