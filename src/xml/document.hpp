#pragma once
/// A checked XML document, for the rooms that read XML. It shows pugixml: only they may include it.

#include "base/base.hpp"

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dossier::xml {

/// What an XML file may hold at most.
inline constexpr std::size_t kMostXmlBytes = std::size_t{16} << 20;
inline constexpr std::size_t kMostXmlElements = 400'000;
inline constexpr std::size_t kDeepestXml = 64;
inline constexpr std::size_t kMostXmlAttributes = 64;

/// A parsed document that knows the places of its nodes in `source`.
class XmlDocument {
public:
    /// Refuses what is not well-formed UTF-8 XML 1.0, and a DOCTYPE or processing instruction, with the first error reported.
    /// Namespaces are resolved: names in that of the root lose their prefix, those in another have "{namespace}" in front, and
    /// the attributes that declare them are gone.
    /// Text of nothing but white space is dropped, unless `blanks` says that it means something.
    enum class Blanks { dropped, kept };
    [[nodiscard]] static std::optional<XmlDocument> load(const Source& source, Diagnostics& diagnostics, Blanks blanks = Blanks::dropped);

    [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }
    /// The namespace of the root; "" if it has none.
    [[nodiscard]] const std::string& root_namespace() const { return namespace_; }
    /// The name in the start tag.
    [[nodiscard]] Location name_of(pugi::xml_node element) const;
    /// The name of an attribute of `element`.
    [[nodiscard]] Location attribute_of(pugi::xml_node element, std::string_view attribute) const;
    /// The text of `element`, without white space around it; the start tag if it has none.
    [[nodiscard]] Location text_of(pugi::xml_node element) const;
    /// The characters of a text or CDATA node, up to the next markup.
    [[nodiscard]] Location characters(pugi::xml_node node) const;
    [[nodiscard]] const Source& source() const { return *source_; }

private:
    [[nodiscard]] Location span(std::size_t begin, std::size_t end) const;

    class Namespaces;
    [[nodiscard]] std::size_t offset_of(pugi::xml_node node) const;

    const Source* source_ = nullptr;
    std::size_t bom_ = 0;
    std::string namespace_;
    std::unordered_map<const void*, std::size_t> renamed_;  ///< places of elements that have another name now
    pugi::xml_document document_;
};

/// All text right below `element`; line breaks and tabs with the spaces around them become one space, ends are trimmed.
[[nodiscard]] std::string one_line_text(pugi::xml_node element);

}  // namespace dossier::xml
