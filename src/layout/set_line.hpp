#pragma once
/// Puts tokens on lines: runs of glyphs and boxes at their x. Where lines end is up to the caller.

#include "layout/paragraph_tokens.hpp"

namespace dossier::layout {

/// What a line ends in. Most end in a space, so that words are not glued when read, and a hyphenated one in a soft hyphen; in
/// nothing do those with a word that goes on without hyphen, the last of a paragraph and the last before a forced end.
enum class LineEnd : std::uint8_t { space, hyphen, nothing };

/// The lines of one paragraph, one at a time.
class LineSetter {
public:
    /// Lines begin at `x` and are `width` wide, all but the first indented by `hang`. `boxes` are those of the tokens; `line`
    /// is room to work in.
    LineSetter(Context& context, const Metrics& metrics, const std::vector<Piece>& boxes, std::vector<Token>& line, float x, float width,
               float hang)
        : c_(context), metrics_(metrics), boxes_(boxes), line_(line), x_(x), width_(width), hang_(hang) {}

    /// Room on the line at hand, and on those after it.
    [[nodiscard]] float room() const { return first_ ? width_ : later_room(); }
    [[nodiscard]] float later_room() const { return width_ - hang_; }
    /// Whether the line has room for `t` and what must stay with it, `width` together.
    [[nodiscard]] bool fits(const Token& t, float width) const { return at_ + lead(t) + width <= room() + 0.01F; }
    /// What is left of the line where `t` would begin.
    [[nodiscard]] float left_for(const Token& t) const { return room() - at_ - lead(t); }
    [[nodiscard]] bool empty() const { return line_.empty(); }
    /// Hyphenated lines in a row, up to here.
    [[nodiscard]] int hyphens() const { return hyphens_; }

    void add(const Token& t) {
        at_ += lead(t) + t.width;
        line_.push_back(t);
    }
    /// Adds the line to the flow and begins the next.
    void end(LineEnd with);

private:
    Context& c_;
    Metrics metrics_;
    const std::vector<Piece>& boxes_;
    std::vector<Token>& line_;
    float x_, width_, hang_;
    float at_ = 0;  ///< length of the line so far
    bool first_ = true;
    int hyphens_ = 0;

    [[nodiscard]] const Piece& box_of(const Token& t) const { return boxes_[static_cast<std::size_t>(t.box)]; }
    [[nodiscard]] float lead(const Token& t) const;
    [[nodiscard]] Line measured() const;
    [[nodiscard]] float beginning() const;
    void put_down(const Line& line, float x);
    [[nodiscard]] Run* current(const Line& line) const;
    void space(const Line& line, float& x, const Token& next);
    void glyphs(const Line& line, float x, const Token& t);
    void begin_run(float x, Face face, int link, int element);
    void finish(LineEnd with);
};

}  // namespace dossier::layout
