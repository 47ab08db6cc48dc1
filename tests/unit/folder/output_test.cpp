#include "folder/output.hpp"

#include "../common/temporary_folder.hpp"

#include <algorithm>
#include <chrono>
#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::folder;
namespace fs = std::filesystem;

namespace {

using Files = std::vector<OutputFile>;

const std::string kKey(64, 'a'), kOther(64, 'b');

void not_waiting() { FAIL("nobody else writes to this folder"); }

OutputFolder opened(const fs::path& path, OutputFolder::For purpose = OutputFolder::For::writing) {
    std::string problem;
    auto out = OutputFolder::open(path, purpose, not_waiting, problem);
    REQUIRE_MESSAGE(out, problem);
    return std::move(*out);
}

std::vector<std::string> paths_of(const Files& files) {
    std::vector<std::string> out;
    for (const OutputFile& f : files) out.push_back(f.path);
    return out;
}

/// What became of the files, as "added a.txt"; errors and problems as they are.
struct Brought {
    std::string steps, refused, problem;
};
Brought bring(const fs::path& path, const Files& files, const std::vector<std::string>& planned, bool force = false,
              const Basis& basis = {}, const std::string& memo = "") {
    constexpr const char* kFates[] = {"same", "added", "changed", "restored", "replaced", "removed", "left"};
    Brought out;
    OutputFolder folder = opened(path);
    Diagnostics refused;
    REQUIRE(folder.make(not_waiting, out.problem));
    const std::vector<Step> steps = folder.compare(files, planned, force, refused);
    for (const Step& step : steps) out.steps += std::string(kFates[static_cast<int>(step.fate)]) + ' ' + step.path + '\n';
    out.refused = report(refused);
    if (!refused.has_errors()) (void)folder.carry_out(steps, planned, basis, memo, out.problem);
    return out;
}
Brought bring(const fs::path& path, const Files& files, bool force = false) { return bring(path, files, paths_of(files), force); }

/// Every file below the folder, without those of the program itself.
std::string listing(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& e : fs::recursive_directory_iterator(folder))
        if (!e.is_directory() && !e.path().filename().string().starts_with(".dossier-"))
            names.push_back(e.path().lexically_relative(folder));
    std::sort(names.begin(), names.end());
    return joined(names, " ");
}

}  // namespace

TEST_CASE("what did not change keeps its time stamp") {
    const TemporaryFolder folder;
    CHECK(bring(folder.path(), {{"a/b.txt", "een"}, {"c.txt", "twee"}}).steps == "added a/b.txt\nadded c.txt\n");
    const auto before = fs::last_write_time(folder.path() / "c.txt") - std::chrono::hours(1);
    fs::last_write_time(folder.path() / "c.txt", before);
    const Brought again = bring(folder.path(), {{"a/b.txt", "anders"}, {"c.txt", "twee"}});
    CHECK(again.steps == "changed a/b.txt\nsame c.txt\n");
    CHECK(again.problem.empty());
    CHECK(folder.read("a/b.txt") == "anders");
    CHECK(fs::last_write_time(folder.path() / "c.txt") == before);
}

TEST_CASE("files that are no longer planned go with the folders they leave empty; files of others stay") {
    const TemporaryFolder folder;
    (void)bring(folder.path(), {{"p2/gids.html", "x"}, {"p2/pdf/form.pdf", "x"}, {"p1/gids.html", "x"}});
    folder.write("p2/eigen.txt", "van de school");
    CHECK(bring(folder.path(), {{"p1/gids.html", "x"}}).steps == "same p1/gids.html\nremoved p2/gids.html\nremoved p2/pdf/form.pdf\n");
    CHECK(listing(folder.path()) == "p1/gids.html p2/eigen.txt");
    CHECK_FALSE(fs::exists(folder.path() / "p2/pdf"));
    CHECK(bring(folder.path(), {{"p1/gids.html", "x"}}).steps == "same p1/gids.html\n");
}

