#include "pdf/parts.hpp"
#include "pdf/syntax.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace dossier::pdf {
namespace {

using layout::Artifact;
using layout::Color;
using layout::Mark;
using layout::Page;
using layout::Run;
using layout::Shape;

/// Writes one content stream; remembers what is set, so as not to set it again.
class Content {
public:
    Content(const layout::Pages& pages, Buffer& out) : pages_(pages), out_(out) {}

    void page(const Page& page, std::size_t index) {
        shapes(page.shapes);
        artifacts(page.artifacts);
        for (const layout::PlacedImage& i : page.images) {
            if (!i.artifact) continue;
            out_ += "/Artifact BMC\n";
            image(i);
            out_ += "EMC\n";
        }
        if (!page.code_text.empty()) page_code(page.code_place, index);
        for (std::size_t i = 0; i < page.marks.size(); ++i) mark(page, page.marks[i], i);
    }

    /// One unit is a module, and y grows downwards: whole numbers are quicker to write, read and compress.
    static void modules(Buffer& out, const layout::PlacedCode& c) {
        for (const layout::PlacedCode::Dark& d : c.dark) {
            integer(out, d.column);
            integer(out += ' ', d.row);
            integer(out += ' ', d.count);
            out += " 1 re\n";
        }
    }

private:
    const layout::Pages& pages_;
    Buffer& out_;
    std::optional<Color> fill_, stroke_;
    float line_width_ = -1;
    int face_ = -1;
    float size_ = 0;

    void fill(Color c) {
        if (fill_ == c) return;
        fill_ = c;
        color(out_, c);
        out_ += " rg\n";
    }

    void stroke(Color c, float width) {
        if (stroke_ != c) {
            stroke_ = c;
            color(out_, c);
            out_ += " RG\n";
        }
        if (line_width_ != width) {
            line_width_ = width;
            number(out_, width);
            out_ += " w\n";
        }
    }

    void rect(const layout::Rect& r) {
        number(out_, r.x0);
        number(out_ += ' ', r.y0);
        number(out_ += ' ', r.x1 - r.x0);
        number(out_ += ' ', r.y1 - r.y0);
        out_ += " re";
    }

    void shapes(const std::vector<Shape>& list) {
        if (list.empty()) return;
        out_ += "/Artifact BMC\n";
        for (const Shape& s : list) {
            if (s.fill) fill(*s.fill);
            if (s.stroke) stroke(*s.stroke, s.line_width);
            rect(s.rect);
            out_ += s.fill && s.stroke ? " B\n" : s.stroke ? " S\n" : " f\n";
        }
        out_ += "EMC\n";
    }

    void artifacts(const std::vector<Artifact>& list) {
        for (std::size_t i = 0; i < list.size();) {
            out_ += list[i].pagination ? "/Artifact<</Type/Pagination>>BDC\nBT\n" : "/Artifact BMC\nBT\n";
            const bool kind = list[i].pagination;
            for (; i < list.size() && list[i].pagination == kind; ++i) run(list[i].run);
            out_ += "ET\nEMC\n";
        }
    }

    void mark(const Page& page, const Mark& m, std::size_t id) {
        out_ += '/';
        out_ += layout::name(pages_.elements[static_cast<std::size_t>(m.element)].role);
        integer(out_ += "<</MCID ", static_cast<long long>(id));
        out_ += ">>BDC\n";
        if (m.code >= 0) code(page.codes[static_cast<std::size_t>(m.code)]);
        if (m.image >= 0) image(page.images[static_cast<std::size_t>(m.image)]);
        if (m.run_count > 0) {
            out_ += "BT\n";
            for (std::uint32_t i = 0; i < m.run_count; ++i) run(page.runs[m.first_run + i]);
            out_ += "ET\n";
        }
        out_ += "EMC\n";
    }

    /// Of a page, for who scans it: nobody hears it.
    void page_code(const layout::Rect& place, std::size_t page) {
        number(out_ += "/Artifact BMC\nq ", place.x1 - place.x0);
        number(out_ += " 0 0 ", place.y1 - place.y0);
        number(out_ += ' ', place.x0);
        number(out_ += ' ', place.y0);
        integer(out_ += " cm /Q", static_cast<long long>(page));
        out_ += " Do Q\nEMC\n";
    }

