#include "exchange/xml_document.hpp"

#include "exchange/xml_guard.hpp"

#include <algorithm>

namespace dossier::exchange {

std::optional<XmlDocument> XmlDocument::load(const Source& source, Diagnostics& diagnostics) {
    const std::string_view text = source.text;
    if (text.size() > kMostXmlBytes) {
        diagnostics.error("too-large", {&source, 0, 0},
                          "found " + std::to_string(text.size()) + " bytes, expected at most " + std::to_string(kMostXmlBytes));
        return std::nullopt;
    }
    if (const auto bad = first_invalid_utf8(text)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        diagnostics.error("not-utf8", {&source, at, at + 1}, "found a byte that is not UTF-8, expected XML in UTF-8",
                          {"save the file as UTF-8"});
        return std::nullopt;
    }
    XmlDocument out;
    out.source_ = &source;
    out.bom_ = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    if (!guard_xml(source, out.bom_, diagnostics)) return std::nullopt;
    const pugi::xml_parse_result parsed =
        out.document_.load_buffer(text.data() + out.bom_, text.size() - out.bom_, pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        const auto at = static_cast<std::uint32_t>(out.bom_ + static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
        diagnostics.error("xml-syntax", {&source, at, at + 1}, "found XML that is not well-formed");
        return std::nullopt;
    }
    return out;
}

Location XmlDocument::span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Location XmlDocument::name_of(pugi::xml_node element) const {
    const std::size_t begin = bom_ + static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0));
    return span(begin, begin + std::string_view(element.name()).size());
}

Location XmlDocument::attribute_of(pugi::xml_node element, std::string_view attribute) const {
    const Location tag = name_of(element);
    const std::string_view text = source_->text;
    const std::string_view in_tag = text.substr(tag.end, std::min(text.find('>', tag.end), text.size()) - tag.end);
    for (std::size_t at = in_tag.find(attribute); at != std::string_view::npos; at = in_tag.find(attribute, at + 1)) {
        const std::string_view behind = trim(in_tag.substr(at + attribute.size()));
        const char before = at == 0 ? 'x' : in_tag[at - 1];
        if (behind.starts_with('=') && trim(std::string_view(&before, 1)).empty()) return span(tag.end + at, tag.end + at + attribute.size());
    }
    return tag;
}

Location XmlDocument::characters(pugi::xml_node node) const {
    const std::string_view text = source_->text;
    const std::size_t from = bom_ + static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    const std::string_view end_mark = node.type() == pugi::node_cdata ? "]]>" : "<";
    const std::string_view raw = text.substr(from, std::min(text.find(end_mark, from), text.size()) - from);
    const std::string_view inner = trim(raw);
    if (inner.empty()) return span(from, from);
    const std::size_t begin = from + static_cast<std::size_t>(inner.data() - raw.data());
    return span(begin, begin + inner.size());
}

Location XmlDocument::text_of(pugi::xml_node element) const {
    for (const pugi::xml_node child : element.children()) {
        if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
        if (const Location at = characters(child); at.end > at.begin) return at;
    }
    return name_of(element);
}

std::string one_line_text(pugi::xml_node element) {
    std::string all;
    for (const pugi::xml_node child : element.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) all += child.value();
    std::string out;
    const std::string_view text = trim(all);
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '\n' && text[at] != '\t' && text[at] != '\r') {
            out += text[at++];
            continue;
        }
        while (out.ends_with(' ')) out.pop_back();
        out += ' ';
        at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    }
    return out;
}

}  // namespace dossier::exchange
