/// The sRGB profile. Written by hand: lcms2 puts the moment of making into a profile, so that no two documents would be the same.

#include "pdf/icc.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dossier::pdf {
namespace {

void u32(std::string& out, std::uint32_t v) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(static_cast<std::uint8_t>(v >> shift));
}

void u16(std::string& out, std::uint32_t v) {
    out += static_cast<char>(static_cast<std::uint8_t>(v >> 8));
    out += static_cast<char>(static_cast<std::uint8_t>(v));
}

void fixed(std::string& out, double v) { u32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(v * 65536)))); }

std::string xyz(double x, double y, double z) {
    std::string out = "XYZ ";
    u32(out, 0);
    fixed(out, x);
    fixed(out, y);
    fixed(out, z);
    return out;
}

std::string description(std::string_view ascii) {
    std::string out = "desc";
    u32(out, 0);
    u32(out, static_cast<std::uint32_t>(ascii.size() + 1));
    out += ascii;
    out += '\0';
    out.append(4 + 4 + 2 + 1 + 67, '\0');  // no Unicode and no Macintosh form
    return out;
}

std::string copyright(std::string_view ascii) {
    std::string out = "text";
    u32(out, 0);
    out += ascii;
    out += '\0';
    return out;
}

std::string curve() {
    constexpr int kPoints = 512;
    std::string out = "curv";
    u32(out, 0);
    u32(out, kPoints);
    for (int i = 0; i < kPoints; ++i) {
        const double s = static_cast<double>(i) / (kPoints - 1);
        const double linear = s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
        u16(out, static_cast<std::uint32_t>(std::lround(linear * 65535)));
    }
    return out;
}

}  // namespace

std::string srgb_profile() {
    struct Tag {
        const char* name;
        std::string data;
        std::size_t shared;  ///< index of the tag whose data it uses
    };
    const std::vector<Tag> tags{
        {"desc", description("sRGB IEC61966-2.1"), 0},
        {"cprt", copyright("No copyright, use freely"), 1},
        {"wtpt", xyz(0.9642, 1.0, 0.8249), 2},
        {"rXYZ", xyz(0.4360747, 0.2225045, 0.0139322), 3},
        {"gXYZ", xyz(0.3850649, 0.7168786, 0.0971045), 4},
        {"bXYZ", xyz(0.1430804, 0.0606169, 0.7141733), 5},
        {"rTRC", curve(), 6},
        {"gTRC", {}, 6},
        {"bTRC", {}, 6},
    };
    const std::size_t table = 128 + 4 + 12 * tags.size();
    std::string body;
    std::vector<std::size_t> offset, size;
    for (const Tag& t : tags) {
        offset.push_back(table + body.size());
        size.push_back(t.data.size());
        body += t.data;
        while (body.size() % 4 != 0) body += '\0';
    }
    std::string out;
    u32(out, static_cast<std::uint32_t>(table + body.size()));
    u32(out, 0);           // no preferred module
    u32(out, 0x02100000);  // version 2.1
    out += "mntrRGB XYZ ";
    for (const std::uint32_t v : {2000U, 1U, 1U, 0U, 0U, 0U}) u16(out, v);
    out += "acsp";
    out.append(4 * 6, '\0');  // platform, flags, manufacturer, model, attributes
    u32(out, 0);              // perceptual
    fixed(out, 0.9642);
    fixed(out, 1.0);
    fixed(out, 0.8249);
    out.resize(128, '\0');
    u32(out, static_cast<std::uint32_t>(tags.size()));
    for (const Tag& t : tags) {
        out += t.name;
        u32(out, static_cast<std::uint32_t>(offset[t.shared]));
        u32(out, static_cast<std::uint32_t>(size[t.shared]));
    }
    return out + body;
}

}  // namespace dossier::pdf
