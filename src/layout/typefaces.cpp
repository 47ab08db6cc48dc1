#include "layout/typefaces.hpp"

#include "base/embedded.hpp"

#include <stdexcept>

namespace dossier {
std::span<const EmbeddedFile> embedded_open_sans();
std::span<const EmbeddedFile> embedded_dejavu();
}  // namespace dossier

namespace dossier::layout {
namespace {

std::string_view embedded(std::span<const EmbeddedFile> files, std::string_view name) {
    for (const EmbeddedFile& f : files)
        if (f.name == name) return f.bytes;
    throw std::logic_error("internal error: no embedded file " + std::string(name));
}

}  // namespace

Typeface own_typeface() {
    const auto files = embedded_open_sans();
    return {embedded(files, "OpenSans-Regular.ttf"), embedded(files, "OpenSans-Bold.ttf"), embedded(files, "OpenSans-Italic.ttf")};
}

Fallback fallback() {
    const auto files = embedded_dejavu();
    return {embedded(files, "DejaVuSans.ttf"), embedded(files, "DejaVuSans-Bold.ttf")};
}

}  // namespace dossier::layout
