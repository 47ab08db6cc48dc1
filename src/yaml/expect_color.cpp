#include "yaml/expect_color.hpp"

namespace dossier::yaml {

void expect_color(const model::Text& text, std::string_view what, Color ground, const Message& where, Problems& problems) {
    if (text.value.empty()) return;
    const auto color = parse_color(text.value);
    if (!color) {
        problems.error("bad-color", text.location.begin, text.location.end,
                       say("expected a colour such as \"#1b3f6e\" as {}, found {}", quoted(what), quoted(text.value)),
                       {say("write # and six hexadecimal digits, in quotes")});
        return;
    }
    const double ratio = contrast(*color, ground);
    if (ratio < kTextContrast)
        problems.error("low-contrast", text.location.begin, text.location.end,
                       say("{} has contrast {} with {}, expected at least 4.5:1", quoted(what), contrast_text(ratio), where),
                       {say("choose a {} colour: text must be readable in it",
                            contrast(ground, kWhite) < contrast(ground, Color{}) ? say("darker") : say("lighter"))});
}

}  // namespace dossier::yaml
