#pragma once
/// What each part of the importer needs of the file: its elements, its tables and the names of its profielen. Private to `sbb`.

#include "phrases/audience.hpp"
#include "sbb/tree.hpp"

#include <vector>

namespace dossier::sbb {

struct ImportFile {
    SbbTree tree;
    SbbTable competenties, kennis, categorieen;
    SbbTable profielcodes;                     ///< the code, by number
    std::vector<phrases::NamedProfiel> namen;  ///< of the profielen

    ImportFile(const xml::XmlDocument& xml, Diagnostics& diagnostics) : tree(xml, diagnostics) {}

    /// The text of `node` as long text; empty if there is no node.
    [[nodiscard]] model::Tekst rich(pugi::xml_node node);
    /// The number of a chapter, which gives the code its last part.
    [[nodiscard]] int chapter(pugi::xml_node node, std::size_t position);
    [[nodiscard]] Diagnostics& diagnostics() { return tree.diagnostics(); }
};

}  // namespace dossier::sbb
