#include "check/rules.hpp"

#include <charconv>

namespace dossier::check {
namespace {

using model::Text;

/// The number a code ends with.
int last_number(std::string_view code) {
    const std::size_t at = code.find_last_not_of("0123456789") + 1;
    int n = 0;
    (void)std::from_chars(code.data() + at, code.data() + code.size(), n);
    return n;
}

/// Codes that stand under one parent: they begin with `prefix` and count from 1.
class Sequence {
public:
    /// `parent` names it for messages: `kerntaak "B1-K1"`.
    Sequence(std::string_view what, std::string prefix, Message parent, Diagnostics& diagnostics)
        : what_(what), prefix_(std::move(prefix)), parent_(std::move(parent)), diagnostics_(diagnostics) {}

    void next(const Text& code) {
        if (!code.value.starts_with(prefix_)) {
            diagnostics_.error(
                "wrong-parent", code.location,
                say("{} {} stands under {}, expected a code that begins \"{}\"", what_, quoted(code.value), parent_, prefix_));
            return;
        }
        const int number = last_number(code.value);
        const std::string expected = prefix_ + std::to_string(last_ + 1);
        if (number <= last_)
            diagnostics_.error("code-order", code.location, say("{} {} comes after {}", what_, quoted(code.value), quoted(last_code_)),
                               {say("put them in the order of their codes")});
        else if (number != last_ + 1)
            diagnostics_.warning("code-gap", code.location,
                                 say("expected {} {} here, found {}", what_, quoted(expected), quoted(code.value)));
        last_ = number;
        last_code_ = code.value;
    }

private:
    std::string_view what_;
    std::string prefix_, last_code_;
    Message parent_;
    int last_ = 0;
    Diagnostics& diagnostics_;
};

/// Adds the code, or reports that it is there already.
bool add(Codes& codes, const Text& code, std::string_view what, Diagnostics& diagnostics) {
    if (codes.add(code.value, code.location)) return true;
    diagnostics.error("duplicate-code", code.location, say("duplicate {} {}", what, quoted(code.value)),
                      first_at(*codes.find(code.value), diagnostics));
    return false;
}

void add_criteria(const model::Werkproces& w, const model::Gedrag& gedrag, Codes& criteria) {
    int number = gedrag.eerste_nummer;
    for (const Text& criterium : gedrag.criteria) (void)criteria.add(model::criteriumcode(w, number++), criterium.location);
}

void check_kerntaken(const std::vector<model::Kerntaak>& kerntaken, const std::string& prefix, const Message& parent, Index& index,
                     Diagnostics& diagnostics) {
    Sequence kerntaak_order("kerntaak", prefix, parent, diagnostics);
    for (const model::Kerntaak& k : kerntaken) {
        if (!add(index.kerntaken, k.code, "kerntaak", diagnostics)) continue;  // all under it would be double too
        kerntaak_order.next(k.code);
        Sequence order("werkproces", k.code.value + "-W", say("kerntaak {}", quoted(k.code.value)), diagnostics);
        for (const model::Werkproces& w : k.werkprocessen) {
            if (!add(index.werkprocessen, w.code, "werkproces", diagnostics)) continue;
            order.next(w.code);
            add_criteria(w, w.gedrag, index.criteria);
            for (const auto& eis : w.aanvullende_eisen) add_criteria(w, eis.gedrag, index.criteria);
        }
    }
}

/// An aanvullende eis names a profiel that exists and that the kerntaak is part of, and only once.
template <class Eis>
void check_eisen(const std::vector<Eis>& eisen, const model::Profiel* own, const Index& index, Diagnostics& diagnostics) {
    std::vector<Text> profielen;
    for (const Eis& eis : eisen) {
        expect_known(eis.profiel, "profiel", index.profielen, diagnostics);
        profielen.push_back(eis.profiel);
        if (own != nullptr && eis.profiel.value != own->code.value && index.profielen.find(eis.profiel.value) != nullptr)
            diagnostics.error(
                "wrong-profiel", eis.profiel.location,
                say("this aanvullende eis is for profiel {} but stands in profiel {}", quoted(eis.profiel.value), quoted(own->code.value)),
                {say("move it to the basisdeel or to the kerntaken of that profiel")});
    }
    expect_once(profielen, say("aanvullende eis for profiel"), diagnostics);
}

void check_eisen_of(const std::vector<model::Kerntaak>& kerntaken, const model::Profiel* own, const Index& index,
                    Diagnostics& diagnostics) {
    for (const model::Kerntaak& k : kerntaken) {
        check_eisen(k.aanvullende_eisen, own, index, diagnostics);
        for (const model::Werkproces& w : k.werkprocessen) check_eisen(w.aanvullende_eisen, own, index, diagnostics);
    }
}

/// An old link can land in one place only.
void check_earlier(const model::Dossier& dossier, Diagnostics& diagnostics) {
    Codes used;
    for (const model::Kerntaak* k : model::kerntaken_of(dossier)) {
        (void)used.add(k->code.value, k->code.location);
        for (const model::Werkproces& w : k->werkprocessen) (void)used.add(w.code.value, w.code.location);
    }
    const auto claim = [&](const std::vector<Text>& codes) {
        for (const Text& code : codes)
            if (!used.add(code.value, code.location))
                diagnostics.warning("earlier-code", code.location,
                                    say("earlier code {} is in use for another part, expected a code that is free", quoted(code.value)),
                                    {say("old links land on that part; leave this code out")});
    };
    for (const model::Kerntaak* k : model::kerntaken_of(dossier)) {
        claim(k->eerdere_codes);
        for (const model::Werkproces& w : k->werkprocessen) claim(w.eerdere_codes);
    }
}

}  // namespace

Index check_codes(const model::Dossier& dossier, Diagnostics& diagnostics) {
    Index index;
    check_kerntaken(dossier.basisdeel.kerntaken, "B1-K", say("the basisdeel"), index, diagnostics);
    Sequence order("profiel", "P", say("the dossier"), diagnostics);
    for (const model::Profiel& p : dossier.profielen) {
        if (!add(index.profielen, p.code, "profiel", diagnostics)) continue;
        order.next(p.code);
        check_kerntaken(p.kerntaken, p.code.value + "-K", say("profiel {}", quoted(p.code.value)), index, diagnostics);
    }
    Codes onderdelen;
    for (const auto& onderdeel : dossier.basisdeel.generiek.onderdelen) (void)add(onderdelen, onderdeel.code, "onderdeel", diagnostics);
    Codes keuzedelen;
    for (const auto& keuzedeel : dossier.keuzedelen) (void)add(keuzedelen, keuzedeel.code, "keuzedeel", diagnostics);
    Codes eenheden;
    for (const auto& eenheid : dossier.beoordeling.exameneenheden) (void)add(eenheden, eenheid.code, "exameneenheid", diagnostics);
    Codes termen;
    for (const auto& begrip : dossier.begrippen) (void)add(termen, begrip.term, "begrip", diagnostics);
    check_earlier(dossier, diagnostics);
    return index;
}

void check_references(const model::Dossier& dossier, const Index& index, Diagnostics& diagnostics) {
    check_eisen_of(dossier.basisdeel.kerntaken, nullptr, index, diagnostics);
    for (const model::Profiel& p : dossier.profielen) check_eisen_of(p.kerntaken, &p, index, diagnostics);
    for (const model::Keuzedeel& keuzedeel : dossier.keuzedelen) {
        for (const Text& profiel : keuzedeel.profielen) expect_known(profiel, "profiel", index.profielen, diagnostics);
        expect_once(keuzedeel.profielen, say("profiel"), diagnostics);
    }
    for (const Text& criterium : dossier.beoordeling.cruciaal) expect_known(criterium, "criterium", index.criteria, diagnostics);
    expect_once(dossier.beoordeling.cruciaal, say("criterium"), diagnostics);
    for (const model::Exameneenheid& eenheid : dossier.beoordeling.exameneenheden) {
        for (const Text& werkproces : eenheid.werkprocessen) expect_known(werkproces, "werkproces", index.werkprocessen, diagnostics);
        expect_once(eenheid.werkprocessen, say("werkproces"), diagnostics);
    }
}

}  // namespace dossier::check
