#include "changes/wijzigingen.hpp"

#include <algorithm>
#include <map>

namespace dossier::changes {
namespace {

using diff::Soort;
using diff::Staat;
using diff::Stuk;
using diff::Verschil;
using diff::Wijziging;
using view::List;
using view::Object;
using view::Value;

constexpr std::size_t kMostReasons = 6;
constexpr std::size_t kNeedle = 40;  // characters by which a text is recognised in a form

/// Single spaces, lower case.
std::string words_of(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
    }
    return lower(out);
}

/// The same of a filled-in template: without tags and entities.
std::string words_of_form(std::string_view xhtml) {
    static const std::vector<std::pair<std::string_view, char>> kEntities{
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string out;
    for (std::size_t at = 0; at < xhtml.size();) {
        if (xhtml[at] == '<') {
            at = std::min(xhtml.find('>', at), xhtml.size() - 1) + 1;
            out += ' ';
            continue;
        }
        const auto entity = std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& e) { return xhtml.substr(at).starts_with(e.first); });
        out += entity == kEntities.end() ? xhtml[at] : entity->second;
        at += entity == kEntities.end() ? 1 : entity->first.size();
    }
    return words_of(out);
}

/// Whether a text of the dossier is in a form, by its beginning.
bool holds(const std::string& words, const std::string& text) {
    std::string needle = words_of(std::string_view(text).substr(0, text.find('\n')));
    if (needle.starts_with("- ")) needle.erase(0, 2);
    while (!needle.empty() && (needle.back() == ';' || needle.back() == '.' || needle.back() == ' ')) needle.pop_back();
    if (needle.size() > kNeedle) needle.resize(needle.rfind(' ', kNeedle) == std::string::npos ? kNeedle : needle.rfind(' ', kNeedle));
    return !needle.empty() && words.find(needle) != std::string::npos;
}

using Place = std::pair<Soort, std::string>;

/// Finds parts in the list by their code in one of the two dossiers.
class Parts {
public:
    explicit Parts(const Verschil& v) : v_(v) {
        for (std::size_t i = 0; i < v.alles.size(); ++i) {
            const Wijziging& w = v.alles[i];
            if (w.soort != Soort::profiel && w.soort != Soort::kerntaak && w.soort != Soort::werkproces) continue;
            if (w.staat == Staat::vertrokken) continue;
            if (w.staat != Staat::nieuw) old_.emplace(w.code_oud, i);
            if (w.staat != Staat::vervallen) now_.emplace(w.code_nieuw, i);
        }
    }
    /// Index of the part with that code, or -1.
    [[nodiscard]] int old(const std::string& code) const { return find(old_, code); }
    [[nodiscard]] int now(const std::string& code) const { return find(now_, code); }
    /// What the part with new code `code` was called; "" for no part and for a new one.
    [[nodiscard]] std::string old_code(const std::string& code) const {
        const int i = now(code);
        return i < 0 ? std::string() : v_.alles[static_cast<std::size_t>(i)].code_oud;
    }
    /// Where to look for reasons: the part itself, or the whole kwalificatie; then the fields of profiel and dossier; then the
    /// beoordeling.
    [[nodiscard]] std::vector<std::size_t> sources(int part, int profiel) const {
        std::vector<std::size_t> out;
        if (part >= 0) out.push_back(static_cast<std::size_t>(part));
        for (std::size_t i = 0; i < v_.alles.size(); ++i) {
            const Wijziging& w = v_.alles[i];
            const bool whole = part < 0 && (static_cast<int>(i) == profiel || (w.soort == Soort::deel && w.naam == "basisdeel"));
            const bool field = w.soort == Soort::veld && (w.ouder == 0 || (part >= 0 && w.ouder == profiel));
            if (whole || field || (w.soort == Soort::deel && w.naam == "beoordeling")) out.push_back(i);
        }
        return out;
    }

private:
    static int find(const std::map<std::string, std::size_t>& map, const std::string& code) {
        const auto it = map.find(code);
        return it == map.end() ? -1 : static_cast<int>(it->second);
    }
    const Verschil& v_;
    std::map<std::string, std::size_t> old_, now_;
};

