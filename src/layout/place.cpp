#include "layout/place.hpp"

#include "layout/page_breaks.hpp"

#include <algorithm>

namespace dossier::layout {
namespace {

/// `y_` runs down from the top edge of the page.
class Placer {
public:
    Placer(const Flow& flow, const std::vector<std::size_t>& begins, Pages& out, float top, float bottom)
        : flow_(flow), begins_(begins), out_(out), top_(top), bottom_(bottom) {}

    /// False when there are too many pages.
    bool body(const std::vector<Slice>& slices) {
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

private:
    struct OpenBox {
        int index;
        float top;
        std::size_t shape;  ///< where its shapes go: before those of its content
    };

    const Flow& flow_;
    const std::vector<std::size_t>& begins_;  ///< slices that begin a page
    std::size_t next_begin_ = 0;              ///< the first of them that is not placed yet
    Pages& out_;
    float top_, bottom_;
    PageWriter writer_{flow_, out_};
    float y_ = 0;
    bool fresh_ = true;  ///< nothing on this page yet
    std::vector<OpenBox> boxes_;

    // ---- pages ----

    void start_page() {
        writer_.begin_page();
        y_ = top_;
        fresh_ = true;
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
        const bool planned = next_begin_ < begins_.size() && begins_[next_begin_] == i;
        if (planned) ++next_begin_;
        const bool fits_here = y_ + gap(slices[i]) + height <= bottom_ + 0.01F;
        if (!fresh_ && (planned || (!fits_here && height <= whole_page(slices[i]) + 0.01F))) turn(slices[i]);
        for (; i < end; ++i) one(slices[i]);
    }

    [[nodiscard]] float gap(const Slice& s) const { return fresh_ ? 0 : s.gap; }

    /// Room on a page that begins with `s`.
    [[nodiscard]] float whole_page(const Slice& s) const { return bottom_ - top_ - repeated_height(s); }

    [[nodiscard]] const FlowTable* table_of(const Slice& s) const { return repeated_table(flow_, s, bottom_ - top_); }

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
        if (s.bookmark >= 0) writer_.bookmark(s.bookmark, y_);
        switch (s.kind) {
            case Slice::Kind::line: writer_.line(s, y_, 0, sort); break;
            case Slice::Kind::rule: writer_.rule(s, y_); break;
            case Slice::Kind::row: writer_.row(flow_.rows[static_cast<std::size_t>(s.index)], y_, s.height, sort); break;
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

    // ---- boxes ----

    void begin_box(int index) { boxes_.push_back({index, y_, writer_.page().shapes.size()}); }

    void end_box() {
        const OpenBox open = boxes_.back();
        boxes_.pop_back();
        if (y_ <= open.top) return;
        const FlowBox& b = flow_.boxes[static_cast<std::size_t>(open.index)];
        std::vector<Shape> shapes;
        if (b.fill || b.edge) shapes.push_back({writer_.rect(b.x0, open.top, b.x1, y_), b.fill, b.edge, b.edge ? 0.7F : 0.0F});
        if (b.bar > 0) shapes.push_back({writer_.rect(b.x0, open.top, b.x0 + b.bar, y_), b.bar_color, std::nullopt, 0});
        auto& all = writer_.page().shapes;
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(open.shape), shapes.begin(), shapes.end());
        for (OpenBox& outer : boxes_)
            if (outer.shape > open.shape) outer.shape += shapes.size();
    }

    // ---- rows ----

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
            writer_.row_ground(r, top, height + 2 * r.pad);
            bool more = false;
            for (std::size_t k = 0; k < cells.size(); ++k) {
                const auto slices = flow_.slices_of(cells[k]);
                float y = top + r.pad;
                for (std::size_t i = next[k]; i < until[k]; ++i) {
                    if (i > next[k]) y += slices[i].gap;
                    writer_.cell_slice(cells[k], slices[i], y, 0, Sort::content);
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
};

}  // namespace

bool place_body(const Flow& flow, const std::vector<std::size_t>& begins, Pages& out, float top, float bottom) {
    return Placer(flow, begins, out, top, bottom).body(flow.slices);
}

void place_furniture(const Flow& flow, PageWriter& writer, float y) {
    for (std::size_t i = 0; i < flow.slices.size(); ++i) {
        const Slice& s = flow.slices[i];
        if (i > 0) y += s.gap;
        switch (s.kind) {
            case Slice::Kind::line: writer.line(s, y, 0, Sort::pagination); break;
            case Slice::Kind::rule: writer.rule(s, y); break;
            case Slice::Kind::row: writer.row(flow.rows[static_cast<std::size_t>(s.index)], y, s.height, Sort::pagination); break;
            case Slice::Kind::box_begin:
            case Slice::Kind::box_end:
            case Slice::Kind::page_break: break;
        }
        y += s.height;
    }
}

}  // namespace dossier::layout
