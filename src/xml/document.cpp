#include "xml/document.hpp"

#include "xml/guard.hpp"

#include <algorithm>
#include <vector>

namespace dossier::xml {

/// Goes through a document that was just loaded and writes its names without prefixes.
class XmlDocument::Namespaces {
public:
    Namespaces(XmlDocument& document, Diagnostics& diagnostics) : document_(document), diagnostics_(diagnostics) {}

    /// False after an error. No deeper than kDeepestXml.
    bool resolve(pugi::xml_node element) {
        const std::size_t before = scope_.size();
        for (pugi::xml_attribute a = element.first_attribute(); a;) {
            const pugi::xml_attribute next = a.next_attribute();
            const std::string_view name = a.name();
            if (name == "xmlns" || name.starts_with("xmlns:")) {
                scope_.emplace_back(name == "xmlns" ? "" : name.substr(6), a.value());
                element.remove_attribute(a);
            }
            a = next;
        }
        const bool good = rename(element) && attributes(element);
        for (pugi::xml_node child = element.first_child(); good && child; child = child.next_sibling())
            if (child.type() == pugi::node_element && !resolve(child)) return false;
        scope_.resize(before);
        return good;
    }

private:
    /// nullptr if nothing declares `prefix`.
    [[nodiscard]] const std::string* meaning(std::string_view prefix) const {
        for (auto s = scope_.rbegin(); s != scope_.rend(); ++s)
            if (s->first == prefix) return &s->second;
        static const std::string kNone, kXml = "http://www.w3.org/XML/1998/namespace";
        return prefix.empty() ? &kNone : prefix == "xml" ? &kXml : nullptr;
    }

    bool rename(pugi::xml_node element) {
        const std::string name = element.name();
        const std::size_t colon = name.find(':');
        const std::string prefix = colon == std::string::npos ? "" : name.substr(0, colon);
        const std::string local = colon == std::string::npos ? name : name.substr(colon + 1);
        const std::string* space = meaning(prefix);
        if (space == nullptr || local.empty()) {
            Location at = document_.name_of(element);
            diagnostics_.error("xml-prefix", at, say("the prefix {} of {} stands for no namespace", quoted(prefix), quoted(name)),
                               {say("add xmlns:{}=\"...\" to the root element, or leave the prefix out", prefix)});
            return false;
        }
        const bool root = element == document_.root();
        if (root) document_.namespace_ = *space;
        // A schema may put its root in a namespace and what is below in none.
        const bool ours = root || space->empty() || *space == document_.namespace_;
        const std::string wanted = ours ? local : '{' + *space + '}' + local;
        if (wanted == name) return true;
        document_.renamed_.emplace(element.internal_object(), document_.offset_of(element));
        element.set_name(wanted.c_str());
        return true;
    }

    bool attributes(pugi::xml_node element) {
        for (pugi::xml_attribute a : element.attributes()) {
            const std::string name = a.name();
            const std::size_t colon = name.find(':');
            if (colon == std::string::npos) continue;
            const std::string* space = meaning(name.substr(0, colon));
            const std::string local = name.substr(colon + 1);
            if (space != nullptr && *space == document_.namespace_ && !space->empty() && !element.attribute(local.c_str()))
                a.set_name(local.c_str());
        }
        return true;
    }

    XmlDocument& document_;
    Diagnostics& diagnostics_;
    std::vector<std::pair<std::string, std::string>> scope_;
};

std::optional<XmlDocument> XmlDocument::load(const Source& source, Diagnostics& diagnostics, Blanks blanks) {
    const std::string_view text = source.text;
    if (text.size() > kMostXmlBytes) {
        diagnostics.error("too-large", {&source, 0, 0}, say("found {} bytes, expected at most {}", text.size(), kMostXmlBytes));
        return std::nullopt;
    }
    if (const auto bad = first_invalid_utf8(text)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        diagnostics.error("not-utf8", {&source, at, at + 1}, say("found a byte that is not UTF-8, expected XML in UTF-8"),
                          {say("save the file as UTF-8")});
        return std::nullopt;
    }
    XmlDocument out;
    out.source_ = &source;
    out.bom_ = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    if (!guard_xml(source, out.bom_, diagnostics)) return std::nullopt;
    const pugi::xml_parse_result parsed =
        out.document_.load_buffer(text.data() + out.bom_, text.size() - out.bom_,
                                  pugi::parse_default | (blanks == Blanks::kept ? pugi::parse_ws_pcdata : 0U), pugi::encoding_utf8);
    if (!parsed) {
        const auto at = static_cast<std::uint32_t>(out.bom_ + static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)));
        diagnostics.error("xml-syntax", {&source, at, at + 1}, say("found XML that is not well-formed"));
        return std::nullopt;
    }
    if (!Namespaces(out, diagnostics).resolve(out.root())) return std::nullopt;
    return out;
}

std::size_t XmlDocument::offset_of(pugi::xml_node node) const {
    const auto renamed = renamed_.find(node.internal_object());
    return renamed != renamed_.end() ? renamed->second : bom_ + static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

Location XmlDocument::span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Location XmlDocument::name_of(pugi::xml_node element) const {
    // As it stands there, with its prefix.
    const std::size_t begin = offset_of(element);
    return span(begin, std::min(source_->text.find_first_of(" \t\r\n/>", begin), source_->text.size()));
}

Location XmlDocument::attribute_of(pugi::xml_node element, std::string_view attribute) const {
    const Location tag = name_of(element);
    const std::string_view text = source_->text;
    const std::string_view in_tag = text.substr(tag.end, std::min(text.find('>', tag.end), text.size()) - tag.end);
    for (std::size_t at = in_tag.find(attribute); at != std::string_view::npos; at = in_tag.find(attribute, at + 1)) {
        const std::string_view behind = trim(in_tag.substr(at + attribute.size()));
        const char before = at == 0 ? 'x' : in_tag[at - 1];
        if (behind.starts_with('=') && (before == ':' || trim(std::string_view(&before, 1)).empty()))
            return span(tag.end + at, tag.end + at + attribute.size());
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

}  // namespace dossier::xml