std::vector<std::string> why(const Verschil& v, const Parts& parts, const make::FormText& form, const std::string& before,
                             const std::string& after) {
    const std::string was = words_of_form(before);
    const std::string is = words_of_form(after);
    const auto in_form = [&](const Wijziging& w) {
        if (w.soort == Soort::veld && w.ouder >= 0 && v.alles[static_cast<std::size_t>(w.ouder)].naam == "beoordeling") return true;
        if (w.volgorde) return true;
        const bool gone = w.staat == Staat::vervallen || w.staat == Staat::vertrokken;
        return (w.staat != Staat::nieuw && holds(was, w.oud)) || (!gone && holds(is, w.nieuw));
    };
    const int profiel = parts.now(form.profiel);
    const std::vector<std::size_t> where = parts.sources(form.onderdeel.empty() ? -1 : parts.now(form.onderdeel), profiel);
    auto out = diff::reasons(v, where, profiel, kMostReasons, in_form);
    if (out.empty()) out = diff::reasons(v, where, profiel, kMostReasons);
    if (out.empty()) out.emplace_back("gegevens van de kwalificatie gewijzigd");
    return out;
}

std::string name_of(const model::Dossier& dossier, const std::string& code) {
    for (const model::Profiel& p : dossier.profielen)
        if (p.code.value == code) return code + ' ' + p.naam.value;
    return code;
}

/// The title as far as the code of what the form is about.
std::string short_title(const make::FormText& form) {
    const std::size_t at = form.onderdeel.empty() ? std::string::npos : form.titel.find(' ' + form.onderdeel);
    return at == std::string::npos ? form.titel : form.titel.substr(0, at + 1 + form.onderdeel.size());
}

/// Sets eerste and laatste on every item.
Value with_ends(List items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].set("eerste", Value(i == 0));
        items[i].set("laatste", Value(i + 1 == items.size()));
    }
    return Value(std::move(items));
}

Value number(std::size_t n) { return Value(n == 0 ? std::string("-") : std::to_string(n)); }

Value view_counts(const Verschil& v) {
    List out;
    for (const diff::Telling& t : v.telling)
        if (t.nieuw + t.vervallen + t.verplaatst + t.hernummerd + t.gewijzigd + t.gelijk > 0)
            out.push_back(Value(Object{{"soort", Value(diff::woord(t.soort))}, {"nieuw", number(t.nieuw)}, {"vervallen", number(t.vervallen)},
                                       {"verplaatst", number(t.verplaatst)}, {"hernummerd", number(t.hernummerd)},
                                       {"gewijzigd", number(t.gewijzigd)}, {"ongewijzigd", number(t.gelijk)}}));
    return with_ends(std::move(out));
}

Value view_parts(const Verschil& v) {
    List out;
    for (std::size_t i = 0; i < v.alles.size(); ++i) {
        const Wijziging& w = v.alles[i];
        const bool basis = w.soort == Soort::deel && w.naam == "basisdeel";
        const bool part = w.soort == Soort::profiel || w.soort == Soort::kerntaak || w.soort == Soort::werkproces;
        if (w.staat == Staat::vertrokken || (!basis && !part)) continue;
        if (w.soort == Soort::werkproces && !diff::rated_apart(v, i)) continue;
        const bool gone = w.staat == Staat::vervallen;
        const int c = basis ? 0 : w.soort == Soort::profiel ? diff::categorie_kwalificatie(v, i) : diff::categorie(v, i);
        out.push_back(Value(Object{
            {"kop", Value(basis)},
            {"kwalificatie", Value(w.soort == Soort::profiel)},
            {"kerntaak", Value(w.soort == Soort::kerntaak)},
            {"werkproces", Value(w.soort == Soort::werkproces)},
            {"code", Value(gone ? w.code_oud : w.code_nieuw)},
            {"titel", Value(basis ? std::string("Basisdeel") : gone ? w.oud : w.nieuw)},
            {"was", Value(!gone && w.code_oud != w.code_nieuw ? w.code_oud : std::string())},
            {"categorie", Value(c == 0 ? std::string() : std::to_string(c))},
            {"woord", Value(diff::woord_categorie(c))},
        }));
    }
    return with_ends(std::move(out));
}

