#pragma once
/// The template set of a run: the program's own, with single files replaced by those of a school's folder.

#include "render/render.hpp"

#include <map>
#include <memory>
#include <vector>

namespace dossier::style {

/// A file of a school's folder of templates. The shell reads it; `belongs` says which files it wants.
struct OwnFile {
    std::string name;     ///< in the folder, with "/": "html/stijl.css", "logo.svg"
    std::string display;  ///< as messages name it
    std::string bytes;
};
/// Whether a folder of templates may have a file of that name: a template, manifest or huisstijl, a picture or a font.
[[nodiscard]] bool belongs(std::string_view name);
/// The most bytes that a file of that name may have.
[[nodiscard]] std::size_t largest(std::string_view name);

class TemplateSet {
public:
    /// Puts `own` over the built-in files. False after errors in `diagnostics`: text that is not UTF-8.
    bool load(std::vector<OwnFile> own, Diagnostics& diagnostics);

    /// SHA-256, in hexadecimal, of all files; and of all but those that pages and forms are written in: house style, pictures, fonts.
    [[nodiscard]] std::string key() const;
    [[nodiscard]] std::string key_of_look() const;

    /// nullptr when there is no such file.
    [[nodiscard]] const Source* find(std::string_view name) const;
    /// The built-in file of that name, also when the folder has one of its own. nullptr when there is none.
    [[nodiscard]] const Source* built_in(std::string_view name) const;
    /// The mustache templates and the files they take in.
    [[nodiscard]] const render::TemplateSources& sources() const { return by_name_; }
    /// Pictures (.svg, .png) and fonts (.ttf) of the school's folder, as bytes, by their path in it.
    [[nodiscard]] const std::map<std::string, const Source*, std::less<>>& assets() const { return assets_; }

private:
    void add(std::string name, std::string display, std::string text);
    [[nodiscard]] std::string key_of(bool (*wanted)(std::string_view name)) const;

    std::vector<std::unique_ptr<Source>> owned_;
    render::TemplateSources by_name_;
    render::TemplateSources built_in_;
    std::map<std::string, const Source*, std::less<>> assets_;
};

}  // namespace dossier::style
