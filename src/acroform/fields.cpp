#include "acroform/document.hpp"
#include "acroform/text.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace dossier::acroform {
namespace {

using filled::Doubt;
using filled::Field;
using filled::Kind;

constexpr std::size_t kDeepest = 64;
constexpr int kReadOnly = 1 << 0, kPushButton = 1 << 16;

/// What a field takes over from the fields above it.
struct Inherited {
    std::string name;
    std::string type;
    int flags = 0;
    QPDFObjectHandle value = QPDFObjectHandle::newNull();
    QPDFObjectHandle initial = QPDFObjectHandle::newNull();
};

Kind kind_of(const Inherited& field) {
    if (field.type == "/Tx") return Kind::text;
    if (field.type == "/Btn") return (field.flags & kPushButton) != 0 ? Kind::button : Kind::choice;
    if (field.type == "/Ch") return Kind::list;
    if (field.type == "/Sig") return Kind::signature;
    return Kind::other;
}

std::string without_off(const std::string& state) { return state == "Off" ? "" : state; }

/// The value of a field of `kind` as plain text.
Text value_text(Kind kind, QPDFObjectHandle value) {
    switch (kind) {
        case Kind::choice:
            // Some programs write the state as a string.
            if (value.isName()) return {without_off(name_text(value.getName())), true};
            if (value.isString()) {
                const Text text = text_of(value);
                return {without_off(text.utf8), text.sound};
            }
            return text_of(value);
        case Kind::list: {
            if (!value.isArray()) return text_of(value);
            Text all;
            for (int i = 0; i < value.getArrayNItems(); ++i) {
                const Text one = text_of(value.getArrayItem(i));
                all.utf8 += (i > 0 ? "\n" : "") + one.utf8;
                all.sound = all.sound && one.sound;
            }
            return all;
        }
        case Kind::signature:
        case Kind::button: return {};
        default: return text_of(value);
    }
}

/// What two fields of one name have to agree on.
std::string said_by(const Field& field) {
    return std::to_string(static_cast<int>(field.kind)) + ':' + std::to_string(field.value.size()) + ':' + field.value + field.shown;
}

class Reader {
public:
    explicit Reader(Document& document) : document_(document), form_(document.form) {}

    void read() {
        QPDFObjectHandle root = document_.pdf->getRoot();
        QPDFObjectHandle acro_form = entry(root, "/AcroForm");
        form_.xfa = !entry(acro_form, "/XFA").isNull();
        QPDFObjectHandle fields = entry(acro_form, "/Fields");
        if (fields.isArray())
            for (int i = 0; i < fields.getArrayNItems(); ++i) walk(fields.getArrayItem(i));
        listed_ = false;
        walk_pages(entry(root, "/Pages"));
        find_twins();
    }

private:
    struct Step {
        QPDFObjectHandle node;
        Inherited above;
        std::size_t depth;
    };

    /// False for an object that was here before: a loop, or one that stands in two places.
    bool first_time(QPDFObjectHandle object) { return !object.isIndirect() || seen_.insert(object.getObjGen()).second; }

    static Inherited own(QPDFObjectHandle node, Inherited field) {
        if (auto part = entry(node, "/T"); !part.isNull()) field.name += (field.name.empty() ? "" : ".") + text_of(part).utf8;
        if (auto type = entry(node, "/FT"); type.isName()) field.type = type.getName();
        if (auto flags = entry(node, "/Ff"); flags.isInteger()) field.flags = flags.getIntValueAsInt();
        if (auto value = entry(node, "/V"); !value.isNull()) field.value = value;
        if (auto initial = entry(node, "/DV"); !initial.isNull()) field.initial = initial;
        return field;
    }

    /// The field `top` and all below it, in their order.
    void walk(QPDFObjectHandle top) {
        std::vector<Step> steps{{top, {}, 0}};
        while (!steps.empty()) {
            Step step = std::move(steps.back());
            steps.pop_back();
            if (!step.node.isDictionary() || !first_time(step.node)) continue;
            if (step.depth > kDeepest) throw TooMuch();
            Inherited field = own(step.node, std::move(step.above));
            count(field.name.size());
            QPDFObjectHandle kids = entry(step.node, "/Kids");
            std::vector<QPDFObjectHandle> widgets;
            std::vector<Step> below;
            if (kids.isArray()) {
                for (int i = 0; i < kids.getArrayNItems(); ++i) {
                    QPDFObjectHandle kid = kids.getArrayItem(i);
                    count(0);
                    if (!kid.isDictionary()) continue;
                    const bool widget = entry(kid, "/T").isNull() && entry(kid, "/Kids").isNull();
                    if (!widget) below.push_back({kid, field, step.depth + 1});
                    else if (first_time(kid)) widgets.push_back(kid);
                }
            } else {
                widgets.push_back(step.node);
            }
            if (below.empty() || !widgets.empty()) add(field, widgets, step.node);
            std::move(below.rbegin(), below.rend(), std::back_inserter(steps));
        }
    }

    /// Bounds what is kept, and the work for it.
    void count(std::size_t bytes) {
        bytes_ += bytes;
        if (++nodes_ > 20 * filled::kMostFields || bytes_ > filled::kMostBytes) throw TooMuch();
    }

