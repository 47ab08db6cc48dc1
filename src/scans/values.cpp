#include "layout/page_code.hpp"
#include "scans/scans.hpp"

#include <cstdio>

namespace dossier::scans {

void add_to(Atlas& atlas, const std::vector<layout::PageMap>& maps) {
    for (const layout::PageMap& m : maps)
        if (!m.code.empty()) atlas.emplace(m.code, m);
}

const layout::PageMap* map_of(const Atlas& atlas, std::string_view code) {
    auto plain = layout::parse_page_code(code);
    if (!plain) return nullptr;
    plain->key.clear();
    const auto found = atlas.find(layout::page_code_text(*plain));
    return found == atlas.end() ? nullptr : &found->second;
}

std::string_view word(Doubt doubt) {
    constexpr std::string_view kWords[] = {"none", "faint", "two", "corrected", "outside", "not-seen"};
    return kWords[static_cast<std::size_t>(doubt)];
}

std::string_view word(Condition condition) {
    constexpr std::string_view kWords[] = {"read",         "blank",      "no-code",    "foreign-code", "unknown-form",
                                           "other-places", "not-placed", "unreadable", "too-much"};
    return kWords[static_cast<std::size_t>(condition)];
}

std::string dump(const Page& page) {
    const auto number = [](float v) {
        char text[32];
        std::snprintf(text, sizeof text, "%.3f", static_cast<double>(v));
        return std::string(text);
    };
    const auto box = [](const Box& b) {
        return std::to_string(b.left) + ' ' + std::to_string(b.top) + ' ' + std::to_string(b.right) + ' ' + std::to_string(b.bottom);
    };
    std::string out = "page " + std::to_string(page.number) + ' ' + std::string(word(page.condition)) + " code " + quoted(page.code) +
                      " turns " + std::to_string(page.turns) + " sharpness " + number(page.sharpness) + '\n';
    for (const Answer& a : page.answers) {
        out += "  " + a.field + " = " + (a.value.empty() ? "-" : a.value) + ' ' + std::string(word(a.doubt)) + " sure " + number(a.sure) +
               " at " + box(a.box);
        for (const ChoiceInk& c : a.choices) out += ' ' + c.value + ' ' + number(c.ink) + '/' + number(c.around);
        out += '\n';
    }
    for (const Writing& w : page.writings) out += "  " + w.field + " ink " + number(w.ink) + " at " + box(w.box) + '\n';
    return out;
}

}  // namespace dossier::scans
