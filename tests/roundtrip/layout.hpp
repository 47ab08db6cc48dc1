#pragma once
/// How a made-up dossier is set as text: what a publisher's template and a person's way of getting text from a PDF do to it.

#include "random.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::roundtrip {

enum class Regels {
    wit,  ///< blank lines between parts, as pdftotext writes them
    raw,  ///< none at all, as pdftotext -raw writes them
};
enum class Paginas {
    form_feed,
    spatie,  ///< a page starts with a single space: what is left of a form feed
    geen,    ///< nothing tells where a page starts
};
enum class Overzicht { codes, titels, geen };
enum class Koppen {
    geen,
    deel,  ///< each page repeats the heading of the kerntaak or werkproces that goes on
    vast,  ///< each page has the same line at its top
};

struct Layout {
    Regels regels = Regels::wit;
    Paginas paginas = Paginas::form_feed;
    Overzicht overzicht = Overzicht::codes;
    Koppen koppen = Koppen::geen;
    bool paginanummers = false;
    bool titelblad = false;
    bool inhoud = false;            ///< a table of contents
    std::size_t breedte = 100;      ///< code points a line
    std::size_t paginalengte = 50;  ///< lines a page
    std::size_t marge = 0;          ///< spaces before each line
    std::string_view teken = "§";   ///< of the items of vakkennis
    std::string_view streep = "-";  ///< of the criteria of gedrag
    bool crlf = false, bom = false, ligaturen = false, nfd = false;
    bool afbreken = false;            ///< words are hyphenated at line ends
    bool wit_in_items = false;        ///< a blank line inside a wrapped item of vakkennis, as the published text has
    bool hoofdletters = false;        ///< such an item may go on with a capital there: a reader may doubt
    bool zachte_streepjes = false;    ///< and end in U+00AD there
    bool kale_lijsten = false;        ///< lists without signs
    bool zonder_dubbelepunt = false;  ///< "P3-K1 Evalueert", as the published profieldeel has
    std::string_view nummer = "";     ///< before "8 van 25"
    bool kolommen = false;            ///< the columns of the overview are apart by several spaces, as in pdftotext -layout
    bool harde_spaties = false;       ///< no-break spaces behind the colons of headings and in lists of competenties
    bool pdf = false;                 ///< set as a PDF and read back from it
    std::string_view letter = "Courier";
    int wit = 12;  ///< points of white between parts of a PDF, whose lines are 12 apart
};

[[nodiscard]] Layout make_layout(Random& random);
/// A layout that a PDF can be made of with the fonts that each reader has.
[[nodiscard]] Layout make_pdf_layout(Random& random);
/// The layouts that are judged together.
[[nodiscard]] std::string family_of(const Layout& layout);
/// All that is not the plainest, in one line.
[[nodiscard]] std::string describe(const Layout& layout);
/// Layouts one step plainer, of the same family.
[[nodiscard]] std::vector<Layout> plainer(const Layout& layout);

}  // namespace dossier::roundtrip
