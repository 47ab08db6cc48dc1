#include "pdf/parts.hpp"
#include "pdf/syntax.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dossier::pdf {
namespace {

using layout::PlacedField;
using markup::FieldKind;

constexpr int kReadOnly = 1, kRequired = 2, kMultiLine = 1 << 12, kRadio = 49152;
constexpr float kTextInset = 2;

class Fields {
public:
    explicit Fields(Plan& plan) : p_(plan) {}

    void write() {
        const auto& list = p_.pages.fields;
        for (std::size_t i = 0; i < list.size(); ++i) {
            switch (list[i].field.kind) {
                case FieldKind::text:
                case FieldKind::date: text(i); break;
                case FieldKind::radio: radio(i); break;
                case FieldKind::checkbox: checkbox(i); break;
                case FieldKind::signature: signature(i); break;
                case FieldKind::hidden: hidden(i); break;
            }
        }
        finish_groups();
        form();
    }

private:
    struct Group {
        int object = 0;
        std::vector<std::size_t> kids;
    };

    Plan& p_;
    Buffer roots_;  ///< references to the top fields, in reading order
    std::map<std::string_view, Group> groups_;
    std::map<std::string, int, std::less<>> appearances_;  ///< by dictionary and content, shared
    Buffer key_, content_, fonts_;                         ///< of the appearance being made
    std::map<std::tuple<std::string_view, float, bool>, int> states_;

    const PlacedField& at(std::size_t i) const { return p_.pages.fields[i]; }

    void root(int object) { ref(roots_ += ' ', object); }

    /// What every widget has.
    Buffer& begin_widget(std::size_t i) {
        const PlacedField& f = at(i);
        Buffer& out = p_.objects.begin(p_.field[i]);
        rectangle(out += "/Subtype/Widget/Rect", f.rect);
        ref(out += "/F 4/P ", p_.page[static_cast<std::size_t>(f.page)]);
        text_string(out += "/TU", f.field.label);
        integer(out += "/StructParent ", p_.field_key(i));
        return out;
    }

    static void flags(Buffer& out, const markup::Field& f, int more) {
        const int all = more | (f.readonly ? kReadOnly : 0) | (f.required ? kRequired : 0);
        if (all != 0) integer(out += "/Ff ", all);
    }

    void appearance_key(float width, float height, std::string_view fonts) {
        key_.clear();
        rectangle(key_ += "/Type/XObject/Subtype/Form/BBox", {0, 0, width, height});
        key_ += "/Resources<<";
        if (!fonts.empty()) ((key_ += "/Font<<") += fonts) += ">>";
        key_ += ">>";
    }

    /// A form XObject of `width` x `height` that paints `content_`; the same content is one object.
    int appearance(float width, float height) {
        appearance_key(width, height, {});
        const std::size_t dictionary = key_.size();
        key_ += content_.view();
        if (const auto known = appearances_.find(key_.view()); known != appearances_.end()) return known->second;
        const int n = appearance_object(key_.view().substr(0, dictionary));
        appearances_.emplace(key_.str(), n);
        return n;
    }

    /// The same for a field that a text is filled in to. Each has its own: qpdf writes the text in the object that is there, and
    /// would show it in every field that shares it.
    int text_appearance(float width, float height, std::string_view fonts) {
        appearance_key(width, height, fonts);
        return appearance_object(key_.view());
    }

    int appearance_object(std::string_view dictionary) {
        const int n = p_.objects.reserve();
        p_.objects.begin(n) += dictionary;
        p_.objects.begin_data() += content_.view();
        p_.objects.end_stream();
        return n;
    }

    // ---- text ----

    void text(std::size_t i) {
        const PlacedField& f = at(i);
        const bool multi = f.field.lines > 1 || f.rect.y1 - f.rect.y0 > 32;
        text_content(f, multi);
        fonts_.clear();
        if (!f.field.value.empty()) ref(fonts_ += "/F0 ", p_.fonts.type0[0]);
        // Some programs look here first for the font to fill in with.
        ref(fonts_ += "/FV ", p_.fonts.field_fonts.composite);
        const int shape = text_appearance(f.rect.x1 - f.rect.x0, f.rect.y1 - f.rect.y0, fonts_.view());
        Buffer& out = begin_widget(i);
        name_of(out += "/FT/Tx/T", f.field.name);
        // Size 0: the viewer makes long text smaller until it fits, so that nothing typed is lost on paper.
        number(out += "/DA(/FV ", multi && f.field.value.empty() ? 0 : f.size);
        out += " Tf 0 g)";
        flags(out, f.field, multi ? kMultiLine : 0);
        if (f.field.maxlength > 0) integer(out += "/MaxLen ", f.field.maxlength);
        if (!f.field.value.empty()) {
            text_string(out += "/V", f.field.value);
            text_string(out += "/DV", f.field.value);
        }
        ref(out += "/AP<</N ", shape);
        out += ">>";
        p_.objects.end();
        root(p_.field[i]);
    }

    static void name_of(Buffer& out, std::string_view field_name) { byte_string(out, field_name); }

