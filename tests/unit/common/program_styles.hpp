#pragma once
/// The styles of forms that the program has of itself.

#include "style/huisstijl.hpp"

namespace dossier::test {

inline const layout::Styles& program_styles() {
    static const layout::Styles styles = [] {
        style::TemplateSet set;
        Diagnostics diagnostics;
        (void)set.load({}, diagnostics);
        return style::load_look(set, diagnostics).value().styles;
    }();
    return styles;
}

}  // namespace dossier::test
