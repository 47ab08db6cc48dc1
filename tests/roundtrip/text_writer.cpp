#include "text_writer.hpp"

#include "base/base.hpp"
#include "pages.hpp"
#include "wrap.hpp"

#include <algorithm>
#include <array>

namespace dossier::roundtrip {
namespace {

using namespace model;

constexpr std::string_view kHardSpace = "\xc2\xa0";
constexpr std::array<std::string_view, 4> kZinnen{" geldt aanvullend:", " geldt bovendien:", " geldt daarnaast:", " gelden aanvullend:"};

std::string title_case(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((i == 0 || text[i - 1] == ' ') && text[i] >= 'a' && text[i] <= 'z' && text.compare(i, 3, "en ") != 0)
            text[i] = static_cast<char>(text[i] - 'a' + 'A');
    return text;
}

class Writer {
public:
    Writer(const Draft& draft, const Layout& layout, bool hyphenate)
        : draft_(draft), d_(draft.dossier), layout_(layout), hyphenate_(hyphenate) {}

    std::vector<Line> run() {
        if (layout_.titelblad) titelblad();
        if (layout_.inhoud) inhoud();
        if (!d_.leeswijzer.empty()) leeswijzer();
        if (layout_.overzicht != Overzicht::geen) overzicht();
        basisdeel();
        bool first = true;
        for (const Profiel& p : d_.profielen) {
            if (draft_.alleen_overzicht.count(p.code.value) > 0) continue;
            if (first) part("Profieldeel");
            profieldeel(p, first);
            first = false;
        }
        return std::move(lines_);
    }

    /// Words that were hyphenated and stand nowhere in the lines as they are: no reader of the text alone can join those.
    [[nodiscard]] bool has_riddles(const std::vector<Line>& lines) const {
        return !layout_.zachte_streepjes && std::any_of(hyphenated_.begin(), hyphenated_.end(), [&](const std::string& word) {
            return std::none_of(lines.begin(), lines.end(),
                                [&](const Line& l) { return (" " + l.text + " ").find(" " + word + " ") != std::string::npos; });
        });
    }

private:
    // ---- lines ----

    void put(std::string text, bool gap, bool keep = false) { lines_.push_back({std::move(text), gap, keep, false, false, head_}); }
    void kop(const std::string& text) { put(text, true); }
    void part(const std::string& text) {
        head_.clear();
        kop(text);
        lines_.back().new_page = true;
    }
    WrapRule rule() {
        return {layout_.breedte, 0, false, layout_.zachte_streepjes ? "\xc2\xad" : "-", hyphenate_ ? &hyphenated_ : nullptr};
    }

    /// Lines of which the first has a gap before it or not, and the others go on.
    void flow(const std::string& text, bool gap, const WrapRule& rule) {
        bool first = true;
        for (std::string& line : wrap(text, rule)) {
            const bool keep = !first && (closed(lines_.back().text) || leads_with_code(line));
            put(std::move(line), first && gap, keep);
            first = false;
        }
    }

    /// The heading of a kerntaak, werkproces or profiel, which the pages that follow repeat.
    void code_kop(const std::string& code, std::string_view between, const std::string& titel) {
        head_.clear();
        WrapRule wide = rule();
        wide.from = code.size() + between.size();
        wide.hyphenated = nullptr;
        std::vector<std::string> lines = wrap(code + std::string(between) + titel, wide);
        for (std::size_t i = 0; i < lines.size(); ++i) put(lines[i], i == 0, i > 0);
        head_ = std::move(lines);
    }

    /// The line after a heading that the head of the page repeats stays with it.
    void keep_next(std::size_t at) {
        if (at < lines_.size()) lines_[at].keep = true;
    }

    // ---- long text ----

    void tekst(const Tekst& t, const std::string& before = "") {
        for (std::size_t i = 0; i < t.blokken.size(); ++i) {
            const Blok& b = t.blokken[i];
            if (b.soort == BlokSoort::alinea) {
                const bool unclosed = !lines_.empty() && i > 0 && !closed(lines_.back().text);
                const std::size_t at = lines_.size();
                flow(i == 0 ? before + b.tekst : b.tekst, true, rule());
                if (unclosed) keep_next(at);
            } else if (b.soort == BlokSoort::voetnoot) {
                WrapRule note = rule();
                note.from = 2;
                flow("* " + b.tekst, true, note);
            } else {
                punten(b, i > 0 && b.soort == BlokSoort::nummering);
            }
        }
    }

    /// Whether a list without signs is plain: each item is a line of its own, and all but the last end in the middle of a sentence.
    [[nodiscard]] bool may_be_bare(const Blok& b) const {
        for (std::size_t i = 0; i < b.punten.size(); ++i) {
            const std::string& text = b.punten[i].tekst;
            const bool last = i + 1 == b.punten.size();
            if (!b.punten[i].onder.empty() || code_points(text) > layout_.breedte ||
                (last ? !text.ends_with('.') : text.find(';') == std::string::npos))
                return false;
        }
        return b.soort == BlokSoort::opsomming;
    }

