/// Values of a dossier in the spelling of the format of SBB.

#include "sbb/export_texts.hpp"

#include "sbb/rich_text.hpp"
#include "xml/escape.hpp"

namespace dossier::sbb {
namespace {

constexpr std::size_t kUnwrapped = 1 << 30;

}  // namespace

std::string html_escaped(std::string_view text) { return xml::xml_escaped(text, false); }

std::string notation_of(const model::Tekst& tekst) { return model::write_tekst(tekst, kUnwrapped); }

std::string plain_or_pre(const model::Tekst& tekst) {
    std::string notation = notation_of(tekst);
    Diagnostics ignored;
    if (notation.empty() || notation_of(rich_text(typed(notation), {}, ignored)) == notation) return notation;
    return "<pre>" + html_escaped(notation) + "</pre>";
}

std::string headed(std::span<const model::Paragraaf> paragrafen, bool first_may_lack) {
    std::string out;
    for (const model::Paragraaf& p : paragrafen) {
        if (!p.titel.value.empty() || !out.empty() || !first_may_lack) out += "<h2>" + html_escaped(p.titel.value) + "</h2>";
        out += "<pre>" + html_escaped(notation_of(p.tekst)) + "</pre>";
    }
    return out;
}

std::string gedrag_text(const model::Gedrag& gedrag) {
    std::string out = gedrag.aanhef.value;
    for (const model::Text& c : gedrag.criteria) out += (out.empty() ? "- " : "\n- ") + c.value;
    return out;
}

std::string chapter_of(std::string_view code) {
    const std::size_t digits = code.find_last_not_of("0123456789");
    return std::string(digits == std::string_view::npos ? code : code.substr(digits + 1));
}

std::string day_first(const std::string& iso) {
    return iso.size() == 10 ? iso.substr(8) + '-' + iso.substr(5, 2) + '-' + iso.substr(0, 4) : iso;
}

std::string number_of(const model::Getal& n) { return n.value == 0 ? "" : std::to_string(n.value); }

}  // namespace dossier::sbb
