#pragma once
/// A dossier in which every field of the model is filled, and every way to change one of them: a field that is added to
/// `fields` of a struct joins by itself. For tests that something shows, or compares, all of it.

#include "model/fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace every_field {

using namespace dossier::model;

/// Fills all fields: each text says its own path, codes match their place. Lists of texts have two items, lists of records
/// one; there are two profielen, and the aanvullende eisen are for the second.
class Filler {
public:
    void required(std::string_view name, auto& field, const Veld& veld) { fill(path_ + '.' + std::string(name), field, veld, 0); }
    void optional(std::string_view name, auto& field, const Veld& veld) { required(name, field, veld); }
    void list(std::string_view name, std::string_view, auto& items, const Veld& veld) {
        constexpr bool kTexts = std::is_same_v<std::remove_cvref_t<decltype(items)>, std::vector<Text>>;
        for (std::size_t i = 0; i < (kTexts ? 2 : 1); ++i)
            fill(path_ + '.' + std::string(name) + std::to_string(i), items.emplace_back(), veld, i);
    }

private:
    static void fill(const std::string& path, Text& text, const Veld& veld, std::size_t i) {
        const auto& words = keuzes(veld.vorm);
        if (!words.empty()) text.value = words[words.size() / 2 + i];
        else if (veld.vorm == Vorm::datum) text.value = "2025-08-01";
        else if (veld.vorm == Vorm::drempel) text.value = "75%";
        else if (veld.vorm == Vorm::taal) text.value = "en";
        else if (veld.vorm == Vorm::punten) text.value = "3";
        else if (veld.vorm == Vorm::puntgrens) text.value = "55%";
        else if (veld.vorm == Vorm::cesuurcijfer) text.value = "5,6";
        else text.value = path;
    }
    static void fill(const std::string&, Getal& getal, const Veld&, std::size_t) { getal.value = 3; }
    static void fill(const std::string& path, Tekst& tekst, const Veld&, std::size_t) {
        tekst = parse_tekst(
            path + " alinea\n\n1. " + path + " nummer\n\n- " + path + " punt\n  - " + path + " onderpunt\n\n* " + path + " noot", {});
    }
    template <Record T> void fill(const std::string& path, T& record, const Veld&, std::size_t) {
        const std::string around = path_;
        path_ = path;
        T::fields(*this, record);
        path_ = around;
    }
    std::string path_ = "dossier";
};

inline void set_codes(Kerntaak& k, const std::string& code) {
    k.code.value = code;
    k.eerdere_codes = {{code + "8", {}}, {code + "9", {}}};
    for (auto& eis : k.aanvullende_eisen) eis.profiel.value = "P2";
    for (Werkproces& w : k.werkprocessen) {
        w.code.value = code + "-W1";
        w.eerdere_codes = {{code + "-W8", {}}, {code + "-W9", {}}};
        for (auto& eis : w.aanvullende_eisen) eis.profiel.value = "P2";
    }
}

[[nodiscard]] inline Dossier filled() {
    Dossier d;
    Filler filler;
    Dossier::fields(filler, d);
    d.profielen.push_back(d.profielen.front());
    d.profielen.back().naam.value += " tweede";
    for (std::size_t p = 0; p < d.profielen.size(); ++p) {
        d.profielen[p].code.value = "P" + std::to_string(p + 1);
        set_codes(d.profielen[p].kerntaken.front(), d.profielen[p].code.value + "-K1");
    }
    // An aanvullende eis in a profiel is for that profiel.
    d.profielen[0].kerntaken.front().aanvullende_eisen.front().profiel.value = "P1";
    d.profielen[0].kerntaken.front().werkprocessen.front().aanvullende_eisen.front().profiel.value = "P1";
    set_codes(d.basisdeel.kerntaken.front(), "B1-K1");
    for (Keuzedeel& k : d.keuzedelen) k.profielen = {{"P1", {}}, {"P2", {}}};
    d.beoordeling.cruciaal = {{"B1-K1-W1-G1", {}}, {"P1-K1-W1-G1", {}}};
    d.beoordeling.niet_van_toepassing = {{"B1-K1-W1-G2", {}}, {"P1-K1-W1-G2", {}}};
    for (Onderdeelregel& o : d.beoordeling.onderdelen) o.code.value = "B1-K1-W1";
    for (Exameneenheid& e : d.beoordeling.exameneenheden) e.werkprocessen = {{"B1-K1-W1", {}}, {"P2-K1-W1", {}}};
    number_criteria(d);
    return d;
}

/// Changes the one leaf it is asked for: a Text, a Getal, a part of a Tekst, or the length of a list.
class Changer {
public:
    explicit Changer(std::size_t wanted) : wanted_(wanted) {}
    void required(std::string_view name, auto& field, const Veld& veld) { visit(std::string(name), field, veld); }
    void optional(std::string_view name, auto& field, const Veld& veld) { visit(std::string(name), field, veld); }
    void list(std::string_view name, std::string_view, auto& items, const Veld& veld) {
        for (std::size_t i = 0; i < items.size(); ++i) visit(std::string(name) + '[' + std::to_string(i) + ']', items[i], veld);
        if (hit(std::string(name) + " without its last")) items.pop_back();
    }
    /// What was changed, as "basisdeel.kerntaken[0].titel"; "" when there is no such leaf.
    [[nodiscard]] const std::string& changed() const { return changed_; }

private:
    bool hit(const std::string& name) {
        if (count_++ != wanted_) return false;
        changed_ = path_ + name;
        return true;
    }
    void visit(const std::string& name, Text& text, const Veld& veld) {
        if (hit(name)) text.value = other(text.value, name == "code" ? Vorm::vrij : veld.vorm);
    }
    void visit(const std::string& name, Getal& getal, const Veld&) {
        if (hit(name)) ++getal.value;
    }
    void visit(const std::string& name, Tekst& tekst, const Veld&) {
        if (hit(name + ": alinea")) tekst.blokken[0].tekst += " anders";
        if (hit(name + ": nummering")) tekst.blokken[1].punten[0].tekst += " anders";
        if (hit(name + ": teken")) tekst.blokken[1].punten[0].teken = "2.";
        if (hit(name + ": opsomming")) tekst.blokken[2].punten[0].onder[0].punten[0].tekst += " anders";
        if (hit(name + ": voetnoot")) tekst.blokken[3].tekst += " anders";
    }
    template <Record T> void visit(const std::string& name, T& record, const Veld&) {
        const std::string around = path_;
        path_ += name + '.';
        T::fields(*this, record);
        path_ = around;
    }
    static std::string other(const std::string& value, Vorm vorm) {
        const auto& words = keuzes(vorm);
        if (!words.empty()) return value == words.front() ? words.back() : words.front();
        if (vorm == Vorm::profielcode) return value == "P1" ? "P2" : "P1";
        if (vorm == Vorm::datum) return "2026-09-02";
        if (vorm == Vorm::drempel) return "alle";
        if (vorm == Vorm::taal) return "de";
        return value + '7';
    }
    std::size_t wanted_, count_ = 0;
    std::string path_, changed_;
};

/// Calls `with(dossier, path)` with `filled()` in which one leaf is another, for each leaf in turn.
void for_each_change(auto&& with) {
    const Dossier whole = filled();
    for (std::size_t leaf = 0;; ++leaf) {
        Dossier d = whole;
        Changer changer(leaf);
        Dossier::fields(changer, d);
        if (changer.changed().empty()) return;
        number_criteria(d);
        with(static_cast<const Dossier&>(d), changer.changed());
    }
}

}  // namespace every_field
