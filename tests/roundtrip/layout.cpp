#include "layout.hpp"

#include <array>

namespace dossier::roundtrip {
namespace {

using namespace std::string_view_literals;

constexpr std::array kTekens{"§"sv, "§"sv, "\xef\x82\xa7"sv /* U+F0A7 */, "•"sv, "-"sv, "▪"sv};

/// What does not depend on how the text was got. One in three is plain, to show one fault at a time.
Layout made(Random& random, bool plain) {
    Layout layout;
    layout.overzicht =
        std::array{Overzicht::codes, Overzicht::codes, Overzicht::codes, Overzicht::titels, Overzicht::geen}[random.below(5)];
    if (plain) return layout;
    layout.breedte = random.between(60, 110);
    layout.paginalengte = random.between(25, 60);
    layout.titelblad = random.chance(50);
    layout.inhoud = random.chance(15);
    layout.koppen = std::array{Koppen::geen, Koppen::deel, Koppen::deel, Koppen::vast}[random.below(4)];
    layout.paginanummers = random.chance(50);
    layout.teken = random.pick(kTekens);
    if (random.chance(30)) layout.nummer = "Pagina ";
    layout.kale_lijsten = random.chance(30);
    layout.zonder_dubbelepunt = random.chance(30);
    if (random.chance(10)) layout.streep = "•";
    if (random.chance(5)) layout.streep = "–";
    return layout;
}

}  // namespace

Layout make_layout(Random& random) {
    const bool plain = random.chance(33);
    Layout layout = made(random, plain);
    layout.regels = random.chance(60) ? Regels::wit : Regels::raw;
    layout.paginas = std::array{Paginas::form_feed, Paginas::spatie, Paginas::geen}[random.below(3)];
    if (plain) return layout;
    if (layout.paginas == Paginas::geen && layout.koppen == Koppen::vast) layout.koppen = Koppen::deel;
    if (layout.paginas == Paginas::geen && random.chance(25)) layout.marge = random.between(1, 12);
    if (layout.paginas == Paginas::form_feed && random.chance(25)) layout.marge = random.between(1, 12);
    layout.afbreken = random.chance(20);
    layout.zachte_streepjes = layout.afbreken && random.chance(30);
    layout.kolommen = random.chance(20);
    layout.kale_lijsten = layout.kale_lijsten && layout.regels == Regels::wit;
    layout.crlf = random.chance(15);
    layout.bom = random.chance(15);
    layout.ligaturen = random.chance(15);
    layout.nfd = random.chance(15);
    layout.harde_spaties = random.chance(20);
    layout.wit_in_items = layout.regels == Regels::wit && random.chance(40);
    layout.hoofdletters = layout.wit_in_items && random.chance(15);
    return layout;
}

Layout make_pdf_layout(Random& random) {
    const bool plain = random.chance(33);
    Layout layout = made(random, plain);
    layout.pdf = true;
    if (plain) return layout;
    while (layout.teken != "§" && layout.teken != "•" && layout.teken != "-") layout.teken = random.pick(kTekens);
    layout.afbreken = random.chance(20);
    layout.letter = std::array{"Courier"sv, "Helvetica"sv, "Times-Roman"sv}[random.below(3)];
    layout.wit = static_cast<int>(random.between(6, 14));
    layout.wit_in_items = random.chance(20);
    return layout;
}

std::string family_of(const Layout& layout) {
    if (layout.pdf) return "pdf";
    std::string name = layout.regels == Regels::wit ? "blank lines" : "raw";
    name += layout.paginas == Paginas::form_feed ? ", form feeds"
            : layout.paginas == Paginas::spatie  ? ", single spaces"
                                                 : ", no page signs";
    return name + (layout.overzicht == Overzicht::codes    ? ""
                   : layout.overzicht == Overzicht::titels ? ", overview without codes"
                                                           : ", no overview");
}

std::string describe(const Layout& layout) {
    std::string out = family_of(layout);
    const auto add = [&out](bool is, const std::string& what) { out += is ? "; " + what : ""; };
    add(true, "width " + std::to_string(layout.breedte));
    add(true, "page " + std::to_string(layout.paginalengte));
    add(layout.koppen == Koppen::deel, "running heads");
    add(layout.koppen == Koppen::vast, "the same head on each page");
    add(layout.paginanummers, "page numbers");
    add(layout.titelblad, "title page");
    add(layout.inhoud, "table of contents");
    add(layout.marge > 0, "margin " + std::to_string(layout.marge));
    add(layout.teken != "§", "items with " + std::string(layout.teken));
    add(layout.streep != "-", "criteria with " + std::string(layout.streep));
    add(layout.crlf, "CRLF");
    add(layout.bom, "BOM");
    add(layout.ligaturen, "ligatures");
    add(layout.nfd, "NFD");
    add(layout.afbreken, "hyphenated");
    add(layout.letter != "Courier", std::string(layout.letter));
    add(layout.wit != 12, "white of " + std::to_string(layout.wit) + " points");
    add(layout.zachte_streepjes, "soft hyphens");
    add(layout.kale_lijsten, "lists without signs");
    add(layout.zonder_dubbelepunt, "no colon behind codes of the profieldeel");
    add(!layout.nummer.empty(), "numbers with " + std::string(layout.nummer));
    add(layout.kolommen, "columns");
    add(layout.harde_spaties, "no-break spaces");
    add(layout.wit_in_items, "blank lines in items");
    add(layout.hoofdletters, "items go on with a capital");
    return out;
}

std::vector<Layout> plainer(const Layout& layout) {
    std::vector<Layout> out;
    const Layout plain;
    const auto without = [&](auto field) {
        if (layout.*field == plain.*field) return;
        out.push_back(layout);
        out.back().*field = plain.*field;
    };
    if (layout.koppen != Koppen::geen || layout.paginanummers) {
        out.push_back(layout);
        out.back().koppen = Koppen::geen;
        out.back().paginanummers = false;
    }
    without(&Layout::koppen);
    without(&Layout::paginanummers);
    without(&Layout::titelblad);
    without(&Layout::inhoud);
    without(&Layout::marge);
    without(&Layout::teken);
    without(&Layout::streep);
    without(&Layout::crlf);
    without(&Layout::bom);
    without(&Layout::ligaturen);
    without(&Layout::nfd);
    without(&Layout::afbreken);
    without(&Layout::letter);
    without(&Layout::wit);
    without(&Layout::zachte_streepjes);
    without(&Layout::kale_lijsten);
    without(&Layout::zonder_dubbelepunt);
    without(&Layout::nummer);
    without(&Layout::kolommen);
    without(&Layout::harde_spaties);
    without(&Layout::hoofdletters);
    if (!layout.hoofdletters) without(&Layout::wit_in_items);
    without(&Layout::breedte);
    if (layout.paginalengte < 1000) {
        out.push_back(layout);
        out.back().paginalengte = 1000;
    }
    return out;
}

}  // namespace dossier::roundtrip
