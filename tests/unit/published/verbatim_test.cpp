// Whether dossier.yaml has every word of the text it was made from, and no other, part by part. The source is cut into parts
// here in the plainest way, apart from the importer: what is left out is named.

#include "../common/sample.hpp"
#include "../common/seed.hpp"
#include "published/published.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

using namespace dossier;
using namespace dossier::model;

namespace {

/// Part name -> its words without white space, hyphens and list signs.
using Parts = std::map<std::string, std::string>;

std::string bare(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decode_utf8(text, at);
        if (c != ' ' && c != '\n' && c != '-' && c != 0xa7) append_utf8(out, c);
    }
    return out;
}

// ---- the source ----------------------------------------------------------------------------------------------------

constexpr std::array kKoppen{std::string_view("Leeswijzer"),
                             std::string_view("Overzicht van het kwalificatiedossier"),
                             std::string_view("Basisdeel"),
                             std::string_view("1. Beroepsspecifieke onderdelen"),
                             std::string_view("Typering van de beroepengroep"),
                             std::string_view("Context"),
                             std::string_view("Typerende beroepshouding"),
                             std::string_view("Resultaat van de beroepengroep"),
                             std::string_view("Complexiteit"),
                             std::string_view("Verantwoordelijkheid en zelfstandigheid"),
                             std::string_view("Vakkennis en vaardigheden"),
                             std::string_view("Omschrijving"),
                             std::string_view("Resultaat"),
                             std::string_view("Gedrag"),
                             std::string_view("2. Generieke onderdelen"),
                             std::string_view("Profieldeel"),
                             std::string_view("Mbo-niveau"),
                             std::string_view("Typering van het beroep"),
                             std::string_view("Beroepsvereisten")};

bool is_code_line(const std::string& line) { return line.size() > 5 && (line.starts_with("B1-K") || line.starts_with("P3-K")); }

constexpr const char* kNoBreak = "\xC2\xA0";

Parts parts_of_source(const std::string& text) {
    Parts parts;
    std::istringstream in(text);
    std::string line, code, kop, page_head;
    bool overview = false;
    while (std::getline(in, line)) {
        const bool page = line.starts_with(' ');
        for (std::size_t at = line.find(kNoBreak); at != std::string::npos; at = line.find(kNoBreak)) line.replace(at, 2, " ");
        line = std::string(trim(line));
        if (line.empty() || line == "8 van 25") continue;
        if (line == "Overzicht van het kwalificatiedossier") overview = true;
        if (line == "Basisdeel") overview = false;
        if (overview) continue;  // counted and compared by title elsewhere
        if (page && line == page_head) continue;
        if (is_code_line(line) || line == "P3 E-commerce specialist") {
            page_head = line;
            code = line.substr(0, std::min(line.find(' '), line.find(':')));
            kop.clear();
            parts[code] += bare(line.substr(code.size() + (line[code.size()] == ':' ? 1 : 0)));
        } else if (std::find(kKoppen.begin(), kKoppen.end(), line) != kKoppen.end()) {
            if (line == "Leeswijzer" || line == "2. Generieke onderdelen") code.clear();
            kop = line;
        } else {
            constexpr std::string_view kCompetenties = "De onderliggende competenties zijn:";
            if (line.starts_with(kCompetenties)) {
                kop = "competenties";
                line.erase(0, kCompetenties.size());
            }
            parts[code + "/" + kop] += bare(line);
        }
    }
    return parts;
}

// ---- the dossier ---------------------------------------------------------------------------------------------------

std::string bare(const Tekst& tekst) {
    std::string out;
    const auto add = [&out](const auto& self, const std::vector<Blok>& blokken) -> void {
        for (const Blok& b : blokken) {
            out += bare(b.teken) + bare(b.tekst);
            for (const Punt& p : b.punten) {
                out += bare(p.teken) + bare(p.tekst);
                self(self, p.onder);
            }
        }
    };
    add(add, tekst.blokken);
    return out;
}

void put(Parts& parts, const std::string& name, const std::string& words) {
    if (!words.empty()) parts[name] += words;
}

