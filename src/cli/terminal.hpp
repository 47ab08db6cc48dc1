#pragma once
/// What reaches people and machines: diagnostics as text or JSON, colour, progress.

#include "base/base.hpp"

#include <string>

namespace dossier::cli {

enum class Color { automatic, always, never };

/// Whether to colour stderr: `automatic` means a terminal, no NO_COLOR and a TERM that is not "dumb".
[[nodiscard]] bool use_color(Color choice);
/// Whether stderr is a terminal, so that progress may be shown.
[[nodiscard]] bool on_terminal();

/// A file that was made or left, for --json.
struct FileRow {
    std::string path;
    std::size_t bytes = 0;
    std::string action{}, why{};  ///< of --dry-run: what would become of it; "" otherwise
};

/// Diagnostics whose sources may be gone.
struct Told {
    std::size_t errors = 0, warnings = 0;
    std::vector<std::string> rows;  ///< each as JSON, in the language of the run; only if asked for

    void add(const Diagnostics& diagnostics, bool json, Translate translate = nullptr);
};

/// The one object of --json, documented in the README: {"version", "status", "diagnostics": [...], "files": [...], ...}.
[[nodiscard]] std::string as_json(const Told& told, int status, const std::vector<FileRow>& files);

}  // namespace dossier::cli
