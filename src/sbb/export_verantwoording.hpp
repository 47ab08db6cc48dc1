#pragma once
/// How a dossier came about, in the XML of SBB: who adopted it, and the verantwoordingsinformatie. Private to `sbb`.

#include "sbb/export_numbers.hpp"

namespace dossier::sbb {

/// The vaststellingsinformatie on the front page.
void write_vaststelling(xml::Markup& xml, const model::Dossier& dossier);
/// The rest of the verantwoording as one titled text: the format's own parts have forms of their own that a dossier does not know.
void write_verantwoording(xml::Markup& xml, const ExportNumbers& numbers, const model::Dossier& dossier);

}  // namespace dossier::sbb
