#include "pdf/text_fields.hpp"

#include "pdf/syntax.hpp"

#include <algorithm>

namespace dossier::pdf {
namespace {

using layout::PlacedField;

constexpr float kTextInset = 2, kLeading = 1.36F;
constexpr float kSmallest = 4;  ///< of text that would not fit otherwise

using Glyphs = std::vector<std::uint16_t>;

/// A value as it is shown from the start.
class ShownText {
public:
    ShownText(const PdfFonts::Impl& fonts, const PlacedField& field, const std::string& value, bool multi)
        : fonts_(fonts), field_(field), value_(value), multi_(multi), size_(field.size) {
        lines_ = broken();
        // What does not fit is set smaller, as viewers do, so that nothing is cut off on paper.
        while (size_ > kSmallest && !fits()) {
            size_ = std::max(kSmallest, size_ - 0.25F);
            if (multi_) lines_ = broken();
        }
    }

    [[nodiscard]] bool smaller() const { return size_ < field_.size; }

    void paint(Buffer& out) const {
        const float height = field_.rect.y1 - field_.rect.y0, width = field_.rect.x1 - field_.rect.x0;
        number(out += "q\n1 1 ", width - 2);
        number(out += ' ', height - 2);
        number(out += " re W n\nBT\n/F0 ", size_);
        number(out += " Tf 0 g\n", size_ * kLeading);
        number(out += " TL\n", kTextInset);
        number(out += ' ', multi_ ? height - 1.5F - size_ : (height - size_ * 0.72F) / 2);
        out += " Td\n";
        bool first = true;
        for (const Glyphs& line : lines_) {
            if (!first) out += "T*\n";
            first = false;
            std::string bytes;
            for (const std::uint16_t g : line) {
                bytes += static_cast<char>(static_cast<std::uint8_t>(g >> 8));
                bytes += static_cast<char>(static_cast<std::uint8_t>(g & 255));
            }
            byte_string(out, bytes);
            out += "Tj\n";
        }
        out += "ET\nQ\n";
    }

private:
    [[nodiscard]] float room() const { return (field_.rect.x1 - field_.rect.x0 - 2 * kTextInset) * 1000 / size_; }

    [[nodiscard]] bool fits() const {
        if (multi_) return static_cast<float>(lines_.size()) * size_ * kLeading <= field_.rect.y1 - field_.rect.y0 - 1.5F;
        float width = 0;
        for (const std::uint16_t g : lines_.front()) width += fonts_.advance[g];
        return width <= room();
    }

    [[nodiscard]] std::uint16_t glyph(char32_t c) const {
        const auto& g = fonts_.glyphs;
        const auto found = std::lower_bound(g.begin(), g.end(), std::pair<char32_t, std::uint16_t>{c, 0});
        return found != g.end() && found->first == c ? found->second : std::uint16_t{0};
    }

    /// The value broken into lines that fit, as glyphs.
    [[nodiscard]] std::vector<Glyphs> broken() const {
        std::vector<Glyphs> lines(1);
        float width = 0;
        std::size_t space = 0;  // one past the last space on the line
        for (std::size_t i = 0; i < value_.size();) {
            const char32_t c = decode_utf8(value_, i);
            if (c == '\n' && multi_) {
                lines.emplace_back();
                width = 0;
                space = 0;
                continue;
            }
            const std::uint16_t g = glyph(c == '\n' ? U' ' : c);
            if (g == 0) continue;
            lines.back().push_back(g);
            width += fonts_.advance[g];
            if (c == ' ') space = lines.back().size();
            if (!multi_ || width <= room() || c == ' ') continue;
            Glyphs& full = lines.back();
            const std::size_t cut = space > 0 ? space : full.size() - 1;
            Glyphs rest(full.begin() + static_cast<std::ptrdiff_t>(cut), full.end());
            full.resize(cut);
            width = 0;
            for (const std::uint16_t r : rest) width += fonts_.advance[r];
            lines.push_back(std::move(rest));
            space = 0;
        }
        return lines;
    }

