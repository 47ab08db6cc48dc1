#include "phrases/audience.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier::phrases {
namespace {

/// Letters and digits of `text` in lower case, a comma, semicolon or slash as a word of its own (","), each run of other signs
/// as one space: how names are compared. A quote or an apostrophe vanishes.
std::string name_key(std::string_view text) {
    std::string out;
    bool space = false;
    std::string low = lower(text);
    if (const std::size_t at = low.find("en/of"); at != std::string::npos) low[at + 2] = ' ';
    for (std::size_t at = 0; at < low.size();) {
        const char32_t c = decode_utf8(low, at);
        if (c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201f) || c == U'\u00ab' || c == U'\u00bb' || c == '`') continue;
        const bool letter = is_lower(c) || is_digit(c) || (c >= 0xc0 && c < 0x2000);
        if (c == ',' || c == ';' || c == '/') {
            out += out.empty() ? "," : " ,";
            space = true;
            continue;
        }
        if (!letter) {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        append_utf8(out, c);
    }
    return out;
}

/// `text` without `word` at its front, if a space or the end follows.
bool take_word(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word) || (text.size() > word.size() && text[word.size()] != ' ')) return false;
    text = trim(text.substr(word.size()));
    return true;
}

/// Reads "p1 metselaar p2 allround metselaar en p3", "de allround metselaar", "metselaar en allround metselaar": every way to
/// part the words into names, the longest names first.
class Subject {
public:
    Subject(std::string_view text, std::span<const NamedProfiel> profielen) : text_(name_key(text)) {
        for (const NamedProfiel& p : profielen) names_.push_back({name_key(p.code), name_key(p.naam), p.code});
        std::stable_sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.naam.size() > b.naam.size(); });
    }

    /// The codes in the order written; empty if the text is anything else than a list of profielen.
    std::vector<std::string> codes() {
        std::vector<std::string> found;
        return one(text_, found) ? found : std::vector<std::string>{};
    }
    /// Whether a word of it is a code, of a profiel that exists or not.
    [[nodiscard]] bool has_code() const {
        for (std::size_t at = 0; at < text_.size(); at = std::min(text_.find(' ', at), text_.size() - 1) + 1) {
            std::string_view rest = std::string_view(text_).substr(at);
            if (!taken_code(rest).empty()) return true;
        }
        return false;
    }
    [[nodiscard]] bool everyone() const {
        std::string_view rest = text_;
        for (const std::string_view word : {"de", "het"}) take_word(rest, word);
        return rest == "alle profielen" || rest == "alle kwalificaties" || rest == "alle studenten" || rest == "iedereen";
    }

private:
    struct Name {
        std::string key_code, naam, code;
    };
    static constexpr std::size_t kMostTries = 2000;

    /// What follows a name: nothing, or a sign or word between names and another.
    bool more(std::string_view rest, std::vector<std::string>& found) {
        if (++tries_ > kMostTries) return false;
        if (rest.empty()) return true;
        for (const std::string_view between : {", en", ", of", ", en voor", ",", "en of", "en voor", "en", "of", "als"}) {
            std::string_view behind = rest;
            if (take_word(behind, between) && one(behind, found)) return true;
        }
        return false;
    }

    bool one(std::string_view rest, std::vector<std::string>& found) {
        for (const std::string_view word : {"zowel", "de", "het", "een", "elke", "iedere"}) take_word(rest, word);
        for (const std::string_view word :
             {"profielen", "profiel", "kwalificaties", "kwalificatie", "beroep", "uitstroomprofiel", "uitstroomrichting"})
            if (take_word(rest, word)) break;
        for (const std::string_view word : {"de", "het", "een"}) take_word(rest, word);
        // A code decides, with its name behind it or without.
        std::string_view behind = rest;
        if (const std::string code = taken_code(behind); !code.empty()) return exists(code) && named(behind, code, found);
        for (const Name& n : names_) {
            behind = rest;
            if (n.naam.empty() || !take_word(behind, n.naam)) continue;
            take_word(behind, n.key_code);  // "Metselaar (P1)"
            if (end_or_more(behind, n.code, found)) return true;
        }
        return false;
    }

    /// Where the text has no list of profielen, every code is taken: `check` says whether it exists.
    [[nodiscard]] bool exists(const std::string& code) const {
        return names_.empty() || std::any_of(names_.begin(), names_.end(), [&](const Name& n) { return n.code == code; });
    }

    static std::string taken_code(std::string_view& rest) {
        const std::string_view word = rest.substr(0, std::min(rest.find(' '), rest.size()));
        if (word.size() < 2 || word[0] != 'p') return {};
        std::string code = "P" + std::string(word.substr(1));
        if (!model::heeft_vorm(model::Vorm::profielcode, code)) return {};
        take_word(rest, word);
        return code;
    }

    /// Behind a code: the name of its profiel, another name that no other profiel has, or nothing.
    bool named(std::string_view rest, const std::string& code, std::vector<std::string>& found) {
        for (const Name& n : names_) {
            std::string_view behind = rest;
            if (n.code != code || n.naam.empty()) continue;
            for (const std::string_view word : {"de", "het"}) take_word(behind, word);
            if (take_word(behind, n.naam) && end_or_more(behind, code, found)) return true;
        }
        if (end_or_more(rest, code, found)) return true;
        if (std::any_of(names_.begin(), names_.end(), [&](const Name& n) { return n.code != code && n.naam == rest; })) return false;
        const bool known = std::any_of(names_.begin(), names_.end(), [&](const Name& n) { return n.code == code && !n.naam.empty(); });
        // A name that the dossier does not give yet ("Voor P2 Chef", where P2 has no heading) ends at the next code.
        for (std::size_t at = 0; !known && at <= rest.size(); ++at) {
            if (at < rest.size() && rest[at] != ' ') continue;
            if (end_or_more(trim(rest.substr(at)), code, found)) return true;
        }
        return false;
    }

    bool end_or_more(std::string_view rest, const std::string& code, std::vector<std::string>& found) {
        const bool fresh = std::find(found.begin(), found.end(), code) == found.end();
        if (fresh) found.push_back(code);
        if (more(rest, found)) return true;
        if (fresh) found.pop_back();
        return false;
    }

    std::string text_;
    std::vector<Name> names_;
    std::size_t tries_ = 0;
};

