/// Reads the includes and the link lines of src/ and holds them against rooms.hpp.

#include "rooms.hpp"
#include "text.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <functional>
#include <regex>
#include <sstream>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace layering;

const fs::path kSource = fs::path(DOSSIER_SOURCE_DIR) / "src";

std::string room_of(const std::string& path) { return path.substr(0, path.find('/')); }

struct Include {
    std::string path;
    bool quoted;
};

std::vector<Include> includes(std::istream& in) {
    static const std::regex kInclude(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");
    std::vector<Include> out;
    for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (std::regex_search(line, match, kInclude)) out.push_back({match[2], match[1] == "\""});
    }
    return out;
}

/// Whether `path` ("room/file.hpp") is for other rooms.
bool open(const std::string& path) {
    const std::string room = room_of(path);
    const std::string file = path.substr(room.size() + 1);
    return file == room + ".hpp" || kRooms.at(room).open.contains(file);
}

/// The key of kLibraries that `include` belongs to: "hb-ot.h" to "hb"; "" for none.
std::string library_of(const std::string& include) {
    for (const auto& [name, library] : kLibraries)
        if (include.starts_with(name) && std::string("/._-").find(include.c_str()[name.size()]) != std::string::npos) return name;
    return "";
}

/// What is wrong with an include of another room in `file`, or "".
std::string fault_of_room(const std::string& file, const std::string& path) {
    const std::string room = room_of(file);
    const std::string other = room_of(path);
    if (other != room && !kRooms.at(room).from.contains(other)) return room + " may not include " + path;
    if (other != room && !open(path)) return file + " includes " + path + ", which is private to " + other;
    if (other == room && open(file) && !open(path)) return file + " is for other rooms and includes " + path + ", which is not";
    return "";
}

/// What is wrong with `include` in `file` ("room/file.cpp"), or "".
std::string fault(const std::string& file, const Include& include) {
    const std::string room = room_of(file);
    const bool of_a_room = include.path.find('/') != std::string::npos && kRooms.contains(room_of(include.path));
    if (include.quoted)
        return of_a_room ? fault_of_room(file, include.path) : file + " includes \"" + include.path + "\", expected \"room/file.hpp\"";
    if (of_a_room) return file + " includes <" + include.path + ">, expected \"" + include.path + "\"";
    if (kStandard.contains(include.path)) return "";
    if (const auto posix = kPosix.find(include.path); posix != kPosix.end())
        return posix->second.contains(room) ? "" : room + " may not use <" + include.path + ">";
    const auto library = kLibraries.find(library_of(include.path));
    if (library == kLibraries.end()) return file + " includes <" + include.path + ">, which is in no list";
    if (!library->second.rooms.contains(room)) return room + " may not use " + library->first;
    if (file.ends_with(".hpp") && open(file) && !library->second.shown_by.contains(file))
        return file + " shows " + library->first + " to other rooms";
    return "";
}

