#include "layout/flow.hpp"

#include <algorithm>

namespace dossier::layout {
namespace {

using markup::Block;
using markup::Cell;
using markup::Inline;
using markup::Row;
using style::Space;

constexpr float kSmallest = 6;  ///< of text that is made to fit

constexpr style::Text kBody{};
constexpr style::Text kSmall{8.0F, 11.0F, false, false, style::kGrey, style::Align::left, true};
constexpr style::Text kFurniture{7.5F, 10.5F, false, false, style::kGrey, style::Align::left, false};

struct Look {
    style::Text text;
    Space space;
};

Look paragraph_look(const std::string& name) {
    Look look{kBody, {0, 6}};
    if (name == "klein") look = {kSmall, {0, 4}};
    if (name == "label") look = {{8.0F, 11.0F, true, false, style::kGrey, style::Align::left, true}, {5, 1.5F}};
    if (name == "bijschrift") look = {{8.0F, 11.0F, false, true, style::kGrey, style::Align::left, true}, {2, 6}};
    if (name == "inleiding") look = {{11.0F, 16.0F, false, false, style::kInk, style::Align::left, true}, {0, 10}};
    if (name == "rechts") look.text.align = style::Align::right;
    if (name == "midden") look.text.align = style::Align::center;
    return look;
}

Look heading_look(int level, Color accent) {
    switch (level) {
        case 1: return {{21.0F, 26.0F, true, false, accent, style::Align::left, false}, {0, 8}};
        case 2: return {{14.0F, 18.5F, true, false, accent, style::Align::left, false}, {20, 6}};
        case 3: return {{11.0F, 15.0F, true, false, style::kInk, style::Align::left, false}, {14, 4}};
        default: return {{9.5F, 13.4F, true, false, style::kInk, style::Align::left, false}, {10, 2}};
    }
}

Role heading_role(int level) {
    constexpr Role kRoles[] = {Role::h1, Role::h2, Role::h3, Role::h4};
    return kRoles[std::clamp(level, 1, 4) - 1];
}

style::Align align_of(const std::string& name) {
    return name == "right" ? style::Align::right : name == "center" ? style::Align::center : style::Align::left;
}

std::string plain(const std::vector<Inline>& text) {
    std::string out;
    for (const Inline& i : text) out += i.kind == Inline::Kind::line_break ? std::string(" ") : i.kind == Inline::Kind::text ? i.text : "";
    return out;
}

/// Measures of a table's style.
struct TableLook {
    float pad_x = 5, pad_y = 4;
    style::Text text{9.0F, 12.4F, false, false, style::kInk, style::Align::left, true};
    style::Text head{8.0F, 10.8F, true, false, style::kInk, style::Align::left, true};
};

TableLook table_look(const std::string& name) {
    TableLook look;
    if (name == "smal") {
        look.pad_x = 3;
        look.pad_y = 2.5F;
        look.text.size = 8;
        look.text.leading = 10.6F;
        look.head.size = 7.5F;
        look.head.leading = 10;
    }
    if (name == "ruim") look.pad_y = 7;
    return look;
}

/// Writes one column of slices; the document's, a cell's, an item's.
class Builder {
public:
    Builder(Context& context, std::vector<Slice>& out, float x, float width, int element)
        : c_(context), out_(out), x_(x), width_(width), element_(element) {}

    style::Text base = kBody;      ///< of text without a style of its own
    bool furniture = false;
    bool compact = false;          ///< in a cell: no space around paragraphs

    void blocks(const std::vector<Block>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            block(list[i]);
            if (i + 1 < list.size() && introduces(list[i], list[i + 1])) keep_next_ = true;
        }
    }

    /// Inline content right in a cell or item, without an element of its own.
    void bare(const std::vector<Inline>& text) { lines(text, base, element_, {}, true); }

    void align(style::Align a) { base.align = a; }

private:
    Context& c_;
    std::vector<Slice>& out_;
    float x_, width_;
    int element_;
    float after_ = 0;         ///< space that the block before asks for
    bool keep_next_ = false;  ///< the next slice stays with the one before it
    bool keep_all_ = false;
    float indent_ = 0, inset_ = 0;

    [[nodiscard]] float left() const { return x_ + indent_ + inset_; }
    [[nodiscard]] float room() const { return width_ - indent_ - 2 * inset_; }

    /// Whether there is anything to read in `text`, and not only decoration.
    static bool has_content(const std::vector<Inline>& text) {
        return std::any_of(text.begin(), text.end(), [](const Inline& i) { return i.kind != Inline::Kind::image || !i.label.empty(); });
    }

