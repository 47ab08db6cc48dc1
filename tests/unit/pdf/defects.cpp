#include "defects.hpp"
#include "sample.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <doctest/doctest.h>

namespace defects {

std::string damaged(const std::function<void(QPDF&)>& damage) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    const std::string& good = sample_pdf();
    pdf.processMemoryFile("sample", good.data(), good.size());
    damage(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setPreserveUnreferencedObjects(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setNewlineBeforeEndstream(true);
    writer.setStaticID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

Handle find(QPDF& pdf, const std::function<bool(Handle)>& wanted) {
    for (auto& o : pdf.getAllObjects()) {
        const Handle d = o.isStream() ? o.getDict() : o;
        if (Handle(d).isDictionary() && wanted(d)) return o;
    }
    FAIL("no such object in the sample");
    return Handle::newNull();
}

std::function<bool(Handle)> has_name(const std::string& key, const std::string& name) {
    return [=](Handle d) { return d.getKey(key).isName() && d.getKey(key).getName() == name; };
}

Handle element(QPDF& pdf, const std::string& role) { return find(pdf, has_name("/S", role)); }
Handle widget(QPDF& pdf) { return find(pdf, has_name("/Subtype", "/Widget")); }
Handle link(QPDF& pdf) { return find(pdf, has_name("/Subtype", "/Link")); }
Handle font(QPDF& pdf, const std::string& subtype) {
    return find(pdf, [=](Handle d) { return has_name("/Type", "/Font")(d) && has_name("/Subtype", subtype)(d); });
}
Handle page(QPDF& pdf) { return QPDFPageDocumentHelper(pdf).getAllPages()[0].getObjectHandle(); }

void append(QPDF& pdf, const std::string& operators) {
    Handle p = page(pdf);
    QPDFPageObjectHelper(p).addPageContents(Handle::newStream(&pdf, operators), false);
}

void replace_xmp(QPDF& pdf, const std::string& from, const std::string& to) {
    Handle m = pdf.getRoot().getKey("/Metadata");
    const auto data = m.getStreamData();
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    m.replaceStreamData(text, Handle::newNull(), Handle::newNull());
}

Handle text(const std::string& s) { return Handle::newString(s); }

void swap(Handle array, int a, int b) {
    Handle first = array.getArrayItem(a);
    array.setArrayItem(a, array.getArrayItem(b));
    array.setArrayItem(b, first);
}

void replace_data(Handle stream, const std::string& data) { stream.replaceStreamData(data, Handle::newNull(), Handle::newNull()); }

void add_stream(QPDF& pdf, const std::string& dictionary) {
    Handle stream = Handle::newStream(&pdf, "x");
    stream.replaceDict(Handle::parse(dictionary));
}

Handle form_x(QPDF& pdf) { return find(pdf, has_name("/Subtype", "/Form")); }
Handle text_widget(QPDF& pdf) {
    return find(pdf, [](Handle d) { return has_name("/Subtype", "/Widget")(d) && has_name("/FT", "/Tx")(d); });
}
Handle radio(QPDF& pdf) {
    return find(pdf, [](Handle d) { return has_name("/Subtype", "/Widget")(d) && d.hasKey("/Parent") && !d.hasKey("/FT"); });
}

namespace {

Handle table_of(QPDF& pdf) { return element(pdf, "/Table"); }

/// The cmap (3,1) of the program of the field font becomes (3,0).
void spoil_cmap(QPDF& pdf) {
    Handle file = font(pdf, "/TrueType").getKey("/FontDescriptor").getKey("/FontFile2");
    const auto data = file.getStreamData();
    std::string bytes(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t row = bytes.find("cmap");
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])); };
    const std::size_t at = byte(row + 8) << 24 | byte(row + 9) << 16 | byte(row + 10) << 8 | byte(row + 11);
    for (std::size_t i = 0; i < byte(at + 3); ++i)
        if (byte(at + 5 + 8 * i) == 3) bytes[at + 7 + 8 * i] = 0;
    replace_data(file, bytes);
}

}  // namespace

