#include "parts.hpp"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <set>

namespace conformance {
namespace {

class Annotations {
public:
    Annotations(QPDF& pdf, Findings& out) : pdf_(pdf), out_(out), parents_(parent_tree(pdf)) {}

    void run() {
        objects(pdf_.getRoot().getKey("/StructTreeRoot"), 0);
        form(pdf_.getRoot().getKey("/AcroForm"));
        std::set<Id> seen;
        for (auto& page : QPDFPageDocumentHelper(pdf_).getAllPages()) {
            Handle p = page.getObjectHandle();
            Handle list = p.getKey("/Annots");
            if (!list.isArray()) continue;
            expect(is_name(p.getKey("/Tabs"), "/S"), "tab-order", "a page has annotations and no Tabs /S");
            for (auto& a : list.aitems()) {
                expect(seen.insert(a.getObjGen()).second, "annotation-once", "an annotation stands in Annots twice");
                annotation(a, p, page.getCropBox().getArrayAsRectangle());
            }
        }
        expect(std::all_of(widgets_.begin(), widgets_.end(), [&](Id w) { return placed_.count(w) != 0; }), "field-on-page",
               "a field has no widget on a page");
        for (auto& o : pdf_.getAllObjects()) action(o);
        bookmarks(pdf_.getRoot().getKey("/Outlines"));
    }

private:
    QPDF& pdf_;
    Findings& out_;
    std::map<int, Handle> parents_;
    std::map<Id, Id> element_of_;  ///< annotation -> structure element that refers to it
    std::set<Id> widgets_;         ///< of fields
    std::set<Id> own_;             ///< appearances of text fields
    std::set<Id> placed_;          ///< widgets on pages

    void expect(bool good, const std::string& rule, const std::string& what) { out_.expect(good, rule, what); }

    void objects(Handle e, int depth) {
        if (!e.isDictionary() || depth > 100) return;
        for (auto& k : kids(e)) {
            if (!k.isDictionary()) continue;
            if (is_name(k.getKey("/Type"), "/OBJR")) element_of_[k.getKey("/Obj").getObjGen()] = e.getObjGen();
            else objects(k, depth + 1);
        }
    }

    // ---- the form ----

    void form(Handle f) {
        if (!f.isDictionary()) return;
        expect(!f.hasKey("/NeedAppearances") || !f.getKey("/NeedAppearances").getBoolValue(), "no-need-appearances",
               "NeedAppearances is set");
        expect(!f.hasKey("/XFA"), "no-xfa", "the form has XFA");
        std::set<std::string> names;
        for (auto& field : f.getKey("/Fields").aitems()) {
            const std::string name = field.getKey("/T").isString() ? field.getKey("/T").getUTF8Value() : "";
            expect(!name.empty() && names.insert(name).second, "field-names", "field name \"" + name + "\" is empty or not unique");
            expect(is_text(field.getKey("/TU")), "field-tu", "field " + name + " has no TU");
            expect(!is_name(field.getKey("/FT"), "/Sig") || !field.hasKey("/V"), "no-signature",
                   "field " + name + " is signed before it was signed");
            widgets_of(field, name);
        }
        Handle fonts = f.getKey("/DR").isDictionary() ? f.getKey("/DR").getKey("/Font") : Handle::newNull();
        expect(fonts.isDictionary() && !fonts.getKeys().empty(), "form-font", "the form has no font to fill in with");
    }

    void widgets_of(Handle field, const std::string& name) {
        if (is_name(field.getKey("/Subtype"), "/Widget")) widgets_.insert(field.getObjGen());
        const std::string value = field.getKey("/V").isName() ? field.getKey("/V").getName() : "/Off";
        std::vector<Handle> all{field};
        if (field.getKey("/Kids").isArray()) all = field.getKey("/Kids").getArrayAsVector();
        for (auto& w : all) {
            widgets_.insert(w.getObjGen());
            if (field.getKey("/Kids").isArray())
                expect(w.getKey("/Parent").getObjGen() == field.getObjGen(), "field-parent", "a button of " + name + " has another parent");
            if (!is_name(field.getKey("/FT"), "/Btn")) continue;
            const std::string state = w.getKey("/AS").isName() ? w.getKey("/AS").getName() : "/Off";
            expect(state == "/Off" || state == value, "button-state", name + " shows " + state + " and is " + value);
        }
    }

