#pragma once
/// What a Maker holds. Private to `make`.

#include "layout/layout.hpp"
#include "make/candidate_form.hpp"
#include "make/make.hpp"
#include "markup/markup.hpp"
#include "pdf/pdf.hpp"
#include "render/render.hpp"
#include "style/huisstijl.hpp"

#include <mutex>

namespace dossier::make {

/// Fonts for layout and for the PDF file; made once, when the first PDF is asked for.
struct PdfTools {
    layout::Fonts fonts;
    pdf::PdfFonts pdf_fonts{fonts};

    PdfTools() = default;
    explicit PdfTools(const layout::Typeface& own) : fonts(own) {}
};

struct Maker::Impl {
    style::TemplateSet set;
    yaml::Manifest manifest;
    style::Look look;
    std::string look_key;         ///< of all that makes a form look as it does, besides its template
    std::string set_key;          ///< of all templates, and of all that makes documents look as they do
    bool prints_dossier = false;  ///< some document about a profiel may show the fingerprint of the whole dossier
    std::optional<render::Templates> templates;
    mutable std::once_flag fonts_once;
    mutable std::unique_ptr<PdfTools> pdf;

    [[nodiscard]] const PdfTools& pdf_tools() const {
        std::call_once(fonts_once,
                       [this] { pdf = look.typeface ? std::make_unique<PdfTools>(*look.typeface) : std::make_unique<PdfTools>(); });
        return *pdf;
    }

    bool check_manifest(Diagnostics& diagnostics) const;
    bool check_names(Diagnostics& diagnostics) const;
    [[nodiscard]] view::Value values_for(const plan::Job& job, const Values& values) const;
    /// The filled-in template of a form.
    [[nodiscard]] std::optional<std::string> text_of(const std::string& sjabloon, const view::Value& values,
                                                     Diagnostics& diagnostics) const;
    [[nodiscard]] std::optional<markup::Document> markup_of(const std::string& text, Diagnostics& diagnostics) const;
    /// The pages of a form; they borrow from `this`.
    [[nodiscard]] std::optional<layout::Pages> pages_of(const std::string& text, Diagnostics& diagnostics) const;
    [[nodiscard]] std::optional<layout::Pages> pages_of(const std::string& sjabloon, const view::Value& values,
                                                        Diagnostics& diagnostics) const;
    /// `id` stands in for the identity that `values` lack.
    [[nodiscard]] std::optional<OutputFile> pdf_of(const std::string& sjabloon, const view::Value& values, const std::string& id,
                                                   const view::Build& build, const Earlier& earlier, Diagnostics& diagnostics) const;
    [[nodiscard]] std::optional<std::string> page_of(const std::string& sjabloon, const view::Value& values,
                                                     Diagnostics& diagnostics) const;
};

}  // namespace dossier::make
