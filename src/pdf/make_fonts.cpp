#include "base/codec.hpp"
#include "pdf/font_objects.hpp"
#include "pdf/icc.hpp"
#include "pdf/prepared.hpp"
#include "pdf/syntax.hpp"

#include <stdexcept>

namespace dossier::pdf {
namespace {

using layout::Face;
using layout::FontFace;

std::string cid_set(const FontFace& f) {
    std::string set((f.advance.size() + 7) / 8, '\0');
    for (std::size_t g = 0; g < f.advance.size(); ++g)
        set[g / 8] = static_cast<char>(static_cast<std::uint8_t>(set[g / 8]) | 0x80U >> (g % 8));
    return set;
}

/// The objects of a face, its file first; `font` receives the number of the Type 0 font.
Fragment face_objects(const FontFace& f, std::size_t index, int& font) {
    Objects objects(face_number(index));
    const int file = objects.reserve();
    Buffer& b = objects.begin(file);
    integer(b += "/Length1 ", static_cast<long long>(f.file.size()));
    b += "/Filter/FlateDecode";
    objects.end_deflated(f.file, kBest);
    const int set = add_deflated(objects, cid_set(f));
    CodeMap map;
    for (std::size_t g = 1; g < f.unicode.size(); ++g)
        if (f.unicode[g] != 0) map.emplace_back(static_cast<unsigned>(g), f.unicode[g]);
    const int unicode = add_deflated(objects, to_unicode({{map, 2}}).view());

    const int descriptor = objects.reserve();
    Buffer& d = objects.begin(descriptor);
    begin_descriptor(d, f, file);
    ref(d += "/Flags 4/CIDSet ", set);
    objects.end();
    Buffer widths;
    widths += "/CIDToGIDMap/Identity/DW 0/W [0[";
    for (std::size_t g = 0; g < f.advance.size(); ++g) integer(g > 0 ? widths += ' ' : widths, f.advance[g]);
    widths += "]]";
    font = add_composite(objects, f, {descriptor, unicode, "/Identity-H", widths.view()});
    return objects.fragment();
}

Fragment intent_objects(int& intent) {
    Objects objects(kIntentNumber);
    const int profile = objects.reserve();
    objects.begin(profile) += "/N 3/Filter/FlateDecode";
    objects.end_deflated(srgb_profile(), kBest);
    intent = objects.reserve();
    Buffer& i = objects.begin(intent);
    i += "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)";
    ref(i += "/DestOutputProfile ", profile);
    objects.end();
    return objects.fragment();
}

struct Format {
    template <class On, codec::Is<Fragment::Entry> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Fragment::Entry> == 3);
        on(value.object), on(value.stream), on(value.at);
    }
    template <class On, codec::Is<Fragment> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<Fragment> == 3);
        on(codec::bytes(value.bytes, std::string::npos)), on(value.entries), on(value.hash);
    }
    template <class On, codec::Is<FieldFonts> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<FieldFonts> == 2);
        on(value.composite), on(value.simple);
    }
    template <class On, codec::Is<FontObjects> T> static void members(On& on, T& value) {
        static_assert(codec::kMembers<FontObjects> == 6);
        on(value.faces), on(value.field), on(value.intent), on(value.type0), on(value.field_fonts), on(value.output_intent);
    }
};

}  // namespace

FontObjects make_font_objects(const layout::Fonts& fonts) {
    FontObjects out;
    for (std::size_t i = 0; i < layout::kFaces; ++i) out.faces[i] = face_objects(fonts.face(static_cast<Face>(i)), i, out.type0[i]);
    out.field = prepare_field_fonts(fonts.face(Face::regular), out.field_fonts);
    out.intent = intent_objects(out.output_intent);
    return out;
}

std::string pack(const FontObjects& objects) { return codec::written<Format>(objects); }

FontObjects unpack_font_objects(std::string_view bytes) {
    FontObjects out;
    if (!codec::read_whole<Format>(bytes, bytes.size(), out)) throw std::logic_error("internal error: the prepared fonts are damaged");
    return out;
}

}  // namespace dossier::pdf
