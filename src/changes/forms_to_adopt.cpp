/// Which forms have to be adopted again, and why: those of both dossiers are filled in and compared.

#include "changes/phrases_in_form.hpp"
#include "changes/wijzigingen.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dossier::changes {
namespace {

using diff::Soort;
using diff::Staat;
using diff::Verschil;
using diff::Wijziging;

constexpr std::size_t kMostReasons = 6;

/// The words of a filled-in template: without tags and entities.
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
        const auto entity =
            std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& e) { return xhtml.substr(at).starts_with(e.first); });
        out += entity == kEntities.end() ? xhtml[at] : entity->second;
        at += entity == kEntities.end() ? 1 : entity->first.size();
    }
    return words_of(out);
}

/// The texts of all changes, old and new, and in which form they are.
class Texts {
public:
    explicit Texts(const Verschil& v) : first_(v.alles.data()), phrases_(both(v)) {}

    /// Made for the two versions of one form.
    struct InForm {
        std::vector<bool> was, is;
    };
    [[nodiscard]] InForm in_form(const std::string& before, const std::string& after) const {
        return {phrases_.in(words_of_form(before)), phrases_.in(words_of_form(after))};
    }
    [[nodiscard]] bool old_in(const InForm& form, const Wijziging& w) const { return has(form.was, 2 * index(w)); }
    [[nodiscard]] bool now_in(const InForm& form, const Wijziging& w) const { return has(form.is, 2 * index(w) + 1); }

private:
    static std::vector<std::string_view> both(const Verschil& v) {
        std::vector<std::string_view> out;
        for (const Wijziging& w : v.alles) out.insert(out.end(), {w.oud, w.nieuw});
        return out;
    }
    [[nodiscard]] std::size_t index(const Wijziging& w) const { return static_cast<std::size_t>(&w - first_); }
    [[nodiscard]] bool has(const std::vector<bool>& form, std::size_t text) const {
        const std::size_t number = phrases_.numbers()[text];
        return number != Phrases::kNone && form[number];
    }

    const Wijziging* first_;
    Phrases phrases_;
};