    const PdfFonts::Impl& fonts_;
    const PlacedField& field_;
    const std::string& value_;
    bool multi_;
    float size_;
    std::vector<Glyphs> lines_;
};

}  // namespace

Buffer& begin_widget(Plan& plan, std::size_t i) {
    const PlacedField& f = plan.pages.fields[i];
    Buffer& out = plan.objects.begin(plan.field[i]);
    rectangle(out += "/Subtype/Widget/Rect", f.rect);
    ref(out += "/F 4/P ", plan.page[static_cast<std::size_t>(f.page)]);
    text_string(out += "/TU", f.field.label);
    integer(out += "/StructParent ", plan.field_key(i));
    return out;
}

void field_flags(Buffer& out, const markup::Field& f, int more) {
    const int all = more | (f.readonly ? kReadOnlyField : 0) | (f.required ? kRequiredField : 0);
    if (all != 0) integer(out += "/Ff ", all);
}

void appearance_dictionary(Buffer& out, float width, float height, std::string_view fonts) {
    rectangle(out += "/Type/XObject/Subtype/Form/BBox", {0, 0, width, height});
    out += "/Resources<<";
    if (!fonts.empty()) ((out += "/Font<<") += fonts) += ">>";
    out += ">>";
}

int add_appearance(Objects& objects, std::string_view dictionary, std::string_view content) {
    const int n = objects.reserve();
    objects.begin(n) += dictionary;
    objects.begin_data() += content;
    objects.end_stream();
    return n;
}

// Each text field has an appearance of its own: qpdf writes what is filled in into the object that is there, and would show it in every
// field that shares it.

void write_text_field(Plan& plan, std::size_t i, const std::string& value, Buffer& scratch) {
    const PlacedField& f = plan.pages.fields[i];
    const bool multi = f.field.lines > 1 || f.rect.y1 - f.rect.y0 > 32;
    bool smaller = false;
    scratch.clear();
    if (!value.empty()) ref(scratch += "/F0 ", plan.fonts.type0[0]);
    // Some programs look here first for the font to fill in with.
    ref(scratch += "/FV ", plan.fonts.field_fonts.composite);
    Buffer dictionary;
    appearance_dictionary(dictionary, f.rect.x1 - f.rect.x0, f.rect.y1 - f.rect.y0, scratch.view());
    scratch.clear();
    scratch += "/Tx BMC\n";
    if (!value.empty()) {
        const ShownText shown(plan.fonts, f, value, multi);
        shown.paint(scratch);
        smaller = shown.smaller();
    }
    scratch += "EMC";
    const int shape = add_appearance(plan.objects, dictionary.view(), scratch.view());
    Buffer& out = begin_widget(plan, i);
    byte_string(out += "/FT/Tx/T", f.field.name);
    // Size 0: the viewer makes long text smaller until it fits, so that nothing typed is lost on paper.
    number(out += "/DA(/FV ", smaller || (multi && value.empty()) ? 0 : f.size);
    out += " Tf 0 g)";
    field_flags(out, f.field, multi ? kMultiLineField : 0);
    if (f.field.maxlength > 0) integer(out += "/MaxLen ", f.field.maxlength);
    if (!value.empty()) {
        text_string(out += "/V", value);
        text_string(out += "/DV", value);
    }
    ref(out += "/AP<</N ", shape);
    out += ">>";
    plan.objects.end();
}

/// PDF/A has no hidden annotations, and programs (pdf-lib among them) stop at a field without a widget on a page. So its widget
/// is a point below the first page: outside the crop box, where PDF/UA asks for no tag (7.18.4) and no reader goes.
void write_hidden_field(Plan& plan, std::size_t i, const std::string& value, Buffer& scratch) {
    const markup::Field& f = plan.pages.fields[i].field;
    scratch.clear();
    appearance_dictionary(scratch, 0, 0, {});
    const int shape = add_appearance(plan.objects, scratch.view(), "/Tx BMC\nEMC");
    Buffer& out = plan.objects.begin(plan.field[i]);
    rectangle(out += "/Subtype/Widget/Rect", {-1, -1, -1, -1});
    ref(out += "/F 4/P ", plan.page[0]);
    byte_string(out += "/FT/Tx/T", f.name);
    text_string(out += "/Ff 1/TU", f.label);
    text_string(out += "/V", value);
    out += "/DA(/FV 9 Tf 0 g)";
    ref(out += "/AP<</N ", shape);
    out += ">>";
    plan.objects.end();
}

}  // namespace dossier::pdf
