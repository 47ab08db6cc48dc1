/// The formats of other systems: valid against their schemas, and complete.

#include "../common/sample.hpp"
#include "../common/seed.hpp"
#include "table/csv_record.hpp"
#include "exchange/exchange.hpp"
#include "exchange/onderdelen.hpp"
#include "archive/archive.hpp"
#include "sbb/sbb.hpp"

#include <cstdlib>
#include <ctime>
#include <doctest/doctest.h>
#include <map>
#include <stdexcept>

using namespace dossier;
using namespace dossier::model;
using exchange::KerntaakDeel;
using exchange::Onderdeel;
using exchange::WerkprocesDeel;

namespace {

/// What the formats require and the source may not have.
Dossier completed(Dossier d) {
    int number = 25990;
    if (d.vastgesteld.value.empty()) d.vastgesteld.value = "2025-08-01";
    for (Profiel& p : d.profielen) {
        if (p.crebo.value.empty()) p.crebo.value = std::to_string(++number);
        if (p.niveau.value == 0) p.niveau.value = 4;
        p.isced.value = "0416";
    }
    return d;
}

/// The real dossier, a dossier with every field filled, and a published one if it is there.
std::vector<Dossier> dossiers() {
    std::vector<Dossier> out{completed(test::dossier_yaml()), completed(test::full_dossier())};
    // The sample has one crebo everywhere.
    for (std::size_t p = 0; p < out[1].profielen.size(); ++p) out[1].profielen[p].crebo.value = "2500" + std::to_string(p);
    if (const auto folder = test::external("examples"); !folder.empty()) {
        static const Source source{"sbb.xml", test::file(folder / "sbb-2755-dienstverlening.xml")};
        Diagnostics diagnostics;
        out.push_back(completed(sbb::import_sbb(source, diagnostics).value()));
    }
    return out;
}

template <class Use> void for_each_kwalificatie(Use use) {
    for (const Dossier& d : dossiers())
        for (const Profiel& p : d.profielen) {
            INFO(d.naam.value << ' ' << p.code.value);
            use(d, p);
        }
}

std::size_t count(const std::string& text, const std::string& word) {
    std::size_t n = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++n;
    return n;
}

/// Calls `use(code)` for each werkproces and `criterium(code, tekst)` for each criterium.
template <class Werkproces, class Criterium>
void for_each_part(const Dossier& d, const Profiel& p, Werkproces werkproces, Criterium criterium) {
    for (const exchange::KerntaakDeel& k : exchange::delen_van(d, p))
        for (const exchange::WerkprocesDeel& w : k.werkprocessen) {
            werkproces(w.bron->code.value);
            for (const exchange::Onderdeel& c : w.criteria) criterium(c.code, c.tekst);
        }
}

/// Records of RFC 4180.
std::vector<std::vector<std::string>> csv(const std::string& text) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& field = rows.back().back();
        if (quoted) {
            if (text[i] != '"') field += text[i];
            else if (i + 1 < text.size() && text[i + 1] == '"') field += text[++i];
            else quoted = false;
        } else if (text[i] == '"' && field.empty()) {
            quoted = true;
        } else if (text[i] == ',') {
            rows.back().emplace_back();
        } else if (text.substr(i, 2) == "\r\n") {
            rows.push_back({""});
            ++i;
        } else {
            field += text[i];
        }
    }
    rows.pop_back();
    return rows;
}

int run(const std::string& command) { return std::system(command.c_str()); }

}  // namespace

TEST_CASE("systems: aanvullende eisen and cruciale criteria are marked") {
    Dossier d = test::full_dossier();
    d.beoordeling.cruciaal = {{"B1-K1-W1-G1", {}}};
    const auto delen = exchange::delen_van(d, d.profielen.at(0));
    REQUIRE(delen.size() == 4);
    const auto& criteria = delen[0].werkprocessen.at(0).criteria;
    REQUIRE(criteria.size() == 4);
    CHECK(criteria[0].cruciaal);
    CHECK_FALSE(criteria[1].aanvullend);
    CHECK(criteria[2].code == "B1-K1-W1-G3");
    CHECK(criteria[2].aanvullend);
    CHECK(exchange::delen_van(d, d.profielen.at(1))[0].werkprocessen.at(0).criteria.at(2).code == "B1-K1-W1-G5");
    CHECK(delen[0].secties.at(1).kop.starts_with("Complexiteit (aanvullende eis voor "));
}

