#include "layout/layout.hpp"
#include "markup/markup.hpp"

#include <algorithm>
#include <memory>
#include <qrencode.h>

namespace dossier::layout {
namespace {

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;
using Input = std::unique_ptr<QRinput, decltype(&QRinput_free)>;

Code encode(std::string_view text, QRecLevel level, int version) {
    const Input input(QRinput_new2(version, level), QRinput_free);
    const bool letters = std::all_of(text.begin(), text.end(), markup::is_page_letter);
    if (!input || QRinput_append(input.get(), letters ? QR_MODE_AN : QR_MODE_8, static_cast<int>(text.size()),
                                 reinterpret_cast<const unsigned char*>(text.data())) != 0)
        return {nullptr, QRcode_free};
    return {QRcode_encodeInput(input.get()), QRcode_free};
}

/// Rows of modules as libqrencode gives them: bit 0 is ink.
PlacedCode runs_of(const QRcode& made) {
    PlacedCode code;
    code.modules = made.width;
    for (int row = 0; row < code.modules; ++row) {
        const auto dark = [&](int k) { return k < code.modules && (made.data[row * code.modules + k] & 1) != 0; };
        for (int column = 0; column < code.modules; ++column) {
            const int begin = column;
            while (dark(column)) ++column;
            if (column > begin)
                code.dark.push_back(
                    {static_cast<std::uint16_t>(row), static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(column - begin)});
        }
    }
    return code;
}

}  // namespace

std::optional<PlacedCode> qr_code(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const Code made = encode(text, QR_ECLEVEL_M, 0);
    return made ? std::optional(runs_of(*made)) : std::nullopt;
}

}  // namespace dossier::layout
