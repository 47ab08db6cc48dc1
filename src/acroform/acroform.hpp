#pragma once
/// The bytes of a PDF in, what a filled-in form says out. A function of its input alone: no file, no clock, nothing kept. It counts
/// what it takes, but the libqpdf below it does not: hostile bytes can ask for gigabytes and minutes. So a program on a system of
/// its own goes through `pdfform`, which runs this where both are bounded; a page in a browser has the bounds of the browser.

#include "filled/filled.hpp"

#include <functional>
#include <string_view>

namespace dossier::acroform {

/// Never throws; short of memory it is `too_much`.
[[nodiscard]] filled::FilledPdf read_form(std::string_view bytes);
/// Gives it to `use` while all that was read is still in memory. A process that ends in `use` saves the tidying up, a third of the
/// time of a form.
void read_form(std::string_view bytes, const std::function<void(const filled::FilledPdf&)>& use);

}  // namespace dossier::acroform
