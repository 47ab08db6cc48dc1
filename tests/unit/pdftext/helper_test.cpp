#include "pdf_of_text.hpp"
#include "pdftext/child.hpp"
#include "pdftext/pdftext.hpp"

#include <csignal>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace dossier;

namespace {

namespace fs = std::filesystem;

/// A folder that goes away, with programs in it.
class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "dossier-helper-XXXXXX").string();
        path_ = mkdtemp(pattern.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }
    fs::path script(const std::string& name, const std::string& commands) const {
        std::ofstream(path_ / name) << "#!/bin/sh\n" << commands << '\n';
        fs::permissions(path_ / name, fs::perms::owner_all);
        return path_ / name;
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

struct Read {
    std::string said;  ///< the text or the diagnostics, without the folder
    bool broken;
};

Read read_by(const Folder& folder, const std::string& commands, const std::string& bytes = "%PDF-1.4\n") {
    pdftext::Helper helper({folder.script("helper", commands)});
    helper.patience = std::chrono::milliseconds(3000);
    const Source pdf{"bron.pdf", bytes};
    Diagnostics diagnostics;
    const auto text = helper.read(pdf, diagnostics);
    std::string said = text ? *text : report(diagnostics);
    for (std::size_t at = 0; (at = said.find(folder.path().string() + '/')) != std::string::npos;)
        said.erase(at, folder.path().string().size() + 1);
    return {said, helper.broken()};
}

const std::string kOwnWay = "open it in a PDF reader, save the text, and import that\n";
std::string of_helper(const std::string& message) {
    return "error: bron.pdf: " + message + "\n  hint: install dossier anew, or " + kOwnWay;
}
std::string of_pdf(const std::string& message) { return "error: bron.pdf: " + message + "\n  hint: " + kOwnWay; }
const std::string kRubbish = of_helper("helper gave no answer that this version of dossier knows");

}  // namespace

TEST_CASE("pdftext: a helper that is not there is named with where it was looked for") {
    const Source pdf{"bron.pdf", "%PDF-1.4\n"};
    Diagnostics diagnostics;
    pdftext::Helper helper({"/nergens/dossier-pdftext", "/ook/niet"});
    CHECK_FALSE(helper.read(pdf, diagnostics));
    CHECK(helper.broken());
    CHECK(report(diagnostics) ==
          of_helper("cannot read a PDF without the program dossier-pdftext, looked for /nergens/dossier-pdftext and /ook/niet"));
    for (const fs::path& place : pdftext::helper_places()) CHECK(place.is_absolute());
    CHECK(pdftext::helper_places().size() == 2);
}

TEST_CASE("pdftext: a helper that cannot start") {
    const Folder folder;
    const fs::path plain = folder.script("helper", "true");
    fs::permissions(plain, fs::perms::owner_read);
    const Source pdf{"bron.pdf", "%PDF-1.4\n"};
    Diagnostics diagnostics;
    pdftext::Helper helper({plain});
    CHECK_FALSE(helper.read(pdf, diagnostics));
    CHECK(helper.broken());
    CHECK(report(diagnostics) == of_helper("cannot start " + plain.string() + ": Permission denied"));
    const Read read = read_by(folder, "exit 127");
    CHECK(read.broken);
    CHECK(read.said == of_helper("helper does not start (exit status 127)"));
}

TEST_CASE("pdftext: a helper that comes to a bad end") {
    const Folder folder;
    CHECK(read_by(folder, "kill -KILL $$").said == of_pdf("reading this PDF took too much time or memory"));
    CHECK(read_by(folder, "kill -XCPU $$").said == of_pdf("reading this PDF took too much time or memory"));
    CHECK(read_by(folder, "exit 9").said == of_pdf("reading this PDF took too much time or memory"));
    CHECK(read_by(folder, "kill -SEGV $$").said == of_pdf("dossier-pdftext broke off on this PDF (signal 11)"));
    CHECK(read_by(folder, "printf 'dossier-pdftext 1\\ntBasisdeel\\n\\f'; exit 1").said ==
          of_pdf("dossier-pdftext broke off on this PDF (exit status 1)"));
    CHECK_FALSE(read_by(folder, "exit 1").broken);
    CHECK(read_by(folder, "while :; do sleep 1; done").said == of_pdf("reading this PDF took too much time or memory"));
    CHECK(read_by(folder, "exec <&- >&-; while :; do sleep 1; done").said == of_pdf("reading this PDF took too much time or memory"));
}