TEST_CASE("systems: xhtml and plain text keep lists and signs") {
    const Tekst tekst = parse_tekst("Een & twee:\n\n1. een\n   a. onder\n2. twee\n\n- punt\n\n* noot", {});
    CHECK(exchange::xhtml_text(tekst, "Kop") ==
          "<p><strong>Kop</strong></p><p>Een &amp; twee:</p><ol><li>een<ul><li>a. onder</li></ul></li><li>twee</li></ol><ul><li>punt</li>"
          "</ul><p>* noot</p>");
    CHECK(exchange::plain_text(tekst) == "Een & twee:\n1. een\n  a. onder\n2. twee\n- punt\n* noot");
}

TEST_CASE("systems: ELM says what is missing and how to add it") {
    Dossier d = test::dossier_yaml();
    const auto missing = exchange::missing_for_elm(d.profielen.at(0));
    REQUIRE(missing.size() == 3);
    CHECK(missing[0].what.text() == "profiel P1");
    CHECK(missing[0].key == "crebo");
    CHECK(missing[0].hint.text() == "add the crebonummer of the kwalificatie, \"crebo: \" and five digits, under \"code: P1\"");
    CHECK(missing[1].hint.text() == "add its ISCED-F code, like isced: \"0416\" for wholesale and retail sales, under \"code: P1\"");
    CHECK(missing[2].hint.text() == "add its mbo level, \"niveau: \" and 1 to 4, under \"code: P1\"");
    CHECK(exchange::missing_for_elm(completed(d).profielen.at(0)).empty());
    CHECK(exchange::missing_for_case(d, "").at(0).key == "vastgesteld");
    CHECK(exchange::missing_for_case(d, "2025-01-01").empty());
}

TEST_CASE("systems: ELM has every werkproces, criterium and vakkennis once") {
    for_each_kwalificatie([](const Dossier& d, const Profiel& p) {
        const std::string xml = exchange::write_elm(d, p);
        for_each_part(
            d, p, [&](const std::string& code) { CHECK(count(xml, "<skos:notation>" + code + "</skos:notation>") == 1); },
            [&](const std::string& code, const std::string&) { CHECK(count(xml, "<noteLiteral language=\"nl\">" + code + ": ") == 1); });
        for (const exchange::KerntaakDeel& k : exchange::delen_van(d, p))
            for (const exchange::Onderdeel& v : k.vakkennis) CHECK(count(xml, "<skos:notation>" + v.code + "</skos:notation>") == 1);
        CHECK(xml == exchange::write_elm(d, p));
    });
}

TEST_CASE("systems: ELM is valid") {
    const auto schemas = test::external("schemas");
    if (schemas.empty()) return;
    for_each_kwalificatie([&](const Dossier& d, const Profiel& p) {
        CHECK(test::xmllint("elm.xml", (schemas / "elm" / "loq.xsd").string(), exchange::write_elm(d, p)) == "");
    });
}

TEST_CASE("systems: ELM has the NLQF level of each mbo level") {
    Dossier d = completed(test::dossier_yaml());
    const char* levels[] = {"c_3e11a3fd", "c_c749fa23", "c_f97cdbb5", "c_ff656b33"};
    for (int niveau = 1; niveau <= 4; ++niveau) {
        d.profielen[0].niveau.value = niveau;
        const std::string xml = exchange::write_elm(d, d.profielen[0]);
        CHECK(xml.find("<NQFLevel uri=\"http://data.europa.eu/snb/qdr/" + std::string(levels[niveau - 1]) + "\"/>") != std::string::npos);
        CHECK(xml.find("<EQFLevel uri=\"http://data.europa.eu/snb/eqf/" + std::to_string(niveau) + "\"/>") != std::string::npos);
    }
}

