#include "conformance.hpp"
#include "defects.hpp"
#include "sample.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace {

using defects::damaged;

const defects::Defects& planted() {
    static const defects::Defects all = [] {
        defects::Defects both = defects::first_defects();
        both.insert(defects::further_defects().begin(), defects::further_defects().end());
        return both;
    }();
    return all;
}

bool mentions(const std::vector<std::string>& findings, const std::string& rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const std::string& f) { return f.starts_with(rule + ": "); });
}

}  // namespace

TEST_CASE("the example form breaks no rule of PDF/UA-1 and PDF/A-2a") {
    for (const std::string& finding : conformance::check(sample_pdf())) FAIL_CHECK(finding);
    // Nor after qpdf has written it anew, which the planted defects below rely on.
    for (const std::string& finding : conformance::check(damaged([](QPDF&) {}))) FAIL_CHECK(finding);
}

TEST_CASE("each rule catches a planted defect") {
    for (const auto& each : planted()) {
        const std::string& rule = each.first;
        const auto findings = conformance::check(damaged(each.second));
        CHECK_MESSAGE(mentions(findings, rule), "not caught: " << rule);
    }
}

TEST_CASE("rules about the bytes of a file catch a planted defect") {
    const auto finds = [](const std::string& rule, const std::string& from, const std::string& to) {
        std::string bytes = sample_pdf();
        const std::size_t at = bytes.find(from);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, from.size(), to);
        CHECK_MESSAGE(mentions(conformance::check(bytes), rule), rule << ": " << to);
    };
    CHECK(mentions(conformance::check(sample_pdf().substr(0, sample_pdf().size() / 2)), "readable"));
    finds("header", "%PDF-1.7", "%PDF-1.9");
    finds("header", "\n%\xE2\xE3\xCF\xD3", "\n%abcd");
    finds("header", "\n%\xE2\xE3\xCF\xD3", "\n%\xE2\xE3\xCFx");
    CHECK(mentions(conformance::check(sample_pdf() + "meer na het einde"), "end"));
    finds("header", "%PDF-1.7", "%PDF-2.0");
    CHECK(mentions(conformance::check(sample_pdf() + "\n"), "end"));
    finds("file-id", "/ID[", "/Ix[");
    const std::size_t id = sample_pdf().find("/ID[<");
    finds("file-id", sample_pdf().substr(id, sample_pdf().find(']', id) - id), "/ID[<><>");
    finds("object-lines", "1 0 obj\n", "1 0 obj ");
    finds("hex-strings", sample_pdf().substr(id, 7), sample_pdf().substr(id, 5) + " " + sample_pdf()[id + 6]);
    finds("hex-strings", sample_pdf().substr(id, 6), "/ID[<G");
    finds("object-lines", "\nendobj\n", " endobj\n");
    finds("stream-length", ">>\nstream\n", ">>\nstream\r");
    finds("object-lines", "\nendstream\nendobj\n", "\nendstream\nendobjZ");
    const std::size_t length = sample_pdf().find("/Length ") + 8;
    const std::string number = sample_pdf().substr(length, sample_pdf().find_first_of(">/", length) - length);
    for (const int change : {-1, 1}) finds("stream-length", "/Length " + number, "/Length " + std::to_string(std::stoi(number) + change));
    QPDF pdf;
    pdf.processMemoryFile("sample", sample_pdf().data(), sample_pdf().size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setR6EncryptionParameters("", "x", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    CHECK(mentions(conformance::check({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()}), "not-encrypted"));
}

TEST_CASE("every rule has its planted defect") {
    const std::set<std::string> bytes{"readable",     "header",        "end",         "file-id",
                                      "object-lines", "stream-length", "hex-strings", "not-encrypted"};
    for (const std::string& rule : conformance::rules())
        CHECK_MESSAGE((bytes.count(rule) + planted().count(rule) > 0), "no defect for " << rule);
    for (const auto& each : planted())
        CHECK_MESSAGE(std::count(conformance::rules().begin(), conformance::rules().end(), each.first) == 1, "no rule " << each.first);
}
