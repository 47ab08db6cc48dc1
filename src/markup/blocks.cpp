#include "markup/reading.hpp"

namespace dossier::markup {
namespace {

void furniture(Reading& r, const Element& e) {
    const bool header = e.spec.tag == Tag::kop;
    auto& to = header ? r.doc.header : r.doc.footer;
    if (header) r.doc.header_from = r.attributes.whole(e, "vanaf-pagina", 1, 999, 1);
    if (!to.empty()) r.diags.error("duplicate-element", e.at, say("a second {} in one document", tag(e.spec.name)));
    r.furniture = true;
    read_blocks(r, e, to);
    r.furniture = false;
}

void heading(Reading& r, const Element& e, Block& b) {
    b.kind = Block::Kind::heading;
    b.level = e.spec.name[1] - '0';
    b.bookmark = r.attributes.whole(e, "bladwijzer", 0, 4, b.level <= 3 ? b.level : 0);
    read_text(r, e, b.text);
    if (b.text.empty()) r.diags.error("empty-heading", e.at, say("{} has no text", tag(e.spec.name)));
    if (b.level > r.heading + 1) {
        const Message expected = r.heading == 0 ? say("<h1> first") : say("at most <h{}> here", r.heading + 1);
        r.diags.error("heading-level", e.at, say("{} skips a level, expected {}", tag(e.spec.name), expected));
    }
    r.heading = b.level;
}

void items(Reading& r, const Element& e, Block& b) {
    b.kind = Block::Kind::list;
    b.ordered = e.spec.name == "ol";
    for_elements(r, e, [&](const Element& li) {
        Block item;
        item.kind = Block::Kind::item;
        item.location = li.at;
        read_blocks(r, li, item.children);
        if (!item.children.empty()) b.children.push_back(std::move(item));
    });
}

/// Paragraphs, lists and tables without content are left out.
void block(Reading& r, const Element& e, std::vector<Block>& out) {
    Block b;
    b.location = e.at;
    switch (e.spec.tag) {
        case Tag::kop:
        case Tag::voet: furniture(r, e); return;
        case Tag::heading: heading(r, e, b); break;
        case Tag::p:
            b.style = r.attributes.one_of(e, "class", {"klein", "inleiding", "label", "rechts", "midden", "bijschrift", "hangend"});
            read_text(r, e, b.text);
            if (b.text.empty()) return;
            break;
        case Tag::list:
            items(r, e, b);
            if (b.children.empty()) return;
            break;
        case Tag::table:
            read_table(r, e, b);
            if (b.head.empty() && b.body.empty()) return;
            break;
        case Tag::hr: b.kind = Block::Kind::rule; break;
        case Tag::blok:
            b.kind = Block::Kind::keep;
            read_blocks(r, e, b.children);
            break;
        case Tag::kader:
            b.kind = Block::Kind::box;
            b.style = r.attributes.one_of(e, "class", {"let-op", "info"});
            read_blocks(r, e, b.children);
            break;
        case Tag::rij: read_columns(r, e, b); break;
        case Tag::pagina_einde: b.kind = Block::Kind::page_break; break;
        default: return;
    }
    out.push_back(std::move(b));
}

}  // namespace

void read_blocks(Reading& r, const Element& e, std::vector<Block>& out) {
    bool in_bare = false;
    const auto bare = [&]() -> std::vector<Inline>& {
        if (!in_bare) {
            Block b;
            b.bare = true;
            b.location = e.at;
            out.push_back(std::move(b));
        }
        in_bare = true;
        return out.back().text;
    };
    for (pugi::xml_node child = e.node.first_child(); child; child = child.next_sibling()) {
        if (const char* text = text_of(child)) {
            if (in_bare || !blank(text)) add_text(text, e.at, bare());
            continue;
        }
        if (child.type() != pugi::node_element) continue;
        const auto inner = enter(r, child, e.spec.inside, e);
        if (!inner) continue;
        if (inner->spec.tag == Tag::verborgen) {
            r.fields.add_hidden(*inner);
        } else if (inner->spec.where & kText) {
            add_inline(r, *inner, bare());
        } else {
            if (in_bare) end_text(out.back().text);
            in_bare = false;
            block(r, *inner, out);
        }
    }
    if (in_bare) end_text(out.back().text);
    std::erase_if(out, [](const Block& b) { return b.kind == Block::Kind::paragraph && b.bare && b.text.empty(); });
}

}  // namespace dossier::markup