const Defects& first_defects() {
    static const Defects all{
        {"suspects", [](QPDF& q) { q.getRoot().getKey("/MarkInfo").replaceKey("/Suspects", Handle::newBool(true)); }},
        {"language-code", [](QPDF& q) { q.getRoot().replaceKey("/Lang", text("nl_NL")); }},
        {"language-code", [](QPDF& q) { element(q, "/P").replaceKey("/Lang", text("Nederlands, Belgie")); }},
        {"language-code", [](QPDF& q) { replace_xmp(q, "<rdf:li>nl</rdf:li>", "<rdf:li>nl_NL</rdf:li>"); }},
        {"catalog-keys", [](QPDF& q) { q.getRoot().replaceKey("/OCProperties", Handle::parse("<<>>")); }},
        {"catalog-keys", [](QPDF& q) { q.getRoot().replaceKey("/Names", Handle::parse("<</EmbeddedFiles<</Names[]>>>>")); }},
        {"catalog-keys", [](QPDF& q) { page(q).replaceKey("/PresSteps", Handle::parse("<<>>")); }},
        {"output-intent",
         [](QPDF& q) {
             Handle profile = q.getRoot().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
             const auto data = profile.getStreamData();
             std::string icc(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
             replace_data(profile, icc.replace(12, 4, "link"));
         }},
        {"one-intent",
         [](QPDF& q) {
             Handle second = Handle::parse("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(x)>>");
             second.replaceKey("/DestOutputProfile", Handle::newStream(&q, "x"));
             q.getRoot().getKey("/OutputIntents").appendItem(second);
         }},
        {"limits", [](QPDF& q) { page(q).replaceKey("/Lang", Handle::newName("/" + std::string(130, 'x'))); }},
        {"limits", [](QPDF& q) { page(q).replaceKey("/UserUnit", Handle::newInteger(2147483648LL)); }},
        {"limits", [](QPDF& q) { q.getTrailer().getKey("/Info").replaceKey("/X", text(std::string(32768, 'x'))); }},
        {"page-size", [](QPDF& q) { page(q).replaceKey("/MediaBox", Handle::parse("[0 0 2 2]")); }},
        {"no-lzw", [](QPDF& q) { add_stream(q, "<</Filter/LZWDecode>>"); }},
        {"no-lzw", [](QPDF& q) { add_stream(q, "<</Filter[/ASCIIHexDecode/LZWDecode]>>"); }},
        {"images", [](QPDF& q) { add_stream(q, "<</Subtype/Image/BitsPerComponent 8/Interpolate true>>"); }},
        {"images", [](QPDF& q) { add_stream(q, "<</Subtype/Image/BitsPerComponent 7>>"); }},
        {"images", [](QPDF& q) { add_stream(q, "<</Subtype/Image/BitsPerComponent 8/Alternates[]>>"); }},
        {"device-colour", [](QPDF& q) { add_stream(q, "<</Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceCMYK>>"); }},
        {"device-colour", [](QPDF& q) { append(q, "0 0 0 1 k"); }},
        {"device-colour", [](QPDF& q) { replace_data(form_x(q), "0 0 0 1 K"); }},
        {"ext-gstate", [](QPDF& q) { page(q).getKey("/Resources").replaceKey("/ExtGState", Handle::parse("<</G<</TR/Identity>>>>")); }},
        {"ext-gstate", [](QPDF& q) { page(q).getKey("/Resources").replaceKey("/ExtGState", Handle::parse("<</G<</BM/Foo>>>>")); }},
        {"no-postscript", [](QPDF& q) { add_stream(q, "<</Type/XObject/Subtype/PS>>"); }},
        {"no-postscript", [](QPDF& q) { form_x(q).getDict().replaceKey("/Ref", Handle::parse("<<>>")); }},
        {"xmp-packet", [](QPDF& q) { replace_xmp(q, "<?xpacket begin=", "<?xpacket bytes=\"1\" begin="); }},
        {"xmp-packet", [](QPDF& q) { replace_xmp(q, "<?xpacket begin=", "<?xpacket encoding=\"UTF-8\" begin="); }},
        {"xmp-well-formed", [](QPDF& q) { replace_xmp(q, "</dc:title>", "</dc:titel>"); }},
        {"xmp-well-formed", [](QPDF& q) { replace_xmp(q, "<pdfaid:part>2", "<pdfaid:part>2&#1;"); }},
        {"xmp-well-formed", [](QPDF& q) { replace_xmp(q, "<pdfaid:part>2", "<pdfaid:part>2\xff"); }},
        {"xmp-known",
         [](QPDF& q) {
             replace_xmp(q, "<pdf:Producer>", "<pdf:Trapped>");
             replace_xmp(q, "</pdf:Producer>", "</pdf:Trapped>");
         }},
        {"xmp-types",
         [](QPDF& q) {
             replace_xmp(q, "<dc:title><rdf:Alt>", "<dc:title><rdf:Seq>");
             replace_xmp(q, "</rdf:Alt></dc:title>", "</rdf:Seq></dc:title>");
         }},
        {"xmp-extension", [](QPDF& q) { replace_xmp(q, "<pdfaProperty:category>internal", "<pdfaProperty:category>anders"); }},
        {"xmp-extension", [](QPDF& q) { replace_xmp(q, "<pdfaProperty:valueType>Integer", "<pdfaProperty:valueType>Getal"); }},
        {"artifact-apart", [](QPDF& q) { append(q, "/P <</MCID 901>> BDC /Artifact BMC EMC EMC"); }},
        {"artifact-apart", [](QPDF& q) { append(q, "/Artifact BMC /P <</MCID 901>> BDC EMC EMC"); }},
        {"artifact-apart", [](QPDF& q) { append(q, "/P <</MCID 901>> BDC /P <</MCID 902>> BDC EMC EMC"); }},
        {"mcid-on-page", [](QPDF& q) { replace_data(form_x(q), "/P <</MCID 0>> BDC EMC"); }},
        {"operators", [](QPDF& q) { append(q, "1 2 zz"); }},
        {"operators", [](QPDF& q) { replace_data(form_x(q), "1 2 zz"); }},
        {"rendering-intent", [](QPDF& q) { append(q, "/Foo ri"); }},
        {"q-depth", [](QPDF& q) { replace_data(form_x(q), "q q q q q q q q q q q q q q q q q q q q q q q q q q q q q q"); }},
        {"font-keys", [](QPDF& q) { font(q, "/TrueType").removeKey("/FirstChar"); }},
        {"font-keys", [](QPDF& q) { font(q, "/TrueType").getKey("/Widths").eraseItem(0); }},
        {"font-keys", [](QPDF& q) { font(q, "/Type0").removeKey("/Type"); }},
        {"no-notdef",
         [](QPDF& q) {
             Handle x = form_x(q);
             x.getDict().replaceKey("/Resources", page(q).getKey("/Resources"));
             replace_data(x, "BT /F0 9 Tf <0000> Tj ET");
         }},
        {"no-notdef",
         [](QPDF& q) {
             Handle x = form_x(q);
             x.getDict().replaceKey("/Resources", q.getRoot().getKey("/AcroForm").getKey("/DR"));
             replace_data(x, "BT /FV 9 Tf <09> Tj ET");
         }},
        {"glyph-exists", [](QPDF& q) { append(q, "/Artifact BMC BT /F0 9 Tf <FFF0> Tj ET EMC"); }},
        {"shown-to-unicode",
         [](QPDF& q) { replace_data(font(q, "/Type0").getKey("/ToUnicode"), "1 beginbfrange\n<0001><0001><0041>\nendbfrange\n"); }},
        {"unicode-values",
         [](QPDF& q) { replace_data(font(q, "/Type0").getKey("/ToUnicode"), "1 beginbfrange\n<0001><0001><0000>\nendbfrange\n"); }},
        {"unicode-values",
         [](QPDF& q) { replace_data(font(q, "/Type0").getKey("/ToUnicode"), "1 beginbfchar\n<0001><E001>\nendbfchar\n"); }},
        {"identity", [](QPDF& q) { font(q, "/Type0").replaceKey("/Encoding", Handle::newName("/Identity-V")); }},
        {"field-font-widths", [](QPDF& q) { font(q, "/TrueType").getKey("/Widths").setArrayItem(127, Handle::newInteger(0)); }},
        {"glyph-names",
         [](QPDF& q) { font(q, "/TrueType").getKey("/Encoding").getKey("/Differences").appendItem(Handle::newName("/uni021B")); }},
        {"symbolic", [](QPDF& q) { font(q, "/TrueType").getKey("/FontDescriptor").replaceKey("/Flags", Handle::newInteger(4)); }},
        {"unicode-cmap", spoil_cmap},
        {"cid-set",
         [](QPDF& q) { replace_data(font(q, "/CIDFontType2").getKey("/FontDescriptor").getKey("/CIDSet"), std::string(200, '\xff')); }},
        {"role-map", [](QPDF& q) { q.getRoot().getKey("/StructTreeRoot").replaceKey("/RoleMap", Handle::parse("<</P/Span>>")); }},
        {"element-once",
         [](QPDF& q) {
             Handle k = element(q, "/Document").getKey("/K");
             k.appendItem(k.getArrayItem(0));
         }},
        {"kids", [](QPDF& q) { element(q, "/TD").replaceKey("/S", Handle::newName("/P")); }},
        {"kids", [](QPDF& q) { element(q, "/LBody").replaceKey("/S", Handle::newName("/P")); }},
        {"kids", [](QPDF& q) { element(q, "/Caption").replaceKey("/S", Handle::newName("/P")); }},
        {"kids", [](QPDF& q) { element(q, "/LI").replaceKey("/S", Handle::newName("/P")); }},
        {"caption", [](QPDF& q) { swap(table_of(q).getKey("/K"), 0, 1); }},
        {"thead-tbody", [](QPDF& q) { element(q, "/TBody").replaceKey("/S", Handle::newName("/THead")); }},
        {"table-regular", [](QPDF& q) { element(q, "/TD").replaceKey("/A", Handle::parse("<</O/Table/RowSpan 2>>")); }},
        {"th-scope", [](QPDF& q) { element(q, "/TH").getKey("/A").replaceKey("/O", Handle::newName("/Layout")); }},
        {"figure-alt", [](QPDF& q) { element(q, "/Figure").replaceKey("/Alt", text(" ")); }},
        {"figure-bbox", [](QPDF& q) { element(q, "/Figure").removeKey("/A"); }},
        {"form-kid",
         [](QPDF& q) {
             Handle f = element(q, "/Form");
             Handle both = Handle::newArray();
             both.appendItem(f.getKey("/K"));
             both.appendItem(element(q, "/P"));
             f.replaceKey("/K", both);
         }},
        {"parent-tree-sorted", [](QPDF& q) { swap(q.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums"), 0, 2); }},
        {"reading-order", [](QPDF& q) { swap(element(q, "/Document").getKey("/K"), 0, 1); }},
        {"object-page", [](QPDF& q) { element(q, "/Form").removeKey("/Pg"); }},
        {"annotation-once", [](QPDF& q) { page(q).getKey("/Annots").appendItem(page(q).getKey("/Annots").getArrayItem(0)); }},
        {"alt-is-tu", [](QPDF& q) { widget(q).replaceKey("/TU", text("iets anders")); }},
        {"widget-in-field", [](QPDF& q) { q.getRoot().getKey("/AcroForm").getKey("/Fields").eraseItem(0); }},
        {"field-parent", [](QPDF& q) { radio(q).replaceKey("/Parent", text_widget(q)); }},
        {"button-state",
         [](QPDF& q) {
             Handle r = radio(q);
             for (const std::string& state : r.getKey("/AP").getKey("/N").getKeys())
                 if (state != "/Off") r.replaceKey("/AS", Handle::newName(state));
         }},
        {"no-signature", [](QPDF& q) { find(q, has_name("/FT", "/Sig")).replaceKey("/V", Handle::parse("<</Type/Sig>>")); }},
        {"appearance-kind",
         [](QPDF& q) {
             Handle w = text_widget(q);
             w.replaceKey("/AP", radio(q).getKey("/AP"));
         }},
        {"appearance-kind", [](QPDF& q) { radio(q).replaceKey("/AP", text_widget(q).getKey("/AP")); }},
        {"widget-actions", [](QPDF& q) { widget(q).replaceKey("/A", Handle::parse("<</S/URI/URI(x)>>")); }},
        {"actions", [](QPDF& q) { link(q).getKey("/A").replaceKey("/S", Handle::newName("/Launch")); }},
        {"actions", [](QPDF& q) { link(q).replaceKey("/A", Handle::parse("<</S/Named/N/Print>>")); }},
        {"actions", [](QPDF& q) { link(q).replaceKey("/A", Handle::parse("<</S/ResetForm>>")); }},
        {"bookmark-count", [](QPDF& q) { q.getRoot().getKey("/Outlines").getKey("/First").replaceKey("/Count", Handle::newInteger(1)); }},
        {"marked", [](QPDF& q) { q.getRoot().removeKey("/MarkInfo"); }},
        {"language", [](QPDF& q) { q.getRoot().removeKey("/Lang"); }},
        {"title-shown", [](QPDF& q) { q.getRoot().removeKey("/ViewerPreferences"); }},
        {"output-intent", [](QPDF& q) { q.getRoot().removeKey("/OutputIntents"); }},
        {"xmp", [](QPDF& q) { q.getRoot().removeKey("/Metadata"); }},
        {"xmp-pdfa", [](QPDF& q) { replace_xmp(q, "<pdfaid:conformance>A", "<pdfaid:conformance>B"); }},
        {"xmp-pdfua", [](QPDF& q) { replace_xmp(q, "<pdfuaid:part>1</pdfuaid:part>", ""); }},
        {"xmp-extension", [](QPDF& q) { replace_xmp(q, "<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>x"); }},
        {"xmp-title",
         [](QPDF& q) {
             replace_xmp(q, "<dc:title>", "<dc:titel>");
             replace_xmp(q, "</dc:title>", "</dc:titel>");
         }},
        {"info-matches", [](QPDF& q) { q.getTrailer().getKey("/Info").replaceKey("/Title", text("anders")); }},
        {"structure", [](QPDF& q) { q.getRoot().removeKey("/StructTreeRoot"); }},
        {"parent-tree", [](QPDF& q) { q.getRoot().getKey("/StructTreeRoot").removeKey("/ParentTree"); }},
        {"all-tagged", [](QPDF& q) { append(q, "0 0 10 10 re f"); }},
        {"marks-nest", [](QPDF& q) { append(q, "EMC"); }},
        {"q-depth", [](QPDF& q) { append(q, "q q q q q q q q q q q q q q q q q q q q q q q q q q q q q q"); }},
        {"mcid-unique", [](QPDF& q) { append(q, "/P <</MCID 0>> BDC EMC"); }},
        {"tab-order", [](QPDF& q) { page(q).removeKey("/Tabs"); }},
        {"mcid-in-parent-tree", [](QPDF& q) { page(q).removeKey("/StructParents"); }},
        {"mcid-in-tree", [](QPDF& q) { append(q, "/P <</MCID 9999>> BDC EMC"); }},
        {"mcid-exists", [](QPDF& q) { element(q, "/H1").replaceKey("/K", Handle::newInteger(7777)); }},
        {"parent-tree-agrees",
         [](QPDF& q) {
             Handle nums = q.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
             Handle list = nums.getArrayItem(1);
             list.setArrayItem(0, list.getArrayItem(1));
         }},
        {"font-known", [](QPDF& q) { page(q).getKey("/Resources").getKey("/Font").removeKey("/F0"); }},
        {"no-notdef", [](QPDF& q) { append(q, "/Artifact BMC BT /F0 9 Tf <00000001> Tj ET EMC"); }},
        {"to-unicode", [](QPDF& q) { font(q, "/Type0").removeKey("/ToUnicode"); }},
        {"cid-to-gid", [](QPDF& q) { font(q, "/CIDFontType2").removeKey("/CIDToGIDMap"); }},
        {"widths", [](QPDF& q) { font(q, "/CIDFontType2").getKey("/W").getArrayItem(1).setArrayItem(5, Handle::newInteger(3)); }},
        {"simple-encoding", [](QPDF& q) { font(q, "/TrueType").getKey("/Encoding").removeKey("/BaseEncoding"); }},
        {"font-embedded", [](QPDF& q) { font(q, "/CIDFontType2").getKey("/FontDescriptor").removeKey("/FontFile2"); }},
        {"cid-set",
         [](QPDF& q) {
             font(q, "/CIDFontType2")
                 .getKey("/FontDescriptor")
                 .getKey("/CIDSet")
                 .replaceStreamData(std::string(1, '\x7f'), Handle::newNull(), Handle::newNull());
         }},
        {"standard-role", [](QPDF& q) { element(q, "/P").replaceKey("/S", Handle::newName("/Alinea")); }},
        {"parent-link", [](QPDF& q) { element(q, "/P").replaceKey("/P", q.getRoot().getKey("/StructTreeRoot")); }},
        {"nesting", [](QPDF& q) { element(q, "/TR").replaceKey("/S", Handle::newName("/LI")); }},
        {"th-scope", [](QPDF& q) { element(q, "/TH").removeKey("/A"); }},
        {"figure-alt", [](QPDF& q) { element(q, "/Figure").removeKey("/Alt"); }},
        {"form-alt", [](QPDF& q) { element(q, "/Form").removeKey("/Alt"); }},
        {"heading-levels", [](QPDF& q) { element(q, "/H2").replaceKey("/S", Handle::newName("/H4")); }},
        {"table-regular", [](QPDF& q) { element(q, "/TD").replaceKey("/A", Handle::parse("<</O/Table/ColSpan 2>>")); }},
        {"no-need-appearances", [](QPDF& q) { q.getRoot().getKey("/AcroForm").replaceKey("/NeedAppearances", Handle::newBool(true)); }},
        {"no-xfa", [](QPDF& q) { q.getRoot().getKey("/AcroForm").replaceKey("/XFA", text("x")); }},
        {"field-names",
         [](QPDF& q) {
             Handle fields = q.getRoot().getKey("/AcroForm").getKey("/Fields");
             fields.getArrayItem(1).replaceKey("/T", fields.getArrayItem(0).getKey("/T"));
         }},
        {"field-tu", [](QPDF& q) { q.getRoot().getKey("/AcroForm").getKey("/Fields").getArrayItem(0).removeKey("/TU"); }},
        {"form-font", [](QPDF& q) { q.getRoot().getKey("/AcroForm").removeKey("/DR"); }},
        {"annotation-flags", [](QPDF& q) { widget(q).replaceKey("/F", Handle::newInteger(2)); }},
        {"widget-tu", [](QPDF& q) { widget(q).removeKey("/TU"); }},
        {"link-contents", [](QPDF& q) { link(q).removeKey("/Contents"); }},
        {"annotation-tagged", [](QPDF& q) { widget(q).removeKey("/StructParent"); }},
        {"annotation-objr", [](QPDF& q) { element(q, "/Form").removeKey("/K"); }},
        {"appearance", [](QPDF& q) { widget(q).removeKey("/AP"); }},
        {"appearance-state",
         [](QPDF& q) { find(q, [](Handle d) { return has_name("/AS", "/Off")(d); }).replaceKey("/AS", Handle::newName("/bestaat-niet")); }},
        {"actions", [](QPDF& q) { widget(q).replaceKey("/AA", Handle::parse("<</K<</S/JavaScript/JS(x)>>>>")); }},
        {"no-external", [](QPDF& q) { page(q).getKey("/Contents").getDict().replaceKey("/F", text("x")); }},
        {"font-known", [](QPDF& q) { replace_data(form_x(q), "BT /Helv 9 Tf (x) Tj ET"); }},
        {"bookmarks", [](QPDF& q) { q.getRoot().removeKey("/Outlines"); }},
    };
    return all;
}

}  // namespace defects
