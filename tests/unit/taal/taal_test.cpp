/// The words of the program are literals behind `say(` and `pattern<N>(`, which the compiler sees to: a Message is made of nothing else.
/// So the sources tell what there is to say, and the table is held against them.

#include "base/base.hpp"
#include "core/core.hpp"
#include "taal/taal.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

using namespace dossier;

namespace {

namespace fs = std::filesystem;
using taal::Zin;

const fs::path kRoot = DOSSIER_SOURCE_DIR;

std::string whole(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// Where the literal or comment at `at` ends.
std::size_t quote_end(std::string_view code, std::size_t at) {
    const char quote = code[at++];
    while (at < code.size() && code[at] != quote) at += code[at] == '\\' ? 2 : 1;
    return at + 1;
}

/// The code without comments; literals stay as they are written.
std::string without_comments(std::string_view code) {
    std::string out;
    for (std::size_t at = 0; at < code.size();) {
        const bool digits = at > 0 && std::isalnum(static_cast<unsigned char>(code[at - 1])) != 0;  // 1'000
        if (code.substr(at).starts_with("//")) {
            at = std::min(code.find('\n', at), code.size());
        } else if (code[at] == '"' || (code[at] == '\'' && !digits)) {
            const std::size_t end = quote_end(code, at);
            out += code.substr(at, end - at);
            at = end;
        } else {
            out += code[at++];
        }
    }
    return out;
}

/// What the compiler makes of the literals at `at`, one behind another; nullopt if there is none.
std::optional<std::string> literal(std::string_view code, std::size_t at) {
    std::optional<std::string> out;
    for (;;) {
        while (at < code.size() && std::isspace(static_cast<unsigned char>(code[at])) != 0) ++at;
        if (at >= code.size() || code[at] != '"') return out;
        if (!out) out.emplace();
        for (++at; code[at] != '"'; ++at) *out += code[at] == '\\' ? code[++at] : code[at];
        ++at;
    }
}

struct Source_ {
    std::string name, code;
};

std::vector<Source_> sources() {
    std::vector<Source_> out;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / "src")) {
        const std::string name = entry.path().lexically_relative(kRoot).generic_string();
        if (!name.ends_with(".cpp") && !name.ends_with(".hpp")) continue;
        if (name == "src/base/message.hpp" || name.starts_with("src/taal/")) continue;
        out.push_back({name, without_comments(whole(entry.path()))});
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return out;
}

/// For a `say(` without a literal.
const std::string kNoLiteral = "?";

/// Every pattern, and the first file that says it.
const std::map<std::string, std::string>& said() {
    static const auto kSaid = [] {
        std::map<std::string, std::string> out;
        static const std::regex kSay(R"((^|[^\w])(say|pattern<\d+>)\()");
        for (const Source_& source : sources())
            for (std::sregex_iterator it(source.code.begin(), source.code.end(), kSay), end; it != end; ++it) {
                const auto at = static_cast<std::size_t>(it->position() + it->length());
                out.emplace(literal(source.code, at).value_or(kNoLiteral), source.name);
            }
        return out;
    }();
    return kSaid;
}

/// Whether there is a word in it to be put in Dutch: "{}: {}" is the same everywhere.
bool has_words(std::string_view pattern) {
    return std::any_of(pattern.begin(), pattern.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
}

/// The holes, as the number of the part that goes in each.
std::vector<std::size_t> holes(std::string_view words, bool numbered) {
    static const std::regex kHole(R"(\{(\d?)\})");
    std::vector<std::size_t> out;
    for (std::cregex_iterator it(words.data(), words.data() + words.size(), kHole), end; it != end; ++it) {
        const std::string number = (*it)[1];
        if (number.empty()) out.push_back(out.size());
        else if (numbered) out.push_back(std::stoul(number));
    }
    return out;
}

/// What is wrong with a table for these patterns, a line each.
std::set<std::string> faults(const std::map<std::string, std::string>& patterns, std::span<const Zin> table) {
    std::set<std::string> out;
    std::set<std::string_view> known;
    for (const Zin& zin : table) {
        const std::string english(zin.english);
        if (!known.insert(zin.english).second) out.insert("twice in the table: " + english);
        if (!patterns.contains(english)) out.insert("in the table, and nothing says it: " + english);
        if (zin.dutch.empty()) out.insert("no Dutch: " + english);
        std::vector<std::size_t> here = holes(zin.english, false), there = holes(zin.dutch, true);
        std::sort(there.begin(), there.end());
        if (here != there) out.insert("other holes in the Dutch: " + english);
    }
    for (const auto& [pattern, file] : patterns)
        if (pattern == kNoLiteral) out.insert(file + ": say() without a literal");
        else if (has_words(pattern) && !known.contains(pattern)) out.insert(file + ": no Dutch for: " + pattern);
    return out;
}

std::size_t missed = 0;
std::string_view watched(std::string_view pattern) {
    const std::string_view dutch = taal::nederlands(pattern);
    if (dutch.empty() && has_words(pattern)) ++missed;
    return dutch;
}

/// Words that no Dutch sentence has, but for what is in quotes and names of files.
std::set<std::string> english_words(std::string text) {
    static const std::regex kNames(R"("[^"]*"|<[^>]*>|\S+\.[a-z]+)"), kWord("[A-Za-z]+");
    static const std::set<std::string> kEnglish{
        "the",   "a",     "an",    "and",   "or",   "not",   "no",   "nor",    "with", "without", "found", "expected", "has",     "have",
        "this",  "that",  "these", "there", "it",   "its",   "they", "to",     "from", "for",     "than",  "more",     "unknown", "must",
        "which", "where", "only",  "first", "list", "lists", "key",  "keys",   "file", "line",    "lines", "put",      "write",   "add",
        "of",    "are",   "be",    "by",    "at",   "on",    "as",   "cannot", "text", "space",   "page",  "pages"};
    static const std::set<std::string> kBoth{"of"};  // "or", in Dutch
    text = std::regex_replace(text, kNames, "");
    std::set<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), kWord), end; it != end; ++it)
        if (kEnglish.contains(it->str()) && !kBoth.contains(it->str())) out.insert(it->str());
    return out;
}

