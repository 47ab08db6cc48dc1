#include "core/core.hpp"

#include <doctest/doctest.h>

using namespace dossier;

namespace {

/// A reader of PDFs that knows one text.
class Given : public core::PdfText {
public:
    explicit Given(std::optional<std::string> text) : text_(std::move(text)) {}
    std::optional<std::string> read(const Source& pdf, Diagnostics& diagnostics) override {
        if (!text_) diagnostics.error("pdf-damaged", {}, Message::as_is(pdf.name + ": kapot"));
        return text_;
    }

private:
    std::optional<std::string> text_;
};

const Source kPdf{"bron.pdf", "%PDF-1.4\n"};

}  // namespace

TEST_CASE("core: without a reader of PDFs a PDF is an error that says what to do") {
    const std::string said =
        "error: bron.pdf: this program was made without a reader of PDFs\n"
        "  hint: open it in a PDF reader, save the text, and import that\n";
    Diagnostics of_import, of_version;
    CHECK_FALSE(core::import_dossier(kPdf, "", nullptr, of_import).dossier);
    CHECK(report(of_import) == said);
    CHECK_FALSE(core::read_version(kPdf, nullptr, of_version).dossier);
    CHECK(report(of_version) == said);
}

TEST_CASE("core: the text of a PDF is kept, and messages name its page") {
    Given pages("niets\n\fhier\n\f");
    Diagnostics diagnostics;
    const core::Imported imported = core::import_dossier(kPdf, "", &pages, diagnostics);
    CHECK_FALSE(imported.dossier);
    REQUIRE(imported.text);
    CHECK(imported.text->text == "niets\n\fhier\n\f");
    CHECK(imported.text->name == "bron.pdf");
    REQUIRE(diagnostics.has_errors());
    CHECK(diagnostics.all().front().location.source == imported.text.get());
    CHECK(diagnostics.all().front().message.text().ends_with("(page 1)"));
    Given broken(std::nullopt);
    Diagnostics other;
    CHECK_FALSE(core::import_dossier(kPdf, "", &broken, other).text);
    CHECK(report(other) == "error: bron.pdf: kapot\n");
}

TEST_CASE("core: a file that is too large, or of another kind, has no bytes left") {
    Source large{"groot.yaml", std::string(core::kMostInput + 1, 'a')};
    Source word{"d.rtf", "{\\rtf1 x}"};
    Source fine{"d.yaml", "naam: x\n"};
    Diagnostics diagnostics;
    CHECK_FALSE(core::accept(large, diagnostics));
    CHECK(report(diagnostics) == "groot.yaml:1:1: error: the file is larger than 16 MiB, expected a dossier\n");
    CHECK_FALSE(core::accept(word, diagnostics));
    CHECK(diagnostics.errors() == 2);
    CHECK((large.text.empty() && word.text.empty()));
    CHECK(core::accept(fine, diagnostics));
    CHECK(fine.text == "naam: x\n");
}

TEST_CASE("core: a name that is given goes before that of the source, and one is needed") {
    const Source start{"begin.yaml", core::starter("Keuken")};
    Diagnostics diagnostics;
    const auto dossier = core::read_dossier(start, diagnostics);
    REQUIRE(dossier);
    CHECK(core::is_pdf("%PDF-1.4"));
    CHECK_FALSE(core::is_pdf("naam: %PDF"));
    const Source xml{"sbb.xml", "<sbb/>"};
    CHECK_FALSE(core::import_dossier(xml, "", nullptr, diagnostics).dossier);
    CHECK(diagnostics.has_errors());
}

TEST_CASE("core: the first line that is not canonical") {
    const Source source{"d.yaml", "naam:   x\n"};
    Diagnostics diagnostics;
    const auto text = core::format_dossier(source, diagnostics);
    REQUIRE_MESSAGE(text, report(diagnostics));
    core::check_canonical(source, diagnostics);
    REQUIRE(diagnostics.errors() == 1);
    CHECK(diagnostics.all().front().code == "not-canonical");
    CHECK(diagnostics.all().front().hints.front().text() == "dossier fmt d.yaml rewrites it");
    const Source good{"d.yaml", *text};
    Diagnostics none;
    core::check_canonical(good, none);
    CHECK(report(none) == "");
}
