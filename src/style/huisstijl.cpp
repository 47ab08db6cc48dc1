#include "style/huisstijl.hpp"

#include "style/formulierstijl.hpp"
#include "yaml/yaml.hpp"

namespace dossier::style {
namespace {

using view::Object;
using view::Value;

/// The program's own accent on dark pages: livelier than its accent mixed with white.
constexpr Color kAccentOnDark{0x82, 0xc7, 0xf2};

bool is_picture(std::string_view name) { return name.ends_with(".svg") || name.ends_with(".png"); }

/// `accent` mixed with as much white as it takes to be easy to read on the dark pages.
Color lightened(Color accent) {
    constexpr double kEasy = 7;
    constexpr int kSteps = 32;
    for (int step = 0; step < kSteps; ++step) {
        const auto mix = [step](std::uint8_t v) { return static_cast<std::uint8_t>(v + (255 - v) * step / kSteps); };
        const Color c{mix(accent.r), mix(accent.g), mix(accent.b)};
        if (contrast(c, yaml::kDarkGround) >= kEasy) return c;
    }
    return kWhite;
}

class Loader {
public:
    Loader(const TemplateSet& set, Diagnostics& diagnostics) : set_(set), diags_(diagnostics) {}

    std::optional<Look> load() {
        const std::size_t before = diags_.errors();
        yaml::Huisstijl style;
        if (const Source* file = set_.find("huisstijl.yaml")) style = yaml::read_huisstijl(*file, diags_);
        if (auto styles = load_styles(set_, diags_)) look_.styles = *styles;
        if (diags_.errors() != before) return std::nullopt;
        for (const auto& [name, file] : set_.assets())
            if (is_picture(name))
                if (auto image = image::read_image(*file, diags_)) look_.images.emplace(name, std::move(*image));
        const Value logo = logo_of(style.logo);
        typeface(style.lettertypen);
        const auto own = parse_color(style.kleuren.accent.value);
        const Color accent = own.value_or(markup::Document{}.accent);
        const Color dark = parse_color(style.kleuren.accent_donker.value).value_or(own ? lightened(*own) : kAccentOnDark);
        look_.values = Value(Object{{"school", Value(style.school.value)},
                                    {"voettekst", Value(style.voettekst.value)},
                                    {"accent", Value(color_text(accent))},
                                    {"accent_donker", Value(color_text(dark))},
                                    {"logo", logo}});
        if (diags_.errors() != before) return std::nullopt;
        return std::move(look_);
    }

private:
    const TemplateSet& set_;
    Diagnostics& diags_;
    Look look_;

    /// nullptr, reported, when the folder has no file of that name.
    const Source* file_of(const model::Text& name, Pattern<0> what) {
        const auto found = set_.assets().find(name.value);
        if (found != set_.assets().end()) return found->second;
        std::vector<std::string> names;
        for (const auto& [known, file] : set_.assets()) names.push_back(known);
        const auto meant = nearest(name.value, names);
        diags_.error("missing-file", name.location, say("there is no file {} for the {}", dossier::quoted(name.value), what),
                     {meant ? did_you_mean(dossier::quoted(*meant)) : say("put it in the same folder as huisstijl.yaml")});
        return nullptr;
    }

    Value logo_of(const yaml::Huisstijl::Logo& logo) {
        if (logo.empty()) return Value(false);
        const Source* file = file_of(logo.bestand, say("logo"));
        if (!file) return Value(false);
        const std::string type = logo.bestand.value.ends_with(".svg") ? "svg+xml" : "png";
        return Value(Object{{"bestand", Value(logo.bestand.value)},
                            {"beschrijving", Value(logo.beschrijving.value)},
                            {"breedte", Value(logo.breedte.value.empty() ? "40mm" : logo.breedte.value)},
                            {"data", Value("data:image/" + type + ";base64," + base64(file->text))}});
    }

    void typeface(const yaml::Huisstijl::Lettertypen& own) {
        if (own.empty()) return;
        const auto font = [this](const model::Text& name, bool names) -> std::string_view {
            if (name.value.empty()) return {};
            const Source* file = file_of(name, say("lettertype"));
            if (!file) return {};
            if (const auto why = layout::unfit_font(file->text, names))
                diags_.error(
                    "unfit-font", name.location, say("the font {} {}", dossier::quoted(name.value), *why),
                    {say("forms need a TrueType font (.ttf) with the letters of names such as Łukasz Dvořák, that may be embedded")});
            return file->text;
        };
        look_.typeface = layout::Typeface{font(own.gewoon, true), font(own.vet, false), font(own.cursief, false)};
    }
};

}  // namespace

Value example_look() {
    return Value(Object{{"school", Value("School")},
                        {"voettekst", Value("Voettekst")},
                        {"accent", Value(color_text(markup::Document{}.accent))},
                        {"accent_donker", Value(color_text(kWhite))},
                        {"logo", Value(Object{{"bestand", Value("logo.svg")},
                                              {"beschrijving", Value("Logo")},
                                              {"breedte", Value("40mm")},
                                              {"data", Value("data:image/png;base64,")}})}});
}

std::optional<Look> load_look(const TemplateSet& set, Diagnostics& diagnostics) { return Loader(set, diagnostics).load(); }

}  // namespace dossier::style
