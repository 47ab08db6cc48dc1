#pragma once
/// Values + mustache templates -> text. Strict: a name that the values do not have, an unknown partial, a recursive partial
/// or broken syntax is an error at the template's file, line and column. Partials come from the template set alone, never
/// from the data.
///
/// What templates may use: {{name}} {{dotted.name}} {{.}} {{{name}}} {{&name}} {{#name}}..{{/name}} {{^name}}..{{/name}}
/// {{! comment}} {{> partial}}, and one thing of our own: {{#name?}}..{{/name?}} is entered once if the list has any item,
/// for what stands around a list. "" and `false` and an empty list are false. Changing delimiters is refused. A line that holds
/// nothing but one section tag, comment or partial leaves no line behind. Sections and partials nest at most 32 deep.
///
/// How {{name}} is escaped follows from where it stands, so that no value can break out:
///   text and attributes  & < > " ' as entities
///   href, src, action    the same, and an error if the address has another scheme than http, https or mailto
///   in <script>          as the inside of a JSON string (`"naam": "{{naam}}"`), with < as \u003c
///   in <style>           as the inside of a CSS string, or a plain value: all but letters, digits, space and # . , % ( ) -
///                        becomes an escape
/// {{{name}}} is verbatim; it is refused in <style> and <script>.
///
/// A partial whose name ends in .css or .js is put in verbatim, without white space around it: it is no template.

#include "base/base.hpp"
#include "view/value.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace dossier::render {

/// The templates of a run by name ("studiegids.html", "deel/kop.html"); a partial {{> deel/kop.html}} names its file.
using TemplateSources = std::map<std::string, const Source*, std::less<>>;

/// Parsed templates; immutable after `compile`, `render` may be called from several threads at once.
class Templates {
public:
    /// What `compile` looks at: `scanned` leaves out how the templates fit together (partials, nesting, places of values), of which the errors
    /// then come from `render`.
    enum class Check { all, scanned };
    /// nullopt after an error in any template, reported to `diagnostics`. Sources are borrowed: they must outlive this.
    [[nodiscard]] static std::optional<Templates> compile(const TemplateSources& sources, Check check, Diagnostics& diagnostics);

    /// The text of template `name` for `values`; nullopt after an error, reported to `diagnostics`. With `places`, every
    /// element that literal template text opens gets a first attribute `plaats="N"`, where N is an index for `place`, so
    /// that a later stage can point into the template.
    [[nodiscard]] std::optional<std::string> render(const std::string& name, const view::Value& values, Diagnostics& diagnostics,
                                                    bool places = false) const;
    /// Reports the names in template `name` that do not exist, also in sections that no dossier at hand would enter. `example`
    /// has every name and every group of names, and something in each list; a template that is not there is not looked at.
    void check_names(const std::string& name, const view::Value& example, Diagnostics& diagnostics) const;
    /// Whether template `name` has a tag that may show `member` of `object`, as {{object.member}} or in a section about it. Also yes when in
    /// doubt; no for a template that is not there.
    [[nodiscard]] bool may_show(const std::string& name, std::string_view object, std::string_view member) const;
    /// The place in a template that `plaats="N"` stands for: the opening "<name". No source if N is none.
    [[nodiscard]] Location place(std::size_t n) const;

    Templates(Templates&&) noexcept;
    Templates& operator=(Templates&&) noexcept;
    ~Templates();

private:
    explicit Templates(const TemplateSources& sources);
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Last step for an HTML page: blank lines go, and its Content-Security-Policy allows exactly the inline blocks that it has. In
/// the text of the
/// page, the words `stijl-hashes` and `script-hashes` inside the meta element with http-equiv="Content-Security-Policy"
/// become the SHA-256 sources of all <style> and of all <script> elements, or 'none' if there are none. A page without
/// that element has no policy.
[[nodiscard]] std::string seal(std::string page);

}  // namespace dossier::render
