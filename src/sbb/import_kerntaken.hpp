#pragma once
/// Kerntaken and werkprocessen in a file of SBB. Private to `sbb`.

#include "sbb/import_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::sbb {

/// Adds the kerntaken below `parent` to `to`: their codes begin with `front` ("B1"), and the element with that name holds their
/// werkprocessen.
void read_kerntaken(pugi::xml_node parent, const std::string& front, std::string_view werkprocessen, ImportFile& file,
                    std::vector<model::Kerntaak>& to);

}  // namespace dossier::sbb
