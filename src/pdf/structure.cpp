#include "pdf/parts.hpp"
#include "pdf/syntax.hpp"

namespace dossier::pdf {
namespace {

using layout::Element;
using layout::Kid;
using layout::Role;

void attributes(Buffer& out, const Element& e) {
    switch (e.role) {
        case Role::th: out += e.row_scope ? "/A<</O/Table/Scope/Row" : "/A<</O/Table/Scope/Column"; break;
        case Role::td:
            if (e.colspan == 1) return;
            out += "/A<</O/Table";
            break;
        case Role::l: out += e.ordered ? "/A<</O/List/ListNumbering/Decimal>>" : "/A<</O/List/ListNumbering/Disc>>"; return;
        case Role::figure:
            rectangle(out += "/A<</O/Layout/Placement/Inline/BBox", e.bbox);
            out += ">>";
            return;
        default: return;
    }
    if (e.colspan > 1) integer(out += "/ColSpan ", e.colspan);
    out += ">>";
}

/// `page` 0: that of the element.
void object_ref(Buffer& out, int object, int page) {
    ref(out += "<</Type/OBJR/Obj ", object);
    if (page != 0) ref(out += "/Pg ", page);
    out += ">>";
}

void kids(const Plan& plan, Buffer& out, const Element& e, int page) {
    const bool many = e.kids.size() > 1;
    out += "/K";
    out += many ? '[' : ' ';
    bool first = true;
    for (const Kid& k : e.kids) {
        if (!first) out += ' ';
        first = false;
        const auto i = static_cast<std::size_t>(k.index);
        switch (k.kind) {
            case Kid::Kind::element: ref(out, plan.element[i]); break;
            case Kid::Kind::field: object_ref(out, plan.field[i], k.page == page ? 0 : plan.page[static_cast<std::size_t>(k.page)]); break;
            case Kid::Kind::link: object_ref(out, plan.link[i], plan.page[static_cast<std::size_t>(plan.pages.links[i].page)]); break;
            case Kid::Kind::mark:
                if (k.page == page) {
                    integer(out, k.index);
                } else {
                    ref(out += "<</Type/MCR/Pg ", plan.page[static_cast<std::size_t>(k.page)]);
                    integer(out += "/MCID ", k.index);
                    out += ">>";
                }
        }
    }
    if (many) out += ']';
}

/// Page of the first content of `e`, -1: it has none.
int first_page(const Element& e) {
    for (const Kid& k : e.kids)
        if (k.kind == Kid::Kind::mark || k.kind == Kid::Kind::field) return k.page;
    return -1;
}

void write_element(const Plan& plan, std::size_t index) {
    const Element& e = plan.pages.elements[index];
    const int page = first_page(e);
    Buffer& out = plan.objects.begin(plan.element[index]);
    out += "/S/";
    out += layout::name(e.role);
    ref(out += "/P ", index == 0 ? plan.structure : plan.element[static_cast<std::size_t>(e.parent)]);
    if (page >= 0) ref(out += "/Pg ", plan.page[static_cast<std::size_t>(page)]);
    attributes(out, e);
    if (!e.alt.empty()) text_string(out += e.role == Role::span ? "/ActualText" : "/Alt", e.alt);
    if (!e.lang.empty()) text_string(out += "/Lang", e.lang);
    if (!e.kids.empty()) kids(plan, out, e, page);
    plan.objects.end_aside();
}

}  // namespace

void write_structure(Plan& plan) {
    for (std::size_t i = 0; i < plan.pages.elements.size(); ++i) write_element(plan, i);
    const layout::Pages& pages = plan.pages;
    Buffer& root = plan.objects.begin(plan.structure);
    ref(root += "/Type/StructTreeRoot/K ", plan.element[0]);
    root += "/ParentTree<</Nums[";
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        integer(root += ' ', static_cast<long long>(p));
        root += '[';
        for (const layout::Mark& m : pages.pages[p].marks) ref(root += ' ', plan.element[static_cast<std::size_t>(m.element)]);
        root += ']';
    }
    for (std::size_t i = 0; i < pages.fields.size(); ++i) {
        if (pages.fields[i].page < 0) continue;
        integer(root += ' ', plan.field_key(i));
        ref(root += ' ', plan.element[static_cast<std::size_t>(pages.fields[i].element)]);
    }
    for (std::size_t i = 0; i < pages.links.size(); ++i) {
        integer(root += ' ', plan.link_key(i));
        ref(root += ' ', plan.element[static_cast<std::size_t>(pages.links[i].element)]);
    }
    integer(root += "]>>/ParentTreeNextKey ", plan.link_key(pages.links.size()));
    plan.objects.end_aside();
}

void write_bookmarks(Plan& plan) {
    const auto& list = plan.pages.bookmarks;
    if (list.empty()) return;
    const std::size_t n = list.size();
    // All are open, so `below` counts those at every level (ISO 32000-1, table 153).
    std::vector<int> object(n), parent(n, -1), next(n, -1), previous(n, -1), first(n, -1), last(n, -1), below(n, 0);
    int top_first = -1, top_last = -1;
    std::vector<int> open;  // the chain of bookmarks that the next one may stand under
    for (std::size_t i = 0; i < n; ++i) {
        object[i] = plan.objects.reserve();
        while (!open.empty() && list[static_cast<std::size_t>(open.back())].level >= list[i].level) open.pop_back();
        const int at = static_cast<int>(i);
        parent[i] = open.empty() ? -1 : open.back();
        int& head = open.empty() ? top_first : first[static_cast<std::size_t>(open.back())];
        int& tail = open.empty() ? top_last : last[static_cast<std::size_t>(open.back())];
        if (head < 0) head = at;
        if (tail >= 0) {
            next[static_cast<std::size_t>(tail)] = at;
            previous[i] = tail;
        }
        tail = at;
        for (const int above : open) ++below[static_cast<std::size_t>(above)];
        open.push_back(at);
    }
    const auto link = [&object](Buffer& out, std::string_view key, int to) {
        if (to >= 0) ref(out += key, object[static_cast<std::size_t>(to)]);
    };
    for (std::size_t i = 0; i < n; ++i) {
        Buffer& o = plan.objects.begin(object[i]);
        text_string(o += "/Title", list[i].title);
        ref(o += "/Parent ", parent[i] < 0 ? plan.outlines : object[static_cast<std::size_t>(parent[i])]);
        link(o, "/Prev ", previous[i]);
        link(o, "/Next ", next[i]);
        link(o, "/First ", first[i]);
        link(o, "/Last ", last[i]);
        if (below[i] > 0) integer(o += "/Count ", below[i]);
        ref(o += "/Dest[", plan.page[static_cast<std::size_t>(list[i].page)]);
        number(o += "/XYZ 0 ", list[i].y);
        o += " null]";
        plan.objects.end_aside();
    }
    Buffer& root = plan.objects.begin(plan.outlines);
    root += "/Type/Outlines";
    link(root, "/First ", top_first);
    link(root, "/Last ", top_last);
    integer(root += "/Count ", static_cast<long long>(n));
    plan.objects.end_aside();
}

}  // namespace dossier::pdf
