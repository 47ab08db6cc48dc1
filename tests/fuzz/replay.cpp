/// Runs a fuzz target without a fuzzing compiler: over each file of the folders given, and over changes of it that are the
/// same in every run. The target aborts when something is wrong; one input may take no more than kSlowest. To find the
/// input that aborts, name a file in DOSSIER_FUZZ_LAST: each input is written there before it is tried.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kChanges = 300;  ///< of each seed
constexpr std::size_t kLargestChanged = 4096;
constexpr std::chrono::seconds kSlowest{10};

/// xorshift64*: the same numbers everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t n) {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return n == 0 ? 0 : static_cast<std::size_t>((state_ * 0x2545F4914F6CDD1DULL) >> 33) % n;
    }

private:
    std::uint64_t state_;
};

/// One to four small changes: a byte, a piece gone, a piece twice, a piece of another seed, an indent.
std::string changed(const std::string& seed, const std::string& other, Random& random) {
    static const std::string kSpecial = "\n\n  \"'-:#[]{},&*!|>%@`<?/=\t\r\\\x80\xff";
    std::string s = seed;
    const std::size_t changes = 1 + random.below(4);
    for (std::size_t c = 0; c < changes; ++c) {
        const std::size_t at = random.below(s.size() + 1);
        const std::size_t length = std::min(1 + random.below(24), s.size() - at);
        switch (random.below(6)) {
            case 0: s.insert(at, 1, kSpecial[random.below(kSpecial.size())]); break;
            case 1:
                if (at < s.size()) s[at] = kSpecial[random.below(kSpecial.size())];
                break;
            case 2: s.erase(at, length); break;
            case 3: s.insert(at, s.substr(at, length)); break;
            case 4:
                if (!other.empty()) s.insert(at, other.substr(random.below(other.size()), 1 + random.below(60)));
                break;
            default: s.insert(at, 1 + random.below(3), ' '); break;
        }
    }
    return s;
}

bool run(const std::string& input, const std::string& name) {
    const auto start = std::chrono::steady_clock::now();
    if (const char* file = std::getenv("DOSSIER_FUZZ_LAST")) std::ofstream(file, std::ios::binary) << input;
    (void)LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    if (std::chrono::steady_clock::now() - start < kSlowest) return true;
    std::fprintf(stderr, "too slow: %s\n", name.c_str());
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < argc; ++i) {
        if (!std::filesystem::is_directory(argv[i])) {
            files.emplace_back(argv[i]);
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> seeds;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    std::size_t count = 0;
    bool good = !seeds.empty();
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        good = run(seeds[i], files[i].string()) && good;
        ++count;
        if (seeds[i].size() > kLargestChanged) continue;
        Random random(0x9E3779B97F4A7C15ULL + i);
        for (int c = 0; c < kChanges; ++c, ++count)
            good = run(changed(seeds[i], seeds[random.below(seeds.size())], random), files[i].string() + " changed " + std::to_string(c)) &&
                   good;
    }
    std::printf("%zu seeds, %zu inputs\n", seeds.size(), count);
    return good ? 0 : 1;
}
