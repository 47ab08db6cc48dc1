#include "markup/schema.hpp"

#include <unordered_map>

namespace dossier::markup {
namespace {

constexpr std::uint32_t kBlocks = kRoot | kFlow;
constexpr std::uint32_t kMixed = kRoot | kFlow | kFurniture | kColumn | kItem | kCell | kText | kLink | kSpan;
constexpr std::uint32_t kFields = kRoot | kFlow | kColumn | kItem | kCell | kText;

const std::vector<ElementSpec>& table() {
    static const std::vector<ElementSpec> all{
        {"formulier", Tag::formulier, 0, kRoot, {"lang", "titel", "onderwerp", "liggend", "accent", "paginacode"}, "the top"},
        {"kop", Tag::kop, kRoot, kFurniture, {"vanaf-pagina"}, "<formulier>"},
        {"voet", Tag::voet, kRoot, kFurniture, {}, "<formulier>"},
        {"h1", Tag::heading, kBlocks | kColumn, kText, {"bladwijzer"}, "<formulier>, <blok>, <kader> or <kolom>"},
        {"h2", Tag::heading, kBlocks | kColumn, kText, {"bladwijzer"}, "<formulier>, <blok>, <kader> or <kolom>"},
        {"h3", Tag::heading, kBlocks | kColumn, kText, {"bladwijzer"}, "<formulier>, <blok>, <kader> or <kolom>"},
        {"h4", Tag::heading, kBlocks | kColumn, kText, {"bladwijzer"}, "<formulier>, <blok>, <kader> or <kolom>"},
        {"p", Tag::p, kBlocks | kFurniture | kColumn | kItem | kCell, kText, {"class"}, "a block, a cell or an item"},
        {"ul", Tag::list, kBlocks | kColumn | kItem | kCell, kList, {}, "a block, a cell or an item"},
        {"ol", Tag::list, kBlocks | kColumn | kItem | kCell, kList, {}, "a block, a cell or an item"},
        {"li", Tag::li, kList, kItem, {}, "<ul> or <ol>"},
        {"strong", Tag::strong, kMixed, kText, {}, "text"},
        {"em", Tag::em, kMixed, kText, {}, "text"},
        {"span",
         Tag::span,
         kMixed & ~(kSpan | kFurniture),
         kSpan,
         {"lang", "betekent"},
         "text, not in another <span> and not in <kop> or <voet>"},
        {"a", Tag::a, kMixed & ~(kLink | kSpan | kFurniture), kLink, {"href"}, "text"},
        {"br", Tag::br, kMixed, 0, {}, "text"},
        {"table", Tag::table, kBlocks, kTable, {"class"}, "<formulier>, <blok> or <kader>"},
        {"caption", Tag::caption, kTable, kText, {}, "<table>"},
        {"col", Tag::col, kTable, 0, {"width"}, "<table>"},
        {"thead", Tag::section, kTable, kSection, {}, "<table>"},
        {"tbody", Tag::section, kTable, kSection, {}, "<table>"},
        {"tr", Tag::tr, kSection | kTable, kRow, {"class"}, "<table>, <thead> or <tbody>"},
        {"th", Tag::cell, kRow, kCell, {"scope", "colspan", "align"}, "<tr>"},
        {"td", Tag::cell, kRow, kCell, {"colspan", "align"}, "<tr>"},
        {"input",
         Tag::input,
         kFields,
         0,
         {"type", "name", "group", "label", "value", "checked", "required", "readonly", "width", "lines", "maxlength", "klassenlijst"},
         "text"},
        {"textarea",
         Tag::textarea,
         kFields,
         kText,
         {"name", "label", "rows", "width", "required", "readonly", "maxlength", "klassenlijst"},
         "text"},
        {"handtekening", Tag::handtekening, kFields, 0, {"name", "label", "width", "required"}, "text"},
        {"verborgen", Tag::verborgen, kBlocks, 0, {"name", "value", "label", "klassenlijst"}, "<formulier>"},
        {"hr", Tag::hr, kBlocks | kFurniture | kColumn, 0, {}, "<formulier>"},
        {"blok", Tag::blok, kBlocks, kFlow, {}, "<formulier>"},
        {"kader", Tag::kader, kBlocks, kFlow, {"class"}, "<formulier> or <blok>"},
        {"rij", Tag::rij, kBlocks | kFurniture, kGrid, {}, "<formulier>, <blok>, <kader>, <kop> or <voet>"},
        {"kolom", Tag::kolom, kGrid, kColumn, {"width", "align"}, "<rij>"},
        {"pagina-einde", Tag::pagina_einde, kRoot, 0, {}, "<formulier>"},
        {"pagina", Tag::pagina, kFurniture | kColumn | kText, 0, {}, "<kop> or <voet>"},
        {"paginas", Tag::paginas, kFurniture | kColumn | kText, 0, {}, "<kop> or <voet>"},
        {"qr", Tag::qr, kFields, 0, {"value", "label", "width"}, "text"},
        {"img", Tag::img, kFields, 0, {"src", "alt", "width"}, "text"},
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
