/// Any bytes at all as pictures of forms: each page ends as a page that the protocol gives back the same, and only one with a code of ours
/// is read; and any bytes at all as what comes over in the protocol. One seed is a page whose map is here, so that changes of it get to
/// where marks are measured.

#include "scanread/codec.hpp"
#include "scans/reading.hpp"
#include "sound.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

namespace {

using namespace dossier;

constexpr std::size_t kPages = 3;  ///< that are read of each file

/// Of corpus/picture/pagina.tif: the first page of a form with six of its choices, and nothing between them.
scans::Atlas make_atlas() {
    layout::PageMap map;
    map.code = "D1:P1-BEOORDELINGSFORMULIER-B1-K1:22B3C924DB8D:1:N4M";
    map.width = 595.28F, map.height = 841.89F;
    map.code_place = {510.28F, 790.89F, 544.28F, 824.89F};
    map.marks = {{{22.7F, 810.69F, 31.2F, 819.19F},
                  {564.08F, 810.69F, 572.58F, 819.19F},
                  {22.7F, 22.7F, 31.2F, 31.2F},
                  {564.08F, 22.7F, 572.58F, 31.2F}}};
    map.choices = {{"B1-K1-W1-G1", "onvoldoende", true, 255.218F, 164.89F}, {"B1-K1-W1-G1", "voldoende", true, 296.653F, 164.89F},
                   {"B1-K1-W1-G1", "goed", true, 338.089F, 164.89F},        {"B1-K1-W1-G1", "niet-beoordeeld", true, 379.525F, 164.89F},
                   {"B1-K1-W1-G2", "onvoldoende", true, 255.218F, 118.89F}, {"B1-K1-W1-G2", "voldoende", true, 296.653F, 118.89F}};
    map.fields.resize(1);
    map.fields[0].field = "B1-K1-W1-motivering";
    map.fields[0].rect = {60, 200, 500, 260};
    map.print = {{60, 400, 500, 420}};
    scans::Atlas atlas;
    scans::add_to(atlas, {map});
    return atlas;
}

const scans::Atlas& atlas() {
    static const scans::Atlas kAtlas = [] {
        scans::prepare_pictures();
        return make_atlas();
    }();
    return kAtlas;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const scans::Atlas& maps = atlas();
    scans::Reading reading(bytes);
    for (std::size_t i = 0; i < std::min(reading.count(), kPages); ++i) {
        const scans::Page page = reading.page(i, maps, {true});
        fuzz::expect(page.number == i + 1, "a page has its number");
        fuzz::expect(page.condition != scans::Condition::read || page.answers.size() == 2,
                     "a page that is read has the answers of its map");
        fuzz::expect(scanread::decode_page(scanread::encode(page)) == page, "the protocol gives the same page back");
    }
    const auto page = scanread::decode_page(bytes);
    fuzz::expect(!page || scanread::encode(*page) == bytes, "a page has one spelling");
    const auto forms = scanread::decode_atlas(bytes);
    fuzz::expect(!forms || scanread::encode(*forms) == bytes, "an atlas has one spelling");
    return 0;
}