TEST_CASE("what a person changed since is not removed with its profiel, and is the person's from then on") {
    const TemporaryFolder folder;
    (void)bring(folder.path(), {{"p2/gids.html", "x"}, {"p1/gids.html", "x"}});
    folder.write("p2/gids.html", "met onze uitleg");
    CHECK(bring(folder.path(), {{"p1/gids.html", "x"}}).steps == "same p1/gids.html\nleft p2/gids.html\n");
    CHECK(folder.read("p2/gids.html") == "met onze uitleg");
    CHECK(bring(folder.path(), {{"p1/gids.html", "x"}}).steps == "same p1/gids.html\n");
}

TEST_CASE("what this program did not make, or a person changed, is an error that names it, and nothing is written") {
    const TemporaryFolder folder;
    folder.write("index.html", "van de school");
    (void)bring(folder.path(), {{"gids.html", "x"}});
    folder.write("gids.html", "met onze uitleg");
    fs::create_symlink(folder.path() / "elders.html", folder.path() / "lijst.html");
    const Files next{{"gids.html", "nieuw"}, {"index.html", "nieuw"}, {"lijst.html", "nieuw"}, {"nieuw.html", "nieuw"}};
    const Brought refused = bring(folder.path(), next);
    const std::string at = folder.path().string();
    CHECK(refused.refused == "error: \"" + at +
                                 "/gids.html\" was changed since dossier made it\n"
                                 "  hint: move it elsewhere, or let --force replace it\n"
                                 "error: \"" +
                                 at +
                                 "/index.html\" is there, and dossier did not make it\n"
                                 "  hint: move it elsewhere, or let --force replace it\n"
                                 "error: \"" +
                                 at +
                                 "/lijst.html\" is a link, and not as dossier made it\n"
                                 "  hint: move it elsewhere, or let --force replace it\n");
    CHECK(listing(folder.path()) == "gids.html index.html lijst.html");
    CHECK(folder.read("gids.html") == "met onze uitleg");

    folder.write("elders.html", "buiten");
    CHECK(bring(folder.path(), next, true).steps == "replaced gids.html\nreplaced index.html\nreplaced lijst.html\nadded nieuw.html\n");
    CHECK(folder.read("lijst.html") == "nieuw");
    CHECK(folder.read("elders.html") == "buiten");
    CHECK_FALSE(fs::is_symlink(folder.path() / "lijst.html"));
}

TEST_CASE("a file with the very bytes is taken for its own, whoever put it there") {
    const TemporaryFolder folder;
    folder.write("gids.html", "x");
    CHECK(bring(folder.path(), {{"gids.html", "x"}}).steps == "same gids.html\n");
    CHECK(bring(folder.path(), {{"gids.html", "y"}}).steps == "changed gids.html\n");
}

TEST_CASE("no link to a folder is followed, and no file or folder in the way is taken away, whatever is forced") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "uit");
    fs::create_directories(folder.path() / "elders");
    fs::create_directory_symlink(folder.path() / "elders", folder.path() / "uit/p1");
    folder.write("uit/p2", "een bestand");
    folder.write("uit/index.html/eigen.txt", "een map");
    const std::string at = (folder.path() / "uit").string();
    for (const bool force : {false, true}) {
        const Brought refused = bring(folder.path() / "uit", {{"index.html", "x"}, {"p1/gids.html", "x"}, {"p2/pdf/form.pdf", "x"}}, force);
        CHECK(refused.refused == "error: \"" + at +
                                     "/index.html\" is a folder where a file must be\n"
                                     "  hint: move it elsewhere\n"
                                     "error: \"" +
                                     at +
                                     "/p1\" is a link where a folder must be\n"
                                     "  hint: move it elsewhere\n"
                                     "error: \"" +
                                     at +
                                     "/p2\" is a file where a folder must be\n"
                                     "  hint: move it elsewhere\n");
    }
    CHECK(fs::is_empty(folder.path() / "elders"));
    CHECK(folder.read("uit/p2") == "een bestand");
}

TEST_CASE("a folder that became a link after its files were made: they are not removed through it") {
    const TemporaryFolder folder;
    const fs::path out = folder.path() / "uit";
    (void)bring(out, {{"p1/gids.html", "x"}, {"index.html", "x"}});
    fs::rename(out / "p1", folder.path() / "elders");
    fs::create_directory_symlink(folder.path() / "elders", out / "p1");
    CHECK(bring(out, {{"index.html", "x"}}).steps == "same index.html\n");
    CHECK(folder.read("elders/gids.html") == "x");
}

