#pragma once
/// The ground floor: where text comes from, what is wrong with it, and the few text tools that every stage needs.
/// Standard library only, and nettle for hashes. Nothing here opens a file, reads the clock or prints.

#include "base/message.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// A text that was read, with the name people know it by ("dossier.yaml", "-"). `text` is UTF-8 once `read` has accepted
/// it, and any bytes before. Immutable; must outlive every Location that points into it.
struct Source {
    std::string name;
    std::string text;
    bool personal = false;  ///< about people: its text is never shown, only places in it
    /// Not empty: the file is a spreadsheet, and this the name of the sheet. Places in it are cells then, see `cell_location`.
    std::string sheet = {};
};

/// A span of bytes [begin, end) in a Source. Cheap to copy; line and column are worked out only when reporting.
/// No source: the message is about the run as a whole.
struct Location {
    const Source* source = nullptr;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] explicit operator bool() const { return source != nullptr; }
};

/// Line and column of a byte, both from 1; the column counts code points.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;
};
[[nodiscard]] Position position_of(const Source& source, std::size_t byte);
/// A cell of a spreadsheet as a place in its Source; row and column count from 1. Sheets are read up to these.
inline constexpr std::size_t kMostSheetRows = 200'000, kMostSheetColumns = 500;
[[nodiscard]] Location cell_location(const Source& source, std::size_t row, std::size_t column);
/// What precedes a message: "dossier.yaml:3:7", or "klas.xlsx:Blad1!C7".
[[nodiscard]] std::string place_text(const Location& location);

/// A value and the place in the source it was read from.
template <class T> struct Located {
    T value{};
    Location location{};
};

enum class Severity { error, warning, note };
/// "error", "warning" or "note".
[[nodiscard]] std::string_view severity_word(Severity severity);

/// One thing to tell the person who wrote the input.
/// `code` is a stable kebab-case name for machines ("unknown-key"); `message` is lower-case, without final period, quotes
/// input as typed, says what was found and what was expected; each hint says how to mend it.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;
    Location location;
    Message message;
    std::vector<Message> hints;
};

/// Collects the diagnostics of a run. Not thread-safe: each job has its own and they are joined with `append`.
class Diagnostics {
public:
    void error(std::string code, Location at, Message message, std::vector<Message> hints = {});
    void warning(std::string code, Location at, Message message, std::vector<Message> hints = {});
    void note(std::string code, Location at, Message message, std::vector<Message> hints = {});
    void append(Diagnostics other);
    /// Orders by source name, then position, then message; drops exact repeats.
    void sort();

    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    [[nodiscard]] std::size_t errors() const;
    [[nodiscard]] std::size_t warnings() const;
    [[nodiscard]] bool has_errors() const { return errors() != 0; }

private:
    std::vector<Diagnostic> all_;
};

struct ReportStyle {
    bool color = false;
    std::size_t most = 50;          ///< after this many, one line says how many more there are
    Translate translate = nullptr;  ///< to another language than English
};
/// The diagnostics as text for people, in the order held (call `sort` first), as DESIGN.md shows: place, message, source
/// line with the span underlined, hints. Control characters of the source never reach the output.
[[nodiscard]] std::string report(const Diagnostics& diagnostics, const ReportStyle& style = {});

// ---- UTF-8 -------------------------------------------------------------------------------------------------------

/// Byte offset of the first thing that is not well-formed UTF-8 (overlong, surrogate, truncated), or nullopt.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);
/// Decodes one code point at `at` and moves `at` past it. Malformed input gives U+FFFD and moves one byte.
[[nodiscard]] char32_t decode_utf8(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t c);
[[nodiscard]] std::size_t code_points(std::string_view text);

// ---- words -------------------------------------------------------------------------------------------------------

/// The candidate nearest to `typed` by edit distance (code points, case ignored for ASCII), if near enough to be meant.
[[nodiscard]] std::optional<std::string> nearest(std::string_view typed, std::span<const std::string> candidates);
/// `text` in double quotes for a message; long text is cut at a word with "…", control characters are shown as \xNN.
[[nodiscard]] std::string quoted(std::string_view text);
/// Lower-case ASCII for file names and ids: letters lose their accents, everything else becomes single hyphens.
/// Never empty ("x" then), never longer than 80, never a reserved Windows name.
[[nodiscard]] std::string slug(std::string_view text);
/// Lower case for ASCII and the Latin letters with accents that Dutch and its neighbours use; other text unchanged.
[[nodiscard]] std::string lower(std::string_view text);
/// `text` with a capital in front, if it begins with an ASCII letter.
[[nodiscard]] std::string capitalised(std::string_view text);
/// "a, b, c".
[[nodiscard]] std::string joined(std::span<const std::string> words, std::string_view separator = ", ");
/// "1 werkproces", "2 werkprocessen".
[[nodiscard]] std::string count_of(std::size_t n, std::string_view one, std::string_view many);
/// "0xE9": a byte as messages name it.
[[nodiscard]] std::string byte_name(unsigned char byte);
/// "AB": the column of a spreadsheet, from 1.
[[nodiscard]] std::string column_letters(std::size_t column);
/// "01-06-2026", as people write the day "2026-06-01".
[[nodiscard]] std::string day_for_people(std::string_view iso);
/// "5,5" for 55, "6,0" for 60: a number that is not negative, with one decimal.
[[nodiscard]] std::string tenths_text(long long tenths, char comma = ',');
/// The same in the shortest way: "5,5", "6".
[[nodiscard]] std::string tenths_shortest(long long tenths);
/// "ruim voldoende" for "ruim-voldoende".
[[nodiscard]] std::string spaced(std::string_view key);
/// `text` without white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

// ---- colours -----------------------------------------------------------------------------------------------------

/// sRGB.
struct Color {
    std::uint8_t r = 0, g = 0, b = 0;
    friend bool operator==(const Color&, const Color&) = default;
};
inline constexpr Color kWhite{255, 255, 255};
/// What text needs against its ground (WCAG 2.2, 1.4.3).
inline constexpr double kTextContrast = 4.5;

/// "#1b3f6e", in either case; nullopt for all else.
[[nodiscard]] std::optional<Color> parse_color(std::string_view text);
[[nodiscard]] std::string color_text(Color c);
/// Contrast ratio by WCAG 2, from 1 to 21.
[[nodiscard]] double contrast(Color a, Color b);
/// "4.49:1", rounded downwards.
[[nodiscard]] std::string contrast_text(double ratio);

// ---- hashes, and bytes as letters --------------------------------------------------------------------------------

/// SHA-256 (FIPS 180-4) of `bytes`, as 32 bytes.
[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view bytes);
/// Lower-case hexadecimal.
[[nodiscard]] std::string hex(std::span<const std::uint8_t> bytes);
/// 32 letters and digits that nobody takes for one another: no I, L, O and U (as in Crockford's base 32).
inline constexpr std::string_view kBase32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The first 5 times `letters` bits of the SHA-256 of `bytes`, in letters of kBase32; at most 51.
[[nodiscard]] std::string short_hash(std::string_view bytes, std::size_t letters);
/// With padding, on one line (RFC 4648, section 4).
[[nodiscard]] std::string base64(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace dossier
