#include "layout/subset.hpp"

#include "base/ascii.hpp"
#include "base/codec.hpp"

#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace dossier::layout {
namespace {

struct Range {
    char32_t first, last;
};

/// What people write in Dutch documents: Latin-1 and punctuation. Every face has these.
constexpr Range kCommon[] = {
    {0x20, 0x7E},     {0xA0, 0xFF},     {0x131, 0x131},   {0x152, 0x153},   {0x160, 0x161},   {0x178, 0x178},   {0x17D, 0x17E},
    {0x192, 0x192},   {0x2C6, 0x2C6},   {0x2DC, 0x2DC},   {0x2013, 0x2014}, {0x2018, 0x201A}, {0x201C, 0x201E}, {0x2020, 0x2022},
    {0x2026, 0x2026}, {0x2030, 0x2030}, {0x2039, 0x203A}, {0x20AC, 0x20AC}, {0x2122, 0x2122}, {0x2212, 0x2212}, {0x2264, 0x2265},
};

/// And in the names of people: Latin Extended-A, Romanian. Not in the italic face; the regular one stands in.
constexpr Range kNames[] = {{0x100, 0x17F}, {0x218, 0x21B}};

/// Vietnamese and other rarer names, letters for units, arrows, check marks. In the regular face or a fallback only.
constexpr Range kRare[] = {
    {0x18F, 0x18F},   {0x1A0, 0x1A1},   {0x1AF, 0x1B0},   {0x259, 0x259},   {0x2C7, 0x2C7},   {0x2D8, 0x2DD},   {0x394, 0x394},
    {0x3A3, 0x3A3},   {0x3A9, 0x3A9},   {0x3B1, 0x3B5},   {0x3BB, 0x3BC},   {0x3C0, 0x3C0},   {0x3C3, 0x3C3},   {0x1E80, 0x1E85},
    {0x1E9E, 0x1E9E}, {0x1EA0, 0x1EF9}, {0x2012, 0x2012}, {0x2015, 0x2015}, {0x2032, 0x2033}, {0x2044, 0x2044}, {0x2070, 0x2070},
    {0x2074, 0x2079}, {0x2080, 0x2089}, {0x2116, 0x2116}, {0x2153, 0x2154}, {0x215B, 0x215E}, {0x2190, 0x2194}, {0x21D2, 0x21D2},
    {0x221A, 0x221A}, {0x221E, 0x221E}, {0x2248, 0x2248}, {0x2260, 0x2260}, {0x25A0, 0x25A1}, {0x25AA, 0x25AA}, {0x25B6, 0x25B6},
    {0x25CB, 0x25CB}, {0x25CF, 0x25CF}, {0x2605, 0x2606}, {0x2610, 0x2612}, {0x2713, 0x2714}, {0x2717, 0x2718},
};

enum class Extent : std::uint8_t { common, names, all };

std::vector<Range> ranges(Extent extent) {
    std::vector<Range> out(std::begin(kCommon), std::end(kCommon));
    if (extent >= Extent::names) out.insert(out.end(), std::begin(kNames), std::end(kNames));
    if (extent >= Extent::all) out.insert(out.end(), std::begin(kRare), std::end(kRare));
    return out;
}

template <class T, void (*destroy)(T*)> struct Destroy {
    void operator()(T* p) const { destroy(p); }
};
using Face_ = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroy<hb_font_t, hb_font_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_t, hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_t, hb_subset_plan_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using Set = std::unique_ptr<hb_set_t, Destroy<hb_set_t, hb_set_destroy>>;

Face_ face_of(std::string_view file) {
    const Blob blob(hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    return Face_(hb_face_create(blob.get(), 0));
}
double scale_of(hb_face_t* face) { return 1000.0 / hb_face_get_upem(face); }

/// Layout tables stay out: shaping is done with the whole typeface. So do hints and names of glyphs.
Plan plan_subset(hb_face_t* face, const std::vector<char32_t>& characters) {
    Input input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const char32_t c : characters) hb_set_add(wanted, c);
    hb_set_t* drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "kern", "gasp", "FFTM", "DSIG", "VDMX", "hdmx", "LTSH", "PCLT", "MATH"})
        hb_set_add(drop, HB_TAG(tag[0], tag[1], tag[2], tag[3]));
    hb_set_clear(hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID));
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    return Plan(hb_subset_plan_create_or_fail(face, input.get()));
}

