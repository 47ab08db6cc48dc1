#include "form.hpp"

#include "../../unit/common/program_styles.hpp"
#include "markup/markup.hpp"
#include "pdf/pdf.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace scan_generator {

using namespace dossier;

Form form_of(std::string_view xhtml) {
    static const layout::Fonts fonts;
    static const pdf::PdfFonts pdf_fonts(fonts);
    Diagnostics diagnostics;
    const std::string text(xhtml);
    const auto document = markup::parse_markup(text, {}, diagnostics);
    const auto pages = document ? layout::lay_out(*document, fonts, test::program_styles(), diagnostics) : std::nullopt;
    if (!pages) throw std::runtime_error(report(diagnostics));
    return {pdf::write_pdf(*pages, pdf_fonts, {"", "dossier", "", ""}), layout::maps_of(*pages, fonts)};
}

const Form& sample_form() {
    static const Form form = [] {
        std::ifstream in(DOSSIER_SOURCE_DIR "/tests/unit/pdf/voorbeeld.xhtml", std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        text.insert(text.find(" lang="), " paginacode=\"D1:B1-VOORBEELD:3F9A12C04B7E\"");
        return form_of(text);
    }();
    return form;
}

}  // namespace scan_generator
