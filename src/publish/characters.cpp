#include "publish/characters.hpp"

#include "model/fields.hpp"

#include <cstdio>
#include <optional>

namespace dossier::publish {
namespace {

class Visitor {
public:
    Visitor(const layout::Fonts& fonts, Diagnostics& diagnostics) : fonts_(fonts), diagnostics_(diagnostics) {}

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
            if (c >= 0x80 && !fonts_.covers(c)) return c;
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
        char number[16];
        std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(*missing));
        std::string shown;
        append_utf8(shown, *missing);
        if (at.source) narrow(shown, at);
        diagnostics_.error("missing-character", at, "no font has the character " + dossier::quoted(shown) + " (" + number + ") for the PDF forms",
                           {"write it in another way"});
    }
    /// To the character itself, where the value stands in the source as it is.
    static void narrow(const std::string& shown, Location& at) {
        const std::size_t found = at.source->text.find(shown, at.begin);
        if (found == std::string::npos || found >= at.end) return;
        at.begin = static_cast<std::uint32_t>(found);
        at.end = static_cast<std::uint32_t>(found + shown.size());
    }

    const layout::Fonts& fonts_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_characters(const model::Dossier& dossier, const layout::Fonts& fonts, Diagnostics& diagnostics) {
    Visitor visitor(fonts, diagnostics);
    model::Dossier::fields(visitor, dossier);
}

}  // namespace dossier::publish
