#include "sandbox/sandbox.hpp"

#include "../common/scripts.hpp"
#include "child/child.hpp"

#include <csignal>
#include <doctest/doctest.h>

using namespace dossier;

namespace {

namespace fs = std::filesystem;
using Folder = test::Scripts;

}  // namespace

TEST_CASE("sandbox: in it nothing can be done but compute, read stdin and write stdout") {
    const Folder folder;
    const fs::path file = folder.script("file", "keeps its words");
    const auto probe = child::run_child(folder.script("run", "exec '" DOSSIER_SANDBOX_PROBE "' '" + file.string() + "'"), "", 1 << 16,
                                        std::chrono::seconds(30));
    std::string expected;
    for (const char* call :
         {"open to read", "open to write", "make a file", "unlink", "rename", "stat", "folder", "socket", "local socket", "fork", "exec",
          "kill", "ptrace", "memory to run", "memory of a file", "more time", "stderr", "a file that was open"})
        expected += std::string(call) + " EPERM\n";
    expected += "memory done\n";
#ifdef DOSSIER_PROBE_BOUNDED
    expected += "too much memory ENOMEM\n";
#endif
    CHECK(probe.output == expected);
    CHECK(probe.how == child::Ended::exited);
    CHECK(probe.number == 0);
    CHECK(fs::file_size(file) == std::string("#!/bin/sh\nkeeps its words\n").size());
}

TEST_CASE("sandbox: in it time is bounded") {
    const Folder folder;
    const auto probe =
        child::run_child(folder.script("run", "exec '" DOSSIER_SANDBOX_PROBE "' spin"), "", 1 << 16, std::chrono::seconds(60));
    CHECK(probe.how == child::Ended::killed);
    CHECK((probe.number == SIGXCPU || probe.number == SIGKILL));
}
