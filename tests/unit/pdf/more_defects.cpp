#include "defects.hpp"

#include <qpdf/Buffer.hh>

namespace defects {
namespace {

std::string data_of(Handle stream) {
    const auto data = stream.getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

std::function<void(QPDF&)> set(Handle (*of)(QPDF&), const std::string& key, const std::string& value) {
    return [=](QPDF& q) {
        Handle h = of(q);
        (h.isStream() ? h.getDict() : h).replaceKey(key, Handle::parse(value));
    };
}

std::function<void(QPDF&)> xmp(const std::string& from, const std::string& to) {
    return [=](QPDF& q) { replace_xmp(q, from, to); };
}

Handle catalog(QPDF& q) { return q.getRoot(); }
Handle metadata(QPDF& q) { return q.getRoot().getKey("/Metadata"); }
Handle td(QPDF& q) { return element(q, "/TD"); }
Handle th(QPDF& q) { return element(q, "/TH"); }
Handle figure(QPDF& q) { return element(q, "/Figure"); }
Handle link_action(QPDF& q) { return link(q).getKey("/A"); }
Handle descendant(QPDF& q) { return font(q, "/CIDFontType2"); }
Handle field_font(QPDF& q) { return font(q, "/TrueType"); }
Handle font_file(QPDF& q) { return field_font(q).getKey("/FontDescriptor").getKey("/FontFile2"); }
Handle to_unicode(QPDF& q) { return font(q, "/Type0").getKey("/ToUnicode"); }
/// The Type 0 font of fields and its descendant.
Handle fill_font(QPDF& q) {
    return find(q, [](Handle d) { return has_name("/Subtype", "/Type0")(d) && d.getKey("/Encoding").isStream(); });
}
Handle fill_descendant(QPDF& q) { return fill_font(q).getKey("/DescendantFonts").getArrayItem(0); }
/// The widget of a hidden field.
Handle hidden(QPDF& q) {
    return find(q, [](Handle d) {
        return has_name("/Subtype", "/Widget")(d) && d.getKey("/Ff").isInteger() && d.getKey("/Ff").getIntValue() == 1;
    });
}
Handle parent_tree(QPDF& q) { return q.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree"); }

void profile(QPDF& q, std::size_t at, const std::string& bytes) {
    Handle p = q.getRoot().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
    replace_data(p, data_of(p).replace(at, bytes.size(), bytes));
}

/// A paragraph as the last kid of the first `role`.
std::function<void(QPDF&)> paragraph_in(const std::string& role) {
    return [=](QPDF& q) {
        Handle e = element(q, role), p = q.makeIndirectObject(Handle::parse("<</S/P>>"));
        p.replaceKey("/P", e);
        if (!e.getKey("/K").isArray()) e.replaceKey("/K", Handle::newArray({e.getKey("/K")}));
        e.getKey("/K").appendItem(p);
    };
}

/// Cells that add up to the width of their rows and overlap: in the second row one spans a column that the first row takes.
void overlapping(QPDF& q) {
    Handle body = element(q, "/TBody"), row = body.getKey("/K").getArrayItem(0), next = body.getKey("/K").getArrayItem(1);
    row.getKey("/K").getArrayItem(1).replaceKey("/A", Handle::parse("<</O/Table/RowSpan 2>>"));
    next.getKey("/K").getArrayItem(0).replaceKey("/A", Handle::parse("<</O/Table/Scope/Row/ColSpan 2>>"));
    next.getKey("/K").eraseItem(1);
    next.getKey("/K").eraseItem(1);
}

/// All but `role` goes from the first table.
void without(QPDF& q, const std::string& role) {
    Handle k = element(q, "/Table").getKey("/K");
    for (int i = k.getArrayNItems() - 1; i >= 0; --i)
        if (has_name("/S", role)(k.getArrayItem(i))) k.eraseItem(i);
}

void parent_tree_of_two(QPDF& q) {
    Handle nums = parent_tree(q).getKey("/Nums");
    Handle tree = Handle::parse("<</Kids[<</Nums[]>><</Nums[]>>]>>");
    for (int i = 0; i < nums.getArrayNItems(); ++i)
        tree.getKey("/Kids").getArrayItem(i < 2 ? 1 : 0).getKey("/Nums").appendItem(nums.getArrayItem(i));
    q.getRoot().getKey("/StructTreeRoot").replaceKey("/ParentTree", tree);
}

}  // namespace

const Defects& further_defects() {
    static const Defects all{
        // the document
        {"catalog-keys", set(catalog, "/NeedsRendering", "true")},
        {"catalog-keys", set(catalog, "/Requirements", "[]")},
        {"catalog-keys", set(catalog, "/Perms", "<</Foo 1>>")},
        {"catalog-keys", set(catalog, "/Names", "<</AlternatePresentations<<>>>>")},
        {"output-intent", [](QPDF& q) { profile(q, 12, "scnr"); }},
        {"output-intent", [](QPDF& q) { profile(q, 8, "\x05"); }},
        {"page-size", set(page, "/CropBox", "[0 0 2 2]")},
        {"limits", [](QPDF& q) { append(q, "/Artifact BMC 1 0 0 1 4000000000 0 cm EMC"); }},
        {"limits", [](QPDF& q) { append(q, "/Artifact BMC /" + std::string(130, 'x') + " MP EMC"); }},
        {"no-external", set(metadata, "/FFilter", "/FlateDecode")},
        {"no-external", set(metadata, "/FDecodeParms", "<<>>")},
        {"no-lzw", [](QPDF& q) { append(q, "/Artifact BMC BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID x EI EMC"); }},
        {"no-postscript", set(form_x, "/PS", "<<>>")},
        {"no-postscript", set(form_x, "/OPI", "<<>>")},
        {"no-postscript", set(form_x, "/Subtype2", "/PS")},
        {"ext-gstate", set(page, "/Resources", "<</ExtGState<</G<</TR2/Identity>>>>>>")},
        {"device-colour", [](QPDF& q) { append(q, "/Artifact BMC /DeviceCMYK cs EMC"); }},
        // metadata
        {"xmp", set(metadata, "/Subtype", "/Foo")},
        {"xmp", set(metadata, "/Type", "/Foo")},
        {"xmp-well-formed", xmp("<dc:format>", "<dc:format>A & B ")},
        {"xmp-known", xmp("<dc:format>", "<dc:kenmerk>x</dc:kenmerk><dc:format>")},
        {"xmp-known", xmp("<dc:format>", "<d:kenmerk xmlns:d=\"http://voorbeeld.nl/\">x</d:kenmerk><dc:format>")},
        {"xmp-known", xmp("xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", "xmlns:dc=\"http://voorbeeld.nl/\"")},
        {"xmp-known", xmp("<rdf:Description rdf:about=\"\"", "<rdf:Description rdf:about=\"\" dc:source=\"x\"")},
        {"xmp-known", xmp("<dc:format>", "<dc:format>x</dc:format><dc:format>")},
        {"xmp-types", xmp("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", "<dc:title><rdf:Alt><rdf:li>")},
        {"xmp-types", xmp("<dc:language><rdf:Bag><rdf:li>nl</rdf:li></rdf:Bag>", "<dc:language><rdf:Seq><rdf:li>nl</rdf:li></rdf:Seq>")},
        {"xmp-types", xmp("<dc:language><rdf:Bag><rdf:li>nl</rdf:li></rdf:Bag>", "<dc:language>nl")},
        {"xmp-types", xmp("<dc:format>", "<xmp:MetadataDate>gisteren</xmp:MetadataDate><dc:format>")},
        {"xmp-types", xmp("<pdfuaid:part>1", "<pdfuaid:part>een")},
        {"xmp-types",
         [](QPDF& q) {
             replace_xmp(q, "<pdfaExtension:schemas><rdf:Bag>", "<pdfaExtension:schemas><rdf:Seq>");
             replace_xmp(q, "</rdf:Bag></pdfaExtension", "</rdf:Seq></pdfaExtension");
         }},
        {"xmp-extension", xmp("<pdfaProperty:category>internal</pdfaProperty:category>", "")},
        {"xmp-extension", xmp("<pdfaSchema:schema>", "<pdfaSchema:anders>x</pdfaSchema:anders><pdfaSchema:schema>")},
        {"xmp-extension", xmp("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", "<pdfaSchema:namespaceURI>http://x/")},
        {"xmp-extension", xmp("http://www.aiim.org/pdfa/ns/property#", "http://voorbeeld.nl/")},
        // fonts
        {"font-keys", [](QPDF& q) { descendant(q).removeKey("/Type"); }},
        {"font-keys", [](QPDF& q) { field_font(q).removeKey("/LastChar"); }},
        {"font-program", set(font_file, "/Subtype", "/OpenType")},
        {"field-font-widths", [](QPDF& q) { field_font(q).getKey("/Widths").setArrayItem('u', Handle::newInteger(999)); }},
        {"field-font-widths", [](QPDF& q) { field_font(q).getKey("/Widths").setArrayItem(160, Handle::newInteger(999)); }},
        {"field-font-widths", [](QPDF& q) { field_font(q).getKey("/Widths").setArrayItem(173, Handle::newInteger(999)); }},
        {"field-font-widths",
         [](QPDF& q) {
             field_font(q).replaceKey("/LastChar", Handle::newInteger(field_font(q).getKey("/LastChar").getIntValue() - 1));
             field_font(q).getKey("/Widths").eraseItem(field_font(q).getKey("/Widths").getArrayNItems() - 1);
         }},
        {"unicode-values", [](QPDF& q) { replace_data(to_unicode(q), "1 beginbfrange\n<0001><0002>[<0041><FEFF>]\nendbfrange\n"); }},
        {"unicode-values", [](QPDF& q) { replace_data(to_unicode(q), "1 beginbfchar\n<0001> <0041FFFE>\nendbfchar\n"); }},
        {"unicode-values", [](QPDF& q) { replace_data(to_unicode(q), "1 beginbfchar\n<0001> <DB80DC00>\nendbfchar\n"); }},
        {"no-notdef", [](QPDF& q) { append(q, "/Artifact BMC BT /F0 9 Tf q /F1 9 Tf Q [<0001>10<0000>] TJ ET EMC"); }},
        {"identity", [](QPDF& q) { fill_font(q).replaceKey("/Encoding", Handle::newName("/Identity-V")); }},
        {"cmap", [](QPDF& q) { fill_font(q).getKey("/Encoding").getDict().replaceKey("/WMode", Handle::newInteger(1)); }},
        {"cmap", [](QPDF& q) { replace_data(fill_font(q).getKey("/Encoding"), "/WMode 0 def /Identity-H usecmap"); }},
        {"cid-system",
         [](QPDF& q) {
             fill_descendant(q).replaceKey("/CIDSystemInfo", Handle::parse("<</Registry(Adobe)/Ordering(Japan1)/Supplement 0>>"));
         }},
        {"cid-to-gid", [](QPDF& q) { replace_data(fill_descendant(q).getKey("/CIDToGIDMap"), std::string(1000, '\0')); }},
        {"widths", [](QPDF& q) { fill_descendant(q).replaceKey("/DW", Handle::newInteger(99)); }},
        {"code-meanings", [](QPDF& q) { field_font(q).getKey("/Encoding").replaceKey("/Differences", Handle::parse("[222/abreve]")); }},
        // structure
        {"language-code", set(td, "/Lang", "(nl_NL)")},
        {"form-kid", [](QPDF& q) { element(q, "/Form").getKey("/K").replaceKey("/Obj", link(q)); }},
        {"kids", paragraph_in("/L")},
        {"kids", paragraph_in("/TBody")},
        {"kids", paragraph_in("/THead")},
        {"kids", paragraph_in("/Table")},
        {"kids", [](QPDF& q) { element(q, "/TR").removeKey("/K"); }},
        {"thead-tbody", [](QPDF& q) { without(q, "/TBody"); }},
        {"table-regular", overlapping},
        {"table-regular",
         [](QPDF& q) {
             element(q, "/TBody")
                 .getKey("/K")
                 .getArrayItem(5)
                 .getKey("/K")
                 .getArrayItem(0)
                 .replaceKey("/A", Handle::parse("<</O/Table/Scope/Row/RowSpan 5>>"));
         }},
        {"th-scope", set(th, "/A", "<</O/Table/Scope/Foo>>")},
        {"figure-bbox", set(figure, "/A", "<</O/Table/BBox[0 0 1 1]>>")},
        {"parent-tree-sorted", parent_tree_of_two},
        // annotations
        {"annotation-type", set(link, "/Subtype", "/Screen")},
        {"annotation-place", [](QPDF& q) { text_widget(q).removeKey("/P"); }},
        {"annotation-place", [](QPDF& q) { hidden(q).removeKey("/Rect"); }},
        {"outside-page", set(hidden, "/Rect", "[-20 -20 -1 -1]")},
        {"outside-page", [](QPDF& q) { hidden(q).removeKey("/Ff"); }},
        {"outside-page", set(hidden, "/StructParent", "1")},
        {"field-on-page", [](QPDF& q) { page(q).getKey("/Annots").eraseItem(page(q).getKey("/Annots").getArrayNItems() - 1); }},
        {"appearance-own", [](QPDF& q) { hidden(q).getKey("/AP").replaceKey("/N", text_widget(q).getKey("/AP").getKey("/N")); }},
        {"appearance", [](QPDF& q) { hidden(q).removeKey("/AP"); }},
        {"widget-actions", set(text_widget, "/AA", "<<>>")},
        {"actions", set(link_action, "/Next", "<</S/JavaScript/JS(x)>>")},
        {"actions", set(link_action, "/Next", "[<</S/URI/URI(x)>><</S/Hide/T(x)>>]")},
        {"bookmark-count", [](QPDF& q) { q.getRoot().getKey("/Outlines").replaceKey("/Count", Handle::newInteger(77)); }},
    };
    return all;
}

}  // namespace defects
