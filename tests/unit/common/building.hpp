#pragma once
/// Building as a shell does, for tests.

#include "core/core.hpp"

namespace dossier::test {

/// All that `selection` asks for, one file after the other.
inline std::optional<core::Built> build(const make::Maker& maker, const model::Dossier& dossier, const plan::Selection& selection,
                                        Diagnostics& diagnostics, const std::vector<FileSize>& existing = {}) {
    core::Workers one_by_one;
    core::Observer silent;
    return core::build(maker, dossier, selection, {"", "dossier test"}, existing, {}, one_by_one, silent, diagnostics);
}

}  // namespace dossier::test
