#include "font_program.hpp"
#include "parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

namespace conformance {
namespace {

/// WinAnsiEncoding from 128 to 159; the rest is Latin-1, but for 127, 160 and 173.
constexpr unsigned kWinAnsi128[32] = {0x20AC, 0x2022, 0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                      0x2039, 0x152,  0x2022, 0x17D,  0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x2022, 0x17E,  0x178};

unsigned win_ansi(unsigned code) {
    if (code < 32) return 0;
    if (code == 127) return 0x2022;
    if (code == 160) return ' ';
    if (code == 173) return '-';
    return code >= 128 && code < 160 ? kWinAnsi128[code - 128] : code;
}

/// The names of the Adobe Glyph List that a font of fields uses beside those of WinAnsi: letters of Latin Extended.
const std::map<std::string, unsigned>& glyph_list() {
    static const std::map<std::string, unsigned> all{
        {"question", '?'},        {"Amacron", 0x100},       {"amacron", 0x101},       {"Abreve", 0x102},        {"abreve", 0x103},
        {"Aogonek", 0x104},       {"aogonek", 0x105},       {"Cacute", 0x106},        {"cacute", 0x107},        {"Ccaron", 0x10C},
        {"ccaron", 0x10D},        {"Dcaron", 0x10E},        {"dcaron", 0x10F},        {"Dcroat", 0x110},        {"dcroat", 0x111},
        {"Emacron", 0x112},       {"emacron", 0x113},       {"Edotaccent", 0x116},    {"edotaccent", 0x117},    {"Eogonek", 0x118},
        {"eogonek", 0x119},       {"Ecaron", 0x11A},        {"ecaron", 0x11B},        {"Gbreve", 0x11E},        {"gbreve", 0x11F},
        {"Imacron", 0x12A},       {"imacron", 0x12B},       {"Iogonek", 0x12E},       {"iogonek", 0x12F},       {"Idotaccent", 0x130},
        {"dotlessi", 0x131},      {"Kcommaaccent", 0x136},  {"kcommaaccent", 0x137},  {"Lacute", 0x139},        {"lacute", 0x13A},
        {"Lcommaaccent", 0x13B},  {"lcommaaccent", 0x13C},  {"Lcaron", 0x13D},        {"lcaron", 0x13E},        {"Lslash", 0x141},
        {"lslash", 0x142},        {"Nacute", 0x143},        {"nacute", 0x144},        {"Ncommaaccent", 0x145},  {"ncommaaccent", 0x146},
        {"Ncaron", 0x147},        {"ncaron", 0x148},        {"Ohungarumlaut", 0x150}, {"ohungarumlaut", 0x151}, {"Racute", 0x154},
        {"racute", 0x155},        {"Rcaron", 0x158},        {"rcaron", 0x159},        {"Sacute", 0x15A},        {"sacute", 0x15B},
        {"Scedilla", 0x15E},      {"scedilla", 0x15F},      {"Tcommaaccent", 0x162},  {"tcommaaccent", 0x163},  {"Tcaron", 0x164},
        {"tcaron", 0x165},        {"Umacron", 0x16A},       {"umacron", 0x16B},       {"Uring", 0x16E},         {"uring", 0x16F},
        {"Uhungarumlaut", 0x170}, {"uhungarumlaut", 0x171}, {"Uogonek", 0x172},       {"uogonek", 0x173},       {"Zacute", 0x179},
        {"zacute", 0x17A},        {"Zdotaccent", 0x17B},    {"zdotaccent", 0x17C},    {"Scommaaccent", 0x218},  {"scommaaccent", 0x219}};
    return all;
}

/// Codes that WinAnsi leaves open: it shows bullets there, and has a code of its own for the bullet.
bool is_open(std::size_t code) { return code == 129 || code == 141 || code == 143 || code == 144 || code == 157; }

bool is_private(char16_t c) { return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xDB80 && c <= 0xDBFF); }

class FontChecker {
public:
    FontChecker(Handle font, const Content& content, Findings& out) : font_(font), out_(out) {
        name_ = font.getKey("/BaseFont").isName() ? font.getKey("/BaseFont").getName() : "?";
        if (const auto found = content.shown.find(font.getObjGen()); found != content.shown.end()) shown_ = found->second;
    }