    void add(const Inherited& inherited, const std::vector<QPDFObjectHandle>& widgets, QPDFObjectHandle node) {
        Field field;
        field.name = inherited.name;
        field.kind = kind_of(inherited);
        field.readonly = (inherited.flags & kReadOnly) != 0;
        field.initial = value_text(field.kind, inherited.initial).utf8;
        if (!listed_) field.doubts.push_back(Doubt::not_listed);
        if (field.kind == Kind::signature && QPDFObjectHandle(inherited.value).isDictionary()) {
            field.signed_here = true;
            document_.signatures.push_back({field.name, inherited.value});
            if (document_.signatures.size() > filled::kMostSignatures) throw TooMuch();
        }
        std::set<std::string> states, shown;
        if (field.kind == Kind::choice)
            for (const QPDFObjectHandle& widget : widgets) look_at(widget, field, states, shown);
        for (const Text& value : values_of(inherited, field.kind, widgets, node)) {
            Field one = field;
            one.value = value.utf8;
            if (!value.sound) one.doubts.push_back(Doubt::not_text);
            if (one.kind == Kind::choice) {
                if (one.shown != one.value) one.doubts.push_back(Doubt::page_differs);
                if (!one.value.empty() && !states.empty() && !states.contains(one.value)) one.doubts.push_back(Doubt::no_such_choice);
            }
            count(one.name.size() + one.value.size() + one.shown.size() + one.initial.size());
            form_.fields.push_back(std::move(one));
            if (form_.fields.size() > filled::kMostFields) throw TooMuch();
        }
    }

    /// One value, or all of them if there are more.
    std::vector<Text> values_of(const Inherited& inherited, Kind kind, const std::vector<QPDFObjectHandle>& widgets,
                                QPDFObjectHandle node) {
        std::vector<Text> values{value_text(kind, inherited.value)};
        std::set<std::string> known{values[0].utf8};
        bool of_field = !QPDFObjectHandle(inherited.value).isNull();
        for (const QPDFObjectHandle& widget : widgets) {
            // A value belongs to the field; some programs give one to what stands on the page.
            auto value = entry(widget, "/V");
            if (value.isNull() || widget.isSameObjectAs(node)) continue;
            Text other = value_text(kind, value);
            count(other.utf8.size());
            if (!of_field) {
                of_field = true;
                known = {other.utf8};
                values[0] = std::move(other);
            } else if (known.insert(other.utf8).second) {
                values.push_back(std::move(other));
            }
        }
        return values;
    }

    /// Which state a button shows, and which it has.
    void look_at(QPDFObjectHandle widget, Field& field, std::set<std::string>& states, std::set<std::string>& shown) {
        QPDFObjectHandle normal = entry(entry(widget, "/AP"), "/N");
        if (normal.isDictionary())
            for (const std::string& key : normal.getKeys()) {
                count(key.size());
                if (key != "/Off") states.insert(name_text(key));
            }
        QPDFObjectHandle state = entry(widget, "/AS");
        if (!state.isName() || state.getName() == "/Off") return;
        std::string name = name_text(state.getName());
        if (shown.insert(name).second) field.shown += (field.shown.empty() ? "" : "\n") + name;
    }

    void walk_pages(QPDFObjectHandle top) {
        std::vector<QPDFObjectHandle> rest{top};
        while (!rest.empty()) {
            QPDFObjectHandle node = rest.back();
            rest.pop_back();
            if (!node.isDictionary() || !first_time(node)) continue;
            QPDFObjectHandle kids = entry(node, "/Kids");
            if (kids.isArray()) {
                if (!first_time(kids)) continue;
                for (int i = kids.getArrayNItems(); i-- > 0;) rest.push_back(kids.getArrayItem(i));
                continue;
            }
            if (++form_.pages > filled::kMostPages) throw TooMuch();
            QPDFObjectHandle annotations = entry(node, "/Annots");
            if (!annotations.isArray() || !first_time(annotations)) continue;
            for (int i = 0; i < annotations.getArrayNItems(); ++i) walk_from_widget(annotations.getArrayItem(i));
        }
    }

    /// A field that the form does not list.
    void walk_from_widget(QPDFObjectHandle widget) {
        if (!widget.isDictionary() || (widget.isIndirect() && seen_.contains(widget.getObjGen()))) return;
        QPDFObjectHandle subtype = entry(widget, "/Subtype");
        if (!subtype.isName() || subtype.getName() != "/Widget") return;
        std::vector<QPDFObjectHandle> up{widget};
        while (entry(up.back(), "/Parent").isDictionary()) {
            if (up.size() > kDeepest) throw TooMuch();
            up.push_back(entry(up.back(), "/Parent"));
        }
        walk(up.back());
        if (!first_time(widget) || up.size() == 1) return;
        // Its parent does not know it.
        Inherited field;
        for (auto node = up.rbegin(); node != up.rend(); ++node) field = own(*node, std::move(field));
        add(field, {widget}, widget);
    }

    /// The same field twice is one field, unless the two say different things.
    void find_twins() {
        std::map<std::string, std::set<std::string>> said;
        std::erase_if(form_.fields, [&](const Field& field) { return !said[field.name].insert(said_by(field)).second; });
        for (Field& field : form_.fields)
            if (said[field.name].size() > 1) field.doubts.push_back(Doubt::two_values);
    }

    Document& document_;
    filled::FilledPdf& form_;
    std::set<QPDFObjGen> seen_;
    std::size_t nodes_ = 0, bytes_ = 0;
    bool listed_ = true;
};

}  // namespace

void read_fields(Document& document) { Reader(document).read(); }

}  // namespace dossier::acroform
