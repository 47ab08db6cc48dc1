#include "../common/temporary_folder.hpp"
#include "folder/folder.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using namespace dossier::folder;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> paths_of(const std::vector<File>& files) {
    std::vector<std::string> out;
    for (const File& f : files) out.push_back(f.path);
    return out;
}

/// Every file below the folder but the inventory.
std::size_t count_files(const fs::path& folder) {
    std::size_t n = 0;
    for (const auto& e : fs::recursive_directory_iterator(folder)) n += e.is_regular_file() && e.path().filename() != ".dossier-inhoud";
    return n;
}

}  // namespace

TEST_CASE("what did not change is not rewritten") {
    const TemporaryFolder folder;
    std::string problem;
    const std::vector<File> files{{"a/b.txt", "een"}, {"c.txt", "twee"}};
    REQUIRE(write_files(folder.path(), files, paths_of(files), problem)->written == 2);
    const auto before = fs::last_write_time(folder.path() / "c.txt") - std::chrono::hours(1);
    fs::last_write_time(folder.path() / "c.txt", before);
    const std::vector<File> next{{"a/b.txt", "anders"}, {"c.txt", "twee"}};
    const auto written = write_files(folder.path(), next, paths_of(next), problem);
    REQUIRE(written);
    CHECK(written->written == 1);
    CHECK(written->unchanged == 1);
    CHECK(folder.read("a/b.txt") == "anders");
    CHECK(fs::last_write_time(folder.path() / "c.txt") == before);
}

TEST_CASE("files of an earlier run that are no longer planned go, files of others stay") {
    const TemporaryFolder folder;
    std::string problem;
    const std::vector<File> files{{"p2/gids.html", "x"}, {"p2/pdf/form.pdf", "x"}, {"p1/gids.html", "x"}};
    REQUIRE(write_files(folder.path(), files, paths_of(files), problem));
    folder.write("p2/eigen.txt", "van de school");
    const std::vector<File> fewer{{"p1/gids.html", "x"}};
    const auto written = write_files(folder.path(), fewer, paths_of(fewer), problem);
    REQUIRE(written);
    CHECK(written->removed == 2);
    CHECK(count_files(folder.path()) == 2);
    CHECK_FALSE(fs::exists(folder.path() / "p2/pdf"));
    CHECK(folder.read("p2/eigen.txt") == "van de school");
}

TEST_CASE("a partial run keeps the other planned files and remembers them") {
    const TemporaryFolder folder;
    std::string problem;
    const std::vector<File> files{{"p1/a", "x"}, {"p2/a", "x"}};
    REQUIRE(write_files(folder.path(), files, paths_of(files), problem));
    REQUIRE(write_files(folder.path(), {{"p1/a", "y"}}, paths_of(files), problem)->removed == 0);
    CHECK(existing_files(folder.path()).size() == 2);
}

TEST_CASE("when a file cannot be written the old ones are whole, no temporary file stays, and the file is named") {
    const TemporaryFolder folder;
    std::string problem;
    const std::vector<File> files{{"a.txt", "oud"}};
    REQUIRE(write_files(folder.path(), files, paths_of(files), problem));
    folder.write("b", "a file where a folder must come");
    const std::vector<File> next{{"a.txt", "nieuw"}, {"b/c.txt", "x"}};
    CHECK_FALSE(write_files(folder.path(), next, paths_of(next), problem));
    CHECK(problem.find((folder.path() / "b").string()) != std::string::npos);
    CHECK(folder.read("a.txt") == "oud");
    CHECK(count_files(folder.path()) == 2);
}

TEST_CASE("an inventory that was tampered with never leads out of the folder") {
    const TemporaryFolder folder;
    folder.write("buiten.txt", "blijft");
    folder.write("uit/.dossier-inhoud", "../buiten.txt\n/etc/hostname\n");
    std::string problem;
    const std::vector<File> files{{"a.txt", "x"}};
    const auto written = write_files(folder.path() / "uit", files, paths_of(files), problem);
    REQUIRE(written);
    CHECK(written->removed == 0);
    CHECK(folder.read("buiten.txt") == "blijft");
}

TEST_CASE("reading is capped and says why it failed") {
    const TemporaryFolder folder;
    folder.write("groot", std::string(3u << 20, 'x'));
    ReadProblem problem;
    CHECK_FALSE(read_file(folder.path() / "groot", 1u << 20, problem));
    CHECK(problem.words == "is larger than 1 MiB");
    CHECK(problem.too_large);
    problem = {};
    CHECK_FALSE(read_file(folder.path(), 10, problem));
    CHECK(problem.words == "is a folder");
    CHECK_FALSE(problem.too_large);
    CHECK_FALSE(read_file(folder.path() / "weg", 10, problem));
    CHECK(problem.words == "No such file or directory");
    CHECK_FALSE(problem.too_large);
}
