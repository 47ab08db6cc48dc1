#pragma once
#include "base/message.hpp"

#include <optional>
#include <string_view>

namespace dossier::core {

/// A file that people take for text: of Word, Excel or OpenOffice, a web page, RTF, a zip, a picture.
struct OtherKind {
    Pattern<0> what;    ///< "a Word document (.docx)"
    Pattern<0> remedy;  ///< what to do with it
};
/// nullopt for what could be YAML, XML, text or PDF. Looks at the first bytes only.
[[nodiscard]] std::optional<OtherKind> other_kind(std::string_view bytes);

}  // namespace dossier::core
