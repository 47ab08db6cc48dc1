#include "make/characters.hpp"

#include "make/make.hpp"
#include "model/fields.hpp"
#include "unicode/unicode.hpp"

#include <memory>
#include <optional>

namespace dossier::make {
namespace {

class Visitor {
public:
    Visitor(const std::function<const layout::Fonts&()>& fonts, Diagnostics& diagnostics) : fonts_(fonts), diagnostics_(diagnostics) {}

    void required(std::string_view, const auto& field, const model::Veld&) { visit(field); }
    void optional(std::string_view, const auto& field, const model::Veld&) { visit(field); }
    void list(std::string_view, std::string_view, const auto& items, const model::Veld&) {
        for (const auto& item : items) visit(item);
    }

private:
    void visit(const model::Getal&) {}
    void visit(const model::Text& text) { judge(first_missing(text.value), text.location); }
    void visit(const model::Tekst& tekst) {
        for (const model::Blok& blok : tekst.blokken)
            if (const auto c = first_missing(blok)) return judge(c, tekst.location);
    }
    template <model::Record T> void visit(const T& record) { T::fields(*this, record); }

    [[nodiscard]] std::optional<char32_t> first_missing(std::string_view text) const {
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = decode_utf8(text, at);
            if (!surely_printable(c) && !fonts_().covers(c)) return c;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<char32_t> first_missing(const model::Blok& blok) const {
        if (const auto c = first_missing(blok.tekst)) return c;
        for (const model::Punt& punt : blok.punten) {
            if (const auto c = first_missing(punt.tekst)) return c;
            for (const model::Blok& under : punt.onder)
                if (const auto c = first_missing(under)) return c;
        }
        return std::nullopt;
    }

    void judge(std::optional<char32_t> missing, Location at) {
        if (!missing) return;
        std::string shown;
        append_utf8(shown, *missing);
        if (at.source) narrow(shown, at);
        diagnostics_.error(
            "missing-character", at,
            say("no font has the character {} ({}) for the PDF forms", dossier::quoted(shown), unicode::code_point_name(*missing)),
            {say("write it in another way")});
    }
    /// To the character itself, where the value stands in the source as it is.
    static void narrow(const std::string& shown, Location& at) {
        const std::size_t found = at.source->text.find(shown, at.begin);
        if (found == std::string::npos || found >= at.end) return;
        at.begin = static_cast<std::uint32_t>(found);
        at.end = static_cast<std::uint32_t>(found + shown.size());
    }

    const std::function<const layout::Fonts&()>& fonts_;
    Diagnostics& diagnostics_;
};

}  // namespace

bool surely_printable(char32_t c) {
    if (c < 0x80) return true;
    if (c >= 0xA0 && c <= 0xFF) return true;
    switch (c) {
        case 0x2013:
        case 0x2014:  // dashes
        case 0x2018:
        case 0x2019:
        case 0x201C:
        case 0x201D:
        case 0x201E:  // quotes
        case 0x2022:
        case 0x2026:
        case 0x20AC: return true;
        default: return false;
    }
}

void check_printable(const model::Dossier& dossier, Diagnostics& diagnostics) {
    std::unique_ptr<layout::Fonts> fonts;
    const auto made = [&]() -> const layout::Fonts& {
        if (!fonts) fonts = std::make_unique<layout::Fonts>();
        return *fonts;
    };
    check_characters(dossier, made, diagnostics);
}

void check_characters(const model::Dossier& dossier, const std::function<const layout::Fonts&()>& fonts, Diagnostics& diagnostics) {
    Visitor visitor(fonts, diagnostics);
    model::Dossier::fields(visitor, dossier);
}

}  // namespace dossier::make
