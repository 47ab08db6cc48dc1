/// The text of a published dossier as a dossier: a walk from heading to heading. What a heading is stands in headings.cpp and
/// code_headings.cpp, what is read between two of them in fill_parts.cpp and sections.cpp.

#include "published/published.hpp"

#include "published/breaks.hpp"
#include "published/code_headings.hpp"
#include "published/diagnostics.hpp"
#include "published/fill_parts.hpp"
#include "published/headings.hpp"
#include "published/kind.hpp"
#include "published/overview.hpp"
#include "published/overview_range.hpp"
#include "published/parts_by_code.hpp"
#include "published/verify.hpp"

#include <algorithm>
#include <utility>

namespace dossier::published {
namespace {

using model::Text;

constexpr std::size_t kMostBytes = std::size_t{8} << 20;

/// 12 of "P12".
int number_of(std::string_view profielcode) {
    int number = 0;
    for (const char c : profielcode.substr(1)) number = number * 10 + (c - '0');
    return number;
}

class Importer {
public:
    Importer(const Source& source, Diagnostics& diagnostics)
        : diagnostics_(diagnostics), errors_before_(diagnostics.errors()), lines_(text_lines(source, out_.lines, diagnostics)),
          words_(words_of(lines_)) {}

    /// nullopt after an error: the text is no kwalificatiedossier, or what it says is not sure.
    std::optional<TextImport> run(const Source& source) {
        overview();
        drop_running_heads(lines_, body_begin(lines_, range_), headings_, out_.lines);
        mark_breaks(lines_, range_);
        const bool front = restore_gaps(std::span(lines_).first(range_.begin));
        if (restore_gaps(std::span(lines_).subspan(range_.end)) || front)
            diagnostics_.note("import-tight", {&source, 0, 0},
                              say("this text has no blank lines: where a paragraph ends was told by the width of its lines"),
                              {say("import the PDF itself to be sure")});
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
        place_crebos(filler_.titled(), out_.dossier, out_.lines);
        for (const TextLine& line : lines_)
            if (out_.lines[line.index] == LineUse::unknown) not_understood(line, diagnostics_);
        // The table of profielen and the list of their kerntaken may name them in another order.
        std::stable_sort(out_.dossier.profielen.begin(), out_.dossier.profielen.end(),
                         [](const auto& a, const auto& b) { return number_of(a.code.value) < number_of(b.code.value); });
        model::number_criteria(out_.dossier);
        if (diagnostics_.errors() > errors_before_) return std::nullopt;
        return std::move(out_);
    }

private:
    /// The overview comes first of all: its codes and titles tell which lines of the body are headings.
    void overview() {
        range_ = find_overview(lines_);
        const std::span<const TextLine> part = std::span(lines_).subspan(range_.begin, range_.end - range_.begin);
        overview_lines_.assign(part.begin(), part.end());
        uncoded_ = read_overview(overview_lines_, words_, out_.dossier, out_.lines, diagnostics_);
        listed_ = titles_of(out_.dossier);
        profielen_ = phrases::named_profielen(out_.dossier);
        for (std::size_t i = range_.end; i + 1 < lines_.size(); ++i) {
            std::string_view naam = lines_[i].text;
            const std::string_view code = take_profielcode(naam);
            const Kop* below = find_kop(lines_[i + 1].text);
            const bool heading = below != nullptr && below->in == Plek::profiel;
            const bool known =
                std::any_of(profielen_.begin(), profielen_.end(), [&](const phrases::NamedProfiel& p) { return p.code == code; });
            if (!code.empty() && !naam.empty() && heading && !known) profielen_.push_back({std::string(code), std::string(naam)});
        }
    }

    /// Reads one heading or passes one line of text; the number of lines taken.
    std::size_t step(std::size_t i) {
        if (i == range_.begin && range_.end > range_.begin) return skip_overview();
        const TextLine& line = lines_[i];
        if (const Kop* kop = kop_at(i)) {
            finish(i);
            out_.lines[line.index] = LineUse::label;
            if (kop->groep) open_.plek = Plek::groep;
            seen_koppen_.insert(kop);
            open(kop->opent, i + 1);
            return 1;
        }
        if (open_.deel != Deel::inhoud && open_.plek != Plek::keuzedeel)
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
        open_.plek = Plek::keuzedeel;
        open(Deel::keuzedeel, i);
        diagnostics_.warning("import-keuzedeel", lines_[i].location, say("a keuzedeel begins here, it is left out"),
                             {say("a keuzedeel stands outside the dossier; name it under keuzedelen with its code, titel and url")});
    }

    void open(Deel deel, std::size_t first) {
        open_.deel = deel;
        begin_ = first;
        after_heading_ = true;
    }

    /// The heading that line i is here. Without a blank line before it, a heading that was there already in the same part is text.
    [[nodiscard]] const Kop* kop_at(std::size_t i) const {
        const TextLine& line = lines_[i];
        const Kop* kop = find_kop(line.text);
        if (kop == nullptr || (kop->in != Plek::buiten && kop->in != open_.plek)) return nullptr;
        if (open_.deel == Deel::inhoud && comes_again(lines_, i)) return nullptr;
        return line.gap || after_heading_ || !seen_koppen_.contains(kop) ? kop : nullptr;
    }

