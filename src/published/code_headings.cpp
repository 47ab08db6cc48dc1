/// Titles behind the codes of kerntaken, werkprocessen and profielen: how far they go, and where a page repeats them.

#include "published/code_headings.hpp"

#include "published/headings.hpp"
#include "published/overview_range.hpp"
#include "published/parts_by_code.hpp"

#include <map>
#include <utility>

namespace dossier::published {

using model::Text;

std::size_t CodeHeadings::lines_of_title(std::size_t i, std::string_view titel, std::string_view key) const {
    std::string letters = title_key(titel);
    for (std::size_t n = 1; n <= kMostTitleLines; ++n) {
        if (letters == key) return n;
        if (i + n >= lines_.size() || letters.size() > key.size()) return 0;
        letters += title_key(lines_[i + n].text);
    }
    return 0;
}

CodeHeadings::Title CodeHeadings::title_at(std::size_t i, std::string_view code) const {
    std::string_view rest = lines_[i].text;
    if (take_code(rest).empty()) (void)take_profielcode(rest);
    Text whole{std::string(rest), lines_[i].location};
    const std::string* known = listed_title(code);
    const std::size_t listed = known == nullptr ? 0 : lines_of_title(i, rest, title_key(*known));
    std::size_t n = 1;
    while (i + n < lines_.size() && (listed > 0 ? n < listed : !ends_title(i + n) && n <= kMostTitleLines)) ++n;
    // No end in sight: this is text, of which the first line is the title.
    if (n > kMostTitleLines) n = 1;
    for (std::size_t k = 1; k < n; ++k) {
        append_line(whole.value, lines_[i + k].text, words_);
        whole.location.end = lines_[i + k].location.end;
    }
    return {std::move(whole), n};
}

const std::string* CodeHeadings::listed_title(std::string_view code) const {
    if (const auto found = listed_.find(code); found != listed_.end()) return &found->second.value;
    for (const phrases::NamedProfiel& p : profielen_)
        if (p.code == code && !p.naam.empty()) return &p.naam;
    return nullptr;
}

bool CodeHeadings::ends_title(std::size_t i) const {
    std::string_view text = lines_[i].text;
    if (lines_[i].gap || find_kop(text) != nullptr || !take_code(text).empty()) return true;
    const Kop* below = i + 1 < lines_.size() ? find_kop(lines_[i + 1].text) : nullptr;
    return below != nullptr && below->in == Plek::profiel && !take_profielcode(text).empty();
}

bool CodeHeadings::heading_follows(std::size_t i) const {
    for (std::size_t n = 1; n < kMostTitleLines && i + n < lines_.size() && !is_closed(lines_[i + n - 1].text); ++n) {
        std::string_view next = lines_[i + n].text;
        if (const Kop* kop = find_kop(next)) return kop->in != Plek::buiten;
        if (!take_code(next).empty()) return true;
    }
    return false;
}

void drop_running_heads(std::vector<TextLine>& lines, std::size_t body, const CodeHeadings& headings, std::vector<LineUse>& uses) {
    std::map<std::string, std::string, std::less<>> seen;  // title_key by code
    std::vector<TextLine> kept;
    bool page = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view titel = lines[i].text;
        std::string_view code = take_code(titel);
        if (code.empty()) code = take_profielcode(titel);
        if (i >= body && !code.empty() && !titel.empty()) {
            const auto known = seen.find(code);
            if (const std::size_t n = known == seen.end() ? 0 : headings.lines_of_title(i, titel, known->second); n > 0) {
                for (std::size_t k = 0; k < n; ++k) uses[lines[i + k].index] = LineUse::furniture;
                i += n - 1;
                page = true;
                continue;
            }
            seen[std::string(code)] = title_key(headings.title_at(i, code).text.value);
        }
        kept.push_back(std::move(lines[i]));
        if (std::exchange(page, false)) kept.back().gap = kept.back().page = true;
    }
    lines = std::move(kept);
}

}  // namespace dossier::published
