#pragma once
/// Lines as people typed them -> the notation of long text (model::parse_tekst): paragraphs, punten. Private to `sbb`.

#include <string>
#include <string_view>
#include <utility>

namespace dossier::sbb {

/// Puts lines together as notation: paragraphs apart, punten under each other.
class Notation {
public:
    void blank() { gap_ = true; }
    /// A line of text, `indent` columns from the left; a list sign in front makes it a punt.
    void line(std::size_t indent, std::string_view raw);
    /// Notation as it is.
    void verbatim(std::string_view notation);
    /// How far to indent a list that begins here: below a number that was typed by hand.
    [[nodiscard]] std::size_t list_indent() const { return numbered_ && !gap_ ? width_ : 0; }
    [[nodiscard]] std::string take() { return std::exchange(out_, {}); }
    void reset() { *this = {}; }

private:
    std::string out_;
    bool in_list_ = false;
    bool gap_ = false;
    bool numbered_ = false;
    std::size_t width_ = 0;
};

/// Each line of `raw`.
void plain_lines(std::string_view raw, Notation& to);

}  // namespace dossier::sbb