    std::uint16_t glyph(char32_t c) const {
        const auto& g = p_.fonts.glyphs;
        const auto found = std::lower_bound(g.begin(), g.end(), std::pair<char32_t, std::uint16_t>{c, 0});
        return found != g.end() && found->first == c ? found->second : std::uint16_t{0};
    }

    /// The value broken into lines that fit, as glyphs.
    std::vector<std::vector<std::uint16_t>> value_lines(const PlacedField& f, bool multi) const {
        const float room = (f.rect.x1 - f.rect.x0 - 2 * kTextInset) * 1000 / f.size;
        std::vector<std::vector<std::uint16_t>> lines(1);
        float width = 0;
        std::size_t space = 0;  // one past the last space on the line
        for (std::size_t i = 0; i < f.field.value.size();) {
            const char32_t c = decode_utf8(f.field.value, i);
            if (c == '\n' && multi) {
                lines.emplace_back();
                width = 0;
                space = 0;
                continue;
            }
            const std::uint16_t g = glyph(c == '\n' ? U' ' : c);
            if (g == 0) continue;
            lines.back().push_back(g);
            width += p_.fonts.advance[g];
            if (c == ' ') space = lines.back().size();
            if (!multi || width <= room || c == ' ') continue;
            std::vector<std::uint16_t>& full = lines.back();
            const std::size_t cut = space > 0 ? space : full.size() - 1;
            std::vector<std::uint16_t> rest(full.begin() + static_cast<std::ptrdiff_t>(cut), full.end());
            full.resize(cut);
            width = 0;
            for (const std::uint16_t r : rest) width += p_.fonts.advance[r];
            lines.push_back(std::move(rest));
            space = 0;
        }
        return lines;
    }

    void text_content(const PlacedField& f, bool multi) {
        Buffer& out = content_;
        out.clear();
        out += "/Tx BMC\n";
        if (!f.field.value.empty()) text_lines(out, f, multi);
        out += "EMC";
    }

    void text_lines(Buffer& out, const PlacedField& f, bool multi) const {
        const float width = f.rect.x1 - f.rect.x0, height = f.rect.y1 - f.rect.y0, leading = f.size * 1.36F;
        number(out += "q\n1 1 ", width - 2);
        number(out += ' ', height - 2);
        number(out += " re W n\nBT\n/F0 ", f.size);
        number(out += " Tf 0 g\n", leading);
        number(out += " TL\n", kTextInset);
        number(out += ' ', multi ? height - 1.5F - f.size : (height - f.size * 0.72F) / 2);
        out += " Td\n";
        bool first = true;
        for (const auto& line : value_lines(f, multi)) {
            if (!first) out += "T*\n";
            first = false;
            std::string bytes;
            for (const std::uint16_t g : line) {
                bytes += static_cast<char>(static_cast<std::uint8_t>(g >> 8));
                bytes += static_cast<char>(static_cast<std::uint8_t>(g & 255));
            }
            byte_string(out, bytes);
            out += "Tj\n";
        }
        out += "ET\nQ\n";
    }

    // ---- choices ----

    static void circle(Buffer& out, float c, float r) {
        const float k = 0.5523F * r;
        const auto point = [&out](float x, float y) {
            number(out, x);
            number(out += ' ', y);
            out += ' ';
        };
        point(c + r, c);
        out += "m ";
        const float corners[4][6] = {{c + r, c + k, c + k, c + r, c, c + r},
                                     {c - k, c + r, c - r, c + k, c - r, c},
                                     {c - r, c - k, c - k, c - r, c, c - r},
                                     {c + k, c - r, c + r, c - k, c + r, c}};
        for (const auto& q : corners) {
            point(q[0], q[1]);
            point(q[2], q[3]);
            point(q[4], q[5]);
            out += "c ";
        }
    }

    int radio_state(float side, bool on) {
        Buffer& out = content_;
        out.clear();
        out += ".42 .46 .51 RG .9 w 1 g\n";
        circle(out, side / 2, 5.5F);
        out += "B\n";
        if (on) {
            color(out, p_.pages.accent);
            out += " rg\n";
            circle(out, side / 2, 3.2F);
            out += "f\n";
        }
        return appearance(side, side);
    }

    int checkbox_state(float side, bool on) {
        const float a = side / 2 - 5.5F;
        Buffer& out = content_;
        out.clear();
        out += ".42 .46 .51 RG .9 w 1 g\n";
        number(out, a);
        number(out += ' ', a);
        out += " 11 11 re B\n";
        if (on) {
            color(out, p_.pages.accent);
            out += " RG 1.8 w 1 J 1 j\n";
            const float check[3][2] = {{a + 2.3F, a + 5.6F}, {a + 4.6F, a + 3.0F}, {a + 8.8F, a + 8.3F}};
            for (int i = 0; i < 3; ++i) {
                number(out, check[i][0]);
                number(out += ' ', check[i][1]);
                out += i == 0 ? " m " : " l ";
            }
            out += "S\n";
        }
        return appearance(side, side);
    }