void put(Parts& parts, const Kerntaak& k) {
    const std::string code = k.code.value;
    put(parts, code, bare(k.titel.value));
    put(parts, code + "/Complexiteit", bare(k.complexiteit));
    put(parts, code + "/Verantwoordelijkheid en zelfstandigheid", bare(k.verantwoordelijkheid));
    std::string kennis = bare(k.vakkennis.aanhef.value);
    for (const Rubriek& r : k.vakkennis.rubrieken) {
        kennis += bare(r.titel.value);
        for (const Text& item : r.items) kennis += bare(item.value);
    }
    put(parts, code + "/Vakkennis en vaardigheden", kennis);
    for (const Werkproces& w : k.werkprocessen) {
        put(parts, w.code.value, bare(w.titel.value));
        put(parts, w.code.value + "/Omschrijving", bare(w.omschrijving));
        put(parts, w.code.value + "/Resultaat", bare(w.resultaat));
        std::string gedrag = bare(w.gedrag.aanhef.value);
        for (const Text& c : w.gedrag.criteria) gedrag += bare(c.value);
        put(parts, w.code.value + "/Gedrag", gedrag);
        std::string names;
        for (const Text& c : w.competenties) {
            if (!names.empty()) names += ',';
            names += bare(c.value);
        }
        put(parts, w.code.value + "/competenties", names);
    }
}

Parts parts_of_dossier(const Dossier& d) {
    Parts parts;
    for (const Paragraaf& p : d.leeswijzer) put(parts, "/Leeswijzer", bare(p.titel.value) + bare(p.tekst));
    put(parts, "/Context", bare(d.basisdeel.beroepsgroep.context));
    put(parts, "/Typerende beroepshouding", bare(d.basisdeel.beroepsgroep.beroepshouding));
    put(parts, "/Resultaat van de beroepengroep", bare(d.basisdeel.beroepsgroep.resultaat));
    for (const Kerntaak& k : d.basisdeel.kerntaken) put(parts, k);
    put(parts, "/2. Generieke onderdelen", bare(d.basisdeel.generiek.inleiding));
    for (const GeneriekOnderdeel& o : d.basisdeel.generiek.onderdelen)
        put(parts, "/2. Generieke onderdelen", bare(o.titel.value) + bare(o.tekst));
    for (const Profiel& p : d.profielen) {
        if (p.typering.empty()) continue;  // overview only
        put(parts, p.code.value, bare(p.naam.value));
        put(parts, p.code.value + "/Mbo-niveau", std::to_string(p.niveau.value));
        put(parts, p.code.value + "/Typering van het beroep", bare(p.typering));
        put(parts, p.code.value + "/Beroepsvereisten", p.beroepsvereisten.value);
        for (const Kerntaak& k : p.kerntaken) put(parts, k);
    }
    return parts;
}

void check_same(const Parts& source, const Parts& dossier) {
    for (const auto& each : source) {
        const std::string& name = each.first;
        CAPTURE(name);
        const auto found = dossier.find(name);
        REQUIRE(found != dossier.end());
        CHECK(found->second == each.second);
    }
    for (const auto& each : dossier) {
        const std::string& name = each.first;
        CAPTURE(name);
        CHECK(source.find(name) != source.end());
    }
}

/// What people added to dossier.yaml, taken away.
Dossier without_people(Dossier d) {
    d.naam = {};
    d.bron = {};
    d.beoordeling = {};
    d.begrippen.clear();
    return d;
}

}  // namespace

TEST_CASE("dossier.yaml has every word of its source and no other") {
    const Source text = test::seed();
    if (text.text.empty()) return;
    const Parts source = parts_of_source(text.text);
    CHECK(source.size() == 110);
    check_same(source, parts_of_dossier(test::dossier_yaml()));
}

TEST_CASE("dossier.yaml is what the importer makes of its source, apart from what people added") {
    const Source text = test::seed();
    if (text.text.empty()) return;
    Diagnostics diagnostics;
    const auto imported = published::import_text(text, diagnostics);
    REQUIRE(imported);
    CHECK(yaml::write_yaml(without_people(test::dossier_yaml())) == yaml::write_yaml(imported->dossier));
}

TEST_CASE("dossier.yaml is in canonical form, comments apart") {
    const Source yaml = test::source_file("dossier.yaml");
    std::istringstream lines(yaml.text);
    std::string line, without_comments;
    for (bool first = true; std::getline(lines, line); first = false)
        if (first || !trim(line).starts_with('#')) without_comments += line + '\n';
    CHECK(yaml::write_yaml(test::dossier_yaml()) == without_comments);
}
