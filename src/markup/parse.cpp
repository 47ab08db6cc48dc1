#include "base/ascii.hpp"
#include "markup/reading.hpp"
#include "markup/xml_text.hpp"

#include <algorithm>

namespace dossier::markup {

bool is_page_letter(char c) { return is_digit(c) || is_upper(c) || std::string_view("$%*+-./:").find(c) != std::string_view::npos; }

namespace {

/// Whether metadata, which are XML, can hold `text` (XML 1.0, production 2).
bool printable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decode_utf8(text, at);
        if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF) return false;
    }
    return true;
}

void accent(Reading& r, std::string_view text) {
    const auto c = parse_color(text);
    if (!c) {
        r.diags.error("bad-color", r.doc.location, say("accent is {}, expected a colour such as #1b3f6e", quoted(text)));
    } else if (contrast(*c, kWhite) < kTextContrast) {
        r.diags.error("low-contrast", r.doc.location,
                      say("accent {} has contrast {} on white, expected at least 4.5:1", quoted(text), contrast_text(contrast(*c, kWhite))),
                      {say("choose a darker colour")});
    } else {
        r.doc.accent = *c;
    }
}

void page_code(Reading& r, const Element& e) {
    r.doc.page_code = r.attributes.find(e, "paginacode").value();
    const std::string& code = r.doc.page_code;
    if (code.size() > kLongestPageCode || !std::all_of(code.begin(), code.end(), is_page_letter))
        r.attributes.bad_value(e, "paginacode", say("at most {} of A-Z, 0-9 and $%*+-./:, as document.paginacode has", kLongestPageCode));
}

/// What the attributes of <formulier> say of the document.
void read_properties(Reading& r, const Element& e) {
    Attributes& a = r.attributes;
    r.doc.title = a.required(e, "titel");
    r.doc.lang = a.required(e, "lang");
    r.doc.subject = a.find(e, "onderwerp").value();
    for (const char* name : {"titel", "onderwerp"})
        if (!printable(a.find(e, name).value())) a.bad_value(e, name, say("text without control characters"));
    if (!r.doc.lang.empty() && !is_language(r.doc.lang)) a.bad_value(e, "lang", say("a language code such as nl or nl-BE"));
    r.doc.landscape = a.yes(e, "liggend");
    page_code(r, e);
    if (const auto color = a.find(e, "accent")) accent(r, color.value());
}

void read_root(Reading& r, pugi::xml_node node) {
    r.doc.location = place_of(node, {}, r.place);
    if (std::string_view(node.name()) != "formulier") {
        r.diags.error("unknown-root", r.doc.location, say("the outermost element is {}, expected <formulier>", tag(node.name())));
        return;
    }
    const Element e{node, *find_element("formulier"), r.doc.location};
    r.attributes.check(e);
    read_properties(r, e);
    read_blocks(r, e, r.doc.body);
    r.fields.check_choices();
}

}  // namespace

std::optional<Document> parse_markup(std::string_view xhtml, const std::function<Location(std::size_t)>& place, Diagnostics& diagnostics) {
    Diagnostics own;  // of this text: it is read until it has too many problems
    std::optional<Document> document(std::in_place);
    pugi::xml_document xml;
    if (load_xml(xhtml, place, own, xml)) {
        Reading reading{place, own, *document};
        std::size_t roots = 0;
        for (pugi::xml_node node = xml.first_child(); node; node = node.next_sibling())
            if (node.type() == pugi::node_element && ++roots == 1) read_root(reading, node);
        if (roots != 1) own.error("markup-syntax", {}, say("the markup has {} outermost elements, expected one <formulier>", roots));
    }
    if (own.has_errors()) document.reset();
    diagnostics.append(std::move(own));
    return document;
}

}  // namespace dossier::markup
