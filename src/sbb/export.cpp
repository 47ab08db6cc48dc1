#include "sbb/sbb.hpp"

#include "model/fields.hpp"
#include "phrases/generiek.hpp"
#include "sbb/rich_text.hpp"
#include "sbb/verantwoording.hpp"
#include "xml/escape.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>
#include <map>

namespace dossier::sbb {
namespace {

using model::Dossier;
using model::Kerntaak;
using model::Tekst;
using model::Werkproces;

constexpr std::size_t kUnwrapped = 1 << 30;
constexpr int kFirstCompetentie = 3084;  ///< the numbers SBB gives to A and on
constexpr int kFirstKennis = 100'001;
constexpr int kFirstCategorie = 200'001;
constexpr int kFirstProfiel = 300'001;
constexpr int kFirstPart = 400'001;

std::string html_escaped(std::string_view text) { return xml::xml_escaped(text, false); }

std::string notation_of(const Tekst& tekst) { return model::write_tekst(tekst, kUnwrapped); }

/// Long text as the reader of this format takes it: plain, or preformatted where plain would read as something else.
std::string plain_or_pre(const Tekst& tekst) {
    std::string notation = notation_of(tekst);
    Diagnostics ignored;
    if (notation.empty() || notation_of(rich_text(notation, {}, ignored)) == notation) return notation;
    return "<pre>" + html_escaped(notation) + "</pre>";
}

/// The last number of a code: "P3-K2" -> "2".
std::string chapter_of(std::string_view code) {
    const std::size_t digits = code.find_last_not_of("0123456789");
    return std::string(digits == std::string_view::npos ? code : code.substr(digits + 1));
}

/// "2015-08-01" -> "01-08-2015".
std::string day_first(const std::string& iso) { return iso.size() == 10 ? iso.substr(8) + '-' + iso.substr(5, 2) + '-' + iso.substr(0, 4) : iso; }

std::string number_of(const model::Getal& n) { return n.value == 0 ? "" : std::to_string(n.value); }

/// Texts that elements refer to by number, in order of first use.
class Table {
public:
    explicit Table(int first) : next_(first) {}
    std::string number(const std::string& titel) {
        const auto [at, fresh] = numbers_.try_emplace(titel, next_);
        if (fresh) {
            ++next_;
            order_.push_back(titel);
        }
        return std::to_string(at->second);
    }
    void write(xml::Markup& xml, std::string_view list, std::string_view element) {
        if (order_.empty()) return xml.leaf(list, "");
        xml.open(list);
        for (const std::string& titel : order_) xml.leaf(element, "", {{"nr", number(titel)}, {"titel", titel}});
        xml.close();
    }

private:
    int next_;
    std::map<std::string, int> numbers_;
    std::vector<std::string> order_;
};

/// The headings of vakkennis that the format can only hold as categories: all, as soon as one is no line that ends with ":".
bool by_category(const model::Vakkennis& v) {
    return std::any_of(v.rubrieken.begin(), v.rubrieken.end(),
                       [](const model::Rubriek& r) { return !r.titel.value.empty() && !r.titel.value.ends_with(':'); });
}

class Exporter {
public:
    explicit Exporter(const Dossier& dossier) : d_(dossier), xml_(true) {}

    std::string run() {
        collect();
        xml_.open("sbb");
        tables();
        xml_.open("dossiers");
        const std::string nr = sbb_number(d_.bron.titel.value);
        xml_.open("dossier", {{"nr", nr.empty() ? "1" : nr},
                              {"titel", d_.naam.value},
                              {"versie", d_.versie.value},
                              {"referentievorigeversie", ""},
                              {"status", ""},
                              {"referentiedomein", d_.domein.value.empty() ? "" : "1"},
                              {"wettelijkeberoepsvereisten", ""},
                              {"positief_advies_toetsingskamer", ""}});
        registration();
        kennis_.write(xml_, "kennisenvaardigheden", "kennisofvaardigheid");
        categorieen_.write(xml_, "categoriekennisenvaardigheden", "categorie");
        voorblad();
        xml_.open("inleiding", {{"titel", "Inleiding"}});
        xml_.leaf("omschrijving", d_.leeswijzer.empty() ? "" : "<h1>Leeswijzer</h1>" + headed(d_.leeswijzer, true));
        xml_.close();
        basis();
        xml_.open("profielen", {{"titel", "Profieldeel"}});
        for (const model::Profiel& p : d_.profielen) profiel(p);
        xml_.close();
        verantwoording();
        for (int i = 0; i < 3; ++i) xml_.close();
        return std::move(xml_).take();
    }

private:
    /// Numbers for all that the tables in front must list.
    void collect() {
        const auto add = [this](const model::Vakkennis& v) {
            const bool categories = by_category(v);
            for (const model::Rubriek& r : v.rubrieken) {
                if (!r.titel.value.empty()) (void)(categories ? categorieen_ : kennis_).number(r.titel.value);
                for (const model::Text& item : r.items) (void)kennis_.number(item.value);
            }
        };
        const auto walk = [&](const std::vector<Kerntaak>& kerntaken) {
            for (const Kerntaak& k : kerntaken) {
                add(k.vakkennis);
                for (const model::AanvullendeEisKerntaak& eis : k.aanvullende_eisen) add(eis.vakkennis);
            }
        };
        walk(d_.basisdeel.kerntaken);
        for (const model::Profiel& p : d_.profielen) {
            profielen_[p.code.value] = std::to_string(kFirstProfiel + static_cast<int>(profielen_.size()));
            walk(p.kerntaken);
        }
    }

