#include "published/published.hpp"

#include "published/audience.hpp"
#include "published/breaks.hpp"
#include "published/diagnostics.hpp"
#include "published/headings.hpp"
#include "published/kind.hpp"
#include "published/overview.hpp"
#include "published/sections.hpp"
#include "published/title.hpp"
#include "published/verify.hpp"

#include <algorithm>
#include <utility>

namespace dossier::published {
namespace {

using model::Text;
using model::Werkproces;

constexpr std::size_t kMostBytes = std::size_t{8} << 20;

constexpr std::size_t kLongestTitle = 5;  ///< lines

/// The lines that are titles of rubrieken of vakkennis beyond doubt: with items below, and a meant break or an aanhef above.
std::set<std::string> sure_rubriek_titles(std::span<const TextLine> lines) {
    std::set<std::string> out;
    const auto is_item = [&](std::size_t i) { return !list_sign(lines[i].text).empty(); };
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const TextLine& line = lines[i];
        if (is_item(i) || !is_item(i + 1) || line.text.ends_with(':') || starts_lower(line.text) || !looks_like_rubriek(line.text)) continue;
        const std::string& above = lines[i - 1].text;
        if (above.ends_with(':') || line.before == Break::meant) out.insert(line.text);
    }
    return out;
}

/// 12 of "P12".
int number_of(std::string_view profielcode) {
    int number = 0;
    for (const char c : profielcode.substr(1)) number = number * 10 + (c - '0');
    return number;
}

class Importer {
public:
    Importer(const Source& source, Diagnostics& diagnostics)
        : diagnostics_(diagnostics), errors_before_(diagnostics.errors()), lines_(text_lines(source, out_.lines, diagnostics)), words_(words_of(lines_)) {}

    /// nullopt after an error: the text is no kwalificatiedossier, or what it says is not sure.
    std::optional<TextImport> run(const Source& source) {
        overview();
        drop_running_heads();
        mark_breaks(lines_, range_);
        const bool front = restore_gaps(std::span(lines_).first(range_.begin));
        if (restore_gaps(std::span(lines_).subspan(range_.end)) || front)
            diagnostics_.note("import-tight", {&source, 0, 0},
                              "this text has no blank lines: where a paragraph ends was told by the width of its lines",
                              {"import the PDF itself to be sure"});
        rubriek_titles_ = sure_rubriek_titles(lines_);
        std::size_t i = 0;
        while (i < lines_.size()) i += step(i);
        finish(lines_.size());
        const model::Dossier& d = out_.dossier;
        if (d.basisdeel.kerntaken.empty() && d.profielen.empty()) {
            report_no_dossier(source, lines_, diagnostics_);
            return std::nullopt;
        }
        verify_overview(listed_, body_, diagnostics_);
        place_uncoded(uncoded_, overview_lines_, out_.dossier, out_.lines);
        place_crebos(titled_, out_.dossier, out_.lines);
        for (const TextLine& line : lines_)
            if (out_.lines[line.index] == LineUse::unknown) not_understood(line, diagnostics_);
        // The table of profielen and the list of their kerntaken may name them in another order.
        std::stable_sort(out_.dossier.profielen.begin(), out_.dossier.profielen.end(),
                         [](const model::Profiel& a, const model::Profiel& b) { return number_of(a.code.value) < number_of(b.code.value); });
        model::number_criteria(out_.dossier);
        if (diagnostics_.errors() > errors_before_) return std::nullopt;
        return std::move(out_);
    }

private:
    /// The overview comes first of all: its codes and titles tell which lines of the body are headings.
    void overview() {
        range_ = find_overview(lines_);
        overview_lines_.assign(lines_.begin() + static_cast<std::ptrdiff_t>(range_.begin), lines_.begin() + static_cast<std::ptrdiff_t>(range_.end));
        uncoded_ = read_overview(overview_lines_, words_, out_.dossier, out_.lines, diagnostics_);
        listed_ = titles_of(out_.dossier);
        profielen_ = phrases::named_profielen(out_.dossier);
        for (std::size_t i = range_.end; i + 1 < lines_.size(); ++i) {
            std::string_view naam = lines_[i].text;
            const std::string_view code = take_profielcode(naam);
            const Kop* below = find_kop(lines_[i + 1].text);
            const bool heading = below != nullptr && below->in == Plek::profiel;
            const bool known = std::any_of(profielen_.begin(), profielen_.end(), [&](const phrases::NamedProfiel& p) { return p.code == code; });
            if (!code.empty() && !naam.empty() && heading && !known) profielen_.push_back({std::string(code), std::string(naam)});
        }
    }

