#include "parts.hpp"

#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <set>

namespace conformance {
namespace {

const std::set<std::string> kPainting{"Tj", "TJ", "'", "\"", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "BI"};

/// ISO 32000-1, annex A: the operators that there are (A 6.2.2).
const std::set<std::string> kOperators{"b",  "B",  "b*", "B*", "BDC", "BI",  "BMC", "BT", "BX", "c",  "cm", "CS", "cs", "d",  "d0",
                                       "d1", "Do", "DP", "EI", "EMC", "ET",  "EX",  "f",  "F",  "f*", "G",  "g",  "gs", "h",  "i",
                                       "ID", "j",  "J",  "K",  "k",   "l",   "m",   "M",  "MP", "n",  "q",  "Q",  "re", "RG", "rg",
                                       "ri", "s",  "S",  "SC", "sc",  "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ",
                                       "TL", "Tm", "Tr", "Ts", "Tw",  "Tz",  "v",   "w",  "W",  "W*", "y",  "'",  "\""};

/// Follows a content stream: what is painted outside marked content, which marked-content ids occur, which glyphs are shown.
class Reader : public Handle::ParserCallbacks {
public:
    std::vector<int> ids;
    std::map<std::string, std::string> shown;  ///< font resource -> string bytes
    std::set<std::string> unknown, intents;
    int outside = 0, nesting_errors = 0, mixed = 0, deepest_q = 0, cmyk = 0, lzw = 0;
    Findings beyond;  ///< the limits

    void handleObject(Handle object) override {
        if (!object.isOperator()) {
            limits(object, 0, beyond);
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
    enum class Mark { other, artifact, tagged };
    std::vector<Handle> operands_;
    std::vector<Mark> marks_;
    std::string font_;
    std::vector<std::string> saved_;
    int q_ = 0;

    [[nodiscard]] bool inside(Mark kind) const { return std::find(marks_.begin(), marks_.end(), kind) != marks_.end(); }

    void operate(const std::string& op) {
        if (kOperators.count(op) == 0) unknown.insert(op);
        if (op == "BMC" || op == "BDC") begin(op);
        if (op == "EMC") {
            if (marks_.empty()) ++nesting_errors;
            else marks_.pop_back();
        }
        state(op);
        // The dictionary of an inline image comes before ID.
        if (op == "ID")
            for (auto& value : operands_) lzw += is_name(value, "/LZW") || is_name(value, "/LZWDecode");
        if (op == "k" || op == "K" || ((op == "cs" || op == "CS") && !operands_.empty() && is_name(operands_[0], "/DeviceCMYK"))) ++cmyk;
        if (op == "ri" && operands_.size() == 1) intents.insert(operands_[0].getName());
        if (op == "Tf" && operands_.size() == 2) font_ = operands_[0].getName();
        if ((op == "Tj" || op == "'" || op == "\"") && !operands_.empty() && operands_.back().isString())
            shown[font_] += operands_.back().getStringValue();
        if (op == "TJ" && operands_.size() == 1)
            for (auto& part : operands_[0].aitems())
                if (part.isString()) shown[font_] += part.getStringValue();
        if (kPainting.count(op) && !inside(Mark::artifact) && !inside(Mark::tagged)) ++outside;
    }

    /// The font is part of what q saves.
    void state(const std::string& op) {
        if (op == "q") {
            deepest_q = std::max(deepest_q, ++q_);
            saved_.push_back(font_);
        }
        if (op != "Q") return;
        --q_;
        if (saved_.empty()) return;
        font_ = saved_.back();
        saved_.pop_back();
    }

    void begin(const std::string& op) {
        Mark mark = !operands_.empty() && is_name(operands_[0], "/Artifact") ? Mark::artifact : Mark::other;
        if (op == "BDC" && operands_.size() == 2 && operands_[1].isDictionary() && operands_[1].hasKey("/MCID")) {
            ids.push_back(static_cast<int>(operands_[1].getKey("/MCID").getIntValue()));
            mark = Mark::tagged;
        }
        // UA 7.1: neither stands in the other, and no content belongs to two elements.
        if (mark != Mark::other && (inside(Mark::artifact) || inside(Mark::tagged))) ++mixed;
        marks_.push_back(mark);
    }
};

/// What holds for pages and for the streams of form XObjects, appearances among them.
void common(const Reader& reader, Handle resources, const std::string& where, Content& content, Findings& out) {
    static const std::set<std::string> kIntents{"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"};
    out.expect(reader.nesting_errors == 0, "marks-nest", where + ": BDC and EMC do not match");
    out.expect(reader.mixed == 0, "artifact-apart", where + ": an artifact in tagged content, or tagged content in other marked content");
    out.expect(reader.deepest_q <= 28, "q-depth", where + ": q nested too deep");
    out.expect(reader.lzw == 0, "no-lzw", where + ": an inline image with LZW");
    out.list.insert(out.list.end(), reader.beyond.list.begin(), reader.beyond.list.end());
    out.expect(reader.cmyk == 0, "device-colour", where + ": a colour in CMYK without profile");
    for (const std::string& op : reader.unknown) out.expect(false, "operators", where + ": unknown operator " + op);
    for (const std::string& intent : reader.intents)
        out.expect(kIntents.count(intent) != 0, "rendering-intent", where + ": rendering intent " + intent);
    for (const auto& [name, bytes] : reader.shown) {
        Handle fonts = resources.isDictionary() ? resources.getKey("/Font") : Handle::newNull();
        Handle font = fonts.isDictionary() ? fonts.getKey(name) : Handle::newNull();
        out.expect(font.isDictionary(), "font-known", where + ": no font " + name);
        if (font.isDictionary()) content.shown[font.getObjGen()] += bytes;
    }
}

}  // namespace

Content check_content(QPDF& pdf, Findings& out) {
    Content content;
    int n = 0;
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        const std::string where = "page " + std::to_string(++n);
        Handle p = page.getObjectHandle();
        Reader reader;
        page.parseContents(&reader);
        common(reader, page.getAttribute("/Resources", false), where, content, out);
        out.expect(reader.outside == 0, "all-tagged",
                   where + " paints " + std::to_string(reader.outside) + " times outside marked content");
        std::vector<int> ids = reader.ids;
        content.marks[p.getObjGen()] = ids;
        std::sort(ids.begin(), ids.end());
        out.expect(std::adjacent_find(ids.begin(), ids.end()) == ids.end(), "mcid-unique", where + " uses a marked-content id twice");
    }
    for (auto& o : pdf.getAllObjects()) {
        if (!o.isStream() || !is_name(o.getDict().getKey("/Subtype"), "/Form")) continue;
        const std::string where = "form XObject " + std::to_string(o.getObjectID());
        Reader reader;
        Handle::parseContentStream(o, &reader);
        common(reader, o.getDict().getKey("/Resources"), where, content, out);
        // UA 7.20: content that is drawn more than once cannot be tagged from inside.
        out.expect(reader.ids.empty(), "mcid-on-page", where + " has marked-content ids");
    }
    return content;
}

}  // namespace conformance
