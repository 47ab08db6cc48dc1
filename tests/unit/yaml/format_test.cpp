#include "yaml/yaml.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

using namespace dossier;

std::string formatted(const std::string& text) {
    const Source source{"d.yaml", text};
    Diagnostics diagnostics;
    const auto out = yaml::format_dossier(source, diagnostics);
    return out ? *out : report(diagnostics);
}

std::string slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("fmt: indents, spaces, blank lines and the order of keys") {
    CHECK(formatted("profielen:\n"
                    "- naam:   Verkoper\n"
                    "  code: P1\n"
                    "-   code: P2\n"
                    "    niveau: 3\n"
                    "    naam: \"Eerste: verkoper\"   \n"
                    "- {code: P3, naam: Derde}\n"
                    "naam: Handel\n"
                    "\n\n\n"
                    "versie: '1'\n"
                    "basisdeel:\n"
                    "      kerntaken:\n"
                    "          - titel: Verkoopt\n"
                    "            code:\n"
                    "               B1-K1\n") ==
          "naam: Handel\n"
          "\n"
          "versie: '1'\n"
          "\n"
          "basisdeel:\n"
          "  kerntaken:\n"
          "    - code: B1-K1\n"
          "      titel: Verkoopt\n"
          "\n"
          "profielen:\n"
          "  - code: P1\n"
          "    naam: Verkoper\n"
          "  - code: P2\n"
          "    naam: \"Eerste: verkoper\"\n"
          "    niveau: 3\n"
          "\n"
          "  - {code: P3, naam: Derde}\n");
}

TEST_CASE("fmt: comments stay by their value") {
    CHECK(formatted("# yaml-language-server: $schema=x\n"
                    "# over dit bestand\n"
                    "\n"
                    "# het profiel\n"
                    "profielen: # lijst\n"
                    "  # de eerste\n"
                    "  - naam: Verkoper # naam\n"
                    "    # de code\n"
                    "    code: P1\n"
                    "    # nog onder P1\n"
                    "  # nog in de lijst\n"
                    "# de naam\n"
                    "naam: \"a # b\"#c\n"
                    "\n"
                    "# slot\n") ==
          "d.yaml:13:14: error: this text belongs to no key and no list\n"
          "    13 | naam: \"a # b\"#c\n"
          "       |              ^~\n"
          "  hint: a list item is a dash and a space; a key ends with \":\"; check the indent\n");
    CHECK(formatted("# yaml-language-server: $schema=x\n"
                    "# over dit bestand\n"
                    "\n"
                    "# het profiel\n"
                    "profielen: # lijst\n"
                    "  # de eerste\n"
                    "  - naam: Verkoper # naam\n"
                    "    # de code\n"
                    "    code: P1\n"
                    "    # nog onder P1\n"
                    "  # nog in de lijst\n"
                    "# de naam\n"
                    "naam: \"a # b\" #c\n"
                    "\n"
                    "# slot\n") ==
          "# yaml-language-server: $schema=x\n"
          "# over dit bestand\n"
          "\n"
          "# de naam\n"
          "naam: \"a # b\"  #c\n"
          "\n"
          "# het profiel\n"
          "profielen:  # lijst\n"
          "  # de eerste\n"
          "  # de code\n"
          "  - code: P1\n"
          "    naam: Verkoper  # naam\n"
          "    # nog onder P1\n"
          "  # nog in de lijst\n"
          "\n"
          "# slot\n");
}

TEST_CASE("fmt: long texts keep every character") {
    CHECK(formatted("bron:\n"
                    "     omschrijving: |  # blok\n"
                    "\n"
                    "              een\n"
                    "                - twee  \n"
                    "\n"
                    "              # geen opmerking\n"
                    "     titel: >-\n"
                    "        gevouwen\n"
                    "        tekst\n"
                    "     licentie: gewoon\n"
                    "        en verder\n"
                    "naam: 'een\n"
                    "  twee'\n") ==
          "naam: 'een\n"
          "  twee'\n"
          "\n"
          "bron:\n"
          "  titel: >-\n"
          "    gevouwen\n"
          "    tekst\n"
          "  licentie: gewoon\n"
          "    en verder\n"
          "  omschrijving: |  # blok\n"
          "\n"
          "    een\n"
          "      - twee  \n"
          "\n"
          "    # geen opmerking\n");
}

TEST_CASE("fmt: lists of words, flow lists over several lines, Windows line ends, no last line end") {
    CHECK(formatted("beoordeling:\r\n"
                    "  schaal:\r\n"
                    "  - onvoldoende\r\n"
                    "  -  \"goed\"\r\n"
                    "  cesuur: {criteria: alle,  # alles\r\n"
                    "    werkprocessen: alle\r\n"
                    "    }\r\n"
                    "naam: x") ==
          "naam: x\n"
          "\n"
          "beoordeling:\n"
          "  schaal:\n"
          "    - onvoldoende\n"
          "    - \"goed\"\n"
          "  cesuur: {criteria: alle,  # alles\n"
          "    werkprocessen: alle\n"
          "    }\n");
}

TEST_CASE("fmt: what it does not take") {
    CHECK(formatted("naam: [") ==
          "d.yaml:1:8: error: expected \",\" or \"]\"\n"
          "     1 | naam: [\n"
          "       |        ^\n"
          "  hint: text that begins with \"[\" needs quotes\n");
    CHECK(formatted("---\nnaam: x\n") ==
          "d.yaml:1:1: error: found \"?\", \"---\" or \"...\" between values, which the canonical form has not\n"
          "     1 | ---\n"
          "       | ^\n"
          "  hint: remove them\n");
}

TEST_CASE("fmt: dossier.yaml is in canonical form, and comes back to it from another layout") {
    const std::string text = slurp(DOSSIER_SOURCE_DIR "/dossier.yaml");
    CHECK((formatted(text) == text));
    // Deeper indents.
    std::string wide;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        wide += std::string(line.starts_with(' ') ? 3 : 0, ' ') + line + '\n';
    }
    CHECK((formatted(wide) == text));
}

TEST_CASE("fmt: every file of the tests is refused, or formatted once and for all") {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(DOSSIER_SOURCE_DIR "/tests/fuzz/corpus/yaml")) {
        INFO(entry.path().string());
        const Source source{"d.yaml", slurp(entry.path())};
        Diagnostics diagnostics;
        const auto once = yaml::format_dossier(source, diagnostics);
        if (!once) continue;
        CHECK(formatted(*once) == *once);
        ++count;
    }
    CHECK(count > 3);
}
