#include "pdf/text_fields.hpp"
#include "pdf/syntax.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dossier::pdf {
namespace {

using layout::PlacedField;
using markup::FieldKind;

constexpr int kRadio = 49152;

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
    Buffer key_, content_;                                 ///< of the appearance being made
    std::map<std::tuple<std::string_view, float, bool>, int> states_;

    [[nodiscard]] const PlacedField& at(std::size_t i) const { return p_.pages.fields[i]; }

    void root(int object) { ref(roots_ += ' ', object); }

    /// A form XObject of `width` x `height` that paints `content_`; the same content is one object.
    int appearance(float width, float height) {
        key_.clear();
        appearance_dictionary(key_, width, height, {});
        const std::size_t dictionary = key_.size();
        key_ += content_.view();
        if (const auto known = appearances_.find(key_.view()); known != appearances_.end()) return known->second;
        const int n = add_appearance(p_.objects, key_.view().substr(0, dictionary), content_.view());
        appearances_.emplace(key_.str(), n);
        return n;
    }

    void text(std::size_t i) {
        if (!left_out(i)) write_text_field(p_, i, p_.value(i), content_);
        root(p_.field[i]);
    }

    [[nodiscard]] bool left_out(std::size_t i) const { return !p_.left_out.empty() && p_.left_out[i]; }

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

    static void outline(Buffer& out) {
        color(out, layout::kRingColor);
        number(out += " RG ", layout::kRingWidth);
        out += " w 1 g\n";
    }

    int radio_state(float side, bool on) {
        Buffer& out = content_;
        out.clear();
        outline(out);
        circle(out, side / 2, layout::kRingRadius);
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
        const float a = side / 2 - layout::kRingRadius;
        Buffer& out = content_;
        out.clear();
        outline(out);
        number(out, a);
        number(out += ' ', a);
        number(out += ' ', 2 * layout::kRingRadius);
        number(out += ' ', 2 * layout::kRingRadius);
        out += " re B\n";
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
        Buffer& out = begin_widget(p_, i);
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
            byte_string(out += "/FT/Btn/T", group_name);
            integer(out += "/Ff ", kRadio | (required ? kRequiredField : 0) | (first.readonly ? kReadOnlyField : 0));
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
        Buffer& out = begin_widget(p_, i);
        byte_string(out += "/FT/Btn/T", f.field.name);
        field_flags(out, f.field, 0);
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
        Buffer& out = begin_widget(p_, i);
        byte_string(out += "/FT/Sig/T", f.field.name);
        field_flags(out, f.field, 0);
        ref(out += "/AP<</N ", shape);
        out += ">>";
        p_.objects.end();
        root(p_.field[i]);
    }

    void hidden(std::size_t i) {
        if (!left_out(i)) write_hidden_field(p_, i, p_.value(i), content_);
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
