#pragma once
/// One reader for each kind of file.

#include "image/image.hpp"

namespace dossier::image {

[[nodiscard]] std::optional<Image> read_svg(const Source& file, Diagnostics& diagnostics);
[[nodiscard]] std::optional<Image> read_png(const Source& file, Diagnostics& diagnostics);

}  // namespace dossier::image
