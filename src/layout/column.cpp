#include "layout/column.hpp"

namespace dossier::layout {
namespace {

using markup::Block;
using markup::Inline;

Role heading_role(int level) {
    constexpr Role kRoles[] = {Role::h1, Role::h2, Role::h3, Role::h4};
    return kRoles[std::clamp(level, 1, 4) - 1];
}

std::string plain(const std::vector<Inline>& text) {
    std::string out;
    for (const Inline& i : text) out += i.kind == Inline::Kind::line_break ? std::string(" ") : i.kind == Inline::Kind::text ? i.text : "";
    return out;
}

/// Whether there is anything to read in `text`, and not only decoration.
bool has_content(const std::vector<Inline>& text) {
    return std::any_of(text.begin(), text.end(), [](const Inline& i) { return i.kind != Inline::Kind::image || !i.label.empty(); });
}

/// Whether `b` stays with what follows it: a text before a table, or one that ends in a colon before a list.
bool introduces(const Block& b, const Block& next) {
    if (b.kind != Block::Kind::paragraph || b.text.empty()) return false;
    return next.kind == Block::Kind::table || (next.kind == Block::Kind::list && b.text.back().text.ends_with(':'));
}

}  // namespace

void Column::blocks(const std::vector<Block>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        block(list[i]);
        if (i + 1 < list.size() && introduces(list[i], list[i + 1])) keep_next_ = true;
    }
}

Slice& Column::add(Slice::Kind kind, float height, Space space, bool keep) {
    Slice s;
    s.kind = kind;
    s.height = height;
    s.gap = std::max(after_, space.before);
    s.keep = keep || keep_next_ || keep_all_;
    if (kind == Slice::Kind::page_break) s.keep = false;
    keep_next_ = false;
    after_ = space.after;
    out_.push_back(s);
    return out_.back();
}

void Column::lines(const std::vector<Inline>& text, const style::Text& look, int element, Space space, bool whole) {
    const std::size_t first = break_lines(c_, text, look, left(), room(), element);
    const std::size_t n = c_.flow.lines.size() - first;
    for (std::size_t i = 0; i < n; ++i) {
        const bool head = i == 1, foot = i + 1 == n && i > 0;
        Slice& s = add(Slice::Kind::line, c_.flow.lines[first + i].height, {i == 0 ? space.before : 0, 0},
                       i > 0 && (head || foot || (whole && n < 4)));
        s.index = static_cast<int>(first + i);
        s.element = element;
    }
    if (n > 0) after_ = space.after;
}

void Column::block(const Block& b) {
    switch (b.kind) {
        case Block::Kind::heading: heading(b); break;
        case Block::Kind::paragraph: paragraph(b); break;
        case Block::Kind::list: list(b); break;
        case Block::Kind::table: table(b); break;
        case Block::Kind::rule: add(Slice::Kind::rule, 1, furniture ? Space{3, 4} : c_.styles.rule); break;
        case Block::Kind::box: box(b); break;
        case Block::Kind::keep: keep(b); break;
        case Block::Kind::columns: columns(b); break;
        case Block::Kind::page_break: add(Slice::Kind::page_break, 0, {}); break;
        case Block::Kind::item:
        case Block::Kind::column: blocks(b.children); break;
    }
}

void Column::heading(const Block& b) {
    const Look& look = heading_look(c_.styles, b.level);
    const std::size_t first = out_.size();
    const int e = element(heading_role(b.level));
    lines(b.text, look.text, e, look.space, true);
    if (out_.size() == first) return;
    for (std::size_t i = first + 1; i < out_.size(); ++i) out_[i].keep = true;
    keep_next_ = true;
    if (b.bookmark > 0) {
        out_[first].bookmark = static_cast<int>(c_.out.bookmarks.size());
        c_.out.bookmarks.push_back({plain(b.text), b.bookmark, 0, 0});
    }
}

void Column::paragraph(const Block& b) {
    Look look{base, furniture ? c_.styles.furniture.space : cell_look ? Space{0, cell_look->between} : c_.styles.plain.space};
    if (!b.style.empty()) {
        const Look own = paragraph_look(c_.styles, b.style);
        if (furniture) look.text.align = own.text.align;
        else if (b.style == "hangend") look.text.hang = true;
        else look = own;
    }
    lines(b.text, look.text, has_content(b.text) ? element(Role::p) : -1, look.space, true);
    if (b.style == "label") keep_next_ = true;
}

void Column::keep(const Block& b) {
    const bool outer = keep_all_;
    const std::size_t first = out_.size();
    const bool held = keep_next_ || keep_all_;
    keep_all_ = true;
    blocks(b.children);
    keep_all_ = outer;
    if (out_.size() > first) out_[first].keep = held;
}

void Column::box(const Block& b) {
    FlowBox box;
    box.x0 = left();
    box.x1 = left() + room();
    const Color accent = c_.document.accent;
    if (b.style == "info") {
        box.fill = style::tint(accent, 0.06F);
        box.bar = 3;
    } else if (b.style == "let-op") {
        box.edge = accent;
        box.bar = 5;
    } else {
        box.edge = style::kRowRule;
    }
    box.bar_color = accent;
    const int index = static_cast<int>(c_.flow.boxes.size());
    c_.flow.boxes.push_back(box);
    // A box stays whole when it fits on a page; `place` gives way when it does not.
    const bool outer = keep_all_;
    const bool held = keep_next_ || keep_all_;
    const BoxLook& look = c_.styles.box;
    add(Slice::Kind::box_begin, look.pad_top, {look.space.before, 0}, held).index = index;
    keep_all_ = true;
    inset_ += look.pad_x;
    const std::size_t first = out_.size();
    blocks(b.children);
    if (out_.size() > first) out_[first].gap = 0;
    inset_ -= look.pad_x;
    after_ = 0;
    add(Slice::Kind::box_end, look.pad_bottom, {0, look.space.after}).index = index;
    keep_all_ = outer;
    keep_next_ = false;
}

}  // namespace dossier::layout
