/// Zip archives in memory. Written by hand on libdeflate: zip.hpp says why.

#include "exchange/zip.hpp"

#include <cstdint>
#include <libdeflate.h>
#include <memory>
#include <stdexcept>

namespace dossier::exchange {
namespace {

constexpr std::uint32_t kMidnight = 0;
constexpr std::uint32_t k1980 = (1u << 5) | 1u;  ///< 1 January, years counted from 1980
constexpr std::uint32_t kDeflated = 8;

void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xff);
}

std::uint32_t size32(std::size_t size) {
    if (size > 0xffff'ffffu) throw std::length_error("zip archive over 4 GiB");
    return static_cast<std::uint32_t>(size);
}

std::string deflated(const std::string& bytes) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(libdeflate_alloc_compressor(9),
                                                                                                   &libdeflate_free_compressor);
    if (!compressor) throw std::bad_alloc();
    std::string out(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
    out.resize(libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    return out;
}

}  // namespace

std::string write_zip(const std::vector<std::pair<std::string, std::string>>& files) {
    if (files.size() > 0xffff) throw std::length_error("zip archive of more than 65,535 files");
    std::string out;
    std::string directory;
    for (const auto& [name, bytes] : files) {
        const std::string packed = deflated(bytes);
        std::string facts;  // what both headers of a file say
        put(facts, 20, 2);  // version needed: 2.0
        put(facts, 0, 2);
        put(facts, kDeflated, 2);
        put(facts, kMidnight, 2);
        put(facts, k1980, 2);
        put(facts, libdeflate_crc32(0, bytes.data(), bytes.size()), 4);
        put(facts, size32(packed.size()), 4);
        put(facts, size32(bytes.size()), 4);
        put(facts, static_cast<std::uint32_t>(name.size()), 2);
        put(facts, 0, 2);  // no extra field

        const std::uint32_t offset = size32(out.size());
        put(directory, 0x02014b50, 4);
        put(directory, 20, 2);
        directory += facts;
        put(directory, 0, 2);  // no comment
        put(directory, 0, 2);  // disk
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, offset, 4);
        directory += name;

        put(out, 0x04034b50, 4);
        out += facts;
        out += name;
        out += packed;
    }
    const std::uint32_t start = size32(out.size());
    out += directory;
    put(out, 0x06054b50, 4);
    put(out, 0, 4);  // disks
    put(out, static_cast<std::uint32_t>(files.size()), 2);
    put(out, static_cast<std::uint32_t>(files.size()), 2);
    put(out, size32(directory.size()), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace dossier::exchange
