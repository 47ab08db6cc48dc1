/// CONTRIBUTING.md is for who is new here: nothing else would tell them that it no longer holds. Its figure is held against rooms.hpp,
/// its paths and presets against the tree. Its commits are not: a clone may be without history.

#include "rooms.hpp"
#include "text.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <regex>
#include <sstream>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace layering;

const fs::path kRoot = DOSSIER_SOURCE_DIR;

/// What the figure says of a room: "layout → image markup unicode".
struct Drawn {
    std::size_t line = 0;
    Names on;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

/// The first indented block under the heading of the rooms.
std::vector<std::string> figure_of(const std::string& text) {
    std::vector<std::string> out;
    bool here = false;
    for (const std::string& line : lines_of(text)) {
        if (line == "## The rooms") here = true;
        else if (here && line.starts_with("    ")) out.push_back(line.substr(4));
        else if (!out.empty()) break;
    }
    return out;
}

std::map<std::string, Drawn> drawn(const std::vector<std::string>& figure, Names& faults) {
    static const std::regex kBetween(" {2,}");
    std::map<std::string, Drawn> out;
    for (std::size_t line = 0; line < figure.size(); ++line) {
        for (std::sregex_token_iterator it(figure[line].begin(), figure[line].end(), kBetween, -1), end; it != end; ++it) {
            std::istringstream words(*it);
            std::string room, arrow, other;
            words >> room >> arrow;
            if (!arrow.empty() && arrow != "→") faults.insert("the figure has \"" + it->str() + "\", expected \"room → rooms\"");
            Drawn one{line, {}};
            while (words >> other) one.on.insert(other);
            if (!out.emplace(room, one).second) faults.insert("the figure has " + room + " twice");
        }
    }
    return out;
}

Names all_under(const std::string& room) {
    Names out;
    for (const std::string& other : kRooms.at(room).from) {
        out.insert(other);
        out.merge(all_under(other));
    }
    return out;
}

/// The rooms that `room` takes from and that no other of them takes from.
Names rests_on(const std::string& room) {
    Names out = kRooms.at(room).from;
    for (const std::string& other : kRooms.at(room).from)
        for (const std::string& deeper : all_under(other)) out.erase(deeper);
    return out;
}

std::string written(const std::string& room, const Names& on) {
    std::string out = room;
    for (const std::string& other : on) out += (out == room ? " → " : " ") + other;
    return out;
}

Names faults_of_figure(const std::string& text) {
    Names out;
    const std::map<std::string, Drawn> figure = drawn(figure_of(text), out);
    for (const auto& [room, unused] : kRooms)
        if (!figure.contains(room)) out.insert("the figure lacks " + written(room, rests_on(room)));
    for (const auto& [room, one] : figure) {
        if (!kRooms.contains(room)) {
            out.insert("the figure has " + room + ", which is no room");
            continue;
        }
        if (one.on != rests_on(room))
            out.insert("the figure has \"" + written(room, one.on) + "\", expected \"" + written(room, rests_on(room)) + '"');
        for (const std::string& other : one.on)
            if (figure.contains(other) && figure.at(other).line <= one.line)
                out.insert("the figure has " + other + " no lower than " + room + ", which takes from it");
    }
    return out;
}

/// Whether `path` is there. A part with NAME, ROOM or * stands for any.
bool exists(const fs::path& folder, fs::path::const_iterator part, fs::path::const_iterator end) {
    if (part == end || part->empty()) return fs::exists(folder);
    static const std::regex kAny("NAME|ROOM|\\*");
    const std::string name = part->string();
    const fs::path::const_iterator next = std::next(part);
    if (!std::regex_search(name, kAny)) return exists(folder / *part, next, end);
    if (!fs::is_directory(folder)) return false;
    const std::regex pattern(std::regex_replace(std::regex_replace(name, std::regex("\\."), "\\."), kAny, ".*"));
    return std::any_of(fs::directory_iterator(folder), fs::directory_iterator(), [&](const fs::directory_entry& entry) {
        return std::regex_match(entry.path().filename().string(), pattern) && exists(entry.path(), next, end);
    });
}

/// Words with a slash, and names of files at the top.
Names paths_of(const std::string& text) {
    static const std::regex kWord(R"re([A-Za-z0-9_.][A-Za-z0-9_./*-]*)re");
    static const std::regex kPath(R"re(.*/.*|[A-Za-z].*\.(md|txt|json|yaml|sh|[ch]pp))re");
    // A build folder, and the standards PDF/A and PDF/UA.
    static const std::regex kElsewhere("(build[a-z-]*|PDF)/.*");
    Names out;
    for (std::sregex_iterator it(text.begin(), text.end(), kWord), end; it != end; ++it) {
        std::string word = it->str();
        while (word.ends_with('.')) word.pop_back();
        if (word.starts_with("./")) word.erase(0, 2);
        if (std::regex_match(word, kPath) && !std::regex_match(word, kElsewhere)) out.insert(word);
    }
    return out;
}

Names faults_of_paths(const std::string& text) {
    Names out;
    for (const std::string& path : paths_of(text)) {
        const fs::path parts(path);
        if (!exists(kRoot, parts.begin(), parts.end())) out.insert("there is no " + path);
    }
    return out;
}

Names faults_of_presets(const std::string& text) {
    static const std::regex kPreset("--preset ([a-z]+)");
    const std::string presets = whole(kRoot / "CMakePresets.json");
    Names out;
    for (std::sregex_iterator it(text.begin(), text.end(), kPreset), end; it != end; ++it)
        if (presets.find("\"name\": \"" + (*it)[1].str() + '"') == std::string::npos) out.insert("there is no preset " + (*it)[1].str());
    return out;
}

const std::string& text() {
    static const std::string kText = whole(kRoot / "CONTRIBUTING.md");
    return kText;
}

/// `text()` in which `from`, which is there, is `to`.
std::string with(const std::string& from, const std::string& to) {
    std::string out = text();
    const std::size_t at = out.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return out.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("CONTRIBUTING: the figure has the rooms and arrows of rooms.hpp, and no others") {
    for (const std::string& one : faults_of_figure(text())) FAIL_CHECK(one);
}

TEST_CASE("CONTRIBUTING: every path and every preset is there") {
    CHECK(paths_of(text()).size() > 50);
    for (const std::string& one : faults_of_paths(text())) FAIL_CHECK(one);
    for (const std::string& one : faults_of_presets(text())) FAIL_CHECK(one);
}

TEST_CASE("CONTRIBUTING: each kind of fault is found") {
    const auto said = [](const Names& faults) {
        std::string out;
        for (const std::string& one : faults) out += one + '\n';
        return out;
    };
    const auto figure = [&](const std::string& from, const std::string& to) { return said(faults_of_figure(with(from, to))); };
    const std::string changes = "    changes → diff make\n";
    const std::string make = "    make → exchange pdf plan style\n";
    CHECK(figure(changes, "") == "the figure lacks changes → diff make\n");
    CHECK(figure(changes, changes + "    kelder → base\n") == "the figure has kelder, which is no room\n");
    CHECK(figure(changes, changes + changes) == "the figure has changes twice\n");
    CHECK(figure(changes, "    changes → diff\n") == "the figure has \"changes → diff\", expected \"changes → diff make\"\n");
    CHECK(figure(changes, "    changes → diff make model\n") ==
          "the figure has \"changes → diff make model\", expected \"changes → diff make\"\n");
    CHECK(figure(changes + make, make + changes) == "the figure has make no lower than changes, which takes from it\n");
    CHECK(figure(changes, "    changes > diff make\n") == "the figure has \"changes > diff make\", expected \"room → rooms\"\n");

    CHECK(said(faults_of_paths("`src/check/check.cpp`, src/check/chekc.cpp. tests/cli/cases/bad-*.txt tests/clii/ README.md LEESMIJ.md")) ==
          "there is no LEESMIJ.md\nthere is no src/check/chekc.cpp\nthere is no tests/clii/\n");
    CHECK(said(faults_of_paths("`./build.sh`, `src/NAME/NAME.hpp` `src/NAME/NAME.hxx` build-dev/x PDF/A")) ==
          "there is no src/NAME/NAME.hxx\n");
    CHECK(said(faults_of_presets("--preset dev --preset div")) == "there is no preset div\n");
}
