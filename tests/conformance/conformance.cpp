#include "conformance.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <map>
#include <set>

namespace conformance {
namespace {

using Handle = QPDFObjectHandle;
using Id = QPDFObjGen;

const std::set<std::string> kRoles{"/Document", "/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/THead",
                                   "/TBody", "/TR", "/TH", "/TD", "/Caption", "/Form", "/Link", "/Figure", "/Div", "/Span"};
const std::set<std::string> kPainting{"Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI"};

std::string stream_text(Handle stream) {
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// Follows a content stream: what is painted outside marked content, which marked-content ids occur, which glyphs are shown.
class Reader : public Handle::ParserCallbacks {
public:
    std::vector<int> ids;
    std::map<std::string, std::string> shown;  ///< font resource -> string bytes
    int outside = 0, nesting_errors = 0, deepest_q = 0;

    void handleObject(Handle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        operate(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {
        if (!marks_.empty()) ++nesting_errors;
    }

private:
    std::vector<Handle> operands_;
    std::vector<bool> marks_;
    std::string font_;
    int q_ = 0;

    void operate(const std::string& op) {
        if (op == "BMC" || op == "BDC") begin(op);
        if (op == "EMC") {
            if (marks_.empty()) ++nesting_errors;
            else marks_.pop_back();
        }
        if (op == "q") deepest_q = std::max(deepest_q, ++q_);
        if (op == "Q") --q_;
        if (op == "Tf" && operands_.size() == 2) font_ = operands_[0].getName();
        if (op == "Tj" && operands_.size() == 1 && operands_[0].isString()) shown[font_] += operands_[0].getStringValue();
        if (op == "TJ" && operands_.size() == 1)
            for (auto& part : operands_[0].aitems())
                if (part.isString()) shown[font_] += part.getStringValue();
        const bool marked = std::find(marks_.begin(), marks_.end(), true) != marks_.end();
        if (kPainting.count(op) && !marked) ++outside;
    }

    void begin(const std::string& op) {
        const bool artifact = !operands_.empty() && operands_[0].isName() && operands_[0].getName() == "/Artifact";
        bool id = false;
        if (op == "BDC" && operands_.size() == 2 && operands_[1].isDictionary() && operands_[1].hasKey("/MCID")) {
            ids.push_back(static_cast<int>(operands_[1].getKey("/MCID").getIntValue()));
            id = true;
        }
        marks_.push_back(artifact || id);
    }
};

class Checker {
public:
    explicit Checker(QPDF& pdf) : pdf_(pdf), root_(pdf.getRoot()) {}

    std::vector<std::string> run() {
        catalog();
        metadata();
        structure_root();
        if (!root_.getKey("/StructTreeRoot").isDictionary()) return std::move(found_);
        pages();
        element(root_.getKey("/StructTreeRoot").getKey("/K"), root_.getKey("/StructTreeRoot"), 0);
        content_reached();
        form();
        widgets();
        everything();
        bookmarks();
        return std::move(found_);
    }

private:
    QPDF& pdf_;
    Handle root_;
    std::vector<std::string> found_;
    std::map<Id, Handle> page_of_annotation_;
    std::map<Id, Id> element_of_object_;            ///< annotation -> structure element that refers to it
    std::map<std::pair<Id, int>, Id> element_of_mark_;
    std::map<Id, std::vector<int>> marks_;          ///< page -> ids in its content
    std::map<int, Handle> parents_;                 ///< parent tree
    std::set<Id> elements_;
    int heading_ = 0;

    void expect(bool good, const std::string& rule, const std::string& what) {
        if (!good) found_.push_back(rule + ": " + what);
    }

    static bool is_name(Handle h, const std::string& name) { return h.isName() && h.getName() == name; }
    static bool is_text(Handle h) { return h.isString() && !h.getUTF8Value().empty(); }

    // ---- the document ----

    void catalog() {
        expect(root_.getKey("/MarkInfo").isDictionary() && root_.getKey("/MarkInfo").getKey("/Marked").isBool() &&
                   root_.getKey("/MarkInfo").getKey("/Marked").getBoolValue(), "marked", "MarkInfo does not say Marked");
        expect(is_text(root_.getKey("/Lang")), "language", "the catalog has no Lang");
        Handle viewer = root_.getKey("/ViewerPreferences");
        expect(viewer.isDictionary() && viewer.getKey("/DisplayDocTitle").isBool() && viewer.getKey("/DisplayDocTitle").getBoolValue(),
               "title-shown", "ViewerPreferences do not ask to show the title");
        expect(pdf_.getTrailer().getKey("/ID").isArray(), "file-id", "the trailer has no ID");
        expect(!pdf_.getTrailer().hasKey("/Encrypt"), "not-encrypted", "the file is encrypted");
        Handle intents = root_.getKey("/OutputIntents");
        bool profile = false;
        if (intents.isArray())
            for (auto& i : intents.aitems())
                if (is_name(i.getKey("/S"), "/GTS_PDFA1") && i.getKey("/DestOutputProfile").isStream()) {
                    const std::string icc = stream_text(i.getKey("/DestOutputProfile"));
                    profile = icc.size() > 128 && icc.substr(36, 4) == "acsp" && icc.substr(16, 4) == "RGB " &&
                              i.getKey("/DestOutputProfile").getDict().getKey("/N").getIntValue() == 3;
                }
        expect(profile, "output-intent", "no output intent with an RGB profile");
    }

    void metadata() {
        Handle m = root_.getKey("/Metadata");
        if (!m.isStream()) {
            expect(false, "xmp", "no metadata");
            return;
        }
        expect(!m.getDict().hasKey("/Filter"), "xmp", "the metadata are compressed");
        const std::string xmp = stream_text(m);
        const auto has = [&xmp](const std::string& t) { return xmp.find(t) != std::string::npos; };
        expect(has("<pdfaid:part>2</pdfaid:part>") && has("<pdfaid:conformance>A</pdfaid:conformance>"), "xmp-pdfa", "no PDF/A-2a identification");
        expect(has("<pdfuaid:part>1</pdfuaid:part>"), "xmp-pdfua", "no PDF/UA-1 identification");
        expect(has("http://www.aiim.org/pdfa/ns/extension/") && has("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"), "xmp-extension",
               "no extension schema for pdfuaid");
        expect(has("<dc:title>"), "xmp-title", "no dc:title");
        Handle info = pdf_.getTrailer().getKey("/Info");
        if (!info.isDictionary()) return;
        expect(is_text(info.getKey("/Title")) && has(escaped(info.getKey("/Title").getUTF8Value())), "info-matches", "Info Title is not that of XMP");
        expect(info.hasKey("/CreationDate") == has("<xmp:CreateDate>"), "info-matches", "Info and XMP disagree on the date");
        for (const auto& [key, tag] : {std::pair{"/Producer", "pdf:Producer"}, std::pair{"/Creator", "xmp:CreatorTool"}})
            if (info.hasKey(key))
                expect(has("<" + std::string(tag) + ">" + escaped(info.getKey(key).getUTF8Value()) + "</"), "info-matches",
                       std::string(key) + " is not that of XMP");
    }

    static std::string escaped(const std::string& text) {
        std::string out;
        for (const char c : text) out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '"' ? "&quot;" : std::string(1, c);
        return out;
    }

    void structure_root() {
        Handle s = root_.getKey("/StructTreeRoot");
        if (!s.isDictionary()) {
            expect(false, "structure", "no structure tree");
            return;
        }
        read_numbers(s.getKey("/ParentTree"));
        expect(!parents_.empty(), "parent-tree", "no parent tree");
    }

    void read_numbers(Handle node) {
        if (!node.isDictionary()) return;
        if (Handle nums = node.getKey("/Nums"); nums.isArray())
            for (int i = 0; i + 1 < nums.getArrayNItems(); i += 2)
                parents_[static_cast<int>(nums.getArrayItem(i).getIntValue())] = nums.getArrayItem(i + 1);
        if (Handle kids = node.getKey("/Kids"); kids.isArray())
            for (auto& k : kids.aitems()) read_numbers(k);
    }

    // ---- pages ----

    void pages() {
        int n = 0;
        for (auto& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            const std::string where = "page " + std::to_string(++n);
            Handle p = page.getObjectHandle();
            Reader reader;
            page.parseContents(&reader);
            expect(reader.outside == 0, "all-tagged", where + " paints " + std::to_string(reader.outside) + " times outside marked content");
            expect(reader.nesting_errors == 0, "marks-nest", where + ": BDC and EMC do not match");
            expect(reader.deepest_q <= 28, "q-depth", where + ": q nested too deep");
            std::vector<int> ids = reader.ids;
            std::sort(ids.begin(), ids.end());
            expect(std::adjacent_find(ids.begin(), ids.end()) == ids.end(), "mcid-unique", where + " uses a marked-content id twice");
            marks_[p.getObjGen()] = ids;
            parent_tree(p, ids, where);
            Handle annots = p.getKey("/Annots");
            if (annots.isArray()) {
                expect(is_name(p.getKey("/Tabs"), "/S"), "tab-order", where + " has annotations and no Tabs /S");
                for (auto& a : annots.aitems()) page_of_annotation_.emplace(a.getObjGen(), a);
            }
            fonts(p.getKey("/Resources"), reader.shown, where);
        }
    }

    void parent_tree(Handle page, const std::vector<int>& ids, const std::string& where) {
        if (ids.empty()) return;
        Handle key = page.getKey("/StructParents");
        const auto found = key.isInteger() ? parents_.find(static_cast<int>(key.getIntValue())) : parents_.end();
        if (found == parents_.end() || !found->second.isArray()) {
            expect(false, "mcid-in-parent-tree", where + " is not in the parent tree");
            return;
        }
        for (const int id : ids)
            expect(id >= 0 && id < found->second.getArrayNItems() && found->second.getArrayItem(id).isDictionary(), "mcid-in-parent-tree",
                   where + ", MCID " + std::to_string(id) + " is not in the parent tree");
    }

    // ---- fonts ----

    void fonts(Handle resources, const std::map<std::string, std::string>& shown, const std::string& where) {
        for (const auto& [name, bytes] : shown) {
            Handle font = resources.isDictionary() && resources.getKey("/Font").isDictionary() ? resources.getKey("/Font").getKey(name) : Handle::newNull();
            if (!font.isDictionary()) {
                expect(false, "font-known", where + ": no font " + name);
                continue;
            }
            if (is_name(font.getKey("/Subtype"), "/Type0"))
                for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
                    expect(bytes[i] != 0 || bytes[i + 1] != 0, "no-notdef", where + " shows .notdef");
        }
    }

    void font(Handle f) {
        const std::string name = f.getKey("/BaseFont").isName() ? f.getKey("/BaseFont").getName() : "?";
        expect(f.getKey("/ToUnicode").isStream(), "to-unicode", "font " + name + " has no ToUnicode");
        if (f.getKey("/ToUnicode").isStream())
            expect(stream_text(f.getKey("/ToUnicode")).find("beginbf") != std::string::npos, "to-unicode", "font " + name + " maps nothing");
        if (is_name(f.getKey("/Subtype"), "/Type0")) {
            Handle cid = f.getKey("/DescendantFonts").getArrayItem(0);
            expect(is_name(cid.getKey("/CIDToGIDMap"), "/Identity"), "cid-to-gid", "font " + name + " has no CIDToGIDMap");
            expect(cid.getKey("/W").isArray(), "widths", "font " + name + " has no widths");
            descriptor(cid.getKey("/FontDescriptor"), name);
            if (cid.getKey("/FontDescriptor").isDictionary()) widths(cid, name);
        } else {
            Handle e = f.getKey("/Encoding");
            const bool base = is_name(e, "/WinAnsiEncoding") || (e.isDictionary() && is_name(e.getKey("/BaseEncoding"), "/WinAnsiEncoding"));
            expect(base, "simple-encoding", "font " + name + " is not based on WinAnsiEncoding");
            descriptor(f.getKey("/FontDescriptor"), name);
        }
    }

    void descriptor(Handle d, const std::string& name) {
        expect(d.isDictionary() && d.getKey("/FontFile2").isStream(), "font-embedded", "font " + name + " is not embedded");
    }

    static unsigned u16(const std::string& s, std::size_t at) {
        return at + 1 < s.size() ? static_cast<unsigned>(static_cast<unsigned char>(s[at]) << 8 | static_cast<unsigned char>(s[at + 1])) : 0;
    }

    static std::string table(const std::string& file, const std::string& tag) {
        for (std::size_t i = 0; i < u16(file, 4); ++i) {
            const std::size_t row = 12 + 16 * i;
            if (file.compare(row, 4, tag) != 0) continue;
            const std::size_t at = static_cast<std::size_t>(u16(file, row + 8)) << 16 | u16(file, row + 10);
            const std::size_t length = static_cast<std::size_t>(u16(file, row + 12)) << 16 | u16(file, row + 14);
            return at <= file.size() ? file.substr(at, length) : "";
        }
        return "";
    }

    /// W must be what the font program says, and CIDSet name each of its glyphs.
    void widths(Handle cid, const std::string& name) {
        Handle d = cid.getKey("/FontDescriptor");
        if (!d.getKey("/FontFile2").isStream()) return;
        const std::string file = stream_text(d.getKey("/FontFile2"));
        const unsigned glyphs = u16(table(file, "maxp"), 4), upem = u16(table(file, "head"), 18), metrics = u16(table(file, "hhea"), 34);
        const std::string hmtx = table(file, "hmtx");
        Handle w = cid.getKey("/W");
        if (!w.isArray() || w.getArrayNItems() != 2 || upem == 0 || metrics == 0) {
            expect(false, "widths", "font " + name + " has other widths than expected");
            return;
        }
        Handle list = w.getArrayItem(1);
        for (unsigned g = 0; g < glyphs && static_cast<int>(g) < list.getArrayNItems(); ++g) {
            const double program = u16(hmtx, std::size_t{4} * std::min(g, metrics - 1)) * 1000.0 / upem;
            if (std::abs(program - list.getArrayItem(static_cast<int>(g)).getNumericValue()) > 1) {
                expect(false, "widths", "font " + name + " has a wrong width for glyph " + std::to_string(g));
                break;
            }
        }
        if (!d.getKey("/CIDSet").isStream()) return;
        const std::string set = stream_text(d.getKey("/CIDSet"));
        for (unsigned g = 0; g < glyphs; ++g)
            if (g / 8 >= set.size() || !(static_cast<unsigned char>(set[g / 8]) & (0x80U >> (g % 8)))) {
                expect(false, "cid-set", "font " + name + " lacks glyph " + std::to_string(g) + " in its CIDSet");
                break;
            }
    }

    // ---- structure ----

    static std::string role(Handle e) { return e.isDictionary() && e.getKey("/S").isName() ? e.getKey("/S").getName() : ""; }

    static std::vector<Handle> kids(Handle e) {
        Handle k = e.getKey("/K");
        if (k.isArray()) return k.getArrayAsVector();
        if (k.isNull()) return {};
        return {k};
    }

    void element(Handle e, Handle parent, int depth) {
        if (!e.isDictionary() || depth > 100) {
            expect(false, "structure", "a kid of the structure tree is no element");
            return;
        }
        const std::string r = role(e);
        elements_.insert(e.getObjGen());
        expect(kRoles.count(r) != 0, "standard-role", "structure type " + r);
        expect(e.getKey("/P").getObjGen() == parent.getObjGen(), "parent-link", r + " does not point to its parent");
        rules_of(e, r);
        for (auto& k : kids(e)) {
            if (k.isInteger()) {
                element_of_mark_[{e.getKey("/Pg").getObjGen(), static_cast<int>(k.getIntValue())}] = e.getObjGen();
            } else if (is_name(k.getKey("/Type"), "/MCR")) {
                element_of_mark_[{k.getKey("/Pg").getObjGen(), static_cast<int>(k.getKey("/MCID").getIntValue())}] = e.getObjGen();
            } else if (is_name(k.getKey("/Type"), "/OBJR")) {
                element_of_object_[k.getKey("/Obj").getObjGen()] = e.getObjGen();
            } else {
                nesting(r, role(k));
                element(k, e, depth + 1);
            }
        }
    }

    void nesting(const std::string& outer, const std::string& inner) {
        static const std::map<std::string, std::set<std::string>> kInside{
            {"/LI", {"/L"}}, {"/Lbl", {"/LI"}}, {"/LBody", {"/LI"}}, {"/THead", {"/Table"}}, {"/TBody", {"/Table"}},
            {"/TR", {"/Table", "/THead", "/TBody"}}, {"/TH", {"/TR"}}, {"/TD", {"/TR"}}};
        const auto rule = kInside.find(inner);
        expect(rule == kInside.end() || rule->second.count(outer) != 0, "nesting", inner + " stands in " + outer);
    }

    static Handle attribute(Handle e, const std::string& key) {
        Handle a = e.getKey("/A");
        return a.isDictionary() ? a.getKey(key) : Handle::newNull();
    }

    void rules_of(Handle e, const std::string& r) {
        if (r == "/TH") expect(attribute(e, "/Scope").isName(), "th-scope", "a TH has no Scope");
        if (r == "/Figure") expect(is_text(e.getKey("/Alt")), "figure-alt", "a Figure has no Alt");
        if (r == "/Form") expect(is_text(e.getKey("/Alt")), "form-alt", "a Form has no Alt");
        if (r == "/Table") table_rows(e);
        if (r.size() == 3 && r[1] == 'H' && r[2] >= '1' && r[2] <= '6') {
            const int level = r[2] - '0';
            expect(level <= heading_ + 1, "heading-levels", r + " skips a level");
            heading_ = level;
        }
    }

    void table_rows(Handle e) {
        std::set<long long> widths;
        const auto row = [&widths](Handle tr) {
            long long n = 0;
            for (auto& c : kids(tr)) n += attribute(c, "/ColSpan").isInteger() ? attribute(c, "/ColSpan").getIntValue() : 1;
            widths.insert(n);
        };
        for (auto& k : kids(e)) {
            if (role(k) == "/TR") row(k);
            if (role(k) == "/THead" || role(k) == "/TBody")
                for (auto& tr : kids(k)) row(tr);
        }
        expect(widths.size() == 1, "table-regular", "the rows of a table have different numbers of columns");
    }

    void content_reached() {
        for (const auto& [page, ids] : marks_)
            for (const int id : ids) {
                const auto found = element_of_mark_.find({page, id});
                expect(found != element_of_mark_.end(), "mcid-in-tree", "MCID " + std::to_string(id) + " belongs to no structure element");
            }
        for (const auto& [mark, e] : element_of_mark_) {
            const auto page = marks_.find(mark.first);
            expect(page != marks_.end() && std::binary_search(page->second.begin(), page->second.end(), mark.second), "mcid-exists",
                   "a structure element refers to MCID " + std::to_string(mark.second) + " that no page has");
        }
        // The parent tree says the same the other way round.
        for (auto& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            Handle p = page.getObjectHandle();
            if (!p.getKey("/StructParents").isInteger()) continue;
            const auto found = parents_.find(static_cast<int>(p.getKey("/StructParents").getIntValue()));
            if (found == parents_.end() || !found->second.isArray()) continue;
            for (const int id : marks_[p.getObjGen()]) {
                const auto e = element_of_mark_.find({p.getObjGen(), id});
                if (e != element_of_mark_.end() && id < found->second.getArrayNItems())
                    expect(found->second.getArrayItem(id).getObjGen() == e->second, "parent-tree-agrees",
                           "parent tree and structure tree disagree on MCID " + std::to_string(id));
            }
        }
    }

    // ---- forms ----

    void form() {
        Handle f = root_.getKey("/AcroForm");
        if (!f.isDictionary()) return;
        expect(!f.hasKey("/NeedAppearances") || !f.getKey("/NeedAppearances").getBoolValue(), "no-need-appearances", "NeedAppearances is set");
        expect(!f.hasKey("/XFA"), "no-xfa", "the form has XFA");
        std::set<std::string> names;
        for (auto& field : f.getKey("/Fields").aitems()) {
            const std::string name = field.getKey("/T").isString() ? field.getKey("/T").getUTF8Value() : "";
            expect(!name.empty() && names.insert(name).second, "field-names", "field name \"" + name + "\" is empty or not unique");
            expect(is_text(field.getKey("/TU")), "field-tu", "field " + name + " has no TU");
        }
        Handle fonts = f.getKey("/DR").isDictionary() ? f.getKey("/DR").getKey("/Font") : Handle::newNull();
        expect(fonts.isDictionary() && !fonts.getKeys().empty(), "form-font", "the form has no font to fill in with");
    }

    void widgets() {
        for (const auto& [id, annotation] : page_of_annotation_) {
            Handle a = annotation;
            const bool widget = is_name(a.getKey("/Subtype"), "/Widget");
            const std::string what = a.getKey("/TU").isString() ? a.getKey("/TU").getUTF8Value() : "annotation " + std::to_string(id.getObj());
            const long long flags = a.getKey("/F").isInteger() ? a.getKey("/F").getIntValue() : 0;
            expect((flags & 4) != 0 && (flags & (1 | 2 | 32 | 256)) == 0, "annotation-flags", what + " does not print or is hidden");
            if (widget) {
                expect(is_text(a.getKey("/TU")), "widget-tu", what + " has no TU");
                appearance(a, what);
            } else {
                expect(is_text(a.getKey("/Contents")), "link-contents", what + " has no Contents");
            }
            Handle key = a.getKey("/StructParent");
            const auto parent = key.isInteger() ? parents_.find(static_cast<int>(key.getIntValue())) : parents_.end();
            const bool known = parent != parents_.end() && role(parent->second) == (widget ? "/Form" : "/Link");
            expect(known, "annotation-tagged", what + " is not in a " + (widget ? "Form" : "Link") + " element");
            const auto object = element_of_object_.find(id);
            expect(object != element_of_object_.end() && (!known || object->second == parent->second.getObjGen()), "annotation-objr",
                   what + ": no OBJR in its structure element");
        }
    }

    void appearance(Handle a, const std::string& what) {
        Handle ap = a.getKey("/AP");
        Handle n = ap.isDictionary() ? ap.getKey("/N") : Handle::newNull();
        expect(n.isStream() || n.isDictionary(), "appearance", what + " has no normal appearance");
        if (ap.isDictionary()) expect(!ap.hasKey("/D") && !ap.hasKey("/R"), "appearance", what + " has other appearances than normal");
        if (n.isDictionary() && !n.isStream()) {
            expect(a.getKey("/AS").isName() && n.hasKey(a.getKey("/AS").getName()), "appearance-state", what + " shows a state it does not have");
        }
    }

    // ---- all objects ----

    void everything() {
        for (auto& o : pdf_.getAllObjects()) {
            Handle d = o.isStream() ? o.getDict() : o;
            if (!d.isDictionary()) continue;
            for (const char* key : {"/AA", "/JS", "/OpenAction", "/Launch"})
                expect(!d.hasKey(key), "no-actions", std::string("an object has ") + key);
            if (is_name(d.getKey("/S"), "/JavaScript") || is_name(d.getKey("/S"), "/Launch")) expect(false, "no-actions", "an action that PDF/A forbids");
            if (is_name(d.getKey("/Type"), "/Font") && !is_name(d.getKey("/Subtype"), "/CIDFontType2")) font(d);
            if (d.hasKey("/F") && o.isStream()) expect(false, "no-external", "a stream is in another file");
            if (is_name(d.getKey("/Subtype"), "/Form") && o.isStream()) form_fonts(o);
        }
    }

    /// Text that was filled in is shown by form XObjects.
    void form_fonts(Handle x) {
        if (stream_text(x).find("Tf") == std::string::npos) return;
        Handle resources = x.getDict().getKey("/Resources");
        expect(resources.isDictionary() && resources.getKey("/Font").isDictionary(), "appearance-font", "an appearance shows text and has no font");
    }

    void bookmarks() {
        Handle o = root_.getKey("/Outlines");
        expect(o.isDictionary() && o.getKey("/First").isDictionary(), "bookmarks", "no bookmarks");
        if (!o.isDictionary()) return;
        for (Handle b = o.getKey("/First"); b.isDictionary(); b = b.getKey("/Next"))
            expect(is_text(b.getKey("/Title")) && b.getKey("/Dest").isArray(), "bookmarks", "a bookmark without title or goal");
    }
};

}  // namespace

std::vector<std::string> check(std::string_view bytes) {
    std::vector<std::string> out;
    if (!bytes.starts_with("%PDF-1.") || bytes.substr(0, 20).find('\n') == std::string_view::npos ||
        static_cast<unsigned char>(bytes[bytes.find('\n') + 2]) < 128)
        out.push_back("header: no PDF header with a line of binary bytes");
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("pdf", bytes.data(), bytes.size());
        std::vector<std::string> found = Checker(pdf).run();
        out.insert(out.end(), found.begin(), found.end());
        for (const auto& w : pdf.getWarnings()) out.push_back("readable: " + w.getMessageDetail());
    } catch (const std::exception& e) {
        out.push_back(std::string("readable: ") + e.what());
    }
    return out;
}

const std::vector<std::string>& rules() {
    static const std::vector<std::string> all{
        "header", "readable", "marked", "language", "title-shown", "file-id", "not-encrypted", "output-intent", "xmp", "xmp-pdfa", "xmp-pdfua",
        "xmp-extension", "xmp-title", "info-matches", "structure", "parent-tree", "all-tagged", "marks-nest", "q-depth", "mcid-unique",
        "tab-order", "mcid-in-parent-tree", "font-known", "no-notdef", "to-unicode", "cid-to-gid", "widths", "simple-encoding",
        "font-embedded", "cid-set", "standard-role", "parent-link", "nesting", "th-scope", "figure-alt", "form-alt", "heading-levels",
        "table-regular", "mcid-in-tree", "mcid-exists", "parent-tree-agrees", "no-need-appearances", "no-xfa", "field-names", "field-tu",
        "form-font", "annotation-flags", "widget-tu", "link-contents", "annotation-tagged", "annotation-objr", "appearance",
        "appearance-state", "no-actions", "no-external", "appearance-font", "bookmarks"};
    return all;
}

}  // namespace conformance
