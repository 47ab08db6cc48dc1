#include "layout/flow.hpp"

#include <algorithm>

namespace dossier::layout {
namespace {

using markup::FieldKind;

constexpr std::size_t kMostPages = 3000;

/// What placed text is: content with a place in the structure tree, or one of two kinds of artifact.
enum class Sort : std::uint8_t { content, repeated, pagination };

/// Stacks slices on pages. `y_` runs down from the top edge of the page; it is turned over when something is put down.
class Placer {
public:
    Placer(const Flow& flow, Pages& out, float top, float bottom) : flow_(flow), out_(out), top_(top), bottom_(bottom) {}

    /// False when there are too many pages.
    bool body(const std::vector<Slice>& slices) {
        attached_.assign(out_.elements.size(), false);
        attached_[0] = true;
        for (const Element& e : out_.elements)
            for (const Kid& k : e.kids)
                if (k.kind == Kid::Kind::element) attached_[static_cast<std::size_t>(k.index)] = true;
        start_page();
        for (std::size_t i = 0; i < slices.size();) {
            std::size_t end = i + 1;
            float height = slices[i].height;
            while (end < slices.size() && slices[end].keep) {
                height += slices[end].gap + slices[end].height;
                ++end;
            }
            group(slices, i, end, height);
            i = end;
            if (out_.pages.size() > kMostPages) return false;
        }
        close_boxes();
        return true;
    }

    /// Header or footer on page `page`, its top at `y`.
    void furniture(const std::vector<Slice>& slices, std::size_t page, float y) {
        page_ = page;
        y_ = y;
        for (std::size_t i = 0; i < slices.size(); ++i) {
            if (i > 0) y_ += slices[i].gap;
            slice(slices[i], Sort::pagination);
        }
    }

private:
    struct OpenBox {
        int index;
        float top;
        std::size_t shape;  ///< where its shapes go: before those of its content
    };

    const Flow& flow_;
    Pages& out_;
    float top_, bottom_;
    float y_ = 0;
    std::size_t page_ = 0;
    bool fresh_ = true;  ///< nothing on this page yet
    int mark_element_ = -1;
    std::vector<OpenBox> boxes_;
    std::vector<bool> attached_;

    Page& page() { return out_.pages[page_]; }
    [[nodiscard]] float flip(float y) const { return out_.height - y; }
    [[nodiscard]] Rect rect(float x0, float top, float x1, float bottom) const { return {x0, flip(bottom), x1, flip(top)}; }

    // ---- pages ----

    void start_page() {
        out_.pages.emplace_back();
        page_ = out_.pages.size() - 1;
        y_ = top_;
        fresh_ = true;
        mark_element_ = -1;
    }

    void next_page() {
        const std::vector<OpenBox> open = boxes_;
        while (!boxes_.empty()) end_box();
        start_page();
        for (const OpenBox& b : open) begin_box(b.index);
    }

    void close_boxes() {
        while (!boxes_.empty()) end_box();
    }

    /// Slices [i, end) that want to stay together, `height` in all.
    void group(const std::vector<Slice>& slices, std::size_t i, std::size_t end, float height) {
        const bool fits_here = y_ + gap(slices[i]) + height <= bottom_ + 0.01F;
        if (!fits_here && !fresh_ && height <= whole_page(slices[i]) + 0.01F) turn(slices[i]);
        for (; i < end; ++i) one(slices[i]);
    }

    [[nodiscard]] float gap(const Slice& s) const { return fresh_ ? 0 : s.gap; }

    /// Room on a page that begins with `s`.
    [[nodiscard]] float whole_page(const Slice& s) const { return bottom_ - top_ - repeated_height(s); }

    [[nodiscard]] const FlowTable* table_of(const Slice& s) const {
        if (s.kind != Slice::Kind::row) return nullptr;
        const FlowRow& r = flow_.rows[static_cast<std::size_t>(s.index)];
        if (r.table < 0 || r.head) return nullptr;
        const FlowTable& t = flow_.tables[static_cast<std::size_t>(r.table)];
        return t.head_height < (bottom_ - top_) / 2 ? &t : nullptr;
    }