    void punten(const Blok& b, bool gap) {
        const bool bare = layout_.kale_lijsten && may_be_bare(b);
        for (const Punt& p : b.punten) {
            if (bare) {
                put(p.tekst, false);
                continue;
            }
            WrapRule one = rule();
            one.from = p.teken.size() + 1;
            flow(p.teken + " " + p.tekst, gap, one);
            gap = false;
            for (const Blok& onder : p.onder) punten(onder, false);
        }
    }

    void vakkennis(const Vakkennis& v) {
        if (!v.aanhef.value.empty()) put(v.aanhef.value, true);
        for (const Rubriek& r : v.rubrieken) {
            if (!r.titel.value.empty()) put(r.titel.value, true);
            for (std::size_t i = 0; i < r.items.size(); ++i)
                item(r.items[i].value, r.titel.value.empty() && i == 0, i == 0 && !r.titel.value.empty());
        }
    }

    void item(const std::string& text, bool gap, bool keep) {
        const bool apart = layout_.wit_in_items;
        WrapRule one = rule();
        one.from = layout_.teken.size() + 1;
        bool first = true;
        for (std::string& line : wrap(std::string(layout_.teken) + " " + text, one)) {
            const bool capital = !first && !goes_on(line);
            put(std::move(line), first ? gap : apart, first ? keep : capital || closed(lines_.back().text));
            lines_.back().doubt = capital && apart;
            first = false;
        }
    }

    void gedrag(const Gedrag& g) {
        if (!g.aanhef.value.empty()) {
            const bool marked = g.aanhef.value == "De pedagogisch medewerker:";
            put((marked ? std::string(layout_.streep) + " " : "") + g.aanhef.value, true);
        }
        for (std::size_t i = 0; i < g.criteria.size(); ++i) {
            WrapRule one = rule();
            one.from = layout_.streep.size() + 1;
            flow(std::string(layout_.streep) + " " + g.criteria[i].value, i == 0, one);
        }
    }

    [[nodiscard]] std::string lijst(const std::vector<Text>& competenties) const {
        std::string out;
        for (const Text& c : competenties) {
            if (!out.empty()) out += std::string(",") + std::string(space());
            out += c.value;
        }
        return out;
    }
    [[nodiscard]] std::string_view space() const { return layout_.harde_spaties ? kHardSpace : " "; }

    // ---- aanvullende eisen ----

    [[nodiscard]] std::string noem(const std::string& code, Noem how, std::size_t i) const {
        const auto p = std::find_if(d_.profielen.begin(), d_.profielen.end(), [&](const Profiel& one) { return one.code.value == code; });
        const std::string& naam = p->naam.value;
        switch (how) {
            case Noem::code: return code;
            case Noem::code_naam: return code + " " + naam;
            case Noem::naam: return naam;
            case Noem::de_naam: return "de " + naam;
            case Noem::aanhalingstekens: return i % 2 == 0 ? "\"" + naam + "\"" : "‘" + naam + "’";
            case Noem::kleine_letters: return "de " + lower(naam);
            case Noem::hoofdletters: return title_case(naam);
            case Noem::gemengd: return i % 2 == 0 ? naam : code + " " + naam;
        }
        return code;
    }

    void eisen(const std::string& code, Plaats plaats) {
        const auto found = draft_.eisen.find({code, plaats});
        if (found == draft_.eisen.end()) return;
        for (const Eisblok& b : found->second) {
            std::string zin = "Voor ";
            for (std::size_t i = 0; i < b.voor.size(); ++i) {
                zin += i == 0 ? "" : i + 1 < b.voor.size() ? ", " : " en ";
                zin +=
                    b.onbekend && i + 1 == b.voor.size() ? (b.noem == Noem::code ? "P9" : "de Stratenmaker") : noem(b.voor[i], b.noem, i);
            }
            zin += kZinnen[b.zin];
            WrapRule heading = rule();
            heading.codes_may_lead = true;
            heading.hyphenated = nullptr;
            const std::size_t at = lines_.size() + 1;
            if (plaats == Plaats::competenties) {
                if (b.op_de_regel) {
                    flow(zin + std::string(space()) + lijst(b.competenties), true, rule());
                } else {
                    flow(zin, true, heading);
                    flow(lijst(b.competenties), true, rule());
                }
            } else if (b.op_de_regel) {
                tekst(b.tekst, zin + " ");
            } else {
                flow(zin, true, heading);
                tekst(b.tekst);
                vakkennis(b.vakkennis);
                gedrag(b.gedrag);
            }
            // No page ends inside the sentence or right behind it.
            for (std::size_t i = at; i < lines_.size() && i < at + 3; ++i) lines_[i].keep = true;
        }
    }

