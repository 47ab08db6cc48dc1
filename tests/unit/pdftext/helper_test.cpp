#include "pdf_of_text.hpp"
#include "pdftext/pdftext.hpp"

#include "../common/scripts.hpp"

#include <doctest/doctest.h>
#include <filesystem>

using namespace dossier;

namespace {

namespace fs = std::filesystem;
using Folder = test::Scripts;

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
    const Read endless = read_by(folder, "exec tr '\\0' x </dev/zero", std::string(std::size_t{4} << 20, 'x'));
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
