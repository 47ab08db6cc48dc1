#pragma once
/// The colour profile that a PDF/A file must carry.

#include <string>

namespace dossier::pdf {

/// An ICC version 2 display profile of sRGB (IEC 61966-2-1), made from its published numbers.
[[nodiscard]] std::string srgb_profile();

}  // namespace dossier::pdf
