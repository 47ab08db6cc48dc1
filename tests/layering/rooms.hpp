#pragma once
/// The house as it should be: what each room offers to others, from which rooms and libraries it may take, and what of today is
/// still otherwise. CONTRIBUTING.md draws the same picture, which the test checks. To split a room: give each part its line here,
/// and move the headers that others use into its `open`; the test says which includes and link lines have to follow.

#include <map>
#include <set>
#include <string>

namespace layering {

using Names = std::set<std::string>;

struct Room {
    Names from;  ///< rooms whose open headers it may include; one that it does not use is a fault
    /// Headers beside ROOM.hpp that other rooms may include, and why they are not in it.
    std::map<std::string, std::string> open;
};

inline const std::map<std::string, Room> kRooms{
    {"base",
     {{},
      {{"message.hpp", "what is said, for those that need no diagnostics"},
       {"file.hpp", "only rooms that make files need it"},
       {"embedded.hpp", "belongs to EmbedFiles.cmake"},
       {"ascii.hpp", "kinds of characters, for those that look at bytes"},
       {"portable.hpp", "what a standard library may lack"},
       {"problems.hpp", "for readers of one text in which very much may be wrong"},
       {"codec.hpp", "only those need it that send or prepare values as bytes"},
       {"pool.hpp", "only those with threads need it"}}}},
    {"unicode", {{"base"}, {{"encodings.hpp", "for readers of files that are not UTF-8"}}}},
    {"model", {{"base"}, {{"fields.hpp", "only visitors need it"}}}},
    {"yaml", {{"base", "unicode", "model"}, {{"json_schema.hpp", "a format of its own"}}}},
    {"scoring", {{"base", "model"}, {{"zinnen.hpp", "the rules in words, which who only counts does not need"}}}},
    {"check", {{"base", "model", "scoring"}, {}}},
    {"view", {{"base", "model", "scoring"}, {{"value.hpp", "render knows values and no dossier"}}}},
    {"render", {{"base", "view"}, {}}},
    {"markup", {{"base"}, {}}},
    {"image", {{"base"}, {}}},
    {"layout",
     {{"base", "unicode", "markup", "image"},
      {{"map.hpp", "where things lie, for who reads scans"},
       {"page_code.hpp", "what the code on a page says, for them too"},
       {"styles.hpp", "what a style file of the templates fills"}}}},
    {"pdf", {{"base", "layout", "markup", "image"}, {}}},
    {"xml",
     {{"base", "unicode"}, {{"document.hpp", "shows pugixml to the rooms that read XML"}, {"escape.hpp", "needed without a document"}}}},
    {"phrases", {{"base", "model"}, {{"audience.hpp", "one subject"}, {"generiek.hpp", "another"}}}},
    {"ownxml", {{"base", "unicode", "model", "xml"}, {}}},
    {"sbb", {{"base", "unicode", "model", "yaml", "xml", "phrases"}, {}}},
    {"published", {{"base", "unicode", "model", "phrases"}, {}}},
    {"exchange",
     {{"base", "model", "scoring", "yaml", "xml", "ownxml", "sbb", "table", "archive", "resultaten"},
      {{"formats.hpp", "the table, for those that need no single format"}}}},
    {"diff", {{"base", "model"}, {}}},
    {"plan", {{"base", "model", "yaml", "view"}, {}}},
    {"style",
     {{"base", "model", "view", "yaml", "render", "markup", "image", "layout"},
      {{"templates.hpp", "the template set"}, {"huisstijl.hpp", "the look of a school, made with it"}}}},
    {"archive", {{}, {}}},
    {"taal", {{}, {}}},
    {"table",
     {{"base", "unicode", "xml", "archive"}, {{"csv_record.hpp", "writing, which needs no reading"}, {"sheets.hpp", "tables for people"}}}},
    {"klassenlijst", {{"base", "unicode", "model", "table"}, {}}},
    {"filled", {{"base"}, {}}},
    {"cms", {{"base"}, {}}},
    {"acroform", {{"base", "unicode", "xml", "filled", "cms"}, {}}},
    {"resultaten",
     {{"base", "unicode", "model", "scoring", "view", "table", "klassenlijst", "filled"},
      {{"overzicht.hpp", "as values for a page"}, {"json_schema.hpp", "a format of its own"}}}},
    {"papier", {{"base", "layout", "scans", "filled", "klassenlijst", "view"}, {{"nakijken.hpp", "as values for a page"}}}},
    {"make",
     {{"base", "unicode", "model", "yaml", "view", "render", "markup", "layout", "pdf", "exchange", "plan", "style", "klassenlijst"},
      {{"file_lists.hpp", "core puts the lists in pages that make makes"},
       {"candidate_form.hpp", "one form for many people"},
       {"filled_form.hpp", "one form, any field"}}}},
    {"changes", {{"base", "model", "view", "diff", "make"}, {{"wijzigingen.hpp", "as documents"}, {"json.hpp", "for machines"}}}},
    {"core",
     {{"base", "model", "yaml",    "check", "view",  "xml",          "ownxml", "sbb",        "published", "exchange", "diff",
       "plan", "make",  "changes", "pdf",   "table", "klassenlijst", "filled", "resultaten", "scoring",   "scans",    "papier"},
      {{"forms.hpp", "forms for a class list"},
       {"collect.hpp", "results of filled forms"},
       {"input.hpp", "reading what people give, which needs no templates"},
       {"diagnostic_json.hpp", "what went wrong, for machines"}}}},
    {"app",
     {{"base", "model", "taal", "yaml", "plan", "style", "make", "core", "klassenlijst", "filled", "acroform", "scans", "papier",
       "pdftext"},
      {}}},
    {"child", {{"base"}, {{"helper.hpp", "for those that start a helper of ours"}}}},
    {"sandbox", {{}, {}}},
    {"served",
     {{"base", "child", "sandbox"},
      {{"message.hpp", "what both sides of a protocol say"}, {"serve.hpp", "the side that answers, which shells do not link"}}}},
    {"scans", {{"base", "layout"}, {{"reading.hpp", "for the helper, which alone links what reads pictures"}}}},
    {"pdftext", {{"base", "core", "child", "sandbox"}, {{"here.hpp", "for a shell that is in a sandbox itself"}}}},
    {"pdfform", {{"base", "filled", "cms", "acroform", "core", "child", "sandbox", "served"}, {}}},
    {"scanread", {{"base", "layout", "scans", "child", "sandbox", "served"}, {}}},
    {"serving", {{"child", "served"}, {}}},
    {"folder",
     {{"base", "style"},
      {{"output.hpp", "a whole folder, for the one command that keeps one up to date"}, {"watch.hpp", "for the one that waits"}}}},
    {"cli",
     {{"base", "taal", "model", "yaml", "plan", "style", "make", "core", "pdftext", "pdfform", "scanread", "scans", "papier", "filled",
       "serving", "folder"},
      {}}},
};

struct Library {
    Names rooms;         ///< that may include it
    std::string target;  ///< of CMake
    Names shown_by;      ///< open headers that show it
};

/// By the first part of an include: all before "/", ".", "_" or "-".
inline const std::map<std::string, Library> kLibraries{
    {"yaml-cpp", {{"yaml"}, "yaml-cpp", {}}},
    {"kainjow", {{"render"}, "KainjowMustache::mustache", {}}},
    {"pugixml", {{"markup", "image", "xml"}, "pugixml::pugixml", {"xml/document.hpp"}}},
    {"hb", {{"layout"}, "HarfBuzz::Subset", {}}},
    {"hyphen", {{"layout"}, "Hyphen::Hyphen", {}}},
    {"qrencode", {{"layout"}, "QREncode::QREncode", {}}},
    {"hpdf", {{"pdf"}, "Haru::Haru", {}}},
    {"libdeflate", {{"pdf", "image"}, "Deflate::Deflate", {}}},
    {"nettle", {{"base"}, "Nettle::Nettle", {}}},
    {"zip", {{"archive"}, "LibZip::LibZip", {}}},
    {"png", {{"image"}, "PNG::PNG", {}}},
    {"nlohmann", {{"yaml", "exchange", "cli", "changes", "resultaten", "papier", "core", "app"}, "nlohmann_json::nlohmann_json", {}}},
    {"CLI", {{"cli"}, "CLI11::CLI11", {}}},
    {"poppler", {{"pdftext", "scans"}, "Poppler::Cpp", {}}},
    {"leptonica", {{"scans"}, "Leptonica::Leptonica", {}}},
    {"ZXing", {{"scans"}, "ZXing::ZXing", {}}},
    {"seccomp", {{"sandbox"}, "Seccomp::Seccomp", {}}},
    {"httplib", {{"serving"}, "CppHttplib::CppHttplib", {}}},
    {"qpdf", {{"acroform"}, "qpdf::libqpdf", {}}},
    {"openssl", {{"cms"}, "OpenSSL::Crypto", {}}},
    {"utf8proc", {{"unicode"}, "Utf8proc::Utf8proc", {}}},
};

/// Calls of the operating system, and the rooms that cannot do without. `core` must stay free of them: it runs in a browser.
inline const std::map<std::string, Names> kPosix{
    {"emscripten.h", {"app"}},
    {"elf.h", {"cli"}},
    {"fcntl.h", {"folder", "serving"}},
    {"link.h", {"cli"}},
    {"sys/file.h", {"folder"}},
    {"sys/resource.h", {"sandbox"}},
    {"linux/openat2.h", {"serving"}},
    {"poll.h", {"child", "folder"}},
    {"sys/inotify.h", {"folder"}},
    {"sys/stat.h", {"folder", "serving"}},
    {"sys/syscall.h", {"serving"}},
    {"sys/wait.h", {"child", "served"}},
    {"sys/prctl.h", {"served"}},
    {"unistd.h", {"child", "cli", "folder", "pdftext", "sandbox", "served", "serving"}},
    {"spawn.h", {"child"}},
    {"sys/socket.h", {"child"}},
    {"sys/mman.h", {"sandbox"}},
    {"iconv.h", {"pdftext"}},
};

// One a line would be pages.
// clang-format off
inline const Names kStandard{
    "algorithm", "any", "array", "atomic", "barrier", "bit", "bitset", "charconv", "chrono", "compare", "complex", "concepts",
    "condition_variable", "coroutine", "deque", "exception", "execution", "filesystem", "format", "forward_list", "fstream", "functional",
    "future", "initializer_list", "iomanip", "ios", "iosfwd", "iostream", "istream", "iterator", "latch", "limits", "list", "locale", "map",
    "memory", "memory_resource", "mutex", "new", "numbers", "numeric", "optional", "ostream", "queue", "random", "ranges", "ratio", "regex",
    "scoped_allocator", "semaphore", "set", "shared_mutex", "source_location", "span", "sstream", "stack", "stdexcept", "stop_token",
    "streambuf", "string", "string_view", "strstream", "syncstream", "system_error", "thread", "tuple", "type_traits", "typeindex",
    "typeinfo", "unordered_map", "unordered_set", "utility", "valarray", "variant", "vector", "version", "cassert", "cctype", "cerrno",
    "cfenv", "cfloat", "cinttypes", "climits", "clocale", "cmath", "csetjmp", "csignal", "cstdarg", "cstddef", "cstdint", "cstdio",
    "cstdlib", "cstring", "ctime", "cuchar", "cwchar", "cwctype",
};
// clang-format on

/// CMake targets that are no library of a header above.
inline const Names kOtherTargets{"Threads::Threads", "dossier_warnings"};

/// What is otherwise today, as the test words it. This list only gets shorter: a line that is no longer true fails too.
inline const Names kToMend{};

}  // namespace layering
