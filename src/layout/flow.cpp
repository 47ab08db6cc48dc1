#include "layout/flow.hpp"

#include "layout/column.hpp"

namespace dossier::layout {

float height_of(std::span<const Slice> slices) {
    float h = 0;
    for (std::size_t i = 0; i < slices.size(); ++i) h += slices[i].height + (i > 0 ? slices[i].gap : 0);
    return h;
}

int add_element(Pages& pages, Role role, int parent, bool attach) {
    const int index = static_cast<int>(pages.elements.size());
    Element e;
    e.role = role;
    e.parent = parent;
    pages.elements.push_back(std::move(e));
    if (attach && parent >= 0) pages.elements[static_cast<std::size_t>(parent)].kids.push_back({Kid::Kind::element, index, 0});
    return index;
}

void flow_body(Context& context, float x, float width) {
    Column column(context, context.flow.slices, x, width, 0);
    column.blocks(context.document.body);
}

void flow_furniture(Context& context, const std::vector<markup::Block>& blocks, float x, float width) {
    Column column(context, context.flow.slices, x, width, -1);
    column.furniture = true;
    column.base = context.styles.furniture.text;
    column.blocks(blocks);
}

}  // namespace dossier::layout