constexpr std::string_view kVerbs[] = {"geldt", "gelden"};
constexpr std::string_view kAdverbs[] = {"aanvullend", "bovendien", "daarnaast", "tevens", "ook", "verder", "extra"};
constexpr std::size_t kLongestSubject = 400, kLongestLead = 60;  ///< bytes

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words between "geldt aanvullend" and the colon that say nothing of their own.
bool says_nothing(std::string_view lead) {
    constexpr std::string_view kAll[] = {"", "het volgende", "de volgende eis", "de volgende eisen", "dat", "nog", "nog het volgende"};
    return is_one_of(lower(lead), kAll);
}

/// Takes the rest of a sentence behind its subject: "geldt aanvullend het volgende:". `tail` starts at the verb.
bool take_tail(std::string_view tail, bool whole, Audience& out, std::size_t tail_begin) {
    std::string_view rest = tail;
    if (!std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view v) { return take_word(rest, v); })) return false;
    const std::size_t at = tail.size() - rest.size();
    const std::size_t colon = tail.find(':', at);
    std::string_view middle = trim(tail.substr(at, (colon == std::string_view::npos ? tail.size() : colon) - at));
    if (colon == std::string_view::npos && !whole) return false;
    const std::string_view adverb = middle.substr(0, std::min(middle.find(' '), middle.size()));
    const bool has_adverb = is_one_of(lower(adverb), kAdverbs);
    const std::string word = lower(adverb);
    out.sure = word == "aanvullend"                         ? Audience::Sure::always
               : word == "bovendien" || word == "daarnaast" ? Audience::Sure::as_paragraph
                                                            : Audience::Sure::as_heading;
    if (!has_adverb && !(colon != std::string_view::npos && says_nothing(middle))) return false;
    if (has_adverb) middle = trim(middle.substr(adverb.size()));
    if (colon == std::string_view::npos && !says_nothing(middle)) return false;
    if (middle.size() > kLongestLead || middle.find_first_of(".;!?") != std::string_view::npos) return false;
    if (!says_nothing(middle)) out.lead = std::string(middle);
    out.end = tail_begin + (colon == std::string_view::npos ? tail.size() : colon + 1);
    return true;
}

/// "Voor SUBJECT geldt aanvullend:" at `begin`.
std::optional<Audience> voor(std::string_view text, std::size_t begin, bool whole) {
    Audience out;
    out.begin = begin;
    const std::size_t from = begin + 5;
    for (std::size_t at = text.find(" geld", from); at != std::string_view::npos && at < from + kLongestSubject;
         at = text.find(" geld", at + 1)) {
        out.subject = std::string(trim(text.substr(from, at - from)));
        if (out.subject.find_first_of(".:;!?") != std::string::npos) return std::nullopt;
        if (take_tail(text.substr(at + 1), whole, out, at + 1)) return out;
    }
    return std::nullopt;
}

