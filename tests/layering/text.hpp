#pragma once
/// A file of the tree as text.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace layering {

inline std::string whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace layering
