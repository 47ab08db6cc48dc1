/// What each part of the importer needs of the file: its elements, its tables and the names of its profielen.

#include "sbb/import_file.hpp"

#include "sbb/rich_text.hpp"

#include <charconv>

namespace dossier::sbb {

using pugi::xml_node;

model::Tekst ImportFile::rich(xml_node node) { return node ? rich_text(tree.rich(node), tree.at(node), diagnostics()) : model::Tekst{}; }

int ImportFile::chapter(xml_node node, std::size_t position) {
    const model::Text text = tree.attribute(node, "hoofdstuk");
    int number = 0;
    const char* const end = text.value.data() + text.value.size();
    const auto [stop, error] = std::from_chars(text.value.data(), end, number);
    if (error == std::errc{} && stop == end && number >= 1 && number <= 99) return number;
    tree.warn("sbb-chapter", text.location ? text.location : tree.name(node),
              say("found hoofdstuk {}, expected a number from 1 to 99; its place counts: {}", quoted(text.value), position));
    return static_cast<int>(position);
}

}  // namespace dossier::sbb
