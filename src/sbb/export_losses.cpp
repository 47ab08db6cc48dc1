/// What a dossier loses on its way through the format of SBB, said before it is gone.

#include "sbb/export_losses.hpp"

#include "model/fields.hpp"
#include "phrases/generiek.hpp"
#include "sbb/sbb.hpp"
#include "sbb/verantwoording.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>

namespace dossier::sbb {
namespace {

/// `dossier` without what the format has no place for.
model::Dossier carried(model::Dossier d) {
    const std::string nr = sbb_number(d.bron.titel.value);
    d.bron = {};
    d.bron.titel.value = sbb_bron(nr.empty() ? "1" : nr);
    d.opvolger = {};
    d.keuzedelen.clear();
    d.begrippen.clear();
    d.beoordeling = model::default_beoordeling();
    for (model::GeneriekOnderdeel& o : d.basisdeel.generiek.onderdelen) o = phrases::generiek_onderdeel(o.titel, o.tekst);
    const auto walk = [](std::vector<model::Kerntaak>& kerntaken) {
        for (model::Kerntaak& k : kerntaken) {
            k.vakkennis.aanhef = {};
            k.eerdere_codes.clear();
            for (model::Werkproces& w : k.werkprocessen) w.eerdere_codes.clear();
            for (model::AanvullendeEisKerntaak& eis : k.aanvullende_eisen) eis.vakkennis.aanhef = {};
        }
    };
    walk(d.basisdeel.kerntaken);
    for (model::Profiel& p : d.profielen) {
        p.isced = {};
        walk(p.kerntaken);
    }
    return d;
}

bool same_links(const model::GeneriekOnderdeel& x, const model::GeneriekOnderdeel& y) {
    return std::equal(x.links.begin(), x.links.end(), y.links.begin(), y.links.end(), [](const model::Link& a, const model::Link& b) {
        return a.titel.value == b.titel.value && a.url.value == b.url.value;
    });
}

}  // namespace

void report_left_out(const model::Dossier& d, Diagnostics& diagnostics) {
    const auto out = [&](Location at, const Message& what) {
        diagnostics.warning("sbb-not-carried", at, say("the format of SBB has no place for {}, left out", what));
    };
    model::Bron bron = d.bron;
    if (!sbb_number(bron.titel.value).empty()) bron.titel = {};
    if (!model::absent(bron)) out(d.bron.location, Message::as_is("\"bron\""));
    if (!d.opvolger.empty()) out(d.opvolger.location, Message::as_is("\"opvolger\""));
    if (!d.keuzedelen.empty()) out(d.keuzedelen.front().location, Message::as_is("\"keuzedelen\""));
    if (!d.begrippen.empty()) out(d.begrippen.front().location, Message::as_is("\"begrippen\""));
    out(d.beoordeling.location, Message::as_is("\"beoordeling\""));
    // The reader makes them from the titel and the tekst.
    for (const model::GeneriekOnderdeel& o : d.basisdeel.generiek.onderdelen) {
        const model::GeneriekOnderdeel made = phrases::generiek_onderdeel(o.titel, o.tekst);
        if (o.code.value != made.code.value || o.alleen_niveau.value != made.alleen_niveau.value || !same_links(o, made))
            out(o.location, say("\"code\", \"alleen_niveau\" and \"links\" of {}", quoted(o.titel.value)));
    }
    const auto of_kerntaken = [&](const std::vector<model::Kerntaak>& kerntaken) {
        for (const model::Kerntaak& k : kerntaken) {
            if (!k.vakkennis.aanhef.value.empty()) out(k.vakkennis.aanhef.location, say("\"aanhef\" of \"vakkennis\" of {}", k.code.value));
            if (!k.eerdere_codes.empty() || std::any_of(k.werkprocessen.begin(), k.werkprocessen.end(),
                                                        [](const model::Werkproces& w) { return !w.eerdere_codes.empty(); }))
                out(k.code.location, say("\"eerdere_codes\" in {}", k.code.value));
        }
    };
    of_kerntaken(d.basisdeel.kerntaken);
    for (const model::Profiel& p : d.profielen) {
        if (!p.isced.value.empty()) out(p.isced.location, say("\"isced\" of {}", p.code.value));
        of_kerntaken(p.kerntaken);
    }
}

void report_changed(const model::Dossier& d, const std::string& xml, Diagnostics& diagnostics) {
    const Source source{"sbb", xml};
    Diagnostics ignored;
    const std::optional<model::Dossier> back = import_sbb(source, ignored);
    const std::string before = yaml::write_yaml(carried(d));
    const std::string after = back ? yaml::write_yaml(*back) : std::string();
    if (before == after) return;
    const auto [x, y] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const std::size_t at = static_cast<std::size_t>(x - before.begin());
    const std::size_t begin = at == 0 ? 0 : before.rfind('\n', at - 1) + 1;
    const std::string line(trim(std::string_view(before).substr(begin, std::min(before.find('\n', at), before.size()) - begin)));
    diagnostics.warning("sbb-not-exact", d.location,
                        say("the format of SBB does not give back exactly what the dossier has, first at: {}", quoted(line)));
}

}  // namespace dossier::sbb