TEST_CASE("the output folder itself may be a link: the person named it") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path() / "echt");
    fs::create_directory_symlink(folder.path() / "echt", folder.path() / "uit");
    CHECK(bring(folder.path() / "uit", {{"index.html", "x"}}).steps == "added index.html\n");
    CHECK(folder.read("echt/index.html") == "x");
}

TEST_CASE("a partial run keeps the other planned files and remembers them") {
    const TemporaryFolder folder;
    const Files files{{"p1/a", "x"}, {"p2/a", "x", {kOther, kKey}}};
    (void)bring(folder.path(), files);
    CHECK(bring(folder.path(), {{"p1/a", "y"}}, paths_of(files)).steps == "changed p1/a\n");
    OutputFolder after = opened(folder.path());
    CHECK(after.existing().size() == 2);
    CHECK(after.made_of("p2/a", kKey)->bytes == 1);
    CHECK(after.untouched());
}

TEST_CASE("what is known is never trusted over what is there") {
    const TemporaryFolder folder;
    (void)bring(folder.path(), {{"a.pdf", "een", {kKey}}}, {"a.pdf"}, false, {{"dossier", kOther}}, "gezegd");
    {
        OutputFolder there = opened(folder.path());
        CHECK(there.untouched());
        CHECK(there.basis() == Basis{{"dossier", kOther}});
        CHECK(there.memo() == "gezegd");
        CHECK(there.made_of("a.pdf", kKey)->bytes == 3);
        CHECK_FALSE(there.made_of("a.pdf", kOther));
        CHECK_FALSE(there.made_of("b.pdf", kKey));
    }
    // The same size, and the time stamp that it had.
    const auto time = fs::last_write_time(folder.path() / "a.pdf");
    folder.write("a.pdf", "nee");
    fs::last_write_time(folder.path() / "a.pdf", time);
    {
        OutputFolder there = opened(folder.path());
        CHECK_FALSE(there.untouched());
        CHECK_FALSE(there.made_of("a.pdf", kKey));
    }
    fs::remove(folder.path() / "a.pdf");
    CHECK_FALSE(opened(folder.path()).untouched());
    CHECK(bring(folder.path(), {{"a.pdf", "een", {kKey}}}).steps == "restored a.pdf\n");
}

TEST_CASE("an inventory that is gone, damaged, of before 1.0.0 or tampered with") {
    const TemporaryFolder folder;
    const Files files{{"a.txt", "x"}, {"p1/b.txt", "x"}};
    (void)bring(folder.path(), files);
    const std::string inventory = folder.read(".dossier-inhoud");
    SUBCASE("gone: what has the same bytes is known again, and what differs is left") {
        fs::remove(folder.path() / ".dossier-inhoud");
        CHECK_FALSE(opened(folder.path()).made_of("a.txt", kKey));
        CHECK(bring(folder.path(), files).steps == "same a.txt\nsame p1/b.txt\n");
        CHECK(folder.read(".dossier-inhoud") == inventory);
    }
    SUBCASE("torn in the middle of a line") {
        folder.write(".dossier-inhoud", inventory.substr(0, inventory.size() - 5));
        CHECK(opened(folder.path()).existing().size() == 1);
        CHECK(bring(folder.path(), files).steps == "same a.txt\nsame p1/b.txt\n");
        CHECK(folder.read(".dossier-inhoud") == inventory);
    }
    SUBCASE("of before 1.0.0: only paths") {
        folder.write(".dossier-inhoud", "a.txt\noud.txt\np1/b.txt\n");
        folder.write("oud.txt", "van toen, of van een mens: dat is niet te zien");
        CHECK(bring(folder.path(), {{"a.txt", "y"}}, {"a.txt", "p1/b.txt"}).steps == "changed a.txt\nleft oud.txt\n");
        CHECK(bring(folder.path(), {{"a.txt", "y"}}).steps == "same a.txt\nremoved p1/b.txt\n");
    }
    SUBCASE("paths that lead out of the folder") {
        folder.write("buiten.txt", "blijft");
        const std::string hash = hex(sha256("blijft"));
        folder.write("uit/.dossier-inhoud",
                     "dossier 2\n" + hash + " - ../buiten.txt\n" + hash + " - /etc/hostname\n" + hash + " - a/./../b\n");
        CHECK(bring(folder.path() / "uit", {{"a.txt", "x"}}).steps == "added a.txt\n");
        CHECK(folder.read("buiten.txt") == "blijft");
    }
    SUBCASE("a state of another inventory is none") {
        folder.write(".dossier-stand", "onzin\n1.2.3 a.txt\n\nzomaar");
        OutputFolder there = opened(folder.path());
        CHECK(there.memo().empty());
        CHECK(there.untouched());
    }
}

