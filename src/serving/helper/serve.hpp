#pragma once

namespace dossier::serving {

/// Answers questions on stdin until it ends; the exit status.
[[nodiscard]] int serve();

}  // namespace dossier::serving
