#include "layout/line_breaks.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dossier::layout;

namespace {

/// Lines of `text` set in letters of one point wide, in a column of `width`; - is a place for a hyphen.
std::string set(const std::string& text, float width, Looseness most = Looseness::any, float hang = 0) {
    std::string letters;
    std::vector<LineBreak> breaks;
    for (const char c : text) {
        const auto at = static_cast<float>(letters.size());
        if (c == '-') breaks.push_back({LineBreak::Kind::hyphen, at, at});
        else letters += c;
        if (c == ' ') breaks.push_back({LineBreak::Kind::space, at, at + 1});
        if (c == '/') breaks.push_back({LineBreak::Kind::joint, at + 1, at + 1});
    }
    std::string out;
    std::size_t from = 0;
    std::vector<BestBreak> room;
    for (const std::size_t i : best_breaks(breaks, static_cast<float>(letters.size()), {width, width - hang, 1}, most, room)) {
        out +=
            letters.substr(from, static_cast<std::size_t>(breaks[i].end) - from) + (breaks[i].kind == LineBreak::Kind::hyphen ? "-|" : "|");
        from = static_cast<std::size_t>(breaks[i].next);
    }
    return out + letters.substr(from);
}

}  // namespace

TEST_CASE("what fits on one line has no breaks") {
    CHECK(set("kort en goed", 20) == "kort en goed");
    CHECK(set("", 20).empty());
}

TEST_CASE("no part of a word is left alone on the last line if the lines before it can be looser") {
    // As many words as fit would give "relevantie en juist-|heid".
    CHECK(set("toetst infor-matie op re-le-van-tie en juist-heid", 20) == "toetst informatie|op relevantie en|juistheid");
}

TEST_CASE("lines are of about one length instead of a full one and a very short one") {
    CHECK(set("legt verzamelde infor-matie zorg-vul-dig vast", 37) == "legt verzamelde informatie|zorgvuldig vast");
}

TEST_CASE("a hyphen is taken where a line would be very loose without it") {
    CHECK(set("de verant-woor-de-lijk-heids-ver-kla-ring wordt gelezen", 24) == "de verantwoordelijk-|heidsverklaring wordt|gelezen");
    CHECK(set("de verant-woor-de-lijk-heids-ver-kla-ring wordt gelezen", 24, Looseness::little) ==
          "de verantwoordelijkheidsverklaring wordt gelezen");
}

TEST_CASE("a word with a slash may end a line there") { CHECK(set("van processen/fasen", 16) == "van processen/|fasen"); }

TEST_CASE("later lines may have less room") { CHECK(set("1. gaat actief op zoek", 12, Looseness::any, 3) == "1. gaat|actief op|zoek"); }

TEST_CASE("a part wider than the line leaves the text to others") {
    CHECK(set("een woorddatnergenspast hier", 10) == "een woorddatnergenspast hier");
}

TEST_CASE("a very long text takes time in proportion to its length") {
    std::string text;
    for (int i = 0; i < 300'000; ++i) text += "ab ";
    CHECK(set(text + "c", 60).size() > text.size());
}
