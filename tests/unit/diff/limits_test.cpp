/// The limits above which two parts are taken for the same, each exactly on it and one step to each side.

#include "diff/diff.hpp"
#include "diff/match.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <functional>

namespace {

using namespace dossier;
using diff::Soort;
using diff::Staat;
using diff::Wijziging;
using model::Dossier;

model::Text text(std::string value) { return {std::move(value), {}}; }

/// A hundred words of which the last `shared` are in every text made here, the others only in texts of the same `own`.
std::string words(std::string_view own, int shared) {
    std::string out;
    for (int i = 1; i <= 100; ++i) out += (out.empty() ? "" : " ") + (i > 100 - shared ? "samen" : std::string(own)) + std::to_string(i);
    return out;
}

/// A basisdeel with two kerntaken and two profielen, each part under a title that stays.
Dossier bare() {
    Dossier d;
    d.naam = text("Handel");
    for (const char* code : {"B1-K1", "B1-K2"}) {
        model::Kerntaak k;
        k.code = text(code);
        k.titel = text(std::string("Vaste taak ") + code);
        for (const char* n : {"-W1", "-W2"}) {
            model::Werkproces w;
            w.code = text(std::string(code) + n);
            w.titel = text("Vast werk " + w.code.value);
            k.werkprocessen.push_back(w);
        }
        for (const char* titel : {"eerste rubriek", "tweede rubriek"}) k.vakkennis.rubrieken.push_back({text(titel), {}, {}});
        d.basisdeel.kerntaken.push_back(k);
    }
    for (const char* code : {"P1", "P2"}) {
        model::Profiel p;
        p.code = text(code);
        p.naam = text(std::string("Vast profiel ") + code);
        d.profielen.push_back(p);
    }
    return d;
}

/// Puts a part that says `tekst` in the dossier: at `elsewhere`, under another parent. `code` is "" where the sort has none.
using Put = void (*)(Dossier&, bool elsewhere, std::string tekst, std::string code);

void put_profiel(Dossier& d, bool, std::string tekst, std::string code) {
    model::Profiel p;
    p.code = text(std::move(code));
    p.naam = text(std::move(tekst));
    d.profielen.push_back(p);
}
void put_kerntaak(Dossier& d, bool elsewhere, std::string tekst, std::string code) {
    model::Kerntaak k;
    k.code = text(std::move(code));
    k.titel = text(std::move(tekst));
    (elsewhere ? d.profielen[0].kerntaken : d.basisdeel.kerntaken).push_back(k);
}
void put_werkproces(Dossier& d, bool elsewhere, std::string tekst, std::string code) {
    model::Werkproces w;
    w.code = text(std::move(code));
    w.titel = text(std::move(tekst));
    d.basisdeel.kerntaken[elsewhere ? 1 : 0].werkprocessen.push_back(w);
}
void put_onderdeel(Dossier& d, bool, std::string tekst, std::string code) {
    model::GeneriekOnderdeel o;
    o.code = text(std::move(code));
    o.titel = text(std::move(tekst));
    d.basisdeel.generiek.onderdelen.push_back(o);
}
void put_rubriek(Dossier& d, bool elsewhere, std::string tekst, std::string) {
    d.basisdeel.kerntaken[elsewhere ? 1 : 0].vakkennis.rubrieken.push_back({text(std::move(tekst)), {}, {}});
}
void put_criterium(Dossier& d, bool elsewhere, std::string tekst, std::string) {
    d.basisdeel.kerntaken[0].werkprocessen[elsewhere ? 1 : 0].gedrag.criteria.push_back(text(std::move(tekst)));
}
void put_vakkennis(Dossier& d, bool elsewhere, std::string tekst, std::string) {
    d.basisdeel.kerntaken[0].vakkennis.rubrieken[elsewhere ? 1 : 0].items.push_back(text(std::move(tekst)));
}
void put_item(Dossier& d, bool, std::string tekst, std::string) {
    model::Paragraaf p;
    p.titel = text(std::move(tekst));
    d.leeswijzer.push_back(p);
}

/// Whether the two dossiers have one part of that sort that is the same under other words, and none that is new.
bool same_part(Dossier a, Dossier b, Soort soort) {
    model::number_criteria(a);
    model::number_criteria(b);
    const auto all = diff::compare(a, b).alles;
    const auto with = [&](auto&& wanted) {
        return std::any_of(all.begin(), all.end(), [&](const Wijziging& w) { return w.soort == soort && wanted(w); });
    };
    const bool found = with([](const Wijziging& w) { return w.staat == Staat::veranderd && w.gewijzigd; });
    const bool made = with([](const Wijziging& w) { return w.staat == Staat::nieuw; });
    CHECK(found != made);
    return found;
}

/// Whether two texts that share so many of a hundred words are taken for one part.
bool found(Put put, Soort soort, int shared, bool elsewhere, const char* code_now) {
    Dossier a = bare();
    Dossier b = bare();
    put(a, false, words("oude", shared), "X1");
    put(b, elsewhere, words("nieuwe", shared), code_now);
    return same_part(a, b, soort);
}

}  // namespace

