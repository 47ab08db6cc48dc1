#include "markup/reading.hpp"

#include "base/problems.hpp"

namespace dossier::markup {
namespace {

constexpr std::size_t kMostElements = 400'000;
constexpr std::size_t kDeepest = 48;

/// Elements that headers and footers cannot hold, being no part of the reading order.
bool body_only(Tag t) {
    return t == Tag::input || t == Tag::textarea || t == Tag::heading || t == Tag::handtekening || t == Tag::qr || t == Tag::img ||
           t == Tag::a || t == Tag::span || t == Tag::list;
}

bool within_bounds(Reading& r, Location at, std::size_t depth) {
    if (++r.elements > kMostElements) {
        if (r.elements == kMostElements + 1) r.diags.error("too-large", at, say("more than {} elements in one document", kMostElements));
        return false;
    }
    if (depth > kDeepest) {
        r.diags.error("too-deep", at, say("elements are nested deeper than {} levels", kDeepest));
        return false;
    }
    return true;
}

void unknown_element(Reading& r, std::string_view name, Location at) {
    std::vector<std::string> names;
    for (const ElementSpec& e : elements()) names.emplace_back(e.name);
    const auto near = nearest(name, names);
    r.diags.error("unknown-element", at, say("unknown element {}", tag(name)),
                  near ? std::vector<Message>{did_you_mean(tag(*near))} : std::vector<Message>{});
}

bool in_its_place(Reading& r, const Element& e, std::uint32_t inside) {
    const bool misplaced_page_number = (e.spec.tag == Tag::pagina || e.spec.tag == Tag::paginas) && !r.furniture;
    const bool misplaced_field = r.furniture && body_only(e.spec.tag);
    if ((e.spec.where & inside) && !misplaced_page_number && !misplaced_field) return true;
    const Message around = misplaced_field ? Message(say("<kop> or <voet>")) : Message::as_is(tag(e.node.parent().name()));
    r.diags.error("misplaced-element", e.at, say("{} cannot stand in {}", tag(e.spec.name), around),
                  {say("{} belongs in {}", tag(e.spec.name), e.spec.parent)});
    return false;
}

}  // namespace

std::optional<Element> enter(Reading& r, pugi::xml_node node, std::uint32_t inside, const Element& parent) {
    const Location at = place_of(node, parent.at, r.place);
    if (too_many_problems(r.diags, at) || !within_bounds(r, at, parent.depth + 1)) return std::nullopt;
    const std::string_view name = node.name();
    const ElementSpec* spec = find_element(name);
    if (!spec) {
        unknown_element(r, name, at);
        return std::nullopt;
    }
    const Element e{node, *spec, at, parent.depth + 1};
    if (!in_its_place(r, e, inside)) return std::nullopt;
    r.attributes.check(e);
    if (spec->inside == 0 && node.first_child())
        r.diags.error("not-empty", at, say("{} must be empty", tag(name)), {say("write <{}/>", name)});
    return e;
}

void check_no_text(Reading& r, const Element& e) {
    for (pugi::xml_node child = e.node.first_child(); child; child = child.next_sibling()) {
        const char* text = text_of(child);
        if (text && !blank(text))
            r.diags.error("misplaced-text", e.at, say("text {} cannot stand directly in {}", quoted(trim(text)), tag(e.spec.name)));
    }
}

}  // namespace dossier::markup
