/// The arrows of the pipeline: which room may include which, and which room alone may include a third-party library.
/// README.md draws the same picture.

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>> kRooms{
    {"base", {}},
    {"unicode", {"base"}},
    {"model", {"base"}},
    {"yaml", {"base", "unicode", "model"}},
    {"check", {"base", "unicode", "model"}},
    {"view", {"base", "model"}},
    {"render", {"base", "view"}},
    {"markup", {"base"}},
    {"image", {"base"}},
    {"layout", {"base", "markup", "image"}},
    {"pdf", {"base", "layout", "markup", "image"}},
    {"xml", {"base"}},
    {"phrases", {"base", "model"}},
    {"ownxml", {"base", "unicode", "model", "xml"}},
    {"sbb", {"base", "unicode", "model", "yaml", "xml", "phrases"}},
    {"published", {"base", "unicode", "model", "phrases"}},
    {"exchange", {"base", "model", "yaml", "xml", "ownxml", "sbb"}},
    {"diff", {"base", "model"}},
    {"pdftext", {"base", "unicode"}},
    {"plan", {"base", "model", "yaml", "view"}},
    {"style", {"base", "view", "yaml", "render", "markup", "image", "layout"}},
    {"make", {"base", "unicode", "model", "yaml", "view", "render", "markup", "layout", "pdf", "exchange", "plan", "style"}},
    {"changes", {"base", "model", "view", "diff", "make"}},
    {"core", {"base", "model", "yaml", "check", "view", "exchange", "diff", "plan", "make", "changes"}},
    {"folder", {"base", "style"}},
    {"cli", {"base", "model", "yaml", "xml", "ownxml", "sbb", "published", "pdftext", "plan", "make", "core", "folder"}},
};

/// First part of an include of a library -> the rooms that may have it.
const std::map<std::string, std::set<std::string>> kLibraries{
    {"yaml-cpp", {"yaml"}},
    {"kainjow", {"render"}},
    {"pugixml.hpp", {"markup", "image", "xml", "sbb", "ownxml"}},
    {"hb", {"layout"}},
    {"hyphen.h", {"layout"}},
    {"hpdf", {"pdf"}},
    {"libdeflate.h", {"pdf", "image", "exchange"}},
    {"png.h", {"image"}},
    {"qrencode.h", {"layout"}},
    {"nlohmann", {"yaml", "exchange", "cli", "changes"}},
    {"CLI", {"cli"}},
    {"qpdf", {"exchange"}},
    {"xlsxwriter.h", {"exchange"}},
    {"poppler", {"pdftext"}},
    {"utf8proc.h", {"unicode"}},
};

bool starts_with_library(const std::string& include, const std::string& library) {
    if (!include.starts_with(library)) return false;
    const std::string rest = include.substr(library.size());
    return rest.empty() || rest[0] == '/' || rest[0] == '.' || rest[0] == '_' || rest[0] == '-';
}

/// What is wrong with `include` in a file of `room`, or "".
std::string fault(const std::string& room, const std::string& include, bool header) {
    const std::string first = include.substr(0, include.find('/'));
    if (kRooms.contains(first) && include.find('/') != std::string::npos) {
        const auto& allowed = kRooms.at(room);
        return first == room || allowed.contains(first) ? "" : room + " may not include " + include;
    }
    for (const auto& [library, rooms] : kLibraries) {
        if (!starts_with_library(include, library)) continue;
        if (!rooms.contains(room)) return room + " may not use " + library;
        if (header) return "public header of " + room + " shows " + library;
    }
    return "";
}

std::vector<std::string> includes(const fs::path& file) {
    static const std::regex kInclude(R"re(^\s*#\s*include\s*["<]([^">]+)[">])re");
    std::vector<std::string> out;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (std::regex_search(line, match, kInclude)) out.push_back(match[1]);
    }
    return out;
}

}  // namespace

TEST_CASE("the arrows between rooms go one way and each library stays in its room") {
    std::size_t files = 0;
    std::set<std::string> rooms_seen;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(DOSSIER_SOURCE_DIR) / "src")) {
        const std::string kind = entry.path().extension();
        if (kind != ".cpp" && kind != ".hpp") continue;
        const fs::path relative = fs::relative(entry.path(), fs::path(DOSSIER_SOURCE_DIR) / "src");
        const std::string room = *relative.begin();
        INFO(relative.string());
        REQUIRE(kRooms.contains(room));
        rooms_seen.insert(room);
        ++files;
        const bool public_header = relative.filename() == room + ".hpp";
        for (const std::string& include : includes(entry.path())) CHECK(fault(room, include, public_header) == "");
    }
    CHECK(files > 30);
    CHECK(rooms_seen.size() == kRooms.size());
}

TEST_CASE("a forbidden include is found") {
    CHECK(fault("layout", "pdf/pdf.hpp", false) == "layout may not include pdf/pdf.hpp");
    CHECK(fault("view", "yaml-cpp/yaml.h", false) == "view may not use yaml-cpp");
    CHECK(fault("pdf", "hpdf.h", true) == "public header of pdf shows hpdf");
    CHECK(fault("pdf", "hpdf_objects.h", false) == "");
    CHECK(fault("cli", "CLI/CLI.hpp", false) == "");
}
