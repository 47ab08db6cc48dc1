/// Reads the overview of a kwalificatiedossier: the profielen, kerntaken and werkprocessen by code and title.

#include "published/overview.hpp"

#include "published/headings.hpp"
#include "published/overview_range.hpp"
#include "published/parts_by_code.hpp"

#include <algorithm>

namespace dossier::published {
namespace {

using model::Dossier;
using model::Kerntaak;
using model::Profiel;
using model::Text;
using model::Werkproces;

std::optional<OverviewRow> row_of(std::string_view text, const TextLine& line) {
    OverviewRow row;
    row.location = line.location;
    row.line = line.index;
    row.code = std::string(take_profielcode(text));
    for (const std::string_view answer : {" Nee", " Ja"}) {
        for (std::size_t found = text.find(answer); found != std::string_view::npos; found = text.find(answer, found + 1)) {
            const std::string_view rest = text.substr(found + answer.size());
            if (found < 3 || text[found - 2] != ' ' || text[found - 1] < '1' || text[found - 1] > '4') continue;
            if (!rest.empty() && rest[0] != ' ') continue;
            row.naam = std::string(trim(text.substr(0, found - 2)));
            row.niveau = text[found - 1] - '0';
            row.beroepsvereisten = std::string(trim(answer));
            row.soort = std::string(trim(rest));
            return row;
        }
    }
    return std::nullopt;
}

void fill(Profiel& profiel, const OverviewRow& row) {
    profiel.niveau = {row.niveau, row.location};
    profiel.beroepsvereisten = {row.beroepsvereisten, row.location};
    if (!row.soort.empty()) profiel.soort = {row.soort, row.location};
}

bool is_label(std::string_view text) {
    for (const std::string_view label :
         {"Naam profiel", "Mbo-niveau", "(EQF-niveau)", "Beroepsvereisten", "Typering van de kwalificatie", "Typering kwalificatie",
          "Basisdeel", "Profieldeel", "De profielen in dit kwalificatiedossier hebben", "kerntaken en werkprocessen"})
        if (text.starts_with(label)) return true;
    return false;
}

/// A label wherever it stands: no title goes on so.
bool is_sure_label(std::string_view text) {
    const Kop* kop = find_kop(text);
    return (kop != nullptr && kop->in_overzicht) || text.starts_with("De profielen in dit kwalificatiedossier hebben");
}

class Overview {
public:
    Overview(Dossier& dossier, const Words& words, std::vector<LineUse>& uses, Diagnostics& diagnostics)
        : dossier_(dossier), words_(words), uses_(uses), diagnostics_(diagnostics) {}

    std::vector<OverviewRow> read(std::span<const TextLine> lines) {
        for (const TextLine& line : lines) this->line(line);
        for (const OverviewRow& row : rows_) place(row);
        return std::move(uncoded_);
    }

private:
    void line(const TextLine& line) {
        LineUse& use = uses_[line.index];
        use = LineUse::used;
        std::string_view rest = line.text;
        if (std::optional<OverviewRow> row = row_of(line.text, line)) {
            (row->code.empty() ? uncoded_ : rows_).push_back(std::move(*row));
            open_ = nullptr;
        } else if (next_code(line.text, 0) == 0) {
            entries(line);
        } else if (const std::string_view code = take_profielcode(rest); !code.empty() && !rest.empty()) {
            Profiel& profiel = profiel_of(dossier_, code);
            open_ = &profiel.naam;
            set(rest, line);
        } else if ((line.gap && is_label(line.text)) || is_sure_label(line.text) || (in_sentence_ && !line.gap)) {
            use = LineUse::label;
            open_ = nullptr;
            in_sentence_ = line.text.starts_with("De profielen") && !line.text.ends_with(':');
        } else if (open_ != nullptr && (!line.gap || continues(open_->value, line))) {
            append_line(open_->value, line.text, words_);
            open_->location.end = line.location.end;
        } else if (is_label(line.text)) {
            use = LineUse::label;
        } else {
            use = LineUse::unknown;
        }
    }