    // ---- annotations ----

    /// UA 7.18.1 and 7.18.4 leave out what lies outside the crop box. So that nobody meets it, it is a point and for reading only.
    void outside(Handle a, const std::string& what) {
        const auto r = a.getKey("/Rect").getArrayAsRectangle();
        const long long flags = a.getKey("/Ff").isInteger() ? a.getKey("/Ff").getIntValue() : 0;
        expect(r.llx == r.urx && r.lly == r.ury && (flags & 1) != 0, "outside-page", what + " lies outside the page and can be filled in");
        expect(!a.hasKey("/StructParent") && element_of_.count(a.getObjGen()) == 0, "outside-page",
               what + " lies outside the page and is read aloud");
    }

    void annotation(Handle a, Handle page, const Handle::Rectangle& crop) {
        const bool widget = is_name(a.getKey("/Subtype"), "/Widget");
        const std::string what =
            a.getKey("/TU").isString() ? a.getKey("/TU").getUTF8Value() : "annotation " + std::to_string(a.getObjectID());
        const long long flags = a.getKey("/F").isInteger() ? a.getKey("/F").getIntValue() : 0;
        expect((flags & 4) != 0 && (flags & (1 | 2 | 32 | 256)) == 0, "annotation-flags", what + " does not print or is hidden");
        expect(a.getKey("/Rect").isRectangle() && a.getKey("/P").getObjGen() == page.getObjGen(), "annotation-place",
               what + " does not say where it is");
        const auto at = a.getKey("/Rect").getArrayAsRectangle();
        if (widget && a.getKey("/Rect").isRectangle() &&
            (at.urx <= crop.llx || at.llx >= crop.urx || at.ury <= crop.lly || at.lly >= crop.ury)) {
            outside(a, what);
            belongs(a, what);
            return;
        }
        Handle key = a.getKey("/StructParent");
        const auto parent = key.isInteger() ? parents_.find(static_cast<int>(key.getIntValue())) : parents_.end();
        const bool known = parent != parents_.end() && role(parent->second) == (widget ? "/Form" : "/Link");
        expect(known, "annotation-tagged", what + " is not in a " + (widget ? "Form" : "Link") + " element");
        const auto object = element_of_.find(a.getObjGen());
        expect(object != element_of_.end() && (!known || object->second == parent->second.getObjGen()), "annotation-objr",
               what + ": no OBJR in its structure element");
        if (!widget) {
            expect(is_name(a.getKey("/Subtype"), "/Link"), "annotation-type", what + " is neither a widget nor a link");
            expect(is_text(a.getKey("/Contents")), "link-contents", what + " has no Contents");
            return;
        }
        if (known && is_text(a.getKey("/TU")) && is_text(parent->second.getKey("/Alt")))
            expect(a.getKey("/TU").getUTF8Value() == parent->second.getKey("/Alt").getUTF8Value(), "alt-is-tu",
                   what + ": Alt and TU differ");
        belongs(a, what);
    }

    /// What is asked of every widget.
    void belongs(Handle a, const std::string& what) {
        expect(is_text(a.getKey("/TU")), "widget-tu", what + " has no TU");
        expect(widgets_.count(a.getObjGen()) != 0, "widget-in-field", what + " belongs to no field");
        expect(!a.hasKey("/A") && !a.hasKey("/AA"), "widget-actions", what + " does something");
        appearance(a, what);
        placed_.insert(a.getObjGen());
    }

