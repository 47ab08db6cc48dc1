/// Hashes, and bytes as letters: by nettle.

#include "base/base.hpp"

#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>

namespace dossier {
namespace {

const std::uint8_t* raw(std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), raw(bytes));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> out{};
    sha256_digest(&context, out.size(), out.data());
    return out;
}

std::string hex(std::span<const std::uint8_t> bytes) {
    std::string out(BASE16_ENCODE_LENGTH(bytes.size()), '\0');
    base16_encode_update(out.data(), bytes.size(), bytes.data());
    return out;
}

std::string short_hash(std::string_view bytes, std::size_t letters) {
    const auto sum = sha256(bytes);
    std::string out;
    unsigned waiting = 0, bits = 0;
    for (std::size_t at = 0; out.size() < letters && at < sum.size();) {
        waiting = (waiting << 8U) | sum[at++];
        for (bits += 8; bits >= 5 && out.size() < letters; bits -= 5) out += kBase32[(waiting >> (bits - 5)) & 31U];
        waiting &= (1U << bits) - 1;
    }
    return out;
}

std::string base64(std::span<const std::uint8_t> bytes) {
    std::string out(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
    base64_encode_raw(out.data(), bytes.size(), bytes.data());
    return out;
}

std::string base64(std::string_view bytes) { return base64(std::span(raw(bytes), bytes.size())); }

}  // namespace dossier
