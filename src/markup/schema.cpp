#include "markup/schema.hpp"

#include <unordered_map>

namespace dossier::markup {
namespace {

constexpr std::uint32_t kBlocks = kRoot | kFlow;
constexpr std::uint32_t kMixed = kRoot | kFlow | kFurniture | kColumn | kItem | kCell | kText | kLink | kSpan;
constexpr std::uint32_t kFields = kRoot | kFlow | kColumn | kItem | kCell | kText;

const std::vector<ElementSpec>& table() {
    static const std::vector<ElementSpec> all{
        {"formulier", Tag::formulier, 0, kRoot, {"lang", "titel", "onderwerp", "liggend", "accent", "paginacode"}, say("the top")},
        {"kop", Tag::kop, kRoot, kFurniture, {"vanaf-pagina"}, say("<formulier>")},
        {"voet", Tag::voet, kRoot, kFurniture, {}, say("<formulier>")},
        {"h1", Tag::heading, kBlocks | kColumn, kText, {"bladwijzer"}, say("<formulier>, <blok>, <kader> or <kolom>")},
        {"h2", Tag::heading, kBlocks | kColumn, kText, {"bladwijzer"}, say("<formulier>, <blok>, <kader> or <kolom>")},
        {"h3", Tag::heading, kBlocks | kColumn, kText, {"bladwijzer"}, say("<formulier>, <blok>, <kader> or <kolom>")},
        {"h4", Tag::heading, kBlocks | kColumn, kText, {"bladwijzer"}, say("<formulier>, <blok>, <kader> or <kolom>")},
        {"p", Tag::p, kBlocks | kFurniture | kColumn | kItem | kCell, kText, {"class"}, say("a block, a cell or an item")},
        {"ul", Tag::list, kBlocks | kColumn | kItem | kCell, kList, {}, say("a block, a cell or an item")},
        {"ol", Tag::list, kBlocks | kColumn | kItem | kCell, kList, {}, say("a block, a cell or an item")},
        {"li", Tag::li, kList, kItem, {}, say("<ul> or <ol>")},
        {"strong", Tag::strong, kMixed, kText, {}, say("text")},
        {"em", Tag::em, kMixed, kText, {}, say("text")},
        {"span",
         Tag::span,
         kMixed & ~(kSpan | kFurniture),
         kSpan,
         {"lang", "betekent"},
         say("text, not in another <span> and not in <kop> or <voet>")},
        {"a", Tag::a, kMixed & ~(kLink | kSpan | kFurniture), kLink, {"href"}, say("text")},
        {"br", Tag::br, kMixed, 0, {}, say("text")},
        {"table", Tag::table, kBlocks, kTable, {"class"}, say("<formulier>, <blok> or <kader>")},
        {"caption", Tag::caption, kTable, kText, {}, say("<table>")},
        {"col", Tag::col, kTable, 0, {"width"}, say("<table>")},
        {"thead", Tag::section, kTable, kSection, {}, say("<table>")},
        {"tbody", Tag::section, kTable, kSection, {}, say("<table>")},
        {"tr", Tag::tr, kSection | kTable, kRow, {"class"}, say("<table>, <thead> or <tbody>")},
        {"th", Tag::cell, kRow, kCell, {"scope", "colspan", "align"}, say("<tr>")},
        {"td", Tag::cell, kRow, kCell, {"colspan", "align"}, say("<tr>")},
        {"input",
         Tag::input,
         kFields,
         0,
         {"type", "name", "group", "label", "value", "checked", "required", "readonly", "width", "lines", "maxlength", "klassenlijst"},
         say("text")},
        {"textarea",
         Tag::textarea,
         kFields,
         kText,
         {"name", "label", "rows", "width", "required", "readonly", "maxlength", "klassenlijst"},
         say("text")},
        {"handtekening", Tag::handtekening, kFields, 0, {"name", "label", "width", "required"}, say("text")},
        {"verborgen", Tag::verborgen, kBlocks, 0, {"name", "value", "label", "klassenlijst"}, say("<formulier>")},
        {"hr", Tag::hr, kBlocks | kFurniture | kColumn, 0, {}, say("<formulier>")},
        {"blok", Tag::blok, kBlocks, kFlow, {}, say("<formulier>")},
        {"kader", Tag::kader, kBlocks, kFlow, {"class"}, say("<formulier> or <blok>")},
        {"rij", Tag::rij, kBlocks | kFurniture, kGrid, {}, say("<formulier>, <blok>, <kader>, <kop> or <voet>")},
        {"kolom", Tag::kolom, kGrid, kColumn, {"width", "align"}, say("<rij>")},
        {"pagina-einde", Tag::pagina_einde, kRoot, 0, {}, say("<formulier>")},
        {"pagina", Tag::pagina, kFurniture | kColumn | kText, 0, {}, say("<kop> or <voet>")},
        {"paginas", Tag::paginas, kFurniture | kColumn | kText, 0, {}, say("<kop> or <voet>")},
        {"qr", Tag::qr, kFields, 0, {"value", "label", "width"}, say("text")},
        {"img", Tag::img, kFields, 0, {"src", "alt", "width"}, say("text")},
    };
    return all;
}

}  // namespace

std::span<const ElementSpec> elements() { return table(); }

const ElementSpec* find_element(std::string_view name) {
    static const auto by_name = [] {
        std::unordered_map<std::string_view, const ElementSpec*> out;
        for (const ElementSpec& e : table()) out.emplace(e.name, &e);
        return out;
    }();
    const auto found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
}

std::string tag(std::string_view name) { return "<" + std::string(name) + ">"; }

}  // namespace dossier::markup
