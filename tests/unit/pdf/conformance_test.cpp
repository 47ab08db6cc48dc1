#include "conformance.hpp"
#include "sample.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>

namespace {

using Handle = QPDFObjectHandle;

/// The sample after `damage`, written by qpdf.
std::string damaged(const std::function<void(QPDF&)>& damage) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    const std::string& good = sample_pdf();
    pdf.processMemoryFile("sample", good.data(), good.size());
    damage(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setPreserveUnreferencedObjects(true);
    writer.setStaticID(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

/// First object that `wanted` accepts.
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

const std::map<std::string, std::function<void(QPDF&)>>& defects() {
    static const std::map<std::string, std::function<void(QPDF&)>> all{
        {"marked", [](QPDF& q) { q.getRoot().removeKey("/MarkInfo"); }},
        {"language", [](QPDF& q) { q.getRoot().removeKey("/Lang"); }},
        {"title-shown", [](QPDF& q) { q.getRoot().removeKey("/ViewerPreferences"); }},
        {"output-intent", [](QPDF& q) { q.getRoot().removeKey("/OutputIntents"); }},
        {"xmp", [](QPDF& q) { q.getRoot().removeKey("/Metadata"); }},
        {"xmp-pdfa", [](QPDF& q) { replace_xmp(q, "<pdfaid:conformance>A", "<pdfaid:conformance>B"); }},
        {"xmp-pdfua", [](QPDF& q) { replace_xmp(q, "<pdfuaid:part>1</pdfuaid:part>", ""); }},
        {"xmp-extension", [](QPDF& q) { replace_xmp(q, "<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>x"); }},
        {"xmp-title", [](QPDF& q) { replace_xmp(q, "<dc:title>", "<dc:titel>"); }},
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
        {"parent-tree-agrees", [](QPDF& q) {
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
        {"cid-set", [](QPDF& q) {
             font(q, "/CIDFontType2").getKey("/FontDescriptor").getKey("/CIDSet").replaceStreamData(std::string(1, '\x7f'), Handle::newNull(), Handle::newNull());
         }},
        {"standard-role", [](QPDF& q) { element(q, "/P").replaceKey("/S", Handle::newName("/Alinea")); }},
        {"parent-link", [](QPDF& q) { element(q, "/P").replaceKey("/P", q.getRoot().getKey("/StructTreeRoot")); }},
        {"nesting", [](QPDF& q) { element(q, "/TR").replaceKey("/S", Handle::newName("/LI")); }},
        {"th-scope", [](QPDF& q) { element(q, "/TH").removeKey("/A"); }},
        {"figure-alt", [](QPDF& q) { element(q, "/Figure").removeKey("/Alt"); }},
        {"form-alt", [](QPDF& q) { element(q, "/Form").removeKey("/Alt"); }},
        {"heading-levels", [](QPDF& q) { element(q, "/H2").replaceKey("/S", Handle::newName("/H4")); }},
        {"table-regular", [](QPDF& q) {
             element(q, "/TD").replaceKey("/A", Handle::parse("<</O/Table/ColSpan 2>>"));
         }},
        {"no-need-appearances", [](QPDF& q) { q.getRoot().getKey("/AcroForm").replaceKey("/NeedAppearances", Handle::newBool(true)); }},
        {"no-xfa", [](QPDF& q) { q.getRoot().getKey("/AcroForm").replaceKey("/XFA", text("x")); }},
        {"field-names", [](QPDF& q) {
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
        {"appearance-state", [](QPDF& q) {
             find(q, [](Handle d) { return has_name("/AS", "/Off")(d); }).replaceKey("/AS", Handle::newName("/bestaat-niet"));
         }},
        {"no-actions", [](QPDF& q) { widget(q).replaceKey("/AA", Handle::parse("<</K<</S/JavaScript/JS(x)>>>>")); }},
        {"no-external", [](QPDF& q) { page(q).getKey("/Contents").getDict().replaceKey("/F", text("x")); }},
        {"appearance-font", [](QPDF& q) {
             Handle x = find(q, has_name("/Subtype", "/Form"));
             x.replaceStreamData("BT /Helv 9 Tf (x) Tj ET", Handle::newNull(), Handle::newNull());
         }},
        {"bookmarks", [](QPDF& q) { q.getRoot().removeKey("/Outlines"); }},
    };
    return all;
}

bool mentions(const std::vector<std::string>& findings, const std::string& rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const std::string& f) { return f.starts_with(rule + ": "); });
}

}  // namespace

TEST_CASE("the example form breaks no rule of PDF/UA-1 and PDF/A-2a") {
    for (const std::string& finding : conformance::check(sample_pdf())) FAIL_CHECK(finding);
    // Nor after qpdf has written it anew, which the planted defects below rely on.
    for (const std::string& finding : conformance::check(damaged([](QPDF&) {}))) FAIL_CHECK(finding);
}

TEST_CASE("each rule catches a planted defect") {
    for (const auto& [rule, damage] : defects()) {
        const auto findings = conformance::check(damaged(damage));
        CHECK_MESSAGE(mentions(findings, rule), "not caught: " << rule);
    }
}

TEST_CASE("rules about the bytes of a file catch a planted defect") {
    CHECK(mentions(conformance::check(sample_pdf().substr(0, sample_pdf().size() / 2)), "readable"));
    std::string no_binary = sample_pdf();
    no_binary.replace(9, 6, "%abcd\n");
    CHECK(mentions(conformance::check(no_binary), "header"));
    const std::string without_id = [] {
        std::string s = sample_pdf();
        const std::size_t at = s.rfind("/ID[");
        s.replace(at, 3, "/Ix");
        return s;
    }();
    CHECK(mentions(conformance::check(without_id), "file-id"));
    QPDF pdf;
    pdf.processMemoryFile("sample", sample_pdf().data(), sample_pdf().size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setR6EncryptionParameters("", "x", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    CHECK(mentions(conformance::check({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()}), "not-encrypted"));
}

TEST_CASE("every rule has its planted defect") {
    for (const std::string& rule : conformance::rules()) {
        const bool elsewhere = rule == "readable" || rule == "header" || rule == "file-id" || rule == "not-encrypted";
        CHECK_MESSAGE((elsewhere || defects().count(rule) == 1), "no defect for " << rule);
    }
}
