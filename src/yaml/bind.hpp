#pragma once
/// Tree -> struct with `fields`: one visitor for every record there is. Private to `yaml`.

#include "model/fields.hpp"
#include "yaml/tree.hpp"

#include <string>
#include <vector>

namespace dossier::yaml {

/// The parts of binding that do not depend on the type.
class MapReader {
public:
    /// `what` names the record in messages: "kerntaak".
    MapReader(const Tree& tree, const Node& map, std::string_view what, Problems& problems);

    /// The value of `name`, or nullptr if the key is absent. Each name is asked once.
    [[nodiscard]] const Node* take(std::string_view name);
    void report_missing(std::string_view name, const model::Veld& veld);
    /// After all fields: reports the keys nobody asked for.
    void report_unknown() const;
    [[nodiscard]] Location location() const;

private:
    struct Entry {
        const Node* key;
        const Node* value;
        bool used = false;
    };
    const Tree& tree_;
    Problems& problems_;
    std::string_view what_;
    const Node& map_;
    std::vector<Entry> entries_;
    std::vector<std::string> names_;
};

/// Each reports what is wrong with `node`, or fills `to`. `name` is the key, or the name of a list item.
void bind_value(const Tree& tree, const Node& node, std::string_view name, const model::Veld& veld, Problems& problems, model::Text& to);
void bind_value(const Tree& tree, const Node& node, std::string_view name, const model::Veld& veld, Problems& problems, model::Tekst& to);
void bind_value(const Tree& tree, const Node& node, std::string_view name, const model::Veld& veld, Problems& problems, model::Getal& to);
/// Whether `node` is of that kind; reports it if not.
bool expect_kind(const Tree& tree, const Node& node, Kind kind, std::string_view name, Problems& problems);
void report_empty_list(const Node& list, std::string_view name, std::string_view item_name, Problems& problems);
/// Reports `typed` as none of `choices`, with the nearest as hint.
void report_unknown_choice(const Node& node, std::string_view what, std::span<const std::string> choices, Problems& problems);

template <model::Record T>
void bind_value(const Tree& tree, const Node& node, std::string_view name, const model::Veld&, Problems& problems, T& to);

/// The visitor.
class Binder {
public:
    Binder(const Tree& tree, MapReader& map, Problems& problems) : tree_(tree), map_(map), problems_(problems) {}

    void required(std::string_view name, auto& field, const model::Veld& veld) {
        if (const Node* node = map_.take(name)) bind_value(tree_, *node, name, veld, problems_, field);
        else map_.report_missing(name, veld);
    }
    void optional(std::string_view name, auto& field, const model::Veld& veld) {
        if (const Node* node = map_.take(name)) bind_value(tree_, *node, name, veld, problems_, field);
    }
    template <class T> void list(std::string_view name, std::string_view item_name, std::vector<T>& field, const model::Veld& veld) {
        const Node* node = map_.take(name);
        if (node == nullptr) {
            if (veld.verplicht) map_.report_missing(name, veld);
            return;
        }
        if (!expect_kind(tree_, *node, Kind::list, name, problems_)) return;
        if (veld.verplicht && node->first == 0) report_empty_list(*node, name, item_name, problems_);
        std::size_t count = 0;
        for (std::uint32_t i = node->first; i != 0; i = tree_.at(i).next) ++count;
        field.reserve(count);
        for (std::uint32_t i = node->first; i != 0; i = tree_.at(i).next)
            bind_value(tree_, tree_.at(i), item_name, veld, problems_, field.emplace_back());
    }

private:
    const Tree& tree_;
    MapReader& map_;
    Problems& problems_;
};

template <model::Record T>
void bind_value(const Tree& tree, const Node& node, std::string_view name, const model::Veld&, Problems& problems, T& to) {
    if (!expect_kind(tree, node, Kind::map, name, problems)) return;
    MapReader map(tree, node, name, problems);
    Binder binder(tree, map, problems);
    T::fields(binder, to);
    map.report_unknown();
    if constexpr (requires { to.location; }) to.location = map.location();
}

}  // namespace dossier::yaml
