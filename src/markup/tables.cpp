#include "markup/reading.hpp"

#include "base/portable.hpp"

#include <cmath>

namespace dossier::markup {
namespace {

constexpr std::size_t kMostColumns = 60;

std::string shown(double n) { return decimal(std::round(n * 100) / 100); }

/// Widths given for all columns must add up to 100; given for none they become equal.
void check_widths(Reading& r, std::vector<double>& widths, std::size_t columns, const Element& e) {
    if (widths.empty()) {
        widths.assign(columns, 100.0 / static_cast<double>(std::max<std::size_t>(columns, 1)));
        return;
    }
    if (widths.size() != columns) {
        r.diags.error("column-widths", e.at,
                      say("{} of {} columns of this {} have a width, expected all or none", widths.size(), columns, tag(e.spec.name)));
        widths.resize(columns, 1);
        return;
    }
    double sum = 0;
    for (const double w : widths) sum += w;
    if (std::abs(sum - 100) > 0.5)
        r.diags.error("column-widths", e.at, say("the columns of this {} add up to {}%, expected 100%", tag(e.spec.name), shown(sum)));
}

std::size_t columns_of(const Row& row) {
    std::size_t n = 0;
    for (const Cell& c : row.cells) n += static_cast<std::size_t>(c.colspan);
    return n;
}

void check_table(Reading& r, const Element& e, Block& b) {
    std::size_t columns = b.widths.size();
    if (columns == 0 && !(b.head.empty() && b.body.empty())) columns = columns_of(b.head.empty() ? b.body[0] : b.head[0]);
    if (columns > kMostColumns) {
        r.diags.error("too-large", e.at, say("a table of {} columns, expected at most {}", columns, kMostColumns));
        return;
    }
    check_widths(r, b.widths, columns, e);
    for (const auto* rows : {&b.head, &b.body})
        for (const Row& row : *rows)
            if (columns_of(row) != columns)
                r.diags.error("cell-count", row.location, say("this row fills {} columns, expected {}", columns_of(row), columns));
}

Cell cell(Reading& r, const Element& e, bool head) {
    Cell c;
    c.location = e.at;
    c.header = e.spec.name == "th";
    c.colspan = r.attributes.whole(e, "colspan", 1, static_cast<int>(kMostColumns), 1);
    c.align = r.attributes.one_of(e, "align", {"left", "center", "right"});
    const std::string scope = r.attributes.one_of(e, "scope", {"col", "row"});
    c.row_scope = scope.empty() ? !head : scope == "row";
    read_blocks(r, e, c.blocks);
    return c;
}

void add_row(Reading& r, const Element& e, bool head, std::vector<Row>& out) {
    Row row;
    row.location = e.at;
    row.style = r.attributes.one_of(e, "class", {"nadruk", "tussenkop"});
    row.cells.reserve(out.empty() ? 4 : out.back().cells.size());  // rows of a table are alike
    for_elements(r, e, [&](const Element& inner) { row.cells.push_back(cell(r, inner, head)); });
    out.push_back(std::move(row));
}

}  // namespace

void read_table(Reading& r, const Element& e, Block& b) {
    b.kind = Block::Kind::table;
    b.style = r.attributes.one_of(e, "class", {"ruim", "smal"});
    bool head_seen = false;
    for_elements(r, e, [&](const Element& part) {
        if (part.spec.tag == Tag::caption) {
            read_text(r, part, b.caption);
        } else if (part.spec.tag == Tag::col) {
            if (!r.attributes.find(part, "width")) r.attributes.required(part, "width");
            else b.widths.push_back(r.attributes.percentage(part));
        } else if (part.spec.tag == Tag::tr) {
            add_row(r, part, false, b.body);
        } else {
            const bool head = part.spec.name == "thead";
            if (head && (head_seen || !b.body.empty()))
                r.diags.error("misplaced-element", part.at, say("<thead> must come first in its table, and once"));
            head_seen = head_seen || head;
            for_elements(r, part, [&](const Element& tr) { add_row(r, tr, head, head ? b.head : b.body); });
        }
    });
    check_table(r, e, b);
}

void read_columns(Reading& r, const Element& e, Block& b) {
    b.kind = Block::Kind::columns;
    for_elements(r, e, [&](const Element& kolom) {
        Block column;
        column.kind = Block::Kind::column;
        column.location = kolom.at;
        column.style = r.attributes.one_of(kolom, "align", {"left", "center", "right"});
        if (r.attributes.find(kolom, "width")) column.widths.push_back(r.attributes.percentage(kolom));
        read_blocks(r, kolom, column.children);
        b.children.push_back(std::move(column));
    });
    for (const Block& c : b.children) b.widths.insert(b.widths.end(), c.widths.begin(), c.widths.end());
    check_widths(r, b.widths, b.children.size(), e);
    for (std::size_t i = 0; i < b.children.size(); ++i) b.children[i].widths = {b.widths[i]};
}

}  // namespace dossier::markup
