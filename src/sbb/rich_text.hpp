#pragma once
/// Text as people typed it into the source system: plain lines, or HTML (sometimes escaped once more). Private to `sbb`.

#include "base/base.hpp"
#include "model/model.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::sbb {

/// A heading with the text below it; `titel` is empty for text before the first heading.
struct RichPart {
    std::string titel;
    std::string notation;  ///< of long text, see model::parse_tekst
    [[nodiscard]] model::Tekst tekst(Location at) const { return model::parse_tekst(notation, at); }
};

/// Text as it was typed, with the characters that references to others than ASCII stand for: so that all of it can be put in one
/// spelling before it is read.
struct Typed {
    std::string text;
    bool html = false;
};
[[nodiscard]] Typed typed(std::string_view raw);

/// Every line of plain text becomes a paragraph or punt; of HTML, every block. Markup that says nothing is dropped; what holds
/// words or a picture that cannot be carried is a warning at `at`.
[[nodiscard]] std::vector<RichPart> rich_parts(const Typed& typed, Location at, Diagnostics& diagnostics);
/// All of it, headings as paragraphs.
[[nodiscard]] model::Tekst rich_text(const Typed& typed, Location at, Diagnostics& diagnostics);
/// `text` with runs of white space made single spaces.
[[nodiscard]] std::string squeezed(std::string_view text);

}  // namespace dossier::sbb
