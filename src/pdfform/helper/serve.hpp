#pragma once

namespace dossier::pdfform {

/// Exit statuses of the helper, and of the processes that read one form each.
enum Status { kDone = 0, kFailed = 1, kOutOfMemory = 9 };

/// Answers until stdin ends, as pdfform/protocol.hpp has it. Each form is read by a process of its own, made by fork from this one,
/// which is warm and cheap to copy. So libqpdf meets a hostile PDF where there is nothing to harm: no file, no network, bounds on
/// time and memory (sandbox/sandbox.hpp), and no other form, before or after it. This process looks at no byte of a PDF.
[[nodiscard]] int serve();

}  // namespace dossier::pdfform