    std::string part_number() { return std::to_string(next_part_++); }

    void tables() {
        std::string domein = d_.domein.value;
        std::string crebo;
        if (domein.size() > 8 && domein.ends_with(')') && domein[domein.size() - 7] == '(') {
            crebo = domein.substr(domein.size() - 6, 5);
            domein.resize(domein.size() - 8);
        }
        xml_.open("domeinen");
        if (!domein.empty()) xml_.leaf("domein", "", {{"nr", "1"}, {"titel", domein}, {"crebo", crebo}, {"prijsfactor", ""}, {"OBK_ID", ""}});
        xml_.close();
        xml_.open("sectorkamers");
        if (!d_.sectorkamer.value.empty()) xml_.leaf("sectorkamer", "", {{"nr", "1"}, {"titel", d_.sectorkamer.value}});
        xml_.close();
        xml_.open("competenties");
        for (const model::Competentie& c : model::competenties())
            xml_.leaf("competentie", "", {{"nr", competentie(c)}, {"titel", c.naam}, {"code", std::string_view(&c.letter, 1)}});
        xml_.close();
    }
    static std::string competentie(const model::Competentie& c) { return std::to_string(kFirstCompetentie + c.letter - 'A'); }

    void crebo(std::string_view name, const std::string& number, const std::string& from, const std::string& to) {
        xml_.leaf(name, number, {{"ministerie", ""}, {"prijsfactor", ""}, {"Geldig_vanaf", from}, {"Datum_einde_instroom", ""}, {"Datum_einde_opleiding", to}});
    }

    void registration() {
        xml_.open("dossiercrebos");
        crebo("dossiercrebo", d_.crebo.value, day_first(d_.geldig_van.value), day_first(d_.geldig_tot.value));
        xml_.close();
    }

    void voorblad() {
        xml_.open("voorblad", {{"titel", "Voorblad"}});
        xml_.open("omschrijving");
        xml_.open("penvoerder");
        if (!d_.sectorkamer.value.empty()) xml_.leaf("sectorkamer", "", {{"referentie", "1"}});
        xml_.close();
        xml_.open("verantwoording");
        xml_.open("vaststellingsinformatie");
        std::string door, te;
        if (has_vaststelling()) {
            for (const model::Blok& blok : d_.verantwoording.front().tekst.blokken) {
                if (blok.tekst.starts_with(kVastgesteldDoor)) door = blok.tekst.substr(kVastgesteldDoor.size());
                if (blok.tekst.starts_with(kVastgesteldTe)) te = blok.tekst.substr(kVastgesteldTe.size());
            }
        }
        xml_.leaf("vastgestelddoor", door);
        xml_.leaf("vastgesteldop", day_first(d_.vastgesteld.value));
        xml_.leaf("vastgesteldte", te);
        for (int i = 0; i < 4; ++i) xml_.close();
    }

    [[nodiscard]] bool has_vaststelling() const {
        if (d_.verantwoording.empty() || d_.verantwoording.front().titel.value != kVaststelling) return false;
        const auto& blokken = d_.verantwoording.front().tekst.blokken;
        return std::all_of(blokken.begin(), blokken.end(), [](const model::Blok& b) {
            return b.tekst.starts_with(kVastgesteldDoor) || b.tekst.starts_with(kVastgesteldTe);
        });
    }

