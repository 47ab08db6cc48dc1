#include "base/base.hpp"

#include <algorithm>
#include <tuple>

namespace dossier {
namespace {

constexpr std::size_t kWidestLine = 160;  ///< code points of a source line that are shown

std::string_view color_of(Severity s) { return s == Severity::error ? "\x1b[1;31m" : s == Severity::warning ? "\x1b[1;33m" : "\x1b[1;36m"; }

void append_printable(std::string& out, char32_t c) {
    if (c == '\t') out += ' ';
    else if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)) out += '?';
    else append_utf8(out, c);
}

void append_printable(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) append_printable(out, decode_utf8(text, i));
}

/// Where the line of `byte` begins. No editor counts a byte order mark as a column.
std::size_t line_begin_of(std::string_view text, std::size_t byte) {
    const std::size_t begin = byte == 0 ? 0 : text.rfind('\n', byte - 1) + 1;
    return begin == 0 && text.starts_with("\xEF\xBB\xBF") ? std::min<std::size_t>(3, byte) : begin;
}

/// The source line and the span under it, both starting at a window that keeps the span in sight.
void append_excerpt(std::string& out, const Diagnostic& d, const ReportStyle& style) {
    const std::string& text = d.location.source->text;
    const Position at = position_of(*d.location.source, d.location.begin);
    const std::size_t begin = std::min<std::size_t>(d.location.begin, text.size());
    const std::size_t line_begin = line_begin_of(text, begin);
    std::size_t line_end = std::min(text.find('\n', begin), text.size());
    if (line_end > line_begin && text[line_end - 1] == '\r') --line_end;
    const std::string_view line = std::string_view(text).substr(line_begin, line_end - line_begin);
    if (trim(line).empty()) return;

    const std::size_t skip = at.column > kWidestLine ? at.column - kWidestLine / 2 : 0;
    std::string shown;
    std::string under;
    const std::size_t span_end = std::clamp<std::size_t>(d.location.end, begin + 1, std::max(line_end, begin + 1));
    std::size_t count = 0;
    for (std::size_t i = 0; i < line.size() && count < skip + kWidestLine; ++count) {
        const std::size_t byte = line_begin + i;
        const char32_t c = decode_utf8(line, i);
        if (count < skip) continue;
        append_printable(shown, c);
        under += byte < begin ? ' ' : byte == begin ? '^' : byte < span_end ? '~' : ' ';
    }
    if (begin >= line_end) under.append(at.column - 1 - skip >= under.size() ? at.column - 1 - skip - under.size() : 0, ' '), under += '^';
    under.erase(under.find_last_not_of(' ') + 1);

    std::string number = std::to_string(at.line);
    if (number.size() < 6) number.insert(0, 6 - number.size(), ' ');
    out += number + " | " + shown + '\n';
    out += std::string(number.size(), ' ') + " | ";
    out += style.color ? "\x1b[32m" + under + "\x1b[0m" : under;
    out += '\n';
}

Message word(Severity s) {
    switch (s) {
        case Severity::error: return say("error");
        case Severity::warning: return say("warning");
        case Severity::note: break;
    }
    return say("note");
}

}  // namespace

std::string_view severity_word(Severity s) {
    switch (s) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "";
}

Position position_of(const Source& source, std::size_t byte) {
    if (!source.sheet.empty()) return {byte / kMostSheetColumns + 1, byte % kMostSheetColumns + 1};
    const std::string& text = source.text;
    byte = std::min(byte, text.size());
    Position p;
    p.line += static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n'));
    const std::size_t line_begin = line_begin_of(text, byte);
    p.column += code_points(std::string_view(text).substr(line_begin, byte - line_begin));
    return p;
}

Location cell_location(const Source& source, std::size_t row, std::size_t column) {
    const auto at = static_cast<std::uint32_t>((row - 1) * kMostSheetColumns + column - 1);
    return {&source, at, at};
}

std::string place_text(const Location& location) {
    const Source& source = *location.source;
    const Position at = position_of(source, location.begin);
    if (source.sheet.empty()) return source.name + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
    return source.name + ':' + source.sheet + '!' + column_letters(at.column) + std::to_string(at.line);
}

void Diagnostics::error(std::string code, Location at, Message message, std::vector<Message> hints) {
    all_.push_back({Severity::error, std::move(code), at, std::move(message), std::move(hints)});
}
void Diagnostics::warning(std::string code, Location at, Message message, std::vector<Message> hints) {
    all_.push_back({Severity::warning, std::move(code), at, std::move(message), std::move(hints)});
}
void Diagnostics::note(std::string code, Location at, Message message, std::vector<Message> hints) {
    all_.push_back({Severity::note, std::move(code), at, std::move(message), std::move(hints)});
}

void Diagnostics::append(Diagnostics other) { std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_)); }

void Diagnostics::sort() {
    struct Keyed {
        Diagnostic diagnostic;
        std::string text;
    };
    std::vector<Keyed> all;
    all.reserve(all_.size());
    for (Diagnostic& d : all_) {
        std::string text = d.message.text();
        all.push_back({std::move(d), std::move(text)});
    }
    const auto key = [](const Keyed& k) {
        const Location& at = k.diagnostic.location;
        const std::string_view name = at.source ? std::string_view(at.source->name) : std::string_view();
        return std::tuple(name, at.begin, at.end, k.diagnostic.severity, std::string_view(k.text));
    };
    std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    all_.clear();
    for (Keyed& k : all) all_.push_back(std::move(k.diagnostic));
}

std::size_t Diagnostics::errors() const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; }));
}
std::size_t Diagnostics::warnings() const {
    return static_cast<std::size_t>(
        std::count_if(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::warning; }));
}

std::string report(const Diagnostics& diagnostics, const ReportStyle& style) {
    std::string out;
    std::size_t shown = 0;
    for (const Diagnostic& d : diagnostics.all()) {
        if (shown == style.most) break;
        ++shown;
        if (d.location) append_printable(out, place_text(d.location) + ": ");  // a file may have any name
        if (style.color) out += color_of(d.severity);
        word(d.severity).append_to(out, style.translate);
        out += style.color ? ":\x1b[0m " : ": ";
        append_printable(out, d.message.text(style.translate));
        out += '\n';
        if (d.location && !d.location.source->personal) append_excerpt(out, d, style);
        for (const Message& hint : d.hints) {
            out += "  ";
            Message(say("hint")).append_to(out, style.translate);
            out += ": ";
            append_printable(out, hint.text(style.translate));
            out += '\n';
        }
    }
    if (const std::size_t more = diagnostics.all().size() - shown; more > 0) out += say("and {} more", more).text(style.translate) + '\n';
    return out;
}

}  // namespace dossier
