#pragma once
/// What a filled-in form says, on screen or on paper, as plain values: the fields with what stands in them, who signed it and whether that still holds, and
/// how far the file can be trusted at all. `acroform` makes these of the bytes of a PDF, `pdfform` in a process of its own. All
/// text is UTF-8, as the file has it: no name or value is mended, split, or looked up here.

#include "base/base.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::filled {

enum class Kind : std::uint8_t {
    text,
    choice,  ///< a group of radio buttons, or a checkbox
    list,    ///< a list to choose from; our forms have none
    button,  ///< does something when pressed and holds no value
    signature,
    other,  ///< a kind that PDF does not know
};

/// Why the value of a field is not sure. Nothing is chosen in silence: who gets a field with a doubt must look.
enum class Doubt : std::uint8_t {
    page_differs,    ///< the choice that the page shows is not the value: see `shown`
    no_such_choice,  ///< the value is none of the choices that the field has
    two_values,      ///< the file has this field more than once, with other values; each is in the list
    not_text,        ///< the value is no text, or has characters that cannot be read: those are U+FFFD
    not_listed,      ///< the field stands on a page and not among the fields of the form: a form in another form, or a clumsy program
};

/// Of a field that was read from paper: how, and from where, so that a person can look it up.
struct OnPaper {
    enum class Doubt : std::uint8_t {
        none,
        faint,  ///< a mark too weak or too small to be one for sure
        two_marks,
        corrected,    ///< one choice is blackened and another marked
        beside,       ///< ink beside the choices and none in them
        not_seen,     ///< not all choices of the question can be seen
        handwriting,  ///< words, which nobody has read yet
    };
    std::string file;
    std::uint32_t page = 0;                   ///< of the file, from 1
    std::array<std::int32_t, 4> rectangle{};  ///< left, top, right, bottom in pixels of that page, upright
    float sure = 0;                           ///< 0 to 1; 1 where a person decided
    Doubt doubt = Doubt::none;
    std::string looks_like;  ///< with a doubt: the choice that it may be; "" no idea
    bool decided = false;    ///< a person said what it is

    friend bool operator==(const OnPaper&, const OnPaper&) = default;
};
/// What is wrong with the pages of a form on paper, or with a page that belongs to none.
struct PaperProblem {
    enum class Kind : std::uint8_t {
        missing,        ///< page `number` is not among the scans
        twice,          ///< page `number` is there more than once, and says the same
        nobody,         ///< the code says whom it is for, and no class list was given
        not_on_list,    ///< it is none of those on the class list
        more_than_one,  ///< it may be more than one of them
        order_unsure,   ///< its pages do not say whom they are for, and lie among others in no order that tells
        no_code,
        foreign_code,
        unknown_form,
        other_places,
        not_placed,
        unreadable,
        too_much,  ///< of a page by itself
    };
    Kind kind = Kind::missing;
    std::size_t number = 0;
    friend bool operator==(const PaperProblem&, const PaperProblem&) = default;
};
struct PaperPage {
    std::string file;
    std::uint32_t page = 0;  ///< of the file, from 1
    friend bool operator==(const PaperPage&, const PaperPage&) = default;
};
/// A form on paper.
struct Paper {
    std::vector<PaperPage> pages;  ///< in the order of the form
    std::vector<PaperProblem> problems;
    friend bool operator==(const Paper&, const Paper&) = default;
};

struct Field {
    std::string name;  ///< in full: the names from the top field down, joined by "."
    Kind kind = Kind::text;
    /// "" is empty. Of a choice the name of the state, "" for Off and for none. Line ends are "\n". Of a list the chosen options, a
    /// line each. Of a signature "".
    std::string value;
    std::string shown;    ///< of a choice: the states that the page shows as chosen, a line each
    std::string initial;  ///< what the field goes back to when the form is reset: what it was prefilled with
    bool readonly = false;
    bool signed_here = false;  ///< a signature that is there
    std::vector<Doubt> doubts;
    std::optional<OnPaper> paper = {};  ///< nullopt: of a file that was filled in on screen

