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

std::optional<Comparison> compare(const make::Maker& maker, const Version& old, const Version& now, std::span<const ListFormat> formats,
                                  const Facts& facts, Diagnostics& diagnostics) {
    const diff::Verschil verschil = diff::compare(old.dossier, now.dossier);
    const diff::Koppen koppen{headline(old), headline(now)};
    const auto forms = changes::forms_to_adopt(maker, old.dossier, now.dossier, verschil, diagnostics);
    if (!forms) return std::nullopt;
    const auto list = [&](ListFormat format) -> std::optional<std::string> {
        if (format == ListFormat::text) return diff::write_text(verschil, *forms, koppen);
        if (format == ListFormat::json) return changes::write_json(verschil, *forms, koppen);
        const std::string sjabloon = format == ListFormat::pdf ? "wijzigingen.xhtml" : "wijzigingen.html";
        return maker.make_page(sjabloon, changes::view_changes(verschil, *forms, koppen, facts), "wijzigingen", facts, diagnostics);
    };
    Comparison out{{}, !verschil.gelijk()};
    for (const ListFormat format : formats) {
        auto bytes = list(format);
        if (!bytes) return std::nullopt;
        out.lists.push_back(std::move(*bytes));
    }
    return out;
}

}  // namespace dossier::core