/// While it lives, the machine stands in time zone `name`.
class TimeZone {
public:
    explicit TimeZone(const char* name) {
        if (const char* now = std::getenv("TZ")) before_ = now;
        else unset_ = true;
        setenv("TZ", name, 1);
        tzset();
    }
    ~TimeZone() {
        if (unset_) unsetenv("TZ");
        else setenv("TZ", before_.c_str(), 1);
        tzset();
    }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;

private:
    std::string before_;
    bool unset_ = false;
};

TEST_CASE("systems: a zip has its files in order, at the first moment of the format, and is the same in every time zone") {
    const std::vector<std::pair<std::string, std::string>> files{
        {"z.xml", std::string(5000, 'z')}, {"items/b1-k1.xml", "<a/>\n"}, {"leeg", ""}};
    const std::string archive = archive::write(files);
    // The last has summer time over New Year's night of 1980.
    for (const char* zone : {"UTC0", "CET-1", "XXX-14", "XXX+12", "AAA0BBB,J365/23,J30"}) {
        const TimeZone here(zone);
        CHECK(archive::write(files) == archive);
    }
    const std::string path = test::write_temporary("order.zip", archive);
    CHECK(run("python3 -c \"import zipfile; z = zipfile.ZipFile('" + path +
              "'); assert z.testzip() is None; assert [(i.filename, i.date_time, i.compress_type, i.external_attr, i.create_system, "
              "i.extra, i.comment, z.read(i)) "
              "for i in z.infolist()] == [(n, (1980, 1, 1, 0, 0, 0), 8, 0, 0, b'', b'', t) "
              "for n, t in [('z.xml', b'z' * 5000), ('items/b1-k1.xml', b'<a/>\\n'), ('leeg', b'')]]\"") == 0);
    CHECK(archive.size() < 500);
    CHECK_THROWS_WITH_AS((void)archive::write({{"a", "1"}, {"a", "2"}}), "cannot make a zip archive: File already exists",
                         std::runtime_error);
}

TEST_CASE("systems: a QTI package is valid and has every criterium with the scale once") {
    const auto schemas = test::external("schemas");
    const std::string folder = std::string(DOSSIER_BINARY_DIR) + "/qti";
    std::string all_items;
    int number = 0;
    for_each_kwalificatie([&](const Dossier& d, const Profiel& p) {
        const std::string archive = exchange::write_qti(d, p);
        CHECK(archive == exchange::write_qti(d, p));
        const std::string path = test::write_temporary("qti.zip", archive);
        const std::string into = folder + std::to_string(++number);
        std::filesystem::remove_all(into);
        REQUIRE(run("python3 -m zipfile -t '" + path + "' > /dev/null && python3 -m zipfile -e '" + path + "' '" + into + "'") == 0);
        const std::string manifest = test::file(into + "/imsmanifest.xml");
        std::size_t items = 0, criteria = 0;
        std::map<std::string, std::string> texts;
        for_each_part(
            d, p,
            [&](const std::string& code) {
                ++items;
                const std::string name = "items/" + slug(code) + ".xml";
                CHECK(count(manifest, "identifier=\"" + code + "\"") == 1);
                texts[code] = test::file(into + '/' + name);
                CHECK(count(texts[code], "<rubricBlock view=\"scorer\">") == 1);
                CHECK(count(texts[code], "<rubricBlock view=\"candidate\">") == 1);
            },
            [&](const std::string& code, const std::string&) {
                ++criteria;
                CHECK(count(texts[code.substr(0, code.rfind('-'))], "<choiceInteraction responseIdentifier=\"" + code + "\"") == 1);
            });
        std::size_t choices = 0, interactions = 0;
        for (const auto& [code, text] : texts) {
            choices += count(text, "<simpleChoice ");
            interactions += count(text, "<choiceInteraction ");
        }
        CHECK(interactions == criteria);
        std::size_t may_drop = 0;
        for (const exchange::KerntaakDeel& k : exchange::delen_van(d, p))
            for (const exchange::WerkprocesDeel& w : k.werkprocessen)
                for (const exchange::Onderdeel& c : w.criteria) may_drop += scoring::mag_vervallen(d.beoordeling, c.code) ? 1 : 0;
        CHECK(choices == criteria * scoring::stappen(d.beoordeling).size() + may_drop);
        CHECK(count(manifest, "<resource ") == items);
        all_items += " '" + into + "'/items/*.xml";
    });
    if (schemas.empty()) return;
    // The schema takes longer to read than all items to check.
    const std::string log = folder + ".log";
    const std::string schema = (schemas / "qti" / "qtiv2p2" / "imsqti_v2p2.xsd").string();
    CHECK(run(std::string(DOSSIER_XMLLINT) + " --nonet --noout --schema '" + schema + "'" + all_items + " 2> '" + log + "'") == 0);
    if (const std::string said = test::file(log); said.find("fails to validate") != std::string::npos) FAIL_CHECK(said.substr(0, 3000));
    std::string manifests;
    for (int i = 1; i <= number; ++i) manifests += " '" + folder + std::to_string(i) + "/imsmanifest.xml'";
    CHECK(run(std::string(DOSSIER_XMLLINT) + " --nonet --noout --schema '" + (schemas / "qti" / "imscp_v1p1.xsd").string() + "'" +
              manifests + " 2> '" + log + "'") == 0);
}