TEST_CASE("each sort of part is recognised from its likeness on") {
    struct Limit {
        Soort soort;
        Put put;
        int here, elsewhere;  ///< in words of a hundred; 0: never under another parent
        bool code_counts;     ///< ten words less are enough where the code is the same
    };
    const Limit limits[]{
        {Soort::profiel, put_profiel, 40, 0, true},        {Soort::kerntaak, put_kerntaak, 40, 60, true},
        {Soort::werkproces, put_werkproces, 40, 60, true}, {Soort::generiek_onderdeel, put_onderdeel, 40, 0, true},
        {Soort::rubriek, put_rubriek, 40, 60, false},      {Soort::criterium, put_criterium, 40, 65, false},
        {Soort::vakkennis, put_vakkennis, 40, 65, false},  {Soort::item, put_item, 40, 0, false},
    };
    for (const Limit& limit : limits) {
        INFO(diff::woord(limit.soort));
        for (const bool elsewhere : {false, true}) {
            const int least = elsewhere ? limit.elsewhere : limit.here;
            if (least == 0) continue;
            for (const int step : {-1, 0, 1}) {
                INFO(elsewhere << " " << step);
                CHECK(found(limit.put, limit.soort, least + step, elsewhere, "X2") == (step >= 0));
                if (limit.code_counts) CHECK(found(limit.put, limit.soort, least - 10 + step, elsewhere, "X1") == (step >= 0));
            }
        }
    }
}

TEST_CASE("title and what is under it weigh the same, and what is under it alone when nearly all of it stayed") {
    const auto kerntaak = [](int title, int below) {
        Dossier a = bare();
        Dossier b = bare();
        put_kerntaak(a, false, words("oude", title), "X1");
        put_kerntaak(b, true, words("nieuwe", title), "X2");
        for (auto* k : {&a.basisdeel.kerntaken.back(), &b.profielen[0].kerntaken.back()}) {
            model::Werkproces w;
            w.code = text(k->code.value + "-W1");
            w.titel = text(words(k == &a.basisdeel.kerntaken.back() ? "vroeger" : "later", below));
            k->werkprocessen.push_back(w);
        }
        return same_part(a, b, Soort::kerntaak);
    };
    CHECK(kerntaak(60, 60));
    CHECK(kerntaak(58, 62));
    CHECK(kerntaak(62, 58));
    CHECK_FALSE(kerntaak(60, 59));
    CHECK_FALSE(kerntaak(59, 60));
    CHECK_FALSE(kerntaak(0, 75));
    CHECK(kerntaak(0, 76));
}

TEST_CASE("of two that are alike, the one under the same parent and the one with the same code go first") {
    // Which of two criteria now is the one of before, when the one in the other werkproces is liker.
    const auto moved = [](int elsewhere) {
        Dossier a = bare();
        Dossier b = bare();
        put_criterium(a, false, words("oude", 100), "");
        put_criterium(b, false, words("nieuwe", 70), "");
        put_criterium(b, true, words("andere", elsewhere), "");
        model::number_criteria(a);
        model::number_criteria(b);
        const auto all = diff::compare(a, b).alles;
        return std::any_of(all.begin(), all.end(), [](const Wijziging& w) { return w.soort == Soort::criterium && w.verplaatst; });
    };
    // The code is the same here (G1), and G1 of the other werkproces is another: thirty words in all.
    CHECK_FALSE(moved(98));
    CHECK(moved(100));
    // Under one parent: the one with the same code gets ten.
    const auto kept_code = [](int other) {
        Dossier a = bare();
        Dossier b = bare();
        put_werkproces(a, false, words("oude", 100), "X1");
        put_werkproces(b, false, words("nieuwe", 80), "X1");
        put_werkproces(b, false, words("andere", other), "X2");
        const auto all = diff::compare(a, b).alles;
        return std::any_of(all.begin(), all.end(),
                           [](const Wijziging& w) { return w.soort == Soort::werkproces && w.code_oud == "X1" && w.code_nieuw == "X1"; });
    };
    CHECK(kept_code(89));
    CHECK_FALSE(kept_code(91));
}

