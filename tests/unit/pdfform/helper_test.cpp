/// What the shell makes of its helper, the real one and others.

#include "pdfform/codec.hpp"
#include "pdfform/pdfform.hpp"
#include "pdfform/protocol.hpp"

#include "../common/raw_pdf.hpp"
#include "../common/scripts.hpp"

#include <chrono>
#include <cstdio>
#include <doctest/doctest.h>
#include <thread>

using namespace dossier;
using filled::Condition;

namespace {

namespace fs = std::filesystem;

const std::string kForm = test::raw_form({"<</FT/Tx/T(a)/V(een)>>"});

/// What is read, or what is said of the helper; without the folder.
std::string said(pdfform::Helper& helper, const test::Scripts& folder, const std::string& bytes = kForm) {
    Diagnostics diagnostics;
    const filled::FilledPdf form = helper.read({"formulier.pdf", bytes}, diagnostics);
    std::string out = form.condition == Condition::unread ? report(diagnostics) : filled::dump(form);
    CHECK((form.condition == Condition::unread) == diagnostics.has_errors());
    for (std::size_t at = 0; (at = out.find(folder.path().string() + '/')) != std::string::npos;)
        out.erase(at, folder.path().string().size() + 1);
    return out;
}

/// A helper that reads the question and then does `commands`.
std::string said_by(const std::string& commands) {
    const test::Scripts folder;
    pdfform::Helper helper({folder.script("helper", "head -c " + std::to_string(kForm.size() + 4) + " >/dev/null\n" + commands)});
    helper.patience = std::chrono::milliseconds(3000);
    return said(helper, folder);
}

/// `answer` as printf of a shell writes it, with its length in front.
std::string message(const std::string& answer) {
    std::string out = "printf '";
    for (const char c : served::length_bytes(answer.size()) + answer) {
        char octal[8];
        std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(c));
        out += octal;
    }
    return out + "'";
}
std::string answer(const std::string& rest) { return message(std::string(pdfform::kGreeting) + rest); }

std::string of_helper(const std::string& message) { return "error: formulier.pdf: " + message + "\n  hint: install dossier anew\n"; }
const std::string kRubbish = of_helper("helper gave no answer that this version of dossier knows");

}  // namespace

TEST_CASE("pdfform: the helper reads one form after another") {
    const test::Scripts folder;
    pdfform::Helper helper({DOSSIER_PDFFORM});
    for (int i = 0; i < 3; ++i) CHECK(said(helper, folder) == "form, 1 page\na [text] \"een\"\n");
    CHECK(said(helper, folder, "") == "not a PDF, 0 pages\n");
    CHECK(said(helper, folder, "%PDF-1.4") == "unreadable (unable to find trailer dictionary while recovering damaged file), 0 pages\n");
    CHECK(said(helper, folder) == "form, 1 page\na [text] \"een\"\n");
    CHECK_FALSE(helper.broken());
}

TEST_CASE("pdfform: a form may be large, and no larger") {
    const test::Scripts folder;
    pdfform::Helper helper({DOSSIER_PDFFORM});
    CHECK(said(helper, folder, kForm + std::string(pdfform::kMostQuestion - kForm.size() + 1, ' ')) == "too much, 0 pages\n");
    CHECK_FALSE(helper.broken());
}

TEST_CASE("pdfform: a helper that is not there is named with where it was looked for") {
    const test::Scripts folder;
    pdfform::Helper helper({"/nergens/dossier-pdfform", "/ook/niet"});
    CHECK(said(helper, folder) ==
          of_helper("cannot read a PDF without the program dossier-pdfform, looked for /nergens/dossier-pdfform and /ook/niet"));
    CHECK(helper.broken());
    CHECK(pdfform::helper_places().size() == 2);
}

TEST_CASE("pdfform: a helper that cannot start, or ends") {
    const test::Scripts folder;
    const fs::path plain = folder.script("helper", "true");
    fs::permissions(plain, fs::perms::owner_read);
    pdfform::Helper helper({plain});
    CHECK(said(helper, folder) == of_helper("cannot start helper: Permission denied"));
    CHECK(said_by("exit 127") == of_helper("helper does not start (exit status 127)"));
    CHECK(said_by("exit 0") == kRubbish);
    CHECK(said_by("exit 1") == of_helper("helper ended (exit status 1)"));
    CHECK(said_by("kill -SEGV $$") == of_helper("helper ended (signal 11)"));
    CHECK(said_by("kill -KILL $$") == of_helper("helper ended"));
    CHECK(said_by("while :; do sleep 1; done") == "too much, 0 pages\n");
}

TEST_CASE("pdfform: one that ended between two forms is started once more") {
    const test::Scripts folder;
    const std::string one = answer("f" + pdfform::encode([] {
                                       filled::FilledPdf form;
                                       form.condition = Condition::no_fields;
                                       return form;
                                   }()));
    pdfform::Helper helper({folder.script("helper", "head -c " + std::to_string(kForm.size() + 4) + " >/dev/null\n" + one + "\nexit 1")});
    for (int i = 0; i < 3; ++i) CHECK(said(helper, folder) == "no fields, 0 pages\n");
    CHECK_FALSE(helper.broken());
}

TEST_CASE("pdfform: what a helper says unasked answers nothing") {
    const test::Scripts folder;
    pdfform::Helper helper(
        {folder.script("helper", "head -c " + std::to_string(kForm.size() + 4) + " >/dev/null\n" + answer("m") + "; sleep 0.2; " +
                                     answer("bniet gevraagd") + "; touch \"" + (folder.path() / "klaar").string() + "\"; exec sleep 60")});
    for (int i = 0; i < 3; ++i) {
        CHECK(said(helper, folder) == "too much, 0 pages\n");
        for (int tries = 0; tries < 500 && !fs::exists(folder.path() / "klaar"); ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        REQUIRE(fs::exists(folder.path() / "klaar"));
        fs::remove(folder.path() / "klaar");
    }
}

TEST_CASE("pdfform: the answers of a helper") {
    CHECK(said_by(answer("m")) == "too much, 0 pages\n");
    CHECK(said_by(answer("bsignal 11")) == "unreadable (dossier-pdfform broke off on it: signal 11), 0 pages\n");
    CHECK(said_by(answer("sseccomp: \n=\x01")) ==
          of_helper("this system does not let dossier-pdfform lock itself in (seccomp: ?=?), and outside a sandbox it reads no PDF"));
    for (const std::string& bad : {answer(""), answer("z"), answer("mx"), answer("f"), answer("f\x01"), message("dossier-pdfform 2\nm"),
                                   message(""), std::string("printf 'dossier-pdfform 1\\nm'; exit 0")})
        CHECK(said_by(bad) == kRubbish);
    CHECK(said_by("exec tr '\\0' x </dev/zero") == of_helper("helper gave more than what a form says may be"));
}

TEST_CASE("pdfform: the helper starts with no environment and none of our files") {
    const test::Scripts folder;
    const fs::path out = folder.path() / "uit";
    pdfform::Helper helper(
        {folder.script("helper", "{ env | grep -v '^PWD=\\|^_=\\|^SHLVL='; ls /proc/self/fd | wc -l; } >" + out.string())});
    (void)said(helper, folder);
    CHECK(folder.read("uit") == "4\n");  // stdin, stdout, stderr, and the folder that ls reads
}
