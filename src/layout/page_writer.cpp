#include "layout/page_writer.hpp"

namespace dossier::layout {

using markup::FieldKind;

PageWriter::PageWriter(const Flow& flow, Pages& out) : flow_(flow), out_(out), attached_(out.elements.size(), false) {
    attached_[0] = true;
    for (const Element& e : out_.elements)
        for (const Kid& k : e.kids)
            if (k.kind == Kid::Kind::element) attached_[static_cast<std::size_t>(k.index)] = true;
}

void PageWriter::begin_page() {
    out_.pages.emplace_back();
    page_ = out_.pages.size() - 1;
    mark_element_ = -1;
}

void PageWriter::bookmark(int index, float top) {
    Bookmark& b = out_.bookmarks[static_cast<std::size_t>(index)];
    b.page = static_cast<int>(page_);
    b.y = flip(top - 4);
}

void PageWriter::rule(const Slice& s, float top) {
    const float x0 = style::kMarginX, x1 = out_.width - style::kMarginX;
    shape({rect(x0, top, x1, top + s.height * 0.6F), style::kRowRule, std::nullopt, 0});
}

void PageWriter::line(const Slice& s, float y, float extra, Sort sort) {
    const Line& l = flow_.lines[static_cast<std::size_t>(s.index)];
    if (l.marker >= 0) text(flow_.pieces[static_cast<std::size_t>(l.marker)], s.element, y + l.baseline, sort);
    for (std::uint32_t i = l.first; i < l.first + l.count; ++i) {
        const Piece& p = flow_.pieces[i];
        const float top = y + (l.height - p.height) / 2;
        switch (p.kind) {
            case Piece::Kind::text: text(p, s.element, y + l.baseline, sort); break;
            case Piece::Kind::field:
                if (sort == Sort::content) field(p, top, extra);
                break;
            case Piece::Kind::qr:
                if (sort == Sort::content) code(p, top);
                break;
            case Piece::Kind::image:
                if (sort == Sort::content) picture(p, top);
                break;
        }
    }
}

void PageWriter::row(const FlowRow& r, float top, float height, Sort sort) {
    row_ground(r, top, height);
    for (const FlowCell& c : flow_.cells_of(r)) {
        const auto slices = flow_.slices_of(c);
        const float room = height - 2 * r.pad;
        float y = top + r.pad + (c.middle ? (room - c.height) / 2 : c.bottom ? room - c.height : 0);
        const float extra = c.stretch ? room - c.height : 0;
        for (std::size_t i = 0; i < slices.size(); ++i) {
            if (i > 0) y += slices[i].gap;
            cell_slice(c, slices[i], y, extra, sort);
            y += slices[i].height;
        }
    }
}

void PageWriter::row_ground(const FlowRow& r, float top, float height) {
    if (r.fill) shape({rect(r.x0, top, r.x1, top + height), r.fill, std::nullopt, 0});
    if (r.rule_below) shape({rect(r.x0, top + height - r.rule_width, r.x1, top + height), r.rule_below, std::nullopt, 0});
}

void PageWriter::cell_slice(const FlowCell& c, const Slice& s, float y, float extra, Sort sort) {
    if (s.kind == Slice::Kind::line) line(s, y, extra, sort);
    if (s.kind == Slice::Kind::rule) shape({rect(c.x, y, c.x + c.width, y + s.height * 0.6F), style::kRowRule, std::nullopt, 0});
}

void PageWriter::attach(int element) {
    if (attached_[static_cast<std::size_t>(element)]) return;
    attached_[static_cast<std::size_t>(element)] = true;
    const int parent = out_.elements[static_cast<std::size_t>(element)].parent;
    attach(parent);
    out_.elements[static_cast<std::size_t>(parent)].kids.push_back({Kid::Kind::element, element, 0});
    mark_element_ = -1;
}

Mark& PageWriter::mark_for(int element) {
    Page& p = page();
    if (mark_element_ != element || p.marks.empty()) {
        attach(element);
        Mark m;
        m.element = element;
        m.first_run = static_cast<std::uint32_t>(p.runs.size());
        out_.elements[static_cast<std::size_t>(element)].kids.push_back(
            {Kid::Kind::mark, static_cast<int>(p.marks.size()), static_cast<int>(page_)});
        p.marks.push_back(m);
        mark_element_ = element;
    }
    return p.marks.back();
}

void PageWriter::text(const Piece& piece, int line_element, float baseline, Sort sort) {
    Run run = piece.run;
    run.y = flip(baseline);
    if (sort != Sort::content) {
        page().artifacts.push_back({run, sort == Sort::pagination});
        return;
    }
    Mark& m = mark_for(piece.element >= 0 ? piece.element : line_element);
    ++m.run_count;
    page().runs.push_back(run);
    if (piece.ref >= 0) link(piece, baseline);
}

void PageWriter::link(const Piece& piece, float baseline) {
    const LinkText& l = flow_.links[static_cast<std::size_t>(piece.ref)];
    const Rect place = rect(piece.x, baseline - piece.run.size * 0.95F, piece.x + piece.width, baseline + piece.run.size * 0.3F);
    // The runs of one link on one line are one place to click and one stop of the Tab key.
    PlacedLink* before = out_.links.empty() ? nullptr : &out_.links.back();
    if (before && before->element == l.element && before->page == static_cast<int>(page_) && before->rect.y0 == place.y0) {
        before->rect.x1 = place.x1;
    } else {
        out_.elements[static_cast<std::size_t>(l.element)].kids.push_back({Kid::Kind::link, static_cast<int>(out_.links.size()), 0});
        out_.links.push_back({static_cast<int>(page_), place, l.href, l.text, l.element});
    }
    // A thin line under it shows on paper, too, that it is a link.
    const float below = baseline + piece.run.size * 0.14F;
    shape({rect(piece.x, below, piece.x + piece.width, below + 0.5F), piece.run.color, std::nullopt, 0});
}

void PageWriter::field(const Piece& piece, float top, float extra) {
    PlacedField& f = out_.fields[static_cast<std::size_t>(piece.ref)];
    f.page = static_cast<int>(page_);
    f.rect = rect(piece.x, top, piece.x + piece.width, top + piece.height + extra);
    attach(piece.element);
    out_.elements[static_cast<std::size_t>(piece.element)].kids.push_back({Kid::Kind::field, piece.ref, f.page});
    mark_element_ = -1;
    if (f.field.kind == FieldKind::radio || f.field.kind == FieldKind::checkbox) return;
    shape({f.rect, style::kFieldFill, style::kFieldEdge, 0.6F});
    // What is typed keeps clear of the frame: viewers leave 2 points at most.
    f.rect = {f.rect.x0 + 3, f.rect.y0 + 1.5F, f.rect.x1 - 3, f.rect.y1 - 1.5F};
}

void PageWriter::picture(const Piece& piece, float top) {
    const Rect place = rect(piece.x, top, piece.x + piece.width, top + piece.height);
    if (piece.element >= 0) {
        out_.elements[static_cast<std::size_t>(piece.element)].bbox = place;
        mark_for(piece.element).image = static_cast<int>(page().images.size());
        mark_element_ = -1;
    }
    page().images.push_back({piece.ref, place, piece.element < 0});
}

void PageWriter::code(const Piece& piece, float top) {
    PlacedCode placed = flow_.codes[static_cast<std::size_t>(piece.ref)];
    placed.rect = rect(piece.x, top, piece.x + piece.width, top + piece.height);
    out_.elements[static_cast<std::size_t>(piece.element)].bbox = placed.rect;
    mark_for(piece.element).code = static_cast<int>(page().codes.size());
    mark_element_ = -1;
    page().codes.push_back(std::move(placed));
}

}  // namespace dossier::layout
