#include "maps_text.hpp"

#include <sstream>
#include <stdexcept>

namespace scan_generator {
namespace {

void write_rect(std::ostream& out, const char* what, const Rect& r) {
    out << what << '\t' << r.x0 << '\t' << r.y0 << '\t' << r.x1 << '\t' << r.y1;
}

/// The parts of one line, in turn.
class Line {
public:
    Line(const std::string& line, int number) : in_(line), number_(number) {}
    std::string text() {
        std::string out;
        if (!std::getline(in_, out, '\t')) fail();
        return out;
    }
    float number() {
        std::istringstream in(text());
        in.imbue(std::locale::classic());
        float out = 0;
        if (!(in >> out)) fail();
        return out;
    }
    Rect rect() {
        const float x0 = number(), y0 = number(), x1 = number(), y1 = number();
        return {x0, y0, x1, y1};
    }
    [[noreturn]] void fail() const { throw std::runtime_error("line " + std::to_string(number_) + " of the maps is no such line"); }

private:
    std::istringstream in_;
    int number_;
};

void read_line(Line& line, const std::string& kind, PageMap& map, std::size_t& marks) {
    if (kind == "code") map.code_place = line.rect();
    else if (kind == "mark" && marks < map.marks.size()) map.marks[marks++] = line.rect();
    else if (kind == "print") map.print.push_back(line.rect());
    else if (kind == "choice") {
        const bool ring = line.text() == "ring";
        const float x = line.number(), y = line.number();
        std::string field = line.text();
        map.choices.push_back({std::move(field), line.text(), ring, x, y});
    } else if (kind == "field") {
        const bool signature = line.text() == "signature";
        const Rect rect = line.rect();
        map.fields.push_back({line.text(), signature, "", "", rect});
    } else line.fail();
}

}  // namespace

std::string write_maps(std::span<const PageMap> maps) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.precision(9);
    for (const PageMap& m : maps) {
        out << "page\t" << m.code << '\t' << m.width << '\t' << m.height << '\n';
        write_rect(out, "code", m.code_place), out << '\n';
        for (const Rect& r : m.marks) write_rect(out, "mark", r), out << '\n';
        for (const auto& c : m.choices)
            out << "choice\t" << (c.ring ? "ring" : "square") << '\t' << c.x << '\t' << c.y << '\t' << c.field << '\t' << c.value << '\n';
        for (const auto& f : m.fields) {
            write_rect(out, f.signature ? "field\tsignature" : "field\ttext", f.rect);
            out << '\t' << f.field << '\n';
        }
        for (const Rect& r : m.print) write_rect(out, "print", r), out << '\n';
    }
    return std::move(out).str();
}

std::vector<PageMap> read_maps(std::string_view text) {
    std::vector<PageMap> out;
    std::istringstream in{std::string(text)};
    std::size_t marks = 0;
    int number = 0;
    for (std::string row; std::getline(in, row);) {
        ++number;
        if (row.empty()) continue;
        Line line(row, number);
        const std::string kind = line.text();
        if (kind == "page") {
            out.emplace_back();
            marks = 0;
            out.back().code = line.text();
            out.back().width = line.number();
            out.back().height = line.number();
        } else if (out.empty()) line.fail();
        else read_line(line, kind, out.back(), marks);
    }
    return out;
}

}  // namespace scan_generator
