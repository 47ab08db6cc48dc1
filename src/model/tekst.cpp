/// Tekst: from its notation in YAML to blocks (alineas, lists, footnotes), and back. Written by hand: the notation is the project's own;
/// to cmark a star, a code or a link in the words of a dossier would be markup.
#include "model/model.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace dossier::model {
namespace {

constexpr std::size_t kDeepest = 4;

struct Line {
    std::size_t indent = 0;
    std::string_view text;  ///< without indent and trailing spaces; empty for a blank line
};

std::vector<Line> split_lines(std::string_view notation) {
    std::vector<Line> lines;
    std::size_t at = 0;
    while (at <= notation.size()) {
        const std::size_t end = std::min(notation.find('\n', at), notation.size());
        std::string_view raw = notation.substr(at, end - at);
        const std::size_t indent = std::min(raw.find_first_not_of(' '), raw.size());
        lines.push_back({indent, trim(raw)});
        at = end + 1;
    }
    return lines;
}

/// The marker at the start of a line: "-", "12.", "a." ; empty if the line begins no punt.
std::string_view marker(std::string_view text) {
    if (text.starts_with("- ") || text == "-") return text.substr(0, 1);
    std::size_t n = 0;
    while (n < text.size() && n < 3 && is_digit(text[n])) ++n;
    if (n == 0 && !text.empty() && is_lower(text[0])) n = 1;
    if (n > 0 && n + 1 < text.size() && text[n] == '.' && text[n + 1] == ' ') return text.substr(0, n + 1);
    return {};
}

bool is_footnote(std::string_view text) { return text.starts_with("* "); }

std::string_view unescaped(std::string_view text) { return text.starts_with('\\') ? text.substr(1) : text; }

void add_words(std::string& to, std::string_view words) {
    if (!to.empty() && !words.empty()) to += ' ';
    to += words;
}

class Parser {
public:
    explicit Parser(std::string_view notation) : lines_(split_lines(notation)) {}

    std::vector<Blok> blocks(std::size_t indent, std::size_t depth) {
        std::vector<Blok> out;
        for (;;) {
            while (at_ < lines_.size() && lines_[at_].text.empty()) ++at_;
            if (at_ >= lines_.size() || (depth > 0 && lines_[at_].indent < indent)) return out;
            const std::string_view mark = marker(lines_[at_].text);
            if (!mark.empty() && depth < kDeepest) out.push_back(list(lines_[at_].indent, depth, mark == "-"));
            else out.push_back(paragraph(indent, depth));
        }
    }

private:
    Blok paragraph(std::size_t indent, std::size_t depth) {
        Blok blok;
        std::string_view first = lines_[at_].text;
        if (is_footnote(first)) {
            blok.soort = BlokSoort::voetnoot;
            blok.teken = "*";
            first = trim(first.substr(1));
        }
        add_words(blok.tekst, unescaped(first));
        for (++at_; at_ < lines_.size() && !lines_[at_].text.empty() && !begins_new(indent, depth); ++at_)
            add_words(blok.tekst, unescaped(lines_[at_].text));
        return blok;
    }

    Blok list(std::size_t indent, std::size_t depth, bool bullets) {
        Blok blok;
        blok.soort = bullets ? BlokSoort::opsomming : BlokSoort::nummering;
        while (at_ < lines_.size()) {
            const std::size_t resume = at_;
            while (at_ < lines_.size() && lines_[at_].text.empty()) ++at_;
            const std::string_view mark = at_ < lines_.size() ? marker(lines_[at_].text) : std::string_view{};
            // A blank line between punten is allowed only inside nested text; at the same level it ends the list.
            if (mark.empty() || lines_[at_].indent != indent || (mark == "-") != bullets || resume != at_) {
                at_ = resume;
                break;
            }
            Punt punt;
            punt.teken = std::string(mark);
            add_words(punt.tekst, unescaped(trim(lines_[at_].text.substr(mark.size()))));
            for (++at_; at_ < lines_.size() && !lines_[at_].text.empty() && lines_[at_].indent > indent && marker(lines_[at_].text).empty();
                 ++at_)
                add_words(punt.tekst, unescaped(lines_[at_].text));
            const std::size_t next = next_text();
            if (next < lines_.size() && lines_[next].indent > indent) punt.onder = blocks(indent + 1, depth + 1);
            blok.punten.push_back(std::move(punt));
        }
        return blok;
    }

    [[nodiscard]] bool begins_new(std::size_t indent, std::size_t depth) const {
        const Line& line = lines_[at_];
        return (!marker(line.text).empty() && depth < kDeepest) || is_footnote(line.text) || (depth > 0 && line.indent < indent);
    }
    [[nodiscard]] std::size_t next_text() const {
        std::size_t i = at_;
        while (i < lines_.size() && lines_[i].text.empty()) ++i;
        return i;
    }

    std::vector<Line> lines_;
    std::size_t at_ = 0;
};

/// Writes `words` after `lead` (a marker and a space), wrapped at spaces; further lines are indented by `indent`.
/// A word that would read as a marker at the start of a line is escaped.
void write_wrapped(std::string& out, std::string_view words, std::size_t indent, std::string_view lead, std::size_t width) {
    out.append(indent - lead.size(), ' ');
    out += lead;
    std::size_t column = indent;
    bool line_start = true;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t end = std::min(words.find(' ', at), words.size());
        const std::string_view word = words.substr(at, end - at);
        const std::size_t length = code_points(word);
        if (!line_start && column + 1 + length > width) {
            out += '\n';
            out.append(indent, ' ');
            column = indent;
            line_start = true;
        } else if (!line_start) {
            out += ' ';
            ++column;
        }
        if (line_start) {
            const std::string_view rest = words.substr(at);
            if (!marker(rest).empty() || is_footnote(rest) || rest.starts_with('\\')) out += '\\';
        }
        out += word;
        column += length;
        line_start = false;
        at = end + 1;
    }
    out += '\n';
}

void write_blocks(std::string& out, const std::vector<Blok>& blokken, std::size_t indent, std::size_t width) {
    for (std::size_t i = 0; i < blokken.size(); ++i) {
        const Blok& blok = blokken[i];
        if (i > 0) out += '\n';
        switch (blok.soort) {
            case BlokSoort::alinea: write_wrapped(out, blok.tekst, indent, "", width); break;
            case BlokSoort::voetnoot: write_wrapped(out, blok.tekst, indent + 2, blok.teken + " ", width); break;
            case BlokSoort::opsomming:
            case BlokSoort::nummering:
                for (const Punt& punt : blok.punten) {
                    const std::string lead = punt.teken + " ";
                    write_wrapped(out, punt.tekst, indent + lead.size(), lead, width);
                    if (!punt.onder.empty()) {
                        if (punt.onder.front().soort == BlokSoort::alinea || punt.onder.front().soort == BlokSoort::voetnoot) out += '\n';
                        write_blocks(out, punt.onder, indent + lead.size(), width);
                    }
                }
                break;
        }
    }
}

}  // namespace

Tekst parse_tekst(std::string_view notation, Location at) { return {Parser(notation).blocks(0, 0), at}; }

std::string write_tekst(const Tekst& tekst, std::size_t width) {
    std::string out;
    write_blocks(out, tekst.blokken, 0, width);
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

}  // namespace dossier::model