    /// Running heads repeat the heading of what goes on: in the body, a code with its title stands once and all else are they.
    void drop_running_heads() {
        std::map<std::string, std::string, std::less<>> seen;  // title_key by code
        const std::size_t body = body_begin(lines_, range_);
        std::vector<TextLine> kept;
        bool page = false;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            std::string_view titel = lines_[i].text;
            std::string_view code = take_code(titel);
            if (code.empty()) code = take_profielcode(titel);
            if (i >= body && !code.empty() && !titel.empty()) {
                const auto known = seen.find(code);
                if (const std::size_t n = known == seen.end() ? 0 : lines_of_title(i, titel, known->second); n > 0) {
                    for (std::size_t k = 0; k < n; ++k) out_.lines[lines_[i + k].index] = LineUse::furniture;
                    i += n - 1;
                    page = true;
                    continue;
                }
                seen[std::string(code)] = title_key(title_at(i, code).value);
            }
            kept.push_back(std::move(lines_[i]));
            if (std::exchange(page, false)) kept.back().gap = kept.back().page = true;
        }
        lines_ = std::move(kept);
    }

    /// How many lines from i on, the first of which has `titel` behind its code, make the title with that key; 0 if none do.
    [[nodiscard]] std::size_t lines_of_title(std::size_t i, std::string_view titel, std::string_view key) const {
        std::string letters = title_key(titel);
        for (std::size_t n = 1; n <= kLongestTitle; ++n) {
            if (letters == key) return n;
            if (i + n >= lines_.size() || letters.size() > key.size()) return 0;
            letters += title_key(lines_[i + n].text);
        }
        return 0;
    }

    /// The title of the heading with `code` at line i; `lines_taken_` has how many lines it takes. It ends where the overview's
    /// title does, or else at the next heading or blank line.
    [[nodiscard]] Text title_at(std::size_t i, std::string_view code) {
        std::string_view rest = lines_[i].text;
        if (take_code(rest).empty()) (void)take_profielcode(rest);
        Text whole{std::string(rest), lines_[i].location};
        const std::string* known = listed_title(code);
        const std::size_t listed = known == nullptr ? 0 : lines_of_title(i, rest, title_key(*known));
        std::size_t n = 1;
        while (i + n < lines_.size() && (listed > 0 ? n < listed : !ends_title(i + n) && n <= kLongestTitle)) ++n;
        // No end in sight: this is text, of which the first line is the title.
        if (n > kLongestTitle) n = 1;
        for (std::size_t k = 1; k < n; ++k) {
            append_line(whole.value, lines_[i + k].text, words_);
            whole.location.end = lines_[i + k].location.end;
        }
        lines_taken_ = n;
        return whole;
    }

    [[nodiscard]] const std::string* listed_title(std::string_view code) const {
        if (const auto found = listed_.find(code); found != listed_.end()) return &found->second.value;
        for (const phrases::NamedProfiel& p : profielen_)
            if (p.code == code && !p.naam.empty()) return &p.naam;
        return nullptr;
    }

    [[nodiscard]] bool ends_title(std::size_t i) const {
        std::string_view text = lines_[i].text;
        if (lines_[i].gap || find_kop(text) != nullptr || !take_code(text).empty()) return true;
        const Kop* below = i + 1 < lines_.size() ? find_kop(lines_[i + 1].text) : nullptr;
        return below != nullptr && below->in == Plek::profiel && !take_profielcode(text).empty();
    }

    /// Reads one heading or passes one line of text; the number of lines taken.
    std::size_t step(std::size_t i) {
        if (i == range_.begin && range_.end > range_.begin) return skip_overview();
        const TextLine& line = lines_[i];
        if (const Kop* kop = kop_at(i)) {
            finish(i);
            out_.lines[line.index] = LineUse::label;
            if (kop->groep) plek_ = Plek::groep;
            seen_koppen_.insert(kop);
            open(kop->opent, i + 1);
            return 1;
        }
        if (deel_ != Deel::inhoud && plek_ != Plek::keuzedeel)
            if (const std::size_t n = code_heading(i); n > 0) return n;
        if (line.gap && !body_.empty() && opens_keuzedeel(line.text)) keuzedeel(i);
        after_heading_ = false;
        return 1;
    }

    std::size_t skip_overview() {
        finish(range_.begin);
        open(Deel::niets, range_.end);
        return range_.end - range_.begin;
    }

    /// A keuzedeel behind the dossier: told once, all of it is left out.
    void keuzedeel(std::size_t i) {
        finish(i);
        plek_ = Plek::keuzedeel;
        open(Deel::keuzedeel, i);
        diagnostics_.warning("import-keuzedeel", lines_[i].location, "a keuzedeel begins here, it is left out",
                             {"a keuzedeel stands outside the dossier; name it under keuzedelen with its code, titel and url"});
    }

