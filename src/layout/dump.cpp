#include "layout/layout.hpp"

#include <cstdio>

namespace dossier::layout {
namespace {

std::string number(float v) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.1f", static_cast<double>(v));
    return buffer;
}

std::string shown(Color c) {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "#%02x%02x%02x", c.r, c.g, c.b);
    return buffer;
}

std::string shown(const Rect& r) { return number(r.x0) + " " + number(r.y0) + " " + number(r.x1) + " " + number(r.y1); }

const char* short_name(Face face) {
    constexpr const char* kNames[] = {"regular", "bold", "italic", "fallback", "fallback-bold"};
    return kNames[static_cast<std::size_t>(face)];
}

class Dumper {
public:
    Dumper(const Pages& pages, const Fonts& fonts) : p_(pages), fonts_(fonts) {}

    std::string run() {
        for (std::size_t i = 0; i < p_.pages.size(); ++i) page(i);
        out_ += "structure\n";
        element(0, 1);
        if (!p_.bookmarks.empty()) out_ += "bookmarks\n";
        for (const Bookmark& b : p_.bookmarks)
            out_ += std::string(static_cast<std::size_t>(b.level) * 2, ' ') + b.title + " page " + std::to_string(b.page + 1) + "\n";
        return std::move(out_);
    }

private:
    const Pages& p_;
    const Fonts& fonts_;
    std::string out_;

    [[nodiscard]] std::string text(const Run& r) const {
        std::string out;
        for (std::uint32_t g = r.first; g < r.first + r.count; ++g) append_utf8(out, fonts_.face(r.face).unicode[p_.glyphs[g].id]);
        return out;
    }

    void line(const char* what, const Run& r) {
        out_ += std::string("  ") + what + " " + number(r.x) + " " + number(r.y) + " " + short_name(r.face) + " " + number(r.size) + " " +
                shown(r.color) + " |" + text(r) + "|\n";
    }

    /// What marking it means: a ring in the middle of the field.
    static std::string choice(const markup::Field& f) {
        return f.kind == markup::FieldKind::radio || f.kind == markup::FieldKind::checkbox ? " = " + f.value : std::string();
    }

    void page(std::size_t n) {
        const Page& page = p_.pages[n];
        out_ += "page " + std::to_string(n + 1) + " " + number(p_.width) + " x " + number(p_.height) + "\n";
        for (const Shape& s : page.shapes)
            out_ += "  shape " + shown(s.rect) + (s.fill ? " fill " + shown(*s.fill) : "") + (s.stroke ? " edge " + shown(*s.stroke) : "") +
                    "\n";
        if (!page.code_text.empty()) out_ += "  page code " + page.code_text + " " + shown(page.code_place) + "\n";
        for (const Artifact& a : page.artifacts) line(a.pagination ? "margin" : "repeat", a.run);
        for (const Mark& m : page.marks) {
            for (std::uint32_t i = 0; i < m.run_count; ++i)
                line(name(p_.elements[static_cast<std::size_t>(m.element)].role), page.runs[m.first_run + i]);
            if (m.image >= 0) out_ += "  image " + shown(page.images[static_cast<std::size_t>(m.image)].rect) + "\n";
            if (m.code >= 0) {
                const PlacedCode& code = page.codes[static_cast<std::size_t>(m.code)];
                out_ += "  code of " + std::to_string(code.modules) + " modules " + shown(code.rect) + "\n";
            }
        }
        for (const PlacedField& f : p_.fields)
            if (f.page == static_cast<int>(n)) out_ += "  field " + f.field.name + choice(f.field) + " " + shown(f.rect) + "\n";
        for (const PlacedLink& l : p_.links)
            if (l.page == static_cast<int>(n)) out_ += "  link " + l.href + " " + shown(l.rect) + "\n";
    }

    void element(std::size_t index, std::size_t depth) {
        const Element& e = p_.elements[index];
        out_ += std::string(depth * 2, ' ') + name(e.role);
        if (e.role == Role::th) out_ += e.row_scope ? " row" : " column";
        if (e.colspan > 1) out_ += " span " + std::to_string(e.colspan);
        if (!e.alt.empty()) out_ += " " + quoted(e.alt);
        if (!e.lang.empty()) out_ += " lang " + e.lang;
        std::string content;
        for (const Kid& k : e.kids) {
            if (k.kind != Kid::Kind::mark) continue;
            const Page& page = p_.pages[static_cast<std::size_t>(k.page)];
            const Mark& m = page.marks[static_cast<std::size_t>(k.index)];
            for (std::uint32_t i = 0; i < m.run_count; ++i) content += text(page.runs[m.first_run + i]);
        }
        if (!content.empty()) out_ += ": " + content;
        out_ += '\n';
        for (const Kid& k : e.kids)
            if (k.kind == Kid::Kind::element) element(static_cast<std::size_t>(k.index), depth + 1);
    }
};

}  // namespace

const char* name(Role role) {
    constexpr const char* kNames[] = {"Document", "H1",    "H2", "H3", "H4", "P",       "L",    "LI",   "Lbl",    "LBody", "Table",
                                      "THead",    "TBody", "TR", "TH", "TD", "Caption", "Form", "Link", "Figure", "Div",   "Span"};
    return kNames[static_cast<std::size_t>(role)];
}

std::string dump(const Pages& pages, const Fonts& fonts) { return Dumper(pages, fonts).run(); }

}  // namespace dossier::layout