/// "Aanvullend geldt voor SUBJECT:", "Aanvullend voor SUBJECT:".
std::optional<Audience> aanvullend(std::string_view text, std::size_t begin) {
    std::string_view rest = text.substr(begin);
    const std::string low = lower(rest.substr(0, std::min<std::size_t>(rest.size(), 40)));
    for (const std::string_view opening :
         {"aanvullend geldt voor ", "aanvullend voor ", "bovendien geldt voor ", "daarnaast geldt voor "}) {
        if (!low.starts_with(opening)) continue;
        const std::size_t colon = rest.find(':');
        if (colon > kLongestSubject) return std::nullopt;  // or there is none
        Audience out;
        out.begin = begin;
        out.end = begin + colon + 1;
        out.subject = std::string(trim(rest.substr(opening.size(), colon - opening.size())));
        if (out.subject.find_first_of(".;!?") != std::string::npos) return std::nullopt;
        return out;
    }
    return std::nullopt;
}

/// Whether a sentence can begin at `at`.
bool begins_sentence(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] == ' ') --at;
    return at == 0 || std::string_view(".:;!?)\"").find(text[at - 1]) != std::string_view::npos;
}

}  // namespace

std::vector<NamedProfiel> named_profielen(const model::Dossier& dossier) {
    std::vector<NamedProfiel> out;
    for (const model::Profiel& p : dossier.profielen) out.push_back({p.code.value, p.naam.value});
    return out;
}

std::optional<Audience> find_audience(std::string_view text, std::size_t from, bool whole, std::span<const NamedProfiel> profielen) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] != 'V' && text[at] != 'A' && text[at] != 'B' && text[at] != 'D') continue;
        if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '"') continue;
        if (!begins_sentence(text, at)) continue;
        std::optional<Audience> found = text.substr(at).starts_with("Voor ") ? voor(text, at, whole) : aanvullend(text, at);
        if (!found) continue;
        Subject subject(found->subject, profielen);
        found->everyone = subject.everyone();
        if (!found->everyone) found->codes = subject.codes();
        if (subject.has_code()) found->sure = Audience::Sure::always;
        return found;
    }
    return std::nullopt;
}

std::vector<std::string> profielen_in(std::string_view subject, std::span<const NamedProfiel> profielen) {
    return Subject(subject, profielen).codes();
}

std::vector<TekstFor> split_by_audience(const model::Tekst& tekst, std::span<const NamedProfiel> profielen, Diagnostics& diagnostics) {
    std::vector<TekstFor> out(1);
    out.back().tekst.location = tekst.location;
    const auto add = [&out](const model::Blok& from, std::string_view text) {
        model::Blok blok = from;
        blok.tekst = std::string(trim(text));
        if (!blok.tekst.empty() || !blok.punten.empty()) out.back().tekst.blokken.push_back(std::move(blok));
    };
    for (const model::Blok& blok : tekst.blokken) {
        std::string_view rest = blok.tekst;
        while (const auto found = blok.soort == model::BlokSoort::alinea ? find_audience(rest, 0, true, profielen) : std::nullopt) {
            const bool nobody = !found->everyone && found->codes.empty();
            if (nobody && found->sure != Audience::Sure::always && found->begin > 0) break;
            if (nobody) report_nobody(*found, tekst.location, profielen, diagnostics);
            add(blok, rest.substr(0, found->begin));
            out.push_back({found->everyone, found->codes, {{}, tekst.location}});
            rest = rest.substr(found->end);
        }
        add(blok, rest);
    }
    return out;
}

bool is_aanhef(std::string_view text) { return text.ends_with(':') && is_upper(text[0]); }

void note_aanhef(const model::Text& aanhef, Diagnostics& diagnostics) {
    diagnostics.note("import-aanhef", aanhef.location,
                     say("found {} with the sign of an item, read as the aanhef of the items below it", quoted(aanhef.value)));
}

void report_second_aanhef(const model::Text& aanhef, Diagnostics& diagnostics) {
    diagnostics.error(
        "import-second-aanhef", aanhef.location,
        say("found {} between the criteria, expected criteria: for whom those below it are is not sure", quoted(aanhef.value)),
        {say("if they are for one profiel only, write \"Voor NAAM geldt aanvullend:\" in its place and import that"),
         say("if they are for everyone, remove it and import that")});
}

void report_nobody(const Audience& audience, Location at, std::span<const NamedProfiel> profielen, Diagnostics& diagnostics) {
    std::vector<std::string> names;
    std::vector<Message> hints;
    for (const NamedProfiel& p : profielen) names.push_back(p.naam);
    std::string all;
    for (const NamedProfiel& p : profielen) all += (all.empty() ? "" : ", ") + p.code + ' ' + p.naam;
    if (const auto near = nearest(audience.subject, names)) hints.push_back(did_you_mean(quoted(*near)));
    if (!all.empty()) hints.push_back(say("the profielen are: {}", all));
    hints.emplace_back(say("correct the sentence in the text and import that"));
    diagnostics.error("import-nobody", at,
                      say("found an aanvullende eis for {}, expected the code or the name of a profiel", quoted(audience.subject)),
                      std::move(hints));
}

}  // namespace dossier::phrases
