#include "../common/temporary_folder.hpp"
#include "folder/folder.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::folder;
namespace fs = std::filesystem;

TEST_CASE("a single file is written whole, through a link, with the rights that it had") {
    const TemporaryFolder folder;
    std::string problem;
    folder.write("echt/gids.html", "oud");
    fs::permissions(folder.path() / "echt/gids.html", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("echt/gids.html", folder.path() / "gids.html");
    CHECK(write_file(folder.path() / "gids.html", "nieuw", problem));
    CHECK(folder.read("echt/gids.html") == "nieuw");
    CHECK(fs::is_symlink(folder.path() / "gids.html"));
    CHECK(fs::status(folder.path() / "gids.html").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK_FALSE(write_file(folder.path() / "echt", "x", problem));
    CHECK(problem == "is a folder");
    CHECK_FALSE(write_file(folder.path() / "gids.html/x", "x", problem));
    CHECK(problem == (folder.path() / "gids.html").string() + ": Not a directory");
}

TEST_CASE("what a killed run left beside a file is taken over by the next, and goes when it is asked") {
    const TemporaryFolder folder;
    std::string problem;
    folder.write(".a.txt.dossier-tmp", "half, and longer than what comes");
    CHECK(write_file(folder.path() / "a.txt", "heel", problem, Durable::later));
    CHECK(folder.read("a.txt") == "heel");
    CHECK_FALSE(fs::exists(folder.path() / ".a.txt.dossier-tmp"));
    folder.write(".b.txt.dossier-tmp", "half");
    folder.write(".dossier-tmp", "van een mens");
    folder.write("c.dossier-tmp", "van een mens");
    CHECK(sync_all(folder.path(), problem));
    remove_strays(folder.path());
    CHECK_FALSE(fs::exists(folder.path() / ".b.txt.dossier-tmp"));
    CHECK(fs::exists(folder.path() / ".dossier-tmp"));
    CHECK(fs::exists(folder.path() / "c.dossier-tmp"));
}

TEST_CASE("reading is capped and says why it failed") {
    const TemporaryFolder folder;
    folder.write("groot", std::string(3u << 20, 'x'));
    ReadProblem problem;
    CHECK_FALSE(read_file(folder.path() / "groot", 1u << 20, problem));
    CHECK(problem.words.text() == "is larger than 1 MiB");
    CHECK(problem.too_large);
    problem = {};
    CHECK_FALSE(read_file(folder.path(), 10, problem));
    CHECK(problem.words.text() == "is a folder");
    CHECK_FALSE(problem.too_large);
    CHECK_FALSE(read_file(folder.path() / "weg", 10, problem));
    CHECK(problem.words.text() == "No such file or directory");
    CHECK_FALSE(problem.too_large);
}
