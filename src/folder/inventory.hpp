#pragma once
/// What a run says of the files that it made, in the output folder itself: two small texts. Private to `folder`.

#include "folder/output.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::folder {

/// The bytes that this program put somewhere, as the SHA-256 in hexadecimal, and of what it made them (the keys of the caller).
struct Made {
    std::string hash;  ///< "": an inventory of before 1.0.0 knows only that there is a file
    std::vector<std::string> keys{};
};
/// By path in the folder. A change that was interrupted has files of before and of after it: both are ours.
using Inventory = std::map<std::string, std::vector<Made>, std::less<>>;

/// Hidden, so that people see only documents.
inline constexpr std::string_view kInventory = ".dossier-inhoud";
/// There from just before the first file of a change is written until after the last; lines as those of the inventory, of what the
/// change brings.
inline constexpr std::string_view kJournal = ".dossier-onderweg";
/// What the file system said of the files when the inventory was written, so that they need not be read to know that they are the same,
/// and what the caller wants to remember. Of this machine, and worth nothing without its inventory: it may be thrown away.
inline constexpr std::string_view kState = ".dossier-stand";

/// Adds the lines of `text` to `out`. A damaged line is no line; a path that leads out of the folder is none either.
Basis read_inventory(std::string_view text, Inventory& out);
[[nodiscard]] std::string inventory_text(const Inventory& inventory, const Basis& basis);

struct State {
    std::map<std::string, std::string, std::less<>> stamps;  ///< by path
    std::string memo;
};
/// Empty if `text` is damaged, or of another inventory.
[[nodiscard]] State read_state(std::string_view text, std::string_view inventory);
[[nodiscard]] std::string state_text(const State& state, std::string_view inventory);

}  // namespace dossier::folder
