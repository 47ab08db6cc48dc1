#pragma once
/// Ordered values for templates: text, yes/no, lists, objects. Names are the field's own words (DESIGN.md).

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dossier::view {

class Value;
using List = std::vector<Value>;
using Object = std::vector<std::pair<std::string, Value>>;  ///< in the order set; names unique

/// Every name a template may use is always there: what is absent is `false`, "" or an empty list, so that the renderer can
/// tell a misspelt name from a missing value.
class Value {
public:
    Value() : data_(false) {}
    Value(bool b) : data_(b) {}
    Value(std::string s) : data_(std::move(s)) {}
    Value(std::string_view s) : data_(std::string(s)) {}
    Value(const char* s) : data_(std::string(s)) {}
    Value(int n) : data_(std::to_string(n)) {}
    Value(List l) : data_(std::move(l)) {}
    Value(Object o) : data_(std::move(o)) {}

    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data_); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&data_); }
    [[nodiscard]] const List* list() const { return std::get_if<List>(&data_); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&data_); }

    /// Sets `name` in an object (a default-constructed Value becomes one); returns the stored value.
    Value& set(std::string name, Value value);
    /// Appends to a list (a default-constructed Value becomes one); returns the stored value.
    Value& add(Value value);
    /// The value of `name`, or nullptr. `path` may be dotted: "kerntaak.code".
    [[nodiscard]] const Value* find(std::string_view path) const;

private:
    std::variant<bool, std::string, List, Object> data_;
};

/// The value as indented text ("naam: ..."), for `dump --stage=view` and goldens.
[[nodiscard]] std::string dump(const Value& value);

}  // namespace dossier::view
