#include "view/view.hpp"

#include "view/sections.hpp"

#include <algorithm>

namespace dossier::view {
namespace {

Value view_build(const Build& build) {
    return Fields()("datum", Value(dutch_date(build.datum)))("datum_iso", Value(build.datum))("programma", Value(build.programma)).value();
}

Value view_profielen(const model::Dossier& d, const model::Profiel* current) {
    List out;
    for (const model::Profiel& p : d.profielen) {
        out.push_back(view_profile_line(p, d, current));
        if (current == nullptr) out.back().set("documenten", Value(List()));
    }
    return with_ends(std::move(out));
}

/// The values that a page about one kwalificatie and a page about the whole dossier have in common.
void set_common(Value& out, const model::Dossier& d, const Build& build, const model::Profiel* current, Value profielen, Texts& texts) {
    out.set("leeswijzer", view_paragraphs(d.leeswijzer, texts));
    out.set("verantwoording", view_paragraphs(d.verantwoording, texts));
    out.set("keuzedelen", view_keuzedelen(d.keuzedelen, current));
    out.set("begrippen", view_begrippen(d.begrippen));
    out.set("bron", view_bron(d.bron, texts));
    out.set("heeft_over", Value(!d.leeswijzer.empty() || !d.verantwoording.empty() || !d.bron.opmerkingen.empty()));
    out.set("build", view_build(build));
    out.set("documenten", Value(List()));
    out.set("app", Value(""));
    out.set("profielen", std::move(profielen));
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
    basisdeel.set("aanvullend",
                  Value(std::any_of(basis.begin(), basis.end(), [](const Value& k) { return *k.find("aanvullend")->boolean(); })));
    basisdeel.set("kerntaken", Value(std::move(basis)));
    profieldeel.set("kerntaken", Value(std::move(own)));
}

}  // namespace

Kwalificatie kwalificatie_of(const model::Dossier& dossier, const model::Profiel& profiel) {
    Kwalificatie out{model::kwalificatie(dossier, profiel), {}, {}};
    out.digest = digest(out.dossier);
    List also;
    for (const model::Kerntaak& k : profiel.kerntaken) also.emplace_back(also_in(dossier, profiel, k));
    out.rest = Fields()("profielen", view_profielen(dossier, &profiel))("vorige", view_neighbour(dossier, profiel, -1))(
                   "volgende", view_neighbour(dossier, profiel, 1))("heeft_buren", Value(dossier.profielen.size() > 1))(
                   "ook_in", Value(std::move(also)))("geen_exameneenheden", Value(dossier.beoordeling.exameneenheden.empty()))
                   .value();
    return out;
}

Value view_kwalificatie(const Kwalificatie& kwalificatie, const Build& build, const std::string& dossier_print) {
    const model::Dossier& slice = kwalificatie.dossier;
    const Value& rest = kwalificatie.rest;
    const model::Profiel& own = slice.profielen.front();
    const std::string_view code = own.code.value;
    Texts texts(slice.begrippen);  // used in the order of the page
    Value out;
    out.set("dossier", view_identity(slice, dossier_print));
    out.set("profiel", view_profiel(own, slice, texts, fingerprint(kwalificatie.digest)));
    Value basisdeel = view_beroepsgroep(slice.basisdeel, texts);
    Value profieldeel;
    const auto kerntaken = model::kerntaken_of(slice);
    Context context{code, slice.beoordeling, texts, codes_of(kerntaken)};
    List basis = view_kerntaken(slice.basisdeel.kerntaken, context);
    List eigen = view_kerntaken(own.kerntaken, context);
    for (std::size_t i = 0; i < eigen.size(); ++i) eigen[i].set("ook_in", (*rest.find("ook_in")->list())[i]);
    set_kerntaken(out, basisdeel, profieldeel, std::move(basis), std::move(eigen));
    out.set("basisdeel", std::move(basisdeel));
    out.set("profieldeel", std::move(profieldeel));
    out.set("generiek", view_generiek(slice.basisdeel.generiek, own.niveau.value, texts));
    out.set("beoordeling", view_beoordeling(slice.beoordeling, texts));
    out.set("matrix", view_matrix(kerntaken, code));
    out.set("index_vakkennis", view_index_vakkennis(kerntaken, code, texts));
    out.set("figuur", view_figuur(kerntaken, code, texts));
    out.set("examenmatrijs",
            view_examenmatrijs(kerntaken, *out.find("kerntaken")->list(), slice.beoordeling, *rest.find("geen_exameneenheden")->boolean()));
    set_common(out, slice, build, &own, *rest.find("profielen"), texts);
    for (const char* name : {"vorige", "volgende", "heeft_buren"}) out.set(name, *rest.find(name));
    return out;
}

Value view_kwalificatie(const model::Dossier& dossier, const model::Profiel& profiel, const Build& build) {
    return view_kwalificatie(kwalificatie_of(dossier, profiel), build, fingerprint(dossier));
}

Value view_dossier(const model::Dossier& dossier, const Build& build) {
    Texts texts(dossier.begrippen, Texts::Links::no);
    Value out;
    out.set("dossier", view_identity(dossier, fingerprint(dossier)));
    Value basisdeel = view_beroepsgroep(dossier.basisdeel, texts);
    Value profieldeel;
    Context context{"", dossier.beoordeling, texts, codes_of(model::kerntaken_of(dossier))};
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
    set_common(out, dossier, build, nullptr, view_profielen(dossier, nullptr), texts);
    return out;
}

}  // namespace dossier::view
