#pragma once
/// A diagnostic for machines: what `--json` prints, and what the page in a browser is told.

#include "base/base.hpp"

#include <string>

namespace dossier::core {

/// One JSON object on one line, in UTF-8: severity, code, message and hints, and of those with a place file, line, column, end_line and
/// end_column, counted as Position does, and the sheet of a workbook. `translate` as for Message.
[[nodiscard]] std::string json_of(const Diagnostic& diagnostic, Translate translate = nullptr);

}  // namespace dossier::core