    void open(Deel deel, std::size_t first) {
        deel_ = deel;
        begin_ = first;
        after_heading_ = true;
    }

    /// The heading that line i is here. Without a blank line before it, a heading that was there already in the same part is text.
    [[nodiscard]] const Kop* kop_at(std::size_t i) const {
        const TextLine& line = lines_[i];
        const Kop* kop = find_kop(line.text);
        if (kop == nullptr || (kop->in != Plek::buiten && kop->in != plek_)) return nullptr;
        if (deel_ == Deel::inhoud && comes_again(lines_, i)) return nullptr;
        return line.gap || after_heading_ || !seen_koppen_.contains(kop) ? kop : nullptr;
    }

    /// Whether the code at line i, with `titel` behind it, is a heading: it stands apart, ends with a colon, has the title of the
    /// overview, or is the next one to come.
    [[nodiscard]] bool is_code_heading(std::size_t i, std::string_view code, std::string_view titel) const {
        const TextLine& line = lines_[i];
        const Kop* below = i + 1 < lines_.size() ? find_kop(lines_[i + 1].text) : nullptr;
        // A title page lists the profielen.
        if (i < range_.begin || (deel_ == Deel::voorwerk && code.find('-') == std::string_view::npos))
            return i >= range_.begin && below != nullptr && below->in == Plek::profiel;
        if (line.gap || after_heading_) return true;
        if (code.find('-') != std::string_view::npos && body_.contains(code)) return false;
        if (line.text[code.size()] == ':' && code.find('-') != std::string_view::npos) return true;
        if (const std::string* known = listed_title(code)) return lines_of_title(i, titel, title_key(*known)) > 0;
        return !starts_lower(titel) && heading_follows(i);
    }

    /// Whether the lines from i on can be a title: they are no sentence, and soon a heading follows.
    [[nodiscard]] bool heading_follows(std::size_t i) const {
        for (std::size_t n = 1; n < kLongestTitle && i + n < lines_.size() && !is_closed(lines_[i + n - 1].text); ++n) {
            std::string_view next = lines_[i + n].text;
            if (const Kop* kop = find_kop(next)) return kop->in != Plek::buiten;
            if (!take_code(next).empty()) return true;
        }
        return false;
    }

    /// The heading of a kerntaak, werkproces or profiel at `i`, with the lines its title goes on; 0 if there is none.
    std::size_t code_heading(std::size_t i) {
        std::string_view rest = lines_[i].text;
        std::string code(take_code(rest));
        const bool profiel = code.empty();
        if (profiel) code = std::string(take_profielcode(rest));
        if (code.empty() || rest.empty() || !is_code_heading(i, code, rest)) return 0;
        finish(i);
        Text titel = title_at(i, code);
        const std::size_t n = lines_taken_;
        for (std::size_t k = 0; k < n; ++k) out_.lines[lines_[i + k].index] = LineUse::used;
        seen_koppen_.clear();
        if (profiel) {
            plek_ = Plek::profiel;
            profiel_ = code;
            rename(profiel_of(out_.dossier, code).naam, std::move(titel), code);
        } else {
            const bool werkproces = is_werkprocescode(code);
            plek_ = werkproces ? Plek::werkproces : Plek::kerntaak;
            (werkproces ? werkproces_ : kerntaak_) = code;
            body_.try_emplace(code, titel);
            (werkproces ? werkproces_of(out_.dossier, code).titel : kerntaak_of(out_.dossier, code).titel) = std::move(titel);
        }
        open(Deel::niets, i + n);
        return n;
    }

    /// The heading above the text counts more than the table of profielen.
    void rename(Text& naam, Text found, std::string_view code) {
        if (!naam.value.empty() && title_key(naam.value) != title_key(found.value))
            diagnostics_.warning("import-title-differs", found.location,
                                 std::string(code) + " is called " + quoted(found.value) + " here, " + quoted(naam.value) + " in the overview",
                                 {"the name found here is taken"});
        naam = std::move(found);
    }

    /// Hands the lines since the last heading to the part they belong to.
    void finish(std::size_t end) {
        const std::span<const TextLine> text(lines_.data() + begin_, end > begin_ ? end - begin_ : 0);
        begin_ = end;
        if (text.empty() || deel_ == Deel::niets) return;
        if (plek_ != Plek::kerntaak && plek_ != Plek::werkproces) return whole(text);
        for (const ForWhom& part : split_by_audience(text, deel_ == Deel::gedrag, profielen_, words_, out_.lines, diagnostics_)) {
            if (part.lines.empty()) continue;
            if (!part.everyone && part.codes.empty()) section(part.lines).mark(LineUse::left_out);  // an error says so
            else if (part.competenties) competenties(part);
            else if (part.everyone) whole(part.lines);
            else for (const std::string& code : part.codes) extra(part.lines, code);
        }
    }