/// Pieces without line ends: a piece after one says so. The space after a changed word is not part of the change; one before it
/// is, but stands apart.
Value view_pieces(const std::vector<Stuk>& words) {
    std::vector<Stuk> stukken;
    for (const Stuk& s : words) {
        const std::size_t end = s.tekst.find_last_not_of(' ') + 1;
        const bool apart = s.soort != Stuk::Soort::gelijk && end > 0 && end < s.tekst.size();
        stukken.push_back({s.soort, apart ? s.tekst.substr(0, end) : s.tekst});
        if (apart) stukken.push_back({Stuk::Soort::gelijk, " "});
    }
    List out;
    bool fresh = false;
    for (const Stuk& s : stukken) {
        for (std::size_t at = 0; at <= s.tekst.size();) {
            const std::size_t end = std::min(s.tekst.find('\n', at), s.tekst.size());
            if (end > at) {
                const bool spaced = s.soort != Stuk::Soort::gelijk && s.tekst[at] == ' ' && end > at + 1;
                const std::size_t begin = spaced ? at + 1 : at;
                out.push_back(Value(Object{{"ervoor", Value(s.tekst.substr(at, begin - at))},
                                           {"tekst", Value(s.tekst.substr(begin, end - begin))},
                                           {"gelijk", Value(s.soort == Stuk::Soort::gelijk)},
                                           {"weg", Value(s.soort == Stuk::Soort::weg)},
                                           {"nieuw", Value(s.soort == Stuk::Soort::nieuw)},
                                           {"regel", Value(fresh && !out.empty())}}));
                fresh = false;
            }
            if (end < s.tekst.size()) fresh = true;
            at = end + 1;
        }
    }
    return with_ends(std::move(out));
}

Value view_line(const diff::Regel& regel) {
    List merken;
    for (const std::string& merk : regel.merken) merken.push_back(Value(Object{{"woord", Value(merk)}, {"sleutel", Value(slug(merk))}}));
    const auto any = [&](Stuk::Soort not_this) {
        return std::any_of(regel.stukken.begin(), regel.stukken.end(), [&](const Stuk& s) { return s.soort != not_this; });
    };
    return Value(Object{{"wat", Value(regel.wat)},
                        {"merken", with_ends(std::move(merken))},
                        {"toelichting", Value(regel.toelichting)},
                        {"heeft_was", Value(any(Stuk::Soort::nieuw))},
                        {"heeft_wordt", Value(any(Stuk::Soort::weg))},
                        {"stukken", view_pieces(regel.stukken)}});
}

Value view_groups(const std::vector<diff::Groep>& groepen) {
    List out;
    for (const diff::Groep& g : groepen) {
        List regels;
        for (const diff::Regel& r : g.regels) regels.push_back(view_line(r));
        out.push_back(Value(Object{{"niveau", Value(g.niveau)},
                                   {"deel", Value(g.niveau == 1)},
                                   {"kerntaak", Value(g.niveau == 2)},
                                   {"werkproces", Value(g.niveau == 3)},
                                   {"titel", Value(g.titel)},
                                   {"id", Value("w" + std::to_string(g.index))},
                                   {"categorie", Value(g.categorie == 0 ? std::string() : std::to_string(g.categorie))},
                                   {"woord", Value(diff::woord_categorie(g.categorie))},
                                   {"regels", with_ends(std::move(regels))}}));
    }
    return with_ends(std::move(out));
}

Value view_forms(const std::vector<diff::Formulier>& formulieren) {
    List out;
    for (std::size_t i = 0; i < formulieren.size();) {
        const std::string& profiel = formulieren[i].profiel;
        List again;
        List same;
        for (; i < formulieren.size() && formulieren[i].profiel == profiel; ++i) {
            const diff::Formulier& f = formulieren[i];
            List redenen;
            for (const std::string& r : f.redenen) redenen.push_back(Value(Object{{"tekst", Value(r)}}));
            if (f.alleen_kenmerk)
                same.push_back(Value(Object{{"titel", Value(f.kort)}}));
            else
                again.push_back(Value(Object{{"titel", Value(f.titel)}, {"pad", Value(f.pad)}, {"nieuw", Value(f.nieuw)},
                                             {"vervallen", Value(f.vervallen)}, {"redenen", with_ends(std::move(redenen))}}));
        }
        out.push_back(Value(Object{{"naam", Value(profiel)}, {"formulieren", with_ends(std::move(again))}, {"zelfde", with_ends(std::move(same))}}));
    }
    return with_ends(std::move(out));
}

}  // namespace

