#pragma once
/// Where the lines of a ragged-right paragraph end, chosen for the paragraph as a whole instead of line by line: D. E. Knuth
/// and M. F. Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981). A line alone cannot know
/// that a hyphen in it leaves "heid" alone on the next.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace dossier::layout {

/// A place where a line may end. Distances in points from the beginning of the text, were it set on one line.
struct LineBreak {
    enum class Kind : std::uint8_t {
        space,
        joint,  ///< within a word, after its own hyphen or slash
        hyphen  ///< within a word, a hyphen is added
    };
    Kind kind = Kind::space;
    float end = 0;   ///< of what stands before it
    float next = 0;  ///< beginning of what stands after it: beyond the space
};

/// Room in points.
struct LineRoom {
    float first = 0, rest = 0;  ///< on the first line, on each later one
    float hyphen = 0;           ///< what an added hyphen takes
};

enum class Looseness : std::uint8_t {
    little,  ///< no line is left open by more than a quarter, and the last is not very short
    any
};

/// The best way to a break.
struct BestBreak {
    float demerits = std::numeric_limits<float>::infinity();
    std::size_t from = 0;
};

/// Indexes into `breaks` of the breaks to take, in order. `length` is that of the whole text. Empty if something between two
/// breaks is wider than a line, if all fits on one line, and if the best lines are looser than `most`.
/// `best` is room to work in.
[[nodiscard]] std::vector<std::size_t> best_breaks(std::span<const LineBreak> breaks, float length, const LineRoom& room, Looseness most,
                                                   std::vector<BestBreak>& best);

}  // namespace dossier::layout
