#pragma once
/// Rules over a whole dossier, after reading: what no single value can tell. Takes a Dossier with numbered criteria and
/// reports; refuses nothing itself.
///
/// Errors: codes that are used twice, in the wrong order or under the wrong parent; references to what does not exist; a
/// schaal that the law does not know; a cesuur that nobody can reach, and what else of points cannot be; dates in the wrong order.
/// Warnings: gaps in the numbering; parts that are missing (once per kerntaak where the source gives outlines only); the
/// rules of good dossiers for gedrag, vakkennis and competenties; exams that cover too little.

#include "base/base.hpp"
#include "model/model.hpp"

namespace dossier::check {

/// Messages are in no particular order: call `Diagnostics::sort` before reporting.
void check_dossier(const model::Dossier& dossier, Diagnostics& diagnostics);

}  // namespace dossier::check
