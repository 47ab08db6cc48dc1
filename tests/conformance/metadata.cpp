#include "parts.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace conformance {
namespace {

/// The properties that our files may have, and the container that holds the value ("" for plain text): A 6.6.2.3.1.
const std::map<std::string, std::string>& known() {
    static const std::map<std::string, std::string> all{{"dc:title", "rdf:Alt"},   {"dc:description", "rdf:Alt"},
                                                        {"dc:creator", "rdf:Seq"}, {"dc:language", "rdf:Bag"},
                                                        {"dc:identifier", ""},     {"dc:format", ""},
                                                        {"xmp:CreatorTool", ""},   {"xmp:CreateDate", ""},
                                                        {"xmp:ModifyDate", ""},    {"xmp:MetadataDate", ""},
                                                        {"pdf:Producer", ""},      {"pdf:Keywords", ""},
                                                        {"pdfaid:part", ""},       {"pdfaid:conformance", ""},
                                                        {"pdfuaid:part", ""},      {"pdfaExtension:schemas", "rdf:Bag"}};
    return all;
}

bool valid_utf8(const std::string& s) {
    for (std::size_t i = 0; i < s.size();) {
        const auto c = static_cast<unsigned char>(s[i]);
        const std::size_t more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 9;
        if (more == 9 || i + more >= s.size()) return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((static_cast<unsigned char>(s[i + k]) & 0xC0) != 0x80) return false;
        i += more + 1;
    }
    return true;
}

/// pugixml lets control characters pass, which XML forbids.
bool control_characters(const std::string& s) {
    for (std::size_t at = s.find("&#"); at != std::string::npos; at = s.find("&#", at + 2)) {
        const bool hex = s.compare(at + 2, 1, "x") == 0;
        const unsigned long c = std::strtoul(s.c_str() + at + (hex ? 3 : 2), nullptr, hex ? 16 : 10);
        if (c < 32 && c != 9 && c != 10 && c != 13) return true;
    }
    for (const char c : s)
        if (static_cast<unsigned char>(c) < 32 && c != '\t' && c != '\n' && c != '\r') return true;
    return false;
}

/// pugixml lets an ampersand be that begins no reference.
bool references_are_whole(std::string_view s) {
    for (std::size_t at = s.find('&'); at != std::string_view::npos; at = s.find('&', at + 1)) {
        const std::size_t end = s.find(';', at);
        if (end == std::string_view::npos) return false;
        const std::string_view name = s.substr(at + 1, end - at - 1);
        const bool known = name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
        if (!known && !(name.size() > 1 && name[0] == '#')) return false;
    }
    return true;
}

/// "2025", "2025-08", "2025-08-01", or that with a time and a zone.
bool is_date(std::string_view s) {
    for (const std::string_view form :
         {"0000", "0000-00", "0000-00-00", "0000-00-00T00:00Z", "0000-00-00T00:00:00Z", "0000-00-00T00:00+00:00",
          "0000-00-00T00:00:00+00:00", "0000-00-00T00:00-00:00", "0000-00-00T00:00:00-00:00"})
        if (std::equal(s.begin(), s.end(), form.begin(), form.end(),
                       [](char c, char f) { return f == '0' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : c == f; }))
            return true;
    return false;
}

/// The namespace of an element or attribute `name` in `at`; "" where the prefix is not declared.
std::string space_of(pugi::xml_node at, const std::string& name) {
    const std::size_t colon = name.find(':');
    const std::string declaration = colon == std::string::npos ? "xmlns" : "xmlns:" + name.substr(0, colon);
    for (; at; at = at.parent())
        if (const auto a = at.attribute(declaration.c_str())) return a.value();
    return "";
}

std::string text_of(pugi::xml_node node, const char* name) { return node.child(name).text().get(); }

/// Whether `item` has each of the fields `names` once, in the namespace of their prefix, and no others.
bool has_fields(pugi::xml_node item, const std::string& space, std::set<std::string> names) {
    for (pugi::xml_node field : item.children())
        if (field.type() == pugi::node_element && (names.erase(field.name()) == 0 || space_of(field, field.name()) != space)) return false;
    return names.empty();
}

/// A 6.6.2.3.3: what an extension schema must say of itself and of each property.
bool complete(pugi::xml_node schema) {
    static const std::set<std::string> kTypes{"Integer", "Text", "Date", "Boolean", "URI"};
    bool good = has_fields(schema, "http://www.aiim.org/pdfa/ns/schema#",
                           {"pdfaSchema:schema", "pdfaSchema:namespaceURI", "pdfaSchema:prefix", "pdfaSchema:property"});
    pugi::xml_node list = schema.child("pdfaSchema:property").child("rdf:Seq");
    good = good && list.child("rdf:li");
    for (pugi::xml_node p : list.children("rdf:li")) {
        const std::string category = text_of(p, "pdfaProperty:category");
        good = good && (category == "internal" || category == "external") && kTypes.count(text_of(p, "pdfaProperty:valueType")) != 0 &&
               has_fields(p, "http://www.aiim.org/pdfa/ns/property#",
                          {"pdfaProperty:name", "pdfaProperty:valueType", "pdfaProperty:category", "pdfaProperty:description"});
    }
    return good;
}

/// Every schema is whole, and one is that of pdfuaid with its part.
void extensions(pugi::xml_node rdf, Findings& out) {
    bool ua = false;
    for (pugi::xml_node description : rdf.children("rdf:Description"))
        for (pugi::xml_node schema : description.child("pdfaExtension:schemas").child("rdf:Bag").children("rdf:li")) {
            out.expect(complete(schema), "xmp-extension", "an extension schema is not complete");
            pugi::xml_node part = schema.child("pdfaSchema:property").child("rdf:Seq").find_child([](pugi::xml_node p) {
                return text_of(p, "pdfaProperty:name") == "part" && text_of(p, "pdfaProperty:valueType") == "Integer";
            });
            ua = ua || (part && text_of(schema, "pdfaSchema:namespaceURI") == "http://www.aiim.org/pdfua/ns/id/" &&
                        text_of(schema, "pdfaSchema:prefix") == "pdfuaid");
        }
    out.expect(ua, "xmp-extension", "no extension schema for pdfuaid");
}

/// A 6.6.2.3.1: the kind of value that XMP gives `p`. `array` is the container that it must have.
bool has_type(pugi::xml_node p, const std::string& array) {
    static const std::set<std::string> kDates{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"},
        kIntegers{"pdfaid:part", "pdfuaid:part"};
    pugi::xml_node inside = p.first_child();
    const std::string text = p.text().get();
    if (array.empty()) {
        const bool plain = std::none_of(p.begin(), p.end(), [](pugi::xml_node n) { return n.type() == pugi::node_element; });
        const bool number = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        return plain && (kDates.count(p.name()) == 0 || is_date(text)) && (kIntegers.count(p.name()) == 0 || number);
    }
    if (inside.name() != array || inside.next_sibling() || !inside.child("rdf:li")) return false;
    if (array != "rdf:Alt") return true;
    const auto items = inside.children("rdf:li");
    return std::string(inside.child("rdf:li").attribute("xml:lang").value()) == "x-default" &&
           std::all_of(items.begin(), items.end(), [](pugi::xml_node li) { return !li.attribute("xml:lang").empty(); });
}

/// The prefixes are those of their namespaces, so that a table of names will do.
void property(pugi::xml_node p, Findings& out) {
    static const std::map<std::string, std::string> kSpaces{
        {"dc", "http://purl.org/dc/elements/1.1/"},      {"xmp", "http://ns.adobe.com/xap/1.0/"},
        {"pdf", "http://ns.adobe.com/pdf/1.3/"},         {"pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
        {"pdfuaid", "http://www.aiim.org/pdfua/ns/id/"}, {"pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"}};
    const std::string name = p.name();
    const auto found = known().find(name);
    const auto space = kSpaces.find(name.substr(0, name.find(':')));
    out.expect(found != known().end() && space != kSpaces.end() && space_of(p, name) == space->second, "xmp-known",
               "unknown property " + name);
    if (found != known().end()) out.expect(has_type(p, found->second), "xmp-types", name + " has another type than XMP gives it");
}

void properties(pugi::xml_node rdf, Findings& out) {
    std::set<std::string> seen;
    for (pugi::xml_node description : rdf.children("rdf:Description")) {
        for (const pugi::xml_attribute& a : description.attributes()) {
            const std::string name = a.name();
            out.expect(name == "rdf:about" || name.starts_with("xmlns:"), "xmp-known", name + " is written as an attribute");
        }
        for (pugi::xml_node p : description.children()) {
            if (p.type() != pugi::node_element) continue;
            out.expect(seen.insert(p.name()).second, "xmp-known", std::string(p.name()) + " stands twice");
            property(p, out);
        }
    }
}

std::string value(pugi::xml_node rdf, const char* name) {
    for (pugi::xml_node description : rdf.children("rdf:Description"))
        if (pugi::xml_node p = description.child(name))
            return p.first_child().type() == pugi::node_element ? p.first_child().child("rdf:li").text().get() : p.text().get();
    return "";
}

void info(QPDF& pdf, pugi::xml_node rdf, Findings& out) {
    Handle i = pdf.getTrailer().getKey("/Info");
    if (!i.isDictionary()) return;
    for (const auto& [key, name] :
         {std::pair{"/Title", "dc:title"}, std::pair{"/Author", "dc:creator"}, std::pair{"/Subject", "dc:description"},
          std::pair{"/Producer", "pdf:Producer"}, std::pair{"/Creator", "xmp:CreatorTool"}})
        if (i.hasKey(key))
            out.expect(i.getKey(key).getUTF8Value() == value(rdf, name), "info-matches",
                       std::string("Info ") + key + " is not that of XMP");
    for (const auto& [key, name] : {std::pair{"/CreationDate", "xmp:CreateDate"}, std::pair{"/ModDate", "xmp:ModifyDate"}}) {
        std::string date;
        for (const char c : value(rdf, name))
            if (c >= '0' && c <= '9') date += c;
        const std::string own = i.hasKey(key) ? i.getKey(key).getUTF8Value().substr(2, 14) : "";
        out.expect(date.substr(0, 14) == own, "info-matches", std::string("Info ") + key + " is not that of XMP");
    }
}

}  // namespace

void check_metadata(QPDF& pdf, Findings& out) {
    Handle m = pdf.getRoot().getKey("/Metadata");
    if (!m.isStream()) {
        out.expect(false, "xmp", "no metadata");
        return;
    }
    out.expect(!m.getDict().hasKey("/Filter") && is_name(m.getDict().getKey("/Type"), "/Metadata") &&
                   is_name(m.getDict().getKey("/Subtype"), "/XML"),
               "xmp", "the metadata are compressed, or do not say that they are XML");
    const std::string xmp = stream_text(m);
    const std::string packet = xmp.substr(0, xmp.find("?>"));
    out.expect(
        xmp.compare(0, 9, "<?xpacket") == 0 && packet.find("bytes=") == std::string::npos && packet.find("encoding=") == std::string::npos,
        "xmp-packet", "the packet header is missing, or has bytes or encoding");
    pugi::xml_document xml;
    const bool sound = xml.load_buffer(xmp.data(), xmp.size(), pugi::parse_default, pugi::encoding_utf8);
    out.expect(sound && valid_utf8(xmp) && !control_characters(xmp) && references_are_whole(xmp), "xmp-well-formed",
               "the metadata are no well-formed XML in UTF-8");
    if (!sound) return;
    const pugi::xml_node rdf = xml.child("x:xmpmeta").child("rdf:RDF");
    properties(rdf, out);
    out.expect(value(rdf, "pdfaid:part") == "2" && value(rdf, "pdfaid:conformance") == "A", "xmp-pdfa", "no PDF/A-2a identification");
    out.expect(value(rdf, "pdfuaid:part") == "1", "xmp-pdfua", "no PDF/UA-1 identification");
    extensions(rdf, out);
    out.expect(!value(rdf, "dc:title").empty(), "xmp-title", "no dc:title");
    if (const std::string language = value(rdf, "dc:language"); !language.empty())
        out.expect(is_language(language), "language-code", "dc:language is no language code");
    info(pdf, rdf, out);
}

}  // namespace conformance
