#include "view/value.hpp"

#include <algorithm>

namespace dossier::view {
namespace {

/// The list or object that `data` holds, made if it holds none, and not shared with another Value.
template <class T, class Variant> T& own(Variant& data) {
    auto* held = std::get_if<std::shared_ptr<T>>(&data);
    if (held == nullptr) {
        data = std::make_shared<T>();
        held = std::get_if<std::shared_ptr<T>>(&data);
    } else if (held->use_count() > 1) {
        *held = std::make_shared<T>(**held);
    }
    return **held;
}

const Value* member(const Value& value, std::string_view name) {
    const Object* object = value.object();
    if (object == nullptr) return nullptr;
    for (const auto& [key, held] : *object)
        if (key == name) return &held;
    return nullptr;
}

void write(const Value& value, std::size_t indent, std::string& out) {
    const std::string margin(indent, ' ');
    if (const bool* b = value.boolean()) {
        out += *b ? " ja\n" : " nee\n";
    } else if (const std::string* text = value.text()) {
        out += " \"";
        for (const char c : *text) {
            if (c == '\n') out += "\\n";
            else if (c == '"' || c == '\\') (out += '\\') += c;
            else out += c;
        }
        out += "\"\n";
    } else if (const List* list = value.list()) {
        out += list->empty() ? " []\n" : "\n";
        for (const Value& item : *list) {
            out += margin + "-";
            write(item, indent + 2, out);
        }
    } else if (const Object* object = value.object()) {
        out += object->empty() ? " {}\n" : "\n";
        for (const auto& [name, held] : *object) {
            out += margin + name + ":";
            write(held, indent + 2, out);
        }
    }
}

}  // namespace

Value::Value(List l) : data_(std::make_shared<List>(std::move(l))) {}
Value::Value(Object o) : data_(std::make_shared<Object>(std::move(o))) {}

const List* Value::list() const {
    const auto* held = std::get_if<std::shared_ptr<List>>(&data_);
    return held == nullptr ? nullptr : held->get();
}

const Object* Value::object() const {
    const auto* held = std::get_if<std::shared_ptr<Object>>(&data_);
    return held == nullptr ? nullptr : held->get();
}

Value& Value::set(std::string name, Value value) {
    auto& object = own<Object>(data_);
    const auto at = std::find_if(object.begin(), object.end(), [&](const auto& pair) { return pair.first == name; });
    if (at != object.end()) return at->second = std::move(value);
    return object.emplace_back(std::move(name), std::move(value)).second;
}

Value& Value::add(Value value) { return own<List>(data_).emplace_back(std::move(value)); }

const Value* Value::find(std::string_view path) const {
    const Value* at = this;
    while (at != nullptr) {
        const std::size_t dot = path.find('.');
        at = member(*at, path.substr(0, dot));
        if (dot == std::string_view::npos) return at;
        path.remove_prefix(dot + 1);
    }
    return nullptr;
}

std::string dump(const Value& value) {
    std::string out;
    write(value, 0, out);
    if (out.starts_with("\n")) out.erase(0, 1);
    return out;
}

void mark_ends(List& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].set("eerste", Value(i == 0));
        items[i].set("laatste", Value(i + 1 == items.size()));
    }
}

Value with_ends(List items) {
    mark_ends(items);
    return Value(std::move(items));
}

}  // namespace dossier::view
