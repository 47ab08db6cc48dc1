#include "layout/set_line.hpp"

#include <algorithm>

namespace dossier::layout {
namespace {

constexpr float kChoiceGap = 10;

/// A choice keeps away from the label of the one before it.
bool keeps_away(const Token& t, Token::Kind before) { return t.choice && before == Token::Kind::word; }

}  // namespace

/// Distance to what stands before it on the line.
float LineSetter::lead(const Token& t) const {
    if (line_.empty()) return 0;
    return (t.space ? metrics_.space : 0) + (keeps_away(t, line_.back().kind) ? kChoiceGap : 0);
}

void LineSetter::end(LineEnd with) {
    Line line = measured();
    if (with == LineEnd::hyphen) at_ += metrics_.hyphen(Face::regular);
    put_down(line, beginning());
    finish(with);
    line.count = static_cast<std::uint32_t>(c_.flow.pieces.size()) - line.first;
    c_.flow.lines.push_back(line);
    hyphens_ = with == LineEnd::hyphen ? hyphens_ + 1 : 0;
    first_ = false;
    line_.clear();
    at_ = 0;
}

Line LineSetter::measured() const {
    Line line;
    line.first = static_cast<std::uint32_t>(c_.flow.pieces.size());
    float box = 0;
    for (const Token& t : line_)
        if (t.kind == Token::Kind::box) box = std::max(box, t.width > 0 ? box_of(t).height : 0);
    const FontFace& font = c_.fonts.face(Face::regular);
    const float leading = metrics_.style.leading;
    line.height = std::max(leading, box > style::kTarget ? box + 2 : box);
    line.baseline = box > 0 ? line.height / 2 + metrics_.scaled(font.cap_height) / 2
                            : (leading - metrics_.scaled(font.ascent - font.descent)) / 2 + metrics_.scaled(font.ascent);
    return line;
}

/// Where the line begins, once its length is known.
float LineSetter::beginning() const {
    const style::Align align = metrics_.style.align;
    const float slack = std::max(0.0F, room() - at_);
    return x_ + (first_ ? 0 : hang_) + (align == style::Align::right ? slack : align == style::Align::center ? slack / 2 : 0);
}

void LineSetter::put_down(const Line& line, float x) {
    bool first = true;
    Token::Kind before = Token::Kind::box;
    for (const Token& t : line_) {
        if (t.space && !first) space(line, x, t);
        if (!first && keeps_away(t, before)) x += kChoiceGap;
        first = false;
        before = t.kind;
        if (t.kind == Token::Kind::box) {
            Piece p = box_of(t);
            p.x = x;
            c_.flow.pieces.push_back(p);
        } else {
            glyphs(line, x, t);
        }
        x += t.width;
    }
}

/// The run that the line ends in so far.
Run* LineSetter::current(const Line& line) const {
    auto& pieces = c_.flow.pieces;
    if (pieces.size() <= line.first || pieces.back().kind != Piece::Kind::text) return nullptr;
    return &pieces.back().run;
}

/// The space goes with the run before it, unless that is a link or span that ends here or a font without space.
void LineSetter::space(const Line& line, float& x, const Token& next) {
    if (Run* run = current(line)) {
        const Piece& before = c_.flow.pieces.back();
        const bool leaves = before.element >= 0 && before.element != next.element;
        if (leaves || metrics_.space_glyph(run->face) == 0) {
            const int link = before.ref == next.link ? next.link : -1;
            begin_run(x, Face::regular, link, c_.flow.element_of_link(link));
        }
        Piece& p = c_.flow.pieces.back();
        const std::uint16_t id = metrics_.space_glyph(p.run.face);
        const int kern = static_cast<int>(metrics_.space * 1000.0F / metrics_.style.size + 0.5F) - c_.fonts.face(p.run.face).advance[id];
        c_.out.glyphs.push_back({id, static_cast<std::int16_t>(kern)});
        ++p.run.count;
        p.width += metrics_.space;
    }
    x += metrics_.space;
}

void LineSetter::glyphs(const Line& line, float x, const Token& t) {
    const Run* run = current(line);
    Piece* piece =
        run && c_.flow.pieces.back().ref == t.link && c_.flow.pieces.back().element == t.element ? &c_.flow.pieces.back() : nullptr;
    float width = 0;
    auto& all = c_.out.glyphs;
    std::size_t next = all.size();
    all.resize(next + t.to - t.from);
    for (std::size_t g = t.from; g < t.to; ++g) {
        const WordGlyph& glyph = t.word->glyphs[g];
        if (!piece || piece->run.face != glyph.face) {
            begin_run(x + width, glyph.face, t.link, t.element);
            piece = &c_.flow.pieces.back();
            piece->run.first = static_cast<std::uint32_t>(next);
        }
        all[next++] = {glyph.id, glyph.kern};
        ++piece->run.count;
        const float advance = metrics_.scaled(glyph.advance);
        piece->width += advance;
        width += advance;
    }
}

void LineSetter::begin_run(float x, Face face, int link, int element) {
    Piece p;
    p.x = x;
    p.ref = link;
    p.element = element;
    p.run.face = face;
    p.run.size = metrics_.style.size;
    p.run.color = link < 0 ? metrics_.style.color : c_.document.accent;
    p.run.x = x;
    p.run.first = static_cast<std::uint32_t>(c_.out.glyphs.size());
    c_.flow.pieces.push_back(p);
}

/// Ends the last run of the line with a space or a soft hyphen.
void LineSetter::finish(LineEnd with) {
    if (with == LineEnd::nothing) return;
    if (c_.flow.pieces.empty() || line_.empty() || line_.back().kind != Token::Kind::word) return;
    const bool hyphen = with == LineEnd::hyphen;
    const auto glyph = [&](Face face) { return hyphen ? metrics_.hyphen_glyph(face) : metrics_.space_glyph(face); };
    const Piece& last = c_.flow.pieces.back();
    if (glyph(last.run.face) == 0) begin_run(last.x + last.width, Face::regular, last.ref, last.element);
    Piece& p = c_.flow.pieces.back();
    const std::uint16_t id = glyph(p.run.face);
    c_.out.glyphs.push_back({id, 0});
    ++p.run.count;
    if (hyphen) p.width += metrics_.scaled(c_.fonts.face(p.run.face).advance[id]);
}

}  // namespace dossier::layout
