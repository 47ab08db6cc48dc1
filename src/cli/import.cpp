#include "cli/session.hpp"
#include "core/other_kind.hpp"
#include "ownxml/ownxml.hpp"
#include "published/published.hpp"
#include "sbb/sbb.hpp"
#include "xml/xml.hpp"
#include "yaml/yaml.hpp"

namespace dossier::cli {
namespace {

std::optional<model::Dossier> imported(const Source& source, const std::string& naam, Diagnostics& diagnostics) {
    auto dossier = foreign_dossier(source, diagnostics);
    if (!dossier) return std::nullopt;
    if (!naam.empty()) dossier->naam.value = naam;
    if (dossier->naam.value.empty()) {
        diagnostics.error("missing-name", {}, "the source gives no name for the dossier", {"give one with --naam \"...\""});
        return std::nullopt;
    }
    if (dossier->beoordeling.schaal.empty()) dossier->beoordeling = model::default_beoordeling();
    return dossier;
}

/// The text of a PDF, so that people can look up the lines that messages name.
bool write_extracted(const std::string& path, const Source& file, const Source& text, Session& session) {
    if (&file == &text)
        session.fail(kBadCommandLine, "--tekst writes the text of a PDF, and " + dossier::quoted(file.name) + " is none");
    else
        session.write(path, text.text);
    return !session.diagnostics.has_errors();
}

}  // namespace

std::optional<model::Dossier> foreign_dossier(const Source& source, Diagnostics& diagnostics) {
    if (is_xml(source)) {
        return xml::xml_root(source) == "sbb" ? sbb::import_sbb(source, diagnostics) : ownxml::read_xml(source, diagnostics);
    }
    auto from_text = published::import_text(source, diagnostics);
    if (!from_text) return std::nullopt;
    return std::move(from_text->dossier);
}

bool is_xml(const Source& source) {
    std::string_view text = source.text;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    // UTF-16: refused, but as XML.
    if (text.starts_with(std::string_view("\xff\xfe<\0", 4)) || text.starts_with(std::string_view("\xfe\xff\0<", 4))) return true;
    return trim(text.substr(0, 200)).starts_with('<');
}

int import(const ImportOptions& options, const Common& common) {
    Session session(common);
    const Source* file = session.read(options.input);
    const Source* source = file ? session.text_of(*file) : nullptr;
    if (!source) return session.finish();
    if (!options.tekst.empty() && !write_extracted(options.tekst, *file, *source, session)) return session.finish();
    Diagnostics found;
    const auto dossier = imported(*source, options.naam, found);
    session.add_found(found, *source);
    if (!dossier || session.diagnostics.has_errors()) return session.finish();
    const std::string yaml = yaml::write_yaml(*dossier);
    if (options.output == "-") {
        const int status = session.finish();
        return print(yaml) ? status : kCannotReadWrite;
    }
    session.write(options.output, yaml);
    return session.finish();
}

}  // namespace dossier::cli
