#include "layout/layout.hpp"

#include <algorithm>

namespace dossier::layout {
namespace {

/// How far the indices of a part move.
struct Shift {
    std::uint32_t glyphs;
    int pages, elements, fields, links;
    std::vector<int> images;  ///< by picture of the part
};

void move(Run& run, const Shift& by) { run.first += by.glyphs; }

Page moved(Page page, const Pages& part, const Shift& by) {
    page.width = page.width > 0 ? page.width : part.width;
    page.height = page.height > 0 ? page.height : part.height;
    for (Artifact& a : page.artifacts) move(a.run, by);
    for (Run& r : page.runs) move(r, by);
    for (PlacedImage& i : page.images) i.image = by.images[static_cast<std::size_t>(i.image)];
    for (Mark& m : page.marks) m.element += by.elements;
    return page;
}

Element moved(Element element, int parent, const Shift& by) {
    element.parent = element.parent < 0 ? parent : element.parent + by.elements;
    Kids kids;
    for (Kid k : element.kids) {
        switch (k.kind) {
            case Kid::Kind::element: k.index += by.elements; break;
            case Kid::Kind::field: k.index += by.fields, k.page += by.pages; break;
            case Kid::Kind::link: k.index += by.links; break;
            case Kid::Kind::mark: k.page += by.pages; break;
        }
        kids.push_back(k);
    }
    element.kids = std::move(kids);
    return element;
}

std::vector<int> joined_images(Pages& whole, const Pages& part) {
    std::vector<int> out;
    for (const image::Image* image : part.images) {
        const auto known = std::find(whole.images.begin(), whole.images.end(), image);
        out.push_back(static_cast<int>(known - whole.images.begin()));
        if (known == whole.images.end()) whole.images.push_back(image);
    }
    return out;
}

}  // namespace

Pages empty_pages(std::string title, std::string subject, std::string lang, const Pages& like) {
    Pages out;
    out.title = std::move(title);
    out.subject = std::move(subject);
    out.lang = std::move(lang);
    out.accent = like.accent;
    out.width = like.width;
    out.height = like.height;
    out.elements.emplace_back();
    out.elements[0].role = Role::document;
    out.elements[0].lang = out.lang;
    return out;
}

void append(Pages& whole, const Pages& part, std::string_view prefix, const std::string& title) {
    const Shift by{
        static_cast<std::uint32_t>(whole.glyphs.size()), static_cast<int>(whole.pages.size()), static_cast<int>(whole.elements.size()),
        static_cast<int>(whole.fields.size()),           static_cast<int>(whole.links.size()), joined_images(whole, part)};
    whole.glyphs.insert(whole.glyphs.end(), part.glyphs.begin(), part.glyphs.end());
    for (const Page& p : part.pages) whole.pages.push_back(moved(p, part, by));
    for (const Element& e : part.elements) whole.elements.push_back(moved(e, 0, by));
    Element& top = whole.elements[static_cast<std::size_t>(by.elements)];
    top.role = Role::div;  // a file has one document
    whole.elements[0].kids.push_back({Kid::Kind::element, by.elements, 0});
    for (PlacedField f : part.fields) {
        f.field.name.insert(0, prefix);
        if (f.page >= 0) f.page += by.pages;
        if (f.element >= 0) f.element += by.elements;
        whole.fields.push_back(std::move(f));
    }
    for (PlacedLink l : part.links) {
        l.page += by.pages;
        l.element += by.elements;
        whole.links.push_back(std::move(l));
    }
    whole.bookmarks.push_back({title, 1, by.pages, part.height});
    for (Bookmark b : part.bookmarks) {
        b.page += by.pages;
        ++b.level;
        whole.bookmarks.push_back(std::move(b));
    }
}

}  // namespace dossier::layout