    /// Whether the code at line i, with `titel` behind it, is a heading: it stands apart, ends with a colon, has the title of the
    /// overview, or is the next one to come.
    [[nodiscard]] bool is_code_heading(std::size_t i, std::string_view code, std::string_view titel) const {
        const TextLine& line = lines_[i];
        const Kop* below = i + 1 < lines_.size() ? find_kop(lines_[i + 1].text) : nullptr;
        // A title page lists the profielen.
        if (i < range_.begin || (open_.deel == Deel::voorwerk && code.find('-') == std::string_view::npos))
            return i >= range_.begin && below != nullptr && below->in == Plek::profiel;
        if (line.gap || after_heading_) return true;
        if (code.find('-') != std::string_view::npos && body_.contains(code)) return false;
        if (line.text[code.size()] == ':' && code.find('-') != std::string_view::npos) return true;
        if (const std::string* known = headings_.listed_title(code)) return headings_.lines_of_title(i, titel, title_key(*known)) > 0;
        return !starts_lower(titel) && headings_.heading_follows(i);
    }

    /// The heading of a kerntaak, werkproces or profiel at `i`, with the lines its title goes on; 0 if there is none.
    std::size_t code_heading(std::size_t i) {
        std::string_view rest = lines_[i].text;
        std::string code(take_code(rest));
        const bool profiel = code.empty();
        if (profiel) code = std::string(take_profielcode(rest));
        if (code.empty() || rest.empty() || !is_code_heading(i, code, rest)) return 0;
        finish(i);
        auto [titel, n] = headings_.title_at(i, code);
        for (std::size_t k = 0; k < n; ++k) out_.lines[lines_[i + k].index] = LineUse::used;
        seen_koppen_.clear();
        if (profiel) {
            open_.plek = Plek::profiel;
            open_.profiel = code;
            rename(profiel_of(out_.dossier, code).naam, std::move(titel), code);
        } else {
            const bool werkproces = is_werkprocescode(code);
            open_.plek = werkproces ? Plek::werkproces : Plek::kerntaak;
            (werkproces ? open_.werkproces : open_.kerntaak) = code;
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
                                 say("{} is called {} here, {} in the overview", code, quoted(found.value), quoted(naam.value)),
                                 {say("the name found here is taken")});
        naam = std::move(found);
    }

    /// Hands the lines since the last heading to the part they belong to.
    void finish(std::size_t end) {
        const std::span<const TextLine> text(lines_.data() + begin_, end > begin_ ? end - begin_ : 0);
        begin_ = end;
        if (!text.empty() && open_.deel != Deel::niets) filler_.fill(open_, text);
    }

    Diagnostics& diagnostics_;
    std::size_t errors_before_;
    TextImport out_;
    std::vector<TextLine> lines_;
    Words words_;
    OverviewRange range_;
    std::vector<TextLine> overview_lines_;
    std::vector<OverviewRow> uncoded_;
    Titles listed_, body_;                          ///< of the overview; of the headings below it
    std::vector<phrases::NamedProfiel> profielen_;  ///< of the overview and the headings
    std::set<std::string> rubriek_titles_;
    std::set<const Kop*> seen_koppen_;  ///< since the last heading with a code
    OpenPart open_;
    std::size_t begin_ = 0;  ///< of the lines since the last heading
    bool after_heading_ = false;
    CodeHeadings headings_{lines_, words_, listed_, profielen_};
    PartFiller filler_{out_, words_, profielen_, rubriek_titles_, diagnostics_};
};

}  // namespace

void not_understood(const TextLine& line, Diagnostics& diagnostics) {
    diagnostics.warning("import-not-understood", line.location, say("line not understood, left out: {}", quoted(line.text)));
}

std::optional<TextImport> import_text(const Source& source, Diagnostics& diagnostics) {
    if (source.text.size() > kMostBytes) {
        diagnostics.error("too-large", {&source, 0, 0}, say("the text has {} bytes, expected at most {}", source.text.size(), kMostBytes));
        return std::nullopt;
    }
    if (const auto bad = first_invalid_utf8(source.text)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        diagnostics.error("not-utf8", {&source, at, at + 1}, say("found a byte that is not UTF-8, expected text in UTF-8"),
                          {say("make the text anew with pdftotext -enc UTF-8")});
        return std::nullopt;
    }
    for (std::size_t i = 0; i < source.text.size(); ++i) {
        const char c = source.text[i];
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\f') continue;
        const auto at = static_cast<std::uint32_t>(i);
        diagnostics.error("control-character", {&source, at, at + 1}, say("found a control character, expected text"), {say("remove it")});
        return std::nullopt;
    }
    return Importer(source, diagnostics).run(source);
}

}  // namespace dossier::published