    [[nodiscard]] float repeated_height(const Slice& s) const {
        const FlowTable* t = table_of(s);
        return t ? t->head_height : 0;
    }

    /// A new page; if `s` goes on with a table, the table's header rows first.
    void turn(const Slice& s) {
        next_page();
        if (const FlowTable* t = table_of(s))
            for (const Slice& head : t->head) slice(head, Sort::repeated);
    }

    void one(const Slice& s) {
        if (s.kind == Slice::Kind::page_break) {
            if (!fresh_) next_page();
            return;
        }
        if (y_ + gap(s) + s.height > bottom_ + 0.01F) {
            if (s.kind == Slice::Kind::row && s.height > whole_page(s)) {
                split_row(s);
                return;
            }
            if (!fresh_) turn(s);
        }
        y_ += gap(s);
        slice(s, Sort::content);
    }

    void slice(const Slice& s, Sort sort) {
        if (s.bookmark >= 0) {
            Bookmark& b = out_.bookmarks[static_cast<std::size_t>(s.bookmark)];
            b.page = static_cast<int>(page_);
            b.y = flip(y_ - 4);
        }
        switch (s.kind) {
            case Slice::Kind::line: line(s, y_, 0, sort); break;
            case Slice::Kind::rule: rule(s); break;
            case Slice::Kind::row: row(flow_.rows[static_cast<std::size_t>(s.index)], s.height, sort); break;
            case Slice::Kind::box_begin: begin_box(s.index); break;
            case Slice::Kind::box_end:
                y_ += s.height;
                end_box();
                return;
            case Slice::Kind::page_break: break;
        }
        y_ += s.height;
        fresh_ = false;
    }

    void rule(const Slice& s) {
        const float x0 = style::kMarginX, x1 = out_.width - style::kMarginX;
        page().shapes.push_back({rect(x0, y_, x1, y_ + s.height * 0.6F), style::kRowRule, std::nullopt, 0});
    }

    // ---- boxes ----

    void begin_box(int index) { boxes_.push_back({index, y_, page().shapes.size()}); }

    void end_box() {
        const OpenBox open = boxes_.back();
        boxes_.pop_back();
        if (y_ <= open.top) return;
        const FlowBox& b = flow_.boxes[static_cast<std::size_t>(open.index)];
        std::vector<Shape> shapes;
        if (b.fill || b.edge) shapes.push_back({rect(b.x0, open.top, b.x1, y_), b.fill, b.edge, b.edge ? 0.7F : 0.0F});
        if (b.bar > 0) shapes.push_back({rect(b.x0, open.top, b.x0 + b.bar, y_), b.bar_color, std::nullopt, 0});
        auto& all = page().shapes;
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(open.shape), shapes.begin(), shapes.end());
        for (OpenBox& outer : boxes_)
            if (outer.shape > open.shape) outer.shape += shapes.size();
    }

    // ---- rows ----

    void row_ground(const FlowRow& r, float top, float height) {
        if (r.fill) page().shapes.push_back({rect(r.x0, top, r.x1, top + height), r.fill, std::nullopt, 0});
        if (r.rule_below)
            page().shapes.push_back({rect(r.x0, top + height - r.rule_width, r.x1, top + height), r.rule_below, std::nullopt, 0});
    }

    void row(const FlowRow& r, float height, Sort sort) {
        const float top = y_;
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
        y_ = top;
    }

    void cell_slice(const FlowCell& c, const Slice& s, float y, float extra, Sort sort) {
        if (s.kind == Slice::Kind::line) line(s, y, extra, sort);
        if (s.kind == Slice::Kind::rule)
            page().shapes.push_back({rect(c.x, y, c.x + c.width, y + s.height * 0.6F), style::kRowRule, std::nullopt, 0});
    }