    // ---- parts ----

    void titelblad() {
        kop("Kwalificatiedossier mbo");
        put(d_.naam.value, true);
        if (!d_.crebo.value.empty()) put("Crebonr. " + d_.crebo.value, true);
        put("Profielen:", true);
        for (const Profiel& p : d_.profielen)
            put(p.code.value + " " + p.naam.value + (p.crebo.value.empty() ? "" : " (Crebonr. " + p.crebo.value + ")"), false);
        if (!d_.geldig_van.value.empty()) put("Geldig vanaf 1 augustus 2025", true);
        if (!d_.versie.value.empty()) put("Versie: " + d_.versie.value, true);
        if (!d_.sectorkamer.value.empty()) put("Penvoerder: Sectorkamer " + d_.sectorkamer.value, true);
        if (!d_.vastgesteld.value.empty()) put("Op: 12-11-2024", true);
    }

    void inhoud() {
        part("Inhoudsopgave");
        std::size_t page = 2;
        bool first = true;
        const auto entry = [&](const std::string& text) {
            const std::string number = std::to_string(++page);
            const std::size_t used = code_points(text) + number.size() + 2;
            put(text + " " + std::string(used + 5 < layout_.breedte ? layout_.breedte - used : 5, '.') + " " + number, first);
            first = false;
        };
        if (!d_.leeswijzer.empty()) entry("Leeswijzer");
        if (layout_.overzicht != Overzicht::geen) entry("Overzicht van het kwalificatiedossier");
        entry("Basisdeel");
        entry("1. Beroepsspecifieke onderdelen");
        for (const Kerntaak& k : d_.basisdeel.kerntaken) entry(k.code.value + ": " + k.titel.value);
        if (!d_.basisdeel.generiek.empty()) entry("2. Generieke onderdelen");
        entry("Profieldeel");
        for (const Profiel& p : d_.profielen)
            if (draft_.alleen_overzicht.count(p.code.value) == 0) entry(p.code.value + " " + p.naam.value);
    }

    void leeswijzer() {
        part("Leeswijzer");
        for (const Paragraaf& p : d_.leeswijzer) {
            const std::size_t at = lines_.size() + 1;
            if (!p.titel.value.empty()) put(p.titel.value, true);
            const std::size_t text = lines_.size();
            tekst(p.tekst);
            if (!p.titel.value.empty()) lines_[text].gap = false;
            keep_next(at);
        }
    }

    void overzicht() {
        const bool codes = layout_.overzicht == Overzicht::codes;
        part("Overzicht van het kwalificatiedossier");
        put("Naam profiel Mbo-niveau", false);
        put("(EQF-niveau)", true);
        put("Beroepsvereisten Typering van de kwalificatie", false);
        for (const Profiel& p : d_.profielen)
            put((codes ? p.code.value + " " : "") + p.naam.value + " " + std::to_string(p.niveau.value) + " " + p.beroepsvereisten.value +
                    " " + p.soort.value,
                true);
        for (const Kerntaak& k : d_.basisdeel.kerntaken) rijen(k, codes);
        const bool own = std::any_of(d_.profielen.begin(), d_.profielen.end(), [](const Profiel& p) { return !p.kerntaken.empty(); });
        if (!own) return;
        kop("Profieldeel");
        WrapRule wide = rule();
        wide.hyphenated = nullptr;
        flow("De profielen in dit kwalificatiedossier hebben de volgende (specifieke) kerntaken en werkprocessen:", false, wide);
        for (const Profiel& p : d_.profielen) {
            if (p.kerntaken.empty()) continue;
            head_.clear();
            put((codes ? p.code.value + " " : "") + p.naam.value, true);
            if (codes) head_ = {lines_.back().text};
            const std::size_t next = lines_.size();
            for (const Kerntaak& k : p.kerntaken) rijen(k, codes);
            keep_next(next);
        }
        head_.clear();
    }

    /// The published overview sets a kerntaak beside its first werkproces where its title fits in its column.
    void rijen(const Kerntaak& k, bool codes) {
        constexpr std::size_t kLeft = 40;
        constexpr std::size_t kRight = 62;
        const auto cell = [&](const std::string& code, const std::string& titel, std::size_t width, const std::string& beside) {
            WrapRule narrow{width, codes ? code.size() + 1 : 0, false, "", nullptr};
            std::vector<std::string> lines = wrap((codes ? code + " " : "") + titel, narrow);
            for (std::size_t i = 0; i < lines.size(); ++i) put(i == 0 ? beside + lines[i] : lines[i], i == 0, i > 0);
        };
        std::string beside;
        if (codes && code_points(k.code.value + k.titel.value) < kLeft)
            beside = k.code.value + " " + k.titel.value +
                     std::string(layout_.kolommen ? kLeft + 2 - code_points(k.code.value + k.titel.value) : 1, ' ');
        else cell(k.code.value, k.titel.value, kLeft, "");
        for (const Werkproces& w : k.werkprocessen) {
            cell(w.code.value, w.titel.value, kRight, beside);
            beside.clear();
        }
    }