/// The files that the cases of the command line are given, and what fuzzing has kept: inputs with everything wrong that there can be.
std::vector<Source> inputs() {
    std::vector<Source> out;
    for (const auto& entry : fs::directory_iterator(kRoot / "tests/cli/cases")) {
        std::istringstream lines(whole(entry.path()));
        Source* file = nullptr;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("--- file ")) file = &out.emplace_back(Source{line.substr(9), ""});
            else if (line.starts_with("--- ") || line.starts_with("$ ")) file = nullptr;
            else if (file != nullptr) file->text += line + '\n';
        }
    }
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / "tests/fuzz/corpus"))
        if (entry.is_regular_file() && entry.file_size() < 100'000)
            out.push_back(Source{entry.path().filename().string(), whole(entry.path())});
    out.push_back(Source{"dossier.yaml", whole(kRoot / "dossier.yaml")});
    return out;
}

}  // namespace

TEST_CASE("everything that is said has its Dutch, and the table has nothing else") {
    CHECK(said().size() > 500);
    for (const std::string& fault : faults(said(), taal::zinnen())) FAIL_CHECK(fault);
}

TEST_CASE("what is missing, left over, double or has other holes is named") {
    const std::map<std::string, std::string> patterns{{"a {} b {}", "src/x.cpp"}, {"c", "src/x.cpp"}, {"{}: {}", "src/x.cpp"}};
    const Zin good[] = {{"a {} b {}", "A {1} B {0}"}, {"c", "C"}};
    CHECK(faults(patterns, good).empty());
    CHECK(faults(patterns, std::span(good).first(1)) == std::set<std::string>{"src/x.cpp: no Dutch for: c"});
    const Zin bad[] = {{"a {} b {}", "A {} B"}, {"c", "C"}, {"c", "C"}, {"d", "D"}};
    CHECK(faults(patterns, bad) ==
          std::set<std::string>{"other holes in the Dutch: a {} b {}", "twice in the table: c", "in the table, and nothing says it: d"});
    CHECK(faults({{kNoLiteral, "src/x.cpp"}}, {}) == std::set<std::string>{"src/x.cpp: say() without a literal"});
    CHECK(literal(R"( "a \"b\" "
        "c", d)",
                  0) == "a \"b\" c");
}

