#pragma once

namespace dossier::pdfform {

/// Answers until stdin ends, as pdfform/protocol.hpp has it: the exit status. Each form is read by a process of its own in a sandbox
/// (served/serve.hpp), so that libqpdf meets a hostile PDF there.
[[nodiscard]] int serve();

}  // namespace dossier::pdfform