    void basisdeel() {
        part("Basisdeel");
        kop("1. Beroepsspecifieke onderdelen");
        const Beroepsgroep& g = d_.basisdeel.beroepsgroep;
        if (!g.context.empty() || !g.beroepshouding.empty() || !g.resultaat.empty()) kop("Typering van de beroepengroep");
        const auto onder = [&](const char* titel, const Tekst& t) {
            if (t.empty()) return;
            kop(titel);
            tekst(t);
        };
        onder("Context", g.context);
        onder("Typerende beroepshouding", g.beroepshouding);
        onder("Resultaat van de beroepengroep", g.resultaat);
        for (const Kerntaak& k : d_.basisdeel.kerntaken) kerntaak(k);
        if (d_.basisdeel.generiek.empty()) return;
        part("2. Generieke onderdelen");
        tekst(d_.basisdeel.generiek.inleiding);
        for (const GeneriekOnderdeel& o : d_.basisdeel.generiek.onderdelen) {
            put(o.titel.value, true);
            const std::size_t text = lines_.size();
            tekst(o.tekst);
            lines_[text].gap = false;
            lines_[text].keep = true;
        }
    }

    void profieldeel(const Profiel& p, bool first) {
        code_kop(p.code.value, " ", p.naam.value);
        if (first) lines_.back().gap = false;
        else lines_.back().new_page = true;
        const std::size_t next = lines_.size();
        kop("Mbo-niveau");
        put(std::to_string(p.niveau.value), true);
        if (!p.typering.empty()) {
            kop("Typering van het beroep");
            tekst(p.typering);
        }
        kop("Beroepsvereisten");
        put(p.beroepsvereisten.value, true);
        tekst(p.toelichting_beroepsvereisten);
        keep_next(next);
        for (const Kerntaak& k : p.kerntaken) kerntaak(k);
    }

    void kerntaak(const Kerntaak& k) {
        const std::size_t from = lines_.size();
        const bool colon = !layout_.zonder_dubbelepunt || k.code.value.starts_with('B');
        code_kop(k.code.value, (colon ? ":" : "") + std::string(space()), k.titel.value);
        lines_[from].new_page = layout_.paginalengte % 2 == 1;
        const std::size_t next = lines_.size();
        const std::string& code = k.code.value;
        deel("Complexiteit", k.complexiteit, code, Plaats::complexiteit);
        deel("Verantwoordelijkheid en zelfstandigheid", k.verantwoordelijkheid, code, Plaats::verantwoordelijkheid);
        if (!k.vakkennis.empty()) {
            kop("Vakkennis en vaardigheden");
            vakkennis(k.vakkennis);
            eisen(code, Plaats::vakkennis);
        }
        for (const Werkproces& w : k.werkprocessen) werkproces(w);
        keep_next(next);
    }

    void werkproces(const Werkproces& w) {
        const std::string& code = w.code.value;
        code_kop(code, ":" + std::string(space()), w.titel.value);
        const std::size_t next = lines_.size();
        deel("Omschrijving", w.omschrijving, code, Plaats::omschrijving);
        deel("Resultaat", w.resultaat, code, Plaats::resultaat);
        if (!w.gedrag.empty()) {
            kop("Gedrag");
            gedrag(w.gedrag);
            eisen(code, Plaats::gedrag);
            flow("De onderliggende competenties zijn:" + std::string(space()) + lijst(w.competenties), true, rule());
            eisen(code, Plaats::competenties);
        }
        keep_next(next);
    }

    void deel(const char* titel, const Tekst& t, const std::string& code, Plaats plaats) {
        if (t.empty()) return;
        kop(titel);
        tekst(t);
        eisen(code, plaats);
    }

    const Draft& draft_;
    const Dossier& d_;
    const Layout& layout_;
    bool hyphenate_;
    std::set<std::string> hyphenated_;
    std::vector<Line> lines_;
    std::vector<std::string> head_;
};

}  // namespace

Written write_text(const Draft& draft, const Layout& layout) {
    Writer writer(draft, layout, layout.afbreken);
    std::vector<Line> lines = writer.run();
    if (writer.has_riddles(lines)) lines = Writer(draft, layout, false).run();
    return on_pages(lines, layout, "Kwalificatiedossier mbo, uitgave 2025");
}

}  // namespace dossier::roundtrip