TEST_CASE("words of up to three letters say little, unless there is nothing else") {
    const auto same = [](const char* old, const char* now) {
        Dossier a = bare();
        Dossier b = bare();
        put_criterium(a, false, old, "");
        put_criterium(b, false, now, "");
        return same_part(a, b, Soort::criterium);
    };
    CHECK_FALSE(same("van het een naar met voor", "van het een over door zich"));
    CHECK(same("van het een aan", "van het een op"));
    CHECK(same("zegt wat", "zegt niet"));  // one telling word: all words count
}

namespace {

/// A dossier with `count` criteria in one werkproces, or kerntaken, of which the first moves to another parent.
bool moved(Put put, int old_count, int new_count, const char* word, Soort soort) {
    Dossier a = bare();
    Dossier b = bare();
    put(a, false, words("oude", 90), "X0");
    put(b, true, words("nieuwe", 90), "Y0");
    const std::string tail = std::string(word).ends_with(' ') ? " " + words("", 100) : "";
    for (int i = 1; i < old_count; ++i) put(a, false, word + std::to_string(i) + "oud" + tail, "X" + std::to_string(i));
    for (int i = 1; i < new_count; ++i) put(b, true, word + std::to_string(i) + "nieuw" + tail, "Y" + std::to_string(i));
    model::number_criteria(a);
    model::number_criteria(b);
    const auto all = diff::compare(a, b).alles;
    return std::any_of(all.begin(), all.end(),
                       [&](const Wijziging& w) { return w.soort == soort && w.verplaatst && w.gewijzigd && w.oud.starts_with("oude1 "); });
}

/// `count` criteria of words that no other has, and `common` words that all have.
Dossier with_criteria(int count, const std::string& own, int common) {
    Dossier d = bare();
    for (int i = 0; i < count; ++i) {
        std::string tekst;
        for (int w = 0; w < 6; ++w) tekst += own + std::to_string(i) + "x" + std::to_string(w) + ' ';
        for (int w = 0; w < common; ++w) tekst += "allen" + std::to_string(w) + ' ';
        put_criterium(d, false, tekst + "einde", "");
    }
    model::number_criteria(d);
    return d;
}

std::size_t pairs_held(const Dossier& a, const Dossier& b) {
    diff::Side old(diff::elements(a));
    diff::Side now(diff::elements(b));
    return diff::match(old, now);
}

}  // namespace

TEST_CASE("above 40,000 pairs of kerntaken, or a million of criteria, a part elsewhere is found by words that few have") {
    CHECK(moved(put_kerntaak, 200, 200, "taak", Soort::kerntaak));
    CHECK(moved(put_kerntaak, 201, 200, "taak", Soort::kerntaak));
    CHECK(moved(put_criterium, 1000, 1000, "werk", Soort::criterium));
    CHECK(moved(put_criterium, 1001, 1000, "werk", Soort::criterium));
    // All its words are in every other one too.
    CHECK(moved(put_criterium, 1000, 1000, "werk ", Soort::criterium));
    CHECK_FALSE(moved(put_criterium, 1001, 1000, "werk ", Soort::criterium));
}

TEST_CASE("very many criteria are not all held against one another") {
    // All of them would be 256 million pairs.
    CHECK(pairs_held(with_criteria(16'000, "oud", 0), with_criteria(16'000, "nieuw", 0)) == 16'000);  // in the same place
    CHECK(pairs_held(with_criteria(16'000, "oud", 4), with_criteria(16'000, "nieuw", 4)) == 16'000);
    CHECK(pairs_held(with_criteria(900, "oud", 0), with_criteria(900, "nieuw", 0)) == 900 * 900);  // all: that is no work
}

TEST_CASE("what a criterium was split off from is looked for by its rarest words") {
    const auto looked_at = [](int common) {
        const Dossier a = with_criteria(4000, "oud", common);
        const Dossier b = with_criteria(1, "nieuw", common);
        diff::Side old(diff::elements(a));
        diff::Side now(diff::elements(b));
        (void)diff::match(old, now);
        const auto criterium = std::find_if(now.all.begin(), now.all.end(), [](const auto& e) { return e.soort == Soort::criterium; });
        const auto parent = std::find_if(old.children.begin(), old.children.end(), [](const auto& c) { return c.size() >= 4000; });
        REQUIRE(parent != old.children.end());
        return diff::Index(old).candidates(now.own[static_cast<std::size_t>(criterium - now.all.begin())], *parent).size();
    };
    CHECK(looked_at(0) == 0);
    CHECK(looked_at(20) == std::size_t{diff::Index::kMost});
}
