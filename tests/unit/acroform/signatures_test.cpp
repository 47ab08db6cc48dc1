/// Signatures in files: what they cover, and what was changed after them.

#include "acroform/acroform.hpp"

#include "../common/raw_pdf.hpp"
#include "../common/signing.hpp"

#include <cstdio>
#include <doctest/doctest.h>

using namespace dossier;
using filled::Signature;

namespace {

const test::Signer& signer() {
    static const test::Signer kSigner("A. Beoordelaar");
    return kSigner;
}

constexpr std::size_t kRoom = 2000;  ///< bytes for a signature

/// A form with the fields naam (4), s1 (5) and s2 (6), of which s1 is signed if `v` is there.
std::string form(const std::string& v = "") {
    return test::raw_form({"<</FT/Tx/T(naam)/V(Jan)>>", "<</FT/Sig/T(s1)" + v + ">>", "<</FT/Sig/T(s2)>>"});
}

/// A signature dictionary without its numbers. `more` comes before, where it is signed too.
std::string dictionary(const std::string& more = "", const std::string& kind = "adbe.pkcs7.detached") {
    return "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/" + kind + more + "/ByteRange[0 @@@@@@@@ @@@@@@@@ @@@@@@@@]/Contents<" +
           std::string(2 * kRoom, '0') + ">>>";
}

void put(std::string& pdf, std::size_t number) {
    char text[12];
    std::snprintf(text, sizeof text, "%8zu", number);
    pdf.replace(pdf.find("@@@@@@@@"), 8, text);
}

/// Fills in the last signature of `pdf`, over all of it.
std::string signed_whole(std::string pdf) {
    const std::size_t begin = pdf.find("/Contents<", pdf.find("@@@@@@@@")) + 9, end = begin + 2 * kRoom + 2;
    put(pdf, begin);
    put(pdf, end);
    put(pdf, pdf.size() - end);
    const std::string der = test::sign(pdf.substr(0, begin) + pdf.substr(end), signer());
    REQUIRE(der.size() <= kRoom);
    std::string hex;
    for (const char c : der) {
        char two[3];
        std::snprintf(two, sizeof two, "%02x", static_cast<unsigned char>(c));
        hex += two;
    }
    return pdf.replace(begin + 1, hex.size(), hex);
}

const std::string& signed_form() {
    static const std::string kForm =
        signed_whole(form("/V" + dictionary("/Name(A. Beoordelaar)/Reason(Beoordeeld)/M(D:20260630140500+02'00')")));
    return kForm;
}

Signature only(const std::string& pdf) {
    const filled::FilledPdf read = acroform::read_form(pdf);
    REQUIRE(read.signatures.size() == 1);
    return read.signatures.front();
}
std::string said(const std::string& pdf) {
    const Signature s = only(pdf);
    std::string out = std::string(word(s.state)) + (s.problem.empty() ? "" : ": " + s.problem) + "; " + std::string(word(s.covers));
    for (const std::string& name : s.changed_after) out += ", " + name;
    return out;
}

}  // namespace

TEST_CASE("signatures: one over the whole file") {
    CHECK(said(signed_form()) == "intact; the whole file");
    CHECK(said(signed_form() + "\r\n") == "intact; the whole file");
    const Signature s = only(signed_form());
    CHECK(s.field == "s1");
    CHECK(s.certificate_name == "A. Beoordelaar");
    CHECK(s.name == "A. Beoordelaar");
    CHECK(s.reason == "Beoordeeld");
    CHECK(s.kind == "adbe.pkcs7.detached");
    CHECK(s.covered == signed_form().size());
    CHECK(s.size == signed_form().size());
    const filled::FilledPdf read = acroform::read_form(signed_form());
    CHECK(read.fields.at(1).signed_here);
    CHECK_FALSE(read.fields.at(2).signed_here);
    CHECK(said(signed_whole(form("/V" + dictionary("", "ETSI.CAdES.detached")))) == "intact; the whole file");
    CHECK(acroform::read_form(form()).signatures.empty());
}

TEST_CASE("signatures: what was changed after it") {
    const std::string& pdf = signed_form();
    const auto update = [&](const std::map<int, std::string>& objects) { return said(test::updated(pdf, objects, 8)); };
    const std::string earlier = "intact; an earlier version";
    CHECK(update({{4, "<</FT/Tx/T(naam)/V(Piet)>>"}}) == earlier + ", naam");
    CHECK(update({{4, "<</FT/Tx/T(naam)>>"}}) == earlier + ", naam");
    CHECK(update({{4, "<</FT/Tx/T(naam)/V(Jan)/Ff 1>>"}}) == earlier);
    CHECK(update({{4, "<</FT/Tx/T(voornaam)/V(Jan)>>"}}) == earlier + ", voornaam, naam");
    CHECK(update({{6, "<</FT/Tx/T(s2)/V(geen)>>"}}) == earlier + ", s2");
    CHECK(update({{7, "<</a 1>>"}}) == earlier);
    CHECK(said(test::updated(test::updated(pdf, {{4, "<</FT/Tx/T(naam)/V(Piet)>>"}}, 8), {{4, "<</FT/Tx/T(naam)/V(Jan)>>"}}, 8)) ==
          earlier);
    CHECK(only(test::updated(pdf, {}, 8)).covered == pdf.size());
}

