#include "changes/phrases_in_form.hpp"

#include "base/ascii.hpp"
#include "base/base.hpp"

#include <algorithm>

namespace dossier::changes {
namespace {

constexpr std::size_t kNeedle = 40;  // characters by which a text is recognised in a form

/// The beginning of a text of the dossier, without the signs that a template may leave out.
std::string needle_of(std::string_view text) {
    std::string needle = words_of(text.substr(0, text.find('\n')));
    if (needle.starts_with("- ")) needle.erase(0, 2);
    while (!needle.empty() && (needle.back() == ';' || needle.back() == '.' || needle.back() == ' ')) needle.pop_back();
    if (needle.size() > kNeedle) needle.resize(std::min(needle.rfind(' ', kNeedle), kNeedle));
    return needle;
}

}  // namespace

std::string words_of(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : c;
    }
    return lower(out);
}

Phrases::Phrases(const std::vector<std::string_view>& texts) {
    std::vector<std::string> needles;
    needles.reserve(texts.size());
    for (const std::string_view text : texts) needles.push_back(needle_of(text));
    sorted_ = needles;
    std::sort(sorted_.begin(), sorted_.end());
    sorted_.erase(std::unique(sorted_.begin(), sorted_.end()), sorted_.end());
    if (!sorted_.empty() && sorted_.front().empty()) sorted_.erase(sorted_.begin());
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
        std::size_t at = i == 0 ? kNone : i - 1;
        while (at != kNone && !sorted_[i].starts_with(sorted_[at])) at = within_[at];
        within_.push_back(at);
    }
    for (const std::string& needle : needles) {
        const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), needle);
        numbers_.push_back(needle.empty() ? kNone : static_cast<std::size_t>(found - sorted_.begin()));
    }
}

std::vector<bool> Phrases::in(std::string_view words) const {
    std::vector<bool> out(sorted_.size(), false);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (at > 0 && is_word_byte(words[at - 1]) && is_word_byte(words[at])) continue;
        const std::string_view rest = words.substr(at, kNeedle);
        // All that `rest` begins with stand before it in the order, the last one first in this chain.
        const auto after = std::upper_bound(sorted_.begin(), sorted_.end(), rest);
        std::size_t i = after == sorted_.begin() ? kNone : static_cast<std::size_t>(after - sorted_.begin()) - 1;
        while (i != kNone && !rest.starts_with(sorted_[i])) i = within_[i];
        for (; i != kNone && !out[i]; i = within_[i]) out[i] = true;
    }
    return out;
}

}  // namespace dossier::changes