    [[nodiscard]] SectionReader section(std::span<const TextLine> text) { return {text, words_, rubriek_titles_, out_.lines, diagnostics_}; }

    void competenties(const ForWhom& part) {
        Werkproces& w = werkproces_of(out_.dossier, werkproces_);
        if (part.everyone) return section(part.lines).competenties(w.competenties);
        for (const std::string& code : part.codes)
            section(part.lines).competenties(eis_of(w.aanvullende_eisen, code, part.lines.front().location).competenties);
    }

    void whole(std::span<const TextLine> text) {
        const SectionReader read = section(text);
        model::Dossier& d = out_.dossier;
        switch (deel_) {
            case Deel::niets: case Deel::overzicht: break;
            case Deel::keuzedeel: read.mark(LineUse::left_out); break;
            case Deel::voorwerk: titled_ = read_title(text, d, out_.lines); break;
            case Deel::inhoud: read.mark(LineUse::furniture); break;
            case Deel::leeswijzer: read.paragrafen(d.leeswijzer); break;
            case Deel::context: read.tekst(d.basisdeel.beroepsgroep.context); break;
            case Deel::beroepshouding: read.tekst(d.basisdeel.beroepsgroep.beroepshouding); break;
            case Deel::groepsresultaat: read.tekst(d.basisdeel.beroepsgroep.resultaat); break;
            case Deel::generiek: read.generiek(d.basisdeel.generiek); break;
            case Deel::complexiteit: read.tekst(kerntaak_of(d, kerntaak_).complexiteit); break;
            case Deel::verantwoordelijkheid: read.tekst(kerntaak_of(d, kerntaak_).verantwoordelijkheid); break;
            case Deel::vakkennis: read.vakkennis(kerntaak_of(d, kerntaak_).vakkennis); break;
            case Deel::omschrijving: read.tekst(werkproces_of(d, werkproces_).omschrijving); break;
            case Deel::resultaat: read.tekst(werkproces_of(d, werkproces_).resultaat); break;
            case Deel::gedrag: read.gedrag(werkproces_of(d, werkproces_).gedrag); break;
            case Deel::niveau: read.niveau(profiel_of(d, profiel_)); break;
            case Deel::typering: read.tekst(profiel_of(d, profiel_).typering); break;
            case Deel::beroepsvereisten: read.beroepsvereisten(profiel_of(d, profiel_)); break;
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

    /// An aanvullende eis of the part that is open, for the profiel with `code`: added to what that profiel has already.
    void extra(std::span<const TextLine> text, const std::string& code) {
        const SectionReader read = section(text);
        const Location at = text.front().location;
        const auto of_kerntaak = [&]() -> auto& { return eis_of(kerntaak_of(out_.dossier, kerntaak_).aanvullende_eisen, code, at); };
        const auto of_werkproces = [&]() -> auto& { return eis_of(werkproces_of(out_.dossier, werkproces_).aanvullende_eisen, code, at); };
        if (deel_ == Deel::complexiteit) return read.tekst(of_kerntaak().complexiteit);
        if (deel_ == Deel::verantwoordelijkheid) return read.tekst(of_kerntaak().verantwoordelijkheid);
        if (deel_ == Deel::vakkennis) return read.vakkennis(of_kerntaak().vakkennis);
        if (deel_ == Deel::omschrijving) return read.tekst(of_werkproces().omschrijving);
        if (deel_ == Deel::resultaat) return read.tekst(of_werkproces().resultaat);
        if (deel_ == Deel::gedrag) return read.gedrag(of_werkproces().gedrag);
    }

    Diagnostics& diagnostics_;
    std::size_t errors_before_;
    TextImport out_;
    std::vector<TextLine> lines_;
    Words words_;
    OverviewRange range_;
    std::vector<TextLine> overview_lines_;
    std::vector<OverviewRow> uncoded_;
    Titles listed_, body_;                 ///< of the overview; of the headings below it
    std::vector<phrases::NamedProfiel> profielen_;  ///< of the overview and the headings
    std::set<std::string> rubriek_titles_;
    std::set<const Kop*> seen_koppen_;  ///< since the last heading with a code
    Plek plek_ = Plek::buiten;
    Deel deel_ = Deel::voorwerk;
    std::size_t begin_ = 0, lines_taken_ = 0;
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
    return Importer(source, diagnostics).run(source);
}

}  // namespace dossier::published
