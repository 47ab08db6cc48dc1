#include "sample.hpp"

#include "yaml/yaml.hpp"
#include "seed.hpp"

#include <cstdlib>

namespace dossier::test {
namespace {

using namespace model;

/// Gives every field a value of its form.
struct Filler {
    template <class T> void required(std::string_view name, T& field, const Veld& veld) { fill(name, field, veld); }
    template <class T> void optional(std::string_view name, T& field, const Veld& veld) { fill(name, field, veld); }
    template <class T> void list(std::string_view, std::string_view item, std::vector<T>& items, const Veld& veld) {
        for (int i = 0; i < 2; ++i) fill(item, items.emplace_back(), veld);
    }

private:
    void fill(std::string_view name, Text& text, const Veld& veld) { text.value = value(name, veld.vorm); }
    void fill(std::string_view, Getal& number, const Veld& veld) { number.value = veld.vorm == Vorm::aantal ? 240 : 3; }
    void fill(std::string_view name, Tekst& tekst, const Veld&) {
        tekst = parse_tekst("Over " + std::string(name) + " & <meer>.\n\n1. een\n   a. onder\n2. twee\n\n- punt\n\n* noot \"x\"", {});
    }
    template <class T> void fill(std::string_view, T& record, const Veld&) { T::fields(*this, record); }

    std::string value(std::string_view name, Vorm vorm) {
        const int n = ++count_;
        switch (vorm) {
            case Vorm::vrij: return std::string(name) + " & <" + std::to_string(n) + "> 'ë'";
            case Vorm::profielcode: return "P1";
            case Vorm::kerntaakcode: return "B1-K1";
            case Vorm::werkprocescode: return "B1-K1-W1";
            case Vorm::criteriumcode: return "B1-K1-W1-G1";
            case Vorm::onderdeelcode: return "onderdeel-" + std::to_string(n);
            case Vorm::eenheidcode: return "E" + std::to_string(n);
            case Vorm::keuzedeelcode: return "K0072";
            case Vorm::crebo: return "25480";
            case Vorm::isced: return "0416";
            case Vorm::datum: return "2024-02-29";
            case Vorm::url: return "https://voorbeeld.nl/?a=1&b=2";
            case Vorm::competentie: return keuzes(vorm).at(static_cast<std::size_t>(n % 25));
            case Vorm::schaalwaarde: return "goed";
            case Vorm::drempel: return "80%";
            case Vorm::ja_nee: return "Ja";
            case Vorm::taal: return "en";
            case Vorm::beoordeelcode: return "B1-K1-W1";
            case Vorm::punten: return std::to_string(n % 4);
            case Vorm::puntgrens: return n % 2 == 0 ? "55%" : "12 punten";
            case Vorm::cesuurcijfer: return "5,6";
            case Vorm::afronding:
            case Vorm::poging: return keuzes(vorm).back();
            case Vorm::niveau:
            case Vorm::gewicht:
            case Vorm::pogingen:
            case Vorm::aantal: break;
        }
        return "";
    }
    int count_ = 0;
};

/// Codes that match their place, and aanvullende eisen for two profielen.
void set_codes(Dossier& d) {
    const auto codes = [](std::vector<Kerntaak>& kerntaken, const std::string& front) {
        for (std::size_t k = 0; k < kerntaken.size(); ++k) {
            kerntaken[k].code.value = front + "-K" + std::to_string(k + 1);
            for (std::size_t e = 0; e < kerntaken[k].aanvullende_eisen.size(); ++e)
                kerntaken[k].aanvullende_eisen[e].profiel.value = "P" + std::to_string(e + 1);
            for (std::size_t w = 0; w < kerntaken[k].werkprocessen.size(); ++w) {
                Werkproces& one = kerntaken[k].werkprocessen[w];
                one.code.value = kerntaken[k].code.value + "-W" + std::to_string(w + 1);
                for (std::size_t e = 0; e < one.aanvullende_eisen.size(); ++e)
                    one.aanvullende_eisen[e].profiel.value = "P" + std::to_string(e + 1);
            }
        }
    };
    codes(d.basisdeel.kerntaken, "B1");
    for (std::size_t p = 0; p < d.profielen.size(); ++p) {
        d.profielen[p].code.value = "P" + std::to_string(p + 1);
        codes(d.profielen[p].kerntaken, d.profielen[p].code.value);
    }
}

}  // namespace

Dossier full_dossier() {
    Dossier d;
    Filler filler;
    Dossier::fields(filler, d);
    set_codes(d);
    number_criteria(d);
    return d;
}

Dossier dossier_yaml() {
    static const Source source = source_file("dossier.yaml");
    Diagnostics diagnostics;
    auto read = yaml::read_dossier(source, diagnostics);
    CHECK(report(diagnostics) == "");
    REQUIRE(read);
    return std::move(*read);
}

std::string write_temporary(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::path(DOSSIER_BINARY_DIR) / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

std::string xmllint(const std::string& name, const std::string& schema_path, const std::string& xml) {
    const std::string file_path = write_temporary(name, xml);
    const std::string command =
        std::string(DOSSIER_XMLLINT) + " --nonet --noout --schema '" + schema_path + "' '" + file_path + "' 2> '" + file_path + ".log'";
    const int status = std::system(command.c_str());
    const std::string said = file(file_path + ".log");
    return status == 0 ? "" : said;
}

}  // namespace dossier::test
