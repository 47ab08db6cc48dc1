#include "markup/attributes.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier::markup {
namespace {

/// Names differ most often in length or first letter: no call for those.
bool same(std::string_view a, std::string_view b) { return a.size() == b.size() && a.front() == b.front() && a == b; }

std::optional<Length> length(std::string_view text) {
    const std::size_t unit = text.find_first_not_of("0123456789.");
    if (unit == std::string_view::npos || unit == 0) return std::nullopt;
    const auto n = number<double>(text.substr(0, unit));
    if (!n || *n <= 0) return std::nullopt;
    const std::string_view name = text.substr(unit);
    if (name == "%" && *n <= 100) return Length{*n, true};
    if (name == "mm" && *n <= 300) return Length{*n * 72 / 25.4, false};
    if (name == "pt" && *n <= 850) return Length{*n, false};
    return std::nullopt;
}

}  // namespace

bool is_language(std::string_view code) {
    std::size_t length = 0;
    bool first = true;
    for (const char c : code) {
        if (c == '-' && length > 0) {
            first = false;
            length = 0;
        } else if ((!is_letter(c) && (first || !is_digit(c))) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

Location place_of(pugi::xml_node node, Location around, const Places& place) {
    const pugi::xml_attribute first = node.first_attribute();
    if (!first || std::string_view(first.name()) != "plaats") return around;
    const auto n = number<std::size_t>(first.value());
    return n && place ? place(*n) : around;
}

void Attributes::check(const Element& e) {
    node_ = e.node;
    seen_.clear();
    const std::vector<std::string>& known = e.spec.attributes;
    for (pugi::xml_attribute a = e.node.first_attribute(); a; a = a.next_attribute()) {
        const std::string_view name = a.name();
        if (name == "plaats" && seen_.empty()) continue;
        if (std::none_of(known.begin(), known.end(), [&](const std::string& k) { return same(k, name); })) unknown(e, name);
        else if (std::any_of(seen_.begin(), seen_.end(), [&](const auto& s) { return same(s.first, name); }))
            diags_.error("duplicate-attribute", e.at, say("{} has the attribute {} twice", tag(e.spec.name), quoted(name)));
        if (seen_.size() > 32) return;
        seen_.emplace_back(name, a);
    }
}

/// What pugixml gives, but for the element at hand without going through C strings again.
pugi::xml_attribute Attributes::find(const Element& e, std::string_view name) const {
    if (e.node != node_) return e.node.attribute(std::string(name).c_str());
    for (const auto& [seen, a] : seen_)
        if (same(seen, name)) return a;
    return {};
}

void Attributes::unknown(const Element& e, std::string_view name) {
    const std::vector<std::string>& known = e.spec.attributes;
    const auto near = nearest(name, known);
    const Message hint = near            ? did_you_mean('"' + *near + '"')
                         : known.empty() ? say("{} has no attributes", tag(e.spec.name))
                                         : say("{} may have: {}", tag(e.spec.name), joined(known));
    diags_.error("unknown-attribute", e.at, say("unknown attribute {} on {}", quoted(name), tag(e.spec.name)), {hint});
}

std::string Attributes::required(const Element& e, std::string_view name) {
    const std::string_view value = trim(find(e, name).value());
    if (value.empty())
        diags_.error("missing-attribute", e.at, say("{} lacks the attribute \"{}\"", tag(e.spec.name), name),
                     {say("write <{} {}=\"...\">", e.spec.name, name)});
    return std::string(value);
}

bool Attributes::yes(const Element& e, std::string_view name) {
    const pugi::xml_attribute a = find(e, name);
    if (!a) return false;
    const std::string_view v = a.value();
    if (v != "ja" && v != "nee") bad_value(e, name, say("\"ja\" or \"nee\""));
    return v == "ja";
}

int Attributes::whole(const Element& e, std::string_view name, int least, int most, int otherwise) {
    const pugi::xml_attribute a = find(e, name);
    if (!a) return otherwise;
    const auto n = number<int>(a.value());
    if (n && *n >= least && *n <= most) return *n;
    bad_value(e, name, say("a whole number from {} to {}", least, most));
    return otherwise;
}

std::string Attributes::one_of(const Element& e, std::string_view name, std::initializer_list<std::string_view> words) {
    const pugi::xml_attribute a = find(e, name);
    if (!a) return {};
    const std::string_view v = a.value();
    if (std::find(words.begin(), words.end(), v) != words.end()) return std::string(v);
    std::string expected;
    for (const std::string_view w : words) expected += (expected.empty() ? "\"" : ", \"") + std::string(w) + "\"";
    bad_value(e, name, say("one of {}", expected));
    return {};
}

Length Attributes::width(const Element& e, Length otherwise) {
    const pugi::xml_attribute a = find(e, "width");
    if (!a) return otherwise;
    if (const auto l = length(a.value())) return *l;
    bad_value(e, "width", say("a width such as 50%, 40mm or 120pt"));
    return otherwise;
}

double Attributes::percentage(const Element& e) {
    const auto l = length(find(e, "width").value());
    if (l && l->percent) return l->value;
    bad_value(e, "width", say("a percentage such as 25%"));
    return 0;
}

void Attributes::bad_value(const Element& e, std::string_view name, const Message& expected) {
    diags_.error("bad-value", e.at, say("{} of {} is {}, expected {}", name, tag(e.spec.name), quoted(find(e, name).value()), expected));
}

}  // namespace dossier::markup