    /// Titled texts as HTML. A title that is empty is written too, unless it is the first and may be left out.
    static std::string headed(std::span<const model::Paragraaf> paragrafen, bool first_may_lack) {
        std::string out;
        for (const model::Paragraaf& p : paragrafen) {
            if (!p.titel.value.empty() || !out.empty() || !first_may_lack) out += "<h2>" + html_escaped(p.titel.value) + "</h2>";
            out += "<pre>" + html_escaped(notation_of(p.tekst)) + "</pre>";
        }
        return out;
    }

    void omschrijving(std::string_view name, const Tekst& tekst) {
        xml_.open(name);
        xml_.leaf("omschrijving", plain_or_pre(tekst));
        xml_.close();
    }

    void basis() {
        xml_.open("basis", {{"titel", "Basisdeel"}});
        xml_.open("typeringberoepengroep", {{"titel", "Typering van de beroepengroep"}});
        omschrijving("context", d_.basisdeel.beroepsgroep.context);
        omschrijving("beroepshouding", d_.basisdeel.beroepsgroep.beroepshouding);
        omschrijving("resultaatvanhetberoep", d_.basisdeel.beroepsgroep.resultaat);
        xml_.close();
        xml_.open("basistaken", {{"titel", "Beroepsspecifieke onderdelen"}});
        xml_.open("basiskerntaken");
        for (const Kerntaak& k : d_.basisdeel.kerntaken) kerntaak(k, "basiswerkprocessen", true);
        xml_.close();
        generiek();
        xml_.close();
        xml_.close();
    }

    void generiek() {
        const model::Generiek& g = d_.basisdeel.generiek;
        std::vector<model::Paragraaf> parts;
        for (const model::GeneriekOnderdeel& o : g.onderdelen) parts.push_back({o.titel, o.tekst, {}});
        std::string html;
        if (!g.empty()) html = "<h1>Generieke onderdelen</h1><pre>" + html_escaped(notation_of(g.inleiding)) + "</pre>" + headed(parts, false);
        xml_.open("generieke_onderdelen", {{"titel", "Generieke onderdelen"}});
        xml_.leaf("omschrijving", html);
        xml_.close();
    }

    /// An element with a text and, in the basisdeel, what is added to it per profiel.
    template <class Eisen, class Field>
    void with_eisen(const std::string& name, const std::string& text, bool basis, const Eisen& eisen, std::string_view inner, Field field) {
        const bool any = std::any_of(eisen.begin(), eisen.end(), [&](const auto& eis) { return !field(eis).empty(); });
        if (!basis && !any) return xml_.leaf(name, text);
        xml_.open(name);
        xml_.text(text);
        if (!any) {
            xml_.leaf(name + "perprofiel", "");
        } else {
            xml_.open(name + "perprofiel");
            for (const auto& eis : eisen) {
                const std::string words = field(eis);
                if (words.empty()) continue;
                xml_.open("aanvullend");
                profiel_reference(eis.profiel);
                xml_.leaf(inner, words);
                xml_.close();
            }
            xml_.close();
        }
        xml_.close();
    }

    void profiel_reference(const model::Text& code) {
        const auto found = profielen_.find(code.value);
        xml_.leaf("profiel", "", {{"referentie", found == profielen_.end() ? code.value : found->second}});
    }

    void kerntaak(const Kerntaak& k, std::string_view werkprocessen, bool basis) {
        xml_.open("kerntaak", {{"nr", part_number()}, {"titel", k.titel.value}, {"hoofdstuk", chapter_of(k.code.value)}});
        with_eisen("complexiteit", plain_or_pre(k.complexiteit), basis, k.aanvullende_eisen, "complexiteit",
                   [](const auto& eis) { return plain_or_pre(eis.complexiteit); });
        with_eisen("verantwoordelijkheid", plain_or_pre(k.verantwoordelijkheid), basis, k.aanvullende_eisen, "verantwoordelijkheid",
                   [](const auto& eis) { return plain_or_pre(eis.verantwoordelijkheid); });
        vakkennis(k, basis);
        xml_.open(werkprocessen);
        for (const Werkproces& w : k.werkprocessen) werkproces(w, basis);
        xml_.close();
        xml_.close();
    }

    void items(const model::Rubriek& r) {
        for (const model::Text& item : r.items) xml_.leaf("vakkennisenvaardigheden", "", {{"referentie", kennis_.number(item.value)}});
    }

