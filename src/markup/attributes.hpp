#pragma once
/// The attributes of elements and their values. What is wrong with one is reported at its element; the caller then gets a
/// value that reading can go on with.

#include "base/portable.hpp"
#include "markup/markup.hpp"
#include "markup/schema.hpp"

#include <charconv>
#include <initializer_list>
#include <pugixml.hpp>
#include <type_traits>
#include <utility>

namespace dossier::markup {

/// From the number in plaats="N" to where that is; may be empty.
using Places = std::function<Location(std::size_t)>;

/// An element that may stand where it does.
struct Element {
    pugi::xml_node node;
    const ElementSpec& spec;
    Location at;
    std::size_t depth = 0;  ///< below the outermost element
};

/// The whole of `text` as a number.
template <class Number> [[nodiscard]] std::optional<Number> number(std::string_view text) {
    Number n{};
    const auto [end, error] = [&] {
        const char* const begin = text.data();
        if constexpr (std::is_floating_point_v<Number>) return read_decimal(begin, begin + text.size(), n);
        else return std::from_chars(begin, begin + text.size(), n);
    }();
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return n;
}

/// Letters and digits in parts of at most eight, as PDF wants it (RFC 1766).
[[nodiscard]] bool is_language(std::string_view code);

/// The place that `node` opens with, or the one around it.
[[nodiscard]] Location place_of(pugi::xml_node node, Location around, const Places& place);

/// Reads one element after another; looking back at an earlier one is possible but slower.
class Attributes {
public:
    explicit Attributes(Diagnostics& diagnostics) : diags_(diagnostics) {}

    /// To be called first: reports attributes of `e` that it cannot have or has twice.
    void check(const Element& e);

    [[nodiscard]] pugi::xml_attribute find(const Element& e, std::string_view name) const;

    // Values. Without the attribute `otherwise`, false or "".
    std::string required(const Element& e, std::string_view name);  ///< trimmed
    bool yes(const Element& e, std::string_view name);
    int whole(const Element& e, std::string_view name, int least, int most, int otherwise);
    std::string one_of(const Element& e, std::string_view name, std::initializer_list<std::string_view> words);
    Length width(const Element& e, Length otherwise);
    double percentage(const Element& e);  ///< "width", which must be there

    void bad_value(const Element& e, std::string_view name, const Message& expected);

private:
    Diagnostics& diags_;
    pugi::xml_node node_;  ///< the element checked last
    std::vector<std::pair<std::string_view, pugi::xml_attribute>> seen_;

    void unknown(const Element& e, std::string_view name);
};

}  // namespace dossier::markup
