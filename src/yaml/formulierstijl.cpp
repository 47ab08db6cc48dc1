#include "yaml/yaml.hpp"

#include "base/portable.hpp"
#include "yaml/bind.hpp"
#include "yaml/expect_color.hpp"

#include <algorithm>
#include <array>

namespace dossier::yaml {
namespace {

constexpr double kMostLeading = 144, kMostSpace = 100, kMostPadding = 30;

/// The key of a size, and what it may be in points; other sizes are spaces between blocks.
struct Size {
    std::string_view key;
    double least, most;
};
constexpr std::array kSizes{Size{"grootte", kLeastLetters, kMostLetters}, Size{"regelafstand", kLeastLetters, kMostLeading},
                            Size{"opzij", 0, kMostPadding}, Size{"boven_onder", 0, kMostPadding}};

/// Text that stands beside tables, so never on the ground of a row: there the accent of a document may be too light.
constexpr std::array<std::string_view, 7> kOnWhite{"inleiding", "kop1", "kop2", "kop3", "kop4", "pagina", "tabeltitel"};

/// Visits every value of a style file.
class Expectations {
public:
    explicit Expectations(Problems& problems, bool on_white = false) : problems_(problems), on_white_(on_white) {}

    template <model::Record T> void optional(std::string_view name, const T& record, const model::Veld&) {
        Expectations inner(problems_, std::find(kOnWhite.begin(), kOnWhite.end(), name) != kOnWhite.end());
        T::fields(inner, record);
    }
    void optional(std::string_view name, const model::Text& text, const model::Veld&) {
        if (text.value.empty()) return;
        if (name == "kleur") color(text);
        else if (name == "vet" || name == "cursief") yes_or_no(name, text);
        else size(name, text);
    }

private:
    Problems& problems_;
    bool on_white_;

    void color(const model::Text& text) {
        if (!on_white_) expect_color(text, "kleur", kRowGround, say("the darkest ground of a row ({})", color_text(kRowGround)), problems_);
        else if (text.value != "accent") expect_color(text, "kleur", kWhite, say("white"), problems_);
    }

    void yes_or_no(std::string_view name, const model::Text& text) {
        if (text.value != "ja" && text.value != "nee")
            problems_.error("wrong-form", text.location.begin, text.location.end,
                            say("expected ja or nee as {}, found {}", quoted(name), quoted(text.value)));
    }

    void size(std::string_view name, const model::Text& text) {
        const auto known = std::find_if(kSizes.begin(), kSizes.end(), [name](const Size& s) { return s.key == name; });
        const Size range = known == kSizes.end() ? Size{name, 0, kMostSpace} : *known;
        const auto value = points(text.value);
        if (value && *value >= range.least && *value <= range.most) return;
        std::vector<Message> hints;
        if (!value) hints.emplace_back(say("write a number with at most two decimals, with a point, and pt behind it: 9.5pt"));
        else if (name == "grootte" && *value < range.least) hints.emplace_back(say("smaller letters are hard to read on paper"));
        problems_.error("bad-size", text.location.begin, text.location.end,
                        say("expected a size from {}pt to {}pt as {}, found {}", decimal(range.least), decimal(range.most), quoted(name),
                            quoted(text.value)),
                        std::move(hints));
    }
};

}  // namespace

std::optional<double> points(std::string_view text) {
    if (!text.ends_with("pt")) return std::nullopt;
    text.remove_suffix(2);
    const std::size_t point = std::min(text.find('.'), text.size());
    const auto digits = [](std::string_view s) { return std::all_of(s.begin(), s.end(), is_digit); };
    const std::string_view decimals = point < text.size() ? text.substr(point + 1) : std::string_view("0");
    if (point == 0 || point > 4 || decimals.empty() || decimals.size() > 2 || !digits(text.substr(0, point)) || !digits(decimals))
        return std::nullopt;
    double n = 0;
    (void)read_decimal(text.data(), text.data() + text.size(), n, Exponent::none);
    return n;
}

Formulierstijl read_formulierstijl(const Source& source, Diagnostics& diagnostics) {
    Problems problems(source, diagnostics);
    Tree tree;
    Formulierstijl style;
    if (!check_bytes(problems) || !build_tree(tree, problems)) return style;
    normalise_values(tree, problems);
    bind_value(tree, tree.root(), "stijl", {}, problems, style);
    Expectations expect(problems);
    Formulierstijl::fields(expect, style);
    return style;
}

}  // namespace dossier::yaml
