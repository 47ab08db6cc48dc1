#include "../common/sample.hpp"
#include "klassenlijst/klassenlijst.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::klassenlijst;

namespace {

struct Read {
    std::string text;  ///< number, name, profiel and what else there is, a line each
    std::string messages;
    std::size_t bad_rows = 0;
};

Read read(const std::string& csv, std::string_view profiel = "") {
    static const model::Dossier dossier = test::dossier_yaml();
    const Source file{"klas.csv", csv, true, {}};
    Diagnostics diagnostics;
    const auto table = table::read_csv(file, table::Encoding::utf8, diagnostics);
    REQUIRE(table.good);
    const Reading reading{profiel, [](char32_t c) { return c < 0x3000; }};
    const auto list = read_klassenlijst(table, dossier, reading, diagnostics);
    Read out;
    if (list) {
        for (const Kandidaat& k : list->kandidaten) {
            out.text += std::to_string(k.row) + ' ' + dossier.profielen[k.profiel].code.value;
            for (std::size_t v = 0; v < kVelden; ++v)
                if (!k.velden[v].empty() && static_cast<Veld>(v) != Veld::profiel)
                    out.text += ' ' + names()[v] + '=' + form_value(k, static_cast<Veld>(v));
            out.text += '\n';
        }
        out.bad_rows = list->bad_rows;
    }
    diagnostics.sort();
    out.messages = report(diagnostics);
    return out;
}

const std::string kHint =
    "  hint: the first row has the titles of the columns, in any order: studentnummer, naam, groep, profiel, leerbedrijf, beoordelaar1, "
    "beoordelaar2, "
    "datum, locatie, afnamemoment, poging\n";
const std::string kProfielen = "P1 (Verkoopspecialist), P2";

}  // namespace

TEST_CASE("columns by name, in any order and spelling") {
    const Read r = read(
        "Beoordelaar 1;NAAM;Student-nummer;profiel;DATUM;Poging;beoordelaar_2;groep;leerbedrijf;locatie;afnamemoment\n"
        "J. de Vries;Łukasz Dvořák;0012345;P3;1-6-2026;2;A. Bakker;VK4A;De Korst;Utrecht;ochtend\n");
    CHECK(r.text ==
          "2 P3 studentnummer=0012345 naam=Łukasz Dvořák groep=VK4A leerbedrijf=De Korst beoordelaar1=J. de Vries beoordelaar2=A. Bakker "
          "datum=01-06-2026 locatie=Utrecht afnamemoment=ochtend poging=2\n");
    CHECK(r.messages == "");
}

TEST_CASE("a name may come in parts") {
    CHECK(read("studentnummer;voornaam;tussenvoegsel;achternaam;profiel\n1;Anna;van "
               "'t;Ooster;P3\n2;Bo;;Öztürk;P3\n3;;;Prince;P3\n4;Jean;d';Hondt;P3\n")
              .text ==
          "2 P3 studentnummer=1 naam=Anna van 't Ooster\n3 P3 studentnummer=2 naam=Bo Öztürk\n4 P3 studentnummer=3 naam=Prince\n5 P3 "
          "studentnummer=4 naam=Jean d'Hondt\n");
    CHECK(read("studentnummer;naam;achternaam;profiel\n1;Anna;Ooster;P3\n").messages ==
          "klas.csv:1:15: error: found a column \"naam\" and columns for its parts\n"
          "  hint: keep either \"naam\", or \"voornaam\", \"tussenvoegsel\" and \"achternaam\"\n");
}

TEST_CASE("columns that are missing, unknown or there twice") {
    CHECK(read("nummer;naam\n1;Jan\n").messages ==
          "klas.csv:1:1: error: found no column \"studentnummer\" in the first row\n" + kHint +
              "klas.csv:1:1: note: the column \"nummer\" is not used\n  hint: columns that count: studentnummer, naam, groep, profiel, "
              "leerbedrijf, "
              "beoordelaar1, beoordelaar2, datum, locatie, afnamemoment, poging, voornaam, tussenvoegsel, achternaam\n");
    CHECK(read("studentnummer\n1\n").messages == "klas.csv:1:1: error: found no column \"naam\" in the first row\n" + kHint);
    CHECK(read("studentnummer;naam;profiel;beoordelaer1\n1;Jan;P3;x\n").messages ==
          "klas.csv:1:28: note: the column \"beoordelaer1\" is not used\n  hint: did you mean \"beoordelaar1\"?\n");
    CHECK(read("studentnummer;naam;Naam\n1;Jan;x\n").messages ==
          "klas.csv:1:20: error: found the column \"naam\" twice\n  hint: remove one of them\n");
    CHECK(read("").messages == "klas.csv:1:1: error: found no rows, expected a row with titles and a row for each candidate\n");
    CHECK(read("studentnummer;naam\n").messages == "klas.csv:1:1: warning: found titles and no candidates\n");
}

