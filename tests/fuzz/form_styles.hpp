#pragma once
/// The built-in styles of forms: without them all sizes are 0, which no run has.

#include "style/huisstijl.hpp"

namespace dossier::fuzz {

inline const layout::Styles& form_styles() {
    static const layout::Styles kStyles = [] {
        style::TemplateSet set;
        Diagnostics none;
        (void)set.load({}, none);
        return style::load_look(set, none).value().styles;
    }();
    return kStyles;
}

}  // namespace dossier::fuzz
