/// What the shell makes of its helper, of others than the real one.

#include "scanread/codec.hpp"
#include "scanread/protocol.hpp"
#include "scanread/scanread.hpp"

#include "../common/scripts.hpp"

#include <chrono>
#include <cstdio>
#include <doctest/doctest.h>

using namespace dossier;
using scans::Condition;

namespace {

namespace fs = std::filesystem;

const std::string kFile = "een stapel";
const std::size_t kFormsSize = 4 + 1 + scanread::encode(scans::Atlas{}).size(), kFileSize = 4 + 1 + kFile.size();
const std::size_t kPagesSize = 4 + 1 + scanread::encode(scanread::Batch{}).size();

/// `answer` as printf of a shell writes it, with its length in front.
std::string message(const std::string& answer) {
    std::string out = "printf '";
    for (const char c : served::length_bytes(answer.size()) + answer) {
        char octal[8];
        std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned char>(c));
        out += octal;
    }
    return out + "'\n";
}
std::string answer(const std::string& rest) { return message(std::string(scanread::kProtocol.greeting) + rest); }

std::string hear(std::size_t bytes, const std::string& to = "/dev/null") {
    return "head -c " + std::to_string(bytes) + " >>'" + to + "'\n";
}
const std::string kHearForms = hear(kFormsSize), kHearFile = hear(kFileSize), kHearPages = hear(kPagesSize);
/// A helper that has heard of the forms, and of a file of so many pages.
std::string opened(std::uint32_t pages) { return kHearForms + answer("o") + kHearFile + answer("n" + scanread::encode(pages)); }

std::string wire(std::size_t number, Condition condition = Condition::blank) {
    scans::Page page;
    page.condition = condition;
    page.number = static_cast<std::uint32_t>(number);
    const std::string bytes = scanread::encode(page);
    return served::length_bytes(bytes.size()) + bytes;
}
std::string wires(std::size_t first, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += wire(first + i);
    return out;
}

/// The pages in words, or what is said of the helper; without the folder.
std::string said(scanread::Helper& helper, const test::Scripts& folder) {
    Diagnostics diagnostics;
    std::string out;
    const Source file{"stapel.pdf", kFile};
    const bool good = helper.read_file(
        file, {}, [&](scans::Page&& page) { out += std::to_string(page.number) + ' ' + std::string(scans::word(page.condition)) + '\n'; },
        diagnostics);
    CHECK(good != diagnostics.has_errors());
    CHECK(good != helper.broken());
    out += report(diagnostics);
    for (std::size_t at = 0; (at = out.find(folder.path().string() + '/')) != std::string::npos;)
        out.erase(at, folder.path().string().size() + 1);
    return out;
}

/// A helper that does `commands`.
std::string said_by(const std::string& commands) {
    const test::Scripts folder;
    scanread::Helper helper({}, {folder.script("helper", commands)});
    helper.patience = std::chrono::milliseconds(3000);
    return said(helper, folder);
}

std::string of_helper(const std::string& message) { return "error: stapel.pdf: " + message + "\n  hint: install dossier anew\n"; }
const std::string kRubbish = of_helper("helper gave no answer that this version of dossier knows");

}  // namespace

TEST_CASE("scanread: a helper that is not there is named with where it was looked for") {
    const test::Scripts folder;
    scanread::Helper helper({}, {"/nergens/dossier-scan", "/ook/niet"});
    CHECK(said(helper, folder) ==
          of_helper("cannot read a scan without the program dossier-scan, looked for /nergens/dossier-scan and /ook/niet"));
    CHECK(scanread::helper_places().size() == 2);
}

