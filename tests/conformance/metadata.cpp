#include "parts.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>

namespace conformance {
namespace {

/// The properties that our files may have, and the container that holds the value ("" for plain text): A 6.6.2.3.1.
const std::map<std::string, std::string>& known() {
    static const std::map<std::string, std::string> all{
        {"dc:title", "rdf:Alt"}, {"dc:description", "rdf:Alt"}, {"dc:creator", "rdf:Seq"}, {"dc:language", "rdf:Bag"}, {"dc:identifier", ""},
        {"dc:format", ""}, {"xmp:CreatorTool", ""}, {"xmp:CreateDate", ""}, {"xmp:ModifyDate", ""}, {"xmp:MetadataDate", ""}, {"pdf:Producer", ""},
        {"pdf:Keywords", ""}, {"pdfaid:part", ""}, {"pdfaid:conformance", ""}, {"pdfuaid:part", ""}, {"pdfaExtension:schemas", "rdf:Bag"}};
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

/// A 6.6.2.3.3: what an extension schema must say of itself and of each property.
bool complete(pugi::xml_node schema) {
    const auto text = [](pugi::xml_node node, const char* name) { return std::string(node.child(name).text().get()); };
    bool good = !text(schema, "pdfaSchema:schema").empty() && text(schema, "pdfaSchema:namespaceURI") == "http://www.aiim.org/pdfua/ns/id/" &&
                text(schema, "pdfaSchema:prefix") == "pdfuaid";
    pugi::xml_node list = schema.child("pdfaSchema:property").child("rdf:Seq");
    good = good && list.child("rdf:li");
    for (pugi::xml_node p : list.children("rdf:li")) {
        const std::string category = text(p, "pdfaProperty:category");
        good = good && !text(p, "pdfaProperty:name").empty() && text(p, "pdfaProperty:valueType") == "Integer" &&
               (category == "internal" || category == "external") && !text(p, "pdfaProperty:description").empty();
    }
    return good;
}

void properties(pugi::xml_node rdf, Findings& out) {
    for (pugi::xml_node description : rdf.children("rdf:Description"))
        for (pugi::xml_node p : description.children()) {
            if (p.type() != pugi::node_element) continue;
            const auto found = known().find(p.name());
            out.expect(found != known().end(), "xmp-known", std::string("unknown property ") + p.name());
            if (found == known().end()) continue;
            const std::string inside = p.first_child().type() == pugi::node_element ? p.first_child().name() : "";
            out.expect(inside == found->second, "xmp-known", std::string(p.name()) + " holds \"" + inside + "\", expected \"" + found->second + "\"");
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
    for (const auto& [key, name] : {std::pair{"/Title", "dc:title"}, std::pair{"/Author", "dc:creator"}, std::pair{"/Subject", "dc:description"},
                                    std::pair{"/Producer", "pdf:Producer"}, std::pair{"/Creator", "xmp:CreatorTool"}})
        if (i.hasKey(key)) out.expect(i.getKey(key).getUTF8Value() == value(rdf, name), "info-matches", std::string("Info ") + key + " is not that of XMP");
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
    out.expect(!m.getDict().hasKey("/Filter") && is_name(m.getDict().getKey("/Type"), "/Metadata") && is_name(m.getDict().getKey("/Subtype"), "/XML"), "xmp",
               "the metadata are compressed, or do not say that they are XML");
    const std::string xmp = stream_text(m);
    const std::string packet = xmp.substr(0, xmp.find("?>"));
    out.expect(xmp.compare(0, 9, "<?xpacket") == 0 && packet.find("bytes=") == std::string::npos && packet.find("encoding=") == std::string::npos, "xmp-packet",
               "the packet header is missing, or has bytes or encoding");
    pugi::xml_document xml;
    const bool sound = xml.load_buffer(xmp.data(), xmp.size(), pugi::parse_default, pugi::encoding_utf8);
    out.expect(sound && valid_utf8(xmp) && !control_characters(xmp), "xmp-well-formed", "the metadata are no well-formed XML in UTF-8");
    if (!sound) return;
    const pugi::xml_node rdf = xml.child("x:xmpmeta").child("rdf:RDF");
    properties(rdf, out);
    out.expect(value(rdf, "pdfaid:part") == "2" && value(rdf, "pdfaid:conformance") == "A", "xmp-pdfa", "no PDF/A-2a identification");
    out.expect(value(rdf, "pdfuaid:part") == "1", "xmp-pdfua", "no PDF/UA-1 identification");
    pugi::xml_node schema;
    for (pugi::xml_node d : rdf.children("rdf:Description"))
        if (d.child("pdfaExtension:schemas")) schema = d.child("pdfaExtension:schemas").first_child().child("rdf:li");
    out.expect(schema && complete(schema), "xmp-extension", "no complete extension schema for pdfuaid");
    out.expect(!value(rdf, "dc:title").empty(), "xmp-title", "no dc:title");
    if (const std::string language = value(rdf, "dc:language"); !language.empty())
        out.expect(is_language(language), "language-code", "dc:language is no language code");
    info(pdf, rdf, out);
}

}  // namespace conformance
