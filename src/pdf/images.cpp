#include "pdf/parts.hpp"
#include "pdf/syntax.hpp"

namespace dossier::pdf {
namespace {

using image::Segment;
using image::Shape;

class Painter {
public:
    explicit Painter(Buffer& out) : out_(out) {}

    void shape(const Shape& s) {
        if (s.fill) {
            color(out_, *s.fill);
            out_ += " rg\n";
        }
        if (s.stroke) {
            color(out_, *s.stroke);
            number(out_ += " RG ", s.stroke_width);
            integer(out_ += " w ", s.cap);
            integer(out_ += " J ", s.join);
            out_ += " j 4 M\n";
        }
        for (const Segment& segment : s.path) segment_of(segment);
        const char* even_odd = s.even_odd ? "*" : "";
        ((out_ += s.fill && s.stroke ? "B" : s.fill ? "f" : "S") += s.fill ? even_odd : "") += '\n';
    }

private:
    Buffer& out_;

    void segment_of(const Segment& s) {
        constexpr const char* kOperators[] = {"m\n", "l\n", "c\n", "h\n"};
        constexpr std::size_t kNumbers[] = {2, 2, 6, 0};
        const auto kind = static_cast<std::size_t>(s.kind);
        for (std::size_t i = 0; i < kNumbers[kind]; ++i) {
            number(out_, s.points[i]);
            out_ += ' ';
        }
        out_ += kOperators[kind];
    }
};

void write_drawing(Plan& plan, int object, const image::Image& image, const image::Drawing& drawing) {
    Buffer content;
    Painter painter(content);
    for (const Shape& s : drawing.shapes) painter.shape(s);
    Buffer& out = plan.objects.begin(object);
    out += "/Type/XObject/Subtype/Form";
    rectangle(out += "/BBox", {0, 0, image.width, image.height});
    // To one unit wide and high.
    precise(out += "/Matrix[", 1 / image.width);
    precise(out += " 0 0 ", 1 / image.height);
    out += " 0 0]/Resources<<>>/Filter/FlateDecode";
    plan.objects.end_deflated(content.view(), kMiddle);
}

void write_raster(Plan& plan, int object, const image::Raster& raster) {
    Buffer& out = plan.objects.begin(object);
    integer(out += "/Type/XObject/Subtype/Image/Width ", raster.columns);
    integer(out += "/Height ", raster.rows);
    out += "/ColorSpace/DeviceRGB/BitsPerComponent 8/Interpolate false/Filter/FlateDecode";
    plan.objects.begin_data() += raster.pixels;
    plan.objects.end_stream();
}

}  // namespace

void write_images(Plan& plan) {
    for (std::size_t i = 0; i < plan.image.size(); ++i) {
        const image::Image& image = *plan.pages.images[i];
        if (const auto* drawing = std::get_if<image::Drawing>(&image.content)) write_drawing(plan, plan.image[i], image, *drawing);
        else write_raster(plan, plan.image[i], std::get<image::Raster>(image.content));
    }
}

}  // namespace dossier::pdf
