#include "base/message.hpp"

#include "base/ascii.hpp"

namespace dossier {

void Message::append_to(std::string& out, Translate translate) const {
    out += text_;
    const std::string_view theirs = translate != nullptr && !pattern_.empty() ? translate(pattern_) : std::string_view();
    const std::string_view words = theirs.empty() ? pattern_ : theirs;
    std::size_t next = 0, from = 0;
    for (std::size_t at = words.find('{'); at < words.size(); at = words.find('{', at)) {
        const std::string_view rest = words.substr(at);
        const bool numbered = !theirs.empty() && rest.size() > 2 && is_digit(rest[1]) && rest[2] == '}';
        if (!numbered && !rest.starts_with("{}")) {
            ++at;
            continue;
        }
        out += words.substr(from, at - from);
        const std::size_t hole = numbered ? static_cast<std::size_t>(rest[1] - '0') : next++;
        if (hole < parts_.size()) parts_[hole].append_to(out, translate);
        from = at += numbered ? 3 : 2;
    }
    out += words.substr(from);
}

std::string Message::text(Translate translate) const {
    std::string out;
    append_to(out, translate);
    return out;
}

Message count_of(std::size_t n, Pattern<0> one, Pattern<0> many) { return say("{} {}", n, n == 1 ? one : many); }

Message listed(const std::vector<std::string>& words, std::size_t most) {
    const std::size_t shown = words.size() > most ? most : words.empty() ? 0 : words.size() - 1;
    std::string first;
    for (std::size_t i = 0; i < shown; ++i) (first += i == 0 ? "" : ", ") += words[i];
    if (words.size() > most) return say("{}, and {} more", std::move(first), words.size() - most);
    if (words.size() > 1) return say("{} and {}", std::move(first), words.back());
    return words.empty() ? Message() : Message::as_is(words.front());
}

Message did_you_mean(std::string_view quoted_word) { return say("did you mean {}?", quoted_word); }

}  // namespace dossier
