#include "acroform/document.hpp"
#include "acroform/text.hpp"
#include "xml/document.hpp"

#include <string_view>

namespace dossier::acroform {
namespace {

constexpr std::size_t kMostMetadata = std::size_t{1} << 20;
constexpr std::string_view kDublinCore = "{http://purl.org/dc/elements/1.1/}";

/// The element that XMP is about: around it stand processing instructions and white space.
std::string rdf_of(const std::string& xmp) {
    const std::size_t begin = xmp.find("<rdf:RDF");
    const std::string_view close = "</rdf:RDF>";
    const std::size_t end = xmp.rfind(close);
    if (begin == std::string::npos || end == std::string::npos || end < begin) return "";
    return xmp.substr(begin, end + close.size() - begin);
}

/// The text in `element` and all below it: of a list the first of its items.
std::string first_text(pugi::xml_node element) {
    for (const pugi::xml_node& child : element.children())
        if (std::string text = child.type() == pugi::node_element ? first_text(child) : std::string(trim(child.value())); !text.empty())
            return text;
    return "";
}

/// A property is an element or an attribute of a Description; attributes keep their prefix, which in all XMP is this one.
std::string property(pugi::xml_node rdf, const std::string& name) {
    const std::string element_name = std::string(kDublinCore) + name, attribute_name = "dc:" + name;
    for (const pugi::xml_node& description : rdf.children()) {
        if (const auto attribute = description.attribute(attribute_name.c_str())) return attribute.value();
        if (const auto element = description.child(element_name.c_str())) return first_text(element);
    }
    return "";
}

}  // namespace

void read_metadata(Document& document) {
    filled::FilledPdf& form = document.form;
    QPDFObjectHandle metadata = entry(document.pdf->getRoot(), "/Metadata");
    const auto xmp = metadata.isStream() ? stream_data(metadata, kMostMetadata) : std::nullopt;
    const Source source{"xmp", xmp ? rdf_of(*xmp) : ""};
    // XMP that is no XML names nothing.
    Diagnostics ignored;
    const auto xml = source.text.empty() ? std::nullopt : xml::XmlDocument::load(source, ignored);
    if (xml) {
        form.identifier = property(xml->root(), "identifier");
        form.title = property(xml->root(), "title");
    }
    if (form.title.empty()) form.title = text_of(entry(entry(document.pdf->getTrailer(), "/Info"), "/Title")).utf8;
}

}  // namespace dossier::acroform
