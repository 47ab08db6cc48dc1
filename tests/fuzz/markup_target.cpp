/// Any bytes at all as the text of a form: a document exactly when there is no error, whose places are in the text; it can be laid out,
/// or there is an error, and what was laid out can be written as a PDF.

#include "../unit/common/program_styles.hpp"
#include "layout/layout.hpp"
#include "markup/markup.hpp"
#include "pdf/pdf.hpp"
#include "sound.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace {

using namespace dossier;

/// What a run has only once.
struct Ready {
    layout::Fonts fonts;
    pdf::PdfFonts pdf_fonts{fonts};
};

const Ready& ready() {
    static const Ready kReady;
    return kReady;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Source source{"formulier.xhtml", std::string(reinterpret_cast<const char*>(data), size)};
    // An element has as its place where it stands in the text, which templates give by number.
    const auto place = [&](std::size_t n) {
        const auto at = static_cast<std::uint32_t>(std::min(n, source.text.size()));
        return Location{&source, at, at};
    };
    Diagnostics diagnostics;
    const auto document = markup::parse_markup(source.text, place, diagnostics);
    fuzz::expect(document.has_value() != diagnostics.has_errors(), "a document exactly when there is no error");
    for (const Diagnostic& d : diagnostics.all()) fuzz::expect(!d.message.empty() && !d.code.empty(), "a diagnostic says something");
    fuzz::expect(!first_invalid_utf8(report(diagnostics)), "the report is UTF-8");
    if (!document) return 0;
    fuzz::expect(!first_invalid_utf8(markup::dump(*document)), "the tree is UTF-8");
    Diagnostics of_layout;
    const auto pages = layout::lay_out(*document, ready().fonts, test::program_styles(), of_layout);
    fuzz::expect(pages.has_value() != of_layout.has_errors(), "pages exactly when there is no error");
    fuzz::expect(!first_invalid_utf8(report(of_layout)), "the report is UTF-8");
    if (!pages) return 0;
    fuzz::expect(!pages->pages.empty(), "there is a page");
    const std::string file = pdf::write_pdf(*pages, ready().pdf_fonts, {"", "fuzz", "2026-01-01", "x"});
    fuzz::expect(file.starts_with("%PDF-1.7") && file.ends_with("%%EOF\n"), "the file is a whole PDF");
    return 0;
}
