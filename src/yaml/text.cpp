#include "yaml/tree.hpp"

#include "unicode/unicode.hpp"
#include "yaml/yaml.hpp"

#include <algorithm>

namespace dossier::yaml {
namespace {

/// Where a tab stands, and what to type instead.
void report_tab(Problems& problems, std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = problems.source().text;
    const std::string_view before = text.substr(0, begin);
    const std::size_t line = before.rfind('\n') + 1;  // 0 if there is none
    const std::string_view left = before.substr(line);
    const char last = trim(left).empty() ? ' ' : trim(left).back();
    if (trim(left).empty())
        problems.error("tab", begin, end, say("found a tab in the indent, expected spaces"), {say("indent with two spaces")});
    else if (last == ':' || (last == '-' && trim(left).find_first_not_of("- ") == std::string_view::npos))
        problems.error("tab", begin, end, say("found a tab after \"{}\", expected a space", std::string(1, last)),
                       {say("replace it by a space")});
    else problems.error("tab", begin, end, say("found a tab, expected spaces"), {say("replace it by a space")});
}

/// What may not even stand in a comment: it hides or reorders what is read. Characters that only may not stand in a value are
/// told with the value.
bool refused(unicode::Unwanted kind) {
    using unicode::Unwanted;
    return kind == Unwanted::control || kind == Unwanted::line_separator || kind == Unwanted::bidi_control ||
           kind == Unwanted::noncharacter;
}

}  // namespace

void Problems::error(std::string code, std::uint32_t begin, std::uint32_t end, Message message, std::vector<Message> hints) {
    if (too_many()) return;
    end = std::min(end, static_cast<std::uint32_t>(std::min<std::size_t>(source_.text.size(), UINT32_MAX)));
    begin = std::min(begin, end);
    if (++count_ == kMostProblems) out_.error("too-many-problems", {&source_, begin, end}, say("too many problems, reading stops here"));
    else out_.error(std::move(code), {&source_, begin, end}, std::move(message), std::move(hints));
}

std::string Problems::place(std::uint32_t byte) const {
    const Position p = position_of(source_, byte);
    return source_.name + ':' + std::to_string(p.line) + ':' + std::to_string(p.column);
}

void Problems::add(const Diagnostics& found) {
    for (const Diagnostic& d : found.all()) {
        if (d.severity == Severity::error) error(d.code, d.location.begin, d.location.end, d.message, d.hints);
        else out_.note(d.code, d.location, d.message, d.hints);
    }
}

void normalise_values(Tree& tree, Problems& problems, std::span<const std::string_view> as_typed) {
    // What the file does not have, its values have only through an escape.
    const std::string_view text = problems.source().text;
    if (unicode::surely_normal(text) && text.find("\\u") == std::string_view::npos && text.find("\\x") == std::string_view::npos &&
        text.find("\\U") == std::string_view::npos && text.find("\\N") == std::string_view::npos)
        return;
    unicode::Normaliser normaliser;
    std::vector<bool> skipped(tree.nodes.size());
    for (const Node& map : tree.nodes) {
        if (map.kind != Kind::map) continue;
        for (std::uint32_t key = map.first; key != 0;) {
            const std::uint32_t value = tree.at(key).next;
            skipped[key] = true;
            skipped[value] = std::find(as_typed.begin(), as_typed.end(), tree.at(key).text) != as_typed.end();
            key = value == 0 ? 0 : tree.at(value).next;
        }
    }
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        Node& n = tree.nodes[i];
        if (n.kind == Kind::text && !skipped[i] && unicode::Normaliser::wanted(n.text))
            n.text = tree.texts.emplace_back(normaliser.value(n.text, tree.location(n)));
    }
    Diagnostics found;
    normaliser.report(found, Severity::error);
    problems.add(found);
}

bool check_bytes(Problems& problems) {
    const std::string& text = problems.source().text;
    if (text.size() > kMostBytes) {
        problems.error("too-large", 0, 0, say("the file has {} bytes, expected at most {}", text.size(), kMostBytes));
        return false;
    }
    if (const auto bad = first_invalid_utf8(text)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool wide = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
        problems.error("not-utf-8", at, at + 1, say("expected UTF-8, found the byte {}", byte_name(byte)),
                       {wide ? say("this looks like UTF-16: save the file as UTF-8") : say("save the file as UTF-8")});
        return false;
    }
    for (std::size_t i = text.starts_with("\xef\xbb\xbf") ? 3 : 0; i < text.size() && !problems.too_many();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n' || (byte >= 0x20 && byte < 0x7f)) {
            ++i;
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(i);
        const char32_t c = decode_utf8(text, i);
        const auto end = static_cast<std::uint32_t>(i);
        if (c == '\t') {
            report_tab(problems, begin, end);
        } else if (c == '\r') {
            if (i < text.size() && text[i] == '\n') continue;
            problems.error("control-character", begin, end, say("found a carriage return without line feed"),
                           {say("save the file with line ends of Unix or Windows")});
        } else if (const unicode::Unwanted kind = unicode::unwanted(c); refused(kind)) {
            problems.error("control-character", begin, end, say("found the {} {}", unicode::name_of(kind), unicode::code_point_name(c)),
                           {unicode::remedy_for(kind)});
        }
    }
    check_lines(problems);
    return !problems.any();
}

}  // namespace dossier::yaml