/// Rooms whose namespace is named in `code`, without what comments and strings say. What a room takes through the header of
/// another is an arrow too.
Names named(std::string code) {
    static const std::regex kAside(R"re(//[^\n]*|"(\\.|[^"\\\n])*")re");
    static const std::regex kNamespace(R"re((^|[^A-Za-z0-9_:.])(dossier::)?([a-z]+)::)re");
    code = std::regex_replace(code, kAside, "");
    Names out;
    for (std::sregex_iterator it(code.begin(), code.end(), kNamespace), end; it != end; ++it)
        if (kRooms.contains((*it)[3])) out.insert((*it)[3]);
    return out;
}

/// What is linked by the room itself: of CMake's dossier_stage(NAME sources... LINK ... PRIVATE ...), and of target_link_libraries for a part
/// of it or its program.
struct Links {
    Names shown, all;
    bool declared = false;
};

std::string text_of(const fs::path& cmake) { return std::regex_replace(whole(cmake), std::regex("#[^\n]*"), ""); }

/// "scans" of "dossier_scans_reading"; "" of a library.
std::string room_of_target(const std::string& target) {
    static const std::string kPrefix = "dossier_";
    if (!target.starts_with(kPrefix) || kOtherTargets.contains(target)) return "";
    return target.substr(kPrefix.size(), target.find('_', kPrefix.size()) - kPrefix.size());
}

/// A room may have parts that not all of its users link, ROOM_helper and the like, whose libraries are its own too.
Links links_of(const std::string& cmake, const std::string& room) {
    Links out;
    const std::regex kCall("dossier_stage\\(" + room + "(_[a-z]+)?\\s([^)]*)\\)");
    for (std::sregex_iterator call(cmake.begin(), cmake.end(), kCall), end; call != end; ++call) {
        out.declared = true;
        std::istringstream words((*call)[2]);
        std::string part;
        for (std::string word; words >> word;) {
            if (word == "LINK" || word == "PRIVATE") part = word;
            else if (!part.empty()) out.all.insert(word);
            if (part == "LINK" && word != part) out.shown.insert(word);
        }
    }
    const std::regex kLinked("target_link_libraries\\((?:dossier[_-])?" + room + "(_[a-z]+)?\\s+PRIVATE([^)]*)\\)");
    for (std::sregex_iterator call(cmake.begin(), cmake.end(), kLinked), end; call != end; ++call) {
        std::istringstream words((*call)[2]);
        for (std::string word; words >> word;) out.all.insert(word);
    }
    return out;
}

/// All of src/, read once.
struct House {
    std::map<std::string, std::vector<Include>> files;  ///< by "room/file.cpp"
    std::map<std::string, Links> links;                 ///< by room
    Names inner;                                        ///< namespaces of a room that are called as another room
    std::map<std::string, Names> named_in;              ///< by file: rooms whose names it uses
    std::map<std::string, Names> uses;                  ///< room -> rooms and libraries that it includes or names
    Names posix;                                        ///< "room <header>" that are used

    House() {
        for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
            const std::string kind = entry.path().extension();
            if (kind != ".cpp" && kind != ".hpp") continue;
            const std::string file = fs::relative(entry.path(), kSource).generic_string();
            if (file.starts_with("packaging/")) continue;  // programs of packages, which know no room
            const std::string text = whole(entry.path());
            std::istringstream in(text);
            files[file] = includes(in);
            named_in[file] = named(text);
            for (const auto& [name, room] : kRooms)
                if (std::regex_search(text, std::regex("namespace dossier::" + room_of(file) + "::" + name + " ")))
                    inner.insert(room_of(file) + "::" + name);
        }
        for (auto& [file, names] : named_in) {
            const std::string own = room_of(file);
            std::erase_if(names, [&](const std::string& name) { return name == own || inner.contains(own + "::" + name); });
            for (const std::string& name : names) uses[own].insert(name);
        }
        for (const auto& [file, list] : files) {
            for (const Include& include : list) {
                const std::string room = room_of(file);
                if (include.quoted && room_of(include.path) != room) uses[room].insert(room_of(include.path));
                if (!include.quoted && kPosix.contains(include.path)) posix.insert(room + " <" + include.path + ">");
                else if (!include.quoted && !kStandard.contains(include.path)) uses[room].insert(library_of(include.path));
            }
        }
        for (const auto& [room, unused] : kRooms) links[room] = links_of(text_of(kSource / room / "CMakeLists.txt"), room);
    }

    [[nodiscard]] Names uses_of(const std::string& room) const { return uses.contains(room) ? uses.at(room) : Names{}; }

    /// Targets that `room` sees: its own and what those show.
    [[nodiscard]] Names reachable(const std::string& room) const {
        Names seen;
        const std::function<void(const Names&)> add = [&](const Names& targets) {
            for (const std::string& target : targets)
                if (seen.insert(target).second && links.contains(room_of_target(target))) add(links.at(room_of_target(target)).shown);
        };
        add(links.at(room).all);
        return seen;
    }
};

const House& house() {
    static const House kHouse;
    return kHouse;
}

Names faults_of_includes() {
    Names out;
    for (const auto& [file, list] : house().files) {
        if (!kRooms.contains(room_of(file))) {
            out.insert(file + " stands in no room of rooms.hpp");
            continue;
        }
        for (const Include& include : list) out.insert(fault(file, include));
        for (const std::string& other : house().named_in.at(file))
            if (!kRooms.at(room_of(file)).from.contains(other))
                out.insert(file + " names " + other + "::, which " + room_of(file) + " may not include");
    }
    return out;
}

/// What the tables allow and nobody does.
Names faults_of_tables() {
    Names out;
    Names included;
    for (const auto& [file, list] : house().files)
        for (const Include& include : list)
            if (include.quoted && room_of(include.path) != room_of(file)) included.insert(include.path);
    for (const auto& [name, room] : kRooms) {
        for (const std::string& other : room.from)
            if (other != "base" && !house().uses_of(name).contains(other)) out.insert(name + " may include " + other + " and does not");
        for (const auto& [header, why] : room.open)
            if (!included.contains(name + '/' + header)) out.insert(name + '/' + header + " is for other rooms and none includes it");
        if (!fs::exists(kSource / name / "CMakeLists.txt")) out.insert("there is no room " + name);
    }
    for (const auto& [name, library] : kLibraries)
        for (const std::string& room : library.rooms)
            if (!house().uses_of(room).contains(name)) out.insert(room + " may use " + name + " and does not");
    for (const auto& [header, rooms] : kPosix)
        for (const std::string& room : rooms)
            if (!house().posix.contains(room + " <" + header + '>')) out.insert(room + " may use <" + header + "> and does not");
    return out;
}

/// Where the link lines and the includes differ.
Names faults_of_links() {
    Names out;
    std::map<std::string, std::string> library_of_target;
    for (const auto& [name, library] : kLibraries) library_of_target[library.target] = name;
    for (const auto& [room, links] : house().links) {
        const Names uses = house().uses_of(room);
        const Names reachable = house().reachable(room);
        for (const std::string& used : uses) {
            const std::string target = kRooms.contains(used)       ? "dossier_" + used
                                       : kLibraries.contains(used) ? kLibraries.at(used).target
                                                                   : "";
            const bool part =
                std::any_of(reachable.begin(), reachable.end(), [&](const std::string& t) { return room_of_target(t) == used; });
            if (!target.empty() && !reachable.contains(target) && !part)
                out.insert(room + " uses " + used + " and does not link " + target);
        }
        for (const std::string& target : links.all) {
            const std::string name = library_of_target.contains(target) ? library_of_target.at(target) : room_of_target(target);
            if (kOtherTargets.contains(target) || name == room) continue;
            if (name.empty()) out.insert(room + " links " + target + ", which is in no list");
            else if (name != "base" && !uses.contains(name)) out.insert(room + " links " + target + " and uses nothing of it");
        }
    }
    return out;
}

/// Rooms in an order in which each comes after those that it takes from; shorter than kRooms if the arrows go round.
std::vector<std::string> in_order() {
    std::vector<std::string> out;
    Names done;
    for (bool more = true; more;) {
        more = false;
        for (const auto& [name, room] : kRooms) {
            if (done.contains(name) || !std::includes(done.begin(), done.end(), room.from.begin(), room.from.end())) continue;
            done.insert(name);
            out.push_back(name);
            more = true;
        }
    }
    return out;
}

void check_no_fault(const Names& faults) {
    for (const std::string& one : faults) CHECK_MESSAGE((one.empty() || kToMend.contains(one)), one);
}

}  // namespace