    void run() {
        expect(is_name(font_.getKey("/Type"), "/Font"), "font-keys", "has no Type");
        unicode();
        if (is_name(font_.getKey("/Subtype"), "/Type0")) composite();
        else simple();
    }

private:
    Handle font_;
    Findings& out_;
    std::string name_, shown_;
    std::map<unsigned, std::u16string> map_;

    void expect(bool good, const std::string& rule, const std::string& what) { out_.expect(good, rule, "font " + name_ + " " + what); }

    void unicode() {
        if (!font_.getKey("/ToUnicode").isStream()) {
            expect(false, "to-unicode", "has no ToUnicode");
            return;
        }
        map_ = read_to_unicode(stream_text(font_.getKey("/ToUnicode")));
        expect(!map_.empty(), "to-unicode", "maps nothing");
        for (const auto& [code, c] : map_) {
            const bool good = !c.empty() && std::none_of(c.begin(), c.end(),
                                                         [](char16_t u) { return u == 0 || u == 0xFEFF || u == 0xFFFE || is_private(u); });
            expect(good, "unicode-values", "maps code " + std::to_string(code) + " to no character");
        }
    }

    FontProgram program(Handle descriptor) {
        const bool embedded = descriptor.isDictionary() && descriptor.getKey("/FontFile2").isStream();
        expect(embedded, "font-embedded", "is not embedded");
        // A Subtype would say that the file is of another kind than TrueType.
        if (embedded)
            expect(!descriptor.getKey("/FontFile2").getDict().hasKey("/Subtype"), "font-program", "has a FontFile2 with a Subtype");
        return embedded ? read_font(stream_text(descriptor.getKey("/FontFile2"))) : FontProgram{};
    }

    void shown_code(unsigned code) {
        expect(map_.count(code) != 0, "shown-to-unicode", "shows code " + std::to_string(code) + ", which ToUnicode lacks");
    }

    // ---- Type 0 ----

    void composite() {
        Handle cid = font_.getKey("/DescendantFonts").getArrayItem(0);
        const CMap cmap = encoding(cid);
        expect(is_name(cid.getKey("/Type"), "/Font"), "font-keys", "has a descendant without Type");
        Handle map = cid.getKey("/CIDToGIDMap");
        expect(is_name(cid.getKey("/Subtype"), "/CIDFontType2") && (is_name(map, "/Identity") || map.isStream()), "cid-to-gid",
               "has no CIDToGIDMap");
        const std::string glyphs = map.isStream() ? stream_text(map) : "";
        const auto glyph = [&](unsigned code) {
            if (!map.isStream()) return code;
            if (2 * code + 1 >= glyphs.size()) return 0U;
            return static_cast<unsigned>(static_cast<unsigned char>(glyphs[2 * code]) << 8 |
                                         static_cast<unsigned char>(glyphs[2 * code + 1]));
        };
        Handle descriptor = cid.getKey("/FontDescriptor");
        const FontProgram font = program(descriptor);
        if (font.glyphs == 0) return;
        const unsigned cids = map.isStream() ? static_cast<unsigned>(glyphs.size() / 2) : font.glyphs;
        for (unsigned c = 0; c < cids && map.isStream(); ++c)
            if (glyph(c) == 0 || glyph(c) >= font.glyphs) {
                // Any of these codes may be filled in later.
                expect(false, "cid-to-gid", "has no glyph for CID " + std::to_string(c));
                break;
            }
        widths(cid, cids, glyph, font);
        if (descriptor.getKey("/CIDSet").isStream()) cid_set(stream_text(descriptor.getKey("/CIDSet")), font);
        std::set<std::pair<unsigned, unsigned>> codes;
        for (std::size_t at = 0; at < shown_.size();) {
            const auto code = cmap.next(shown_, at);
            expect(code.has_value(), "glyph-exists", "shows bytes that are no code");
            if (code) codes.insert(*code);
        }
        for (const auto& [code, c] : codes) {
            expect(c != 0 && glyph(c) != 0, "no-notdef", "shows .notdef");
            expect(glyph(c) < font.glyphs, "glyph-exists", "shows glyph " + std::to_string(glyph(c)) + ", which it lacks");
            shown_code(code);
        }
    }

