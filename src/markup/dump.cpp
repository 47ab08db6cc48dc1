#include "markup/markup.hpp"

namespace dossier::markup {
namespace {

const char* name(Block::Kind kind) {
    constexpr const char* kNames[] = {"heading", "paragraph", "list",    "item",   "table",     "rule",
                                      "box",     "keep",      "columns", "column", "page-break"};
    return kNames[static_cast<std::size_t>(kind)];
}

const char* name(FieldKind kind) {
    constexpr const char* kNames[] = {"text", "date", "radio", "checkbox", "signature", "hidden"};
    return kNames[static_cast<std::size_t>(kind)];
}

class Dumper {
public:
    explicit Dumper(const Document& document) : doc_(document) {}

    std::string run() {
        line(0, "form " + quoted(doc_.title) + " lang " + doc_.lang + (doc_.landscape ? " landscape" : "") +
                    (doc_.page_code.empty() ? "" : " page code " + doc_.page_code));
        section(doc_.header_from == 1 ? "header" : "header from page " + std::to_string(doc_.header_from), doc_.header);
        section("footer", doc_.footer);
        blocks(doc_.body, 1);
        for (const Field& f : doc_.fields)
            if (f.kind == FieldKind::hidden) line(1, "hidden " + f.name + " = " + quoted(f.value));
        return std::move(out_);
    }

private:
    const Document& doc_;
    std::string out_;

    void line(std::size_t depth, const std::string& text) { out_ += std::string(depth * 2, ' ') + text + '\n'; }

    void section(const std::string& what, const std::vector<Block>& list) {
        if (list.empty()) return;
        line(1, what);
        blocks(list, 2);
    }

    void blocks(const std::vector<Block>& list, std::size_t depth) {
        for (const Block& b : list) block(b, depth);
    }

    void block(const Block& b, std::size_t depth) {
        std::string head = name(b.kind);
        if (b.kind == Block::Kind::heading) head += " " + std::to_string(b.level);
        if (b.ordered) head += " ordered";
        if (!b.style.empty()) head += " ." + b.style;
        if (!b.text.empty()) head += ": " + text(b.text);
        line(depth, head);
        if (!b.caption.empty()) line(depth + 1, "caption: " + text(b.caption));
        rows("head", b.head, depth + 1);
        rows("row", b.body, depth + 1);
        blocks(b.children, depth + 1);
    }

    void rows(const char* what, const std::vector<Row>& list, std::size_t depth) {
        for (const Row& r : list) {
            std::string head = what;
            if (!r.style.empty()) head += " ." + r.style;
            line(depth, head);
            for (const Cell& c : r.cells) {
                std::string cell = c.header ? c.row_scope ? "th row" : "th col" : "td";
                if (c.colspan > 1) cell += " span " + std::to_string(c.colspan);
                line(depth + 1, cell);
                blocks(c.blocks, depth + 2);
            }
        }
    }

    std::string text(const std::vector<Inline>& list) {
        std::string out;
        for (const Inline& i : list) {
            switch (i.kind) {
                case Inline::Kind::text: {
                    const char* mark = i.strong ? "*" : i.em ? "_" : "";
                    out += mark + i.text + mark;
                    if (!i.href.empty()) out += "(" + i.href + ")";
                    break;
                }
                case Inline::Kind::line_break: out += "[br]"; break;
                case Inline::Kind::page_number: out += "[page]"; break;
                case Inline::Kind::page_count: out += "[pages]"; break;
                case Inline::Kind::qr: out += "[qr " + i.text + "]"; break;
                case Inline::Kind::image: out += "[image " + i.text + "]"; break;
                case Inline::Kind::field: {
                    const Field& f = doc_.fields[static_cast<std::size_t>(i.field)];
                    out += '[';
                    out += name(f.kind);
                    out += ' ' + f.name;
                    if (!f.value.empty()) out += '=' + f.value;
                    out += ']';
                }
            }
        }
        return out;
    }
};

}  // namespace

std::string dump(const Document& document) { return Dumper(document).run(); }

}  // namespace dossier::markup