TEST_CASE("rooms include only open headers of the rooms below them, and libraries only in their own room") {
    CHECK(house().files.size() > 100);
    check_no_fault(faults_of_includes());
}

TEST_CASE("nothing is allowed that nobody uses") { check_no_fault(faults_of_tables()); }

TEST_CASE("the link lines of CMake agree with the includes") {
    for (const auto& each : house().links) {
        CHECK_MESSAGE(each.second.declared, "no dossier_stage for " << each.first);
    }
    check_no_fault(faults_of_links());
}

TEST_CASE("the arrows do not go round, and src/CMakeLists.txt has the rooms in their order") {
    CHECK(in_order().size() == kRooms.size());
    std::smatch list;
    const std::string cmake = text_of(kSource / "CMakeLists.txt");
    REQUIRE(std::regex_search(cmake, list, std::regex("foreach\\(room ([^)]*)\\)")));
    std::istringstream words(list[1]);
    Names before;
    for (std::string room; words >> room;) {
        REQUIRE_MESSAGE(kRooms.contains(room), room);
        const Names& from = kRooms.at(room).from;
        CHECK_MESSAGE(std::includes(before.begin(), before.end(), from.begin(), from.end()), room << " comes before what it takes from");
        CHECK_MESSAGE(before.insert(room).second, room << " stands twice");
    }
    CHECK(before.size() == kRooms.size());
}

TEST_CASE("what is to be mended is still there: take a line off the list when it is not") {
    Names all = faults_of_includes();
    all.merge(faults_of_tables());
    all.merge(faults_of_links());
    for (const std::string& one : kToMend) CHECK_MESSAGE(all.contains(one), one);
}

