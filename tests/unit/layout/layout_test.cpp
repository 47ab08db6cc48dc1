#include "layout/layout.hpp"

#include <doctest/doctest.h>

using namespace dossier;

TEST_CASE("x") {
    static const layout::Fonts fonts;
    Diagnostics d;
    const auto doc = markup::parse_markup("<formulier lang=\"nl\" titel=\"T\"><kop><p>Kop</p></kop><voet><p>pagina <pagina/> van <paginas/></p></voet><h1>Titel</h1><p>Hallo <strong>wereld</strong> → <a href=\"https://x.nl\">link</a> ja</p></formulier>", {}, d);
    REQUIRE(doc);
    const auto pages = layout::lay_out(*doc, fonts, d);
    CHECK(report(d) == "");
    REQUIRE(pages);
    MESSAGE(layout::dump(*pages, fonts));
}