    /// The references outside categories.
    void loose_items(const model::Vakkennis& v) {
        const bool categories = by_category(v);
        for (const model::Rubriek& r : v.rubrieken) {
            if (categories && !r.titel.value.empty()) continue;
            if (!r.titel.value.empty()) xml_.leaf("vakkennisenvaardigheden", "", {{"referentie", kennis_.number(r.titel.value)}});
            items(r);
        }
    }
    void categories(const model::Vakkennis& v, bool always) {
        if (!by_category(v)) {
            if (always) xml_.leaf("vakkennisenvaardigheden_met_categorie", "");
            return;
        }
        xml_.open("vakkennisenvaardigheden_met_categorie");
        for (const model::Rubriek& r : v.rubrieken) {
            if (r.titel.value.empty()) continue;
            xml_.open("categorie", {{"referentie", categorieen_.number(r.titel.value)}});
            items(r);
            xml_.close();
        }
        xml_.close();
    }

    void vakkennis(const Kerntaak& k, bool basis) {
        xml_.open("vakkennisenvaardigheden");
        loose_items(k.vakkennis);
        const auto& eisen = k.aanvullende_eisen;
        const bool any = std::any_of(eisen.begin(), eisen.end(), [](const auto& eis) { return !eis.vakkennis.empty(); });
        if (any) {
            xml_.open("vakkennisenvaardighedenperprofiel");
            for (const model::AanvullendeEisKerntaak& eis : eisen) {
                if (eis.vakkennis.empty()) continue;
                xml_.open("aanvullend");
                profiel_reference(eis.profiel);
                xml_.open("vakkennisenvaardighedenonderdelen");
                loose_items(eis.vakkennis);
                categories(eis.vakkennis, false);
                xml_.close();
                xml_.close();
            }
            xml_.close();
        } else if (basis) {
            xml_.leaf("vakkennisenvaardighedenperprofiel", "");
        }
        categories(k.vakkennis, true);
        xml_.close();
    }

    static std::string gedrag_text(const model::Gedrag& g) {
        std::string out = g.aanhef.value;
        for (const model::Text& c : g.criteria) out += (out.empty() ? "- " : "\n- ") + c.value;
        return out;
    }

    void competenties(const std::vector<model::Text>& names) {
        for (const model::Text& name : names)
            if (const model::Competentie* c = model::find_competentie(name.value)) xml_.leaf("competentie", "", {{"referentie", competentie(*c)}});
    }

    void werkproces(const Werkproces& w, bool basis) {
        const auto& eisen = w.aanvullende_eisen;
        xml_.open("werkproces", {{"nr", part_number()}, {"titel", w.titel.value}, {"hoofdstuk", chapter_of(w.code.value)}});
        with_eisen("werkprocesomschrijving", plain_or_pre(w.omschrijving), basis, eisen, "omschrijving", [](const auto& eis) { return plain_or_pre(eis.omschrijving); });
        with_eisen("werkprocesresultaat", plain_or_pre(w.resultaat), basis, eisen, "omschrijving", [](const auto& eis) { return plain_or_pre(eis.resultaat); });
        with_eisen("werkprocesgedrag", gedrag_text(w.gedrag), basis, eisen, "omschrijving", [](const auto& eis) { return gedrag_text(eis.gedrag); });
        xml_.open("werkprocescompetenties");
        competenties(w.competenties);
        const bool any = std::any_of(eisen.begin(), eisen.end(), [](const auto& eis) { return !eis.competenties.empty(); });
        if (any) {
            xml_.open("werkprocescompetentiesperprofiel");
            for (const model::AanvullendeEisWerkproces& eis : eisen) {
                if (eis.competenties.empty()) continue;
                xml_.open("aanvullend");
                profiel_reference(eis.profiel);
                xml_.open("omschrijving");
                competenties(eis.competenties);
                xml_.close();
                xml_.close();
            }
            xml_.close();
        } else if (basis) {
            xml_.leaf("werkprocescompetentiesperprofiel", "");
        }
        xml_.close();
        xml_.close();
    }

