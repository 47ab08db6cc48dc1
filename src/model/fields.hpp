#pragma once
/// Helpers for visitors over `fields` (model.hpp).

#include "model/model.hpp"

#include <concepts>
#include <type_traits>

namespace dossier::model {

namespace detail {
struct AnyVisitor {
    void required(auto&&...) {}
    void optional(auto&&...) {}
    void list(auto&&...) {}
};
}  // namespace detail

/// A struct of the model: it lists its fields.
template <class T>
concept Record = requires(detail::AnyVisitor& v, std::remove_cvref_t<T>& s) {
    std::remove_cvref_t<T>::fields(v, s);
};

[[nodiscard]] inline bool absent(const Text& t) { return t.value.empty(); }
[[nodiscard]] inline bool absent(const Getal& n) { return n.value == 0; }
[[nodiscard]] inline bool absent(const Tekst& t) { return t.blokken.empty(); }
template <class T> [[nodiscard]] bool absent(const std::vector<T>& list) { return list.empty(); }
/// A record is absent when all its fields are.
template <Record T> [[nodiscard]] bool absent(const T& record);

namespace detail {
struct AbsentVisitor {
    bool result = true;
    void required(std::string_view, const auto& field, const Veld&) { result = result && model::absent(field); }
    void optional(std::string_view name, const auto& field, const Veld& veld) { required(name, field, veld); }
    void list(std::string_view, std::string_view, const auto& field, const Veld&) { result = result && field.empty(); }
};
}  // namespace detail

template <Record T> bool absent(const T& record) {
    detail::AbsentVisitor v;
    T::fields(v, record);
    return v.result;
}

}  // namespace dossier::model
