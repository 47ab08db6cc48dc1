#include "layout/looks.hpp"

#include <algorithm>

namespace dossier::layout {

Styles in_accent(Styles styles, Color accent) {
    const auto tint = [accent](style::Text& text) {
        if (text.accent) text.color = accent;
    };
    for (Look* look : {&styles.plain, &styles.small, &styles.label, &styles.note, &styles.lead, &styles.furniture, &styles.caption})
        tint(look->text);
    for (Look& look : styles.headings) tint(look.text);
    return styles;
}

Look paragraph_look(const Styles& styles, const std::string& name) {
    if (name == "klein") return styles.small;
    if (name == "label") return styles.label;
    if (name == "bijschrift") return styles.note;
    if (name == "inleiding") return styles.lead;
    Look look = styles.plain;
    if (name == "rechts") look.text.align = style::Align::right;
    if (name == "midden") look.text.align = style::Align::center;
    return look;
}

const Look& heading_look(const Styles& styles, int level) { return styles.headings[static_cast<std::size_t>(std::clamp(level, 1, 4) - 1)]; }

const TableLook& table_look(const Styles& styles, const std::string& name) {
    return name == "smal" ? styles.narrow : name == "ruim" ? styles.wide : styles.table;
}

style::Align align_of(const std::string& name) {
    return name == "right" ? style::Align::right : name == "center" ? style::Align::center : style::Align::left;
}

}  // namespace dossier::layout
