#include "view/view.hpp"

#include "view/parts.hpp"

#include <algorithm>

namespace dossier::view {
namespace {

Value view_paragraphs(const std::vector<model::Paragraaf>& paragraphs, Texts& texts) {
    List out;
    for (const model::Paragraaf& p : paragraphs)
        out.push_back(Fields()("titel", p.titel)("id", Value(p.titel.value.empty() ? "" : slug(p.titel.value)))("tekst", Value(texts.blokken(p.tekst))).value());
    mark_ends(out);
    return Value(std::move(out));
}

Value view_bron(const model::Bron& bron, Texts& texts) {
    List remarks;
    for (const model::Opmerking& o : bron.opmerkingen)
        remarks.push_back(Fields()("plaats", o.plaats)("tekst", Value(texts.blokken(o.tekst))).value());
    return Fields()("titel", bron.titel)("url", bron.url)("licentie", bron.licentie)("omschrijving", Value(texts.blokken(bron.omschrijving)))(
               "opmerkingen", Value(std::move(remarks)))
        .value();
}

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

bool outline_only(const model::Profiel& p) {
    return std::all_of(p.kerntaken.begin(), p.kerntaken.end(), [](const model::Kerntaak& k) { return titles_only(k); });
}

Value number(int n) { return n == 0 ? Value("") : Value(n); }

/// What lists of profielen show.
Value view_profile_line(const model::Profiel& p, const model::Dossier& d, const model::Profiel* current) {
    std::size_t werkprocessen = 0;
    for (const model::Kerntaak& k : p.kerntaken) werkprocessen += k.werkprocessen.size();
    for (const model::Kerntaak& k : d.basisdeel.kerntaken) werkprocessen += k.werkprocessen.size();
    return Fields()("code", p.code)("id", Value(id_of(p.code.value)))("naam", p.naam)("pad", Value(folder(p)))("crebo", p.crebo)(
               "niveau", number(p.niveau.value))("soort", p.soort)("alleen_titels", Value(outline_only(p)))("huidig", Value(current != nullptr && p.code.value == current->code.value))(
               "aantal_kerntaken", Value(static_cast<int>(d.basisdeel.kerntaken.size() + p.kerntaken.size())))(
               "aantal_werkprocessen", Value(static_cast<int>(werkprocessen)))("omvang", Value(count_of(d.basisdeel.kerntaken.size() + p.kerntaken.size(), "kerntaak", "kerntaken") +
               " en " + count_of(werkprocessen, "werkproces", "werkprocessen")))
        .value();
}

Value view_neighbour(const model::Dossier& d, const model::Profiel& p, int step) {
    for (std::size_t i = 0; i < d.profielen.size(); ++i) {
        if (d.profielen[i].code.value != p.code.value) continue;
        const std::size_t other = step < 0 ? i - 1 : i + 1;  // before the first wraps round to no profiel
        if (other >= d.profielen.size()) break;
        return Fields()("code", d.profielen[other].code)("naam", d.profielen[other].naam)("pad", Value(folder(d.profielen[other]))).value();
    }
    return Value(false);
}

Value view_profiel(const model::Profiel& p, const model::Dossier& d, Texts& texts, const std::string& print) {
    Value out = view_profile_line(p, d, &p);
    out.set("sbu", number(p.sbu.value));
    out.set("beroepsvereisten", Value(p.beroepsvereisten.value));
    out.set("toelichting_beroepsvereisten", Value(texts.blokken(p.toelichting_beroepsvereisten)));
    out.set("typering", Value(texts.blokken(p.typering)));
    out.set("vingerafdruk", Value(print));
    return out;
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
        parts.push_back(Fields()("code", o.code)("id", Value("generiek-" + slug(o.code.value)))("titel", o.titel)(
            "alleen_niveau", number(o.alleen_niveau.value))("tekst", Value(texts.blokken(o.tekst)))("links", Value(std::move(links))).value());
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
    for (const model::Begrip& b : begrippen) sorted.push_back(&b);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const model::Begrip* a, const model::Begrip* b) { return slug(a->term.value) < slug(b->term.value); });
    List out;
    for (const model::Begrip* b : sorted)
        out.push_back(Fields()("term", b->term)("taal", b->taal)("id", Value("begrip-" + slug(b->term.value)))(
            "betekenis", Value(plain.blokken(b->betekenis)))("taal_betekenis", b->taal_betekenis).value());
    mark_ends(out);
    return Value(std::move(out));
}

Value view_build(const Build& build) {
    return Fields()("datum", Value(dutch_date(build.datum)))("datum_iso", Value(build.datum))("programma", Value(build.programma)).value();
}

