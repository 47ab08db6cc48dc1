#pragma once
#include "base/base.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace dossier::test {

inline std::string file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A file of this project.
inline Source source_file(const std::string& name) { return {name, file(std::filesystem::path(DOSSIER_SOURCE_DIR) / name)}; }

/// A folder of third parties; empty, with the reason, when it is not there.
inline std::filesystem::path external(const std::string& name) {
    const std::filesystem::path folder = DOSSIER_EXTERNAL_DIR;
    if (folder.empty()) {
        MESSAGE("not run: DOSSIER_EXTERNAL_DIR is empty");
        return {};
    }
    if (!std::filesystem::exists(folder / name)) {
        MESSAGE("not run: no " << name << " in DOSSIER_EXTERNAL_DIR");
        return {};
    }
    return folder / name;
}

/// The published text that dossier.yaml was made from; empty when it is not there.
inline Source seed() {
    const std::filesystem::path folder = external("seed");
    if (folder.empty()) return {};
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") return {"seed.txt", file(entry.path())};
    MESSAGE("not run: no text in DOSSIER_EXTERNAL_DIR/seed");
    return {};
}

}  // namespace dossier::test
