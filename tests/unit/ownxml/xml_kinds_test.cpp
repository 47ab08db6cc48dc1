/// XML as other programs write it: prefixes, other encodings, other spellings; and files that are no XML at all.

#include "ownxml/ownxml.hpp"
#include "sbb/sbb.hpp"
#include "xml/xml.hpp"
#include "yaml/yaml.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace dossier;

namespace {

std::string own(const std::string& p, const std::string& titel) {
    std::string out =
        "<dossier xmlns=\"urn:nl:dossier:kwalificatie:1\" versie=\"1.0\">\n<naam>N</naam><basisdeel><kerntaken><kerntaak>"
        "<code>B1-K1</code><titel>" +
        titel +
        "</titel><werkprocessen>\n<werkproces><code>B1-K1-W1</code><titel>T</titel></werkproces></werkprocessen></kerntaak>"
        "</kerntaken></basisdeel>\n"
        "<profielen><profiel><code>P1</code><naam>N</naam></profiel></profielen>\n"
        "<beoordeling><schaal><waarde>goed</waarde></schaal><cesuur><criteria>alle</criteria>"
        "<werkprocessen>alle</werkprocessen></cesuur></beoordeling></dossier>";
    if (p.empty()) return out;
    std::string prefixed;
    for (std::size_t i = 0; i < out.size(); ++i) {
        prefixed += out[i];
        if (out[i] == '<' && out[i + 1] != '/') prefixed += p + ':';
        if (out[i] == '/' && out[i - 1] == '<') prefixed += p + ':';
    }
    return prefixed.replace(prefixed.find("xmlns="), 6, "xmlns:" + p + "=");
}

std::string sbb_file(const std::string& root, const std::string& titel, const std::string& complexiteit, const std::string& end = "") {
    return "<" + root +
           "><dossiers><dossier titel='K'><profielen><profiel nr='1' titel='P' hoofdstuk='1'/></profielen><basis><basistaken>"
           "<basiskerntaken>\n"
           "<kerntaak hoofdstuk='1' titel='" +
           titel + "'><complexiteit>" + complexiteit +
           "</complexiteit></kerntaak>\n"
           "</basiskerntaken></basistaken></basis></dossier></dossiers></" +
           (end.empty() ? root : end) + ">";
}

struct Read {
    std::optional<model::Dossier> dossier;
    std::string said;
};

Read read_own(const std::string& text) {
    static std::vector<std::unique_ptr<Source>> kept;  // locations point into it
    kept.push_back(std::make_unique<Source>(Source{"d.xml", text}));
    Diagnostics d;
    Read r{ownxml::read_xml(*kept.back(), d), ""};
    d.sort();
    r.said = report(d);
    return r;
}
Read read_sbb(const std::string& text) {
    static std::vector<std::unique_ptr<Source>> kept;
    kept.push_back(std::make_unique<Source>(Source{"s.xml", text}));
    Diagnostics d;
    Read r{sbb::import_sbb(*kept.back(), d), ""};
    d.sort();
    r.said = report(d);
    return r;
}

std::string utf8(const std::string& text) {
    const Source source{"d.xml", text};
    Diagnostics d;
    const auto out = xml::xml_in_utf8(source, d);
    CHECK(out.has_value() != d.has_errors());
    return out ? *out : report(d);
}

std::string utf16(std::string_view text, bool little) {
    std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = decode_utf8(text, at);
        const auto put = [&](char32_t unit) {
            const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
            out += little ? low : high;
            out += little ? high : low;
        };
        if (c < 0x10000) {
            put(c);
        } else {
            put(0xD800 + ((c - 0x10000) >> 10));
            put(0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }
    return out;
}

}  // namespace

TEST_CASE("prefixes stand for a namespace, in both kinds of XML") {
    const Read plain = read_own(own("", "Verkoopt")), prefixed = read_own(own("d", "Verkoopt"));
    REQUIRE(plain.dossier);
    CHECK(prefixed.said == "");
    REQUIRE(prefixed.dossier);
    CHECK(yaml::write_yaml(*prefixed.dossier) == yaml::write_yaml(*plain.dossier));

    const Read bare = read_sbb(sbb_file("sbb", "Bakt", "Lastig."));
    const std::string yaml = yaml::write_yaml(bare.dossier.value());
    // The root alone may be in the namespace, or all of it.
    const Read root_only = read_sbb(sbb_file("sbb:sbb xmlns:sbb='http://voorbeeld.nl/sbb'", "Bakt", "Lastig.", "sbb:sbb"));
    CHECK(yaml::write_yaml(root_only.dossier.value()) == yaml);
    std::string all = sbb_file("sbb xmlns:s='http://voorbeeld.nl/sbb'", "Bakt", "Lastig.", "sbb");
    for (std::size_t at = 0; (at = all.find('<', at)) != std::string::npos; ++at) all.insert(all[at + 1] == '/' ? at + 2 : at + 1, "s:");
    CHECK(yaml::write_yaml(read_sbb(all).dossier.value()) == yaml);
    CHECK(xml::xml_root({"x", "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <a> -->\n<s:sbb xmlns:s='x'>"}) == "sbb");
    CHECK(xml::xml_root({"x", "<dossier/>"}) == "dossier");
    CHECK(xml::xml_root({"x", "<!-- "}) == "");
}

TEST_CASE("a prefix that nothing declares, and an element of another namespace") {
    CHECK(read_own("<d:dossier/>").said ==
          "d.xml:1:2: error: the prefix \"d\" of \"d:dossier\" stands for no namespace\n"
          "     1 | <d:dossier/>\n"
          "       |  ^~~~~~~~~\n"
          "  hint: add xmlns:d=\"...\" to the root element, or leave the prefix out\n");
    std::string other = own("", "Verkoopt");
    other.insert(other.find("<naam>"), "<x:kleur xmlns:x='http://voorbeeld.nl'>rood</x:kleur>");
    CHECK(
        read_own(other).said.starts_with("d.xml:2:2: error: unknown element \"{http://voorbeeld.nl}kleur\" in \"dossier\"\n"
                                         "     2 | <x:kleur xmlns:x='http://voorbeeld.nl'>rood</x:kleur><naam>N</naam>"));
    CHECK(read_own("<d:dossier xmlns:d='http://voorbeeld.nl'/>")
              .said.starts_with(
                  "d.xml:1:2: error: found root element \"dossier\" in namespace \"http://voorbeeld.nl\", expected \"dossier\" or "
                  "\"kwalificatie\" in "));
}

TEST_CASE("Latin-1, Latin-9, windows-1252 and UTF-16 become UTF-8, character by character") {
    CHECK(utf8("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>caf\xE9</a>") ==
          "<?xml version=\"1.0\" encoding=\"UTF-8\"     ?>\n"
          "<a>café</a>");
    CHECK(utf8("<?xml version='1.0' encoding='ISO-8859-15'?><a>\xA4 5</a>") == "<?xml version='1.0' encoding='UTF-8'      ?><a>€ 5</a>");
    CHECK(utf8("<?xml version='1.0' encoding='windows-1252'?><a>\x93\x80\x94</a>") ==
          "<?xml version='1.0' encoding='UTF-8'       ?><a>“€”</a>");
    const std::string text = "<?xml version='1.0' encoding='UTF-16'?>\n<a>é€𝄞</a>";
    for (const bool little : {true, false}) CHECK(utf8(utf16(text, little)) == "<?xml version='1.0' encoding='UTF-8' ?>\n<a>é€𝄞</a>");
    // Nothing to do, or for the reader to judge.
    for (const char* same :
         {"<a>é</a>", "<a>\xE9</a>", "<?xml version='1.0' encoding='Shift_JIS'?><a/>", "<?xml version='1.0' encoding='UTF-8'?><a>é</a>"})
        CHECK(utf8(same) == same);
}

TEST_CASE("an encoding that is not that of the file is told") {
    CHECK(utf8("<?xml version='1.0' encoding='ISO-8859-1'?><a>caf\xC3\xA9</a>") ==
          "d.xml:1:31: error: found encoding \"ISO-8859-1\" in a file whose letters are UTF-8\n"
          "     1 | <?xml version='1.0' encoding='ISO-8859-1'?><a>café</a>\n"
          "       |                               ^~~~~~~~~~\n"
          "  hint: write encoding=\"UTF-8\"; if the letters look wrong in an editor, save it anew from where it came\n");
    CHECK(utf8("<?xml version='1.0' encoding='latin1'?><a>\x92</a>")
              .starts_with("d.xml:1:43: error: found the byte 0x92, which is no character in \"latin1\"\n"));
    CHECK(utf8("<?xml version='1.0' encoding='latin1'?><a>\x92</a>")
              .ends_with("  hint: it is one in windows-1252: if that is what the file is, write encoding=\"windows-1252\"\n"));
    CHECK(utf8("<?xml version='1.0' encoding='cp1252'?><a>\x81</a>").ends_with("  hint: save the file as UTF-8\n"));
    CHECK(utf8(std::string("\xFF\xFE<\0\x00\xDC", 6))
              .starts_with("d.xml:1:1: error: found half a character at byte 5 of a file in UTF-16\n"));
    CHECK(utf8(utf16("<a/>", true) + "x").starts_with("d.xml:1:1: error: found half a character at byte 11 of a file in UTF-16\n"));
}

TEST_CASE("own XML is read in one spelling, with notes") {
    const Read r = read_own(own("", "Cafe\u0301 met 10\u202F000 kopjes"));
    REQUIRE(r.dossier);
    CHECK(r.dossier->basisdeel.kerntaken[0].titel.value == "Café met 10\u00A0000 kopjes");
    CHECK(r.said.starts_with("d.xml:2:75: note: found 1 letter whose accent stands apart (NFD), here U+0065 U+0301, read as one\n"));
    CHECK(r.said.find("d.xml:2:84: note: found 1 narrow no-break space (U+202F), read as U+00A0\n") != std::string::npos);
    CHECK(read_own(own("", "a\uF0B7z")).said.starts_with("d.xml:2:73: error: found the private-use character U+F0B7\n"));
    CHECK(read_own(own("", "a&#x202E;z")).said.starts_with("d.xml:2:72: error: found the bidirectional control U+202E\n"));
    CHECK(read_own(own("", "twee  spaties")).dossier->basisdeel.kerntaken[0].titel.value == "twee  spaties");
}

TEST_CASE("XML of SBB is read in one spelling, with notes") {
    const Read r = read_sbb(sbb_file("sbb", "Cafe\u0301 en  bar", "Lastig:\n\uF0B7 e\u0301e\u0301n\n\u27A2 twee \uFB01jn \uF041"));
    REQUIRE(r.dossier);
    const model::Kerntaak& k = r.dossier->basisdeel.kerntaken[0];
    CHECK(k.titel.value == "Café en bar");
    REQUIRE(k.complexiteit.blokken.size() == 2);
    REQUIRE(k.complexiteit.blokken[1].punten.size() == 2);
    CHECK(k.complexiteit.blokken[1].punten[0].tekst == "één");
    CHECK(k.complexiteit.blokken[1].punten[1].tekst == "twee fijn \uF041");
    CHECK(r.said.find("s.xml:2:25: note: found 1 value with more than one space in a row, read as one space\n") != std::string::npos);
    CHECK(r.said.find("note: found 3 letters whose accent stands apart (NFD), here U+0065 U+0301, read as one\n") != std::string::npos);
    CHECK(r.said.find("s.xml:4:8: note: found 1 ligature (U+FB01), read as letters\n") != std::string::npos);
    CHECK(r.said.find("s.xml:4:12: warning: found the private-use character U+F041\n") != std::string::npos);
    CHECK(r.said.find("U+F0B7") == std::string::npos);  // the sign of an item
}
