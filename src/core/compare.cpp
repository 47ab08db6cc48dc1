#include "changes/json.hpp"
#include "changes/wijzigingen.hpp"
#include "core/core.hpp"
#include "diff/diff.hpp"

namespace dossier::core {
namespace {

std::string headline(const Version& version) {
    std::string out = version.dossier.naam.value;
    if (!version.dossier.versie.value.empty()) out += (out.empty() ? "versie " : ", versie ") + version.dossier.versie.value;
    return out + (out.empty() ? "" : " ") + '(' + version.file + ')';
}

}  // namespace

std::optional<Comparison> compare(const make::Maker& maker, const Version& old, const Version& now, ListFormat format,
                                  const view::Build& facts, Diagnostics& diagnostics) {
    const diff::Verschil verschil = diff::compare(old.dossier, now.dossier);
    const diff::Koppen koppen{headline(old), headline(now)};
    const auto forms = changes::forms_to_adopt(maker, old.dossier, now.dossier, verschil, diagnostics);
    if (!forms) return std::nullopt;
    Comparison out{"", !verschil.gelijk()};
    switch (format) {
        case ListFormat::text: out.bytes = diff::write_text(verschil, *forms, koppen); return out;
        case ListFormat::json: out.bytes = changes::write_json(verschil, *forms, koppen); return out;
        case ListFormat::html:
        case ListFormat::pdf: break;
    }
    const std::string sjabloon = format == ListFormat::pdf ? "wijzigingen.xhtml" : "wijzigingen.html";
    auto page = maker.make_page(sjabloon, changes::view_changes(verschil, *forms, koppen, facts), "wijzigingen", facts, diagnostics);
    if (!page) return std::nullopt;
    out.bytes = std::move(*page);
    return out;
}

}  // namespace dossier::core
