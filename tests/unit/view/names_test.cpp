/// The names that templates may use, in three places: the values, view.hpp for programmers and templates/README.md for people
/// who write templates. None may have a name that the others lack.

#include "view/view.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

using namespace dossier;

namespace {

using Names = std::set<std::string>;

std::string file(const std::string& path) {
    std::ifstream in(DOSSIER_SOURCE_DIR "/" + path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// The values of all documents, with every name there.
struct All {
    view::Value dossier, kwalificatie;
    All() {
        view::Example example = view::example();
        dossier = view::with_document(example.dossier, "vergelijk", "titel");
        kwalificatie = view::with_document(view::with_werkproces(example.kwalificatie, 0, 0), "formulier", "titel");
    }
};

/// Things that several values hold and that are described once, by names that only they have.
const std::map<std::string, Names> kKinds{
    {"blok", {"begin_opsomming"}},         {"stuk", {"begrip", "url"}},
    {"kerntaak", {"werkprocessen_nodig"}}, {"werkproces", {"criteria_nodig"}},
    {"criterium", {"zin_stukken"}},        {"profiel", {"omvang"}},
    {"bestanden", {"bestanden"}},          {"plek", {"kerntaak", "profiel", "pad"}},
};

std::string kind_of(const view::Value& v) {
    for (const auto& [kind, names] : kKinds) {
        bool all = v.object() != nullptr;
        for (const std::string& name : names) all = all && v.find(name) != nullptr;
        if (all) return kind;
    }
    return "";
}

/// Names in `v`, not those in things of a kind of their own.
void gather(const view::Value& v, bool top, Names& out) {
    if (v.list() != nullptr)
        for (const view::Value& item : *v.list()) gather(item, top, out);
    if (v.object() == nullptr || (!top && !kind_of(v).empty())) return;
    for (const auto& [name, inner] : *v.object()) {
        if (name != "eerste" && name != "laatste") out.insert(name);
        gather(inner, false, out);
    }
}

/// Names in everything of one kind.
void gather_kind(const view::Value& v, const std::string& kind, Names& out) {
    if (v.list() != nullptr)
        for (const view::Value& item : *v.list()) gather_kind(item, kind, out);
    if (v.object() == nullptr) return;
    if (kind_of(v) == kind) gather(v, true, out);
    for (const auto& [name, inner] : *v.object()) gather_kind(inner, kind, out);
}

Names tops(const All& all) {
    Names out;
    for (const view::Value* v : {&all.dossier, &all.kwalificatie})
        for (const auto& [name, inner] : *v->object()) out.insert(name);
    return out;
}

std::string listed(const Names& names) {
    std::string out;
    for (const std::string& name : names) out += ' ' + name;
    return out;
}

Names without(Names from, const Names& what) {
    for (const std::string& name : what) from.erase(name);
    return from;
}

/// Names in backticks.
Names ticked(const std::string& text) {
    static const std::regex kName("`([a-z_]+)`");
    Names out;
    for (std::sregex_iterator it(text.begin(), text.end(), kName), end; it != end; ++it) out.insert((*it)[1]);
    return out;
}

/// What a row of the table in templates/README.md is about, where that is no value of the same name at the top.
const std::map<std::string, std::string> kRowKinds{
    {"documenten", "bestanden"}, {"kerntaken", "kerntaak"}, {"werkprocessen", "werkproces"}, {"criteria", "criterium"}};
/// Rows of values that other rooms add, and of what is described by another row.
const Names kElsewhere{"huisstijl", "kerntaak", "werkproces"};

}  // namespace

TEST_CASE("templates/README.md has every name of the values, each where it is, and no other") {
    const All all;
    const std::string readme = file("templates/README.md");
    const std::size_t from = readme.find("| naam | inhoud |");
    const std::size_t to = readme.find("\n## Pagina's");
    REQUIRE(to < readme.size());
    std::istringstream lines(readme.substr(from, to - from));
    Names rows;
    std::string prose;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) {
            prose += line + '\n';
            continue;
        }
        const std::size_t second = line.find(" | ", 2);
        const Names subjects = ticked(line.substr(0, second));
        INFO(line.substr(0, second));
        rows.insert(subjects.begin(), subjects.end());
        if (kElsewhere.contains(*subjects.begin())) continue;
        Names there;
        for (const std::string& subject : subjects) {
            for (const view::Value* values : {&all.dossier, &all.kwalificatie}) {
                if (const auto kind = kRowKinds.find(subject); kind != kRowKinds.end()) gather_kind(*values, kind->second, there);
                else if (const view::Value* v = values->find(subject)) gather(*v, true, there);
            }
        }
        const Names documented = ticked(line.substr(second));
        CHECK_MESSAGE(without(there, documented).empty(), "not in the row:" << listed(without(there, documented)));
        CHECK_MESSAGE(without(documented, there).empty(), "in the row and nowhere else:" << listed(without(documented, there)));
    }
    CHECK_MESSAGE(without(tops(all), rows).empty(), "without a row:" << listed(without(tops(all), rows)));
    Names parts{"eerste", "laatste"};
    for (const char* kind : {"blok", "stuk", "plek"})
        for (const view::Value* values : {&all.dossier, &all.kwalificatie}) gather_kind(*values, kind, parts);
    CHECK_MESSAGE(without(parts, ticked(prose)).empty(), "not said below the table:" << listed(without(parts, ticked(prose))));
}

TEST_CASE("view.hpp has every name of the values, and no other") {
    const All all;
    Names values{"eerste", "laatste"};
    for (const view::Value* v : {&all.dossier, &all.kwalificatie}) {
        gather(*v, true, values);
        for (const auto& [kind, names] : kKinds) gather_kind(*v, kind, values);
    }
    const std::string header = file("src/view/view.hpp");
    const std::size_t from = header.find("///   dossier ");
    std::string text = header.substr(from, header.find("#include", from) - from);
    text = std::regex_replace(text, std::regex("\n///"), "\n");
    Names documented;
    static const std::regex kWord("[A-Za-z_]+");
    for (std::sregex_iterator it(text.begin(), text.end(), kWord), end; it != end; ++it) documented.insert(it->str());
    CHECK_MESSAGE(without(values, documented).empty(), "not in view.hpp:" << listed(without(values, documented)));
    // What stands in round brackets or in quotes explains; in square and curly brackets are names, as is all with a "_".
    for (const char* aside : {"\"[^\"]*\"", "`[^`]*`", "view_[a-z]+", "with_[a-z]+", "\\([^()]*\\)"})
        text = std::regex_replace(text, std::regex(aside), "");
    Names stale;
    int depth = 0;
    static const std::regex kToken("[A-Za-z_]+|[\\[\\]{}]");
    for (std::sregex_iterator it(text.begin(), text.end(), kToken), end; it != end; ++it) {
        const std::string token = it->str();
        if (token == "[" || token == "{") ++depth;
        else if (token == "]" || token == "}") --depth;
        else if ((depth > 0 || token.find('_') != std::string::npos) &&
                 token.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos && !values.contains(token))
            stale.insert(token);
    }
    CHECK(depth == 0);
    CHECK_MESSAGE(stale.empty(), "in view.hpp and nowhere else:" << listed(stale));
}
