#include "pdf/font_objects.hpp"
#include "pdf/icc.hpp"
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
Fragment prepare(const FontFace& f, std::size_t index, int& font) {
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

Fragment prepare_intent(int& intent) {
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

PdfFonts::PdfFonts(const layout::Fonts& fonts) : impl_(std::make_unique<Impl>()) {
    for (std::size_t i = 0; i < layout::kFaces; ++i)
        impl_->faces[i] = prepare(fonts.face(static_cast<Face>(i)), i, impl_->type0[i]);
    const FontFace& regular = fonts.face(Face::regular);
    impl_->field = prepare_field_fonts(regular, impl_->field_fonts);
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