TEST_CASE("systems: CASE is valid and has every code once") {
    const auto schemas = test::external("schemas");
    const bool can_validate = !schemas.empty() && run("python3 -c 'import jsonschema' 2> /dev/null") == 0;
    if (!schemas.empty() && !can_validate) MESSAGE("not run: python3-jsonschema is not installed");
    for_each_kwalificatie([&](const Dossier& d, const Profiel& p) {
        const std::string json = exchange::write_case(d, p, "");
        const auto once = [&](const std::string& code) { CHECK(count(json, "\"humanCodingScheme\": \"" + code + "\"") == 1); };
        for_each_part(d, p, once, [&](const std::string& code, const std::string&) { once(code); });
        CHECK(count(json, "\"associationType\": \"isChildOf\"") == count(json, "\"humanCodingScheme\": "));
        std::size_t criteria = 0;
        for_each_part(
            d, p, [](const std::string&) {}, [&](const std::string&, const std::string&) { ++criteria; });
        CHECK(count(json, "\"CFItemURI\": ") == criteria);
        CHECK(count(json, "\"quality\": ") == criteria * scoring::stappen(d.beoordeling).size());
        CHECK(json == exchange::write_case(d, p, ""));
        if (!can_validate) return;
        const std::string path = test::write_temporary("case.json", json);
        const std::string script = std::string(DOSSIER_SOURCE_DIR) + "/tests/unit/exchange/validate_json.py";
        CHECK(run("python3 '" + script + "' '" + (schemas / "case-v1p0-cfpackage-schema.json").string() + "' '" + path + "'") == 0);
    });
}

TEST_CASE("systems: ids in CASE follow the code and the version, not the words") {
    Dossier d = completed(test::dossier_yaml());
    const auto first_id = [&] {
        const std::string json = exchange::write_case(d, d.profielen[0], "");
        return json.substr(json.find("\"identifier\": \"") + 15, 36);
    };
    const std::string before = first_id();
    CHECK(before.size() == 36);
    CHECK(before[14] == '8');
    d.basisdeel.kerntaken[0].titel.value = "Anders";
    CHECK(first_id() == before);
    d.versie.value = "2026";
    CHECK(first_id() != before);
}

/// `text` without the mark by which Excel knows UTF-8; both importers skip it.
static std::string marked(const std::string& text) {
    CHECK(text.starts_with("\xEF\xBB\xBF"));
    return text.substr(std::min<std::size_t>(3, text.size()));
}

