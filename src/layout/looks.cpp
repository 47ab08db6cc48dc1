#include "layout/looks.hpp"

namespace dossier::layout {
namespace {

constexpr style::Text kSmall{8.0F, 11.0F, false, false, style::kGrey, style::Align::left, true};

}  // namespace

Look paragraph_look(const std::string& name) {
    Look look{kBody, {0, 6}};
    if (name == "klein") look = {kSmall, {0, 4}};
    if (name == "label") look = {{8.0F, 11.0F, true, false, style::kGrey, style::Align::left, true}, {5, 1.5F}};
    if (name == "bijschrift") look = {{8.0F, 11.0F, false, true, style::kGrey, style::Align::left, true}, {2, 6}};
    if (name == "inleiding") look = {{11.0F, 16.0F, false, false, style::kInk, style::Align::left, true}, {0, 10}};
    if (name == "rechts") look.text.align = style::Align::right;
    if (name == "midden") look.text.align = style::Align::center;
    return look;
}

Look heading_look(int level, Color accent) {
    switch (level) {
        case 1: return {{21.0F, 26.0F, true, false, accent, style::Align::left, false}, {0, 8}};
        case 2: return {{14.0F, 18.5F, true, false, accent, style::Align::left, false}, {20, 6}};
        case 3: return {{11.0F, 15.0F, true, false, style::kInk, style::Align::left, false}, {14, 4}};
        default: return {{9.5F, 13.4F, true, false, style::kInk, style::Align::left, false}, {10, 2}};
    }
}

TableLook table_look(const std::string& name) {
    TableLook look;
    if (name == "smal") {
        look.pad_x = 3;
        look.pad_y = 2.5F;
        look.text.size = 8;
        look.text.leading = 10.6F;
        look.head.size = 7.5F;
        look.head.leading = 10;
    }
    if (name == "ruim") look.pad_y = 7;
    return look;
}

style::Align align_of(const std::string& name) {
    return name == "right" ? style::Align::right : name == "center" ? style::Align::center : style::Align::left;
}

}  // namespace dossier::layout