/// All of `extent` that the font has and, for a fallback, that `instead_of` lacks.
std::vector<char32_t> characters_of(hb_face_t* face, Extent extent, const FontFace* instead_of) {
    const Set all(hb_set_create());
    hb_face_collect_unicodes(face, all.get());
    std::vector<char32_t> out;
    for (const Range& r : ranges(extent))
        for (char32_t c = r.first; c <= r.last; ++c)
            if (hb_set_has(all.get(), c) && (!instead_of || instead_of->glyph(c) == 0)) out.push_back(c);
    return out;
}

/// Whether HarfBuzz can make a font of those characters.
bool can_be_subset(hb_face_t* face, const std::vector<char32_t>& characters) {
    const Plan plan = plan_subset(face, characters);
    return plan && Face_(hb_subset_plan_execute_or_fail(plan.get()));
}

int read16(std::string_view table, std::size_t at) {
    if (at + 2 > table.size()) return 0;
    return static_cast<std::int16_t>(static_cast<std::uint8_t>(table[at]) << 8 | static_cast<std::uint8_t>(table[at + 1]));
}

void read_metrics(hb_face_t* face, hb_font_t* font, double scale, FontFace& out) {
    const auto scaled = [scale](int v) { return static_cast<int>(std::lround(v * scale)); };
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font, &extents);
    out.ascent = scaled(extents.ascender);
    out.descent = scaled(extents.descender);
    hb_position_t cap = 0;
    hb_ot_metrics_get_position_with_fallback(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap);
    out.cap_height = scaled(cap);
    out.italic_angle = static_cast<int>(std::lround(hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE)));
    const Blob head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
    unsigned length = 0;
    const char* data = hb_blob_get_data(head.get(), &length);
    for (std::size_t i = 0; i < 4; ++i) out.bbox[i] = scaled(read16({data, length}, 36 + 2 * i));
}

/// Subsets `file` to the wanted characters that it has and, for a fallback, that `instead_of` lacks.
SubsetFace subset_of(std::string_view file, std::string name, int stem_v, Extent extent, const FontFace* instead_of) {
    SubsetFace made;
    FontFace& out = made.face;
    const Face_ face = face_of(file);
    const std::vector<char32_t> characters = characters_of(face.get(), extent, instead_of);
    const Plan plan = plan_subset(face.get(), characters);
    const Face_ subset(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
    if (!subset) throw std::runtime_error("internal error: a font could not be subset");
    const Blob bytes(hb_face_reference_blob(subset.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(bytes.get(), &length);
    out.file.assign(data, length);
    out.name = std::move(name);
    out.stem_v = stem_v;

    const Font font(hb_font_create(face.get()));
    const double scale = scale_of(face.get());
    made.subset_glyph.assign(hb_face_get_glyph_count(face.get()), 0);
    const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    const std::size_t count = hb_face_get_glyph_count(subset.get());
    out.advance.assign(count, 0);
    out.unicode.assign(count, 0);
    for (std::size_t old = 0; old < made.subset_glyph.size(); ++old) {
        const hb_codepoint_t now = hb_map_get(mapping, static_cast<hb_codepoint_t>(old));
        if (now == HB_MAP_VALUE_INVALID) continue;
        made.subset_glyph[old] = static_cast<std::uint16_t>(now);
        out.advance[now] =
            static_cast<std::uint16_t>(std::lround(hb_font_get_glyph_h_advance(font.get(), static_cast<hb_codepoint_t>(old)) * scale));
    }
    for (const char32_t c : characters) {
        hb_codepoint_t old = 0;
        // A damaged font may name a glyph that it has not.
        if (!hb_font_get_nominal_glyph(font.get(), c, &old) || old >= made.subset_glyph.size()) continue;
        const std::uint16_t now = made.subset_glyph[old];
        out.glyphs.emplace_back(c, now);
        if (out.unicode[now] == 0 || out.unicode[now] == 0xA0) out.unicode[now] = c;
    }
    std::sort(out.glyphs.begin(), out.glyphs.end());
    read_metrics(face.get(), font.get(), scale, out);
    return made;
}

/// PostScript name with the tag that a subset must have.
std::string name_of(std::string_view file, char letter) {
    const Face_ face = face_of(file);
    char name[64] = "";
    unsigned length = sizeof name;
    hb_ot_name_get_utf8(face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
    std::string out;
    for (const char c : std::string_view(name))
        if (is_letter_or_digit(c) || c == '-') out += c;
    return std::string("DOSSA") + letter + '+' + (out.empty() ? "School" : out);
}

struct Format {
    template <class On, codec::Is<FontFace> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<FontFace> == 11);
        on(value.name), on(codec::bytes(value.file, std::string::npos)), on(value.advance), on(value.unicode), on(value.glyphs);
        on(value.ascent), on(value.descent), on(value.cap_height), on(value.italic_angle), on(value.stem_v), on(value.bbox);
    }
    template <class On, codec::Is<SubsetFace> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<SubsetFace> == 2);
        on(value.face), on(value.subset_glyph);
    }
};

}  // namespace

