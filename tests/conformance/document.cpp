#include "parts.hpp"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <set>

namespace conformance {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0; }

void intents(Handle root, Findings& out) {
    Handle list = root.getKey("/OutputIntents");
    bool good = false;
    std::set<Id> profiles;
    if (list.isArray())
        for (auto& i : list.aitems()) {
            Handle profile = i.getKey("/DestOutputProfile");
            if (!profile.isStream()) continue;
            profiles.insert(profile.getObjGen());
            const std::string icc = stream_text(profile);
            // A 6.2.3: a profile of a screen or a printer, of ICC version 4 or lower. The last of two must not hide the first.
            static const std::set<std::string> kClasses{"mntr", "prtr"};
            good = profiles.size() == 1 && is_name(i.getKey("/S"), "/GTS_PDFA1") && icc.size() > 128 && icc.substr(36, 4) == "acsp" &&
                   icc.substr(16, 4) == "RGB " && kClasses.count(icc.substr(12, 4)) != 0 && byte_at(icc, 8) < 5 &&
                   profile.getDict().getKey("/N").getIntValue() == 3;
        }
    out.expect(good, "output-intent", "no output intent with an RGB profile");
    out.expect(profiles.size() <= 1, "one-intent", "output intents with different profiles");
}

}  // namespace

void limits(Handle h, int depth, Findings& out) {
    if (depth > 20) return;
    if (h.isInteger()) out.expect(h.getIntValue() <= 2147483647LL && h.getIntValue() >= -2147483648LL, "limits", "an integer is too large");
    if (h.isString()) out.expect(h.getStringValue().size() <= 32767, "limits", "a string is too long");
    if (h.isName()) out.expect(h.getName().size() <= 128, "limits", "the name " + h.getName() + " is too long");
    if (h.isArray())
        for (auto& item : h.aitems())
            if (!item.isIndirect()) limits(item, depth + 1, out);
    if (h.isDictionary())
        for (auto& item : h.ditems()) {
            out.expect(item.first.size() <= 128, "limits", "the name " + item.first + " is too long");
            if (!item.second.isIndirect()) limits(item.second, depth + 1, out);
        }
}

namespace {

void image(Handle d, Findings& out) {
    static const std::set<long long> kBits{1, 2, 4, 8, 16};
    out.expect(!d.hasKey("/Alternates") && !d.hasKey("/OPI"), "images", "an image has other versions of itself");
    out.expect(!d.getKey("/Interpolate").isBool() || !d.getKey("/Interpolate").getBoolValue(), "images", "an image is interpolated");
    out.expect(d.hasKey("/ImageMask") ||
                   (d.getKey("/BitsPerComponent").isInteger() && kBits.count(d.getKey("/BitsPerComponent").getIntValue()) != 0),
               "images", "an image of odd bits");
    out.expect(!is_name(d.getKey("/ColorSpace"), "/DeviceCMYK"), "device-colour", "an image in CMYK");
}

void graphics_state(Handle d, Findings& out) {
    static const std::set<std::string> kModes{"/Normal",    "/Compatible", "/Multiply",   "/Screen",    "/Overlay",   "/Darken",
                                              "/Lighten",   "/ColorDodge", "/ColorBurn",  "/HardLight", "/SoftLight", "/Difference",
                                              "/Exclusion", "/Hue",        "/Saturation", "/Color",     "/Luminosity"};
    out.expect(!d.hasKey("/TR") && (!d.hasKey("/TR2") || is_name(d.getKey("/TR2"), "/Default")), "ext-gstate", "a transfer function");
    out.expect(!d.hasKey("/BM") || (d.getKey("/BM").isName() && kModes.count(d.getKey("/BM").getName()) != 0), "ext-gstate",
               "an unknown blend mode");
}

void object(Handle o, Findings& out) {
    limits(dictionary(o), 0, out);
    Handle d = dictionary(o);
    if (!d.isDictionary()) return;
    if (o.isStream()) {
        out.expect(!d.hasKey("/F") && !d.hasKey("/FFilter") && !d.hasKey("/FDecodeParms"), "no-external", "a stream is in another file");
        Handle filter = d.getKey("/Filter");
        bool lzw = is_name(filter, "/LZWDecode");
        if (filter.isArray())
            for (auto& f : filter.aitems()) lzw = lzw || is_name(f, "/LZWDecode");
        out.expect(!lzw, "no-lzw", "a stream is compressed with LZW");
        if (is_name(d.getKey("/Subtype"), "/Image")) image(d, out);
        out.expect(!is_name(d.getKey("/Subtype"), "/PS") && !is_name(d.getKey("/Subtype2"), "/PS") && !d.hasKey("/PS") &&
                       !d.hasKey("/OPI") && !d.hasKey("/Ref"),
                   "no-postscript", "an XObject of PostScript or of another file");
    }
    // Resources are an object of their own or part of a page or stream.
    Handle resources = d.getKey("/Resources").isDictionary() ? d.getKey("/Resources") : d;
    if (Handle states = resources.getKey("/ExtGState"); states.isDictionary())
        for (auto& s : states.ditems()) graphics_state(s.second, out);
}

}  // namespace

void check_document(QPDF& pdf, Findings& out) {
    Handle root = pdf.getRoot();
    const auto yes = [](Handle h) { return h.isBool() && h.getBoolValue(); };
    Handle marks = root.getKey("/MarkInfo");
    out.expect(marks.isDictionary() && yes(marks.getKey("/Marked")), "marked", "MarkInfo does not say Marked");
    out.expect(!marks.isDictionary() || !yes(marks.getKey("/Suspects")), "suspects", "MarkInfo says Suspects");
    out.expect(is_text(root.getKey("/Lang")), "language", "the catalog has no Lang");
    if (is_text(root.getKey("/Lang")))
        out.expect(is_language(root.getKey("/Lang").getUTF8Value()), "language-code", "the Lang of the catalog is no language code");
    Handle viewer = root.getKey("/ViewerPreferences");
    out.expect(viewer.isDictionary() && yes(viewer.getKey("/DisplayDocTitle")), "title-shown",
               "ViewerPreferences do not ask to show the title");
    out.expect(!pdf.getTrailer().hasKey("/Encrypt"), "not-encrypted", "the file is encrypted");
    for (const char* key : {"/NeedsRendering", "/Requirements", "/AlternatePresentations", "/OCProperties", "/Perms", "/OpenAction", "/AA"})
        out.expect(!root.hasKey(key), "catalog-keys", std::string("the catalog has ") + key);
    Handle names = root.getKey("/Names");
    for (const char* key : {"/EmbeddedFiles", "/JavaScript", "/AlternatePresentations"})
        out.expect(!names.isDictionary() || !names.hasKey(key), "catalog-keys", std::string("Names has ") + key);
    intents(root, out);
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        Handle p = page.getObjectHandle();
        out.expect(!p.hasKey("/PresSteps") && !p.hasKey("/AA"), "catalog-keys", "a page has PresSteps or AA");
        for (const char* name : {"/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"}) {
            if (!page.getAttribute(name, false).isRectangle()) continue;
            const auto box = page.getAttribute(name, false).getArrayAsRectangle();
            const double width = box.urx - box.llx, height = box.ury - box.lly;
            out.expect(width >= 3 && height >= 3 && width <= 14400 && height <= 14400, "page-size",
                       std::string("a page has an impossible ") + name);
        }
    }
    for (auto& o : pdf.getAllObjects()) object(o, out);
}

}  // namespace conformance
