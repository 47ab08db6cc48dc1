#include "pdf/quick_deflate.hpp"

#include <doctest/doctest.h>
#include <libdeflate.h>

#include <memory>
#include <string>

namespace {

std::string packed(const std::string& bytes) {
    dossier::pdf::Buffer out;
    dossier::pdf::quick_deflate(out, bytes);
    return out.str();
}

/// What another program reads in it; libdeflate checks the sum as well.
std::string unpacked(const std::string& stream, std::size_t size) {
    const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> d(libdeflate_alloc_decompressor(),
                                                                                          libdeflate_free_decompressor);
    std::string out(size, '\0');
    std::size_t got = 0;
    if (libdeflate_zlib_decompress(d.get(), stream.data(), stream.size(), out.data(), out.size(), &got) != LIBDEFLATE_SUCCESS) return "broken";
    out.resize(got);
    return out;
}

void check(const std::string& bytes) { CHECK(unpacked(packed(bytes), bytes.size()) == bytes); }

std::string noise(std::size_t size, unsigned values) {
    std::string out;
    unsigned seed = 12345;
    while (out.size() < size) {
        seed = seed * 1103515245 + 12345;
        out += static_cast<char>(static_cast<unsigned char>((seed >> 16) % values));
    }
    return out;
}

}  // namespace

TEST_CASE("quick deflate gives back what went in") {
    check("");
    check("x");
    check("abcabcab");
    std::string all;
    for (int i = 0; i < 256; ++i) all += static_cast<char>(static_cast<unsigned char>(i));
    check(all + all + all);
    check(noise(70'000, 256));
    check(noise(200'000, 3));
    check(noise(5, 2));
}

TEST_CASE("quick deflate gives back matches of every length and distance") {
    for (std::size_t n = 1; n <= 600; ++n) check(std::string(n, 'a') + "b" + std::string(n, 'a'));
    const std::string mark = "a mark that stands in the noise but once";
    for (std::size_t gap = 1; gap < 140'000; gap = gap * 5 / 4 + 1) check(mark + noise(gap, 256) + mark);
    for (const std::size_t gap : {32'727U, 32'728U, 32'729U, 65'495U, 65'496U, 65'497U}) check(mark + noise(gap, 256) + mark);
}

TEST_CASE("quick deflate makes repetitive text much smaller") {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "<</S/TD/P " + std::to_string(100 + i) + " 0 R/K " + std::to_string(4000 - i) + " 0 R>>\n";
    CHECK(packed(text).size() < text.size() * 3 / 10);
    CHECK(packed(std::string(100'000, ' ')).size() < 1500);
}
