/// SVG -> shapes. Written by hand on pugixml: librsvg paints and gives no shapes, nanosvg (not in Debian 12) leaves out what it does not
/// know without a word. Here everything that a form would show otherwise than a browser is an error at its place.

#include "image/readers.hpp"
#include "image/svg_syntax.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace dossier::image {
namespace {

constexpr int kDeepest = 40;
constexpr std::size_t kMostSegments = 200'000;

/// What an element takes over from the one around it.
struct Style {
    std::optional<Color> fill = Color{0, 0, 0};
    std::optional<Color> stroke;
    double stroke_width = 1;
    bool even_odd = false;
    int cap = 0, join = 0;
    bool hidden = false;
};

/// `.name { fill: #123456 }` of a <style> element: class -> declarations.
using Rules = std::map<std::string, std::string, std::less<>>;

class SvgReader {
public:
    SvgReader(const Source& file, Diagnostics& diagnostics) : file_(file), diags_(diagnostics) {}

    std::optional<Image> read() {
        pugi::xml_document document;
        const pugi::xml_parse_result result =
            document.load_buffer(file_.text.data(), file_.text.size(), pugi::parse_default, pugi::encoding_utf8);
        if (!result) {
            error(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, result.offset)), 1,
                  say("this is not well-formed XML: {}", lower(result.description())), {});
            return std::nullopt;
        }
        const pugi::xml_node root = document.document_element();
        if (std::string_view(root.name()) != "svg") {
            error(root, say("expected an <svg> picture, found <{}>", std::string(root.name())), {});
            return std::nullopt;
        }
        if (!size(root)) return std::nullopt;
        collect_rules(root, 0);
        children(root, Style{}, ground_, 0);
        if (drawing_.shapes.empty() && diags_.errors() == before_) error(root, say("this picture shows nothing"), {});
        if (diags_.errors() != before_) return std::nullopt;
        image_.content = std::move(drawing_);
        return std::move(image_);
    }