    /// The two states of a choice of `value`; one object for all that look the same.
    int states(std::string_view value, float side, bool round) {
        const auto [it, fresh] = states_.try_emplace({value, side, round}, 0);
        if (!fresh) return it->second;
        const int on = round ? radio_state(side, true) : checkbox_state(side, true);
        const int off = round ? radio_state(side, false) : checkbox_state(side, false);
        const int n = p_.objects.reserve();
        Buffer& body = p_.objects.begin(n);
        body += "/N<<";
        name(body, value);
        ref(body += ' ', on);
        ref(body += "/Off ", off);
        body += ">>";
        p_.objects.end();
        return it->second = n;
    }

    static void state(Buffer& out, const std::string& value, bool on, int shapes) {
        if (on) name(out += "/AS", value);
        else out += "/AS/Off";
        ref(out += "/AP ", shapes);
    }

    void radio(std::size_t i) {
        const PlacedField& f = at(i);
        Group& g = groups_[f.field.name];
        if (g.kids.empty()) {
            g.object = p_.objects.reserve();
            root(g.object);
        }
        g.kids.push_back(i);
        const float side = f.rect.x1 - f.rect.x0;
        const int shapes = states(f.field.value, side, true);
        Buffer& out = begin_widget(i);
        ref(out += "/Parent ", g.object);
        state(out, f.field.value, f.field.checked, shapes);
        p_.objects.end();
    }

    void finish_groups() {
        for (const auto& [group_name, g] : groups_) {
            const markup::Field& first = at(g.kids[0]).field;
            bool required = false;
            std::string chosen, label = first.label;
            for (const std::size_t k : g.kids) {
                const markup::Field& f = at(k).field;
                required = required || f.required;
                if (f.checked) chosen = f.value;
                const auto differ = std::mismatch(label.begin(), label.end(), f.label.begin(), f.label.end());
                label.erase(differ.first, label.end());
            }
            // What the labels share asks the question: "B1-K1-W1, criterium 3: ".
            const std::size_t end = label.find_last_of(":,");
            if (end != std::string::npos && end > 0) label.erase(end);
            if (label.empty()) label = group_name;
            Buffer& out = p_.objects.begin(g.object);
            name_of(out += "/FT/Btn/T", group_name);
            integer(out += "/Ff ", kRadio | (required ? kRequired : 0) | (first.readonly ? kReadOnly : 0));
            text_string(out += "/TU", label);
            // Without a value qpdf warns of each button.
            name(out += "/V", chosen.empty() ? "Off" : chosen);
            out += "/Kids[";
            for (const std::size_t k : g.kids) ref(out += ' ', p_.field[k]);
            out += ']';
            p_.objects.end();
        }
    }

    void checkbox(std::size_t i) {
        const PlacedField& f = at(i);
        const float side = f.rect.x1 - f.rect.x0;
        const int shapes = states(f.field.value, side, false);
        Buffer& out = begin_widget(i);
        name_of(out += "/FT/Btn/T", f.field.name);
        flags(out, f.field, 0);
        if (f.field.checked) name(out += "/V", f.field.value);
        else out += "/V/Off";
        state(out, f.field.value, f.field.checked, shapes);
        p_.objects.end();
        root(p_.field[i]);
    }

    // ---- the rest ----

    void signature(std::size_t i) {
        const PlacedField& f = at(i);
        content_.clear();
        const int shape = appearance(f.rect.x1 - f.rect.x0, f.rect.y1 - f.rect.y0);
        Buffer& out = begin_widget(i);
        name_of(out += "/FT/Sig/T", f.field.name);
        flags(out, f.field, 0);
        ref(out += "/AP<</N ", shape);
        out += ">>";
        p_.objects.end();
        root(p_.field[i]);
    }

    /// PDF/A has no hidden annotations, and programs (pdf-lib among them) stop at a field without a widget on a page. So its widget
    /// is a point below the first page: outside the crop box, where PDF/UA asks for no tag (7.18.4) and no reader goes.
    void hidden(std::size_t i) {
        const markup::Field& f = at(i).field;
        content_.clear();
        content_ += "/Tx BMC\nEMC";
        const int shape = text_appearance(0, 0, {});
        Buffer& out = p_.objects.begin(p_.field[i]);
        rectangle(out += "/Subtype/Widget/Rect", {-1, -1, -1, -1});
        ref(out += "/F 4/P ", p_.page[0]);
        name_of(out += "/FT/Tx/T", f.name);
        text_string(out += "/Ff 1/TU", f.label);
        text_string(out += "/V", f.value);
        out += "/DA(/FV 9 Tf 0 g)";
        ref(out += "/AP<</N ", shape);
        out += ">>";
        p_.objects.end();
        root(p_.field[i]);
    }

    void form() {
        Buffer& out = p_.objects.begin(p_.acro_form);
        ((out += "/Fields[") += roots_.view()) += ']';
        ref(out += "/DR<</Font<</FV ", p_.fonts.field_fonts.simple);
        out += ">>>>/DA(/FV 9.5 Tf 0 g)";
        p_.objects.end();
    }
};

}  // namespace

void write_fields(Plan& plan) {
    if (plan.acro_form) Fields(plan).write();
}

}  // namespace dossier::pdf
