#include "yaml/expect_color.hpp"

namespace dossier::yaml {

void expect_color(const model::Text& text, std::string_view what, Color ground, std::string_view where, Problems& problems) {
    if (text.value.empty()) return;
    const auto color = parse_color(text.value);
    if (!color) {
        problems.error("bad-color", text.location.begin, text.location.end,
                       "expected a colour such as \"#1b3f6e\" as " + quoted(what) + ", found " + quoted(text.value),
                       {"write # and six hexadecimal digits, in quotes"});
        return;
    }
    const double ratio = contrast(*color, ground);
    if (ratio < kTextContrast)
        problems.error("low-contrast", text.location.begin, text.location.end,
                       quoted(what) + " has contrast " + contrast_text(ratio) + " with " + std::string(where) + ", expected at least 4.5:1",
                       {std::string("choose a ") + (contrast(ground, kWhite) < contrast(ground, Color{}) ? "darker" : "lighter") +
                        " colour: text must be readable in it"});
}

}  // namespace dossier::yaml