SubsetFaces subset_faces(const Typeface& own, const Fallback& fallback) {
    SubsetFaces out;
    out[0] = subset_of(own.regular, name_of(own.regular, 'A'), 80, Extent::all, nullptr);
    out[1] = subset_of(own.bold, name_of(own.bold, 'B'), 140, Extent::names, nullptr);
    const std::string_view italic = own.italic.empty() ? own.regular : own.italic;
    out[2] = subset_of(italic, name_of(italic, 'C'), 80, Extent::common, nullptr);
    const FontFace* regular = &out[0].face;
    out[3] = subset_of(fallback.regular, "DOSSAD+DejaVuSans", 80, Extent::all, regular);
    out[4] = subset_of(fallback.bold, "DOSSAE+DejaVuSans-Bold", 140, Extent::all, regular);
    return out;
}

std::string pack(const SubsetFaces& faces) { return codec::written<Format>(faces); }

SubsetFaces unpack_faces(std::string_view packed) {
    SubsetFaces out;
    if (!codec::read_whole<Format>(packed, packed.size(), out)) throw std::logic_error("internal error: the prepared fonts are damaged");
    return out;
}

Shaper shaper_of(std::string_view file, std::vector<std::uint16_t> subset_glyph) {
    const Face_ face = face_of(file);
    Shaper out{hb_font_create(face.get()), scale_of(face.get()), std::move(subset_glyph)};
    hb_font_make_immutable(out.font);
    return out;
}

std::optional<Message> unfit_font(std::string_view file, bool names) {
    const Face_ face = face_of(file);
    const Blob outlines(hb_face_reference_table(face.get(), HB_TAG('g', 'l', 'y', 'f')));
    if (hb_face_get_glyph_count(face.get()) == 0 || hb_blob_get_length(outlines.get()) == 0) return say("has no TrueType outlines");
    // OS/2 fsType, bit 1: "must not be modified, embedded or exchanged"; bit 8: no subsetting; bit 9: bitmaps only.
    const Blob os2(hb_face_reference_table(face.get(), HB_TAG('O', 'S', '/', '2')));
    unsigned length = 0;
    const char* data = hb_blob_get_data(os2.get(), &length);
    const int type = read16({data, length}, 8);
    if ((type & 0xF) == 0x2 || (type & 0x300) != 0) return say("may not be embedded: its licence bits (OS/2 fsType) forbid it");
    const Set all(hb_set_create());
    hb_face_collect_unicodes(face.get(), all.get());
    std::string missing;
    int count = 0;
    for (const Range& r : ranges(names ? Extent::names : Extent::common))
        for (char32_t c = r.first; c <= r.last; ++c)
            if (c != 0xAD && c != 0xA0 && !hb_set_has(all.get(), c) && ++count <= 8) append_utf8(missing += missing.empty() ? "" : " ", c);
    if (count == 0)
        return can_be_subset(face.get(), characters_of(face.get(), Extent::all, nullptr)) ? std::nullopt
                                                                                          : std::optional<Message>(say("is damaged"));
    if (count > 8) missing += " ...";
    return count == 1 ? say("lacks 1 character: {}", missing) : say("lacks {} characters: {}", count, missing);
}

std::uint16_t FontFace::glyph(char32_t c) const {
    const auto at = std::lower_bound(glyphs.begin(), glyphs.end(), std::pair<char32_t, std::uint16_t>{c, 0});
    return at != glyphs.end() && at->first == c ? at->second : 0;
}

}  // namespace dossier::layout
