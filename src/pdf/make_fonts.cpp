#include "pdf/font_objects.hpp"
#include "pdf/icc.hpp"
#include "pdf/prepared.hpp"
#include "pdf/syntax.hpp"

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

}  // namespace

FontObjects make_font_objects(const layout::Fonts& fonts) {
    FontObjects out;
    for (std::size_t i = 0; i < layout::kFaces; ++i) out.faces[i] = face_objects(fonts.face(static_cast<Face>(i)), i, out.type0[i]);
    out.field = prepare_field_fonts(fonts.face(Face::regular), out.field_fonts);
    out.intent = intent_objects(out.output_intent);
    return out;
}

std::string pack(const FontObjects& objects) {
    Packer out;
    const auto fragment = [&out](const Fragment& f) {
        out.text(f.bytes);
        out.list(f.entries, [&](const Fragment::Entry& e) {
            out.number(e.object);
            out.number(e.stream);
            out.number(e.at);
        });
        out.number(f.hash);
    };
    for (const Fragment& f : objects.faces) fragment(f);
    for (const int n : objects.type0) out.number(n);
    fragment(objects.field);
    out.number(objects.field_fonts.composite);
    out.number(objects.field_fonts.simple);
    fragment(objects.intent);
    out.number(objects.output_intent);
    return out.bytes();
}

FontObjects unpack_font_objects(std::string_view bytes) {
    Unpacker in(bytes);
    const auto fragment = [&in] {
        Fragment f;
        f.bytes = in.text();
        f.entries = in.list<Fragment::Entry>([&] {
            const int object = in.number<int>(), stream = in.number<int>();
            return Fragment::Entry{object, stream, in.number<std::size_t>()};
        });
        f.hash = in.number<std::uint64_t>();
        return f;
    };
    FontObjects out;
    for (Fragment& f : out.faces) f = fragment();
    for (int& n : out.type0) n = in.number<int>();
    out.field = fragment();
    out.field_fonts.composite = in.number<int>();
    out.field_fonts.simple = in.number<int>();
    out.intent = fragment();
    out.output_intent = in.number<int>();
    return out;
}

}  // namespace dossier::pdf