std::optional<std::vector<diff::Formulier>> forms_to_adopt(const make::Maker& maker, const model::Dossier& old, const model::Dossier& now,
                                                           const Verschil& verschil, Diagnostics& diagnostics) {
    const auto before = maker.form_texts(old, diagnostics);
    const auto after = maker.form_texts(now, diagnostics);
    if (!before || !after) return std::nullopt;
    using Key = std::tuple<std::string, std::string, std::string>;
    std::map<Key, const make::FormText*> by_key;
    for (const auto& f : *before) by_key.emplace(Key{f.profiel, f.onderdeel, f.document}, &f);

    const Parts parts(verschil);
    std::vector<diff::Formulier> out;
    std::map<std::string, std::size_t> last_of;  // by old profiel: where those that are gone go
    for (const auto& f : *after) {
        const std::string profiel = parts.old_code(f.profiel);
        const auto twin = by_key.find({profiel, f.onderdeel.empty() ? "" : parts.old_code(f.onderdeel), f.document});
        const bool known = twin != by_key.end() && !profiel.empty() && (f.onderdeel.empty() || !parts.old_code(f.onderdeel).empty());
        diff::Formulier form{name_of(now, f.profiel), f.titel, short_title(f), f.document, f.path, !known, false, false, {}};
        const make::FormText* was = known ? twin->second : nullptr;
        if (known) by_key.erase(twin);
        if (was && was->kenmerk == f.kenmerk) {
            last_of[profiel] = out.size();
            continue;
        }
        if (was && was->text == f.text) form.alleen_kenmerk = true;
        else if (was) form.redenen = why(verschil, parts, f, was->text, f.text);
        out.push_back(std::move(form));
        last_of[profiel] = out.size();
    }
    for (auto f = before->rbegin(); f != before->rend(); ++f) {
        if (!by_key.contains({f->profiel, f->onderdeel, f->document})) continue;
        const int i = parts.old(f->profiel);
        const bool profiel_gone = i < 0 || verschil.alles[static_cast<std::size_t>(i)].staat == Staat::vervallen;
        const std::string code = profiel_gone ? f->profiel : verschil.alles[static_cast<std::size_t>(i)].code_nieuw;
        diff::Formulier form{name_of(profiel_gone ? old : now, code), f->titel, short_title(*f), f->document, f->path, false, true, false, {}};
        const auto place = last_of.find(f->profiel);
        const std::size_t at = place == last_of.end() ? out.size() : place->second;
        out.insert(out.begin() + static_cast<std::ptrdiff_t>(at), std::move(form));
        for (auto& [other, end] : last_of)
            if (end > at) ++end;
    }
    return out;
}

Value view_changes(const Verschil& verschil, const std::vector<diff::Formulier>& formulieren, const diff::Koppen& koppen,
                   const view::Build& build) {
    const auto groepen = diff::list_changes(verschil);
    std::size_t count = 0;
    for (const diff::Groep& g : groepen) count += g.regels.size();
    const int c = diff::categorie(verschil, 0);
    return Value(Object{
        {"was", Value(koppen.oud)},
        {"wordt", Value(koppen.nieuw)},
        {"gelijk", Value(verschil.gelijk() && formulieren.empty())},
        {"categorie", Value(c)},
        {"categorie_woord", Value(diff::woord_categorie(c))},
        {"aantal_wijzigingen", Value(static_cast<int>(count))},
        {"telling", view_counts(verschil)},
        {"onderdelen", view_parts(verschil)},
        {"groepen", view_groups(groepen)},
        {"profielen", view_forms(formulieren)},
        {"build", *view::view_dossier({}, build).find("build")},  // the run as all documents have it
    });
}

}  // namespace dossier::changes
