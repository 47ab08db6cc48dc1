#include "layout/looks.hpp"
#include "layout/map.hpp"
#include "layout/page_breaks.hpp"
#include "layout/place.hpp"
#include "layout/workspace.hpp"

namespace dossier::layout {
namespace {

using markup::FieldKind;

/// Lays out the header or footer of one page; its height.
float furniture_flow(Context& context, Flow& flow, const std::vector<markup::Block>& blocks, int page, int pages) {
    flow.clear();
    Context own{context.document, context.fonts, context.styles, context.images, context.diagnostics,
                context.out,      flow,          context.work,   page,           pages};
    const bool beside_code = &blocks == &context.document.header && !context.document.page_code.empty();
    flow_furniture(own, blocks, style::kMarginX,
                   context.out.width - 2 * style::kMarginX - (beside_code ? style::kCodeSide + style::kColumnGap : 0));
    return height_of(flow.slices);
}

}  // namespace

std::optional<Pages> lay_out(const markup::Document& document, const Fonts& fonts, const Styles& styles, Diagnostics& diagnostics) {
    static const Images none;
    return lay_out(document, fonts, styles, none, diagnostics);
}

std::optional<Pages> lay_out(const markup::Document& document, const Fonts& fonts, const Styles& styles, const Images& images,
                             Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    Pages out;
    out.title = document.title;
    out.subject = document.subject;
    out.lang = document.lang;
    out.accent = document.accent;
    out.width = document.landscape ? style::kLongSide : style::kShortSide;
    out.height = document.landscape ? style::kShortSide : style::kLongSide;
    add_element(out, Role::document, -1, false);
    out.elements[0].lang = document.lang;

    // Room for what is known to come; the rest grows.
    out.fields.reserve(document.fields.size());
    out.elements.reserve(3 * document.fields.size() + 128);
    const Workspaces::Borrowed work(*fonts.impl().workspaces);
    Flow& flow = work->flow;
    Flow& furniture = work->furniture;
    flow.clear();
    work->words.trim();
    const Styles looks = in_accent(styles, document.accent);
    Context context{document, fonts, looks, images, diagnostics, out, flow, *work};
    const float header = document.header.empty() ? 0 : furniture_flow(context, furniture, document.header, 1, 1);
    const float footer = document.footer.empty() ? 0 : furniture_flow(context, furniture, document.footer, 1, 1);
    const float below_header = document.header.empty() ? style::kMarginY : style::kHeaderTop + header + style::kHeaderGap;
    const float top = std::max(below_header, document.page_code.empty() ? 0 : style::kCodeTop + style::kCodeSide + style::kCodeGap);
    const float bottom = out.height - (document.footer.empty() ? style::kMarginY : style::kFooterBottom + footer + style::kFooterGap);
    if (bottom - top < 200) {
        diagnostics.error("no-room", document.location, say("header and footer leave too little of the page for text"),
                          {say("make them shorter")});
        return std::nullopt;
    }
    flow_body(context, style::kMarginX, out.width - 2 * style::kMarginX);
    for (const markup::Field& f : document.fields)
        if (f.kind == FieldKind::hidden) out.fields.push_back({f, -1, {}, 0, -1});
    if (diagnostics.errors() != before) return std::nullopt;

    const PagePlan plan = plan_pages(flow, out.elements, bottom - top);
    tighten(flow, plan.percent);
    if (!place_body(flow, plan.begins, out, top, bottom)) {
        diagnostics.error("too-many-pages", document.location, say("the document has more than {} pages", kMostPages));
        return std::nullopt;
    }
    const auto pages = static_cast<int>(out.pages.size());
    PageWriter writer(furniture, out);
    for (int page = 1; page <= pages; ++page) {
        for (const auto* blocks : {&document.header, &document.footer}) {
            if (blocks->empty() || (blocks == &document.header && page < document.header_from)) continue;
            const float height = furniture_flow(context, furniture, *blocks, page, pages);
            const float y = blocks == &document.header ? style::kHeaderTop : out.height - style::kFooterBottom - height;
            writer.go_to(static_cast<std::size_t>(page - 1));
            place_furniture(furniture, writer, y);
        }
    }
    if (diagnostics.errors() != before) return std::nullopt;
    if (!document.page_code.empty()) add_frames(out, document.page_code);
    return out;
}

}  // namespace dossier::layout