    /// "B1-K1 Onderzoekt ... B1-K1-W1 Brengt ...": two columns of the table on one line.
    void entries(const TextLine& line) {
        const std::string_view text = line.text;
        for (std::size_t at = 0; at != std::string_view::npos;) {
            const std::size_t next = next_code(text, at + 1);
            std::string_view titel = trim(text.substr(at, next == std::string_view::npos ? next : next - at));
            const std::string_view code = take_code(titel);
            open_ = code.find("-W") == std::string_view::npos ? &kerntaak_of(dossier_, code).titel : &werkproces_of(dossier_, code).titel;
            set(titel, line);
            at = next;
        }
    }

    void set(std::string_view text, const TextLine& line) {
        open_->value = text;
        open_->location = line.location;
    }

    /// The name decides which profiel a row is about; a code that says otherwise is reported.
    void place(const OverviewRow& row) {
        Profiel* profiel = nullptr;
        for (Profiel& p : dossier_.profielen)
            if (lower(p.naam.value) == lower(row.naam)) profiel = &p;
        if (profiel != nullptr && profiel->code.value != row.code) {
            diagnostics_.warning("import-code-differs", row.location,
                                 say("the table calls {} {}, the rest of the text {}", quoted(row.naam), row.code, profiel->code.value),
                                 {say("niveau, beroepsvereisten and soort are taken for {}", profiel->code.value)});
        }
        if (profiel == nullptr) {
            profiel = &profiel_of(dossier_, row.code);
            if (profiel->naam.value.empty()) {
                profiel->naam = {row.naam, row.location};
            } else {
                diagnostics_.warning(
                    "import-name-differs", row.location,
                    say("the table calls {} {}, the rest of the text {}", row.code, quoted(row.naam), quoted(profiel->naam.value)));
            }
        }
        fill(*profiel, row);
    }

    Dossier& dossier_;
    const Words& words_;
    std::vector<LineUse>& uses_;
    Diagnostics& diagnostics_;
    std::vector<OverviewRow> rows_, uncoded_;
    bool in_sentence_ = false;  ///< "De profielen in dit kwalificatiedossier hebben ... werkprocessen:" goes on
    Text* open_ = nullptr;      ///< what a line without code goes on with; refreshed before anything is added to the dossier
};

/// The keys of names and titles, and of a kerntaak with its first werkproces, which stand on one line.
std::set<std::string> title_keys(const Dossier& dossier) {
    std::set<std::string> out;
    const auto add = [&out](const std::vector<Kerntaak>& kerntaken) {
        for (const Kerntaak& k : kerntaken) {
            const std::string own = title_key(k.titel.value);
            out.insert(own);
            for (const Werkproces& w : k.werkprocessen) out.insert(title_key(w.titel.value));
            if (!k.werkprocessen.empty()) out.insert(own + title_key(k.werkprocessen[0].titel.value));
        }
    };
    add(dossier.basisdeel.kerntaken);
    for (const Profiel& p : dossier.profielen) {
        out.insert(title_key(p.naam.value));
        add(p.kerntaken);
    }
    return out;
}

}  // namespace

std::vector<OverviewRow> read_overview(std::span<const TextLine> lines, const Words& words, Dossier& dossier, std::vector<LineUse>& uses,
                                       Diagnostics& diagnostics) {
    return Overview(dossier, words, uses, diagnostics).read(lines);
}

void place_uncoded(std::span<const OverviewRow> rows, std::span<const TextLine> lines, Dossier& dossier, std::vector<LineUse>& uses) {
    for (const OverviewRow& row : rows) {
        const auto found = std::find_if(dossier.profielen.begin(), dossier.profielen.end(),
                                        [&](const Profiel& p) { return title_key(p.naam.value) == title_key(row.naam); });
        if (found == dossier.profielen.end()) uses[row.line] = LineUse::unknown;
        else fill(*found, row);
    }
    const std::set<std::string> titles = title_keys(dossier);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string key;
        for (std::size_t n = 1; n <= kMostTitleLines && i + n <= lines.size() && uses[lines[i + n - 1].index] == LineUse::unknown; ++n) {
            key += title_key(lines[i + n - 1].text);
            if (!titles.contains(key)) continue;
            for (std::size_t k = 0; k < n; ++k) uses[lines[i + k].index] = LineUse::label;
            break;
        }
    }
}

}  // namespace dossier::published
