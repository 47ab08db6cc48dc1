#pragma once
/// Names that the writer, the reader and the schema of the project's own XML share.

#include "model/model.hpp"

#include <string_view>

namespace dossier::ownxml {

inline constexpr std::string_view kNamespace = "urn:nl:dossier:kwalificatie:1";
inline constexpr std::string_view kVersion = "1.0";
inline constexpr std::string_view kDossier = "dossier";
inline constexpr std::string_view kKwalificatie = "kwalificatie";
inline constexpr std::size_t kDeepestTekst = 4;  ///< lists in lists, as in the notation of long text

[[nodiscard]] constexpr std::string_view element_of(model::BlokSoort soort) {
    switch (soort) {
        case model::BlokSoort::alinea: return "alinea";
        case model::BlokSoort::opsomming: return "opsomming";
        case model::BlokSoort::nummering: return "nummering";
        case model::BlokSoort::voetnoot: return "voetnoot";
    }
    return "";
}

}  // namespace dossier::ownxml
