/// Any bytes at all as a school's font, or as changes of one that is good: fit or not, in words. What is fit is used: a form is laid
/// out with it and written.

#include "../unit/common/program_styles.hpp"
#include "layout/layout.hpp"
#include "markup/markup.hpp"
#include "pdf/pdf.hpp"
#include "sound.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

using namespace dossier;

const std::string& good_font() {
    static const std::string kFont = [] {
        std::ifstream in(DOSSIER_OPEN_SANS "/OpenSans-Regular.ttf", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }();
    return kFont;
}

/// "patch", then four bytes where, one how many, and those: a font is too large for a seed, and few changes of one would be read.
std::string font_of(std::string_view bytes) {
    constexpr std::string_view kPatch = "patch\n";
    if (!bytes.starts_with(kPatch)) return std::string(bytes);
    bytes.remove_prefix(kPatch.size());
    std::string out = good_font();
    while (bytes.size() > 5) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < 4; ++i) at = at << 8 | static_cast<unsigned char>(bytes[i]);
        const std::string_view put = bytes.substr(5, static_cast<unsigned char>(bytes[4]));
        out.replace(at % out.size(), std::min(put.size(), out.size() - at % out.size()), put);
        bytes.remove_prefix(5 + put.size());
    }
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = font_of({reinterpret_cast<const char*>(data), size});
    const auto names = layout::unfit_font(bytes, true);
    const auto why = layout::unfit_font(bytes, false);
    fuzz::expect(!why || (!why->empty() && !first_invalid_utf8(why->text())), "why not is told");
    fuzz::expect(!why || names, "what is no font has no names either");
    if (why) return 0;
    // Letters that a subset need not have come from the program's own.
    const layout::Fonts fonts(layout::Typeface{bytes, bytes, bytes});
    const pdf::PdfFonts ready(fonts);
    Diagnostics diagnostics;
    const auto document = markup::parse_markup(
        "<formulier plaats=\"0\" lang=\"nl\" titel=\"T\"><h1>Kop</h1><p>Affiche <strong>Łukasz</strong> Dvořák</p></formulier>",
        [](std::size_t) { return Location{}; }, diagnostics);
    fuzz::expect(document.has_value(), "the form is one");
    const auto pages = layout::lay_out(*document, fonts, test::program_styles(), diagnostics);
    if (pages) fuzz::expect(pdf::write_pdf(*pages, ready, {}).starts_with("%PDF-"), "a PDF is written");
    return 0;
}