TEST_CASE("text that is said as it is comes from places that are known") {
    const std::map<std::string, std::string> kPlaces{
        {"src/check/content.cpp", "a mark"},
        {"src/child/helper.cpp", "a path"},
        {"src/cli/forms.cpp", "of the system"},
        {"src/cli/remembered.cpp", "of an earlier run"},
        {"src/cli/watch.cpp", "of the system"},
        {"src/core/format.cpp", "what was typed"},
        {"src/folder/descriptor.cpp", "of the system"},
        {"src/folder/templates.cpp", "of the system"},
        {"src/image/png.cpp", "of libpng"},
        {"src/image/svg.cpp", "a name"},
        {"src/markup/reading.cpp", "a name"},
        {"src/sbb/export_losses.cpp", "names"},
        {"src/xml/guard.cpp", "what was typed"},
        {"src/yaml/huisstijl.cpp", "a name"},
    };
    std::set<std::string> found;
    for (const Source_& source : sources())
        if (source.name != "src/base/message.cpp" && source.code.find("as_is(") != std::string::npos) found.insert(source.name);
    std::set<std::string> known;
    for (const auto& [name, why] : kPlaces) known.insert(name);
    CHECK(found == known);
}

TEST_CASE("a message in Dutch: holes in another order, words within words, and English where there is none") {
    const Translate dutch = [](std::string_view pattern) -> std::string_view {
        return pattern == "expected {} as {}" ? "bij {1} hoort {0}" : pattern == "a list" ? "een lijst" : "";
    };
    const Message message = say("expected {} as {}", say("a list"), quoted("a {} b"));
    CHECK(message.text() == "expected a list as \"a {} b\"");
    CHECK(message.text(dutch) == "bij \"a {} b\" hoort een lijst");
    CHECK(say("{}: {} more", std::string("x"), 3).text(dutch) == "x: 3 more");
    CHECK(Message(say("use {{ and }}")).text() == "use {{ and }}");
    CHECK(say("use {{{}}}", std::string("n")).text() == "use {{n}}");
}

TEST_CASE("a report in Dutch") {
    const Source source{"dossier.yaml", "a: 1\n"};
    Diagnostics d;
    d.error("unknown-key", {&source, 0, 1}, say("unknown key {} in {}", quoted("a"), std::string("dossier")), {did_you_mean("\"b\"")});
    d.warning("x", {}, Message(), {});
    d.note("x", {}, Message(), {});
    CHECK(report(d, {.most = 1, .translate = taal::nederlands}) ==
          "dossier.yaml:1:1: fout: sleutel \"a\" in dossier is onbekend\n"
          "     1 | a: 1\n"
          "       | ^\n"
          "  tip: wordt \"b\" bedoeld?\n"
          "en nog 2\n");
}

TEST_CASE("of all inputs that the tests have, no report in Dutch has English in it") {
    std::set<std::string> seen;
    for (const Source& given : inputs()) {
        const auto judge = [&](const Diagnostics& found) {
            for (const Diagnostic& d : found.all()) {
                std::vector<Message> all = d.hints;
                all.push_back(d.message);
                for (const Message& each : all) {
                    const std::string text = each.text(watched);
                    if (!seen.insert(text).second) continue;
                    const std::set<std::string> words = english_words(text);
                    CHECK_MESSAGE(words.empty(), text << " (" << d.code << ": " << each.text() << ')');
                }
            }
        };
        Source file = given;
        Diagnostics read, version, imported, canonical;
        if (core::accept(file, read)) {
            (void)core::read_dossier(file, read);
            (void)core::read_version(file, nullptr, version);
            const core::Imported kept = core::import_dossier(file, "", nullptr, imported);
            core::check_canonical(file, canonical);
            for (const Diagnostics* each : {&version, &imported, &canonical}) judge(*each);
        }
        judge(read);
    }
    CHECK(missed == 0);
    CHECK(seen.size() > 200);
}
