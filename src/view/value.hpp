#pragma once
/// Ordered values for templates: text, yes/no, lists, objects. Names are the field's own words (DESIGN.md).

#include <memory>
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
///
/// Copying is cheap: lists and objects are shared between copies until one of them is changed (copy on write), so that a
/// document about one kerntaak can have the values of the whole kwalificatie. Different copies may be used by different
/// threads. A reference from `set` or `add` is valid until the same Value is changed or copied.
class Value {
public:
    Value() : data_(false) {}
    Value(bool b) : data_(b) {}
    Value(std::string s) : data_(std::move(s)) {}
    Value(std::string_view s) : data_(std::string(s)) {}
    Value(const char* s) : data_(std::string(s)) {}
    Value(int n) : data_(std::to_string(n)) {}
    Value(List l);
    Value(Object o);

    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data_); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&data_); }
    [[nodiscard]] const List* list() const;
    [[nodiscard]] const Object* object() const;

    /// Sets `name` in an object (a default-constructed Value becomes one); returns the stored value.
    Value& set(std::string name, Value value);
    /// Appends to a list (a default-constructed Value becomes one); returns the stored value.
    Value& add(Value value);
    /// The value of `name`, or nullptr. `path` may be dotted: "kerntaak.code".
    [[nodiscard]] const Value* find(std::string_view path) const;

private:
    std::variant<bool, std::string, std::shared_ptr<List>, std::shared_ptr<Object>> data_;
};

/// Sets eerste and laatste on every item of `items`, which are objects.
void mark_ends(List& items);
/// A list of which every item says whether it is the first or the last.
[[nodiscard]] Value with_ends(List items);

/// The value as indented text ("naam: ..."), for `dump --stage=view` and goldens.
[[nodiscard]] std::string dump(const Value& value);

}  // namespace dossier::view
