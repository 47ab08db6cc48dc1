#include "core/input.hpp"
#include "core/other_kind.hpp"
#include "ownxml/ownxml.hpp"
#include "published/published.hpp"
#include "sbb/sbb.hpp"
#include "xml/xml.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>

namespace dossier::core {
namespace {

bool is_xml(const Source& source) {
    std::string_view text = source.text;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    // UTF-16: refused, but as XML.
    if (text.starts_with(std::string_view("\xff\xfe<\0", 4)) || text.starts_with(std::string_view("\xfe\xff\0<", 4))) return true;
    return trim(text.substr(0, 200)).starts_with('<');
}

/// What the readers read.
struct Text {
    std::unique_ptr<Source> own;  ///< null when it is the file as it came
    bool pages = false;           ///< from a PDF
};

std::optional<Text> text_of(const Source& file, PdfText* pdf, Diagnostics& diagnostics) {
    std::optional<std::string> text;
    const bool pages = !is_xml(file) && is_pdf(file.text);
    if (pages && !pdf) {
        // The bytes of a PDF make no line to show: the place is the file.
        diagnostics.error("pdf-no-reader", {}, say("{}: this program was made without a reader of PDFs", file.name), {kPdfOwnWay});
        return std::nullopt;
    }
    if (pages) text = pdf->read(file, diagnostics);
    else if (is_xml(file)) text = xml::xml_in_utf8(file, diagnostics);
    else return Text{};
    if (!text) return std::nullopt;
    if (*text == file.text) return Text{};
    return Text{std::make_unique<Source>(Source{file.name, std::move(*text)}), pages};
}

std::optional<model::Dossier> foreign_dossier(const Source& source, Diagnostics& diagnostics) {
    if (is_xml(source))
        return xml::xml_root(source) == "sbb" ? sbb::import_sbb(source, diagnostics) : ownxml::read_xml(source, diagnostics);
    auto from_text = published::import_text(source, diagnostics);
    if (!from_text) return std::nullopt;
    return std::move(from_text->dossier);
}

/// The page, from 1, on which byte `at` of the text of a PDF is.
std::size_t page_of(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    return static_cast<std::size_t>(std::count(before.begin(), before.end(), '\f')) + 1;
}

/// Takes over what was found in `source`. People have pages, not lines: of a text with pages each message names its page.
void add_found(const Diagnostics& found, const Source& source, bool only_errors, Diagnostics& diagnostics) {
    const bool pages = source.text.find('\f') != std::string::npos;
    for (const Diagnostic& d : found.all()) {
        Message message = d.message;
        if (pages && d.location.source == &source)
            message = say("{} (page {})", std::move(message), page_of(source.text, d.location.begin));
        if (d.severity == Severity::error) diagnostics.error(d.code, d.location, std::move(message), d.hints);
        else if (only_errors) continue;
        else if (d.severity == Severity::note) diagnostics.note(d.code, d.location, std::move(message), d.hints);
        else diagnostics.warning(d.code, d.location, std::move(message), d.hints);
    }
}

std::optional<model::Dossier> named_dossier(const Source& source, std::string_view naam, Diagnostics& diagnostics) {
    auto dossier = foreign_dossier(source, diagnostics);
    if (!dossier) return std::nullopt;
    if (!naam.empty()) dossier->naam.value = naam;
    if (dossier->naam.value.empty()) {
        diagnostics.error("missing-name", {}, say("the source gives no name for the dossier"), {say("give one with --naam \"...\"")});
        return std::nullopt;
    }
    if (dossier->beoordeling.schaal.empty()) dossier->beoordeling = model::default_beoordeling();
    return dossier;
}

}  // namespace

bool is_pdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

bool is_yaml(const Source& file) { return !is_xml(file) && !is_pdf(file.text) && !file.name.ends_with(".txt"); }

void report_too_large(const Source& file, Diagnostics& diagnostics) {
    diagnostics.error("too-large", {&file, 0, 0}, say("the file is larger than {} MiB, expected a dossier", kMostInput >> 20));
}

bool accept(Source& file, Diagnostics& diagnostics) {
    if (file.text.size() > kMostInput) {
        file.text.clear();
        report_too_large(file, diagnostics);
        return false;
    }
    const auto other = other_kind(file.text);
    if (!other) return true;
    file.text.clear();
    diagnostics.error("other-kind", {&file, 0, 0}, say("found {}, expected a dossier in YAML, XML, PDF or plain text", other->what),
                      {other->remedy});
    return false;
}

Imported import_dossier(const Source& file, std::string_view naam, PdfText* pdf, Diagnostics& diagnostics) {
    auto text = text_of(file, pdf, diagnostics);
    if (!text) return {};
    const Source& source = text->own ? *text->own : file;
    Diagnostics found;
    auto dossier = named_dossier(source, naam, found);
    add_found(found, source, false, diagnostics);
    if (found.has_errors()) dossier.reset();
    return {std::move(text->own), std::move(dossier)};
}

Imported read_version(const Source& file, PdfText* pdf, Diagnostics& diagnostics) {
    auto text = text_of(file, pdf, diagnostics);
    if (!text) return {};
    const Source& source = text->own ? *text->own : file;
    const bool foreign = text->pages || !is_yaml(source);
    Diagnostics found;
    auto dossier = foreign ? foreign_dossier(source, found) : yaml::read_dossier(source, found);
    add_found(found, source, true, diagnostics);
    if (found.has_errors()) dossier.reset();
    return {std::move(text->own), std::move(dossier)};
}

}  // namespace dossier::core