    /// A row higher than a page: on each page as many lines of each cell as fit.
    void split_row(const Slice& s) {
        const FlowRow& r = flow_.rows[static_cast<std::size_t>(s.index)];
        const auto cells = flow_.cells_of(r);
        std::vector<std::size_t> next(cells.size(), 0);
        if (bottom_ - y_ < 80 && !fresh_) turn(s);
        y_ += gap(s);
        for (bool first = true;; first = false) {
            if (!first) turn(s);
            const float top = y_;
            const float room = bottom_ - top - 2 * r.pad;
            float height = 0;
            std::vector<std::size_t> until = next;
            for (std::size_t k = 0; k < cells.size(); ++k)
                height = std::max(height, take(flow_.slices_of(cells[k]), next[k], until[k], room));
            row_ground(r, top, height + 2 * r.pad);
            bool more = false;
            for (std::size_t k = 0; k < cells.size(); ++k) {
                const auto slices = flow_.slices_of(cells[k]);
                float y = top + r.pad;
                for (std::size_t i = next[k]; i < until[k]; ++i) {
                    if (i > next[k]) y += slices[i].gap;
                    cell_slice(cells[k], slices[i], y, 0, Sort::content);
                    y += slices[i].height;
                }
                next[k] = until[k];
                more = more || next[k] < slices.size();
            }
            y_ = top + height + 2 * r.pad;
            fresh_ = false;
            if (!more || out_.pages.size() > kMostPages) return;
        }
    }

    /// Moves `until` past the slices from `from` that fit in `room`, at least one; returns their height.
    static float take(std::span<const Slice> slices, std::size_t from, std::size_t& until, float room) {
        float height = 0;
        for (until = from; until < slices.size(); ++until) {
            const float more = slices[until].height + (until > from ? slices[until].gap : 0);
            if (until > from && height + more > room) break;
            height += more;
        }
        return height;
    }

    // ---- lines ----

