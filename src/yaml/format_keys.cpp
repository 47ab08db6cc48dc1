/// The order of keys in canonical YAML: that of the model, asked of its `fields`.

#include "yaml/format_keys.hpp"

#include "model/fields.hpp"

namespace dossier::yaml {
namespace {

struct ShapeMaker {
    Shape& shape;
    template <class T> void required(std::string_view name, const T&, const model::Veld&) { add<T>(name); }
    template <class T> void optional(std::string_view name, const T&, const model::Veld&) { add<T>(name); }
    template <class T> void list(std::string_view name, std::string_view, const std::vector<T>&, const model::Veld&) { add<T>(name); }
    template <class T> void add(std::string_view name) {
        auto under = std::make_unique<Shape>();
        if constexpr (model::Record<T>) {
            ShapeMaker maker{*under};
            const T value{};
            T::fields(maker, value);
        }
        shape.keys.emplace_back(name, std::move(under));
    }
};

}  // namespace

const Shape& dossier_shape() {
    static const Shape shape = [] {
        Shape s;
        ShapeMaker maker{s};
        const model::Dossier dossier{};
        model::Dossier::fields(maker, dossier);
        return s;
    }();
    return shape;
}

}  // namespace dossier::yaml
