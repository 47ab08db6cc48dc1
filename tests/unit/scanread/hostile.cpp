#include "hostile.hpp"

#include "../common/raw_pdf.hpp"
#include "form.hpp"

#include <zlib.h>

#include <cstdint>
#include <random>

namespace dossier::test {
namespace {

std::string number(std::uint64_t value, std::size_t bytes, bool big) {
    std::string out;
    for (std::size_t i = 0; i < bytes; ++i) out += static_cast<char>(static_cast<unsigned char>(value >> (8 * (big ? bytes - 1 - i : i))));
    return out;
}

std::string deflated(const std::string& bytes) {
    std::string out(compressBound(bytes.size()), '\0');
    uLongf size = out.size();
    compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 9);
    return out.substr(0, size);
}

std::string chunk(const std::string& name, const std::string& data) {
    const std::string both = name + data;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(both.data()), static_cast<uInt>(both.size()));
    return number(data.size(), 4, true) + both + number(sum, 4, true);
}
/// `colour` as PNG has it: 0 grey, 2 RGB.
std::string png(std::uint32_t width, std::uint32_t height, int bits, int colour, const std::string& pixels, bool interlaced = false) {
    const std::string header = number(width, 4, true) + number(height, 4, true) + static_cast<char>(bits) + static_cast<char>(colour) +
                               std::string(2, '\0') + static_cast<char>(interlaced);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("IDAT", deflated(pixels)) + chunk("IEND", "");
}

struct Entry {
    std::uint32_t tag, kind, count, value;
};
/// A directory of a TIFF in the order of bytes of Intel, and where the next one is.
std::string directory(const std::vector<Entry>& entries, std::uint32_t next) {
    std::string out = number(entries.size(), 2, false);
    for (const Entry& e : entries)
        out += number(e.tag, 2, false) + number(e.kind, 2, false) + number(e.count, 4, false) + number(e.value, 4, false);
    return out + number(next, 4, false);
}
/// One strip of grey at byte `at`.
std::vector<Entry> grey(std::uint32_t width, std::uint32_t height, std::uint32_t at, std::uint32_t bytes) {
    return {{256, 4, 1, width}, {257, 4, 1, height}, {258, 3, 1, 8},      {259, 3, 1, 1},    {262, 3, 1, 1},
            {273, 4, 1, at},    {277, 3, 1, 1},      {278, 4, 1, height}, {279, 4, 1, bytes}};
}
std::string tiff(const std::string& behind) { return std::string("II*\0", 4) + number(8, 4, false) + behind; }

std::string page_pdf(const std::string& resources, const std::string& contents, const std::vector<std::string>& more = {},
                     const std::string& box = "0 0 595 842") {
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                     "<</Type/Page/Parent 2 0 R/MediaBox[" + box + "]/Resources<<" + resources + ">>/Contents 4 0 R>>",
                                     stream(contents)};
    objects.insert(objects.end(), more.begin(), more.end());
    return raw_pdf(objects);
}

/// Bytes that look like nothing, the same in each run.
std::string noise(std::size_t size, unsigned seed) {
    std::mt19937 random(seed);
    std::string out;
    while (out.size() < size) out += static_cast<char>(random() & 0xFF);
    return out;
}

/// Forms that draw each other twice, the last a square: 2^29 of it. They are the objects from `first` on.
std::vector<std::string> doubling(std::size_t first) {
    const std::string form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]";
    std::vector<std::string> out;
    for (std::size_t next = first + 1; next < first + 30; ++next)
        out.push_back(stream("/F Do /F Do", form + "/Resources<</XObject<</F " + std::to_string(next) + " 0 R>>>>"));
    out.push_back(stream("0 0 9 9 re f", form));
    return out;
}

using Named = std::vector<std::pair<std::string, std::string>>;

