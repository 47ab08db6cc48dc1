#include "pdf/quick_deflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace dossier::pdf {
namespace {

constexpr std::size_t kLongest = 258, kShortest = 4, kFarthest = 32768;
constexpr int kHashBits = 13;

/// Bits as they go into the stream, the first one lowest.
struct Code {
    std::uint32_t bits = 0;
    std::uint8_t count = 0;
};

/// Huffman codes stand in the stream with their highest bit first.
constexpr std::uint32_t reversed(std::uint32_t code, int count) {
    std::uint32_t out = 0;
    for (int i = 0; i < count; ++i) out |= (code >> i & 1) << (count - 1 - i);
    return out;
}

/// Lengths of the codes, a hexadecimal digit each, fitted to the page contents and objects of exam forms: literals by byte,
/// end of block, length symbols; distance symbols. Any text can be written in them.
constexpr std::string_view kSymbolLengths =
    "58cccccccb8cccabccaaabbbbcbbcccc4ccbabcc99cab9676555555566cc8c9c"
    "c888888998a898888c88799acca999ccc7998799a89a99789c7878aabacccccc"
    "ccccccccccccccccccccccccccccccccccccccbccccccccccccccccccccccccc"
    "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
    "bc345566767776778789a99ccccccb";
constexpr std::string_view kDistanceLengths = "ccba78666656443444444445556977";
constexpr std::size_t kEnd = 256;

constexpr std::uint8_t digit(char c) { return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10); }

/// Codes of these lengths as RFC 1951 (3.2.2) numbers them: shorter ones first, then in order of the symbols.
template <std::size_t N> constexpr std::array<Code, N> codes(std::string_view lengths) {
    std::array<Code, N> out{};
    std::uint32_t next = 0;
    for (int length = 1; length <= 15; ++length, next <<= 1)
        for (std::size_t s = 0; s < N; ++s)
            if (digit(lengths[s]) == length) out[s] = {reversed(next++, length), static_cast<std::uint8_t>(length)};
    return out;
}

constexpr bool complete(std::string_view lengths) {
    std::uint32_t sum = 0;
    for (const char c : lengths) sum += c == '0' ? 0 : 1U << (15 - digit(c));
    return sum == 1U << 15;
}
static_assert(kSymbolLengths.size() == 286 && kDistanceLengths.size() == 30 && complete(kSymbolLengths) && complete(kDistanceLengths));

constexpr auto kSymbols = codes<286>(kSymbolLengths);
constexpr auto kDistances = codes<30>(kDistanceLengths);

/// By length: symbol and extra bits in one.
constexpr std::array<Code, kLongest + 1> kLengths = [] {
    std::array<Code, kLongest + 1> out{};
    std::uint32_t length = 3;
    for (std::uint32_t s = 257; s < 285; ++s) {
        const std::uint32_t extra = s < 265 ? 0 : (s - 261) / 4;
        for (std::uint32_t i = 0; i < (1U << extra) && length < kLongest; ++i, ++length) {
            const Code code = kSymbols[s];
            out[length] = {code.bits | i << code.count, static_cast<std::uint8_t>(code.count + extra)};
        }
    }
    out[kLongest] = kSymbols[285];
    return out;
}();

Code distance_code(std::uint32_t distance) {
    const std::uint32_t d = distance - 1;
    if (d < 2) return kDistances[d];
    const int extra = std::bit_width(d) - 2;
    const std::uint32_t s = 2 * static_cast<std::uint32_t>(extra + 1) + (d >> extra & 1);
    const Code code = kDistances[s];
    return {code.bits | (d & ((1U << extra) - 1)) << code.count, static_cast<std::uint8_t>(code.count + extra)};
}

class Bits {
public:
    explicit Bits(char* at) : at_(at) {}

    /// At most 56 bits between two calls of `flush`.
    void put(Code c) {
        held_ |= std::uint64_t{c.bits} << count_;
        count_ += c.count;
    }
    /// Writes eight bytes and keeps those that are full.
    void flush() {
        std::uint64_t word = held_;
        if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
        std::memcpy(at_, &word, 8);
        const unsigned full = count_ / 8;
        at_ += full;
        held_ >>= 8 * full;
        count_ %= 8;
    }
    char* finish() {
        flush();
        if (count_ > 0) ++at_;
        return at_;
    }

private:
    char* at_;
    std::uint64_t held_ = 0;
    unsigned count_ = 0;
};

std::uint32_t four(const char* p) {
    std::uint32_t v = 0;
    std::memcpy(&v, p, 4);
    if constexpr (std::endian::native == std::endian::big) v = __builtin_bswap32(v);
    return v;
}