    void appearance(Handle a, const std::string& what) {
        Handle ap = a.getKey("/AP");
        Handle n = ap.isDictionary() ? ap.getKey("/N") : Handle::newNull();
        expect(n.isStream() || n.isDictionary(), "appearance", what + " has no normal appearance");
        if (ap.isDictionary()) expect(!ap.hasKey("/D") && !ap.hasKey("/R"), "appearance", what + " has other appearances than normal");
        // A 6.3.3: states for a button, one stream for anything else.
        Handle type = a.hasKey("/FT")                      ? a.getKey("/FT")
                      : a.getKey("/Parent").isDictionary() ? a.getKey("/Parent").getKey("/FT")
                                                           : Handle::newNull();
        if (n.isStream() || n.isDictionary())
            expect(is_name(type, "/Btn") != n.isStream(), "appearance-kind", what + " has the appearance of another kind of field");
        if (n.isStream() && is_name(type, "/Tx"))
            expect(own_.insert(n.getObjGen()).second, "appearance-own", what + " shares its appearance, into which a text is filled in");
        if (n.isDictionary())
            expect(a.getKey("/AS").isName() && n.hasKey(a.getKey("/AS").getName()), "appearance-state",
                   what + " shows a state it does not have");
    }

    // ---- actions and bookmarks ----

    /// A 6.5.1: what an action may be, wherever it hangs.
    void action(Handle o) {
        static const std::set<std::string> kKinds{"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"};
        static const std::set<std::string> kNamed{"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"};
        Handle d = dictionary(o);
        if (!d.isDictionary()) return;
        for (const char* key : {"/AA", "/JS", "/OpenAction"}) expect(!d.hasKey(key), "actions", std::string("an object has ") + key);
        std::vector<Handle> all;
        if (is_name(d.getKey("/Type"), "/Action")) all.push_back(d);
        Handle a = d.getKey("/A");
        if (a.isDictionary() && a.hasKey("/S") && !d.hasKey("/O") && role(d).empty()) all.push_back(a);
        for (std::size_t i = 0; i < all.size() && i < 100; ++i) {
            Handle each = all[i], next = each.getKey("/Next");
            if (next.isDictionary()) all.push_back(next);
            if (next.isArray())
                for (auto& n : next.aitems())
                    if (n.isDictionary()) all.push_back(n);
            const std::string kind = each.getKey("/S").isName() ? each.getKey("/S").getName() : "?";
            expect(kKinds.count(kind) != 0, "actions", "an action " + kind);
            if (kind == "/Named")
                expect(each.getKey("/N").isName() && kNamed.count(each.getKey("/N").getName()) != 0, "actions", "an unknown named action");
        }
    }

    void bookmarks(Handle o) {
        expect(o.isDictionary() && o.getKey("/First").isDictionary(), "bookmarks", "no bookmarks");
        if (!o.isDictionary()) return;
        const long long open = level(o, 0);
        expect(o.getKey("/Count").isInteger() && o.getKey("/Count").getIntValue() == open, "bookmark-count",
               "Outlines counts its bookmarks wrongly");
    }

    /// How many bookmarks are open below `o`, at every level (ISO 32000-1, tables 152 and 153).
    long long level(Handle o, int depth) {
        long long n = 0;
        for (Handle b = o.getKey("/First"); b.isDictionary() && depth < 20 && n < 100'000; b = b.getKey("/Next")) {
            expect(is_text(b.getKey("/Title")) && b.getKey("/Dest").isArray(), "bookmarks", "a bookmark without title or goal");
            const long long below = level(b, depth + 1);
            const long long said = b.getKey("/Count").isInteger() ? b.getKey("/Count").getIntValue() : 0;
            expect(said == below, "bookmark-count",
                   "a bookmark counts " + std::to_string(said) + " below it, which has " + std::to_string(below));
            n += 1 + below;
        }
        return n;
    }
};

}  // namespace

void check_fields(QPDF& pdf, Findings& out) { Annotations(pdf, out).run(); }

}  // namespace conformance
