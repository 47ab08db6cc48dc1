#include "layout/inline_boxes.hpp"

#include <algorithm>
#include <cstdio>

namespace dossier::layout {
namespace {

using markup::Field;
using markup::FieldKind;
using markup::Inline;

float resolve(markup::Length l, float width) {
    const auto v = static_cast<float>(l.value);
    return std::min(l.percent ? width * v / 100.0F : v, width);
}

/// The value as the regular face shows it from the start. What a viewer that sets it anew lacks is a question mark there.
std::string field_value(Context& c, const Field& f) {
    std::string out = plain_text(c.fonts, f.value);
    for (std::size_t at = 0; at < out.size();) {
        const char32_t letter = decode_utf8(out, at);
        if (letter != '\n' && c.fonts.face(Face::regular).glyph(letter) == 0)
            report_missing(c, letter, f.location, pattern<2>("the font of fields does not have the character {} ({})"));
    }
    return out;
}

void missing_picture(Context& c, const Inline& i) {
    std::vector<std::string> names;
    for (const auto& [name, image] : c.images) names.push_back(name);
    const auto meant = nearest(i.text, names);
    c.diagnostics.error("missing-image", i.location, say("there is no picture {}", quoted(i.text)),
                        {meant ? did_you_mean(quoted(*meant)) : say("put it in the templates folder, as .svg or .png")});
}

/// Index of `image` in the pages, each once.
int image_index(Pages& out, const image::Image& image) {
    const auto known = std::find(out.images.begin(), out.images.end(), &image);
    const auto index = static_cast<int>(known - out.images.begin());
    if (known == out.images.end()) out.images.push_back(&image);
    return index;
}

}  // namespace

Piece field_box(Context& context, const Inline& i, float width, int element) {
    const Field& f = context.document.fields[static_cast<std::size_t>(i.field)];
    Piece p;
    p.kind = Piece::Kind::field;
    p.element = add_element(context.out, Role::form, element, false);
    context.out.fields.push_back({f, 0, {}, style::kFieldText, p.element});
    Field& own = context.out.fields.back().field;
    constexpr std::string_view kFormat = " (dag-maand-jaar)";
    if (f.kind == FieldKind::date && !own.label.ends_with(kFormat)) own.label += kFormat;
    if ((f.kind == FieldKind::text || f.kind == FieldKind::date) && !f.value.empty()) own.value = field_value(context, f);
    context.out.elements.back().alt = own.label;
    const bool choice = f.kind == FieldKind::radio || f.kind == FieldKind::checkbox;
    const float lines = static_cast<float>(f.lines) * style::kFieldLine + 10;
    p.width = choice ? style::kTarget : resolve(f.width, width);
    p.height = choice ? style::kTarget : f.kind == FieldKind::signature ? style::kSignature : std::max(style::kFieldLeast, lines);
    p.height = std::min(p.height, 0.7F * context.out.height);
    p.ref = static_cast<int>(context.out.fields.size()) - 1;
    return p;
}

std::optional<Piece> code_box(Context& context, const Inline& i, float width, int element) {
    std::optional<PlacedCode> code = qr_code(i.text);
    if (!code) {
        context.diagnostics.error("qr-too-long", i.location, say("the value of <qr> has {} bytes, expected at most 2331", i.text.size()),
                                  {say("shorten it")});
        return std::nullopt;
    }
    Piece p;
    p.kind = Piece::Kind::qr;
    p.element = add_element(context.out, Role::figure, element, false);
    context.out.elements.back().alt = i.label;
    p.width = p.height = resolve(i.width, width);
    p.ref = static_cast<int>(context.flow.codes.size());
    context.flow.codes.push_back(std::move(*code));
    return p;
}

std::optional<Piece> picture_box(Context& context, const Inline& i, float width, int element) {
    const auto found = context.images.find(i.text);
    if (found == context.images.end()) {
        missing_picture(context, i);
        return std::nullopt;
    }
    const image::Image& image = found->second;
    Piece p;
    p.kind = Piece::Kind::image;
    p.ref = image_index(context.out, image);
    if (!i.label.empty()) {
        p.element = add_element(context.out, Role::figure, element, false);
        context.out.elements.back().alt = i.label;
    }
    p.width = resolve(i.width, width);
    p.height = p.width * image.height / image.width;
    const float most = 0.3F * context.out.height;
    if (p.height > most) {
        p.width *= most / p.height;
        p.height = most;
    }
    return p;
}

void report_missing(Context& context, char32_t c, Location at, Pattern<2> what) {
    std::string shown;
    append_utf8(shown, c);
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(c));
    context.diagnostics.error("unsupported-character", at, say_with(what, quoted(shown), std::string(code)),
                              {say("use another character, or leave it out")});
}

}  // namespace dossier::layout
