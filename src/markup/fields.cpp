#include "markup/fields.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <map>

namespace dossier::markup {
namespace {

/// Names are letters, digits, - and _ : a dot would make a tree of fields in PDF.
bool plain_name(std::string_view name) {
    return name.size() <= 100 &&
           std::all_of(name.begin(), name.end(), [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_'; });
}

}  // namespace

Fields::Fields(Attributes& attributes, Diagnostics& diagnostics, std::vector<Field>& out)
    : attributes_(attributes), diags_(diagnostics), out_(out) {
    // Room for a form of some pages.
    names_.reserve(128);
    choices_.reserve(128);
    out_.reserve(128);
}

int Fields::add(const Element& e) {
    Field f;
    f.location = e.at;
    f.required = attributes_.yes(e, "required");
    f.readonly = attributes_.yes(e, "readonly");
    f.width = attributes_.width(e, {});
    f.maxlength = attributes_.whole(e, "maxlength", 1, 30000, 0);
    f.label = attributes_.required(e, "label");
    f.klassenlijst = attributes_.find(e, "klassenlijst").value();
    if (e.spec.tag == Tag::handtekening) {
        f.kind = FieldKind::signature;
        f.lines = 3;
    } else if (e.spec.tag == Tag::textarea) {
        f.lines = attributes_.whole(e, "rows", 1, 60, 4);
        f.value = trim(e.node.text().get());
        std::erase(f.value, '\r');  // XML has line ends of one character
        std::replace(f.value.begin(), f.value.end(), '\t', ' ');
    } else {
        input(e, f);
    }
    f.name = attributes_.required(e, f.kind == FieldKind::radio ? "group" : "name");
    claim(e, f);
    out_.push_back(std::move(f));
    return static_cast<int>(out_.size()) - 1;
}

void Fields::input(const Element& e, Field& f) {
    const std::string type = attributes_.find(e, "type") ? attributes_.one_of(e, "type", {"text", "date", "radio", "checkbox"})
                                                         : attributes_.required(e, "type");
    f.kind = type == "date"       ? FieldKind::date
             : type == "radio"    ? FieldKind::radio
             : type == "checkbox" ? FieldKind::checkbox
                                  : FieldKind::text;
    f.value = attributes_.find(e, "value").value();
    f.lines = attributes_.whole(e, "lines", 1, 60, 1);
    f.checked = attributes_.yes(e, "checked");
    if (f.kind == FieldKind::radio) f.value = attributes_.required(e, "value");
    if (f.kind == FieldKind::checkbox && f.value.empty()) f.value = "ja";
    const bool choice = f.kind == FieldKind::radio || f.kind == FieldKind::checkbox;
    if (choice && !f.klassenlijst.empty())
        attributes_.bad_value(e, "klassenlijst", say("a text field, <textarea> or <verborgen>: a class list chooses nothing"));
    if (choice && (f.value == "Off" || f.value.size() > 100))
        attributes_.bad_value(e, "value", say("at most 100 bytes and not \"Off\", which means not chosen"));
}

void Fields::add_hidden(const Element& e) {
    Field f;
    f.kind = FieldKind::hidden;
    f.location = e.at;
    f.readonly = true;
    f.name = attributes_.required(e, "name");
    f.value = attributes_.find(e, "value").value();
    f.klassenlijst = attributes_.find(e, "klassenlijst").value();
    f.label = attributes_.find(e, "label") ? attributes_.find(e, "label").value() : f.name;
    claim(e, f);
    out_.push_back(std::move(f));
}

/// A name belongs to one field, or to the radio buttons of one group, each with a value of its own.
void Fields::claim(const Element& e, const Field& f) {
    if (f.name.empty()) return;
    if (!plain_name(f.name))
        diags_.error("field-name", f.location, say("field name {}, expected at most 100 letters, digits, - and _", quoted(f.name)));
    const std::string_view name = trim(attributes_.find(e, f.kind == FieldKind::radio ? "group" : "name").value());
    bool fresh = false, choice = f.kind == FieldKind::radio && name == group_;
    if (!choice) {  // most buttons follow another of their group
        const auto [it, added] = names_.try_emplace(name, f.kind);
        fresh = added;
        choice = f.kind == FieldKind::radio && it->second == FieldKind::radio;
        if (choice) group_ = name;
    }
    if (!fresh && !choice)
        diags_.error("duplicate-field", f.location, say("a second field is named {}", quoted(f.name)),
                     {say("give each field a name of its own, for instance with the code of the werkproces in it")});
    if (choice && !choices_.insert({name, trim(attributes_.find(e, "value").value())}).second)
        diags_.error("duplicate-choice", f.location, say("group {} has the value {} twice", quoted(f.name), quoted(f.value)));
}

void Fields::check_choices() const {
    std::map<std::string, bool, std::less<>> chosen;
    for (const Field& f : out_) {
        if (f.kind != FieldKind::radio || !f.checked) continue;
        if (!chosen.try_emplace(f.name, true).second)
            diags_.error("duplicate-choice", f.location, say("group {} has more than one checked button", quoted(f.name)));
    }
}

}  // namespace dossier::markup
