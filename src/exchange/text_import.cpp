#include "exchange/exchange.hpp"

#include "exchange/text_diagnostics.hpp"
#include "exchange/text_extra.hpp"
#include "exchange/text_overview.hpp"
#include "exchange/text_sections.hpp"
#include "exchange/text_title.hpp"

#include <algorithm>

namespace dossier::exchange {
namespace {

using model::Kerntaak;
using model::Profiel;
using model::Text;
using model::Werkproces;

constexpr std::size_t kMostBytes = std::size_t{8} << 20;

/// What the reader is inside of; decides which headings can come.
enum class Plek { buiten, groep, kerntaak, werkproces, profiel };

/// The text that goes on until the next heading.
enum class Deel {
    niets, voorwerk, inhoud, leeswijzer, overzicht, context, beroepshouding, groepsresultaat, generiek, complexiteit,
    verantwoordelijkheid, vakkennis, omschrijving, resultaat, gedrag, niveau, typering, beroepsvereisten,
};

struct Kop {
    std::string_view tekst;
    Plek in;      ///< buiten: anywhere
    Deel opent;
};

constexpr Kop kKoppen[] = {
    {"Inhoudsopgave", Plek::buiten, Deel::inhoud},
    {"Leeswijzer", Plek::buiten, Deel::leeswijzer},
    {"Overzicht van het kwalificatiedossier", Plek::buiten, Deel::overzicht},
    {"Basisdeel", Plek::buiten, Deel::niets},
    {"1. Beroepsspecifieke onderdelen", Plek::buiten, Deel::niets},
    {"Beroepsspecifieke onderdelen", Plek::buiten, Deel::niets},
    {"Typering van de beroepengroep", Plek::buiten, Deel::niets},
    {"2. Generieke onderdelen", Plek::buiten, Deel::generiek},
    {"Generieke onderdelen", Plek::buiten, Deel::generiek},
    {"Profieldeel", Plek::buiten, Deel::niets},
    {"Context", Plek::groep, Deel::context},
    {"Typerende beroepshouding", Plek::groep, Deel::beroepshouding},
    {"Resultaat van de beroepengroep", Plek::groep, Deel::groepsresultaat},
    {"Complexiteit", Plek::kerntaak, Deel::complexiteit},
    {"Verantwoordelijkheid en zelfstandigheid", Plek::kerntaak, Deel::verantwoordelijkheid},
    {"Vakkennis en vaardigheden", Plek::kerntaak, Deel::vakkennis},
    {"Omschrijving", Plek::werkproces, Deel::omschrijving},
    {"Resultaat", Plek::werkproces, Deel::resultaat},
    {"Gedrag", Plek::werkproces, Deel::gedrag},
    {"Mbo-niveau", Plek::profiel, Deel::niveau},
    {"Typering van het beroep", Plek::profiel, Deel::typering},
    {"Beroepsvereisten", Plek::profiel, Deel::beroepsvereisten},
};

class Importer {
public:
    Importer(const Source& source, Diagnostics& diagnostics)
        : diagnostics_(diagnostics), lines_(text_lines(source, out_.lines)), words_(words_of(lines_)) {}

    TextImport run() {
        std::size_t i = 0;
        while (i < lines_.size()) i += step(i);
        finish(lines_.size());
        place_crebos(titled_, out_.dossier, out_.lines);
        for (const TextLine& line : lines_)
            if (out_.lines[line.index] == LineUse::unknown) not_understood(line, diagnostics_);
        model::number_criteria(out_.dossier);
        return std::move(out_);
    }

private:
    /// Reads one heading or passes one line of text; the number of lines taken.
    std::size_t step(std::size_t i) {
        const TextLine& line = lines_[i];
        if (line.gap || after_heading_) {
            if (const Kop* kop = kop_at(i)) {
                finish(i);
                out_.lines[line.index] = LineUse::label;
                if (kop->tekst == "Typering van de beroepengroep") plek_ = Plek::groep;
                open(kop->opent, i + 1);
                return 1;
            }
            if (const std::size_t n = deel_ == Deel::overzicht ? 0 : code_heading(i); n > 0) return n;
        }
        after_heading_ = false;
        return 1;
    }

    void open(Deel deel, std::size_t first) {
        deel_ = deel;
        begin_ = first;
        after_heading_ = true;
    }