    void profiel(const model::Profiel& p) {
        xml_.open("profiel", {{"nr", profielen_[p.code.value]},
                              {"titel", p.naam.value},
                              {"hoofdstuk", chapter_of(p.code.value)},
                              {"niveau", number_of(p.niveau)},
                              {"beroepsgroep", ""}});
        xml_.open("omschrijving");
        xml_.leaf("typeringvanhetberoep", plain_or_pre(p.typering));
        xml_.leaf("wettelijkeberoepsvereisten", p.beroepsvereisten.value);
        xml_.leaf("toelichtingwettelijkeberoepsvereisten", plain_or_pre(p.toelichting_beroepsvereisten));
        xml_.leaf("bronwettelijkeberoepsvereisten", "");
        xml_.leaf("certificaten", "");
        xml_.leaf("sbu", number_of(p.sbu));
        xml_.leaf("soortopleiding", p.soort.value);
        xml_.leaf("instellingendieaanmogenbieden", "");
        xml_.close();
        xml_.open("creboinformatie");
        crebo("crebo", p.crebo.value, day_first(d_.geldig_van.value), "");
        xml_.close();
        xml_.open("profielkerntaken");
        for (const Kerntaak& k : p.kerntaken) kerntaak(k, "profielwerkprocessen", false);
        xml_.close();
        xml_.close();
    }

    /// All of it as one titled text: the format's own parts have forms of their own that a dossier does not know.
    void verantwoording() {
        std::span<const model::Paragraaf> rest = d_.verantwoording;
        if (has_vaststelling()) rest = rest.subspan(1);
        xml_.open("verantwoordingsinformatie", {{"titel", "Verantwoordingsinformatie"}});
        empty_parts();
        xml_.leaf("aanvullendeinfo", headed(rest, false), {{"titel", "Aanvullende informatie"}, {"hoofdstuk", "12"}});
        xml_.leaf("examenprofielen", "", {{"titel", "Examenprofielen"}, {"hoofdstuk", "13"}});
        xml_.close();
    }

    /// Those parts, empty, as readers of the format expect them.
    void empty_parts() {
        const auto part = [this](std::string_view name, std::string_view titel, std::string_view hoofdstuk, auto&& content) {
            xml_.open(name, {{"titel", titel}, {"hoofdstuk", hoofdstuk}});
            content();
            xml_.close();
        };
        part("brondocumenten", "Beroepscompetentieprofielen (BCP)", "1", [this] {
            xml_.leaf("brondocument", "", {{"naam", ""}, {"type", ""}, {"datum", ""}, {"omschrijving", ""}, {"link", ""}});
        });
        xml_.leaf("arbeidsmarktinformatie", "", {{"titel", "Arbeidsmarktinformatie"}, {"hoofdstuk", "2"}});
        part("trendsenontwikkelingen", "Trends en ontwikkelingen", "3", [this] {
            xml_.leaf("wetenregelgeving", "");
            xml_.leaf("ontwikkelingenindeberoepsuitoefening", "");
        });
        xml_.leaf("wettelijkeberoepsvereisten", "", {{"titel", "Wettelijke beroepsvereisten"}, {"hoofdstuk", "4"}});
        part("bijzonderevereisten", "Bijzondere vereisten", "5", [this] {
            for (const model::Profiel& p : d_.profielen) {
                xml_.open("profiel", {{"referentie", profielen_[p.code.value]}});
                xml_.leaf("eisen", "");
                xml_.leaf("toelichtingvereisten", "");
                xml_.close();
            }
        });
        part("taalbeheersingseisen", "Beroepsspecifieke moderne vreemde talen", "6", [this] {
            xml_.leaf("toelichting", "");
            xml_.leaf("taalbeheersingseis", "", {{"titel", "Beroepsspecifieke moderne vreemde talen"}});
        });
        xml_.leaf("ontwikkelmogelijkheden", "", {{"titel", "Ontwikkelmogelijkheden van de beroepsbeoefenaar in het onderwijs"}, {"hoofdstuk", "7"}});
        part("onderhoudsagenda", "Onderhoudsagenda", "8", [this] {
            xml_.open("agenda");
            xml_.open("onderdeel");
            for (const std::string_view name : {"onderwerp", "actie", "wie", "wanneer"}) xml_.leaf(name, "");
            xml_.close();
            xml_.close();
            xml_.leaf("toelichting", "");
        });
        part("wijzigingen", "Wijzigingen ten opzichte van de voorgaande versie", "9", [this] {
            xml_.open("wijzigingscategorien");
            xml_.leaf("wijzigingscategorie", "", {{"titel", ""}, {"categorie", ""}});
            xml_.close();
            xml_.leaf("omschrijving", "");
        });
        xml_.leaf("betrokkenen", "", {{"titel", "Betrokkenen"}, {"hoofdstuk", "10"}});
    }