TEST_CASE("what a killed run left behind goes, and only that") {
    const TemporaryFolder folder;
    const Files old{{"a.txt", "oud"}, {"p1/b.txt", "oud"}};
    (void)bring(folder.path(), old);
    // Killed after one of two files was in its place.
    const std::string inventory = folder.read(".dossier-inhoud");
    std::string coming = "dossier 2\n";
    for (const char* path : {"a.txt", "p1/b.txt"}) coming += hex(sha256("nieuw")) + " - " + path + '\n';
    folder.write(".dossier-onderweg", coming);
    folder.write("a.txt", "nieuw");
    folder.write("p1/.b.txt.dossier-tmp", "half");
    folder.write("..dossier-inhoud.dossier-tmp", "half");
    folder.write("p1/.eigen.txt.dossier-tmp", "van een mens");
    folder.write("a.txt.tmp-12", "van een mens");
    {
        const OutputFolder looking = opened(folder.path(), OutputFolder::For::looking);
        CHECK(looking.interrupted());
        CHECK(fs::exists(folder.path() / "p1/.b.txt.dossier-tmp"));
    }
    SUBCASE("the change is finished") {
        CHECK(bring(folder.path(), {{"a.txt", "nieuw"}, {"p1/b.txt", "nieuw"}}).steps == "same a.txt\nchanged p1/b.txt\n");
    }
    SUBCASE("or another one is made, for which both the old and the new are ours") {
        CHECK(bring(folder.path(), {{"a.txt", "later"}, {"p1/b.txt", "later"}}).steps == "changed a.txt\nchanged p1/b.txt\n");
    }
    SUBCASE("or all of it goes") { CHECK(bring(folder.path(), {}).steps == "removed a.txt\nremoved p1/b.txt\n"); }
    SUBCASE("or only a part is made, and the rest is known by what is there") {
        CHECK(bring(folder.path(), {}, paths_of(old)).steps.empty());
        OutputFolder there = opened(folder.path());
        CHECK(there.existing().size() == 2);
        CHECK(there.untouched());
    }
    CHECK_FALSE(fs::exists(folder.path() / ".dossier-onderweg"));
    CHECK_FALSE(fs::exists(folder.path() / "p1/.b.txt.dossier-tmp"));
    CHECK_FALSE(fs::exists(folder.path() / "..dossier-inhoud.dossier-tmp"));
    CHECK(folder.read("p1/.eigen.txt.dossier-tmp") == "van een mens");
    CHECK(folder.read("a.txt.tmp-12") == "van een mens");
    CHECK_FALSE(opened(folder.path()).interrupted());
}

TEST_CASE("a file that is there keeps its rights") {
    const TemporaryFolder folder;
    (void)bring(folder.path(), {{"a.txt", "oud"}});
    fs::permissions(folder.path() / "a.txt", fs::perms::owner_read | fs::perms::owner_write);
    CHECK(bring(folder.path(), {{"a.txt", "nieuw"}}).steps == "changed a.txt\n");
    CHECK(fs::status(folder.path() / "a.txt").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a second run waits until the first is done") {
    const TemporaryFolder folder;
    auto first = std::optional(opened(folder.path()));
    bool waited = false;
    std::string problem;
    // The first ends while the second waits.
    const auto second = OutputFolder::open(
        folder.path(), OutputFolder::For::writing, [&] { waited = true, first.reset(); }, problem);
    CHECK(second);
    CHECK(waited);
    CHECK(OutputFolder::open(folder.path(), OutputFolder::For::looking, not_waiting, problem));
}
