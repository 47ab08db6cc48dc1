#pragma once
/// Writing XML text. Private to `exchange`.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::xml {

/// `text` with & < > and line breaks that would be lost made into references; characters that XML cannot hold are dropped.
[[nodiscard]] std::string xml_escaped(std::string_view text, bool attribute);

/// Builds an indented document, element by element. Names are trusted.
class Markup {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// `keep_empty`: attributes without value are written too.
    explicit Markup(bool keep_empty = false);
    void open(std::string_view name, Attributes attributes = {});
    void close();
    /// An element on one line; without text an empty element.
    void leaf(std::string_view name, std::string_view text, Attributes attributes = {});
    /// Text on lines of its own in the open element, as it is.
    void text(std::string_view text);
    /// Markup on lines of its own, as it is. Trusted.
    void raw(std::string_view markup);
    [[nodiscard]] std::string take() && { return std::move(out_); }

private:
    void start(std::string_view name, Attributes attributes);

    bool keep_empty_;
    std::string out_;
    std::vector<std::string> open_;
};

}  // namespace dossier::xml
