#include "layout/map.hpp"

#include "layout/page_code.hpp"
#include "layout/style.hpp"

#include <algorithm>
#include <cmath>

namespace dossier::layout {
namespace {

using markup::FieldKind;

/// How far around a choice what is printed matters to who looks for ink there.
constexpr float kNear = 19;

std::array<Rect, 4> corner_marks(float width, float height) {
    const float near = style::kMarkInset, far = style::kMarkInset + style::kMarkSide;
    const auto at = [&](bool right, bool bottom) {
        const float x = right ? width - far : near, y = bottom ? near : height - far;
        return Rect{x, y, x + style::kMarkSide, y + style::kMarkSide};
    };
    return {at(false, false), at(true, false), at(false, true), at(true, true)};
}

Rect code_rect(float width, float height) {
    const float x1 = width - style::kMarginX, y1 = height - style::kCodeTop;
    return {x1 - style::kCodeSide, y1 - style::kCodeSide, x1, y1};
}

bool meet(const Rect& a, const Rect& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

/// Around the letters of a run, from the lowest tail to the highest stroke that fonts have.
Rect rect_of(const Run& run, float x1) { return {run.x, run.y - 0.3F * run.size, x1, run.y + 1.05F * run.size}; }

/// What is printed near the choices of a page.
class Prints {
public:
    Prints(const Pages& pages, const Fonts& fonts, std::size_t page, PageMap& map)
        : pages_(pages), fonts_(fonts), page_(pages.pages[page]), map_(map) {}

    void add() {
        for (const Shape& s : page_.shapes) {
            // Behind what is written, not beside it: the tint of a row, the paper of a field.
            if (s.stroke) frame(s.rect, s.line_width);
            else if (s.fill && contrast(*s.fill, kWhite) > 1.3) one(s.rect);
        }
        for (const Run& r : page_.runs) one(rect_of(r, end_of(r)));
        for (const Artifact& a : page_.artifacts) one(rect_of(a.run, end_of(a.run)));
    }

private:
    const Pages& pages_;
    const Fonts& fonts_;
    const Page& page_;
    PageMap& map_;

    [[nodiscard]] float end_of(const Run& run) const {
        const FontFace& face = fonts_.face(run.face);
        float width = 0;
        for (std::uint32_t g = run.first; g < run.first + run.count; ++g)
            width += static_cast<float>(face.advance[pages_.glyphs[g].id] + pages_.glyphs[g].kern);
        return run.x + width * run.size / 1000;
    }

    void one(const Rect& rect) {
        for (const MapChoice& c : map_.choices)
            if (meet(rect, {c.x - kNear, c.y - kNear, c.x + kNear, c.y + kNear})) {
                map_.print.push_back(rect);
                return;
            }
    }

    void frame(const Rect& r, float width) {
        const float w = width / 2;
        one({r.x0 - w, r.y0 - w, r.x1 + w, r.y0 + w});
        one({r.x0 - w, r.y1 - w, r.x1 + w, r.y1 + w});
        one({r.x0 - w, r.y0 - w, r.x0 + w, r.y1 + w});
        one({r.x1 - w, r.y0 - w, r.x1 + w, r.y1 + w});
    }
};

void add_field(PageMap& map, const PlacedField& f) {
    const bool choice = f.field.kind == FieldKind::radio || f.field.kind == FieldKind::checkbox;
    if (choice)
        map.choices.push_back(
            {f.field.name, f.field.value, f.field.kind == FieldKind::radio, (f.rect.x0 + f.rect.x1) / 2, (f.rect.y0 + f.rect.y1) / 2});
    else map.fields.push_back({f.field.name, f.field.kind == FieldKind::signature, f.field.value, f.field.klassenlijst, f.rect});
}

PageMap map_of(const Pages& pages, std::size_t index) {
    const Page& page = pages.pages[index];
    PageMap map;
    map.code = page.code_text;
    map.width = page.width > 0 ? page.width : pages.width;
    map.height = page.height > 0 ? page.height : pages.height;
    map.code_place = code_rect(map.width, map.height);
    map.marks = corner_marks(map.width, map.height);
    for (const PlacedField& f : pages.fields)
        if (f.page == static_cast<int>(index)) add_field(map, f);
    return map;
}

}  // namespace

std::vector<PageMap> maps_of(const Pages& pages, const Fonts& fonts) {
    std::vector<PageMap> out;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        out.push_back(map_of(pages, i));
        if (!out.back().code.empty()) Prints(pages, fonts, i, out.back()).add();
    }
    return out;
}

std::string places_sum(const PageMap& map) {
    // In tenths of a point, which every machine rounds alike: places are sums of sizes with at most two decimals.
    std::string text;
    const auto add = [&text](float v) { (text += std::to_string(std::lround(v * 10))) += ' '; };
    add(map.width), add(map.height);
    for (const MapChoice& c : map.choices) {
        ((text += c.field) += '=') += c.value + ' ';
        add(c.x), add(c.y);
    }
    for (const MapField& f : map.fields) {
        (text += f.field) += ' ';
        add(f.rect.x0), add(f.rect.y0), add(f.rect.x1), add(f.rect.y1);
    }
    return short_hash(text, kPlacesLetters);
}

void add_frames(Pages& pages, const std::string& form) {
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const PageMap map = map_of(pages, i);
        Page& page = pages.pages[i];
        page.code_place = map.code_place;
        page.code_text = page_code_text({form, i + 1, places_sum(map), ""});
        for (const Rect& mark : map.marks) page.shapes.push_back({mark, style::kInk, std::nullopt, 0});
    }
}

}  // namespace dossier::layout
