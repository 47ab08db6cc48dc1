#include "cms/cms.hpp"

#include "../common/signing.hpp"

#include <doctest/doctest.h>

using namespace dossier;
using cms::Checked;

namespace {

const test::Signer& signer() {
    static const test::Signer kSigner("Zoë Ünal");
    return kSigner;
}

const std::string kText = "Het formulier zoals het was";

/// Whether `der` holds for `bytes`, and why not.
std::string said(const std::string& der, const std::string& bytes) {
    const Checked checked = cms::check_detached(der, std::string_view(bytes).substr(0, 5), std::string_view(bytes).substr(5));
    if (checked.state == Checked::State::intact) return checked.problem.empty() ? "intact" : "?";
    return (checked.state == Checked::State::broken ? "broken: " : "unknown: ") + checked.problem;
}

/// The signature with a part changed through OpenSSL's own structures.
template <class Change> std::string changed(const std::string& der, Change change) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    CMS_ContentInfo* message = d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size()));
    change(sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(message), 0));
    const std::string out = test::der_of(message);
    CMS_ContentInfo_free(message);
    return out;
}

}  // namespace

TEST_CASE("cms: a signature that holds, and who and when") {
    const std::string der = test::sign(kText, signer());
    CHECK(said(der, kText) == "intact");
    CHECK(said(der + std::string(500, '\0'), kText) == "intact");  // the room that a PDF keeps for it
    const Checked checked = cms::check_detached(der, kText, "");
    CHECK(checked.certificate_name == "Zoë Ünal");
    CHECK(checked.signing_time.size() == 20);
    CHECK(checked.signing_time.back() == 'Z');
    CHECK(said(test::sign(kText, signer(), EVP_sha512()), kText) == "intact");
    const std::string plain = test::sign(kText, signer(), EVP_sha256(), CMS_DETACHED | CMS_NOATTR);
    CHECK(said(plain, kText) == "intact");
    CHECK(cms::check_detached(plain, kText, "").signing_time.empty());
}

TEST_CASE("cms: one byte more, less or other is not what was signed") {
    const std::string der = test::sign(kText, signer());
    const std::string problem = "broken: the bytes that it covers were changed";
    CHECK(said(der, kText + ' ') == problem);
    CHECK(said(der, kText.substr(1)) == problem);
    for (std::size_t i = 0; i < kText.size(); ++i) {
        std::string other = kText;
        other[i] = static_cast<char>(other[i] ^ 1);
        CHECK(said(der, other) == problem);
    }
}

TEST_CASE("cms: a signature that is not of the key in its certificate") {
    const std::string problem = "broken: it was not made with the key of its certificate";
    const std::string der = changed(test::sign(kText, signer()), [](CMS_SignerInfo* one) {
        ASN1_OCTET_STRING* bytes = CMS_SignerInfo_get0_signature(one);
        std::string other(reinterpret_cast<const char*>(ASN1_STRING_get0_data(bytes)), static_cast<std::size_t>(ASN1_STRING_length(bytes)));
        other.back() = static_cast<char>(other.back() ^ 1);
        ASN1_STRING_set(bytes, other.data(), static_cast<int>(other.size()));
    });
    CHECK(said(der, kText) == problem);
    // The digest in the attributes was made to fit, and with it what the key signed.
    const std::string forged = changed(test::sign("Iets anders", signer()), [](CMS_SignerInfo* one) {
        unsigned char digest[32];
        EVP_Digest(kText.data(), kText.size(), digest, nullptr, EVP_sha256(), nullptr);
        X509_ATTRIBUTE_free(CMS_signed_delete_attr(one, CMS_signed_get_attr_by_NID(one, NID_pkcs9_messageDigest, -1)));
        CMS_signed_add1_attr_by_NID(one, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest, 32);
    });
    CHECK(said(forged, kText) == problem);
    CHECK(said(test::sign(kText, signer(), EVP_sha256(), CMS_DETACHED | CMS_NOATTR), "Iets anders") == problem);
}

TEST_CASE("cms: what gives no verdict, or cannot be the signature of a PDF") {
    CHECK(said("", kText) == "broken: the signature is no CMS");
    CHECK(said("geen cms", kText) == "broken: the signature is no CMS");
    CHECK(said(test::sign(kText, signer()).substr(0, 100), kText) == "broken: the signature is no CMS");
    CHECK(said(test::sign(kText, signer(), EVP_sha256(), 0), kText) == "broken: it signs bytes of its own, expected those of the file");
    const test::Signer other("Een ander");
    CHECK(said(test::sign(kText, signer(), EVP_sha256(), CMS_DETACHED, &other), kText) == "broken: it has 2 signers, expected one");
    CHECK(said(test::sign(kText, signer(), EVP_sha256(), CMS_DETACHED | CMS_NOCERTS), kText) ==
          "unknown: it does not hold the certificate of its signer");
    CHECK(said(test::sign(kText, signer(), EVP_sha1()), kText) ==
          "unknown: it uses SHA-1, for which other bytes can be made with the same digest");
    const test::Signer rsa("RSA", EVP_RSA_gen(2048));
    CHECK(said(test::sign(kText, rsa), kText) == "intact");
    CHECK(said(test::sign(kText, rsa, EVP_md5()), kText) == "unknown: it uses MD5, for which other bytes can be made with the same digest");
}

TEST_CASE("cms: any damage to a signature is told, and nothing worse") {
    const std::string der = test::sign(kText, signer());
    std::size_t intact = 0;
    for (std::size_t i = 0; i < der.size(); ++i) {
        std::string other = der;
        other[i] = static_cast<char>(other[i] ^ 0x41);
        intact += said(other, kText) == "intact" ? 1 : 0;
        (void)said(der.substr(0, i), kText);
    }
    // What says who someone is or how long that holds is not looked at; nor, without a list of whom to believe, the certificate's own
    // signature.
    MESSAGE("bytes of " << der.size() << " that may be other: " << intact);
    CHECK(intact < der.size() / 2);
}
