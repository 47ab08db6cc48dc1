#pragma once
/// Titles behind the codes of kerntaken, werkprocessen and profielen: how far they go, and where a page repeats them.

#include "phrases/audience.hpp"
#include "published/flow.hpp"
#include "published/verify.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::published {

/// Looks at `lines`; borrows all that it is given.
class CodeHeadings {
public:
    CodeHeadings(const std::vector<TextLine>& lines, const Words& words, const Titles& listed,
                 const std::vector<phrases::NamedProfiel>& profielen)
        : lines_(lines), words_(words), listed_(listed), profielen_(profielen) {}

    struct Title {
        model::Text text;
        std::size_t lines;  ///< that it takes
    };
    /// The title of the heading with `code` at line i. It ends where the overview's title does, or else at the next heading or
    /// blank line.
    [[nodiscard]] Title title_at(std::size_t i, std::string_view code) const;
    /// How many lines from i on, the first of which has `titel` behind its code, make the title with that key; 0 if none do.
    [[nodiscard]] std::size_t lines_of_title(std::size_t i, std::string_view titel, std::string_view key) const;
    /// The title that the overview gives `code`; nullptr if it gives none.
    [[nodiscard]] const std::string* listed_title(std::string_view code) const;
    /// Whether the lines from i on can be a title: they are no sentence, and soon a heading follows.
    [[nodiscard]] bool heading_follows(std::size_t i) const;

private:
    [[nodiscard]] bool ends_title(std::size_t i) const;

    const std::vector<TextLine>& lines_;
    const Words& words_;
    const Titles& listed_;
    const std::vector<phrases::NamedProfiel>& profielen_;
};

/// Running heads repeat the heading of what goes on: in the body, which begins at line `body`, a code with its title stands once and
/// all else are they. `headings` looks at the same lines.
void drop_running_heads(std::vector<TextLine>& lines, std::size_t body, const CodeHeadings& headings, std::vector<LineUse>& uses);

}  // namespace dossier::published
