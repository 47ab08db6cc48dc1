#pragma once
/// The bytes of a PDF in, what a filled-in form says out. A function of its input alone: no file, no clock, nothing kept. It counts
/// what it takes, but the libqpdf below it does not: hostile bytes can ask for gigabytes and minutes. So a program on a system of
/// its own goes through `pdfform`, which runs this where both are bounded; a page in a browser has the bounds of the browser.

#include "filled/filled.hpp"

#include <string_view>

namespace dossier::acroform {

/// Never throws; short of memory it is `too_much`.
[[nodiscard]] filled::FilledPdf read_form(std::string_view bytes);

}  // namespace dossier::acroform