TEST_CASE("scanread: a helper that cannot start, or ends") {
    const test::Scripts folder;
    const fs::path plain = folder.script("helper", "true");
    fs::permissions(plain, fs::perms::owner_read);
    scanread::Helper helper({}, {plain});
    CHECK(said(helper, folder) == of_helper("cannot start helper: Permission denied"));
    CHECK(said_by("exit 127") == of_helper("helper does not start (exit status 127)"));
    CHECK(said_by("exit 0") == kRubbish);
    CHECK(said_by(kHearForms + "exit 1") == of_helper("helper ended (exit status 1)"));
    CHECK(said_by(kHearForms + "kill -SEGV $$") == of_helper("helper ended (signal 11)"));
    CHECK(said_by(kHearForms + "kill -KILL $$") == of_helper("helper ended"));
    // It ends at the same place each time.
    CHECK(said_by(kHearForms + answer("o") + kHearFile + "exit 1") == of_helper("helper ended (exit status 1)"));
    CHECK(said_by(opened(3) + kHearPages + "exit 1") == of_helper("helper ended (exit status 1)"));
    CHECK(said_by("exec tr '\\0' x </dev/zero") == of_helper("helper gave more than what a scan says may be"));
}

TEST_CASE("scanread: a helper that takes too long") {
    const test::Scripts folder;
    const auto patient = [&](const std::string& commands) {
        scanread::Helper helper({}, {folder.script("helper", commands)});
        helper.patience = std::chrono::milliseconds(300);
        return said(helper, folder);
    };
    CHECK(patient("exec sleep 60") == "0 too-much\n");
    CHECK(patient(kHearForms + answer("o") + "exec sleep 60") == "0 too-much\n");
    CHECK(patient(opened(2) + kHearPages + "exec sleep 60") == "1 too-much\n2 too-much\n");
}

TEST_CASE("scanread: what a helper says of forms and file") {
    const auto file = [](const std::string& rest) { return said_by(kHearForms + answer("o") + kHearFile + answer(rest)); };
    CHECK(file("n" + scanread::encode(std::uint32_t{0})) == "0 unreadable\n");
    CHECK(file("n" + scanread::encode(std::uint32_t{scans::kMostPages + 1})) == "0 too-much\n");
    CHECK(file("m") == "0 too-much\n");
    CHECK(file("bsignal 11") == "0 unreadable\n");
    CHECK(file("sseccomp: \n=\x01") ==
          of_helper("this system does not let dossier-scan lock itself in (seccomp: ?=?), and outside a sandbox it reads no scan"));
    for (const std::string& bad : {std::string(), std::string("z"), std::string("mx"), std::string("n"), std::string("n12345"),
                                   std::string("o"), std::string("p"), std::string("x")})
        CHECK(file(bad) == kRubbish);
    for (const std::string& bad : {answer(""), answer("z"), answer("ox"), answer("n" + scanread::encode(std::uint32_t{1})),
                                   message("dossier-scan 2\no"), message("dossier-pdfform 1\no"), message("")})
        CHECK(said_by(kHearForms + bad) == kRubbish);
}

TEST_CASE("scanread: what a helper says of pages") {
    const auto pages = [](const std::string& rest) { return said_by(opened(2) + kHearPages + answer(rest)); };
    CHECK(pages("pw" + wires(1, 2)) == "1 blank\n2 blank\n");
    // All was said before it ended otherwise.
    CHECK(pages("pm" + wires(1, 2)) == "1 blank\n2 blank\n");
    const std::string nan = [] {
        scans::Page page;
        page.number = 1;
        page.sharpness = std::numeric_limits<float>::quiet_NaN();
        const std::string bytes = scanread::encode(page);
        return served::length_bytes(bytes.size()) + bytes;
    }();
    for (const std::string& bad :
         {std::string("p"), "pw" + wires(1, 1), "pw" + wires(1, 3), "pw" + wires(2, 2), "pw" + wire(1) + wire(1), "pw" + wires(1, 2) + 'x',
          "pw" + nan + wire(2), "pm" + nan, "pz" + wires(1, 2), "ps" + wires(1, 1), "pw" + served::length_bytes(0) + wire(2),
          std::string("o"), std::string("n") + scanread::encode(std::uint32_t{2}), wires(1, 2)})
        CHECK(pages(bad) == kRubbish);
    CHECK(pages("sniet") ==
          of_helper("this system does not let dossier-scan lock itself in (niet), and outside a sandbox it reads no scan"));
}

