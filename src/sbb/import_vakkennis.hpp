#pragma once
/// Vakkennis en vaardigheden in a file of SBB: references to tables, with headings and categories between them. Private to `sbb`.

#include "sbb/import_file.hpp"

namespace dossier::sbb {

/// The items that `parent` refers to; one that ends with ":" is a heading over those that follow.
[[nodiscard]] model::Vakkennis read_vakkennis(pugi::xml_node parent, ImportFile& file);
/// Those of a kerntaak. A heading between the items may say for whom the items below it are.
void read_vakkennis(pugi::xml_node node, model::Kerntaak& k, ImportFile& file);

}  // namespace dossier::sbb
