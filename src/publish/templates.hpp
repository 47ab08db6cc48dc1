#pragma once
/// The template set of a run: the program's own, with single files replaced by those of a school's folder.

#include "render/render.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

namespace dossier::publish {

class TemplateSet {
public:
    /// Reads the files of `overrides` (skipped when empty) over the built-in ones. False after errors in `diagnostics`:
    /// folder missing, file unreadable, not UTF-8 or larger than 1 MiB, a name that no built-in file has and no manifest uses.
    bool load(const std::filesystem::path& overrides, Diagnostics& diagnostics);

    /// nullptr when there is no such file.
    [[nodiscard]] const Source* find(std::string_view name) const;
    /// The mustache templates and the files they take in.
    [[nodiscard]] const render::TemplateSources& sources() const { return by_name_; }
    /// Pictures (.svg, .png) and fonts (.ttf) of the school's folder, as bytes, by their path in it.
    [[nodiscard]] const std::map<std::string, const Source*, std::less<>>& assets() const { return assets_; }

private:
    bool read_folder(const std::filesystem::path& overrides, Diagnostics& diagnostics);
    void add(std::string name, std::string display, std::string text);

    std::vector<std::unique_ptr<Source>> owned_;
    render::TemplateSources by_name_;
    std::map<std::string, const Source*, std::less<>> assets_;
};

}  // namespace dossier::publish
