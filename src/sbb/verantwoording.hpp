#pragma once
/// The parts of an SBB file that are no part of the dossier proper: how it came about. Private to `exchange`.

#include "sbb/tree.hpp"

namespace dossier::sbb {

/// The verantwoordingsinformatie as titled texts; parts that are empty are left out.
[[nodiscard]] std::vector<model::Paragraaf> read_verantwoording(pugi::xml_node node, SbbTree& tree, SbbTable& profielen);

/// Who adopted the dossier and where, as a paragraph; the sectorkamer need not be said twice.
void add_vaststelling(const model::Text& door, const model::Text& te, model::Dossier& to);

/// The titel of the bron of a dossier from SBB with number `nr`, and back.
[[nodiscard]] std::string sbb_bron(std::string_view nr);
[[nodiscard]] std::string sbb_number(std::string_view bron);

inline constexpr std::string_view kVaststelling = "Vaststelling";
inline constexpr std::string_view kVastgesteldDoor = "Vastgesteld door: ";
inline constexpr std::string_view kVastgesteldTe = "Vastgesteld te: ";

}  // namespace dossier::sbb