TEST_CASE("bad rows are errors at their place that name nobody; the good rows are there") {
    const Read r = read(
        "studentnummer;naam;profiel;datum;poging\n"
        ";Jan;P3;;\n"
        "2;;P3;;\n"
        "3;Piet;P9;;\n"
        "4;Kees;P3;31-2-2026;\n"
        "5;Kees;P3;;10\n"
        "6;Goed;P3;;1\n"
        "6;Dubbel;P3;;1\n"
        "6;Herkanst;P3;;2\n"
        "7/8;Slash;P3;;\n"
        "9;\xE6\x9D\x8E;P3;;\n");
    CHECK(r.text == "9 P3 studentnummer=6 naam=Herkanst poging=2\n");
    CHECK(r.bad_rows == 9);  // and row 7, whose number comes again
    const auto with_names = r.messages.find("Jan") != std::string::npos || r.messages.find("Kees") != std::string::npos;
    CHECK_FALSE(with_names);
    const auto has = [&](const std::string& line) { return r.messages.find(line + '\n') != std::string::npos; };
    CHECK(has("klas.csv:2:1: error: the row of this candidate has no studentnummer"));
    CHECK(has("klas.csv:3:1: error: the row of this candidate has no name"));
    CHECK(has("klas.csv:4:8: error: found a profiel that the dossier does not have, expected a code, a name or a crebo"));
    CHECK(has("klas.csv:5:11: error: found a day that there is not, expected one like 1-6-2026 or 2026-06-01"));
    CHECK(has("klas.csv:6:12: error: found a poging that is no number from 1 to 9"));
    CHECK(has("klas.csv:8:1: error: found the studentnummer of row 7 again\n  hint: a candidate has one row for each poging"));
    CHECK(
        has("klas.csv:10:1: error: found a studentnummer that cannot be part of the name of a file, expected letters, digits, \"-\", \"_\" "
            "and \".\", at most 40"));
    CHECK(
        has("klas.csv:11:3: error: found U+674E, a character that no font of the forms has\n  hint: write it in other letters, the same as "
            "on the diploma"));
}

TEST_CASE("a profiel by code, by name, by default") {
    CHECK(read("studentnummer;naam;profiel\n1;Jan;p3\n").text == "2 P3 studentnummer=1 naam=Jan\n");
    CHECK(read("studentnummer;naam;profiel\n1;Jan;e-commerce SPECIALIST\n").text == "2 P3 studentnummer=1 naam=Jan\n");
    CHECK(read("studentnummer;naam\n1;Jan\n", "P2").text == "2 P2 studentnummer=1 naam=Jan\n");
    CHECK(read("studentnummer;naam\n1;Jan\n")
              .messages.starts_with("klas.csv:2:1: error: the row of this candidate names no profiel, and the dossier has 6 profielen\n  "
                                    "hint: add a column \"profiel\" or use --profiel; there is P1 ("));
}

TEST_CASE("what no field can show") {
    CHECK(read("studentnummer;naam;profiel\n1;" + std::string(200, 'a') + ";P3\n").bad_rows == 0);
    CHECK(read("studentnummer;naam;profiel\n1;" + std::string(201, 'a') + ";P3\n").messages ==
          "klas.csv:2:3: error: found more than 200 characters, which no field can show\n");
    for (const char* bad : {"-1", ".x", "x.", "..", "a b", "é"})
        CHECK(read(std::string("studentnummer;naam;profiel\n") + bad + ";Jan;P3\n").bad_rows == 1);
    CHECK(read("studentnummer;naam;profiel\n" + std::string(40, '1') + ";Jan;P3\n").bad_rows == 0);
    CHECK(read("studentnummer;naam;profiel\n" + std::string(41, '1') + ";Jan;P3\n").bad_rows == 1);
}

TEST_CASE("days as people write them") {
    for (const char* good : {"2026-06-01", "1-6-2026", "01-06-2026", "1/6/2026", "01.06.2026"}) CHECK(day_of(good) == "2026-06-01");
    for (const char* bad : {"",           "2026",       "1-6",        "1-6-26",     "31-2-2026",  "1-13-2026", "0-6-2026",  "1-6/2026",
                            "2026-6-1-1", "x",          "1--2026",    "1-6-2026 ",  "46174",      "1-6-",      "-1-6-2026", "1-6-2026-",
                            "1-6-2026-1", "001-6-2026", "1-006-2026", "2026-006-1", "2026-6-001", "1-6-02026", "1-6-202x"})
        CHECK_FALSE(day_of(bad));
    CHECK(day_of("29-2-2028") == "2028-02-29");
    CHECK_FALSE(day_of("29-2-2027"));
}

TEST_CASE("a poging is a number from 1 to 9") {
    for (const char* poging : {"1", "2", "9"})
        CHECK(read("studentnummer;naam;profiel;poging\n1;A;P3;" + std::string(poging) + "\n").messages == "");
    for (const char* no : {"0", "10", ":", "/", "a"})
        CHECK(read("studentnummer;naam;profiel;poging\n1;A;P3;" + std::string(no) + "\n").messages ==
              "klas.csv:2:8: error: found a poging that is no number from 1 to 9\n");
}

TEST_CASE("a profiel by its crebo, and by no other number") {
    model::Dossier dossier = test::dossier_yaml();
    dossier.profielen[1].crebo.value = "25902";
    const auto profiel = [&](const std::string& crebo) {
        const Source file{"klas.csv", "studentnummer;naam;profiel\n1;A;" + crebo + "\n", true, {}};
        Diagnostics diagnostics;
        const auto table = table::read_csv(file, table::Encoding::utf8, diagnostics);
        const auto list = read_klassenlijst(table, dossier, {"", [](char32_t) { return true; }}, diagnostics);
        return list && list->kandidaten.size() == 1 ? static_cast<int>(list->kandidaten.front().profiel) : -1;
    };
    CHECK(profiel("25902") == 1);
    CHECK(profiel("25901") == -1);
    CHECK(profiel("p2") == 1);
}
