#pragma once
/// A dossier about which there is nothing to say but one warning, and what the rules say when a piece of it is another.

#include "check/check.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace check_test {

using namespace dossier;

inline const std::string kGood = R"(naam: Verkoop
basisdeel:
  kerntaken:
    - code: B1-K1
      titel: Verkoopt
      complexiteit: Lastig.
      verantwoordelijkheid: Zelfstandig.
      vakkennis:
        rubrieken:
          - items:
              - heeft kennis van klanten
              - heeft brede en specialistische kennis van waren
              - kan rekenen
      werkprocessen:
        - code: B1-K1-W1
          titel: Ontvangt
          omschrijving: Doet de deur open.
          resultaat: De klant is binnen.
          gedrag:
            criteria:
              - begroet de klant;
              - vraagt door.
          competenties: [Leren, Analyseren]
        - code: B1-K1-W2
          titel: Rekent af
          omschrijving: Rekent af.
          resultaat: De klant heeft betaald.
          gedrag:
            criteria:
              - telt het geld;
              - geeft de bon.
          competenties: [Leren]
profielen:
  - code: P1
    naam: Verkoper
  - code: P2
    naam: Winkelier
    kerntaken:
      - code: P2-K1
        titel: Leidt
        werkprocessen:
          - code: P2-K1-W1
            titel: Plant
beoordeling:
  schaal: [onvoldoende, voldoende, goed]
  cesuur: {criteria: 75%, werkprocessen: alle}
)";
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// What the rules say about kGood with `from` replaced by `to`, without the warning that kGood itself has.
inline std::string said(std::string_view from, std::string_view to) {
    const Source source{"d.yaml", replaced(kGood, from, to)};
    Diagnostics d;
    const auto dossier = yaml::read_dossier(source, d);
    REQUIRE(report(d) == "");
    check::check_dossier(*dossier, d);
    Diagnostics rest;
    for (const Diagnostic& one : d.all())
        if (one.code != "outline-only")
            (one.severity == Severity::error ? rest.error(one.code, one.location, one.message, one.hints)
                                             : rest.warning(one.code, one.location, one.message, one.hints));
    rest.sort();
    return report(rest);
}

}  // namespace check_test