    friend bool operator==(const Field&, const Field&) = default;
};

/// What a digital signature is worth, without any judgement on whose certificate it is: anyone can make one with any name in it.
struct Signature {
    enum class State : std::uint8_t {
        intact,   ///< the bytes that it covers are those that were signed, with the key of the certificate in it
        broken,   ///< they are not, or it is made so that nobody can tell what it covers: see `problem`
        unknown,  ///< of a kind that is not looked into: see `problem`
    };
    enum class Covers : std::uint8_t {
        whole_file,
        earlier_version,  ///< what the file was when it was signed; something was added after it
        part,             ///< bytes that are no form by themselves: no one can tell what was signed
    };
    std::string field;  ///< the name of its field
    State state = State::unknown;
    std::string problem;  ///< in English, without final period; "" when intact
    Covers covers = Covers::part;
    std::uint64_t covered = 0, size = 0;  ///< bytes: up to where it covers the file, and how large that is
    /// Fields whose value, or what is shown of it, is another than when it was signed, or that came or went: in the order of the
    /// file. Signatures are fields too. Only of `earlier_version`.
    std::vector<std::string> changed_after;
    /// As the file says, "" where it does not. The name in the certificate, and the names and time that the program wrote beside it.
    std::string certificate_name, name, reason, kind;
    std::string time;  ///< "2026-06-30T14:05:00+02:00"; what the signature itself says goes before what stands beside it

    friend bool operator==(const Signature&, const Signature&) = default;
};

enum class Condition : std::uint8_t {
    form,        ///< fields were read
    no_fields,   ///< a sound PDF without any: printed or made flat, or never a form
    damaged,     ///< mended while reading; fields may be missing, and others may have old values
    unreadable,  ///< says that it is a PDF, and is damaged beyond reading
    locked,      ///< asks for a password
    not_pdf,
    too_much,    ///< reading it took more time or memory than a form may, or it is larger than kMost... say
    unread,      ///< not the file: there was nothing to read it with
    stray_page,  ///< a page of a scan that belongs to no form: `paper` says why
};

inline constexpr std::size_t kMostFields = 50'000;
inline constexpr std::size_t kMostPages = 5'000;
inline constexpr std::size_t kMostSignatures = 32;
inline constexpr std::size_t kMostBytes = std::size_t{8} << 20;  ///< of all names and values together

struct FilledPdf {
    Condition condition = Condition::unread;
    std::string damage;      ///< of damaged and unreadable, the first that was found, in English
    bool encrypted = false;  ///< and opens without a password
    bool xfa = false;        ///< has a form of Adobe LiveCycle beside it, whose values are not read
    std::uint32_t pages = 0;
    std::string identifier;             ///< dc:identifier of the XMP: of our documents which it is
    std::string title;                  ///< dc:title of the XMP, or of the older document information
    std::vector<Field> fields;          ///< in the order of the form
    std::vector<Signature> signatures;  ///< of the fields that are signed, in their order
    std::optional<Paper> paper;         ///< it was read from paper

    friend bool operator==(const FilledPdf&, const FilledPdf&) = default;
};

/// Says in `diagnostics` why there is nothing to read in `pdf`, or that it had to be mended. Nothing for `form`, nor for
/// `unread`: who could not read it has said so.
void report(const FilledPdf& form, const Source& pdf, Diagnostics& diagnostics);

/// "intact" and the like, for tests and logs.
[[nodiscard]] std::string_view word(Kind kind);
[[nodiscard]] std::string_view word(Doubt doubt);
[[nodiscard]] std::string_view word(OnPaper::Doubt doubt);
[[nodiscard]] std::string_view word(Condition condition);
[[nodiscard]] std::string_view word(Signature::State state);
[[nodiscard]] std::string_view word(Signature::Covers covers);
/// Everything, a line for each field: for tests and dumps.
[[nodiscard]] std::string dump(const FilledPdf& form);

}  // namespace dossier::filled
