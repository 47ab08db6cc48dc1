#pragma once
/// Makes objects and lists of values. Private to this room.

#include "model/model.hpp"
#include "view/value.hpp"

namespace dossier::view {

/// Builds an object in one go: `Fields()("code", k.code)("titel", k.titel).value()`.
class Fields {
public:
    Fields() { object_.reserve(8); }
    Fields& operator()(const char* name, Value value) {
        object_.emplace_back(name, std::move(value));
        return *this;
    }
    Fields& operator()(const char* name, const model::Text& text) { return (*this)(name, Value(text.value)); }
    [[nodiscard]] Value value() { return Value(std::move(object_)); }

private:
    Object object_;
};

/// "" for 0, which means that the dossier does not say.
[[nodiscard]] inline Value number(int n) { return n == 0 ? Value("") : Value(n); }

}  // namespace dossier::view