    [[nodiscard]] const Kop* kop_at(std::size_t i) const {
        const std::string& text = lines_[i].text;
        const auto* kop = std::find_if(std::begin(kKoppen), std::end(kKoppen),
                                       [&](const Kop& k) { return k.tekst == text && (k.in == Plek::buiten || k.in == plek_); });
        if (kop == std::end(kKoppen)) return nullptr;
        // The overview has the names of the parts as labels between its codes.
        if (deel_ == Deel::overzicht && i + 1 < lines_.size()) {
            std::string_view next = lines_[i + 1].text;
            if (!take_code(next).empty() || next.starts_with("De profielen in dit")) return nullptr;
        }
        return kop;
    }

    /// The heading of a kerntaak, werkproces or profiel at `i`, with the lines its title goes on; 0 if there is none.
    std::size_t code_heading(std::size_t i) {
        std::string_view titel = lines_[i].text;
        std::string_view code = take_code(titel);
        const bool profiel = code.empty();
        if (profiel) code = take_profielcode(titel);
        if (code.empty() || titel.empty()) return 0;
        finish(i);
        out_.lines[lines_[i].index] = LineUse::used;
        Text whole{std::string(titel), lines_[i].location};
        std::size_t n = 1;
        for (; i + n < lines_.size() && !lines_[i + n].gap; ++n) {
            append_line(whole.value, lines_[i + n].text, words_);
            whole.location.end = lines_[i + n].location.end;
            out_.lines[lines_[i + n].index] = LineUse::used;
        }
        if (profiel) {
            plek_ = Plek::profiel;
            profiel_ = code;
            retitle(profiel_of(out_.dossier, code).naam, whole, code);
        } else if (code.find("-W") == std::string_view::npos) {
            plek_ = Plek::kerntaak;
            kerntaak_ = code;
            retitle(kerntaak_of(out_.dossier, code).titel, whole, code);
        } else {
            plek_ = Plek::werkproces;
            werkproces_ = code;
            retitle(werkproces_of(out_.dossier, code).titel, whole, code);
        }
        open(Deel::niets, i + n);
        return n;
    }

    /// The heading above the text counts more than the overview, whose columns are narrow.
    void retitle(Text& titel, Text& found, std::string_view code) {
        if (!titel.value.empty() && titel.value != found.value)
            diagnostics_.warning("import-title-differs", found.location,
                                 std::string(code) + " is called " + quoted(found.value) + " here, " + quoted(titel.value) +
                                     " in the overview",
                                 {"the title found here is taken"});
        titel = std::move(found);
    }

    /// Hands the lines since the last heading to the part they belong to.
    void finish(std::size_t end) {
        const std::span<const TextLine> text(lines_.data() + begin_, end > begin_ ? end - begin_ : 0);
        begin_ = end;
        if (text.empty() || deel_ == Deel::niets) return;
        if (plek_ != Plek::kerntaak && plek_ != Plek::werkproces) return whole(text);
        for (const ForWhom& part : split_by_profiel(text, out_.lines)) {
            if (part.lines.empty()) continue;
            if (part.codes.empty()) whole(part.lines);
            for (const std::string& code : part.codes) extra(part.lines, code);
        }
    }

    void whole(std::span<const TextLine> text) {
        SectionReader section{text, words_, out_.lines, diagnostics_};
        model::Dossier& d = out_.dossier;
        switch (deel_) {
            case Deel::niets: break;
            case Deel::voorwerk: titled_ = read_title(text, d, out_.lines); break;
            case Deel::inhoud: section.mark(LineUse::furniture); break;
            case Deel::leeswijzer: section.paragrafen(d.leeswijzer); break;
            case Deel::overzicht: read_overview(text, words_, d, out_.lines, diagnostics_); break;
            case Deel::context: section.tekst(d.basisdeel.beroepsgroep.context); break;
            case Deel::beroepshouding: section.tekst(d.basisdeel.beroepsgroep.beroepshouding); break;
            case Deel::groepsresultaat: section.tekst(d.basisdeel.beroepsgroep.resultaat); break;
            case Deel::generiek: section.generiek(d.basisdeel.generiek); break;
            case Deel::complexiteit: section.tekst(kerntaak_of(d, kerntaak_).complexiteit); break;
            case Deel::verantwoordelijkheid: section.tekst(kerntaak_of(d, kerntaak_).verantwoordelijkheid); break;
            case Deel::vakkennis: section.vakkennis(kerntaak_of(d, kerntaak_).vakkennis); break;
            case Deel::omschrijving: section.tekst(werkproces_of(d, werkproces_).omschrijving); break;
            case Deel::resultaat: section.tekst(werkproces_of(d, werkproces_).resultaat); break;
            case Deel::gedrag: section.gedrag(werkproces_of(d, werkproces_)); break;
            case Deel::niveau: section.niveau(profiel_of(d, profiel_)); break;
            case Deel::typering: section.tekst(profiel_of(d, profiel_).typering); break;
            case Deel::beroepsvereisten: section.beroepsvereisten(profiel_of(d, profiel_)); break;
        }
    }

