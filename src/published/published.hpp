#pragma once
/// The text of a published kwalificatiedossier, as it comes out of its PDF.
/// Text is UTF-8. The importer keeps the words of the source and loses nothing in silence: what it cannot carry over is a warning
/// with its place. Locations in an imported dossier point into `source`, which must outlive it.

#include "base/base.hpp"
#include "model/model.hpp"

#include <optional>
#include <vector>

namespace dossier::published {

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

}  // namespace dossier::published
