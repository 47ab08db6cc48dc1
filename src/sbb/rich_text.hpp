#pragma once
/// Text as people typed it into the source system: plain lines, or HTML (sometimes escaped once more). Private to `exchange`.

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

/// Every line of plain text becomes a paragraph or punt; of HTML, every block. Markup that says nothing is dropped; what holds
/// words or a picture that cannot be carried is a warning at `at`.
[[nodiscard]] std::vector<RichPart> rich_parts(std::string_view raw, Location at, Diagnostics& diagnostics);
/// All of it, headings as paragraphs.
[[nodiscard]] model::Tekst rich_text(std::string_view raw, Location at, Diagnostics& diagnostics);
/// Whether `raw` would be read as HTML.
[[nodiscard]] bool is_html(std::string_view raw);
/// `text` with runs of white space made single spaces.
[[nodiscard]] std::string squeezed(std::string_view text);

}  // namespace dossier::sbb