    template <class Eis> static Eis& eis_of(std::vector<Eis>& eisen, const std::string& code, const Location& at) {
        for (Eis& eis : eisen)
            if (eis.profiel.value == code) return eis;
        Eis& eis = eisen.emplace_back();
        eis.profiel = {code, at};
        eis.location = at;
        return eis;
    }

    /// An aanvullende eis of the part that is open, for the profiel with `code`.
    void extra(std::span<const TextLine> text, const std::string& code) {
        SectionReader section{text, words_, out_.lines, diagnostics_};
        const Location at = text.front().location;
        const auto of_kerntaak = [&]() -> auto& { return eis_of(kerntaak_of(out_.dossier, kerntaak_).aanvullende_eisen, code, at); };
        const auto of_werkproces = [&]() -> auto& { return eis_of(werkproces_of(out_.dossier, werkproces_).aanvullende_eisen, code, at); };
        if (deel_ == Deel::complexiteit) return section.tekst(of_kerntaak().complexiteit);
        if (deel_ == Deel::verantwoordelijkheid) return section.tekst(of_kerntaak().verantwoordelijkheid);
        if (deel_ == Deel::vakkennis) return section.vakkennis(of_kerntaak().vakkennis);
        if (deel_ == Deel::omschrijving) return section.tekst(of_werkproces().omschrijving);
        if (deel_ == Deel::resultaat) return section.tekst(of_werkproces().resultaat);
        if (deel_ != Deel::gedrag) return;
        Werkproces read;
        section.gedrag(read);
        of_werkproces().gedrag = std::move(read.gedrag);
        // The competenties stand below all criteria: the first list is that of the werkproces itself.
        std::vector<Text>& own = werkproces_of(out_.dossier, werkproces_).competenties;
        (own.empty() ? own : of_werkproces().competenties) = std::move(read.competenties);
    }

    Diagnostics& diagnostics_;
    TextImport out_;
    std::vector<TextLine> lines_;
    Words words_;
    Plek plek_ = Plek::buiten;
    Deel deel_ = Deel::voorwerk;
    std::size_t begin_ = 0;
    bool after_heading_ = false;
    std::string kerntaak_, werkproces_, profiel_;
    std::vector<TitledProfiel> titled_;
};

}  // namespace

void not_understood(const TextLine& line, Diagnostics& diagnostics) {
    diagnostics.warning("import-not-understood", line.location, "line not understood, left out: " + quoted(line.text));
}

std::optional<TextImport> import_text(const Source& source, Diagnostics& diagnostics) {
    if (source.text.size() > kMostBytes) {
        diagnostics.error("too-large", {&source, 0, 0},
                          "the text has " + std::to_string(source.text.size()) + " bytes, expected at most " + std::to_string(kMostBytes));
        return std::nullopt;
    }
    if (const auto bad = first_invalid_utf8(source.text)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        diagnostics.error("not-utf8", {&source, at, at + 1}, "found a byte that is not UTF-8, expected text in UTF-8",
                          {"make the text anew with pdftotext -enc UTF-8"});
        return std::nullopt;
    }
    for (std::size_t i = 0; i < source.text.size(); ++i) {
        const char c = source.text[i];
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\f') continue;
        const auto at = static_cast<std::uint32_t>(i);
        diagnostics.error("control-character", {&source, at, at + 1}, "found a control character, expected text", {"remove it"});
        return std::nullopt;
    }
    TextImport result = Importer(source, diagnostics).run();
    const model::Dossier& d = result.dossier;
    if (d.basisdeel.kerntaken.empty() && d.profielen.empty()) {
        diagnostics.error("import-no-dossier", {&source, 0, 0},
                          "found no kerntaken and no profielen, expected the text of a kwalificatiedossier");
        return std::nullopt;
    }
    return result;
}

}  // namespace dossier::exchange
