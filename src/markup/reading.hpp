#pragma once
/// What the parts that read the tree share, how they go from an element to those in it, and the parts. All walk with first
/// and next: pugixml's ranges make three calls more for each step.

#include "base/ascii.hpp"
#include "markup/fields.hpp"

#include <algorithm>

namespace dossier::markup {

struct Reading {
    const Places& place;
    Diagnostics& diags;
    Document& doc;
    Attributes attributes{diags};
    Fields fields{attributes, diags, doc.fields};
    std::size_t elements = 0;  ///< so far
    int heading = 0;           ///< level of the last
    bool furniture = false;    ///< inside <kop> or <voet>
};

[[nodiscard]] inline bool blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

/// The text of `node`, nullptr if it is no text.
[[nodiscard]] inline const char* text_of(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata ? node.value() : nullptr;
}

/// Element `node` in `parent`, its attributes checked. An error and nullopt if it may not stand in `inside`.
[[nodiscard]] std::optional<Element> enter(Reading& r, pugi::xml_node node, std::uint32_t inside, const Element& parent);

/// Text in an element that holds elements only is an error.
void check_no_text(Reading& r, const Element& e);

/// Calls `each` with the elements in `parent`, which holds elements only.
template <class Each> void for_elements(Reading& r, const Element& parent, Each each) {
    check_no_text(r, parent);
    for (pugi::xml_node child = parent.node.first_child(); child; child = child.next_sibling()) {
        if (child.type() != pugi::node_element) continue;
        if (const auto e = enter(r, child, parent.spec.inside, parent)) each(*e);
    }
}

/// What is in `e`: blocks as they are, text and inline elements between them in a bare paragraph.
void read_blocks(Reading& r, const Element& e, std::vector<Block>& out);
void read_table(Reading& r, const Element& e, Block& b);
/// Columns side by side: <rij>.
void read_columns(Reading& r, const Element& e, Block& b);

/// What is in `e`, which holds nothing but text and inline elements: a whole paragraph.
void read_text(Reading& r, const Element& e, std::vector<Inline>& out);

// A paragraph piece by piece.
void add_text(std::string_view raw, Location at, std::vector<Inline>& out);
void add_inline(Reading& r, const Element& e, std::vector<Inline>& out);
void end_text(std::vector<Inline>& text);  ///< drops the space at its end

}  // namespace dossier::markup
