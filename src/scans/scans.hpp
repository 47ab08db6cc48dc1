#pragma once
/// Pictures of filled-in forms in, what is marked on them out: which page it is by its code, where its choices lie by its map, and of
/// each question which choice has ink in it. Nothing is guessed: what is not clear is a doubt, with a reason and a cut-out for a person
/// to look at. Handwriting is cut out and never read.
///
/// Pure values; no files. Pictures are hostile until read: `dossier-scan` calls this in a sandbox (see room scanread).

#include "base/base.hpp"
#include "layout/map.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::scans {

/// The maps of all pages that may be met, by the text of their code without the key of a candidate.
using Atlas = std::map<std::string, layout::PageMap, std::less<>>;
void add_to(Atlas& atlas, const std::vector<layout::PageMap>& maps);
/// The map of the page whose code this is, of whoever it is; nullptr when it is not there, or the code is no page code.
[[nodiscard]] const layout::PageMap* map_of(const Atlas& atlas, std::string_view code);

/// A place on the picture of a page, upright, in its pixels from the top left.
struct Box {
    std::int32_t left = 0, top = 0, right = 0, bottom = 0;
    friend bool operator==(const Box&, const Box&) = default;
};

/// Why the answer to a question is not sure.
enum class Doubt : std::uint8_t {
    none,
    faint,      ///< a mark too weak or too small to be one for sure
    two,        ///< more than one choice is marked
    corrected,  ///< one is blackened and another marked: the other is what was meant, for a person to confirm
    outside,    ///< ink beside the choices and none in them
    not_seen,   ///< a choice is not where it should be: torn off, hidden; or a mark may be lost: the page is pale, or in black and white
};

struct ChoiceInk {
    std::string value;
    float ink = 0;     ///< share of the ring that is inked, 0 to 1, less what an empty one of this page has
    float around = 0;  ///< share of the way round it that has ink just outside
    friend bool operator==(const ChoiceInk&, const ChoiceInk&) = default;
};
/// A question: the choices that share a field.
struct Answer {
    std::string field;
    std::string value;  ///< of the choice marked; "" none. With a doubt: what it most looks like, "" if nothing
    Doubt doubt = Doubt::none;
    float sure = 0;  ///< 0 to 1: how far the least clear of its choices is from where a doubt begins
    std::vector<ChoiceInk> choices;
    Box box;
    std::string cutout;  ///< PNG of the question, for a doubt
    friend bool operator==(const Answer&, const Answer&) = default;
};
/// A place to write in.
struct Writing {
    std::string field;
    bool signature = false;
    float ink = 0;  ///< share of it that is inked
    Box box;
    std::string cutout;  ///< PNG, when there is ink
    friend bool operator==(const Writing&, const Writing&) = default;
};

enum class Condition : std::uint8_t {
    read,
    blank,         ///< nothing on it: the back of a page
    no_code,       ///< no code that can be read
    foreign_code,  ///< a code that is not of a form of ours
    unknown_form,  ///< a form of ours, of which the map is not at hand
    other_places,  ///< the form is at hand, but its fields lay elsewhere when this was printed
    not_placed,    ///< the code was read, and the page does not lie where it says: too much of it is missing or bent
    unreadable,    ///< no picture, or damaged
    too_much,      ///< too large, or reading it took more time or memory than a page may
};

struct Page {
    Condition condition = Condition::unreadable;
    std::uint32_t number = 0;             ///< in the file, from 1
    std::string code;                     ///< text of the code, as read; bytes of a stranger unless `read`
    std::uint32_t width = 0, height = 0;  ///< of the upright picture, in pixels
    std::uint8_t turns = 0;               ///< quarter turns clockwise that made it upright
    float sharpness = 0;                  ///< pixels to the point
    std::vector<Answer> answers;          ///< in the order of the page
    std::vector<Writing> writings;
    std::string picture;  ///< PNG of the whole, small, when a person must see it
    friend bool operator==(const Page&, const Page&) = default;
};

inline constexpr std::size_t kMostPages = 5'000;  ///< of a file
/// Share of a field from which it was written in: a word of some letters.
inline constexpr double kWritten = 0.004;

struct Wanted {
    bool cutouts = false;  ///< of doubts and handwriting, and of pages that say nothing
};

/// "faint" and the like, for tests and dumps.
[[nodiscard]] std::string_view word(Doubt doubt);
[[nodiscard]] std::string_view word(Condition condition);
/// A page in lines of text, for tests and dumps.
[[nodiscard]] std::string dump(const Page& page);

}  // namespace dossier::scans