TEST_CASE("signatures: two, one after the other") {
    const std::string pdf = signed_whole(test::updated(signed_form(), {{6, "<</FT/Sig/T(s2)/V" + dictionary() + ">>"}}, 8));
    const filled::FilledPdf read = acroform::read_form(pdf);
    REQUIRE(read.signatures.size() == 2);
    CHECK(read.signatures[0].state == Signature::State::intact);
    CHECK(read.signatures[0].covers == Signature::Covers::earlier_version);
    CHECK(read.signatures[0].changed_after == std::vector<std::string>{"s2"});
    CHECK(read.signatures[1].state == Signature::State::intact);
    CHECK(read.signatures[1].covers == Signature::Covers::whole_file);
}

TEST_CASE("signatures: bytes that were changed below it") {
    std::string pdf = signed_form();
    pdf.replace(pdf.find("(Jan)"), 5, "(Jon)");
    CHECK(said(pdf) == "broken: the bytes that it covers were changed; the whole file");
}

TEST_CASE("signatures: one that leaves out more than itself, or covers what is no form") {
    // Room for something else beside the signature.
    std::string pdf = signed_form();
    const std::size_t range = pdf.find("/ByteRange[") + 11;
    const auto with_range = [&](const std::string& numbers) {
        std::string other = pdf, padded = numbers;
        padded.resize(other.find(']', range) - range, ' ');
        return other.replace(range, padded.size(), padded);
    };
    const std::string whole = "; the whole file", part = "; a part";
    const std::string size = std::to_string(pdf.size());
    CHECK(said(with_range("0 100 200 " + std::to_string(pdf.size() - 200))) == "broken: it leaves out more than itself" + whole);
    CHECK(said(with_range("0 100 200 10")) == "broken: it leaves out more than itself" + part);
    for (const char* bad : {"0 10 20", "0 10 20 30 40", "1 10 20 30", "0 -1 20 30", "0 30 20 10", "0 10 20 99999999", "0 (a) 20 30", ""})
        CHECK(said(with_range(bad)) == "broken: it does not say which bytes it covers" + part);
    CHECK(acroform::read_form(with_range("0 10 99999999999999999999 1")).condition == filled::Condition::damaged);
    // Honestly signed, but only up to somewhere.
    std::string half = form("/V" + dictionary());
    const std::size_t begin = half.find("/Contents<") + 9, end = begin + 2 * kRoom + 2;
    std::string cut = signed_whole(half.substr(0, end + 20));
    cut += half.substr(end + 20);
    CHECK(said(cut) == "broken: it covers bytes that are no form by themselves" + part);
}

TEST_CASE("signatures: kinds that are not looked into") {
    CHECK(said(signed_whole(form("/V" + dictionary("", "adbe.pkcs7.sha1")))) ==
          "unknown: it is of a kind that is not looked into; the whole file");
    CHECK(said(form("/V<</Type/Sig>>")) == "broken: it does not say which bytes it covers; a part");
}

TEST_CASE("signatures: a signature taken from another form") {
    // The bytes of an honest form in front, and behind it a field that points into them.
    const std::string pdf = test::updated(signed_form(),
                                          {{5, "<</FT/Sig/T(s1)>>"},
                                           {6, "<</FT/Sig/T(s2)/V<</Type/Sig/SubFilter/adbe.pkcs7.detached/ByteRange" +
                                                   signed_form().substr(signed_form().find("[0 "), 30) + "/Contents<00>>>>>"}},
                                          8);
    CHECK(said(pdf) == "broken: it leaves out more than itself; a part");
}

TEST_CASE("signatures: the time that stands beside it") {
    const auto time = [&](const std::string& date) { return only(form("/V<</Type/Sig/M(" + date + ")>>")).time; };
    CHECK(time("D:20260630140500+02'00'") == "2026-06-30T14:05:00+02:00");
    CHECK(time("D:20260630140500-02'30") == "2026-06-30T14:05:00-02:30");
    CHECK(time("D:20260630140500+02") == "2026-06-30T14:05:00+02:00");
    CHECK(time("D:20260630140500Z00'00'") == "2026-06-30T14:05:00Z");
    CHECK(time("D:20260630140500") == "2026-06-30T14:05:00");
    CHECK(time("20260630140500Z") == "2026-06-30T14:05:00Z");
    CHECK(time("D:202606") == "D:202606");
    CHECK(time("gisteren") == "gisteren");
    CHECK(time("") == "");
}

TEST_CASE("signatures: no more than a form can have") {
    std::vector<std::string> fields(filled::kMostSignatures, "");
    for (std::size_t i = 0; i < fields.size(); ++i) fields[i] = "<</FT/Sig/T(" + std::to_string(i) + ")/V<</Type/Sig>>>>";
    CHECK(acroform::read_form(test::raw_form(fields)).signatures.size() == filled::kMostSignatures);
    fields.push_back("<</FT/Sig/T(x)/V<</Type/Sig>>>>");
    CHECK(acroform::read_form(test::raw_form(fields)).condition == filled::Condition::too_much);
}