void add_pngs(Named& all) {
    all.emplace_back("a PNG of 40,000 by 40,000 that has no pixels", png(40'000, 40'000, 8, 0, ""));
    all.emplace_back("a PNG of two thousand million", png(2'147'483'647, 1, 8, 2, ""));
    all.emplace_back("a PNG without size", png(0, 0, 8, 0, ""));
    all.emplace_back("a PNG of 20,000 by 20,000", png(20'000, 20'000, 1, 0, std::string(std::size_t{20'000} * 2501, '\0')));
    all.emplace_back("a PNG of one colour, as large as may be", png(12'000, 10'000, 1, 0, std::string(std::size_t{10'000} * 1501, '\0')));
    all.emplace_back("a PNG in colour, as large as may be", png(12'000, 10'000, 8, 2, std::string(std::size_t{10'000} * 36'001, '\0')));
    all.emplace_back("a PNG that is interlaced, as large as may be",
                     png(12'000, 10'000, 8, 2, std::string(std::size_t{10'000} * 36'001, '\0'), true));
    all.emplace_back("a PNG of one line", png(30'000, 1, 8, 0, std::string(30'001, '\0')));
    all.emplace_back("a PNG of one pixel", png(1, 1, 8, 0, std::string(2, '\0')));
}

void add_tiffs(Named& all) {
    const std::string pixels(100, '\xff');
    all.emplace_back("a TIFF whose directories are a circle",
                     tiff(directory(grey(10, 10, 300, 100), 150) + std::string(150 - 8 - 114, ' ') + directory(grey(10, 10, 300, 100), 8) +
                          std::string(300 - 150 - 114, ' ') + pixels));
    all.emplace_back("a TIFF whose directory follows itself", tiff(directory(grey(10, 10, 122, 100), 8) + pixels));
    all.emplace_back("a TIFF of 40,000 by 40,000", tiff(directory(grey(40'000, 40'000, 122, 100), 0) + pixels));
    all.emplace_back("a TIFF of 10,000 by 10,000 that has no pixels", tiff(directory(grey(10'000, 10'000, 122, 100), 0) + pixels));
    all.emplace_back("a TIFF with a strip outside it", tiff(directory(grey(10, 10, 0xFFFFFFF0, 0xFFFFFFFF), 0)));
    all.emplace_back("a TIFF whose directory is outside it", std::string("II*\0\xf0\xff\xff\xff", 8));
    all.emplace_back("a TIFF whose directory never ends", tiff(number(65'535, 2, false) + "en meer"));
    all.emplace_back("a TIFF with a million strips claimed", [&] {
        auto entries = grey(1'000, 1'000, 122, 100);
        entries[5].count = entries[8].count = 1'000'000;
        entries[7].value = 1;
        return tiff(directory(entries, 0) + pixels);
    }());
    // Six directories to a hundred bytes, none of which has a picture.
    std::string many = tiff("");
    for (std::uint32_t i = 0; i < 100'000; ++i) many += directory({}, static_cast<std::uint32_t>(many.size()) + 6);
    all.emplace_back("a TIFF of a hundred thousand directories", many);
}

void add_pdfs(Named& all) {
    const std::string image = "/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8";
    all.emplace_back("a PDF with a picture of 10,000 by 10,000 that has no pixels",
                     page_pdf("/XObject<</I 5 0 R>>", "595 0 0 842 0 0 cm /I Do", {stream("", image + "/Width 10000/Height 10000")}));
    all.emplace_back("a PDF with a JPEG that is none",
                     page_pdf("/XObject<</I 5 0 R>>", "595 0 0 842 0 0 cm /I Do",
                              {stream("\xff\xd8\xff\xe0" + noise(1000, 1), image + "/Width 1000/Height 1000/Filter/DCTDecode")}));
    for (const char* filter : {"JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "LZWDecode", "FlateDecode", "RunLengthDecode"})
        all.emplace_back(std::string("a PDF with noise as ") + filter,
                         page_pdf("/XObject<</I 5 0 R>>", "595 0 0 842 0 0 cm /I Do",
                                  {stream(noise(5000, 2), image + "/Width 1000/Height 1000/Filter/" + filter)}));
    for (const char* box : {"0 0 0 0", "0 0 1e30 1e30", "0 0 14400 0.001", "-1e9 -1e9 1e9 1e9", "nan nan nan nan", "0 0 20 14400"})
        all.emplace_back(std::string("a PDF of the size ") + box, page_pdf("", "0 0 9 9 re f", {}, box));
    all.emplace_back("a PDF whose form draws itself",
                     page_pdf("/XObject<</F 5 0 R>>", "/F Do",
                              {stream("/F Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>")}));
    all.emplace_back("a PDF with letters of fonts that are not in it",
                     page_pdf("/Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>/Z<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>"
                              "/U<</Type/Font/Subtype/TrueType/BaseFont/Niets>>>>",
                              "BT /H 40 Tf 50 500 Td (Niets) Tj /Z 40 Tf (4) Tj /U 40 Tf (x) Tj ET"));
    all.emplace_back("a PDF whose pages are in a circle",
                     raw_pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 4/Kids[3 0 R 2 0 R]>>",
                              "<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>"}));
    all.emplace_back("a PDF that says it has two thousand million pages",
                     raw_pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2147483647/Kids[]>>"}));
    all.emplace_back("a PDF that is only its end", "%PDF-1.4\n%%EOF\n");
    all.emplace_back("a PDF of brackets", "%PDF-1.4\n1 0 obj\n" + std::string(1'000'000, '[') + "\n%%EOF\n");
}

/// Each whole picture, cut off at many places.
void add_cut(Named& all) {
    const auto cut = [&all](const std::string& name, const std::string& whole, std::size_t times) {
        for (std::size_t i = 0; i < times; ++i) {
            const std::size_t size = whole.size() * i / times;
            all.emplace_back(name + " of which " + std::to_string(size) + " bytes are left", whole.substr(0, size));
        }
    };
    // Of a TIFF the last bytes may be what a picture can do without.
    const auto cut_little = [&all](const std::string& name, const std::string& whole) {
        for (std::size_t gone = 13; gone <= 20; ++gone)
            all.emplace_back(name + " of which " + std::to_string(gone) + " bytes are gone", whole.substr(0, whole.size() - gone));
    };
    cut("a PDF", form().pdf, 20);
    cut("a PNG", picture(0, Kind::png, 0.5), 10);
    cut("a JPEG", picture(0, Kind::jpeg, 0.5), 10);
    cut("a TIFF", picture(0, Kind::tiff, 0.5), 10);
    cut("a fax", picture(0, Kind::tiff_fax), 10);
    cut_little("a PDF", form().pdf);
    cut_little("a PNG", picture(0, Kind::png, 0.5));
    cut_little("a JPEG", picture(0, Kind::jpeg, 0.5));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> hostile_pictures() {
    Named all;
    add_cut(all);
    add_pngs(all);
    add_tiffs(all);
    add_pdfs(all);
    all.emplace_back("nothing", "");
    all.emplace_back("text", "Dit is geen plaatje.\n");
    for (const char* begin : {"", "\xff\xd8\xff", "\x89PNG\r\n\x1a\n", "MM", "%PDF-1.7\n"})
        for (unsigned seed = 0; seed < 5; ++seed)
            all.emplace_back("noise behind " + std::string(begin), begin + noise(20'000, seed) + "\xff\xd9%%EOF");
    return all;
}

std::string slow_pdf() {
    std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
                                     "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Resources<</XObject<</F 6 0 R>>>>/Contents 5 0 R>>",
                                     "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>", stream("/F Do")};
    for (std::string& form : doubling(6)) objects.push_back(std::move(form));
    return raw_pdf(objects);
}

}  // namespace dossier::test