    /// A 6.2.11.3.3: Identity-H, or a CMap in the file that agrees with itself and (6.2.11.3.1) with the CIDFont.
    CMap encoding(Handle cid) {
        Handle e = font_.getKey("/Encoding");
        expect(is_name(e, "/Identity-H") || e.isStream(), "identity", "has another encoding than Identity-H or a CMap of its own");
        if (!e.isStream()) return identity_cmap();
        const std::string text = stream_text(e);
        Handle d = e.getDict(), mode = d.getKey("/WMode");
        expect(is_name(d.getKey("/Type"), "/CMap") && mode.isInteger() && mode.getIntValue() == 0 &&
                   text.find("/WMode 0 def") != std::string::npos,
               "cmap", "has a CMap that is not horizontal");
        Handle a = d.getKey("/CIDSystemInfo"), b = cid.getKey("/CIDSystemInfo");
        bool same = a.isDictionary() && b.isDictionary();
        for (const char* key : {"/Registry", "/Ordering"})
            same = same && a.getKey(key).isString() && b.getKey(key).isString() &&
                   a.getKey(key).getStringValue() == b.getKey(key).getStringValue();
        expect(same, "cid-system", "has a CMap for another collection of characters");
        expect(text.find("usecmap") == std::string::npos, "cmap", "has a CMap that uses another");
        return read_cmap(text);
    }

    /// /W by CID, in both of its forms.
    static std::map<unsigned, double> listed(Handle w) {
        std::map<unsigned, double> out;
        for (int i = 0; w.isArray() && i + 1 < w.getArrayNItems();) {
            auto c = static_cast<unsigned>(w.getArrayItem(i).getIntValue());
            if (Handle list = w.getArrayItem(i + 1); list.isArray()) {
                for (auto& width : list.aitems()) out[c++] = width.getNumericValue();
                i += 2;
            } else {
                if (i + 2 >= w.getArrayNItems()) break;
                for (; c <= static_cast<unsigned>(list.getIntValue()); ++c) out[c] = w.getArrayItem(i + 2).getNumericValue();
                i += 3;
            }
        }
        return out;
    }

    template <class Glyph> void widths(Handle cid, unsigned cids, const Glyph& glyph, const FontProgram& font) {
        const auto all = listed(cid.getKey("/W"));
        const double usual = cid.getKey("/DW").isNumber() ? cid.getKey("/DW").getNumericValue() : 1000;
        for (unsigned c = 0; c < cids; ++c) {
            const auto own = all.find(c);
            if (glyph(c) >= font.glyphs || std::abs(font.advance[glyph(c)] - (own == all.end() ? usual : own->second)) <= 1) continue;
            expect(false, "widths", "has a wrong width for CID " + std::to_string(c));
            return;
        }
    }

    /// A 6.2.11.4.2: exactly the glyphs that there are.
    void cid_set(const std::string& set, const FontProgram& font) {
        for (unsigned g = 0; g < set.size() * 8 || g < font.glyphs; ++g) {
            const bool in = g / 8 < set.size() && (static_cast<unsigned char>(set[g / 8]) & (0x80U >> (g % 8))) != 0;
            if (in == (g < font.glyphs)) continue;
            expect(false, "cid-set", std::string(in ? "names" : "lacks") + " glyph " + std::to_string(g) + " in its CIDSet");
            return;
        }
    }

    // ---- the font of fields ----

