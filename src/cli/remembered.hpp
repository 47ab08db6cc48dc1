#pragma once
/// What a run of `build` leaves for the next one: which inputs it was made of, and what it had to say of them.

#include "base/base.hpp"
#include "cli/commands.hpp"
#include "folder/output.hpp"
#include "style/templates.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::cli {

/// What tells this program, with every library that is loaded, from any other: SHA-256 of their build ids, in hexadecimal.
[[nodiscard]] const std::string& program_key();

/// The names are words for people. `app`: the page with the whole program lies in the folder (core::kAppPage).
[[nodiscard]] folder::Basis basis_of(std::string_view dossier, const std::vector<style::OwnFile>& templates, const BuildOptions& options,
                                     const core::Facts& facts, bool app);

/// Diagnostics as text, and back: places in `source` are those of the same bytes. nullopt when a place is elsewhere (in a template), or
/// when `text` is not what was written.
[[nodiscard]] std::optional<std::string> remembered(const Diagnostics& diagnostics, const Source& source);
[[nodiscard]] std::optional<Diagnostics> recalled(std::string_view text, const Source& source);

}  // namespace dossier::cli
