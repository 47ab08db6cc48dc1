#pragma once
/// The elements of the markup: their attributes and where they may stand. One table for parsing and for messages.

#include "base/message.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::markup {

/// What kind of content a place holds; an element lists the places where it may stand as a mask of these.
enum Place : std::uint32_t {
    kRoot = 1,
    kFlow = 2,
    kFurniture = 4,
    kColumn = 8,
    kItem = 16,
    kCell = 32,
    kText = 64,
    kList = 128,
    kTable = 256,
    kSection = 512,
    kRow = 1024,
    kGrid = 2048,
    kLink = 4096,
    kSpan = 8192
};

enum class Tag : std::uint8_t {
    formulier,
    kop,
    voet,
    heading,
    p,
    list,
    li,
    strong,
    em,
    a,
    br,
    table,
    caption,
    col,
    section,
    tr,
    cell,
    input,
    textarea,
    handtekening,
    verborgen,
    hr,
    blok,
    kader,
    rij,
    kolom,
    pagina_einde,
    pagina,
    paginas,
    qr,
    img,
    span
};

struct ElementSpec {
    std::string_view name;
    Tag tag;
    std::uint32_t where;   ///< mask of Place
    std::uint32_t inside;  ///< the Place that it opens, 0: empty element
    std::vector<std::string> attributes;
    Pattern<0> parent;  ///< where it belongs, for messages
};

[[nodiscard]] std::span<const ElementSpec> elements();
[[nodiscard]] const ElementSpec* find_element(std::string_view name);

/// "<name>", as messages show it.
[[nodiscard]] std::string tag(std::string_view name);

}  // namespace dossier::markup
