#include "scans/gray.hpp"

namespace dossier::scans {

Gray Gray::turned(int turns) const {
    turns = ((turns % 4) + 4) % 4;
    if (turns == 0) return *this;
    Gray out(turns == 2 ? width : height, turns == 2 ? height : width);
    // By rows of what is read; blocks keep what is written near.
    constexpr int kBlock = 32;
    for (int y0 = 0; y0 < height; y0 += kBlock)
        for (int x0 = 0; x0 < width; x0 += kBlock)
            for (int y = y0; y < std::min(y0 + kBlock, height); ++y) {
                const std::uint8_t* from = row(y);
                for (int x = x0; x < std::min(x0 + kBlock, width); ++x) {
                    if (turns == 1) out.row(x)[height - 1 - y] = from[x];
                    else if (turns == 2) out.row(height - 1 - y)[width - 1 - x] = from[x];
                    else out.row(width - 1 - x)[y] = from[x];
                }
            }
    return out;
}

}  // namespace dossier::scans