private:
    const Source& file_;
    Diagnostics& diags_;
    std::size_t before_ = diags_.errors();
    Image image_;
    Drawing drawing_;
    Matrix ground_;  ///< from the coordinates of the picture to ours
    Rules rules_;
    std::size_t segments_ = 0;

    void error(std::size_t at, std::size_t length, Message message, std::vector<Message> hints) {
        const std::size_t begin = std::min(at, file_.text.size());
        diags_.error(
            "bad-image",
            Location{&file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::min(begin + length, file_.text.size()))},
            std::move(message), std::move(hints));
    }
    void error(pugi::xml_node node, Message message, std::vector<Message> hints) {
        error(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug())), std::string_view(node.name()).size(),
              std::move(message), std::move(hints));
    }
    void unsupported(pugi::xml_node node, Message what) {
        error(node, say("{} cannot be shown in a form", std::move(what)),
              {say("turn it into plain shapes and paths in your drawing program, or use a PNG")});
    }

    /// "120", "120px", "40mm": only the ratio counts, so the unit does not.
    static double length_of(pugi::xml_attribute a) {
        const std::string_view text = a.value();
        if (text.ends_with('%')) return 0;
        return Numbers(text).number().value_or(0);
    }

    bool size(pugi::xml_node root) {
        double x = 0, y = 0, width = length_of(root.attribute("width")), height = length_of(root.attribute("height"));
        if (const pugi::xml_attribute box = root.attribute("viewBox")) {
            Numbers in(box.value());
            const auto a = in.number(), b = in.number(), c = in.number(), d = in.number();
            if (!a || !b || !c || !d || *c <= 0 || *d <= 0) {
                error(root, say("the viewBox is {}, expected four numbers, the last two above 0", quoted(box.value())), {});
                return false;
            }
            x = *a, y = *b, width = *c, height = *d;
        }
        if (width <= 0 || height <= 0 || width / height > 50 || height / width > 50) {
            error(root, say("the picture has no usable size"), {say("give <svg> a viewBox, or a width and a height")});
            return false;
        }
        // Scaled to 100 points wide, so that two decimals are fine enough for the largest and the smallest logo.
        const double scale = 100 / width;
        image_.width = 100;
        image_.height = static_cast<float>(height * scale);
        ground_ = {scale, 0, 0, -scale, -x * scale, (y + height) * scale};
        return true;
    }

    void collect_rules(pugi::xml_node node, int depth) {
        if (depth > kDeepest) return;
        for (const pugi::xml_node child : node.children()) {
            if (std::string_view(child.name()) == "style") style_sheet(child);
            else collect_rules(child, depth + 1);
        }
    }

    void style_sheet(pugi::xml_node node) {
        std::string text;
        for (const pugi::xml_node part : node.children()) text += part.value();
        for (std::string_view rest = trim(text); !rest.empty(); rest = trim(rest)) {
            const std::size_t open = rest.find('{'), close = rest.find('}');
            if (open == std::string_view::npos || close == std::string_view::npos || close < open)
                return unsupported(node, say("this style sheet"));
            for (std::string_view names = rest.substr(0, open); !names.empty();) {
                const std::size_t comma = std::min(names.find(','), names.size());
                const std::string_view name = trim(names.substr(0, comma));
                names.remove_prefix(std::min(comma + 1, names.size()));
                if (name.size() < 2 || name[0] != '.' || name.find_first_of(" >:[#.+~", 1) != std::string_view::npos)
                    return unsupported(node, say("the style rule {}", quoted(name)));
                (rules_[std::string(name.substr(1))] += rest.substr(open + 1, close - open - 1)) += ';';
            }
            rest.remove_prefix(close + 1);
        }
    }

    // ---- style ----

    void declarations(pugi::xml_node node, std::string_view text, Style& style) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(';'), text.size());
            const std::string_view one = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            const std::size_t colon = one.find(':');
            if (colon != std::string_view::npos) property(node, trim(one.substr(0, colon)), trim(one.substr(colon + 1)), style);
        }
    }

    void property(pugi::xml_node node, std::string_view name, std::string_view value, Style& style) {
        if (value == "inherit") return;
        if (name == "fill" || name == "stroke") {
            const auto paint = parse_paint(value);
            if (!paint) return unsupported(node, say("{} {}", name, quoted(value)));
            (name == "fill" ? style.fill : style.stroke) = *paint;
        } else if (name == "stroke-width") {
            style.stroke_width = Numbers(value).number().value_or(1);
        } else if (name == "fill-rule") {
            style.even_odd = value == "evenodd";
        } else if (name == "stroke-linecap") {
            style.cap = value == "round" ? 1 : value == "square" ? 2 : 0;
        } else if (name == "stroke-linejoin") {
            style.join = value == "round" ? 1 : value == "bevel" ? 2 : 0;
        } else if (name == "display") {
            style.hidden = style.hidden || value == "none";
        } else if (name == "visibility") {
            style.hidden = value == "hidden" || value == "collapse";
        } else if (name == "opacity" || name == "fill-opacity" || name == "stroke-opacity") {
            const auto n = Numbers(value).number();
            if (!n || *n != 1) unsupported(node, say("{} {}", name, quoted(value)));
        } else if ((name == "clip-path" || name == "mask" || name == "filter" || name == "stroke-dasharray" || name == "mix-blend-mode") &&
                   value != "none" && value != "normal") {
            unsupported(node, Message::as_is(std::string(name)));
        }
    }

    Style style_of(pugi::xml_node node, Style style) {
        for (const pugi::xml_attribute a : node.attributes()) property(node, a.name(), a.value(), style);
        for (std::string_view names = node.attribute("class").value(); !(names = trim(names)).empty();) {
            const std::size_t end = std::min(names.find_first_of(" \t\n"), names.size());
            if (const auto rule = rules_.find(names.substr(0, end)); rule != rules_.end()) declarations(node, rule->second, style);
            names.remove_prefix(end);
        }
        declarations(node, node.attribute("style").value(), style);
        return style;
    }

    // ---- elements ----

    void children(pugi::xml_node node, const Style& style, const Matrix& m, int depth) {
        if (depth > kDeepest) return error(node, say("elements are nested more than {} deep", kDeepest), {});
        for (const pugi::xml_node child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            if (segments_ > kMostSegments) return;
            element(child, style, m, depth + 1);
        }
    }

    void element(pugi::xml_node node, const Style& around, const Matrix& outer, int depth) {
        const std::string_view name = node.name();
        // Nothing that is seen: descriptions, style, and what editors keep for themselves (their names have a prefix).
        if (name == "title" || name == "desc" || name == "metadata" || name == "defs" || name == "style" || name == "clipPath" ||
            name == "mask" || name == "linearGradient" || name == "radialGradient" || name == "symbol" ||
            name.find(':') != std::string_view::npos)
            return;
        const Style style = style_of(node, around);
        if (style.hidden) return;
        const auto own = parse_transform(node.attribute("transform").value());
        if (!own) return unsupported(node, say("transform {}", quoted(node.attribute("transform").value())));
        const Matrix m = combined(outer, *own);
        if (name == "g" || name == "a" || name == "svg" || name == "switch") {
            if (name == "svg" || name == "switch") return unsupported(node, say("<{}> inside a picture", name));
            return children(node, style, m, depth);
        }
        shape(node, name, style, m);
    }

    void shape(pugi::xml_node node, std::string_view name, const Style& style, const Matrix& m) {
        const auto n = [&](const char* key) { return length_of(node.attribute(key)); };
        Shape s;
        bool good = true;
        if (name == "path") {
            good = append_path(node.attribute("d").value(), m, s.path);
        } else if (name == "rect") {
            const double rx = n("rx"), ry = n("ry");
            if (n("width") > 0 && n("height") > 0)
                append_rectangle(n("x"), n("y"), n("width"), n("height"), rx > 0 ? rx : ry, ry > 0 ? ry : rx, m, s.path);
        } else if (name == "circle") {
            if (n("r") > 0) append_ellipse(n("cx"), n("cy"), n("r"), n("r"), m, s.path);
        } else if (name == "ellipse") {
            if (n("rx") > 0 && n("ry") > 0) append_ellipse(n("cx"), n("cy"), n("rx"), n("ry"), m, s.path);
        } else if (name == "line") {
            append_point(Segment::Kind::move, n("x1"), n("y1"), m, s.path);
            append_point(Segment::Kind::line, n("x2"), n("y2"), m, s.path);
        } else if (name == "polyline" || name == "polygon") {
            good = points(node.attribute("points").value(), name == "polygon", m, s.path);
        } else {
            return unsupported(node, say("<{}>", name));
        }
        if (!good) return error(node, say("the points of this <{}> are not well-formed", name), {});
        s.fill = style.fill;
        s.stroke = style.stroke_width > 0 ? style.stroke : std::nullopt;
        s.stroke_width = static_cast<float>(style.stroke_width * scale_of(m));
        s.even_odd = style.even_odd;
        s.cap = style.cap;
        s.join = style.join;
        segments_ += s.path.size();
        if (segments_ > kMostSegments)
            return error(node, say("the picture has more than {} points", kMostSegments), {say("use a simpler logo")});
        if (!s.path.empty() && (s.fill || s.stroke)) drawing_.shapes.push_back(std::move(s));
    }

    static bool points(std::string_view text, bool close, const Matrix& m, std::vector<Segment>& path) {
        Numbers in(text);
        while (!in.at_end()) {
            const auto x = in.number(), y = in.number();
            if (!x || !y) return false;
            append_point(path.empty() ? Segment::Kind::move : Segment::Kind::line, *x, *y, m, path);
        }
        if (close && !path.empty()) path.push_back({Segment::Kind::close, {}});
        return true;
    }
};

}  // namespace

std::optional<Image> read_svg(const Source& file, Diagnostics& diagnostics) {
    if (const auto bad = first_invalid_utf8(file.text)) {
        diagnostics.error("bad-image", Location{&file, static_cast<std::uint32_t>(*bad), static_cast<std::uint32_t>(*bad)},
                          say("this SVG is not UTF-8"), {say("save it again as SVG in UTF-8")});
        return std::nullopt;
    }
    return SvgReader(file, diagnostics).read();
}

}  // namespace dossier::image
