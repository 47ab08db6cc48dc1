#pragma once

namespace dossier::scanread {

/// Answers until stdin ends, as scanread/protocol.hpp has it: the exit status. Pages are read by processes of their own in a sandbox
/// (served/serve.hpp), so that poppler, Leptonica and ZXing meet hostile pictures there.
[[nodiscard]] int serve();

}  // namespace dossier::scanread
