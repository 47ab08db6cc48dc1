#include "published/audience.hpp"

#include <algorithm>

namespace dossier::published {
namespace {

constexpr std::size_t kMostWrapped = 4;  ///< lines that one sentence may take

/// Lines from `i` on that run on without a gap, as one text; `starts` has where each begins in it.
struct Window {
    std::string text;
    std::vector<std::size_t> starts;
};

class Splitter {
public:
    Splitter(std::span<const TextLine> lines, bool gedrag, std::span<const phrases::NamedProfiel> profielen, std::vector<LineUse>& uses,
             Diagnostics& diagnostics)
        : lines_(lines.begin(), lines.end()), gedrag_(gedrag), profielen_(profielen), uses_(uses), diagnostics_(diagnostics) {}

    std::vector<ForWhom> run() {
        out_.emplace_back();
        for (std::size_t i = 0; i < lines_.size();) i = sentence(i) ? at_ : line(i);
        return std::move(out_);
    }

private:
    /// Passes line i on to the part that is open.
    std::size_t line(std::size_t i) {
        if (gedrag_) join_phrase(i);
        TextLine& line = lines_[i];
        const std::size_t behind = gedrag_ ? after_competentie_phrase(line.text) : std::string::npos;
        if (behind != std::string::npos) {
            const ForWhom& last = out_.back();
            out_.push_back(own_list_ ? ForWhom{last.everyone, last.codes, true, {}} : ForWhom{true, {}, true, {}});
            own_list_ = true;
            uses_[line.index] = LineUse::label;
            line.text = std::string(trim(std::string_view(line.text).substr(behind)));
        }
        if (!line.text.empty()) out_.back().lines.push_back(line);
        return i + 1;
    }

    /// Where "De onderliggende competenties zijn:" is wrapped, all of it goes to the second line.
    void join_phrase(std::size_t i) {
        if (i + 1 == lines_.size() || lines_[i + 1].gap || after_competentie_phrase(lines_[i].text) != std::string::npos) return;
        std::string whole = lines_[i].text + ' ' + lines_[i + 1].text;
        const std::size_t behind = after_competentie_phrase(whole);
        if (behind == std::string::npos || behind <= lines_[i].text.size()) return;
        uses_[lines_[i].index] = LineUse::label;
        lines_[i + 1].text = std::move(whole);
        lines_[i].text.clear();
    }

    [[nodiscard]] Window window(std::size_t i) const {
        Window w;
        for (std::size_t n = i; n < lines_.size() && n < i + kMostWrapped; ++n) {
            const std::string& text = lines_[n].text;
            if (n > i && (lines_[n].gap || !list_sign(text).empty())) break;
            if (n > i) w.text += ' ';
            w.starts.push_back(w.text.size());
            w.text += text;
        }
        return w;
    }

    /// A sentence that begins in line i opens a part; `at_` is the line to go on with, which has what is behind the sentence.
    bool sentence(std::size_t i) {
        const std::string& text = lines_[i].text;
        if (text.find("oor") == std::string::npos && text.find("anvullend") == std::string::npos) return false;
        const Window w = window(i);
        auto found = phrases::find_audience(w.text, 0, false, profielen_);
        if (!found && w.starts.size() == 1) found = phrases::find_audience(w.text, 0, true, profielen_);
        if (!found && (i + 1 == lines_.size() || !list_sign(lines_[i + 1].text).empty())) found = phrases::find_audience(text, 0, true, profielen_);
        if (!found || found->begin >= text.size()) return false;
        const bool nobody = !found->everyone && found->codes.empty();
        if (nobody && found->sure != Audience::Sure::always && !stands_apart(i, *found, w)) return false;
        if (nobody) phrases::report_nobody(*found, lines_[i].location, profielen_, diagnostics_);
        keep_before(i, found->begin);
        std::size_t last = 0;
        while (last + 1 < w.starts.size() && w.starts[last + 1] < found->end) ++last;
        for (std::size_t n = 0; n <= last; ++n) uses_[lines_[i + n].index] = LineUse::label;
        out_.push_back({found->everyone, found->codes, false, {}});
        TextLine& rest = lines_[i + last];
        const std::string behind(trim(std::string_view(w.text).substr(found->end, w.starts[last] + rest.text.size() - found->end)));
        rest.text = found->lead.empty() ? behind : found->lead + ':' + (behind.empty() ? "" : " " + behind);
        rest.gap = true;
        at_ = i + last + (rest.text.empty() ? 1 : 0);
        return true;
    }

    using Audience = phrases::Audience;

    /// Whether the sentence is a line or lines of its own, as a heading is; or, for surer words, begins a paragraph.
    [[nodiscard]] bool stands_apart(std::size_t i, const Audience& found, const Window& w) const {
        const bool after = found.end >= w.text.size() || std::find(w.starts.begin(), w.starts.end(), found.end + 1) != w.starts.end();
        const bool paragraph = found.sure == Audience::Sure::as_paragraph && (i == 0 || lines_[i].gap);
        // Below the competenties no prose comes.
        return found.begin == 0 && (after || paragraph || out_.back().competenties);
    }

    /// What stands before the sentence on its line belongs to the part above.
    void keep_before(std::size_t i, std::size_t end) {
        TextLine before = lines_[i];
        before.text = std::string(trim(std::string_view(before.text).substr(0, end)));
        if (!before.text.empty()) out_.back().lines.push_back(std::move(before));
    }

    std::vector<TextLine> lines_;
    bool gedrag_;
    std::span<const phrases::NamedProfiel> profielen_;
    std::vector<LineUse>& uses_;
    Diagnostics& diagnostics_;
    std::vector<ForWhom> out_;
    std::size_t at_ = 0;
    bool own_list_ = false;
};

/// Whether a part for some profielen is a list of competenties: nothing but names of the national model; or, below the
/// competenties of the werkproces, at least one such name.
bool are_competenties(const ForWhom& part, bool below_own, const Words& words) {
    if (part.lines.empty() || !list_sign(part.lines.front().text).empty()) return false;
    const std::string text = text_of(part.lines, words).value;
    const std::size_t known = known_competenties(text);
    return known > 0 && (below_own || known == competentie_names(text).size());
}

}  // namespace

std::vector<ForWhom> split_by_audience(std::span<const TextLine> lines, bool gedrag, std::span<const phrases::NamedProfiel> profielen,
                                       const Words& words, std::vector<LineUse>& uses, Diagnostics& diagnostics) {
    std::vector<ForWhom> parts = Splitter(lines, gedrag, profielen, uses, diagnostics).run();
    bool below_own = false;
    for (ForWhom& part : parts) {
        if (gedrag && !part.everyone && !part.competenties) part.competenties = are_competenties(part, below_own, words);
        below_own = below_own || (part.everyone && part.competenties);
    }
    return parts;
}

}  // namespace dossier::published
