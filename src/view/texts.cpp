#include "view/texts.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>

namespace dossier::view {
namespace {

Value piece(std::string_view tekst, std::string_view url, std::string_view begrip, std::string_view taal) {
    return Fields()("tekst", Value(tekst))("url", Value(url))("begrip", Value(begrip))("taal", Value(taal)).value();
}

/// Names of the kinds that a block can be in the flat list; exactly one is set.
enum class Kind { alinea, voetnoot, begin_opsomming, eind_opsomming, begin_nummering, eind_nummering, begin_punt, eind_punt };
constexpr std::array kKinds{"alinea",          "voetnoot",       "begin_opsomming", "eind_opsomming",
                            "begin_nummering", "eind_nummering", "begin_punt",      "eind_punt"};

Value block(Kind kind, std::string_view teken, List stukken, bool aanvullend) {
    Fields fields;
    for (std::size_t i = 0; i < kKinds.size(); ++i) fields(kKinds[i], Value(i == static_cast<std::size_t>(kind)));
    fields("letters", Value(kind == Kind::begin_nummering && !teken.empty() && is_lower(teken[0])));
    return fields("teken", Value(teken))("stukken", Value(std::move(stukken)))("aanvullend", Value(aanvullend)).value();
}

/// Quotes, dashes and the like (U+2000 to U+203F) part words.
bool punctuation(std::string_view three) { return three.size() == 3 && three[0] == '\xe2' && three[1] == '\x80'; }
bool word_before(std::string_view text, std::size_t at) {
    return at > 0 && is_word_byte(text[at - 1]) && !(at >= 3 && punctuation(text.substr(at - 3, 3)));
}
bool word_after(std::string_view text, std::size_t at) {
    return at < text.size() && is_word_byte(text[at]) && !punctuation(text.substr(at, 3));
}

/// Where the web address that starts `text` ends: punctuation that closes the sentence is not part of it.
std::size_t url_length(std::string_view text) {
    std::size_t end = text.find_first_of(" \t\n\"<>");
    if (end == std::string_view::npos) end = text.size();
    while (end > 0 && std::string_view(".,;:!?)'").find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

}  // namespace

Texts::Texts(const std::vector<model::Begrip>& begrippen, Links links) {
    for (const model::Begrip& begrip : begrippen) {
        const bool linked = links == Links::yes;
        if (linked || !begrip.taal.value.empty())
            phrases_.push_back({begrip.term.value, linked ? "begrip-" + slug(begrip.term.value) : std::string(), begrip.taal.value});
        // A meaning in another language often stands in the text too: "CX (customer experience)".
        const auto& meaning = begrip.betekenis.blokken;
        if (!begrip.taal_betekenis.value.empty() && meaning.size() == 1 && !meaning.front().tekst.empty())
            phrases_.push_back({meaning.front().tekst, "", begrip.taal_betekenis.value});
    }
}

std::size_t Texts::Phrase::find_in(std::string_view text) const {
    const std::string_view rest = std::string_view(woord).substr(1);
    for (std::size_t at = text.find(rest, 1); at != std::string_view::npos; at = text.find(rest, at + 1)) {
        const std::size_t begin = at - 1;
        const std::size_t end = begin + woord.size();
        const char first = text[begin];
        const bool same = first == woord[0] || first == to_upper(woord[0]);
        if (!same || word_before(text, begin) || word_after(text, end)) continue;
        return begin;
    }
    return std::string_view::npos;
}

/// Splits `text` at the first use of terms not met before and at every phrase in another language: the earliest first and
/// the longest at one place.
void Texts::add_terms(std::string_view text, bool links, List& out) {
    struct Next {
        Phrase* phrase;
        std::size_t at;
    };
    std::vector<Next> next;
    for (Phrase& phrase : phrases_)
        if (const std::size_t at = phrase.find_in(text); at != std::string_view::npos) next.push_back({&phrase, at});
    std::size_t done = 0;
    while (true) {
        Next best{nullptr, 0};
        for (Next& each : next) {
            if (each.at == std::string_view::npos || !(each.phrase->wants_link(links) || !each.phrase->taal.empty())) continue;
            if (each.at < done) {
                const std::size_t at = each.phrase->find_in(text.substr(done));
                each.at = at == std::string_view::npos ? at : at + done;
                if (at == std::string_view::npos) continue;
            }
            if (best.phrase == nullptr || each.at < best.at ||
                (each.at == best.at && each.phrase->woord.size() > best.phrase->woord.size()))
                best = each;
        }
        if (best.phrase == nullptr) break;
        const bool linked = best.phrase->wants_link(links);
        if (best.at > done) out.push_back(piece(text.substr(done, best.at - done), "", "", ""));
        out.push_back(piece(text.substr(best.at, best.phrase->woord.size()), "", linked ? best.phrase->id : "", best.phrase->taal));
        best.phrase->used = best.phrase->used || linked;
        done = best.at + best.phrase->woord.size();
    }
    if (done < text.size()) out.push_back(piece(text.substr(done), "", "", ""));
}

Value text_piece(std::string_view text) { return piece(text, "", "", ""); }

List Texts::woorden(std::string_view text) {
    List out;
    add_terms(text, false, out);
    return out;
}

List Texts::stukken(std::string_view text) {
    List out;
    std::size_t from = 0;
    for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 1)) {
        const std::string_view rest = text.substr(at);
        if (at < from || (!rest.starts_with("https://") && !rest.starts_with("http://"))) continue;
        const std::size_t length = url_length(rest);
        if (length <= rest.find("//") + 2) continue;
        add_terms(text.substr(from, at - from), true, out);
        out.push_back(piece(rest.substr(0, length), rest.substr(0, length), "", ""));
        from = at + length;
    }
    add_terms(text.substr(from), true, out);
    return out;
}

void Texts::add_blokken(const std::vector<model::Blok>& blokken, bool aanvullend, List& out) {
    for (const model::Blok& blok : blokken) {
        if (blok.soort == model::BlokSoort::alinea || blok.soort == model::BlokSoort::voetnoot) {
            const Kind kind = blok.soort == model::BlokSoort::alinea ? Kind::alinea : Kind::voetnoot;
            out.push_back(block(kind, blok.teken, stukken(blok.tekst), aanvullend));
            continue;
        }
        const bool bullets = blok.soort == model::BlokSoort::opsomming;
        const std::string first = blok.punten.empty() ? std::string() : blok.punten.front().teken;
        out.push_back(block(bullets ? Kind::begin_opsomming : Kind::begin_nummering, first, {}, aanvullend));
        for (const model::Punt& punt : blok.punten) {
            out.push_back(block(Kind::begin_punt, punt.teken, stukken(punt.tekst), aanvullend));
            add_blokken(punt.onder, aanvullend, out);
            out.push_back(block(Kind::eind_punt, "", {}, aanvullend));
        }
        out.push_back(block(bullets ? Kind::eind_opsomming : Kind::eind_nummering, "", {}, aanvullend));
    }
}

List Texts::blokken(const model::Tekst& tekst, bool aanvullend) {
    List out;
    add_blokken(tekst.blokken, aanvullend, out);
    return out;
}

std::string dutch_date(std::string_view iso) {
    constexpr std::array<std::string_view, 12> kMonths{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                                       "juli",    "augustus", "september", "oktober", "november", "december"};
    if (!model::heeft_vorm(model::Vorm::datum, iso)) return std::string(iso);
    const auto month = static_cast<std::size_t>((iso[5] - '0') * 10 + (iso[6] - '0') - 1);
    const std::string_view day = iso.substr(iso[8] == '0' ? 9 : 8);
    return std::string(day) + " " + std::string(kMonths.at(month)) + " " + std::string(iso.substr(0, 4));
}

std::string opening(const model::Tekst& tekst, std::size_t most) {
    if (tekst.blokken.empty()) return {};
    const std::string_view text = tekst.blokken.front().tekst;
    std::size_t end = 0;
    for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
        // "o.a. de" is no end of a sentence: what follows one begins with a capital or a digit.
        const char next = at + 2 < text.size() ? text[at + 2] : 'x';
        if (is_lower(next) || next == '(') continue;
        if (end != 0 && code_points(text.substr(0, at + 1)) > most) break;
        end = at + 1;
    }
    if (end == 0 || code_points(text) <= most) end = text.size();
    return std::string(text.substr(0, end));
}

std::string_view without_end_mark(std::string_view text) {
    if (text.ends_with(';') || (text.ends_with('.') && !text.ends_with(".."))) text.remove_suffix(1);
    return trim(text);
}

std::string id_of(std::string_view code) { return slug(code); }

}  // namespace dossier::view