    void code(const layout::PlacedCode& c) {
        fill({0, 0, 0});
        const float module = (c.rect.x1 - c.rect.x0) / static_cast<float>(c.modules);
        precise(out_ += "q ", module);
        precise(out_ += " 0 0 ", -module);
        number(out_ += ' ', c.rect.x0);
        number(out_ += ' ', c.rect.y1);
        out_ += " cm\n";
        modules(out_, c);
        out_ += "f Q\n";
    }

    /// Pictures are one unit wide and high, as PDF has it.
    void image(const layout::PlacedImage& i) {
        number(out_ += "q ", i.rect.x1 - i.rect.x0);
        number(out_ += " 0 0 ", i.rect.y1 - i.rect.y0);
        number(out_ += ' ', i.rect.x0);
        number(out_ += ' ', i.rect.y0);
        integer(out_ += " cm /I", i.image);
        out_ += " Do Q\n";
    }

    void run(const Run& r) {
        if (r.count == 0) return;
        fill(r.color);
        if (face_ != static_cast<int>(r.face) || size_ != r.size) {
            face_ = static_cast<int>(r.face);
            size_ = r.size;
            out_ += resource_name(r.face);
            number(out_ += ' ', r.size);
            out_ += " Tf\n";
        }
        number(out_ += "1 0 0 1 ", r.x);
        number(out_ += ' ', r.y);
        out_ += " Tm\n[(";
        // A glyph takes at most two bytes, each escaped, and a kern of six characters between its parentheses.
        char* at = out_.room(std::size_t{r.count} * 12);
        const layout::Glyph* glyphs = pages_.glyphs.data() + r.first;
        for (std::uint32_t i = 0; i < r.count; ++i) {
            const layout::Glyph g = glyphs[i];
            at = byte(at, static_cast<std::uint8_t>(g.id >> 8));
            at = byte(at, static_cast<std::uint8_t>(g.id & 255));
            if (g.kern != 0 && i + 1 < r.count) {
                *at++ = ')';
                at = std::to_chars(at, at + 6, -g.kern).ptr;
                *at++ = '(';
            }
        }
        out_.took(at);
        out_ += ")]TJ\n";
    }

    static char* byte(char* at, std::uint8_t b) {
        const auto c = static_cast<char>(b);
        if (c == '(' || c == ')' || c == '\\' || c == '\r' || c == '\n') {
            *at++ = '\\';
            *at++ = c == '\r' ? 'r' : c == '\n' ? 'n' : c;
        } else {
            *at++ = c;
        }
        return at;
    }
};

/// Annotations of each page: in reading order, which some viewers take for the order of the Tab key; then the hidden ones.
class Annotations {
public:
    explicit Annotations(const Plan& plan) : plan_(plan), pages_(plan.pages.pages.size()) {
        if (!plan.pages.fields.empty() || !plan.pages.links.empty()) collect(0);
        for (std::size_t i = 0; i < plan.pages.fields.size(); ++i)
            if (plan.pages.fields[i].page < 0) add(0, plan.field[i]);
    }

    [[nodiscard]] std::string_view of(std::size_t page) const { return pages_[page].view(); }

private:
    const Plan& plan_;
    std::vector<Buffer> pages_;  ///< references

    void collect(std::size_t element) {
        for (const layout::Kid& k : plan_.pages.elements[element].kids) {
            const auto i = static_cast<std::size_t>(k.index);
            if (k.kind == layout::Kid::Kind::element) collect(i);
            if (k.kind == layout::Kid::Kind::field) add(plan_.pages.fields[i].page, plan_.field[i]);
            if (k.kind == layout::Kid::Kind::link) add(plan_.pages.links[i].page, plan_.link[i]);
        }
    }

