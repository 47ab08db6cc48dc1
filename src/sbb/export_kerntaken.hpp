#pragma once
/// Kerntaken and werkprocessen in the XML of SBB. Private to `sbb`.

#include "sbb/export_numbers.hpp"

namespace dossier::sbb {

/// Where a kerntaak stands: the names of elements differ, and those of the basisdeel have a place for aanvullende eisen.
enum class Deel { basis, profiel };

/// `werkprocessen` inside a kerntaak, the aanvullende eisen inside both.
void write_kerntaken(xml::Markup& xml, ExportNumbers& numbers, const std::vector<model::Kerntaak>& kerntaken, Deel deel);

}  // namespace dossier::sbb
