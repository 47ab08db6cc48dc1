#include "layout/column.hpp"

namespace dossier::layout {
namespace {

constexpr float kSmallest = 6;  ///< of text that is made to fit

}  // namespace

void Column::columns(const Block& b) {
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
        Column inner(c_, c_.flow.cell_slices, cell.x, cell.width, element_);
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

void Column::begin_cell(FlowCell& cell) const { cell.first = static_cast<std::uint32_t>(c_.flow.cell_slices.size()); }

void Column::end_cell(FlowCell& cell) const {
    cell.count = static_cast<std::uint32_t>(c_.flow.cell_slices.size()) - cell.first;
    cell.height = height_of(c_.flow.slices_of(cell));
}

int Column::add_row(FlowRow row, Space space, bool keep) {
    float height = 0;
    row.count = static_cast<std::uint32_t>(c_.flow.cells.size()) - row.first;
    for (const FlowCell& c : c_.flow.cells_of(row)) height = std::max(height, c.height);
    height += 2 * row.pad;
    const int index = static_cast<int>(c_.flow.rows.size());
    c_.flow.rows.push_back(row);
    add(Slice::Kind::row, height, space, keep).index = index;
    return index;
}

void Column::table(const Block& b) {
    const TableLook& look = table_look(c_.styles, b.style);
    const int outer = element_;
    const int table_element = element_ = element(Role::table);
    if (!b.caption.empty()) {
        lines(b.caption, c_.styles.caption.text, element(Role::caption), c_.styles.caption.space, true);
        keep_next_ = true;
    }
    const int index = static_cast<int>(c_.flow.tables.size());
    c_.flow.tables.emplace_back();
    const float before = b.caption.empty() ? look.space.before : 0.0F;
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
    after_ = look.space.after;
}

void Column::row(const Block& b, const Row& r, const TableLook& look, int table, bool head, bool last, Space space, bool keep) {
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

FlowCell Column::cell(const Cell& c, const Row& r, const TableLook& look, bool head, float x, float width) {
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
    Column inner(c_, c_.flow.cell_slices, out.x, out.width, e);
    inner.cell_look = &look;
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

float Column::fit(style::Text& look, const std::vector<Inline>& text, float width, float pad) const {
    constexpr float kLeast = 1.5F;
    const float widest = widest_part(c_, text, look);
    if (widest <= width - 2 * pad) return pad;
    const float most = width - 2 * kLeast;
    if (widest > most) look.size *= std::max(most / widest, kSmallest / look.size);
    return std::max(kLeast, (width - widest) / 2);
}

const markup::Field* Column::only_field(const Cell& c) const {
    if (c.blocks.size() != 1 || c.blocks[0].text.size() != 1 || c.blocks[0].text[0].kind != Inline::Kind::field) return nullptr;
    return &c_.document.fields[static_cast<std::size_t>(c.blocks[0].text[0].field)];
}

bool Column::is_choice(const Cell& c) const {
    const markup::Field* f = only_field(c);
    return f && (f->kind == markup::FieldKind::radio || f->kind == markup::FieldKind::checkbox);
}

bool Column::stretches(const Cell& c) const {
    const markup::Field* f = only_field(c);
    return f && f->kind == markup::FieldKind::text;
}

}  // namespace dossier::layout
