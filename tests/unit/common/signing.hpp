#pragma once
/// Makes signatures as a program for PDFs does, with a key of its own.

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <string>

namespace dossier::test {

/// A key and a certificate that it signed itself, for `name`. One for the whole program.
struct Signer {
    EVP_PKEY* key;
    X509* certificate = X509_new();

    explicit Signer(const std::string& name, EVP_PKEY* own = EVP_EC_gen("P-256")) : key(own) {
        X509_set_version(certificate, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), -86400);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
        X509_set_pubkey(certificate, key);
        X509_NAME* subject = X509_get_subject_name(certificate);
        X509_NAME_add_entry_by_txt(subject, "O", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("School"), -1, -1, 0);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
        X509_set_issuer_name(certificate, subject);
        X509_sign(certificate, key, EVP_sha256());
    }
    Signer(const Signer&) = delete;
    Signer& operator=(const Signer&) = delete;
    ~Signer() {
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
};

inline std::string der_of(CMS_ContentInfo* message) {
    unsigned char* bytes = nullptr;
    const int length = i2d_CMS_ContentInfo(message, &bytes);
    const std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    OPENSSL_free(bytes);
    return out;
}

/// `more` signs too, if it is there.
inline std::string sign(const std::string& bytes, const Signer& signer, const EVP_MD* digest = EVP_sha256(), unsigned flags = CMS_DETACHED,
                        const Signer* more = nullptr) {
    const unsigned all = flags | CMS_BINARY;
    CMS_ContentInfo* message = CMS_sign(nullptr, nullptr, nullptr, nullptr, all | CMS_PARTIAL);
    CMS_add1_signer(message, signer.certificate, signer.key, digest, all);
    if (more != nullptr) CMS_add1_signer(message, more->certificate, more->key, digest, all);
    BIO* data = BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()));
    CMS_final(message, data, nullptr, all);
    const std::string out = der_of(message);
    BIO_free(data);
    CMS_ContentInfo_free(message);
    return out;
}

}  // namespace dossier::test