TEST_CASE("scanread: a page that ends the reading of others is tried alone, and then it is what it is") {
    const test::Scripts folder;
    const std::string asked = (folder.path() / "gevraagd").string();
    const std::string hear_pages = hear(kPagesSize, asked);
    scanread::Helper helper({}, {folder.script("helper", opened(5) + hear_pages + answer("pb" + wires(1, 2) + wire(3).substr(0, 9)) +  //
                                                             hear_pages + answer("pw" + wire(3)) +                                     //
                                                             hear_pages + answer("pb") +                                               //
                                                             hear_pages + answer("pm") + "exec sleep 60")});
    CHECK(said(helper, folder) == "1 blank\n2 blank\n3 blank\n4 unreadable\n5 too-much\n");
    std::string expected;
    for (const scanread::Batch& batch : {scanread::Batch{0, 5, {}}, {2, 1, {}}, {3, 2, {}}, {4, 1, {}}}) {
        const std::string question = static_cast<char>(scanread::read_pages) + scanread::encode(batch);
        expected += served::length_bytes(question.size()) + question;
    }
    CHECK(folder.read("gevraagd") == expected);
}

TEST_CASE("scanread: of a file that was made to take time some pages are tried, and the next file is") {
    const test::Scripts folder;
    const std::string asked = (folder.path() / "gevraagd").string();
    std::string commands = opened(40);
    for (int i = 0; i < 4; ++i) commands += hear(kPagesSize, asked) + answer("pm");
    commands += kHearFile + answer("n" + scanread::encode(std::uint32_t{1})) + hear(kPagesSize, asked) + answer("pw" + wire(1));
    scanread::Helper helper({}, {folder.script("helper", commands + "exec sleep 60")});
    std::string all;
    for (int i = 1; i <= 40; ++i) all += std::to_string(i) + " too-much\n";
    CHECK(said(helper, folder) == all);
    CHECK(folder.read("gevraagd").size() == 4 * kPagesSize);
    CHECK(said(helper, folder) == "1 blank\n");
}

TEST_CASE("scanread: one that ended between two questions is started once more, and told all anew") {
    const test::Scripts folder;
    // Each lives for sixteen pages.
    const std::string first = (folder.path() / "eerst").string();
    scanread::Helper helper({}, {folder.script("helper", opened(17) + kHearPages + "if [ ! -e " + first + " ]; then touch " + first + '\n' +
                                                             answer("pw" + wires(1, 16)) + "exit 1; fi\n" + answer("pw" + wire(17)))});
    std::string all;
    for (int i = 1; i <= 17; ++i) all += std::to_string(i) + " blank\n";
    CHECK(said(helper, folder) == all);
}

TEST_CASE("scanread: one that knows of no file is told of it") {
    const std::string nothing = kHearPages + answer("x") + opened(1);
    CHECK(said_by(opened(1) + nothing + kHearPages + answer("pw" + wire(1))) == "1 blank\n");
    CHECK(said_by(opened(1) + nothing + nothing) == kRubbish);
}

TEST_CASE("scanread: a file may be large, and no larger") {
    const test::Scripts folder;
    scanread::Helper helper({}, {"/nergens/dossier-scan"});
    Diagnostics diagnostics;
    const Source large{"stapel.pdf", std::string(scanread::kMostFile + 1, ' ')};
    const scanread::Opened opened = helper.open(large, diagnostics);
    CHECK(opened.pages == 0);
    CHECK(opened.why == Condition::too_much);
    CHECK(report(diagnostics) == "");
    CHECK_FALSE(helper.broken());
}
