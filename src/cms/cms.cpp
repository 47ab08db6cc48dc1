#include "cms/cms.hpp"

#include "base/base.hpp"

#include <array>
#include <climits>
#include <cstdio>
#include <ctime>
#include <memory>
#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace dossier::cms {
namespace {

template <auto release> struct Release {
    template <class T> void operator()(T* p) const { release(p); }
};
using Message = std::unique_ptr<CMS_ContentInfo, Release<CMS_ContentInfo_free>>;
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;

std::string utf8(const ASN1_STRING* text) {
    unsigned char* bytes = nullptr;
    const int length = ASN1_STRING_to_UTF8(&bytes, text);
    if (length < 0) return "";
    const std::string raw(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    OPENSSL_free(bytes);
    std::string out;
    for (std::size_t at = 0; at < raw.size();) append_utf8(out, decode_utf8(raw, at));
    return out;
}

std::string name_of(const X509* certificate) {
    const X509_NAME* subject = X509_get_subject_name(certificate);
    int last = -1;
    for (int at = -1; (at = X509_NAME_get_index_by_NID(subject, NID_commonName, at)) >= 0;) last = at;
    if (last < 0) last = X509_NAME_entry_count(subject) - 1;
    return last < 0 ? "" : utf8(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, last)));
}

std::string time_of(const CMS_SignerInfo* signer) {
    const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
    X509_ATTRIBUTE* attribute = at < 0 ? nullptr : CMS_signed_get_attr(signer, at);
    const ASN1_TYPE* value = attribute == nullptr ? nullptr : X509_ATTRIBUTE_get0_type(attribute, 0);
    if (value == nullptr || (value->type != V_ASN1_UTCTIME && value->type != V_ASN1_GENERALIZEDTIME)) return "";
    std::tm time{};
    // Both kinds are ASN1_STRING below.
    if (ASN1_TIME_to_tm(value->value.asn1_string, &time) != 1) return "";
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02dZ", time.tm_year + 1900, time.tm_mon + 1, time.tm_mday,
                  time.tm_hour, time.tm_min, time.tm_sec);
    return text.data();
}

/// "" or the name of a digest for which other bytes can be made that have it too.
std::string weak_digest(CMS_SignerInfo* signer) {
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, digest);
    switch (OBJ_obj2nid(object)) {
        case NID_md2:
        case NID_md4:
        case NID_md5: return "MD5";
        case NID_sha1: return "SHA-1";
        default: return "";
    }
}

Checked& give(Checked& checked, Checked::State state, std::string problem) {
    checked.state = state;
    checked.problem = std::move(problem);
    return checked;
}

Checked checked_by_library(std::string_view der, std::string_view first, std::string_view second) {
    using State = Checked::State;
    Checked out;
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    if (der.size() > LONG_MAX) return give(out, State::broken, "the signature is no CMS");
    const Message message(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
    if (!message || OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed)
        return give(out, State::broken, "the signature is no CMS");
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(message.get());
    if (sk_CMS_SignerInfo_num(signers) != 1)
        return give(out, State::broken, "it has " + std::to_string(sk_CMS_SignerInfo_num(signers)) + " signers, expected one");
    ASN1_OCTET_STRING** content = CMS_get0_content(message.get());
    if (content == nullptr || *content != nullptr) return give(out, State::broken, "it signs bytes of its own, expected those of the file");
    if (CMS_set1_signers_certs(message.get(), nullptr, 0) != 1)
        return give(out, State::unknown, "it does not hold the certificate of its signer");
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    CMS_SignerInfo_get0_algs(signer, &key, &certificate, nullptr, nullptr);
    if (certificate == nullptr) return give(out, State::unknown, "it does not hold the certificate of its signer");
    out.certificate_name = name_of(certificate);
    out.signing_time = time_of(signer);
    if (key == nullptr) return give(out, State::unknown, "its key is of a kind that is not known");
    std::string bytes;
    bytes.reserve(first.size() + second.size());
    ((bytes += first) += second);
    if (bytes.size() > INT_MAX) return give(out, State::unknown, "it covers too many bytes");
    Bio data(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    // Of memory as such CMS_verify makes a copy of its own, which it forgets when a signature is damaged.
    BIO* buffer = data ? BIO_new(BIO_f_buffer()) : nullptr;
    if (buffer == nullptr) return give(out, State::unknown, "there was too little memory");
    data.reset(BIO_push(buffer, data.release()));
    // Not who signed, only that: no chain of certificates.
    constexpr unsigned kFlags = CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY;
    if (CMS_verify(message.get(), nullptr, nullptr, data.get(), nullptr, kFlags) == 1) {
        const std::string weak = weak_digest(signer);
        if (weak.empty()) return give(out, State::intact, "");
        return give(out, State::unknown, "it uses " + weak + ", for which other bytes can be made with the same digest");
    }
    const bool attributes_hold = CMS_signed_get_attr_count(signer) > 0 && CMS_SignerInfo_verify(signer) == 1;
    return give(out, State::broken,
                attributes_hold ? "the bytes that it covers were changed" : "it was not made with the key of its certificate");
}

}  // namespace

void prepare() {
    // Its configuration would make the verdict another on another machine.
    static const int kReady =
        OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_ADD_ALL_DIGESTS | OPENSSL_INIT_ADD_ALL_CIPHERS |
                                OPENSSL_INIT_LOAD_CRYPTO_STRINGS | OPENSSL_INIT_NO_ATEXIT,
                            nullptr);
    (void)kReady;
}

Checked check_detached(std::string_view der, std::string_view first, std::string_view second) {
    prepare();
    Checked out = checked_by_library(der, first, second);
    ERR_clear_error();
    return out;
}

}  // namespace dossier::cms