/// Finds parts in the list by their code in one of the two dossiers.
class Parts {
public:
    explicit Parts(const Verschil& v) : v_(v) {
        for (std::size_t i = 0; i < v.alles.size(); ++i) {
            const Wijziging& w = v.alles[i];
            note(i, w);
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
        std::vector<std::size_t> out = general_;
        if (part < 0) out.insert(out.end(), basisdeel_.begin(), basisdeel_.end());
        if (part < 0 && profiel >= 0) out.push_back(static_cast<std::size_t>(profiel));
        const auto fields = fields_.find(profiel);
        if (part >= 0 && fields != fields_.end()) out.insert(out.end(), fields->second.begin(), fields->second.end());
        std::sort(out.begin(), out.end());
        if (part >= 0) out.insert(out.begin(), static_cast<std::size_t>(part));
        return out;
    }

private:
    void note(std::size_t i, const Wijziging& w) {
        if (w.soort == Soort::deel && w.naam == "basisdeel") basisdeel_.push_back(i);
        if (w.soort == Soort::veld && w.ouder > 0) fields_[w.ouder].push_back(i);
        if ((w.soort == Soort::veld && w.ouder == 0) || (w.soort == Soort::deel && w.naam == "beoordeling")) general_.push_back(i);
    }
    static int find(const std::map<std::string, std::size_t>& map, const std::string& code) {
        const auto it = map.find(code);
        return it == map.end() ? -1 : static_cast<int>(it->second);
    }
    const Verschil& v_;
    std::map<std::string, std::size_t> old_, now_;
    std::vector<std::size_t> general_, basisdeel_;    ///< what every form may have, and those of a whole kwalificatie
    std::map<int, std::vector<std::size_t>> fields_;  ///< by what they are fields of
};

std::vector<std::string> why(const Verschil& v, const Parts& parts, const Texts& texts, const make::FormText& form,
                             const std::string& before, const std::string& after) {
    const Texts::InForm found = texts.in_form(before, after);
    const auto in_form = [&](const Wijziging& w) {
        if (w.soort == Soort::veld && w.ouder >= 0 && v.alles[static_cast<std::size_t>(w.ouder)].naam == "beoordeling") return true;
        if (w.volgorde) return true;
        const bool gone = w.staat == Staat::vervallen || w.staat == Staat::vertrokken;
        return (w.staat != Staat::nieuw && texts.old_in(found, w)) || (!gone && texts.now_in(found, w));
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

/// Puts the list together.
class FormList {
public:
    FormList(const model::Dossier& old, const model::Dossier& now, const Verschil& verschil)
        : old_(old), now_(now), verschil_(verschil), parts_(verschil), texts_(verschil) {}

    void run(const std::vector<make::FormText>& before, const std::vector<make::FormText>& after) {
        for (const make::FormText& f : before) by_key_.emplace(Key{f.profiel, f.onderdeel, f.document}, &f);
        for (const make::FormText& f : after) add(f);
        for (auto f = before.rbegin(); f != before.rend(); ++f)
            if (by_key_.contains({f->profiel, f->onderdeel, f->document})) insert_gone(*f);
    }
    [[nodiscard]] std::vector<diff::Formulier> take() && { return std::move(out_); }

private:
    using Key = std::tuple<std::string, std::string, std::string>;

    /// A form of the new dossier, unless the old one has the same. Its twin is taken out of `by_key_`.
    void add(const make::FormText& f) {
        const std::string profiel = parts_.old_code(f.profiel);
        const auto twin = by_key_.find({profiel, f.onderdeel.empty() ? "" : parts_.old_code(f.onderdeel), f.document});
        const bool known = twin != by_key_.end() && !profiel.empty() && (f.onderdeel.empty() || !parts_.old_code(f.onderdeel).empty());
        diff::Formulier form{name_of(now_, f.profiel), f.titel, short_title(f), f.document, f.path, !known, false, false, {}};
        const make::FormText* was = known ? twin->second : nullptr;
        if (known) by_key_.erase(twin);
        if (was && was->kenmerk == f.kenmerk) {
            last_of_[profiel] = out_.size();
            return;
        }
        if (was && was->text == f.text) form.alleen_kenmerk = true;
        else if (was) form.redenen = why(verschil_, parts_, texts_, f, was->text, f.text);
        out_.push_back(std::move(form));
        last_of_[profiel] = out_.size();
    }

    /// A form that only the old dossier has, behind the others of its profiel.
    void insert_gone(const make::FormText& f) {
        const int i = parts_.old(f.profiel);
        const bool profiel_gone = i < 0 || verschil_.alles[static_cast<std::size_t>(i)].staat == Staat::vervallen;
        const std::string code = profiel_gone ? f.profiel : verschil_.alles[static_cast<std::size_t>(i)].code_nieuw;
        const std::string naam = name_of(profiel_gone ? old_ : now_, code);
        const auto place = last_of_.find(f.profiel);
        const std::size_t at = place == last_of_.end() ? out_.size() : place->second;
        out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(at),
                    diff::Formulier{naam, f.titel, short_title(f), f.document, f.path, false, true, false, {}});
        for (auto& [other, end] : last_of_)
            if (end > at) ++end;
    }

    const model::Dossier& old_;
    const model::Dossier& now_;
    const Verschil& verschil_;
    Parts parts_;
    Texts texts_;
    std::map<Key, const make::FormText*> by_key_;  ///< of the old dossier, without those that were found in the new one
    std::map<std::string, std::size_t> last_of_;   ///< by old profiel: where those that are gone go
    std::vector<diff::Formulier> out_;
};

}  // namespace

std::optional<std::vector<diff::Formulier>> forms_to_adopt(const make::Maker& maker, const model::Dossier& old, const model::Dossier& now,
                                                           const Verschil& verschil, Diagnostics& diagnostics) {
    const auto before = maker.form_texts(old, diagnostics);
    const auto after = maker.form_texts(now, diagnostics);
    if (!before || !after) return std::nullopt;
    FormList list(old, now, verschil);
    list.run(*before, *after);
    return std::move(list).take();
}

}  // namespace dossier::changes