std::size_t same_length(const char* a, const char* b, std::size_t most) {
    std::size_t n = 0;
    for (; n + 8 <= most; n += 8) {
        std::uint64_t x = 0, y = 0;
        std::memcpy(&x, a + n, 8);
        std::memcpy(&y, b + n, 8);
        if (x == y) continue;
        const int zeros = std::endian::native == std::endian::big ? std::countl_zero(x ^ y) : std::countr_zero(x ^ y);
        return n + static_cast<std::size_t>(zeros) / 8;
    }
    while (n < most && a[n] == b[n]) ++n;
    return n;
}

/// The last place, modulo 65,536, of each hash of four bytes.
class Places {
public:
    /// How far back the four bytes at `at` may have stood before, 0: nowhere; they now stand here.
    std::size_t seen(const char* text, std::size_t at) {
        std::uint16_t& last = last_[four(text + at) * 0x9E3779B1U >> (32 - kHashBits)];
        const std::size_t back = static_cast<std::uint16_t>(at - last);
        last = static_cast<std::uint16_t>(at);
        return back <= kFarthest && back <= at ? back : 0;
    }

private:
    std::array<std::uint16_t, std::size_t{1} << kHashBits> last_{};
};

/// How the block says what its codes are: their lengths in a code of their own, in which 16 repeats the one before.
constexpr int kRepeat = 16;
constexpr std::array<int, 19> kOrder{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
constexpr std::string_view kLengthLengths = "0004434434433000300";  // of 0 to 18
static_assert(complete(kLengthLengths));

void put_header(Bits& bits) {
    constexpr auto kLengthCodes = codes<19>(kLengthLengths);
    bits.put({1, 1});  // the last block
    bits.put({2, 2});  // with codes of its own
    bits.put({static_cast<std::uint32_t>(kSymbols.size() - 257), 5});
    bits.put({static_cast<std::uint32_t>(kDistances.size() - 1), 5});
    bits.put({static_cast<std::uint32_t>(kOrder.size() - 4), 4});
    for (const int length : kOrder) {
        bits.put({digit(kLengthLengths[static_cast<std::size_t>(length)]), 3});
        bits.flush();
    }
    char before = 0;
    for (const std::string_view lengths : {kSymbolLengths, kDistanceLengths}) {
        for (std::size_t i = 0; i < lengths.size();) {
            const std::size_t end = std::min(lengths.find_first_not_of(before, i), lengths.size());
            if (end - i >= 3) {
                const auto times = static_cast<std::uint32_t>(std::min<std::size_t>(end - i, 6));
                bits.put(kLengthCodes[kRepeat]);
                bits.put({times - 3, 2});
                i += times;
            } else {
                before = lengths[i++];
                bits.put(kLengthCodes[digit(before)]);
            }
            bits.flush();
        }
    }
}

char* compress(std::string_view bytes, char* out) {
    const char* const text = bytes.data();
    const std::size_t end = bytes.size();
    Bits bits(out);
    put_header(bits);
    Places places;
    std::size_t at = 0;
    while (at + 8 <= end) {
        const std::size_t back = places.seen(text, at);
        if (back == 0 || four(text + at) != four(text + at - back)) {
            bits.put(kSymbols[static_cast<std::uint8_t>(text[at++])]);
            bits.flush();
            continue;
        }
        const std::size_t most = std::min(kLongest, end - at);
        const std::size_t length = kShortest + same_length(text + at + kShortest, text + at + kShortest - back, most - kShortest);
        bits.put(kLengths[length]);
        bits.put(distance_code(static_cast<std::uint32_t>(back)));
        bits.flush();
        // What begins within the match is found again by its last bytes.
        at += length;
        if (at + 8 <= end) {
            (void)places.seen(text, at - 2);
            (void)places.seen(text, at - 1);
        }
    }
    for (; at < end; ++at) {
        bits.put(kSymbols[static_cast<std::uint8_t>(text[at])]);
        bits.flush();
    }
    bits.put(kSymbols[kEnd]);
    return bits.finish();
}

}  // namespace

void quick_deflate(Buffer& out, std::string_view bytes) {
    // At most twelve bits for each byte, what the block begins with, checksum, and room for the last eight bytes written.
    char* at = out.room(bytes.size() + bytes.size() / 2 + 256);
    *at++ = 0x78;
    *at++ = 0x01;
    at = compress(bytes, at);
    const std::uint32_t sum = libdeflate_adler32(1, bytes.data(), bytes.size());
    for (int shift = 24; shift >= 0; shift -= 8) *at++ = static_cast<char>(static_cast<std::uint8_t>(sum >> shift));
    out.took(at);
}

}  // namespace dossier::pdf