    /// `extra`: how much higher than its line a field may be.
    void line(const Slice& s, float y, float extra, Sort sort) {
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

    void attach(int element) {
        if (attached_[static_cast<std::size_t>(element)]) return;
        attached_[static_cast<std::size_t>(element)] = true;
        const int parent = out_.elements[static_cast<std::size_t>(element)].parent;
        attach(parent);
        out_.elements[static_cast<std::size_t>(parent)].kids.push_back({Kid::Kind::element, element, 0});
        mark_element_ = -1;
    }

    Mark& mark_for(int element) {
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

    void text(const Piece& piece, int line_element, float baseline, Sort sort) {
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

    void link(const Piece& piece, float baseline) {
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
        page().shapes.push_back({rect(piece.x, below, piece.x + piece.width, below + 0.5F), piece.run.color, std::nullopt, 0});
    }

    void field(const Piece& piece, float top, float extra) {
        PlacedField& f = out_.fields[static_cast<std::size_t>(piece.ref)];
        f.page = static_cast<int>(page_);
        f.rect = rect(piece.x, top, piece.x + piece.width, top + piece.height + extra);
        attach(piece.element);
        out_.elements[static_cast<std::size_t>(piece.element)].kids.push_back({Kid::Kind::field, piece.ref, f.page});
        mark_element_ = -1;
        if (f.field.kind == FieldKind::radio || f.field.kind == FieldKind::checkbox) return;
        page().shapes.push_back({f.rect, style::kFieldFill, style::kFieldEdge, 0.6F});
        // What is typed keeps clear of the frame: viewers leave 2 points at most.
        f.rect = {f.rect.x0 + 3, f.rect.y0 + 1.5F, f.rect.x1 - 3, f.rect.y1 - 1.5F};
    }

    void picture(const Piece& piece, float top) {
        const Rect place = rect(piece.x, top, piece.x + piece.width, top + piece.height);
        if (piece.element >= 0) {
            out_.elements[static_cast<std::size_t>(piece.element)].bbox = place;
            mark_for(piece.element).image = static_cast<int>(page().images.size());
            mark_element_ = -1;
        }
        page().images.push_back({piece.ref, place, piece.element < 0});
    }

    void code(const Piece& piece, float top) {
        PlacedCode placed = flow_.codes[static_cast<std::size_t>(piece.ref)];
        placed.rect = rect(piece.x, top, piece.x + piece.width, top + piece.height);
        out_.elements[static_cast<std::size_t>(piece.element)].bbox = placed.rect;
        mark_for(piece.element).code = static_cast<int>(page().codes.size());
        mark_element_ = -1;
        page().codes.push_back(std::move(placed));
    }
};

/// Lays out the header or footer of one page; its height.
float furniture_flow(Context& context, Flow& flow, const std::vector<markup::Block>& blocks, int page, int pages) {
    flow.clear();
    Context own{context.document, context.fonts, context.images, context.diagnostics, context.out, flow, page, pages};
    flow_furniture(own, blocks, style::kMarginX, context.out.width - 2 * style::kMarginX);
    return height_of(flow.slices);
}

}  // namespace

std::optional<Pages> lay_out(const markup::Document& document, const Fonts& fonts, Diagnostics& diagnostics) {
    static const Images none;
    return lay_out(document, fonts, none, diagnostics);
}

std::optional<Pages> lay_out(const markup::Document& document, const Fonts& fonts, const Images& images, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    trim_word_cache();
    Pages out;
    out.title = document.title;
    out.subject = document.subject;
    out.lang = document.lang;
    out.accent = document.accent;
    out.width = document.landscape ? style::kLongSide : style::kShortSide;
    out.height = document.landscape ? style::kShortSide : style::kLongSide;
    add_element(out, Role::document, -1, false);
    out.elements[0].lang = document.lang;

    // Room for what is known to come; the rest grows.
    out.fields.reserve(document.fields.size());
    out.elements.reserve(3 * document.fields.size() + 128);
    thread_local Flow flow, furniture;
    flow.clear();
    Context context{document, fonts, images, diagnostics, out, flow};
    const float header = document.header.empty() ? 0 : furniture_flow(context, furniture, document.header, 1, 1);
    const float footer = document.footer.empty() ? 0 : furniture_flow(context, furniture, document.footer, 1, 1);
    const float top = document.header.empty() ? style::kMarginY : style::kHeaderTop + header + style::kHeaderGap;
    const float bottom = out.height - (document.footer.empty() ? style::kMarginY : style::kFooterBottom + footer + style::kFooterGap);
    if (bottom - top < 200) {
        diagnostics.error("no-room", document.location, "header and footer leave too little of the page for text", {"make them shorter"});
        return std::nullopt;
    }
    flow_body(context, style::kMarginX, out.width - 2 * style::kMarginX);
    for (const markup::Field& f : document.fields)
        if (f.kind == FieldKind::hidden) out.fields.push_back({f, -1, {}, 0, -1});
    if (diagnostics.errors() != before) return std::nullopt;

    Placer placer(flow, out, top, bottom);
    if (!placer.body(flow.slices)) {
        diagnostics.error("too-many-pages", document.location, "the document has more than " + std::to_string(kMostPages) + " pages");
        return std::nullopt;
    }
    const auto pages = static_cast<int>(out.pages.size());
    for (int page = 1; page <= pages; ++page) {
        for (const auto* blocks : {&document.header, &document.footer}) {
            if (blocks->empty() || (blocks == &document.header && page < document.header_from)) continue;
            const float height = furniture_flow(context, furniture, *blocks, page, pages);
            const float y = blocks == &document.header ? style::kHeaderTop : out.height - style::kFooterBottom - height;
            Placer(furniture, out, 0, 0).furniture(furniture.slices, static_cast<std::size_t>(page - 1), y);
        }
    }
    if (diagnostics.errors() != before) return std::nullopt;
    return out;
}

}  // namespace dossier::layout
