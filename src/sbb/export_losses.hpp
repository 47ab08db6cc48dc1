#pragma once
/// What a dossier loses on its way through the format of SBB, said before it is gone. Private to `sbb`.

#include "model/model.hpp"

#include <string>

namespace dossier::sbb {

/// Warns of each value that the format has no place for.
void report_left_out(const model::Dossier& dossier, Diagnostics& diagnostics);
/// Reads what was written, so that nothing changes on the way without a word.
void report_changed(const model::Dossier& dossier, const std::string& xml, Diagnostics& diagnostics);

}  // namespace dossier::sbb
