#include "sbb_large.hpp"

#include <algorithm>
#include <functional>

namespace dossier::test {
namespace {

constexpr int kProfielen = 6;

class Maker {
public:
    LargeSbb run() {
        out_.profiel.resize(kProfielen);
        std::string basis;
        const int werkprocessen[] = {5, 4, 4};
        for (int k = 0; k < 3; ++k) basis += kerntaak(k + 1, werkprocessen[k], -1);
        std::string profielen;
        for (int p = 0; p < kProfielen; ++p) {
            profielen += "<profiel nr='" + profiel_number(p) + "' titel='Beroep " + std::to_string(p + 1) + "' hoofdstuk='" +
                         std::to_string(p + 1) + "' niveau='" + std::to_string(p % 3 + 2) +
                         "' beroepsgroep=''><omschrijving><typeringvanhetberoep>" + mark(p) +
                         "</typeringvanhetberoep><wettelijkeberoepsvereisten>Nee</wettelijkeberoepsvereisten><sbu>3200</sbu></omschrijving>"
                         "<creboinformatie><crebo>2600" +
                         std::to_string(p) + "</crebo></creboinformatie><profielkerntaken>" + kerntaak(1, 3, p) + kerntaak(2, 2, p) +
                         "</profielkerntaken></profiel>";
        }
        out_.xml =
            "<?xml version='1.0' encoding='UTF-8'?>\n<sbb><domeinen/><sectorkamers/><competenties>"
            "<competentie nr='1' titel='Leren' code='P'/>"
            "<competentie nr='2' titel='Begeleiden' code='C'/></competenties><dossiers>"
            "<dossier nr='1' titel='Groot dossier' versie='2024'>"
            "<dossiercrebos><dossiercrebo Geldig_vanaf='01-08-2024'>26999</dossiercrebo></dossiercrebos>"
            "<kennisenvaardigheden>" +
            kennis_ + "</kennisenvaardigheden><basis><basistaken><basiskerntaken>" + basis +
            "</basiskerntaken></basistaken></basis><profielen>" + profielen + "</profielen></dossier></dossiers></sbb>\n";
        return std::move(out_);
    }

private:
    static std::string profiel_number(int p) { return std::to_string(900 + p); }

    /// A text for profiel `p`, -1 for all.
    std::string mark(int p) {
        std::string number = std::to_string(++marks_);
        number.insert(0, 4 - number.size(), '0');
        std::string text = "merk" + number + "x";
        (p < 0 ? out_.basis : out_.profiel[static_cast<std::size_t>(p)]).insert(text);
        return text;
    }
    std::string cdata(int p) { return "<![CDATA[Tekst " + mark(p) + " &amp; meer.]]>"; }
    std::string item(int p) {
        const std::string nr = std::to_string(++kennisnummer_);
        kennis_ += "<kennisofvaardigheid nr='" + nr + "' titel='kan " + mark(p) + "'/>\n";
        return "<vakkennisenvaardigheden referentie='" + nr + "'/>";
    }
    std::string gedrag(int p, int count) {
        std::string text = "De beroepsbeoefenaar:\n";
        for (int i = 0; i < count; ++i) text += "- doet " + mark(p) + (i + 1 == count ? "." : ";\n");
        out_.criteria += static_cast<std::size_t>(count);
        return text;
    }

    /// Parts for every profiel, most of them empty, as published files have them: `left` counts how many get a text.
    std::string per_profiel(const std::string& name, const std::string& inner, int& left, const std::function<std::string(int)>& text) {
        std::string out = "<" + name + ">";
        for (int p = 0; p < kProfielen; ++p) {
            const bool filled = left > 0;
            if (filled) --left, ++out_.eisen;
            out += "<aanvullend><profiel referentie='" + profiel_number(p) + "'/><" + inner + ">" + (filled ? text(p) : "") + "</" + inner +
                   "></aanvullend>\n";
        }
        return out + "</" + name + ">";
    }

    std::string kerntaak(int k, int werkprocessen, int p) {
        const bool basis = p < 0;
        const auto with = [&](const std::string& name, const std::string& text, const std::string& eisen) {
            return "<" + name + ">" + text + eisen + "</" + name + ">\n";
        };
        const auto words = [this](int q) { return cdata(q); };
        std::string out = "<kerntaak nr='1' titel='Kerntaak " + mark(p) + "' hoofdstuk='" + std::to_string(k) + "'>\n";
        out += with("complexiteit", cdata(p), basis ? per_profiel("complexiteitperprofiel", "complexiteit", complexiteit_, words) : "");
        out += with("verantwoordelijkheid", cdata(p),
                    basis ? per_profiel("verantwoordelijkheidperprofiel", "verantwoordelijkheid", verantwoordelijkheid_, words) : "");
        out += with("vakkennisenvaardigheden", item(p) + item(p),
                    basis ? per_profiel("vakkennisenvaardighedenperprofiel", "vakkennisenvaardighedenonderdelen", vakkennis_,
                                        [this](int q) { return item(q) + item(q); })
                          : "");
        const std::string list = basis ? "basiswerkprocessen" : "profielwerkprocessen";
        out += "<" + list + ">";
        for (int w = 1; w <= werkprocessen; ++w) {
            ++out_.werkprocessen;
            out += "<werkproces nr='1' titel='Werkproces " + mark(p) + "' hoofdstuk='" + std::to_string(w) + "'>\n";
            out += with("werkprocesomschrijving", cdata(p),
                        basis ? per_profiel("werkprocesomschrijvingperprofiel", "omschrijving", omschrijving_, words) : "");
            out += with("werkprocesresultaat", cdata(p),
                        basis ? per_profiel("werkprocesresultaatperprofiel", "omschrijving", resultaat_, words) : "");
            out += with(
                "werkprocesgedrag", gedrag(p, 5),
                basis ? per_profiel("werkprocesgedragperprofiel", "omschrijving", gedrag_, [this](int q) { return gedrag(q, 2); }) : "");
            out += "<werkprocescompetenties><competentie referentie='1'/></werkprocescompetenties></werkproces>\n";
        }
        return out + "</" + list + "></kerntaak>\n";
    }

    LargeSbb out_;
    std::string kennis_;
    int marks_ = 0, kennisnummer_ = 0;
    int complexiteit_ = 18, verantwoordelijkheid_ = 18, vakkennis_ = 18, omschrijving_ = 19, resultaat_ = 18, gedrag_ = 31;
};

}  // namespace

LargeSbb large_sbb() { return Maker().run(); }

}  // namespace dossier::test