TEST_CASE("each kind of fault is found") {
    const auto quoted = [](const char* path) { return Include{path, true}; };
    const auto angled = [](const char* path) { return Include{path, false}; };
    CHECK(fault("layout/column.cpp", quoted("pdf/pdf.hpp")) == "layout may not include pdf/pdf.hpp");
    CHECK(fault("exchange/qti.cpp", quoted("yaml/tree.hpp")) == "exchange/qti.cpp includes yaml/tree.hpp, which is private to yaml");
    CHECK(fault("exchange/qti.cpp", quoted("model/fields.hpp")) == "");
    CHECK(fault("yaml/yaml.hpp", quoted("yaml/tree.hpp")) == "yaml/yaml.hpp is for other rooms and includes yaml/tree.hpp, which is not");
    CHECK(fault("yaml/tree.hpp", quoted("yaml/bind.hpp")) == "");
    CHECK(fault("yaml/read.cpp", quoted("tree.hpp")) == "yaml/read.cpp includes \"tree.hpp\", expected \"room/file.hpp\"");
    CHECK(fault("view/texts.cpp", angled("base/base.hpp")) == "view/texts.cpp includes <base/base.hpp>, expected \"base/base.hpp\"");
    CHECK(fault("view/texts.cpp", angled("yaml-cpp/yaml.h")) == "view may not use yaml-cpp");
    CHECK(fault("view/texts.cpp", angled("boost/any.hpp")) == "view/texts.cpp includes <boost/any.hpp>, which is in no list");
    CHECK(fault("view/texts.cpp", angled("hbx.h")) == "view/texts.cpp includes <hbx.h>, which is in no list");
    CHECK(fault("view/texts.cpp", angled("string.h")) == "view/texts.cpp includes <string.h>, which is in no list");
    CHECK(fault("view/texts.cpp", angled("string")) == "");
    CHECK(fault("core/build.cpp", angled("unistd.h")) == "core may not use <unistd.h>");
    CHECK(fault("folder/folder.cpp", angled("unistd.h")) == "");
    CHECK(fault("pdf/pdf.hpp", angled("hpdf.h")) == "pdf/pdf.hpp shows hpdf to other rooms");
    CHECK(fault("pdf/objects.hpp", angled("hpdf_objects.h")) == "");
    CHECK(fault("layout/fonts.cpp", angled("hb-subset.h")) == "");
    CHECK(fault("pdftext/pdftext.cpp", angled("poppler-page.h")) == "");
    CHECK(fault("yaml/read.cpp", angled("yaml-cpp/parser.h")) == "");
    CHECK(fault("xml/document.hpp", angled("pugixml.hpp")) == "");
    CHECK(fault("cli/build.cpp", angled("CLI/CLI.hpp")) == "");

    CHECK(named("a(view::Value) // yaml::x\n\"pdf::\" b.layout::c dossier::model::Dossier") == Names{"model", "view"});

    const Links links = links_of("dossier_stage(a b.cpp\n  c.cpp LINK dossier_base x::x\n  PRIVATE yaml-cpp)\n", "a");
    CHECK(links.shown == Names{"dossier_base", "x::x"});
    CHECK(links.all == Names{"dossier_base", "x::x", "yaml-cpp"});
    const char* parts = "dossier_stage(a b.cpp LINK x::x)\ndossier_stage(a_part c.cpp PRIVATE y::y)\ndossier_stage(ab d.cpp LINK z::z)\n";
    CHECK(links_of(parts, "a").all == Names{"x::x", "y::y"});
    CHECK(links_of("target_link_libraries(dossier-a PRIVATE y::y)\ntarget_link_libraries(a_b PRIVATE z::z)\n", "a").all ==
          Names{"y::y", "z::z"});
    CHECK(room_of_target("dossier_scans_reading") == "scans");
    CHECK(room_of_target("dossier_scans") == "scans");
    CHECK(room_of_target("dossier_warnings") == "");
    CHECK(room_of_target("yaml-cpp") == "");
    std::istringstream text("#include <string>\n  #  include \"a/b.hpp\"\n// #include <c>\n");
    const std::vector<Include> found = includes(text);
    REQUIRE(found.size() == 2);
    CHECK(found[1].path == "a/b.hpp");
    CHECK(found[1].quoted);
}
