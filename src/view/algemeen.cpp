/// What is not about one kerntaak or profiel: the dossier itself, its explanations, beroepsgroep, generieke onderdelen, keuzedelen
/// and terms.
#include "view/sections.hpp"

#include <algorithm>

namespace dossier::view {

Value view_identity(const model::Dossier& d, const std::string& print) {
    const bool next = !d.opvolger.empty();
    Value opvolger = next ? Fields()("titel", d.opvolger.titel)("url", d.opvolger.url).value() : Value(false);
    return Fields()("naam", d.naam)("pad", Value(slug(d.naam.value)))("crebo", d.crebo)("versie", d.versie)(
               "vastgesteld", Value(dutch_date(d.vastgesteld.value)))("vastgesteld_iso", d.vastgesteld)(
               "geldig_van", Value(dutch_date(d.geldig_van.value)))("geldig_van_iso", d.geldig_van)(
               "geldig_tot", Value(dutch_date(d.geldig_tot.value)))("geldig_tot_iso", d.geldig_tot)("sectorkamer", d.sectorkamer)(
               "domein", d.domein)("vingerafdruk", Value(print))("vervangen", Value(next))("opvolger", std::move(opvolger))
        .value();
}

Value view_paragraphs(const std::vector<model::Paragraaf>& paragraphs, Texts& texts) {
    List out;
    for (const model::Paragraaf& p : paragraphs)
        out.push_back(Fields()("titel", p.titel)("id", Value(p.titel.value.empty() ? "" : slug(p.titel.value)))(
                          "tekst", Value(texts.blokken(p.tekst)))
                          .value());
    mark_ends(out);
    return Value(std::move(out));
}

Value view_bron(const model::Bron& bron, Texts& texts) {
    List remarks;
    for (const model::Opmerking& o : bron.opmerkingen)
        remarks.push_back(Fields()("plaats", o.plaats)("tekst", Value(texts.blokken(o.tekst))).value());
    return Fields()("titel", bron.titel)("url", bron.url)("licentie", bron.licentie)(
               "omschrijving", Value(texts.blokken(bron.omschrijving)))("opmerkingen", Value(std::move(remarks)))
        .value();
}

Value view_beroepsgroep(const model::Basisdeel& basisdeel, Texts& texts) {
    const model::Beroepsgroep& b = basisdeel.beroepsgroep;
    const bool any = !b.context.empty() || !b.beroepshouding.empty() || !b.resultaat.empty();
    return Fields()("context", Value(texts.blokken(b.context)))("beroepshouding", Value(texts.blokken(b.beroepshouding)))(
               "resultaat", Value(texts.blokken(b.resultaat)))("beroepsgroep", Value(any))
        .value();
}

Value view_generiek(const model::Generiek& generiek, int niveau, Texts& texts) {
    List parts;
    List inleiding = texts.blokken(generiek.inleiding);
    for (const model::GeneriekOnderdeel& o : generiek.onderdelen) {
        // Engels is generic at level 4 only; without a level nothing can be left out.
        if (o.alleen_niveau.value != 0 && niveau != 0 && o.alleen_niveau.value != niveau) continue;
        List links;
        for (const model::Link& link : o.links) links.push_back(Fields()("titel", link.titel)("url", link.url).value());
        mark_ends(links);
        parts.push_back(
            Fields()("code", o.code)("id", Value("generiek-" + slug(o.code.value)))("titel", o.titel)(
                "alleen_niveau", number(o.alleen_niveau.value))("tekst", Value(texts.blokken(o.tekst)))("links", Value(std::move(links)))
                .value());
    }
    mark_ends(parts);
    const bool any = !parts.empty() || !inleiding.empty();
    return Fields()("inleiding", Value(std::move(inleiding)))("onderdelen", Value(std::move(parts)))("gevuld", Value(any)).value();
}

Value view_keuzedelen(const std::vector<model::Keuzedeel>& keuzedelen, const model::Profiel* profiel) {
    List out;
    for (const model::Keuzedeel& k : keuzedelen) {
        if (profiel != nullptr && !k.profielen.empty() &&
            std::none_of(k.profielen.begin(), k.profielen.end(), [&](const model::Text& t) { return t.value == profiel->code.value; }))
            continue;
        out.push_back(Fields()("code", k.code)("titel", k.titel)("url", k.url)("sbu", number(k.sbu.value)).value());
    }
    mark_ends(out);
    return Value(std::move(out));
}

Value view_begrippen(const std::vector<model::Begrip>& begrippen) {
    Texts plain(begrippen, Texts::Links::no);
    std::vector<const model::Begrip*> sorted;
    sorted.reserve(begrippen.size());
    for (const model::Begrip& b : begrippen) sorted.push_back(&b);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const model::Begrip* a, const model::Begrip* b) { return slug(a->term.value) < slug(b->term.value); });
    List out;
    for (const model::Begrip* b : sorted)
        out.push_back(Fields()("term", b->term)("taal", b->taal)("id", Value("begrip-" + slug(b->term.value)))(
                          "betekenis", Value(plain.blokken(b->betekenis)))("taal_betekenis", b->taal_betekenis)
                          .value());
    mark_ends(out);
    return Value(std::move(out));
}

}  // namespace dossier::view
