#pragma once
/// Deflate for what is different in every file. libdeflate's quickest level took more than half of the time of a whole file,
/// much of it to find codes that fit each text. Here the codes are the same for all, fitted once to the forms that this
/// program makes, and the first match found is good enough: more than twice as quick, for a tenth more bytes.

#include "pdf/buffer.hpp"

#include <string_view>

namespace dossier::pdf {

/// Appends a zlib stream of `bytes`. The same bytes give the same stream, on any machine.
void quick_deflate(Buffer& out, std::string_view bytes);

}  // namespace dossier::pdf