    void simple() {
        expect(is_name(font_.getKey("/Subtype"), "/TrueType"), "font-keys", "is of an unexpected type");
        Handle encoding = font_.getKey("/Encoding");
        const bool base = is_name(encoding, "/WinAnsiEncoding") ||
                          (encoding.isDictionary() && is_name(encoding.getKey("/BaseEncoding"), "/WinAnsiEncoding"));
        expect(base, "simple-encoding", "is not based on WinAnsiEncoding");
        Handle descriptor = font_.getKey("/FontDescriptor");
        const FontProgram font = program(descriptor);
        if (font.glyphs == 0) return;
        const long long flags = descriptor.getKey("/Flags").isInteger() ? descriptor.getKey("/Flags").getIntValue() : 0;
        expect((flags & 32) != 0 && (flags & 4) == 0, "symbolic", "has an encoding and says that it is symbolic");
        expect(font.has_unicode_cmap, "unicode-cmap", "has no cmap (3,1)");
        const auto characters = encoded(encoding);
        field_widths(characters, font);
        std::set<unsigned> codes;
        for (const char c : shown_) codes.insert(static_cast<unsigned char>(c));
        for (const unsigned code : codes) {
            expect(font.unicode.count(characters[code]) != 0, "no-notdef", "shows code " + std::to_string(code) + ", which has no glyph");
            shown_code(code);
        }
    }

    /// Character by code; 0: none.
    std::array<unsigned, 256> encoded(Handle encoding) {
        std::array<unsigned, 256> out{};
        for (unsigned code = 0; code < 256; ++code) out[code] = win_ansi(code);
        if (!encoding.isDictionary() || !encoding.getKey("/Differences").isArray()) return out;
        std::size_t code = 0;
        for (auto& item : encoding.getKey("/Differences").aitems()) {
            if (item.isInteger()) {
                code = static_cast<std::size_t>(item.getIntValue());
                continue;
            }
            const auto found = item.isName() ? glyph_list().find(item.getName().substr(1)) : glyph_list().end();
            expect(found != glyph_list().end(), "glyph-names", "names a glyph that the Adobe Glyph List does not have");
            // pdftk and its like take the base encoding for true as well, and write the code of a letter that is not there.
            if (found != glyph_list().end() && code < 256)
                expect(out[code] < 32 || is_open(code) || out[code] == found->second, "code-meanings",
                       "means something else than WinAnsi by code " + std::to_string(code));
            if (found != glyph_list().end() && code < 256) out[code] = found->second;
            ++code;
        }
        return out;
    }

    /// A 6.2.11.5, by code: from the name to the character to the glyph to its width.
    void field_widths(const std::array<unsigned, 256>& characters, const FontProgram& font) {
        Handle first = font_.getKey("/FirstChar"), last = font_.getKey("/LastChar"), list = font_.getKey("/Widths");
        const bool whole = first.isInteger() && last.isInteger() && list.isArray() &&
                           list.getArrayNItems() == last.getIntValue() - first.getIntValue() + 1;
        expect(whole, "font-keys", "has not a width for each code");
        if (!whole) return;
        // A code outside the range is as wide as MissingWidth, which our fonts leave at 0.
        for (long long code = 0; code < 256; ++code) {
            const auto glyph = font.unicode.find(characters[static_cast<std::size_t>(code)]);
            const bool inside = code >= first.getIntValue() && code <= last.getIntValue();
            const double width = inside ? list.getArrayItem(static_cast<int>(code - first.getIntValue())).getNumericValue() : 0;
            const double expected = glyph == font.unicode.end() || glyph->second >= font.glyphs ? 0 : font.advance[glyph->second];
            if (std::abs(width - expected) <= 1) continue;
            expect(false, "field-font-widths", "has a wrong width for code " + std::to_string(code));
            return;
        }
    }
};

}  // namespace

void check_fonts(QPDF& pdf, const Content& content, Findings& out) {
    for (auto& o : pdf.getAllObjects()) {
        if (!o.isDictionary() || (!is_name(o.getKey("/Type"), "/Font") && !o.hasKey("/BaseFont"))) continue;
        if (is_name(o.getKey("/Subtype"), "/CIDFontType2")) continue;  // part of a Type 0 font
        FontChecker(o, content, out).run();
    }
}

}  // namespace conformance
