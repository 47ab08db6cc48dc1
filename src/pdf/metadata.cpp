/// XMP and document information. Written by hand: the XMP of libharu knows PDF/A-1 alone.

#include "base/ascii.hpp"
#include "pdf/parts.hpp"
#include "pdf/syntax.hpp"

namespace dossier::pdf {
namespace {

constexpr std::string_view kProducer = "dossier (libharu 2.3.0)";

void escaped(Buffer& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
}

void element(Buffer& out, std::string_view tag, std::string_view text) {
    if (text.empty()) return;
    ((out += '<') += tag) += '>';
    escaped(out, text);
    ((out += "</") += tag) += ">\n";
}

void alternatives(Buffer& out, std::string_view tag, std::string_view text) {
    if (text.empty()) return;
    ((out += '<') += tag) += "><rdf:Alt><rdf:li xml:lang=\"x-default\">";
    escaped(out, text);
    ((out += "</rdf:li></rdf:Alt></") += tag) += ">\n";
}

void listed(Buffer& out, std::string_view tag, std::string_view kind, std::string_view text) {
    if (text.empty()) return;
    (((((out += '<') += tag) += "><rdf:") += kind) += "><rdf:li>");
    escaped(out, text);
    ((((out += "</rdf:li></rdf:") += kind) += "></") += tag) += ">\n";
}

/// The extension schema says what pdfuaid:part is: PDF/A allows no property that is not described.
constexpr std::string_view kExtension =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

void xmp(const Plan& plan, Buffer& out) {
    const layout::Pages& pages = plan.pages;
    out +=
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n"
        "<dc:format>application/pdf</dc:format>\n";
    alternatives(out, "dc:title", pages.title);
    alternatives(out, "dc:description", pages.subject);
    listed(out, "dc:creator", "Seq", plan.info.author);
    listed(out, "dc:language", "Bag", pages.lang);
    element(out, "dc:identifier", plan.info.document_id);
    element(out, "xmp:CreatorTool", plan.info.creator);
    element(out, "pdf:Producer", kProducer);
    if (!plan.info.created.empty()) {
        const std::string when = plan.info.created + "T00:00:00Z";
        element(out, "xmp:CreateDate", when);
        element(out, "xmp:ModifyDate", when);
    }
    out += "</rdf:Description>\n";
    out += kExtension;
    out += "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

/// "2025-08-01" -> "D:20250801000000Z"
std::string pdf_date(const std::string& day) {
    std::string out = "D:";
    for (const char c : day)
        if (is_digit(c)) out += c;
    return out + "000000Z";
}

void info_entry(Buffer& out, std::string_view key, std::string_view text) {
    if (!text.empty()) text_string(out += key, text);
}

}  // namespace

void write_metadata(Plan& plan) {
    plan.objects.begin(plan.metadata) += "/Type/Metadata/Subtype/XML";
    xmp(plan, plan.objects.begin_data());
    plan.objects.end_stream();

    Buffer& info = plan.objects.begin(plan.info_dict);
    info_entry(info, "/Title", plan.pages.title);
    info_entry(info, "/Subject", plan.pages.subject);
    info_entry(info, "/Author", plan.info.author);
    info_entry(info, "/Creator", plan.info.creator);
    info_entry(info, "/Producer", kProducer);
    if (!plan.info.created.empty()) {
        info_entry(info, "/CreationDate", pdf_date(plan.info.created));
        info_entry(info, "/ModDate", pdf_date(plan.info.created));
    }
    plan.objects.end();
}

}  // namespace dossier::pdf
