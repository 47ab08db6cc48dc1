#include "pdf/font_objects.hpp"

#include "pdf/syntax.hpp"

#include <algorithm>
#include <array>
#include <map>

// What a person types into a field is set by whichever program saves it, in the font that the field names: /FV. Programs know a
// font of fields in two ways, and look for it in two places (ISO 32000-1, 12.7.3.3 names the second only):
// - pdf.js and qpdf look in the resources of the appearance first. There it is a Type 0 font: all letters of the regular face, and
//   for letters that it cannot draw codes that show a question mark and mean (ToUnicode) what was typed. ASCII has codes of
//   one byte, so that what qpdf writes, which knows simple fonts only, is that text and question marks for the rest.
// - pdftk, poppler and their like look in the resources of the form. There it is a simple font: WinAnsi, and on codes that no
//   encoding uses the likeliest other letters. No code of WinAnsi means anything else than in WinAnsi: pdftk takes both the
//   base encoding and the differences for true, and what it finds in neither it writes as code 0, a question mark.

namespace dossier::pdf {
namespace {

using layout::FontFace;

/// Codes of two bytes from the first to before the second are glyphs, moved by the first: as numbers they differ from the codes of
/// one byte, as pdf.js needs.
constexpr unsigned kGlyphs = 0x100, kGlyphsEnd = 0x1000;
/// From here a code is a character without a glyph of its own, moved by this. Those from U+8000 have no code.
constexpr unsigned kMoved = 0x8000;
/// Codes of one byte.
constexpr unsigned kFirstByte = 0x20, kLastByte = 0x7E;

unsigned glyphs_end(const FontFace& f) { return std::min(kGlyphsEnd, kGlyphs + static_cast<unsigned>(f.advance.size())); }

/// What codes mean and show. CIDs are the codes of two bytes, which a code of one byte is another way to write.
struct Codes {
    CodeMap bytes, pairs;
    std::map<unsigned, std::uint16_t> glyph;  ///< of a CID from `kMoved` that shows no question mark
};

Codes field_codes(const FontFace& f) {
    Codes out;
    for (char32_t c = 0x20; c < 0x8000; ++c) {
        const std::uint16_t glyph = f.glyph(c);
        if (c >= kFirstByte && c <= kLastByte) {
            out.bytes.emplace_back(c, c);
        } else if (glyph != 0 && glyph < kGlyphsEnd - kGlyphs && f.unicode[glyph] == c) {
            out.pairs.emplace_back(kGlyphs + glyph, c);
        } else {
            out.pairs.emplace_back(c + kMoved, c);
            if (glyph != 0) out.glyph.emplace(c + kMoved, glyph);
        }
    }
    std::sort(out.pairs.begin(), out.pairs.end());
    return out;
}

/// CIDToGIDMap. No CID shows the empty box of a font: no PDF/A may have it.
std::string glyph_of_cid(const FontFace& f, const Codes& codes) {
    std::string out;
    const std::uint16_t question = f.glyph('?');
    for (unsigned cid = 0; cid <= codes.pairs.back().first; ++cid) {
        std::uint16_t glyph = cid > kGlyphs && cid < glyphs_end(f) ? static_cast<std::uint16_t>(cid - kGlyphs) : question;
        if (const auto own = codes.glyph.find(cid); own != codes.glyph.end()) glyph = own->second;
        out += static_cast<char>(static_cast<std::uint8_t>(glyph >> 8));
        out += static_cast<char>(static_cast<std::uint8_t>(glyph & 255));
    }
    return out;
}

void add_widths(Buffer& out, const FontFace& f, const Codes& codes) {
    const int question = f.advance[f.glyph('?')];
    integer(out += "/DW ", question);
    integer(out += "/W[", kGlyphs);
    integer(out += '[', question);
    for (unsigned cid = kGlyphs + 1; cid < glyphs_end(f); ++cid) integer(out += ' ', f.advance[cid - kGlyphs]);
    out += ']';
    for (const auto& [code, glyph] : codes.glyph) {
        integer(out, code);
        integer(out += '[', f.advance[glyph]);
        out += ']';
    }
    out += ']';
}

/// The encoding of the Type 0 font, as a CMap.
int add_cmap(Objects& objects, const FontFace& f) {
    Buffer text;
    text +=
        "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo 3 dict dup begin/Registry(Adobe)def/Ordering(Identity)def/Supplement 0 def end def\n"
        "/CMapName/Dossier-Fields-H def\n/CMapType 1 def\n/WMode 0 def\n"
        "3 begincodespacerange\n<20><7E>\n<0100><0FFF>\n<8000><FFFF>\nendcodespacerange\n95 begincidchar\n";
    for (unsigned c = kFirstByte; c <= kLastByte; ++c) {
        (((text += '<') += hex4(c).substr(2)) += '>');
        integer(text, kGlyphs + f.glyph(c));
        text += '\n';
    }
    text += "endcidchar\n";
    // At most 100 ranges at a time, each of codes that differ in their last byte.
    const auto ranges = [&text](unsigned first, unsigned last) {
        integer(text, last - first + 1);
        text += " begincidrange\n";
        for (unsigned high = first; high <= last; ++high) {
            (((text += '<') += hex4(high << 8)) += "><") += hex4(high << 8 | 255);
            integer(text += '>', high << 8);
            text += '\n';
        }
        text += "endcidrange\n";
    };
    ranges(0x01, 0x0F);
    ranges(0x80, 0xBF);
    ranges(0xC0, 0xFF);
    text += "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
    const int n = objects.reserve();
    objects.begin(n) +=
        "/Type/CMap/CMapName/Dossier-Fields-H/WMode 0/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/Filter/FlateDecode";
    objects.end_deflated(text.view(), kBest);
    return n;
}

int add_descriptor(Objects& objects, const FontFace& f, std::string_view flags) {
    const int descriptor = objects.reserve();
    Buffer& d = objects.begin(descriptor);
    begin_descriptor(d, f, face_number(0));
    d += flags;
    objects.end();
    return descriptor;
}

/// Codes of WinAnsiEncoding from 128 that are not those of Latin-1.
constexpr char32_t kWinAnsi128[32] = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                      0x2039, 0x152,  0,      0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E,  0x178};

struct Letter {
    char32_t c;
    const char* glyph;  ///< its name in the Adobe Glyph List, as PDF/A asks
};

/// Letters of names that WinAnsi lacks, the likeliest in the Netherlands first: Turkish, Polish, Czech, Croatian, Hungarian,
/// Romanian, Slovak, Baltic. They take the codes below for as far as there are any.
constexpr Letter kLetters[] = {
    {0x11F, "gbreve"},        {0x131, "dotlessi"},      {0x15F, "scedilla"},     {0x130, "Idotaccent"},   {0x15E, "Scedilla"},
    {0x11E, "Gbreve"},        {0x142, "lslash"},        {0x141, "Lslash"},       {0x107, "cacute"},       {0x119, "eogonek"},
    {0x144, "nacute"},        {0x15B, "sacute"},        {0x15A, "Sacute"},       {0x17C, "zdotaccent"},   {0x17A, "zacute"},
    {0x105, "aogonek"},       {0x17B, "Zdotaccent"},    {0x10D, "ccaron"},       {0x159, "rcaron"},       {0x11B, "ecaron"},
    {0x10C, "Ccaron"},        {0x158, "Rcaron"},        {0x16F, "uring"},        {0x111, "dcroat"},       {0x106, "Cacute"},
    {0x151, "ohungarumlaut"}, {0x171, "uhungarumlaut"}, {0x103, "abreve"},       {0x219, "scommaaccent"}, {0x110, "Dcroat"},
    {0x148, "ncaron"},        {0x165, "tcaron"},        {0x10F, "dcaron"},       {0x179, "Zacute"},       {0x218, "Scommaaccent"},
    {0x104, "Aogonek"},       {0x118, "Eogonek"},       {0x143, "Nacute"},       {0x163, "tcommaaccent"}, {0x13E, "lcaron"},
    {0x102, "Abreve"},        {0x101, "amacron"},       {0x113, "emacron"},      {0x12B, "imacron"},      {0x16B, "umacron"},
    {0x13D, "Lcaron"},        {0x10E, "Dcaron"},        {0x147, "Ncaron"},       {0x164, "Tcaron"},       {0x16E, "Uring"},
    {0x117, "edotaccent"},    {0x137, "kcommaaccent"},  {0x13C, "lcommaaccent"}, {0x146, "ncommaaccent"}, {0x150, "Ohungarumlaut"},
    {0x170, "Uhungarumlaut"}, {0x100, "Amacron"},       {0x112, "Emacron"},
};

/// Codes that WinAnsi leaves open, then control codes but for white space.
constexpr int kCodes[] = {129, 141, 143, 144, 157, 1,  2,  3,  4,  5,  6,  7,  14, 15, 16, 17, 18,
                          19,  20,  21,  22,  23,  24, 25, 26, 28, 29, 30, 31, 11, 12, 27, 8};
static_assert(std::size(kCodes) <= std::size(kLetters));

/// Character by code of the simple font.
std::array<char32_t, 256> simple_characters() {
    std::array<char32_t, 256> out{};
    for (std::size_t code = 32; code < 256; ++code) out[code] = static_cast<char32_t>(code);
    for (std::size_t i = 0; i < 32; ++i) out[128 + i] = kWinAnsi128[i];
    out[0] = U'?';
    // These two are a space and a hyphen by name in WinAnsi, and so is their width.
    out[160] = U' ';
    out[173] = U'-';
    out[127] = 0x2022;  // WinAnsi has the bullet here, too
    for (std::size_t i = 0; i < std::size(kCodes); ++i) out[static_cast<std::size_t>(kCodes[i])] = kLetters[i].c;
    return out;
}

void add_encoding(Buffer& out, const FontFace& f) {
    std::vector<std::pair<int, const char*>> differences{{0, "question"}};
    for (std::size_t i = 0; i < std::size(kCodes); ++i)
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

int add_simple(Objects& objects, const FontFace& f) {
    const auto characters = simple_characters();
    CodeMap map;
    Buffer widths;
    for (unsigned code = 0; code < 256; ++code) {
        const std::uint16_t glyph = characters[code] ? f.glyph(characters[code]) : std::uint16_t{0};
        integer(code > 0 ? widths += ' ' : widths, glyph ? f.advance[glyph] : 0);
        if (glyph) map.emplace_back(code, characters[code]);
    }
    const int unicode = add_deflated(objects, to_unicode({{map, 1}}).view());
    const int descriptor = add_descriptor(objects, f, "/Flags 32");
    const int font = objects.reserve();
    Buffer& t = objects.begin(font);
    t += "/Type/Font/Subtype/TrueType/FirstChar 0/LastChar 255";
    name(t += "/BaseFont", f.name);
    ((t += "/Widths[") += widths.view()) += ']';
    add_encoding(t, f);
    ref(t += "/FontDescriptor ", descriptor);
    ref(t += "/ToUnicode ", unicode);
    objects.end();
    return font;
}

}  // namespace

Fragment prepare_field_fonts(const FontFace& regular, FieldFonts& fonts) {
    Objects objects(kFieldFontNumber);
    const Codes codes = field_codes(regular);
    const int glyphs = add_deflated(objects, glyph_of_cid(regular, codes));
    const int encoding = add_cmap(objects, regular);
    const int unicode = add_deflated(objects, to_unicode({{codes.bytes, 1}, {codes.pairs, 2}}).view());
    // No CIDSet: PDF/A-2 does not ask for it, and it would have to name each of the codes.
    const int descriptor = add_descriptor(objects, regular, "/Flags 4");
    Buffer shown, reference;
    ref(shown += "/CIDToGIDMap ", glyphs);
    add_widths(shown, regular, codes);
    ref(reference, encoding);
    fonts.composite = add_composite(objects, regular, {descriptor, unicode, reference.view(), shown.view()});
    fonts.simple = add_simple(objects, regular);
    return objects.fragment();
}

}  // namespace dossier::pdf