TEST_CASE("pdftext: a helper that prints rubbish") {
    const Folder folder;
    CHECK(read_by(folder, "true").said == kRubbish);
    CHECK(read_by(folder, "echo tekst").said == kRubbish);
    CHECK(read_by(folder, "printf 'dossier-pdftext 2\\ntBasisdeel'").said == kRubbish);
    CHECK(read_by(folder, "printf 'dossier-pdftext 1\\n'").said == kRubbish);
    CHECK(read_by(folder, "printf 'dossier-pdftext 1\\nz'").said == kRubbish);
    CHECK(read_by(folder, "printf 'dossier-pdftext 1\\ndx'").said == kRubbish);
    CHECK(read_by(folder, "printf 'dossier-pdftext 1\\nt\\377'").said == kRubbish);
    CHECK(read_by(folder, "true").broken);
    // Neither waits for the other: it never reads, and there is no end to what it writes.
    const Read endless = read_by(folder, "while :; do printf '%65536s' x; done", std::string(std::size_t{4} << 20, 'x'));
    CHECK(endless.said == of_helper("helper gave more than the text of a PDF may be"));
    CHECK(read_by(folder, "exit 1", std::string(std::size_t{4} << 20, 'x')).said ==
          of_pdf("dossier-pdftext broke off on this PDF (exit status 1)"));
}

TEST_CASE("pdftext: the answers of a helper") {
    const Folder folder;
    const auto answer = [&](const std::string& letters) {
        return read_by(folder, "cat >/dev/null; printf 'dossier-pdftext 1\\n" + letters + "'").said;
    };
    CHECK(answer("tBasisdeel\\n\\f") == "Basisdeel\n\f");
    CHECK(answer("e") == "error: bron.pdf: this PDF has no pages\n");
    CHECK(answer("p") == "error: bron.pdf: this PDF has more than 2000 pages\n");
    CHECK(answer("m") == "error: bron.pdf: this PDF has more than 8 MiB of text\n");
    CHECK(
        answer("sseccomp: Invalid argument") ==
        of_pdf(
            "this system does not let dossier-pdftext lock itself in (seccomp: Invalid argument), and outside a sandbox it reads no PDF"));
    CHECK(read_by(folder, "printf 'dossier-pdftext 1\\nsx'").broken);
}

TEST_CASE("pdftext: the helper starts with no environment and none of our files") {
    const Folder folder;
    const Read read = read_by(folder, "printf 'dossier-pdftext 1\\nt'; [ -z \"$HOME$USER$LANG\" ] && echo bare; ls /proc/self/fd | wc -l");
    CHECK(read.said == "bare\n4\n");  // stdin, stdout, stderr, and the folder that ls reads
}

TEST_CASE("pdftext: in the sandbox nothing can be done but compute, read stdin and write stdout") {
    const Folder folder;
    const fs::path file = folder.script("file", "keeps its words");
    const auto probe = pdftext::run_child(folder.script("run", "exec '" DOSSIER_SANDBOX_PROBE "' '" + file.string() + "'"), "", 1 << 16,
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
    CHECK(probe.how == pdftext::Ended::exited);
    CHECK(probe.number == 0);
    CHECK(fs::file_size(file) == std::string("#!/bin/sh\nkeeps its words\n").size());
}

TEST_CASE("pdftext: in the sandbox time is bounded") {
    const Folder folder;
    const auto probe =
        pdftext::run_child(folder.script("run", "exec '" DOSSIER_SANDBOX_PROBE "' spin"), "", 1 << 16, std::chrono::seconds(60));
    CHECK(probe.how == pdftext::Ended::killed);
    CHECK((probe.number == SIGXCPU || probe.number == SIGKILL));
}
