#include "pdftext/pdftext.hpp"
#include "published/published.hpp"
#include "yaml/yaml.hpp"

#include "../common/seed.hpp"
#include "pdf_of_text.hpp"

#include <doctest/doctest.h>

using namespace dossier;

namespace {

std::string text_of(const std::string& bytes) {
    const Source pdf{"bron.pdf", bytes};
    Diagnostics diagnostics;
    const auto text = pdftext::Helper({DOSSIER_PDFTEXT}).read(pdf, diagnostics);
    return text ? *text : report(diagnostics);
}

std::string yaml_of(const std::string& text) {
    const Source source{"bron", text};
    Diagnostics diagnostics;
    const auto result = published::import_text(source, diagnostics);
    REQUIRE_MESSAGE(result, report(diagnostics));
    return yaml::write_yaml(result->dossier);
}

}  // namespace

TEST_CASE("pdftext: lines in reading order, a form feed after each page") {
    const std::string text = text_of(test::pdf_of_text("Basisdeel\n\nB1-K1: Kookt (caf\xc3\xa9)\n\f\xe2\x80\x98Twee\xe2\x80\x99\n"));
    CHECK(text == "Basisdeel\n\nB1-K1: Kookt (caf\xc3\xa9)\n\f\xe2\x80\x98Twee\xe2\x80\x99\n\f");
}

TEST_CASE("pdftext: what cannot be read") {
    CHECK(text_of("%PDF-1.4\n") == "error: bron.pdf: this PDF is damaged and cannot be read\n  hint: get the file once more\n");
    CHECK(text_of(test::pdf_of_text("\f ")) ==
          "error: bron.pdf: found no text in 2 pages, expected the text of a kwalificatiedossier\n"
          "  hint: a scanned document needs text recognition (OCR) first\n");
    std::string cut = test::pdf_of_text("Basisdeel\n\nB1-K1: Kookt\n");
    cut.resize(cut.size() / 2);
    CHECK_FALSE(text_of(cut).empty());
}

TEST_CASE("pdftext: the published text comes back from a PDF as the same dossier") {
    const Source seed = test::seed();
    if (seed.text.empty()) return;
    CHECK((yaml_of(text_of(test::pdf_of_text(test::with_pages(seed.text)))) == yaml_of(seed.text)));
}