    void add(int page, int object) { ref(pages_[static_cast<std::size_t>(page)] += ' ', object); }
};

/// Names of objects, "/I0 12 0 R", without those that are not there.
void drawings(Buffer& out, const char* letter, const std::vector<int>& objects) {
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (objects[i] == 0) continue;
        integer(out += letter, static_cast<long long>(i));
        ref(out += ' ', objects[i]);
    }
}

}  // namespace

void write_page_code(Plan& plan, std::size_t page, std::string_view key, Buffer& scratch) {
    const std::string& shared = plan.pages.pages[page].code_text;
    const auto code = layout::qr_code(key.empty() ? shared : shared + ':' + std::string(key));
    if (!code) throw std::logic_error("internal error: a page code that is too long");
    scratch.clear();
    scratch += "0 g\n";
    Content::modules(scratch, *code);
    scratch += "f\n";
    Buffer& out = plan.objects.begin(plan.code[page]);
    out += "/Type/XObject/Subtype/Form/Resources<<>>/BBox";
    const auto side = static_cast<float>(code->modules);
    rectangle(out, {0, 0, side, side});
    precise(out += "/Matrix[", 1 / side);
    precise(out += " 0 0 ", -1 / side);
    out += " 0 1]/Filter/FlateDecode";
    plan.objects.end_deflated(scratch.view(), kQuick);
}

void write_pages(Plan& plan) {
    Objects& objects = plan.objects;
    const Annotations annotations(plan);
    Buffer text(std::size_t{1} << 14);
    for (std::size_t i = 0; i < plan.pages.pages.size(); ++i) {
        const int content = objects.reserve();
        text.clear();
        Content(plan.pages, text).page(plan.pages.pages[i], i);
        objects.begin(content) += "/Filter/FlateDecode";
        objects.end_deflated(text.view(), kQuick);
        Buffer& p = objects.begin(plan.page[i]);
        ref(p += "/Type/Page/Parent ", plan.page_tree);
        const layout::Page& page = plan.pages.pages[i];
        rectangle(p += "/MediaBox",
                  {0, 0, page.width > 0 ? page.width : plan.pages.width, page.height > 0 ? page.height : plan.pages.height});
        ref(p += "/Resources ", plan.resources);
        ref(p += "/Contents ", content);
        integer(p += "/Tabs/S/StructParents ", static_cast<long long>(i));
        if (!annotations.of(i).empty()) ((p += "/Annots[") += annotations.of(i)) += ']';
        objects.end();
    }
    Buffer& tree = objects.begin(plan.page_tree);
    tree += "/Type/Pages/Kids[";
    for (const int n : plan.page) ref(tree += ' ', n);
    integer(tree += "]/Count ", static_cast<long long>(plan.page.size()));
    objects.end();
    Buffer& r = objects.begin(plan.resources);
    r += "/Font<<";
    for (std::size_t i = 0; i < layout::kFaces; ++i)
        if (plan.faces[i]) ref((r += resource_name(static_cast<layout::Face>(i))) += ' ', plan.fonts.type0[i]);
    r += ">>";
    const bool codes = std::any_of(plan.code.begin(), plan.code.end(), [](int n) { return n != 0; });
    if (codes || !plan.image.empty()) {
        r += "/XObject<<";
        drawings(r, "/I", plan.image);
        drawings(r, "/Q", plan.code);
        r += ">>";
    }
    objects.end();
}

void write_links(Plan& plan) {
    for (std::size_t i = 0; i < plan.pages.links.size(); ++i) {
        const layout::PlacedLink& l = plan.pages.links[i];
        Buffer& a = plan.objects.begin(plan.link[i]);
        rectangle(a += "/Subtype/Link/Rect", l.rect);
        ref(a += "/F 4/Border[0 0 0]/P ", plan.page[static_cast<std::size_t>(l.page)]);
        text_string(a += "/Contents", l.text == l.href ? l.text : l.text + " (" + l.href + ")");
        byte_string(a += "/A<</S/URI/URI", l.href);
        integer(a += ">>/StructParent ", plan.link_key(i));
        plan.objects.end();
    }
}

}  // namespace dossier::pdf
