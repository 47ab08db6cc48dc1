#pragma once
/// One spelling for each text, whatever program it came from: a Mac writes "é" as two characters, a typesetter "fi" as one and
/// between the thousands a space that no font has. Readers put every value they take through here, so that checks, comparing,
/// searching, names of files and pages see the same letters. Takes UTF-8; what is malformed is passed on as it is.

#include "base/base.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::unicode {

/// What is written in another way than it was typed:
///   accent          a letter and its accent apart, or another canonical twin (U+212B): the one character (NFC)
///   ligature        U+FB00-FB06: their letters
///   no_break_space  U+202F, U+2007: U+00A0, which fonts have and no line is broken at
///   space           U+2000-2006, U+2008-200A, U+205F, U+3000: a space, at which a line may be broken as at these
///   soft_hyphen     U+00AD: nothing. Layout and browsers hyphenate Dutch by themselves, and inside a word it hides that word
///                   from searching, comparing and other systems. Before the end of a line it joins the word to its other
///                   half; as the last character of the text it stays, for the caller knows what comes next.
///   invisible       U+200B-200F, U+2060, U+FE0E, U+FE0F, U+FEFF: nothing. They are left behind by web pages and word processors.
/// All else stays: U+00A0, dashes, quotes, and every sign that could carry meaning.
enum class Change : std::uint8_t { accent, ligature, no_break_space, space, soft_hyphen, invisible };
inline constexpr std::size_t kChanges = 6;

struct Changes {
    struct Kind {
        std::size_t count = 0;
        std::string first;   ///< the characters of the first, as they stood
        std::size_t at = 0;  ///< its byte in the text
    };
    std::array<Kind, kChanges> kinds;

    [[nodiscard]] const Kind& operator[](Change c) const { return kinds[static_cast<std::size_t>(c)]; }
    [[nodiscard]] bool any() const;
};

/// Whether `normalised` would leave `text` as it is, and nothing in it is `unwanted`; false needs a closer look. Fast for Dutch
/// text. Controls below U+0020 are not looked for: formats refuse them.
[[nodiscard]] bool surely_normal(std::string_view text);

/// `text` in the one spelling. White space at the ends and runs of spaces stay. Adds to `changes` what was done.
[[nodiscard]] std::string normalised(std::string_view text, Changes* changes = nullptr);

/// What becomes of a bullet in front of a line: it is text, or the reader makes an item of a list of it.
enum class Bullets : std::uint8_t { text, read };

/// Normalises the values of one file and keeps count, so that nothing is changed in silence: `report` gives one note for
/// each kind, at the first place, with how many there are in the file. Characters that nobody means (`unwanted`) stay, and are
/// reported where they are.
class Normaliser {
public:
    /// Whether a value may need `value`; skipping the call is an economy, not a duty.
    [[nodiscard]] static bool wanted(std::string_view text) { return !surely_normal(text); }
    /// `at` is where the value stands in its source, which must outlive this; the note is narrowed to the characters if they
    /// stand there as such (and not as an escape or an entity).
    [[nodiscard]] std::string value(std::string_view text, Location at, Bullets bullets = Bullets::text);
    /// How many characters so far no text has on purpose.
    [[nodiscard]] std::size_t unwanted_count() const { return unwanted_count_; }
    /// `gravity` of an unwanted character: an error, or else a warning.
    void report(Diagnostics& diagnostics, Severity gravity) const;

private:
    void find_unwanted(std::string_view text, Location at, Bullets bullets);

    struct Seen {
        std::size_t count = 0;
        std::string first;
        Location at;
    };
    std::array<Seen, kChanges> seen_;
    struct Found {
        char32_t c;
        Location at;
    };
    std::vector<Found> unwanted_;  ///< the first of them
    std::size_t unwanted_count_ = 0;
};

/// The letters that a ligature (U+FB00-FB06) stands for; "" for any other character.
[[nodiscard]] std::string_view letters_of(char32_t ligature);
/// The one character that `letter` and the mark behind it are in NFC; nullopt if there is none.
[[nodiscard]] std::optional<char32_t> composed(char32_t letter, char32_t mark);

// ---- characters ----------------------------------------------------------------------------------------------------------

/// Characters that no text of a dossier has on purpose. `what` gives their name for a message.
enum class Unwanted : std::uint8_t { no, control, line_separator, bidi_control, private_use, noncharacter, lost };
/// Tab, line feed and carriage return are no control characters here: each format has its own rule for them.
[[nodiscard]] Unwanted unwanted(char32_t c);
/// "control character", "bidirectional control", ...; "" for no.
[[nodiscard]] Pattern<0> name_of(Unwanted kind);
/// What to do about it, as the hint of a message.
[[nodiscard]] Pattern<0> remedy_for(Unwanted kind);
/// "U+00AD"; at least four digits.
[[nodiscard]] std::string code_point_name(char32_t c);
/// An accent or other mark that belongs to the character before it (general category M).
[[nodiscard]] bool is_mark(char32_t c);

/// A sign that, at the start of a line and with a space behind it, begins an item of a list. Includes what is left of the
/// bullets of Symbol and Wingdings (U+F000 and the byte) when the text is taken out of a PDF.
[[nodiscard]] bool is_bullet(char32_t c);
/// A letter or sign that may be a bullet: what a Symbol or Wingdings bullet becomes when its font is lost ("§", "Ø"), the "o"
/// of Word's second level, and dashes. Each is also an ordinary character ("§ 3"), so take it as a bullet only where
/// more than one line begins with it.
[[nodiscard]] bool may_be_bullet(char32_t c);

}  // namespace dossier::unicode
