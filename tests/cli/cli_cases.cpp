/// Runs the program as people and scripts do: each file of tests/cli/cases is one case, with its input files, its command
/// and what must come out. DOSSIER_UPDATE=1 rewrites the expectations; read the diff before committing.
///
///   $ dossier check in.yaml        one or more commands, run by sh in an empty folder
///   --- file NAME                  input file, up to the next "--- "
///   --- stdout | --- stderr        what the commands print, together
///   --- status                     exit status of the last command
///
/// Usage: cli_cases PROGRAM CASE.txt

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Part {
    std::string head;  ///< "file NAME", "stdout", "stderr", "status"
    std::string body;
};

struct Case {
    std::string commands;
    std::vector<Part> parts;
};

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void spit(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

Case parse(const std::string& text) {
    Case result;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("--- ")) result.parts.push_back({line.substr(4), ""});
        else if (!result.parts.empty()) result.parts.back().body += line + '\n';
        else if (line.starts_with("$ ")) result.commands += line.substr(2) + '\n';
    }
    return result;
}

std::string format(const Case& c, const std::string& preamble) {
    std::string out = preamble;
    for (const Part& part : c.parts) out += "--- " + part.head + '\n' + part.body;
    return out;
}

struct Outcome {
    std::string out, err, status;
};

Outcome run(const Case& c, const fs::path& program, const fs::path& folder) {
    fs::create_directories(folder / "work");
    for (const Part& part : c.parts)
        if (part.head.starts_with("file ")) spit(folder / "work" / part.head.substr(5), part.body);
    spit(folder / "run.sh", c.commands);
    const std::string command = "cd '" + (folder / "work").string() + "' && PATH='" + program.parent_path().string() +
                                "':$PATH REAL='" DOSSIER_SOURCE_DIR "' sh ../run.sh >../out 2>../err </dev/null";
    const int status = std::system(command.c_str());
    return {slurp(folder / "out"), slurp(folder / "err"), std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : -1) + "\n"};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: cli_cases PROGRAM CASE\n";
        return 2;
    }
    const fs::path path = argv[2];
    const std::string text = slurp(path);
    Case wanted = parse(text);
    // A case without an expectation could not fail.
    for (const char* head : {"stdout", "stderr", "status"}) {
        if (std::any_of(wanted.parts.begin(), wanted.parts.end(), [&](const Part& p) { return p.head == head; })) continue;
        if (std::getenv("DOSSIER_UPDATE") == nullptr) {
            std::cerr << path << ": no \"--- " << head << "\"\n";
            return 2;
        }
        wanted.parts.push_back({head, "?"});
    }
    if (wanted.commands.empty()) {
        std::cerr << path << ": no command\n";
        return 2;
    }
    std::string pattern = (fs::temp_directory_path() / "dossier-cli-XXXXXX").string();
    const fs::path folder = mkdtemp(pattern.data());
    const Outcome got = run(wanted, fs::absolute(argv[1]), folder);
    fs::remove_all(folder);

    Case real = wanted;
    for (Part& part : real.parts) {
        if (part.head == "stdout") part.body = got.out;
        if (part.head == "stderr") part.body = got.err;
        if (part.head == "status") part.body = got.status;
    }
    const std::string preamble = text.substr(0, text.find("--- "));
    const std::string have = format(real, preamble);
    if (have == format(wanted, preamble)) return 0;
    if (std::getenv("DOSSIER_UPDATE")) {
        spit(path, have);
        return 0;
    }
    std::cout << "--- got\n" << have << "\nTo accept: DOSSIER_UPDATE=1 ctest --test-dir build -R cli\n";
    return 1;
}
