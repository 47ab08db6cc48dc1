#pragma once
/// A form as bytes, from the program that read it to the one that asked. The reader trusts none of them.

#include "filled/filled.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dossier::pdfform {

[[nodiscard]] std::string encode(const filled::FilledPdf& form);
/// nullopt unless `bytes` are what `encode` makes of some form that `acroform` could give: no byte less or more, all text UTF-8, no more
/// than filled::kMost... allows.
[[nodiscard]] std::optional<filled::FilledPdf> decode(std::string_view bytes);

}  // namespace dossier::pdfform