    /// Whether `b` stays with what follows it: a text before a table, or one that ends in a colon before a list.
    static bool introduces(const Block& b, const Block& next) {
        if (b.kind != Block::Kind::paragraph || b.text.empty()) return false;
        return next.kind == Block::Kind::table || (next.kind == Block::Kind::list && b.text.back().text.ends_with(':'));
    }

    int element(Role role) { return furniture ? -1 : add_element(c_.out, role, element_, true); }

    Slice& add(Slice::Kind kind, float height, Space space, bool keep = false) {
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

    /// Text as slices, with no line alone at the head or foot of a page.
    void lines(const std::vector<Inline>& text, const style::Text& look, int element, Space space, bool whole) {
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

    void block(const Block& b) {
        switch (b.kind) {
            case Block::Kind::heading: heading(b); break;
            case Block::Kind::paragraph: paragraph(b); break;
            case Block::Kind::list: list(b); break;
            case Block::Kind::table: table(b); break;
            case Block::Kind::rule: add(Slice::Kind::rule, 1, furniture ? Space{3, 4} : Space{8, 8}); break;
            case Block::Kind::box: box(b); break;
            case Block::Kind::keep: keep(b); break;
            case Block::Kind::columns: columns(b); break;
            case Block::Kind::page_break: add(Slice::Kind::page_break, 0, {}); break;
            case Block::Kind::item:
            case Block::Kind::column: blocks(b.children); break;
        }
    }

    void heading(const Block& b) {
        const Look look = heading_look(b.level, c_.document.accent);
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

    void paragraph(const Block& b) {
        Look look{base, {0, compact ? 2.5F : 6.0F}};
        if (furniture) look.space = {0, 1};
        if (!b.style.empty()) {
            const Look own = paragraph_look(b.style);
            if (furniture) look.text.align = own.text.align;
            else if (b.style == "hangend") look.text.hang = true;
            else look = own;
        }
        lines(b.text, look.text, has_content(b.text) ? element(Role::p) : -1, look.space, true);
        if (b.style == "label") keep_next_ = true;
    }

    void keep(const Block& b) {
        const bool outer = keep_all_;
        const std::size_t first = out_.size();
        const bool held = keep_next_ || keep_all_;
        keep_all_ = true;
        blocks(b.children);
        keep_all_ = outer;
        if (out_.size() > first) out_[first].keep = held;
    }

    // ---- lists ----

    void list(const Block& b) {
        const int outer = element_;
        element_ = element(Role::l);
        if (element_ >= 0) c_.out.elements.back().ordered = b.ordered;
        const float step = b.ordered ? 18.0F : 13.0F;
        int n = 0;
        const int list_element = element_;
        for (const Block& item : b.children) {
            element_ = list_element;
            list_item(item, b.ordered ? std::to_string(++n) + "." : "\xe2\x80\xa2", step);
        }
        element_ = outer;
        after_ = std::max(after_, compact ? 2.0F : 6.0F);
    }

    void list_item(const Block& item, const std::string& marker, float step) {
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
            if (item.children[i].bare) lines(item.children[i].text, base, item.children.size() == 1 ? body : element(Role::p), {0, 2.5F}, true);
            else block(item.children[i]);
        }
        if (out_.size() > first) c_.flow.lines[static_cast<std::size_t>(out_[first].index)].marker = marker_piece;
        indent_ -= step;
        after_ = compact ? 1.5F : 2.5F;
    }

    /// The marker as a piece of its own, set left of the item's first line.
    int marker_of(const std::string& marker, int element) {
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

    // ---- boxes and columns ----

    void box(const Block& b) {
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
        add(Slice::Kind::box_begin, 9, {8, 0}, held).index = index;
        keep_all_ = true;
        inset_ += 12;
        const std::size_t first = out_.size();
        blocks(b.children);
        if (out_.size() > first) out_[first].gap = 0;
        inset_ -= 12;
        after_ = 0;
        add(Slice::Kind::box_end, 10, {0, 10}).index = index;
        keep_all_ = outer;
        keep_next_ = false;
    }

    void columns(const Block& b) {
        FlowRow row;
        row.first = static_cast<std::uint32_t>(c_.flow.cells.size());
        row.x0 = left();
        row.x1 = left() + room();
        const auto n = static_cast<float>(b.children.size());
        const float usable = room() - style::kColumnGap * (n - 1);
        float x = left();
        for (const Block& column : b.children) {
            FlowCell cell;
            cell.x = x;
            cell.width = usable * static_cast<float>(column.widths[0]) / 100.0F;
            begin_cell(cell);
            Builder inner(c_, c_.flow.cell_slices, cell.x, cell.width, element_);
            inner.base = base;
            inner.furniture = furniture;
            inner.align(column.style.empty() ? base.align : align_of(column.style));
            inner.blocks(column.children);
            end_cell(cell);
            x += cell.width + style::kColumnGap;
            c_.flow.cells.push_back(cell);
        }
        add_row(row, furniture ? Space{0, 0} : Space{0, 6});
    }

    /// Rows do not stand in cells, so the slices of a cell and the cells of a row follow each other in their lists.
    void begin_cell(FlowCell& cell) const { cell.first = static_cast<std::uint32_t>(c_.flow.cell_slices.size()); }
    void end_cell(FlowCell& cell) const {
        cell.count = static_cast<std::uint32_t>(c_.flow.cell_slices.size()) - cell.first;
        cell.height = height_of(c_.flow.slices_of(cell));
    }

    int add_row(FlowRow row, Space space, bool keep = false) {
        float height = 0;
        row.count = static_cast<std::uint32_t>(c_.flow.cells.size()) - row.first;
        for (const FlowCell& c : c_.flow.cells_of(row)) height = std::max(height, c.height);
        height += 2 * row.pad;
        const int index = static_cast<int>(c_.flow.rows.size());
        c_.flow.rows.push_back(row);
        add(Slice::Kind::row, height, space, keep).index = index;
        return index;
    }

    // ---- tables ----

    void table(const Block& b) {
        const TableLook look = table_look(b.style);
        const int outer = element_;
        const int table_element = element_ = element(Role::table);
        if (!b.caption.empty()) {
            lines(b.caption, {9.5F, 13.0F, true, false, style::kInk, style::Align::left, true}, element(Role::caption), {8, 4}, true);
            keep_next_ = true;
        }
        const int index = static_cast<int>(c_.flow.tables.size());
        c_.flow.tables.emplace_back();
        const float before = b.caption.empty() ? 4.0F : 0.0F;
        if (!b.head.empty()) {
            // A THead asks for a TBody (PDF/UA-1, 7.2).
            if (!b.body.empty()) element_ = element(Role::thead);
            for (std::size_t i = 0; i < b.head.size(); ++i) {
                row(b, b.head[i], look, index, true, i + 1 == b.head.size(), {i == 0 ? before : 0, 0}, i > 0);
                Slice head = out_.back();
                head.gap = 0;
                FlowTable& t = c_.flow.tables[static_cast<std::size_t>(index)];
                t.head.push_back(head);
                t.head_height += head.height;
            }
            keep_next_ = true;
            element_ = table_element;
        }
        if (!b.body.empty()) element_ = element(Role::tbody);
        for (std::size_t i = 0; i < b.body.size(); ++i) {
            const bool last_of_many = i + 1 == b.body.size() && i >= 2;
            row(b, b.body[i], look, index, false, i + 1 == b.body.size(), {i == 0 && b.head.empty() ? before : 0, 0}, last_of_many);
            if (b.body[i].style == "tussenkop") keep_next_ = true;
        }
        keep_next_ = false;
        element_ = outer;
        after_ = 10;
    }

    void row(const Block& b, const Row& r, const TableLook& look, int table, bool head, bool last, Space space, bool keep) {
        FlowRow row;
        row.first = static_cast<std::uint32_t>(c_.flow.cells.size());
        row.table = table;
        row.head = head;
        row.pad = look.pad_y;
        row.x0 = left();
        row.x1 = left() + room();
        const Color accent = c_.document.accent;
        row.rule_below = head && last ? accent : last ? style::kGrey : style::kRowRule;
        row.rule_width = head && last ? 1.2F : last ? 0.8F : 0.5F;
        if (head) row.fill = style::tint(accent, 0.10F);
        if (!head && !r.style.empty()) row.fill = style::tint(accent, r.style == "tussenkop" ? 0.10F : 0.06F);
        const int outer = element_;
        const int row_element = element_ = element(Role::tr);
        float x = left();
        std::size_t column = 0;
        for (const Cell& c : r.cells) {
            double share = 0;
            for (int k = 0; k < c.colspan && column < b.widths.size(); ++k) share += b.widths[column++];
            const float width = room() * static_cast<float>(share) / 100.0F;
            element_ = row_element;
            c_.flow.cells.push_back(cell(c, r, look, head, x, width));
            x += width;
        }
        element_ = outer;
        // Text beside a choice stands at its height, if it is short.
        const std::span<FlowCell> cells = std::span(c_.flow.cells).subspan(row.first);
        if (std::any_of(cells.begin(), cells.end(), [](const FlowCell& c) { return c.middle; }))
            for (FlowCell& c : cells) c.middle = c.middle || (!c.stretch && c.height < 60);
        add_row(row, space, keep);
    }

    FlowCell cell(const Cell& c, const Row& r, const TableLook& look, bool head, float x, float width) {
        FlowCell out;
        style::Text text = head ? look.head : look.text;
        if ((c.header && !c.row_scope) || r.style == "tussenkop" || r.style == "nadruk") text.bold = true;
        const float pad = head && c.blocks.size() == 1 ? fit(text, c.blocks[0].text, width, look.pad_x) : look.pad_x;
        out.x = x + pad;
        out.width = std::max(width - 2 * pad, 6.0F);
        const int e = element(c.header ? Role::th : Role::td);
        c_.out.elements[static_cast<std::size_t>(e)].colspan = c.colspan;
        c_.out.elements[static_cast<std::size_t>(e)].row_scope = c.row_scope;
        const bool choice = is_choice(c);
        if (choice) {  // the target may fill the cell to its edge
            out.x = x + 1;
            out.width = std::max(width - 2, 6.0F);
        }
        begin_cell(out);
        Builder inner(c_, c_.flow.cell_slices, out.x, out.width, e);
        inner.compact = true;
        inner.base = text;
        inner.align(c.align.empty() && choice ? style::Align::center : align_of(c.align));
        if (c.blocks.size() == 1 && c.blocks[0].bare) inner.bare(c.blocks[0].text);
        else inner.blocks(c.blocks);
        end_cell(out);
        out.middle = choice;
        out.bottom = head;
        out.stretch = stretches(c);
        return out;
    }

    /// The space beside `text` in a column of `width`: `pad`, or less where a word would be cut. Where that is not enough the
    /// text becomes smaller: a school's typeface may be wide.
    float fit(style::Text& look, const std::vector<Inline>& text, float width, float pad) const {
        constexpr float kLeast = 1.5F;
        const float widest = widest_part(c_, text, look);
        if (widest <= width - 2 * pad) return pad;
        const float most = width - 2 * kLeast;
        if (widest > most) look.size *= std::max(most / widest, kSmallest / look.size);
        return std::max(kLeast, (width - widest) / 2);
    }

    [[nodiscard]] const markup::Field* only_field(const Cell& c) const {
        if (c.blocks.size() != 1 || c.blocks[0].text.size() != 1 || c.blocks[0].text[0].kind != Inline::Kind::field) return nullptr;
        return &c_.document.fields[static_cast<std::size_t>(c.blocks[0].text[0].field)];
    }

    [[nodiscard]] bool is_choice(const Cell& c) const {
        const markup::Field* f = only_field(c);
        return f && (f->kind == markup::FieldKind::radio || f->kind == markup::FieldKind::checkbox);
    }

    [[nodiscard]] bool stretches(const Cell& c) const {
        const markup::Field* f = only_field(c);
        return f && f->kind == markup::FieldKind::text;
    }
};

}  // namespace

float height_of(std::span<const Slice> slices) {
    float h = 0;
    for (std::size_t i = 0; i < slices.size(); ++i) h += slices[i].height + (i > 0 ? slices[i].gap : 0);
    return h;
}

int add_element(Pages& pages, Role role, int parent, bool attach) {
    const int index = static_cast<int>(pages.elements.size());
    Element e;
    e.role = role;
    e.parent = parent;
    pages.elements.push_back(std::move(e));
    if (attach && parent >= 0) pages.elements[static_cast<std::size_t>(parent)].kids.push_back({Kid::Kind::element, index, 0});
    return index;
}

void flow_body(Context& context, float x, float width) {
    Builder builder(context, context.flow.slices, x, width, 0);
    builder.blocks(context.document.body);
}

void flow_furniture(Context& context, const std::vector<Block>& blocks, float x, float width) {
    Builder builder(context, context.flow.slices, x, width, -1);
    builder.furniture = true;
    builder.base = kFurniture;
    builder.blocks(blocks);
}

}  // namespace dossier::layout