TEST_CASE("systems: Moodle gets its columns, and parents before children") {
    for_each_kwalificatie([&](const Dossier& d, const Profiel& p) {
        const auto rows = csv(marked(exchange::write_moodle(d, p)));
        REQUIRE(rows.size() > 2);
        CHECK(rows[0] == std::vector<std::string>{"Parent ID number", "ID number", "Short name", "Description", "Description format",
                                                  "Scale values", "Scale configuration", "Rule type (optional)", "Rule outcome (optional)",
                                                  "Rule config (optional)", "Cross-referenced competency ID numbers",
                                                  "Exported ID (optional)", "Is framework", "Taxonomy"});
        CHECK(rows[1][12] == "1");
        std::map<std::string, int> seen{{"", 1}};
        for (std::size_t i = 1; i < rows.size(); ++i) {
            REQUIRE(rows[i].size() == 14);
            CHECK(seen.contains(rows[i][0]));
            ++seen[rows[i][1]];
            CHECK_FALSE(rows[i][2].empty());
            CHECK(code_points(rows[i][1]) <= 100);
            CHECK(code_points(rows[i][2]) <= 100);
            if (i > 1) CHECK(rows[i][12].empty());
        }
        for_each_part(
            d, p, [&](const std::string& code) { CHECK(seen[code] == 1); },
            [&](const std::string& code, const std::string&) { CHECK(seen[code] == 1); });
    });
    const Dossier d = test::dossier_yaml();
    const auto rows = csv(marked(exchange::write_moodle(d, d.profielen[0])));
    CHECK(rows[1][5] == "onvoldoende,voldoende,goed");
    CHECK(
        rows[1][6] ==
        R"([{"scaleid":"0"},{"id":1,"scaledefault":0,"proficient":0},{"id":2,"scaledefault":1,"proficient":1},{"id":3,"scaledefault":0,"proficient":1}])");
}

TEST_CASE("systems: Canvas gets its columns, ratings from high to low, and groups before outcomes") {
    for_each_kwalificatie([&](const Dossier& d, const Profiel& p) {
        const auto rows = csv(marked(exchange::write_canvas(d, p)));
        REQUIRE(rows.size() > 2);
        const std::vector<std::string> first(rows[0].begin(), rows[0].begin() + 11);
        CHECK(first == std::vector<std::string>{"vendor_guid", "object_type", "title", "description", "display_name", "calculation_method",
                                                "calculation_int", "workflow_state", "parent_guids", "mastery_points", "ratings"});
        std::map<std::string, int> groups{{"", 1}}, outcomes;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            const auto& row = rows[i];
            REQUIRE(row.size() == rows[0].size());
            CHECK(row[0].find(' ') == std::string::npos);
            CHECK(groups.contains(row[8]));
            CHECK(code_points(row[2]) <= 255);
            if (row[1] == "group") {
                ++groups[row[0]];
                for (std::size_t c : {4u, 5u, 6u, 9u, 10u}) CHECK(row[c].empty());
                continue;
            }
            CHECK(row[1] == "outcome");
            ++outcomes[row[4]];
            for (std::size_t c = 12; c < row.size(); c += 2) CHECK(std::stoi(row[c]) < std::stoi(row[c - 2]));
        }
        const std::string front = exchange::identity(d, p) + ':';
        for_each_part(
            d, p, [&](const std::string& code) { CHECK(groups[front + code] == 1); },
            [&](const std::string& code, const std::string&) { CHECK(outcomes[code] == 1); });
    });
}

TEST_CASE("systems: a scale of marks passes from 6") {
    Beoordeling b;
    b.schaal = {{"cijfer", {}}};
    const auto marks = scoring::stappen(b);
    REQUIRE(marks.size() == 10);
    CHECK(marks[exchange::laagste_voldoende(marks)].waarde == "6");
    b.schaal = {{"slecht", {}}, {"ruim onvoldoende", {}}, {"onvoldoende", {}}, {"voldoende", {}}, {"goed", {}}};
    CHECK(exchange::laagste_voldoende(scoring::stappen(b)) == 3);
}

TEST_CASE("systems: CSV quotes as RFC 4180 says and holds no formulas") {
    CHECK(table::csv_record({"a", "b, c", "d \"e\"", "f\ng", ""}) == "a,\"b, c\",\"d \"\"e\"\"\",\"f\ng\",\r\n");
    CHECK(table::csv_record({"=1+1", "+31", "-2", "@x", "\tx"}) == "'=1+1,'+31,'-2,'@x,'\tx\r\n");
}