/// The values that a page about one kwalificatie and a page about the whole dossier have in common.
void set_common(Value& out, const model::Dossier& d, const Build& build, const model::Profiel* current, Texts& texts) {
    out.set("leeswijzer", view_paragraphs(d.leeswijzer, texts));
    out.set("verantwoording", view_paragraphs(d.verantwoording, texts));
    out.set("keuzedelen", view_keuzedelen(d.keuzedelen, current));
    out.set("begrippen", view_begrippen(d.begrippen));
    out.set("bron", view_bron(d.bron, texts));
    out.set("heeft_over", Value(!d.leeswijzer.empty() || !d.verantwoording.empty() || !d.bron.opmerkingen.empty()));
    out.set("build", view_build(build));
    out.set("documenten", Value(List()));
    List profielen;
    for (const model::Profiel& p : d.profielen) {
        profielen.push_back(view_profile_line(p, d, current));
        if (current == nullptr) profielen.back().set("documenten", Value(List()));
    }
    mark_ends(profielen);
    out.set("profielen", Value(std::move(profielen)));
}

struct Counts {
    int werkprocessen = 0, criteria = 0;
};

Counts count(const List& kerntaken) {
    Counts counts;
    for (const Value& k : kerntaken) {
        const List& werkprocessen = *k.find("werkprocessen")->list();
        counts.werkprocessen += static_cast<int>(werkprocessen.size());
        for (const Value& w : werkprocessen) counts.criteria += static_cast<int>(w.find("criteria")->list()->size());
    }
    return counts;
}

List view_kerntaken(const std::vector<model::Kerntaak>& kerntaken, Context& context) {
    List out;
    for (const model::Kerntaak& k : kerntaken) {
        out.push_back(view_kerntaak(k, context));
    }
    return out;
}

std::vector<const model::Kerntaak*> all_kerntaken(const model::Dossier& slice) {
    std::vector<const model::Kerntaak*> out;
    for (const model::Kerntaak& k : slice.basisdeel.kerntaken) out.push_back(&k);
    for (const model::Profiel& p : slice.profielen)
        for (const model::Kerntaak& k : p.kerntaken) out.push_back(&k);
    return out;
}

std::set<std::string, std::less<>> codes_of(const std::vector<const model::Kerntaak*>& kerntaken) {
    std::set<std::string, std::less<>> codes;
    for (const model::Kerntaak* k : kerntaken) {
        codes.insert(k->code.value);
        for (const model::Werkproces& w : k->werkprocessen) codes.insert(w.code.value);
    }
    return codes;
}

/// One document holds a kerntaak only once in memory: `part` and `all` share what hangs under each.
void set_kerntaken(Value& out, Value& basisdeel, Value& profieldeel, List basis, List own) {
    List all = basis;
    all.insert(all.end(), own.begin(), own.end());
    mark_ends(all);
    mark_ends(basis);
    mark_ends(own);
    const Counts counts = count(all);
    out.set("aantal_kerntaken", Value(static_cast<int>(all.size())));
    out.set("aantal_werkprocessen", Value(counts.werkprocessen));
    out.set("aantal_criteria", Value(counts.criteria));
    out.set("heeft_criteria", Value(counts.criteria > 0));
    out.set("kerntaken", Value(std::move(all)));
    basisdeel.set("aanvullend", Value(std::any_of(basis.begin(), basis.end(), [](const Value& k) { return *k.find("aanvullend")->boolean(); })));
    basisdeel.set("kerntaken", Value(std::move(basis)));
    profieldeel.set("kerntaken", Value(std::move(own)));
}

}  // namespace

Value view_kwalificatie(const model::Dossier& dossier, const model::Profiel& profiel, const Build& build, std::string_view print) {
    const model::Dossier slice = model::kwalificatie(dossier, profiel);
    const model::Profiel& own = slice.profielen.front();
    const std::string_view code = own.code.value;
    Texts texts(dossier.begrippen);  // used in the order of the page
    Value out;
    out.set("dossier", view_identity(dossier, print.empty() ? fingerprint(dossier) : std::string(print)));
    out.set("profiel", view_profiel(own, slice, texts, fingerprint(slice)));
    Value basisdeel = view_beroepsgroep(slice.basisdeel, texts);
    Value profieldeel;
    const auto kerntaken = all_kerntaken(slice);
    Context context{code, slice.beoordeling, texts, codes_of(kerntaken)};
    List basis = view_kerntaken(slice.basisdeel.kerntaken, context);
    List eigen = view_kerntaken(own.kerntaken, context);
    for (std::size_t i = 0; i < eigen.size(); ++i) eigen[i].set("ook_in", Value(also_in(dossier, profiel, own.kerntaken[i])));
    set_kerntaken(out, basisdeel, profieldeel, std::move(basis), std::move(eigen));
    out.set("basisdeel", std::move(basisdeel));
    out.set("profieldeel", std::move(profieldeel));
    out.set("generiek", view_generiek(slice.basisdeel.generiek, own.niveau.value, texts));
    out.set("beoordeling", view_beoordeling(slice.beoordeling, texts));
    out.set("matrix", view_matrix(kerntaken, code));
    out.set("index_vakkennis", view_index_vakkennis(kerntaken, code, texts));
    out.set("figuur", view_figuur(kerntaken, code, texts));
    out.set("examenmatrijs", view_examenmatrijs(kerntaken, *out.find("kerntaken")->list(), slice.beoordeling, dossier.beoordeling.exameneenheden.empty()));
    set_common(out, dossier, build, &profiel, texts);
    out.set("vorige", view_neighbour(dossier, own, -1));
    out.set("volgende", view_neighbour(dossier, own, 1));
    out.set("heeft_buren", Value(dossier.profielen.size() > 1));
    return out;
}

