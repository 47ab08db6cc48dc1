#pragma once
/// Values + mustache templates -> text. Strict: a name that the values do not have, an unknown partial, a recursive partial
/// or broken syntax is an error at the template's file, line and column; values are escaped for HTML/XML by {{ }}, verbatim
/// only by {{{ }}}. Partials come from the template set alone, never from the data.

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
    /// nullopt after an error in any template, reported to `diagnostics`. Sources are borrowed: they must outlive this.
    [[nodiscard]] static std::optional<Templates> compile(const TemplateSources& sources, Diagnostics& diagnostics);

    /// The text of template `name` for `values`; nullopt after an error, reported to `diagnostics`. With `places`, every
    /// element that literal template text opens gets a first attribute `plaats="N"`, where N is an index for `place`, so
    /// that a later stage can point into the template.
    [[nodiscard]] std::optional<std::string> render(const std::string& name, const view::Value& values,
                                                    Diagnostics& diagnostics, bool places = false) const;
    /// The place in a template that `plaats="N"` stands for.
    [[nodiscard]] Location place(std::size_t n) const;

    Templates(Templates&&) noexcept;
    Templates& operator=(Templates&&) noexcept;
    ~Templates();

private:
    Templates();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::render
