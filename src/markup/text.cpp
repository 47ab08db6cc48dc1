#include "markup/reading.hpp"

namespace dossier::markup {
namespace {

struct Style {
    bool strong = false, em = false;
    std::string href;
    int span = -1;
};

/// Appends `raw` with each run of white space as one space, none at the beginning of the paragraph.
void add_styled(std::string_view raw, const Style& style, Location at, std::vector<Inline>& out) {
    const bool begins = out.empty() || out.back().kind == Inline::Kind::line_break;
    bool after_space = begins || (out.back().kind == Inline::Kind::text && out.back().text.ends_with(' '));
    std::string clean(raw.size(), ' ');
    char* end = clean.data();
    for (const char c : raw) {
        const bool space = is_space(c);
        if (!space || !after_space) *end++ = space ? ' ' : c;
        after_space = space;
    }
    clean.resize(static_cast<std::size_t>(end - clean.data()));
    if (clean.empty()) return;
    Inline& piece = out.emplace_back();
    piece.strong = style.strong;
    piece.em = style.em;
    piece.href = style.href;
    piece.span = style.span;
    piece.text = std::move(clean);
    piece.location = at;
}

std::string link(Reading& r, const Element& e) {
    std::string href = r.attributes.required(e, "href");
    const bool safe = href.starts_with("https://") || href.starts_with("http://") || href.starts_with("mailto:");
    const bool plain = std::all_of(href.begin(), href.end(), [](char c) { return c > ' ' && c < 127; });
    if (!href.empty() && (!safe || !plain || href.size() > 2000))
        r.attributes.bad_value(e, "href", say("a web address that begins with https://, http:// or mailto:"));
    return href;
}

/// Index of the span in the document.
int span(Reading& r, const Element& e) {
    const Span made{std::string(trim(r.attributes.find(e, "lang").value())), std::string(trim(r.attributes.find(e, "betekent").value()))};
    if (made.lang.empty() && made.read.empty())
        r.diags.error("missing-attribute", e.at, say("<span> has neither lang nor betekent"),
                      {say("leave <span> out, or say the language of its text")});
    if (!made.lang.empty() && !is_language(made.lang)) r.attributes.bad_value(e, "lang", say("a language code such as en"));
    r.doc.spans.push_back(made);
    return static_cast<int>(r.doc.spans.size()) - 1;
}

void code(Reading& r, const Element& e, Inline& piece) {
    piece.kind = Inline::Kind::qr;
    piece.text = r.attributes.required(e, "value");
    piece.label = r.attributes.required(e, "label");
    piece.width = r.attributes.width(e, Length{20 * 72 / 25.4, false});
}

void picture(Reading& r, const Element& e, Inline& piece) {
    piece.kind = Inline::Kind::image;
    piece.text = r.attributes.required(e, "src");
    if (!e.node.attribute("alt"))
        r.diags.error("missing-attribute", e.at, say("<img> lacks alt"),
                      {say("say what the picture shows; alt=\"\" if it only decorates")});
    piece.label = trim(e.node.attribute("alt").value());
    piece.width = r.attributes.width(e, Length{40 * 72 / 25.4, false});
}

/// An element that is one piece of a line and has no text of its own in it.
void add_piece(Reading& r, const Element& e, const Style& style, std::vector<Inline>& out) {
    Inline piece;
    piece.location = e.at;
    piece.strong = style.strong;
    piece.em = style.em;
    switch (e.spec.tag) {
        case Tag::br: piece.kind = Inline::Kind::line_break; break;
        case Tag::pagina: piece.kind = Inline::Kind::page_number; break;
        case Tag::paginas: piece.kind = Inline::Kind::page_count; break;
        case Tag::qr: code(r, e, piece); break;
        case Tag::img: picture(r, e, piece); break;
        case Tag::input:
        case Tag::textarea:
        case Tag::handtekening:
            piece.kind = Inline::Kind::field;
            piece.field = r.fields.add(e);
            break;
        default: return;
    }
    out.push_back(std::move(piece));
}

void add_element(Reading& r, const Element& e, const Style& style, std::vector<Inline>& out);

/// What is in `e`, which is a place of the kind `inside`.
void add_content(Reading& r, const Element& e, std::uint32_t inside, const Style& style, std::vector<Inline>& out) {
    for (pugi::xml_node child = e.node.first_child(); child; child = child.next_sibling()) {
        if (const char* text = text_of(child)) {
            add_styled(text, style, e.at, out);
        } else if (child.type() == pugi::node_element) {
            if (const auto inner = enter(r, child, inside, e)) add_element(r, *inner, style, out);
        }
    }
}

void add_element(Reading& r, const Element& e, const Style& style, std::vector<Inline>& out) {
    const Tag t = e.spec.tag;
    if (t != Tag::span && t != Tag::strong && t != Tag::em && t != Tag::a) {
        add_piece(r, e, style, out);
        return;
    }
    Style inner = style;
    if (t == Tag::span) inner.span = span(r, e);
    if (t == Tag::strong) inner.strong = true;
    if (t == Tag::em) inner.em = true;
    if (t == Tag::a) inner.href = link(r, e);
    // Emphasis opens no place of its own: what may not stand in a link may not stand in bold text of it either.
    const std::uint32_t inside = inner.span >= 0 ? kSpan : t == Tag::a || !style.href.empty() ? kLink : kText;
    add_content(r, e, inside, inner, out);
}

}  // namespace

void read_text(Reading& r, const Element& e, std::vector<Inline>& out) {
    add_content(r, e, kText, {}, out);
    end_text(out);
}

void add_text(std::string_view raw, Location at, std::vector<Inline>& out) { add_styled(raw, {}, at, out); }

void add_inline(Reading& r, const Element& e, std::vector<Inline>& out) { add_element(r, e, {}, out); }

void end_text(std::vector<Inline>& text) {
    while (!text.empty() && text.back().kind == Inline::Kind::text) {
        if (text.back().text.ends_with(' ')) text.back().text.pop_back();
        if (!text.back().text.empty()) return;
        text.pop_back();
    }
}

}  // namespace dossier::markup