    const Dossier& d_;
    xml::Markup xml_;
    Table kennis_{kFirstKennis}, categorieen_{kFirstCategorie};
    std::map<std::string, std::string> profielen_;
    int next_part_ = kFirstPart;
};

/// `dossier` without what the format has no place for.
Dossier carried(Dossier d) {
    const std::string nr = sbb_number(d.bron.titel.value);
    d.bron = {};
    d.bron.titel.value = sbb_bron(nr.empty() ? "1" : nr);
    d.opvolger = {};
    d.keuzedelen.clear();
    d.begrippen.clear();
    d.beoordeling = model::default_beoordeling();
    for (model::GeneriekOnderdeel& o : d.basisdeel.generiek.onderdelen) o = phrases::generiek_onderdeel(o.titel, o.tekst);
    const auto walk = [](std::vector<Kerntaak>& kerntaken) {
        for (Kerntaak& k : kerntaken) {
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

void report_left_out(const Dossier& d, Diagnostics& diagnostics) {
    const auto out = [&](Location at, std::string_view what) {
        diagnostics.warning("sbb-not-carried", at, "the format of SBB has no place for " + std::string(what) + ", left out");
    };
    model::Bron bron = d.bron;
    if (!sbb_number(bron.titel.value).empty()) bron.titel = {};
    if (!model::absent(bron)) out(d.bron.location, "\"bron\"");
    if (!d.opvolger.empty()) out(d.opvolger.location, "\"opvolger\"");
    if (!d.keuzedelen.empty()) out(d.keuzedelen.front().location, "\"keuzedelen\"");
    if (!d.begrippen.empty()) out(d.begrippen.front().location, "\"begrippen\"");
    out(d.beoordeling.location, "\"beoordeling\"");
    // The reader makes them from the titel and the tekst.
    for (const model::GeneriekOnderdeel& o : d.basisdeel.generiek.onderdelen) {
        const model::GeneriekOnderdeel made = phrases::generiek_onderdeel(o.titel, o.tekst);
        const bool same_links = std::equal(o.links.begin(), o.links.end(), made.links.begin(), made.links.end(), [](const model::Link& a, const model::Link& b) {
            return a.titel.value == b.titel.value && a.url.value == b.url.value;
        });
        if (o.code.value != made.code.value || o.alleen_niveau.value != made.alleen_niveau.value || !same_links)
            out(o.location, "\"code\", \"alleen_niveau\" and \"links\" of " + quoted(o.titel.value));
    }
    const auto of_kerntaken = [&](const std::vector<Kerntaak>& kerntaken) {
        for (const Kerntaak& k : kerntaken) {
            if (!k.vakkennis.aanhef.value.empty()) out(k.vakkennis.aanhef.location, "\"aanhef\" of \"vakkennis\" of " + k.code.value);
            if (!k.eerdere_codes.empty() || std::any_of(k.werkprocessen.begin(), k.werkprocessen.end(),
                                                        [](const model::Werkproces& w) { return !w.eerdere_codes.empty(); }))
                out(k.code.location, "\"eerdere_codes\" in " + k.code.value);
        }
    };
    of_kerntaken(d.basisdeel.kerntaken);
    for (const model::Profiel& p : d.profielen) {
        if (!p.isced.value.empty()) out(p.isced.location, "\"isced\" of " + p.code.value);
        of_kerntaken(p.kerntaken);
    }
}

/// Reads what was written, so that nothing changes on the way without a word.
void report_changed(const Dossier& d, const std::string& xml, Diagnostics& diagnostics) {
    const Source source{"sbb", xml};
    Diagnostics ignored;
    const std::optional<Dossier> back = import_sbb(source, ignored);
    const std::string before = yaml::write_yaml(carried(d));
    const std::string after = back ? yaml::write_yaml(*back) : std::string();
    if (before == after) return;
    const auto [x, y] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const std::size_t at = static_cast<std::size_t>(x - before.begin());
    const std::size_t begin = at == 0 ? 0 : before.rfind('\n', at - 1) + 1;
    const std::string line(trim(std::string_view(before).substr(begin, std::min(before.find('\n', at), before.size()) - begin)));
    diagnostics.warning("sbb-not-exact", d.location, "the format of SBB does not give back exactly what the dossier has, first at: " + quoted(line));
}

}  // namespace

std::string write_sbb(const Dossier& dossier, Diagnostics& diagnostics) {
    report_left_out(dossier, diagnostics);
    std::string xml = Exporter(dossier).run();
    report_changed(dossier, xml, diagnostics);
    return xml;
}

}  // namespace dossier::sbb
