#pragma once
/// A dossier to and from the formats of other systems, and to canonical YAML.
///
/// Every function is from values to values. Text is UTF-8. Importers keep the words of the source and lose nothing in
/// silence: what they cannot carry over is a warning with its place. They return nullopt after an error. Locations in an
/// imported dossier point into `source`, which must outlive it.

#include "base/base.hpp"
#include "model/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::exchange {

/// A value that a format requires and the dossier does not have.
struct Missing {
    std::string what;  ///< "profiel P1"
    std::string key;   ///< "crebo"
    Location at;       ///< of what lacks it
    std::string hint;  ///< how to add it
};

// ---- canonical YAML ----------------------------------------------------------------------------------------------

/// The dossier as dossier.yaml has it: fields in the order of the model, long text as block scalars, a final line end.
/// Line 1 names the JSON Schema for editors. Comments are not part of the model and so not written.
[[nodiscard]] std::string write_yaml(const model::Dossier& dossier);

// ---- what kind of file it is -------------------------------------------------------------------------------------

/// A file that people take for text: of Word, Excel or OpenOffice, a web page, RTF, a zip, a picture.
struct OtherKind {
    std::string what;    ///< "a Word document (.docx)"
    std::string remedy;  ///< what to do with it
};
/// nullopt for what could be YAML, XML, text or PDF. Looks at the first bytes only.
[[nodiscard]] std::optional<OtherKind> other_kind(std::string_view bytes);
/// XML that says it is in ISO-8859-1, ISO-8859-15 or windows-1252, or is in UTF-16, in UTF-8: each character one character, in
/// the same line and column. Other XML as it is, for the reader to judge. nullopt after an error.
[[nodiscard]] std::optional<std::string> xml_in_utf8(const Source& source, Diagnostics& diagnostics);
/// The name of the first element without its prefix; "" if there is none. The rest may be anything.
[[nodiscard]] std::string xml_root(const Source& source);

// ---- the project's own XML ---------------------------------------------------------------------------------------

/// The dossier in namespace urn:nl:dossier:kwalificatie:1, root <dossier>: every field of the model by its name, a list as an
/// element around its items. Each criterium carries its code. Lossless.
[[nodiscard]] std::string write_xml(const model::Dossier& whole);
/// The kwalificatie of `profiel`, root <kwalificatie>. Criteria keep the codes they have in the whole dossier.
[[nodiscard]] std::string write_xml(const model::Dossier& whole, const model::Profiel& profiel);
/// The schema of both, as XSD 1.0.
[[nodiscard]] std::string write_xsd();
/// Reads either; a kwalificatie is a dossier with one profiel, whose criteria keep their numbers. Strict as the schema, but for
/// the order of fields. Refuses what is not well-formed, a DOCTYPE, processing instructions, more than 16 MiB.
[[nodiscard]] std::optional<model::Dossier> read_xml(const Source& source, Diagnostics& diagnostics);

// ---- the XML in which SBB publishes kwalificatiedossiers ---------------------------------------------------------

/// Reads a file with root <sbb>. Codes come from the chapters (B1-K1-W1), criteria from the text of gedrag, aanvullende eisen
/// from the parts per profiel that are not empty. Elements that are not known and values that a dossier has no place for
/// are warnings, never errors. Beoordeling, which the format has not, is the default.
[[nodiscard]] std::optional<model::Dossier> import_sbb(const Source& source, Diagnostics& diagnostics);
/// The dossier as such a file. What the format has no place for (beoordeling, begrippen, keuzedelen, ...) is left out with a
/// warning; all else comes back through `import_sbb` as it was, or there is a warning that says where it does not.
[[nodiscard]] std::string write_sbb(const model::Dossier& dossier, Diagnostics& diagnostics);
/// What an examencommissie starts from: onvoldoende, voldoende, goed; everything at least voldoende; three quarters covered.
[[nodiscard]] model::Beoordeling default_beoordeling();

// ---- one kwalificatie for other systems --------------------------------------------------------------------------

/// European Learning Model 3 (LOQ XML). `profiel` lacks nothing that `missing_for_elm` names.
[[nodiscard]] std::string write_elm(const model::Dossier& dossier, const model::Profiel& profiel);
[[nodiscard]] std::vector<Missing> missing_for_elm(const model::Profiel& profiel);
/// QTI 2.2 content package, a zip: imsmanifest.xml and an item for each werkproces.
[[nodiscard]] std::string write_qti(const model::Dossier& dossier, const model::Profiel& profiel);
/// 1EdTech CASE 1.0 CFPackage (JSON). Its date of change is `vastgesteld`, `geldig_van` or `build_date` (ISO 8601, may be "");
/// one of them must be there, see `missing_for_case`. Ids depend on crebo or naam, versie, profiel and code alone.
[[nodiscard]] std::string write_case(const model::Dossier& dossier, const model::Profiel& profiel, const std::string& build_date);
[[nodiscard]] std::vector<Missing> missing_for_case(const model::Dossier& dossier, const std::string& build_date);
/// Moodle competency framework, for "Import competency framework" (tool_lpimportcsv).
[[nodiscard]] std::string write_moodle(const model::Dossier& dossier, const model::Profiel& profiel);
/// Canvas outcomes, for its outcomes import.
[[nodiscard]] std::string write_canvas(const model::Dossier& dossier, const model::Profiel& profiel);

// ---- the text of a published kwalificatiedossier, as it comes out of its PDF -------------------------------------

enum class LineUse {
    blank,
    used,       ///< its words are in the dossier
    label,      ///< a heading or a fixed phrase that the structure of the dossier stands for
    furniture,  ///< running head, page number, table of contents
    left_out,   ///< of a keuzedeel behind the dossier, or for nobody: there is one message for all of it
    unknown,    ///< not understood; there is a warning for it
};

struct TextImport {
    model::Dossier dossier;
    std::vector<LineUse> lines;  ///< one for each line of the source; [0] is line 1
};

/// Reads the output of `pdftotext` (with or without -layout or -raw). Lines that the PDF wrapped, hyphenated or broken over a
/// page are joined. What the text does not hold (beoordeling; naam, without a title page) stays absent. Refuses more than 8 MiB.
[[nodiscard]] std::optional<TextImport> import_text(const Source& source, Diagnostics& diagnostics);

}  // namespace dossier::exchange