Value view_dossier(const model::Dossier& dossier, const Build& build) {
    Texts texts(dossier.begrippen, Texts::Links::no);
    Value out;
    out.set("dossier", view_identity(dossier, fingerprint(dossier)));
    Value basisdeel = view_beroepsgroep(dossier.basisdeel, texts);
    Value profieldeel;
    Context context{"", dossier.beoordeling, texts, codes_of(all_kerntaken(dossier))};
    List basis = view_kerntaken(dossier.basisdeel.kerntaken, context);
    List own;
    for (const model::Profiel& p : dossier.profielen) {
        context.profiel = p.code.value;
        for (Value& k : view_kerntaken(p.kerntaken, context)) own.push_back(std::move(k));
    }
    set_kerntaken(out, basisdeel, profieldeel, std::move(basis), std::move(own));
    out.set("basisdeel", std::move(basisdeel));
    out.set("profieldeel", std::move(profieldeel));
    out.set("generiek", view_generiek(dossier.basisdeel.generiek, 0, texts));
    out.set("beoordeling", view_beoordeling(dossier.beoordeling, texts));
    out.set("vergelijking", view_vergelijking(dossier, texts));
    set_common(out, dossier, build, nullptr, texts);
    return out;
}

Value with_kerntaak(const Value& kwalificatie, std::size_t kerntaak) {
    Value out = kwalificatie;
    out.set("kerntaak", kwalificatie.find("kerntaken")->list()->at(kerntaak));
    return out;
}

Value with_werkproces(const Value& kwalificatie, std::size_t kerntaak, std::size_t werkproces) {
    Value out = with_kerntaak(kwalificatie, kerntaak);
    out.set("werkproces", out.find("kerntaak.werkprocessen")->list()->at(werkproces));
    return out;
}

Value with_document(Value values, std::string_view id, std::string_view titel) {
    const auto text = [&values](std::string_view path) {
        const Value* v = values.find(path);
        return v && v->text() ? *v->text() : std::string();
    };
    // The smallest part that it is about.
    std::string part = "dossier";
    for (const char* each : {"profiel", "kerntaak", "werkproces"})
        if (values.find(each)) part = each;
    const std::string code = text(part + ".code");
    const std::string profiel = text("profiel.code");
    std::string own = std::string(id);
    if (!profiel.empty()) own.insert(0, profiel + '-');
    if (!code.empty() && code != profiel) own += '-' + code;
    const std::string name = text(part + (part == "kerntaak" || part == "werkproces" ? ".titel" : ".naam"));
    const std::string kenmerk = text(part + ".vingerafdruk");
    const std::string subject = code.empty() ? name : code + ' ' + name;
    List pieces;
    if (const Value* words = values.find(part + ".titel_stukken")) {
        pieces = *words->list();
        pieces.insert(pieces.begin(), text_piece(code + ' '));
    } else {
        pieces.push_back(text_piece(subject));
    }
    mark_ends(pieces);
    // Forms of the basisdeel are alike in all profielen: their names tell them apart.
    const bool shared = !profiel.empty() && code.starts_with('B');
    values.set("document", Value(Object{{"id", Value(own)},
                                        {"titel", Value(titel)},
                                        {"naam", Value(std::string(titel) + ' ' + subject + (shared ? ", " + profiel + ' ' + text("profiel.naam") : ""))},
                                        {"onderwerp", Value(subject)},
                                        {"onderwerp_stukken", Value(std::move(pieces))},
                                        {"kenmerk", Value(kenmerk)},
                                        {"verwijzing", Value("dossier:" + own + ':' + kenmerk)}}));
    return values;
}

}  // namespace dossier::view
