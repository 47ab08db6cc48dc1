#include "layout/column.hpp"

namespace dossier::layout {

void Column::list(const Block& b) {
    const int outer = element_;
    element_ = element(Role::l);
    if (element_ >= 0) c_.out.elements.back().ordered = b.ordered;
    const ListLook& look = c_.styles.list;
    const float step = b.ordered ? look.ordered_step : look.step;
    int n = 0;
    const int list_element = element_;
    for (const Block& item : b.children) {
        element_ = list_element;
        list_item(item, b.ordered ? std::to_string(++n) + "." : "\xe2\x80\xa2", step);
    }
    element_ = outer;
    after_ = std::max(after_, cell_look ? look.after_in_cell : look.after);
}

void Column::list_item(const Block& item, const std::string& marker, float step) {
    const ListLook& look = c_.styles.list;
    element_ = element(Role::li);
    const int label = element(Role::lbl);
    const int body = element(Role::lbody);
    const int marker_piece = marker_of(marker, label);
    element_ = body;
    indent_ += step;
    const std::size_t first = out_.size();
    const float before = after_;
    after_ = std::max(0.0F, before);
    const bool starts_with_text = !item.children.empty() && item.children[0].kind == Block::Kind::paragraph;
    if (!starts_with_text) {
        Line blank;
        blank.height = item.children.empty() ? base.leading : 0;
        blank.baseline = base.leading * 0.75F;
        c_.flow.lines.push_back(blank);
        add(Slice::Kind::line, blank.height, {}).index = static_cast<int>(c_.flow.lines.size()) - 1;
        out_.back().element = body;
    }
    for (std::size_t i = 0; i < item.children.size(); ++i) {
        // Text beside other blocks is a paragraph, so that it is read before or after them as it stands.
        if (item.children[i].bare)
            lines(item.children[i].text, base, item.children.size() == 1 ? body : element(Role::p), {0, look.between}, true);
        else block(item.children[i]);
    }
    if (out_.size() > first) c_.flow.lines[static_cast<std::size_t>(out_[first].index)].marker = marker_piece;
    indent_ -= step;
    after_ = cell_look ? look.between_in_cell : look.between;
}

int Column::marker_of(const std::string& marker, int element) {
    std::vector<Inline> text(1);
    text[0].text = marker;
    style::Text look = base;
    look.align = style::Align::left;
    const std::size_t line = break_lines(c_, text, look, left(), 60, element);
    const int piece = static_cast<int>(c_.flow.lines[line].first);
    Piece& p = c_.flow.pieces[static_cast<std::size_t>(piece)];
    p.element = element;
    // A space after it keeps number and text apart when read.
    c_.out.glyphs.push_back({c_.fonts.face(p.run.face).glyph(' '), 0});
    ++p.run.count;
    c_.flow.lines.pop_back();
    return piece;
}

}  // namespace dossier::layout
