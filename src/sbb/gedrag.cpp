#include "sbb/gedrag.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <utility>

namespace dossier::sbb {
namespace {

using model::Blok;
using model::BlokSoort;
using model::Gedrag;

/// "De kok: - snijdt; - bakt." on one line becomes lines of its own. A dash may also be part of a sentence, a bullet may not.
std::string with_breaks(std::string_view raw) {
    if (raw.find("\n-") != std::string_view::npos) return std::string(raw);
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const std::string_view rest = raw.substr(i);
        const bool bullet = rest.starts_with("• ");
        if ((bullet || rest.starts_with("- ") || rest.starts_with("– ")) && out.ends_with(' ')) {
            const std::string_view before =
                trim(std::string_view(out).substr(out.rfind('\n') == std::string::npos ? 0 : out.rfind('\n') + 1));
            if (!before.empty() && (bullet || before.ends_with(':') || before.ends_with(';'))) out += '\n';
        }
        out += raw[i];
    }
    return out;
}

/// "-snijdt" is meant as a criterium too.
std::string with_signs(std::string_view raw) {
    std::string out;
    bool line_start = true;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        out += raw[i];
        if (line_start && raw[i] == '-' && i + 1 < raw.size() && is_letter(raw[i + 1])) out += ' ';
        line_start = raw[i] == '\n' || (line_start && raw[i] == ' ');
    }
    return out;
}

class Splitter {
public:
    Splitter(Location at, std::span<const phrases::NamedProfiel> profielen, Diagnostics& diagnostics)
        : at_(at), profielen_(profielen), diagnostics_(diagnostics) {}

    Gedrag run(const std::vector<Blok>& blokken) {
        for (const Blok& blok : blokken) {
            if (blok.soort == BlokSoort::opsomming || blok.soort == BlokSoort::nummering)
                for (const model::Punt& punt : blok.punten) criterium(punt);
            else line(blok.tekst);
        }
        if (!lead_.empty()) loose(lead_);
        if (gedrag_.criteria.empty() && !gedrag_.aanhef.value.empty()) {
            diagnostics_.warning("sbb-gedrag", at_, say("found no criteria in gedrag, the text is one criterium"));
            gedrag_.criteria.push_back(std::exchange(gedrag_.aanhef, {}));
        }
        gedrag_.location = at_;
        return std::move(gedrag_);
    }

private:
    void criterium(const model::Punt& punt) {
        unsigned_ = false;
        if (phrases::is_aanhef(punt.tekst) && punt.onder.empty() && gedrag_.criteria.empty() && gedrag_.aanhef.value.empty()) {
            gedrag_.aanhef = {punt.tekst, at_};
            return phrases::note_aanhef(gedrag_.aanhef, diagnostics_);
        }
        if (phrases::is_aanhef(punt.tekst) && punt.onder.empty() && names_profielen(punt.tekst))
            return phrases::report_second_aanhef({punt.tekst, at_}, diagnostics_);
        std::string text = lead_.empty() ? "" : std::exchange(lead_, {}) + ' ';
        text += punt.tekst;
        under(punt.onder, text);
        gedrag_.criteria.push_back({std::move(text), at_});
    }
    /// What hangs under a criterium belongs to it.
    static void under(const std::vector<Blok>& blokken, std::string& text) {
        for (const Blok& blok : blokken) {
            if (!blok.tekst.empty()) text += ' ' + blok.tekst;
            for (const model::Punt& punt : blok.punten) {
                text += " - " + punt.tekst;
                under(punt.onder, text);
            }
        }
    }
    void line(const std::string& text) {
        if (gedrag_.criteria.empty() && gedrag_.aanhef.value.empty()) gedrag_.aanhef = {text, at_};
        else if (unsigned_ || (gedrag_.criteria.empty() && (text.ends_with(';') || gedrag_.aanhef.value.ends_with(':'))))
            unsigned_ = true, gedrag_.criteria.push_back({text, at_});
        else if (gedrag_.criteria.empty()) gedrag_.aanhef.value += ' ' + text;
        else if (names_profielen(text)) phrases::report_second_aanhef({text, at_}, diagnostics_);
        else if (text.ends_with(':')) lead_ = text;
        else loose(text);
    }
    void loose(const std::string& text) {
        if (gedrag_.criteria.empty()) return;
        std::string& last = gedrag_.criteria.back().value;
        if (last.ends_with('.'))
            diagnostics_.warning("sbb-gedrag", at_, say("found text behind the last criterium, it is added to it: {}", quoted(text)));
        last += ' ' + text;
    }

    /// "De allround metselaar:", of a dossier with more than that profiel.
    [[nodiscard]] bool names_profielen(std::string_view text) const {
        return text.ends_with(':') && profielen_.size() > 1 && !phrases::profielen_in(text, profielen_).empty();
    }

    Location at_;
    std::span<const phrases::NamedProfiel> profielen_;
    Diagnostics& diagnostics_;
    Gedrag gedrag_;
    std::string lead_;       ///< an aanhef halfway
    bool unsigned_ = false;  ///< the criteria have no signs, each is a line
};

}  // namespace

Gedrag gedrag_of(const model::Tekst& tekst, std::span<const phrases::NamedProfiel> profielen, Diagnostics& diagnostics) {
    return Splitter(tekst.location, profielen, diagnostics).run(tekst.blokken);
}

model::Tekst gedrag_tekst(Typed typed, Location at, Diagnostics& diagnostics) {
    typed.text = with_signs(typed.html ? typed.text : with_breaks(typed.text));
    return rich_text(typed, at, diagnostics);
}

Gedrag split_gedrag(Typed typed, Location at, std::span<const phrases::NamedProfiel> profielen, Diagnostics& diagnostics) {
    return gedrag_of(gedrag_tekst(std::move(typed), at, diagnostics), profielen, diagnostics);
}

}  // namespace dossier::sbb
